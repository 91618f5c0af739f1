//! Output for other programs and for quoting: [`json`] mentions and answers of a search, for the command and the page's
//! API, [`answers`] those to many queries, [`inspection`] what became of each file, [`citation`] how an article is cited,
//! [`finding`] what a view shows as a paragraph, [`embed`] how another page shows this one, [`reading`] what is told of
//! texts that a reader has brought, [`source_label`] what the parts of a source text are called, [`web_link`] which links
//! may be followed.

mod answers;
pub mod citation;
mod embed;
mod finding;
#[cfg(feature = "read")]
mod inspection;
mod json;
pub mod reading;
pub mod source_label;
mod web_link;

pub use answers::{AnswerRow, answers};
pub use embed::{FRAME_HEIGHT, embed_code};
pub use finding::finding;
#[cfg(feature = "read")]
pub use inspection::{
    InspectedArticle, InspectedBlock, InspectedGroup, InspectedMember, InspectedProblem, Inspection,
    LedgerEntry, inspection,
};
pub use json::{
    ActorFacet, FacetReport, MentionRow, OutletFacet, PeriodFacet, QueryProblem, SearchHit, SearchReport,
    Units, facets, mention_row, search,
};
pub use web_link::is_web;
