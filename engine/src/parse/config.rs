//! `corpus.toml`: what an editor says about a corpus. Unknown keys are problems, never a stop.
//!
//! ```toml
//! title = "North Korea and Russia"
//! description = "Reporting of 2023 and 2024."
//! source = "Example Times"          # of articles that name none
//! date_order = "day-month"          # 05/06/2024 is 5 June; or "month-day"
//! rules_off = ["also-read"]         # cleaning rules that take nothing
//!
//! [file."feed.txt"]                 # overrules what the file says
//! source = "Example Times"
//! language = "en"
//! date_order = "month-day"
//! rules_off = ["photo-credit"]
//!
//! [article."feed.02"]               # overrules what the article says
//! title = "Ferries sail again"
//! published = 2024-06-28
//! source = "Example Times"
//! url = "https://example.org/ferries"
//! dateline = "Oslo"
//! language = "en"
//! ```

use super::date_forms;
use super::rules::RULES;
use crate::corpus::{Day, Published};
use crate::text::editor::{hint, toml_problem};
use crate::text::{Problem, Span};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

pub use super::date_forms::DateOrder;

/// The contents of a `corpus.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The title of the corpus.
    pub title: Option<String>,
    /// The description of the corpus, a sentence or two.
    pub description: Option<String>,
    /// The settings of all files. Outlet and language hold for articles whose source names none.
    pub everywhere: Settings,
    /// The settings of single files, by the file's name.
    pub files: BTreeMap<String, Settings>,
    /// The settings of single articles, by the article's name.
    pub articles: BTreeMap<String, Settings>,
    /// The day on which the corpus is read; a later date of publication is a problem. `None` turns the check off.
    pub today: Option<Day>,
}

/// The settings of an editor for all files, for one file or for one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The headline.
    pub title: Option<String>,
    /// The date of publication.
    pub published: Option<Published>,
    /// The outlet.
    pub outlet: Option<String>,
    /// The link.
    pub url: Option<String>,
    /// The place that the place line names.
    pub dateline: Option<String>,
    /// The language as a BCP 47 primary tag.
    pub language: Option<String>,
    /// The order of day and month in dates of numbers alone.
    pub date_order: Option<DateOrder>,
    /// The ids of the cleaning rules that are switched off.
    pub rules_off: Vec<&'static str>,
    /// The span of the table's name, in bytes of `corpus.toml`.
    pub at: Span,
}

impl Settings {
    /// These settings with `outer` as their defaults for how texts are read: the date order, and the rules that are off
    /// in either.
    pub(crate) fn within(&self, outer: &Settings) -> Settings {
        let rules_off = outer.rules_off.iter().chain(&self.rules_off).copied().collect();
        Settings { date_order: self.date_order.or(outer.date_order), rules_off, ..self.clone() }
    }
}

/// The top-level keys, for the message about an unknown one.
const KEYS: &[&str] =
    &["title", "description", "source", "language", "date_order", "rules_off", "file", "article"];
/// The keys of a `[file."NAME"]` table.
const FILE_KEYS: &[&str] = &["source", "language", "date_order", "rules_off"];
/// The keys of an `[article."NAME"]` table.
const ARTICLE_KEYS: &[&str] = &["title", "published", "source", "url", "dateline", "language"];

type Value<'a> = toml::Spanned<DeValue<'a>>;

impl Config {
    /// Merges the configuration of another folder; this one takes precedence.
    pub fn add(&mut self, other: Config) {
        self.title = self.title.take().or(other.title);
        self.description = self.description.take().or(other.description);
        if self.everywhere == Settings::default() {
            self.everywhere = other.everywhere;
        }
        for (name, settings) in other.files {
            self.files.entry(name).or_insert(settings);
        }
        for (name, settings) in other.articles {
            self.articles.entry(name).or_insert(settings);
        }
    }

    /// Parses the text of a `corpus.toml`. Invalid entries are left out and reported, with spans in bytes of `text`.
    pub fn parse(text: &str) -> (Config, Vec<Problem>) {
        let mut config = Config::default();
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => return (config, vec![toml_problem(text, &error)]),
        };
        let mut reader = Reader { problems: Vec::new() };
        for (key, value) in &table {
            let name: &str = key.get_ref();
            match name {
                "title" => config.title = reader.text(name, value),
                "description" => config.description = reader.text(name, value),
                "file" => config.files = reader.tables(name, value, FILE_KEYS),
                "article" => config.articles = reader.tables(name, value, ARTICLE_KEYS),
                _ if KEYS.contains(&name) => reader.setting(name, value, &mut config.everywhere),
                _ => reader.unknown(key.span(), name, KEYS),
            }
        }
        (config, reader.problems)
    }
}

/// Reads values and collects the problems, with spans in bytes of `corpus.toml`.
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn report(&mut self, span: std::ops::Range<usize>, message: String) {
        self.problems.push(Problem::new(Span::new(span.start, span.end), message));
    }

    fn unknown(&mut self, span: std::ops::Range<usize>, key: &str, known: &[&str]) {
        self.report(span, format!("unknown key `{key}`; {}", hint(key, known, "the keys are ")));
    }

    fn text(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            other => {
                let message = format!("expected text in quotes for `{key}`, found {}", other.type_str());
                self.report(value.span(), message);
                None
            }
        }
    }

    /// Reads tables by name, such as `[file."feed.txt"]`; `known` lists the keys that they may have.
    fn tables(&mut self, key: &str, value: &Value<'_>, known: &[&str]) -> BTreeMap<String, Settings> {
        let mut all = BTreeMap::new();
        let DeValue::Table(tables) = value.get_ref() else {
            let message =
                format!("expected tables as [{key}.\"NAME\"], found {}", value.get_ref().type_str());
            self.report(value.span(), message);
            return all;
        };
        for (name, value) in tables {
            let DeValue::Table(fields) = value.get_ref() else {
                // `[file.feed.txt]` is a table in a table: names with a period stand in quotes.
                let message = format!(
                    "expected a table as [{key}.\"NAME\"], found {}; names stand in quotes",
                    value.get_ref().type_str()
                );
                self.report(name.span(), message);
                continue;
            };
            let at = Span::new(name.span().start, name.span().end);
            let mut settings = Settings { at, ..Settings::default() };
            let table = key;
            for (key, value) in fields {
                let key_name: &str = key.get_ref();
                if known.contains(&key_name) {
                    self.setting(key_name, value, &mut settings);
                } else if matches!(value.get_ref(), DeValue::Table(_)) {
                    // Names of articles end in a number, those of files in a kind.
                    let ending = if table == "article" { "02" } else { "txt" };
                    let message = format!(
                        "expected a name in quotes, as [{table}.\"NAME.{ending}\"], found one without"
                    );
                    self.report(key.span(), message);
                } else {
                    self.unknown(key.span(), key_name, known);
                }
            }
            all.insert(name.get_ref().to_string(), settings);
        }
        all
    }

    fn setting(&mut self, key: &str, value: &Value<'_>, settings: &mut Settings) {
        match key {
            "title" => settings.title = self.text(key, value),
            "source" => settings.outlet = self.text(key, value),
            "url" => settings.url = self.text(key, value),
            "dateline" => settings.dateline = self.text(key, value),
            "language" => settings.language = self.text(key, value).map(|tag| tag.to_lowercase()),
            "published" => settings.published = self.published(value),
            "date_order" => {
                settings.date_order = match self.text(key, value).as_deref() {
                    Some("day-month") => Some(DateOrder::DayMonth),
                    Some("month-day") => Some(DateOrder::MonthDay),
                    Some(other) => {
                        let message = format!("expected \"day-month\" or \"month-day\", found \"{other}\"");
                        self.report(value.span(), message);
                        None
                    }
                    None => None,
                }
            }
            _ => settings.rules_off = self.rules(value),
        }
    }

    fn published(&mut self, value: &Value<'_>) -> Option<Published> {
        let text = match value.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.to_string(),
            other => other.type_str().to_owned(),
        };
        let published = date_forms::in_field(&text, None);
        if published.is_none() {
            let message = format!("expected a date as 2024-06-28 or 2024-06-28T12:22:37Z, found {text}");
            self.report(value.span(), message);
        }
        published
    }

    fn rules(&mut self, value: &Value<'_>) -> Vec<&'static str> {
        let DeValue::Array(items) = value.get_ref() else {
            let message =
                format!("expected a list of rules in brackets, found {}", value.get_ref().type_str());
            self.report(value.span(), message);
            return Vec::new();
        };
        let known: Vec<&'static str> =
            RULES.iter().filter(|rule| rule.can_be_off()).map(|rule| rule.id).collect();
        let mut off = Vec::new();
        for item in items.iter() {
            let Some(id) = self.text("rules_off", item) else { continue };
            match known.iter().find(|rule| **rule == id) {
                Some(rule) => off.push(*rule),
                None if RULES.iter().any(|rule| rule.id == id) => {
                    let message =
                        format!("the rule `{id}` reads the shape of a file and cannot be switched off");
                    self.report(item.span(), message);
                }
                None => {
                    let hint =
                        hint(&id, &known, "`dateline inspect` lists the rules that took something, such as ");
                    self.report(item.span(), format!("unknown rule `{id}`; {hint}"));
                }
            }
        }
        off
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, DateOrder};

    #[test]
    fn says_what_is_wrong_and_keeps_the_rest() {
        for (text, title, problem) in [
            ("title = \"A\"\ntitel = \"B\"", Some("A"), "unknown key `titel`; did you mean `title`?"),
            ("title = 3", None, "expected text in quotes for `title`, found integer"),
            (
                "colour = \"red\"",
                None,
                "unknown key `colour`; the keys are title, description, source, language, date_order, rules_off, file, article",
            ),
            (
                "title = \"A\"\n[file.\"a.txt\"]\nsorce = \"B\"",
                Some("A"),
                "unknown key `sorce`; did you mean `source`?",
            ),
            (
                "[article.\"a\"]\nrules_off = []",
                None,
                "unknown key `rules_off`; the keys are title, published, source, url, dateline, language",
            ),
            ("rules_off = [\"also-raed\"]", None, "unknown rule `also-raed`; did you mean `also-read`?"),
            (
                "rules_off = [\"scrape-date\"]",
                None,
                "the rule `scrape-date` reads the shape of a file and cannot be switched off",
            ),
            ("date_order = \"dmy\"", None, "expected \"day-month\" or \"month-day\", found \"dmy\""),
            (
                "[article.\"a\"]\npublished = \"June\"",
                None,
                "expected a date as 2024-06-28 or 2024-06-28T12:22:37Z, found June",
            ),
            ("[article.\"a\"]\npublished = 2024-02-30", None, "expected TOML"),
            ("file = 3", None, "expected tables as [file.\"NAME\"], found integer"),
            (
                "[file]\nsource = \"A\"",
                None,
                "expected a table as [file.\"NAME\"], found string; names stand in quotes",
            ),
            (
                "[file.a.txt]\nsource = \"A\"",
                None,
                "expected a name in quotes, as [file.\"NAME.txt\"], found one without",
            ),
            (
                "[article.feed.02]\ntitle = \"A\"",
                None,
                "expected a name in quotes, as [article.\"NAME.02\"], found one without",
            ),
        ] {
            let (config, problems) = Config::parse(text);
            assert_eq!(config.title.as_deref(), title, "{text}");
            assert!(problems[0].message.starts_with(problem), "{text}: {}", problems[0].message);
        }
        assert!(Config::parse("title = \"a").1[0].message.starts_with("expected TOML"));
    }

    #[test]
    fn an_editor_may_say_much() {
        let text = "source = \"Gazette\"\ndate_order = \"day-month\"\n[file.\"a.txt\"]\nrules_off = [\"also-read\"]\n[article.\"a.01\"]\npublished = 2024-06-28\ntitle = \"Ferries\"\n";
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        assert_eq!(config.everywhere.outlet.as_deref(), Some("Gazette"));
        let file = config.files["a.txt"].within(&config.everywhere);
        assert_eq!((file.date_order, &*file.rules_off), (Some(DateOrder::DayMonth), &["also-read"][..]));
        let article = &config.articles["a.01"];
        assert_eq!(article.published.map(|p| p.to_string()).as_deref(), Some("2024-06-28"));
        assert_eq!(article.at.of(text), "\"a.01\"");
    }
}
