//! The button under a short list that shows its beginning, or all of it.

use crate::element::{El, button};
use leptos::prelude::*;

/// Shows the whole list, or its beginning again. `says` what it does while only the beginning shows.
pub(crate) fn toggle(all: ReadSignal<bool>, set_all: WriteSignal<bool>, says: impl FnOnce() -> String) -> El {
    let (open, says) = match all.get() {
        true => ("true", "Show fewer".to_owned()),
        false => ("false", says()),
    };
    button("more", says, move |_| set_all.update(|all| *all = !*all)).set("aria-expanded", open)
}
