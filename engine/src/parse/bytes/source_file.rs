//! A source file: bytes as they were collected.

/// One raw file as it was collected. Reading it from disk is the caller's; the engine touches no disk.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, relative to the folder that was read, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
