//! The source text beside the article: the stretch of its file as it was collected, with every part that was set aside
//! struck through under the name of its rule.

use crate::browser;
use crate::shared::dynamic;
use crate::state::App;
use dateline_engine::corpus::{AppliedRule, Article, ArticleId, Corpus, SourcePart, SourceRole, SourceText};
use dateline_engine::report::source_label::{label, place, set_aside};
use dateline_engine::wording;
use leptos::prelude::*;

/// The source text, where the reader has asked for it.
#[component]
pub(super) fn Source(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
    let open = app.part(|view| view.source_text);
    let text = move || {
        if let Some(shards) = app.files.shards() {
            let shown = app.shown.get();
            return match shards.source_text(shown.explorer(), id).cloned() {
                Some(text) => view! { <SourceParts corpus=app.corpus text article/> }.into_any(),
                None => note("reader-note", "It is on its way.").into_any(),
            };
        }
        app.sources.with(|sources| match sources {
            None => note("reader-note", "It is on its way.").into_any(),
            Some(Ok(sources)) => match sources.text(id) {
                Some(text) => view! { <SourceParts corpus=app.corpus text article/> }.into_any(),
                None => note("source-trouble", "It does not hold together; build the page again.").into_any(),
            },
            Some(Err(why)) => note("source-trouble", &["It cannot be shown: ", why, "."].concat()).into_any(),
        })
    };
    view! {
        <Show when=move || open.get()>
            <section class="source" aria-labelledby="source-title">
                <h3 class="source-title" id="source-title" tabindex="-1">"Original text"</h3>
                {dynamic(text)}
            </section>
        </Show>
    }
}

fn note(class: &'static str, text: &str) -> impl IntoView + use<> {
    view! { <p class=class role="status">{text.to_owned()}</p> }
}

/// What was set aside, and the text with all its parts.
#[component]
fn SourceParts(corpus: &'static Corpus, text: SourceText, article: &'static Article) -> impl IntoView {
    let rest = (text.span.end < article.span.end).then(|| {
        let name = &article.name;
        let all =
            ["What follows is too long for a page; `dateline inspect --source ", name, "` shows all of it."];
        note("reader-note", &all.concat())
    });
    let rules = set_aside(&text, corpus);
    let says = match rules.is_empty() {
        true => ". Nothing was set aside here.",
        false => ". Set aside here, and struck through:",
    };
    let about = note("reader-note", &[&place(&text, corpus, article), says].concat());
    let rules = rules.into_iter().map(|(rule, places)| view! { <SetAside rule places/> }).collect_view();
    let parts = text.parts.iter().enumerate().map(|(at, it)| part(corpus, article, at, it)).collect_view();
    view! {
        {about}
        <ul class="source-rules" aria-label="Set aside here">{rules}</ul>
        <div class="source-text" dir="auto">{parts}</div>
        {rest}
    }
}

/// A rule, how often it acts here, and why; following it leads from part to part.
#[component]
fn SetAside(rule: &'static AppliedRule, places: Vec<usize>) -> impl IntoView {
    let name = [&rule.id, " ×", &wording::number(places.len())].concat();
    let next = StoredValue::new(0);
    let go = move |_| {
        let at = next.get_value();
        next.set_value((at + 1) % places.len());
        browser::focus_named(".aside", "data-part", &places[at].to_string());
    };
    view! {
        <li><button class="tool source-rule" type="button" on:click=go>{name}</button>{[" ", &rule.why].concat()}</li>
    }
}

/// A part of the source.
fn part(corpus: &'static Corpus, article: &'static Article, at: usize, part: &SourcePart) -> AnyView {
    let pieces = part.pieces(article);
    let text = match (part.left_out, &pieces[..]) {
        (Some(cut), [head, tail]) => {
            let cut = ["… ", &wording::count(cut.bytes as usize, "byte"), " left out …"].concat();
            let (head, tail) = ((*head).to_owned(), (*tail).to_owned());
            view! { {head} " " <span class="role-name">{cut}</span> " " {tail} }.into_any()
        }
        _ => pieces.concat().into_any(),
    };
    let (class, name, why) = match part.role {
        SourceRole::Separator | SourceRole::Block(_) => return text,
        SourceRole::SetAside(rule) => match corpus.rules.get(rule as usize) {
            Some(rule) => ("aside", rule.id.clone(), rule.why.as_str()),
            None => return text,
        },
        role => ("role", label(role, corpus, article).unwrap_or_default(), ""),
    };
    // To programs that read aloud it is a deletion.
    let role = (class == "aside").then_some("deletion");
    view! {
        <span class=class role=role tabindex="-1" data-part=at.to_string()>
            <span class="role-name" title=why>{name}</span><span class="role-text">{text}</span>
        </span>
    }
    .into_any()
}
