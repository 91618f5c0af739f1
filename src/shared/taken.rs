//! What a reader takes along: text that is copied, and stands in a field to be copied by hand where the browser refuses.

use super::dynamic;
use crate::browser;
use leptos::prelude::*;

/// What is said beside what a frame may not let the page save.
const IN_FRAME: &str = "If no file was saved, the page around this one forbids it; copy it from this field";

/// What was copied last, and how that went.
#[derive(Clone, Copy)]
pub(crate) struct Taken {
    text: RwSignal<Option<(&'static str, String)>>,
    said: RwSignal<&'static str>,
}

impl Taken {
    /// Nothing yet.
    pub(crate) fn new() -> Taken {
        Taken { text: RwSignal::new(None), said: RwSignal::new("") }
    }

    /// Copies `text`, which is called `what`.
    pub(crate) fn take(self, what: &'static str, text: String) {
        let said = self.said;
        said.set("");
        browser::copy(&text, move |done| {
            said.set(match done {
                true => "Copied",
                false => "The browser lets no page copy here; copy it from this field",
            });
        });
        self.text.set(Some((what, text)));
    }

    /// Saves `text`, which is called `what`, as a file; in a frame it stands in the field too, because no frame says
    /// whether it lets a page save.
    pub(crate) fn save(self, what: &'static str, name: &str, mime: &str, text: String) {
        browser::save(name, mime, &text);
        if browser::is_framed() {
            self.said.set(IN_FRAME);
            self.text.set(Some((what, text)));
        }
    }
}

/// What was copied last.
#[component]
pub(crate) fn TakenText(
    taken: Taken,
    /// The id of its field.
    id: &'static str,
) -> impl IntoView {
    dynamic(move || {
        let (what, text) = taken.text.get()?;
        let rows = text.lines().count().clamp(2, 9).to_string();
        Some(view! {
            <p class="taken">
                <label for=id>{what}</label> " "
                <span class="taken-said" role="status">{taken.said}</span> " "
                <textarea class="taken-text" id=id readonly="" rows=rows prop:value=text></textarea>
            </p>
        })
    })
}
