//! Bytes to text: [`source_file`] a file as it was collected, [`archive`] the files packed in it within [`limits`],
//! [`encoding`] its characters in their [`charset`] as a [`decoded`] text, [`damaged`], [`garbled`] and [`signs`] what went wrong with them,
//! [`passage`] a text with the map back to its bytes. A text may stand in an [`envelope`]: that of a [`mail`] in a
//! [`transfer`] encoding, or of a page of a [`crawl`].

pub mod archive;
mod charset;
pub(crate) mod crawl;
mod damaged;
mod decoded;
pub(crate) mod encoding;
mod envelope;
pub(crate) mod garbled;
mod limits;
pub(crate) mod mail;
mod passage;
mod signs;
mod source_file;
mod transfer;

pub(crate) use charset::Charset;
pub(crate) use decoded::Decoded;
pub(crate) use passage::Passage;
pub use source_file::SourceFile;
