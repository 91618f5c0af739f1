//! Titles of people, and the words with which offices and organs begin.

use crate::text::Words;

/// Titles and ranks, which are capitalised before a surname.
static TITLES: Words = Words::new(
    "mr mrs ms miss dr lord lady president premier minister \
    chancellor secretary state defense defence affairs treasury general gen admiral adm marshal colonel col \
    lieutenant lt major brigadier captain capt sergeant commander ambassador envoy senator sen \
    representative rep congressman congresswoman governor gov mayor speaker chairman chairwoman chairperson \
    chair chief director professor prof judge justice leader ayatollah imam archbishop \
    bishop cardinal father comrade republican democrat republicans democrats spokesman spokeswoman coach \
    candidate analyst ex former",
);
/// Titles that stand before a given name alone, too.
static BEFORE_GIVEN_NAMES: Words = Words::new(
    "sir dame king queen prince princess pope emperor empress sultan emir amir sheikh sheikha sheik shaikh patriarch",
);
/// Titles that stand before names of people alone, and never before that of a state.
static OF_PEOPLE: Words = Words::new(
    "mr mrs ms miss dr sir lord lady dame judge justice prof professor captain capt sergeant colonel col \
    lieutenant lt detective officer inspector constable coach pastor rev reverend sister brother aunt uncle \
    madame monsieur senator sen congressman congresswoman rep",
);
/// First words of organs, which are capitalised after the name of a state.
static ORGANS: Words = Words::new(
    "vice prime ministry foreign interior army navy police forces force national central bank parliament \
    supreme court government guard airport university embassy council party union federation league olympic \
    football association institute and war armed security attorney deputy finance trade civil revolutionary \
    red crescent communist workers liberation republic intelligence administration white cabinet doctrine \
    presidency campaign team air coast ground joint self crown external quds border special strategic marine \
    maritime military economy health justice transport guardian constitutional electoral congress senate \
    nuclear black pacific energy oil fisheries defence defense",
);

/// Whether the word may stand before a surname without being a given name.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(folded) || is_before_given_names(folded)
}

/// Whether the word may stand before the given name of somebody, without the surname.
pub(super) fn is_before_given_names(folded: &str) -> bool {
    BEFORE_GIVEN_NAMES.contains(folded)
}

/// Whether the word after a name begins an office or an organ rather than a surname.
pub(super) fn is_of_office(folded: &str) -> bool {
    is_title(folded) || ORGANS.contains(folded)
}

/// Whether the word stands before names of people alone.
pub(super) fn is_title_of_people(folded: &str) -> bool {
    OF_PEOPLE.contains(folded)
}
