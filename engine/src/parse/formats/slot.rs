//! What the field of a record may mean: the parts of an article that formats know.

/// The meaning of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    Title,
    Published,
    /// The day of a change, which counts where the source says no day of publication.
    Updated,
    Url,
    Outlet,
    Language,
    Dateline,
    Author,
    Summary,
    /// The text of the article.
    Body,
    /// A second copy of the text, used if there is no `Body`.
    HiddenBody,
}
