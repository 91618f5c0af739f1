//! Why a mention counts as it does, in words that a reader can check against the text.

use super::{Form, Mention, Reason};
use crate::corpus::Corpus;
use crate::text::{Span, one_line};

impl Mention {
    /// Why it counts as it does, as a sentence without a full stop.
    pub fn because(&self, corpus: &Corpus) -> String {
        let text = corpus.article(self.article).map_or("", |article| self.zone.of(article));
        let words = |span: Span| one_line(span.of(text));
        let surface = words(self.at);
        match self.reason {
            Reason::Listed => match self.form {
                Form::Metonym => format!("“{surface}” is a seat that stands for its government"),
                form => format!("“{surface}” is in the lists as {}", form.phrase()),
            },
            Reason::Shared(span) => format!("shares the rest of its name: “{}”", words(span)),
            Reason::NamedToo => "a short form; the article names the actor in full".to_owned(),
            Reason::BesideStates => "a short form with two states beside it".to_owned(),
            Reason::ActsShort(span) => {
                format!("“{}”: a short form that acts; the article names the actor in full", words(span))
            }
            Reason::Place(span) => format!("“{}” makes it a place", words(span)),
            Reason::Acts(span) => format!("“{}” shows that its government is meant", words(span)),
            Reason::Usual => {
                "nothing near says that its government acts, so it is read as a place".to_owned()
            }
            Reason::OnlyBearer => "the only person of this name whom the article names in full".to_owned(),
            Reason::NearestBefore => {
                "the article names several people of this name, and this one nearest before".to_owned()
            }
            Reason::NamedLater => {
                "the article names several people of this name, all of them later, and this one first"
                    .to_owned()
            }
            Reason::NobodyNamed => "the article names nobody of this surname in full".to_owned(),
            Reason::Capitals => {
                format!("“{surface}” stands among capitals; the article names the actor elsewhere")
            }
            Reason::Titled(span) => {
                format!("“{}”: the title tells this person from others of the name", words(span))
            }
            Reason::SomebodyElse => {
                "the article names somebody else of this surname, who is in no list".to_owned()
            }
            Reason::CommonWord => {
                format!("“{surface}” stands where it could be a common word")
            }
            Reason::AlsoOther => {
                format!("the article names the actor, and something else that “{surface}” could mean")
            }
        }
    }
}
