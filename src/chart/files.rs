//! The chart as files: a picture of what shows, to be published, and all of its numbers, to count with.

use crate::browser;
use crate::shared::{Taken, TakenText, dynamic};
use crate::state::App;
use dateline_engine::figures::svg::{Size, svg};
use dateline_engine::figures::table::Table;
use leptos::prelude::*;

/// Pixels of a picture for each of its own units, for sharp print.
const SCALE: f64 = 2.0;

/// The buttons.
#[component]
pub(super) fn Files(
    app: App,
    /// How many bars or rows the chart shows.
    most: Signal<usize>,
) -> impl IntoView {
    let size = RwSignal::new(Size::default());
    let said = RwSignal::new("");
    let taken = Taken::new();
    let figure = move |most| {
        app.shown.with_untracked(|shown| shown.explorer().figure(&shown.selection, &app.current(), most))
    };
    let name = move |ending| {
        app.shown.with_untracked(|shown| shown.explorer().file_name(&app.current().list(), ending))
    };
    let drawn = move || svg(&figure(most.get_untracked()), size.get_untracked());
    let save_svg = move |_| taken.save("Picture", &name("svg"), "image/svg+xml", drawn());
    let save_png = move |_| {
        browser::save_picture(&name("png"), &drawn(), SCALE);
        if browser::is_framed() {
            said.set("If no file was saved, the page around this one forbids it; copy the picture");
        }
    };
    let copy = move |_| {
        said.set("");
        browser::copy_picture(&drawn(), SCALE, move |done| {
            said.set(match done {
                true => "Copied",
                false => "The browser lets no page copy pictures here; download the PNG",
            });
        });
    };
    let save_csv = move |_| {
        let figure = figure(usize::MAX);
        save_table(taken, &name("csv"), &figure.table, &figure.source);
    };
    let sizes = dynamic(move || {
        let one = |choice: &'static Size| {
            let pressed = (size.get() == *choice).to_string();
            view! {
                <button class="file file-size" type="button" aria-pressed=pressed on:click=move |_| size.set(*choice)>
                    {choice.name()}
                </button>
            }
        };
        Size::ALL.iter().map(one).collect_view()
    });
    view! {
        <p class="files">
            <span>"Picture"</span> {sizes}
            <button class="file file-svg" type="button" on:click=save_svg>"SVG"</button>
            <button class="file file-png" type="button" on:click=save_png>"PNG"</button>
            <button class="file file-copy" type="button" on:click=copy>"Copy picture"</button>
            <span role="status">{said}</span>
        </p>
        <p class="files">
            <span>"Numbers"</span> <button class="file file-csv" type="button" on:click=save_csv>"CSV"</button>
        </p>
        <TakenText taken id="files-taken"/>
    }
}

/// Offers `table` as a file.
pub(crate) fn save_table(taken: Taken, name: &str, table: &Table, source: &str) {
    // Spreadsheets read UTF-8 where the text begins with this mark.
    taken.save("Numbers", name, "text/csv", format!("\u{FEFF}{}", table.csv(source)));
}
