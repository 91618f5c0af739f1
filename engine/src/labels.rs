//! What the page calls things, in the words of a newsroom; JSON and links keep the words of the field. All in one place,
//! so that other languages can follow.

use crate::actors::{Form, Mention};
use crate::view::{Chart, Layout, Measure, Near, Order, View, Where};

/// A form of mentions.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Name => "own name",
        Form::Acronym => "abbreviation",
        Form::Short => "short name",
        Form::Demonym => "adjective",
        Form::Metonym => "capital for government",
        Form::Place => "capital as place",
        Form::Surname => "surname only",
    }
}

/// A form as it is met in a text, as an example beside its name where that is not plain.
pub fn form_example(form: Form) -> Option<&'static str> {
    match form {
        Form::Short => Some("“the North”"),
        Form::Demonym => Some("“Russian”"),
        Form::Metonym => Some("“Moscow said”"),
        Form::Place => Some("“in Moscow”"),
        _ => None,
    }
}

/// A form that does not count, as a filter.
pub fn without_form(of: Form) -> &'static str {
    match of {
        Form::Name => "without own names",
        Form::Acronym => "without abbreviations",
        Form::Short => "without short names",
        Form::Demonym => "without adjectives",
        Form::Metonym => "without capitals for governments",
        Form::Place => "without capitals as places",
        Form::Surname => "without surnames only",
    }
}

/// The form of a mention, and that it is assumed where the context does not decide it.
pub fn form_and_doubt(mention: &Mention) -> String {
    let doubt = if mention.sure { "" } else { ", assumed" };
    [form(mention.form), doubt].concat()
}

/// A chart, as its tab is called.
pub fn chart(chart: Chart) -> &'static str {
    match chart {
        Chart::Bars => "Who",
        Chart::Time => "When",
        Chart::Pairs => "With whom",
        Chart::Outlets => "Where",
    }
}

/// How the chart of a view is read: what a click on its marks does.
pub fn chart_hint(view: &View) -> &'static str {
    let lists = view.measure.of_articles() && !view.each_story_once;
    match (view.chart, view.near) {
        (Chart::Bars, _) if lists => "Click a bar or a name to keep only its articles.",
        (Chart::Bars, _) => "Click a bar to read its mentions, a name to keep only its articles.",
        (Chart::Time, _) if lists => {
            "Click a column to keep only its articles. Hatched: no articles in that time."
        }
        (Chart::Time, _) => "Click a column to read its mentions. Hatched: no articles in that time.",
        (Chart::Pairs, Near::Article) => "Each number counts articles that name both. Click it to read them.",
        (Chart::Pairs, Near::Paragraph) => {
            "Each number counts paragraphs that name both. Click it to read them."
        }
        (Chart::Outlets, _) if lists => "Click a number or a source to keep only its articles.",
        (Chart::Outlets, _) => "Click a number to read its mentions, a source to keep only its articles.",
    }
}

/// What the marks of a view's chart count: the beginning of its subtitle.
pub fn chart_counts(view: &View) -> &'static str {
    match (view.chart, view.measure, view.near) {
        (Chart::Pairs, _, Near::Article) => "Articles that name both",
        (Chart::Pairs, _, Near::Paragraph) => "Paragraphs that name both",
        (Chart::Time, Measure::Mentions, _) => "Mentions over time",
        (Chart::Time, Measure::Articles, _) => "Articles over time",
        (Chart::Time, Measure::PerThousand, _) => "Mentions per 1,000 words over time",
        (Chart::Time, Measure::Share, _) => "Share of the articles over time",
        (Chart::Bars, Measure::Mentions, _) => "Mentions per actor",
        (Chart::Bars, Measure::Articles, _) => "Articles per actor",
        (Chart::Bars, Measure::PerThousand, _) => "Mentions per 1,000 words",
        (Chart::Bars, Measure::Share, _) => "Share of the articles",
        (Chart::Outlets, Measure::Mentions, _) => "Mentions per actor and source",
        (Chart::Outlets, Measure::Articles, _) => "Articles per actor and source",
        (Chart::Outlets, Measure::PerThousand, _) => "Mentions per 1,000 words of each source",
        (Chart::Outlets, Measure::Share, _) => "Share of the articles of each source",
    }
}

/// A measure.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Mentions => "mentions",
        Measure::Articles => "articles",
        Measure::PerThousand => "per 1,000 words",
        Measure::Share => "share of articles",
    }
}

/// How near the two of a pair stand.
pub fn near(near: Near) -> &'static str {
    match near {
        Near::Article => "same article",
        Near::Paragraph => "same paragraph",
    }
}

/// A place in an article.
pub fn place(place: Where) -> &'static str {
    match place {
        Where::Title => "headlines",
        Where::Body => "body text",
        Where::Caption => "captions",
        Where::Quote => "quotations",
    }
}

/// An order of rows.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::Reading => "as in the files",
        Order::Left => "word to the left",
        Order::Right => "word to the right",
        Order::Form => "kind of name",
        Order::Doubt => "least certain first",
        Order::Article => "headline",
        Order::Date => "newest first",
    }
}

/// A layout of rows.
pub fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Sentences => "Sentences",
        Layout::Aligned => "Aligned",
    }
}
