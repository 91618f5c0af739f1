//! Edits as the entries of a list. There is one such list, whether it changes the gazetteer in the page or is written
//! for the command, so that both count the same. The draft decides what each edit may say.

use super::Edit;
use super::draft::Draft;
use crate::actors::Gazetteer;
use crate::actors::list::Written;
use crate::text::editor::quoted;

/// The result of applying edits to a gazetteer.
#[derive(Debug)]
pub struct Edited {
    /// The edited gazetteer.
    pub gazetteer: Gazetteer,
    /// The edits that take effect, in their order.
    pub edits: Vec<Edit>,
    /// A sentence for each edit that cannot apply and is left out.
    pub problems: Vec<String>,
    /// The entries of the list.
    entries: Vec<Written>,
    /// Its lists of texts beside the entries, each under its key.
    words: [(&'static str, Vec<String>); 2],
}

/// The stages in which edits are applied, whatever their order. What is switched off comes first, so that it may name
/// another actor or be of another form; but a new actor's name, and what follows from what was added, can be switched
/// off, too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Off,
    New,
    OffNew,
    Add,
    OffFollowing,
    Shield,
    Merge,
}

impl Step {
    const ALL: &[Step] =
        &[Step::Off, Step::New, Step::OffNew, Step::Add, Step::OffFollowing, Step::Shield, Step::Merge];

    /// Puts `edit` into `draft`; the error says why it cannot apply. `None` where the edit belongs to another stage.
    fn put(self, draft: &mut Draft<'_>, edit: &Edit) -> Option<Result<(), String>> {
        match (self, edit) {
            (Step::Off | Step::OffNew | Step::OffFollowing, Edit::Off { actor, text }) => {
                Some(draft.switch_off(actor, text, self == Step::OffFollowing))
            }
            (Step::New, Edit::New { id, kind, name }) => Some(draft.start(id, *kind, name)),
            (Step::Add, Edit::Add { actor, form, text }) => Some(draft.add(actor, *form, text)),
            (Step::Merge, Edit::Merge { from, into }) => Some(draft.merge(from, into)),
            (Step::Shield, Edit::Shield { text }) => Some(draft.shield(text)),
            _ => None,
        }
    }
}

impl Edited {
    /// Applies `edits` to `base`.
    pub fn new(base: &Gazetteer, edits: &[Edit]) -> Edited {
        let mut draft = Draft::new(base);
        let mut said: Vec<Option<Result<(), String>>> = vec![None; edits.len()];
        for step in Step::ALL {
            if matches!(step, Step::New | Step::OffFollowing) {
                draft.follow();
            }
            for (edit, said) in edits.iter().zip(&mut said).filter(|(_, said)| **said != Some(Ok(()))) {
                if let Some(now) = step.put(&mut draft, edit) {
                    *said = Some(now);
                }
            }
        }
        let right = || edits.iter().zip(&said).filter(|(_, said)| !matches!(said, Some(Err(_))));
        let texts =
            |of: fn(&Edit) -> Option<&String>| right().filter_map(|(edit, _)| of(edit)).cloned().collect();
        let words: [(&str, Vec<String>); 2] = [
            ("shields", texts(|edit| if let Edit::Shield { text } = edit { Some(text) } else { None })),
            ("except", texts(|edit| if let Edit::Except { text } = edit { Some(text) } else { None })),
        ];
        let mut gazetteer = base.clone();
        let mut others = Vec::new();
        let put = gazetteer.put(draft.entries(), &mut others);
        gazetteer.merge(&put, &mut others);
        gazetteer.put_words(&words);
        debug_assert!(others.is_empty(), "the draft leaves out what a list could not say: {others:?}");
        let (mut right, mut problems) = (Vec::new(), Vec::new());
        for (edit, said) in edits.iter().zip(said) {
            match said {
                Some(Err(why)) => {
                    problems.push(format!("{}: {why}; the edit is left out", edit.says(&gazetteer)))
                }
                _ => right.push(edit.clone()),
            }
        }
        let entries = put.into_iter().map(|(_, entry)| entry).collect();
        Edited { gazetteer, edits: right, problems, entries, words }
    }

    /// The list that does to the same gazetteer what the edits do, in the format of `actors.toml`.
    pub fn to_toml(&self) -> String {
        let words = self.words.iter().filter(|(_, texts)| !texts.is_empty()).map(|(key, texts)| {
            let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
            format!("{key} = [{}]\n", texts.join(", "))
        });
        let parts: Vec<_> = words.chain(self.entries.iter().map(Written::to_toml)).collect();
        format!("{HEAD}\n{}", parts.join("\n"))
    }
}

const HEAD: &str = "# Actors and aliases as a reader of the page has edited them.
#
# It changes the lists with which the page was built, so read it after all of them: first the folder's own
# actors.toml, then each list that was named there, then this one
# (`dateline build PATH --actors LIST --actors THIS-FILE -o DIR`, and so for the other commands). Or take it into
# one of those lists: copy each key into the entry of that id, in place of the key that is there.
";
