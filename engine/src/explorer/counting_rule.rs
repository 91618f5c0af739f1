//! The counting rule in force as a sentence: what was counted, in which articles, and what rates are divided by.

use super::{Explorer, Selection};
use crate::actors::Form;
use crate::corpus::{Article, ArticleId, Corpus};
use crate::labels;
use crate::view::{Chart, CountingRule, Measure, View, Where};
use crate::wording::{count, list, number, span};

/// A form as the sentence names it.
fn counted(form: Form) -> &'static str {
    match form {
        Form::Name => "names",
        Form::Acronym => "acronyms",
        Form::Short => "short forms (the North)",
        Form::Demonym => "demonyms",
        Form::Metonym => "capitals and seats that stand for their government",
        Form::Place => "capitals where things happen",
        Form::Surname => "surnames of people named in the same article",
    }
}

/// The line under the chart: what was counted, in which articles, and what rates are divided by.
pub fn counting_rule(explorer: &Explorer, selection: &Selection, view: &View) -> String {
    let articles: Vec<_> = selection.counted().collect();
    let rule = rule_in_force(&view.rule(), &explorer.corpus, &articles, selection.repeats.len());
    rule + &rate(view, explorer.denominator(selection, view))
}

/// What rates are divided by, as a sentence after a space; empty where the chart shows none.
fn rate(view: &View, of: u32) -> String {
    let of = number(of as usize);
    match (view.chart, view.measure) {
        (Chart::Bars, Measure::PerThousand) => format!(" Rates are of {of} words there."),
        (Chart::Time, Measure::PerThousand) => {
            format!(" Each rate is of the words of its time, {of} in all.")
        }
        (Chart::Bars, Measure::Share) => format!(" Shares are of {of} articles."),
        (Chart::Time, Measure::Share) => format!(" Each share is of the articles of its time, {of} in all."),
        (Chart::Outlets, Measure::PerThousand) => {
            format!(" Each rate is of the words of its source, {of} in all.")
        }
        (Chart::Outlets, Measure::Share) => {
            format!(" Each share is of the articles of its source, {of} in all.")
        }
        _ => String::new(),
    }
}

/// `rule` in one short line: what counts, in the words of the page.
pub fn short_rule(rule: &CountingRule) -> String {
    let places = Where::ALL.iter().filter(|place| rule.places[**place as usize]);
    let places: Vec<_> = places.map(|place| labels::place(*place)).collect();
    let places = if rule.everywhere() { "headlines and texts".to_owned() } else { list(&places) };
    let forms = Form::ALL.into_iter().filter(|form| rule.forms[*form as usize]);
    let forms: Vec<_> = forms.map(labels::form).collect();
    let forms = if forms.len() == Form::ALL.len() { "any kind of name".to_owned() } else { list(&forms) };
    let once = if rule.each_story_once { "; one copy of each story" } else { "" };
    format!("Counted in {places}{once}, by {forms}.")
}

/// `rule` in words: what counts in `articles`, and what does not. The `left_out` repeats are not among `articles`.
pub fn rule_in_force(
    rule: &CountingRule,
    corpus: &Corpus,
    articles: &[ArticleId],
    left_out: usize,
) -> String {
    let read = || articles.iter().filter_map(|id| corpus.article(*id));
    let days = || read().filter_map(Article::day);
    let period = match days().min().zip(days().max()) {
        Some((from, to)) => format!(", {}", span(from, to)),
        None => String::new(),
    };
    let undated = match read().filter(|article| article.day().is_none()).count() {
        0 => String::new(),
        some => format!(", {} undated", number(some)),
    };
    let repeats = match (rule.each_story_once, left_out) {
        (false, _) => String::new(),
        (true, 0) => ", none of which tells the story of another".to_owned(),
        (true, some) => format!(", of each story once ({} left out)", count(some, "more article")),
    };
    let places = Where::ALL.iter().filter(|place| rule.places[**place as usize]);
    let places: Vec<_> = places.map(|place| labels::place(*place)).collect();
    let places = if rule.everywhere() { "headlines and texts".to_owned() } else { list(&places) };
    let (on, off): (Vec<_>, Vec<_>) = Form::ALL.into_iter().partition(|form| rule.forms[*form as usize]);
    let on: Vec<_> = on.into_iter().map(counted).collect();
    let forms = if on.is_empty() { "nothing".to_owned() } else { on.join(", ") };
    let off: String = off.into_iter().map(|form| format!("{}, ", counted(form))).collect();
    format!(
        "Counted in {places} of {}{period}{undated}{repeats}: {forms}. Not counted: {off}datelines, credits, links and whatever else was set aside.",
        count(articles.len(), "article"),
    )
}

/// A note beside figures that were counted with a reader's edits; empty where there are none.
pub fn edited(edits: usize) -> String {
    if edits == 0 { String::new() } else { format!("Actors edited by the reader: {}.", count(edits, "edit")) }
}

#[cfg(test)]
mod tests {
    use super::rule_in_force;
    use crate::actors::Form;
    use crate::corpus::Corpus;
    use crate::view::{CountingRule, Where};

    #[test]
    fn the_rule_in_force_says_what_is_switched_off() {
        let rule = |rule: CountingRule, left_out| rule_in_force(&rule, &Corpus::default(), &[], left_out);
        let all = rule(CountingRule::default(), 0);
        assert!(all.starts_with("Counted in headlines and texts of 0 articles: names, acronyms,"), "{all}");
        assert!(
            all.ends_with("Not counted: datelines, credits, links and whatever else was set aside."),
            "{all}"
        );
        let some = CountingRule {
            places: std::array::from_fn(|i| matches!(Where::ALL[i], Where::Body | Where::Title)),
            forms: Form::ALL.map(|form| matches!(form, Form::Name | Form::Metonym)),
            each_story_once: true,
        };
        assert_eq!(
            rule(some, 2),
            "Counted in headlines and body text of 0 articles, of each story once (2 more articles left out): \
             names, capitals and seats that stand for their government. Not counted: acronyms, short forms (the North), \
             demonyms, capitals where things happen, surnames of people named in the same article, datelines, credits, \
             links and whatever else was set aside."
        );
        let none = rule(CountingRule { places: [false; 4], forms: [false; 7], each_story_once: true }, 0);
        assert!(
            none.starts_with(
                "Counted in nothing of 0 articles, none of which tells the story of another: nothing."
            ),
            "{none}"
        );
    }
}
