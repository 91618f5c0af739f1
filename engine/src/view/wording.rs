//! How numbers, dates and counting rules are written, for the page and the command alike.

use super::measure::{Rule, Where};
use super::{Period, Selection};
use crate::actors::{Form, Mentions};
use crate::corpus::dates::MONTHS;
use crate::corpus::{Article, ArticleId, Corpus, Day};

fn month_name(day: Day) -> &'static str {
    MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default()
}

/// `28 June 2024`.
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

/// `June 2024`.
pub fn month(day: Day) -> String {
    format!("{} {}", month_name(day), day.year())
}

/// `17 September 2023 to 28 June 2024`; one day where both are the same.
pub fn span(from: Day, to: Day) -> String {
    if from == to { day(from) } else { format!("{} to {}", day(from), day(to)) }
}

/// `June 2024`, `2024`, `1990 to 1999`.
pub fn period(period: Period) -> String {
    let Period { from, to } = period;
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => month(from),
        (true, false) => from.year().to_string(),
        _ => format!("{} to {}", from.year(), to.year()),
    }
}

/// The day an article was published: `28 June 2024`, `undated`.
pub fn published(article: &Article) -> String {
    article.day().map_or_else(|| "undated".to_owned(), day)
}

/// The name of a source, which is empty where none is named.
pub fn source(name: &str) -> &str {
    if name.is_empty() { "no source named" } else { name }
}

/// `12,345`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 article`, `1,234 articles`.
pub fn count(n: usize, one: &str) -> String {
    format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" })
}

/// What a corpus holds: `14 articles, 14 September 2023 to 28 June 2024`.
pub fn corpus_line(corpus: &Corpus) -> String {
    let articles = count(corpus.articles.len(), "article");
    match corpus.days() {
        Some((from, to)) => format!("{articles}, {}", span(from, to)),
        None => articles,
    }
}

/// The result line: `9 of 14 articles, 212 mentions`.
pub fn result_line(corpus: &Corpus, selection: &Selection) -> String {
    let (found, all) = (selection.articles.len(), corpus.articles.len());
    let articles = if found == all {
        count(all, "article")
    } else {
        format!("{} of {}", number(found), count(all, "article"))
    };
    format!("{articles}, {}", count(selection.mentions.len(), "mention"))
}

/// A sentence that says what the bars show: `North Korea is mentioned most, 118 times in 9 articles`.
pub fn takeaway(mentions: &Mentions, selection: &Selection) -> String {
    let named = |id| mentions.actor(id).map_or("", |a| a.name.as_str());
    let mut most = selection.actors.iter().filter(|a| a.mentions > 0);
    let Some(first) = most.next() else { return "Nobody is mentioned in this selection".to_owned() };
    let times = if first.mentions == 1 {
        "once".to_owned()
    } else {
        format!("{} times", number(first.mentions as usize))
    };
    let ties = most.take_while(|a| a.mentions == first.mentions).count();
    if ties > 0 {
        let others = if ties == 1 { "one more actor".to_owned() } else { format!("{ties} more actors") };
        return format!("{} and {others} are mentioned most, {times} each", named(first.actor));
    }
    format!(
        "{} is mentioned most, {times} in {}",
        named(first.actor),
        count(first.articles as usize, "article")
    )
}

/// How each form reads in the counting rule.
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

fn counted_in(place: Where) -> &'static str {
    match place {
        Where::Title => "headlines",
        Where::Body => "running text",
        Where::Caption => "captions",
        Where::Quote => "quotations",
    }
}

/// `a, b and c`.
fn list(items: &[&str]) -> String {
    match items {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The line under the bars: what was counted, and in what.
pub fn counting_rule(corpus: &Corpus, selection: &Selection) -> String {
    let articles: Vec<_> = selection.articles.iter().map(|chosen| chosen.id).collect();
    rule_in_force(&Rule::default(), corpus, &articles, 0)
}

/// `rule` as a sentence or two: what it counts in `articles`, and what not. `left_out` articles tell a story
/// that another one tells, and are not among them.
pub fn rule_in_force(rule: &Rule, corpus: &Corpus, articles: &[ArticleId], left_out: usize) -> String {
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
    let once = match (rule.once, left_out) {
        (false, _) => String::new(),
        (true, 0) => ", none of which tells the story of another".to_owned(),
        (true, some) => format!(", of each story once ({} left out)", count(some, "more article")),
    };
    let places: Vec<_> = Where::ALL.into_iter().filter(|place| rule.places.contains(place)).collect();
    let whole = places.len() == Where::ALL.len();
    let places: Vec<_> = places.into_iter().map(counted_in).collect();
    let places = if whole { "headlines and texts".to_owned() } else { list(&places) };
    let (on, off): (Vec<_>, Vec<_>) = Form::ALL.into_iter().partition(|form| rule.forms.contains(form));
    let on: Vec<_> = on.into_iter().map(counted).collect();
    let forms = if on.is_empty() { "nothing".to_owned() } else { on.join(", ") };
    let off: String = off.into_iter().map(|form| format!("{}, ", counted(form))).collect();
    format!(
        "Counted in {places} of {}{period}{undated}{once}: {forms}. Not counted: {off}datelines, credits, links and whatever else was set aside.",
        count(articles.len(), "article"),
    )
}

/// What a number of mentions in 1,000 words is: `3.2 in 1,000 words`.
pub fn per_thousand(value: f64) -> String {
    format!("{value:.1} in 1,000 words")
}

/// A part of the articles: `64%`.
pub fn share(value: f64) -> String {
    format!("{:.0}%", 100.0 * value)
}

#[cfg(test)]
mod tests {
    use super::{count, day, number, rule_in_force, span};
    use crate::actors::Form;
    use crate::corpus::{Corpus, Day};
    use crate::view::measure::{Rule, Where};

    #[test]
    fn the_rule_in_force_says_what_is_switched_off() {
        let rule = |rule: Rule, left_out| rule_in_force(&rule, &Corpus::default(), &[], left_out);
        let all = rule(Rule::default(), 0);
        assert!(all.starts_with("Counted in headlines and texts of 0 articles: names, acronyms,"), "{all}");
        assert!(
            all.ends_with("Not counted: datelines, credits, links and whatever else was set aside."),
            "{all}"
        );
        let some = Rule {
            places: vec![Where::Body, Where::Title],
            forms: vec![Form::Name, Form::Metonym],
            once: true,
        };
        assert_eq!(
            rule(some, 2),
            "Counted in headlines and running text of 0 articles, of each story once (2 more articles left out): \
             names, capitals and seats that stand for their government. Not counted: acronyms, short forms (the North), \
             demonyms, capitals where things happen, surnames of people named in the same article, datelines, credits, \
             links and whatever else was set aside."
        );
        let none = rule(Rule { places: vec![], forms: vec![], once: true }, 0);
        assert!(
            none.starts_with(
                "Counted in nothing of 0 articles, none of which tells the story of another: nothing."
            ),
            "{none}"
        );
    }

    #[test]
    fn writes_as_readers_do() {
        for (n, written) in [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")] {
            assert_eq!(number(n), written);
        }
        assert_eq!(count(1, "article"), "1 article");
        assert_eq!(count(0, "mention"), "0 mentions");
        let (a, b) = (Day::new(2023, 9, 17).expect("a day"), Day::new(2024, 6, 28).expect("a day"));
        assert_eq!(day(b), "28 June 2024");
        assert_eq!(span(a, b), "17 September 2023 to 28 June 2024");
        assert_eq!(span(a, a), "17 September 2023");
    }
}
