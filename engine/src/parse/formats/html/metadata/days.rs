//! The day of publication of a page: what its metadata says, what is marked as one, what readers see beside the headline,
//! the link, and at last a day in a line of its own. The day of a comment, an event, a video or another article is none.

use super::linked_data::LinkedData;
use super::page_lines::{self, PageLine};
use super::Page;
use crate::corpus::dates::Day;
use crate::parse::bytes::Passage;
use crate::parse::date_forms::labels::{self, Label};
use crate::parse::date_forms::{self, DateOrder};
use crate::parse::formats::record::{Record, Slot};
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence;
use crate::text::{Span, Tokens};

/// The names of `<meta>` elements with a day of publication, in order.
const META: &[&str] = &[
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "date_published", "published_time", "published_at", "publish_time", "publishtime", "published-date", "published_date",
    "publisheddate", "pub_date", "pubdate", "publish-date", "publish_date", "publishdate", "publish_time", "publication_date",
    "publication-date", "publicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "parsely-pub-date",
    "parsely-page-date", "sailthru.date", "bt:pubdate", "rnews:datepublished", "article.published", "article:post_date",
    "article_date_original", "article.created", "article:publicationdate", "og:release_date", "og:pubdate", "og:publish_date",
    "og:question:published_time", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date.created", "dc.date.publication",
    "dcterms.created", "dc.created", "dc.issued", "dc.terms:issued", "citation_publication_date",
    "citation_online_date", "citation_date", "prism.publicationdate", "eprints.date", "bepress_citation_date",
    "bepress_citation_online_date", "displaydate", "display_date", "originalpublicationdate", "original-publish-date",
    "pdate", "ptime", "shareaholic:article_published_time", "vr:published_time", "analyticsattributes.articledate",
    "releasedate", "article_date", "articledate", "news_date", "firstcreate", "issue_date", "gentime", "datecreated",
    "date_created", "_dates.publishedat", "wt.z_publishdate",
];

/// The names of `<meta>` elements with a day that many pages change with the page: what readers see comes first.
const WEAK: &[&str] = &[
    "dc.date", "dc:date", "date", "og:date", "created", "creation_date", "uploaddate", "doc_date", "lastdate",
    "last-published-date",
];

/// Words in the names of an element that belongs to something else than the article.
pub(super) static FOREIGN: Pattern = pattern!(concat!(
    r"(?:^|[\s_/-])(?:comments?|commentlist|comment-?\w+|kommentare?|kommentar\w*|respond|disqus|related\w*|recommend\w*|teasers?|teaser\w+|sidebar|side-?bar|widgets?|popular",
    r"|trending|most-?read|mostread|meistgelesen|copyright|calendar|events?|eventlist|videoobject|imageobject|mediaobject|breadcrumb\w*|menu|navbar|navigation|site-footer|page-footer|footer-\w+",
    r"|carousel|slider|ticker|newsletter|also-?read|read-?more|more-(?:news|stories|articles|on|from)|latest-?\w*|recent-?(?:posts?|news|articles?|comments?)|next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|nav-(?:previous|next|links)",
    r"|promo|advert\w*|tweet|twitter-tweet|instagram-media|fb-\w+|embed|wp-caption|archiv\w*|signature|userinfo|join-?date|registered)(?:$|[\s_-])",
));

/// Words in the names of an element that shows when the article was published.
static NAMED: Pattern = pattern!(
    r"(?:^|[\s_:-])(?:published|datepublished|date-?published|published-?(?:at|on|date|time)|publish(?:ed)?-?date|pub-?date|pubdate|dt-published|entry-date|post-date|article-?date|publication-?date|datecreated|posted-on|date-?posted|created|creation-?date|date-?created)(?:$|[\s_-])"
);

/// Words in the names of an element that shows a date, of whatever kind.
static DATED: Pattern = pattern!(
    r"(?:^|[\s_:-])(?:\w*date|\w*datum|\w*datetime|fecha|\w*time(?:stamp)?|data|meta|\w*-meta|\w*meta|byline|submitted|posted|info|details?|head(?:er)?|kicker|dateline)(?:$|[\s_-])|date|datum|publish|posted"
);

/// Words in the names of an element that shows when the article was changed.
static CHANGED: Pattern = pattern!(r"modif|updat|changed|aktualis|edited|dt-updated|revised");

/// The maximum number of words beside the date in a line that is about it.
const OTHER_WORDS: usize = 12;

/// The maximum number of words beside a date that stands far from the headline and behind no label.
const FEW_WORDS: usize = 4;

/// The number of lines before the headline that belong to it.
const BEFORE: usize = 3;

/// A place where a day stands: the better, the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// In a `<meta>` element.
    Said,
    /// Marked as the day of publication, by microdata or a microformat.
    Marked,
    /// Beside the headline, in an element of its own.
    Beside,
    /// In the link of the page.
    Link,
    /// Behind a label such as "Published on".
    Labelled,
    /// Before the first words of the text.
    Leading,
    /// In an element that is named after a date.
    Named,
    /// In a line of its own, in or near the article.
    Alone,
    /// In an element that is named after a change, as some pages name all of their days.
    Changed,
}

/// A day that a page shows: its rank, its place among others of the rank, and where it stands.
type Seen = (Rank, usize, Passage);

/// The first year in which a page could show when it was published.
const FIRST_YEAR: i32 = 1995;

/// The hours of UTC after which the next day has begun somewhere, and before which the last one has not ended.
const ZONES: (u32, u32) = (10 * 3600, 12 * 3600);

/// Adds the days of publication to `record`, the most trusted first.
pub(super) fn read(page: &Page<'_>, linked: &LinkedData<'_>, record: &mut Record) {
    let order = record.first(Slot::Language).and_then(|l| date_forms::order_of(l.text.trim()));
    let parsed = |value: &Passage| date_forms::in_field(&value.text, order);
    let metas = |names: &[&str]| names.iter().flat_map(|name| page.meta(name)).collect::<Vec<_>>();
    let mut said = linked.days();
    said.extend(metas(META));
    let first = said.iter().find_map(parsed);
    let utc = first.and_then(|first| first.in_utc());
    let mut seen = Vec::new();
    if first.is_none() || utc.is_some() {
        marked(page, &mut seen);
        beside(page, order, &mut seen);
        let link = record.all(Slot::Url).into_iter().find_map(link);
        seen.extend(link.map(|link| (Rank::Link, 0, link)));
        seen.sort_by_key(|(rank, at, _)| (*rank, *at));
        seen.retain(|(.., value)| parsed(value).is_none_or(|day| day.day().year() >= FIRST_YEAR));
    }
    // A page that says its moment in UTC alone was published on the day that its readers see.
    if let (Some(first), Some(seconds)) = (first, utc) {
        let shown = seen.iter().filter(|(rank, ..)| (Rank::Marked..=Rank::Labelled).contains(rank));
        let days: Vec<_> = shown.filter_map(|(.., value)| Some((parsed(value)?.day(), value))).collect();
        let local = |day: Day| match first.day().days_to(day) {
            1 => seconds >= ZONES.0,
            -1 => seconds < ZONES.1,
            _ => false,
        };
        let agrees = days.first().is_some_and(|(day, _)| *day == first.day());
        if !agrees && let Some((_, value)) = days.iter().find(|(day, _)| local(*day)) {
            record.push(Slot::Published, (*value).clone());
        }
    }
    if first.is_some() {
        return said.into_iter().for_each(|value| record.push(Slot::Published, value));
    }
    let (strong, rest): (Vec<Seen>, Vec<Seen>) = seen.into_iter().partition(|(rank, ..)| *rank <= Rank::Beside);
    let values = |seen: Vec<Seen>| seen.into_iter().map(|(.., value)| value);
    let all = said.into_iter().chain(values(strong)).chain(metas(WEAK)).chain(values(rest)).chain(linked.loose_day());
    all.for_each(|value| record.push(Slot::Published, value));
}

/// The day in a link, as a passage of it.
fn link(url: &Passage) -> Option<Passage> {
    let written = date_forms::in_link(&url.text)?;
    let mut day = Passage::default();
    day.append(url, Span::new(written.range.start, written.range.end));
    Some(day)
}

/// Adds the days of elements that are marked as the day of publication.
fn marked(page: &Page<'_>, seen: &mut Vec<Seen>) {
    for (index, node) in page.tree.within(0) {
        if node.is_text() || matches!(node.name, "html" | "body" | "head" | "article" | "main" | "section" | "p") {
            continue;
        }
        let own = ["class", "itemprop", "property"].iter().filter_map(|name| page.tree.attribute(index, name));
        let names = own.collect::<Vec<_>>().join(" ").to_lowercase();
        let pubdate = page.tree.attribute(index, "pubdate").is_some();
        let property = names.contains("datepublished") || names.contains("datecreated");
        let named = NAMED.is_match(&names) && (names.contains("publish") || !CHANGED.is_match(&names) || names.contains("entry-date"));
        if !(pubdate || named) || page.is_foreign(index) || node.name == "meta" && !property {
            continue;
        }
        let value = ["content", "datetime", "title"].iter().find_map(|name| {
            let (value, span) = page.tree.attribute_at(index, name)?;
            date_forms::in_field(value, Some(DateOrder::DayMonth)).map(|_| page.spelled(value, span))
        });
        let shown = || {
            let text = page.text(index);
            (Tokens::of(&text.text).len() <= OTHER_WORDS + 6 && date_forms::within(&text.text, None).is_some()).then_some(text)
        };
        let Some(value) = value.or_else(shown) else { continue };
        // What `<meta>` says inside the text comes first, and readers do not see it.
        let rank = if node.name == "meta" { Rank::Said } else { Rank::Marked };
        seen.push((rank, usize::from(!property) * page.tree.nodes.len() + index, value));
    }
}

/// Adds the days that readers see: beside the headline, behind labels, in lines of their own.
fn beside(page: &Page<'_>, order: Option<DateOrder>, seen: &mut Vec<Seen>) {
    let lines = page_lines::read(page);
    let headline = page.headline;
    let shown = headline.map(|headline| page.text(headline).text).unwrap_or_default();
    let start = headline.or(page.container).unwrap_or(0);
    let at = lines.partition_point(|line| line.first < start);
    let text = page_lines::first_paragraph(&lines, headline.map_or(start, |headline| page.end(headline)));
    let whole = page.container.map_or(0..page.tree.nodes.len(), |root| root.min(start)..page.end(root));
    if let Some(line) = lines.get(text).filter(|line| !page.is_foreign(line.first)) {
        seen.extend(opening(&line.text(page), order).map(|value| (Rank::Leading, 0, value)));
    }
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.is_short()) {
        let raw = line.span().of(page.source);
        let timed = timed(page, line);
        if timed.is_none() && !raw.contains(|c: char| c.is_numeric() || c == '&') {
            continue;
        }
        let words = line.text(page);
        let said = day(&words, order);
        if words.text == shown {
            continue;
        }
        let Some((label, others, value)) = said.map(|(label, others, value)| (label, others, timed.clone().unwrap_or(value))).or_else(|| {
            let few = Tokens::of(&words.text).len() <= OTHER_WORDS && !sentence::is_sentence(&words.text);
            timed.clone().filter(|_| few).map(|value| (labels::leading(&words.text).map(|(label, _)| label), 0, value))
        }) else {
            continue;
        };
        let names = || page.tree.above(line.first).take(3).map(|up| page.names(up)).collect::<Vec<_>>().join(" ");
        let changed = label.is_none() && page.tree.above(line.first).take(2).any(|up| {
            let names = page.names(up);
            CHANGED.is_match(&names) && !names.contains("publish") && !names.contains("entry-date")
        });
        if label == Some(Label::Updated) || page.is_foreign(line.first) {
            continue;
        }
        let after = headline.is_some() && (at..text).contains(&n);
        let before = headline.is_some() && (at.saturating_sub(BEFORE)..at).contains(&n);
        let inside = whole.contains(&line.first);
        let rank = match label {
            _ if changed => Rank::Changed,
            _ if after || before => Rank::Beside,
            Some(_) if inside => Rank::Beside,
            Some(_) => Rank::Labelled,
            None if others > FEW_WORDS => continue,
            None if DATED.is_match(&names()) => Rank::Named,
            None => Rank::Alone,
        };
        // In the text, a date alone is a heading or a caption; before and behind it, it is the article's.
        let near = inside || n.abs_diff(at) < NEAR;
        if rank < Rank::Named || near {
            let away = if n >= at { n - at } else { lines.len() + at - n };
            seen.push((rank, away, value));
        }
    }
}

/// The number of lines around the headline in which a day in a line of its own is the article's.
const NEAR: usize = 12;

/// The value of a `<time>` or `<abbr>` in a line.
fn timed(page: &Page<'_>, line: &PageLine) -> Option<Passage> {
    let up = page.tree.above(line.first).take(2);
    let inner = (line.first..line.end).chain(up).filter(|i| {
        page.node(*i).is_some_and(|node| matches!(node.name, "time" | "abbr"))
    });
    inner.into_iter().find_map(|i| {
        let names = page.names(i);
        let changed = CHANGED.is_match(&names) && !names.contains("publish");
        let (value, span) = page.tree.attribute_at(i, "datetime").or(page.tree.attribute_at(i, "title"))?;
        let dated = !changed && date_forms::in_field(value, Some(DateOrder::DayMonth)).is_some();
        dated.then(|| page.spelled(value, span))
    })
}

/// The day in a line that is about it, with its label: the first piece of the line that has one and does not speak of a
/// change. A sentence is about something else.
fn day(line: &Passage, order: Option<DateOrder>) -> Option<(Option<Label>, usize, Passage)> {
    let text = line.text.as_str();
    if let Some(written) = POSTED.find(text).and_then(|_| date_forms::within(text, order)) {
        let mut value = Passage::default();
        value.append(line, Span::new(written.range.start, written.range.end));
        return Some((Some(Label::Published), 0, value));
    }
    let mut at = 0;
    let mut changed = None;
    for piece in text.split(['|', '•', '·', ';', '(', ')', '\n']) {
        let start = at;
        at += piece.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let Some(written) = date_forms::within(piece, order) else { continue };
        let before = piece[..written.range.start].trim_start();
        let label = label(before);
        let rest = &piece[written.range.end..];
        let others = Tokens::of(before).len() + Tokens::of(rest).len();
        let runs_on = sentence::is_sentence(piece.trim()) || rest.trim_start_matches([',', ' ']).starts_with(char::is_lowercase) && others > 4;
        // "Termin: 28. Juni": what a label of another kind names is something else.
        let other = label.is_none() && before.trim_end().ends_with([':', '：']);
        if runs_on || other || others > OTHER_WORDS {
            continue;
        }
        let mut value = Passage::default();
        value.append(line, Span::new(start + written.range.start, start + written.range.end));
        if label == Some(Label::Updated) {
            changed = changed.or(Some((label, others, value)));
            continue;
        }
        return Some((label, others, value));
    }
    changed
}

/// Sentences of a page about its own day.
static POSTED: Pattern = pattern!(concat!(
    r"^(?i:this (?:entry|post|article|story|page|item) was (?:first |originally )?(?:posted|published|written|created|filed)|(?:dieser|diese|dieses) (?:beitrag|artikel|eintrag|seite|meldung|post) (?:wurde|ist|erschien)",
    r"|(?:cet article|ce billet|cette entrée) a été|(?:esta entrada|este (?:artículo|post)) (?:fue|se)|(?:este (?:artigo|post)|esta entrada) foi|(?:questo articolo|questo post|questa voce) (?:è stat[oa])|dit (?:bericht|artikel) (?:is|werd)|(?:эта )?запись опубликована|(?:ten )?wpis (?:został )?|(?:detta|det här) inlägg(?:et)?|dette innlegget)\b",
));

/// The date before the first words of a text: `(28 June 2024) The ferry`, `Oslo, 28 June 2024 – The ferry`.
fn opening(line: &Passage, order: Option<DateOrder>) -> Option<Passage> {
    static PLACE: Pattern = pattern!(r"^[(\[]?(?:\p{Lu}[\p{L}./-]+(?: \p{Lu}[\p{L}./-]+){0,2},? )?[(\[]?(?:den |le |am |el |em |)");
    let text = line.text.as_str();
    let start = PLACE.find(text)?.end();
    let written = [0, start].into_iter().find_map(|start| {
        let written = date_forms::leading(&text[start..], order)?;
        Some(start + written.range.start..start + written.range.end)
    })?;
    let after = text[written.end..].trim_start();
    let bordered = after.starts_with([')', ']', '–', '—', '-', ':', '|', '„', '“', '"', '«', '/', '•', '·']);
    let mut value = Passage::default();
    value.append(line, Span::new(written.start, written.end));
    bordered.then_some(value)
}

/// The label right before a date: at the beginning of what stands before it, or as its last words.
fn label(before: &str) -> Option<Label> {
    let starts = before.char_indices().filter(|(i, _)| *i == 0 || before[..*i].ends_with(|c: char| !c.is_alphanumeric()));
    let mut found = starts.filter_map(|(i, _)| {
        let (label, end) = labels::leading(&before[i..])?;
        (i + end >= before.len()).then_some(label)
    });
    found.next()
}

#[cfg(test)]
mod tests {
    use super::{Label, Passage, day};
    use crate::text::Span;

    #[test]
    fn lines_about_a_day_have_it() {
        for (line, label, found) in [
            ("Published on 28 June 2024", Some(Label::Published), "28 June 2024"),
            ("By Ada Lind, 28 June 2024", None, "28 June 2024"),
            ("Updated 29 June 2024 | Published 28 June 2024", Some(Label::Published), "28 June 2024"),
            ("Updated 29 June 2024", Some(Label::Updated), "29 June 2024"),
            ("Stand: 28.06.2024", Some(Label::Published), "28.06.2024"),
        ] {
            let read = day(&Passage::of(line, Span::new(0, line.len())), None).expect(line);
            assert_eq!((read.0, read.2.text.as_str()), (label, found), "{line}");
        }
        for line in ["The war ended on 8 May 1945, and boats sailed.", "Termin: 28. Juni 2024", "Next fair: 28 June 2024"] {
            assert!(day(&Passage::of(line, Span::new(0, line.len())), None).is_none(), "{line}");
        }
    }
}
