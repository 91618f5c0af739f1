//! The parts of a view, a row each in one table: its field, its name in objects, its key in links, its shape and its
//! group. The writers and readers of links and objects, and what clearing keeps, are derived from the table.

use super::{At, Chart, Layout, Measure, Near, Order, Sort, Where};
use crate::actors::{Edit, Form};
use crate::charts::Bin;
use crate::corpus::Day;
use serde::Serialize;

/// Parts that are cleared and kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// The filters on articles and mentions.
    Filters,
    /// The order of the articles.
    Sort,
    /// The kind of chart and its settings.
    Chart,
    /// The rows of evidence that are open.
    Rows,
    /// The article that is open.
    Reader,
    /// Any other panel that is open over the list.
    Panel,
    /// The reader's edits of the lists of actors.
    Edits,
    /// Settings of the page itself.
    Page,
}

/// The type of a part in objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A boolean, with the word that stands for true in links.
    Switch(&'static str),
}

/// A part of a view, without its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct ViewPart {
    /// Its name in objects, as `dateline.view()` gives them.
    pub(super) name: &'static str,
    /// Its key in links.
    pub(super) key: &'static str,
    /// Its type in objects.
    pub(super) shape: Shape,
}

/// A value that a link can hold.
trait LinkValue: Sized {
    /// The value as a link writes it, before percent-encoding.
    fn written(&self) -> String;
    /// Reads a value; the error says what was expected and what was found.
    fn read(text: String) -> Result<Self, String>;
}

impl LinkValue for String {
    fn written(&self) -> String {
        self.clone()
    }

    fn read(text: String) -> Result<String, String> {
        Ok(text)
    }
}

/// Implements [`LinkValue`] for types that convert into and from `String`.
macro_rules! link_values {
    ($($value:ty),+) => { $(
        impl LinkValue for $value {
            fn written(&self) -> String {
                self.clone().into()
            }

            fn read(text: String) -> Result<$value, String> {
                text.try_into()
            }
        }
    )+ };
}

link_values!(At, Bin, Chart, Day, Edit, Form, Layout, Measure, Near, Order, Sort, Where);

/// How a field of each kind is written into a link, read out of one, and shaped in objects. `value` holds one value and
/// is left out where it is the default; `some` may hold one; `many` holds a list; a `switch` is on or off.
macro_rules! kind {
    (shape value) => {
        Shape::Text
    };
    (shape some) => {
        Shape::Text
    };
    (shape many) => {
        Shape::Texts
    };
    (shape switch $word:literal) => {
        Shape::Switch($word)
    };

    (write value, $field:expr, $say:expr) => {
        if !is_default($field) {
            $say($field.written());
        }
    };
    (write some, $field:expr, $say:expr) => {
        $field.iter().for_each(|value| $say(value.written()))
    };
    (write many, $field:expr, $say:expr) => {
        $field.iter().for_each(|value| $say(value.written()))
    };
    (write switch $word:literal, $field:expr, $say:expr) => {
        if *$field {
            $say($word.to_owned());
        }
    };

    (read value, $field:expr, $text:expr) => {
        LinkValue::read($text).map(|value| $field = value)
    };
    (read some, $field:expr, $text:expr) => {
        LinkValue::read($text).map(|value| $field = Some(value))
    };
    (read many, $field:expr, $text:expr) => {
        LinkValue::read($text).map(|value| add(&mut $field, value))
    };
    (read switch $word:literal, $field:expr, $text:expr) => {
        only($word, &$text).map(|on| $field = on)
    };
}

/// Defines [`View`], [`PARTS`], and the methods of `View` that visit every part.
macro_rules! parts {
    ($($(#[doc = $doc:literal])+ $field:ident: $type:ty, $name:literal, $key:literal, [$($kind:tt)+], $group:ident;)+) => {
        /// Everything that a link restores. The default view shows the whole corpus.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        pub struct View {
            $($(#[doc = $doc])+ #[serde(rename = $name)] pub $field: $type,)+
        }

        /// Every part, in the order in which links write them.
        pub(super) const PARTS: &[ViewPart] = &[$(ViewPart { name: $name, key: $key, shape: kind!(shape $($kind)+) },)+];

        impl View {
            /// The view with the parts of `groups` alone; all others have their defaults.
            pub(super) fn keep(&self, groups: &[Group]) -> View {
                View::default().take(groups, self)
            }

            /// The view with the parts of `groups` as they are in `other`.
            #[inline(never)]
            pub(super) fn take(&self, groups: &[Group], other: &View) -> View {
                View { $($field: if groups.contains(&Group::$group) { &other.$field } else { &self.$field }.clone(),)+ }
            }

            /// Calls `say` with the key and the value of each part that differs from its default, once for each item of
            /// a list.
            pub(super) fn each(&self, mut say: impl FnMut(&'static str, String)) {
                $(kind!(write $($kind)+, &self.$field, |text| say($key, text));)+
            }

            /// Sets the part that has this key, or adds to it where it is a list; `None` where no part has the key.
            ///
            /// # Errors
            /// A value that the part does not accept, with what was expected and what was found; the part stays as it
            /// was.
            pub(super) fn put(&mut self, key: &str, text: String) -> Option<Result<(), String>> {
                Some(match key {
                    $($key => kind!(read $($kind)+, self.$field, text),)+
                    _ => return None,
                })
            }
        }
    };
}

// field: type, name in objects, key in links, [kind], group
parts! {
    /// The query, as typed.
    query: String, "query", "q", [value], Filters;
    /// The first day to show.
    from: Option<Day>, "from", "from", [some], Filters;
    /// The last day to show.
    to: Option<Day>, "to", "to", [some], Filters;
    /// Ids of actors; an article must mention all of them.
    actors: Vec<String>, "actors", "actor", [many], Filters;
    /// Ids of actors; an article must mention none of them.
    not_actors: Vec<String>, "not_actors", "-actor", [many], Filters;
    /// Names of outlets; an article must come from one of them. An empty name stands for articles that name none.
    outlets: Vec<String>, "sources", "source", [many], Filters;
    /// Names of outlets; an article must come from none of them.
    not_outlets: Vec<String>, "not_sources", "-source", [many], Filters;
    /// Forms that do not count.
    not_forms: Vec<Form>, "not_forms", "-form", [many], Filters;
    /// Zones whose mentions do not count.
    not_zones: Vec<Where>, "not_zones", "-zone", [many], Filters;
    /// Whether each story counts once: of near-duplicates only the first.
    each_story_once: bool, "once", "once", [switch "on"], Filters;
    /// The order of the articles.
    sort: Sort, "sort", "sort", [value], Sort;
    /// The kind of chart.
    chart: Chart, "chart", "chart", [value], Chart;
    /// What the chart counts.
    measure: Measure, "measure", "measure", [value], Chart;
    /// How near two actors must stand to be a pair.
    near: Near, "near", "near", [value], Chart;
    /// Ids of the actors that a reader put into the chart over time or of pairs; empty for those mentioned most.
    lines: Vec<String>, "lines", "line", [many], Chart;
    /// The id of the actor whose mentions are shown row by row.
    mentions: Option<String>, "mentions", "mentions", [some], Rows;
    /// Whether the hits of the query are shown row by row.
    hits: bool, "hits", "hits", [switch "all"], Rows;
    /// The id of a second actor: only rows near its mentions show, one for each article or paragraph.
    with: Option<String>, "with", "with", [some], Rows;
    /// The bin of the time axis to which the rows are limited.
    bin: Option<Bin>, "bin", "bin", [some], Rows;
    /// The form to which the rows are limited.
    form: Option<Form>, "form", "form", [some], Rows;
    /// The spelling to which the rows are limited, compared as search compares words.
    spelling: Option<String>, "spelling", "spelling", [some], Rows;
    /// Whether only rows show that are assumed: their context does not decide them.
    assumed: bool, "assumed", "assumed", [switch "only"], Rows;
    /// The order of the rows.
    order: Order, "order", "order", [value], Rows;
    /// How the rows are laid out.
    layout: Layout, "layout", "layout", [value], Rows;
    /// The name of the article that is open in the reader.
    article: Option<String>, "article", "article", [some], Reader;
    /// The position in the open article to scroll to.
    at: Option<At>, "at", "at", [some], Reader;
    /// The words in the open article to scroll to, which are found even where a rebuilt corpus has them at another
    /// position.
    quote: Option<String>, "quote", "quote", [some], Reader;
    /// Whether the source text stands beside the open article.
    source_text: bool, "source_text", "text", [switch "source"], Reader;
    /// Whether the card about the corpus is open.
    about: bool, "about", "about", [switch "corpus"], Panel;
    /// The id of the actor whose aliases are open; empty for the list of all actors.
    aliases: Option<String>, "aliases", "aliases", [some], Panel;
    /// Edits of the lists of actors that are shown as a proposal and not kept yet.
    proposed: Vec<Edit>, "proposed", "propose", [many], Panel;
    /// Edits of the lists of actors that are kept.
    edits: Vec<Edit>, "edits", "edit", [many], Edits;
    /// Whether the page's single-key shortcuts are off, for browsers and assistive programs that use these keys.
    keys_off: bool, "keys_off", "keys", [switch "off"], Page;
    /// The fingerprint of the corpus that the link was made from, where a page of another is to say so.
    made_from: Option<String>, "corpus", "corpus", [some], Page;
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Adds `value` to `list` unless it is there.
fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// Reads a switch: `word` is on, and any other text an error.
fn only(word: &str, text: &str) -> Result<bool, String> {
    if text == word { Ok(true) } else { Err(format!("expected {word}, but found `{text}`")) }
}
