//! Evidence: the mentions behind a bar, a row each, in reading order.

use crate::browser::{self, Place};
use crate::more;
use crate::state::{App, href};
use dateline_engine::view::{At, Evidence, View, wording};
use leptos::prelude::*;

/// Rows shown at once; the rest come with a click.
const PAGE: usize = 200;

/// The rows of the actor `id`.
pub(crate) fn evidence(app: App, id: String) -> impl IntoView {
    let (shown, set_shown) = signal(PAGE);
    let actor = app.explorer.mentions.named(&id);
    let name = actor.and_then(|a| app.explorer.mentions.actor(a)).map_or(id, |a| a.name.clone());
    let content = move || {
        let selection = app.selection.get();
        let rows = actor.map(|actor| app.explorer.evidence(&selection, actor)).unwrap_or_default();
        let count = selection.actors.iter().find(|c| Some(c.actor) == actor).map_or(0, |c| c.articles);
        let heading = format!(
            "{} of {name} in {}",
            wording::count(rows.len(), "mention"),
            wording::count(count as usize, "article")
        );
        let left = rows.len().saturating_sub(shown.get());
        let view = app.view();
        let drawn = rows.iter().take(shown.get()).map(|row| drawn(row, &view)).collect_view();
        view! {
            <h2 class="panel-title" tabindex="-1">{heading}</h2>
            <ol class="rows">{drawn}</ol>
            {more::next(left, PAGE, set_shown)}
        }
    };
    Effect::new(|_| {
        browser::scroll_to(".panel", Place::Top);
        browser::focus(".panel-title");
    });
    view! {
        <section class="panel">
            <p class="panel-back"><a href=move || href(&app.view().list())>"← Back to the articles"</a></p>
            {content}
        </section>
    }
}

fn drawn(row: &Evidence<'_>, view: &View) -> impl IntoView + use<> {
    let at = At { zone: row.mention.zone, start: row.mention.at.start };
    let link = href(&view.open_article(&row.article.name, Some(at)));
    let day = wording::published(row.article);
    let doubt = if row.mention.sure { "" } else { ", usual reading" };
    // A line of the source may break anywhere; a row is one line.
    let plain = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    // A space at the edge of a right-to-left line would go to its other end; one that does not break stays.
    let mut left = plain(row.left);
    if left.ends_with(' ') {
        left.truncate(left.trim_end().len());
        left.push('\u{A0}');
    }
    view! {
        <li class="row">
            <a class="row-line" href=link>
                <span class="row-left"><bdi>{left}</bdi></span>
                <b class="row-surface">{plain(row.surface)}</b>
                <span class="row-right">{plain(row.right)}</span>
            </a>
            <p class="row-meta">
                <span class="row-form">{row.mention.form.name()}{doubt}</span>
                " · " {day} " · " <span class="row-article">{row.article.title.text.clone()}</span>
            </p>
        </li>
    }
}
