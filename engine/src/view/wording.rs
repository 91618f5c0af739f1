//! How numbers, dates and counting rules are written, for the page and the command alike.

use super::figure::TimeRow;
use super::measure::Rule;
use super::{ActorCount, Amount, Chart, Evidence, Explorer, Measure, Near, Selection, View, Where};
use crate::actors::{ActorId, Form, Mentions};
use crate::charts::{Bin, Period, Unit};
use crate::corpus::dates::MONTHS;
use crate::corpus::{Article, ArticleId, Corpus, Day};
use crate::order;

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

/// `28 June 2024`, `24 to 30 June 2024`, `June 2024`, `2024`, `1990 to 1999`.
pub fn period(period: Period) -> String {
    let Period { from, to } = period;
    let whole_years = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => day(from),
        (true, true) if from == from.first_of_month() && to == from.last_of_month() => month(from),
        (true, true) => format!("{} to {}", from.day(), day(to)),
        (true, false) if whole_years => from.year().to_string(),
        (false, _) if whole_years => format!("{} to {}", from.year(), to.year()),
        _ => span(from, to),
    }
}

/// A stretch of the time axis: `June 2024`, `undated`.
pub fn bin(bin: Bin) -> String {
    match bin {
        Bin::Days(days) => period(days),
        Bin::Undated => "undated".to_owned(),
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

/// A length in a drawing, with so many digits after the point, at most nine. The standard's own way, which is exact
/// for any float, would be 5 KB of the page.
pub fn decimal(value: f64, places: usize) -> String {
    let one = 10_u64.pow(places.min(9) as u32);
    let scaled = (value.abs() * one as f64).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    match (scaled / one, scaled % one) {
        (whole, _) if places == 0 => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part:0places$}"),
    }
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

/// The result line: `9 of 14 articles, 212 mentions`; `14 articles, 12 of them counted, 180 mentions` where some
/// tell the story of another and each story counts once.
pub fn result_line(corpus: &Corpus, selection: &Selection) -> String {
    let (found, all) = (selection.articles.len(), corpus.articles.len());
    let articles = if found == all {
        count(all, "article")
    } else {
        format!("{} of {}", number(found), count(all, "article"))
    };
    let again = selection.again.len();
    let counted =
        if again > 0 { format!(", {} of them counted", number(found - again)) } else { String::new() };
    format!("{articles}{counted}, {}", count(selection.mentions.len(), "mention"))
}

/// `once`, `12 times`.
fn times(n: u32) -> String {
    if n == 1 { "once".to_owned() } else { format!("{} times", number(n as usize)) }
}

/// A sentence that says what the bars show: `North Korea is mentioned most, 118 times in 9 articles`. Rates are `of`
/// so many words or articles.
pub fn takeaway(mentions: &Mentions, selection: &Selection, measure: Measure, of: u32) -> String {
    let named = |id| mentions.actor(id).map_or("", |a| a.name.as_str());
    let value = |count: &ActorCount| if measure.of_articles() { count.counted } else { count.mentions };
    let most = selection.actors.iter().map(value).max().unwrap_or(0);
    let mut first = selection.actors.iter().filter(|count| most > 0 && value(count) == most);
    let Some(one) = first.next() else { return "Nobody is mentioned in this selection".to_owned() };
    let name = named(one.actor);
    let ties = first.count();
    let amount = Amount { measure, value: most, of }.written();
    let amount = match measure {
        Measure::Mentions if ties == 0 => {
            format!("{} in {}", times(most), count(one.counted as usize, "article"))
        }
        Measure::Mentions => times(most),
        Measure::PerThousand => format!("{amount} times per 1,000 words"),
        Measure::Articles | Measure::Share => amount,
    };
    let most = if measure.of_articles() { "in most articles" } else { "mentioned most" };
    match ties {
        0 => format!("{name} is {most}, {amount}"),
        1 => format!("{name} and one more actor are {most}, {amount} each"),
        ties => format!("{name} and {ties} more actors are {most}, {amount} each"),
    }
}

/// A sentence that says what the columns show: `Russia peaks on 19 June 2024, with 12 mentions`.
pub fn peak(rows: &[TimeRow], bins: &[(Bin, u32, u32)], unit: Unit, measure: Measure) -> String {
    let marks =
        rows.iter().flat_map(|row| row.marks.iter().zip(bins).map(move |(mark, bin)| (row, mark, bin)));
    let dated = marks.filter_map(|(row, mark, (bin, _, of))| match bin {
        Bin::Days(period) => Some((row, mark.as_ref()?, *period, *of)),
        Bin::Undated => None,
    });
    let highest = dated.reduce(|most, next| if next.1.length > most.1.length { next } else { most });
    let Some((row, mark, at, of)) = highest.filter(|(_, mark, ..)| mark.value > 0) else {
        return "Nobody is mentioned on a known day in this selection".to_owned();
    };
    let on = if unit == Unit::Day { "on" } else { "in" };
    let week = if unit == Unit::Week { "the week of " } else { "" };
    let with = Amount { measure, value: mark.value, of }.says();
    format!("{} peaks {on} {week}{}, with {with}", row.actor.name, period(at))
}

/// The name of a file that is saved: `north-korea-and-russia-bars.csv`.
pub fn file_name(corpus: &Corpus, what: &str, ending: &str) -> String {
    let title = corpus.title.replace(|c: char| !c.is_ascii_alphanumeric(), " ").to_ascii_lowercase();
    let words: Vec<&str> = title.split_whitespace().chain([what]).collect();
    format!("{}.{ending}", words.join("-"))
}

/// `text` on one line: a line of the source may break anywhere.
pub fn plain(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// What rows of evidence are: `31 hits in 9 articles`, `24 mentions of Kim Jong Un in 11 articles`, `3 mentions of
/// Russia by demonym, undated, in 1 article`, `7 paragraphs with Russia and Japan in 4 articles`, `4 articles with Russia
/// and Japan`.
pub fn rows_title(explorer: &Explorer, view: &View, rows: &[Evidence<'_>]) -> String {
    let named = |id: &Option<String>| {
        let id = id.clone().unwrap_or_default();
        let actor = explorer.mentions.named(&id).and_then(|actor| explorer.mentions.actor(actor));
        actor.map_or(id, |actor| actor.name.clone())
    };
    let mut title = match &view.with {
        _ if view.mentions.is_none() => count(rows.len(), "hit"),
        Some(_) => {
            let both = format!("{} and {}", named(&view.mentions), named(&view.with));
            format!("{} with {both}", count(rows.len(), view.near.word()))
        }
        None => format!("{} of {}", count(rows.len(), "mention"), named(&view.mentions)),
    };
    if let Some(form) = view.form {
        title.push_str(&format!(" by {}", form.name()));
    }
    if let Some(spelling) = &view.spelling {
        title.push_str(&format!(" as “{spelling}”"));
    }
    let mut articles: Vec<_> = rows.iter().map(|row| row.id).collect();
    order::by_key(&mut articles, |it| *it);
    articles.dedup();
    let at = view.bin.map(|at| format!(", {},", bin(at))).unwrap_or_default();
    if view.with.is_some() && view.near == Near::Article {
        return title + at.trim_end_matches(',');
    }
    format!("{title}{at} in {}", count(articles.len(), "article"))
}

/// Who is not drawn beside the actors `drawn`, and with how many mentions; empty where nobody is left.
pub fn others(selection: &Selection, drawn: &[ActorId], measure: Measure) -> String {
    let others = || selection.actors.iter().filter(|c| c.mentions > 0 && !drawn.contains(&c.actor));
    let mentions: u32 = others().map(|count| count.mentions).sum();
    left_out(others().count(), (!measure.of_articles()).then_some(mentions))
}

/// What a chart leaves out for room: `Not drawn: 38 more actors with 96 mentions.` Articles are not summed: those
/// of several actors are the same ones.
pub fn left_out(actors: usize, mentions: Option<u32>) -> String {
    let with = mentions.map(|n| format!(" with {}", count(n as usize, "mention"))).unwrap_or_default();
    if actors == 0 { String::new() } else { format!("Not drawn: {}{with}.", count(actors, "more actor")) }
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

/// What stands in a place, for readers.
pub fn counted_in(place: Where) -> &'static str {
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

/// The line under the chart: what was counted, in what, and what rates are of.
pub fn counting_rule(explorer: &Explorer, selection: &Selection, view: &View) -> String {
    let articles: Vec<_> = selection.counted().collect();
    let rule = rule_in_force(&view.rule(), &explorer.corpus, &articles, selection.again.len());
    rule + &rate(view, explorer.denominator(selection, view))
}

/// The head of a column of rates in a table.
pub fn rate_head(measure: Measure) -> &'static str {
    if measure == Measure::Share { "Share of articles in %" } else { "Per 1,000 words" }
}

/// What a rate is of; nothing where the chart shows none.
fn rate(view: &View, of: u32) -> String {
    let of = number(of as usize);
    match (view.chart, view.measure) {
        (Chart::Bars, Measure::PerThousand) => format!(" Rates are of {of} words there."),
        (Chart::Time, Measure::PerThousand) => {
            format!(" Each rate is of the words of its time, {of} in all.")
        }
        (Chart::Bars, Measure::Share) => format!(" Shares are of {of} articles."),
        (Chart::Time, Measure::Share) => format!(" Each share is of the articles of its time, {of} in all."),
        _ => String::new(),
    }
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
    let places = Where::ALL.iter().filter(|place| rule.places[**place as usize]);
    let places: Vec<_> = places.map(|place| counted_in(*place)).collect();
    let places = if rule.everywhere() { "headlines and texts".to_owned() } else { list(&places) };
    let (on, off): (Vec<_>, Vec<_>) = Form::ALL.into_iter().partition(|form| rule.forms[*form as usize]);
    let on: Vec<_> = on.into_iter().map(counted).collect();
    let forms = if on.is_empty() { "nothing".to_owned() } else { on.join(", ") };
    let off: String = off.into_iter().map(|form| format!("{}, ", counted(form))).collect();
    format!(
        "Counted in {places} of {}{period}{undated}{once}: {forms}. Not counted: {off}datelines, credits, links and whatever else was set aside.",
        count(articles.len(), "article"),
    )
}

/// What is said beside figures of lists that a reader has edited; empty where they are as they came.
pub fn edited(edits: usize) -> String {
    if edits == 0 { String::new() } else { format!("Actors edited by the reader: {}.", count(edits, "edit")) }
}

#[cfg(test)]
mod tests {
    use super::{count, day, number, rule_in_force, span};
    use crate::actors::Form;
    use crate::corpus::{Corpus, Day};
    use crate::view::Where;
    use crate::view::measure::Rule;

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
            places: std::array::from_fn(|i| matches!(Where::ALL[i], Where::Body | Where::Title)),
            forms: Form::ALL.map(|form| matches!(form, Form::Name | Form::Metonym)),
            once: true,
        };
        assert_eq!(
            rule(some, 2),
            "Counted in headlines and running text of 0 articles, of each story once (2 more articles left out): \
             names, capitals and seats that stand for their government. Not counted: acronyms, short forms (the North), \
             demonyms, capitals where things happen, surnames of people named in the same article, datelines, credits, \
             links and whatever else was set aside."
        );
        let none = rule(Rule { places: [false; 4], forms: [false; 7], once: true }, 0);
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
