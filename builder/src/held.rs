//! A corpus in hand, gathered from portions of texts or from packs: it can be joined with another, cut down to a selection, and packed.

use crate::Packs;
use crate::packs::Unpacked;
use dateline_engine::actors::{Gazetteer, Lists, Mentions, annotate};
use dateline_engine::corpus::{AppliedRule, Article, ArticleId, Corpus, FileId, FileProblem, SourceText};
use dateline_engine::order;
use dateline_engine::pack::PackError;
use dateline_engine::parse::{Bounds, Parsed, Signature, groups, signatures};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};

/// A corpus with what its packs are made of.
pub struct Held {
    /// The corpus.
    pub corpus: Corpus,
    /// The lists of actors in force.
    pub gazetteer: Gazetteer,
    /// The source text of each article.
    pub texts: Vec<SourceText>,
}

/// A source file and the articles in it.
struct File {
    name: String,
    articles: Vec<(Article, SourceText)>,
}

impl Held {
    /// The articles of `files`, each with its name, and with the lists that are given beside; `corpus` says what they are and
    /// has no articles. Near-duplicates are found again.
    pub fn of_files(
        mut corpus: Corpus,
        files: Vec<(String, Vec<(Article, SourceText)>)>,
        mut gazetteer: Gazetteer,
    ) -> Held {
        let mut files: Vec<File> =
            files.into_iter().map(|(name, articles)| File { name, articles }).collect();
        order::by(&mut files, |a, b| a.name.cmp(&b.name));
        let texts = put(&mut corpus, files);
        gazetteer.add_languages(&corpus);
        Held { corpus, gazetteer, texts }
    }

    /// What is packed.
    ///
    /// # Errors
    /// Where `packs` cannot be read.
    pub fn packed(packs: &Packs) -> Result<Held, PackError> {
        let Unpacked { corpus, lists, texts, .. } = packs.unpacked()?;
        Ok(Held { corpus, gazetteer: lists.gazetteer, texts })
    }

    /// Finds the mentions, and packs all.
    pub fn pack(&self) -> Packs {
        let mentions = annotate(&self.corpus, &self.gazetteer);
        self.pack_with(&mentions)
    }

    /// Packs all with the `mentions` that were found.
    pub fn pack_with(&self, mentions: &Mentions) -> Packs {
        let lists = Lists::new(&self.corpus, self.gazetteer.clone());
        Packs::new(&self.corpus, mentions, &lists, &self.texts)
    }

    /// The articles that are `kept`, and the files that they stand in. Near-duplicates are found again; what rules have
    /// set aside is counted as before, for whole files.
    pub fn only(self, kept: &HashSet<ArticleId>) -> Held {
        let Held { mut corpus, mut gazetteer, texts } = self;
        let mut number = 0;
        let mut files = files_of(&mut corpus, texts);
        for file in &mut files {
            file.articles.retain(|_| {
                number += 1;
                kept.contains(&ArticleId(number - 1))
            });
        }
        files.retain(|file| !file.articles.is_empty());
        corpus.problems.retain(|problem| files.iter().any(|file| file.name == problem.file));
        let texts = put(&mut corpus, files);
        gazetteer.add_languages(&corpus);
        Held { corpus, gazetteer, texts }
    }

    /// The articles of both, under the title of this one and with the lists of `new`. A file of `new` whose articles stand
    /// in this one already is left out.
    pub fn join(self, new: Held) -> Joined {
        let Held { mut corpus, mut texts, .. } = self;
        let Held { corpus: mut added, mut gazetteer, texts: mut more } = new;
        let before = std::mem::take(&mut corpus.rules);
        corpus.rules.clone_from(&before);
        AppliedRule::add(&mut corpus.rules, added.rules.clone());
        AppliedRule::sort(&mut corpus.rules);
        place(&mut texts, &before, &corpus.rules);
        place(&mut more, &added.rules, &corpus.rules);
        let mut files = files_of(&mut corpus, texts);
        let mut fresh = files_of(&mut added, more);
        let known = without_known(&mut fresh, &files);
        let (files_now, articles_now) = rename(&mut fresh, &files);
        corpus.problems.extend(
            added.problems.into_iter().filter(|problem| !known.contains(&problem.file)).map(|problem| {
                let file = files_now.get(&problem.file).cloned().unwrap_or(problem.file);
                FileProblem { file, ..problem }
            }),
        );
        files.append(&mut fresh);
        order::by(&mut files, |a, b| a.name.cmp(&b.name));
        let texts = put(&mut corpus, files);
        gazetteer.add_languages(&corpus);
        Joined { held: Held { corpus, gazetteer, texts }, known, files: files_now, articles: articles_now }
    }
}

/// A corpus that comes in portions. Of each, its articles stay and the source texts around them.
#[derive(Default)]
pub struct Gathering {
    corpus: Corpus,
    texts: Vec<SourceText>,
    signatures: Vec<Option<Signature>>,
}

impl Gathering {
    /// The corpus so far.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Adds the next portion.
    pub fn add(&mut self, parsed: Parsed) {
        let ids = parsed.corpus.ids();
        let mut texts: Vec<_> = ids.filter_map(|(id, _)| SourceText::of(&parsed, id, Bounds::PAGE)).collect();
        let own = parsed.corpus.rules.clone();
        self.signatures.extend(parsed.signatures);
        self.corpus.append(parsed.corpus);
        place(&mut texts, &own, &self.corpus.rules);
        self.texts.append(&mut texts);
    }

    /// All of it, with its near-duplicates; `gazetteer` has the lists that were brought.
    pub fn finish(self, mut gazetteer: Gazetteer) -> Held {
        let Gathering { mut corpus, mut texts, signatures } = self;
        let before = corpus.rules.clone();
        AppliedRule::sort(&mut corpus.rules);
        place(&mut texts, &before, &corpus.rules);
        corpus.groups = groups(&corpus.articles, &signatures);
        gazetteer.add_languages(&corpus);
        Held { corpus, gazetteer, texts }
    }
}

/// What [`Held::join`] gives.
pub struct Joined {
    /// The articles of both.
    pub held: Held,
    /// The files that were left out.
    pub known: BTreeSet<String>,
    /// The files that were added: their names before, and now.
    pub files: HashMap<String, String>,
    /// Their articles: their names before, and now.
    pub articles: HashMap<String, String>,
}

/// Takes those out of `fresh` that are in `files`; gives their names.
fn without_known(fresh: &mut Vec<File>, files: &[File]) -> BTreeSet<String> {
    let hasher = RandomState::new();
    let mut places: HashMap<u64, Vec<&File>> = HashMap::new();
    for file in files {
        places.entry(hasher.hash_one(contents(file))).or_default().push(file);
    }
    let mut known = BTreeSet::new();
    fresh.retain(|file| {
        let of_hash = places.get(&hasher.hash_one(contents(file))).into_iter().flatten();
        let is_known =
            !file.articles.is_empty() && of_hash.into_iter().any(|it| contents(it) == contents(file));
        if is_known {
            known.insert(file.name.clone());
        }
        !is_known
    });
    known
}

/// Gives `fresh` and its articles names that are free beside `files`; says what each was called and is called now.
fn rename(fresh: &mut [File], files: &[File]) -> (HashMap<String, String>, HashMap<String, String>) {
    let mut taken: HashSet<String> = files.iter().map(|file| file.name.clone()).collect();
    let mut names: HashSet<String> =
        files.iter().flat_map(|file| &file.articles).map(|(article, _)| article.name.clone()).collect();
    let (mut files_now, mut articles_now) = (HashMap::new(), HashMap::new());
    for file in fresh {
        let before = file.name.clone();
        while !taken.insert(file.name.clone()) {
            file.name.push('+');
        }
        files_now.insert(before, file.name.clone());
        for (article, _) in &mut file.articles {
            let before = article.name.clone();
            let again = (2..).map(|n| format!("{before}~{n}"));
            let free = std::iter::once(before.clone()).chain(again).find(|name| names.insert(name.clone()));
            article.name = free.unwrap_or_else(|| before.clone());
            articles_now.insert(before, article.name.clone());
        }
    }
    (files_now, articles_now)
}

/// The articles of `corpus` by file, taken out of it.
fn files_of(corpus: &mut Corpus, texts: Vec<SourceText>) -> Vec<File> {
    let names = std::mem::take(&mut corpus.files).into_iter();
    let mut files: Vec<File> = names.map(|name| File { name, articles: Vec::new() }).collect();
    for (article, text) in std::mem::take(&mut corpus.articles).into_iter().zip(texts) {
        if let Some(file) = files.get_mut(article.file.0 as usize) {
            file.articles.push((article, text));
        }
    }
    files
}

/// Puts `files` into `corpus`, which has none; gives the source texts of all.
fn put(corpus: &mut Corpus, files: Vec<File>) -> Vec<SourceText> {
    let mut texts = Vec::new();
    for (at, file) in files.into_iter().enumerate() {
        corpus.files.push(file.name);
        for (article, text) in file.articles {
            corpus.articles.push(Article { file: FileId(at as u32), ..article });
            texts.push(text);
        }
    }
    corpus.groups = groups(&corpus.articles, &signatures(&corpus.articles));
    texts
}

/// Has `texts`, whose rules were those of `before`, name the rules of `now`.
fn place(texts: &mut [SourceText], before: &[AppliedRule], now: &[AppliedRule]) {
    let place = |rule: &AppliedRule| now.iter().position(|other| other.id == rule.id).unwrap_or(now.len());
    let places: Vec<u32> = before.iter().map(|rule| place(rule) as u32).collect();
    for text in texts {
        text.move_rules(|rule| places.get(rule as usize).copied().unwrap_or(u32::MAX));
    }
}

/// What tells a file from others, whatever it is called and by whatever rules it was read: its length, and its text around
/// each article.
fn contents(file: &File) -> (Option<u32>, String) {
    let parts = |(article, text): &'_ (Article, SourceText)| -> String {
        text.parts.iter().map(|part| part.text(article)).collect()
    };
    (file.articles.first().map(|(_, text)| text.file), file.articles.iter().map(parts).collect())
}

#[cfg(test)]
mod tests {
    use super::{Gathering, Held};
    use crate::Texts;
    use dateline_engine::corpus::ArticleId;
    use std::collections::{BTreeSet, HashSet};

    const TEXTS: [(&str, &str); 4] = [
        (
            "a.txt",
            " date 2024-01-05 Ministers of Norway and Chad met in Oslo on Friday.\n\nAlso read: Ferries of Finland",
        ),
        (
            "b.txt",
            " date 2024-01-06 Die Minister von Norwegen haben sich am Freitag mit denen aus dem Tschad getroffen.",
        ),
        (
            "c.txt",
            " date 2024-01-07 Finland counts its ferries again, as it does each winter.\n\nShare this article",
        ),
        ("d.txt", "\u{0}\u{1}\u{2}"),
    ];

    /// The first `count` texts from `from` on.
    fn held(texts: &[(&str, &str)]) -> Held {
        let mut all = Texts::default();
        for (name, text) in texts {
            all.file((*name).to_owned(), "", text.as_bytes().to_vec());
        }
        let mut portions = all.portions(Some("Texts".to_owned()), None);
        let mut gathering = Gathering::default();
        while let Some(parsed) = portions.portion(1) {
            gathering.add(parsed);
        }
        gathering.finish(portions.gazetteer)
    }

    #[test]
    fn what_is_joined_is_what_is_read_at_once() {
        let whole = held(&TEXTS).pack();
        // In pairs that lie apart, so that files of the second come between those of the first.
        let (even, odd) = ([TEXTS[0], TEXTS[2]], [TEXTS[1], TEXTS[3]]);
        let base = Held::packed(&held(&even).pack()).expect("its own packs");
        let joined = base.join(held(&odd));
        assert!(joined.known.is_empty(), "{:?}", joined.known);
        assert_eq!(joined.held.pack(), whole);
    }

    #[test]
    fn a_file_is_known_by_what_it_holds() {
        let base = Held::packed(&held(&TEXTS).pack()).expect("its own packs");
        let again = [
            ("other.txt", TEXTS[1].1),
            ("b.txt", " date 2024-01-06 Another text under a name that is taken."),
        ];
        let joined = base.join(held(&again));
        assert_eq!(joined.known, BTreeSet::from(["other.txt".to_owned()]));
        assert_eq!(joined.held.corpus.files, ["a.txt", "b.txt", "b.txt+", "c.txt", "d.txt"]);
        let names: Vec<_> = joined.held.corpus.articles.iter().map(|article| article.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "b~2", "c"]);
        assert_eq!((&*joined.files["b.txt"], &*joined.articles["b"]), ("b.txt+", "b~2"));
    }

    #[test]
    fn a_file_of_another_day_is_another() {
        let text = |day| format!(" date 2024-01-0{day} No ferry leaves today, as the harbour says.");
        let base = Held::packed(&held(&[("a.txt", &text(5))]).pack()).expect("its own packs");
        let joined = base.join(held(&[("b.txt", &text(6))]));
        assert_eq!((joined.held.corpus.articles.len(), joined.known.len()), (2, 0));
    }

    #[test]
    fn a_selection_is_a_corpus() {
        let all = held(&TEXTS);
        let only = all.only(&HashSet::from([ArticleId(2)]));
        assert_eq!((only.corpus.files.len(), only.corpus.articles.len(), only.texts.len()), (1, 1, 1));
        assert_eq!(only.corpus.articles[0].name, "c");
        let packs = only.pack();
        assert_eq!(Held::packed(&packs).expect("its own packs").pack(), packs);
    }
}
