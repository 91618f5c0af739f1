//! What a reader keeps on this computer.

use crate::browser;
use dateline_engine::report::reading::Summary;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Packs that are kept, without their bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The id that the browser gave.
    #[serde(skip_serializing)]
    pub(crate) id: f64,
    /// The name, which the reader can change.
    pub(crate) name: String,
    /// When they were kept, in milliseconds since 1970.
    pub(crate) saved: f64,
    /// The number of articles.
    pub(crate) articles: usize,
    /// The number of source files.
    pub(crate) files: usize,
    /// Their size in bytes.
    pub(crate) bytes: usize,
}

impl Kept {
    /// What says of `packs`, which have this `report`, what they are.
    ///
    /// # Errors
    /// Where the browser cannot hold it.
    pub(crate) fn about(report: &Summary, packs: &JsValue) -> Result<JsValue, String> {
        let bytes = ["pack", "sources"].map(|name| browser::length(packs, name)).iter().sum();
        let kept = Kept {
            id: 0.0,
            name: report.title.clone(),
            saved: browser::now(),
            articles: report.articles,
            files: report.files,
            bytes,
        };
        serde_wasm_bindgen::to_value(&kept).map_err(|error| error.to_string())
    }
}
