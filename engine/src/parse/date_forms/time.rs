//! The time of day behind a date, with its zone.

use super::cursor::Cursor;
use super::names;

/// A time of day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    /// The seconds since midnight.
    pub(super) seconds: u32,
    /// The offset from UTC in seconds, where it is written.
    pub(super) offset: Option<i32>,
}

impl Time {
    /// The time of an hour, minute and second; `None` if no clock shows it. A leap second is the one before it.
    pub(super) fn new(hour: u32, minute: u32, second: u32, offset: Option<i32>) -> Option<Time> {
        let is_one = hour < 24 && minute < 60 && second <= 60;
        is_one.then_some(Time { seconds: hour * 3600 + minute * 60 + second.min(59), offset })
    }
}

/// The signs between a date and its time.
const SIGNS: &[char] = &[',', '|', '•', '·', '–', '—', '-', '@', '.', '،', '(', '/', ';', ':'];

/// Reads a time of day after a date, with the words before it: `T12:22:37Z`, ` um 12.22 Uhr`, `, 2:22 PM EST`.
pub(super) fn read(c: &mut Cursor<'_>) -> Option<Time> {
    let mut late = None;
    if c.eat("T").is_none() {
        c.skip(SIGNS);
        let mut before = |word: &str| {
            late = late.or(half(word));
            names::is_before_time(word)
        };
        while c.word_if(&mut before).is_some() {
            c.skip(SIGNS);
        }
    }
    let hour = c.number(1..=2)?;
    c.skip(&[]);
    let sign = c.sign(&[':', '.', 'h', 'H', '时', '時', '시', '点', '點'])?;
    c.skip(&[]);
    let minute = c.number(if sign.is_alphabetic() { 1..=2 } else { 2..=2 })?;
    c.sign(&['分', '분']);
    let second = c.attempt(|c| {
        c.sign(&[':', '.'])?;
        c.number(1..=2)
    });
    c.attempt(|c| {
        second?;
        c.sign(&['.', ','])?;
        c.number(1..=9)
    });
    c.attempt(|c| {
        c.skip(&[]);
        let word = c.word()?;
        let dotted = (word == "a" || word == "p") && c.eat(".m.").or_else(|| c.eat(".M.")).is_some();
        if dotted {
            late = Some(word == "p");
            return Some(());
        }
        late = late.or(half(&word));
        (half(&word).is_some() || matches!(&*word, "uhr" | "h" | "hs" | "hrs" | "น")).then_some(())
    });
    let hour = match late {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let offset = c.attempt(zone).flatten();
    Time::new(hour, minute, second.unwrap_or(0), offset)
}

/// Reads the time of `20240628T122237Z` after the day.
pub(super) fn compact(c: &mut Cursor<'_>) -> Option<Time> {
    c.eat("T")?;
    let run = c.rest();
    let run = &run[..run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len())];
    let part = |at: usize| run.get(at..at + 2)?.parse::<u32>().ok();
    c.at += matches!(run.len(), 4 | 6).then_some(run.len())?;
    c.attempt(|c| {
        c.sign(&['.', ','])?;
        c.number(1..=9)
    });
    let offset = c.attempt(zone).flatten();
    Time::new(part(0)?, part(2)?, part(4).unwrap_or(0), offset)
}

/// Reads a weekday in brackets or behind a date, as Asia writes it: `2024年6月28日(金)`, `28 Haziran 2024 Cuma`.
pub(super) fn weekday(c: &mut Cursor<'_>) -> Option<()> {
    const EAST: [char; 14] =
        ['月', '火', '水', '木', '金', '土', '日', '월', '화', '수', '목', '금', '토', '일'];
    c.skip(&[',']);
    if let Some(open) = c.sign(&['(', '（']) {
        c.sign(&EAST)?;
        return c.eat(if open == '(' { ")" } else { "）" });
    }
    c.word_if(|word| word.chars().count() > 2 && names::is_weekday(word))
}

/// Whether a word says the second half of the day; `None` if it says neither.
fn half(word: &str) -> Option<bool> {
    match word {
        "am" | "오전" | "午前" | "上午" | "ص" | "πμ" => Some(false),
        "pm" | "오후" | "午後" | "下午" | "晚上" | "م" | "μμ" => Some(true),
        _ => None,
    }
}

/// Reads a zone: `Z`, `+0200`, `GMT+2`, `CET`; inside `None` where several zones have the name.
fn zone(c: &mut Cursor<'_>) -> Option<Option<i32>> {
    c.skip(&['(']);
    let offset = |c: &mut Cursor<'_>| {
        let sign = c.sign(&['+', '-', '−'])?;
        let (hours, minutes) = match c.attempt(|c| c.number(4..=4)) {
            Some(both) => (both / 100, both % 100),
            None => {
                let hours = c.number(1..=2)?;
                let minutes = c.attempt(|c| {
                    c.eat(":")?;
                    c.number(2..=2)
                });
                (hours, minutes.unwrap_or(0))
            }
        };
        // The zones of the world go from -12:00 to +14:00.
        let seconds = (hours <= 14 && minutes < 60).then_some((hours * 3600 + minutes * 60) as i32)?;
        Some(if sign == '+' { seconds } else { -seconds })
    };
    if let Some(offset) = c.attempt(offset) {
        c.sign(&[')']);
        return Some(Some(offset));
    }
    let rest = c.rest();
    let name = &rest[..rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len())];
    let apart = !rest[name.len()..].starts_with(char::is_alphabetic);
    c.at +=
        ((1..=5).contains(&name.len()) && apart && (name.len() > 1 || name == "Z")).then_some(name.len())?;
    let named = names::zone(name);
    let more = named.filter(|named| *named == 0).and_then(|_| c.attempt(offset));
    c.sign(&[')']);
    Some(more.or(named))
}
