//! Names in a view that the corpus does not have, each in a sentence for the reader.

use super::Explorer;
use crate::view::{EVERYBODY, View};

impl Explorer {
    /// A sentence for each name in `view` that the corpus does not have: which one, and what becomes of it.
    pub fn unknown_names(&self, view: &View) -> Vec<String> {
        let mut problems = Vec::new();
        let mut name = |names: &[String], there: &dyn Fn(&str) -> bool, [before, after]: [&str; 2]| {
            let unknown = names.iter().filter(|name| !there(name));
            problems.extend(unknown.map(|name| format!("{before} `{name}`{after}")));
        };
        let actor = |id: &str| self.mentions.named(id).is_some();
        let outlet = |name: &str| self.outlet(name).is_some();
        let article = |name: &str| self.corpus.named(name).is_some();
        let nobody = ["no actor", " is mentioned in this corpus; the filter is left out"];
        let no_line = ["no actor", " is mentioned in this corpus; its line is left out"];
        let no_rows = ["no actor", " is mentioned in this corpus; it has no rows"];
        let nowhere = ["no article comes from", "; the filter is left out"];
        name(&view.actors, &actor, nobody);
        name(&view.not_actors, &actor, nobody);
        name(&view.outlets, &outlet, nowhere);
        name(&view.not_outlets, &outlet, nowhere);
        name(&view.lines, &actor, no_line);
        name(view.mentions.as_slice(), &|id| id == EVERYBODY || actor(id), no_rows);
        name(view.with.as_slice(), &actor, no_rows);
        name(view.article.as_slice(), &article, ["no article is called", " in this corpus; none is opened"]);
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
            ("actor=x", "no actor `x` is mentioned in this corpus; the filter is left out"),
            ("-actor=x", "no actor `x` is mentioned in this corpus; the filter is left out"),
            ("source=S", "no article comes from `S`; the filter is left out"),
            ("-source=S", "no article comes from `S`; the filter is left out"),
            ("line=x", "no actor `x` is mentioned in this corpus; its line is left out"),
            ("mentions=x", "no actor `x` is mentioned in this corpus; it has no rows"),
            ("with=x", "no actor `x` is mentioned in this corpus; it has no rows"),
            ("article=a.txt", "no article is called `a.txt` in this corpus; none is opened"),
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
