//! What the command shows to people: columns that fit the terminal, colour where it shows (never in a pipe, nor where
//! `NO_COLOR` is set), and progress. In a pipe, everything is plain and complete.

use console::{Style, Term, measure_text_width, truncate_str};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// The width of the terminal in characters; `None` where standard output is none.
pub(crate) fn width() -> Option<usize> {
    let out = Term::stdout();
    out.is_term().then(|| out.size_checked()).flatten().map(|(_, columns)| usize::from(columns))
}

/// `text` with visible signs in place of control characters, which would steer the terminal; line ends and tabs stay.
pub(crate) fn shown(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' | '\t' => c,
        '\u{7F}' => '␡',
        '\u{0}'..='\u{1F}' => char::from_u32('␀' as u32 + c as u32).unwrap_or('�'),
        c if c.is_control() => '�',
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(sign).collect()
}

/// `text` as [`shown`], on one line.
pub(crate) fn line(text: &str) -> String {
    shown(text).replace(['\n', '\t'], " ")
}

/// A column of a table: how it is aligned, and its style.
pub(crate) enum TableColumn {
    /// Flush left.
    Left(Style),
    /// Numbers, flush right.
    Right(Style),
    /// The last column, flush left, which takes what is left of the width.
    Rest(Style),
}

/// The least width of the last column, in characters; lines wrap in a narrower terminal.
const NARROWEST: usize = 24;
/// No other column is wider than the terminal's width divided by this.
const WIDEST: usize = 4;

/// `rows` as lines, with two spaces between columns; fitted into `width` characters where it is given.
pub(crate) fn table<const N: usize>(
    columns: &[TableColumn; N],
    rows: &[[String; N]],
    width: Option<usize>,
) -> String {
    let most = |n: usize| width.map_or(n, |width| n.min(width / WIDEST));
    let widths: Vec<usize> = (0..N)
        .map(|i| most(rows.iter().map(|row| measure_text_width(&row[i])).max().unwrap_or_default()))
        .collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        let mut used = 0;
        for ((cell, column), fit) in row.iter().zip(columns).zip(&widths) {
            let (TableColumn::Left(style) | TableColumn::Right(style) | TableColumn::Rest(style)) = column;
            let room = match column {
                TableColumn::Rest(_) => width.map(|width| width.saturating_sub(used).max(NARROWEST)),
                _ => width.map(|_| *fit),
            };
            let cell = room.map_or(cell.into(), |room| truncate_str(cell, room, "…"));
            let space = " ".repeat(fit.saturating_sub(measure_text_width(&cell)));
            let cell = style.apply_to(&cell);
            match column {
                TableColumn::Left(_) => line += &format!("{cell}{space}  "),
                TableColumn::Right(_) => line += &format!("{space}{cell}  "),
                TableColumn::Rest(_) => line += &cell.to_string(),
            }
            used += fit + 2;
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// The progress of reading and parsing, on standard error; nothing in a pipe.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// The number of files from which on progress is shown; fewer are done before anybody would look.
    const LARGE: u64 = 500;
    /// The time between two pictures.
    const TICK: Duration = Duration::from_millis(100);

    /// Progress that is not shown yet.
    pub(crate) fn new() -> Progress {
        Progress(ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()))
    }

    /// Counts one more file as done.
    pub(crate) fn one_more(&self) {
        self.0.inc(1);
        if self.0.position() == Self::LARGE && self.0.is_hidden() {
            self.show("{spinner} reading {human_pos} files, {elapsed}");
        }
    }

    /// Begins to count anew: all files are read, and `count` of them are to be parsed.
    pub(crate) fn parsing(&self, count: usize) {
        self.0.set_position(0);
        self.0.set_length(count as u64);
        if count as u64 >= Self::LARGE {
            self.show("{spinner} taking apart {bar:30} {human_pos} of {human_len} files, {eta} to go");
        }
    }

    /// Shows the progress from now on, in the form of `template`.
    fn show(&self, template: &str) {
        self.0.set_style(ProgressStyle::with_template(template).expect("a template of this file"));
        self.0.set_draw_target(ProgressDrawTarget::stderr());
        self.0.enable_steady_tick(Self::TICK);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{TableColumn, line, shown, table};
    use console::Style;

    #[test]
    fn columns_fit_the_width() {
        let plain = Style::new;
        let columns = [TableColumn::Left(plain()), TableColumn::Right(plain()), TableColumn::Rest(plain())];
        let rows =
            [["a", "7", "Short"], ["name-of-twenty-letters", "1,234", "A title of 32 letters, or of more"]];
        let rows = rows.map(|row| row.map(str::to_owned));
        assert_eq!(
            table(&columns, &rows, None),
            "a                           7  Short\nname-of-twenty-letters  1,234  A title of 32 letters, or of more\n"
        );
        let fitted = table(&columns, &rows, Some(48));
        assert_eq!(fitted, "a                 7  Short\nname-of-twe…  1,234  A title of 32 letters, or …\n");
        assert!(fitted.lines().all(|line| line.chars().count() <= 48), "{fitted}");
        let narrow = table(&columns, &rows, Some(10));
        assert!(narrow.lines().count() == 2 && narrow.contains("A title"), "{narrow}");
        let wide = table(
            &[TableColumn::Left(plain()), TableColumn::Rest(plain())],
            &[["港".into(), "x".into()], ["ab".into(), "y".into()]],
            None,
        );
        assert_eq!(wide, "港  x\nab  y\n", "a character as wide as two counts for two");
    }

    #[test]
    fn nothing_in_a_text_steers_the_terminal() {
        assert_eq!(shown("a\u{1B}[31mb\r\nc\td\u{7F}\u{9B}\r"), "a␛[31mb\nc\td␡�␍");
        assert_eq!(line("a\nb\tc"), "a b c");
    }
}
