//! The app's state: one signal holds the view; the selection is derived from it.

use crate::browser::{self, Entry};
use dateline_engine::pack::{Sources, decode_sources};
use dateline_engine::view::{Explorer, Selection, View, from_fragment, to_fragment};
use leptos::prelude::*;

/// The sources on their way into the page.
pub(crate) type Shelf = Option<Result<&'static Sources<'static>, String>>;

/// What every component needs. Copied freely: signals are handles, and the corpus lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The corpus, ready to answer; never changes.
    pub(crate) explorer: &'static Explorer,
    /// What tells the corpus from another, for citations.
    pub(crate) fingerprint: &'static str,
    /// What the view picks out.
    pub(crate) selection: Memo<Selection>,
    /// What the link said that means nothing here.
    pub(crate) link_problems: ReadSignal<Vec<String>>,
    /// The source texts, once somebody has opened one; or why there are none.
    pub(crate) sources: ReadSignal<Shelf>,
    set_sources: WriteSignal<Shelf>,
    view: ReadSignal<View>,
    set_view: WriteSignal<View>,
    set_link_problems: WriteSignal<Vec<String>>,
    /// The view before, to come back to its article in the list.
    left: StoredValue<Option<View>>,
    /// Whether the newest history entry was made by typing, so that more typing replaces it.
    typing: StoredValue<bool>,
}

impl App {
    /// The state that the address describes.
    pub(crate) fn new(explorer: &'static Explorer, fingerprint: &'static str) -> App {
        let (first, problems) = from_fragment(&browser::fragment());
        let (view, set_view) = signal(first);
        let (link_problems, set_link_problems) = signal(problems);
        // Many components read it, and it is the page's costliest computation. It depends on the filters
        // alone, so that opening an article computes nothing again.
        let filters = Memo::new(move |_| view.with(View::filters));
        let selection = Memo::new(move |_| filters.with(|filters| explorer.select(filters)));
        let (sources, set_sources) = signal(None);
        let (typing, left) = (StoredValue::new(false), StoredValue::new(None));
        let app = App {
            explorer,
            fingerprint,
            selection,
            link_problems,
            sources,
            set_sources,
            view,
            set_view,
            set_link_problems,
            left,
            typing,
        };
        browser::on_navigation(move || app.navigate());
        browser::on_link(move |href| app.go(from_fragment(href).0));
        app
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
        self.set_view.set(view);
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

    /// The view as it is now, followed by nobody.
    pub(crate) fn current(&self) -> View {
        self.view.get_untracked()
    }

    /// Shows `view`; Back undoes it.
    pub(crate) fn go(&self, view: View) {
        self.typing.set_value(false);
        self.set(view, Entry::Push);
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
    pub(crate) fn shelve(&self, bytes: Vec<u8>, trouble: Option<String>) {
        let read = || -> Result<&'static Sources<'static>, String> {
            // They live as long as the page.
            let bytes = Box::leak(bytes.into_boxed_slice());
            let sources = decode_sources(bytes, self.fingerprint).map_err(|e| e.to_string())?;
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

/// The link that shows `view`.
pub(crate) fn href(view: &View) -> String {
    format!("#{}", to_fragment(view))
}

/// The full address of `view`, to be taken elsewhere.
pub(crate) fn link(view: &View) -> String {
    format!("{}{}", browser::address(), href(view))
}
