//! The card of a corpus: facts on what it holds, what is missing in it, and how it was counted.

use super::{Explorer, counting_rule};
use crate::corpus::{Article, Day};
use crate::labels;
use crate::order;
use crate::view::View;
use crate::wording;

/// A fact: its label, and its values.
pub type Fact = (&'static str, Vec<FactValue>);

/// A value of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct FactValue {
    /// The value in words.
    pub says: String,
    /// The view that shows what its number counts, where one does.
    pub opens: Option<View>,
}

impl From<String> for FactValue {
    fn from(says: String) -> FactValue {
        FactValue { says, opens: None }
    }
}

/// A value whose number opens a view.
fn opening(says: String, view: View) -> FactValue {
    FactValue { says, opens: Some(view) }
}

fn plain(says: Vec<String>) -> Vec<FactValue> {
    says.into_iter().map(FactValue::from).collect()
}

impl Explorer {
    /// The facts about the corpus. `fingerprint` is that of its pack; `edited` has a sentence for each edit of the
    /// lists of actors.
    pub fn card(&self, fingerprint: &str, edited: Vec<String>) -> Vec<Fact> {
        let corpus = &self.corpus;
        let whole = self.select(&View::default());
        let words: usize = corpus.articles.iter().map(|article| article.words as usize).sum();
        let all = View::default();
        let mut facts: Vec<Fact> = Vec::new();
        if !corpus.description.is_empty() {
            facts.push(("What it is", plain(vec![corpus.description.clone()])));
        }
        facts
            .push(("Articles", vec![opening(wording::count(corpus.articles.len(), "article"), all.clone())]));
        facts.push(("Words", plain(vec![wording::number(words)])));
        let days = corpus.days().map(|(first, last)| wording::span(first, last));
        let days = days.map(FactValue::from).into_iter();
        facts
            .push(("Published", days.chain(self.undated()).chain(self.gap().map(FactValue::from)).collect()));
        let outlet = |count: &super::OutletCount| {
            let articles = wording::count(count.articles as usize, "article");
            let says = format!("{}: {articles}", wording::outlet(&count.name));
            opening(says, all.toggle_outlet(&count.name))
        };
        facts.push(("Sources", whole.outlets.iter().map(outlet).collect()));
        facts.push(("Source files", plain(vec![wording::count(corpus.files.len(), "file")])));
        if !corpus.groups.is_empty() {
            let duplicates = |group: &crate::corpus::article::Group| {
                let names = group
                    .members
                    .iter()
                    .filter_map(|m| corpus.article(m.article))
                    .map(|a| a.title.text.as_str());
                format!(
                    "one text, told {} times: {}",
                    group.members.len(),
                    names.collect::<Vec<_>>().join("; ")
                )
            };
            facts.push(("The same text again", plain(corpus.groups.iter().map(duplicates).collect())));
        }
        let forms = self.forms(&whole).into_iter().filter(|(_, n)| *n > 0);
        let form = |(form, n): (crate::actors::Form, u32)| {
            let says = format!("{}: {}", labels::form(form), wording::count(n as usize, "mention"));
            opening(says, View { form: Some(form), ..all.open_all_mentions() })
        };
        facts.push(("Mentions by kind of name", forms.map(form).collect()));
        let actors = whole.actors.iter().filter(|count| count.mentions > 0).count();
        facts
            .push(("Actors mentioned", vec![opening(wording::count(actors, "actor"), all.open_aliases(""))]));
        let doubtful = whole.mentions.iter().filter(|i| self.mentions.list.get(**i).is_some_and(|m| !m.sure));
        facts.push((
            "Assumed, not certain",
            vec![opening(
                wording::count(doubtful.count(), "mention"),
                View { assumed: true, ..all.open_all_mentions() },
            )],
        ));
        let nobody = self.mentions.list.iter().filter(|m| m.actor.is_none()).count();
        facts.push(("Surnames that fit nobody", plain(vec![wording::count(nobody, "mention")])));
        let rule = |rule: &crate::corpus::AppliedRule| {
            format!("{}: {}, {}", rule.id, wording::count(rule.times as usize, "part"), rule.why)
        };
        if !corpus.rules.is_empty() {
            facts.push(("Set aside by rule", plain(corpus.rules.iter().map(rule).collect())));
        }
        let problem = |p: &crate::corpus::FileProblem| format!("{}: {}", p.file, p.message);
        let problems = match corpus.problems.len() {
            0 => vec!["none".to_owned()],
            _ => corpus.problems.iter().map(problem).collect(),
        };
        facts.push(("Problems found", plain(problems)));
        let rule = counting_rule(self, &whole, &View::default());
        facts.push(("How it was counted", plain(vec![rule])));
        if !edited.is_empty() {
            facts.push(("Actors edited by the reader", plain(edited)));
        }
        facts.push(("Fingerprint", plain(vec![fingerprint.to_owned()])));
        facts
    }

    /// The number of undated articles in words; `None` where there are none.
    fn undated(&self) -> Option<FactValue> {
        let undated = self.corpus.articles.iter().filter(|article| article.day().is_none()).count();
        (undated > 0).then(|| opening(wording::count(undated, "undated article"), View::default().undated()))
    }

    /// The longest run of days without an article, between the first and the last day of the corpus.
    fn gap(&self) -> Option<String> {
        let mut days: Vec<Day> = self.corpus.articles.iter().filter_map(Article::day).collect();
        order::by_key(&mut days, |it| *it);
        let gaps = days.windows(2).map(|pair| (pair[0].days_to(pair[1]) - 1, pair[0]));
        let (longest, after) = gaps.filter(|(days, _)| *days > 0).max_by_key(|(days, _)| *days)?;
        let days = wording::count(longest as usize, "day");
        Some(format!("the longest gap: {days} without an article, after {}", wording::day(after)))
    }
}

#[cfg(test)]
mod tests {
    use crate::explorer::Explorer;
    use crate::parse::{SourceFile, config::Config, parse};

    #[test]
    fn a_card_names_gaps() {
        let file = |name: &str, day: &str| SourceFile {
            name: name.into(),
            bytes: format!(" date {day} The talks went on for a day.").into_bytes(),
        };
        let files =
            vec![file("a.txt", "2024-01-05"), file("b.txt", "2024-01-07"), file("c.txt", "2024-02-01")];
        let explorer = Explorer::new(parse(files, &Config::default()).corpus, Default::default());
        let card = explorer.card("0a1b2c3d", Vec::new());
        let fact = |name| {
            card.iter()
                .find(|(n, _)| *n == name)
                .expect("a fact")
                .1
                .iter()
                .map(|value| value.says.as_str())
                .collect::<Vec<_>>()
                .join("; ")
        };
        let gap = "the longest gap: 24 days without an article, after 7 January 2024";
        assert_eq!(fact("Published"), format!("5 January 2024 to 1 February 2024; {gap}"));
        assert_eq!((fact("Problems found").as_str(), fact("Fingerprint").as_str()), ("none", "0a1b2c3d"));
        let rule = "scrape-date: 3 parts, the collector's line; read as the day of publication";
        assert_eq!(fact("Set aside by rule"), rule);
        let edited = Explorer::default().card("", vec!["“X” no longer names Y".to_owned()]);
        assert_eq!(edited[edited.len() - 2].1[0].says, "“X” no longer names Y");
    }
}
