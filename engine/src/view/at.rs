//! A place in an article.

use crate::actors::Zone;
use serde::Serialize;

/// A place in an article: the byte of a zone's text at which a span begins. Written `title:0` or `3:120`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
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
