//! A web host on this machine: it packs texts and programs by gzip as web hosts do, and counts what it sends. Files whose
//! names end in `.bin` are packed already and go as they are.

use dateline_tests::browser::Result;
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Request, Response};

/// Answers given at a time. A browser opens six connections to one host.
const THREADS: usize = 6;
/// What is packed, by the end of the name.
const PACKED: [(&str, &str); 5] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("json", "application/json"),
];

/// A host that runs until it is dropped.
pub(crate) struct Host {
    http: Arc<tiny_http::Server>,
    /// The address, with a slash at its end.
    pub(crate) url: String,
    site: Arc<Site>,
}

struct Site {
    folder: PathBuf,
    packed: Mutex<BTreeMap<String, Arc<Vec<u8>>>>,
    /// Bytes by the name of the file.
    sent: Mutex<BTreeMap<String, u64>>,
}

impl Host {
    /// Serves `folder`.
    pub(crate) fn start(folder: &Path) -> Result<Host> {
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0")?);
        let address = http.server_addr().to_ip().ok_or("an address")?;
        let site =
            Arc::new(Site { folder: folder.to_owned(), packed: Mutex::default(), sent: Mutex::default() });
        for _ in 0..THREADS {
            let (http, site) = (http.clone(), site.clone());
            std::thread::spawn(move || http.incoming_requests().for_each(|request| site.respond(request)));
        }
        Ok(Host { http, url: format!("http://{address}/"), site })
    }

    /// Bytes that were sent since the last call, by the name of the file.
    pub(crate) fn sent(&self) -> BTreeMap<String, u64> {
        std::mem::take(&mut *self.site.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        (0..THREADS).for_each(|_| self.http.unblock());
    }
}

impl Site {
    fn respond(&self, request: Request) {
        let path = request.url().split('?').next().unwrap_or_default().trim_start_matches('/');
        let name = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let plain = !name.contains("..");
        let Some((bytes, kind)) = plain.then(|| self.bytes(&name)).flatten() else {
            let _ = request.respond(Response::empty(404));
            return;
        };
        *self.sent.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_default() +=
            bytes.len() as u64;
        let mut response = Response::from_data(bytes.to_vec()).with_chunked_threshold(usize::MAX);
        response.add_header(header("Cache-Control", "no-store"));
        if let Some(kind) = kind {
            response.add_header(header("Content-Type", kind));
            response.add_header(header("Content-Encoding", "gzip"));
        }
        // A reader who left in the middle of an answer is no fault of ours.
        let _ = request.respond(response);
    }

    /// The file of this name as it is sent, and its kind where it is packed.
    fn bytes(&self, name: &str) -> Option<(Arc<Vec<u8>>, Option<&'static str>)> {
        let kind = PACKED.iter().find(|(end, _)| name.rsplit('.').next() == Some(end)).map(|(_, kind)| *kind);
        let file = self.folder.join(name);
        if kind.is_none() {
            return Some((Arc::new(std::fs::read(file).ok()?), None));
        }
        let mut packed = self.packed.lock().unwrap_or_else(PoisonError::into_inner);
        if !packed.contains_key(name) {
            packed.insert(name.to_owned(), Arc::new(gzipped(&std::fs::read(file).ok()?)));
        }
        Some((packed.get(name)?.clone(), kind))
    }
}

/// `bytes` as web hosts pack them.
pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("bytes in memory are written")
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header of plain words")
}
