//! The filter on dates beside the strip of time: usual stretches, and two fields.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Choice, Choices};
use crate::state::App;
use dateline_engine::corpus::Day;
use dateline_engine::view::{View, presets};
use leptos::prelude::*;

/// The facet.
#[component]
pub(super) fn Dates(app: App) -> impl IntoView {
    let from = app.part(|view| view.from);
    let to = app.part(|view| view.to);
    view! {
        <section class="facet" aria-labelledby="facet-dates">
            <h2 class="facet-title" id="facet-dates">"Date"</h2>
            <Presets app/>
            <div class="dates">
                <DayField app id="from" label="From" day=from with=|view, from| View { from, ..view }/>
                <DayField app id="to" label="To" day=to with=|view, to| View { to, ..view }/>
            </div>
        </section>
    }
}

/// A field for a day. Every change while the reader is in it is one step; text that is no day yet changes nothing.
#[component]
fn DayField(
    app: App,
    id: &'static str,
    label: &'static str,
    day: ReadSignal<Option<Day>>,
    /// A view with another day.
    with: fn(View, Option<Day>) -> View,
) -> impl IntoView {
    let set = move |event: leptos::ev::Event| {
        let Some(text) = browser::field_value(&event) else { return };
        let day = Day::parse(&text);
        if text.is_empty() || day.is_some() {
            app.type_on(with(app.current().list(), day));
        }
    };
    let value = Signal::derive(move || day.get().map(|day| day.to_string()).unwrap_or_default());
    view! {
        <label class="dates-label" for=id>{label}</label>
        <input class="dates-field" id=id type="date" prop:value=value on:change=set on:blur=move |_| app.settle()/>
    }
}

/// Usual stretches of time.
#[component]
fn Presets(app: App) -> impl IntoView {
    let days = app.corpus.days();
    let presets = days.map(|(first, last)| presets(first, last)).unwrap_or_default();
    let choices = lasting(move |_| {
        let view = app.view.get();
        let any = Choice::new("Any date", &view.any_time(), (view.from, view.to) == (None, None));
        let preset = presets
            .iter()
            .map(|(name, period)| Choice::new(*name, &view.toggle_period(*period), view.is_on(*period)));
        std::iter::once(any).chain(preset).collect()
    });
    view! { <Choices label="Usual stretches of time, up to the last day of the corpus" choices/> }
}
