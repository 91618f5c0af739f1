//! The source text of one article as it stands in its file, every part marked with what it is: `[[title: …]]`,
//! `[[set aside by source-link: …]]`. Without the marks it is the text of the file; colour only repeats them.

use crate::Failure;
use crate::terminal::shown;
use console::Style;
use dateline_engine::corpus::{Article, Parsed, Part, Role};

/// The file of the article `name` from its first part to its last.
///
/// # Errors
/// Where there is no such article.
pub(super) fn marked(parsed: &Parsed, name: &str) -> Result<String, Failure> {
    let article = parsed.corpus.articles.iter().find(|article| article.name == name);
    let article = article.ok_or_else(|| {
        let nearest = parsed.corpus.articles.iter().map(|a| a.name.as_str()).find(|n| n.contains(name));
        let hint = nearest
            .map_or_else(|| "`dateline inspect` lists them".to_owned(), |n| format!("did you mean `{n}`?"));
        format!("expected the name of an article, found `{name}`; {hint}")
    })?;
    let file = &parsed.files[article.file.0 as usize];
    let mut out = format!("{}, bytes {} to {}\n\n", shown(&file.name), article.span.start, article.span.end);
    let mark = Style::new().dim();
    let within = |part: &&Part| part.span.start >= article.span.start && part.span.end <= article.span.end;
    for part in file.parts.iter().filter(within) {
        let text = shown(&file.text(part.span));
        out += &match role(part.role, article) {
            None => text,
            Some((what, style)) => format!(
                "{}{}{}",
                mark.apply_to(format!("[[{what}: ")),
                style.apply_to(text),
                mark.apply_to("]]")
            ),
        };
    }
    out.push('\n');
    Ok(out)
}

/// What a part is, and how it looks; `None` for white space.
fn role(role: Role, article: &Article) -> Option<(String, Style)> {
    let field = Style::new().cyan();
    Some(match role {
        Role::Separator => return None,
        Role::Title => ("title".to_owned(), field.bold()),
        Role::Published => ("published".to_owned(), field),
        Role::Url => ("url".to_owned(), field),
        Role::Dateline => ("dateline".to_owned(), field),
        Role::Block(index) => {
            let block = article.blocks.get(index as usize);
            let kind = block.map_or("block", |block| block.kind.name());
            let speaker = block.and_then(|block| block.speaker.as_deref());
            (speaker.map_or(kind.to_owned(), |who| format!("{kind}, {} speaks", shown(who))), Style::new())
        }
        Role::Ledger(rule) => (format!("set aside by {rule}"), Style::new().yellow()),
    })
}
