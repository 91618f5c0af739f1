//! The page that is filled: one in a folder, or the one in this program.

use crate::failure::Failure;
use dateline_builder::{INDEX, Page, is_index, is_name, is_of_template};
use std::path::{Path, PathBuf};

/// The files of the page that was embedded in this program when it was built; empty where none was.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// A page to be filled.
pub(crate) struct Template {
    /// The folder that it was read from; `None` for the one in this program.
    pub(super) folder: Option<PathBuf>,
    /// The page.
    pub(crate) page: Page,
}

/// The page in this program, for people: the name of its app, which changes with the app.
pub(crate) fn page_inside() -> String {
    let app = EMBEDDED.iter().find_map(|(name, _)| name.strip_suffix("_bg.wasm"));
    app.map_or_else(|| "no page inside".to_owned(), |app| format!("page {app}"))
}

impl Template {
    /// The page in `folder`; without it the one in this program, or else in `dist` in a folder above the working
    /// directory or above this program.
    ///
    /// # Errors
    /// Where there is no page, or its files cannot be read.
    pub(crate) fn find(folder: Option<&Path>) -> Result<Template, Failure> {
        if let Some(folder) = folder {
            return Template::read(folder);
        }
        if !EMBEDDED.is_empty() {
            let files = EMBEDDED.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
            return Ok(Template { folder: None, page: Page::new(files.collect())? });
        }
        let program = std::env::current_exe().ok();
        let here = std::env::current_dir().ok();
        let starts = [here, program];
        let above = starts.iter().flatten().flat_map(|start| start.ancestors());
        let dist = above.map(|folder| folder.join("dist")).find(|dist| is_page(dist));
        match dist {
            Some(dist) => Template::read(&dist),
            None => Err("expected a built page to fill, found none in this program nor in a folder `dist` here; run `cargo xtask build` in the repository, or name a page with --page DIR".to_owned()),
        }
    }

    /// The page in `folder`, without what an earlier build made there.
    fn read(folder: &Path) -> Result<Template, Failure> {
        let failed = |e: std::io::Error| {
            format!("expected a built page in {}, found otherwise: {e}", folder.display())
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_file() && is_name(&name) && is_of_template(&name) {
                files.push((name, std::fs::read(&path).map_err(failed)?));
            }
        }
        let page = Page::new(files).map_err(|e| format!("{}: {e}", folder.display()))?;
        Ok(Template { folder: Some(folder.to_owned()), page })
    }
}

/// Whether `folder` holds a page.
pub(crate) fn is_page(folder: &Path) -> bool {
    std::fs::read_to_string(folder.join(INDEX)).is_ok_and(|index| is_index(&index))
}
