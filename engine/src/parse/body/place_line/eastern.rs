//! Place lines of East Asia: `(서울=연합뉴스) 홍길동 기자 =`, `【東京共同】`, `新华社北京6月3日电`.

use super::parts::{LONGEST, PlaceLine, sign};
use crate::parse::date_forms::cursor::Cursor;
use std::ops::Range;

/// The agencies as the texts of these languages name them.
const AGENCIES: &[&str] = &[
    "新华社", "新華社", "中新社", "中新网", "中央社", "中通社", "路透社", "法新社", "美联社", "美聯社",
    "共同", "時事", "ロイター", "연합뉴스", "뉴시스", "뉴스1", "로이터", "AFP", "AP",
];

/// What stands behind the name of a Korean reporter.
const REPORTERS: &[&str] = &[" 기자 = ", " 기자 =", " 특파원 = ", " 특파원 =", " 기자="];

/// The maximum number of letters in the name of a town or a reporter.
const LONGEST_NAME: usize = 12;

/// The place line at the beginning of `line`.
pub(super) fn read(line: &str) -> Option<PlaceLine> {
    let near = &line[..line.floor_char_boundary(LONGEST)];
    let mut found = bracketed(near).or_else(|| cabled(near))?;
    let mut c = Cursor { text: line, at: found.end };
    sign(&mut c);
    found.end = c.at;
    found.sure = true;
    (!c.rest().is_empty()).then_some(found)
}

/// `【東京共同】`, `(서울=연합뉴스) 홍길동 기자 =`.
fn bracketed(near: &str) -> Option<PlaceLine> {
    let open = near.chars().next()?;
    let close = match open {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        '［' => '］',
        '【' => '】',
        '〔' => '〕',
        _ => return None,
    };
    let end = near.find(close)?;
    let inside = open.len_utf8()..end;
    let mut found = of(near, inside)?;
    found.end = end + close.len_utf8();
    let rest = &near[found.end..];
    let name = REPORTERS.iter().find_map(|role| rest.split_once(role).map(|(name, _)| (name, role)));
    if let Some((name, role)) = name.filter(|(name, _)| name.chars().count() <= LONGEST_NAME) {
        let start = found.end + name.len() - name.trim_start().len();
        found.reporters.push(start..start + name.trim().len());
        found.end += name.len() + role.len();
    }
    Some(found)
}

/// `新华社北京6月3日电（记者王明）`.
fn cabled(near: &str) -> Option<PlaceLine> {
    AGENCIES.iter().find(|agency| near.starts_with(**agency))?;
    let cable =
        ["日电", "日電"].iter().filter_map(|cable| near.find(cable).map(|at| at + cable.len())).min()?;
    let mut found = of(near, 0..cable)?;
    let credit = near[cable..].strip_prefix('（').and_then(|rest| rest.find('）'));
    found.end = cable + credit.map_or(0, |end| '（'.len_utf8() + end + '）'.len_utf8());
    Some(found)
}

/// The agency and the town in the `inside` of a head.
fn of(near: &str, inside: Range<usize>) -> Option<PlaceLine> {
    let text = &near[inside.clone()];
    text.contains(is_eastern).then_some(())?;
    let (at, name) = AGENCIES.iter().find_map(|name| text.find(name).map(|at| (at, name)))?;
    let behind = at + name.len();
    let ends = |c: char| !c.is_alphabetic() || matches!(c, '电' | '電');
    // The town stands before the agency or behind it: `서울=연합뉴스`, `新华社北京`.
    let town = [0, behind].into_iter().find_map(|from| {
        let run = &text[from..if from == 0 { at } else { text.len() }];
        let town = &run[..run.find(ends).unwrap_or(run.len())];
        let fits = (1..=LONGEST_NAME).contains(&town.chars().count());
        fits.then(|| inside.start + from..inside.start + from + town.len())
    });
    let agency = Some(inside.start + at..inside.start + behind);
    Some(PlaceLine { place: town, agency, ..PlaceLine::default() })
}

/// Whether `c` is a letter of Chinese, Japanese or Korean.
fn is_eastern(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}
