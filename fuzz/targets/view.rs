//! Any object of fields as a view, as another window may give it: a line for each field, its name, a sign for its type and
//! its values.
#![no_main]

mod small;

use dateline_engine::view::{Given, from_fields};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let field = |line: &str| {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default().to_owned();
        let given = match (parts.next(), parts.next()) {
            (None, _) => Given::Nothing,
            (Some("t"), value) => Given::Text(value.unwrap_or_default().to_owned()),
            (Some("s"), value) => Given::Switch(value == Some("on")),
            (Some("l"), first) => Given::Texts(first.into_iter().chain(parts).map(str::to_owned).collect()),
            (Some(other), _) => Given::Other(other.to_owned()),
        };
        (name, given)
    };
    if let Ok(view) = from_fields(text.lines().map(field)) {
        let selection = small::EXPLORER.select(&view);
        small::EXPLORER.rows(&selection, &view);
    }
});
