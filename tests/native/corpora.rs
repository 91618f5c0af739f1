//! Nothing is lost: every byte of every source file belongs to one part, and every text that the engine
//! gives stands in the file where it says. Then the shape of the corpora themselves.

use dateline_engine::corpus::{Article, Corpus};
use dateline_engine::parse::{Parsed, ParsedFile, Role, tiling};
use dateline_engine::text::Tokens;
use dateline_tests::sources;

/// A brief of the repository's own corpus is about this long, in words between spaces.
const BRIEF: std::ops::RangeInclusive<usize> = 120..=220;

fn assert_nothing_is_lost(parsed: &Parsed, what: &str) {
    assert_eq!(parsed.files.len(), parsed.corpus.files.len(), "{what}");
    for (index, file) in parsed.files.iter().enumerate() {
        let what = format!("{what}/{}", file.name);
        assert_eq!(file.name, parsed.corpus.files[index]);
        tiling::check(&file.parts, file.len()).unwrap_or_else(|gap| panic!("{what}: {gap}"));
        for part in &file.parts {
            let text = file.text(part.span);
            match (part.role, part.article.and_then(|id| parsed.corpus.article(id))) {
                (Role::Separator, _) => assert_eq!(text.trim(), "", "{what}: white space and nothing else"),
                (Role::Ledger(_), _) => {}
                (Role::Block(block), Some(article)) => {
                    let place = article.blocks[block as usize].span;
                    assert!(place.start <= part.span.start && part.span.end <= place.end, "{what}");
                }
                // An editor may have set another.
                (Role::Title, Some(article)) => {
                    assert!(article.title.from.span().is_none_or(|span| span == part.span), "{what}");
                }
                (Role::Url, Some(article)) => {
                    let url = article.url.as_ref().and_then(|url| url.from.span());
                    assert_eq!(url, Some(part.span), "{what}");
                }
                (Role::Published | Role::Dateline, Some(_)) => {}
                (role, None) => panic!("{what}: {role:?} {text:?} belongs to no article"),
            }
        }
    }
    for article in &parsed.corpus.articles {
        assert_fields_stand_in_the_file(article, &parsed.files[article.file.0 as usize], what);
    }
}

fn assert_fields_stand_in_the_file(article: &Article, file: &ParsedFile, what: &str) {
    let what = format!("{what}/{}", article.name);
    if let Some(place) = article.title.from.span() {
        let title = &article.title;
        sources::assert_leads_back(file, &title.text, place, |span| title.in_file(span), &what);
    }
    let fields = [&article.outlet, &article.url, &article.dateline];
    let places = fields.into_iter().flatten().filter_map(|field| Some((&field.value, field.from.span()?)));
    for (value, place) in places.chain(article.credits.iter().map(|credit| (&credit.text, credit.span))) {
        // A short value is spelled as it reads, or else by references and escapes; a link may stand beside its base.
        let spelled = file.text(place);
        let as_it_reads = spelled == value.as_str() || value.contains("://") && value.ends_with(&*spelled);
        assert!(as_it_reads || spelled.contains(['&', '\\', '<', '"']), "{what}: {value:?} is {spelled:?}");
    }
    for block in &article.blocks {
        sources::assert_leads_back(file, &block.text, block.span, |span| block.in_file(span), &what);
        assert_eq!(block.text.trim(), block.text, "{what}: no white space around a block");
    }
    let blocks: Vec<_> = article.blocks.iter().map(|b| b.span).collect();
    assert!(blocks.is_sorted(), "{what}: blocks in reading order");
    let words: usize = article.blocks.iter().map(|b| Tokens::of(&b.text).len()).sum();
    assert_eq!(article.words as usize, words, "{what}");
}

#[test]
fn every_byte_belongs_to_one_part() {
    for folder in sources::folders() {
        assert_nothing_is_lost(&sources::parsed(&folder), &folder.display().to_string());
    }
}

fn assert_fourteen_articles(corpus: &Corpus) {
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.articles.len(), 14);
    let undated = corpus.articles.iter().filter(|a| a.published.is_none()).count();
    assert_eq!(undated, 1, "one article says nowhere when it was published");
    let feeds: Vec<_> = (0..corpus.files.len())
        .map(|f| corpus.articles.iter().filter(|a| a.file.0 as usize == f).count())
        .collect();
    assert_eq!(feeds.iter().filter(|n| **n == 10).count(), 1, "one feed with ten items: {feeds:?}");
    assert_eq!(feeds.iter().filter(|n| **n == 1).count(), 4, "four files with one article: {feeds:?}");
    let mut names: Vec<_> = corpus.articles.iter().map(|a| &a.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 14, "every article has its own name");
}

#[test]
fn the_own_corpus_has_fourteen_briefs() {
    let corpus = sources::parsed(&sources::own()).corpus;
    assert_fourteen_articles(&corpus);
    for article in &corpus.articles {
        let words: usize = article.blocks.iter().map(|b| b.text.split_whitespace().count()).sum();
        assert!(BRIEF.contains(&words), "{} has {words} words", article.name);
    }
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/corpus")]
fn the_collected_corpus_has_fourteen_articles() {
    assert_fourteen_articles(&sources::parsed(&sources::shared("corpus")).corpus);
}

#[test]
fn nothing_of_the_own_corpus_is_unclaimed() {
    for file in sources::parsed(&sources::own()).files {
        let unclaimed: Vec<_> = file
            .parts
            .iter()
            .filter(|p| p.role == Role::Ledger("unclaimed"))
            .map(|p| file.text(p.span))
            .collect();
        assert!(unclaimed.is_empty(), "{}: {unclaimed:?}", file.name);
    }
}
