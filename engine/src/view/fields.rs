//! A view as an object of fields, as `dateline.view()` gives it and `dateline.setView` takes it. Each field stands for
//! a part of the link and is read by the reader of links, so that both accept and refuse the same values.

use super::View;
use super::parts::{PARTS, Shape};

/// The value that a caller gives for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// No value: the field keeps its default.
    Nothing,
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A boolean.
    Switch(bool),
    /// Any other value, which no field accepts, as the message writes it.
    Other(String),
}

/// The view with these fields; those that are left out have their defaults.
///
/// # Errors
/// The first field that has an unknown name or a value that it does not accept, with what was expected and what was
/// found.
pub fn from_fields(fields: impl IntoIterator<Item = (String, Given)>) -> Result<View, String> {
    let mut view = View::default();
    for (name, given) in fields {
        let Some(part) = PARTS.iter().find(|part| part.name == name) else {
            let names = PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
            return Err(format!("found `{name}`, the fields are {names}"));
        };
        let values = values(part.shape, given).map_err(|why| format!("in `{name}`, {why}"))?;
        for value in values {
            if let Some(Err(why)) = view.put(part.key, value) {
                return Err(format!("in `{name}`, {why}"));
            }
        }
    }
    Ok(view)
}

/// The values that a link has for a field of this shape.
///
/// # Errors
/// A value of another type, with what was expected and what was found.
fn values(shape: Shape, given: Given) -> Result<Vec<String>, String> {
    Ok(match (shape, given) {
        (_, Given::Nothing) | (Shape::Switch(_), Given::Switch(false)) => Vec::new(),
        (Shape::Text, Given::Text(text)) => vec![text],
        (Shape::Texts, Given::Texts(texts)) => texts,
        (Shape::Switch(word), Given::Switch(true)) => vec![word.to_owned()],
        (shape, given) => {
            let expected = match shape {
                Shape::Text => "a text",
                Shape::Texts => "a list of texts",
                Shape::Switch(_) => "true or false",
            };
            let found = match given {
                Given::Nothing => "nothing".to_owned(),
                Given::Text(text) => format!("the text `{text}`"),
                Given::Texts(texts) => format!("a list of {}", crate::wording::count(texts.len(), "text")),
                Given::Switch(on) => on.to_string(),
                Given::Other(written) => written,
            };
            return Err(format!("expected {expected}, found {found}"));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Given, PARTS, from_fields};
    use crate::view::View;
    use crate::view::link::tests::full;
    use serde_json::Value;

    fn given(value: &Value) -> Given {
        match value {
            Value::Null => Given::Nothing,
            Value::String(text) => Given::Text(text.clone()),
            Value::Bool(on) => Given::Switch(*on),
            Value::Array(all) => {
                let texts: Option<Vec<_>> = all.iter().map(|text| text.as_str().map(str::to_owned)).collect();
                texts.map_or(Given::Other("a list".into()), Given::Texts)
            }
            other => Given::Other(other.to_string()),
        }
    }

    fn read(object: &Value) -> Result<View, String> {
        let object = object.as_object().expect("an object");
        from_fields(object.iter().map(|(name, value)| (name.clone(), given(value))))
    }

    #[test]
    fn every_field_comes_back() {
        for view in [full(), View::default()] {
            let json = serde_json::to_value(&view).expect("a view");
            let mut names: Vec<_> = PARTS.iter().map(|part| part.name).collect();
            names.sort_unstable();
            let written: Vec<_> = json.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(written, names);
            assert_eq!(read(&json), Ok(view));
        }
        assert_eq!(from_fields([]), Ok(View::default()));
        for part in PARTS {
            assert!(View::default().put(part.key, String::new()).is_some(), "{}", part.name);
        }
    }

    #[test]
    fn wrong_fields_are_sentences() {
        for (json, problem) in [
            (r#"{"actors": "russia"}"#, "in `actors`, expected a list of texts, found the text `russia`"),
            (r#"{"query": ["a", "b"]}"#, "in `query`, expected a text, found a list of 2 texts"),
            (r#"{"query": 2024.5}"#, "in `query`, expected a text, found 2024.5"),
            (r#"{"once": "on"}"#, "in `once`, expected true or false, found the text `on`"),
            (r#"{"from": "x"}"#, "in `from`, expected a day as 2024-06-28, but found `x`"),
            (
                r#"{"not_zones": ["all"]}"#,
                "in `not_zones`, expected one of title, body, caption, quote, but found `all`",
            ),
        ] {
            let json = serde_json::from_str(json).expect("an object");
            assert_eq!(read(&json), Err(problem.to_owned()), "{json}");
        }
        let error = from_fields([("colour".to_owned(), Given::Text("red".into()))]).unwrap_err();
        assert!(error.starts_with("found `colour`, the fields are query, from, to, "), "{error}");
    }
}
