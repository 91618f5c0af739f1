//! A static file server for one folder, or for files in memory, as a web host would serve them: under any path, to this
//! machine only. It never leaves its folder, forgets nothing that was asked, and lets nothing be cached.

use std::collections::BTreeMap;
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

/// Files by their names, which may be changed while they are served.
pub type Files = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// The port that is tried first: the one people expect of a page on their own machine.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried: more than anyone keeps such servers open.
const PORTS: u16 = 20;

/// What was asked, in order.
type Requests = Arc<Mutex<Vec<String>>>;

impl Server {
    /// Serves `root` on 127.0.0.1 under `prefix`, which is `/` or like `/some/path/`, on this port or on one
    /// that the system chooses.
    ///
    /// # Errors
    /// Where there is no such folder, or the port is taken.
    pub fn start(root: impl AsRef<Path>, prefix: &str, port: Option<u16>) -> Result<Server> {
        let root = root.as_ref();
        let canonical = root
            .canonicalize()
            .ok()
            .filter(|root| root.is_dir())
            .with_context(|| format!("cannot serve {}: expected a folder, found none", root.display()))?;
        Server::of(Root::Folder(canonical), prefix, port)
    }

    /// Serves `files` on 127.0.0.1, on this port or on one that the system chooses.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn of_files(files: Files, port: Option<u16>) -> Result<Server> {
        Server::of(Root::Memory(files), "/", port)
    }

    /// What `start` makes on this port; without one on the first port that is free of those that people expect, else on one
    /// that the system chooses.
    ///
    /// # Errors
    /// Where the port is taken, or none is free.
    pub fn on_port(port: Option<u16>, start: impl Fn(Option<u16>) -> Result<Server>) -> Result<Server> {
        if port.is_some() {
            return start(port).with_context(|| {
                format!(
                    "--port {} cannot be used; leave it out to take one that is free",
                    port.unwrap_or_default()
                )
            });
        }
        let last = FIRST_PORT + PORTS - 1;
        (FIRST_PORT..=last)
            .find_map(|port| start(Some(port)).ok())
            .map_or_else(|| start(None), Ok)
            .with_context(|| format!("no port is free, neither {FIRST_PORT} to {last} nor another"))
    }

    fn of(root: Root, prefix: &str, port: Option<u16>) -> Result<Server> {
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
        let site = Arc::new(Site { root, prefix });
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

/// What is served.
enum Root {
    Folder(PathBuf),
    Memory(Files),
}

/// What is served, and the path that it is served under.
struct Site {
    root: Root,
    prefix: String,
}

/// What a path leads to.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    Bytes(String, Vec<u8>),
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
                Found::Bytes(name, bytes) => request.respond(
                    Response::from_data(bytes)
                        .with_chunked_threshold(usize::MAX)
                        .with_header(header("Content-Type", content_type(Path::new(&name))))
                        .with_header(header("Cache-Control", "no-store")),
                ),
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
        let root = match &self.root {
            Root::Folder(root) => root,
            Root::Memory(files) => {
                let name = if names.is_empty() { "index.html" } else { names };
                let files = files.lock().unwrap_or_else(PoisonError::into_inner);
                return files
                    .get(name)
                    .map_or(Found::Nothing, |bytes| Found::Bytes(name.into(), bytes.clone()));
            }
        };
        let mut file = root.clone();
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
            Ok(real) if !real.starts_with(root) => Found::Nothing,
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
mod tests;
