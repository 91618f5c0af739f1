//! Bylines: the names in `By Ada Lind and Max Example, Holm Gazette`, without the words around them.

use crate::parse::date_forms::{self, Written, labels};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::{Tokens, Words};
use std::ops::Range;

/// What a byline says; ranges count in bytes of the line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Byline {
    /// The names of people, in order.
    pub(crate) names: Vec<Range<usize>>,
    /// Whether a word such as "By" says that they wrote the text.
    pub(crate) labelled: bool,
    /// The date that stands in the line.
    pub(crate) date: Option<Written>,
    /// The number of words that are neither label, name nor date: roles, places, outlets.
    pub(crate) others: usize,
}

/// The words before the name of an author: prepositions, before a capital; and labels with a colon or alone.
static LABEL: Pattern = pattern!(concat!(
    r"^(?:(?i:(?:written|reported|story|text|words|posted|submitted|contributed|created|article|analysis|report|interview|published|essay|opinion|review) )?(?:By|BY|by)[: ]",
    r"|(?i:(?:verfasst|geschrieben|veröffentlicht|erstellt|gepostet|eingestellt|gespeichert|hinzugefügt|eingereicht|ein \S+|eine \S+|text|interview|bericht|kommentar) )?(?:Von|VON|von)[: ]",
    r"|(?i:(?:rédigé|écrit|publié|propos recueillis|texte|posté) )?(?:Par|PAR|par)[: ]|(?i:(?:escrito|publicado|texto|postado) )?(?:Por|POR|por)[: ]",
    r"|(?i:(?:a cura|articolo) )?(?:Di|DI|di)[: ]|(?i:(?:scritto|pubblicato|postato) da) |(?i:(?:geschreven|geplaatst|tekst) )?(?:Door|DOOR|door)[: ]|(?i:(?:skrevet|skriven|skrivet|tekst|text|publicerad|publisert) )?(?:Av|AV|av|Af|AF|af)[: ]",
    r"|(?i:(?:ditulis|diposting) )?(?:Oleh|OLEH|oleh)[: ]|(?i:napisał\(?a?\)?|przez|írta|yazan|scris de|publicat de|od|napsal|napsala|autor|autorka|tekst) |بقلم[: ]|كتبت?[: ]|מאת[: ]",
    r"|(?i:authors?|autor(?:in|en|innen|a|es|as|i|e|ka|zy)?|auteure?s?|autore|autrice|auteurs|text|texte|texto|testo|tekst|teksti|words|interview|protokoll|reportage|redaktion|redacción|rédaction|foto und text|text und fotos?|text & foto|författare|forfatter|skribent|journalist|reporter|kirjoittaja|toimittaja|автор[иы]?|текст|журналист|yazar|yazan|napisała?|napsala?|írta|tác giả|haber|szerző|penulis|συντάκτης|redakteur(?:in)?|autor\/in|byline|contributor|correspondent|الكاتب|نویسنده|लेखक)\s*[:：]",
    r"|作者\s*[:：／/ ]|(?:本报)?[记記]者\s*[:：／/ ]?|撰文\s*[:：／/]|(?:取材[・･]|構成[・･])?文\s*[:：／/＝=・]|(?:取材|執筆|著者|ライター)\s*[:：／/＝=・]|文章作者\s*[:：]|글\s*[:：=])\s*",
    r"(?i:(?:our|unser\w*|onze|notre|nuestr[oa]|noss[oa])\s+(?:\w+\s+)?(?:reporter|correspondent|redakteur|korrespondent|mitarbeiter|autor|redacteur|verslaggever|correspondante?|envoyée? spéciale?|journaliste|corresponsal|enviad[oa] especial)(?:in|en)?\s+)?",
));

/// What stands between two names.
static BETWEEN: Pattern = pattern!(
    r"\s*(?:,|;|/|、|，|·|&|\+)\s*(?:(?i:and|und|et|y|e|en|och|og|ja|и|та|і|ve|dan|with|mit|avec|con)\s+)?|\s+(?i:and|und|et|y|e|en|och|og|ja|и|та|і|i|ve|dan|és|și|και|a|with|mit|avec|con|&)\s+|\s+و\s*"
);

/// Prepositions before a date.
static BEFORE_DATE: Pattern =
    pattern!(r"\s+(?i:on|at|am|vom|den|le|el|il|op|em|på|dne|dnia|w dniu|pada|στις|в|на|,)\s*$");

/// What ends the part of a byline that has names.
static BARS: Pattern = pattern!(
    r"\s*[|•»›／\n(\[]\s*|\s+[–—·-]\s+|\s{3,}|\s+(?i:photos?|photography|photographs?|fotos?|fotografi[ea]|bilder|images?|pictures?|illustrations?|videos?|grafik(?:en)?|kamera|camera|editor|redaktur|producer|producción|edited by)\s*[:：]\s*"
);

/// Words of which one makes a name that of no person: outlets, desks, roles.
static NOBODY: Words = Words::new(
    "admin administrator redaktion redaction redaccion redacao redazione redactie redakce redakcja redaksi \
     redaktionen toimitus редакция редакціі editor editors editorial staff newsroom webmaster webmistress guest \
     gast anonymous anonym team desk bureau agency agencies agencia agence agentur news nachrichten noticias \
     nouvelles press presse prensa pressestelle times post gazette herald tribune magazine magazin media medien \
     radio tv zeitung journal blog online com org net inc gmbh ltd verlag university universitat institute \
     institut association verein verband foundation stiftung ministry ministerium department office service \
     services network group company society council committee user unknown unbekannt author autor auteur autore \
     contributor contributors correspondent reporter reporters journalist writer columnist photographer \
     korrespondent korrespondentin redakteur redakteurin journaliste reuters afp dpa ap upi tass xinhua comments \
     comment kommentare share home read published updated posted facebook twitter instagram minutes min uhr views \
     more mehr by all about uber follow email contact the this new foto photo photos fotos image bild departement \
     bundesministerium bundesamt landesanstalt polizei police academy akademie centre zentrum partei party union \
     corporation communications testimonial video posts articles article artikel beitrag beitrage profile profil \
     website webseite page seite alle view show zeige wordpress none null undefined moderator",
);

/// The small words inside names.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "du", "del", "della", "van", "von", "vom", "der", "den", "des",
    "zu", "zur", "ter", "ten", "te", "la", "le", "el", "al", "bin", "ibn", "bint", "af", "av", "y", "e",
    "ben", "bar", "mc", "und", "med", "phil", "jur", "rer", "nat", "pol", "jr", "sr",
];

/// The maximum number of words in a name.
const MOST_WORDS: usize = 5;

/// What opens a byline; ranges count in bytes of the line.
struct Opening {
    /// The date that stands in the line.
    date: Option<Written>,
    /// Where the label or, if there is none, the first name begins: a date may stand before it.
    start: usize,
    /// Where the first name begins.
    name: usize,
}

fn opening(line: &str) -> Opening {
    let date = date_forms::within(line, None);
    // A date may stand before the names as well as behind them.
    let signs = |c: char| !c.is_alphanumeric();
    let lead = |date: &Range<usize>| date.end + line[date.end..].find(|c| !signs(c)).unwrap_or(0);
    let before = date
        .as_ref()
        .map(|date| &date.range)
        .filter(|date| line[..date.start].trim_matches(signs).is_empty());
    let start = before.map_or(0, lead);
    let name = LABEL.find(&line[start..]).map_or(start, |found| start + found.end());
    Opening { date, start, name }
}

/// Whether `line` opens with a word such as "By".
pub(crate) fn is_labelled(line: &str) -> bool {
    let opening = opening(line);
    opening.name > opening.start
}

/// Reads `line` as a byline; `None` if no name stands where a byline has it.
pub(crate) fn read(line: &str) -> Option<Byline> {
    let Opening { date, start, name: label } = opening(line);
    let dated = date.as_ref().map(|date| date.range.clone());
    let mut byline = Byline { labelled: label > start, date, ..Byline::default() };
    let end = dated.as_ref().filter(|date| date.start > label).map_or(line.len(), |date| date.start);
    // "Ada Lind on 5 June": the word belongs to the date.
    let end = BEFORE_DATE
        .find(&line[label..end])
        .filter(|_| end < line.len())
        .map_or(end, |found| label + found.start());
    let mut at = label;
    let mut open = true;
    for (n, part) in split(&line[label..end], &BARS).into_iter().enumerate() {
        at = label + part.end;
        let part = label + part.start..at;
        // "Source:" is a label, if nobody knows which.
        let is_label = !byline.labelled && line[part.clone()].ends_with([':', '：']);
        let names = if is_label { Vec::new() } else { names(&line[part.clone()]) };
        let is_first = n == 0 || byline.names.is_empty() && open;
        if is_first && !names.is_empty() {
            let taken: usize =
                names.iter().map(|name| words(&line[part.start + name.start..part.start + name.end])).sum();
            byline.others += words(&line[part.clone()]).saturating_sub(taken);
            byline.names.extend(names.into_iter().map(|name| part.start + name.start..part.start + name.end));
        } else if labels::leading(&line[part.clone()]).is_none() {
            // "About the author | Ada Lind"; but what stands behind "By the news desk" is something else.
            open &= !byline.labelled && is_nobody(&line[part.clone()]);
            byline.others += words(&line[part]);
        }
    }
    byline.others += words(&line[dated.map_or(at, |date| date.end.max(at))..]);
    (!byline.names.is_empty()).then_some(byline)
}

/// The names in a field of authors, which has no label as a rule.
pub(crate) fn in_field(text: &str) -> Vec<Range<usize>> {
    read(text).map(|byline| byline.names).unwrap_or_default()
}

fn words(text: &str) -> usize {
    Tokens::of(text).len()
}

/// The pieces of `text` between the matches of `between`, without white space at their ends.
fn split(text: &str, between: &Pattern) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let ends =
        between.find_iter(text).map(|found| found.range()).chain(std::iter::once(text.len()..text.len()));
    for found in ends {
        let piece = text[at..found.start].trim();
        let start = at + text[at..found.start].find(piece).unwrap_or(0);
        if !piece.is_empty() {
            pieces.push(start..start + piece.len());
        }
        at = found.end;
    }
    pieces
}

/// The names at the beginning of `text`; after the first piece that is none, what follows is a role or a place.
fn names(text: &str) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for piece in split(text, &BETWEEN) {
        let piece = without_role(text, piece);
        if !is_person(&text[piece.clone()]) {
            break;
        }
        // "Ada Lind, Oslo": one word behind a name is a place.
        let word = &text[piece.clone()];
        if !names.is_empty() && !word.contains(char::is_whitespace) && is_cased(word) {
            break;
        }
        names.push(piece);
    }
    names
}

/// `piece` of `text` without "in Oslo", "for the Gazette" and the East's word for a reporter at its end.
fn without_role(text: &str, piece: Range<usize>) -> Range<usize> {
    static BEFORE: Pattern = pattern!(r"^(?:本报|本刊)?[记記]者\s*");
    static ROLE: Pattern = pattern!(
        r"\s+(?:in|aus|for|für|from|at|pour|à|desde|para|en|per|su|via|of)\s+.*$|\s*(?:기자|특파원|記者|记者|通讯员|報道|报道|報導)$|\s*=.*$|\s+\S*@.*$|\s+\d.*$|[:.,;*]+$"
    );
    static POST: Pattern = pattern!(
        r"(?i)\s+(?:(?:senior|chief|staff|political|contributing|special|deputy|managing|associate|assistant|national|foreign|business|sports?|science|health|environment|diplomatic|investigative|multimedia|freelance|freier?)\s+)*(?:editor|reporter|writer|correspondent|journalist|contributor|columnist|redakteur|reporter|korrespondent|journaliste|autor)(?:in)?(?:\s.*)?$"
    );
    let lead = BEFORE.find(&text[piece.clone()]).map_or(0, |before| before.end());
    let piece = piece.start + lead..piece.end;
    let name = &text[piece.clone()];
    let end = ROLE.find(name).filter(|role| role.start() > 0).map_or(name.len(), |role| role.start());
    // "Staff reporter" is a role and no name, and "Games" in "Ada Lind Games Editor" is of the role.
    let post = POST.find(&name[..end]).map(|post| post.start());
    let end = post.filter(|start| name[..*start].split_whitespace().count() == 2).unwrap_or(end);
    piece.start..piece.start + end
}

/// Words of which one makes a name that of nobody at all.
const NONE: &[&str] = &[
    "admin", "administrator", "webmaster", "user", "unknown", "unbekannt", "anonymous", "anonym", "guest",
    "gast", "null", "none", "undefined", "author", "autor", "auteur", "autore", "wordpress", "by", "von",
    "comments", "comment", "kommentare", "share", "published", "updated", "home", "facebook", "twitter",
    "instagram", "http", "https", "www", "com", "alle", "artikel", "articles", "posts", "profile", "gmbh",
    "inc", "ltd", "llc", "editor", "root", "default", "test",
];

/// The maximum length of a nickname, in bytes.
const LONGEST_NICKNAME: usize = 40;

/// Whether `name` can be a nickname or a desk, which only a mark of its own tells from other words.
pub(crate) fn is_nickname(name: &str) -> bool {
    // A host is no name, and "12 minutes" is none.
    let host = name.split('.').skip(1).any(|piece| piece.starts_with(char::is_lowercase));
    let number = name.starts_with(|c: char| c.is_ascii_digit()) && name.contains(' ');
    let signs =
        |c: char| matches!(c, ':' | '/' | '@' | '<' | '{' | '|' | '#' | '=' | '?' | '!' | '&' | '%' | '\\');
    let tokens = Tokens::of(name);
    name.len() <= LONGEST_NICKNAME
        && !name.contains(signs)
        && name.contains(char::is_alphabetic)
        && (1..=MOST_WORDS).contains(&tokens.len())
        && !host
        && !number
        && !tokens.iter().any(|token| NONE.contains(&token.folded) || token.folded.ends_with("admin"))
}

/// Whether a text has a word of a desk, an outlet or a role.
fn is_nobody(text: &str) -> bool {
    let tokens = Tokens::of(text);
    tokens.iter().any(|token| NOBODY.contains(token.folded))
}

/// Whether a text is in a script with capitals.
fn is_cased(text: &str) -> bool {
    text.contains(|c: char| c.is_lowercase() || c.is_uppercase())
}

/// Signs of the East that stand in the names of outlets and desks, and beside names.
static EAST_NOBODY: Pattern = pattern!(
    r"[報报社網网]|快[訊讯]|編輯|编辑|編集|綜合|综合|中心|新[聞闻]|留言|人[氣气]|[來来]源|[責责]任|[發发]布|[時时][間间]|편집|뉴스|신문"
);

/// Whether `name` is written like the name of a person and is none of a desk, an outlet or a role.
pub(crate) fn is_person(name: &str) -> bool {
    let letters = |c: char| {
        c.is_alphabetic()
            || c.is_whitespace()
            || matches!(c, '.' | '\'' | '’' | '-' | '‑' | '"' | '“' | '”' | '\u{200C}')
    };
    if name.len() > 80 || !name.chars().all(letters) || !name.contains(char::is_alphabetic) {
        return false;
    }
    if is_nobody(name) {
        return false;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    if !is_cased(name) {
        // Names of the East are two to four letters long, and others have no capitals.
        let east = name.chars().any(|c| u32::from(c) >= 0x2E80);
        return if east {
            (2..=12).contains(&name.chars().count()) && !EAST_NOBODY.is_match(name)
        } else {
            (1..=MOST_WORDS).contains(&words.len())
        };
    }
    let capital =
        |word: &&str| word.trim_start_matches(['\'', '"', '“', '’']).starts_with(char::is_uppercase);
    let small = |word: &&str| {
        PARTICLES.contains(&word.to_lowercase().trim_end_matches('.'))
            || word.starts_with("d'")
            || word.starts_with("d’")
            || word.starts_with("al-")
            || word.starts_with("el-")
    };
    (1..=MOST_WORDS).contains(&words.len())
        && words.iter().any(|word| capital(word) && word.chars().count() > 1)
        && (capital(&words[0]) || words[0].contains(['\'', '’', '-']) || words.len() > 2)
        && words.iter().all(|word| capital(word) || small(word))
        && words.last().is_some_and(|word| capital(word) || matches!(*word, "jr." | "sr." | "jr" | "sr"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn bylines_name_people_alone() {
        for (line, names) in [
            ("By Ada Lind", &["Ada Lind"][..]),
            ("By Ada Lind and Max Example", &["Ada Lind", "Max Example"]),
            ("By ADA LIND, Holm Gazette", &["ADA LIND"]),
            ("By Ada Lind, Max Example and Bo Ek", &["Ada Lind", "Max Example", "Bo Ek"]),
            ("By Ada Lind in Oslo", &["Ada Lind"]),
            ("By Ada Lind, Oslo", &["Ada Lind"]),
            ("By Ada Lind | April 27, 2024", &["Ada Lind"]),
            ("Ada Lind – 27 April 2024", &["Ada Lind"]),
            ("Von Ada Lind und Max Example", &["Ada Lind", "Max Example"]),
            ("Par Ada Lind et Max de la Cour", &["Ada Lind", "Max de la Cour"]),
            ("Por Ada Lind", &["Ada Lind"]),
            ("Di Ada Lind", &["Ada Lind"]),
            ("Door Ada van den Berg", &["Ada van den Berg"]),
            ("Av Ada Lind", &["Ada Lind"]),
            ("Text: Ada Lind", &["Ada Lind"]),
            ("Автор: Ада Линд", &["Ада Линд"]),
            ("作者：林艾达", &["林艾达"]),
            ("作者：记者林艾达", &["林艾达"]),
            ("Eingestellt von Ada Lind", &["Ada Lind"]),
            ("Words: Ada Lind, Max Example Photos: Bo Ek", &["Ada Lind", "Max Example"]),
            ("By Ada Lind Chief Correspondent", &["Ada Lind"]),
            ("Ada Lind Harbour Editor", &[]),
            ("Publié par Ada Lind le 5 juin 2024", &["Ada Lind"]),
            ("Von unserer Redakteurin Ada Lind", &["Ada Lind"]),
            ("Von Jörg Lind, Köln", &["Jörg Lind"]),
            ("Автор: Ада Линд, Скарн", &["Ада Линд"]),
            ("記者林艾達／台北報導", &["林艾達"]),
            ("取材・文＝林艾達", &["林艾達"]),
            ("Penulis: Ada Lind Editor: Bo Ek", &["Ada Lind"]),
            ("By Ada Lind ada@gazette.example", &["Ada Lind"]),
            ("Ada Lind 10 min read", &["Ada Lind"]),
            ("About the author | Ada Lind", &["Ada Lind"]),
            ("Autor: Redaktion | Quelle", &[]),
            ("Quelle:", &[]),
            ("Rezept von", &[]),
            ("By Ada Lind, MD", &["Ada Lind"]),
            ("新华社", &[]),
            ("Dr. med. Ada Lind", &["Dr. med. Ada Lind"]),
            ("홍길동 기자", &["홍길동"]),
            ("By Staff Reporter", &[]),
            ("By admin", &[]),
            ("By the harbour, boats wait", &[]),
            ("Holm Gazette", &[]),
        ] {
            let found = read(line).map(|byline| byline.names).unwrap_or_default();
            let found: Vec<&str> = found.into_iter().map(|name| &line[name]).collect();
            assert_eq!(found, names, "{line}");
        }
    }
}
