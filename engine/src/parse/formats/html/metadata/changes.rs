//! The day of the last change of a page, which counts where it says no day of publication: behind a label such as "Last
//! updated", in elements that are marked or named after a change, in JSON-LD and `<meta>`, and in the foot of the page.

use super::day_names::{CHANGED, CHANGES};
use super::linked_data::LinkedData;
use super::page::Page;
use super::seen_days::Seen;
use crate::order;
use crate::parse::bytes::Passage;
use crate::parse::date_forms::{self, DateOrder};
use crate::parse::formats::record::{Record, Slot};

/// Adds the days of changes to `record`, the most trusted first; `lines` are those that say so in words.
pub(super) fn read(page: &Page<'_>, linked: &LinkedData<'_>, mut lines: Vec<Seen>, record: &mut Record) {
    order::by_key(&mut lines, |(rank, at, _)| (*rank, *at));
    let values = lines.into_iter().map(|(.., value)| value).chain(marked(page)).chain(linked.changes());
    let metas = CHANGES.iter().flat_map(|name| page.meta(name));
    values.chain(metas).for_each(|value| record.push(Slot::Updated, value));
}

/// The days of elements that are marked as the day of a change, or named so and have a day that machines read.
fn marked(page: &Page<'_>) -> Vec<Passage> {
    let mut found = Vec::new();
    for (index, node) in page.tree.within(0) {
        if node.is_text() || matches!(node.name, "html" | "body" | "head" | "meta") {
            continue;
        }
        let of = |name| page.tree.attribute(index, name).unwrap_or_default().to_lowercase();
        let marked = ["itemprop", "property"].iter().any(|name| of(name).contains("datemodified"));
        if !(marked || CHANGED.is_match(&of("class"))) || page.is_foreign(index) {
            continue;
        }
        let value = ["content", "datetime", "title"].iter().find_map(|name| {
            let (value, span) = page.tree.attribute_at(index, name)?;
            date_forms::in_field(value, Some(DateOrder::DayMonth)).map(|_| page.spelled(value, span))
        });
        found.extend(value.or_else(|| marked.then(|| page.text(index))));
    }
    found
}
