//! `dateline actors`: names that occur often and are in no list, as entries for `actors.toml`.

use crate::failure::Failure;
use crate::input;
use dateline_engine::actors::{Suggestion, discover};
use dateline_engine::corpus::Corpus;
use dateline_engine::text::around;
use dateline_engine::text::one_line;
use dateline_engine::wording::count;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The most contexts shown for each name.
const CONTEXTS: usize = 3;
/// Bytes of context on either side of a name.
const WIDTH: usize = 40;

/// Prints an entry for each name that occurs often and is in no list.
///
/// # Errors
/// Where a list cannot be read, no article was found, or standard output cannot be written.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf]) -> Result<(), Failure> {
    let mut input = input::read(paths, lists)?;
    let checked = input.check();
    let corpus = &input.parsed.corpus;
    let entries: Vec<String> =
        discover(corpus, input.gazetteer()).iter().map(|suggestion| entry(corpus, suggestion)).collect();
    if entries.is_empty() {
        input::print("# Nothing is named often that is not in the lists already.\n")?;
    } else {
        input::print(&format!("{HEAD}\n{}", entries.join("\n")))?;
    }
    checked
}

const HEAD: &str =
    "# Names that occur often and are in no list. Nothing here counts yet: copy what is right into the
# folder's actors.toml, and correct names and kinds as you go.
";

/// A suggestion as an entry for `actors.toml`, under comments with its counts and contexts.
fn entry(corpus: &Corpus, suggestion: &Suggestion) -> String {
    let places = &suggestion.places;
    let mut articles: Vec<_> = places.iter().map(|(article, ..)| article).collect();
    articles.dedup();
    let mut text = format!("# {} in {}\n", count(places.len(), "time"), count(articles.len(), "article"));
    // Contexts from as many articles as there are, before a second one from any.
    let mut shown: Vec<usize> = (0..places.len()).collect();
    shown.sort_by_key(|i| places[..*i].iter().filter(|p| p.0 == places[*i].0).count());
    for (id, zone, span) in shown.into_iter().take(CONTEXTS).map(|i| places[i]) {
        let Some(article) = corpus.article(id) else { continue };
        let (left, right) = around(zone.of(article), span, WIDTH);
        let line = format!("{left}[{}]{right}", span.of(zone.of(article)));
        let line = one_line(&line);
        let _ = writeln!(text, "#   {}: … {line} …", article.name);
    }
    text.push_str(&suggestion.entry());
    text
}
