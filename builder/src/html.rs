//! The HTML that a corpus brings into the page. All text is escaped here, once.

use crate::PageOptions;
use crate::compressed::MARK;
use dateline_engine::corpus::{Article, Corpus};
use dateline_engine::order;
use dateline_engine::report::{FRAME_HEIGHT, embed_code, is_web};
use dateline_engine::text::escape;
use dateline_engine::wording;

/// The most articles in the plain list; more would weigh down a page that hardly ever shows it.
const LISTED: usize = 2000;

/// The file that tells other sites how to embed the page.
pub(crate) const OEMBED: &str = "oembed.json";

/// The width of the frame that other sites are told, in pixels; it takes what it gets.
const FRAME_WIDTH: u32 = 800;

/// The elements `<title>`, `<meta>` and `<link>`: what made the page, of what, what that is, where it stands, and who may
/// ask what its readers look at.
pub(crate) fn head(corpus: &Corpus, fingerprint: Option<&str>, options: &PageOptions) -> String {
    let title = escape(&corpus.title);
    let description = escape(&corpus.description);
    let version = env!("CARGO_PKG_VERSION");
    let corpus = fingerprint.map_or_else(String::new, |fingerprint| format!(", corpus {fingerprint}"));
    let mut head = format!(
        "<meta name=\"generator\" content=\"Dateline {version}{corpus}\"><title>{title}</title><meta \
         name=\"description\" content=\"{description}\">"
    );
    if !options.embedded_by.is_empty() {
        let sites = escape(&options.embedded_by.join(" "));
        head += &format!("<meta name=\"dateline-embedded-by\" content=\"{sites}\">");
    }
    if options.compressed {
        head += MARK;
    }
    if let Some(url) = options.base_url.as_deref().map(escape) {
        head += &format!(
            "<link rel=\"canonical\" href=\"{url}\"><link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"{url}{OEMBED}\" title=\"{title}\">"
        );
    }
    head
}

/// What a site that embeds the page by its address is told, as oEmbed 1.0 has it.
pub(crate) fn oembed(corpus: &Corpus, base_url: &str) -> String {
    let told = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "title": corpus.title,
        "html": embed_code(base_url, &corpus.title),
        "width": FRAME_WIDTH,
        "height": FRAME_HEIGHT,
    });
    format!("{told:#}\n")
}

/// The masthead before the app has started; the app draws the same.
pub(crate) fn masthead(corpus: &Corpus) -> String {
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

/// What a page without articles says: what it is for, in one screen, and how to begin.
pub(crate) fn start() -> String {
    "<div class=\"start\"><h1 class=\"start-title\">Who is mentioned, how often, and where</h1>\
     <p>Drop a folder of news texts on this page. It takes them apart, finds the states, people and organisations that they \
     name, and counts them; each number is one click from the sentences behind it.</p>\
     <p class=\"start-ways\"><button class=\"button\" type=\"button\" data-open=\"\">Open your own texts</button> \
     <button class=\"button\" type=\"button\" data-open=\"example\">Try it with three short texts</button></p>\
     <ol class=\"start-steps\"><li><strong>Bring</strong> plain text, saved web pages, feeds, JSON, CSV, Word, mails, crawls, \
     exports of press databases, also zipped. What is not part of an article is set aside, and can be seen.</li>\
     <li><strong>Explore</strong> by search, filters, a strip of time and a chart; read each article beside its original \
     text; correct the names that are counted.</li>\
     <li><strong>Take along</strong> a link, a figure, a table, or all of it as one file that opens by double click.</li></ol>\
     <p>Nothing is sent. The page reads your texts in this browser, and its policy forbids it to send anything.</p></div>"
        .to_owned()
}

/// The articles as a plain list, newest first, for readers whose browser does not start the app.
pub(crate) fn articles(corpus: &Corpus) -> String {
    let mut listed: Vec<&Article> = corpus.articles.iter().collect();
    order::by_key(&mut listed, |article| std::cmp::Reverse(article.day()));
    let mut out =
        format!("<h1 class=\"plain-title\">{}</h1><ol class=\"plain-list\">", escape(&corpus.title));
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
    use crate::PageOptions;
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
        let options = PageOptions {
            base_url: Some("https://example.org/\"><b>/".to_owned()),
            ..PageOptions::default()
        };
        let out = head(&corpus, Some("0a1b2c3d"), &options) + &articles(&corpus);
        assert!(!out.contains("<script"), "{out}");
        assert!(!out.contains("<b>"), "{out}");
        assert!(!out.contains("<!--"), "{out}");
    }
}
