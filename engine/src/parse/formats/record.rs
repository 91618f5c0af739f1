//! Records: named fields, and the article that they make. JSON, tables, feeds, front matter and the metadata of pages
//! all go this way.

use super::extract::Extract;
use super::field;
use super::html::text::{inline, inline_markup};
use super::names;
pub(crate) use super::slot::Slot;
use crate::corpus::{BlockKind, Credit, CreditKind, Field};
use crate::order;
use crate::parse::bytes::Passage;
use crate::parse::date_forms;
use crate::parse::date_forms::DateOrder;
use crate::parse::draft::Draft;
use crate::parse::outcome::FileContext;
use crate::parse::tiling::Role;
use crate::text::{Problem, Span};

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
    /// Whether the value is surely markup; of others their signs decide.
    markup: bool,
}

impl Record {
    /// Adds a value that ranks after those of its slot that are there.
    pub(crate) fn push(&mut self, slot: Slot, value: Passage) {
        self.add(slot, names::RANKS + self.fields.len(), value);
    }

    /// Adds a value like [`push`](Record::push) that is surely markup.
    pub(crate) fn push_markup(&mut self, slot: Slot, value: Passage) {
        self.fields.push(Entry { slot, rank: names::RANKS + self.fields.len(), value, markup: true });
    }

    fn add(&mut self, slot: Slot, rank: usize, value: Passage) {
        if !field::is_nothing(&value.text) {
            self.fields.push(Entry { slot, rank, value, markup: false });
        }
    }

    /// Adds a value that ranks before all that are pushed.
    pub(crate) fn push_first(&mut self, slot: Slot, value: Passage) {
        self.add(slot, 0, value);
    }

    /// Adds the value of the field `name`, with the rank of the name; does nothing if the name has no meaning.
    pub(crate) fn push_named(&mut self, name: &str, value: Passage) {
        match names::slot(name) {
            // A link is no name: it is the link unless another field has one.
            Some((Slot::Outlet, _)) if value.text.contains("://") => self.push(Slot::Url, value),
            Some((slot, rank)) => self.add(slot, rank, value),
            None => {}
        }
    }

    /// Changes every value of `slot`.
    pub(crate) fn change(&mut self, slot: Slot, mut change: impl FnMut(&Passage) -> Passage) {
        for entry in self.fields.iter_mut().filter(|entry| entry.slot == slot) {
            entry.value = change(&entry.value);
        }
    }

    /// The problem of an article at `place` that its outlet withdrew; `None` for any other.
    pub(crate) fn withdrawn(&self, place: Span) -> Option<Problem> {
        let title = self.first(Slot::Title).or(self.first(Slot::Body))?;
        let message = "expected an article, found that it was withdrawn (`[Removed]`); it is set aside";
        field::is_withdrawn(&title.text).then(|| Problem::new(place, message))
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
        order::by_key(&mut found, |entry| entry.rank);
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
        let outlet = self.first(Slot::Outlet).or(channel.outlet.as_ref()).cloned();
        let title = self.headline();
        let mut wrong = Vec::new();
        // The text first, since it is long and would be copied behind anything else; the values stand after it.
        let mut extract = self.text(&mut wrong);
        if let Some(title) = &title
            && field::says_headline(&extract.passage.text, &title.text, outlet.as_ref().map(|o| &*o.text))
        {
            let span = extract.passage.origin.span(extract.passage.trimmed());
            let outside = std::mem::take(&mut extract.outside);
            extract = Extract { outside, ..Extract::default() };
            extract.outside.push((span, "repeated-headline"));
        }
        let body = extract.passage.text.len();
        let as_read = |extract: &mut Extract, value: &Passage| {
            let span = extract.value(value);
            // Tags without a text are empty, too.
            (!span.is_empty()).then(|| Field::read(span.of(&extract.passage.text).to_owned(), span))
        };
        let place = |extract: &mut Extract, value: &Passage| as_read(extract, &inline(value.clone()));
        draft.title = title.and_then(|title| as_read(&mut extract, &title));
        let link = self.all(Slot::Url).into_iter().find(|url| url.text.contains("://"));
        draft.url = link.and_then(|url| place(&mut extract, url));
        for (field, role) in [(&draft.title, Role::Title), (&draft.url, Role::Url)] {
            let span = field.as_ref().and_then(|field| field.from.span());
            draft.parts.extend(span.map(|span| (span, role)));
        }
        let language = self.first(Slot::Language).or(channel.language.as_ref());
        let channel_order = || date_forms::order_of(channel.language.as_ref()?.text.trim());
        let order = self.date_order().or_else(channel_order);
        self.published(order, &mut draft, &mut extract, &mut wrong);
        draft.outlet = outlet.and_then(|outlet| place(&mut extract, &outlet));
        let language = language.and_then(|language| place(&mut extract, language));
        draft.language =
            language.and_then(|l| Some(Field { value: field::primary(&l.value)?, from: l.from }));
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
        let first = all.iter().find_map(read);
        let changed = self.all(Slot::Updated);
        let late = first.is_none().then(|| changed.iter().find_map(read)).flatten();
        if let Some((_, value)) = &late {
            let message = format!(
                "expected a day of publication, found only the day of an update, `{}`; it is taken, and `published` in corpus.toml gives another",
                value.text.trim()
            );
            wrong.push(Problem::new(value.origin.span(value.trimmed()), message));
        }
        if let Some((published, value)) = first.or(late) {
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
            let span = field::person(span, &extract.passage.text);
            let name = span.of(&extract.passage.text).to_owned();
            if !name.is_empty() && !known.contains(&name.to_lowercase()) {
                known.push(name.to_lowercase());
                draft.credits.push(Credit { kind: CreditKind::Reporter, text: name, span });
            }
        }
    }

    /// The headline in one line.
    fn headline(&self) -> Option<Passage> {
        let entry = self.entries(Slot::Title).into_iter().next()?;
        Some(match entry.markup {
            true => inline_markup(entry.value.clone()),
            false => inline(entry.value.clone()),
        })
    }

    /// Removes the name of the outlet that an aggregator puts behind each headline.
    pub(crate) fn bare_headline(&mut self) {
        let Some(outlet) = self.first(Slot::Outlet).cloned() else { return };
        self.change(Slot::Title, |title| {
            let mut bare = Passage::default();
            bare.append(title, field::headline(&title.text, &outlet.text));
            bare
        });
    }

    /// The lines of the text, preceded by the summary unless one of the two repeats the other.
    fn text(&mut self, wrong: &mut Vec<Problem>) -> Extract {
        let read = self.body.take().unwrap_or_default();
        let bodies = self.entries(Slot::Body);
        let mut body = Extract::default();
        body.append(read);
        // A feed has its text once; a list of paragraphs comes as several values of one field.
        let believed = bodies.first().map(|entry| entry.rank);
        for entry in bodies.into_iter().filter(|entry| Some(entry.rank) == believed) {
            body.append(whole(entry, wrong));
        }
        if body.passage.text.trim().is_empty()
            && let Some(entry) = self.entries(Slot::HiddenBody).first()
        {
            body.append(whole(entry, wrong));
        }
        if let Some(entry) = self.entries(Slot::Summary).first() {
            let summary = field::lines(&entry.value, entry.markup);
            let (text, said) = (&body.passage.text, &summary.passage.text);
            if text.trim().is_empty() {
                body.append(summary);
            } else if field::repeats(text, said) {
                let whole = summary.passage.origin.span(summary.passage.trimmed());
                body.outside.push((whole, "repeated-summary"));
            } else if said.len() > text.len() && field::repeats(said, text) {
                let whole = body.passage.origin.span(body.passage.trimmed());
                let outside = body.outside;
                body = summary;
                body.outside.extend(outside);
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

/// The lines of a text, without the mark that says that it is cut off; a problem says so instead.
fn whole(entry: &Entry, wrong: &mut Vec<Problem>) -> Extract {
    let Some(cut) = field::cut(&entry.value.text) else { return field::lines(&entry.value, entry.markup) };
    let mut kept = Passage::default();
    kept.append(&entry.value, Span::new(0, cut.range().start));
    let mut extract = field::lines(&kept, entry.markup);
    let span = entry.value.origin.span(cut);
    let message = format!(
        "expected the whole text, found that it was cut off before it came (`{}`)",
        cut.of(&entry.value.text)
    );
    wrong.push(Problem::new(span, message));
    extract.outside.push((span, "cut-mark"));
    extract
}
