//! What readers wrote under an article that was saved as text: from the heading of the comments, or from the first of
//! them, to the end. It is known by what stands around each comment: who wrote, how long ago, a button to reply.

use super::lines::Line;
use crate::parse::date_forms;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules;
use crate::parse::sentence::{ends_in_text, ends_sentence, has_words, is_sentence};

/// The rule under which comments are set aside; its pattern is that of their heading.
pub(crate) const RULE: &str = "reader-comments";

/// The number of lines after a heading within which the first comment has shown what it is.
const NEAR: usize = 8;

/// The number of buttons to reply that tell comments without a heading; one may stand anywhere.
const REPLIES: usize = 2;

/// The maximum length of a heading, in bytes.
const HEADING: usize = 160;

/// The maximum number of words in a line with the name of who wrote, and when.
const NAME: usize = 12;

/// The buttons to reply to a comment.
const REPLY: &[&str] = &[
    "reply",
    "replies",
    "antworten",
    "répondre",
    "responder",
    "rispondi",
    "beantwoorden",
    "reageer",
    "reageren",
    "ответить",
    "odpowiedz",
    "yanıtla",
    "cevapla",
    "svar",
    "svara",
    "vastaa",
    "відповісти",
    "reagovat",
    "odpovědět",
    "válasz",
    "răspunde",
    "balas",
    "απάντηση",
    "رد",
    "返信",
    "回复",
    "回覆",
    "답글",
];

/// The other buttons of a comment.
const BUTTONS: &[&str] = &[
    "report",
    "like",
    "likes",
    "dislike",
    "share",
    "upvote",
    "downvote",
    "recommend",
    "recommended",
    "recommends",
    "flag",
    "permalink",
    "link",
    "quote",
    "edit",
    "save",
    "follow",
    "hide",
    "show",
    "more",
    "abuse",
    "comment",
    "melden",
    "zitieren",
    "gefällt",
    "mir",
    "teilen",
    "empfehlen",
    "signaler",
    "j’aime",
    "j'aime",
    "aimer",
    "alerter",
    "partager",
    "denunciar",
    "me",
    "gusta",
    "compartir",
    "curtir",
    "compartilhar",
    "segnala",
    "mi",
    "piace",
    "condividi",
    "rapporteer",
    "delen",
    "пожаловаться",
    "нравится",
    "поделиться",
    "zgłoś",
    "udostępnij",
    "lubię",
    "to",
    "beğen",
    "şikayet",
    "et",
    "paylaş",
    "rapporter",
    "anmäl",
    "anmeld",
    "gilla",
    "suka",
    "laporkan",
];

/// How long ago a comment was written.
static AGO: Pattern = pattern!(concat!(
    r"(?i)\b(?:(?:\d+|an?|one) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?) ago|just now|yesterday at",
    r"|vor (?:\d+|ein\p{L}*) \p{L}+|il y a (?:\d+|une?) \p{L}+|hace (?:\d+|una?) \p{L}+|há (?:\d+|uma?) \p{L}+|(?:\d+|una?) \p{L}+ fa|(?:\d+|een) \p{L}+ geleden",
    r"|\d+ \p{L}+ (?:назад|temu|önce|sedan|siden|sitten|тому|lalu)|před \d+ \p{L}+|\d+ ?(?:分|小时|小時|時間|天|日)前)"
));

/// A time of day.
static CLOCK: Pattern = pattern!(r"(?-u:\b)\d{1,2}[:.h]\d{2}(?-u:\b)");

/// Who wrote what follows: `Ada says:`.
static SAYS: Pattern = pattern!(
    r"(?i)^\S.{0,40} (?:says?|said|writes?|wrote|schreibt|schrieb|sagt|sagte|meint|dit|a dit|écrit|dice|dijo|escribió|diz|disse|scrive|ha scritto|zegt|schreef|пишет|написала?|пише|mówi|napisała?|diyor ki|dedi ki|skriver|säger|sanoo)(?: (?:on|am|le|el|il|op) .{4,40})?\s?:$"
);

/// A number of comments in their heading.
static NUMBER: Pattern = pattern!(r"\d+");

/// The name of who wrote before the comment on one line: `Ada: I was there.`
static NAMED: Pattern = pattern!(r"^[\p{L}@][^\s:]*(?: [^\s:]+){0,3}\s?: \S");

/// The index of the line with which the comments under an article begin; `None` if there are none.
pub(crate) fn start(text: &str, lines: &[Line]) -> Option<usize> {
    let of = |line: &Line| line.span.of(text);
    let opens = lines.iter().position(|line| is_sentence(of(line)))? + 1;
    let heading = |i: &usize| {
        let words = of(&lines[*i]);
        words.len() <= HEADING
            && rules::pattern(RULE).is_match(words)
            && !is_buttons(words)
            && follow(text, &lines[i + 1..], count(words))
    };
    (opens..lines.len()).find(heading).or_else(|| unheaded(text, lines, opens))
}

/// The number of comments that a heading tells.
fn count(heading: &str) -> Option<usize> {
    NUMBER.find(heading)?.as_str().parse().ok()
}

/// Whether comments follow in `lines`, after a heading that may tell their number.
fn follow(text: &str, lines: &[Line], count: Option<usize>) -> bool {
    let of = |line: &Line| line.span.of(text);
    let near = &lines[..lines.len().min(NEAR)];
    let head = near.iter().position(|line| is_head(of(line)));
    // What precedes the first of them is no text of the article.
    let shown = near.iter().position(|line| is_buttons(of(line)) || SAYS.is_match(of(line))).or(head);
    if let Some(shown) = shown {
        let texts = near[..shown].iter().filter(|line| is_sentence(of(line))).count();
        return texts <= LONGEST;
    }
    // Without a button each has at least a name of its own.
    let Some(count) = count.filter(|count| *count > 0) else { return false };
    let named = lines.iter().filter(|line| NAMED.is_match(of(line))).count();
    let is_name =
        |line: &Line| !has_words(of(line), 5) && !ends_sentence(of(line)) && !ends_in_text(of(line));
    let alone = lines.windows(2).filter(|pair| is_name(&pair[0]) && !is_name(&pair[1])).count();
    let opens = lines.first().is_some_and(|line| is_name(line) || NAMED.is_match(of(line)));
    opens
        && (named >= count.min(REPLIES) && named * 2 >= lines.len()
            || alone >= count.min(REPLIES) && alone * 3 >= lines.len())
}

/// The number of paragraphs in the first comment.
const LONGEST: usize = 4;

/// The index of the first comment where no heading stands above; `opens` is the index of the first line after a
/// sentence.
fn unheaded(text: &str, lines: &[Line], opens: usize) -> Option<usize> {
    let of = |i: usize| lines[i].span.of(text);
    let replies = (opens..lines.len()).filter(|i| is_reply(of(*i)));
    if replies.clone().count() < REPLIES {
        return None;
    }
    let head = |i: &usize| is_head(of(*i)) || SAYS.is_match(of(*i));
    let first = (opens..lines.len()).find(head)?;
    // Each comment has one of both; before the first button stands one head.
    let reply = replies.clone().next().filter(|reply| *reply > first && reply - first <= NEAR)?;
    let heads = (first..lines.len()).filter(head).count();
    let alone = (first + 1..reply).filter(head).count() < REPLIES;
    let named = first > opens
        && !is_sentence(of(first - 1))
        && !has_words(of(first - 1), 5)
        && !SAYS.is_match(of(first));
    (heads >= REPLIES && alone).then(|| first - usize::from(named))
}

/// Whether `line` says when a comment was written, perhaps with who wrote it.
fn is_head(line: &str) -> bool {
    if has_words(line, NAME + 1) || ends_sentence(line) {
        return false;
    }
    let dated = || date_forms::within(line, None).is_some();
    AGO.is_match(line) || CLOCK.is_match(line) && dated()
}

/// The words of a line of buttons, in lower case and without their numbers.
fn words(line: &str) -> impl Iterator<Item = String> {
    let pieces = line.split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’' | '-'));
    pieces.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether `line` is a button to reply, alone or among others.
fn is_reply(line: &str) -> bool {
    is_buttons(line) && words(line).any(|word| REPLY.contains(&word.as_str()))
}

/// Whether `line` is nothing but the buttons of a comment.
fn is_buttons(line: &str) -> bool {
    let known = |word: String| REPLY.contains(&word.as_str()) || BUTTONS.contains(&word.as_str());
    !has_words(line, NAME + 1) && words(line).next().is_some() && words(line).all(known)
}

#[cfg(test)]
mod tests {
    use super::start;
    use crate::parse::body::lines::lines;
    use crate::text::Span;

    /// The index of the line with which comments begin, after a text of one sentence.
    fn found(rest: &str) -> Option<usize> {
        let text = format!("The ferry sailed again on Monday, the board said.\n{rest}");
        start(&text, &lines(&text, Span::new(0, text.len())))
    }

    #[test]
    fn readers_speak_after_the_article() {
        for (rest, first) in [
            ("2 Comments\nSort by Best\nada • 2 years ago\nI was there.\n3 • Reply • Share ›", Some(1)),
            ("Comments (2)\nada9\n27 Apr 2024 9.15\nI was there.\nReport", Some(1)),
            ("1 Kommentar\nAda schreibt:\nIch war dabei.\nAntworten", Some(1)),
            ("3 commentaires\nAda\nil y a 2 heures\nJ’y étais.\nRépondre · Signaler", Some(1)),
            ("2 comentarios\nAda\nhace 3 horas\nYo estuve.\nResponder", Some(1)),
            ("Комментарии (2)\nАда\n2 часа назад\nЯ там был.\nОтветить", Some(1)),
            ("Readers say\nAda, Oslo\n2 hours ago\nI was there.\nLike", Some(1)),
            ("2 Comments\nAda: I was there.\nBo: So was I.", Some(1)),
            ("Ada\n2 hours ago\nI was there.\nReply\nBo\n1 hour ago\nSo was I.\nReply", Some(1)),
            ("Ada says:\nI was there.\nReply\nBo says:\nSo was I.\nReply", Some(1)),
            ("3 Comments\nThe board will meet again in May, it said.\nThe crew was thanked.", None),
            ("Comments\nThe minister had none.", None),
            ("10:32 27 April 2024\nThe ferry left.\nShare\n10:50 27 April 2024\nIt came back.\nShare", None),
            ("The mayor says:\n“We go on, and we go on together.”\nReply was there none.", None),
            ("It sank two years ago and was raised 3 months ago.\nReply\nNobody answered.", None),
        ] {
            assert_eq!(found(rest), first, "{rest:?}");
        }
    }
}
