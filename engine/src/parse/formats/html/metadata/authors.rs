//! The people who wrote the text of a page: those of its metadata, those that its elements name, and those of the byline.

use super::linked_data::LinkedData;
use super::page::{PERSON, Page, words};
use super::page_lines::{self, PageLine};
use crate::parse::byline;
use crate::parse::bytes::Passage;
use crate::parse::formats::html::text::inline;
use crate::parse::formats::record::{Record, Slot};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

/// The names of `<meta>` elements with an author, in order.
const META: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "rnews:author",
    "byl",
    "byline",
    "authors",
    "og:article:author",
    "og:author",
    "creator",
    "shareaholic:article_author_name",
    "bepress_citation_author",
    "eprints.creators_name",
];

/// Words in the names of an element that shows an author.
static NAMED: Pattern = pattern!(
    r"(?:^|[\s_-])(?:author|authors|author-?name|autor|autoren|auteur|autore|byline|by-line|p-author|h-card|vcard|writer|journalist|reporter|post-author|entry-author|article-author|meta-author|author-link|redakteur|forfatter|verfasser|submitted|written-by|posted-by|contributors?)(?:$|[\s_-])|author|byline"
);

/// The maximum number of words in an element that shows authors, with their roles.
const LONGEST: usize = 24;

/// The number of lines around the headline and the text in which a byline stands.
const NEAR: usize = 8;

/// The number of lines at the end of the text in which authors stand behind a label, and of those behind it.
const TAIL: (usize, usize) = (12, 8);

/// A text that names authors, and whether the page marks it as just that; then it may be a nickname.
struct AuthorText {
    text: Passage,
    marked: bool,
}

fn marked(text: Passage) -> AuthorText {
    AuthorText { text, marked: true }
}

fn unmarked(text: Passage) -> AuthorText {
    AuthorText { text, marked: false }
}

/// Adds the names of the authors to `record`: those of the first source that has any, or of a value that has them all and
/// more.
pub(super) fn read(page: &Page<'_>, lines: &[PageLine], linked: &LinkedData<'_>, record: &mut Record) {
    let others = others(linked, record);
    let people = |values: &[AuthorText]| -> Vec<Passage> {
        let mut found: Vec<Passage> = Vec::new();
        for name in values.iter().flat_map(|value| names(&value.text, value.marked)) {
            let own = words(&name.text);
            // "Ada Lind" and "Ada Lind Subscribe" are one.
            let known = found
                .iter()
                .map(|one| words(&one.text))
                .any(|one| one == own || one.len() > 1 && own.starts_with(&one));
            if !known && !is_outlet(&own, &others) {
                found.push(name);
            }
        }
        found
    };
    let sources: [&dyn Fn() -> Vec<AuthorText>; 7] = [
        &|| linked.authors().into_iter().map(marked).collect(),
        &|| elements(page, true),
        &|| {
            let mut all = META.iter().map(|name| page.meta(name).into_iter().map(marked).collect::<Vec<_>>());
            all.find(|all| !people(all).is_empty()).unwrap_or_default()
        },
        &|| elements(page, false),
        &|| links(page, lines),
        &|| bylines(page, lines),
        &|| commenter(page),
    ];
    let is_whole = |name: &Passage| {
        byline::is_person(&name.text) && (words(&name.text).len() > 1 || !name.text.is_ascii())
    };
    // A name of one word is a nickname where another source has more.
    let mut best: Vec<Passage> = Vec::new();
    for (n, source) in sources.iter().enumerate() {
        let known = best.iter().any(is_whole);
        if known && n >= SURE {
            break;
        }
        let said = source();
        if !known {
            let found = people(&said);
            if best.is_empty() || found.iter().any(is_whole) {
                best = found;
            }
        }
        if best.iter().any(is_whole) {
            for value in said.chunks(1) {
                let found = people(value);
                let has = |name: &Passage| found.iter().any(|one| words(&one.text) == words(&name.text));
                if found.len() > best.len() && found.iter().all(is_whole) && best.iter().all(has) {
                    best = found;
                }
            }
        }
    }
    best.into_iter().for_each(|name| record.push(Slot::Author, name));
}

/// The number of the sources, at the beginning, of which one may have more of the names than the one before it.
const SURE: usize = 4;

/// Whether a name is that of an outlet, or holds it without a word for its desk.
fn is_outlet(own: &[String], others: &[Vec<String>]) -> bool {
    let holds = |site: &Vec<String>| site.len() > 1 && own.windows(site.len()).any(|run| run == site);
    let desk = own.iter().any(|word| DESKS.contains(&word.as_str()));
    let host = || others.iter().any(|host| host.len() == 1 && host[0] == own.concat());
    others.iter().any(|site| site == own) || host() || !desk && others.iter().any(holds)
}

/// Words for the people of an outlet together.
const DESKS: &[&str] = &[
    "redaktion", "redaccion", "redaction", "redazione", "redactie", "redacao", "redakcja", "redakce",
    "redaksi", "editorial", "team", "desk", "staff", "newsroom", "reporter",
];

/// The names of the outlet, the host and the headline, which nobody has; on a page of one's own they are the author's.
fn others(linked: &LinkedData<'_>, record: &Record) -> Vec<Vec<String>> {
    let sites: Vec<_> = record.all(Slot::Outlet).into_iter().map(|site| words(&site.text)).collect();
    let owner = linked.owner().map(|owner| words(&owner.text));
    let own = owner.filter(|owner| sites.iter().filter(|site| *site == owner).count() == 1);
    let titles = record.all(Slot::Title).into_iter().map(|title| words(&title.text));
    let owned = own.as_ref().map(|own| own.concat());
    let hosts = super::headline::hosts(record).into_iter().filter(|host| Some(host) != owned.as_ref());
    let hosts = hosts.map(|host| vec![host]);
    let all = sites.into_iter().filter(|site| Some(site) != own.as_ref()).chain(titles);
    all.chain(hosts).collect()
}

/// The names in a value, each as a passage of its own; where the page marks it as the author, also a nickname.
fn names(value: &Passage, marked: bool) -> Vec<Passage> {
    let value = inline(value.clone());
    let part = |range: std::ops::Range<usize>| {
        let mut name = Passage::default();
        name.append(&value, Span::new(range.start, range.end));
        name
    };
    let found: Vec<_> = byline::in_field(&value.text).into_iter().map(part).collect();
    if !marked || !found.is_empty() {
        return found;
    }
    let whole = value.trimmed();
    byline::is_nickname(whole.of(&value.text)).then(|| part(whole.range())).into_iter().collect()
}

/// The texts of the elements that name authors: by microdata and links where `sure`, or else by their class.
fn elements(page: &Page<'_>, sure: bool) -> Vec<AuthorText> {
    let mut found: Vec<AuthorText> = Vec::new();
    let end = page.container.map_or(usize::MAX, |root| page.end(root));
    let mut skip = 0;
    for (index, node) in page.tree.within(0) {
        if index < skip
            || node.is_text()
            || matches!(node.name, "html" | "body" | "head" | "meta" | "link" | "script")
        {
            continue;
        }
        let is = match sure {
            true => {
                has(page, index, "rel", "author")
                    || has(page, index, "itemprop", "author")
                    || has(page, index, "itemprop", "creator")
            }
            false => ["class", "id"].iter().any(|name| {
                page.tree.attribute(index, name).is_some_and(|value| NAMED.is_match(&value.to_lowercase()))
            }),
        };
        let mut around = std::iter::once(index).chain(page.tree.above(index)).take(AROUND);
        if !is || page.is_foreign(index) || around.any(|i| OTHERS.is_match(&page.names(i))) {
            continue;
        }
        // Behind the article stand the authors of others; its own are there only where it names none.
        if index >= end && !found.is_empty() {
            break;
        }
        let mut said = inside(page, index, sure);
        said.retain(|said| !names(&said.text, said.marked).is_empty());
        // What names nobody may hold an element that does.
        if !said.is_empty() {
            skip = node.end;
        }
        found.extend(said);
    }
    found
}

/// The number of elements, with those around it, whose names tell an author from that of a picture.
const AROUND: usize = 3;

/// Words in the names of elements about something else of an author, and of the authors of pictures.
static OTHERS: Pattern = pattern!(
    r"author-?_?(?:views?|counts?|stats)|licen[cs]e|testimonial|(?:photo|image|picture|media|bild|foto)[_-]?(?:author|credit|source|by)"
);

/// The texts of an element that names authors: of those in it that are marked as a name, or its own, or those of its links
/// to people.
fn inside(page: &Page<'_>, index: usize, sure: bool) -> Vec<AuthorText> {
    let inner = |is: &dyn Fn(usize) -> bool| -> Vec<usize> {
        page.tree.within(index).map(|(i, _)| i).filter(|i| is(*i)).collect()
    };
    let text = |at: usize| {
        let content = page.tree.attribute_at(at, "content").filter(|(value, _)| !value.is_empty());
        content.map_or_else(|| page.parted(at), |(value, span)| page.spelled(value, span))
    };
    let fits = |text: &Passage| !text.text.is_empty() && words(&text.text).len() <= LONGEST;
    let named = inner(&|i| {
        has(page, i, "itemprop", "name")
            || ["fn", "p-name", "username"].iter().any(|name| has(page, i, "class", name))
    });
    if !named.is_empty() {
        return named.into_iter().map(text).filter(fits).map(marked).collect();
    }
    let own = Some(text(index)).filter(fits);
    let mut links: Vec<(&str, AuthorText)> = Vec::new();
    for link in inner(&|i| leads_to_person(page, i)) {
        // A second link to the same page has no name: "All articles".
        let href = page.tree.attribute(link, "href").unwrap_or_default();
        let text = text(link);
        if fits(&text) && !names(&text, true).is_empty() && links.iter().all(|(known, _)| *known != href) {
            links.push((href, marked(text)));
        }
    }
    // "Ada Lind Subscribe" is the link's Ada Lind, and beside Max Example's link somebody else.
    let linked: Vec<_> = links.iter().map(|(_, said)| words(&said.text.text)).collect();
    let is_linked = |name: &Passage| linked.iter().any(|link| words(&name.text).starts_with(link));
    if !links.is_empty() && own.as_ref().is_none_or(|own| names(own, sure).iter().all(is_linked)) {
        return links.into_iter().map(|(_, said)| said).collect();
    }
    own.into_iter().map(|text| AuthorText { text, marked: sure }).collect()
}

/// Whether `word` is one of those in the attribute `name` of an element.
fn has(page: &Page<'_>, index: usize, name: &str, word: &str) -> bool {
    let value = page.tree.attribute(index, name);
    value.is_some_and(|value| value.split_whitespace().any(|value| value.eq_ignore_ascii_case(word)))
}

/// Whether an element is a link to the page of a person.
fn leads_to_person(page: &Page<'_>, index: usize) -> bool {
    let href = || page.tree.attribute(index, "href").is_some_and(|href| PERSON.is_match(href));
    page.node(index).is_some_and(|node| node.name == "a") && href()
}

/// The links to people beside the headline: with a name, or behind a word such as "By".
fn links(page: &Page<'_>, lines: &[PageLine]) -> Vec<AuthorText> {
    let (near, _) = parts(page, lines);
    let mut found = Vec::new();
    for line in near {
        for index in line.first..line.end {
            let Some(link) = page.tree.above(index).take(2).find(|up| leads_to_person(page, *up)) else {
                continue;
            };
            let (text, whole) = (page.text(link), line.text(page));
            let before = whole.text.split(&*text.text).next().unwrap_or_default();
            let labelled = byline::read(&format!("{before}Ada Lind")).is_some_and(|byline| byline.labelled);
            if !found.iter().any(|(at, _)| *at == link) {
                found.push((link, AuthorText { text, marked: labelled }));
            }
        }
        if found.iter().any(|(_, said)| said.marked) {
            break;
        }
    }
    // "Our people" is a button; the address of a person's page has a word of the name.
    let fits = |(link, said): &(usize, AuthorText)| {
        let name = words(&said.text.text);
        let href = page.tree.attribute(*link, "href").unwrap_or_default();
        let slug = words(href.trim_end_matches('/').rsplit('/').next().unwrap_or_default());
        let person = || name.len() > 1 && byline::is_person(&said.text.text);
        name.len() <= LONGEST && (said.marked || person() && name.iter().any(|word| slug.contains(word)))
    };
    found.into_iter().filter(fits).map(|(_, said)| said).collect()
}

/// The short lines of a page that are its own: those near the headline, and those at the end of the text.
fn parts(page: &Page<'_>, lines: &[PageLine]) -> (Vec<PageLine>, Vec<PageLine>) {
    let start = page.headline.or(page.container).unwrap_or(0);
    let at = lines.partition_point(|line| line.first < start);
    let text = page_lines::first_paragraph(lines, page.headline.map_or(start, |headline| page.end(headline)));
    let end = lines.partition_point(|line| line.first < page.container.map_or(0, |root| page.end(root)));
    let near = at.saturating_sub(NEAR / 2)..(text + 1).min(at + 2 * NEAR).min(lines.len());
    let tail = end.saturating_sub(TAIL.0).max(near.end)..(end + TAIL.1).min(lines.len());
    let own = |range: std::ops::Range<usize>| -> Vec<PageLine> {
        let lines = lines.get(range).unwrap_or_default().iter();
        lines.filter(|line| line.is_short() && !page.is_foreign(line.first)).copied().collect()
    };
    (own(near), own(tail))
}

/// The first byline in a line of its own near the headline, with a word such as "By", or at the end, with one such as
/// "Author:"; the word may be a line of its own.
fn bylines(page: &Page<'_>, lines: &[PageLine]) -> Vec<AuthorText> {
    let (near, tail) = parts(page, lines);
    let found = |lines: &[PageLine], colon: bool| {
        let texts: Vec<Passage> = lines.iter().map(|line| line.text(page)).collect();
        let is_one = |text: &&Passage| {
            let byline = byline::read(&text.text).filter(|byline| byline.labelled);
            let label = byline.and_then(|byline| text.text.get(..byline.names.first()?.start));
            label.is_some_and(|label| !colon || label.contains([':', '：']))
                && words(&text.text).len() <= LONGEST
        };
        let alone = texts.iter().find(is_one).cloned();
        alone.or_else(|| texts.windows(2).find_map(|two| pair(&two[0], &two[1])))
    };
    found(&near, false).or_else(|| found(&tail, true)).into_iter().map(unmarked).collect()
}

/// The line of names behind a line that is a label for them: "Author", "Text:".
fn pair(label: &Passage, names: &Passage) -> Option<Passage> {
    let mut line = Passage::default();
    line.append(label, label.whole());
    line.apart(if label.text.ends_with([':', '：']) { " " } else { ": " });
    let start = line.text.len();
    line.append(names, names.whole());
    let byline = byline::read(&line.text)?;
    let whole = byline.names.iter().all(|name| words(&line.text[name.clone()]).len() > 1);
    let is_one = byline.labelled && byline.others == 0 && whole && byline.names.first()?.start == start;
    is_one.then_some(line)
}

/// The name of the author of the article in a comment of their own, as WordPress marks it.
fn commenter(page: &Page<'_>) -> Vec<AuthorText> {
    let mut comments = page.tree.within(0).map(|(i, _)| i).filter(|i| has(page, *i, "class", "bypostauthor"));
    let named = comments
        .next()
        .and_then(|comment| page.tree.within(comment).map(|(i, _)| i).find(|i| has(page, *i, "class", "fn")));
    named.map(|i| marked(page.text(i))).into_iter().collect()
}
