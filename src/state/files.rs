//! The files of a corpus that is in many: which are wanted, which have come, and what waits for them.

use crate::browser;
use dateline_engine::explorer::Annotated;
use dateline_engine::shards::{Kind, Shards};
use leptos::prelude::*;
use std::sync::Arc;

/// What is on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Coming {
    /// Files that have come, of those that were asked for since none was.
    pub(crate) come: usize,
    /// All of these.
    pub(crate) all: usize,
    /// Why one does not come.
    pub(crate) trouble: Option<String>,
}

/// What waits until all texts are there.
type Waiting = Box<dyn FnOnce()>;

/// The files of a corpus that is in many.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    /// `None` of a corpus that is there as a whole.
    shards: Option<&'static Shards>,
    /// The reading without edits, in which they are put.
    base: StoredValue<Arc<Annotated>>,
    /// Those that were asked for and have not come.
    wanted: StoredValue<Vec<u32>>,
    /// For each file of texts whether it has come.
    texts: StoredValue<Vec<bool>>,
    /// The view that waits until all texts are there, or the count of what it proposes.
    waiting: StoredValue<Option<Waiting>, LocalStorage>,
    /// What is to be taken along, and waits for the same.
    taken: StoredValue<Vec<Waiting>, LocalStorage>,
    /// Asks for what is wanted once all that is drawn now has said what it lacks.
    soon: StoredValue<Option<browser::Later>, LocalStorage>,
    /// What is on its way, to be shown.
    pub(crate) coming: RwSignal<Coming>,
    /// Whether what shows is not yet what the view asks for.
    pub(crate) pending: RwSignal<bool>,
}

impl Files {
    pub(super) fn new(shards: Option<&'static Shards>, base: Arc<Annotated>) -> Files {
        Files {
            shards,
            base: StoredValue::new(base),
            wanted: StoredValue::new(Vec::new()),
            texts: StoredValue::new(vec![false; shards.map_or(0, |shards| shards.texts().len())]),
            waiting: StoredValue::new_local(None),
            taken: StoredValue::new_local(Vec::new()),
            soon: StoredValue::new_local(None),
            coming: RwSignal::new(Coming::default()),
            pending: RwSignal::new(false),
        }
    }

    /// Whether the corpus is in many files.
    pub(crate) fn are_many(&self) -> bool {
        self.shards.is_some()
    }

    /// The files themselves.
    pub(crate) fn shards(&self) -> Option<&'static Shards> {
        self.shards
    }

    /// Has what is lacking asked for, whoever asks for it.
    pub(super) fn listen(self) {
        let Some(shards) = self.shards else { return };
        shards.on_first_lacking(move || {
            // Where an app has gone, nothing asks for it.
            let ask = move || {
                if self.want(shards.lacking()) {
                    self.ask();
                }
            };
            let _ = self.soon.try_set_value(Some(browser::later(0, ask)));
        });
    }

    /// Calls `compute`; says whether a file was lacking for it, which is asked for then.
    pub(crate) fn whole<T>(&self, compute: impl FnOnce() -> T) -> (T, bool) {
        let Some(shards) = self.shards else { return (compute(), true) };
        let before = self.want(shards.lacking());
        let value = compute();
        let lacking = shards.lacking();
        let whole = lacking.is_empty();
        if self.want(lacking) || before {
            self.ask();
        }
        (value, whole)
    }

    /// Forgets what was asked for, as another view lacks other files; says whether there was some.
    pub(super) fn forget(&self) -> bool {
        let waits = self.waiting.with_value(Option::is_some) || self.taken.with_value(|it| !it.is_empty());
        let forgets = !waits && self.wanted.with_value(|wanted| !wanted.is_empty());
        if forgets {
            self.wanted.update_value(Vec::clear);
            self.coming.set(Coming::default());
            browser::ask_for_files("");
        }
        forgets
    }

    /// Adds `files` to those that are wanted; says whether one of them was not.
    fn want(&self, files: Vec<u32>) -> bool {
        let add = |wanted: &mut Vec<u32>| {
            let before = wanted.len();
            // Few at a time, but for all texts, which are asked for once.
            files.into_iter().for_each(|file| {
                if !wanted.contains(&file) {
                    wanted.push(file);
                }
            });
            wanted.len() > before
        };
        self.wanted.try_update_value(add).unwrap_or_default()
    }

    /// Asks for all that is wanted.
    pub(crate) fn ask(&self) {
        let wanted = self.wanted.with_value(|wanted| wanted.iter().map(u32::to_string).collect::<Vec<_>>());
        let is_new = self.coming.with_untracked(|now| now.come == now.all);
        let come = if is_new { 0 } else { self.coming.with_untracked(|now| now.come) };
        self.coming.set(Coming { come, all: come + wanted.len(), trouble: None });
        browser::ask_for_files(&wanted.join(","));
    }

    /// Whether texts are lacking.
    pub(super) fn lacks_texts(&self) -> bool {
        self.texts.with_value(|texts| texts.contains(&false))
    }

    /// Calls `act` once all texts are there, in place of what waited for them.
    pub(super) fn with_all_texts(&self, act: impl FnOnce() + 'static) {
        self.waiting.set_value(Some(Box::new(act)));
        self.want_all_texts();
    }

    /// Calls `act` once all texts are there, whatever else waits for them.
    pub(super) fn take_with_all_texts(&self, act: impl FnOnce() + 'static) {
        self.taken.update_value(|taken| taken.push(Box::new(act)));
        self.want_all_texts();
    }

    fn want_all_texts(&self) {
        let Some(shards) = self.shards else { return };
        self.want(self.absent_texts());
        self.want(shards.lacking());
        self.ask();
    }

    /// What waited for all texts waits no more; says whether something did.
    pub(super) fn call_off(&self) -> bool {
        self.waiting.try_update_value(Option::take).flatten().is_some()
    }

    /// The numbers of the files that were asked for and are not there, all texts among them where a view waits for these.
    pub(crate) fn lacking(&self) -> Vec<u32> {
        let Some(shards) = self.shards else { return Vec::new() };
        let mut lacking = shards.lacking();
        // Who asked may have been the page, which is drawn again when they come.
        self.want(lacking.clone());
        if self.waiting.with_value(Option::is_some) {
            lacking.extend(self.absent_texts());
        }
        lacking
    }

    fn absent_texts(&self) -> Vec<u32> {
        self.texts
            .with_value(|texts| (0..).zip(texts).filter(|(_, come)| !**come).map(|(file, _)| file).collect())
    }

    /// Puts a file where it was lacking; says whether all that was wanted is there.
    pub(super) fn put(&self, number: u32, bytes: &[u8]) -> Result<bool, String> {
        let Some(shards) = self.shards else { return Ok(false) };
        let put = self.base.with_value(|base| shards.put(&base.explorer, number, bytes));
        put.map_err(|error| error.to_string())?;
        if shards.kind(number) == Kind::Texts {
            self.texts.update_value(|texts| {
                texts.get_mut(number as usize).into_iter().for_each(|come| *come = true);
            });
        }
        let remove = |wanted: &mut Vec<u32>| {
            let at = wanted.iter().position(|file| *file == number);
            at.map(|at| wanted.swap_remove(at)).is_some()
        };
        let was_wanted = self.wanted.try_update_value(remove).unwrap_or_default();
        if was_wanted {
            self.coming.update(|coming| coming.come += 1);
        }
        Ok(was_wanted && self.wanted.with_value(Vec::is_empty))
    }

    /// What waited for all texts, where they are there.
    pub(super) fn waited(&self) -> Vec<Waiting> {
        if self.lacks_texts() {
            return Vec::new();
        }
        let taken = self.taken.try_update_value(std::mem::take).unwrap_or_default();
        self.waiting.try_update_value(Option::take).flatten().into_iter().chain(taken).collect()
    }

    /// Says why a file does not come.
    pub(crate) fn lose(&self, why: String) {
        if self.are_many() {
            self.coming.update(|coming| coming.trouble = Some(why));
        }
    }
}
