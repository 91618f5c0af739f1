//! What the command does beside reading and building: a folder to begin with, the page on this machine, what shells and
//! people are told.

use crate::build::{page_named, texts};
use crate::run::dateline;
use dateline_tests::scratch::{folder, folder_with};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What stands at `path` of the server at `address`.
fn asked(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a server");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_page_is_served_and_follows_its_texts() {
    let (texts, page) = (texts("served-texts"), page_named("served-page", "app"));
    let mut served = Command::new(env!("CARGO_BIN_EXE_dateline"));
    served.arg("serve").arg(&texts).args(["--no-open", "--page"]).arg(&page);
    let mut served =
        Running(served.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command"));
    let mut first = String::new();
    BufReader::new(served.0.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    let address = first.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
    let page = asked(address, "/");
    assert!(page.contains("Norway &amp; Chad"), "{page}");
    assert!(asked(address, "/app_bg.wasm").starts_with("HTTP/1.1 200"));
    // The script that loads it again may run, and is in no page that is built.
    assert!(page.contains("./dateline-build"), "{page}");
    let policy = page.split("script-src").nth(1).and_then(|rest| rest.split(';').next()).expect("a policy");
    assert!(policy.contains("sha256-"), "{policy}");
    let build = asked(address, "/dateline-build");
    std::fs::write(texts.join("c.txt"), " date 2024-05-05 Finland counts its ferries.").expect("a text");
    let end = Instant::now() + Duration::from_secs(20);
    while !asked(address, "/").contains("Finland counts its ferries") {
        assert!(Instant::now() < end, "the page follows its texts");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_ne!(asked(address, "/dateline-build"), build);
    // A list that is broken is said, and the page stays; nobody is there who could read an error of the command.
    std::fs::write(texts.join("corpus.toml"), "title = ").expect("a list");
    std::thread::sleep(Duration::from_secs(2));
    assert!(asked(address, "/").contains("Finland counts its ferries"));
}

#[test]
fn what_cannot_be_served_gets_a_sentence() {
    let (empty, page) = (folder("served-nothing"), page_named("served-nowhere", "app"));
    let named =
        ["serve".as_ref(), empty.as_os_str(), "--no-open".as_ref(), "--page".as_ref(), page.as_os_str()];
    let said = dateline(named);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("expected source files, found none"), "{}", said.err);
}

#[test]
fn a_new_folder_is_one_to_begin_with() {
    let place = folder("new").join("news");
    let said = dateline([std::ffi::OsStr::new("new"), place.as_os_str()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let texts = place.join("texts");
    let found = dateline([std::ffi::OsStr::new("inspect"), texts.as_os_str(), "--json".as_ref()]);
    assert_eq!((found.code, found.err.as_str()), (0, ""), "its texts have no problems");
    let found = crate::run::json(&found.out);
    assert_eq!(crate::run::list(&found, "articles").len(), 3);
    assert!(crate::run::list(&found, "articles").iter().all(|article| article["published"].is_string()));
    assert!(place.join(".github/workflows/page.yml").is_file());
    // What is there stays.
    let again = dateline([std::ffi::OsStr::new("new"), place.as_os_str()]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("expected a new or an empty folder"), "{}", again.err);
    let other = folder_with("new-taken", &[("mine.txt", b"mine")]);
    assert_eq!(dateline([std::ffi::OsStr::new("new"), other.as_os_str()]).code, 1);
    assert_eq!(std::fs::read(other.join("mine.txt")).expect("my file"), b"mine");
}

#[test]
fn shells_and_people_are_told() {
    let said = dateline(["--help"]);
    assert!(said.out.contains("Examples:") && said.out.contains("dateline new news"), "{}", said.out);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(dateline(["-V"]).out, format!("dateline {version}\n"));
    let said = dateline(["--version"]).out;
    assert!(said.starts_with(&format!("dateline {version} (")) && said.contains("page"), "{said}");
    let manual = dateline(["man"]).out;
    assert!(manual.starts_with(".") || manual.contains(".TH dateline"), "{manual}");
    for command in ["inspect", "mentions", "actors", "search", "build", "serve", "new"] {
        assert!(manual.contains(command), "{command}");
        for shell in ["bash", "zsh", "fish"] {
            assert!(dateline(["completions", shell]).out.contains(command), "{shell}: {command}");
        }
    }
}
