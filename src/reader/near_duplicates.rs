//! Near-duplicates of the article that is open: each a link, and what differs in it.

use crate::lasting::lasting;
use crate::state::App;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::{Difference, differences};
use dateline_engine::wording;
use leptos::prelude::*;

/// Differences of one pair that are shown.
const MOST: usize = 50;

/// Other articles of the corpus that tell the same text.
#[component]
pub(super) fn NearDuplicates(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
    let group = app.corpus.groups.iter().find(|group| group.members.iter().any(|m| m.article == id))?;
    let others =
        group.members.iter().filter(|m| m.article != id).filter_map(|m| app.corpus.article(m.article));
    let others = others.map(|other| view! { <NearDuplicate app article other/> });
    Some(view! {
        <div class="near-duplicates">
            <p>"The same text, or nearly, stands also in:"</p>
            <ul>{others.collect_view()}</ul>
        </div>
    })
}

/// One of them.
#[component]
fn NearDuplicate(app: App, article: &'static Article, other: &'static Article) -> impl IntoView {
    // Compared when somebody looks.
    let open = RwSignal::new(false);
    let shows = lasting(move |was| {
        was == Some(&true)
            || open.get() && {
                app.shown.track();
                other.blocks.are_there()
            }
    });
    let link = app.link(|view| view.open_article(&other.name, None));
    view! {
        <li>
            <a href=link>{other.title.text.as_str()}</a> " · " {wording::meta_line(other)}
            <details class="differs" on:toggle=move |_| open.set(true)>
                <summary>"What differs"</summary>
                <Show when=move || shows.get()><Differences article other/></Show>
            </details>
        </li>
    }
}

/// What differs between two articles.
#[component]
fn Differences(article: &'static Article, other: &'static Article) -> impl IntoView {
    let found = differences(article, other);
    let says = match found.len() {
        0 => "Nothing: word for word, both say the same.".to_owned(),
        n if n > MOST => format!("{}, of which the first {MOST} are:", wording::count(n, "difference")),
        n => format!("{}:", wording::count(n, "difference")),
    };
    let only = |whose: &'static str, words: String| {
        (!words.is_empty())
            .then(|| view! { " " <span class="only"><span class="role-name">{whose}</span>{words}</span> })
    };
    let one = |Difference { before, here, there, after }: Difference| {
        let (here, there) = (only("only here", here), only("only there", there));
        view! { <li>{["… ", &before].concat()}{here}{there}{[" ", &after, " …"].concat()}</li> }
    };
    view! { <p>{says}</p> <ul>{found.into_iter().take(MOST).map(one).collect_view()}</ul> }
}
