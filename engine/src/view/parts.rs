//! The parts of a view: one row each. Its field, its name in objects, its key in links, its shape and its group come
//! from here, and so do the writer and the reader of links, those of objects, and what clearing leaves.

use super::{At, Chart, Measure, Near, Order, Sort, Where};
use crate::actors::{Edit, Form};
use crate::charts::Bin;
use crate::corpus::Day;
use serde::Serialize;

/// What parts are cleared and kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// What picks out articles and mentions.
    Filters,
    /// The order of the articles.
    Sort,
    /// Which chart shows, and how.
    Chart,
    /// The rows of evidence that are open.
    Rows,
    /// The article that is open.
    Reader,
    /// What else is open over the list.
    Panel,
    /// What the reader changed in the lists of actors.
    Edits,
    /// How the page behaves.
    Page,
}

/// What a part holds, in objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// Yes or no; the word that says yes in a link.
    Switch(&'static str),
}

/// What is known of a part beside its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct ViewPart {
    /// Its name in objects, as `dateline.view()` gives them.
    pub(super) name: &'static str,
    /// Its key in links.
    pub(super) key: &'static str,
    /// What it holds.
    pub(super) shape: Shape,
}

/// A value as a link writes it.
trait LinkValue: Sized {
    fn written(&self) -> String;
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

/// Values whose types say themselves how they are written.
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

link_values!(At, Bin, Chart, Day, Edit, Form, Measure, Near, Order, Sort, Where);

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

/// The view and everything that has a line for each of its parts.
macro_rules! parts {
    ($($(#[doc = $doc:literal])+ $field:ident: $type:ty, $name:literal, $key:literal, [$($kind:tt)+], $group:ident;)+) => {
        /// Everything a link can restore. The default view shows the whole corpus.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        pub struct View {
            $($(#[doc = $doc])+ #[serde(rename = $name)] pub $field: $type,)+
        }

        /// Every part, in the order in which links have them.
        pub(super) const PARTS: &[ViewPart] = &[$(ViewPart { name: $name, key: $key, shape: kind!(shape $($kind)+) },)+];

        impl View {
            /// This view with the parts of these groups alone; all others are as in the whole corpus.
            pub(super) fn keep(&self, groups: &[Group]) -> View {
                View { $($field: if groups.contains(&Group::$group) { self.$field.clone() } else { Default::default() },)+ }
            }

            /// Says the key and the value of each part that is not as in the whole corpus.
            pub(super) fn each(&self, mut say: impl FnMut(&'static str, String)) {
                $(kind!(write $($kind)+, &self.$field, |text| say($key, text));)+
            }

            /// Sets what a part of a link says; `None` where no part has this key.
            ///
            /// # Errors
            /// Where it cannot have this value: expected and found. It is left as it was.
            pub(super) fn put(&mut self, key: &str, text: String) -> Option<Result<(), String>> {
                Some(match key {
                    $($key => kind!(read $($kind)+, self.$field, text),)+
                    _ => return None,
                })
            }
        }
    };
}

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
    /// Whether each story counts once: of near-duplicates the first alone.
    each_story_once: bool, "once", "once", [switch "on"], Filters;
    /// The order of the articles.
    sort: Sort, "sort", "sort", [value], Sort;
    /// The chart that shows.
    chart: Chart, "chart", "chart", [value], Chart;
    /// What it counts.
    measure: Measure, "measure", "measure", [value], Chart;
    /// How near two actors stand to be a pair.
    near: Near, "near", "near", [value], Chart;
    /// Ids of the actors whose times are drawn; those mentioned most where none is named.
    lines: Vec<String>, "lines", "line", [many], Chart;
    /// The actor whose mentions are shown row by row.
    mentions: Option<String>, "mentions", "mentions", [some], Rows;
    /// Whether the hits of the query are shown row by row.
    hits: bool, "hits", "hits", [switch "all"], Rows;
    /// Only the rows near this actor, one for each article or paragraph.
    with: Option<String>, "with", "with", [some], Rows;
    /// Only the rows of this time.
    bin: Option<Bin>, "bin", "bin", [some], Rows;
    /// Only the rows of this form.
    form: Option<Form>, "form", "form", [some], Rows;
    /// Only the rows with this spelling.
    spelling: Option<String>, "spelling", "spelling", [some], Rows;
    /// The order of the rows.
    order: Order, "order", "order", [value], Rows;
    /// The name of the article that is open in the reader.
    article: Option<String>, "article", "article", [some], Reader;
    /// The place in it to go to.
    at: Option<At>, "at", "at", [some], Reader;
    /// The words in it to go to, which are found again when the corpus has been built anew.
    quote: Option<String>, "quote", "quote", [some], Reader;
    /// Whether its source text stands beside it.
    source_text: bool, "source_text", "text", [switch "source"], Reader;
    /// Whether the card about the corpus is open.
    about: bool, "about", "about", [switch "corpus"], Panel;
    /// Whether the actors and their aliases are open: those of the actor of this id, or all where it is empty.
    aliases: Option<String>, "aliases", "aliases", [some], Panel;
    /// Edits of the lists of actors that are shown and not kept yet.
    proposed: Vec<Edit>, "proposed", "propose", [many], Panel;
    /// Edits of the lists of actors that are kept.
    edits: Vec<Edit>, "edits", "edit", [many], Edits;
    /// Whether single keys are left to the browser and to assistive programs.
    keys_off: bool, "keys_off", "keys", [switch "off"], Page;
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

fn only(word: &str, text: &str) -> Result<bool, String> {
    if text == word { Ok(true) } else { Err(format!("expected {word}, but found `{text}`")) }
}
