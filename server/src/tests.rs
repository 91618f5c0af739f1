//! What the server answers, asked by hand.

use super::*;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

/// A folder that is removed when dropped, with a file outside the one that is served.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("dateline-server-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let site = folder.join("site");
        fs::create_dir_all(site.join("deep")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(site.join("index.html"), "<p>front").unwrap();
        fs::write(site.join("deep/index.html"), "<p>deep").unwrap();
        fs::write(site.join("app.wasm"), vec![7; 100_000]).unwrap();
        fs::write(site.join("a b é.txt"), "named").unwrap();
        fs::create_dir_all(site.join("empty")).unwrap();
        Folder(folder)
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Sends a request as it is written here, with no client to tidy its path; returns the head and the body.
fn ask(server: &Server, method: &str, path: &str) -> (String, Vec<u8>) {
    let address = server.url().strip_prefix("http://").unwrap().split('/').next().unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    (String::from_utf8(answer[..end].to_vec()).unwrap(), answer[end + 4..].to_vec())
}

fn status(server: &Server, method: &str, path: &str) -> u16 {
    ask(server, method, path).0.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn files_are_served_with_their_type_and_never_cached() {
    let folder = Folder::new("types");
    let server = Server::start(folder.site(), "/", None).unwrap();
    let (head, body) = ask(&server, "GET", "/");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("Content-Type: text/html; charset=utf-8"), "{head}");
    assert!(head.contains("Cache-Control: no-store"), "{head}");
    assert_eq!(body, b"<p>front");
    let (head, body) = ask(&server, "GET", "/app.wasm?v=1");
    assert!(head.contains("Content-Type: application/wasm"), "{head}");
    assert!(head.contains("Content-Length: 100000"), "{head}");
    assert_eq!(body.len(), 100_000);
    assert_eq!(ask(&server, "GET", "/a%20b%20%C3%A9.txt").1, b"named");
    assert_eq!(ask(&server, "GET", "/deep/").1, b"<p>deep");
    for (name, kind) in [
        ("a.JS", "text/javascript; charset=utf-8"),
        ("a.wasm.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.json", "application/json"),
        ("a.bin", "application/octet-stream"),
        ("a.png", "image/png"),
        ("a", "application/octet-stream"),
    ] {
        assert_eq!(content_type(Path::new(name)), kind, "{name}");
    }
}

#[test]
fn a_folder_can_stand_under_any_path() {
    let folder = Folder::new("prefix");
    let server = Server::start(folder.site(), "/some/sub/path/", None).unwrap();
    assert!(server.url().ends_with("/some/sub/path/"));
    assert_eq!(ask(&server, "GET", "/some/sub/path/").1, b"<p>front");
    assert_eq!(ask(&server, "GET", "/some/sub/path/index.html").1, b"<p>front");
    for (path, target) in
        [("/some/sub/path", "/some/sub/path/"), ("/some/sub/path/deep?q=1", "/some/sub/path/deep/?q=1")]
    {
        let (head, _) = ask(&server, "GET", path);
        assert!(head.starts_with("HTTP/1.1 301"), "{head}");
        assert!(head.contains(&format!("Location: {target}\r\n")), "{head}");
    }
    let (head, body) = ask(&server, "GET", "/index.html");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    assert_eq!(body, b"there is nothing at /index.html\n");
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let folder = Folder::new("outside");
    let server = Server::start(folder.site(), "/", None).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(folder.0.join("secret.txt"), folder.site().join("link.txt")).unwrap();
        symlink(&folder.0, folder.site().join("out")).unwrap();
        symlink(folder.site().join("deep"), folder.site().join("inside")).unwrap();
        assert_eq!(status(&server, "GET", "/inside/index.html"), 200);
    }
    let full = format!("/{}", folder.0.join("secret.txt").display());
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2e%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/deep/../../secret.txt",
        "/deep/%2e%2e/%2e%2e/secret.txt",
        "/link.txt",
        "/out/secret.txt",
        "/out",
        "//deep",
        "/./index.html",
        "/index.html%00",
        "/%zz",
        "/%",
        "/%ff",
        "/empty/",
        "/index.html/",
        &full,
    ] {
        assert_eq!(status(&server, "GET", path), 404, "{path}");
    }
}

#[test]
fn only_reading_is_answered() {
    let folder = Folder::new("methods");
    let server = Server::start(folder.site(), "/", None).unwrap();
    let (head, body) = ask(&server, "HEAD", "/app.wasm");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("Content-Length: 100000"), "{head}");
    assert_eq!(body, b"");
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(status(&server, method, "/"), 405, "{method}");
    }
}

#[test]
fn what_was_asked_is_remembered() {
    let folder = Folder::new("requests");
    let server = Server::start(folder.site(), "/x/", None).unwrap();
    for path in ["/x/", "/x/app.wasm?v=2", "/favicon.ico"] {
        ask(&server, "GET", path);
    }
    assert_eq!(server.requests(), ["/x/", "/x/app.wasm?v=2", "/favicon.ico"]);
}

#[test]
fn a_dropped_server_answers_no_more() {
    let folder = Folder::new("drop");
    let server = Server::start(folder.site(), "/", None).unwrap();
    let address = server.url().strip_prefix("http://").unwrap().trim_end_matches('/').to_string();
    assert_eq!(status(&server, "GET", "/"), 200);
    drop(server);
    // The listening thread ends a moment after it is told to.
    let gone = (0..100).any(|_| {
        thread::sleep(std::time::Duration::from_millis(20));
        TcpStream::connect(&address).is_err()
    });
    assert!(gone, "{address} still answers");
}

#[test]
fn a_missing_folder_and_a_taken_port_are_sentences() {
    let error = Server::start("no/such/folder", "/", None).err().unwrap();
    assert_eq!(error.to_string(), "cannot serve no/such/folder: expected a folder, found none");
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = Server::start(std::env::temp_dir(), "/", Some(port)).err().unwrap();
    assert_eq!(error.to_string(), format!("cannot listen on 127.0.0.1:{port}"));
}

#[test]
fn files_in_memory_are_served_as_they_are_now() {
    let files = Files::default();
    files.lock().unwrap().insert("index.html".into(), b"<p>one".to_vec());
    let server = Server::of_files(files.clone(), None).unwrap();
    let (head, body) = ask(&server, "GET", "/?a=b");
    assert!(head.contains("Content-Type: text/html") && body == b"<p>one", "{head}");
    files.lock().unwrap().insert("index.html".into(), b"<p>two".to_vec());
    assert_eq!(ask(&server, "GET", "/index.html").1, b"<p>two");
    assert_eq!(status(&server, "GET", "/other"), 404);
}

#[test]
fn a_second_server_takes_the_next_free_port() {
    let start = |port| Server::start(std::env::temp_dir(), "/", port);
    let (first, second) = (Server::on_port(None, start).unwrap(), Server::on_port(None, start).unwrap());
    assert_ne!(first.url(), second.url());
}
