//! Rows of evidence as a table, and their title.

use super::table::{Cell, Table};
use crate::actors::Mention;
use crate::explorer::{Evidence, EvidenceRow, Explorer};
use crate::labels;
use crate::order;
use crate::search::Kwic;
use crate::text::unbroken;
use crate::view::{EVERYBODY, Near, View, to_fragment};
use crate::wording::{bin, count, number};

impl Explorer {
    /// The rows as a table, with a link in each that begins with `address`, the page's URL without a fragment.
    pub fn rows_table(&self, rows: &[Evidence<'_>], address: &str) -> Table {
        let head = ["Left", "Match", "Right", "Form", "Sure", "Article", "Date", "Source", "Link"];
        let line = |row: &Evidence<'_>| {
            let Kwic { left, middle, right } = row.context();
            let day = row.article.day().map_or_else(String::new, |day| day.to_string());
            let sure = |m: &Mention| if m.sure { "yes" } else { "usual reading" };
            let link = to_fragment(&View::default().open_article(&row.article.name, Some(row.at())));
            [
                unbroken(left),
                unbroken(middle),
                unbroken(right),
                row.mention.map_or("", |m| m.form.name()).to_owned(),
                row.mention.map_or("", sure).to_owned(),
                row.article.title.text.clone(),
                day,
                row.article.outlet_name().to_owned(),
                format!("{address}#{link}"),
            ]
            .map(Cell::text)
            .to_vec()
        };
        Table { head: head.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() }
    }
}

/// The title of rows of evidence: `31 hits in 9 articles`, `24 mentions of Kim Jong Un in 11 articles`, `3 mentions of
/// Russia (adjective), undated, in 1 article`, `7 paragraphs with Russia and Japan in 4 articles`, `4 articles with
/// Russia and Japan`.
pub fn rows_title(explorer: &Explorer, view: &View, rows: &[EvidenceRow]) -> String {
    let named = |id: &Option<String>| name(explorer, id.as_deref());
    let mut title = match &view.with {
        _ if view.mentions.is_none() => count(rows.len(), "hit"),
        Some(_) => {
            let both = format!("{} and {}", named(&view.mentions), named(&view.with));
            format!("{} with {both}", count(rows.len(), view.near.word()))
        }
        None if view.mentions.as_deref() == Some(EVERYBODY) => count(rows.len(), "mention"),
        None => format!("{} of {}", count(rows.len(), "mention"), named(&view.mentions)),
    };
    if let Some(form) = view.form {
        title.push_str(&format!(" ({})", labels::form(form)));
    }
    if view.assumed {
        title.push_str(" (assumed)");
    }
    if let Some(spelling) = &view.spelling {
        title.push_str(&format!(" as “{spelling}”"));
    }
    let mut articles: Vec<_> = rows.iter().map(|row| row.id).collect();
    order::by_key(&mut articles, |it| *it);
    articles.dedup();
    let at = view.bin.map(|at| format!(", {},", bin(at))).unwrap_or_default();
    if view.with.is_some() && view.near == Near::Article {
        return title + at.trim_end_matches(',');
    }
    format!("{title}{at} in {}", count(articles.len(), "article"))
}

/// Rows of evidence in the way back to them: `Russia, 63`.
pub fn rows_crumb(explorer: &Explorer, view: &View, rows: usize) -> String {
    let of = match (view.mentions.as_deref(), view.with.as_deref()) {
        (None, _) => "Hits".to_owned(),
        (Some(EVERYBODY), _) => "All mentions".to_owned(),
        (one, None) => name(explorer, one),
        (one, other) => format!("{} and {}", name(explorer, one), name(explorer, other)),
    };
    format!("{of}, {}", number(rows))
}

/// The name of the actor `id`; the id itself where no mention names it.
fn name(explorer: &Explorer, id: Option<&str>) -> String {
    let id = id.unwrap_or_default();
    let actor = explorer.mentions.named(id).and_then(|actor| explorer.mentions.actor(actor));
    actor.map_or(id, |actor| &actor.name).to_owned()
}
