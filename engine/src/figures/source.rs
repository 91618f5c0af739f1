//! Where a chart comes from, in words: its subtitle, its source line, the short lines of pictures, and the name of its
//! files.

use crate::corpus::Article;
use crate::explorer::{ActiveFilter, Explorer, Selection, counting_rule, edited, short_rule};
use crate::labels;
use crate::text::fold;
use crate::view::{Chart, EVERYBODY, Measure, Near, View};
use crate::wording::{count, months};

/// The most letters of a source line in a picture.
pub(super) const SOURCE_LINE: usize = 90;
/// The most letters of a file name before its ending; longer ones are cut by some programs.
const FILE_NAME: usize = 96;
/// The most letters in it for the corpus, and for each filter.
const FILE_WORD: usize = 28;

impl Explorer {
    /// The source line of a chart or of the rows of `view`: corpus, filters, and what was counted.
    pub fn source_line(&self, selection: &Selection, view: &View) -> String {
        let rule = match &view.mentions {
            None if view.hits => "Each hit of the search stands in a row.".to_owned(),
            _ => counting_rule(self, selection, view),
        };
        let filters = self.filters_line(view);
        let filters = if filters.is_empty() { filters } else { format!(" {filters}") };
        format!("Source: {}.{filters} {rule} {}", self.corpus.title, edited(self.edits)).trim_end().to_owned()
    }

    /// The source of a picture: two lines, corpus and filters, and the rule in a third, each of few letters.
    pub(super) fn source_lines(&self, view: &View) -> Vec<String> {
        let source = format!("Source: {}", self.corpus.title);
        let rule = format!("{} {}", short_rule(&view.rule()), edited(self.edits));
        let lines = [source, self.filters_line(view), rule];
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| cut(line.trim(), SOURCE_LINE)).collect()
    }

    /// The filters that are on: `Filters: June 2024; mentions Russia.`
    fn filters_line(&self, view: &View) -> String {
        let labels = view.active_filters(self).into_iter().map(|ActiveFilter { label, .. }| label);
        let labels: Vec<_> = labels.collect();
        if labels.is_empty() { String::new() } else { format!("Filters: {}.", labels.join("; ")) }
    }

    /// What the marks count, and in what: `Mentions per actor, 10 articles, June 2024`.
    pub(super) fn subtitle(&self, selection: &Selection, view: &View) -> String {
        let read = selection.counted().filter_map(|id| self.corpus.article(id));
        let (mut articles, mut ends) = (0, None);
        for article in read {
            articles += 1;
            if let Some(day) = Article::day(article) {
                let (first, last) = ends.unwrap_or((day, day));
                ends = Some((day.min(first), day.max(last)));
            }
        }
        let when = ends.map(|(first, last)| format!(", {}", months(first, last))).unwrap_or_default();
        format!("{}, {}{when}", labels::chart_counts(view), count(articles, "article"))
    }

    /// The name of a file with the chart or the rows of `view`, which tells what it holds and which filters are on, in
    /// short ASCII words: `north-korea-and-russia-who-2024-06-01-2024-06-30.csv`.
    pub fn file_name(&self, view: &View, ending: &str) -> String {
        let mut words = vec![slug(&self.corpus.title, FILE_WORD)];
        let mut add = |before: &str, text: &str| {
            let text = slug(text, FILE_WORD);
            if !text.is_empty() {
                words.push(format!("{before}{text}"));
            }
        };
        let rows = view.mentions.as_deref().or(view.hits.then_some("hits"));
        match rows {
            Some(EVERYBODY) => add("", "mentions"),
            Some("hits") => add("", "hits"),
            Some(actor) => add("mentions-", actor),
            None => {
                add("", labels::chart(view.chart));
                match (view.chart, view.measure) {
                    (Chart::Pairs, _) if view.near == Near::Paragraph => add("", Near::Paragraph.word()),
                    (Chart::Pairs, _) | (_, Measure::Mentions) => {}
                    (_, measure) => add("", measure.word()),
                }
            }
        }
        let drawn = rows.is_none() && matches!(view.chart, Chart::Time | Chart::Pairs);
        view.lines.iter().filter(|_| drawn).for_each(|id| add("", id));
        view.with.iter().for_each(|id| add("with-", id));
        view.form.iter().for_each(|form| add("as-", form.name()));
        view.spelling.iter().for_each(|text| add("as-", text));
        view.bin.iter().for_each(|bin| add("", &bin.to_string()));
        view.from.iter().for_each(|day| add("", &day.to_string()));
        view.to.iter().for_each(|day| add("", &day.to_string()));
        view.actors.iter().for_each(|id| add("in-", id));
        view.not_actors.iter().for_each(|id| add("not-", id));
        view.outlets.iter().for_each(|name| add("from-", if name.is_empty() { "unknown" } else { name }));
        view.not_outlets.iter().for_each(|name| add("not-", if name.is_empty() { "unknown" } else { name }));
        view.not_forms.iter().for_each(|form| add("not-", form.name()));
        view.not_zones.iter().for_each(|place| add("not-", place.word()));
        view.each_story_once.then(|| add("", "once"));
        add("search-", &view.query);
        words.retain(|word| !word.is_empty());
        format!("{}.{ending}", slug(&words.join("-"), FILE_NAME))
    }
}

/// The ASCII letters and digits of `text`, small and without accents, its words between hyphens; of so many letters at
/// most, cut between words where that leaves half of it.
fn slug(text: &str, most: usize) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut folded));
    let folded = folded.replace(|c: char| !c.is_ascii_alphanumeric(), " ");
    let words = folded.split_whitespace().collect::<Vec<_>>().join("-");
    let Some(short) = words.get(..most) else { return words };
    let whole = words.as_bytes().get(most).is_none_or(|next| *next == b'-');
    match short.rfind('-').filter(|at| !whole && *at > most / 2) {
        Some(at) => short[..at].to_owned(),
        None => short.trim_end_matches('-').to_owned(),
    }
}

/// `text` in at most `most` letters; where it is cut, the last one is `…`.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let short: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{FILE_NAME, cut, slug};
    use crate::explorer::Explorer;
    use crate::view::from_fragment;

    #[test]
    fn a_file_name_tells_the_view() {
        let explorer = Explorer::default();
        for (fragment, name) in [
            ("", "who.csv"),
            ("chart=time&measure=per-thousand&line=japan&line=china", "when-per-thousand-japan-china.csv"),
            ("chart=pairs&near=paragraph&measure=share", "with-whom-paragraph.csv"),
            ("chart=where&from=2024-06-01&to=2024-06-30", "where-2024-06-01-2024-06-30.csv"),
            ("mentions=russia&form=metonym&actor=china", "mentions-russia-as-metonym-in-china.csv"),
            (
                "mentions=%2A&source=&-source=Le+Monde+d%C3%A9j%C3%A0",
                "mentions-from-unknown-not-le-monde-deja.csv",
            ),
            ("hits=all&q=%22spy+balloons%22", "hits-search-spy-balloons.csv"),
            ("once=on&-zone=quote&-form=place&line=japan", "who-not-place-not-quote-once.csv"),
            ("q=%E6%97%A5%E6%9C%AC&mentions=..%2F..%2Fx", "mentions-x.csv"),
        ] {
            assert_eq!(explorer.file_name(&from_fragment(fragment).0, "csv"), name, "{fragment}");
        }
        let long: String = (0..40).map(|n| format!("&-source=Paper+number+{n}")).collect();
        let name = explorer.file_name(&from_fragment(&long).0, "svg");
        assert!(name.len() <= FILE_NAME + 4 && name.ends_with(".svg"), "{name}");
    }

    #[test]
    fn words_are_cut_between_words() {
        assert_eq!(slug("News, February–October 1987", 40), "news-february-october-1987");
        assert_eq!(slug("one two three", 9), "one-two");
        assert_eq!(slug("one two three", 7), "one-two");
        assert_eq!(slug("onetwothree", 5), "onetw");
        assert_eq!((cut("Democratic", 5).as_str(), cut("Korea", 5).as_str()), ("Demo…", "Korea"));
    }
}
