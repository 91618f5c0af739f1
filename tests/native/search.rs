//! Search is exact: for generated corpora and queries, and for real news, the index gives what a slow reading
//! gives, article by article and span by span; and whatever is typed, a query prints as text that means the same.

use dateline_engine::actors::{Lists, annotate};
use dateline_engine::corpus::Field;
use dateline_engine::explorer::{Annotated, Explorer};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::search::Query;
use dateline_engine::text::Tokens;
use dateline_engine::view::{Sort, View};
use dateline_tests::dice::Dice;
use dateline_tests::news::News;
use dateline_tests::oracle::{compare, compare_as_typed, readings};
use dateline_tests::sources;
use std::fmt::Write as _;

/// Generated corpora, and queries on each.
const CORPORA: u64 = 60;
const QUERIES: u64 = 400;
const ARTICLES: usize = 8;

/// Few, so that they meet; of every kind that is cut or folded in some way.
const WORDS: [&str; 36] = [
    "ship", "ships", "shop", "Ship’s", "harbour", "harbor", "Harbour-front", "the", "a", "to", "treaty",
    "treaties", "Kim", "Jong-un", "kim", "Korea's", "U.S.", "US", "us", "1,000", "10.5", "café", "CAFÉ",
    "Straße", "북한", "한", "日本", "と", "Norway", "Norwegian", "Oslo", "Russia", "don’t", "O'Brien",
    "co\u{AD}op", "naïve",
];
const OUTLETS: [&str; 4] = ["", "Harbour News", "The Kim Times", "Ships"];

fn sentence(dice: &mut Dice, words: usize) -> String {
    let chosen: Vec<&str> = (0..words).map(|_| *dice.pick(&WORDS)).collect();
    chosen.join(dice.pick::<&str>(&[" ", " ", " ", ", "])) + "."
}

fn corpus(dice: &mut Dice) -> Explorer {
    let file = |number: usize, dice: &mut Dice| {
        let mut text = match dice.once_in(5) {
            true => String::new(),
            false => format!(" date 2024-0{}-1{} ", 1 + dice.below(3), dice.below(10)),
        };
        if !dice.once_in(3) {
            let words = 1 + dice.below(5);
            let _ = write!(text, "{}\n\n", sentence(dice, words).trim_end_matches('.'));
        }
        for _ in 0..1 + dice.below(3) {
            let words = 4 + dice.below(14);
            let _ = write!(text, "{}\n\n", sentence(dice, words));
        }
        SourceFile { name: format!("{number}.txt"), bytes: text.into_bytes() }
    };
    let files = (0..ARTICLES).map(|number| file(number, dice)).collect();
    let mut corpus = parse(files, &Config::default()).corpus;
    for article in &mut corpus.articles {
        let field = |value: String| Some(Field::set(value));
        article.outlet = field((*dice.pick(&OUTLETS)).to_owned()).filter(|s| !s.value.is_empty());
        article.url =
            if dice.once_in(2) { field(format!("https://example.org/ship-{}", dice.below(3))) } else { None };
    }
    let mentions = annotate(&corpus, &sources::gazetteer());
    Explorer::new(corpus, mentions)
}

/// One word as somebody may type it: as it is, cut short, with signs for letters, or misspelled.
fn word(dice: &mut Dice) -> String {
    let word = *dice.pick(&WORDS);
    let letters: Vec<char> = word.chars().collect();
    let at = dice.below(letters.len() + 1);
    let (head, tail): (String, String) = (letters[..at].iter().collect(), letters[at..].iter().collect());
    let rest: String = tail.chars().skip(1).collect();
    match dice.below(12) {
        0 => format!("{head}*"),
        1 => format!("*{tail}"),
        2 => format!("{head}?{rest}"),
        3 => format!("{head}*{rest}"),
        4 => format!("{word}~"),
        5 => format!("{head}x{rest}~"),
        6 => format!("{head}{rest}~2"),
        7 => word.to_uppercase(),
        _ => word.to_owned(),
    }
}

fn term(dice: &mut Dice) -> String {
    let several = |dice: &mut Dice| {
        let words = 2 + dice.below(2);
        (0..words).map(|_| *dice.pick(&WORDS)).collect::<Vec<_>>().join(" ")
    };
    let field = *dice.pick(&["", "", "", "title:", "body:", "source:", "url:"]);
    const ACTORS: [&str; 7] =
        ["norway", "russia", "Russia", "\"South Korea\"", "nobody", "kim-jong-un", "(norway OR russia)"];
    const FORMS: [&str; 6] = ["name", "demonym", "place", "metonym", "acronym", "(name OR place)"];
    match dice.below(16) {
        0 | 1 => format!("{field}\"{}\"", several(dice)),
        2 | 3 => format!("{field}\"{}\"~{}", several(dice), 1 + dice.below(9)),
        4 => format!("{}-{}", word(dice), word(dice)),
        5 => format!("actor:{}", dice.pick(&ACTORS)),
        6 => format!("form:{}", dice.pick(&FORMS)),
        7 => {
            let day = |dice: &mut Dice| {
                let (month, day) = (1 + dice.below(4), 1 + dice.below(9));
                dice.pick(&["2024".to_owned(), format!("2024-0{month}"), format!("2024-0{month}-1{day}")])
                    .clone()
            };
            let (from, to) = (day(dice), day(dice));
            let choices = [
                format!("date:{from}"),
                format!("date:{from}..{to}"),
                format!("date:{from}.."),
                format!("date:..{to}"),
                format!("before:{to}"),
                format!("after:{from}"),
                "is:undated".to_owned(),
            ];
            dice.pick(&choices).clone()
        }
        // One mention that is both.
        8 => format!("actor:{} form:{}", dice.pick(&ACTORS), dice.pick(&FORMS)),
        9 => format!("({} form:{} actor:{})", word(dice), dice.pick(&FORMS), dice.pick(&ACTORS)),
        10 => format!("{field}({} {})", word(dice), dice.pick(&WORDS)),
        _ => format!("{field}{}", word(dice)),
    }
}

fn query(dice: &mut Dice) -> String {
    let mut query = term(dice);
    for _ in 0..dice.below(5) {
        let joint = *dice.pick(&[" ", " OR ", " AND ", " NOT ", " -", " OR -"]);
        query = format!("{query}{joint}{}", term(dice));
        if dice.once_in(4) {
            query = format!("({query})");
        }
    }
    if dice.once_in(8) { format!("-{query}") } else { query }
}

#[test]
fn the_index_gives_what_a_slow_reading_gives() {
    let (mut found, mut none) = (0, 0);
    for seed in 0..CORPORA {
        let mut dice = Dice::new(seed);
        let explorer = corpus(&mut dice);
        let readings = readings(&explorer);
        for _ in 0..QUERIES {
            let text = query(&mut dice);
            let articles = compare(&explorer, &readings, &text, &format!("corpus {seed}"));
            found += usize::from(articles > 0);
            none += usize::from(articles == 0);
        }
    }
    assert!(found > 8_000 && none > 2_000, "some queries find something, some nothing: {found}, {none}");
}

/// Text that means little: signs, words and what may stand in neither.
fn noise(dice: &mut Dice) -> String {
    const PIECES: [&str; 30] = [
        "(", ")", "\"", "“", "-", "–", " ", " ", " ", "~", "~2", "~8", "*", "?", ":", "..", "AND", "OR",
        "NOT", "title:", "actor:", "date:2024", "is:", "form:name", "é", "e\u{301}", "북한", "か\u{3099}",
        "\u{200D}", "𝔘.S.",
    ];
    (0..dice.below(12))
        .map(|_| if dice.once_in(3) { word(dice) } else { (*dice.pick(&PIECES)).to_owned() })
        .collect()
}

#[test]
fn a_query_prints_as_text_that_means_the_same() {
    let mut dice = Dice::new(7);
    for case in 0..40_000 {
        let text = if case % 2 == 0 { query(&mut dice) } else { noise(&mut dice) };
        let read = Query::parse(&text);
        let printed = read.tree.as_ref().map_or(String::new(), ToString::to_string);
        let again = Query::parse(&printed);
        assert_eq!(again.tree, read.tree, "`{text}` prints as `{printed}`");
        assert_eq!(again.problems, [], "`{text}` prints as `{printed}`");
        for problem in &read.problems {
            assert!(text.get(problem.span.range()).is_some(), "`{text}`: {problem:?} is a place in it");
        }
    }
}

#[test]
fn any_text_is_answered_as_a_slow_reading_answers_it() {
    let mut dice = Dice::new(11);
    for seed in 0..20 {
        let explorer = corpus(&mut Dice::new(seed));
        let readings = readings(&explorer);
        for _ in 0..500 {
            compare(&explorer, &readings, &noise(&mut dice), &format!("corpus {seed}"));
        }
    }
}

/// Whatever somebody is about to find is among what shows while it is typed, and more typing never brings it back: of an
/// exclusion that is one side of OR alone it is not known yet.
#[test]
fn what_will_be_found_shows_while_it_is_typed() {
    let mut dice = Dice::new(13);
    let (mut more, mut cases) = (0, 0);
    for seed in 0..20 {
        let explorer = corpus(&mut Dice::new(seed));
        let readings = readings(&explorer);
        for _ in 0..300 {
            let text = query(&mut dice);
            let end =
                text.char_indices().map(|(at, _)| at).nth(dice.below(text.chars().count())).unwrap_or(0);
            let typed = &text[..end];
            // Of an actor that is half typed, a reading knows nothing.
            if typed.contains("OR -") || typed.contains("OR NOT") || typed.contains("actor:") {
                continue;
            }
            let finds = compare_as_typed(&explorer, &readings, typed, &format!("corpus {seed}"));
            let view = View { query: typed.to_owned(), ..View::default() };
            let finished = explorer.select(&view).articles;
            let shown = explorer.select_as_typed(&view).articles;
            assert!(
                finished.iter().all(|found| shown.iter().any(|one| one.id == found.id)),
                "`{typed}` shows what it finds"
            );
            let lasting = explorer.lasting_query(&view, &explorer.select_as_typed(&view));
            assert!(lasting.starts_with(typed), "`{typed}` lasts as `{lasting}`");
            more += usize::from(finds > finished.len());
            cases += 1;
        }
    }
    assert!(more * 8 > cases, "a beginning finds more than the word: {more} of {cases}");
}

/// A headline and a link, pasted as they stand, find their article and are called wrong in nothing.
#[test]
fn what_is_pasted_is_found() {
    let mut titles = 0;
    for folder in sources::folders() {
        let explorer = sources::explorer(&folder);
        // What has no text has a title of ours.
        for (id, article) in explorer.corpus.ids().filter(|(_, article)| !article.blocks.is_empty()) {
            let url = article.url.as_ref().map_or("", |url| url.value.as_str());
            for text in [article.title.text.as_str(), url] {
                let text = text.trim();
                // A quotation mark ends a link, which has none but where somebody means harm.
                if text.is_empty() || text == url && text.contains('"') {
                    continue;
                }
                for query in [text.to_owned(), text.to_uppercase()] {
                    let found = explorer.ranked(&query, Sort::Relevance);
                    let problems = found.query_problems();
                    assert!(found.articles.iter().any(|ranked| ranked.id == id), "{folder:?}: `{query}`");
                    assert_eq!(problems, [], "{folder:?}: `{query}`");
                    titles += 1;
                }
            }
        }
    }
    assert!(titles > 50, "{titles}");
}

/// Actors are offered under names of the texts, and of the lists alone.
#[test]
fn an_actor_is_offered_under_any_of_its_names() {
    let lists = Lists { gazetteer: sources::gazetteer(), proposals: Vec::new() };
    let reading = Annotated::first(sources::explorer(&sources::own()), &lists);
    for (typed, label, id) in [
        ("KCNA", "Korean Central News Agency (KCNA)", "kcna"),
        ("DPRK", "North Korea (DPRK)", "north-korea"),
        ("Kreml", "Russia (as Kremlin)", "russia"),
        ("Mosc", "Russia (as Moscow)", "russia"),
    ] {
        let view = View { query: typed.to_owned(), ..View::default() };
        let found = reading.completions(&view);
        let actor = found.iter().find(|completion| completion.label == label);
        assert_eq!(actor.map(|c| &*c.view.actors), Some([id.to_owned()].as_slice()), "{typed}: {found:#?}");
        let folded = typed.to_lowercase();
        let named = reading.explorer.mentions.named(id).expect("it is in the corpus");
        assert!(reading.called(named, &folded).is_some(), "{typed}");
    }
}

#[test]
fn a_folded_word_is_one_word_and_folds_to_itself() {
    for c in '\0'..=char::MAX {
        for text in [c.to_string(), format!("a{c}b"), format!("{c}.{c}."), format!("か{c}")] {
            for token in Tokens::of(&text).iter() {
                assert!(text.get(token.span.range()).is_some_and(|t| !t.is_empty()), "{text:?}");
                let again: Vec<_> = Tokens::of(token.folded).iter().map(|t| t.folded.to_owned()).collect();
                assert_eq!(again, [token.folded], "{text:?} {:x}", c as u32);
            }
        }
    }
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/bench")]
fn real_news_is_found_as_a_slow_reading_finds_it() {
    let news = News::collected();
    let explorer = news.explorer();
    let readings = readings(&explorer);
    for (class, queries) in news.queries() {
        let found: usize = queries.iter().map(|query| compare(&explorer, &readings, query, &class)).sum();
        assert!(found > 0, "{class}");
    }
}
