//! Switches of a view: enums whose positions each have one word, the same in links and in JSON.

use crate::text::one_of;

/// Defines an enum whose positions have words. The first position is the default, and stands in no link.
macro_rules! switch {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $position:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
        #[serde(into = "String")]
        pub enum $name { #[default] $($(#[$doc])* $position,)+ }

        impl $name {
            /// Every position, in the order in which they are shown.
            pub const ALL: &[$name] = &[$($name::$position,)+];

            /// The word of each position, in the order of [`Self::ALL`].
            const WORDS: &[&str] = &[$($word,)+];

            /// The word of the position in links and in JSON.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }

        impl From<$name> for String {
            fn from(position: $name) -> String {
                position.word().to_owned()
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<$name, String> {
                one_of($name::WORDS, &text).map(|at| $name::ALL[at])
            }
        }
    };
}

switch!(
    /// The kind of chart.
    Chart {
        /// How often each actor is mentioned.
        Bars = "bars",
        /// When a few actors are mentioned.
        Time = "time",
        /// Which actors are mentioned together.
        Pairs = "pairs",
        /// In which outlets each actor is mentioned.
        Outlets = "where",
    }
);

switch!(
    /// What bars and columns count.
    Measure {
        /// Every mention.
        Mentions = "mentions",
        /// Articles with at least one mention.
        Articles = "articles",
        /// Mentions per 1,000 of the words that could hold one.
        PerThousand = "per-thousand",
        /// The share of the articles that hold at least one mention.
        Share = "share",
    }
);

impl Measure {
    /// Whether articles are counted, not mentions.
    pub fn of_articles(self) -> bool {
        matches!(self, Measure::Articles | Measure::Share)
    }

    /// Whether the count is divided by the words or articles that it was made in.
    pub fn is_rate(self) -> bool {
        matches!(self, Measure::PerThousand | Measure::Share)
    }
}

switch!(
    /// How near two mentions must stand for their actors to be a pair.
    Near {
        /// In one article.
        Article = "article",
        /// In one paragraph, or in the headline.
        Paragraph = "paragraph",
    }
);

switch!(
    /// Where in an article a mention stands; each mention stands in exactly one place.
    Where {
        /// The headline.
        Title = "title",
        /// The running text outside quotations.
        Body = "body",
        /// A caption.
        Caption = "caption",
        /// Words in quotation marks, or a block that quotes.
        Quote = "quote",
    }
);

impl Where {
    /// Every place but the headline.
    pub const TEXTS: &[Where] = &[Where::Body, Where::Caption, Where::Quote];

    /// The places that do not count under `zones`, the one word of older links and programs: `all`, `title` or `body`.
    ///
    /// # Errors
    /// Any other word, with what was expected and what was found.
    pub fn left_out(zones: &str) -> Result<Vec<Where>, String> {
        let left_out: &[&[Where]] = &[&[], Where::TEXTS, &[Where::Title]];
        one_of(&["all", "title", "body"], zones).map(|at| left_out[at].to_vec())
    }
}

switch!(
    /// The order of articles.
    Sort {
        /// Best first where words are searched, else newest first.
        Relevance = "relevance",
        /// Newest first, undated last.
        Newest = "newest",
        /// Oldest first, undated last.
        Oldest = "oldest",
        /// By the name of the outlet, articles without one last.
        Outlet = "source",
    }
);

switch!(
    /// The order of rows of evidence.
    Order {
        /// Newest first, undated last.
        Date = "date",
        /// In the order of the corpus.
        Reading = "reading",
        /// By the words to the left, compared from the nearest one on.
        Left = "left",
        /// By the words to the right.
        Right = "right",
        /// By the form of the mention.
        Form = "form",
        /// Mentions that the context does not decide first.
        Doubt = "doubt",
        /// By the article's title.
        Article = "article",
    }
);

impl Order {
    /// Whether the words beside a mention decide the order, so that rows are read by them.
    pub fn is_by_context(self) -> bool {
        matches!(self, Order::Left | Order::Right)
    }
}

switch!(
    /// How rows of evidence are laid out.
    Layout {
        /// As the sentences that hold them, under the headline of each article.
        Sentences = "sentences",
        /// A line each, aligned on the mention or the hit.
        Aligned = "aligned",
    }
);

#[cfg(test)]
mod tests {
    use super::{Chart, Order};

    #[test]
    fn every_position_has_a_word_of_its_own() {
        for order in Order::ALL {
            assert_eq!(Order::try_from(order.word().to_owned()), Ok(*order));
        }
        assert_eq!(Order::default(), Order::Date);
        let refused = Chart::try_from("pie".to_owned());
        assert_eq!(refused, Err("expected one of bars, time, pairs, where, but found `pie`".to_owned()));
    }
}
