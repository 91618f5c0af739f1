//! The app's state: a signal for the view and one for the reading of the actors; all that shows is derived from both.

mod files;
mod shown;
mod steps;
mod waiting;

use crate::browser;
use crate::lasting::{copied, copy, lasting, together, within};
use dateline_engine::actors::{Edit, Lists};
use dateline_engine::corpus::Corpus;
use dateline_engine::explorer::{Annotated, EvidenceRow};
use dateline_engine::pack::{SourceTexts, decode_source_texts};
use dateline_engine::search::Query;
use dateline_engine::shards::Shards;
use dateline_engine::view::{View, to_fragment};
pub(crate) use files::Coming;
use files::Files;
use leptos::prelude::*;
use leptos::reactive::effect::batch;
use shown::{Asked, KeptReading, Now};
pub(crate) use shown::{Deferred, Shown};
use std::sync::Arc;

/// The source texts on their way into the page.
pub(crate) type SourceTextsOnTheirWay = Option<Result<&'static SourceTexts<'static>, String>>;

/// Articles in which mentions are found again before a reader notices; more are counted once the page says so.
const SOON: usize = 500;
/// After so many milliseconds the browser has drawn what the page says.
const DRAWN: u32 = 50;
/// Readings with so many mentions together are kept, for Back: some 100 MB.
const KEPT: usize = 1_000_000;

/// What every component needs. Copied freely: signals are handles, and the corpus lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The corpus.
    pub(crate) corpus: &'static Corpus,
    /// The lists of actors as they come.
    pub(crate) lists: &'static Lists,
    /// What tells the corpus from another, for citations.
    pub(crate) fingerprint: &'static str,
    /// The view.
    pub(crate) view: ReadSignal<View>,
    /// What shows.
    pub(crate) shown: ReadSignal<Shown>,
    /// The rows of evidence that the view opens, whether or not an article lies over them.
    pub(crate) rows: ReadSignal<Vec<EvidenceRow>>,
    /// What the link said that means nothing here.
    pub(crate) link_problems: RwSignal<Vec<String>>,
    /// The source texts, once somebody has opened one; or why there are none.
    pub(crate) sources: ReadSignal<SourceTextsOnTheirWay>,
    /// Whether mentions are being found again.
    pub(crate) counting: ReadSignal<bool>,
    /// The reading of the view.
    reading: ReadSignal<KeptReading>,
    /// The newest readings with their edits, the last used at the end; the one without edits is always the first.
    readings: StoredValue<Vec<(Vec<Edit>, Arc<Annotated>)>>,
    /// The view that is waited for, because its mentions are being found.
    next: StoredValue<Option<View>>,
    /// Shows it, unless it is dropped before.
    waiting: StoredValue<Option<Deferred>, LocalStorage>,
    set_sources: WriteSignal<SourceTextsOnTheirWay>,
    set_counting: WriteSignal<bool>,
    set_reading: WriteSignal<KeptReading>,
    set_view: WriteSignal<View>,
    /// The view before, to come back to its article in the list.
    left: StoredValue<Option<View>>,
    /// The views before, the last at the end, where the browser may keep none.
    pub(crate) past: RwSignal<Vec<View>>,
    /// Whether the reader is typing a query: it made the newest history entry, which more typing replaces.
    pub(crate) typing: RwSignal<bool>,
    set_shown: WriteSignal<Shown>,
    set_rows: WriteSignal<Vec<EvidenceRow>>,
    /// What `shown` and `rows` answer.
    asked: StoredValue<Asked>,
    /// The files of a corpus that is in many.
    pub(crate) files: Files,
    /// The view, what shows, the rows and the reading as they are now. What of them is followed may be a copy.
    now: Now,
}

impl App {
    /// The state of `view`; `problems` says what of its link means nothing here. `shards` are the files of a corpus that is
    /// in many.
    pub(crate) fn new(
        first: Annotated,
        shards: Option<&'static Shards>,
        lists: &'static Lists,
        fingerprint: &'static str,
        (view, problems): (View, Vec<String>),
    ) -> App {
        // The corpus lives as long as the page, whichever reading of its actors shows.
        let corpus: &'static Arc<Corpus> = Box::leak(Box::new(first.explorer.corpus.clone()));
        let first = Arc::new(first);
        let (view, set_view) = signal(view);
        let (reading, set_reading) = signal(KeptReading(first.clone()));
        let (sources, set_sources) = signal(None);
        let (counting, set_counting) = signal(false);
        let files = Files::new(shards, first.clone());
        let asked = view.with_untracked(|view| Asked::new(view, KeptReading(first.clone()), false));
        let (now, whole) = files.whole(|| {
            let shown = asked.shown(None);
            let rows = asked.rows(&shown);
            (shown, rows)
        });
        files.pending.set(!whole);
        let (shown, set_shown) = signal(now.0);
        let (rows, set_rows) = signal(now.1);
        let app = App {
            corpus,
            lists,
            fingerprint,
            view,
            shown,
            rows,
            link_problems: RwSignal::new(problems),
            sources,
            counting,
            reading,
            readings: StoredValue::new(vec![(Vec::new(), first)]),
            next: StoredValue::new(None),
            waiting: StoredValue::new_local(None),
            set_sources,
            set_counting,
            set_reading,
            set_view,
            left: StoredValue::new(None),
            past: RwSignal::new(Vec::new()),
            typing: RwSignal::new(false),
            set_shown,
            set_rows,
            asked: StoredValue::new(asked),
            files,
            now: Now { view, shown, rows, reading },
        };
        app.files.listen();
        let view = app.current();
        if !view.edits.is_empty() && app.files.lacks_texts() {
            app.wait_for_texts(view);
        } else {
            app.set_reading.set(KeptReading(app.reading_of(&view.edits)));
        }
        app.answer();
        app
    }

    /// The same state for what is drawn and taken down again, and follows it: it goes with it, and leaves nothing.
    pub(crate) fn within(self) -> App {
        let (view, set_view) = copied(self.now.view);
        let (shown, set_shown) = copied(self.now.shown);
        let (rows, set_rows) = copied(self.now.rows);
        // Together, so that who reads two of them reads them once.
        together(move || {
            copy(self.now.view, view, set_view);
            copy(self.now.shown, shown, set_shown);
            copy(self.now.rows, rows, set_rows);
        });
        let (sources, counting, reading) =
            (within(self.sources), within(self.counting), within(self.reading));
        App { view, shown, rows, sources, counting, reading, ..self }
    }

    /// Finds what the view asks for, where it is not what shows: the page's costliest computation. It depends on the
    /// filters and on the reading, so that opening an article computes nothing again.
    fn answer(&self) {
        let is_unfinished = |query: &str| Query::as_typed(query) != Query::parse(query);
        let asked = self.now.view.with_untracked(|view| {
            let unfinished = self.typing.get_untracked() && is_unfinished(&view.query);
            Asked::new(view, self.now.reading.get_untracked(), unfinished)
        });
        let was_pending = self.files.pending.get_untracked();
        if !was_pending && self.asked.with_value(|before| *before == asked) {
            return;
        }
        let picks_out_the_same = self.asked.with_value(|before| before.picks_out(&asked));
        let is_same = picks_out_the_same && !was_pending;
        let forgot = !picks_out_the_same && self.files.forget();
        let ((shown, rows), whole) = self.files.whole(|| {
            let before = self.now.shown.get_untracked();
            let shown = if is_same { before } else { asked.shown(Some(&before)) };
            let rows = asked.rows(&shown);
            (shown, rows)
        });
        self.asked.set_value(asked);
        if self.files.pending.get_untracked() == whole {
            self.files.pending.set(!whole);
        }
        // What lacks a file is no answer: it is asked for again when that is there.
        if !whole {
            return;
        }
        if !is_same {
            self.set_shown.set(shown);
        }
        if forgot {
            // What was drawn without its files asks for them again.
            self.set_shown.update(Shown::renew);
        }
        if self.now.rows.with_untracked(|now| *now != rows) {
            self.set_rows.set(rows);
        }
    }

    /// Does something after which nobody is typing any more; all that follows is computed once.
    fn step(&self, act: impl FnOnce()) {
        batch(|| {
            if self.typing.get_untracked() {
                self.typing.set(false);
            }
            act();
            self.answer();
        });
    }

    /// The reading with `edits`, made if it is not kept.
    pub(crate) fn reading_of(&self, edits: &[Edit]) -> Arc<Annotated> {
        let kept = self.readings.try_update_value(|kept| {
            let at = kept.iter().position(|(of, _)| of == edits)?;
            // The first one stays the first.
            if at > 0 {
                kept[at..].rotate_left(1);
            }
            kept.get(if at > 0 { kept.len() - 1 } else { 0 }).map(|(_, reading)| reading.clone())
        });
        if let Some(reading) = kept.flatten() {
            return reading;
        }
        let first = self.readings.with_value(|kept| kept[0].1.clone());
        let reading = Arc::new(first.edited(self.lists, edits));
        self.readings.update_value(|kept| {
            let room = KEPT / first.explorer.mentions.list.len().max(1);
            if kept.len() > room.max(2) {
                kept.remove(1);
            }
            kept.push((edits.to_vec(), reading.clone()));
        });
        reading
    }

    /// Calls `count`, which finds mentions again: at once where that takes no time, else when the browser has drawn
    /// what says so, unless what this gives is dropped before.
    pub(crate) fn deferred(&self, count: impl FnOnce() + 'static) -> Option<Deferred> {
        if self.files.lacks_texts() {
            let counting = self.set_counting;
            counting.set(true);
            self.files.with_all_texts(move || {
                counting.set(false);
                count();
            });
            return Some(Deferred { later: None, files: Some(self.files), counting });
        }
        if self.corpus.articles.len() <= SOON {
            count();
            return None;
        }
        let counting = self.set_counting;
        counting.set(true);
        let later = browser::later(DRAWN, move || {
            counting.set(false);
            count();
        });
        Some(Deferred { later: Some(later), files: None, counting })
    }

    fn show(&self, view: View) {
        self.left.set_value(Some(self.current()));
        // What was waited for is wanted no more.
        self.waiting.set_value(None);
        if self.files.call_off() {
            self.set_counting.set(false);
        }
        self.next.set_value(None);
        let app = *self;
        if self.readings.with_value(|kept| kept.iter().any(|(edits, _)| *edits == view.edits)) {
            self.put(view);
        } else {
            self.next.set_value(Some(view.clone()));
            self.waiting.set_value(self.deferred(move || app.put(view)));
        }
    }

    fn put(&self, view: View) {
        self.next.set_value(None);
        batch(|| {
            let reading = KeptReading(self.reading_of(&view.edits));
            if self.now.reading.with_untracked(|now| *now != reading) {
                self.set_reading.set(reading);
            }
            self.set_view.set(view);
            self.answer();
        });
        browser::tell_view();
    }

    /// A part of the view that changes by itself.
    pub(crate) fn part<T: PartialEq + Send + Sync + 'static>(&self, of: fn(&View) -> T) -> ReadSignal<T> {
        let view = self.view;
        lasting(move |_| view.with(of))
    }

    /// The link of a view that follows from the one that shows.
    pub(crate) fn link(&self, to: impl Fn(&View) -> View + Send + Sync + 'static) -> Signal<String> {
        let view = self.view;
        Signal::derive(move || href(&view.with(&to)))
    }

    /// The view as it is now or is about to be, followed by nobody.
    pub(crate) fn current(&self) -> View {
        self.next.get_value().unwrap_or_else(|| self.now.view.get_untracked())
    }

    /// The reading of the newest view.
    pub(crate) fn reading(&self) -> Arc<Annotated> {
        self.reading.get().0
    }

    /// The reading of the newest view, followed by nobody.
    pub(crate) fn current_reading(&self) -> Arc<Annotated> {
        self.now.reading.get_untracked().0
    }

    /// Asks for the source texts, unless they are here; what came of it stands in `sources`.
    pub(crate) fn ask_for_sources(&self) {
        if !self.files.are_many() && self.sources.with_untracked(|sources| !matches!(sources, Some(Ok(_)))) {
            browser::ask_for_sources();
        }
    }

    /// Keeps the source texts, or what went wrong.
    pub(crate) fn keep_source_texts(&self, bytes: Vec<u8>, trouble: Option<String>) {
        let read = || -> Result<&'static SourceTexts<'static>, String> {
            // They live as long as the page.
            let bytes = Box::leak(bytes.into_boxed_slice());
            let sources = decode_source_texts(bytes, self.fingerprint).map_err(|e| e.to_string())?;
            Ok(Box::leak(Box::new(sources)))
        };
        self.set_sources.set(Some(trouble.map_or_else(read, Err)));
    }
}

/// The link that shows `view`.
pub(crate) fn href(view: &View) -> String {
    format!("#{}", to_fragment(view))
}

/// The full address of `view`, to be taken elsewhere.
pub(crate) fn link(view: &View) -> String {
    format!("{}{}", browser::address(), href(view))
}
