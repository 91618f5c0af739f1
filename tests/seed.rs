//! `cargo xtask gazetteer`: the built-in list beside openly licensed data. It writes a draft of what the data
//! has and the list has not, which is then reviewed by hand: the data's adjectives and capitals are neither
//! complete nor always those that news uses. Then the same for the lists of other languages, one after the other.

use dateline_engine::actors::{ActorId, Form, Gazetteer, Matcher, Target};
use dateline_engine::text::Tokens;
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

/// The locales of CLDR whose names are compared; those after a language belong to its list, too.
const LOCALES: [&str; 15] = [
    "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pt", "pt-PT", "ru", "uk", "zh", "zh-Hant", "zh-Hant-HK",
];

fn read(folder: &Path, file: &str) -> Result<Value, String> {
    let path = folder.join("node_modules").join(file);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("expected JSON in {}: {e}", path.display()))
}

/// Whom the whole of `text` names, and how.
fn named(matcher: &Matcher, text: &str) -> Option<(ActorId, Form)> {
    let tokens = Tokens::of(text);
    match matcher.find(text, &tokens)[..] {
        [ref found] if found.tokens.len() == tokens.len() => match found.target {
            Target::Alias(actor, form) => Some((*actor, *form)),
            _ => None,
        },
        _ => None,
    }
}

fn draft(folder: &Path) -> Result<(), String> {
    let countries = read(folder, "countries-list/countries.min.json")?;
    let people = read(folder, "i18n-nationality/langs/en.json")?;
    let gazetteer = Gazetteer::built_in();
    let matcher = Matcher::new(&gazetteer);
    let ids: Vec<&str> = gazetteer.actors().map(|actor| actor.id.as_str()).collect();
    let (mut known, mut new) = (0, 0);
    for (code, country) in countries.as_object().into_iter().flatten() {
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        let (name, capital) = (text(&country["name"]), text(&country["capital"]));
        let adjective = text(&people["nationalities"][code]);
        let Some((actor, _)) = named(&matcher, &name) else {
            let id = Tokens::of(&name).iter().map(|t| t.folded).collect::<Vec<_>>().join("-");
            println!("[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"state\"");
            println!("demonyms = [\"{adjective}\"]\ncapital = [\"{capital}\"]\n");
            new += 1;
            continue;
        };
        known += 1;
        for (key, word) in [("capital", capital), ("demonyms", adjective)] {
            if !word.is_empty() && named(&matcher, &word).is_none_or(|(other, _)| other != actor) {
                println!("# {}: {key} = [\"{word}\"]", ids[actor.0 as usize]);
            }
        }
    }
    eprintln!("{known} countries of the data are in the list, {new} are not; the draft stands above");
    Ok(())
}

/// Prints what CLDR and the list of nationalities call the states of `actors`, by code of the country, as far as the list
/// of the language `tag` has it not.
fn draft_language(folder: &Path, tag: &str, actors: &[(String, String)]) -> Result<(), String> {
    let list = Gazetteer::language(tag).unwrap_or_default().to_lowercase();
    let people = ["de", "es", "fr", "it", "nl"]
        .contains(&tag)
        .then(|| read(folder, &format!("i18n-nationality/langs/{tag}.json")))
        .transpose()?;
    let territories: Vec<Value> = LOCALES
        .iter()
        .filter(|locale| locale.split('-').next() == Some(tag))
        .map(|locale| {
            let file = read(folder, &format!("cldr-localenames-full/main/{locale}/territories.json"))?;
            Ok(file["main"][locale]["localeDisplayNames"]["territories"].clone())
        })
        .collect::<Result<_, String>>()?;
    println!("\n# {tag}.toml");
    for (code, id) in actors {
        let keys = [code.clone(), format!("{code}-alt-variant"), format!("{code}-alt-short")];
        let named = territories.iter().flat_map(|names| keys.iter().filter_map(|key| names[key].as_str()));
        let adjective = people.as_ref().and_then(|people| people["nationalities"][code].as_str());
        let listed =
            |word: &str| list.contains(&format!("\"{}\"", word.replace(['’', 'ʼ'], "'").to_lowercase()));
        let missing = |word: &&str| !listed(word);
        let mut parts = Vec::new();
        for (key, words) in
            [("names", named.collect::<Vec<_>>()), ("adjectives", adjective.into_iter().collect())]
        {
            let mut words: Vec<_> =
                words.into_iter().filter(missing).map(|word| format!("\"{word}\"")).collect();
            words.dedup();
            if !words.is_empty() {
                parts.push(format!("{key} = [{}]", words.join(", ")));
            }
        }
        if !parts.is_empty() {
            println!("{id} = {{ {} }}", parts.join(", "));
        }
    }
    Ok(())
}

fn draft_languages(folder: &Path) -> Result<(), String> {
    let countries = read(folder, "countries-list/countries.min.json")?;
    let gazetteer = Gazetteer::built_in();
    let matcher = Matcher::new(&gazetteer);
    let ids: Vec<&str> = gazetteer.actors().map(|actor| actor.id.as_str()).collect();
    let mut actors: Vec<(String, String)> = Vec::new();
    for (code, country) in countries.as_object().into_iter().flatten() {
        if let Some((actor, _)) = named(&matcher, country["name"].as_str().unwrap_or_default()) {
            actors.push((code.clone(), ids[actor.0 as usize].to_owned()));
        }
    }
    actors.sort_by(|a, b| a.1.cmp(&b.1));
    LOCALES
        .iter()
        .filter(|locale| !locale.contains('-'))
        .try_for_each(|tag| draft_language(folder, tag, &actors))
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("expected the folder that holds the data");
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    match draft(folder).and_then(|()| draft_languages(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
