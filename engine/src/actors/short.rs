//! Short forms: `the North`, `South has`, `the Security Council`. They count only where the article names the
//! actor in full; here is what the words around them say.

use super::capital::is_verb;
use super::context::{MatchContext, is_like_a_name};
use super::matcher::Target;
use super::{ActorId, Reason};

impl<'a> MatchContext<'a> {
    /// Why a short form counts here; `None` where it means something else. `whole` is the body that an organ
    /// belongs to.
    pub(super) fn short(&self, whole: Option<&ActorId>) -> Option<Reason> {
        if self.tokens().len() > 1 { self.organ(whole) } else { self.side() }
    }

    /// A side: `the North`, not followed by another capitalised word (`the North Atlantic`); without an article only
    /// where it acts.
    fn side(&self) -> Option<Reason> {
        let next = self.word_after().map_or("", |t| t.span.of(self.zone.text));
        if next.starts_with(char::is_uppercase) && !self.is_possessive() || self.after(1) == "of" {
            return None;
        }
        if self.before(1) == "the" {
            return Some(Reason::NamedToo);
        }
        let (start, end) = (self.tokens().start, self.tokens().end);
        // `Emirates has` is an airline: a plural without its article is somebody else's name.
        let acts = is_verb(self.after(1)) && self.before(1) != "up" && !self.surface().ends_with('s');
        acts.then(|| Reason::ActsShort(self.span(start, end)))
    }

    /// An organ: `the Security Council`, but neither `the National Security Council` nor `Iran’s Security Council`.
    fn organ(&self, whole: Option<&ActorId>) -> Option<Reason> {
        let text = self.zone.text;
        let longer = self.word_before().is_some_and(|t| {
            is_like_a_name(t.span.of(text)) && !matches!(t.folded, "the" | "a" | "this" | "both" | "and")
        });
        let opens = self.place_before(2).is_none();
        let owner = self.neighbour(false).filter(|b| {
            let gap = self.gap(b.found().span.end, self.found().span.start);
            matches!(gap.trim_start_matches(['’', '\'']), " " | "s ")
        });
        match owner.map(|b| b.found().target) {
            Some(Target::Alias(id, _)) if Some(id) != whole => None,
            Some(Target::Shield | Target::Surname(_)) => None,
            None if longer && !opens => None,
            _ => Some(Reason::NamedToo),
        }
    }

    /// The reason of a match that shares the rest of its name with the next: the span of both.
    pub(super) fn shared_with(&self) -> Option<Reason> {
        let next = self.neighbour(true).filter(|_| self.found().shared)?;
        Some(Reason::Shared(self.span(self.tokens().start, next.tokens().end - 1)))
    }
}
