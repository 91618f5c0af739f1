//! What queries find in news of any size, by a look at every article: the articles with all the words of a query, or with
//! those of a quoted one in this order in one paragraph.

use dateline_engine::text::Tokens;
use dateline_tests::larger::Larger;
use dateline_tests::news::field;
use std::collections::HashSet;

/// The articles that a query finds: their number, and the sum of a [`hash`] of each, which stands for their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) articles: u64,
    pub(crate) sum: u64,
}

/// What the page gives as the same two, as a script in which a file has `file` articles: the number of an article follows
/// from its name.
pub(crate) const SUM: &str = "({ articles }) => [articles.length, articles.reduce((sum, name) => {
    const [of, number] = name.slice(name.indexOf('-') + 1).split('.');
    return sum + (Math.imul((of - 1) * file + +number, 2654435761) >>> 0);
}, 0)]";

fn hash(number: usize) -> u64 {
    u64::from((number as u32 + 1).wrapping_mul(2_654_435_761))
}

/// What each of `queries` finds among so many articles, and the bytes of these.
pub(crate) fn scan(larger: &Larger, articles: usize, queries: &[String]) -> (Vec<Found>, u64) {
    let words = |text: &str| Tokens::of(text).iter().map(|token| token.folded.to_owned()).collect::<Vec<_>>();
    let asked: Vec<_> = queries.iter().map(|query| (words(query), query.starts_with('"'))).collect();
    let mut found = vec![Found::default(); queries.len()];
    let mut bytes = 0;
    for number in 0..articles {
        let item = larger.article(number);
        let (title, body) = (field(&item, "title"), field(&item, "body"));
        bytes += (title.len() + body.len()) as u64;
        let parts: Vec<_> = std::iter::once(title).chain(body.split("\n\n")).map(words).collect();
        let all: HashSet<&str> = parts.iter().flatten().map(String::as_str).collect();
        for ((words, phrase), found) in asked.iter().zip(&mut found) {
            let holds = |part: &Vec<String>| part.windows(words.len().max(1)).any(|run| run == words);
            if words.iter().all(|word| all.contains(word.as_str())) && (!phrase || parts.iter().any(holds)) {
                found.articles += 1;
                found.sum += hash(number);
            }
        }
    }
    (found, bytes)
}
