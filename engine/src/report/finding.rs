//! A finding: what a view shows, as a paragraph to paste beside its evidence.

use crate::explorer::{EvidenceRow, Explorer, Selection};
use crate::figures::{Plot, rows_title};
use crate::view::View;
use crate::wording::number;

/// Rows of a chart or spellings that a finding names.
const MOST: usize = 5;

/// What `view` shows, with its numbers, the rule by which they were counted, its link, and the fingerprint of the pack, a
/// line each. `rows` are those that it opens.
pub fn finding(
    explorer: &Explorer,
    selection: &Selection,
    view: &View,
    rows: &[EvidenceRow],
    link: &str,
    fingerprint: &str,
) -> String {
    let (sentence, numbers) = match view.has_rows() {
        true => {
            let spelled = explorer.row_spellings(selection, view);
            let only_one = view.spelling.is_some() || view.form.is_some();
            let spelled = spelled.iter().filter(|_| !only_one).take(MOST);
            let spelled: Vec<_> =
                spelled.map(|it| format!("{} {}", it.text, number(it.mentions.len()))).collect();
            let numbers =
                if spelled.len() > 1 { format!("Named {}.", spelled.join(", ")) } else { String::new() };
            (format!("{}.", rows_title(explorer, view, rows)), numbers)
        }
        false => {
            let figure = explorer.figure(selection, view, MOST);
            let of = match &figure.plot {
                Plot::Bars(rows) => {
                    rows.iter().map(|row| format!("{} {}", row.actor.name, row.whole.written)).collect()
                }
                Plot::Time(plot) => {
                    plot.rows.iter().map(|row| format!("{} {}", row.actor.name, row.written)).collect()
                }
                Plot::Heat(_) => Vec::new(),
            };
            let mut numbers = of.join(", ");
            if !numbers.is_empty() {
                numbers.push_str(". ");
            }
            (
                format!("{}.", figure.title.trim_end_matches('.')),
                numbers + &selection.result_line(&explorer.corpus) + ".",
            )
        }
    };
    let source = explorer.source_line(selection, view);
    [&sentence, &numbers, &source, &format!("{link} (corpus {fingerprint})")]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::finding;
    use crate::actors::{Gazetteer, annotate};
    use crate::explorer::{Evidence, Explorer};
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::View;

    #[test]
    fn a_finding_has_its_numbers_its_rule_and_its_link() {
        let text = " date 2024-01-05 Norway sent a ship to Chile. Oslo said so on Friday, and Norway paid.";
        let file = SourceFile { name: "a.txt".into(), bytes: text.as_bytes().to_vec() };
        let corpus = parse(vec![file], &Config::default()).corpus;
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        let explorer = Explorer::new(corpus, mentions);
        let said = |view: &View| {
            let selection = explorer.select(view);
            let rows: Vec<_> = explorer.rows(&selection, view).iter().map(Evidence::kept).collect();
            let said = finding(&explorer, &selection, view, &rows, "https://example.org/#x", "1234");
            said.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let rows = said(&View::default().open_mentions("norway"));
        assert_eq!(rows[0], "3 mentions of Norway in 1 article.");
        assert_eq!(rows[1], "Named Norway 2, Oslo 1.");
        assert!(rows[2].starts_with("Source: "), "{rows:?}");
        assert_eq!(rows[3], "https://example.org/#x (corpus 1234)");
        let bars = said(&View::default());
        assert!(bars[1].starts_with("Norway 3, Chile 1. "), "{bars:?}");
    }
}
