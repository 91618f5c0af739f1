//! How far a job is.

use crate::browser;
use crate::browser::Function;
use dateline_engine::report::reading::Progress;
use wasm_bindgen::JsValue;

/// Tells the page how far a job is, and lets the browser have its turn.
pub(crate) struct Teller {
    say: Function,
    progress: Progress,
}

impl Teller {
    /// One that tells `say`; nothing is done yet.
    pub(crate) fn new(say: Function) -> Teller {
        Teller { say, progress: Progress::default() }
    }

    /// Says that `does` begins, of `of` steps.
    ///
    /// # Errors
    /// Where the reader has stopped it.
    pub(crate) async fn stage(&mut self, does: &str, of: usize) -> Result<(), String> {
        does.clone_into(&mut self.progress.does);
        (self.progress.done, self.progress.of) = (0, of);
        self.tell().await
    }

    /// Says that so many bytes more were read.
    ///
    /// # Errors
    /// Where the reader has stopped it.
    pub(crate) async fn read(&mut self, bytes: usize) -> Result<(), String> {
        self.progress.bytes += bytes;
        self.step().await
    }

    /// Says how many steps are `done`, and how many articles there are now.
    ///
    /// # Errors
    /// Where the reader has stopped it.
    pub(crate) async fn found(&mut self, done: usize, articles: usize) -> Result<(), String> {
        (self.progress.done, self.progress.articles) = (done, articles);
        self.pause().await
    }

    /// Says that one more step is done; not each is told, as each message takes time.
    ///
    /// # Errors
    /// Where the reader has stopped it.
    pub(crate) async fn step(&mut self) -> Result<(), String> {
        self.progress.done += 1;
        self.pause().await
    }

    async fn pause(&self) -> Result<(), String> {
        if browser::is_time_to_tell() { self.tell().await } else { browser::pause().await }
    }

    async fn tell(&self) -> Result<(), String> {
        if let Ok(progress) = serde_wasm_bindgen::to_value(&self.progress) {
            let _ = self.say.call1(&JsValue::NULL, &progress);
        }
        browser::pause().await
    }
}
