//! The source text beside the article: the stretch of its file as it was collected, with every part that was set aside
//! struck through under the name of its rule.

use crate::browser;
use crate::element::{El, button, el};
use crate::state::App;
use dateline_engine::corpus::{AppliedRule, Article, ArticleId, Corpus, SourcePart, SourceRole, SourceText};
use dateline_engine::report::source_label::{label, place, set_aside};
use dateline_engine::wording;
use leptos::prelude::*;

/// The source text, where the reader has asked for it.
pub(super) fn source(
    app: App,
    id: ArticleId,
    article: &'static Article,
) -> impl Fn() -> Option<El> + Send + use<> {
    let open = app.part(|view| view.source_text);
    let text = move || {
        app.sources.with(|sources| match sources {
            None => vec![note("reader-note", "It is on its way.")],
            Some(Ok(sources)) => match sources.text(id) {
                Some(text) => drawn(&app.explorer.corpus, &text, article),
                None => vec![note("source-trouble", "It does not hold together; build the page again.")],
            },
            Some(Err(why)) => vec![note("source-trouble", &["It cannot be shown: ", why, "."].concat())],
        })
    };
    move || {
        open.get().then(|| {
            let title = el("h3", "source-title").set("id", "source-title").set("tabindex", "-1");
            let source = el("section", "source").set("aria-labelledby", "source-title");
            source.with(title.say("Source text")).live(text)
        })
    }
}

fn note(class: &'static str, text: &str) -> El {
    el("p", class).set("role", "status").say(text.to_owned())
}

fn drawn(corpus: &'static Corpus, text: &SourceText, article: &'static Article) -> Vec<El> {
    let rest = (text.span.end < article.span.end).then(|| {
        let name = &article.name;
        let all =
            ["What follows is too long for a page; `dateline inspect --source ", name, "` shows all of it."];
        note("reader-note", &all.concat())
    });
    let rules = set_aside(text, corpus);
    let says = match rules.is_empty() {
        true => ". Nothing was set aside here.",
        false => ". Set aside here, and struck through:",
    };
    let about = note("reader-note", &[&place(text, corpus, article), says].concat());
    let rules = rules.into_iter().map(jump);
    let rules = el("ul", "source-rules").set("aria-label", "Set aside here").all(rules);
    let parts = el("div", "source-text").set("dir", "auto");
    let parts = text
        .parts
        .iter()
        .enumerate()
        .fold(parts, |parts, (place, part)| drawn_part(parts, corpus, article, place, part));
    [about, rules, parts].into_iter().chain(rest).collect()
}

/// A rule, how often it acts here, and why; following it leads from part to part.
fn jump((rule, places): (&'static AppliedRule, Vec<usize>)) -> El {
    let name = [&rule.id, " ×", &wording::number(places.len())].concat();
    let next = StoredValue::new(0);
    let go = move |_| {
        let at = next.get_value();
        next.set_value((at + 1) % places.len());
        browser::focus_named(".aside", "data-part", &places[at].to_string());
    };
    let button = button("tool source-rule", name, go);
    el("li", "").with(button).say([" ", &rule.why].concat())
}

/// `inside` with a part of the source after it.
fn drawn_part(
    inside: El,
    corpus: &'static Corpus,
    article: &'static Article,
    place: usize,
    part: &SourcePart,
) -> El {
    let pieces = part.pieces(article);
    let text = |inside: El| match (part.left_out, &pieces[..]) {
        (Some(cut), [head, tail]) => {
            let cut = ["… ", &wording::count(cut.bytes as usize, "byte"), " left out …"].concat();
            let cut = el("span", "role-name").say(cut);
            inside.say((*head).to_owned()).say(" ").with(cut).say(" ").say((*tail).to_owned())
        }
        _ => inside.say(pieces.concat()),
    };
    let (class, name, why) = match part.role {
        SourceRole::Separator | SourceRole::Block(_) => return text(inside),
        SourceRole::SetAside(rule) => match corpus.rules.get(rule as usize) {
            Some(rule) => ("aside", rule.id.clone(), rule.why.as_str()),
            None => return text(inside),
        },
        role => ("role", label(role, corpus, article).unwrap_or_default(), ""),
    };
    let drawn = el("span", class).set("tabindex", "-1").set("data-part", place.to_string());
    // To programs that read aloud it is a deletion.
    let drawn = if class == "aside" { drawn.set("role", "deletion") } else { drawn };
    let name = el("span", "role-name").set("title", why).say(name);
    inside.with(drawn.with(name).with(text(el("span", "role-text"))))
}
