//! Which file of a crate names which: a graph made of the paths in the code, each followed through re-exports to the
//! file that defines what it names.
//!
//! Unit tests, `mod x;` and re-exports are no edges; a method is one only where its file names the type. Not seen:
//! methods called by their name alone, and names that a macro makes.

use super::modules::{Modules, Target, Use, Wanted, attributes, is_public, leaves, of_tests};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro};

/// Files, and what they name of each other.
pub(crate) struct Graph {
    files: Vec<String>,
    /// The names by which a file leads to another.
    edges: BTreeMap<(usize, usize), BTreeSet<String>>,
}

impl Graph {
    /// The files of the crates with these root files.
    pub(crate) fn of(root: &Path, crates: &[&str]) -> Graph {
        let mut modules = Modules::new(root);
        let mut edges = BTreeMap::new();
        for file in crates {
            let mut read = Vec::new();
            modules.read(file, None, &mut read);
            for (module, items) in read {
                let mut paths = Paths { modules: &modules, module, edges: &mut edges };
                items.iter().for_each(|item| paths.visit_item(item));
            }
        }
        Graph { files: modules.files, edges }
    }

    /// How many files there are.
    pub(crate) fn files(&self) -> usize {
        self.files.len()
    }

    /// Sets of two or more files that lead to each other, sorted.
    pub(crate) fn circles(&self) -> Vec<Vec<usize>> {
        let reached: Vec<_> = (0..self.files.len()).map(|file| self.reached(file)).collect();
        let circle = |file: usize| -> Vec<usize> {
            reached[file].iter().copied().filter(|other| reached[*other].contains(&file)).collect()
        };
        let circles: BTreeSet<_> = (0..self.files.len()).map(circle).filter(|c| c.len() > 1).collect();
        let mut circles: Vec<_> = circles.into_iter().collect();
        circles.iter_mut().for_each(|circle| circle.sort_by_key(|file| &self.files[*file]));
        circles
    }

    fn reached(&self, file: usize) -> BTreeSet<usize> {
        let (mut reached, mut next) = (BTreeSet::new(), vec![file]);
        while let Some(from) = next.pop() {
            for (_, to) in self.edges.keys().filter(|(f, _)| *f == from) {
                if reached.insert(*to) {
                    next.push(*to);
                }
            }
        }
        reached
    }

    /// The names of these files.
    pub(crate) fn names(&self, files: &[usize]) -> Vec<&str> {
        files.iter().map(|file| self.files[*file].as_str()).collect()
    }

    /// The edges of a circle, with the names that make them; those of two files that name each other first.
    pub(crate) fn show(&self, circle: &[usize]) -> String {
        let inside = |(from, to): &(usize, usize)| circle.contains(from) && circle.contains(to);
        let mut edges: Vec<_> = self.edges.iter().filter(|(edge, _)| inside(edge)).collect();
        let mutual = |(from, to): (usize, usize)| self.edges.contains_key(&(to, from));
        edges.sort_by_key(|(edge, _)| (!mutual(**edge), edge.0.min(edge.1), edge.0.max(edge.1)));
        let mut shown = format!("a circle of {} files:\n", circle.len());
        for (edge, names) in edges {
            let (arrow, names) = (if mutual(*edge) { "<->" } else { "-->" }, Vec::from_iter(names.iter()));
            let (from, to) = (&self.files[edge.0], &self.files[edge.1]);
            let names = names.iter().map(|n| n.as_str()).collect::<Vec<_>>().join(", ");
            let _ = writeln!(shown, "  {from} {arrow} {to}: {names}");
        }
        shown
    }
}

/// Turns the paths in a module's code into edges.
struct Paths<'m> {
    modules: &'m Modules,
    module: usize,
    edges: &'m mut BTreeMap<(usize, usize), BTreeSet<String>>,
}

impl Paths<'_> {
    fn note(&mut self, path: &[String]) {
        if let Some(Target::Item(to)) = self.modules.resolve(self.module, path, Wanted::Item, 0) {
            self.note_edge(to, path);
        }
    }

    fn note_edge(&mut self, to: usize, path: &[String]) {
        let from = self.modules.file(self.module);
        if from != to {
            self.edges.entry((from, to)).or_default().insert(path.join("::"));
        }
    }

    /// A `use` is an edge, but not that of a module: there the paths that go on from it are.
    fn note_taken(&mut self, path: &[String], glob: bool) {
        match self.modules.resolve(self.module, path, Wanted::Module, 0) {
            Some(Target::Item(file)) => self.note_edge(file, path),
            Some(Target::Module(module)) if glob => {
                self.note_edge(self.modules.file(module), path);
            }
            _ => {}
        }
    }

    /// A name by itself counts where no `use` was an edge for it: a re-export, and an item named as its module.
    fn note_used(&mut self, path: &[String]) {
        let module = |u: &Use| {
            let target = self.modules.resolve(self.module, &u.path, Wanted::Module, 0);
            matches!(target, Some(Target::Module(_)))
        };
        if path.len() > 1
            || self.modules.uses(self.module).iter().any(|u| u.name == path[0] && (u.public || module(u)))
        {
            self.note(path);
        }
    }

    /// Notes the paths among the tokens of a macro.
    fn note_tokens(&mut self, mut cursor: Cursor<'_>) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        while !cursor.eof() {
            if let Some((name, rest)) = cursor.ident() {
                if colons != 2 {
                    self.end(&mut path);
                }
                path.push(name.to_string());
                (cursor, colons) = (rest, 0);
            } else if let Some((punct, rest)) = cursor.punct() {
                colons = if punct.as_char() == ':' && !path.is_empty() { colons + 1 } else { 3 };
                cursor = rest;
            } else if let Some((inside, _, _, rest)) = cursor.any_group() {
                self.end(&mut path);
                self.note_tokens(inside);
                (cursor, colons) = (rest, 0);
            } else if let Some((_, rest)) = cursor.token_tree() {
                (cursor, colons) = (rest, 3);
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if !path.is_empty() {
            self.note_used(&path);
        }
    }
}

impl<'a> Visit<'a> for Paths<'_> {
    fn visit_item(&mut self, item: &'a Item) {
        if !of_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    // A module inside the file has been read by itself.
    fn visit_item_mod(&mut self, _: &'a ItemMod) {}

    fn visit_attribute(&mut self, _: &'a Attribute) {}

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        if !is_public(item) {
            leaves(&item.tree).iter().for_each(|(name, path)| self.note_taken(path, name == "*"));
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.note_used(&names);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'a Macro) {
        let tokens = TokenBuffer::new2(call.tokens.clone());
        self.note_tokens(tokens.begin());
    }
}
