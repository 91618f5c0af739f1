//! The modules of crates: which file each stands in, what it defines and takes in, and what a path in it leads to.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

/// What a module defines and takes in.
struct Module {
    file: usize,
    parent: Option<usize>,
    children: HashMap<String, usize>,
    items: HashSet<String>,
    uses: Vec<Use>,
}

/// A name that a `use` brings in; `*` for all of a module.
pub(crate) struct Use {
    pub(crate) name: String,
    pub(crate) path: Vec<String>,
    pub(crate) public: bool,
}

/// What a path leads to.
pub(crate) enum Target {
    Item(usize),
    Module(usize),
}

/// What a path is there for, where two things have its name.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    Item,
    Module,
}

/// The modules of all crates.
pub(crate) struct Modules {
    root: PathBuf,
    /// Their files, from the root of the repository.
    pub(crate) files: Vec<String>,
    modules: Vec<Module>,
}

/// The items of the modules that were read.
pub(crate) type Read = Vec<(usize, Vec<Item>)>;

impl Modules {
    /// No modules yet, of the repository at `root`.
    pub(crate) fn new(root: &Path) -> Modules {
        Modules { root: root.to_owned(), files: Vec::new(), modules: Vec::new() }
    }

    /// The file of a module.
    pub(crate) fn file(&self, module: usize) -> usize {
        self.modules[module].file
    }

    /// What a module takes in.
    pub(crate) fn uses(&self, module: usize) -> &[Use] {
        &self.modules[module].uses
    }

    /// Reads a file and those of its modules; returns its module.
    pub(crate) fn read(&mut self, file: &str, parent: Option<usize>, read: &mut Read) -> usize {
        let text = std::fs::read_to_string(self.root.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
        let items = syn::parse_file(&text).unwrap_or_else(|e| panic!("{file}: {e}")).items;
        self.files.push(file.to_owned());
        let (folder, name) = file.rsplit_once('/').expect("a file stands in a folder");
        let folder = match name {
            "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
            _ => file.trim_end_matches(".rs").to_owned(),
        };
        self.add(self.files.len() - 1, &folder, parent, items, read)
    }

    /// Adds a module with these items, whose files of modules stand in `folder`.
    fn add(
        &mut self,
        file: usize,
        folder: &str,
        parent: Option<usize>,
        items: Vec<Item>,
        read: &mut Read,
    ) -> usize {
        let module = self.modules.len();
        let mut taken = Taken::default();
        items.iter().for_each(|item| taken.visit_item(item));
        self.modules.push(Module {
            file,
            parent,
            children: HashMap::new(),
            items: items.iter().filter_map(name_of).collect(),
            uses: taken.0,
        });
        for item in &items {
            let Item::Mod(child) = item else { continue };
            if of_tests(&child.attrs) {
                continue;
            }
            let name = child.ident.to_string();
            let folder = format!("{folder}/{name}");
            let child = match &child.content {
                Some((_, items)) => self.add(file, &folder, Some(module), items.clone(), read),
                None => {
                    let files = [format!("{folder}.rs"), format!("{folder}/mod.rs")];
                    let there = files.iter().find(|file| self.root.join(file).is_file());
                    let there = there.unwrap_or_else(|| panic!("a file of the module {folder}"));
                    self.read(there, Some(module), read)
                }
            };
            self.modules[module].children.insert(name, child);
        }
        read.push((module, items));
        module
    }

    /// What `path`, written in `module`, leads to; `None` where that is no part of this crate. Where a module and an
    /// item have its name, `wanted` is meant.
    pub(crate) fn resolve(
        &self,
        module: usize,
        path: &[String],
        wanted: Wanted,
        depth: usize,
    ) -> Option<Target> {
        /// More re-exports of re-exports are a `use` that names itself.
        const DEPTH: usize = 16;
        if depth > DEPTH {
            return None;
        }
        let (mut at, mut rest) = (module, path);
        while let Some((first, more)) = rest.split_first() {
            at = match first.as_str() {
                "crate" => {
                    std::iter::successors(Some(at), |at| self.modules[*at].parent).last().expect("itself")
                }
                "super" => self.modules[at].parent?,
                "self" => at,
                _ => break,
            };
            rest = more;
        }
        let inside = rest.len() < path.len();
        let Some((name, rest)) = rest.split_first() else { return Some(Target::Module(at)) };
        let here = if rest.is_empty() { wanted } else { Wanted::Module };
        let found = self.look_up(at, name, here, depth);
        // A name in a module of this crate that nobody is seen to define is made by a macro there.
        let made = || inside.then_some(Target::Item(self.modules[at].file));
        match found.or_else(made)? {
            Target::Module(module) if !rest.is_empty() => {
                let rest: Vec<_> = std::iter::once("self".to_owned()).chain(rest.iter().cloned()).collect();
                self.resolve(module, &rest, wanted, depth + 1)
            }
            found => Some(found),
        }
    }

    /// What `name` is in a module.
    fn look_up(&self, module: usize, name: &str, wanted: Wanted, depth: usize) -> Option<Target> {
        let here = &self.modules[module];
        let child = here.children.get(name).map(|child| Target::Module(*child));
        let item = here.items.contains(name).then_some(Target::Item(here.file));
        let taken = |name: &str| {
            let uses = here.uses.iter().filter(move |u| u.name == name);
            uses.filter_map(|u| self.resolve(module, &u.path, wanted, depth + 1)).next()
        };
        let globs = || {
            let globs = here.uses.iter().filter(|u| u.name == "*");
            let from = |u: &Use| self.resolve(module, &u.path, Wanted::Module, depth + 1);
            globs.filter_map(from).find_map(|target| match target {
                Target::Module(from) if from != module => self.look_up(from, name, wanted, depth + 1),
                _ => None,
            })
        };
        let found = match wanted {
            Wanted::Item => item.or_else(|| taken(name)).or(child),
            Wanted::Module => child.or_else(|| taken(name)).or(item),
        };
        found.or_else(globs)
    }
}

/// The names that the `use` items of a module bring in.
#[derive(Default)]
struct Taken(Vec<Use>);

impl<'a> Visit<'a> for Taken {
    fn visit_item(&mut self, item: &'a Item) {
        if !of_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, _: &'a ItemMod) {}

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        let public = is_public(item);
        self.0.extend(leaves(&item.tree).into_iter().map(|(name, path)| Use { name, path, public }));
    }
}

pub(crate) fn is_public(item: &ItemUse) -> bool {
    !matches!(item.vis, Visibility::Inherited)
}

/// The names that a `use` brings in, each with its path.
pub(crate) fn leaves(tree: &UseTree) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    leaves_after(&[], tree, &mut found);
    found
}

fn leaves_after(before: &[String], tree: &UseTree, found: &mut Vec<(String, Vec<String>)>) {
    let with = |name: &dyn std::fmt::Display| {
        let name = name.to_string();
        let mut path = before.to_vec();
        // `{self}` is the path before it.
        if name != "self" || path.is_empty() {
            path.push(name);
        }
        path
    };
    match tree {
        UseTree::Path(tree) => leaves_after(&with(&tree.ident), &tree.tree, found),
        UseTree::Name(tree) => {
            let path = with(&tree.ident);
            found.push((path.last().expect("a name").clone(), path));
        }
        UseTree::Rename(tree) => found.push((tree.rename.to_string(), with(&tree.ident))),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| leaves_after(before, tree, found)),
    }
}

/// Whether these attributes leave an item to the unit tests.
pub(crate) fn of_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    })
}

pub(crate) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item defines.
fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}
