//! What the reader has brought, and what became of it.

use crate::browser;
use crate::browser::Array;
use crate::job::{How, reading, saving};
use crate::kept::Kept;
use dateline_engine::report::reading::{Progress, Summary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

/// The panel, by which it is found.
pub(crate) const PANEL: &str = ".open";

/// What is being done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    /// Nothing: the reader may bring texts.
    Idle,
    /// A job runs, which says how far it is.
    Working(Progress),
}

/// What the components share. Copied freely: signals are handles.
#[derive(Clone, Copy)]
pub(crate) struct Open {
    /// What is being done.
    pub(crate) stage: RwSignal<Stage>,
    /// Why the last thing could not be done.
    pub(crate) trouble: RwSignal<Option<String>>,
    /// What was read of the reader's own texts; `None` while the page shows those it was built with.
    pub(crate) report: RwSignal<Option<Summary>>,
    /// Whether what is brought joins what is open.
    pub(crate) adds: RwSignal<bool>,
    /// What the reader keeps on this computer, or why nothing can be kept.
    pub(crate) kept: RwSignal<Result<Vec<Kept>, String>>,
    /// Whether there are articles, on the page or of the reader.
    pub(crate) has_articles: RwSignal<bool>,
    /// What was read.
    read: StoredValue<Brought, LocalStorage>,
    /// What is being read; `None` while nothing is.
    reading: StoredValue<Option<Brought>, LocalStorage>,
    /// The number of gestures so far.
    gestures: StoredValue<u32>,
    /// The number of jobs so far; what comes of one that is not the last is no longer asked for.
    jobs: StoredValue<u32>,
}

/// What the reader has brought.
#[derive(Clone)]
struct Brought {
    /// A path, a file and the number of the gesture each.
    files: Array,
    /// What they join.
    base: Base,
    /// Whether what is open is part of it.
    is_of_open: bool,
    /// The `corpus.toml` that the reader has edited.
    settings: Option<String>,
}

/// What texts that are brought join.
#[derive(Clone)]
enum Base {
    /// They stand alone.
    Nothing,
    /// The articles of the page.
    Page,
    /// These packs.
    Packs(JsValue),
}

impl Brought {
    /// No files yet.
    fn beside(base: Base) -> Brought {
        let is_of_open = !matches!(base, Base::Nothing);
        Brought { files: Array::new(), base, is_of_open, settings: None }
    }
}

impl Open {
    /// Nothing brought yet.
    pub(crate) fn new() -> Open {
        let open = Open {
            stage: RwSignal::new(Stage::Idle),
            trouble: RwSignal::new(None),
            report: RwSignal::new(None),
            adds: RwSignal::new(false),
            kept: RwSignal::new(Ok(Vec::new())),
            has_articles: RwSignal::new(!browser::is_empty()),
            read: StoredValue::new_local(Brought::beside(Base::Nothing)),
            reading: StoredValue::new_local(None),
            gestures: StoredValue::new(0),
            jobs: StoredValue::new(0),
        };
        open.list_kept();
        open
    }

    /// Shows the panel.
    pub(crate) fn show(self) {
        browser::call(&format!("{PANEL}:not([open])"), "showModal");
    }

    /// Hides the panel.
    pub(crate) fn hide(self) {
        browser::call(PANEL, "close");
    }

    /// Reads what was chosen or dropped: a list of files, or of entries of the file system.
    pub(crate) fn choose(self, items: JsValue) {
        spawn_local(async move {
            match browser::files(items).await {
                Ok(files) if files.length() > 0 => self.bring(files),
                Ok(_) => self.trouble.set(Some("Expected texts, found an empty folder.".to_owned())),
                Err(why) => self.trouble.set(Some(format!("The browser does not give these files: {why}."))),
            }
        });
    }

    /// Reads `items`, each a path and a file, and what was brought before where they join it.
    pub(crate) fn bring(self, items: Array) {
        let gesture = self.gestures.try_update_value(|gestures| {
            *gestures += 1;
            *gestures
        });
        let adds = self.adds.get_untracked();
        let before = match self.reading.get_value() {
            // What is being read and what comes now are read together.
            Some(reading) => reading,
            None if adds && self.report.with_untracked(Option::is_some) => self.read.get_value(),
            None if adds => Brought::beside(Base::Page),
            None => Brought::beside(Base::Nothing),
        };
        let files = before.files.slice(0, u32::MAX);
        for item in items.iter() {
            let item = Array::from(&item);
            item.set(2, gesture.unwrap_or_default().into());
            files.push(&item);
        }
        self.read(Brought { files, ..before });
    }

    /// Reads what was brought once more, with these `settings`.
    pub(crate) fn read_again(self, settings: String) {
        self.read(Brought { settings: Some(settings), ..self.read.get_value() });
    }

    /// Whether there are files that can be read once more.
    pub(crate) fn has_files(self) -> bool {
        self.read.with_value(|read| read.files.length() > 0)
    }

    /// Reads `brought`, and has the page show it.
    fn read(self, brought: Brought) {
        let job = self.begin();
        self.reading.set_value(Some(brought.clone()));
        let read = async move {
            let Brought { files, base, is_of_open, settings } = brought;
            let base = match base {
                Base::Nothing => JsValue::UNDEFINED,
                Base::Page => browser::packs().await?,
                Base::Packs(packs) => packs,
            };
            self.check(job)?;
            let done = self.run(job, reading(&files, &base, settings.as_deref())).await?;
            self.check(job)?;
            let report: Summary = serde_wasm_bindgen::from_value(browser::field(&done, "summary"))
                .map_err(|error| format!("what was read cannot be shown ({error})"))?;
            browser::show(&done, is_of_open).await?;
            let base = if base.is_undefined() { Base::Nothing } else { Base::Packs(base) };
            self.put(Brought { files, base, is_of_open: true, settings }, report);
            Ok(())
        };
        self.spawn(job, read);
    }

    /// Has the panel say what the page shows now.
    fn put(self, read: Brought, report: Summary) {
        let is_quiet = report.problems.is_empty() && report.known.is_empty();
        self.read.set_value(read);
        self.report.set(Some(report));
        self.has_articles.set(true);
        self.adds.set(true);
        if is_quiet {
            self.hide();
            browser::focus_opener();
        }
    }

    /// Saves what is open as a page.
    pub(crate) fn save(self, how: How, is_selection: bool) {
        let job = self.begin();
        self.spawn(job, async move {
            let packs = browser::packs().await?;
            let (kit, wasm, view) = browser::makings().await?;
            self.check(job)?;
            let done = self.run(job, saving(&packs, [&kit, &wasm, &view], how, is_selection)).await?;
            self.check(job)?;
            let (name, mime) = match how {
                How::OneFile => ("dateline.html", "text/html"),
                How::Folder => ("dateline.zip", "application/zip"),
            };
            browser::save(name, mime, &browser::field(&done, "bytes"));
            Ok(())
        });
    }

    /// Keeps what is open on this computer.
    pub(crate) fn keep(self) {
        let Some(report) = self.report.get_untracked() else { return };
        self.change(async move {
            let packs = browser::packs().await?;
            browser::kept::keep(&Kept::about(&report, &packs)?, &packs).await
        });
    }

    /// Opens what is kept with this id.
    pub(crate) fn open_kept(self, id: f64) {
        let kept = self.kept.with_untracked(|kept| {
            kept.as_ref().ok().and_then(|kept| kept.iter().find(|kept| kept.id == id)).cloned()
        });
        let Some(Kept { name, articles, files, .. }) = kept else { return };
        let job = self.begin();
        self.spawn(job, async move {
            let packs = browser::kept::open(id).await?;
            self.check(job)?;
            browser::show(&packs, false).await?;
            let report = Summary { title: name, articles, files, ..Summary::default() };
            self.put(Brought::beside(Base::Packs(packs)), report);
            Ok(())
        });
    }

    /// Gives what is kept another name; an empty one is none.
    pub(crate) fn rename(self, id: f64, name: String) {
        self.change(async move { browser::kept::rename(id, &name).await });
    }

    /// Deletes what is kept.
    pub(crate) fn remove(self, id: f64) {
        self.change(browser::kept::remove(id));
    }

    /// Changes what is kept, then lists it again.
    fn change(self, change: impl Future<Output = Result<(), String>> + 'static) {
        self.trouble.set(None);
        spawn_local(async move {
            if let Err(why) = change.await {
                self.trouble.set(Some(format!("Nothing was changed on this computer: {why}.")));
            }
            self.list_kept();
        });
    }

    fn list_kept(self) {
        spawn_local(async move {
            let kept = browser::kept::list().await.and_then(|list| {
                serde_wasm_bindgen::from_value::<Vec<Kept>>(list).map_err(|error| error.to_string())
            });
            self.kept.set(kept);
        });
    }

    /// Stops what is being done; nothing of it is kept.
    pub(crate) fn stop(self) {
        let job = self.next_job();
        browser::stop_job();
        self.end(job, Err("Stopped. Nothing was changed.".to_owned()));
    }

    /// Begins a job, in place of the one that runs; gives its number.
    fn begin(self) -> u32 {
        let job = self.next_job();
        self.trouble.set(None);
        self.stage.set(Stage::Working(Progress::default()));
        self.show();
        job
    }

    fn next_job(self) -> u32 {
        let next = self.jobs.try_update_value(|jobs| {
            *jobs += 1;
            *jobs
        });
        next.unwrap_or_default()
    }

    /// Does the job of this number.
    fn spawn(self, job: u32, work: impl Future<Output = Result<(), String>> + 'static) {
        spawn_local(async move {
            let done = work.await;
            self.end(job, done);
        });
    }

    /// Fails where the job of this number is no longer asked for; nobody is told why.
    fn check(self, job: u32) -> Result<(), String> {
        if self.jobs.get_value() == job { Ok(()) } else { Err(String::new()) }
    }

    /// Ends the job of this number, if it is still asked for.
    fn end(self, job: u32, done: Result<(), String>) {
        if self.check(job).is_ok() {
            self.reading.set_value(None);
            self.stage.set(Stage::Idle);
            self.trouble.set(done.err());
        }
    }

    /// Has the worker do `what`, for the job of this number.
    async fn run(self, job: u32, what: JsValue) -> Result<JsValue, String> {
        let say = move |says: JsValue| {
            if let (Ok(says), Ok(())) = (serde_wasm_bindgen::from_value(says), self.check(job)) {
                self.stage.set(Stage::Working(says));
            }
        };
        browser::run(what, say).await
    }
}
