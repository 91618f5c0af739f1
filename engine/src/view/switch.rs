//! Switches of a view: each has a few positions, and each position one word, the same in links and in JSON.

/// An enum whose positions have words. The first is the default, and stands in no link.
macro_rules! switch {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $position:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum $name { #[default] $($(#[$doc])* $position,)+ }

        impl $name {
            /// Every position, in the order in which they are shown.
            pub const ALL: &[$name] = &[$($name::$position,)+];

            /// Its word in links.
            pub fn word(self) -> &'static str {
                match self { $($name::$position => $word,)+ }
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
                $name::ALL.iter().copied().find(|p| p.word() == text).ok_or_else(|| {
                    let words: Vec<_> = $name::ALL.iter().map(|p| p.word()).collect();
                    format!("expected one of {}, but found `{text}`", words.join(", "))
                })
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
    }
);

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
    /// The zones whose mentions count.
    Zones {
        /// Headlines and texts.
        All = "all",
        /// Headlines.
        Titles = "title",
        /// Texts.
        Bodies = "body",
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
