//! Citations of an article: its outlet and day, the corpus that it was read in, its link and the pack's fingerprint.

use super::web_link::is_web;
use crate::corpus::{Article, Corpus};
use crate::text::one_line;
use crate::wording;

/// A style of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence of plain text.
    Plain,
    /// A sentence with links, for web pages and notes.
    Markdown,
    /// A BibTeX entry, for reference managers.
    BibTex,
    /// A RIS record, for other reference managers.
    Ris,
}

impl Style {
    /// Every style with its name, in the order of the page.
    pub const ALL: &[(&str, Style)] = &[
        ("Plain", Style::Plain),
        ("Markdown", Style::Markdown),
        ("BibTeX", Style::BibTex),
        ("RIS", Style::Ris),
    ];
}

/// Where an article was read.
#[derive(Clone, Copy, Debug)]
pub struct CitedFrom<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// The link to the article on the corpus's page.
    pub link: &'a str,
    /// The fingerprint of the pack.
    pub fingerprint: &'a str,
    /// The number of edits of the lists of actors that take effect.
    pub edits: usize,
}

/// The citation of `article` in `style`; a link that is not `http` or `https` is left out.
pub fn cite(article: &Article, read: CitedFrom<'_>, style: Style) -> String {
    let CitedFrom { corpus, link, fingerprint, edits } = read;
    let fingerprint = match edits {
        0 => format!("corpus {fingerprint}"),
        edits => {
            format!("corpus {fingerprint}, actors edited by the reader: {}", wording::count(edits, "edit"))
        }
    };
    let title = one_line(&article.title.text);
    let url = article.url.as_ref().map(|url| url.value.as_str()).filter(|url| is_web(url));
    let link = Some(link).filter(|link| is_web(link));
    let outlet = article.outlet_name();
    let published = wording::published(article);
    match style {
        Style::Plain => {
            let outlet = if outlet.is_empty() { String::new() } else { format!("{outlet}, ") };
            let url = url.map(|url| format!(" {url}.")).unwrap_or_default();
            let link = link.map(|link| format!(", {link}")).unwrap_or_default();
            format!("“{title}”. {outlet}{published}.{url} In: {} ({fingerprint}){link}.", corpus.title)
        }
        Style::Markdown => {
            let outlet = if outlet.is_empty() { String::new() } else { format!("*{}*, ", plain(outlet)) };
            let linked = |text: &str, url: Option<&str>| match url {
                Some(url) => format!("[{}](<{}>)", plain(text), url.replace(['<', '>', '\n'], "")),
                None => plain(text),
            };
            format!(
                "{}. {outlet}{published}. In: {} ({fingerprint}).",
                linked(&title, url),
                linked(&corpus.title, link)
            )
        }
        Style::BibTex => {
            let mut fields = vec![("title", format!("{{{}}}", escaped(&title)))];
            if !outlet.is_empty() {
                fields.push(("journal", escaped(outlet)));
            }
            if let Some(day) = article.day() {
                fields.push(("year", day.year().to_string()));
                fields.push(("date", day.to_string()));
            }
            fields.extend(url.map(|url| ("url", url.replace(['{', '}'], ""))));
            let link =
                link.map(|link| format!(", \\url{{{}}}", link.replace(['{', '}'], ""))).unwrap_or_default();
            fields.push(("note", format!("In: {} ({fingerprint}){link}", escaped(&corpus.title))));
            let fields: Vec<_> =
                fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
            format!("@article{{{},\n{}\n}}", key(article), fields.join(",\n"))
        }
        Style::Ris => {
            let day = article.day().map(|day| day.to_string()).unwrap_or_default();
            let link = link.map(|link| format!(", {link}")).unwrap_or_default();
            ris(&[
                ("TY", "NEWS"),
                ("TI", &title),
                ("T2", outlet),
                ("PY", day.split('-').next().unwrap_or_default()),
                ("DA", &day.replace('-', "/")),
                ("UR", url.unwrap_or_default()),
                ("N1", &format!("In: {} ({fingerprint}){link}", corpus.title)),
                ("ER", ""),
            ])
        }
    }
}

/// A RIS record: a line for each field that is not empty, closed by `ER`.
fn ris(fields: &[(&str, &str)]) -> String {
    let line = |(tag, value): &(&str, &str)| {
        let value = one_line(value);
        format!("{tag}  - {value}\n")
    };
    fields.iter().filter(|(tag, value)| !value.is_empty() || *tag == "ER").map(line).collect()
}

/// `text` with the special characters of Markdown escaped.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `text` with the special characters of TeX escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}

/// The key of a BibTeX entry: the article's name, with `-` in place of all but ASCII letters and digits.
fn key(article: &Article) -> String {
    article.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{CitedFrom, Style, cite};
    use crate::corpus::Corpus;
    use crate::parse::{SourceFile, config::Config, parse};

    #[test]
    fn a_citation_says_where_it_was_read() {
        let bytes = b" date 2024-01-05 A [spy] satellite & more failed.".to_vec();
        let file = SourceFile { name: "a b.txt".into(), bytes };
        let corpus = Corpus { title: "Launches_1".into(), ..parse(vec![file], &Config::default()).corpus };
        let article = &corpus.articles[0];
        let title = &article.title.text;
        let read = CitedFrom {
            corpus: &corpus,
            link: "https://example.org/#article=a+b",
            fingerprint: "0a1b2c3d",
            edits: 0,
        };
        assert_eq!(
            cite(article, read, Style::Plain),
            format!(
                "“{title}”. 5 January 2024. In: Launches_1 (corpus 0a1b2c3d), https://example.org/#article=a+b."
            )
        );
        let edited = cite(article, CitedFrom { edits: 2, ..read }, Style::Plain);
        assert!(
            edited.contains("(corpus 0a1b2c3d, actors edited by the reader: 2 edits), https"),
            "{edited}"
        );
        let markdown = cite(article, read, Style::Markdown);
        assert!(markdown.starts_with("A \\[spy\\] satellite & more"), "{markdown}");
        assert!(
            markdown.ends_with("In: [Launches\\_1](<https://example.org/#article=a+b>) (corpus 0a1b2c3d).")
        );
        let bibtex = cite(article, CitedFrom { link: "about:srcdoc", ..read }, Style::BibTex);
        assert!(bibtex.starts_with("@article{a-b,\n  title = {{A [spy] satellite \\& more"), "{bibtex}");
        let ris = cite(article, read, Style::Ris);
        assert_eq!(
            ris,
            format!(
                "TY  - NEWS\nTI  - {title}\nPY  - 2024\nDA  - 2024/01/05\n\
                 N1  - In: Launches_1 (corpus 0a1b2c3d), https://example.org/#article=a+b\nER  - \n"
            )
        );
        assert!(bibtex.ends_with("  note = {In: Launches\\_1 (corpus 0a1b2c3d)}\n}"), "{bibtex}");
    }
}
