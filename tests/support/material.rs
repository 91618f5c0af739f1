//! Views to try on a corpus: queries and filters made of what it holds, by chance from a seed.

use crate::dice::Dice;
use crate::sources;
use dateline_engine::actors::{Edit, Form, Lists, zones};
use dateline_engine::corpus::{ArticleId, Day, Group, Member};
use dateline_engine::explorer::{Annotated, Explorer};
use dateline_engine::view::{View, Where};
use std::sync::Arc;

/// Views that are tried on each corpus.
pub const VIEWS: u64 = 500;

/// What a corpus offers to those who filter it.
pub struct Material {
    /// Texts to take words and phrases from.
    texts: Vec<String>,
    days: Vec<Day>,
    /// Keys of the actors that it names.
    pub actors: Vec<String>,
    sources: Vec<String>,
    /// Names of the articles.
    pub articles: Vec<String>,
}

impl Material {
    /// What the corpus of `explorer` offers.
    pub fn of(explorer: &Explorer) -> Material {
        let corpus = &explorer.corpus;
        let texts = corpus
            .articles
            .iter()
            .flat_map(|a| zones(a).map(|(_, text)| text.to_owned()).collect::<Vec<_>>());
        let named =
            corpus.articles.iter().map(|a| a.outlet.as_ref().map_or(String::new(), |s| s.value.clone()));
        Material {
            texts: texts.collect(),
            days: corpus.articles.iter().filter_map(|a| Some(a.published.as_ref()?.value.day())).collect(),
            actors: explorer.mentions.actors.iter().map(|a| a.id.clone()).collect(),
            sources: named.collect(),
            articles: corpus.articles.iter().map(|a| a.name.clone()).collect(),
        }
    }

    /// `n` words of some text, as it spells them.
    fn words(&self, dice: &mut Dice, n: usize) -> String {
        let words: Vec<&str> = dice.pick(&self.texts).split_whitespace().collect();
        let from = dice.below(words.len());
        words[from..words.len().min(from + n)].join(" ")
    }

    fn term(&self, dice: &mut Dice) -> String {
        let length = 1 + dice.below(3);
        let words = self.words(dice, length);
        match dice.below(8) {
            0..=2 => self.words(dice, 1),
            3 => format!("“{words}”"),
            4 => format!("\"{}\"", words.to_uppercase()),
            5 => format!("{}*", words.chars().take(1 + dice.below(5)).collect::<String>().trim()),
            6 => format!("({words})"),
            _ => "nowhere".to_owned(),
        }
    }

    /// A query of some of its words.
    pub fn query(&self, dice: &mut Dice) -> String {
        let mut query = self.term(dice);
        for _ in 0..dice.below(4) {
            let joint = dice.pick(&[" ", " OR ", " AND ", " NOT ", " -", " OR -"]);
            query = format!("{query}{joint}{}", self.term(dice));
            if dice.once_in(4) {
                query = format!("({query})");
            }
        }
        if dice.once_in(8) { format!("-{query}") } else { query }
    }

    /// A view of some of what it holds.
    pub fn view(&self, dice: &mut Dice) -> View {
        let some = |dice: &mut Dice, list: &[String]| -> Vec<String> {
            let mut chosen: Vec<String> = (0..dice.below(3)).map(|_| dice.pick(list).clone()).collect();
            chosen.dedup();
            chosen
        };
        let mut view = View::default();
        if dice.once_in(2) {
            view.query = self.query(dice);
        }
        if dice.once_in(3) {
            view.from = Some(*dice.pick(&self.days));
        }
        if dice.once_in(3) {
            view.to = Some(*dice.pick(&self.days));
        }
        for list in [&mut view.actors, &mut view.not_actors] {
            if dice.once_in(3) {
                *list = some(dice, &self.actors);
            }
        }
        for list in [&mut view.outlets, &mut view.not_outlets] {
            if dice.once_in(4) {
                *list = some(dice, &self.sources);
            }
        }
        if dice.once_in(4) {
            view.not_forms = vec![*dice.pick(&Form::ALL)];
        }
        if dice.once_in(3) {
            view.not_zones = Where::ALL.iter().copied().filter(|_| dice.once_in(3)).collect();
        }
        view.each_story_once = dice.once_in(3);
        view
    }
}

/// Some articles of a corpus, as if they told the same stories: groups that share none.
fn groups(explorer: &Explorer) -> Vec<Group> {
    let mut dice = Dice::new(0);
    let mut ids: Vec<ArticleId> = explorer.corpus.ids().map(|(id, _)| id).collect();
    dice.shuffle(&mut ids);
    ids.truncate(ids.len() * 2 / 3);
    let group = |ids: &[ArticleId]| {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        let member = |article| Member { article, similarity: 1.0, shared: 1.0 };
        Group { members: ids.into_iter().map(member).collect() }
    };
    ids.chunks(3).filter(|ids| ids.len() > 1).map(group).collect()
}

/// Edits that change much: a spelling less and one more, two actors in one, and a new one.
const EDITS: [&str; 5] = [
    "off:russia:Moscow",
    "add:north-korea:short:peninsula",
    "merge:south-korea:north-korea",
    "new:the-summit:organisation:summit",
    "merge:atlantis:russia",
];
/// Of the views that are tried on each corpus, those that are tried with these edits, too.
const EDITED: u64 = 100;

/// Calls `check` with every seeded view of every corpus, as it comes and as edited, and a name for it.
pub fn every_view(check: impl Fn(&Explorer, &Material, &View, &mut Dice, &str)) {
    for folder in sources::corpora().into_iter().chain([sources::nobodies()]) {
        let lists = Lists { gazetteer: sources::gazetteer(), proposals: Vec::new() };
        let mut explorer = sources::explorer(&folder);
        Arc::make_mut(&mut explorer.corpus).groups = groups(&explorer);
        let first = Annotated::first(explorer, &lists);
        let edits = EDITS.map(|edit| Edit::try_from(edit.to_owned()).expect("an edit"));
        let edited = first.edited(&lists, &edits);
        assert_eq!(edited.problems.len(), 1, "{:?}", edited.problems);
        for (explorer, views, how) in [(first.explorer, VIEWS, ""), (edited.explorer, EDITED, " edited,")] {
            let material = Material::of(&explorer);
            for seed in 0..views {
                let mut dice = Dice::new(seed);
                let view = material.view(&mut dice);
                let name = format!("{},{how} view {seed}: {view:?}", folder.display());
                check(&explorer, &material, &view, &mut dice, &name);
            }
        }
    }
}
