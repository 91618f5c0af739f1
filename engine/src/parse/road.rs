//! The road from source files to a corpus: text, format, articles, tiling, an editor's settings, names.

use super::bytes::encoding;
use super::bytes::{Charset, Decoded, SourceFile, crawl, mail};
use super::config::{Config, Settings};
use super::draft::Draft;
use super::names::Names;
use super::outcome::FileContext;
use super::parsed::{Parsed, ParsedFile};
use super::sketch::{self, Signature};
use super::tiling::{self, Part, Role};
use super::{date_forms, formats, language, source_texts};
use crate::corpus::{
    Article, ArticleId, Block, Credit, Day, Field, FileId, FileProblem, Origin, Provenance, Published, Title,
};
use crate::many;
use crate::order;
use crate::text::editor::hint;
use crate::text::{Problem, Span};
use std::collections::HashSet;

/// Parses `files` in the order of their names. It never fails: what is not as expected becomes a problem of the corpus,
/// and every byte is in exactly one part.
pub fn parse(mut files: Vec<SourceFile>, config: &Config) -> Parsed {
    order::by(&mut files, |a, b| a.name.cmp(&b.name));
    let mut parsing = Parsing::new(config.clone());
    let mut parsed = parsing.parse(files);
    parsed.corpus.problems.append(&mut parsing.finish());
    parsed.finish();
    parsed
}

/// A corpus that is being parsed, some files at a time. What was parsed is given up, and only names are kept.
pub struct Parsing {
    config: Config,
    names: Names,
    /// The names of files, where the settings name some, and of those that were kept.
    files: HashSet<String>,
}

impl Parsing {
    /// Begins to parse.
    pub fn new(config: Config) -> Parsing {
        Parsing { config, names: Names::default(), files: HashSet::new() }
    }

    /// Keeps the names that an earlier run gave to the articles of a file, until the file is parsed.
    pub fn keep(&mut self, file: String, articles: Vec<String>) {
        self.names.keep(file, articles);
    }

    /// Passes over a file that an earlier run has parsed: its articles have their names.
    pub fn pass(&mut self, file: &str) {
        self.files.insert(file.to_owned());
    }

    /// Parses `files`, whose names follow those of all before, side by side; gives them as a corpus of their own, without its
    /// near-duplicates.
    pub fn parse(&mut self, files: Vec<SourceFile>) -> Parsed {
        let config = &self.config;
        let read = many::map(files, |file| read_file(file, config));
        let mut parsed = Parsed::default();
        parsed.corpus.title = config.title.clone().unwrap_or_else(|| "Untitled corpus".to_owned());
        parsed.corpus.description = config.description.clone().unwrap_or_default();
        read.into_iter().for_each(|file| self.add(file, &mut parsed));
        parsed.corpus.rules = source_texts::applied(&parsed.files);
        parsed
    }

    /// Adds a file that was read to `parsed`.
    fn add(&mut self, read: ReadFile, parsed: &mut Parsed) {
        let ReadFile { file, articles, text: read } = read;
        let Parsing { config, names, files } = self;
        let id = FileId(parsed.files.len() as u32);
        let first = parsed.corpus.articles.len();
        let settings = config.files.get(&file.name).cloned().unwrap_or_default();
        if !config.files.is_empty() {
            files.insert(file.name.clone());
        }
        parsed.signatures.extend(read.signatures);
        parsed.corpus.articles.extend(articles.into_iter().map(|article| Article { file: id, ..article }));
        let articles = &mut parsed.corpus.articles[first..];
        names.give(articles, &file.name);
        for article in articles.iter_mut() {
            edit(article, config.articles.get(&article.name), &settings, &config.everywhere);
        }
        let named = |problem| FileProblem::new(&file.name, problem);
        parsed.corpus.problems.extend(read.problems.into_iter().map(named));
        let late = articles.iter().filter_map(|article| late(article, &file.name, config.today));
        parsed.corpus.problems.extend(late);
        parsed.corpus.files.push(file.name.clone());
        let placed = |part: Part| Part { article: part.article.map(|id| id.after(first)), ..part };
        let parts = read.parts.into_iter().map(placed).collect();
        parsed.files.push(ParsedFile { name: file.name, parts, bytes: file.bytes, encoding: read.encoding });
    }

    /// The problems of names in `corpus.toml` that no file and no article had.
    pub fn finish(self) -> Vec<FileProblem> {
        let Parsing { config, mut names, files } = self;
        names.give_up_others(&files);
        let unknown_files: Vec<_> = config.files.iter().filter(|(name, _)| !files.contains(*name)).collect();
        let unknown_articles: Vec<_> = config.articles.iter().filter(|(name, _)| !names.has(name)).collect();
        let articles = if unknown_articles.is_empty() { Vec::new() } else { names.all() };
        let all =
            [("file", unknown_files, files.into_iter().collect()), ("article", unknown_articles, articles)];
        let problems = all.into_iter().flat_map(|(kind, unknown, mut known)| {
            order::by(&mut known, Ord::cmp);
            unknown.into_iter().map(move |(name, settings)| {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let hint = hint(name, &known, "there are ");
                let message = format!("expected the name of a {kind} of the folder, found `{name}`; {hint}");
                let message = message.replacen("of a article", "of an article", 1);
                FileProblem::new("corpus.toml", Problem::new(settings.at, message))
            })
        });
        problems.collect()
    }
}

/// A file that was read and has no place in a corpus yet: its articles have no names, and count from its first.
struct ReadFile {
    file: SourceFile,
    articles: Vec<Article>,
    text: ParsedText,
}

/// Reads one file. It is what takes most of the time, and knows nothing of the other files.
fn read_file(file: SourceFile, config: &Config) -> ReadFile {
    let settings = config.files.get(&file.name).cloned().unwrap_or_default();
    let mut articles = Vec::new();
    let text = read(&file, &settings.within(&config.everywhere), &mut articles);
    ReadFile { file, articles, text }
}

/// The result of reading one file, beside its articles. Spans count in bytes of the file.
struct ParsedText {
    parts: Vec<Part>,
    problems: Vec<Problem>,
    encoding: Option<Charset>,
    /// The signatures of its articles, in order.
    signatures: Vec<Option<Signature>>,
}

/// Reads a file and appends its articles to `articles`.
fn read(file: &SourceFile, settings: &Settings, articles: &mut Vec<Article>) -> ParsedText {
    let envelope = crawl::envelope(&file.bytes).or_else(|| mail::envelope(&file.bytes));
    let decoded = envelope.as_ref().map_or_else(|| encoding::decode(&file.bytes), |envelope| envelope.text());
    let Decoded { text, origin, encoding, mut problems } = match decoded {
        Ok(decoded) => decoded,
        Err(problem) => {
            let whole = Span::new(0, file.bytes.len());
            let part = Part { span: whole, role: Role::Ledger("binary-file"), article: None }.in_file(None);
            let parts = if whole.is_empty() { Vec::new() } else { vec![part] };
            return ParsedText { parts, problems: vec![problem], encoding: None, signatures: Vec::new() };
        }
    };
    let headline = envelope.as_ref().and_then(|envelope| envelope.title.as_ref()).map(|title| &*title.value);
    let outcome = formats::read(&text, &FileContext { name: &file.name, settings, headline });
    let ledger =
        |(span, rule): (Span, &'static str), article| Part { span, role: Role::Ledger(rule), article };
    let mut parts: Vec<Part<Span>> = outcome.outside.into_iter().map(|entry| ledger(entry, None)).collect();
    let mut found = outcome.problems;
    let mut signatures = Vec::new();
    let alone = envelope.as_ref().filter(|_| outcome.articles.len() == 1);
    let mut beside = Vec::new();
    for mut draft in outcome.articles {
        found.append(&mut draft.problems);
        let article = Some(ArticleId(articles.len() as u32));
        parts.extend(draft.parts.iter().map(|(span, role)| Part { span: *span, role: *role, article }));
        parts.extend(std::mem::take(&mut draft.outside).into_iter().map(|entry| ledger(entry, article)));
        if let Some(origin) = &origin {
            draft.place(origin);
        }
        if let Some(envelope) = alone {
            beside = envelope.complete(&mut draft, ArticleId(articles.len() as u32));
        }
        // Words are counted and compared; to find them is what takes time.
        let words = sketch::words(sketch::texts(&draft.blocks));
        signatures.push(Signature::of(&words));
        articles.push(finish(draft, words.len()));
    }
    let parts = tiling::tile(&text, parts, outcome.markup);
    let parts = parts.into_iter().map(|part| part.in_file(origin.as_ref()));
    let mut parts = match &envelope {
        Some(envelope) => tiling::around(&file.bytes, parts.chain(beside).collect(), envelope.rule),
        None => parts.collect(),
    };
    if origin.is_some() && envelope.is_none() {
        // What reads as white space may stand there as something else.
        let blank = |part: &Part| encoding.decoded(&file.bytes, part.span.range()).trim().is_empty();
        for part in parts.iter_mut().filter(|part| part.role == Role::Separator) {
            if !blank(part) {
                part.role = Role::Ledger(outcome.markup);
            }
        }
    }
    if let Some(origin) = &origin {
        for problem in &mut found {
            problem.span = origin.span(problem.span);
        }
    }
    problems.append(&mut found);
    order::by_key(&mut problems, |problem| problem.span);
    ParsedText { parts, problems, encoding: Some(encoding), signatures }
}

/// Finishes `draft`, whose spans count in bytes of the file, as an article with `words` words.
fn finish(mut draft: Draft, words: usize) -> Article {
    fn placed<T>(field: Field<T, Span>) -> Field<T> {
        field.map(Origin::placed)
    }
    let start = draft.parts.iter().map(|(span, _)| span.start).min().unwrap_or_default();
    let end = draft.parts.iter().map(|(span, _)| span.end).max().unwrap_or_default();
    let longest = draft.blocks.iter().max_by_key(|block| block.text.len());
    let longest = longest.map_or("", |block| block.text.as_str());
    // Many pages declare the language of their template.
    let is_wrong = |declared: &Field<String, Span>| {
        !declared.value.to_ascii_lowercase().starts_with("en") && language::is_plainly_english(longest)
    };
    let language = draft.language.take().filter(|declared| !is_wrong(declared)).or_else(|| {
        let tag = language::detect(longest)?;
        Some(Field { value: tag.to_owned(), from: Provenance::Derived })
    });
    let published = draft.published.take().or_else(|| in_link(draft.url.as_ref()?));
    let outlet = draft.outlet.take().or_else(|| host(draft.url.as_ref()?));
    let block = |Block { kind, text, span, speaker, origin }: Block<Span>| Block {
        kind,
        text,
        span: Origin::placed(span),
        speaker,
        origin,
    };
    let credit =
        |Credit { kind, text, span }: Credit<Span>| Credit { kind, text, span: Origin::placed(span) };
    Article {
        name: String::new(),
        file: FileId(0),
        span: Origin::placed(Span { start, end: end.max(start) }),
        title: draft.headline(),
        published: published.map(placed),
        outlet: outlet.map(placed),
        url: draft.url.map(placed),
        dateline: draft.dateline.map(placed),
        credits: draft.credits.into_iter().map(credit).collect(),
        language: language.map(placed),
        words: words as u32,
        blocks: draft.blocks.into_iter().map(block).collect(),
    }
}

/// The day in a link (`/2024/06/28/`), where outlets often put it.
fn in_link(url: &Field<String, Span>) -> Option<Field<Published, Span>> {
    let written = date_forms::in_link(&url.value)?;
    let from = match url.from.span().filter(|span| span.len() == url.value.len()) {
        Some(span) => Provenance::Read(Span::new(written.range.start, written.range.end).shifted(span.start)),
        None => Provenance::Derived,
    };
    Some(Field { value: written.published?, from })
}

/// The host of a link without `www.`, which is the outlet where nothing names one.
fn host(url: &Field<String, Span>) -> Option<Field<String, Span>> {
    let (scheme, rest) = url.value.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next().filter(|host| host.contains('.'))?;
    let named = host.strip_prefix("www.").unwrap_or(host);
    let at = scheme.len() + "://".len() + host.len() - named.len();
    let from = match url.from.span().filter(|span| span.len() == url.value.len()) {
        Some(span) => Provenance::Read(Span::new(at, at + named.len()).shifted(span.start)),
        None => Provenance::Derived,
    };
    Some(Field { value: named.to_owned(), from })
}

/// Applies an editor's settings to an article: its own (`own`) before those of its file, before those of all files.
fn edit(article: &mut Article, own: Option<&Settings>, file: &Settings, everywhere: &Settings) {
    let set = |field: &mut Option<Field<String>>, value: Option<&String>| {
        if let Some(value) = value {
            *field = Some(Field::set(value.clone()));
        }
    };
    set(&mut article.outlet, file.outlet.as_ref());
    set(&mut article.language, file.language.as_ref());
    if article.outlet.is_none() {
        set(&mut article.outlet, everywhere.outlet.as_ref());
    }
    if article.language.as_ref().is_none_or(|language| language.from == Provenance::Derived) {
        set(&mut article.language, everywhere.language.as_ref());
    }
    let Some(own) = own else { return };
    set(&mut article.outlet, own.outlet.as_ref());
    set(&mut article.language, own.language.as_ref());
    set(&mut article.url, own.url.as_ref());
    set(&mut article.dateline, own.dateline.as_ref());
    if let Some(published) = own.published {
        article.published = Some(Field::set(published));
    }
    if let Some(title) = &own.title {
        article.title = Title { text: title.clone(), from: Provenance::Editor, origin: Default::default() };
    }
}

/// How the problem of a date begins that has not come, and may have come when the file is read again.
pub const LATE: &str = "expected a date that has come";

/// The problem of an article that is dated after `today`; one day later is allowed, because clocks and time zones
/// differ.
fn late(article: &Article, file: &str, today: Option<Day>) -> Option<FileProblem> {
    let (published, tomorrow) = (article.published.as_ref()?, today?.next());
    let message = || {
        format!(
            "{LATE}, found {}; it is kept as it stands, and corpus.toml can set another",
            published.value.day()
        )
    };
    (published.value.day() > tomorrow).then(|| FileProblem {
        file: file.to_owned(),
        span: published.from.span().unwrap_or_default(),
        message: message(),
    })
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, parse};
    use crate::parse::config::Config;

    #[test]
    fn what_an_editor_sets_is_known_as_such() {
        let said =
            "[article.a]\ntitle = \"A\"\npublished = 2024-06-28\n[file.\"b.txt\"]\nsource = \"Gazette\"\n";
        let (config, problems) = Config::parse(said);
        assert_eq!(problems, []);
        let file = |name: &str| SourceFile { name: name.into(), bytes: b" date 2024-01-05 A text.".to_vec() };
        let corpus = parse(vec![file("a.txt"), file("b.txt"), file("c.txt")], &config).corpus;
        let edited: Vec<_> = corpus.articles.iter().map(super::Article::edited).collect();
        assert_eq!(edited, [&["title", "date"][..], &["source"], &[]]);
    }
}
