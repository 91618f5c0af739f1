//! Why a name in a text counts as it does, or why it does not; and what to do where that is wrong.

use crate::aliases::Preview;
use crate::browser;
use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::actors::{Dismissed, Edit, Mention, exception, phrase};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::Explorer;
use dateline_engine::labels;
use dateline_engine::view::{At, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// Who the name that somebody asks about counts for, why, and where that leads.
#[component]
pub(super) fn Why(
    app: App,
    id: ArticleId,
    article: &'static Article,
    asked: RwSignal<Option<At>>,
    dismissed: ReadSignal<Vec<Dismissed>>,
) -> impl IntoView {
    let close = move |_| {
        let at = asked.get_untracked().map(|at| at.to_string()).unwrap_or_default();
        asked.set(None);
        browser::focus_named("[data-at]", "data-at", &at);
    };
    let said = move || {
        let at = asked.get()?;
        let (view, shown) = (app.view.get(), app.shown.get());
        let explorer = shown.explorer();
        let found = explorer.mentions_in(id, at.zone).find(|mention| mention.at.start == at.start);
        let said = match found {
            Some(mention) => mentioned(explorer, &view, article, mention),
            None => dismissed.with(|all| {
                let it = all.iter().find(|it| (it.zone, it.at.start) == (at.zone, at.start))?;
                let words = it.at.of(it.zone.of(article));
                let says = format!("“{words}” is not counted: ");
                Some(view! { <p><b>{says}</b> {it.why.because()} "."</p> }.into_any())
            })?,
        };
        let all = found.and_then(|mention| ways(app, &view, mention));
        Some(view! {
            <div class="why" role="status">
                {said} {all}
                <button class="tool why-close" type="button" on:click=close>"Close"</button>
            </div>
        })
    };
    view! { {dynamic(said)} <Preview app/> }
}

/// For whom a mention counts, and why; or that the view does not count it.
fn mentioned(explorer: &Explorer, view: &View, article: &Article, mention: &Mention) -> AnyView {
    let words = mention.at.of(mention.zone.of(article));
    let actor = mention.actor.and_then(|id| explorer.mentions.actor(id));
    let counts_for = actor.map_or("nobody", |actor| &actor.name);
    let says = format!("“{words}” counts for {counts_for}: {}", labels::form(mention.form));
    let assumed = if mention.sure { "" } else { " Assumed: the sentence leaves it open." };
    let left_out =
        explorer.left_out_by(view, mention).map(|what| format!(" Not in this view: it counts {what}."));
    let because =
        [" – ", &mention.because(&explorer.corpus), ".", assumed, &left_out.unwrap_or_default()].concat();
    view! { <p><b>{says}</b> {because}</p> }.into_any()
}

/// All mentions of the actor, the names that count as it, and ways to take this one out.
fn ways(app: App, view: &View, mention: &Mention) -> Option<impl IntoView + use<>> {
    let shown = app.shown.get();
    let explorer = shown.explorer();
    let actor = mention.actor.and_then(|id| explorer.mentions.actor(id))?;
    let article = app.corpus.article(mention.article)?;
    let text = mention.zone.of(article);
    let all = shown.selection.actors.iter().find(|count| Some(count.actor) == mention.actor);
    let all = all.map_or(0, |count| count.mentions as usize);
    let names = format!("Names that count as {}", actor.name);
    let links = [
        (["Read all ", &wording::count(all, "mention")].concat(), href(&view.open_mentions(&actor.id))),
        (names, href(&view.open_aliases(&actor.id))),
    ];
    let link = |(says, link): (String, String)| view! { <a class="why-way" href=link>{says}</a> };
    let words = mention.at.of(text);
    let here = exception(article, mention.zone, mention.at).map(|text| vec![Edit::Except { text }]);
    // The spelling may be another's, which counts as this actor.
    let spelled = shown.reading.spelled(&shown.selection, &actor.id);
    let off =
        spelled.into_iter().find(|it| it.spelling.is(words)).map(|it| it.off).filter(|off| !off.is_empty());
    let edits = [
        (format!("Not {} at this place", actor.name), here),
        (format!("“{words}” never means {}", actor.name), off),
    ];
    let edit = |(says, edits): (String, Option<Vec<Edit>>)| {
        let proposed = edits?;
        let from = String::from(proposed.first()?.clone());
        let link = href(&View { proposed, ..view.clone() });
        Some(view! { <li><a class="tool" href=link data-from=from>{says}</a></li> })
    };
    let phrase = StoredValue::new(phrase(text, mention.at).to_owned());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Ok(edit) = Edit::try_from(format!("shield:{}", phrase.get_value())) {
            app.go(View { proposed: vec![edit], ..app.current() });
        }
    };
    let set =
        move |event: leptos::ev::Event| phrase.set_value(browser::field_value(&event).unwrap_or_default());
    Some(view! {
        <p class="why-ways">{links.map(link).into_iter().collect_view()}</p>
        <details class="wrong">
            <summary class="chart-summary">"Wrong here?"</summary>
            <ul>
                {edits.map(edit).into_iter().collect_view()}
                <li>
                    <form class="wrong-phrase" on:submit=submit>
                        <label for="wrong-phrase">"Names no actor: "</label>
                        <input class="alias-field" id="wrong-phrase" autocomplete="off" required="" value=phrase.get_value() on:input=set/>
                        <button class="tool" type="submit">"Preview"</button>
                    </form>
                </li>
            </ul>
        </details>
    })
}
