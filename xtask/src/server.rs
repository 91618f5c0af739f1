//! A static file server for one folder, as a web host would serve it: under any path, to this machine only.
//! It never leaves its folder, forgets nothing that was asked, and lets nothing be cached.

use std::fs::File;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// Answers given at a time. A browser opens six connections to one host.
const THREADS: usize = 6;

/// Content types by the end of the file's name; the app must be `application/wasm` to compile as it streams.
const TYPES: [(&str, &str); 12] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("json", "application/json"),
    ("csv", "text/csv; charset=utf-8"),
    ("bin", "application/octet-stream"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
];

/// A server that runs until it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
    url: String,
    requests: Requests,
}

/// What was asked, in order.
type Requests = Arc<Mutex<Vec<String>>>;

impl Server {
    /// Serves `root` on 127.0.0.1 under `prefix`, which is `/` or like `/some/path/`, on this port or on one
    /// that the system chooses.
    pub fn start(root: impl AsRef<Path>, prefix: &str, port: Option<u16>) -> Result<Server> {
        let root = root.as_ref();
        let canonical = root
            .canonicalize()
            .ok()
            .filter(|root| root.is_dir())
            .with_context(|| format!("cannot serve {}: expected a folder, found none", root.display()))?;
        let address = (Ipv4Addr::LOCALHOST, port.unwrap_or(0));
        let listener = TcpListener::bind(address)
            .with_context(|| format!("cannot listen on {}:{}", address.0, address.1))?;
        let port = listener.local_addr().context("the system does not tell which port it gave")?.port();
        let http = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;

        let inner = prefix.trim_matches('/');
        let prefix = if inner.is_empty() { "/".to_string() } else { format!("/{inner}/") };
        let url = format!("http://{}:{port}{prefix}", Ipv4Addr::LOCALHOST);
        let http = Arc::new(http);
        let requests = Requests::default();
        let site = Arc::new(Site { root: canonical, prefix });
        let threads = (0..THREADS)
            .map(|_| {
                let (http, site, requests) = (Arc::clone(&http), Arc::clone(&site), Arc::clone(&requests));
                thread::spawn(move || {
                    for request in http.incoming_requests() {
                        site.respond(request, &requests);
                    }
                })
            })
            .collect();
        Ok(Server { http, threads, url, requests })
    }

    /// The address of the folder, with a slash at its end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Every path that was asked so far, as it was asked.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing left to stop.
            let _ = thread.join();
        }
    }
}

/// A folder and the path it is served under.
struct Site {
    root: PathBuf,
    prefix: String,
}

/// What a path leads to.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    /// A folder without the slash that its relative links need.
    Folder,
    Nothing,
}

impl Site {
    fn respond(&self, request: Request, requests: &Requests) {
        let asked = request.url().to_string();
        requests.lock().unwrap_or_else(PoisonError::into_inner).push(asked.clone());
        let (path, query) = asked.split_at(asked.find('?').unwrap_or(asked.len()));
        // A reader who left in the middle of an answer is no fault of ours.
        let _ = match request.method() {
            Method::Get | Method::Head => match self.find(path) {
                Found::File(file) => match File::open(&file) {
                    Ok(opened) => request.respond(
                        Response::from_file(opened)
                            // Whole files with their length, as a web host sends them.
                            .with_chunked_threshold(usize::MAX)
                            .with_header(header("Content-Type", content_type(&file)))
                            .with_header(header("Cache-Control", "no-store")),
                    ),
                    Err(error) => request.respond(sentence(500, &format!("cannot read {path}: {error}"))),
                },
                Found::Folder => {
                    let target = format!("{path}/{query}");
                    let response = sentence(301, &format!("this folder is at {target}"));
                    request.respond(response.with_header(header("Location", &target)))
                }
                Found::Nothing => request.respond(sentence(404, &format!("there is nothing at {path}"))),
            },
            _ => {
                let response = sentence(405, "only GET and HEAD are answered here");
                request.respond(response.with_header(header("Allow", "GET, HEAD")))
            }
        };
    }

    fn find(&self, path: &str) -> Found {
        if format!("{path}/") == self.prefix {
            return Found::Folder;
        }
        let Some(rest) = path.strip_prefix(self.prefix.as_str()) else { return Found::Nothing };
        let (folder, names) = match rest.strip_suffix('/') {
            Some(rest) => (true, rest),
            None => (rest.is_empty(), rest),
        };
        let mut file = self.root.clone();
        if !names.is_empty() {
            for name in names.split('/') {
                match decode(name) {
                    Some(name) if is_plain(&name) => file.push(name),
                    _ => return Found::Nothing,
                }
            }
        }
        if folder {
            file.push("index.html");
        }
        // The names are harmless by now; a symbolic link may still lead out.
        match file.canonicalize() {
            Ok(real) if !real.starts_with(&self.root) => Found::Nothing,
            Ok(real) if real.is_file() => Found::File(real),
            Ok(real) if real.is_dir() && !folder => Found::Folder,
            _ => Found::Nothing,
        }
    }
}

/// Whether this names something inside a folder, and nothing else.
fn is_plain(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\', ':', '\0'])
}

/// Undoes percent-encoding; `None` where that is broken or yields no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(file: &Path) -> &'static str {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    TYPES.iter().find(|(known, _)| *known == end).map_or("application/octet-stream", |(_, kind)| kind)
}

fn sentence(status: u16, text: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_string(format!("{text}\n"))
        .with_status_code(StatusCode(status))
        .with_header(header("Content-Type", "text/plain; charset=utf-8"))
        .with_header(header("Cache-Control", "no-store"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names are ours, and tiny_http passes ASCII paths only")
}

#[cfg(test)]
mod tests {
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
}
