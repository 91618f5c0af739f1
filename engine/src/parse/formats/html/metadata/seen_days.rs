//! A day that a page shows, and how much the place where it stands says that it is the day of publication.

use crate::parse::bytes::Passage;

/// A place where a day stands: the better, the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// In a `<meta>` element.
    Meta,
    /// Marked as the day of publication, by microdata or a microformat.
    Marked,
    /// Beside the headline, in an element of its own.
    Beside,
    /// In the link of the page.
    Link,
    /// Behind a label such as "Published on".
    Labelled,
    /// Before the first words of the text.
    Leading,
    /// In the scripts of the page.
    Stated,
    /// In an element that is named after a date.
    Named,
    /// In a line of its own, in or near the article.
    Alone,
    /// In an element that is named after a change, as some pages name all of their days.
    Changed,
}

/// A day that a page shows: its rank, its place among others of the rank, and where it stands.
pub(super) type Seen = (Rank, usize, Passage);
