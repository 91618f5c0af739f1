//! Files in, packs out: what the command does with a folder.

use crate::browser;
use crate::browser::{Array, Uint8Array};
use crate::summary::{summary, troubles};
use crate::teller::Teller;
use dateline_builder::{Gathering, Given, Held, INDEX, LISTS, Packs, Texts, is_index};
use dateline_engine::actors::Annotating;
use dateline_engine::corpus::{Day, Published};
use dateline_engine::order;
use dateline_engine::report::reading::{Summary, Trouble};
use dateline_engine::wording::count;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use wasm_bindgen::JsValue;

/// The list that says what a corpus is and how its texts are read.
const SETTINGS: &str = "corpus.toml";

/// A file that the reader has brought.
struct Brought {
    /// The name, relative to the folder that it came in.
    name: String,
    file: JsValue,
    /// With which of the reader's gestures it came.
    batch: u32,
}

/// A folder or a file, as it was dropped or chosen.
struct Root {
    /// The name of the folder; `None` for a file.
    folder: Option<String>,
    files: Vec<Brought>,
}

/// Reads the `files` of the job, each a path, a file and the number of the gesture that brought it; joins them with `base`
/// where that has packs; and takes `settings` in place of the first `corpus.toml` where that is a text. Gives `pack`,
/// `sources` and `summary`.
///
/// # Errors
/// Where there is no article, or the reader has stopped it.
pub(crate) async fn read(job: &JsValue, teller: &mut Teller) -> Result<JsValue, String> {
    let brought = Array::from(&browser::field(job, "files"));
    let settings = browser::field(job, "settings").as_string();
    let base = browser::field(job, "base");
    let base = browser::bytes(&base, "pack").zip(browser::bytes(&base, "sources"));
    let base = base.map(|(pack, sources)| Held::packed(&Packs { pack, sources }));
    let base = base.transpose().map_err(|error| error.to_string())?;
    teller.stage("Reading", brought.length() as usize).await?;
    let are_set = settings.is_some();
    let mut reader = Reader::default();
    if let Some(base) = &base {
        reader.texts = Texts::beside(base.gazetteer.clone());
    }
    if let Some(settings) = settings {
        reader.list(SETTINGS, settings.as_bytes());
        reader.stand_in = true;
    }
    let roots = roots(&brought);
    let title = roots.first().and_then(Root::title);
    for root in roots {
        reader.root(root, teller).await?;
    }
    let Reader { mut texts, mut known, settings, .. } = reader;
    texts.report_left_out();
    let mut portions = texts.portions(title, today());
    let all = portions.left();
    teller.stage("Taking apart", all).await?;
    let (mut gathering, mut problems) = (Gathering::default(), Vec::new());
    while let Some(parsed) = portions.portion(1) {
        problems.extend(troubles(&parsed, &portions.lists));
        gathering.add(parsed);
        teller.found(all - portions.left(), gathering.corpus().articles.len()).await?;
    }
    if gathering.corpus().articles.is_empty() {
        return Err(nothing(gathering.corpus().files.len(), problems.first()));
    }
    let mut held = gathering.finish(portions.gazetteer);
    if let Some(base) = base {
        let (title, description) = (held.corpus.title.clone(), held.corpus.description.clone());
        let joined = base.join(held);
        problems.retain(|problem| !joined.known.contains(&problem.file));
        for problem in &mut problems {
            let now = |name: &String, names: &HashMap<String, String>| names.get(name).cloned();
            problem.article = problem.article.take().and_then(|name| now(&name, &joined.articles));
            problem.file = now(&problem.file, &joined.files).unwrap_or_else(|| problem.file.clone());
        }
        known.extend(joined.known);
        held = joined.held;
        if are_set {
            (held.corpus.title, held.corpus.description) = (title, description);
        }
    }
    teller.stage("Finding actors", held.corpus.articles.len()).await?;
    let mut annotating = Annotating::new(&held.gazetteer);
    for (id, article) in held.corpus.ids() {
        annotating.article(id, article);
        teller.step().await?;
    }
    let mentions = annotating.finish();
    teller.stage("Packing", 0).await?;
    let summary = Summary { problems, known, settings, ..summary(&held) };
    let Packs { pack, sources } = held.pack_with(&mentions);
    drop((held, mentions));
    let summary = serde_wasm_bindgen::to_value(&summary).map_err(|error| error.to_string())?;
    Ok(browser::object(&[
        ("pack", &Uint8Array::from(&*pack)),
        ("sources", &Uint8Array::from(&*sources)),
        ("summary", &summary),
    ]))
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    texts: Texts,
    /// The gesture that each content came with first, by its length and its hash.
    seen: HashMap<(usize, u64), u32>,
    hasher: RandomState,
    /// Files whose bytes an earlier gesture had brought.
    known: Vec<String>,
    /// The text of the first [`SETTINGS`].
    settings: String,
    /// Whether they stand in for the first that comes, which the reader has edited in the panel.
    stand_in: bool,
}

impl Reader {
    /// Reads a folder or a file.
    async fn root(&mut self, root: Root, teller: &mut Teller) -> Result<(), String> {
        let Some(folder) = root.folder else {
            for one in root.files {
                match LISTS.contains(&&*one.name) {
                    true => self.list_file(&one.name, &one.file).await,
                    false => self.file(one, "", teller).await?,
                }
            }
            return Ok(());
        };
        let mut pages = Vec::new();
        for one in &root.files {
            let inside =
                one.name.strip_suffix(INDEX).filter(|folder| folder.is_empty() || folder.ends_with('/'));
            if let Some(inside) = inside
                && is_index(&String::from_utf8_lossy(&browser::read(&one.file).await.unwrap_or_default()))
            {
                pages.push(inside.to_owned());
            }
        }
        if pages.iter().any(String::is_empty) {
            self.texts.report_page(&folder);
            return Ok(());
        }
        for list in LISTS {
            if let Some(one) = root.files.iter().find(|one| one.name == *list) {
                self.list_file(list, &one.file).await;
            }
        }
        for one in root.files {
            // A page that was written into the folder holds no source files.
            if pages.iter().any(|page| one.name.starts_with(page.as_str())) {
                continue;
            }
            match Given::of(&one.name) {
                Given::Source => {
                    let inner = one.name.rsplit('/').nth(1).unwrap_or(&folder).to_owned();
                    self.file(one, &inner, teller).await?;
                }
                Given::MisplacedList => self.texts.report_misplaced(&one.name),
                Given::List | Given::Hidden => (),
            }
        }
        Ok(())
    }

    /// Reads a source file, whose folder is `folder`.
    async fn file(&mut self, one: Brought, folder: &str, teller: &mut Teller) -> Result<(), String> {
        let Brought { name, file, batch } = one;
        if !self.texts.has_room() || !self.texts.fits(&name, browser::size(&file)) {
            return teller.step().await;
        }
        let bytes = match browser::read(&file).await {
            Ok(bytes) => bytes,
            Err(error) => {
                self.texts.report(&name, &format!("cannot be read: {error}"));
                return teller.step().await;
            }
        };
        let length = bytes.len();
        let first = *self.seen.entry((length, self.hasher.hash_one(&bytes))).or_insert(batch);
        if first < batch {
            self.known.push(name);
        } else {
            self.texts.file(name, folder, bytes);
        }
        teller.read(length).await
    }

    async fn list_file(&mut self, name: &str, file: &JsValue) {
        match browser::read(file).await {
            Ok(bytes) => self.list(name, &bytes),
            Err(error) => self.texts.report(name, &format!("cannot be read: {error}")),
        }
    }

    fn list(&mut self, name: &str, bytes: &[u8]) {
        if name == SETTINGS && std::mem::take(&mut self.stand_in) {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                if name == SETTINGS && self.settings.is_empty() {
                    text.clone_into(&mut self.settings);
                }
                self.texts.list(name, text);
            }
            // As the command says it.
            Err(_) => self.texts.report(name, "cannot be read: stream did not contain valid UTF-8"),
        }
    }
}

impl Root {
    /// What the corpus is called that begins with this.
    fn title(&self) -> Option<String> {
        let stem = |name: &str| match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
            _ => name.to_owned(),
        };
        self.folder.clone().or_else(|| self.files.first().map(|one| stem(&one.name)))
    }
}

/// What was brought, by folder, in the order in which it came; files of a folder in the order of their names, folder by
/// folder.
fn roots(brought: &Array) -> Vec<Root> {
    let mut roots: Vec<Root> = Vec::new();
    for entry in brought.iter() {
        let entry = Array::from(&entry);
        let path = entry.get(0).as_string().unwrap_or_default();
        let (file, batch) = (entry.get(1), entry.get(2).as_f64().unwrap_or_default() as u32);
        let Some((folder, name)) = path.split_once('/') else {
            roots.push(Root { folder: None, files: vec![Brought { name: path, file, batch }] });
            continue;
        };
        let one = Brought { name: name.to_owned(), file, batch };
        let is_of = |root: &&mut Root| {
            root.folder.as_deref() == Some(folder) && root.files.iter().any(|other| other.batch == batch)
        };
        match roots.iter_mut().find(is_of) {
            Some(root) => root.files.push(one),
            None => roots.push(Root { folder: Some(folder.to_owned()), files: vec![one] }),
        }
    }
    for root in &mut roots {
        order::by(&mut root.files, |a, b| a.name.split('/').cmp(b.name.split('/')));
    }
    roots
}

/// Today in UTC.
fn today() -> Option<Day> {
    Some(Published::since_1970(browser::now())?.day())
}

/// Why there is no article in so many `files`.
fn nothing(files: usize, first: Option<&Trouble>) -> String {
    let why = first.map(|it| format!(": {}: {}", it.file, it.message)).unwrap_or_default();
    match files {
        0 => format!("Expected texts, found none{why}."),
        files => format!("Expected an article, found none in {}{why}.", count(files, "file")),
    }
}
