//! Text on one line.

/// `text` with a space in place of each line break and tab; all other white space stays.
pub fn unbroken(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// `text` with every run of white space as one space, and none at its ends.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{one_line, unbroken};

    #[test]
    fn white_space_is_one_space_or_as_wide_as_it_was() {
        assert_eq!(one_line(" a \n\n b\tc "), "a b c");
        assert_eq!(one_line(" \n"), "");
        assert_eq!(unbroken(" a \n b"), " a   b");
    }
}
