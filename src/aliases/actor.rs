//! How one actor is spelled: each spelling with what it brings, to be switched off; one more; another actor that is
//! the same.

use super::parts::{Row, counts, folded_away, form, rows};
use crate::element::{ElementPart, live};
use crate::state::{App, href};
use dateline_engine::actors::{Edit, Form};
use dateline_engine::explorer::{Spelled, Spelling};
use dateline_engine::order;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// The actor `id`.
pub(super) fn actor(app: App, id: String) -> Vec<ElementPart> {
    let gazetteer = &app.reading.gazetteer;
    let mut others = vec![(String::new(), "choose an actor".to_owned())];
    let named = gazetteer.in_force().filter(|(_, actor)| actor.id != id);
    others.extend(named.map(|(_, actor)| (actor.id.clone(), actor.name.clone())));
    order::by_cached_key(&mut others[1..], |(_, name)| name.clone());
    let forms = Form::ALL.map(|form| (form.name().to_owned(), form.name().to_owned()));
    let (key, of, from) = (id.clone(), id.clone(), id.clone());
    let add = move |text: &str, form: &str| {
        let form = Form::ALL.into_iter().find(|known| known.name() == form)?;
        Edit::add(&of, form, text)
    };
    let merge = move |_: &str, into: &str| {
        let into = Some(into).filter(|into| !into.is_empty())?.to_owned();
        Some(Edit::Merge { from: from.clone(), into })
    };
    let spelled = live(move || {
        let view = app.view();
        let spelled = app.selection.with(|s| app.reading.spelled(s, &id));
        let row = |Spelled { spelling, off }: Spelled| {
            let Spelling { text, forms, mentions, articles, alone } = spelling;
            let (mentions, alone) = (mentions.len() as u32, alone.len());
            let forms: Vec<_> = forms.iter().map(|form| form.name()).collect();
            let mut about = forms.join(", ");
            if alone > 0 {
                about.push_str(&format!(" · the only one in {}", wording::count(alone, "article")));
            }
            let opened = || href(&View { spelling: Some(text.clone()), ..view.open_mentions(&id) });
            Row {
                rows: (mentions > 0).then(opened),
                text,
                link: None,
                about,
                counts: counts(mentions, "mention", articles),
                act: (!off.is_empty()).then_some(("Switch off", off)),
            }
        };
        let (met, others): (Vec<_>, Vec<_>) =
            spelled.into_iter().partition(|s| !s.spelling.mentions.is_empty());
        let title = format!("Not met in what shows: {}", wording::count(others.len(), "spelling"));
        let others: Vec<Row> = others.into_iter().map(row).collect();
        let others = (!others.is_empty()).then(|| folded_away(title, rows(&view, others)));
        std::iter::once(rows(&view, met.into_iter().map(row).collect())).chain(others)
    });
    let another =
        form(app, &key, Some("add-text"), ["Another spelling", "Its form"], forms.into(), Box::new(add));
    vec![spelled, another.into(), form(app, &key, None, ["Count it as"; 2], others, Box::new(merge)).into()]
}
