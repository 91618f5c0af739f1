//! Real news text in bulk: thousands of short articles, in which the parser finds its headlines, sets nothing
//! aside that is text, and groups the versions of one text.

use dateline_engine::corpus::Article;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::rules::{RULES, Scope};
use dateline_engine::parse::{Parsed, Role, SourceFile, of_two_events, parse};
use dateline_engine::text::Tokens;
use dateline_tests::news::{News, field};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The collected news, an article a file, parsed.
fn parsed() -> &'static Parsed {
    static PARSED: LazyLock<Parsed> = LazyLock::new(|| parse(News::collected().files(), &Config::default()));
    &PARSED
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/bench")]
fn nothing_of_real_news_is_set_aside() {
    let items = News::collected().items;
    let parsed = parsed();
    assert_eq!(parsed.corpus.articles.len(), items.len());
    for ((article, item), file) in parsed.corpus.articles.iter().zip(&items).zip(&parsed.files) {
        assert_eq!(article.title.text, field(item, "title").trim(), "{}", file.name);
        assert_eq!(
            article.published.as_ref().map(|p| p.value.to_string()),
            Some(field(item, "published")[..10].into())
        );
        let body: Vec<_> = article.blocks.iter().map(|b| b.text.as_str()).collect();
        let text = field(item, "body").trim();
        // Some are signed at their end.
        let unsigned = text.strip_suffix(" REUTERS");
        assert_eq!(body, [unsigned.unwrap_or(text)], "{}", file.name);
        let rules: Vec<_> = file
            .parts
            .iter()
            .filter_map(|p| if let Role::Ledger(rule) = p.role { Some(rule) } else { None })
            .collect();
        let aside: &[_] = if unsigned.is_some() { &["scrape-date", "agency-end"] } else { &["scrape-date"] };
        assert_eq!(rules, aside, "{}", file.name);
    }
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/bench")]
fn no_sentence_of_real_news_is_set_aside_wherever_it_stands() {
    let lines: Vec<String> = News::collected()
        .items
        .iter()
        .flat_map(|item| field(item, "body").split_inclusive(". ").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    // Each sentence once as a paragraph among others, first, in the middle, or last.
    let files = lines.chunks(3).enumerate().map(|(index, lines)| SourceFile {
        name: format!("{index:06}.txt"),
        bytes: format!(" date 1987-02-26 {}", lines.join("\n\n")).into_bytes(),
    });
    let parsed = parse(files.collect(), &Config::default());
    let acts = |id: &str| {
        let rule = RULES.iter().find(|rule| rule.id == id).expect("a rule of the table");
        rule.place != Scope::Shape
    };
    let taken = parsed.files.iter().flat_map(|file| {
        let parts = file.parts.iter().filter(|p| matches!(p.role, Role::Ledger(id) if acts(id)));
        parts.map(|part| format!("{:?} {}", part.role, file.text(part.span)))
    });
    let mut taken: Vec<_> = taken.collect();
    // The agency's name alone is no sentence.
    taken.retain(|taken| taken != "Ledger(\"agency-line\") REUTERS");
    assert_eq!(taken, Vec::<String>::new());
}

/// Every run of four words of `article`.
fn shingles(article: &Article) -> HashSet<String> {
    let words = |text: &str| Tokens::of(text).iter().map(|t| t.folded.to_owned()).collect::<Vec<_>>();
    let words: Vec<_> = article.blocks.iter().flat_map(|block| words(&block.text)).collect();
    words.windows(4).map(|run| run.join(" ")).collect()
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/bench")]
fn versions_of_a_text_are_grouped_as_by_comparing_all_with_all() {
    let corpus = &parsed().corpus;
    let texts: Vec<_> = corpus.articles.iter().map(shingles).collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, text) in texts.iter().enumerate() {
        text.iter().for_each(|shingle| holders.entry(shingle).or_default().push(index));
    }
    let mut both: HashMap<(usize, usize), usize> = HashMap::new();
    for holders in holders.values() {
        for (at, a) in holders.iter().enumerate() {
            holders[at + 1..].iter().for_each(|b| *both.entry((*a, *b)).or_default() += 1);
        }
    }
    // The group of each article, known by one of its members.
    let mut group: Vec<usize> = (0..texts.len()).collect();
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    for ((a, b), both) in both {
        let (one, other) = (texts[a].len(), texts[b].len());
        let versions = one.min(other) >= 20
            && share(both, one.min(other)) >= 0.6
            && share(both, one + other - both) >= 0.2
            && !of_two_events(&corpus.articles[a], &corpus.articles[b]);
        if versions || (both == one && both == other) {
            let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
            group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
        }
    }
    let mut expected: HashMap<usize, Vec<usize>> = HashMap::new();
    group.iter().enumerate().for_each(|(index, group)| expected.entry(*group).or_default().push(index));
    let mut expected: Vec<_> = expected.into_values().filter(|members| members.len() > 1).collect();
    expected.sort();
    let members = |group: &dateline_engine::corpus::Group| {
        group.members.iter().map(|m| m.article.0 as usize).collect::<Vec<_>>()
    };
    assert_eq!(corpus.groups.iter().map(members).collect::<Vec<_>>(), expected);
    assert!(expected.len() > 50, "there are versions: {}", expected.len());
}
