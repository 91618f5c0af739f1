//! The HTML that a corpus brings into the page. All text is escaped here, once.

use dateline_engine::corpus::{Article, Corpus};
use dateline_engine::report::is_web;
use dateline_engine::text::escape;
use dateline_engine::wording;

/// The most articles in the plain list; more would weigh down a page that hardly ever shows it.
const LISTED: usize = 2000;

/// The elements `<title>` and `<meta name="description">`.
pub(super) fn head(corpus: &Corpus) -> String {
    let title = escape(&corpus.title);
    let description = escape(&corpus.description);
    format!("<title>{title}</title><meta name=\"description\" content=\"{description}\">")
}

/// The masthead before the app has started; the app draws the same.
pub(super) fn masthead(corpus: &Corpus) -> String {
    let title = escape(&corpus.title);
    let span = wording::corpus_line(corpus);
    let about = match corpus.description.as_str() {
        "" => String::new(),
        about => format!("<p class=\"masthead-about\">{}</p>", escape(about)),
    };
    format!(
        "<div class=\"masthead\"><h1 class=\"masthead-title\">{title}</h1><p class=\"masthead-span\">{span}</p></div>{about}"
    )
}

/// The articles as a plain list, newest first, for readers whose browser does not start the app.
pub(super) fn articles(corpus: &Corpus) -> String {
    let mut listed: Vec<&Article> = corpus.articles.iter().collect();
    listed.sort_by_key(|article| std::cmp::Reverse(article.day()));
    let mut out = String::from("<ol class=\"plain-list\">");
    for article in listed.iter().take(LISTED) {
        let title = escape(&article.title.text);
        let title = match article.url.as_ref().filter(|url| is_web(&url.value)) {
            Some(url) => {
                format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escape(&url.value))
            }
            None => title,
        };
        let published = wording::published(article);
        let outlet = match article.outlet_name() {
            "" => String::new(),
            name => format!(", {}", escape(name)),
        };
        out.push_str(&format!("<li>{title} <span class=\"plain-when\">{published}{outlet}</span></li>"));
    }
    out.push_str("</ol>");
    if let Some(more) = listed.len().checked_sub(LISTED).filter(|n| *n > 0) {
        out.push_str(&format!("<p>{} are not listed here.</p>", wording::count(more, "older article")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{articles, head};
    use dateline_engine::parse::{SourceFile, config::Config, parse};

    #[test]
    fn text_never_becomes_html() {
        let text = "\" \"\n\n<script>alert(1)</script> & a <!--dateline:pack--> headline\n\nA sentence with seven words in it here.\n";
        let config = Config {
            title: Some("</title><script>".into()),
            description: Some("\"><b>".into()),
            ..Config::default()
        };
        let file = SourceFile { name: "a.txt".into(), bytes: text.into() };
        let corpus = parse(vec![file], &config).corpus;
        let out = head(&corpus) + &articles(&corpus);
        assert!(!out.contains("<script"), "{out}");
        assert!(!out.contains("<b>"), "{out}");
        assert!(!out.contains("<!--"), "{out}");
    }
}
