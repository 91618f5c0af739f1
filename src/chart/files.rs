//! The chart as files: SVG and PNG to print, CSV to count with. All of it, not only what shows.

use crate::browser;
use crate::state::App;
use dateline_engine::figures::svg;
use dateline_engine::figures::table::Table;
use dateline_engine::wording;
use leptos::prelude::*;

/// Bars in a picture; a longer one is for nobody's eyes.
const BARS: usize = 25;
/// Pixels of a picture for each of its own units, for sharp print.
const SCALE: f64 = 2.0;

/// The buttons.
#[component]
pub(super) fn Files(app: App) -> impl IntoView {
    let figure = move |most| {
        app.shown.with_untracked(|shown| shown.explorer().figure(&shown.selection, &app.current(), most))
    };
    let name = move |ending| wording::file_name(app.corpus, app.current().chart.word(), ending);
    let save_svg = move |_| browser::save(&name("svg"), "image/svg+xml", &svg::svg(&figure(BARS)));
    let save_png = move |_| browser::save_picture(&name("png"), &svg::svg(&figure(BARS)), SCALE);
    let save_csv = move |_| {
        let figure = figure(usize::MAX);
        save_table(&name("csv"), &figure.table, &figure.source);
    };
    view! {
        <p class="files">
            "Download "
            <button class="file" type="button" on:click=save_svg>"SVG"</button> " "
            <button class="file" type="button" on:click=save_png>"PNG"</button> " "
            <button class="file" type="button" on:click=save_csv>"CSV"</button>
        </p>
    }
}

/// Offers `table` as a file.
pub(crate) fn save_table(name: &str, table: &Table, source: &str) {
    // Spreadsheets read UTF-8 where the text begins with this mark.
    browser::save(name, "text/csv", &format!("\u{FEFF}{}", table.csv(source)));
}
