//! A row of evidence as a line, aligned on the mention or the hit.

use crate::shared::RowPosition;
use crate::state::href;
use dateline_engine::explorer::{EvidenceRow, Explorer};
use dateline_engine::labels;
use dateline_engine::text::{around, unbroken};
use dateline_engine::view::{EVERYBODY, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// Bytes to the left of the mention at most: what its part of a line holds, cut between words.
const LEFT: usize = 34;

/// The line of `row`; `None` where the corpus has it no longer.
pub(super) fn aligned(
    explorer: &Explorer,
    row: &EvidenceRow,
    view: &View,
    place: RowPosition,
) -> Option<AnyView> {
    let row = explorer.row_of(row)?;
    let link = href(&view.open_article(&row.article.name, Some(row.at())));
    let (left, _) = around(row.hit.zone.of(row.article), row.hit.at, LEFT);
    // A space at the edge of a right-to-left line would go to its other end; one that does not break stays.
    let mut left = unbroken(left);
    if left.ends_with(' ') {
        left.truncate(left.trim_end().len());
        left.push('\u{A0}');
    }
    let form = row.mention.map(|mention| {
        let everybody = view.mentions.as_deref() == Some(EVERYBODY);
        let says = match everybody {
            true => explorer.mention_label(mention),
            false => labels::form_and_doubt(mention),
        };
        format!("{says} · ")
    });
    let published = format!("{} · ", wording::published(row.article));
    Some(
        view! {
            <li class="row" aria-posinset=place.set_position() aria-setsize=place.set_size()>
                <a class="row-line" href=link lang=row.article.language_tag()>
                    <span class="row-left"><bdi>{left}</bdi></span>
                    <span class="row-beside">
                        <b class="row-surface">{unbroken(row.context().middle)}</b>
                        <span class="row-right">{unbroken(row.context().right)}</span>
                    </span>
                </a>
                <p class="row-meta"><span class="row-form">{form}</span>{published}<bdi class="row-article">{row.article.title.text.clone()}</bdi></p>
            </li>
        }
        .into_any(),
    )
}
