//! Blocks: the pieces of an article's body.

use super::in_file::in_file;
use super::on_demand::{File, OnDemand};
use super::{FileSpan, Origin};
use crate::text::Span;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ops::{Deref, DerefMut};

/// The blocks of an article, in reading order: its text, which may stand in a file of its own. While that is not there, they
/// are none, and the file is noted as lacking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks(OnDemand<Vec<Block>>);

impl Blocks {
    /// Whether they are there; if not, their file is noted.
    pub fn are_there(&self) -> bool {
        self.0.get().is_some()
    }

    /// Blocks that are not there yet.
    pub(crate) fn absent(file: File) -> Blocks {
        Blocks(OnDemand::absent(file))
    }

    /// Puts blocks where they were absent.
    pub(crate) fn put(&self, blocks: Vec<Block>) {
        self.0.put(blocks);
    }
}

impl Deref for Blocks {
    type Target = [Block];

    fn deref(&self) -> &[Block] {
        self.0.get().map(Vec::as_slice).unwrap_or_default()
    }
}

impl DerefMut for Blocks {
    fn deref_mut(&mut self) -> &mut [Block] {
        self.0.get_mut().map(Vec::as_mut_slice).unwrap_or_default()
    }
}

impl From<Vec<Block>> for Blocks {
    fn from(blocks: Vec<Block>) -> Blocks {
        Blocks(OnDemand::from(blocks))
    }
}

impl FromIterator<Block> for Blocks {
    fn from_iter<I: IntoIterator<Item = Block>>(blocks: I) -> Blocks {
        Blocks::from(Vec::from_iter(blocks))
    }
}

impl<'b> IntoIterator for &'b Blocks {
    type Item = &'b Block;
    type IntoIter = std::slice::Iter<'b, Block>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for Blocks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Blocks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Blocks, D::Error> {
        Vec::deserialize(deserializer).map(Blocks::from)
    }
}

/// A block: one piece of the body, such as a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block<S = FileSpan> {
    /// The kind of block.
    pub kind: BlockKind,
    /// The text, with markup, escapes and encoding resolved.
    pub text: String,
    /// The bytes from the block's first to its last, in the source file; while a file is read, in its decoded text.
    pub span: S,
    /// The speaker, in a transcript.
    pub speaker: Option<String>,
    /// The map back to the bytes; empty where the source has the text as it is. Only the command needs it, so a pack
    /// leaves it out.
    #[serde(skip)]
    pub origin: Origin,
}

impl Block {
    /// The bytes of the source file that spell `span` of this block; `None` if the source spells it differently. `span`
    /// counts in bytes of the block's text.
    pub fn in_file(&self, span: Span) -> Option<FileSpan> {
        in_file(&self.origin, self.span, &self.text, span)
    }
}

/// The kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the text.
    Heading,
    /// An item of a list.
    ListItem,
    /// A quotation that is set apart.
    Quote,
    /// The caption of a picture.
    Caption,
    /// The summary before the text.
    Standfirst,
}

impl BlockKind {
    /// The name of the kind in JSON.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::ListItem => "list-item",
            BlockKind::Quote => "quote",
            BlockKind::Caption => "caption",
            BlockKind::Standfirst => "standfirst",
        }
    }
}
