//! The title of an article, and what is to be known before reading.

use super::text::{Marks, zone};
use crate::shared::dynamic;
use dateline_engine::actors::Zone;
use dateline_engine::corpus::Article;
use dateline_engine::wording;
use leptos::either::Either;
use leptos::prelude::*;

/// The title and the notes.
#[component]
pub(super) fn Head(article: &'static Article, marks: ReadSignal<Marks>) -> impl IntoView {
    let derived = article.title.is_derived();
    let title = dynamic(move || match derived {
        true => Either::Left(article.title.text.as_str()),
        false => Either::Right(marks.with(|marks| zone(marks, Zone::Title))),
    });
    let words = wording::count(article.words as usize, "word");
    let meta = [&wording::meta_line(article), " · ", &words].concat();
    let edited = article.edited();
    let notes = [
        derived.then(|| "The source has no headline; the first sentence stands in.".to_owned()),
        article.published.is_none().then(|| "The source gives no date, and none is guessed.".to_owned()),
        (!edited.is_empty()).then(|| ["An editor set: ", &edited.join(", "), "."].concat()),
    ];
    let note = |says: String| view! { <p class="reader-note">{says}</p> };
    let lost = dynamic(move || {
        marks.with(|marks| {
            let quote = marks.lost()?;
            Some(note(["The link quotes words that this article no longer has: “", quote, "”."].concat()))
        })
    });
    view! {
        <h2 class="panel-title reader-title" tabindex="-1" dir="auto" data-row="">{title}</h2>
        <p class="card-meta">{meta}</p>
        {notes.into_iter().flatten().map(note).collect_view()}
        {lost}
    }
}
