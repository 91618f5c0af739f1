//! The app's state: one signal holds the view; the selection is derived from it. The page is drawn for one reading
//! of the actors, and anew when the view's edits ask for another.

use crate::browser::{self, Entry, Later};
use dateline_engine::actors::{Edit, Lists};
use dateline_engine::explorer::{Annotated, Explorer, Selection};
use dateline_engine::pack::{SourceTexts, decode_source_texts};
use dateline_engine::view::{View, from_fragment, to_fragment};
use leptos::prelude::*;

/// The source texts on their way into the page.
pub(crate) type SourceTextsOnTheirWay = Option<Result<&'static SourceTexts<'static>, String>>;

/// Articles in which mentions are found again before a reader notices; more are counted once the page says so.
const SOON: usize = 500;
/// After so many milliseconds the browser has drawn what the page says.
const DRAWN: u32 = 50;
/// Readings with so many mentions together are kept, for Back: some 100 MB.
const KEPT: usize = 1_000_000;

/// A count that is put off until the browser has drawn; dropping it calls the count off.
pub(crate) struct Deferred {
    _later: Later,
    set_counting: WriteSignal<bool>,
}

impl Drop for Deferred {
    fn drop(&mut self) {
        self.set_counting.set(false);
    }
}

/// A reading of the actors, and what the view picks out of it.
#[derive(Clone, Copy)]
struct Now {
    reading: &'static Annotated,
    selection: Memo<Selection>,
}

/// What every component needs. Copied freely: signals are handles, and the corpus lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The corpus, ready to answer; another in another reading, for which the page is drawn anew.
    pub(crate) explorer: &'static Explorer,
    /// The reading of the actors that the page is drawn for.
    pub(crate) reading: &'static Annotated,
    /// The lists of actors as they come.
    pub(crate) lists: &'static Lists,
    /// What tells the corpus from another, for citations.
    pub(crate) fingerprint: &'static str,
    /// What the view picks out.
    pub(crate) selection: Memo<Selection>,
    /// What the link said that means nothing here.
    pub(crate) link_problems: ReadSignal<Vec<String>>,
    /// The source texts, once somebody has opened one; or why there are none.
    pub(crate) sources: ReadSignal<SourceTextsOnTheirWay>,
    set_sources: WriteSignal<SourceTextsOnTheirWay>,
    /// Whether mentions are being found again.
    pub(crate) counting: ReadSignal<bool>,
    set_counting: WriteSignal<bool>,
    /// The reading without edits.
    first: &'static Annotated,
    /// The reading of the newest view.
    now: StoredValue<Now>,
    /// The readings so far.
    known: StoredValue<Vec<(Vec<Edit>, Now)>>,
    /// The view that is waited for, because its mentions are being found.
    next: StoredValue<Option<View>>,
    /// Shows it, unless it is dropped before.
    waiting: StoredValue<Option<Deferred>, LocalStorage>,
    view: ReadSignal<View>,
    set_view: WriteSignal<View>,
    set_link_problems: WriteSignal<Vec<String>>,
    /// Draws the page anew, for the reading of the newest view.
    draw: fn(App),
    /// The view before, to come back to its article in the list.
    left: StoredValue<Option<View>>,
    /// Whether the newest history entry was made by typing, so that more typing replaces it.
    typing: StoredValue<bool>,
}

impl App {
    /// The state that the address describes; `draw` draws the page anew where the view asks for another reading.
    pub(crate) fn new(
        first: &'static Annotated,
        lists: &'static Lists,
        fingerprint: &'static str,
        draw: fn(App),
    ) -> App {
        let (read, problems) = from_fragment(&browser::fragment());
        let (view, set_view) = signal(read);
        let (link_problems, set_link_problems) = signal(problems);
        let (sources, set_sources) = signal(None);
        let (counting, set_counting) = signal(false);
        let now = Now::new(first, view);
        let app = App {
            explorer: &first.explorer,
            reading: first,
            lists,
            fingerprint,
            selection: now.selection,
            link_problems,
            sources,
            set_sources,
            counting,
            set_counting,
            first,
            now: StoredValue::new(now),
            known: StoredValue::new(vec![(Vec::new(), now)]),
            next: StoredValue::new(None),
            waiting: StoredValue::new_local(None),
            view,
            set_view,
            set_link_problems,
            draw,
            left: StoredValue::new(None),
            typing: StoredValue::new(false),
        };
        let edits = app.current().edits;
        app.now.set_value(app.read(&edits));
        browser::on_navigation(move || app.navigate());
        browser::on_link(move |href| app.go(from_fragment(href).0));
        app
    }

    /// The same app with the reading of the newest view.
    pub(crate) fn now(&self) -> App {
        let Now { reading, selection } = self.now.get_value();
        App { explorer: &reading.explorer, reading, selection, ..*self }
    }

    /// The reading with `edits`.
    fn read(&self, edits: &[Edit]) -> Now {
        let known = self.known.with_value(|all| all.iter().find(|(of, _)| of == edits).map(|(_, now)| *now));
        known.unwrap_or_else(|| {
            // It lives as long as the page, so that Back finds it.
            let reading: &'static Annotated = Box::leak(Box::new(self.first.edited(self.lists, edits)));
            let now = Now::new(reading, self.view);
            self.known.update_value(|all| all.push((edits.to_vec(), now)));
            now
        })
    }

    /// What the view's actors would be with `edits`; kept by nobody.
    pub(crate) fn preview(&self, edits: &[Edit]) -> Annotated {
        self.first.edited(self.lists, edits)
    }

    /// Calls `count`, which finds mentions again: at once where that takes no time, else when the browser has drawn
    /// what says so, unless what this gives is dropped before.
    pub(crate) fn deferred(&self, count: impl FnOnce() + 'static) -> Option<Deferred> {
        if self.explorer.corpus.articles.len() <= SOON {
            count();
            return None;
        }
        let set_counting = self.set_counting;
        set_counting.set(true);
        let later = browser::later(DRAWN, move || {
            set_counting.set(false);
            count();
        });
        Some(Deferred { _later: later, set_counting })
    }

    /// Whether no more readings can be kept.
    fn is_full(&self) -> bool {
        let kept = self.known.with_value(Vec::len);
        kept > 2 && kept * self.first.explorer.mentions.list.len() > KEPT
    }

    /// Shows what the address describes.
    fn navigate(&self) {
        let (read, problems) = from_fragment(&browser::fragment());
        self.typing.set_value(false);
        if self.current() != read {
            self.show(read);
        }
        self.set_link_problems.set(problems);
    }

    fn show(&self, view: View) {
        self.left.set_value(Some(self.current()));
        // What was waited for is wanted no more.
        self.waiting.set_value(None);
        self.next.set_value(None);
        let app = *self;
        if self.known.with_value(|all| all.iter().any(|(edits, _)| *edits == view.edits)) {
            self.put(view);
        } else if self.is_full() {
            // The address has the view, and the page begins anew with the memory of all those before.
            browser::reload();
        } else {
            self.next.set_value(Some(view.clone()));
            self.waiting.set_value(self.deferred(move || app.put(view)));
        }
    }

    fn put(&self, view: View) {
        self.next.set_value(None);
        let other = self.view.with_untracked(|now| now.edits != view.edits);
        if other {
            self.now.set_value(self.read(&view.edits));
        }
        self.set_view.set(view);
        if other {
            (self.draw)(*self);
        }
    }

    /// The view, followed by whoever reads it in a reactive place.
    pub(crate) fn view(&self) -> View {
        self.view.get()
    }

    /// A part of the view that changes by itself.
    pub(crate) fn part<T: PartialEq + Send + Sync + 'static>(&self, of: fn(&View) -> T) -> Memo<T> {
        let view = self.view;
        Memo::new(move |_| view.with(of))
    }

    /// The view as it is now or is about to be, followed by nobody.
    pub(crate) fn current(&self) -> View {
        self.next.get_value().unwrap_or_else(|| self.view.get_untracked())
    }

    /// Shows `view`; Back undoes it.
    pub(crate) fn go(&self, view: View) {
        self.typing.set_value(false);
        self.set(view, Entry::Push);
    }

    /// Shows `view`, whose mentions are found before this returns.
    pub(crate) fn go_at_once(&self, view: View) {
        if !self.is_full() {
            self.read(&view.edits);
        }
        self.go(view);
    }

    /// Shows `view` in place of what shows: a step too small for Back.
    pub(crate) fn replace(&self, view: View) {
        self.set(view, Entry::Replace);
    }

    /// Shows `view` while the reader types: Back undoes all the typing at once.
    pub(crate) fn type_on(&self, view: View) {
        let entry = if self.typing.get_value() { Entry::Replace } else { Entry::Push };
        self.typing.set_value(true);
        self.set(view, entry);
    }

    /// What was typed stays as it is: the next typing is another step.
    pub(crate) fn settle(&self) {
        self.typing.set_value(false);
    }

    /// The view of the article that the reader comes back from, told once.
    pub(crate) fn left(&self) -> Option<View> {
        self.left.try_update_value(Option::take).flatten().filter(|view| view.article.is_some())
    }

    /// Asks for the source texts, unless they are here; what came of it stands in `sources`.
    pub(crate) fn ask_for_sources(&self) {
        if self.sources.with_untracked(|sources| !matches!(sources, Some(Ok(_)))) {
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

    fn set(&self, view: View, entry: Entry) {
        if self.current() != view {
            browser::set_fragment(&to_fragment(&view), entry);
            self.show(view);
            self.set_link_problems.set(Vec::new());
        }
    }
}

impl Now {
    fn new(reading: &'static Annotated, view: ReadSignal<View>) -> Now {
        // Many components read it, and it is the page's costliest computation. It depends on the filters
        // alone, so that opening an article computes nothing again.
        let filters = Memo::new(move |_| view.with(View::filters));
        let selection = Memo::new(move |_| filters.with(|filters| reading.explorer.select(filters)));
        Now { reading, selection }
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
