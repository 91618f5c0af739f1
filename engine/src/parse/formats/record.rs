//! Records: named fields, and the article that they make. JSON, tables, feeds, front matter and the metadata of pages
//! all go this way.

use super::extract::Extract;
use super::html::text::{fragment, inline, is_markup};
use crate::corpus::article::{BlockKind, Credit, CreditKind, Field};
use crate::parse::bytes::Passage;
use crate::parse::date_forms;
use crate::parse::date_forms::DateOrder;
use crate::parse::draft::Draft;
use crate::parse::outcome::FileContext;
use crate::parse::sentence;
use crate::parse::tiling::Role;
use crate::text::{Problem, Span, Tokens};

/// The meaning of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    Title,
    Published,
    Url,
    Outlet,
    Language,
    Dateline,
    Author,
    Summary,
    /// The text of the article.
    Body,
    /// A second copy of the text, used if there is no `Body`.
    HiddenBody,
}

/// The names of fields, in lower case and without separators. Of two fields with the same meaning, the one that is
/// listed first takes precedence.
const NAMES: &[(&str, Slot)] = &[
    ("title", Slot::Title),
    ("headline", Slot::Title),
    ("hed", Slot::Title),
    ("heading", Slot::Title),
    ("titel", Slot::Title),
    ("titre", Slot::Title),
    ("titulo", Slot::Title),
    ("published", Slot::Published),
    ("datepublished", Slot::Published),
    ("publishedat", Slot::Published),
    ("publisheddate", Slot::Published),
    ("publisheddatetime", Slot::Published),
    ("publishdate", Slot::Published),
    ("publicationdate", Slot::Published),
    ("webpublicationdate", Slot::Published),
    ("firstpublished", Slot::Published),
    ("pubdate", Slot::Published),
    ("dategmt", Slot::Published),
    ("date", Slot::Published),
    ("datum", Slot::Published),
    ("fecha", Slot::Published),
    ("day", Slot::Published),
    ("datetime", Slot::Published),
    ("timestamp", Slot::Published),
    ("created", Slot::Published),
    ("createdat", Slot::Published),
    ("url", Slot::Url),
    ("link", Slot::Url),
    ("weburl", Slot::Url),
    ("permalink", Slot::Url),
    ("canonical", Slot::Url),
    ("canonicalurl", Slot::Url),
    ("href", Slot::Url),
    ("sourceurl", Slot::Url),
    ("articleurl", Slot::Url),
    ("source", Slot::Outlet),
    ("sourcename", Slot::Outlet),
    ("publisher", Slot::Outlet),
    ("outlet", Slot::Outlet),
    ("publication", Slot::Outlet),
    ("newspaper", Slot::Outlet),
    ("site", Slot::Outlet),
    ("sitename", Slot::Outlet),
    ("domain", Slot::Outlet),
    ("language", Slot::Language),
    ("lang", Slot::Language),
    ("dateline", Slot::Dateline),
    ("author", Slot::Author),
    ("authors", Slot::Author),
    ("byline", Slot::Author),
    ("creator", Slot::Author),
    ("reporter", Slot::Author),
    ("contenthtml", Slot::Body),
    ("body", Slot::Body),
    ("articlebody", Slot::Body),
    ("bodytext", Slot::Body),
    ("fulltext", Slot::Body),
    ("content", Slot::Body),
    ("text", Slot::Body),
    ("maintext", Slot::Body),
    ("article", Slot::Body),
    ("contenttext", Slot::HiddenBody),
    ("summary", Slot::Summary),
    ("description", Slot::Summary),
    ("abstract", Slot::Summary),
    ("excerpt", Slot::Summary),
    ("webtitle", Slot::Title),
    ("datepublish", Slot::Published),
    ("seendate", Slot::Published),
    ("sourcedomain", Slot::Outlet),
    ("quelle", Slot::Outlet),
    ("medium", Slot::Outlet),
    ("fuente", Slot::Outlet),
    ("articletext", Slot::Body),
    ("story", Slot::Body),
    ("storybody", Slot::Body),
    ("paragraphs", Slot::Body),
    ("trailtext", Slot::Summary),
    ("snippet", Slot::Summary),
];

/// Whether a field of this name has a meaning.
pub(crate) fn is_known(name: &str) -> bool {
    let name = plain(name);
    NAMES.iter().any(|(known, _)| *known == name)
}

/// The name of a field in lower case and without separators.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The fields of a feed that hold for all of its articles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channel {
    pub(crate) outlet: Option<Passage>,
    pub(crate) language: Option<Passage>,
}

/// The fields of one article.
#[derive(Debug, Default)]
pub(crate) struct Record {
    fields: Vec<Entry>,
    body: Option<Extract>,
}

#[derive(Debug)]
struct Entry {
    slot: Slot,
    /// The precedence within the slot; the lowest comes first.
    rank: usize,
    value: Passage,
}

impl Record {
    /// Adds a value that ranks after those of its slot that are there.
    pub(crate) fn push(&mut self, slot: Slot, value: Passage) {
        self.fields.push(Entry { slot, rank: NAMES.len() + self.fields.len(), value });
    }

    /// Adds a value that ranks before all that are pushed.
    pub(crate) fn push_first(&mut self, slot: Slot, value: Passage) {
        self.fields.push(Entry { slot, rank: 0, value });
    }

    /// Adds the value of the field `name`, with the rank of the name; does nothing if the name has no meaning.
    pub(crate) fn push_named(&mut self, name: &str, value: Passage) {
        let name = plain(name);
        if let Some(rank) = NAMES.iter().position(|(known, _)| *known == name) {
            self.fields.push(Entry { slot: NAMES[rank].1, rank, value });
        }
    }

    /// Sets the text that was extracted from markup.
    pub(crate) fn set_body(&mut self, body: Extract) {
        self.body = Some(body);
    }

    /// The values of `slot` that are not empty, by rank.
    pub(crate) fn all(&self, slot: Slot) -> Vec<&Passage> {
        self.entries(slot).into_iter().map(|entry| &entry.value).collect()
    }

    fn entries(&self, slot: Slot) -> Vec<&Entry> {
        let mut found: Vec<&Entry> =
            self.fields.iter().filter(|e| e.slot == slot && !e.value.trimmed().is_empty()).collect();
        found.sort_by_key(|entry| entry.rank);
        found
    }

    /// The first value of `slot` by rank.
    pub(crate) fn first(&self, slot: Slot) -> Option<&Passage> {
        self.all(slot).into_iter().next()
    }

    /// The order of day and month in dates of numbers alone, as the language of the record says, or the country in its
    /// link.
    pub(crate) fn date_order(&self) -> Option<DateOrder> {
        let languages =
            self.all(Slot::Language).into_iter().find_map(|l| date_forms::order_of(l.text.trim()));
        languages.or_else(|| {
            self.all(Slot::Url).into_iter().find_map(|url| {
                let (_, rest) = url.text.split_once("://")?;
                date_forms::order_in(rest.split(['/', ':', '?', '#']).next()?.rsplit_once('.')?.1)
            })
        })
    }

    /// Whether the record has neither a text nor a summary.
    pub(crate) fn has_no_body(&self) -> bool {
        let read = self.body.as_ref().is_some_and(|body| !body.passage.text.is_empty());
        !read && [Slot::Body, Slot::HiddenBody, Slot::Summary].iter().all(|slot| self.first(*slot).is_none())
    }

    /// The channel that these fields describe; those of `outer` take precedence.
    pub(crate) fn channel(&self, outer: &Channel) -> Channel {
        let title = || self.first(Slot::Outlet).or(self.first(Slot::Title)).cloned();
        Channel {
            outlet: outer.outlet.clone().or_else(title),
            language: outer.language.clone().or_else(|| self.first(Slot::Language).cloned()),
        }
    }

    /// Maps the record, whose source is the text of `outer`, to the source of `outer`.
    pub(crate) fn through(mut self, outer: &Passage) -> Record {
        for entry in &mut self.fields {
            entry.value.origin = entry.value.origin.through(&outer.origin);
        }
        self.body = self.body.map(|body| body.through(outer));
        self
    }

    /// Makes the article from the fields; their problems are added to `problems`, with spans in bytes of the source.
    pub(crate) fn draft(
        mut self,
        channel: &Channel,
        context: &FileContext<'_>,
        problems: &mut Vec<Problem>,
    ) -> Draft {
        let mut draft = Draft::new(context.settings);
        // The text first, since it is long and would be copied behind anything else; the values stand after it.
        let mut extract = self.text();
        let body = extract.passage.text.len();
        let mut wrong = Vec::new();
        let place = |extract: &mut Extract, value: &Passage| {
            let span = extract.value(&inline(value.clone()));
            // Tags without a text are empty, too.
            (!span.is_empty()).then(|| Field::read(span.of(&extract.passage.text).to_owned(), span))
        };
        draft.title = self.first(Slot::Title).and_then(|title| place(&mut extract, title));
        let link = self.all(Slot::Url).into_iter().find(|url| url.text.contains("://"));
        draft.url = link.and_then(|url| place(&mut extract, url));
        for (field, role) in [(&draft.title, Role::Title), (&draft.url, Role::Url)] {
            let span = field.as_ref().and_then(|field| field.from.span());
            draft.parts.extend(span.map(|span| (span, role)));
        }
        let outlet = self.first(Slot::Outlet).or(channel.outlet.as_ref());
        let language = self.first(Slot::Language).or(channel.language.as_ref());
        let channel_order = || date_forms::order_of(channel.language.as_ref()?.text.trim());
        let order = self.date_order().or_else(channel_order);
        self.published(order, &mut draft, &mut extract, &mut wrong);
        draft.outlet = outlet.and_then(|outlet| place(&mut extract, outlet));
        let language = language.and_then(|language| place(&mut extract, language));
        draft.language = language.and_then(|l| Some(Field { value: primary(&l.value)?, from: l.from }));
        draft.dateline = self.first(Slot::Dateline).and_then(|dateline| place(&mut extract, dateline));
        let dateline = draft.dateline.as_ref().and_then(|dateline| dateline.from.span());
        draft.parts.extend(dateline.map(|span| (span, Role::Dateline)));
        self.authors(&mut draft, &mut extract);
        let untitled = draft.title.is_none();
        let mut draft = extract.finish(body, untitled, draft);
        problems.append(&mut draft.problems);
        problems.extend(wrong);
        draft
    }

    /// Reads the first date that is one; `order` is the language's, where the editor says none.
    fn published(
        &self,
        order: Option<DateOrder>,
        draft: &mut Draft,
        extract: &mut Extract,
        wrong: &mut Vec<Problem>,
    ) {
        let all = self.all(Slot::Published);
        let order = draft.settings.date_order.or(order);
        let read = |value: &&Passage| Some((date_forms::in_field(&value.text, order)?, (*value).clone()));
        if let Some((published, value)) = all.iter().find_map(read) {
            let span = extract.value(&value);
            draft.parts.push((span, Role::Published));
            draft.published = Some(Field::read(published, span));
        } else if let Some(value) = all.first() {
            let span = value.origin.span(value.trimmed());
            let two = date_forms::in_field(&value.text, Some(DateOrder::DayMonth)).is_some();
            let message = format!(
                "expected a date that is one day of the calendar, found `{}`{}; the article is undated unless its link or text has another",
                value.text.trim(),
                if two { ", which can be two (`date_order` in corpus.toml says which)" } else { "" }
            );
            wrong.push(Problem::new(span, message));
        }
    }

    fn authors(&self, draft: &mut Draft, extract: &mut Extract) {
        let mut known: Vec<String> = Vec::new();
        for author in self.all(Slot::Author) {
            let span = extract.value(&inline(author.clone()));
            let span = person(span, &extract.passage.text);
            let name = span.of(&extract.passage.text).to_owned();
            if !name.is_empty() && !known.contains(&name.to_lowercase()) {
                known.push(name.to_lowercase());
                draft.credits.push(Credit { kind: CreditKind::Reporter, text: name, span });
            }
        }
    }

    /// The lines of the text, preceded by the summary unless the text repeats it.
    fn text(&mut self) -> Extract {
        let read = self.body.take().unwrap_or_default();
        let bodies = self.entries(Slot::Body);
        let mut body = Extract::default();
        body.append(read);
        // A feed has its text once; a list of paragraphs comes as several values of one field.
        let believed = bodies.first().map(|entry| entry.rank);
        for entry in bodies.into_iter().filter(|entry| Some(entry.rank) == believed) {
            body.append(lines(&entry.value));
        }
        if body.passage.text.trim().is_empty()
            && let Some(value) = self.first(Slot::HiddenBody)
        {
            body.append(lines(value));
        }
        if let Some(summary) = self.first(Slot::Summary) {
            let summary = lines(summary);
            if body.passage.text.trim().is_empty() {
                body = summary;
            } else if repeats(&body.passage.text, &summary.passage.text) {
                let whole = summary.passage.origin.span(summary.passage.trimmed());
                body.outside.push((whole, "repeated-summary"));
            } else {
                let mut standfirst = summary;
                standfirst.kinds = vec![(standfirst.passage.trimmed(), BlockKind::Standfirst)];
                standfirst.append(body);
                body = standfirst;
            }
        }
        body
    }
}

/// The text of a field as lines, with HTML resolved.
fn lines(value: &Passage) -> Extract {
    if is_markup(&value.text) {
        return fragment(value);
    }
    if value.text.contains('&') {
        return Extract { passage: inline(value.clone()), ..Extract::default() };
    }
    Extract { passage: value.clone(), ..Extract::default() }
}

/// Whether `text` repeats `summary`, up to where the summary is cut off.
fn repeats(text: &str, summary: &str) -> bool {
    let cut = summary.trim().trim_end_matches(['…', ']', '.']).trim_end_matches(['[', '…', '.', ' ']);
    // `[&#8230;]`, `Read more`, `Continue reading`: a feed's own words at the end.
    let cut = cut.rsplit_once("[…").map_or(cut, |(before, _)| before);
    if text.contains(cut) {
        return true;
    }
    // A sentence from further on is copied as it stands; the beginning may have lost its tags and line ends.
    let beginning = text.floor_char_boundary(2 * cut.len() + 200);
    let (text, cut) = (Tokens::of(&text[..beginning]), Tokens::of(cut));
    let same = |start: usize| {
        (0..cut.len()).all(|i| text.get(start + i).map(|t| t.folded) == cut.get(i).map(|t| t.folded))
    };
    cut.is_empty() || (0..(text.len() + 1).saturating_sub(cut.len())).any(same)
}

/// The primary tag of a language tag: `en` for `en-GB`; `None` if it is not two or three letters.
fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase())).then_some(primary)
}

/// The span of the name in an author's field; empty if there is none. RSS writes `desk@example.org (Ada Lind)`, others
/// `By Ada Lind`.
fn person(span: Span, text: &str) -> Span {
    let value = span.of(text);
    let at =
        |from: usize, to: usize| Span::new(span.range().start + from, span.range().start + to).trimmed(text);
    if let (true, Some(open), Some(close)) = (value.contains('@'), value.find('('), value.rfind(')'))
        && open < close
    {
        return at(open + 1, close);
    }
    let by = ["By ", "by ", "BY "].iter().find(|by| value.starts_with(**by)).map_or(0, |by| by.len());
    // An address alone names nobody, and a long text is no name.
    let is_name =
        !value.contains('@') && !value.contains("://") && !sentence::has_words(value, MOST_WORDS + 1);
    if is_name { at(by, value.len()) } else { at(0, 0) }
}

/// The maximum number of words in an author's field.
const MOST_WORDS: usize = 12;
