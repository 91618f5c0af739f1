//! The view: everything that a reader can set, and that a link restores.

use crate::actors::Zone;
use crate::corpus::Day;
use serde::{Deserialize, Serialize};

/// Everything a link can restore. The default view shows the whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// The query, as typed.
    pub query: String,
    /// The first day to show.
    pub from: Option<Day>,
    /// The last day to show.
    pub to: Option<Day>,
    /// Ids of actors; an article must mention all of them.
    pub actors: Vec<String>,
    /// Names of sources; an article must come from one of them. An empty name is "no source named".
    pub sources: Vec<String>,
    /// The actor whose mentions are shown row by row.
    pub mentions: Option<String>,
    /// The name of the article that is open in the reader.
    pub article: Option<String>,
    /// The place in it to go to.
    pub at: Option<At>,
}

impl View {
    /// The names of its fields.
    pub const FIELDS: [&str; 8] = ["query", "from", "to", "actors", "sources", "mentions", "article", "at"];

    /// The same filters with nothing opened over the list.
    pub fn list(&self) -> View {
        View { mentions: None, article: None, at: None, ..self.clone() }
    }

    /// With the actor `id` added as a filter, or taken out where it is one.
    pub fn toggle_actor(&self, id: &str) -> View {
        View { actors: toggled(&self.actors, id), ..self.list() }
    }

    /// With the source `name` added as a filter, or taken out where it is one.
    pub fn toggle_source(&self, name: &str) -> View {
        View { sources: toggled(&self.sources, name), ..self.list() }
    }

    /// With the mentions of the actor `id` opened row by row.
    pub fn open_mentions(&self, id: &str) -> View {
        View { mentions: Some(id.to_owned()), ..self.list() }
    }

    /// With the article `name` open in the reader, at the place `at`.
    pub fn open_article(&self, name: &str, at: Option<At>) -> View {
        View { article: Some(name.to_owned()), at, ..self.clone() }
    }

    /// With the reader closed; what was open under it shows again.
    pub fn close_article(&self) -> View {
        View { article: None, at: None, ..self.clone() }
    }
}

fn toggled(list: &[String], item: &str) -> Vec<String> {
    if list.iter().any(|i| i == item) {
        return list.iter().filter(|i| *i != item).cloned().collect();
    }
    list.iter().cloned().chain([item.to_owned()]).collect()
}

/// A place in an article: the byte of a zone's text at which a span begins. Written `title:0` or `3:120`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct At {
    /// The zone.
    pub zone: Zone,
    /// The byte of its text.
    pub start: u32,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.zone {
            Zone::Title => write!(f, "title:{}", self.start),
            Zone::Block(index) => write!(f, "{index}:{}", self.start),
        }
    }
}

impl From<At> for String {
    fn from(at: At) -> String {
        at.to_string()
    }
}

impl TryFrom<String> for At {
    type Error = String;

    fn try_from(text: String) -> Result<At, String> {
        let read = || {
            let (zone, start) = text.split_once(':')?;
            let zone = if zone == "title" { Zone::Title } else { Zone::Block(zone.parse().ok()?) };
            Some(At { zone, start: start.parse().ok()? })
        };
        read().ok_or_else(|| format!("expected a place as 3:120, but found `{text}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn the_list_of_fields_is_whole() {
        // Without a name for each field this would not compile.
        let View { query: _, from: _, to: _, actors: _, sources: _, mentions: _, article: _, at: _ } =
            View::default();
        assert_eq!(View::FIELDS.len(), 8);
    }
}
