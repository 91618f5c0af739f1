//! Near-duplicates: articles that tell the same text, such as one wire copy in two outlets or with edits. They are
//! grouped, never merged.
//!
//! A text is compared as the set of its shingles, which are runs of four folded words. Sketches, the shingles with the
//! smallest hashes, find candidate pairs, and these are compared as a whole. Two events told in one form of words share
//! most shingles, too; their [`facts`](super::facts) tell them apart. The groups depend on the texts alone, not on their
//! names or their order.

use super::candidates::{Search, Set, Store, candidates, index};
use super::facts::Facts;
use super::sketch::{Signature, shingles, texts, words};
use crate::corpus::{Article, ArticleId, Group, Member};
use crate::many;
use std::borrow::Cow;

use std::convert::Infallible;
use std::num::NonZeroU64;

/// The least share of the shorter text's shingles that the longer text must have. Of 5,000 agency texts, those that
/// fill one form for two companies share up to 0.57, and new versions of a text 0.7 and more.
const SHARED: f64 = 0.6;
/// The least Jaccard similarity: a long text that quotes a short one whole is another text.
const SIMILARITY: f64 = 0.2;
/// Articles in memory.
struct InMemory<'a> {
    articles: &'a [Article],
    signatures: &'a [Option<Signature>],
    /// The numbers that are sorted.
    numbers: Vec<u64>,
}

impl Store for InMemory<'_> {
    type Failure = Infallible;

    fn texts(&self, place: u32) -> Result<Vec<Cow<'_, str>>, Infallible> {
        Ok(texts(&self.articles[place as usize].blocks).map(Cow::Borrowed).collect())
    }

    fn signatures(&self, mut each: impl FnMut(u32, Option<&Signature>)) -> Result<(), Infallible> {
        (0..).zip(self.signatures).for_each(|(place, signature)| each(place, signature.as_ref()));
        Ok(())
    }

    fn sort(&mut self, add: impl Fn(u32, &Signature, &mut Vec<u64>)) -> Result<(), Infallible> {
        for (place, signature) in self.signatures.iter().enumerate() {
            signature.iter().for_each(|signature| add(place as u32, signature, &mut self.numbers));
        }
        self.numbers.sort_unstable();
        Ok(())
    }

    fn sorted(&self, each: impl FnMut(u64)) -> Result<(), Infallible> {
        self.numbers.iter().copied().for_each(each);
        Ok(())
    }
}

/// The signature of a text in blocks; `None` where it has no words.
pub fn signature(blocks: &[&str]) -> Option<Signature> {
    Signature::of(&words(blocks.iter()))
}

/// The signature of each of `articles`; `None` where it has no words.
pub fn signatures(articles: &[Article]) -> Vec<Option<Signature>> {
    many::map(articles.iter().collect(), |article: &Article| Signature::of(&words(texts(&article.blocks))))
}

/// Finds the groups of near-duplicates among `articles`, whose `signatures` are known, in the order of their first members.
pub fn groups(articles: &[Article], signatures: &[Option<Signature>]) -> Vec<Group> {
    let mut store = InMemory { articles, signatures, numbers: Vec::new() };
    let Ok(groups) = groups_in(&mut store, articles.len(), &KnownGroups::default());
    groups
}

/// Whether two articles whose texts share most of their words tell of two events.
pub fn of_two_events(one: &Article, other: &Article) -> bool {
    let [(one, _), (other, _)] = [one, other].map(|it| Facts::and_words(texts(&it.blocks)));
    one.are_others(&other)
}

/// How two texts compare.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The Jaccard similarity of their shingles, 0 to 1.
    pub similarity: f32,
    /// The share of the shorter text's shingles that the longer text has too, 0 to 1.
    pub shared: f32,
    /// Whether they are near-duplicates.
    pub is_same: bool,
}

/// Compares two texts, each the texts of its blocks.
pub fn compare(one: &[&str], other: &[&str]) -> Comparison {
    let [one, other] = [one, other].map(|texts| {
        let texts: Vec<Cow<'_, str>> = texts.iter().map(|text| Cow::Borrowed(*text)).collect();
        Whole::new(&texts)
    });
    one.compare(&other)
}

/// What an earlier run has found among some of the articles.
#[derive(Debug, Default)]
pub struct KnownGroups {
    /// The groups that are whole still, each by the places of its members.
    pub groups: Vec<Vec<u32>>,
    /// For each place whether its article was there and is in no group that has lost a member; no more are compared with each
    /// other. Empty where there was no earlier run.
    pub is_old: Vec<bool>,
}

/// Finds the groups of near-duplicates among so many articles of `store`, in the order of their first members.
///
/// # Errors
/// Where the store fails.
pub fn groups_in<S: Store>(
    store: &mut S,
    articles: usize,
    earlier: &KnownGroups,
) -> Result<Vec<Group>, S::Failure> {
    let mut wholes: Vec<Option<NonZeroU64>> = vec![None; articles];
    store.signatures(|place, signature| {
        wholes[place as usize] = signature.and_then(|it| NonZeroU64::new(it.whole.max(1)));
    })?;
    let mut sets = Sets((0..wholes.len() as u32).collect());
    for pair in earlier.groups.iter().flat_map(|members| members.windows(2)) {
        sets.join(pair[0], pair[1]);
    }
    // Equal texts are one from here on.
    let mut distinct: Vec<u32> =
        (0..wholes.len() as u32).filter(|place| wholes[*place as usize].is_some()).collect();
    distinct.sort_by_key(|place| (wholes[*place as usize], *place));
    distinct.dedup_by(|next, first| {
        let equal = wholes[*next as usize] == wholes[*first as usize];
        if equal {
            sets.join(*first, *next);
        }
        equal
    });
    index(store, &distinct, wholes.len())?;
    let store = &*store;
    let set = |sets: &Sets, rank: u32| {
        let place = distinct[rank as usize];
        let is_old = earlier.is_old.get(place as usize).copied().unwrap_or_default();
        Set { first: sets.first(place), is_old }
    };
    let look = |sets: &mut Sets, pairs: &[[u32; 2]]| {
        let pairs: Vec<_> = pairs.iter().map(|pair| pair.map(|rank| distinct[rank as usize])).collect();
        let same = are_same(store, &pairs)?;
        for ([one, other], _) in pairs.iter().zip(&same).filter(|(_, is_same)| **is_same) {
            sets.join(*one, *other);
        }
        Ok(same)
    };
    for next in Search::ALL {
        for search in Search::all(store, distinct.len(), next, |rank| set(&sets, rank))? {
            candidates(store, distinct.len(), search, &mut sets, set, look)?;
        }
    }
    let mut members: Vec<u32> = (0..wholes.len() as u32).collect();
    members.sort_by_key(|place| sets.first(*place));
    let groups = members.chunk_by(|one, other| sets.first(*one) == sets.first(*other));
    let groups: Vec<&[u32]> = groups.filter(|members| members.len() > 1).collect();
    let compared = |members: &[u32]| {
        let shingles = |place| store.texts(place).map(|texts| Distinct::new(&words(texts.iter())));
        let first = members[0];
        let text = shingles(first)?;
        let member = |place: &u32| {
            let equal = wholes[first as usize] == wholes[*place as usize];
            let (similarity, shared) = if equal { (1.0, 1.0) } else { text.compare(&shingles(*place)?) };
            Ok(Member { article: ArticleId(*place), similarity: similarity as f32, shared: shared as f32 })
        };
        Ok(Group { members: members.iter().map(member).collect::<Result<_, _>>()? })
    };
    many::map(groups, compared).into_iter().collect()
}

/// Which of `pairs` are near-duplicates.
fn are_same<S: Store>(store: &S, pairs: &[[u32; 2]]) -> Result<Vec<bool>, S::Failure> {
    // Most stand in several pairs.
    let mut places = pairs.concat();
    places.sort_unstable();
    places.dedup();
    let texts = many::map(places.clone(), |place| store.texts(place).map(|texts| Whole::new(&texts)));
    let texts = texts.into_iter().collect::<Result<Vec<_>, _>>()?;
    let text = |place| places.binary_search(&place).ok().and_then(|at| texts.get(at));
    let is_same = |pair: [u32; 2]| match pair.map(text) {
        [Some(one), Some(other)] => one.compare(other).is_same,
        _ => false,
    };
    Ok(many::map(pairs.to_vec(), is_same))
}

/// A text that is compared as a whole.
struct Whole {
    facts: Facts,
    shingles: Distinct,
}

/// The distinct shingles of a text, ascending.
struct Distinct(Vec<u64>);

impl Whole {
    /// The text of these blocks.
    fn new(texts: &[Cow<'_, str>]) -> Whole {
        let (facts, words) = Facts::and_words(texts.iter());
        Whole { facts, shingles: Distinct::new(&words) }
    }

    fn compare(&self, other: &Whole) -> Comparison {
        let (similarity, shared) = self.shingles.compare(&other.shingles);
        let is_same = similarity >= SIMILARITY && shared >= SHARED && !self.facts.are_others(&other.facts);
        Comparison { similarity: similarity as f32, shared: shared as f32, is_same }
    }
}

impl Distinct {
    /// Those of a text with these [`words`].
    fn new(words: &[u64]) -> Distinct {
        let mut shingles = shingles(words);
        shingles.sort_unstable();
        shingles.dedup();
        Distinct(shingles)
    }

    /// The Jaccard similarity of two texts, and the share of the shorter one's shingles that the longer one has.
    fn compare(&self, other: &Distinct) -> (f64, f64) {
        let (Distinct(a), Distinct(b)) = (self, other);
        let shorter = a.len().min(b.len());
        let mut others = b.iter().peekable();
        let is_shared = |hash: &&u64| {
            while others.next_if(|other| other < hash).is_some() {}
            others.peek() == Some(hash)
        };
        let both = a.iter().filter(is_shared).count();
        let part = |of: usize| f64::from(both as u32) / f64::from(of.max(1) as u32);
        (part(a.len() + b.len() - both), part(shorter))
    }
}

/// Disjoint sets of articles (union-find); each set is known by its first article.
struct Sets(Vec<u32>);

impl Sets {
    fn first(&self, i: u32) -> u32 {
        let mut at = i;
        while self.0[at as usize] != at {
            at = self.0[at as usize];
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (first_a, first_b) = (self.first(a), self.first(b));
        let first = first_a.min(first_b);
        // The ways stay short: all on them leads there at once.
        for mut at in [a, b] {
            while at != first {
                at = std::mem::replace(&mut self.0[at as usize], first);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::Corpus;
    use crate::parse::config::Config;
    use crate::parse::{SourceFile, parse};

    const WIRE: &str = "Two ferries stayed in port on Monday because the harbour of Skarn was full of ice. The board sent home thirty sailors and promised to pay them for the week.\n\nOn the quay, people waited for the mail boat, which had left the mainland at noon with bread, letters and a new lamp for the lighthouse. Nobody could say when it would come.\n\nThe keeper of the lighthouse, who has lit the lamp for forty winters, said he had oil for nine nights and hoped for wind from the south.\n";

    const OTHER: &str = "The council of Little Skarn voted on Tuesday to paint the school yellow, after a debate of three hours about blue. Children had asked for stripes, and may choose the colour of the door.\n";

    fn corpus(texts: &[(&str, &str)]) -> Corpus {
        let files =
            texts.iter().map(|(name, text)| SourceFile { name: (*name).into(), bytes: (*text).into() });
        parse(files.collect(), &Config::default()).corpus
    }

    /// The groups, by the names of their members.
    fn names(corpus: &Corpus) -> Vec<Vec<&str>> {
        let name = |id| corpus.article(id).map_or("", |article| article.name.as_str());
        let mut groups: Vec<Vec<&str>> =
            corpus.groups.iter().map(|g| g.members.iter().map(|m| name(m.article)).collect()).collect();
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.sort_unstable();
        groups
    }

    #[test]
    fn edits_do_not_hide_one_text_from_another() {
        let edited = WIRE.replace("Monday", "Tuesday").replace("thirty", "forty").replace("bread", "flour");
        let cut = &WIRE[..WIRE.rfind("\n\nThe keeper").expect("the last paragraph")];
        let longer = format!("{WIRE}\n{OTHER}");
        let headed = format!("Ice keeps the ferries of Skarn in port\n\n{WIRE}");
        let told = "Ferries could not leave on Monday, as ice filled the harbour of Skarn. Sailors were sent home, and the mail boat with its bread and letters is late. The lighthouse has oil for nine nights, its keeper says.";
        for (what, text, same) in [
            ("itself", WIRE, true),
            ("some words changed", &edited, true),
            ("a paragraph less", cut, true),
            ("a paragraph more", &longer, true),
            ("a headline more", &headed, true),
            ("in capitals", &WIRE.to_uppercase(), true),
            ("in other words", told, false),
            ("another text", OTHER, false),
        ] {
            let corpus = corpus(&[("a.txt", WIRE), ("b.txt", text)]);
            assert_eq!(corpus.groups.len(), usize::from(same), "{what}");
            for group in &corpus.groups {
                let [first, second] = group.members[..] else { panic!("{what}: {group:?}") };
                assert_eq!((first.similarity, first.shared), (1.0, 1.0), "{what}: the first is like itself");
                assert!(second.similarity <= second.shared && second.shared <= 1.0, "{what}: {second:?}");
            }
        }
        let kept = corpus(&[("a.txt", WIRE), ("b.txt", cut)]);
        let second = kept.groups[0].members[1];
        assert!(
            second.shared == 1.0 && second.similarity < 1.0,
            "the shorter stands in the longer: {second:?}"
        );
        assert_eq!(kept.articles.len(), 2, "nothing is merged");
    }

    #[test]
    fn short_texts_are_grouped_where_they_are_equal() {
        let form =
            |cents: &str| format!("The board pays {cents} cents a share in July, as it did in April.\n");
        let (five, six) = (form("five"), form("six"));
        let corpus = corpus(&[("a.txt", &five), ("b.txt", &six), ("c.txt", &five), ("d.txt", "\n")]);
        assert_eq!(names(&corpus), [["a", "c"]]);
    }

    #[test]
    fn groups_do_not_depend_on_names_or_order() {
        let mut texts: Vec<String> = (0..60)
            .map(|i| format!("{WIRE}\nOn day {i} of the ice, {} men counted the ships.\n", i * i))
            .chain((0..5).map(|i| format!("{OTHER}\nMember {i} voted for blue, and {i} times for green.\n")))
            .chain([WIRE.to_owned(), "Nobody else wrote this one.\n".to_owned()])
            .collect();
        let by_text = |texts: &[String]| {
            let named: Vec<_> = texts.iter().enumerate().map(|(i, t)| (format!("{i:03}.txt"), t)).collect();
            let named: Vec<_> = named.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let corpus = corpus(&named);
            let mut groups: Vec<Vec<&str>> = names(&corpus)
                .into_iter()
                .map(|group| group.iter().map(|n| named[n.parse::<usize>().expect("a number")].1).collect())
                .collect();
            groups.iter_mut().for_each(|group| group.sort_unstable());
            groups.sort_unstable();
            groups.into_iter().map(|g| g.into_iter().map(str::to_owned).collect()).collect::<Vec<Vec<_>>>()
        };
        let once = by_text(&texts);
        assert_eq!(once.iter().map(Vec::len).collect::<Vec<_>>(), [5, 61]);
        texts.reverse();
        assert_eq!(by_text(&texts), once);
        texts.rotate_left(17);
        assert_eq!(by_text(&texts), once);
    }
}
