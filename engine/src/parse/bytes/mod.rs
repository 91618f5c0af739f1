//! Bytes to text: [`source_file`] a file as it was collected, [`archive`] the files packed in it, [`encoding`] its
//! characters, [`passage`] a text with the map back to its bytes.

pub mod archive;
pub(crate) mod encoding;
mod passage;
mod source_file;

pub(crate) use passage::Passage;
pub use source_file::SourceFile;
