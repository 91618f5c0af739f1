//! The built-in list of actors: whom it has, and words that could mean two of them or something else.

use dateline_engine::actors::{Alias, Form, Gazetteer, Kind, Matcher, Target};
use dateline_engine::text::Tokens;
use std::collections::{BTreeMap, BTreeSet};

/// What `text` as a whole names, as `actor form`; `nothing` where it names nobody or only in part.
fn named(gazetteer: &Gazetteer, matcher: &Matcher, text: &str) -> String {
    let tokens = Tokens::of(text);
    let found = matcher.find(text, &tokens);
    match &found[..] {
        [one] if one.tokens.len() == tokens.len() => match one.target {
            Target::Alias(id, form) => {
                let actor = gazetteer.actors().nth(id.0 as usize).expect("an actor of the list");
                format!("{} {}", actor.id, form.name())
            }
            Target::Shield => "shield".to_owned(),
            Target::Surname(_) => "surname".to_owned(),
            Target::Given(_) => "given name".to_owned(),
        },
        _ => "nothing".to_owned(),
    }
}

#[test]
fn words_that_could_clash_mean_what_news_means() {
    let gazetteer = Gazetteer::built_in();
    let matcher = Matcher::new(&gazetteer);
    for (text, expected) in [
        ("Georgia", "georgia name"),
        ("Jordan", "jordan name"),
        ("Chad", "chad name"),
        ("chad", "nothing"),
        ("Turkey", "turkey name"),
        ("turkey", "nothing"),
        ("Guinea", "guinea name"),
        ("guinea pig", "nothing"),
        ("Guinea-Bissau", "guinea-bissau name"),
        ("Equatorial Guinea", "equatorial-guinea name"),
        ("Papua New Guinea", "papua-new-guinea name"),
        ("New Guinea", "shield"),
        ("Niger", "niger name"),
        ("Nigeria", "nigeria name"),
        ("Nigerien", "niger demonym"),
        ("Nigerian", "nigeria demonym"),
        ("Dominica", "dominica name"),
        ("Dominican", "dominican-republic demonym"),
        ("Dominican Republic", "dominican-republic name"),
        ("Congo", "dr-congo name"),
        ("Republic of Congo", "congo-brazzaville name"),
        ("Republic of the Congo", "congo-brazzaville name"),
        ("Democratic Republic of Congo", "dr-congo name"),
        ("Ireland", "ireland name"),
        ("Northern Ireland", "shield"),
        ("United Kingdom of Great Britain and Northern Ireland", "united-kingdom name"),
        ("Korea", "nothing"),
        ("Republic of Korea", "south-korea name"),
        ("Democratic People’s Republic of Korea", "north-korea name"),
        ("China", "china name"),
        ("china", "nothing"),
        ("Republic of China", "taiwan name"),
        ("People's Republic of China", "china name"),
        ("US", "united-states acronym"),
        ("U.S.", "united-states acronym"),
        ("us", "nothing"),
        ("Us", "nothing"),
        ("WHO", "who acronym"),
        ("who", "nothing"),
        ("Who", "nothing"),
        ("March", "nothing"),
        ("May", "nothing"),
        ("Nice", "nothing"),
        ("Male", "maldives place"),
        ("Sudan", "sudan name"),
        ("South Sudan", "south-sudan name"),
        ("Samoa", "samoa name"),
        ("American Samoa", "shield"),
        ("Mexico", "mexico name"),
        ("New Mexico", "shield"),
        ("Macedonia", "north-macedonia name"),
        ("Timor-Leste", "timor-leste name"),
        ("Swiss", "switzerland demonym"),
        ("Swazi", "eswatini demonym"),
        ("Lao", "laos demonym"),
        ("LAO", "laos demonym"),
        ("North Korean", "north-korea demonym"),
        ("N. Korea", "north-korea name"),
        ("Kremlin", "russia metonym"),
        ("White House", "united-states metonym"),
        ("Downing Street", "united-kingdom metonym"),
        ("Blue House", "south-korea metonym"),
        ("Pentagon", "united-states metonym"),
        ("Brussels", "belgium place"),
        ("UN", "united-nations acronym"),
        ("U.N.", "united-nations acronym"),
        ("UN Security Council", "un-security-council name"),
        ("Nato", "nato name"),
        ("G20", "g20 name"),
    ] {
        assert_eq!(named(&gazetteer, &matcher, text), expected, "{text}");
    }
}

#[test]
fn every_member_of_the_united_nations_is_there() {
    /// The members in November 2026; observers and others are beside them.
    const MEMBERS: &str = include_str!("../actors/members.txt");
    let gazetteer = Gazetteer::built_in();
    let matcher = Matcher::new(&gazetteer);
    let members: BTreeSet<String> = MEMBERS.lines().map(|name| named(&gazetteer, &matcher, name)).collect();
    assert_eq!(members.len(), 193, "each member is another actor");
    let (names, _): (Vec<_>, Vec<_>) = members.iter().partition(|m| m.ends_with(" name"));
    assert_eq!(
        names.len(),
        193,
        "{:?}",
        members.iter().filter(|m| !m.ends_with(" name")).collect::<Vec<_>>()
    );
    for other in ["Holy See", "Palestine", "Taiwan", "Kosovo", "Cook Islands", "Niue", "Western Sahara"] {
        assert!(named(&gazetteer, &matcher, other).ends_with(" name"), "{other}");
    }
    // States whose people have no name of their own, or share it.
    const NO_PEOPLE: [&str; 3] = ["congo-brazzaville", "dominica", "holy-see"];
    // States that are cities, whose government sits nowhere else, that are gone, or whose capital is disputed.
    const NO_CAPITAL: [&str; 9] = [
        "czechoslovakia", "holy-see", "israel", "monaco", "northern-cyprus", "san-marino", "singapore",
        "soviet-union", "yugoslavia",
    ];
    let mut forms: BTreeMap<u32, BTreeSet<Form>> = BTreeMap::new();
    for Alias { actor, form, .. } in gazetteer.aliases() {
        if let Some(id) = actor {
            forms.entry(id.0).or_default().insert(form);
        }
    }
    for (index, actor) in gazetteer.actors().enumerate().filter(|(_, a)| a.kind == Kind::State) {
        let has = |form| forms[&(index as u32)].contains(&form);
        assert_eq!(has(Form::Demonym), !NO_PEOPLE.contains(&actor.id.as_str()), "people of {}", actor.id);
        assert_eq!(has(Form::Place), !NO_CAPITAL.contains(&actor.id.as_str()), "capital of {}", actor.id);
    }
}

#[test]
fn no_spelling_has_two_owners() {
    let mut owners: BTreeMap<String, BTreeSet<Option<u32>>> = BTreeMap::new();
    for alias in Gazetteer::built_in().aliases() {
        let key: Vec<_> = Tokens::of(&alias.text).iter().map(|t| t.folded.to_owned()).collect();
        owners.entry(key.join(" ")).or_default().insert(alias.actor.map(|id| id.0));
    }
    let shared: Vec<_> = owners.iter().filter(|(_, owners)| owners.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
}
