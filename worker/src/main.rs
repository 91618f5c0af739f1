//! What the page does with texts of its readers, as the command does it: [`read`] files in, packs out; [`save`] packs in,
//! a page out. It runs in a worker, or in the page in slices where no worker can start.
//!
//! [`teller`] says how far they are; [`summary`] is what the panel shows. [`browser`] is the only room that talks to the
//! browser.

mod browser;
mod read;
mod save;
mod summary;
mod teller;

use crate::browser::Function;
use crate::teller::Teller;
use wasm_bindgen::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|panic| browser::log(&panic.to_string())));
}

/// Does a job, and tells `say` how far it is.
///
/// # Errors
/// Why it cannot be done: a sentence for the reader.
#[wasm_bindgen]
pub async fn work(job: JsValue, say: Function) -> Result<JsValue, JsError> {
    let mut teller = Teller::new(say);
    let done = match browser::field(&job, "kind").as_string().as_deref() {
        Some("read") => read::read(&job, &mut teller).await,
        Some("save") => save::save(&job, &mut teller).await,
        _ => Err("expected a job that reads or saves, found another".to_owned()),
    };
    done.map_err(|why| JsError::new(&why))
}
