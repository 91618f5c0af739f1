//! Labels for a source text, on the page and in the command: what each part is, where the text stands, and which rules
//! set something aside.

use crate::corpus::{AppliedRule, Article, Corpus, SourceRole, SourceText};
use crate::wording;

/// The label of a part: `title`, `paragraph, Host speaks`, `set aside by also-read`; `None` for white space.
pub fn label(role: SourceRole, corpus: &Corpus, article: &Article) -> Option<String> {
    let name = match role {
        SourceRole::Title => "title",
        SourceRole::Published => "published",
        SourceRole::Url => "url",
        SourceRole::Dateline => "dateline",
        SourceRole::Other => "another article",
        SourceRole::Block(index) => {
            let block = article.blocks.get(index as usize)?;
            match &block.speaker {
                Some(who) => return Some(format!("{}, {who} speaks", block.kind.name())),
                None => block.kind.name(),
            }
        }
        SourceRole::SetAside(rule) => {
            return Some(format!("set aside by {}", corpus.rules.get(rule as usize)?.id));
        }
        SourceRole::Separator => return None,
    };
    Some(name.to_owned())
}

/// The place of `text` in its file: `feed.txt, bytes 7,445 to 9,119 of 18,299`.
pub fn place(text: &SourceText, corpus: &Corpus, article: &Article) -> String {
    let file = corpus.files.get(article.file.0 as usize).map_or("", String::as_str);
    let [start, end, all] = [text.span.start, text.span.end, text.file].map(|n| wording::number(n as usize));
    [file, ", bytes ", &start, " to ", &end, " of ", &all].concat()
}

/// The rules that set something aside in `text`, each with the indexes of its parts, in the order of the file.
pub fn set_aside<'a>(text: &SourceText, corpus: &'a Corpus) -> Vec<(&'a AppliedRule, Vec<usize>)> {
    let mut rules: Vec<(&AppliedRule, Vec<usize>)> = Vec::new();
    for (place, part) in text.parts.iter().enumerate() {
        let SourceRole::SetAside(rule) = part.role else { continue };
        let Some(rule) = corpus.rules.get(rule as usize) else { continue };
        match rules.iter_mut().find(|(known, _)| known.id == rule.id) {
            Some((_, places)) => places.push(place),
            None => rules.push((rule, vec![place])),
        }
    }
    rules
}
