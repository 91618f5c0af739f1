//! How one actor is spelled: each spelling with what it brings, to be switched off; one more; another actor that is
//! the same.

use super::form::ProposalForm;
use super::rows::{FoldedRows, Row, Rows, counts};
use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::actors::{Edit, Form};
use dateline_engine::explorer::{Spelled, Spelling};
use dateline_engine::labels;
use dateline_engine::order;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// The actor `id`.
#[component]
pub(super) fn ActorSpellings(app: App, id: String) -> impl IntoView {
    let reading = app.current_reading();
    let mut others = vec![(String::new(), "choose an actor".to_owned())];
    let named = reading.gazetteer.in_force().filter(|(_, actor)| actor.id != id);
    others.extend(named.map(|(_, actor)| (actor.id.clone(), actor.name.clone())));
    order::by_cached_key(&mut others[1..], |(_, name)| name.clone());
    let forms = Form::ALL.map(|form| (form.name().to_owned(), labels::form(form).to_owned())).into();
    let (of, from) = (id.clone(), id.clone());
    let add = move |text: &str, form: &str| {
        let form = Form::ALL.into_iter().find(|known| known.name() == form)?;
        Edit::add(&of, form, text)
    };
    let merge = move |_: &str, into: &str| {
        let into = Some(into).filter(|into| !into.is_empty())?.to_owned();
        Some(Edit::Merge { from: from.clone(), into })
    };
    view! {
        <Spellings app id/>
        <ProposalForm app id="add-text" asks="Add a spelling" choice_asks="Kind of name" choices=forms edit=add/>
        <ProposalForm app asks="Merge into" choice_asks="Merge into" choices=others edit=merge/>
    }
}

/// The spellings of an actor that are met in what shows, and the others, folded away.
#[component]
fn Spellings(app: App, id: String) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let spelled = shown.reading.spelled(&shown.selection, &id);
        let (met, others): (Vec<_>, Vec<_>) =
            spelled.into_iter().partition(|s| !s.spelling.mentions.is_empty());
        let row = |spelled| row(&view, &id, spelled);
        let title = format!("{}, not in these articles", wording::count(others.len(), "more spelling"));
        let others: Vec<Row> = others.into_iter().map(row).collect();
        let others = (!others.is_empty()).then(|| view! { <FoldedRows title view=&view rows=others/> });
        let met: Vec<Row> = met.into_iter().map(row).collect();
        view! { <Rows view=&view rows=met/> {others} }
    })
}

fn row(view: &View, id: &str, Spelled { spelling, off }: Spelled) -> Row {
    let Spelling { text, forms, mentions, articles, alone } = spelling;
    let (mentions, alone) = (mentions.len() as u32, alone.len());
    let forms: Vec<_> = forms.iter().map(|form| labels::form(*form)).collect();
    let mut about = forms.join(", ");
    if alone > 0 {
        about.push_str(&format!(" · the only name used in {}", wording::count(alone, "article")));
    }
    let opened = || href(&View { spelling: Some(text.clone()), ..view.open_mentions(id) });
    Row {
        rows: (mentions > 0).then(opened),
        text,
        link: None,
        about,
        counts: counts(mentions, "mention", articles),
        act: (!off.is_empty()).then_some(("Stop counting", off)),
    }
}
