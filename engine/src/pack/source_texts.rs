//! The source texts of a corpus in a binary of their own, framed like its pack. The page loads it only when a reader
//! asks for a source text, and decodes the texts one by one.

use super::{PackError, fingerprint, frame, payload};
use crate::corpus::{ArticleId, SourceText};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;

const MAGIC: &[u8; 8] = b"DATETEXT";

/// The source texts of a corpus by article, each decoded when it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceTexts<'a> {
    /// The fingerprint of the pack that the texts belong to.
    pack: &'a str,
    /// The encoded source text of each article, in corpus order.
    #[serde(borrow)]
    texts: Vec<&'a [u8]>,
}

/// Encodes `texts`, one for each article of `pack` in corpus order.
pub fn encode_source_texts(texts: impl Iterator<Item = impl Borrow<SourceText>>, pack: &[u8]) -> Vec<u8> {
    let written = "plain structs serialise into memory";
    let texts: Vec<_> = texts.map(|text| postcard::to_stdvec(text.borrow()).expect(written)).collect();
    let pack = fingerprint(pack);
    let source_texts = SourceTexts { pack: &pack, texts: texts.iter().map(Vec::as_slice).collect() };
    frame(MAGIC, &source_texts)
}

/// Decodes the source texts of the pack with this `fingerprint`.
///
/// # Errors
/// [`PackError`], a sentence for the reader; never a panic, whatever the bytes.
pub fn decode_source_texts<'a>(bytes: &'a [u8], fingerprint: &str) -> Result<SourceTexts<'a>, PackError> {
    let payload = payload(MAGIC, bytes)?;
    let source_texts: SourceTexts<'a> =
        postcard::from_bytes(payload).map_err(|e| PackError::Inside(e.to_string()))?;
    if source_texts.pack != fingerprint {
        return Err(PackError::Other(fingerprint.to_owned(), source_texts.pack.to_owned()));
    }
    Ok(source_texts)
}

impl SourceTexts<'_> {
    /// The source text of the article `id`; `None` where it cannot be decoded.
    pub fn text(&self, id: ArticleId) -> Option<SourceText> {
        postcard::from_bytes(self.texts.get(id.0 as usize)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{decode_source_texts, encode_source_texts};
    use crate::corpus::{ArticleId, SourceText};
    use crate::pack::{CHECKSUM, PackError, encode, fingerprint};
    use crate::parse::{Bounds, Parsed, SourceFile, config::Config, parse};
    use crate::report::source_label::{label, set_aside};

    fn parsed() -> Parsed {
        let bytes =
            b" date 2024-01-05 loading\xE2\x80\xA6\n\nMinisters of Norway and Chad met in Oslo on Friday."
                .to_vec();
        parse(vec![SourceFile { name: "a.txt".into(), bytes }], &Config::default())
    }

    fn sources(parsed: &Parsed, pack: &[u8]) -> Vec<u8> {
        let ids = parsed.corpus.ids();
        encode_source_texts(ids.filter_map(|(id, _)| SourceText::of(parsed, id, Bounds::PAGE)), pack)
    }

    #[test]
    fn they_belong_to_one_pack() {
        let parsed = parsed();
        let pack = encode(&parsed.corpus, &Default::default(), &Default::default());
        let bytes = sources(&parsed, &pack);
        assert_eq!(bytes, sources(&parsed, &pack), "same input, same bytes");
        let read = decode_source_texts(&bytes, &fingerprint(&pack)).expect("its own sources");
        assert_eq!(read.text(ArticleId(0)), SourceText::of(&parsed, ArticleId(0), Bounds::PAGE));
        assert_eq!(read.text(ArticleId(1)), None);
        let other = decode_source_texts(&bytes, "0a1b2c3d");
        assert_eq!(other, Err(PackError::Other("0a1b2c3d".into(), fingerprint(&pack))));
        assert_eq!(decode_source_texts(&pack, ""), Err(PackError::NotAPack));
        assert!(crate::pack::decode(&bytes).is_err());
    }

    #[test]
    fn no_byte_of_them_can_make_it_panic() {
        let parsed = parsed();
        let article = &parsed.corpus.articles[0];
        let bytes = sources(&parsed, &[]);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] = changed[at].wrapping_add(1);
            let _ = decode_source_texts(&changed, &fingerprint(&[]));
            // With a right checksum, too, so that the reading of the payload is tried as well.
            let sum = CHECKSUM.checksum(&changed[22..]).to_le_bytes();
            changed[18..22].copy_from_slice(&sum);
            let read = decode_source_texts(&changed, &fingerprint(&[])).ok();
            if let Some(text) = read.and_then(|read| read.text(ArticleId(0))) {
                for part in &text.parts {
                    label(part.role, &parsed.corpus, article);
                    let shown = part.text(article);
                    part.pieces(article).into_iter().for_each(|piece| assert!(shown.contains(piece)));
                }
                set_aside(&text, &parsed.corpus);
            }
        }
    }
}
