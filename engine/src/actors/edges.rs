//! The edges of names: a state inside a longer proper name is that name. `Bank of Ghana`, `Swiss Life Holding`,
//! `India Cements`; organs of a state (`Russian Foreign Ministry`) are no other name, and neither is a language.

use super::Form;
use super::context::{MatchContext, is_like_a_name};
use super::matcher::Target;
use super::titles::is_of_office;
use crate::text::Token;
use crate::text::Words;

/// The ends of the names of companies.
static COMPANY: Words = Words::new(
    "ltd limited inc incorporated corp corporation co plc llc llp lp gmbh ag sa spa nv bv ab asa oy oyj bhd \
    berhad pty pte pvt tbk kk holding holdings bancorp telecom telekom industries",
);
/// The nouns that proper names of bodies, buildings and works end with.
static HEADS: Words = Words::new(
    "bank hospital hospitals university college academy institute institution museum gallery library theatre \
    theater opera orchestra philharmonic ballet hotel hotels resort inn restaurant cafe bar pub mall market \
    exchange airport airlines airline airways airbus express railways railway bridge tunnel tower towers \
    building plaza square street road lane avenue boulevard park gardens zoo stadium arena speedway \
    racecourse cathedral church abbey temple mosque synagogue school schools times post herald tribune \
    gazette chronicle journal daily news weekly mirror sun star telegraph observer guardian magazine review \
    radio television broadcasting cup open masters prix marathon derby bowl trophy championship \
    championships league club rovers rangers united wanderers festival fair biennale awards award prize \
    medal foundation fund charity society association federation confederation chamber party brotherhood \
    beverage beverages breweries brewery cement cements mills motors petroleum mining logistics insurance \
    assurance securities investments properties estates partners ventures pharma pharmaceuticals chemicals \
    foods dairy fisheries farms plantations stores supermarkets fashion textiles tobacco papers software \
    systems technologies semiconductor electronics strait straits bay gulf river creek lake falls mountains \
    valley island islands peninsula desert basin ridge canal station studios records pictures films \
    entertainment spring springs",
);
/// The nouns that stand before `of` and a state in the name of something else.
static HEADS_OF: Words = Words::new(
    "bank university college academy institute museum gallery library hospital church society association \
    federation exchange times voice bishop archbishop duke earl duchess gulf bay cape lake strait sea isle \
    festival chamber league club party alliance fund gazette",
);
/// Words before a state that say which part or age of it is meant.
static PARTS: Words = Words::new(
    "north south east west northern southern eastern western central mainland upper lower greater inner outer \
    northeast northwest southeast southwest post pre modern ancient occupied imperial nazi soviet tsarist \
    colonial federal mother team holy rural urban wartime democratic united neighbouring neighboring fellow \
    versus vs sunni shia shiite hindu christian brexit republican islamist kurdish",
);
/// Verbs of giving: what follows the state is given to it (`sold Oslo Leopard tanks`).
static GIVE: Words = Words::new(
    "give gives gave giving given send sends sent sending sell sells sold selling supply supplied lend lent \
    offer offered provide provided hand handed grant granted promise promised deny denied owe owed deliver \
    delivers delivered delivering bring brings brought donate donated ship shipped get gets buy bought show \
    shows showed tell tells told telling pledge pledged approve approved supplies supplying lends lending \
    offers offering provides providing hands promises grants denies owes granting",
);
/// Prepositions before a state.
static PREPOSITIONS: Words = Words::new(
    "in on at to for from with without about against over by near into onto after before since \
    between among across around behind beyond during inside outside through toward towards under upon via within",
);
/// Words in a row of capitals with which it is an organ of the state.
static OFFICES: Words = Words::new(
    "minister ministry ministers department agency bureau secretary secretariat committee commission authority council \
    companies officials exports imports prices",
);
/// The nouns of bodies that are a town's behind the name of a capital.
static OF_TOWNS: Words = Words::new(
    "department agency bureau committee commission authority council board district districts county trust center \
    centre clinic service services",
);
/// Words of speaking and writing: an adjective behind them is a language.
static SPEAK: Words = Words::new(
    "speak speaks spoke spoken speaking learn learns learned learnt learning teach teaches taught teaching understand \
    understands understood translate translates translated",
);
/// Words after an adjective that is a language.
static OF_LANGUAGE: Words = Words::new(
    "language languages speaking speaker speakers translation translations translator dictionary grammar subtitles \
    lessons alphabet",
);
/// Words that may follow a language, which is no adjective there.
static AFTER_LANGUAGE: Words = Words::new(
    "and or but to by on with at for that when as from in is was has had than it he she they who which",
);

impl<'a> MatchContext<'a> {
    /// Whether the name of a state stands inside the name of something else.
    pub(super) fn is_inside_a_name(&self) -> bool {
        let Target::Alias(_, form) = self.found().target else { return false };
        self.is_of_a_head()
            || self.is_before_a_head()
            || *form == Form::Demonym && (self.is_language() || self.is_a_verb())
            || *form == Form::Name && self.zone.capitals_tell() && self.is_in_a_run()
    }

    /// `sent Oslo Leopard boats`: what follows is no part of its name.
    pub(super) fn is_given_something(&self) -> bool {
        GIVE.contains(self.before(1))
    }

    /// `Bank of Ghana`, `National University of Ireland`.
    fn is_of_a_head(&self) -> bool {
        let back = if self.before(1) == "the" { 2 } else { 1 };
        let head =
            self.place_before(back + 1).and_then(|at| self.token(at)).filter(|t| self.is_capitalised(t));
        self.before(back) == "of" && head.is_some_and(|head| HEADS_OF.contains(head.folded))
    }

    /// The capitalised words right after it, in a row.
    fn run_after(&self) -> Vec<Token<'a>> {
        /// The most words of a name after its first.
        const MOST: usize = 5;
        let mut run = Vec::new();
        if self.is_possessive() {
            return run;
        }
        let mut last = self.found().span.end;
        for at in (self.tokens().end..).take(MOST) {
            let Some(token) = self.token(at).filter(|t| self.is_capitalised(t)) else { break };
            if !matches!(self.gap(last, token.span.start), " " | " & " | "-") {
                break;
            }
            last = token.span.end;
            run.push(token);
        }
        run
    }

    /// `Nairobi Hospital`, `Swiss Life Holding`, `Malaysian Chinese Association`, but `Russian Foreign Ministry`; with a
    /// capital `Athens Port Authority`, too, as it is a town's.
    pub(super) fn is_before_a_head(&self) -> bool {
        let run = self.run_after();
        // In a headline all words are capitalised: the body says what is a name.
        let shown = self.zone.capitals_tell();
        let any = |words: &Words| run.iter().any(|t| words.contains(t.folded));
        let office =
            run.first().is_some_and(|first| is_of_office(first.folded) && !HEADS.contains(first.folded));
        let town = matches!(self.found().target, Target::Alias(_, Form::Place));
        let head = any(&HEADS) && !any(&OFFICES) && (town || !office) || town && !office && any(&OF_TOWNS);
        // `U.S. Oil`: the wires write a capital after the period; and `United States` is in no name of a firm.
        let whole = !town && self.tokens().len() > 1 || self.surface().contains('.');
        any(&COMPANY) || !whole && shown && head
    }

    /// `India Cements`, `Poland Together`, `Chevron Nigeria`: beside a capitalised word in the middle of a sentence that
    /// is no office, no part of the state and no other actor.
    fn is_in_a_run(&self) -> bool {
        let text = self.zone.text;
        let start = self.tokens().start;
        let next = self.word_after().filter(|_| !self.is_possessive());
        let other = self.neighbour(true).is_some_and(|n| n.tokens().start == self.tokens().end);
        // Behind a preposition or what is given, another noun begins: `on Oslo Lind said`, `sold Oslo Leopard boats`.
        let led = self.is_given_something()
            || PREPOSITIONS.contains(self.before(1))
            || self.before(1).ends_with("ing");
        let leads = next.is_some_and(|t| {
            let spaced = self.gap(self.found().span.end, t.span.start) == " ";
            spaced && is_like_a_name(t.span.of(text)) && !is_of_office(t.folded)
        });
        let before = self.word_before().filter(|t| {
            let word = t.folded;
            let adjective = ["ist", "ish", "ic", "an", "ern", "al", "ite", "ese", "ed"]
                .iter()
                .any(|end| word.ends_with(end));
            is_like_a_name(t.span.of(text))
                && !is_of_office(word)
                && !PARTS.contains(word)
                && !adjective
                && word != "the"
        });
        // A match of any kind, a shield too.
        let follows = self.neighbour(false).is_some_and(|before| before.tokens().end == start);
        leads && !other && !led || before.is_some() && !self.opens(start - 1) && !follows
    }

    /// `Polish the brass`: no adjective stands before an article.
    fn is_a_verb(&self) -> bool {
        matches!(self.after(1), "the" | "a" | "an" | "your" | "my" | "his" | "her" | "our" | "their")
            && self.opens(self.tokens().start)
            && self.word_after().is_some()
    }

    /// `in Danish`, `speaks Greek`, `translated from Finnish`, `Greek-language`.
    fn is_language(&self) -> bool {
        /// How far before `from` and `into` a verb of translating is looked for, in words.
        const NEAR: usize = 6;
        if OF_LANGUAGE.contains(self.after(1)) {
            return true;
        }
        // `in Russian and Ukrainian towns`, `in Russian “camps”`
        let gap = self.zone.text.get(self.found().span.end as usize..).unwrap_or_default();
        let listed = self.neighbour(true).is_some_and(|next| {
            let between = self.gap(self.found().span.end, next.found().span.start);
            matches!(between, " and " | " or " | ", ")
                && matches!(next.found().target, Target::Alias(_, Form::Demonym))
        });
        if listed || gap.trim_start().starts_with(['“', '"', '‘', '«']) {
            return false;
        }
        let alone = self.place_after(1).is_none()
            || self.word_after().is_none()
            || AFTER_LANGUAGE.contains(self.after(1));
        let spoken = || SPEAK.contains(self.before(1)) || self.before(1) == "fluent";
        let translated = || (2..NEAR).any(|back| self.before(back).starts_with("translat"));
        let from = matches!(self.before(1), "from" | "into") && translated();
        let written = self.before(1) == "in" && !self.surface().ends_with('s');
        alone && (spoken() || from || written)
    }
}

/// Whether the word ends the name of a company.
pub(super) fn is_company_ending(folded: &str) -> bool {
    COMPANY.contains(folded)
}
