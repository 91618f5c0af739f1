//! The pack: a parsed corpus with its mentions and lists in one versioned, checksummed binary, which the page loads;
//! and beside it the source texts.
//!
//! Layout, little-endian: the bytes `DATELINE` (`DATETEXT` for the source texts), version (u16), length of the payload
//! in bytes (u64), CRC-32 of the payload (u32), the payload: corpus, mentions and lists in postcard's format.

use crate::actors::{Lists, Mentions};
use crate::corpus::Corpus;
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::Serialize;
use std::fmt;

mod source_texts;

pub use source_texts::{SourceTexts, decode_source_texts, encode_source_texts};

const MAGIC: &[u8; 8] = b"DATELINE";
/// The version of the format, raised with every change of what is inside.
const VERSION: u16 = 6;
/// CRC-32 with the smallest lookup table: a larger one would weigh more in the page than it saves.
#[cfg(not(feature = "read"))]
static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
/// The same with the largest, where packs are made.
#[cfg(feature = "read")]
static CHECKSUM: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
/// The length of the header in bytes.
const HEADER: usize = MAGIC.len() + 2 + 8 + 4;

/// Why bytes are not a pack that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not begin as a pack does.
    NotAPack,
    /// The bytes are of another version of the format: that found.
    Version(u16),
    /// The payload is shorter or longer than the header says: expected and found, in bytes.
    Length(u64, u64),
    /// The payload was changed: the checksum in the header, and that of the payload.
    Checksum(u32, u32),
    /// The source texts belong to another pack: the fingerprint expected, and that found.
    Other(String, String),
    /// The checksum is right, but the payload makes no sense: what is wrong with it.
    Inside(String),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::NotAPack => f.write_str("expected a pack, found other bytes; build the page again"),
            PackError::Version(found) => {
                write!(f, "expected a pack of version {VERSION}, found version {found}; build the page again")
            }
            PackError::Length(expected, found) => {
                write!(
                    f,
                    "expected {expected} bytes in the pack, found {found}; copy or build the page again"
                )
            }
            PackError::Checksum(expected, found) => write!(
                f,
                "expected the pack's checksum to be {expected:08x}, found {found:08x}: it was damaged on the way; copy or build the page again"
            ),
            PackError::Other(expected, found) => write!(
                f,
                "expected the sources of the pack {expected}, found those of {found}; copy or build the page again"
            ),
            PackError::Inside(what) => {
                write!(f, "the pack does not hold together ({what}); build the page again")
            }
        }
    }
}

impl std::error::Error for PackError {}

/// Encodes the pack of `corpus`; `lists` are those with which its `mentions` were found.
pub fn encode(corpus: &Corpus, mentions: &Mentions, lists: &Lists) -> Vec<u8> {
    frame(MAGIC, &(corpus, mentions, lists))
}

/// Any bytes as the payload of a pack, with the checksum that fits them: for tests of what lies behind it.
pub fn framed(payload: &[u8]) -> Vec<u8> {
    framed_as(MAGIC, payload)
}

/// Any bytes as the payload of what begins with `magic`.
pub(crate) fn framed_as(magic: &[u8; 8], payload: &[u8]) -> Vec<u8> {
    headed(magic, [&[0; HEADER], payload].concat())
}

/// The CRC-32 of `bytes`.
#[cfg(feature = "read")]
pub(crate) fn summed(bytes: &[u8]) -> u32 {
    CHECKSUM.checksum(bytes)
}

/// `value` with its header before it. It is written once: a corpus is large.
pub(crate) fn frame(magic: &[u8; 8], value: &impl Serialize) -> Vec<u8> {
    let room = vec![0; HEADER];
    headed(magic, postcard::to_extend(value, room).expect("plain structs serialise into memory"))
}

/// `pack`, whose payload stands after room for the header, with its header.
fn headed(magic: &[u8; 8], mut pack: Vec<u8>) -> Vec<u8> {
    let payload = &pack[HEADER..];
    let (length, checksum) = (payload.len() as u64, CHECKSUM.checksum(payload));
    let fields: [&[u8]; 4] = [magic, &VERSION.to_le_bytes(), &length.to_le_bytes(), &checksum.to_le_bytes()];
    pack[..HEADER].copy_from_slice(&fields.concat());
    pack
}

/// What stands one after the other in `bytes`, each with its header; what cannot be told apart is left out.
#[cfg(feature = "read")]
pub(crate) fn apart(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut all = Vec::new();
    while let Some((header, payload)) = bytes.split_at_checked(HEADER) {
        let mut fields = Fields(&header[MAGIC.len() + 2..]);
        let length = u64::from_le_bytes(fields.take());
        let Some(end) = usize::try_from(length).ok().filter(|end| *end <= payload.len()) else { break };
        let (one, rest) = bytes.split_at(HEADER + end);
        all.push(one);
        bytes = rest;
    }
    all
}

/// The fingerprint of a pack: the CRC-32 of all its bytes as eight hexadecimal digits, which tell it from another.
pub fn fingerprint(pack: &[u8]) -> String {
    format!("{:08x}", CHECKSUM.checksum(pack))
}

/// Decodes a pack.
///
/// # Errors
/// [`PackError`], a sentence for the reader; never a panic, whatever the bytes.
pub fn decode(pack: &[u8]) -> Result<(Corpus, Mentions, Lists), PackError> {
    corpus_of(payload(MAGIC, pack)?).map(|(all, _)| all)
}

/// A corpus, its mentions, and the lists with which they were found.
pub(crate) type Whole = (Corpus, Mentions, Lists);

/// The corpus with which `payload` begins, and what stands behind it. One function for all that hold one: the page pays for
/// each reader of a type.
#[inline(never)]
pub(crate) fn corpus_of(payload: &[u8]) -> Result<(Whole, &[u8]), PackError> {
    let ((corpus, mentions, lists), rest): (Whole, _) =
        postcard::take_from_bytes(payload).map_err(|e| PackError::Inside(e.to_string()))?;
    let articles = corpus.articles.len() as u32;
    let actors = mentions.actors.len() as u32;
    let stray =
        |m: &crate::actors::Mention| m.article.0 >= articles || m.actor.is_some_and(|a| a.0 >= actors);
    if mentions.list.iter().any(stray) {
        return Err(PackError::Inside("a mention of nobody or nowhere".to_owned()));
    }
    Ok(((corpus, mentions, lists), rest))
}

/// The payload of `pack`, after its magic bytes, version, length and checksum were checked.
pub(crate) fn payload<'a>(magic: &[u8; 8], pack: &'a [u8]) -> Result<&'a [u8], PackError> {
    let (header, payload) = pack.split_at_checked(HEADER).ok_or(PackError::NotAPack)?;
    let rest = header.strip_prefix(magic).ok_or(PackError::NotAPack)?;
    let mut fields = Fields(rest);
    let version = u16::from_le_bytes(fields.take());
    if version != VERSION {
        return Err(PackError::Version(version));
    }
    let length = u64::from_le_bytes(fields.take());
    if length != payload.len() as u64 {
        return Err(PackError::Length(length, payload.len() as u64));
    }
    let (expected, found) = (u32::from_le_bytes(fields.take()), CHECKSUM.checksum(payload));
    if expected != found {
        return Err(PackError::Checksum(expected, found));
    }
    Ok(payload)
}

/// The header's fields, one after the other; the caller has checked that they are all there.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut field = [0; N];
        if let Some((head, rest)) = self.0.split_at_checked(N) {
            field.copy_from_slice(head);
            self.0 = rest;
        }
        field
    }
}

#[cfg(test)]
mod tests {
    use super::{CHECKSUM, PackError, decode, encode};
    use crate::actors::{Edit, Edited, Gazetteer, Lists, annotate};
    use crate::parse::{SourceFile, config::Config, parse};

    fn pack() -> Vec<u8> {
        let texts = [
            " date 2024-01-05 Ministers of Norway and Chad met in Oslo on Friday.",
            " date 2024-01-06 Die Minister von Norwegen haben sich am Freitag mit denen aus dem Tschad getroffen.",
        ];
        let file = |text: &str| SourceFile { name: text.len().to_string(), bytes: text.into() };
        let corpus = parse(texts.map(file).into(), &Config::default()).corpus;
        // A part of the built-in list, so that each byte can be tried.
        let mut gazetteer = Gazetteer::empty();
        let list = "shields = [\"Norway House\"]\n[[actor]]\nid = \"norway\"\nname = \"Norway\"\nkind = \"state\"\ncapital = \"Oslo\"\n[[actor]]\nid = \"chad\"\nname = \"Chad\"\nkind = \"state\"\nunless = [\"hanging\"]\n[[actor]]\nid = \"mali\"\nname = \"Mali\"\nkind = \"state\"\nmerge = [\"chad\"]";
        assert_eq!(gazetteer.add(list), []);
        gazetteer.add_languages(&corpus);
        let mentions = annotate(&corpus, &gazetteer);
        assert_eq!(mentions.list.len(), 5);
        let lists = Lists::new(&corpus, gazetteer);
        let pack = encode(&corpus, &mentions, &lists);
        assert_eq!(decode(&pack).expect("its own pack"), (corpus, mentions, lists));
        pack
    }

    #[test]
    fn damage_is_named() {
        let pack = pack();
        let length = pack.len() as u64 - 22;
        let mut changed = pack.clone();
        changed[40] ^= 1;
        let mut newer = pack.clone();
        newer[8] = 9;
        assert_eq!(decode(b""), Err(PackError::NotAPack));
        assert_eq!(decode(&[7; 100]), Err(PackError::NotAPack));
        assert_eq!(decode(&pack[..pack.len() - 3]), Err(PackError::Length(length, length - 3)));
        assert_eq!(decode(&newer), Err(PackError::Version(9)));
        assert!(matches!(decode(&changed), Err(PackError::Checksum(..))));
    }

    #[test]
    fn no_byte_of_a_pack_can_make_it_panic() {
        let pack = pack();
        let edits = ["off:norway:Oslo", "add:norway:name:Oslo", "new:x:person:X Y", "merge:mali:norway"]
            .map(|edit| Edit::try_from(edit.to_owned()).expect("an edit"));
        for at in 0..pack.len() {
            let mut changed = pack.clone();
            changed[at] = changed[at].wrapping_add(1);
            let _ = decode(&changed);
            // With a right checksum, too, so that the reading of the payload is tried as well.
            let sum = CHECKSUM.checksum(&changed[22..]).to_le_bytes();
            changed[18..22].copy_from_slice(&sum);
            if let Ok((corpus, mentions, lists)) = decode(&changed) {
                let explorer = crate::explorer::Explorer::new(corpus, mentions);
                explorer.select(&crate::view::View::default());
                explorer.reread(annotate(&explorer.corpus, &lists.gazetteer));
                let edited = Edited::new(&lists.gazetteer, &edits);
                explorer.reread(annotate(&explorer.corpus, &edited.gazetteer));
            }
        }
    }
}
