//! Differences between two near-duplicates, word by word. Both texts are walked side by side; a difference ends at the
//! nearest pair of positions from which they agree again.

use crate::corpus::Article;
use crate::text::{Span, Tokens, one_line};
use crate::wording;

/// Words of context on either side of a difference.
const AROUND: usize = 4;
/// The most words of a passage that are shown.
const LONGEST: usize = 40;
/// The most pairs of positions that are tried for two articles: a twentieth of a second's work.
const PLACES: usize = 4_000_000;

/// A stretch of words in which two articles differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The words of the first article before it.
    pub before: String,
    /// The words that only the first article has; may be empty.
    pub here: String,
    /// The words that only the second article has; may be empty.
    pub there: String,
    /// The words of the first article after it.
    pub after: String,
}

/// The differences between two articles, in reading order.
pub fn differences(here: &Article, there: &Article) -> Vec<Difference> {
    let (here, there) = (Side::of(here), Side::of(there));
    let (mut at, mut other) = (0, 0);
    let mut left = PLACES;
    let mut found = Vec::new();
    while at < here.words.len() || other < there.words.len() {
        if agree(&here, at, &there, other) {
            (at, other) = (at + 1, other + 1);
            continue;
        }
        let (more, more_there) = step(&here, at, &there, other, &mut left);
        let (end, end_there) = (at + more, other + more_there);
        found.push(Difference {
            before: here.passage(at.saturating_sub(AROUND), at),
            here: here.passage(at, end),
            there: there.passage(other, end_there),
            after: here.passage(end, end + AROUND),
        });
        (at, other) = (end, end_there);
    }
    found
}

/// The blocks of an article as one text, and its words.
struct Side {
    text: String,
    words: Tokens,
}

impl Side {
    fn of(article: &Article) -> Side {
        let mut text = String::new();
        for block in &article.blocks {
            text.push_str(&block.text);
            text.push(' ');
        }
        let words = Tokens::of(&text);
        Side { text, words }
    }

    /// The words from the index `from` up to `to`, on one line; beyond [`LONGEST`], only how many more there are.
    fn passage(&self, from: usize, to: usize) -> String {
        let to = to.min(self.words.len());
        let shown = to.min(from + LONGEST);
        let (Some(first), Some(last)) = (self.words.get(from), self.words.get(shown.wrapping_sub(1))) else {
            return String::new();
        };
        if from >= shown {
            return String::new();
        }
        let words = Span { start: first.span.start, end: last.span.end };
        let mut passage = one_line(words.of(&self.text));
        if shown < to {
            passage.push_str(" … and ");
            passage.push_str(&wording::count(to - shown, "more word"));
        }
        passage
    }
}

/// Whether the words at two indexes fold to the same, or both texts have ended there.
fn agree(here: &Side, at: usize, there: &Side, other: usize) -> bool {
    here.words.get(at).map(|word| word.folded) == there.words.get(other).map(|word| word.folded)
}

/// The length of a difference in words, here and there: the smallest sum after which the texts agree again. `left`
/// counts the pairs that may still be tried; without any, the rest of both texts differs.
fn step(here: &Side, at: usize, there: &Side, other: usize, left: &mut usize) -> (usize, usize) {
    let (most, most_there) = (here.words.len() - at, there.words.len() - other);
    for both in 1..=most + most_there {
        // Two words in a row are an accident in a long stretch.
        let run = if both <= 8 { 2 } else { 5 };
        for more in both.saturating_sub(most_there)..=both.min(most) {
            if *left == 0 {
                return (most, most_there);
            }
            *left -= 1;
            let next = (at + more, other + both - more);
            if (0..run).all(|k| agree(here, next.0 + k, there, next.1 + k)) {
                return (more, both - more);
            }
        }
    }
    (most, most_there)
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::corpus::Corpus;
    use crate::parse::{SourceFile, config::Config, parse};

    const WIRE: &str = "Two ferries stayed in port on Monday because the harbour was full of ice. The board sent home thirty sailors.\n\nNobody could say when the ice would go, and the mail boat with its bread and letters was late.\n";

    fn corpus(a: &str, b: &str) -> Corpus {
        let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.into() };
        parse(vec![file("a.txt", a), file("b.txt", b)], &Config::default()).corpus
    }

    fn told(a: &str, b: &str) -> Vec<String> {
        let corpus = corpus(a, b);
        let found = differences(&corpus.articles[0], &corpus.articles[1]);
        found.iter().map(|d| format!("{} [{}|{}] {}", d.before, d.here, d.there, d.after)).collect()
    }

    #[test]
    fn what_differs_is_told_with_the_words_around_it() {
        assert_eq!(told(WIRE, &WIRE.to_uppercase()), [""; 0]);
        let edited = WIRE.replace("thirty", "all forty of the").replace(" with its bread and letters", "");
        assert_eq!(
            told(WIRE, &edited),
            [
                "The board sent home [thirty|all forty of the] sailors. Nobody could say",
                "and the mail boat [with its bread and letters|] was late"
            ]
        );
        let (cut, _) = WIRE.split_at(WIRE.find("\n\nNobody").expect("a paragraph"));
        let more = told(cut, WIRE);
        assert_eq!(more.len(), 1, "{more:?}");
        assert!(more[0].starts_with("sent home thirty sailors [|Nobody could say"), "{more:?}");
    }

    #[test]
    fn long_and_strange_texts_end_too() {
        let noise = |seed: usize| (0..4000).map(|n| format!("w{} ", n * seed % 7919)).collect::<String>();
        let found = told(&noise(31), &noise(57));
        let last = found.last().expect("a difference");
        assert!(found.len() < 4000 && last.contains("more words"), "{} {last}", found.len());
    }
}
