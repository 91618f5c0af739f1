//! The chart as files: SVG and PNG to print, CSV to count with. All of it, not only what shows.

use crate::browser;
use crate::state::App;
use dateline_engine::view::figure::svg;
use leptos::prelude::*;

/// Bars in a picture; a longer one is for nobody's eyes.
const BARS: usize = 25;
/// Pixels of a picture for each of its own units, for sharp print.
const SCALE: f64 = 2.0;

/// The buttons.
pub(super) fn files(app: App) -> impl IntoView {
    let figure = move |most| app.selection.with_untracked(|s| app.explorer.figure(s, &app.current(), most));
    let name = move |ending: &str| {
        let title: String = app
            .explorer
            .corpus
            .title
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
            .collect();
        let words: Vec<_> = title.split_whitespace().map(str::to_ascii_lowercase).collect();
        format!("{}-{}.{ending}", words.join("-"), app.current().chart.word())
    };
    let save_svg = move |_| browser::save(&name("svg"), "image/svg+xml", &svg::svg(&figure(BARS)));
    let save_png = move |_| browser::save_picture(&name("png"), &svg::svg(&figure(BARS)), SCALE);
    let save_csv = move |_| {
        let figure = figure(usize::MAX);
        // Spreadsheets read UTF-8 where the text begins with this mark.
        browser::save(&name("csv"), "text/csv", &format!("\u{FEFF}{}", figure.table.csv(&figure.source)));
    };
    view! {
        <p class="files">
            "Save as "
            <button class="file" type="button" on:click=save_svg>"SVG"</button>
            <button class="file" type="button" on:click=save_png>"PNG"</button>
            <button class="file" type="button" on:click=save_csv>"CSV"</button>
        </p>
    }
}
