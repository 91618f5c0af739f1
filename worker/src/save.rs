//! Packs in, a page out: what the command does with a corpus.

use crate::browser;
use crate::browser::Uint8Array;
use crate::teller::Teller;
use dateline_builder::{Held, Kit, Packs, Page, PageOptions, page_of};
use dateline_engine::actors::{Edited, Mentions};
use dateline_engine::corpus::ArticleId;
use dateline_engine::explorer::Explorer;
use dateline_engine::view::{Given, View, from_fields};
use serde_json::Value;
use std::collections::HashSet;
use std::io::{Cursor, Write as _};
use wasm_bindgen::JsValue;
use zip::write::SimpleFileOptions;

/// Saves the `packs` of the job as a page, with the edits of `view`; only the articles that `view` picks out where
/// `selection` is true; as one file where `oneFile` is, else as a folder in a .zip. `kit` and `wasm` are what pages are made
/// of. Gives `bytes`.
///
/// # Errors
/// Where the packs or the kit cannot be read, the selection is empty, or the reader has stopped it.
pub(crate) async fn save(job: &JsValue, teller: &mut Teller) -> Result<JsValue, String> {
    teller.stage("Packing", 0).await?;
    let packs = browser::field(job, "packs");
    let given = |of: &JsValue, name| browser::bytes(of, name).ok_or(format!("expected {name}, found none"));
    let packs = Packs { pack: given(&packs, "pack")?, sources: given(&packs, "sources")? };
    let view = view(&browser::field(job, "view"));
    let is_selection = browser::field(job, "selection").is_truthy();
    let mut held = Held::packed(&packs).map_err(|error| error.to_string())?;
    let packs = match is_selection || !view.edits.is_empty() {
        false => packs,
        true => {
            held.gazetteer = Edited::new(&held.gazetteer, &view.edits).gazetteer;
            if is_selection {
                held = selected(held, &view)?;
            }
            held.pack()
        }
    };
    teller.stage("Writing", 0).await?;
    let page = Page::of_kit(Kit(given(job, "kit")?), given(job, "wasm")?)?;
    let single_file = browser::field(job, "oneFile").is_truthy();
    let options = PageOptions { single_file, ..PageOptions::default() };
    let page = page_of(page, &held.corpus, Some(&packs), &options, "")?;
    let bytes = match single_file {
        true => page.files.into_iter().next().map(|(_, html)| html).unwrap_or_default(),
        false => zipped(&page).map_err(|error| format!("the page cannot be zipped: {error}"))?,
    };
    Ok(browser::object(&[("bytes", &Uint8Array::from(&*bytes))]))
}

/// Of `held` what `view` picks out.
fn selected(held: Held, view: &View) -> Result<Held, String> {
    let corpus = held.corpus.clone();
    let mentions: Mentions = dateline_engine::actors::annotate(&corpus, &held.gazetteer);
    let selection = Explorer::new(corpus, mentions).select(view);
    let kept: HashSet<ArticleId> = selection.articles.iter().map(|ranked| ranked.id).collect();
    if kept.is_empty() {
        return Err("expected articles in the selection, found none".to_owned());
    }
    Ok(held.only(&kept))
}

/// The view that is written as JSON.
fn view(json: &JsValue) -> View {
    let read = json.as_string().and_then(|json| serde_json::from_str::<Value>(&json).ok());
    let Some(Value::Object(fields)) = read else { return View::default() };
    let given = |value: Value| match value {
        Value::String(text) => Given::Text(text),
        Value::Bool(switch) => Given::Switch(switch),
        Value::Array(list) => {
            Given::Texts(list.into_iter().filter_map(|text| Some(text.as_str()?.to_owned())).collect())
        }
        _ => Given::Nothing,
    };
    from_fields(fields.into_iter().map(|(name, value)| (name, given(value)))).unwrap_or_default()
}

/// The files of `page` in one archive, the same for the same page.
fn zipped(page: &Page) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &page.files {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
