//! Filters: dates, actors, outlets, each with the articles that it would give.

mod dates;
mod options;

pub(crate) use options::{folded, seeker};

use crate::browser;
use crate::element::{El, el};
use crate::state::App;

/// The column of filters.
pub(crate) fn filters(app: App) -> El {
    let filters = el("details", "filters")
        .with(el("summary", "filters-summary").say("Filters"))
        .with(dates::dates(app))
        .with(options::actors(app))
        .with(options::outlets(app));
    if browser::is_wide() { filters.set("open", "") } else { filters }
}
