//! What shows: a corpus in a reading of its actors, and what the view picks out of it.

use super::files::Files;
use crate::browser::Later;
use dateline_engine::explorer::{Annotated, Evidence, EvidenceRow, Explorer, Selection};
use dateline_engine::text::Problem;
use dateline_engine::view::View;
use leptos::prelude::*;
use std::sync::Arc;

/// So many views are kept to go back to.
pub(super) const STEPS_BACK: usize = 100;

/// A reading of the actors; the same one is the same, and another with the same mentions is another.
#[derive(Clone)]
pub(super) struct KeptReading(pub(super) Arc<Annotated>);

impl PartialEq for KeptReading {
    fn eq(&self, other: &KeptReading) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a view asks for: what it picks out, and which rows it opens.
#[derive(PartialEq)]
pub(super) struct Asked {
    reading: KeptReading,
    filters: View,
    /// Whether its query is being typed, and so finds more than it says.
    pub(super) unfinished: bool,
    /// The view, without an article that is open.
    opened: View,
}

impl Asked {
    /// What `view` asks for in this reading.
    pub(super) fn new(view: &View, reading: KeptReading, unfinished: bool) -> Asked {
        Asked { reading, filters: view.filters(), unfinished, opened: view.close_article() }
    }

    /// Whether it picks out what `other` does.
    pub(super) fn picks_out(&self, other: &Asked) -> bool {
        (&self.reading, &self.filters, self.unfinished) == (&other.reading, &other.filters, other.unfinished)
    }

    /// What it picks out; of a query that is being typed and fits nothing, what showed `before`.
    pub(super) fn shown(&self, before: Option<&Shown>) -> Shown {
        Shown::new(self.reading.0.clone(), &self.filters, self.unfinished, before)
    }

    /// The rows that it opens in what shows.
    pub(super) fn rows(&self, shown: &Shown) -> Vec<EvidenceRow> {
        shown.explorer().rows(&shown.selection, &self.opened).iter().map(Evidence::kept).collect()
    }
}

/// The state itself, which nobody follows who goes before it.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub(super) view: ReadSignal<View>,
    pub(super) shown: ReadSignal<Shown>,
    pub(super) rows: ReadSignal<Vec<EvidenceRow>>,
    pub(super) reading: ReadSignal<KeptReading>,
}

/// A count that is put off until the browser has drawn; dropping it calls the count off.
pub(crate) struct Deferred {
    #[allow(dead_code, reason = "dropping it is what it is for")]
    pub(super) later: Option<Later>,
    /// The files in which it waits for all texts, where it does.
    pub(super) files: Option<Files>,
    pub(super) counting: WriteSignal<bool>,
}

impl Drop for Deferred {
    fn drop(&mut self) {
        self.files.map(|files| files.call_off());
        self.counting.set(false);
    }
}

/// What shows: the corpus in a reading of its actors, and what the view picks out of it.
#[derive(Clone)]
pub(crate) struct Shown {
    /// The reading.
    pub(crate) reading: Arc<Annotated>,
    /// What the view picks out.
    pub(crate) selection: Arc<Selection>,
    /// The query that it answers.
    pub(crate) query: String,
    /// Whether nothing fits what the reader is typing yet, so that what showed before still does.
    pub(crate) unmatched: bool,
    /// How often files have come that it was drawn without.
    renewed: u32,
}

impl Shown {
    /// What `filters` pick out; of an `unfinished` query that nothing fits, what showed `before`.
    fn new(reading: Arc<Annotated>, filters: &View, unfinished: bool, before: Option<&Shown>) -> Shown {
        let explorer = &reading.explorer;
        let selection = match unfinished {
            true => explorer.select_as_typed(filters),
            false => explorer.select(filters),
        };
        match before {
            Some(before)
                if unfinished && selection.articles.is_empty() && !before.selection.articles.is_empty() =>
            {
                Shown { unmatched: true, ..before.clone() }
            }
            _ => {
                let (selection, query) = (Arc::new(selection), filters.query.clone());
                Shown { reading, selection, query, unmatched: false, renewed: 0 }
            }
        }
    }

    /// Has it drawn again: files have come.
    pub(super) fn renew(&mut self) {
        self.renewed += 1;
    }

    /// What of `query` was not understood, where it is the one that shows.
    pub(crate) fn problems_of(&self, query: &str) -> &[Problem] {
        if self.query == query { self.selection.query_problems() } else { &[] }
    }

    /// The corpus in this reading, ready to answer.
    pub(crate) fn explorer(&self) -> &Explorer {
        &self.reading.explorer
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        Arc::ptr_eq(&self.reading, &other.reading)
            && Arc::ptr_eq(&self.selection, &other.selection)
            && (self.unmatched, self.renewed) == (other.unmatched, other.renewed)
    }
}
