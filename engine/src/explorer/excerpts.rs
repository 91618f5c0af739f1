//! Excerpts: the rows of evidence as the sentences that hold them, so that each can be checked where it stands.

use super::{EvidenceRow, Explorer, Selection};
use crate::actors::{Mention, Zone};
use crate::corpus::ArticleId;
use crate::text::Span;
use crate::text::sentences::sentence_around;
use crate::view::{At, Near, View};
use std::ops::Range;

/// Bytes of a sentence on either side of its marks at most; a text without stops is one sentence.
const LONGEST: usize = 400;

/// A sentence with the rows that it holds, or a row of a pair with what holds both its actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The article.
    pub id: ArticleId,
    /// The indexes of its rows.
    pub rows: Range<usize>,
    /// Whether the excerpt before it is of another article.
    pub opens: bool,
    /// One sentence; for a pair its paragraph, or two where the actors stand in two.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a zone with its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The zone.
    pub zone: Zone,
    /// The stretch, in bytes of the zone's text.
    pub span: Span,
    /// The marks, in order.
    pub marks: Vec<Mark>,
}

/// A mention or a hit in an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its span, in bytes of the zone's text.
    pub span: Span,
    /// The mention; `None` for a hit.
    pub mention: Option<Mention>,
}

impl Stretch {
    /// The position at which the reader opens the article for `mark`.
    pub fn at(&self, mark: &Mark) -> At {
        At { zone: self.zone, start: mark.span.start }
    }
}

impl Mark {
    fn of(row: &EvidenceRow) -> Mark {
        Mark { span: row.hit.at, mention: row.mention.clone() }
    }
}

impl Explorer {
    /// The `rows` of `view`, in their order, as excerpts. Neighbours in one sentence are one excerpt.
    pub fn excerpts(&self, selection: &Selection, view: &View, rows: &[EvidenceRow]) -> Vec<Excerpt> {
        let mut all: Vec<Excerpt> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let zone = row.hit.zone;
            let opens = all.last().is_none_or(|last| last.id != row.id);
            if view.with.is_some() {
                let stretches = self.pair(selection, view, row);
                all.push(Excerpt { id: row.id, rows: index..index + 1, opens, stretches });
                continue;
            }
            let span = self.sentence(row.id, zone, row.hit.at);
            let mark = Mark::of(row);
            let same = |last: &&mut Excerpt| {
                let stretch = last.stretches.last();
                !opens && stretch.is_some_and(|stretch| (stretch.zone, stretch.span) == (zone, span))
            };
            match all.last_mut().filter(same) {
                Some(last) => {
                    last.rows.end = index + 1;
                    if let Some(stretch) = last.stretches.last_mut() {
                        let at = stretch.marks.partition_point(|other| other.span.start <= mark.span.start);
                        stretch.marks.insert(at, mark);
                    }
                }
                None => {
                    let stretches = vec![Stretch { zone, span, marks: vec![mark] }];
                    all.push(Excerpt { id: row.id, rows: index..index + 1, opens, stretches });
                }
            }
        }
        all
    }

    /// The paragraph of a row of a pair with the mentions of both; where the other actor stands elsewhere in the
    /// article, the sentences of both.
    fn pair(&self, selection: &Selection, view: &View, row: &EvidenceRow) -> Vec<Stretch> {
        let ids = [&view.mentions, &view.with].map(|id| self.mentions.named(id.as_deref()?));
        let counted = self.range(row.id).filter(|index| selection.mentions.binary_search(index).is_ok());
        let both: Vec<_> = counted
            .filter_map(|index| self.mentions.list.get(index))
            .filter(|mention| mention.actor.is_some() && ids.contains(&mention.actor))
            .collect();
        let marks = |zone: Zone, within: Span| {
            let inside = both
                .iter()
                .filter(|m| m.zone == zone && within.start <= m.at.start && m.at.end <= within.end);
            inside.map(|m| Mark { span: m.at, mention: Some((*m).clone()) }).collect::<Vec<_>>()
        };
        let zone = row.hit.zone;
        let whole = self.corpus.article(row.id).map_or(0, |article| zone.of(article).len());
        let whole = Span::new(0, whole);
        let other = |zone: Zone| both.iter().find(|m| m.actor == ids[1] && m.zone == zone);
        if view.near == Near::Paragraph || other(zone).is_some() {
            return vec![Stretch { zone, span: whole, marks: marks(zone, whole) }];
        }
        let elsewhere = both.iter().find(|m| m.actor == ids[1]).map(|m| (m.zone, m.at));
        let places = std::iter::once((zone, row.hit.at)).chain(elsewhere);
        let mut stretches: Vec<Stretch> = places
            .map(|(zone, at)| {
                let span = self.sentence(row.id, zone, at);
                Stretch { zone, span, marks: marks(zone, span) }
            })
            .collect();
        crate::order::by_key(&mut stretches, |stretch| stretch.zone);
        stretches
    }

    /// The sentence around `at`, no longer than a reader looks at.
    fn sentence(&self, id: ArticleId, zone: Zone, at: Span) -> Span {
        let text = self.corpus.article(id).map_or("", |article| zone.of(article));
        let whole = sentence_around(text, at);
        if whole.len() <= 2 * LONGEST {
            return whole;
        }
        let (left, right) = crate::text::around(text, at, LONGEST);
        let (left, right) = (left.len() as u32, right.len() as u32);
        Span { start: whole.start.max(at.start - left), end: whole.end.min(at.end + right) }
    }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;
    use crate::actors::{Gazetteer, annotate};
    use crate::explorer::{Evidence, Explorer};
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::{Near, View};

    fn explorer() -> Explorer {
        let text = " date 2024-01-05 Norway sent a ship to Chile. Norway and the Norwegian crew slept on Friday. It rained.\n\
             \nPeru waited for the captain and for his men. Then the crew left on Sunday.";
        let file = SourceFile { name: "a.txt".into(), bytes: text.as_bytes().to_vec() };
        let corpus = parse(vec![file], &Config::default()).corpus;
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        Explorer::new(corpus, mentions)
    }

    fn excerpts(explorer: &Explorer, view: &View) -> Vec<Excerpt> {
        let selection = explorer.select(view);
        let rows: Vec<_> = explorer.rows(&selection, view).iter().map(Evidence::kept).collect();
        explorer.excerpts(&selection, view, &rows)
    }

    /// What the stretches say, and their marks.
    fn read(explorer: &Explorer, excerpt: &Excerpt) -> Vec<(String, Vec<String>)> {
        let article = explorer.corpus.article(excerpt.id).expect("an article");
        let stretch = |stretch: &super::Stretch| {
            let text = stretch.zone.of(article);
            let marks = stretch.marks.iter().map(|mark| mark.span.of(text).to_owned()).collect();
            (stretch.span.of(text).to_owned(), marks)
        };
        excerpt.stretches.iter().map(stretch).collect()
    }

    #[test]
    fn a_sentence_holds_all_its_rows() {
        let explorer = explorer();
        let found = excerpts(&explorer, &View::default().open_mentions("norway"));
        let [first, second] = &found[..] else { panic!("{found:?}") };
        assert_eq!((first.opens, second.opens), (true, false));
        assert_eq!((first.rows.clone(), second.rows.clone()), (0..1, 1..3));
        let said = read(&explorer, second);
        assert_eq!(said[0].0, "Norway and the Norwegian crew slept on Friday.");
        assert_eq!(said[0].1, ["Norway", "Norwegian"]);
    }

    #[test]
    fn a_pair_shows_both() {
        let explorer = explorer();
        let pair = |with: &str, near| View {
            with: Some(with.into()),
            near,
            ..View::default().open_mentions("norway")
        };
        let found = excerpts(&explorer, &pair("chile", Near::Paragraph));
        assert_eq!(found.len(), 1);
        assert_eq!(read(&explorer, &found[0])[0].1, ["Norway", "Chile", "Norway", "Norwegian"]);
        let found = excerpts(&explorer, &pair("peru", Near::Article));
        let said = read(&explorer, &found[0]);
        assert_eq!(
            said.iter().map(|(_, marks)| marks.clone()).collect::<Vec<_>>(),
            [vec!["Norway"], vec!["Peru"]]
        );
        assert!(said[1].0.starts_with("Peru waited") && said[1].0.ends_with("his men."), "{said:?}");
    }
}
