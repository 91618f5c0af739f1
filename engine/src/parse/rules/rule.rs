//! A cleaning rule: what it matches, where it may act, why, and an example.

/// One row of the table.
#[derive(Debug)]
pub struct CleaningRule {
    /// Its name in the ledger.
    pub id: &'static str,
    /// Where it may act.
    pub place: Scope,
    /// What it matches: a regular expression over one trimmed line, empty where the shape's own code knows.
    /// What the groups of [`CREDITS`] match also becomes a credit of the article; a group `taken` is all that goes.
    pub pattern: &'static str,
    /// Why it is not part of the article.
    pub why: &'static str,
    /// A line it takes, in whole or in part.
    pub example: &'static str,
}

/// Where a rule may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A whole line, anywhere.
    Line,
    /// A whole line before the first sentence of the article.
    Head,
    /// A whole line after its last sentence.
    Tail,
    /// A whole line before the first or after the last sentence.
    Edge,
    /// The end of a line.
    LineEnd,
    /// Where the reader of a shape finds it.
    Shape,
    /// A whole file.
    File,
}

impl Scope {
    /// Where whole lines are taken.
    pub(crate) const LINES: [Scope; 4] = [Scope::Line, Scope::Head, Scope::Tail, Scope::Edge];
}

impl CleaningRule {
    /// Whether an editor can switch it off: it takes lines, and reads no shape.
    pub fn can_be_off(&self) -> bool {
        !matches!(self.place, Scope::Shape | Scope::File)
    }
}
