//! Megabytes of source files parsed in a second of one core, and the memory that takes. Each case runs in a
//! process of its own, so that its peak of memory is its own.

use crate::peak;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_tests::dice::Dice;
use dateline_tests::press::{Press, Text};
use serde_json::json;
use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

/// Bytes of input a case.
const INPUT: usize = 100 << 20;
/// Paragraphs of a text, which has some 500 words, and items of a feed, or lines of NDJSON.
const PARAGRAPHS: usize = 8;
const ITEMS: usize = 50;
/// Around the text of a page, which has some 100 KB: links of its menus, teasers of other texts, and calls in scripts.
const LINKS: usize = 150;
const TEASERS: usize = 50;
const CALLS: usize = 300;

/// How the file of this number is made.
type Make = fn(&Press, usize) -> String;

/// The cases, each with the end of its files' names and how they are made.
const CASES: [(&str, &str, Make); 5] = [
    ("text", "txt", scrape),
    ("feed", "txt", feed),
    ("rss", "xml", rss),
    ("ndjson", "ndjson", ndjson),
    ("html", "html", page),
];

/// Runs every case, on one part of so many of the input.
pub(crate) fn all(parts: usize) {
    println!("texts {}", Press::WHAT);
    for (name, ..) in CASES {
        let this = std::env::current_exe().expect("this program has a path");
        let status =
            Command::new(this).args(["parse", name, &parts.to_string()]).status().expect("this program runs");
        assert!(status.success(), "{name} ended with {status}");
    }
}

/// Runs the case `name` and prints a line.
pub(crate) fn one(name: &str, parts: usize) {
    let Some((_, end, make)) = CASES.iter().find(|(case, ..)| *case == name) else {
        return eprintln!("expected a case, found {name}");
    };
    let press = Press::own();
    let mut files = Vec::new();
    let mut bytes = 0;
    while bytes < INPUT / parts {
        let text = make(&press, files.len());
        bytes += text.len();
        files.push(SourceFile {
            name: format!("{:06}.{end}", files.len()),
            bytes: text.into_boxed_str().into_boxed_bytes().into_vec(),
        });
    }
    let before = peak("self");
    let start = spent();
    let parsed = parse(files, &Config::default());
    let time = spent() - start;
    let megabytes = bytes as f64 / 1e6;
    let articles = parsed.corpus.articles.len();
    print!("{name:6} {megabytes:6.0} MB in {time:5.2} s: {:5.1} MB/s, {articles} articles", megabytes / time);
    match before.zip(peak("self")) {
        Some((before, after)) => {
            println!(
                ", memory {:.1} times the input ({:.1} before)",
                after as f64 / bytes as f64,
                before as f64 / bytes as f64
            )
        }
        None => println!(),
    }
}

/// Seconds that the processor has worked for this process, where the system tells, and else those of the clock:
/// what else the machine does is not measured.
fn spent() -> f64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    /// Linux counts in hundredths of a second, on every machine it runs on.
    const TICKS: f64 = 100.0;
    let clock = START.elapsed().as_secs_f64();
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return clock };
    // After the program's name in brackets; of the rest the twelfth and thirteenth are user and system time.
    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = rest.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// Eight paragraphs, not the same for two `seed`s, and their headline.
fn text(press: &Press, seed: usize) -> Text {
    press.long_text(&mut Dice::new(seed as u64), PARAGRAPHS)
}

/// A scraped text, not the same for two `seed`s.
pub(crate) fn scrape(press: &Press, seed: usize) -> String {
    let Text { day, title, paragraphs, .. } = text(press, seed);
    let body = paragraphs.join("\n\n");
    format!(
        " date {day} loading…\n\n{title}\n\nOSLO (AP) — {body}\n\nShare Tweet Email\n\nRelated articles\n\n"
    )
}

fn feed(press: &Press, seed: usize) -> String {
    let mut feed = "World – Example https://example.org News. Fri, 05 Jan 2024 10:00:00 +0000 en-GB daily 2 https://wordpress.org/?v=6.4 ".to_owned();
    for id in seed * ITEMS..(seed + 1) * ITEMS {
        let Text { title, paragraphs, .. } = text(press, id);
        let (link, body) = (format!("https://example.org/news-{id}/"), paragraphs.join("\n\n"));
        let _ = write!(
            feed,
            "{title} {link} Fri, 05 Jan 2024 10:{:02}:00 +0000 {link} Read More “{title}” »\n\n]]>\n\nOslo:\n\n{body}\n\nSource link\n\n]]>\n",
            id % ITEMS
        );
    }
    feed
}

fn rss(press: &Press, seed: usize) -> String {
    let mut rss = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel><title>Example</title><link>https://example.org</link><language>en</language>\n".to_owned();
    for id in seed * ITEMS..(seed + 1) * ITEMS {
        let Text { title, paragraphs, .. } = text(press, id);
        let link = format!("https://example.org/news-{id}/");
        let body = paragraphs.join("</p>\n<p>").replace(" with ", " <b>with</b> ");
        let _ = writeln!(
            rss,
            "<item><title>{title} &amp;#8220;again&amp;#8221;</title><link>{link}</link><guid>{link}</guid><pubDate>Fri, 05 Jan 2024 10:{:02}:00 +0000</pubDate><description>Officials spoke.</description><content:encoded><![CDATA[<p>{body}</p>\n<p>The post <a href=\"{link}\">Harbour</a> appeared first on Example.</p>]]></content:encoded></item>",
            id % ITEMS
        );
    }
    rss + "</channel></rss>\n"
}

fn ndjson(press: &Press, seed: usize) -> String {
    let line = |id: usize| {
        let Text { title, paragraphs, day, outlet, .. } = text(press, id);
        let (url, body) = (format!("https://example.org/news-{id}/"), paragraphs.join("\n\n"));
        let item =
            json!({ "title": title, "text": body, "date": day.to_string(), "source": outlet, "url": url });
        format!("{item}\n")
    };
    (seed * ITEMS..(seed + 1) * ITEMS).map(line).collect()
}

/// A page of a newspaper: the text, and far more around it.
fn page(press: &Press, seed: usize) -> String {
    let mut dice = Dice::new(seed as u64);
    let Text { title, paragraphs, day, outlet, .. } = press.long_text(&mut dice, 2 * PARAGRAPHS);
    let link = |id: usize| format!("https://example.org/{day}/news-{id}/");
    let said = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
        "datePublished": format!("{day}T10:00:00Z"), "publisher": { "@type": "Organization", "name": outlet } });
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | {outlet}</title>\n<link rel=\"canonical\" href=\"{}\"><meta property=\"og:title\" content=\"{title}\">\n<script type=\"application/ld+json\">{said}</script>\n<style>",
        link(seed)
    );
    for class in 0..CALLS {
        let _ =
            writeln!(page, ".c{class} > a:hover {{ margin: {}px; color: #{:06x} }}", class % 40, class * 977);
    }
    page.push_str("</style><script>\n");
    for call in 0..CALLS {
        let (width, height) = (100 + dice.below(900), 50 + dice.below(600));
        let _ = writeln!(
            page,
            "if (w < {width}) {{ slots.push({{ id: \"slot-{call}\", size: [{width}, {height}], html: \"<p>\" + name + \"</p>\" }}); }}"
        );
    }
    page.push_str("</script></head>\n<body class=\"page\"><header><nav class=\"menu\"><ul>\n");
    for id in 0..LINKS {
        let word = press.headline(&mut dice);
        let word = word.split(' ').next().unwrap_or_default();
        let _ = writeln!(
            page,
            "<li class=\"c{id}\"><a href=\"/section/{id}/\" data-track=\"menu-{id}\">{word}</a></li>"
        );
    }
    let _ = write!(
        page,
        "</ul></nav></header>\n<main><article><h1>{title}</h1>\n<p class=\"byline\">By <a rel=\"author\" href=\"/people/7/\">Ada Example</a> <time datetime=\"{day}T10:00:00Z\">{day}</time></p>\n<div class=\"text\">\n"
    );
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let linked = paragraph.replacen(" with ", &format!(" <a href=\"{}\">with</a> ", link(seed + at)), 1);
        let _ = writeln!(page, "<p data-at=\"{at}\">{linked}</p>");
        if at % 5 == 4 {
            let _ = writeln!(page, "<div class=\"slot\" id=\"slot-{at}\"><span>Advertisement</span></div>");
        }
    }
    page.push_str("</div></article>\n<aside class=\"more\"><h2>More stories</h2>\n");
    for id in 0..TEASERS {
        let (headline, to) = (press.headline(&mut dice), link(seed + id + 1));
        let _ = writeln!(
            page,
            "<div class=\"card c{id}\"><a href=\"{to}\" class=\"picture\"><img src=\"/img/{id}-320.jpg\" srcset=\"/img/{id}-640.jpg 640w, /img/{id}-960.jpg 960w\" alt=\"{headline}\" loading=\"lazy\"></a>\n<h3><a href=\"{to}\">{headline}</a></h3><p>{}.</p><span class=\"when\">{day}</span></div>",
            press.headline(&mut dice)
        );
    }
    page + "</aside></main>\n<footer><p>All rights reserved. Write to us about this page.</p></footer></body></html>\n"
}
