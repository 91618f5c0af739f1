//! Megabytes of source files parsed in a second of one core, and the memory that takes. Each case runs in a
//! process of its own, so that its peak of memory is its own.

use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_tests::dice::Dice;
use dateline_tests::press::{Press, Text};
use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

/// Bytes of input a case.
const INPUT: usize = 100 << 20;
/// A scraped text has about this many bytes, and a file of a feed this many items.
const PARAGRAPHS: usize = 8;
const ITEMS: usize = 50;

/// How the file of this number is made.
type Make = fn(&Press, usize) -> String;

/// The cases, each with how its files are made.
const CASES: [(&str, Make); 3] = [("text", scrape), ("feed", feed), ("rss", rss)];

/// Runs every case, on one part of so many of the input.
pub(crate) fn all(parts: usize) {
    println!("texts {}", Press::WHAT);
    for (name, _) in CASES {
        let this = std::env::current_exe().expect("this program has a path");
        let status =
            Command::new(this).args(["parse", name, &parts.to_string()]).status().expect("this program runs");
        assert!(status.success(), "{name} ended with {status}");
    }
}

/// Runs the case `name` and prints a line.
pub(crate) fn one(name: &str, parts: usize) {
    let Some((_, make)) = CASES.iter().find(|(case, _)| *case == name) else {
        return eprintln!("expected a case, found {name}");
    };
    let press = Press::own();
    let mut files = Vec::new();
    let mut bytes = 0;
    while bytes < INPUT / parts {
        let text = make(&press, files.len());
        bytes += text.len();
        files.push(SourceFile {
            name: format!("{:06}.txt", files.len()),
            bytes: text.into_boxed_str().into_boxed_bytes().into_vec(),
        });
    }
    let before = peak();
    let start = spent();
    let parsed = parse(files, &Config::default());
    let time = spent() - start;
    let megabytes = bytes as f64 / 1e6;
    let articles = parsed.corpus.articles.len();
    print!("{name:6} {megabytes:6.0} MB in {time:5.2} s: {:5.1} MB/s, {articles} articles", megabytes / time);
    match before.zip(peak()) {
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

/// The most memory this process has held, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kb| kb * 1024)
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
