//! Near-duplicates of the article that is open: each a link, and what differs in it.

use crate::results::meta_line;
use crate::state::{App, href};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::view::{Difference, differences, wording};
use leptos::prelude::*;

/// Differences of one pair that are shown.
const MOST: usize = 50;

/// Other articles of the corpus that tell the same text.
pub(super) fn retold(app: App, id: ArticleId, article: &'static Article) -> Option<impl IntoView> {
    let corpus = &app.explorer.corpus;
    let group = corpus.groups.iter().find(|group| group.members.iter().any(|m| m.article == id))?;
    let others = group.members.iter().filter(|m| m.article != id).filter_map(|m| corpus.article(m.article));
    let one = |other: &'static Article| {
        // Compared when somebody looks.
        let (open, set_open) = signal(false);
        let compared = move || open.get().then(|| compared(article, other));
        view! {
            <li>
                <a href=move || href(&app.view().open_article(&other.name, None))>{other.title.text.clone()}</a>
                " · " {meta_line(other)}
                <details class="differs" on:toggle=move |_| set_open.set(true)>
                    <summary>"What differs"</summary>
                    {compared}
                </details>
            </li>
        }
    };
    Some(view! {
        <div class="retold">
            <p>"The same text, or nearly, stands also in:"</p>
            <ul>{others.map(one).collect_view()}</ul>
        </div>
    })
}

fn compared(here: &Article, there: &Article) -> impl IntoView + use<> {
    let found = differences(here, there);
    let says = match found.len() {
        0 => "Nothing: word for word, both say the same.".to_owned(),
        n if n > MOST => format!("{}, of which the first {MOST} are:", wording::count(n, "difference")),
        n => format!("{}:", wording::count(n, "difference")),
    };
    let only = |whose: &'static str, words: String| {
        (!words.is_empty())
            .then(|| view! { <span class="only"><span class="role-name">{whose}</span>{words}</span> })
    };
    let one = |Difference { before, here, there, after }: Difference| {
        let (before, after) = (["… ", &before, " "].concat(), [" ", &after, " …"].concat());
        view! { <li>{before} {only("only here", here)} {only("only there", there)} {after}</li> }
    };
    view! { <p>{says}</p> <ul>{found.into_iter().take(MOST).map(one).collect_view()}</ul> }
}
