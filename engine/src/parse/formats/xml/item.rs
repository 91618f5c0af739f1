//! An item of a feed while it is read.

use super::blog::Post;
use super::value;
use crate::parse::bytes::Passage;
use crate::parse::formats::record::{Record, Slot};
use crate::text::{Problem, Span};

/// An item while it is read.
#[derive(Default)]
pub(super) struct Item {
    pub(super) record: Record,
    pub(super) start: Span,
    pub(super) base: String,
    /// The values that count where no other of their slot is there: the GUID as a link, the time of the last change.
    pub(super) late: Vec<(Slot, Passage)>,
    pub(super) post: Post,
}

impl Item {
    /// The link `value` as it stands beside the base of the item, or that of the feed.
    pub(super) fn linked(&self, feed: &str, value: Passage) -> Passage {
        let base = value::joined(feed, &self.base).unwrap_or_else(|| self.base.clone());
        let base = if base.is_empty() { feed } else { &base };
        let place = value.trimmed();
        let Some(joint) = value::joined(base, place.of(&value.text)) else { return value };
        let mut whole = Passage::default();
        whole.respelled(&joint, value.origin.span(place));
        whole
    }

    /// Says which fields the item lacks.
    pub(super) fn missing(&self, problems: &mut Vec<Problem>) {
        for (slot, what, then) in [
            (Slot::Title, "a title", "the first sentence stands in"),
            (Slot::Url, "a link", "the article has none"),
            (Slot::Published, "a date", "the article is undated unless its link or text has one"),
        ] {
            if self.record.first(slot).is_none() {
                let message = format!("expected {what} in the item, found none; {then}");
                problems.push(Problem::new(self.start, message));
            }
        }
    }
}
