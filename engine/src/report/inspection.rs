//! The JSON of `dateline inspect`: everything that was read, and what became of it.

use crate::parse::{Parsed, Role};
use serde::Serialize;

/// The output of `inspect --json`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the field names are the contract; docs/json.md describes each")]
pub struct Inspection<'a> {
    pub articles: Vec<InspectedArticle<'a>>,
    pub ledger: Vec<LedgerEntry<'a>>,
    pub problems: Vec<InspectedProblem<'a>>,
    pub groups: Vec<InspectedGroup<'a>>,
}

/// An article of [`Inspection`].
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedArticle<'a> {
    pub id: &'a str,
    pub file: &'a str,
    pub title: &'a str,
    pub title_derived: bool,
    /// `YYYY-MM-DD`, RFC 3339, or null.
    pub published: Option<String>,
    pub source: Option<&'a str>,
    pub url: Option<&'a str>,
    pub dateline: Option<&'a str>,
    pub credits: Vec<InspectedCredit<'a>>,
    pub language: Option<&'a str>,
    pub blocks: Vec<InspectedBlock<'a>>,
    pub words: u32,
    /// `start` and `end` are bytes of the file.
    pub start: u32,
    pub end: u32,
}

/// A credit of [`InspectedArticle`].
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedCredit<'a> {
    pub kind: &'static str,
    pub text: &'a str,
}

/// A block of [`InspectedArticle`]; only transcripts have a `speaker`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedBlock<'a> {
    pub kind: &'static str,
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<&'a str>,
}

/// A part of a file that was set aside, in bytes of the file.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct LedgerEntry<'a> {
    pub file: &'a str,
    pub start: u32,
    pub end: u32,
    pub rule: &'static str,
    pub text: String,
}

/// A problem of [`Inspection`], in bytes of the file.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedProblem<'a> {
    pub file: &'a str,
    pub start: u32,
    pub end: u32,
    pub message: &'a str,
}

/// A group of near-duplicates.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedGroup<'a> {
    pub members: Vec<InspectedMember<'a>>,
}

/// An article of [`InspectedGroup`], compared with the first one; both numbers are rounded to hundredths.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct InspectedMember<'a> {
    pub article: &'a str,
    pub similarity: f64,
    pub shared: f64,
}

impl InspectedMember<'_> {
    /// An article that compares so with the first of its group.
    pub fn new(article: &str, similarity: f32, shared: f32) -> InspectedMember<'_> {
        let hundredths = |figure: f32| (f64::from(figure) * 100.0).round() / 100.0;
        InspectedMember { article, similarity: hundredths(similarity), shared: hundredths(shared) }
    }
}

/// The report on everything that was read.
pub fn inspection(parsed: &Parsed) -> Inspection<'_> {
    let file_name = |index: usize| parsed.files.get(index).map_or("", |f| f.name.as_str());
    let articles = parsed.corpus.articles.iter().map(|a| InspectedArticle {
        id: &a.name,
        file: file_name(a.file.0 as usize),
        title: &a.title.text,
        title_derived: a.title.is_derived(),
        published: a.published.as_ref().map(|p| p.value.to_string()),
        source: a.outlet.as_ref().map(|s| s.value.as_str()),
        url: a.url.as_ref().map(|u| u.value.as_str()),
        dateline: a.dateline.as_ref().map(|d| d.value.as_str()),
        credits: a.credits.iter().map(|c| InspectedCredit { kind: c.kind.name(), text: &c.text }).collect(),
        language: a.language_tag(),
        blocks: a
            .blocks
            .iter()
            .map(|b| InspectedBlock { kind: b.kind.name(), text: &b.text, speaker: b.speaker.as_deref() })
            .collect(),
        words: a.words,
        start: a.span.start,
        end: a.span.end,
    });
    let set_aside = parsed.files.iter().flat_map(|file| {
        file.parts.iter().filter_map(move |part| match part.role {
            Role::Ledger(rule) => Some(LedgerEntry {
                file: &file.name,
                start: part.span.start,
                end: part.span.end,
                rule,
                text: file.shown(part),
            }),
            _ => None,
        })
    });
    let problems = parsed.corpus.problems.iter().map(|p| InspectedProblem {
        file: &p.file,
        start: p.span.start,
        end: p.span.end,
        message: &p.message,
    });
    let groups = parsed.corpus.groups.iter().map(|group| InspectedGroup {
        members: group
            .members
            .iter()
            .map(|member| {
                let article = parsed.corpus.article(member.article).map_or("", |a| a.name.as_str());
                InspectedMember::new(article, member.similarity, member.shared)
            })
            .collect(),
    });
    Inspection {
        articles: articles.collect(),
        ledger: set_aside.collect(),
        problems: problems.collect(),
        groups: groups.collect(),
    }
}
