//! News made of the repository's own corpus, as much as one likes and the same on every machine: sentences are chains of
//! its words, each of which follows the one before it somewhere in the corpus, with other names and numbers where it has
//! names and numbers. They mean nothing. What they have of news is its length, its days and outlets, words of which some
//! are in every text and most in few, and texts that another outlet tells again.

use crate::dice::Dice;
use crate::sources;
use dateline_engine::actors::{Form, Gazetteer, Kind, Mentions, annotate, zones};
use dateline_engine::corpus::{Corpus, Day};
use std::collections::{BTreeMap, BTreeSet};

/// One text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its headline.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// When it was published.
    pub day: Day,
    /// Who published it.
    pub outlet: String,
    /// Keys of the states that it was made to name.
    pub states: BTreeSet<String>,
}

/// Makes news.
#[derive(Clone, Debug)]
pub struct Press {
    /// Words that open a sentence; as all words, with what stands at them, and a [`mark`] for a name.
    openings: Vec<String>,
    /// The words that follow a word, as often as they do.
    next: BTreeMap<String, Vec<String>>,
    /// The words that some word follows.
    followed: Vec<String>,
    /// How the corpus names actors, as often as it does, and how the list of all actors does.
    names: BTreeMap<Form, [Vec<Name>; 2]>,
    /// Beginnings and ends of names, of which names are made that nobody has.
    halves: Vec<(String, String)>,
    outlets: Vec<String>,
    first: Day,
    days: usize,
}

#[derive(Clone, Debug)]
struct Name {
    text: String,
    /// Key and kind of the actor.
    actor: (String, Kind),
}

/// Paragraphs of a text, and sentences of a paragraph: at least, and how many more there may be.
const PARAGRAPHS: (usize, usize) = (2, 6);
const SENTENCES: (usize, usize) = (1, 2);
/// Sentences of a paragraph of a long text.
const LONG: (usize, usize) = (3, 0);
/// One word in this many of a long text follows another than the one before it, so that no two long texts tell the
/// same: the corpus is small, and where chains alone are made of it, they repeat it.
const TURN: usize = 5;
/// Words of a sentence and of a headline, at least and at most.
const SENTENCE: (usize, usize) = (8, 36);
const HEADLINE: (usize, usize) = (5, 10);
/// One name in this many is taken from the list of all actors; the others are those of the corpus.
const LISTED: usize = 3;
/// One person in this many is somebody whom no list has.
const STRANGER: usize = 3;
/// The last of this many texts is one of those before it, told again.
const AGAIN: usize = 20;

impl Press {
    /// What the texts of a press are, for the figures that are measured with them.
    pub const WHAT: &str = "made of the words of corpus/";

    /// A press with the words of the repository's own corpus.
    pub fn own() -> Press {
        Press::with(&sources::gazetteer())
    }

    /// One that also names the actors of `listed`.
    pub fn with(listed: &Gazetteer) -> Press {
        let gazetteer = sources::gazetteer();
        let corpus = sources::parsed(&sources::own()).corpus;
        let mentions = annotate(&corpus, &gazetteer);
        let (first, last) = corpus.days().expect("the corpus has days");
        let mut press = Press {
            openings: Vec::new(),
            next: BTreeMap::new(),
            followed: Vec::new(),
            names: names(&corpus, &mentions, listed),
            halves: halves(&gazetteer),
            outlets: outlets(&gazetteer, &corpus),
            first,
            days: first.days_to(last) as usize + 1,
        };
        for (id, article) in corpus.ids() {
            for (zone, text) in zones(article) {
                let (mut marked, mut from) = (String::new(), 0);
                for mention in mentions.list.iter().filter(|m| (m.article, m.zone) == (id, zone)) {
                    marked.push_str(&text[from..mention.at.start as usize]);
                    marked.push(mark(mention.form));
                    from = mention.at.end as usize;
                }
                press.learn(&(marked + &text[from..]));
            }
        }
        press.followed = press.next.keys().cloned().collect();
        press
    }

    /// Takes the words of `text` in.
    fn learn(&mut self, text: &str) {
        let mut before: Option<String> = None;
        for word in text.split_whitespace().map(|word| word.replace(['“', '”', '"', '(', ')', '‘'], ""))
        {
            // A dash between words would make a headline of a sentence, and a link is no word.
            if !word.contains(char::is_alphanumeric) && !word.contains(is_mark) || word.contains("://") {
                continue;
            }
            match before.take() {
                Some(before) => self.next.entry(before).or_default().push(word.clone()),
                None => self.openings.push(word.clone()),
            }
            before = Some(word).filter(|word| !ends(word));
        }
    }

    /// The text of this number.
    pub fn text(&self, number: usize) -> Text {
        let mut dice = Dice::new(number as u64);
        if number % AGAIN != AGAIN - 1 {
            let paragraphs = PARAGRAPHS.0 + dice.below(PARAGRAPHS.1 + 1);
            return self.made(&mut dice, paragraphs, SENTENCES);
        }
        let mut text = self.text(number - 1 - dice.below(AGAIN - 1));
        text.outlet = self.outlet(&mut dice);
        text.day = text.day.plus(dice.below(2) as i64);
        *text.paragraphs.last_mut().expect("a text has paragraphs") =
            self.paragraph(&mut dice, SENTENCES, &mut text.states);
        text
    }

    /// A text of so many long paragraphs, of some sixty words each.
    pub fn long_text(&self, dice: &mut Dice, paragraphs: usize) -> Text {
        self.made(dice, paragraphs, LONG)
    }

    /// A headline.
    pub fn headline(&self, dice: &mut Dice) -> String {
        self.chain(dice, HEADLINE, false, &mut BTreeSet::new())
    }

    fn made(&self, dice: &mut Dice, paragraphs: usize, sentences: (usize, usize)) -> Text {
        let mut states = BTreeSet::new();
        let title = self.chain(dice, HEADLINE, false, &mut states);
        let paragraphs = (0..paragraphs).map(|_| self.paragraph(dice, sentences, &mut states)).collect();
        Text { title, paragraphs, day: self.day(dice), outlet: self.outlet(dice), states }
    }

    fn outlet(&self, dice: &mut Dice) -> String {
        often_the_first(dice, &self.outlets).clone()
    }

    /// A day of the time that the corpus spans; half as many texts come out at a weekend.
    fn day(&self, dice: &mut Dice) -> Day {
        let mut day = || self.first.plus(dice.below(self.days) as i64);
        let weekend = |day: Day| day.monday().days_to(day) >= 5;
        let first = day();
        if weekend(first) { day() } else { first }
    }

    fn paragraph(&self, dice: &mut Dice, sentences: (usize, usize), states: &mut BTreeSet<String>) -> String {
        let turns = sentences == LONG;
        let sentences = sentences.0 + dice.below(sentences.1 + 1);
        let sentences = (0..sentences).map(|_| self.chain(dice, SENTENCE, turns, states) + ".");
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// A chain of at least and at most so many words, without a full stop; with `turns`, not each word follows the one
    /// before it.
    fn chain(
        &self,
        dice: &mut Dice,
        (least, most): (usize, usize),
        turns: bool,
        states: &mut BTreeSet<String>,
    ) -> String {
        loop {
            let mut words = vec![dice.pick(&self.openings)];
            while words.len() < most
                && let Some(next) = words.last().and_then(|word| self.next.get(*word))
            {
                let turned = (turns && dice.once_in(TURN)).then(|| dice.pick(&self.followed));
                words.push(dice.pick(turned.map_or(next, |word| &self.next[word])));
            }
            if words.len() >= least {
                let words: Vec<_> = words.iter().map(|word| self.filled(dice, word, states)).collect();
                let chain = words.join(" ");
                return chain.trim_end_matches(|c: char| c.is_ascii_punctuation()).to_owned();
            }
        }
    }

    /// A word with a name for its mark, and another number for its number.
    fn filled(&self, dice: &mut Dice, word: &str, states: &mut BTreeSet<String>) -> String {
        // A year stays one, and what may be a day of a month.
        match word.len() {
            1..=2 if is_number(word) => return (2 + dice.below(27)).to_string(),
            3 | 5.. if is_number(word) => return (100 + dice.below(9_900)).to_string(),
            _ => {}
        }
        let mut filled = String::new();
        for c in word.chars() {
            match Form::ALL.into_iter().find(|form| mark(*form) == c) {
                Some(form) => filled.push_str(&self.name(dice, form, states)),
                None => filled.push(c),
            }
        }
        filled
    }

    fn name(&self, dice: &mut Dice, form: Form, states: &mut BTreeSet<String>) -> String {
        let [known, listed] = &self.names[&form];
        let name = match dice.once_in(LISTED) && !listed.is_empty() {
            true => often_the_first(dice, listed),
            false => dice.pick(known),
        };
        let (key, kind) = &name.actor;
        if *kind == Kind::Person && form == Form::Name && dice.once_in(STRANGER) {
            let mut half = || &self.halves[dice.below(self.halves.len())];
            return format!("{}{} {}{}", half().0, half().1, half().0, half().1);
        }
        if *kind == Kind::State {
            states.insert(key.clone());
        }
        name.text.clone()
    }
}

/// What stands for a name of this form in the words of a [`Press`]: a letter that no text has.
fn mark(form: Form) -> char {
    let index = Form::ALL.iter().position(|f| *f == form).expect("all forms are there");
    char::from_u32(0xE000 + index as u32).expect("letters for private use")
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn is_mark(c: char) -> bool {
    Form::ALL.iter().any(|form| mark(*form) == c)
}

/// Whether a sentence ends with this word.
fn ends(word: &str) -> bool {
    word.ends_with(['.', '?', '!', ':'])
}

/// One of `items`, the first ones far more often than the last.
fn often_the_first<'a, T>(dice: &mut Dice, items: &'a [T]) -> &'a T {
    let few = 1 + dice.below(items.len());
    let fewer = 1 + dice.below(few);
    &items[dice.below(fewer)]
}

fn names(corpus: &Corpus, mentions: &Mentions, listed: &Gazetteer) -> BTreeMap<Form, [Vec<Name>; 2]> {
    let mut names: BTreeMap<Form, [Vec<Name>; 2]> = BTreeMap::new();
    for mention in &mentions.list {
        // A surname of nobody is a name, too.
        let actor = mention.actor.and_then(|id| mentions.actor(id));
        let actor = actor.map_or((String::new(), Kind::Person), |actor| (actor.id.clone(), actor.kind));
        let name = Name { text: mention.surface(corpus).to_owned(), actor };
        names.entry(mention.form).or_default()[0].push(name);
    }
    let actors: Vec<_> = listed.actors().collect();
    for alias in listed.aliases().into_iter().filter(|alias| !alias.follows) {
        if let Some(actor) = alias.actor.map(|id| actors[id.0 as usize]) {
            let name = Name { text: alias.text, actor: (actor.id.clone(), actor.kind) };
            names.entry(alias.form).or_default()[1].push(name);
        }
    }
    names
}

fn halves(gazetteer: &Gazetteer) -> Vec<(String, String)> {
    /// A half has two letters or more.
    const LETTERS: usize = 4;
    let words: BTreeSet<String> = gazetteer
        .actors()
        .filter(|actor| matches!(actor.kind, Kind::State | Kind::Person))
        .flat_map(|actor| actor.name.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.len() >= LETTERS && word.bytes().all(|b| b.is_ascii_alphabetic()))
        .collect();
    let half = |word: &String| (word[..word.len() / 2].to_owned(), word[word.len() / 2..].to_owned());
    words.iter().map(half).collect()
}

/// The outlets of the corpus, and the news agencies.
fn outlets(gazetteer: &Gazetteer, corpus: &Corpus) -> Vec<String> {
    let own: BTreeSet<_> = corpus.articles.iter().map(|article| article.outlet_name()).collect();
    let agencies =
        gazetteer.actors().filter(|actor| actor.kind == Kind::Agency).map(|actor| actor.name.as_str());
    own.into_iter().filter(|name| !name.is_empty()).chain(agencies).map(str::to_owned).collect()
}
