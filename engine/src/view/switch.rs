//! Switches of a view: each has a few positions, and each position one word, the same in links and in JSON.

use crate::text::one_of;

/// An enum whose positions have words. The first is the default, and stands in no link.
macro_rules! switch {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $position:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
        #[serde(into = "String")]
        pub enum $name { #[default] $($(#[$doc])* $position,)+ }

        impl $name {
            /// Every position, in the order in which they are shown.
            pub const ALL: &[$name] = &[$($name::$position,)+];

            /// Their words in links.
            const WORDS: &[&str] = &[$($word,)+];

            /// Its word in links.
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
    /// Which chart shows.
    Chart {
        /// How often each actor is mentioned.
        Bars = "bars",
        /// When.
        Time = "time",
        /// Who stands together with whom.
        Pairs = "pairs",
    }
);

switch!(
    /// What bars and times count.
    Measure {
        /// Every mention.
        Mentions = "mentions",
        /// Articles with at least one.
        Articles = "articles",
        /// Mentions in 1,000 of the words that could hold one.
        PerThousand = "per-thousand",
        /// The part of the articles that hold at least one.
        Share = "share",
    }
);

impl Measure {
    /// Whether it counts articles, and not mentions.
    pub fn of_articles(self) -> bool {
        matches!(self, Measure::Articles | Measure::Share)
    }

    /// Whether it divides by what could have been counted.
    pub fn is_rate(self) -> bool {
        matches!(self, Measure::PerThousand | Measure::Share)
    }
}

switch!(
    /// How near two actors stand to be a pair.
    Near {
        /// In one article.
        Article = "article",
        /// In one paragraph, or in the headline.
        Paragraph = "paragraph",
    }
);

switch!(
    /// Where in an article a mention stands. Each stands in exactly one place.
    Where {
        /// The headline.
        Title = "title",
        /// The body, where no other speaks.
        Body = "body",
        /// Under a picture.
        Caption = "caption",
        /// In quotation marks, or in a block of another's words.
        Quote = "quote",
    }
);

impl Where {
    /// What stands there, for readers.
    pub fn label(self) -> &'static str {
        match self {
            Where::Title => "headlines",
            Where::Body => "running text",
            Where::Caption => "captions",
            Where::Quote => "quotations",
        }
    }

    /// Everywhere but in headlines.
    pub const TEXTS: [Where; 3] = [Where::Body, Where::Caption, Where::Quote];

    /// Where mentions do not count under the one word `zones` of older links and programs: `all`, `title`, `body`.
    ///
    /// # Errors
    /// Another word: expected and found.
    pub fn left_out(zones: &str) -> Result<Vec<Where>, String> {
        let left_out: [&[Where]; 3] = [&[], &Where::TEXTS, &[Where::Title]];
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
        /// By the name of the outlet, those that name none last.
        Outlet = "source",
    }
);

switch!(
    /// The order of rows of evidence.
    Order {
        /// As the corpus reads.
        Reading = "reading",
        /// By the words before, the nearest first.
        Left = "left",
        /// By the words after.
        Right = "right",
        /// By how the mention names its actor.
        Form = "form",
        /// Those that the context does not decide first.
        Doubt = "doubt",
        /// By the article's title.
        Article = "article",
        /// Newest first, undated last.
        Date = "date",
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
        assert_eq!(Order::default(), Order::Reading);
        let refused = Chart::try_from("pie".to_owned());
        assert_eq!(refused, Err("expected one of bars, time, pairs, but found `pie`".to_owned()));
    }
}
