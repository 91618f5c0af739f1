//! What waits until files of the corpus have come.

use super::{App, Shown};
use dateline_engine::view::View;
use leptos::prelude::*;
use leptos::reactive::effect::batch;

impl App {
    /// Answers once more when files have come: what was pending, or else what was drawn without them.
    pub(super) fn answer_again(&self) {
        self.answer();
        if !self.files.pending.get_untracked() {
            self.set_shown.update(Shown::renew);
        }
    }

    /// Shows `view`, whose mentions are to be found again, once all texts are there.
    pub(super) fn wait_for_texts(&self, view: View) {
        let app = *self;
        self.next.set_value(Some(view.clone()));
        self.set_counting.set(true);
        self.files.with_all_texts(move || {
            app.set_counting.set(false);
            app.put(view);
        });
    }

    /// Takes a file that was asked for.
    ///
    /// # Errors
    /// Where it is not the file of this number: the sentence for the reader.
    pub(crate) fn take_file(&self, number: u32, bytes: &[u8]) -> Result<(), String> {
        if self.files.put(number, bytes)? {
            self.files.waited().into_iter().for_each(|act| act());
            batch(|| self.answer_again());
        }
        Ok(())
    }

    /// Calls `compute` until no file is lacking for it, and `then` with what it gives.
    pub(crate) fn once_there<T: 'static>(
        &self,
        compute: impl Fn() -> T + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        let (value, whole) = self.files.whole(&compute);
        match whole {
            true => then(value),
            // What is to be taken along needs texts all over the corpus.
            false => {
                let app = *self;
                self.files.take_with_all_texts(move || app.once_there(compute, then));
            }
        }
    }
}
