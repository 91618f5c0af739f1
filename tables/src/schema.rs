//! The tables and their columns. A column keeps its name, its type and its meaning; `docs/tables.md` says what each is.

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in UTF-8.
    Text,
    /// A whole number, signed, of 64 bits.
    Integer,
    /// A number of 64 bits.
    Number,
    /// True or false.
    Boolean,
    /// A calendar day; in NDJSON and CSV `YYYY-MM-DD`.
    Day,
    /// Bytes for Dateline alone; NDJSON and CSV leave them out.
    Bytes,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSchema {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// Whether a row may have no value.
    pub optional: bool,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name, which its file has too.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [ColumnSchema],
}

/// A column in which each row has a value.
const fn always(name: &'static str, kind: Kind) -> ColumnSchema {
    ColumnSchema { name, kind, optional: false }
}

/// A column in which a row may have no value.
const fn perhaps(name: &'static str, kind: Kind) -> ColumnSchema {
    ColumnSchema { name, kind, optional: true }
}

use Kind::{Boolean, Bytes, Day, Integer, Number, Text};

/// One row: what the corpus is.
const CORPUS: Table = Table {
    name: "corpus",
    columns: &[always("title", Text), always("description", Text), always("version", Text)],
};

/// A row for each list that was read: `corpus.toml`, `actors.toml`.
const LISTS: Table = Table { name: "lists", columns: &[always("name", Text), always("text", Text)] };

/// A row for each source file.
const FILES: Table = Table {
    name: "files",
    columns: &[
        always("file", Text),
        always("bytes", Integer),
        perhaps("encoding", Text),
        always("digest", Text),
    ],
};

/// A row for each article.
const ARTICLES: Table = Table {
    name: "articles",
    columns: &[
        always("article", Text),
        always("file", Text),
        always("title", Text),
        always("title_derived", Boolean),
        perhaps("published", Text),
        perhaps("day", Day),
        perhaps("source", Text),
        perhaps("url", Text),
        perhaps("dateline", Text),
        perhaps("language", Text),
        always("words", Integer),
        always("headline_words", Integer),
        always("start", Integer),
        always("end", Integer),
    ],
};

/// A row for each credit.
const CREDITS: Table = Table {
    name: "credits",
    columns: &[always("article", Text), always("kind", Text), always("text", Text)],
};

/// A row for each block of a body.
const BLOCKS: Table = Table {
    name: "blocks",
    columns: &[
        always("article", Text),
        always("block", Integer),
        always("kind", Text),
        always("text", Text),
        perhaps("speaker", Text),
    ],
};

/// A row for each actor that is mentioned.
const ACTORS: Table =
    Table { name: "actors", columns: &[always("actor", Text), always("name", Text), always("kind", Text)] };

/// A row for each mention.
const MENTIONS: Table = Table {
    name: "mentions",
    columns: &[
        always("article", Text),
        always("file", Text),
        always("zone", Text),
        perhaps("block", Integer),
        always("at", Integer),
        always("surface", Text),
        perhaps("actor", Text),
        perhaps("kind", Text),
        always("form", Text),
        always("sure", Boolean),
        perhaps("start", Integer),
        perhaps("end", Integer),
    ],
};

/// A row for each part of a file that was set aside.
const LEDGER: Table = Table {
    name: "ledger",
    columns: &[
        always("file", Text),
        always("start", Integer),
        always("end", Integer),
        always("rule", Text),
        always("text", Text),
    ],
};

/// A row for each problem.
const PROBLEMS: Table = Table {
    name: "problems",
    columns: &[
        always("file", Text),
        always("start", Integer),
        always("end", Integer),
        always("message", Text),
    ],
};

/// A row for each article of a group of near-duplicates.
const NEAR_DUPLICATES: Table = Table {
    name: "near_duplicates",
    columns: &[
        always("group", Text),
        always("article", Text),
        always("similarity", Number),
        always("shared", Number),
    ],
};

/// A row for each article: what a page has beside the tables.
const RECORDS: Table =
    Table { name: "records", columns: &[always("article", Text), always("record", Bytes)] };

/// A row for each hash of a signature of an article: what near-duplicates are found with on a cluster. It is written where it
/// is asked for.
pub static SIGNATURES: Table = Table {
    name: "signatures",
    columns: &[always("article", Text), always("whole", Integer), perhaps("shingle", Integer)],
};

/// All tables that are always written.
pub static TABLES: [Table; 12] = [
    CORPUS, LISTS, FILES, ARTICLES, CREDITS, BLOCKS, ACTORS, MENTIONS, LEDGER, PROBLEMS, NEAR_DUPLICATES,
    RECORDS,
];

/// The table of this name.
///
/// # Panics
/// Where there is none.
pub(crate) fn table(name: &str) -> &'static Table {
    TABLES.iter().find(|table| table.name == name).expect("a table of this version")
}

impl Table {
    /// Whether it has rows of single files, so that a run that adds files leaves those of others as they are. The rows of
    /// other tables are of the corpus as a whole.
    pub fn is_of_files(&self) -> bool {
        let whole = [CORPUS.name, LISTS.name, ACTORS.name, PROBLEMS.name, NEAR_DUPLICATES.name];
        !whole.contains(&self.name)
    }

    /// The columns that a table of text has.
    pub(crate) fn plain(&self) -> impl Iterator<Item = (usize, &ColumnSchema)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.kind != Bytes)
    }
}
