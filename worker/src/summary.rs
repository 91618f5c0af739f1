//! What was read, for the panel.

use dateline_builder::{Held, Located, located};
use dateline_engine::corpus::{Article, Corpus, FileProblem};
use dateline_engine::parse::Parsed;
use dateline_engine::report::reading::{Summary, Trouble};
use std::collections::HashMap;

/// The most bytes of a line that are shown on either side of its problem.
const SHOWN: usize = 80;

/// What `held` is.
pub(crate) fn summary(held: &Held) -> Summary {
    let Corpus { title, description, files, articles, .. } = &held.corpus;
    Summary {
        title: title.clone(),
        description: description.clone(),
        files: files.len(),
        articles: articles.len(),
        ..Summary::default()
    }
}

/// The problems of `parsed`, with the lines that they stand in.
pub(crate) fn troubles(parsed: &Parsed, lists: &[(String, String)]) -> Vec<Trouble> {
    let Corpus { articles, .. } = &parsed.corpus;
    let sources: HashMap<&str, usize> =
        parsed.files.iter().enumerate().map(|(at, source)| (source.name.as_str(), at)).collect();
    let trouble = |Located { problem: FileProblem { file, span, message }, place }: &Located<'_>| {
        let place = place.filter(|_| !span.is_empty());
        let source = sources.get(file.as_str()).copied().filter(|_| place.is_some());
        let line = source.map(|at| parsed.files[at].line(span.start, SHOWN));
        // What is no text is not shown as one.
        let line = line.filter(|line| !line.chars().any(|c| c.is_control() && c != '\t'));
        // Articles stand in the order of their files.
        let inside = source.map_or(&articles[..0], |source| {
            let from = |file: usize| articles.partition_point(|it| (it.file.0 as usize) < file);
            &articles[from(source)..from(source + 1)]
        });
        let within = |it: &&Article| it.span.start <= span.start && span.start < it.span.end;
        let article = inside.iter().find(within).or(inside.first().filter(|_| inside.len() == 1));
        Trouble {
            file: file.clone(),
            place,
            message: message.clone(),
            line: line.unwrap_or_default(),
            article: article.map(|article| article.name.clone()),
        }
    };
    located(parsed, lists).iter().map(trouble).collect()
}
