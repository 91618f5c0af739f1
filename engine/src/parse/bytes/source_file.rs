//! A source file: bytes as they were collected.

/// One raw text as it was collected. The caller reads it from disk; the engine accesses no file system.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name, relative to the folder that was read, with `/` between folders.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}
