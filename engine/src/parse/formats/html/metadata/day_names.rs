//! The names by which pages call their days: of `<meta>` elements, and in the class of elements; and the names of what is
//! not the article's.

use crate::parse::pattern::{Pattern, pattern};

/// The names of `<meta>` elements with a day of publication, in order.
pub(super) const META: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "published_time",
    "published_at",
    "publish_time",
    "publishtime",
    "published-date",
    "published_date",
    "publisheddate",
    "pub_date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "publish_time",
    "publication_date",
    "publication-date",
    "publicationdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "parsely-pub-date",
    "parsely-page-date",
    "sailthru.date",
    "bt:pubdate",
    "rnews:datepublished",
    "article.published",
    "article:post_date",
    "article_date_original",
    "article.created",
    "article:publicationdate",
    "og:release_date",
    "og:pubdate",
    "og:publish_date",
    "og:question:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dc.date.publication",
    "dcterms.created",
    "dc.created",
    "dc.issued",
    "dc.terms:issued",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "prism.publicationdate",
    "eprints.date",
    "bepress_citation_date",
    "bepress_citation_online_date",
    "displaydate",
    "display_date",
    "originalpublicationdate",
    "original-publish-date",
    "pdate",
    "ptime",
    "shareaholic:article_published_time",
    "vr:published_time",
    "analyticsattributes.articledate",
    "releasedate",
    "article_date",
    "articledate",
    "news_date",
    "firstcreate",
    "issue_date",
    "gentime",
    "datecreated",
    "date_created",
    "_dates.publishedat",
    "wt.z_publishdate",
];

/// The names of `<meta>` elements with a day that many pages change with the page: what readers see comes first.
pub(super) const WEAK: &[&str] = &[
    "dc.date",
    "dc:date",
    "dcterms.date",
    "date",
    "og:date",
    "created",
    "creation_date",
    "uploaddate",
    "doc_date",
    "lastdate",
    "last-published-date",
];

/// The names of `<meta>` elements with the day of a change, in order.
pub(super) const CHANGES: &[&str] = &[
    "article:modified_time",
    "article:modified",
    "article:updated_time",
    "article:updated",
    "og:article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "date_modified",
    "modified_time",
    "modified",
    "modifieddate",
    "modified_date",
    "dateupdate",
    "dateupdated",
    "date_updated",
    "updated_time",
    "updated",
    "update_date",
    "last-modified",
    "last_modified",
    "lastmodified",
    "last-updated",
    "last_updated",
    "lastupdate",
    "lastmod",
    "dc.date.modified",
    "dcterms.modified",
    "dc.modified",
    "dc.date.updated",
    "revised",
    "revision_date",
];

/// Words in the names of an element that belongs to something else than the article. Some are so only as a whole name:
/// `elementor-widget` and `post-footer` are parts of articles.
pub(super) static FOREIGN: Pattern = pattern!(concat!(
    r"(?:^|[\s_/-])(?:comments?|commentlist|comment-?\w+|kommentare?|kommentar\w*|respond|disqus|related\w*|recommend\w*|teasers|popular|trending|most-?read|mostread|meistgelesen",
    r"|copyright|calendar|events?|eventlist|videoobject|imageobject|mediaobject|breadcrumb\w*|menu|navbar|navigation|carousel|slider|ticker|newsletter|also-?read|read-?more",
    r"|more-(?:news|stories|articles|on|from)|latest-?\w*|recent-?(?:posts?|news|articles?|comments?)|next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|nav-(?:previous|next|links)",
    r"|masthead|top-?bar|current-?date|today|clock|site-?header|promo|advert\w*|tweet|twitter-tweet|instagram-media|embed|wp-caption|userinfo|join-?date|registered)(?:$|[\s_-])",
    r"|(?:^|\s)(?:widgets?|widget[_-]\S+|textwidget|side-?bar\S*|teaser\S*|archives?|archiv)(?:$|\s)",
));

/// The names of the foot of a page.
pub(super) static FOOTER: Pattern =
    pattern!(r"(?:^|\s)(?:(?:site|page|main)?[_-]?footer|footer[_-]\S+)(?:$|\s)");

/// Words in the names of an element that shows when the article was published.
pub(super) static NAMED: Pattern = pattern!(
    r"(?:^|[\s_:-])(?:published|datepublished|date-?published|published-?(?:at|on|date|time)|publish(?:ed)?-?date|pub-?date|pubdate|dt-published|entry-date|post-date|article-?date|publication-?date|datecreated|posted-on|submitted|date-?posted|created|creation-?date|date-?created)(?:$|[\s_-])"
);

/// Words in the names of an element that shows a date, of whatever kind.
pub(super) static DATED: Pattern = pattern!(
    r"(?:^|[\s_:-])(?:\w*date|\w*datum|\w*datetime|fecha|\w*time(?:stamp)?|data|meta|\w*-meta|\w*meta|byline|submitted|posted|info|details?|head(?:er)?|kicker|dateline)(?:$|[\s_-])|date|datum|publish|posted"
);

/// Words in the names of an element that shows when the article was changed.
pub(super) static CHANGED: Pattern = pattern!(r"modif|updat|changed|aktualis|edited|dt-updated|revised");

/// Sentences of a page about its last change.
pub(super) static EDITED: Pattern = pattern!(concat!(
    r"^(?i:this (?:page|article|entry|post|document|content) (?:was|has been|is) (?:last |most recently )?(?:edited|modified|updated|changed|revised|reviewed)",
    r"|(?:diese seite|dieser (?:artikel|beitrag)) wurde (?:zuletzt|das letzte mal)|cette page a été (?:mise à jour|modifiée)|la dernière modification de cette page",
    r"|est[ae] (?:página|artículo|artigo) (?:se|fue|foi) (?:editó|modificó|actualizó|editad[ao]|modificad[ao]|actualizad[ao]|atualizad[ao])|questa pagina è stata (?:modificata|aggiornata)",
    r"|deze pagina is (?:voor het laatst|het laatst)|эта страница (?:в )?последний раз|tę stronę ostatnio|(?:sidan|den här sidan) redigerades|denne side(?:n)? ble(?:v)? (?:sist|senest)|sivua on viimeksi)",
));

/// What scripts call the day of publication, and its value.
pub(super) static STATED: Pattern = pattern!(
    r#"(?i)(?:date_?published|publish(?:ed)?_?(?:date|time|at|on)|publication_?(?:date|time)|pub_?date)\\?["']?\s*[:=]\s*(?:\\?["']([^"'\\\n]{8,40})|(\d{13}|\d{10})\b)"#
);

/// Sentences of a page about its own day.
pub(super) static POSTED: Pattern = pattern!(concat!(
    r"^(?i:this (?:entry|post|article|story|page|item) was (?:first |originally )?(?:posted|published|written|created|filed)|(?:dieser|diese|dieses) (?:beitrag|artikel|eintrag|seite|meldung|post) (?:wurde|ist|erschien)",
    r"|(?:cet article|ce billet|cette entrée) a été|(?:esta entrada|este (?:artículo|post)) (?:fue|se)|(?:este (?:artigo|post)|esta entrada) foi|(?:questo articolo|questo post|questa voce) (?:è stat[oa])|dit (?:bericht|artikel) (?:is|werd)|(?:эта )?запись опубликована|(?:ten )?wpis (?:został )?|(?:detta|det här) inlägg(?:et)?|dette innlegget)\b",
));
