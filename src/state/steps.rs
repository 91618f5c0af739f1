//! Steps from view to view: the address, its history, and what of them Back undoes.

use super::App;
use super::shown::STEPS_BACK;
use crate::browser::{self, Entry};
use dateline_engine::view::{View, from_fragment, to_fragment};
use leptos::prelude::*;
use leptos::reactive::effect::batch;

impl App {
    /// Follows the address and the links of the page.
    pub(crate) fn listen(self) {
        browser::on_navigation(move || self.navigate());
        browser::on_link(move |href| self.follow(from_fragment(href).0));
    }

    /// Shows what the address describes.
    fn navigate(&self) {
        let (read, problems) = from_fragment(&browser::fragment());
        self.step(|| {
            if self.current() != read {
                // Back, by the browser.
                self.past.update(|past| {
                    past.pop_if(|last| *last == read);
                });
                self.show(read);
            }
        });
        self.link_problems.set(problems);
    }

    /// Shows `view`; Back undoes it.
    pub(crate) fn go(&self, view: View) {
        self.step(|| self.set(view, Entry::Push));
    }

    /// Follows a link of the page. It leads on from what shows, and Back to that: while the reader types, it is more than
    /// the query will mean, or the answer to another.
    fn follow(&self, mut view: View) {
        let now = self.current();
        self.step(|| {
            if self.asked.with_value(|asked| asked.unfinished) && view.query == now.query {
                let shown = self.now.shown.get_untracked();
                let from = View { query: shown.query.clone(), ..now.clone() };
                let (lasting, whole) =
                    self.files.whole(|| shown.explorer().lasting_query(&from, &shown.selection));
                // What lacks a file is not known to find the same; what is typed is a beginning.
                view.query = if whole { lasting } else { [&shown.query, "*"].concat() };
                self.replace(View { query: view.query.clone(), ..now });
            }
            self.set(view, Entry::Push);
        });
    }

    /// Shows `view`, which the page around asks for; its mentions are found before this returns.
    pub(crate) fn go_at_once(&self, view: View) {
        if !self.files.lacks_texts() {
            self.reading_of(&view.edits);
        }
        self.step(|| self.put_in_address(view, Entry::Push));
    }

    /// Shows the view before.
    pub(crate) fn back(&self) {
        let Some(Some(view)) = self.past.try_update(Vec::pop) else { return };
        self.step(|| {
            browser::set_fragment(&to_fragment(&view), Entry::Replace);
            self.show(view);
            self.link_problems.set(Vec::new());
        });
    }

    /// Shows `view` in place of what shows: a step too small for Back.
    pub(crate) fn replace(&self, view: View) {
        self.set(view, Entry::Replace);
    }

    /// Shows `view` while the reader types: Back undoes all the typing at once.
    pub(crate) fn type_on(&self, view: View) {
        let entry = if self.typing.get_untracked() { Entry::Replace } else { Entry::Push };
        batch(|| {
            self.typing.set(true);
            self.set(view, entry);
            self.answer();
        });
    }

    /// What was typed stays as it is: it means what it says, and the next typing is another step.
    pub(crate) fn settle(&self) {
        self.step(|| ());
    }

    /// The view of the article that the reader comes back from, told once.
    pub(crate) fn left(&self) -> Option<View> {
        self.left.try_update_value(Option::take).flatten().filter(|view| view.article.is_some())
    }

    fn set(&self, view: View, entry: Entry) {
        // Of a page that is locked nothing changes what is counted.
        if !browser::is_locked() || view == view.counted_as(&self.current()) {
            self.put_in_address(view, entry);
        }
    }

    fn put_in_address(&self, view: View, entry: Entry) {
        let now = self.current();
        if now != view {
            if entry == Entry::Push && browser::may_lack_history() {
                self.past.update(|past| {
                    past.push(now);
                    past.drain(..past.len().saturating_sub(STEPS_BACK));
                });
            }
            browser::set_fragment(&to_fragment(&view), entry);
            self.show(view);
            self.link_problems.set(Vec::new());
        }
    }
}
