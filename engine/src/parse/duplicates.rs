//! Near-duplicates: articles that tell the same text, such as one wire copy in two outlets or with edits. They are
//! grouped, never merged.
//!
//! A text is compared as the set of its shingles, which are runs of four folded words. Sketches, the shingles with the
//! smallest hashes, find candidate pairs, and these are compared as a whole. Two events told in one form of words share
//! most shingles, too; their [`facts`](super::facts) tell them apart. The groups depend on the texts alone, not on their
//! names or their order.

use super::facts::Facts;
use super::sketch::{FEWEST, Sketch, shingles, words};
use crate::corpus::{Article, ArticleId, Block, BlockKind, FileSpan, Group, Member, Origin};
use crate::many;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The least share of the shorter text's shingles that the longer text must have. Of 5,000 agency texts, those that
/// fill one form for two companies share up to 0.57, and new versions of a text 0.7 and more.
const SHARED: f64 = 0.6;
/// The least Jaccard similarity: a long text that quotes a short one whole is another text.
const SIMILARITY: f64 = 0.2;
/// The number of common shingles in two sketches that makes a pair a candidate. At the least similarity eight are
/// expected (0.2 of 40); three leave room for chance.
const WORTH_A_LOOK: usize = 3;
/// The number of following texts that each text is compared with for one shingle, because a shingle that many texts
/// have is a formula as well. The order is that of the texts' hashes. Near-duplicates still find each other, since they
/// share many shingles.
const NEXT: usize = 8;
/// The number of texts that are compared at once with those that follow them; what they find is joined before the next.
const AT_ONCE: usize = 256;

/// Finds the groups of near-duplicates among `articles`, in the order of their first members.
pub fn groups(articles: &[Article]) -> Vec<Group> {
    let sketches = many::map(articles.iter().collect(), |article| Sketch::of(&words(&article.blocks)));
    groups_of(articles, sketches)
}

/// Whether two articles whose texts share most of their words tell of two events.
pub fn of_two_events(one: &Article, other: &Article) -> bool {
    Facts::of(&one.blocks).are_others(&Facts::of(&other.blocks))
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
    let block = |text: &&str| Block {
        kind: BlockKind::Paragraph,
        text: (*text).to_owned(),
        span: FileSpan::default(),
        speaker: None,
        origin: Origin::default(),
    };
    let [one, other]: [Vec<Block>; 2] = [one, other].map(|texts| texts.iter().map(block).collect());
    let (one, other) = (Whole::new(&one), Whole::new(&other));
    let (similarity, shared) = one.compare(&other);
    let is_same = one.is_same(&other, similarity, shared);
    Comparison { similarity: similarity as f32, shared: shared as f32, is_same }
}

/// Finds the groups of near-duplicates among `articles`; `texts` has the sketch of each, in the same order.
pub(crate) fn groups_of(articles: &[Article], mut texts: Vec<Sketch>) -> Vec<Group> {
    let mut sets = Sets((0..texts.len() as u32).collect());
    // Equal texts are one from here on.
    let mut distinct: Vec<u32> =
        (0..texts.len() as u32).filter(|i| texts[*i as usize].shingles > 0).collect();
    distinct.sort_by_key(|i| (texts[*i as usize].whole, *i));
    distinct.dedup_by(|next, first| {
        let equal = texts[*next as usize].whole == texts[*first as usize].whole;
        if equal {
            sets.join(*first, *next);
        }
        equal
    });
    let held = Held::by(&distinct, &mut texts);
    let ranks: Vec<usize> = (0..distinct.len()).collect();
    for ranks in ranks.chunks(AT_ONCE) {
        let same = many::map(ranks.to_vec(), |rank| same_as(rank, &distinct, &held, &sets, articles));
        for (rank, same) in ranks.iter().zip(same) {
            same.into_iter().for_each(|other| sets.join(distinct[*rank], other));
        }
    }
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for i in 0..texts.len() as u32 {
        groups.entry(sets.first(i)).or_default().push(i);
    }
    let groups: Vec<_> = groups.into_iter().filter(|(_, members)| members.len() > 1).collect();
    let members = |(first, all): (u32, Vec<u32>)| {
        let text = Whole::of(articles, first);
        let member = |i: u32| {
            let equal = texts[first as usize].whole == texts[i as usize].whole;
            let (similarity, shared) = if equal { (1.0, 1.0) } else { text.compare(&Whole::of(articles, i)) };
            Member { article: ArticleId(i), similarity: similarity as f32, shared: shared as f32 }
        };
        Group { members: all.into_iter().map(member).collect() }
    };
    many::map(groups, members)
}

/// The texts that follow the one at `rank` and are near-duplicates of it, one of each set that `sets` has.
fn same_as(rank: usize, distinct: &[u32], held: &Held, sets: &Sets, articles: &[Article]) -> Vec<u32> {
    let (a, mut near) = (distinct[rank], Vec::new());
    held.near(rank, &mut near);
    let mut found = Vec::new();
    let mut known = vec![sets.first(a)];
    let mut whole = None;
    for same in near.chunk_by(|x, y| x == y).filter(|same| same.len() >= WORTH_A_LOOK) {
        let b = distinct[same[0] as usize];
        if known.contains(&sets.first(b)) {
            continue;
        }
        let whole = whole.get_or_insert_with(|| Whole::of(articles, a));
        let other = Whole::of(articles, b);
        let (similarity, shared) = whole.compare(&other);
        if whole.is_same(&other, similarity, shared) {
            known.push(sets.first(b));
            found.push(b);
        }
    }
    found
}

/// An inverted index: for each shingle of the sketches, the texts that have it.
struct Held {
    /// The entries, ascending: the hash of a shingle in the upper 32 bits, the rank of a text that has it in the lower.
    shingles: Vec<u64>,
    /// The indexes in `shingles` of each text's entries, those of the first text first.
    places: Vec<u32>,
    /// The offset in `places` at which those of each text begin; one more at the end.
    starts: Vec<u32>,
}

impl Held {
    /// Builds the index from the sketches of `texts`, taking their shingles out; a text's rank is its index in
    /// `distinct`.
    fn by(distinct: &[u32], texts: &mut [Sketch]) -> Held {
        let mut shingles = Vec::new();
        let mut starts = Vec::with_capacity(distinct.len() + 1);
        for (rank, i) in distinct.iter().enumerate() {
            starts.push(shingles.len() as u32);
            let text = &mut texts[*i as usize];
            let smallest = std::mem::take(&mut text.smallest).into_iter().filter(|_| text.shingles >= FEWEST);
            shingles.extend(smallest.map(|hash| u64::from(hash) << u32::BITS | rank as u64));
        }
        starts.push(shingles.len() as u32);
        shingles.sort_unstable();
        let mut places = vec![0; shingles.len()];
        let mut next = starts.clone();
        for (place, shingle) in shingles.iter().enumerate() {
            let next = &mut next[*shingle as u32 as usize];
            places[*next as usize] = place as u32;
            *next += 1;
        }
        Held { shingles, places, starts }
    }

    /// Fills `near` with the ranks of the texts that follow in each shingle of the text at `rank`, ascending, once for
    /// each shingle.
    fn near(&self, rank: usize, near: &mut Vec<u32>) {
        near.clear();
        for place in &self.places[self.starts[rank] as usize..self.starts[rank + 1] as usize] {
            let here = &self.shingles[*place as usize..];
            let same = |next: &&u64| **next >> u32::BITS == here[0] >> u32::BITS;
            near.extend(here[1..].iter().take(NEXT).take_while(same).map(|next| *next as u32));
        }
        near.sort_unstable();
    }
}

/// A text that is compared as a whole.
struct Whole<'a> {
    blocks: &'a [Block],
    /// Its distinct shingles, ascending.
    shingles: Vec<u64>,
    facts: OnceCell<Facts>,
}

impl<'a> Whole<'a> {
    fn of(articles: &'a [Article], i: u32) -> Whole<'a> {
        Whole::new(&articles[i as usize].blocks)
    }

    fn new(blocks: &'a [Block]) -> Whole<'a> {
        let mut shingles = shingles(&words(blocks));
        shingles.sort_unstable();
        shingles.dedup();
        Whole { blocks, shingles, facts: OnceCell::new() }
    }

    fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::of(self.blocks))
    }

    /// Whether two texts that compare so are near-duplicates.
    fn is_same(&self, other: &Whole<'_>, similarity: f64, shared: f64) -> bool {
        similarity >= SIMILARITY && shared >= SHARED && !self.facts().are_others(other.facts())
    }

    /// The Jaccard similarity of two texts, and the share of the shorter one's shingles that the longer one has.
    fn compare(&self, other: &Whole<'_>) -> (f64, f64) {
        let (a, b) = (&self.shingles, &other.shingles);
        let (shorter, longer) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let both = shorter.iter().filter(|hash| longer.binary_search(hash).is_ok()).count();
        let part = |of: usize| f64::from(both as u32) / f64::from(of.max(1) as u32);
        (part(a.len() + b.len() - both), part(shorter.len()))
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
