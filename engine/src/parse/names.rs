//! The names of articles: those of their files, and never one for two.

use crate::corpus::Article;
use std::collections::{HashMap, HashSet};

/// The names that were given. Few bytes are kept for a file, however many articles it has.
#[derive(Default)]
pub(super) struct Names {
    /// What was given by what stands before a number.
    given: HashMap<String, Given>,
    /// Those that an earlier run gave.
    kept: HashSet<String>,
    /// The same by file.
    of_files: HashMap<String, Vec<String>>,
}

/// The names with one beginning.
#[derive(Clone, Copy, Default)]
struct Given {
    /// Whether one is the beginning and nothing else.
    alone: bool,
    /// How many are the beginning and a number, from 1.
    numbered: usize,
}

/// The name of the article `number` of several.
fn numbered(base: &str, number: usize) -> String {
    format!("{base}.{number:02}")
}

impl Names {
    /// Keeps the names that an earlier run gave to the articles of a file.
    pub(super) fn keep(&mut self, file: String, names: Vec<String>) {
        self.kept.extend(names.iter().cloned());
        self.of_files.insert(file, names);
    }

    /// Gives up what was kept for a file.
    pub(super) fn give_up(&mut self, file: &str) {
        for name in self.of_files.remove(file).unwrap_or_default() {
            self.kept.remove(&name);
        }
    }

    /// Gives up what was kept for files that are not in `files`.
    pub(super) fn give_up_others(&mut self, files: &HashSet<String>) {
        let others: Vec<String> =
            self.of_files.keys().filter(|file| !files.contains(*file)).cloned().collect();
        others.iter().for_each(|file| self.give_up(file));
    }

    /// Names the articles of one file: after the file without its ending, with a number if it holds several; after the
    /// whole file name if that is taken.
    pub(super) fn give(&mut self, articles: &mut [Article], file: &str) {
        self.give_up(file);
        let file = file.strip_suffix(".gz").unwrap_or(file);
        let stem = match file.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && !stem.ends_with('/') && !ending.contains('/') => stem,
            _ => file,
        };
        let count = articles.len();
        let name = |base: &str, number| if count == 1 { base.to_owned() } else { numbered(base, number) };
        // File names are unique, so that some base is free; the last ones only where names imitate numbers.
        let again = (2..).map(|n| format!("{file}~{n}"));
        let mut bases = [stem, file].into_iter().map(str::to_owned).chain(again);
        let is_free = |base: &String| !(1..=count).any(|number| self.has(&name(base, number)));
        let Some(base) = bases.find(is_free) else { return };
        for (number, article) in (1..).zip(articles.iter_mut()) {
            article.name = name(&base, number);
        }
        let given = self.given.entry(base).or_default();
        given.alone |= count == 1;
        given.numbered = given.numbered.max(if count == 1 { 0 } else { count });
    }

    /// Whether an article has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let is_numbered = |(base, number): (&str, &str)| {
            let given = self.given.get(base)?;
            let number: usize = number.parse().ok()?;
            Some((1..=given.numbered).contains(&number) && numbered(base, number) == name)
        };
        self.kept.contains(name)
            || self.given.get(name).is_some_and(|given| given.alone)
            || name.rsplit_once('.').and_then(is_numbered).unwrap_or_default()
    }

    /// All names.
    pub(super) fn all(&self) -> Vec<String> {
        let names = |(base, given): (&String, &Given)| {
            let alone = given.alone.then(|| base.clone());
            let numbers: Vec<String> = (1..=given.numbered).map(|number| numbered(base, number)).collect();
            alone.into_iter().chain(numbers).collect::<Vec<_>>()
        };
        self.given.iter().flat_map(names).chain(self.kept.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::config::Config;
    use crate::parse::{SourceFile, parse};

    #[test]
    fn no_two_articles_share_a_name() {
        let feed = "One https://e.org/1 Fri, 05 Jan 2024 10:00:00 +0000 https://e.org/1\n\nThe first text says something.\n\nTwo https://e.org/2 Fri, 05 Jan 2024 11:00:00 +0000 https://e.org/2\n\nThe second text says more.\n";
        let files = [
            ("feed.01.txt", " date 2024-01-05 A text."),
            ("feed.txt", feed),
            ("a.txt", "A text."),
            ("a.md", "A text."),
        ];
        let files = files.map(|(name, text)| SourceFile { name: name.into(), bytes: text.into() });
        let corpus = parse(files.into(), &Config::default()).corpus;
        let names: Vec<_> = corpus.articles.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["a", "a.txt", "feed.01", "feed.txt.01", "feed.txt.02"]);
    }
}
