//! Cleaning rules: what one matches, where it applies, why, and an example.

/// A cleaning rule, one row of a table.
#[derive(Debug)]
pub struct CleaningRule {
    /// The id, which names the rule in the ledger.
    pub id: &'static str,
    /// The part of a text in which the rule applies.
    pub place: Scope,
    /// A regular expression over one trimmed line; empty where the code of a format or shape finds the match. The
    /// groups of `take::CREDITS` become credits of the article; a group `taken` limits what is set aside.
    pub pattern: &'static str,
    /// Why the match is not part of the article, as a phrase.
    pub why: &'static str,
    /// A line that the rule takes, as a whole or in part.
    pub example: &'static str,
}

/// The part of a text in which a rule applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A whole line, anywhere.
    Line,
    /// A whole line before the article's first sentence.
    Head,
    /// A whole line after the article's last sentence.
    Tail,
    /// A whole line before the article's first or after its last sentence.
    Edge,
    /// The end of a line.
    LineEnd,
    /// Text found by the reader of a format or shape.
    Shape,
    /// A whole file.
    File,
}

impl Scope {
    /// The scopes in which whole lines are taken.
    pub(crate) const LINES: &[Scope] = &[Scope::Line, Scope::Head, Scope::Tail, Scope::Edge];
}

impl CleaningRule {
    /// Whether an editor can switch the rule off: only rules that take lines, not those of formats and shapes.
    pub fn can_be_off(&self) -> bool {
        !matches!(self.place, Scope::Shape | Scope::File)
    }
}
