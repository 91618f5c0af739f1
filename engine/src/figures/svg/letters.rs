//! How wide a text is, without a browser to ask: an estimate that is rather too wide, so that what fits here fits
//! wherever the picture is drawn.

/// The width of `text` in letters of `size`.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter).sum::<f64>() * size
}

/// The width of a letter, as a part of the size of the letters: a little more than that of a wide sans serif.
fn letter(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | ' ' => 0.32,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' | '[' | ']' | '“' | '”' | '"' => 0.42,
        'm' | 'w' | '%' => 0.9,
        'M' | 'W' | '@' | '…' | '—' => 1.0,
        'A'..='Z' | '&' => 0.74,
        c if (c as u32) < 0x1100 => 0.61,
        _ => 1.05,
    }
}

/// `text` in letters of `size` in the width of `room`; where it is cut, the last letter is `…`.
pub(super) fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - letter('…') * size;
    let fits = |c: &char| {
        left -= letter(*c) * size;
        left >= 0.0
    };
    let short: String = text.chars().take_while(fits).collect();
    format!("{}…", short.trim_end())
}

/// The words of `text` in at most `most` lines of the width of `room`; what does not fit is cut.
pub(super) fn wrapped(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = lines.len() >= most;
        match lines.last_mut() {
            Some(line) if full || width(line, size) + width(word, size) + letter(' ') * size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, size, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::{cut, width, wrapped};

    #[test]
    fn text_fits() {
        let room = width("one two ", 10.0);
        assert_eq!(wrapped("one two three", 10.0, room, 9), ["one two", "three"]);
        assert_eq!(wrapped("one two three four", 10.0, room, 2), ["one two", "three…"]);
        assert_eq!(wrapped("", 10.0, room, 2), [""; 0]);
        for text in ["Democratic People’s Republic", "WWWWWWWW", "日本経済新聞社", "i"] {
            for room in [0.0, 30.0, 55.0] {
                let cut = cut(text, 12.0, room);
                assert!(cut == "…" || width(&cut, 12.0) <= room + 1e-9, "{cut} in {room}");
            }
        }
    }
}
