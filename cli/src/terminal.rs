//! What the command shows to people: columns that fit the terminal, colour where it shows (never in a pipe, nor where
//! `NO_COLOR` is set), and progress. In a pipe, everything is plain and complete.

use console::{Style, Term, measure_text_width, truncate_str};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::cell::Cell;
use std::io::Write as _;
use std::time::{Duration, Instant};

/// Writes a line to standard error. Where that cannot be written, as on a full disk, there is nobody to tell.
macro_rules! say {
    ($($what:tt)*) => {
        $crate::terminal::say_line(format_args!($($what)*))
    };
}
pub(crate) use say;

/// Writes a line to standard error, for [`say`].
pub(crate) fn say_line(what: std::fmt::Arguments<'_>) {
    // At once, so that lines of several programs do not mix.
    let _ = std::io::stderr().write_all(format!("{what}\n").as_bytes());
}

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

/// What a long run is doing, on standard error: a line that moves in a terminal; elsewhere a line for each stage that
/// begins late.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    /// Bytes that are to be read.
    bytes: Cell<u64>,
    /// When it was written down last how far it is.
    told: Cell<Option<Instant>>,
}

impl Progress {
    /// What takes no longer than this is done before anybody would look.
    const SOON: Duration = Duration::from_millis(300);
    /// What reads more bytes than this takes longer.
    const MUCH: u64 = 1 << 20;
    /// Stages that begin later than this are written down where no line can move.
    const LATE: Duration = Duration::from_secs(2);
    /// The time between two lines of how far it is, where no line can move.
    const LONG: Duration = Duration::from_secs(10);
    /// The time between two pictures.
    const TICK: Duration = Duration::from_millis(100);

    /// Progress that is not shown yet.
    pub(crate) fn new() -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Progress { bar, begun: Instant::now(), bytes: Cell::new(0), told: Cell::new(None) }
    }

    /// Since when it runs.
    pub(crate) fn time(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Begins to read so many bytes.
    pub(crate) fn reading(&self, bytes: u64) {
        self.hide();
        self.bar.set_length(bytes);
        self.bytes.set(bytes);
        self.bar.set_position(0);
        self.bar.reset();
        self.show("{spinner} reading {bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} to go");
    }

    /// Says that so many bytes have been read so far.
    pub(crate) fn read(&self, bytes: u64) {
        self.bar.set_position(bytes);
        let since = self.told.get().map_or(self.begun.elapsed(), |told| told.elapsed());
        if !Term::stderr().is_term() && since > Self::LONG {
            self.told.set(Some(Instant::now()));
            let (read, of) = (bytes >> 20, self.bytes.get() >> 20);
            say!("dateline: read {read} of {of} MB, {:.1} s so far", self.time().as_secs_f64());
        }
    }

    /// Leaves the line free while `print` prints.
    pub(crate) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    /// Begins another stage, which shows how long it takes and nothing else.
    pub(crate) fn stage(&self, does: &'static str) {
        self.hide();
        self.bar.set_message(does);
        self.bar.reset_elapsed();
        self.show("{spinner} {msg}, {elapsed}");
        if !Term::stderr().is_term() && self.time() > Self::LATE {
            say!("dateline: {does}, {:.1} s so far", self.time().as_secs_f64());
        }
    }

    /// Leaves the line free for what is printed.
    pub(crate) fn hide(&self) {
        self.bar.disable_steady_tick();
        self.bar.set_draw_target(ProgressDrawTarget::hidden());
    }

    /// Shows the progress from now on, in the form of `template`, where it takes long.
    fn show(&self, template: &str) {
        if self.time() < Self::SOON && self.bytes.get() < Self::MUCH {
            return;
        }
        if !Term::stderr().is_term() {
            return;
        }
        self.bar.set_style(ProgressStyle::with_template(template).expect("a template of this file"));
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
        self.bar.enable_steady_tick(Self::TICK);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
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
