//! The card of the corpus: what it holds, what is missing, how it was counted.

use crate::element::{El, el};
use crate::panel;
use crate::state::App;
use dateline_engine::explorer::Fact;

/// The most values of one fact that are shown; the filters show all outlets of a large corpus.
const MOST: usize = 20;

/// The card.
pub(crate) fn card(app: App) -> El {
    let edited = app.reading.edits.iter().map(|edit| edit.says(&app.reading.gazetteer)).collect();
    let fact = |(name, values): Fact| {
        let left = values.len().saturating_sub(MOST);
        let shown = values.into_iter().take(MOST).map(|value| el("dd", "").say(value));
        let more = (left > 0).then(|| el("dd", "").say(format!("and {left} more")));
        el("div", "fact").with(el("dt", "").say(name)).all(shown).all(more)
    };
    let facts = app.explorer.card(app.fingerprint, edited).into_iter().map(fact);
    panel::panel(app, "card", "About this corpus".into(), [el("dl", "facts").all(facts).into()])
}
