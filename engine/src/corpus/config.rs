//! `corpus.toml`: what an editor says about a corpus. Unknown keys are problems, never a stop.

use crate::text::{Problem, Span};

/// What `corpus.toml` may say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The title of the page.
    pub title: Option<String>,
    /// A sentence or two under it.
    pub description: Option<String>,
}

/// The keys, for the message about an unknown one.
const KEYS: [&str; 2] = ["title", "description"];

impl Config {
    /// Reads the text of a `corpus.toml`. What is wrong is left out and named.
    pub fn parse(text: &str) -> (Config, Vec<Problem>) {
        let mut config = Config::default();
        let mut problems = Vec::new();
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return (config, vec![toml_problem(text, &error)]),
        };
        for (key, value) in table {
            let slot = match key.as_str() {
                "title" => &mut config.title,
                "description" => &mut config.description,
                _ => {
                    problems.push(unknown_key(text, &key, &KEYS));
                    continue;
                }
            };
            match value {
                toml::Value::String(value) => *slot = Some(value.trim().to_owned()),
                other => problems.push(Problem::new(
                    key_span(text, &key),
                    format!("expected text in quotes for `{key}`, found {}", other.type_str()),
                )),
            }
        }
        (config, problems)
    }
}

/// The problem for a file that is no TOML.
pub(crate) fn toml_problem(text: &str, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let span = Span::new(
        span.start.min(text.len()),
        span.end.clamp(span.start, text.len()).max(span.start.min(text.len())),
    );
    Problem::new(
        span,
        format!("expected TOML, found otherwise: {}", error.message().trim().replace('\n', ", ")),
    )
}

/// The problem for a key that means nothing here, with the nearest that does.
pub(crate) fn unknown_key(text: &str, key: &str, known: &[&str]) -> Problem {
    let nearest = known.iter().map(|k| (strsim::damerau_levenshtein(k, key), k)).min();
    let hint = match nearest {
        Some((distance, k)) if distance <= 2 => format!("did you mean `{k}`?"),
        _ => format!("the keys are {}", known.join(", ")),
    };
    Problem::new(key_span(text, key), format!("unknown key `{key}`; {hint}"))
}

/// Where `key` first stands at the beginning of a line.
pub(crate) fn key_span(text: &str, key: &str) -> Span {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        if line.trim_start().starts_with(key) {
            return Span::new(at + lead, at + lead + key.len());
        }
        at += line.len();
    }
    Span::default()
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn says_what_is_wrong_and_keeps_the_rest() {
        for (text, title, problem) in [
            ("title = \"A\"\ntitel = \"B\"", Some("A"), "unknown key `titel`; did you mean `title`?"),
            ("title = 3", None, "expected text in quotes for `title`, found integer"),
            ("colour = \"red\"", None, "unknown key `colour`; the keys are title, description"),
        ] {
            let (config, problems) = Config::parse(text);
            assert_eq!(config.title.as_deref(), title, "{text}");
            assert_eq!(problems[0].message, problem, "{text}");
        }
        assert!(Config::parse("title = \"a").1[0].message.starts_with("expected TOML"));
    }
}
