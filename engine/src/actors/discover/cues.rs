//! Words in and around a row of capitalised words that tell what it names.

use super::super::edges::is_company_ending as is_ending;
use super::super::person::is_role;
use super::super::titles::{is_title, is_title_of_people};
use crate::corpus::dates::MONTHS;
use crate::text::Words;

/// Words that make a name that of a body.
static BODIES: Words = Words::new(
    "administration exchange community airways stock ministry council bank university institute party group company \
    committee agency association union court fund force forces army department office chamber commission organization \
    organisation federation centre center foundation authority parliament congress senate assembly board bureau \
    service services alliance league society trust college school club team guard police navy \
    airlines motors brothers securities lines house cabinet partners stores laboratories systems technologies \
    bancorp bancshares corps reserve partnership campaign coalition network watch",
);
/// Words that make a name that of a news agency or broadcaster.
static NEWS: Words = Words::new("news press radio television tv broadcasting times post herald tribune");
/// Words that make a name that of an armed group or a movement.
static GROUPS: Words = Words::new(
    "front militia militias brigade brigades rebels guerrillas insurgents liberation resistance movement",
);
/// Words that a name ends with that is no actor: places, works, events, what is made and agreed.
static THINGS: Words = Words::new(
    "street avenue road square sea ocean gulf bay strait straits river lake island islands valley mountain mountains \
    peninsula coast city county beach park airport port harbor harbour desert bridge canal accord act agreement \
    treaty plan bill index average system chapter war week day year month series cup games olympics festival prize \
    award awards conference summit report law rights age era time standard project program programme championship \
    championships bowl field state north south east west area region",
);
/// Words that open sentences and stand before names there.
static OPENERS: Words = Words::new(
    "senior former although though because only even just each every other another such the a an in on at but and or \
    as if when while after before for from by with to of it he she they we i you this that these those his her its \
    their our my there here then now also not no both some many most all earlier later last next since under over \
    about despite according however meanwhile asked why how what who where yes like",
);
/// Words for members of parties, which stand before names of people and in names of parties.
static PARTIES: Words = Words::new("conservative socialist liberal democratic republican labour");
/// Numbers in words, which are part of a name inside a sentence: `First Bay Bank`.
static NUMBERS: Words = Words::new(
    "first second one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million mln billion",
);
/// Titles that stand before other names than those of people, too.
static NOT_OF_A_PERSON: Words =
    Words::new("state affairs defense defence treasury ex former chief republicans democrats general chair");
/// Offices beside the titles.
static OFFICERS: Words = Words::new(
    "officer economist trader dealer analyst attorney counsel commissioner treasurer vice strategist head chancellor",
);
/// Verbs of those who act, and nouns of those who speak for them.
static ACTS: Words = Words::new(
    "said says told tells asked asks added adds replied insisted argued wrote announced announces denied admitted \
    agreed agrees planned plans expects expected wants wanted reported reports rejected rejects filed declined decided \
    decides sought seeks offered offers ordered bought acquired won lost led urged urges warned warns called calls \
    accused accuses signed launched vowed pledged hopes hoped believes thinks intends intended proposed proposes \
    refused refuses demanded demands voted intervened resigned met knows noted notes claimed claims confirmed \
    acknowledged testified tweeted explained explains suggested suggests approved supports supported opposes opposed \
    sold sells buys owns owned hired fired paid pays sued sues apologised apologized banned released releases introduced \
    introduces unveiled unveils built builds spent received raised invested invests tried tries knew thought felt feels \
    spoke speaks wrote writes looked walked smiled laughed loves stressed repeated responded responds condemned \
    criticised criticized praised welcomed visited arrived returned replaced appointed named lent",
);
/// Words behind the name of a body: those who belong to it, and what it has.
static OF_BODIES: Words = Words::new(
    "spokesman spokeswoman spokesperson official officials executive executives chairman president director directors \
    shares stock shareholders stockholders unit subsidiary management lawyers lawyer employees workers \
    economist analyst analysts traders staff members member board chief ceo negotiators representatives ministers \
    leaders leader headquarters policymakers commissioner investigators users offer takeover",
);
/// Prepositions before places.
static LOCAL: Words = Words::new("in near outside around across throughout");
/// What is held in a body: `a stake in`.
static STAKES: Words = Words::new(
    "stake stakes share shares interest interests holding holdings investment investments stock confidence position \
    partner participation invest invested trading ownership",
);
/// What an apostrophe joins to a pronoun or a verb, folded with it: `I’m`, `don’t`.
static JOINED: Words = Words::new("m ve ll re d t");

/// Whether a name with this word is that of an armed group or a movement.
pub(super) fn is_of_a_group(folded: &str) -> bool {
    GROUPS.contains(folded)
}

/// Whether a name with this word is that of a body.
pub(super) fn is_body(folded: &str) -> bool {
    BODIES.contains(folded) || is_of_a_group(folded) || is_company_ending(folded) || is_news(folded)
}

/// Whether what such a body is for may have `and` in it: `Ministry of Ports and Tides`.
pub(super) fn is_of_fields(folded: &str) -> bool {
    matches!(folded, "ministry" | "department")
}

/// Whether `on` may stand behind the word in the name of a body: `Commission on Tides`.
pub(super) fn is_on_something(folded: &str) -> bool {
    matches!(folded, "commission" | "committee" | "council" | "conference")
}

/// Whether the name of a body with this word behind it is that of the same body.
pub(super) fn is_of_itself(folded: &str) -> bool {
    matches!(folded, "board" | "group" | "system" | "organisation" | "organization")
}

/// Whether the word ends the name of a company.
pub(super) fn is_company_ending(folded: &str) -> bool {
    folded == "company" || is_ending(folded)
}

/// Whether a name with this word is that of a news agency or broadcaster.
pub(super) fn is_news(folded: &str) -> bool {
    NEWS.contains(folded)
}

/// Whether a name that ends with this word is that of no actor.
pub(super) fn is_thing(folded: &str) -> bool {
    THINGS.contains(folded)
}

/// Whether the word opens sentences.
pub(super) fn is_opener(folded: &str) -> bool {
    OPENERS.contains(folded)
}

/// Whether the word says of which party somebody is.
pub(super) fn is_party(folded: &str) -> bool {
    PARTIES.contains(folded)
}

/// Whether the word is a number.
pub(super) fn is_number(folded: &str) -> bool {
    NUMBERS.contains(folded)
}

/// Whether the word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// Whether the word may stand before the name of somebody who has an office, a rank or a trade.
pub(super) fn is_office(folded: &str) -> bool {
    is_title(folded) || is_title_of_people(folded) || OFFICERS.contains(folded) || is_role(folded)
}

/// Whether a name right behind the word is that of a person.
pub(super) fn is_of_a_person(folded: &str) -> bool {
    is_office(folded) && !NOT_OF_A_PERSON.contains(folded)
}

/// Whether the word stands before names of people, and before other names, too.
pub(super) fn is_unsure_title(folded: &str) -> bool {
    NOT_OF_A_PERSON.contains(folded)
}

/// Whether the word before it says for what somebody has an office, and names no body: `Trade Secretary`.
pub(super) fn is_of_a_field(folded: &str) -> bool {
    matches!(folded, "secretary" | "minister" | "undersecretary")
}

/// Whether the word follows the name of one who acts.
pub(super) fn is_of_an_actor(folded: &str) -> bool {
    ACTS.contains(folded)
}

/// Whether the word may stand between a name and its verb.
pub(super) fn is_before_a_verb(folded: &str) -> bool {
    matches!(folded, "also" | "later" | "then" | "earlier" | "has" | "had" | "have")
}

/// Whether the word stands before the name of one who speaks.
pub(super) fn is_saying(folded: &str) -> bool {
    matches!(folded, "said" | "says" | "told")
}

/// Whether the word follows the name of a body.
pub(super) fn is_of_a_body(folded: &str) -> bool {
    OF_BODIES.contains(folded)
}

/// Whether the word stands before `of` and the name of a body.
pub(super) fn is_in_a_body(folded: &str) -> bool {
    matches!(
        folded,
        "chairman" | "director" | "directors" | "unit" | "subsidiary" | "shares" | "shareholders"
    )
}

/// Whether the word stands before places.
pub(super) fn is_local(folded: &str) -> bool {
    LOCAL.contains(folded)
}

/// Whether the word says that something is held of what follows `in`.
pub(super) fn is_stake(folded: &str) -> bool {
    STAKES.contains(folded)
}

/// Whether the word is the plural of letters: `CDs`.
pub(super) fn is_plural(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or("");
    letters.chars().count() > 1 && letters.chars().all(char::is_uppercase)
}

/// Whether the word is a pronoun or a verb with another word behind an apostrophe.
pub(super) fn is_contraction(word: &str) -> bool {
    word.rsplit_once(['’', '\'']).is_some_and(|(_, joined)| JOINED.contains(joined))
}
