//! Names of states in other languages. Each language is one file beside this one; a gazetteer takes from it the
//! spellings whose words stand in the corpus, so that the page carries no more than these.

mod endings;
mod file;

use super::gazetteer::{Gazetteer, Tied, key_of};
use super::mention::zones;
use super::{ActorId, Form};
use crate::corpus::Corpus;
use endings::{Vocabulary, spellings};
use file::{File, Names};
use std::collections::{BTreeMap, HashSet};

/// The BCP 47 primary tags of the languages that have a list, each with its text; English is the built-in gazetteer.
const LISTS: &[(&str, &str)] = &[
    ("ar", include_str!("ar.toml")),
    ("de", include_str!("de.toml")),
    ("es", include_str!("es.toml")),
    ("fr", include_str!("fr.toml")),
    ("it", include_str!("it.toml")),
    ("ja", include_str!("ja.toml")),
    ("ko", include_str!("ko.toml")),
    ("nl", include_str!("nl.toml")),
    ("pt", include_str!("pt.toml")),
    ("ru", include_str!("ru.toml")),
    ("uk", include_str!("uk.toml")),
    ("zh", include_str!("zh.toml")),
];

impl Gazetteer {
    /// The text of the list of states in the language with this primary tag, in TOML.
    pub fn language(tag: &str) -> Option<&'static str> {
        LISTS.iter().find(|(own, _)| *own == tag).map(|(_, text)| *text)
    }

    /// Adds the spellings of the languages that articles of `corpus` are in, each tied to its language, as far as their
    /// words stand there. In these articles they replace the spellings of the built-in list.
    pub fn add_languages(&mut self, corpus: &Corpus) {
        let mut words: BTreeMap<&str, Vocabulary> = BTreeMap::new();
        for article in &corpus.articles {
            let Some((tag, _)) = LISTS.iter().find(|(tag, _)| article.language_tag() == Some(tag)) else {
                continue;
            };
            let words = words.entry(tag).or_default();
            zones(article).for_each(|(_, text)| words.add(text));
        }
        self.untie();
        if words.is_empty() {
            return;
        }
        let english = Gazetteer::built_in();
        for (tag, text) in LISTS {
            let Some(words) = words.get(tag) else { continue };
            let language = self.add_language(tag);
            let file = File::read(text);
            debug_assert!(file.is_ok(), "the lists are tested: {tag}: {file:?}");
            self.tie_names(language, &file.unwrap_or_default(), words, &english);
        }
    }

    /// Adds the spellings of one language, as far as `words` has their words.
    fn tie_names(&mut self, language: u8, file: &File, words: &Vocabulary, english: &Gazetteer) {
        let mut own: HashSet<(String, bool)> = HashSet::new();
        let mut put = |gazetteer: &mut Gazetteer, actor, form, text: String| {
            // `Suiza` is a state, and `suiza` an adjective.
            if own.insert((key_of(&text), text.contains(char::is_uppercase))) {
                gazetteer.tie(text, Tied { language, actor, form });
            }
        };
        for text in file.shields.iter().filter(|text| words.has(text)) {
            put(self, None, None, text.clone());
        }
        for (id, names) in &file.actors {
            let Some(index) = self.actors().position(|actor| actor.id == *id) else { continue };
            let actor = Some(ActorId(index as u32));
            let forms = [
                (Form::Acronym, &names.acronyms, &file.endings.none),
                (Form::Name, &names.names, &file.endings.names),
                (Form::Place, &names.capital, &file.endings.names),
                (Form::Metonym, &names.seats, &file.endings.names),
                (Form::Demonym, &names.people, &file.endings.people),
                (Form::Demonym, &names.adjectives, &file.endings.adjectives),
            ];
            for (form, texts, endings) in forms {
                for text in texts.iter().flat_map(|text| spellings(text, endings, words)) {
                    put(self, actor, Some(form), text);
                }
            }
            // `en Suisse` is in the state.
            let adjectives = names.adjectives.iter().filter(|text| !names.names.contains(&capitalised(text)));
            for adjective in adjectives {
                let phrase =
                    |text: &String| text.replace("{}", adjective).replace("{^}", &capitalised(adjective));
                let phrases = file.languages.iter().map(phrase);
                for text in phrases.filter(|text| words.has(text)) {
                    put(self, None, None, text);
                }
            }
        }
        // What the built-in list calls these states names nobody in the language.
        for (id, names) in &file.actors {
            let index = |list: &Gazetteer| list.actors().position(|actor| actor.id == *id);
            let (Some(actor), Some(there)) = (index(self), index(english)) else { continue };
            for key in replaced(names) {
                for text in english.texts(ActorId(there as u32), key).iter().filter(|text| words.has(text)) {
                    put(self, Some(ActorId(actor as u32)), None, text.clone());
                }
            }
        }
    }
}

/// The keys of the built-in list that `names` replace.
fn replaced(names: &Names) -> impl Iterator<Item = &'static str> {
    let people = !names.adjectives.is_empty() || !names.people.is_empty();
    let keys = [
        ("name", !names.names.is_empty()),
        ("names", !names.names.is_empty()),
        ("demonyms", people),
        ("capital", !names.capital.is_empty()),
    ];
    keys.into_iter().filter_map(|(key, replaced)| replaced.then_some(key))
}

/// `text` with a capital letter at its beginning.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{File, LISTS, Names};
    use crate::actors::{Edit, Edited, Form, Gazetteer, Kind, annotate, key_of};
    use crate::parse::{SourceFile, config::Config, parse};
    use std::collections::BTreeMap;

    #[test]
    fn the_lists_are_clean() {
        let built_in = Gazetteer::built_in();
        for (tag, text) in LISTS {
            let file = File::read(text).unwrap_or_else(|error| panic!("{tag}: {error}"));
            for actor in built_in.actors().filter(|actor| actor.kind == Kind::State) {
                let named = file.actors.get(&actor.id).is_some_and(|names| !names.names.is_empty());
                assert!(named, "{tag} has a name of {}", actor.id);
            }
            let mut owners: BTreeMap<String, &str> = BTreeMap::new();
            for (id, Names { names, acronyms, adjectives, people, capital, seats }) in &file.actors {
                assert!(built_in.actors().any(|actor| actor.id == *id), "{tag}: {id} is an actor");
                let texts = [names, acronyms, adjectives, people, capital, seats].into_iter().flatten();
                for text in texts.chain(&file.shields) {
                    assert!(!key_of(text).is_empty(), "{tag}: {id} has an empty name");
                }
                let texts = [names, acronyms, adjectives, people, seats].into_iter().flatten();
                for text in texts {
                    let owner = *owners.entry(key_of(text)).or_insert(id);
                    assert_eq!(owner, id, "{tag}: {text} has one owner");
                }
            }
            for list in [&file.endings.names, &file.endings.adjectives, &file.endings.people] {
                assert!(list.rules().all(|rule| rule.contains(':')), "{tag}: each rule has its colon");
            }
        }
    }

    fn files() -> Vec<SourceFile> {
        let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.as_bytes().to_vec() };
        vec![
            file(
                "a.txt",
                " date 2024-01-05 The ferry to Norwegen and Schweden left, the ministers of Norway said on Friday, and they waited for the Irak plan.",
            ),
            file(
                "b.txt",
                " date 2024-01-06 Der Hafen in Norwegen wurde am Freitag wieder geöffnet, und die Fähren nach Schweden, die seit dem Sturm gewartet hatten, fuhren ab. Jordan blieb im Hafen. Der Hafen von Oslo blieb zu.",
            ),
        ]
    }

    #[test]
    fn a_spelling_counts_in_its_language_alone() {
        let corpus = parse(files(), &Config::default()).corpus;
        let mut gazetteer = Gazetteer::built_in();
        gazetteer.add_languages(&corpus);
        let found = |gazetteer: &Gazetteer| -> Vec<String> {
            let mentions = annotate(&corpus, gazetteer);
            let one = |m: &crate::actors::Mention| format!("{}{}", m.article.0, m.surface(&corpus));
            mentions.list.iter().map(one).collect()
        };
        assert_eq!(found(&gazetteer), ["0Norway", "1Norwegen", "1Schweden", "1Oslo"]);
        let texts: Vec<_> =
            gazetteer.aliases().into_iter().filter(|a| a.language > 0).map(|a| a.text).collect();
        assert!(!texts.iter().any(|text| text == "Dänemark"), "only what the corpus may need: {texts:?}");

        // What a folder's list says holds for these names.
        for (list, left) in [
            ("[[actor]]\nid = \"norway\"\nwithout = [\"Norwegen\"]", vec!["0Norway", "1Schweden", "1Oslo"]),
            ("shields = [\"Norwegen\"]", vec!["0Norway", "1Schweden", "1Oslo"]),
            ("remove = [\"norway\"]", vec!["1Schweden"]),
        ] {
            let mut gazetteer = Gazetteer::built_in();
            assert_eq!(gazetteer.add(list), []);
            gazetteer.add_languages(&corpus);
            assert_eq!(found(&gazetteer), left, "{list}");
        }

        // The page and the command count the same after an edit.
        let off = Edit::Off { actor: "norway".into(), text: "Norwegen".into() };
        let add = Edit::add("norway", Form::Name, "Hafen").expect("an edit");
        let edited = Edited::new(&gazetteer, &[off, add]);
        assert_eq!(edited.problems, [] as [&str; 0]);
        let in_page = found(&edited.gazetteer);
        assert_eq!(in_page, ["0Norway", "1Hafen", "1Schweden", "1Hafen", "1Hafen", "1Oslo"]);
        let mut in_command = Gazetteer::built_in();
        assert_eq!(in_command.add(&edited.to_toml()), []);
        in_command.add_languages(&corpus);
        assert_eq!(found(&in_command), in_page);
    }
}
