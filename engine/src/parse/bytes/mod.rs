//! Bytes to text: [`source_file`] a file as it was collected, [`archive`] the files packed in it within [`limits`],
//! [`encoding`] its characters, [`passage`] a text with the map back to its bytes. A text may stand in an [`envelope`]:
//! that of a [`mail`] in a [`transfer`] encoding, or of a page of a [`crawl`].

pub mod archive;
pub(crate) mod crawl;
pub(crate) mod encoding;
mod envelope;
mod limits;
pub(crate) mod mail;
mod passage;
mod source_file;
mod transfer;

pub(crate) use passage::Passage;
pub use source_file::SourceFile;
