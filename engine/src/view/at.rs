//! A position in an article.

use crate::actors::Zone;
use serde::Serialize;

/// A position in an article: a zone, and where in its text a span begins. Written `title:0` or `3:120`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct At {
    /// The title, or a block by its index.
    pub zone: Zone,
    /// A byte of the zone's text.
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
