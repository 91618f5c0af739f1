//! Archives: `.gz` and `.zip`, crawls and boxes of mails, unpacked within limits, so that a small file cannot expand
//! without end. Each text in them becomes a source file of its own.

use super::limits::{problem, too_much};
use super::source_file::SourceFile;
use super::{crawl, mail};
use crate::order;
use crate::text::Problem;
use flate2::read::MultiGzDecoder;
use std::io::{Cursor, Read};
use zip::ZipArchive;

pub use super::limits::Limits;

/// The first bytes of a gzip file.
const GZIP: &[u8] = &[0x1F, 0x8B];

/// Unpacks `file`: returns it unchanged if it is not an archive, and otherwise the files in it, with the problems of
/// what could not be unpacked. These problems have an empty span. A file in a `.zip` is named after both:
/// `texts.zip/a.txt`; a page of a crawl and a mail of a box are numbered.
pub fn unpack(file: SourceFile, limits: Limits) -> (Vec<SourceFile>, Vec<Problem>) {
    if file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06") {
        return zip(&file, limits);
    }
    opened(file, limits.bytes, limits)
}

/// Unpacks and divides a file that is no `.zip`, into at most `left` bytes; `limits` is for the messages.
fn opened(file: SourceFile, left: u64, limits: Limits) -> (Vec<SourceFile>, Vec<Problem>) {
    let (files, mut problems) = match file.bytes.starts_with(GZIP) {
        true => gzip(&file, left, limits),
        false => (vec![file], Vec::new()),
    };
    let mut divided = Vec::new();
    for file in files {
        if crawl::is_one(&file.bytes) {
            let (pages, more) = crawl::pages(&file, Limits { bytes: left, ..limits });
            divided.extend(pages);
            problems.extend(more);
        } else if let Some(mails) = mail::mails(&file) {
            divided.extend(mails);
        } else {
            divided.push(file);
        }
    }
    (divided, problems)
}

/// Unpacks a gzip file of at most `left` bytes; `limits` is for the message.
fn gzip(file: &SourceFile, left: u64, limits: Limits) -> (Vec<SourceFile>, Vec<Problem>) {
    let mut bytes = Vec::new();
    let result = MultiGzDecoder::new(file.bytes.as_slice()).take(left + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > left {
        return (Vec::new(), vec![too_much(limits)]);
    }
    let broken = result.err().map(|error| {
        let read = match bytes.len() {
            0 => "nothing of it is read",
            _ => "what came before that is read",
        };
        problem(format!("expected a whole gzip file, found that it breaks off ({error}); {read}"))
    });
    let files = match bytes.is_empty() && broken.is_some() {
        true => Vec::new(),
        false => vec![SourceFile { name: file.name.clone(), bytes }],
    };
    (files, broken.into_iter().collect())
}

/// Entries that tell a zip of another kind: the beginning of an entry's name, and what the file is and what to do.
const KINDS: &[(&str, &str)] = &[
    ("xl/", "a workbook of Excel; save its tables as .csv"),
    ("ppt/", "slides of PowerPoint; save their text as .txt"),
    ("[Content_Types].xml", "a document of Office; save its text as .txt"),
    ("META-INF/container.xml", "an e-book; save its text as .txt"),
    ("content.xml", "a document of LibreOffice; save its text as .txt"),
    ("Index/Document.iwa", "a document of Pages; save its text as .txt"),
    ("mimetype", "a document of another program; save its text as .txt"),
];

/// The entry with the text of a document of Word.
const WORD: &str = "word/document.xml";

/// Unpacks a zip file, in the order of the names in it, without hidden files. Of a document of Word it is the text, and
/// of a WACZ the crawl.
fn zip(file: &SourceFile, limits: Limits) -> (Vec<SourceFile>, Vec<Problem>) {
    let mut archive = match ZipArchive::new(Cursor::new(file.bytes.as_slice())) {
        Ok(archive) => archive,
        Err(error) => {
            return (Vec::new(), vec![problem(format!("expected a zip file, found a damaged one: {error}"))]);
        }
    };
    let mut names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    order::by(&mut names, Ord::cmp);
    let is_word = names.iter().any(|name| name == WORD);
    let of_crawl = |name: &str| name.starts_with("archive/") && name.contains(".warc");
    if is_word {
        names = vec![WORD.to_owned()];
    } else if names.iter().any(|name| name == "datapackage.json") && names.iter().any(|name| of_crawl(name)) {
        names.retain(|name| of_crawl(name));
    } else if let Some((_, kind)) = KINDS.iter().find(|(head, _)| names.iter().any(|n| n.starts_with(head))) {
        return (Vec::new(), vec![problem(format!("expected news texts, found {kind}"))]);
    }
    let is_hidden = |name: &str| name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    names.retain(|name| !name.ends_with('/') && !is_hidden(name));
    let mut problems = Vec::new();
    if names.len() > limits.files {
        problems.push(problem(format!(
            "expected at most {} files in it, found {}; those after `{}` are left out: split the archive",
            limits.files,
            names.len(),
            names[limits.files.saturating_sub(1)]
        )));
        names.truncate(limits.files);
    }
    let mut files = Vec::new();
    let mut left = limits.bytes;
    for name in names {
        let mut bytes = Vec::new();
        let read = archive.by_name(&name).map_err(std::io::Error::from);
        let read = read.and_then(|member| member.take(left + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            problems
                .push(problem(format!("expected `{name}` in it to be readable, found otherwise: {error}")));
            continue;
        }
        if bytes.len() as u64 > left {
            problems.push(problem(format!("`{name}` and what follows it: {}", too_much(limits).message)));
            break;
        }
        let name_of = if is_word { file.name.clone() } else { format!("{}/{name}", file.name) };
        let inner = SourceFile { name: name_of, bytes };
        // An archive in an archive may hold a file, but not another archive.
        if inner.bytes.starts_with(b"PK\x03\x04") {
            problems
                .push(problem(format!("expected texts in it, found another zip file, `{name}`; unpack it")));
            continue;
        }
        let (inner, more) = opened(inner, left, limits);
        left -= inner.iter().map(|file| file.bytes.len() as u64).sum::<u64>().min(left);
        files.extend(inner);
        problems.extend(more.into_iter().map(|p| problem(format!("`{name}`: {}", p.message))));
    }
    (files, problems)
}

#[cfg(test)]
mod tests {
    use super::{Limits, unpack};
    use crate::parse::SourceFile;
    use flate2::{Compression, write::GzEncoder};
    use std::io::{Cursor, Write as _};
    use zip::{ZipWriter, write::SimpleFileOptions};

    const LIMITS: Limits = Limits { bytes: 1 << 20, files: 3 };

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("memory");
            writer.write_all(bytes).expect("memory");
        }
        writer.finish().expect("memory").into_inner()
    }

    /// The names and lengths of what came out, and the problems.
    fn out(bytes: Vec<u8>) -> (Vec<(String, usize)>, Vec<String>) {
        let (files, problems) = unpack(SourceFile { name: "a".into(), bytes }, LIMITS);
        let files = files.into_iter().map(|file| (file.name, file.bytes.len()));
        (files.collect(), problems.into_iter().map(|p| p.message).collect())
    }

    #[test]
    fn archives_give_their_files() {
        let name = |name: &str, length| (name.to_owned(), length);
        assert_eq!(out(b"A text.".to_vec()), (vec![name("a", 7)], vec![]));
        assert_eq!(out(gzipped(b"A text.")), (vec![name("a", 7)], vec![]));
        let two = zipped(&[("b.txt", b"B"), ("a/a.txt", b"AA"), (".hidden", b"H"), ("__MACOSX/x", b"X")]);
        assert_eq!(out(two), (vec![name("a/a/a.txt", 2), name("a/b.txt", 1)], vec![]));
        let inner = gzipped(b"Inner");
        assert_eq!(out(zipped(&[("c.gz", &inner)])), (vec![name("a/c.gz", 5)], vec![]));
    }

    #[test]
    fn limits_hold_and_damage_is_named() {
        let bomb = gzipped(&vec![b'a'; 2 << 20]);
        assert!(bomb.len() < 4096);
        let said = |bytes| {
            let (files, problems) = out(bytes);
            (files.len(), problems.join(" / "))
        };
        let much = "expected at most 1 MB after unpacking, found more; it is left out: unpack it, and split the file";
        assert_eq!(said(bomb.clone()), (0, much.to_owned()));
        assert_eq!(said(zipped(&[("a.txt", b"A"), ("b.gz", &bomb)])), (1, format!("`b.gz`: {much}")));
        let large = vec![b'a'; 2 << 20];
        let (files, sentence) = said(zipped(&[("a.txt", b"A"), ("b.txt", &large)]));
        assert_eq!((files, sentence), (1, format!("`b.txt` and what follows it: {much}")));
        let many = zipped(&[("a", b"A"), ("b", b"B"), ("c", b"C"), ("d", b"D")]);
        assert_eq!(
            said(many).1,
            "expected at most 3 files in it, found 4; those after `c` are left out: split the archive"
        );
        let whole = gzipped(&(0..20_000u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
        let (files, sentence) = said(whole[..whole.len() / 2].to_vec());
        assert!(files == 1 && sentence.starts_with("expected a whole gzip file"), "{sentence}");
        assert!(said(vec![0x1F, 0x8B, 0, 0]).1.ends_with("nothing of it is read"));
        assert!(said(b"PK\x03\x04 and no more".to_vec()).1.starts_with("expected a zip file"));
        assert!(said(zipped(&[("[Content_Types].xml", b"")])).1.contains("a document of Office"));
        assert!(said(zipped(&[("b.zip", &zipped(&[("a", b"A")]))])).1.contains("another zip file"));
    }
}
