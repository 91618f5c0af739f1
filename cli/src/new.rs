//! `dateline new`: a folder to begin with: example texts, both lists, and a workflow that publishes the page.

use crate::failure::Failure;
use crate::terminal::say;
use std::path::Path;

/// The files of `template/`.
const FILES: [(&str, &str); 7] = [
    ("README.md", include_str!("../../template/README.md")),
    (".github/workflows/page.yml", include_str!("../../template/.github/workflows/page.yml")),
    ("texts/actors.toml", include_str!("../../template/texts/actors.toml")),
    ("texts/corpus.toml", include_str!("../../template/texts/corpus.toml")),
    ("texts/feed.xml", include_str!("../../template/texts/feed.xml")),
    ("texts/ferry.txt", include_str!("../../template/texts/ferry.txt")),
    ("texts/letter.md", include_str!("../../template/texts/letter.md")),
];

/// Writes them into `folder`, which is made where it is missing.
///
/// # Errors
/// Where it holds something already, or cannot be written.
pub(crate) fn run(folder: &Path) -> Result<(), Failure> {
    let cannot = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| format!("cannot write {path}: {error}")
    };
    std::fs::create_dir_all(folder).map_err(cannot(folder))?;
    if std::fs::read_dir(folder).map_err(cannot(folder))?.next().is_some() {
        return Err(format!(
            "expected a new or an empty folder, found files in {}; name another",
            folder.display()
        ));
    }
    for (name, text) in FILES {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(cannot(&path))?;
        std::fs::write(&path, text).map_err(cannot(&path))?;
    }
    let texts = folder.join("texts");
    say!(
        "dateline: wrote {} files to {}; next: dateline serve {}",
        FILES.len(),
        folder.display(),
        texts.display()
    );
    Ok(())
}
