//! `dateline build` over a small page made by hand: what it writes, that the pack comes back out, that the same
//! input gives the same bytes, and that no text of a corpus becomes part of the page's own code.

use crate::run::{PAGE, SCRAPE, Said, dateline};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_engine::actors::Mentions;
use dateline_engine::corpus::{ArticleId, Corpus, SourceText};
use dateline_engine::pack;
use dateline_tests::scratch::{folder, folder_with};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Read as _;
use std::path::{Path, PathBuf};

const INDEX: &str = r#"<!DOCTYPE html>
<html lang="en"><head><!--dateline:policy--><!--/dateline:policy--><!--dateline:head--><title>Dateline</title><!--/dateline:head-->
<link rel="icon" href="./icon.svg"></head>
<body><header><!--dateline:masthead--><!--/dateline:masthead--></header>
<main><!--dateline:articles--><!--/dateline:articles--></main>
<!--dateline:app--><script type="application/json" id="app">{"js":"./app.js","wasm":"./app_bg.wasm"}</script><!--/dateline:app-->
<!--dateline:pack--><!--/dateline:pack-->
</body></html>
"#;
const JS: &str = "const a = '</script><b>', b = '</SCRIPT >', c = '<!-- <script>', d = 1 </2/.source;\n";
const WASM: &[u8] = b"\0asm\x01\0\0\0 not really";

fn page(name: &str) -> PathBuf {
    page_named(name, "app")
}

/// A page whose files are called `app`.
pub(crate) fn page_named(name: &str, app: &str) -> PathBuf {
    let icon = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let index = INDEX.replace("./app", &format!("./{app}"));
    folder_with(
        name,
        &[
            ("index.html", index.as_bytes()),
            (&format!("{app}.js"), JS.as_bytes()),
            (&format!("{app}_bg.wasm"), WASM),
            ("icon.svg", icon),
        ],
    )
}

pub(crate) fn texts(name: &str) -> PathBuf {
    let title: &[u8] =
        "title = \"</title><script>alert(1)</script>\"\ndescription = \"“Quay” & \\\"quotes\\\"\"".as_bytes();
    folder_with(name, &[("a.txt", SCRAPE.as_bytes()), ("b.txt", PAGE.as_bytes()), ("corpus.toml", title)])
}

pub(crate) fn build(texts: &Path, page: &Path, out: &Path, more: &[&str]) -> Said {
    let words: [OsString; 6] =
        ["build".into(), texts.into(), "--page".into(), page.into(), "-o".into(), out.into()];
    dateline(words.into_iter().chain(more.iter().map(OsString::from)))
}

pub(crate) fn written(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries =
        folder.read_dir().expect("a folder was written").map(|e| e.expect("a readable entry").path());
    entries
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("a readable file"))
        })
        .collect()
}

fn index(files: &BTreeMap<String, Vec<u8>>) -> String {
    String::from_utf8(files["index.html"].clone()).expect("UTF-8")
}

/// What stands between `open` and the first `close` after it.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let (_, rest) = text.split_once(open).unwrap_or_else(|| panic!("{open} in {text}"));
    rest.split_once(close).unwrap_or_else(|| panic!("{close} after {open} in {text}")).0
}

fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut out).expect("gzip");
    out
}

fn unpack(gzipped: &[u8]) -> (Corpus, Mentions) {
    let (corpus, mentions, _) = pack::decode(&gunzip(gzipped)).expect("a pack");
    (corpus, mentions)
}

/// The source text of the first article, of the pack that is gzipped in `packed`.
fn source_text(packed: &[u8], sources: &[u8]) -> SourceText {
    let (bytes, fingerprint) = (gunzip(sources), pack::fingerprint(&gunzip(packed)));
    let sources = pack::decode_source_texts(&bytes, &fingerprint).expect("the sources of that pack");
    sources.text(ArticleId(0)).expect("a text for each article")
}

/// The script that is never run, of this id.
fn inline(index: &str, id: &str) -> Vec<u8> {
    let open = format!("<script id=\"{id}\" type=\"application/octet-stream\">");
    STANDARD.decode(between(index, &open, "</script>")).expect("base64")
}

#[test]
fn a_folder_holds_the_page_and_the_pack() {
    let (texts, page, out) = (texts("texts"), page("page"), folder("out").join("made/here"));
    let said = build(&texts, &page, &out, &[]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert!(said.err.contains("wrote 2 articles with"), "{}", said.err);
    let files = written(&out);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["app.js", "app_bg.wasm", "app_bg.wasm.js", "icon.svg", "index.html"]);
    assert_eq!((files["app.js"].as_slice(), files["app_bg.wasm"].as_slice()), (JS.as_bytes(), WASM));
    let script = String::from_utf8(files["app_bg.wasm.js"].clone()).expect("UTF-8");
    let wasm = STANDARD.decode(between(&script, "[\"app_bg.wasm\"] = \"", "\"")).expect("base64");
    assert_eq!(gunzip(&wasm), WASM);

    let (corpus, mentions) = unpack(&inline(&index(&files), "pack"));
    assert_eq!(corpus.articles.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(corpus.title, "</title><script>alert(1)</script>");
    assert!(mentions.named("norway").is_some() && mentions.named("chad").is_some());
    let [pack, sources] = ["pack", "sources"].map(|id| inline(&index(&files), id));
    let text = source_text(&pack, &sources);
    let shown: String = text.parts.iter().map(|part| part.text(&corpus.articles[0])).collect();
    assert_eq!(shown, SCRAPE);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (texts, page) = (texts("same-texts"), page("same-page"));
    for more in [&[][..], &["--single-file"]] {
        let [one, two] = ["same-one", "same-two"].map(folder);
        assert_eq!(build(&texts, &page, &one, more).code, 0);
        assert_eq!(build(&texts, &page, &two, more).code, 0);
        assert_eq!(written(&one), written(&two));
    }
}

#[test]
fn a_single_file_holds_everything() {
    let out = folder("single-out");
    let said = build(&texts("single-texts"), &page("single-page"), &out, &["--single-file"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let files = written(&out);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["index.html"]);
    let index = index(&files);
    assert_eq!(gunzip(&inline(&index, "wasm")), WASM);
    assert_eq!(unpack(&inline(&index, "pack")).0.articles.len(), 2);
    source_text(&inline(&index, "pack"), &inline(&index, "sources"));
    assert!(
        index.contains("href=\"data:image/svg+xml;base64,") && !index.contains("\"./"),
        "nothing beside it: {index}"
    );

    // The app's own script says the same as before, and cannot end the page's: it is not spelled out.
    assert_eq!(gunzip(&inline(&index, "js")), JS.as_bytes());
    assert!(!index.contains("const a"), "{index}");
    let again = build(&texts("single-texts"), &out, &folder("single-again"), &[]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("a page in one file cannot be filled again"), "{}", again.err);
}

#[test]
fn text_never_becomes_html() {
    let out = folder("html-out");
    assert_eq!(build(&texts("html-texts"), &page("html-page"), &out, &[]).code, 0);
    let index = index(&written(&out));
    assert_eq!(between(&index, "<title>", "</title>"), "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    assert_eq!(between(&index, "name=\"description\" content=\"", "\""), "“Quay” &amp; &quot;quotes&quot;");
    let list = between(&index, "<!--dateline:articles-->", "<!--/dateline:articles-->");
    assert!(list.contains("<li>Norway &amp; Chad &lt;b&gt;sign&lt;/b&gt; a “fishing” pact "), "{list}");
    assert!(list.contains("8 March 2024") && list.contains("undated"), "{list}");
    assert!(!index.contains("<b>") && !index.contains("<script>alert"), "{index}");
}

#[test]
fn a_filled_page_can_be_filled_again() {
    let (texts, page, out) = (texts("again-texts"), page("again-page"), folder("again-out"));
    assert_eq!(build(&texts, &page, &out, &[]).code, 0);
    let first = written(&out);
    // Another corpus into the page that was filled, where it stands, and the first one again.
    let other = folder_with(
        "again-other",
        &[("c.txt", b" date 2024-01-05 Ministers of Chad met in Lagos on Friday.")],
    );
    assert_eq!(build(&other, &out, &out, &[]).code, 0);
    let index_of_other = index(&written(&out));
    assert_eq!(unpack(&inline(&index_of_other, "pack")).0.articles[0].name, "c");
    assert!(!index_of_other.contains("alert(1)"), "nothing of the first corpus is left");
    assert_eq!(build(&texts, &out, &out, &[]).code, 0);
    assert_eq!(written(&out), first);
}

/// So many words that do not compress.
fn noise(words: usize) -> String {
    let mut state = 1_u64;
    let word = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:x}", state >> 16)
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_large_is_a_file_beside_the_page() {
    let long = format!(" date 2024-01-05 Ministers of Chad met. {}.", noise(40_000));
    let large = folder_with("large-texts", &[("a.txt", long.as_bytes())]);
    // Of one page the sources hold little, so that it takes many.
    let pages: Vec<_> = noise(20_000)
        .as_bytes()
        .chunks(2000)
        .enumerate()
        .map(|(n, script)| {
            let script = String::from_utf8_lossy(script).into_owned();
            let html = format!("<html><script>{script}</script><p>Ministers of Chad met in Oslo on Friday, for the first time.</p></html>");
            (format!("{n:03}.html"), html)
        })
        .collect();
    let pages: Vec<_> = pages.iter().map(|(name, html)| (name.as_str(), html.as_bytes())).collect();
    let marked_up = folder_with("large-pages", &pages);
    let (page, out) = (page("large-page"), folder("large-out"));
    for (texts, articles, id, other) in
        [(&large, 1, "pack", "sources"), (&marked_up, pages.len(), "sources", "pack")]
    {
        assert_eq!(build(texts, &page, &out, &[]).code, 0);
        let files = written(&out);
        let index = index(&files);
        let name =
            between(&index, &format!("id=\"{id}\" type=\"application/octet-stream\" data-file=\"./"), "\"");
        let script = String::from_utf8(files[&format!("{name}.js")].clone()).expect("UTF-8");
        assert_eq!(STANDARD.decode(between(&script, "\"] = \"", "\"")).expect("base64"), files[name]);
        let inlined = inline(&index, other);
        let (pack, sources) = if id == "pack" { (&files[name], &inlined) } else { (&inlined, &files[name]) };
        assert_eq!(unpack(pack).0.articles.len(), articles);
        source_text(pack, sources);
        assert_eq!(files.len(), 7, "nothing of the one before: {:?}", files.keys());
    }

    assert_eq!(build(&texts("large-other"), &out, &out, &[]).code, 0);
    let names: Vec<_> = written(&out).into_keys().collect();
    assert_eq!(
        names,
        ["app.js", "app_bg.wasm", "app_bg.wasm.js", "icon.svg", "index.html"],
        "what was made for another corpus is gone"
    );
}

#[test]
fn a_page_that_is_none_gets_a_sentence() {
    let texts = texts("none-texts");
    let no_pack = INDEX.replace("<!--dateline:pack-->", "");
    let no_app = INDEX.replace("{\"js\"", "} {\"js\"").replace("wasm\"}", "wasm\"");
    for (name, files, sentence) in [
        (
            "no-index",
            vec![("app.js", JS)],
            "expected a built page, found no index.html; run `cargo xtask build`",
        ),
        (
            "no-slots",
            vec![("index.html", "<!DOCTYPE html><p>Hello")],
            "expected the names of the app's files in index.html, found none",
        ),
        (
            "no-names",
            vec![("index.html", &*no_app)],
            "expected the names of the app's files in index.html, found none",
        ),
        (
            "no-wasm",
            vec![("index.html", INDEX), ("app.js", JS)],
            "expected app_bg.wasm beside index.html, found none; build the page again",
        ),
        (
            "no-pack",
            vec![("index.html", &*no_pack), ("app.js", JS), ("app_bg.wasm", "")],
            "expected the slot `pack` in index.html, found none; build the page again",
        ),
    ] {
        let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let out = folder("none-out").join(name);
        let said = build(&texts, &folder_with(name, &files), &out, &[]);
        assert_eq!(said.code, 1, "{name}");
        assert!(said.err.contains(sentence), "{name}: {}", said.err);
        assert!(!out.exists(), "{name}: nothing is written");
    }
    let missing = build(&texts, &folder("none-missing").join("page"), &folder("none-out"), &[]);
    assert_eq!(missing.code, 1);
    assert!(missing.err.contains("expected a built page in "), "{}", missing.err);
    let nothing = build(&folder("none-empty"), &page("none-page"), &folder("none-out"), &[]);
    assert_eq!(
        (nothing.code, written(&folder("none-out")).len()),
        (1, 0),
        "a page of nothing is not written"
    );
}

#[test]
fn a_page_is_made_for_who_opens_it() {
    let (texts, page) = (texts("for-texts"), page("for-page"));
    for (whom, absent) in [("host", "app_bg.wasm.js"), ("file", "app_bg.wasm")] {
        let out = folder(&format!("for-{whom}"));
        assert_eq!(build(&texts, &page, &out, &["--for", whom]).code, 0);
        let mut names = vec!["app.js", "app_bg.wasm", "app_bg.wasm.js", "icon.svg", "index.html"];
        names.retain(|name| *name != absent);
        assert_eq!(written(&out).into_keys().collect::<Vec<_>>(), names, "{whom}");
    }
}

#[test]
fn a_page_says_where_it_stands() {
    let out = folder("stands-out");
    let options = ["--base-url", "https://example.org/kim", "--title", "Two \"quotes\""];
    let said = build(&texts("stands-texts"), &page("stands-page"), &out, &options);
    assert_eq!(said.code, 0, "{}", said.err);
    let files = written(&out);
    let index = index(&files);
    assert!(index.contains("<title>Two &quot;quotes&quot;</title>"), "{index}");
    assert!(index.contains("<link rel=\"canonical\" href=\"https://example.org/kim/\">"), "{index}");
    assert!(
        index.contains("type=\"application/json+oembed\" href=\"https://example.org/kim/oembed.json\""),
        "{index}"
    );
    let told = crate::run::json(std::str::from_utf8(&files["oembed.json"]).expect("UTF-8"));
    assert_eq!((&told["version"], &told["type"]), (&"1.0".into(), &"rich".into()));
    let html = told["html"].as_str().unwrap_or_default();
    assert!(
        html.starts_with("<iframe src=\"https://example.org/kim/#embed\"")
            && html.contains("loading=\"lazy\""),
        "{html}"
    );
    // A page may be filled where it stands, as often as one likes.
    for _ in 0..2 {
        let said = build(&texts("stands-texts"), &out, &out, &options);
        assert_eq!(said.code, 0, "{}", said.err);
        assert_eq!(written(&out), files);
    }
    // Told anew, and no more.
    let other = ["--base-url", "https://example.org/kim", "--title", "Another"];
    assert_eq!(build(&texts("stands-texts"), &page("stands-page"), &out, &other).code, 0);
    assert!(String::from_utf8_lossy(&written(&out)["oembed.json"]).contains("Another"));
    assert_eq!(build(&texts("stands-texts"), &page("stands-page"), &out, &[]).code, 0);
    assert!(!written(&out).contains_key("oembed.json"));
    for wrong in ["example.org", "javascript:alert(1)", "https://example.org/?a"] {
        let said = build(&texts("stands-wrong"), &page("stands-page"), &out, &["--base-url", wrong]);
        assert_eq!(said.code, 2, "{wrong}");
        assert!(said.err.contains("expected an address as"), "{}", said.err);
    }
}
