//! Who is mentioned: the lists of actors, the matcher that finds their names, the resolver that decides
//! what each name stands for here.

mod context;
mod gazetteer;
mod matcher;
mod mention;
mod resolver;

pub use gazetteer::{Gazetteer, Kind};
pub use matcher::{Found, Matcher, Target};
pub use mention::{Actor, ActorId, Form, Mention, Mentions, Zone, zones};
pub use resolver::annotate;
