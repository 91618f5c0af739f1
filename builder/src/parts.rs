//! What the files of a corpus in many files are called: `part-0a1b2c3d-17.bin`, with the fingerprint of its head and their
//! number. index.html says how many there are.

/// What their names begin with.
const PREFIX: &str = "part-";
/// The element of index.html that tells them, up to their fingerprint.
const ELEMENT: &str = "<script id=\"parts\" type=\"application/json\">[\"part-";

/// The files of a corpus.
pub(crate) struct Parts {
    fingerprint: String,
    count: usize,
}

impl Parts {
    /// The most files that a page may be made of.
    pub(crate) const MOST: usize = 20_000;

    pub(crate) fn new(fingerprint: &str, count: usize) -> Parts {
        Parts { fingerprint: fingerprint.to_owned(), count }
    }

    /// The element of index.html that tells them: what their names begin with, and how many there are.
    pub(crate) fn html(&self) -> String {
        format!("{ELEMENT}{}-\",{}]</script>", self.fingerprint, self.count)
    }

    /// Those that this index.html tells.
    pub(crate) fn told(index: &str) -> Option<Parts> {
        let (fingerprint, rest) = index.split_once(ELEMENT)?.1.split_once("-\",")?;
        let count = rest.split_once(']')?.0.parse().ok().filter(|count| *count <= Parts::MOST)?;
        let parts = Parts { fingerprint: fingerprint.to_owned(), count };
        // A name of another folder is none.
        let are_names = parts.names().all(|name| Parts::is_one(&name));
        are_names.then_some(parts)
    }

    /// Their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        (0..self.count).map(|number| format!("{PREFIX}{}-{number}.bin", self.fingerprint))
    }

    /// Whether the file `name` is one, by itself or as a script.
    pub(crate) fn is_one(name: &str) -> bool {
        let Some((fingerprint, rest)) = name.strip_prefix(PREFIX).and_then(|rest| rest.split_once('-'))
        else {
            return false;
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        fingerprint.len() == 8
            && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit())
            && digits > 0
            && matches!(&rest[digits..], ".bin" | ".bin.js")
    }
}
