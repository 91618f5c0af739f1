//! The source text of one article as it stands in its file, with what was set aside around it, every part marked with
//! its role: `[[title: …]]`, `[[set aside by source-link: …]]`. Without the marks it is the text of the file; colour
//! only repeats them.

use crate::failure::Failure;
use crate::terminal::shown;
use console::Style;
use dateline_engine::corpus::{SourceRole, SourceText};
use dateline_engine::parse::{Bounds, Parsed};
use dateline_engine::report::source_label::{label, place};

/// The stretch of the file around the article `name`, from the end of the article before it to the beginning of the
/// next.
///
/// # Errors
/// Where there is no such article.
pub(super) fn marked(parsed: &Parsed, name: &str) -> Result<String, Failure> {
    let corpus = &parsed.corpus;
    let found = corpus
        .named(name)
        .and_then(|id| Some((corpus.article(id)?, SourceText::of(parsed, id, Bounds::WHOLE)?)));
    let (article, text) = found.ok_or_else(|| {
        let nearest = corpus.articles.iter().map(|a| a.name.as_str()).find(|n| n.contains(name));
        let hint = nearest
            .map_or_else(|| "`dateline inspect` lists them".to_owned(), |n| format!("did you mean `{n}`?"));
        format!("expected the name of an article, found `{name}`; {hint}")
    })?;
    let mut out = format!("{}\n\n", shown(&place(&text, corpus, article)));
    let mark = Style::new().dim();
    for part in &text.parts {
        let text = shown(part.text(article));
        out += &match label(part.role, corpus, article) {
            None => text,
            Some(what) => format!(
                "{}{}{}",
                mark.apply_to(format!("[[{}: ", shown(&what))),
                style(part.role).apply_to(text),
                mark.apply_to("]]")
            ),
        };
    }
    out.push('\n');
    Ok(out)
}

/// The style of a part in a terminal.
fn style(role: SourceRole) -> Style {
    match role {
        SourceRole::Block(_) | SourceRole::Separator => Style::new(),
        SourceRole::Title => Style::new().cyan().bold(),
        SourceRole::Published | SourceRole::Url | SourceRole::Dateline => Style::new().cyan(),
        SourceRole::SetAside(_) => Style::new().yellow(),
        SourceRole::Other => Style::new().dim(),
    }
}
