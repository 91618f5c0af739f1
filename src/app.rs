//! The page's frame: the head with the search, the strip of time, and three columns: filters, chart, what is open.

use crate::aliases::Aliases;
use crate::browser;
use crate::card::Card;
use crate::chart::Chart;
use crate::evidence::EvidencePanel;
use crate::filters::Filters;
use crate::keys::KeyHelp;
use crate::lasting::lasting;
use crate::reader::Reader;
use crate::results::Results;
use crate::search::Search;
use crate::share::Share;
use crate::shared::dynamic;
use crate::state::{App, Coming, link};
use crate::timeline::Timeline;
use dateline_engine::view::{Opened, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// The whole page.
#[component]
pub(crate) fn Page(app: App) -> impl IntoView {
    let searched = Signal::derive(move || app.view.with(|view| !view.query.trim().is_empty()));
    view! {
        <SkipLinks/>
        <Head app/>
        <div class="columns" class:columns-searched=searched>
            <Timeline app/>
            <Filters app/>
            <main class="middle"><Middle app/></main>
            <Chart app/>
        </div>
        <Foot app/>
        <OnItsWay app/>
    }
}

/// Ways past what stands before results and chart, for who comes by the keyboard.
#[component]
fn SkipLinks() -> impl IntoView {
    let skip = |says: &'static str, to: &'static str| {
        view! { <button class="skip" type="button" on:click=move |_| browser::focus(to)>{says}</button> }
    };
    view! {
        <p class="skips">
            {skip("To the chart", ".chart-title")}
            {skip("To the articles", ".middle :is(.panel-title, .card-title a)")}
        </p>
    }
}

/// The head, which stays in sight: what the corpus is, the search, what it found, and what to send to others.
#[component]
fn Head(app: App) -> impl IntoView {
    let corpus = app.corpus;
    let about = app.link(|view| View { about: true, ..view.list() });
    view! {
        <header class="head">
            <div class="masthead">
                <h1 class="masthead-title">
                    <a href=app.link(View::clear)>{corpus.title.as_str()}</a>
                </h1>
                <p class="masthead-span">{wording::corpus_line(corpus)} " · " <a href=about>"About"</a></p>
            </div>
            <Search app/>
            <Share app/>
            <p class="masthead-about">{corpus.description.as_str()}</p>
        </header>
    }
}

/// What is on its way, where the corpus is in many files; and why it does not come.
#[component]
fn OnItsWay(app: App) -> impl IntoView {
    let files = app.files;
    dynamic(move || {
        let Coming { come, all, trouble } = files.coming.get();
        if let Some(why) = trouble {
            let says = ["A part of this page has not come: ", &why, ". "].concat();
            return Some(view! {
                <p class="coming coming-trouble" role="alert">{says}<button class="tool" type="button" on:click=move |_| files.ask()>"Try again"</button></p>
            }.into_any());
        }
        (come < all).then(|| view! {
            <p class="coming" role="status"><progress class="coming-bar" value=come.to_string() max=all.to_string()></progress>" "{wording::count(all - come, "file")}" on the way"</p>
        }.into_any())
    })
}

/// What the view opens: the list, or what stands in its place.
#[component]
fn Middle(app: App) -> impl IntoView {
    let opened = app.part(View::opened);
    // Keyed, so that one article is not drawn over another: what was unfolded there stays there.
    view! {
        <For each=move || [opened.get()] key=Opened::clone let(opened)>
            {let app = app.within(); match opened {
                Opened::Articles => view! { <Results app/> }.into_any(),
                Opened::Rows => {
                    // Rows that lack their texts are on their way.
                    let are_there = lasting(move |was| was == Some(&true) || !app.files.pending.get());
                    view! { <Show when=move || are_there.get()><EvidencePanel app/></Show> }.into_any()
                }
                Opened::Article(name) => view! { <Reader app name/> }.into_any(),
                Opened::About => view! { <Card app/> }.into_any(),
                Opened::Aliases => view! { <Aliases app/> }.into_any(),
            }}
        </For>
    }
}

/// Keyboard help, ways to what is about the whole corpus, and the promise.
#[component]
fn Foot(app: App) -> impl IntoView {
    let about = app.link(|view| View { about: true, ..view.list() });
    let aliases = app.link(|view| view.open_aliases(""));
    // On paper there is no address bar.
    let brief =
        Signal::derive(move || app.view.with(|view| format!("{} (corpus {})", link(view), app.fingerprint)));
    let whole = browser::is_embedded().then(|| {
        let address = Signal::derive(move || app.view.with(link));
        view! {
            <p class="whole-page"><a href=address target="_blank" rel="noopener">"Open the whole page"</a></p>
        }
    });
    view! {
        <footer class="foot">
            {whole}
            <KeyHelp app/>
            <p><a href=about>"About this corpus"</a> " · " <a href=aliases>"Names and actors"</a> " " <button class="foot-open" type="button" data-open="">"Open your own texts"</button></p>
            <p class="brief">{brief}</p>
            <p>"Made with Dateline. This page has no server, and its policy forbids it to send anything: what you do here stays here."</p>
        </footer>
    }
}
