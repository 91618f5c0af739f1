//! Names in a view that the corpus does not have, each in a sentence for the reader.

use super::Explorer;
use crate::view::{EVERYBODY, View};

impl Explorer {
    /// A sentence for each name in `view` that the corpus does not have: which one, and what becomes of it.
    pub fn unknown_names(&self, view: &View) -> Vec<String> {
        let mut problems = Vec::new();
        let mut name = |names: &[String], there: &dyn Fn(&str) -> bool, [before, after]: [&str; 2]| {
            let unknown = names.iter().filter(|name| !there(name));
            problems.extend(unknown.map(|name| [before, " “", name, "”", after].concat()));
        };
        let actor = |id: &str| self.mentions.named(id).is_some();
        let outlet = |name: &str| self.outlet(name).is_some();
        let article = |name: &str| self.corpus.named(name).is_some();
        let nobody = ["This link filters by", ", who is not in these articles. Ignored."];
        let no_line = ["This link draws", ", who is not in these articles. Ignored."];
        let no_rows = ["This link asks for mentions of", ", who is not in these articles. There are none."];
        let nowhere = ["This link filters by", ", the source of none of these articles. Ignored."];
        name(&view.actors, &actor, nobody);
        name(&view.not_actors, &actor, nobody);
        name(&view.outlets, &outlet, nowhere);
        name(&view.not_outlets, &outlet, nowhere);
        name(&view.lines, &actor, no_line);
        name(view.mentions.as_slice(), &|id| id == EVERYBODY || actor(id), no_rows);
        name(view.with.as_slice(), &actor, no_rows);
        name(
            view.article.as_slice(),
            &article,
            ["This link opens", ", which is none of these articles. Ignored."],
        );
        problems
    }
}

#[cfg(test)]
mod tests {
    use crate::explorer::Explorer;
    use crate::view::from_fragment;

    #[test]
    fn every_name_that_means_nothing_here_is_named() {
        for (fragment, problem) in [
            ("actor=x", "This link filters by “x”, who is not in these articles. Ignored."),
            ("-actor=x", "This link filters by “x”, who is not in these articles. Ignored."),
            ("source=S", "This link filters by “S”, the source of none of these articles. Ignored."),
            ("-source=S", "This link filters by “S”, the source of none of these articles. Ignored."),
            ("line=x", "This link draws “x”, who is not in these articles. Ignored."),
            (
                "mentions=x",
                "This link asks for mentions of “x”, who is not in these articles. There are none.",
            ),
            ("with=x", "This link asks for mentions of “x”, who is not in these articles. There are none."),
            ("article=a.txt", "This link opens “a.txt”, which is none of these articles. Ignored."),
        ] {
            let (view, _) = from_fragment(fragment);
            assert_eq!(Explorer::default().unknown_names(&view), [problem], "{fragment}");
        }
        assert_eq!(
            Explorer::default().unknown_names(&from_fragment("q=x&from=2024-06-01").0),
            [] as [&str; 0]
        );
    }
}
