//! How a page is made.

/// How a page is made.
#[derive(Clone, Debug, Default)]
pub struct PageOptions {
    /// Whether it is one file, with nothing beside it.
    pub single_file: bool,
    /// What opens it, where it is a folder.
    pub opened_by: OpenedBy,
    /// The address at which it will stand, with a slash at its end.
    pub base_url: Option<String>,
    /// Its colours, where no link asks for others.
    pub theme: Theme,
    /// The sites that may ask which view a reader has open.
    pub embedded_by: Vec<String>,
    /// Whether its files have compressed copies beside them.
    pub compressed: bool,
    /// Whether it takes no texts of its readers.
    pub closed: bool,
    /// Whether its corpus is in many files.
    pub shards: Shards,
}

/// Whether the corpus of a page that is a folder is in one file, which is loaded whole, or in many, of which a reader loads
/// what they look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shards {
    /// In many files.
    Always,
    /// In one.
    Never,
    /// In many where it is large.
    #[default]
    Auto,
}

/// What opens a page that is a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OpenedBy {
    /// A web host; not in a frame that is kept apart from it.
    Host,
    /// A double click, or a frame that is kept apart from its host.
    File,
    /// All of these.
    #[default]
    Both,
}

/// The colours of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader's system has it.
    #[default]
    Auto,
}
