//! The texts that the tests read: the repository's own corpus, the fixtures, and the folder beside the
//! repository where it is there.

use dateline_engine::actors::{Gazetteer, annotate};
use dateline_engine::corpus::{FileProblem, FileSpan};
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, ParsedFile, SourceFile, bytes::archive, parse};
use dateline_engine::text::{Span, Tokens};
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the repository").to_path_buf()
}

/// The repository's own corpus.
pub fn own() -> PathBuf {
    root().join("corpus")
}

/// The folder beside the repository: `corpus` or `gold`.
pub fn shared(folder: &str) -> PathBuf {
    root().join("../shared").join(folder)
}

/// Every case of `tests/fixtures`, in order.
pub fn cases() -> Vec<PathBuf> {
    let all = root().join("tests/fixtures").read_dir().expect("a folder of fixtures");
    let mut cases: Vec<_> = all.map(|e| e.expect("a readable entry").path()).filter(|p| p.is_dir()).collect();
    cases.sort();
    cases
}

/// Every folder with source texts that is there.
pub fn folders() -> Vec<PathBuf> {
    let mut folders = cases();
    folders.push(own());
    folders.extend(cfg!(has_shared).then(|| shared("corpus")));
    folders
}

/// Both corpora, or the one that is there.
pub fn corpora() -> Vec<PathBuf> {
    std::iter::once(own()).chain(cfg!(has_shared).then(|| shared("corpus"))).collect()
}

/// Texts with surnames that nobody in them bears: mentions that count for nobody.
pub fn nobodies() -> PathBuf {
    root().join("tests/fixtures/surname-of-nobody")
}

/// Files beside the source files.
const NO_SOURCES: [&str; 3] = ["expected.json", "corpus.toml", "actors.toml"];

/// What may come out of an archive among the fixtures.
const LIMITS: archive::Limits = archive::Limits { bytes: 1 << 20, files: 100 };

/// The source texts in `folder`.
pub fn files(folder: &Path) -> Vec<SourceFile> {
    let entries = folder.read_dir().unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let texts = entries.map(|e| e.expect("a readable entry").path());
    let texts = texts.filter(|path| path.is_file() && !NO_SOURCES.contains(&name(path).as_str()));
    let mut files: Vec<_> = texts
        .flat_map(|path| {
            let bytes = std::fs::read(&path).expect("a readable file");
            archive::unpack(SourceFile { name: name(&path), bytes }, LIMITS).0
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// One file of this name.
pub fn file(name: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile { name: name.to_owned(), bytes: bytes.into() }
}

/// `folder`, parsed.
pub fn parsed(folder: &Path) -> Parsed {
    let said = std::fs::read_to_string(folder.join("corpus.toml")).unwrap_or_default();
    let (config, problems) = Config::parse(&said);
    let mut parsed = parse(files(folder), &config);
    let named = problems.into_iter().map(|problem| FileProblem::new("corpus.toml", problem));
    parsed.corpus.problems.splice(0..0, named);
    parsed
}

/// A text that the file spells as it reads, or cut at the end of a line, stands where it says, as does each of its
/// words; any other stands somewhere in the file.
pub fn assert_leads_back(
    file: &ParsedFile,
    text: &str,
    place: FileSpan,
    literal: impl Fn(Span) -> Option<FileSpan>,
    what: &str,
) {
    assert!(place.start < place.end && place.end as usize <= file.len(), "{what}: {place:?} {text:?}");
    let words = Tokens::of(text);
    let spans = words.iter().map(|word| word.span).chain([Span::new(0, text.len())]);
    for (span, found) in spans.filter_map(|span| Some((span, literal(span)?))) {
        let (spelled, read) = (file.text(found), span.of(text));
        assert!(spelled == read || is_cut(&spelled, read), "{what}: {spelled:?} is {span:?} of {text:?}");
        assert!(found.start >= place.start && found.end <= place.end, "{what}: {found:?} outside {place:?}");
    }
}

/// Whether `spelled` is `read` with more between its letters, as where words are cut at the ends of lines.
fn is_cut(spelled: &str, read: &str) -> bool {
    let mut rest = spelled.chars();
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    ends(spelled) == ends(read) && read.chars().all(|c| rest.any(|other| other == c))
}

/// The built-in actors and those of the repository's own corpus.
pub fn gazetteer() -> Gazetteer {
    let mut gazetteer = Gazetteer::built_in();
    let list = std::fs::read_to_string(own().join("actors.toml")).expect("the corpus has a list of actors");
    assert_eq!(gazetteer.add(&list), [], "the list is clean");
    gazetteer
}

/// `folder`, made ready for views.
pub fn explorer(folder: &Path) -> Explorer {
    let corpus = parsed(folder).corpus;
    let mentions = annotate(&corpus, &gazetteer());
    Explorer::new(corpus, mentions)
}
