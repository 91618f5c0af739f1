//! `cargo xtask gazetteer`: the built-in list beside openly licensed data. It writes a draft of what the data
//! has and the list has not, which is then reviewed by hand: the data's adjectives and capitals are neither
//! complete nor always those that news uses.

use dateline_engine::actors::{ActorId, Form, Gazetteer, Matcher, Target};
use dateline_engine::text::Tokens;
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

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

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("expected the folder that holds the data");
        return ExitCode::from(2);
    };
    match draft(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
