//! The one writer and the one reader of the link: a view as a URL fragment, and back.

use super::View;

/// The fragment that restores `view`, without `#`; empty for the default view.
pub fn to_fragment(view: &View) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    let mut one = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            out.append_pair(key, &value);
        }
    };
    one("q", (!view.query.is_empty()).then(|| view.query.clone()));
    one("from", view.from.map(|d| d.to_string()));
    one("to", view.to.map(|d| d.to_string()));
    view.actors.iter().for_each(|id| one("actor", Some(id.clone())));
    view.sources.iter().for_each(|name| one("source", Some(name.clone())));
    one("mentions", view.mentions.clone());
    one("article", view.article.clone());
    one("at", view.at.map(|at| at.to_string()));
    out.finish()
}

/// Reads a fragment, with or without `#`. Every text gives a view; what was not understood is left out and
/// named, in a sentence each.
pub fn from_fragment(fragment: &str) -> (View, Vec<String>) {
    let mut view = View::default();
    let mut problems = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    for (key, value) in form_urlencoded::parse(fragment.as_bytes()) {
        let value = value.into_owned();
        match key.as_ref() {
            "q" => view.query = value,
            "from" => view.from = read(&key, value, &mut problems),
            "to" => view.to = read(&key, value, &mut problems),
            "actor" => add(&mut view.actors, value),
            "source" => add(&mut view.sources, value),
            "mentions" => view.mentions = Some(value),
            "article" => view.article = Some(value),
            "at" => view.at = read(&key, value, &mut problems),
            _ => {
                problems.push(format!("the link has a part that means nothing here: `{key}`; it is left out"))
            }
        }
    }
    (view, problems)
}

fn read<T: TryFrom<String, Error = String>>(
    key: &str,
    value: String,
    problems: &mut Vec<String>,
) -> Option<T> {
    match T::try_from(value) {
        Ok(read) => Some(read),
        Err(why) => {
            problems.push(format!("the link's `{key}` is broken: {why}; it is left out"));
            None
        }
    }
}

fn add(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::{from_fragment, to_fragment};
    use crate::actors::Zone;
    use crate::corpus::Day;
    use crate::view::{At, View};

    #[test]
    fn both_directions_agree() {
        let full = View {
            query: "\"spy satellite\" -japan & é#?=+%".to_owned(),
            from: Day::new(2024, 6, 1),
            to: Day::new(2024, 6, 20),
            actors: vec!["north-korea".into(), "russia".into()],
            sources: vec!["Artifex.News".into(), String::new()],
            mentions: Some("russia".into()),
            article: Some("sub/feed.03".into()),
            at: Some(At { zone: Zone::Block(3), start: 120 }),
        };
        let fragment = to_fragment(&full);
        assert_eq!(
            fragment,
            "q=%22spy+satellite%22+-japan+%26+%C3%A9%23%3F%3D%2B%25&from=2024-06-01&to=2024-06-20&actor=north-korea&actor=russia&source=Artifex.News&source=&mentions=russia&article=sub%2Ffeed.03&at=3%3A120"
        );
        assert_eq!(from_fragment(&fragment), (full, vec![]));
        assert_eq!(to_fragment(&View::default()), "");
        assert_eq!(from_fragment("#"), (View::default(), vec![]));
    }

    #[test]
    fn broken_links_say_what_is_left_out() {
        for (fragment, problem) in [
            (
                "from=yesterday",
                "the link's `from` is broken: expected a day as 2024-06-28, but found `yesterday`; it is left out",
            ),
            ("at=x", "the link's `at` is broken: expected a place as 3:120, but found `x`; it is left out"),
            ("utm_source=mail", "the link has a part that means nothing here: `utm_source`; it is left out"),
            ("%FF%00=1", "the link has a part that means nothing here: `\u{FFFD}\0`; it is left out"),
        ] {
            let (view, problems) = from_fragment(fragment);
            assert_eq!((view, problems), (View::default(), vec![problem.to_owned()]), "{fragment}");
        }
    }
}
