//! A view as a URL fragment, and back: the only writer and the only reader of links.

use super::{View, Where};
use crate::wording;

/// The most characters of a link without a warning, because some programs cut longer ones.
const LONGEST: usize = 2000;

/// The URL fragment that restores `view`, without `#`; empty for the default view.
pub fn to_fragment(view: &View) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    view.each(|key, value| {
        out.append_pair(key, &value);
    });
    out.finish()
}

/// Reads a URL fragment, with or without `#`. Never fails: a part that is unknown or broken is left out, and a sentence
/// names it.
pub fn from_fragment(fragment: &str) -> (View, Vec<String>) {
    let mut view = View::default();
    let mut problems = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    for (key, value) in form_urlencoded::parse(fragment.as_bytes()) {
        match read(&mut view, &key, value.into_owned()) {
            Some(Ok(())) => {}
            Some(Err(why)) => {
                problems.push(format!("the link's `{key}` is broken: {why}; it is left out"));
            }
            None => {
                problems.push(format!("Part of the link was not understood and is ignored: “{key}”."));
            }
        }
    }
    (view, problems)
}

/// Sets the part of a view that has this key; `None` where no part has it.
fn read(view: &mut View, key: &str, value: String) -> Option<Result<(), String>> {
    match key {
        // Links of before each zone could be switched off.
        "zone" => Some(Where::left_out(&value).map(|left_out| view.not_zones = left_out)),
        // What WordPress adds to know its frame again; boot.js reads it.
        "?secret" => Some(Ok(())),
        _ => view.put(key, value),
    }
}

/// A warning for a whole link that some programs would cut, with its length and what shortens it; `None` for a shorter
/// one.
pub fn length_note(link: &str) -> Option<String> {
    let length = link.chars().count();
    (length > LONGEST).then(|| {
        format!(
            "This view's link has {} characters; some programs cut links at {}. Shorten the query or take a filter out.",
            wording::number(length),
            wording::number(LONGEST)
        )
    })
}

/// A warning for a link that was made from another corpus than that with this fingerprint.
pub fn version_note(view: &View, fingerprint: &str) -> Option<String> {
    let made_from = view.made_from.as_deref().filter(|made_from| *made_from != fingerprint)?;
    Some(format!(
        "This link was made from another version of the corpus ({made_from}, here {fingerprint}): its numbers may differ."
    ))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{from_fragment, length_note, to_fragment, version_note};
    use crate::actors::{Edit, Form, Zone};
    use crate::charts::{Bin, Period};
    use crate::corpus::Day;
    use crate::view::{At, Chart, Layout, Measure, Near, Order, Sort, View, Where};

    /// A view in which no field has its default.
    pub(in crate::view) fn full() -> View {
        View {
            query: "\"spy satellite\" -japan & é#?=+%".to_owned(),
            from: Day::new(2024, 6, 1),
            to: Day::new(2024, 6, 20),
            actors: vec!["north-korea".into(), "russia".into()],
            not_actors: vec!["japan".into()],
            outlets: vec!["Artifex.News".into(), String::new()],
            not_outlets: vec!["Yonhap".into()],
            not_forms: vec![Form::Place],
            not_zones: vec![Where::Title, Where::Quote],
            each_story_once: true,
            sort: Sort::Oldest,
            chart: Chart::Time,
            measure: Measure::Articles,
            near: Near::Paragraph,
            lines: vec!["china".into()],
            mentions: Some("russia".into()),
            hits: true,
            with: Some("china".into()),
            bin: Day::new(2024, 6, 3).map(|from| Bin::Days(Period { from, to: from.plus(6) })),
            form: Some(Form::Demonym),
            spelling: Some("Russian".into()),
            assumed: true,
            order: Order::Left,
            layout: Layout::Aligned,
            article: Some("sub/feed.03".into()),
            at: Some(At { zone: Zone::Block(3), start: 120 }),
            quote: Some("balloons, again".into()),
            source_text: true,
            about: true,
            aliases: Some("russia".into()),
            proposed: vec![Edit::Merge { from: "a".into(), into: "b".into() }],
            edits: vec![Edit::Off { actor: "russia".into(), text: "Moscow".into() }],
            keys_off: true,
            made_from: Some("0a1b2c3d".into()),
        }
    }

    #[test]
    fn both_directions_agree() {
        let full = full();
        let fragment = to_fragment(&full);
        assert_eq!(
            fragment,
            "q=%22spy+satellite%22+-japan+%26+%C3%A9%23%3F%3D%2B%25&from=2024-06-01&to=2024-06-20&actor=north-korea&actor=russia&-actor=japan&source=Artifex.News&source=&-source=Yonhap&-form=place&-zone=title&-zone=quote&once=on&sort=oldest&chart=time&measure=articles&near=paragraph&line=china&mentions=russia&hits=all&with=china&bin=2024-06-03..2024-06-09&form=demonym&spelling=Russian&assumed=only&order=left&layout=aligned&article=sub%2Ffeed.03&at=3%3A120&quote=balloons%2C+again&text=source&about=corpus&aliases=russia&propose=merge%3Aa%3Ab&edit=off%3Arussia%3AMoscow&keys=off&corpus=0a1b2c3d"
        );
        assert_eq!(from_fragment(&fragment), (full, vec![]));
        assert_eq!(to_fragment(&View::default()), "");
        assert_eq!(from_fragment("#"), (View::default(), vec![]));
        assert_eq!(from_fragment("#?secret=a1b2"), (View::default(), vec![]), "a host may add this");
    }

    #[test]
    fn broken_links_say_what_is_left_out() {
        for (fragment, problem) in [
            (
                "from=yesterday",
                "the link's `from` is broken: expected a day as 2024-06-28, but found `yesterday`; it is left out",
            ),
            ("at=x", "the link's `at` is broken: expected a place as 3:120, but found `x`; it is left out"),
            (
                "chart=pie",
                "the link's `chart` is broken: expected one of bars, time, pairs, where, but found `pie`; it is left out",
            ),
            (
                "-zone=all",
                "the link's `-zone` is broken: expected one of title, body, caption, quote, but found `all`; it is left out",
            ),
            (
                "zone=headline",
                "the link's `zone` is broken: expected one of all, title, body, but found `headline`; it is left out",
            ),
            ("once=yes", "the link's `once` is broken: expected on, but found `yes`; it is left out"),
            (
                "edit=off:a",
                "the link's `edit` is broken: expected an edit as off:russia:Moscow or add:russia:metonym:Moscow, but found `off:a`; it is left out",
            ),
            ("keys=on", "the link's `keys` is broken: expected off, but found `on`; it is left out"),
            ("utm_source=mail", "Part of the link was not understood and is ignored: “utm_source”."),
            ("%FF%00=1", "Part of the link was not understood and is ignored: “\u{FFFD}\0”."),
        ] {
            let (view, problems) = from_fragment(fragment);
            assert_eq!((view, problems), (View::default(), vec![problem.to_owned()]), "{fragment}");
        }
    }

    #[test]
    fn older_links_lead_where_they_led() {
        for (fragment, now) in [
            ("zone=title", "-zone=body&-zone=caption&-zone=quote"),
            ("zone=body", "-zone=title"),
            ("zone=all", ""),
        ] {
            assert_eq!(from_fragment(fragment), from_fragment(now), "{fragment}");
        }
    }

    #[test]
    fn a_link_of_another_version_says_so() {
        let link = |fragment: &str| version_note(&from_fragment(fragment).0, "0a1b2c3d");
        assert_eq!((link(""), link("corpus=0a1b2c3d")), (None, None));
        assert!(link("q=kim&corpus=ffffffff").is_some_and(|says| says.contains("(ffffffff, here 0a1b2c3d)")));
    }

    #[test]
    fn a_long_link_says_so() {
        assert_eq!(length_note(&"x".repeat(2000)), None);
        assert_eq!(
            length_note(&"x".repeat(2431)).as_deref(),
            Some(
                "This view's link has 2,431 characters; some programs cut links at 2,000. Shorten the query or take a filter out."
            )
        );
    }
}
