//! The names of fields: what keys and columns of many programs mean.

use super::slot::Slot;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The names of fields, in lower case and without separators. Of two fields with the same meaning, the one that is
/// listed first takes precedence.
const NAMES: &[(&str, Slot)] = &[
    ("title", Slot::Title),
    ("headline", Slot::Title),
    ("hed", Slot::Title),
    ("heading", Slot::Title),
    ("titel", Slot::Title),
    ("titre", Slot::Title),
    ("titulo", Slot::Title),
    ("published", Slot::Published),
    ("datepublished", Slot::Published),
    ("publishedat", Slot::Published),
    ("publisheddate", Slot::Published),
    ("publisheddatetime", Slot::Published),
    ("publishdate", Slot::Published),
    ("publicationdate", Slot::Published),
    ("webpublicationdate", Slot::Published),
    ("firstpublished", Slot::Published),
    ("pubdate", Slot::Published),
    ("dategmt", Slot::Published),
    ("date", Slot::Published),
    ("datum", Slot::Published),
    ("fecha", Slot::Published),
    ("day", Slot::Published),
    ("datetime", Slot::Published),
    ("timestamp", Slot::Published),
    ("created", Slot::Published),
    ("createdat", Slot::Published),
    ("datetimepub", Slot::Published),
    ("publishedon", Slot::Published),
    ("publishtime", Slot::Published),
    ("url", Slot::Url),
    ("link", Slot::Url),
    ("weburl", Slot::Url),
    ("permalink", Slot::Url),
    ("canonical", Slot::Url),
    ("canonicalurl", Slot::Url),
    ("href", Slot::Url),
    ("sourceurl", Slot::Url),
    ("articleurl", Slot::Url),
    ("articlelink", Slot::Url),
    ("storyurl", Slot::Url),
    ("pageurl", Slot::Url),
    ("newsurl", Slot::Url),
    ("originalurl", Slot::Url),
    ("documenturl", Slot::Url),
    ("source", Slot::Outlet),
    ("sourcename", Slot::Outlet),
    ("publisher", Slot::Outlet),
    ("outlet", Slot::Outlet),
    ("publication", Slot::Outlet),
    ("newspaper", Slot::Outlet),
    ("site", Slot::Outlet),
    ("sitename", Slot::Outlet),
    ("domain", Slot::Outlet),
    ("language", Slot::Language),
    ("lang", Slot::Language),
    ("sprache", Slot::Language),
    ("langue", Slot::Language),
    ("idioma", Slot::Language),
    ("dateline", Slot::Dateline),
    ("author", Slot::Author),
    ("authors", Slot::Author),
    ("byline", Slot::Author),
    ("creator", Slot::Author),
    ("reporter", Slot::Author),
    ("autor", Slot::Author),
    ("auteur", Slot::Author),
    ("autore", Slot::Author),
    ("journalist", Slot::Author),
    ("contenthtml", Slot::Body),
    ("body", Slot::Body),
    ("articlebody", Slot::Body),
    ("bodytext", Slot::Body),
    ("fulltext", Slot::Body),
    ("content", Slot::Body),
    ("text", Slot::Body),
    ("maintext", Slot::Body),
    ("article", Slot::Body),
    ("contenttext", Slot::HiddenBody),
    ("rawtext", Slot::HiddenBody),
    ("summary", Slot::Summary),
    ("description", Slot::Summary),
    ("abstract", Slot::Summary),
    ("excerpt", Slot::Summary),
    ("webtitle", Slot::Title),
    ("articletitle", Slot::Title),
    ("storytitle", Slot::Title),
    ("título", Slot::Title),
    ("titolo", Slot::Title),
    ("überschrift", Slot::Title),
    ("schlagzeile", Slot::Title),
    ("заголовок", Slot::Title),
    ("标题", Slot::Title),
    ("標題", Slot::Title),
    ("datepublish", Slot::Published),
    ("seendate", Slot::Published),
    ("sourcedomain", Slot::Outlet),
    ("medianame", Slot::Outlet),
    ("mediaoutlet", Slot::Outlet),
    ("mediatitle", Slot::Outlet),
    ("outletname", Slot::Outlet),
    ("publicationtitle", Slot::Outlet),
    ("publicationname", Slot::Outlet),
    ("pubtitle", Slot::Outlet),
    ("sourcetitle", Slot::Outlet),
    ("journal", Slot::Outlet),
    ("sourcehostname", Slot::Outlet),
    ("hostname", Slot::Outlet),
    ("domainname", Slot::Outlet),
    ("sitefull", Slot::Outlet),
    ("quelle", Slot::Outlet),
    ("medium", Slot::Outlet),
    ("fuente", Slot::Outlet),
    ("articletext", Slot::Body),
    ("story", Slot::Body),
    ("storybody", Slot::Body),
    ("articlecontent", Slot::Body),
    ("contentbody", Slot::Body),
    ("newscontent", Slot::Body),
    ("bodyhtml", Slot::Body),
    ("inhalt", Slot::Body),
    ("contenu", Slot::Body),
    ("contenido", Slot::Body),
    ("conteúdo", Slot::Body),
    ("texte", Slot::Body),
    ("texto", Slot::Body),
    ("testo", Slot::Body),
    ("текст", Slot::Body),
    ("正文", Slot::Body),
    ("hlead", Slot::Body),
    ("leadparagraph", Slot::Body),
    ("paragraphs", Slot::Body),
    ("trailtext", Slot::Summary),
    ("snippet", Slot::Summary),
    ("teaser", Slot::Summary),
    ("lede", Slot::Summary),
    ("openingtext", Slot::Summary),
];

/// Whether a field of this name has a meaning.
pub(super) fn is_known(name: &str) -> bool {
    slot(name).is_some()
}

/// Whether a field of this name has a headline or a text.
pub(super) fn is_text(name: &str) -> bool {
    matches!(slot(name), Some((Slot::Title | Slot::Body, _)))
}

/// The columns of Factiva, in capitals, and the names that mean the same. A text stands in two of them.
const FACTIVA: &[(&str, &str)] = &[
    ("HD", "headline"),
    ("BY", "byline"),
    ("PD", "date"),
    ("SN", "source"),
    ("LA", "language"),
    ("LP", "body"),
    ("TD", "body"),
];

/// The names of columns, with those of Factiva in words: they are too short to be known anywhere else.
pub(super) fn columns(header: &[&str]) -> Vec<String> {
    let is_factiva = header.contains(&"HD") && ["LP", "TD", "PD"].iter().any(|name| header.contains(name));
    let word = |name: &&str| FACTIVA.iter().find(|(short, _)| is_factiva && short == name);
    header.iter().map(|name| word(name).map_or(*name, |(_, word)| word).to_owned()).collect()
}

/// The slot of the field `name`, and its rank among the names of that slot.
pub(super) fn slot(name: &str) -> Option<(Slot, usize)> {
    static RANKS: LazyLock<HashMap<&str, usize>> =
        LazyLock::new(|| NAMES.iter().enumerate().map(|(rank, (name, _))| (*name, rank)).collect());
    let rank = *RANKS.get(plain(name).as_str())?;
    Some((NAMES[rank].1, rank))
}

/// How many names are known: the rank of a value that has none.
pub(super) const RANKS: usize = NAMES.len();

/// The name of a field in lower case and without separators.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
