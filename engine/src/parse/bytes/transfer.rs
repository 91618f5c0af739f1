//! Transfer encodings of mails: quoted-printable and base64 to bytes, with the map back to the bytes of the file.

use crate::corpus::Origin;
use crate::text::Span;

/// The bytes that were sent, with the map to the bytes of the file that spell them.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) bytes: Vec<u8>,
    pub(super) origin: Origin,
}

impl Sent {
    fn same(&mut self, piece: &[u8], at: usize) {
        self.origin.same(self.bytes.len(), piece.len(), at);
        self.bytes.extend(piece);
    }

    fn spelled(&mut self, piece: &[u8], from: Span) {
        self.origin.unit(self.bytes.len(), piece.len(), from, true);
        self.bytes.extend(piece);
    }
}

/// Decodes the quoted-printable text `raw`, which begins at the byte `base` of the file: `=E2` is a byte, and `=` at
/// the end of a line is nothing. What is neither stays as it stands.
pub(super) fn quoted_printable(raw: &[u8], base: usize) -> Sent {
    let mut sent = Sent::default();
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.iter().position(|b| *b == b'=').unwrap_or(rest.len());
        sent.same(&rest[..plain], base + at);
        at += plain;
        let rest = &rest[plain..];
        let hex = |b: u8| char::from(b).to_digit(16);
        let byte = rest.get(1..3).and_then(|two| Some((hex(two[0])? << 4 | hex(two[1])?) as u8));
        if let Some(byte) = byte {
            sent.spelled(&[byte], Span::new(base + at, base + at + 3));
            at += 3;
        } else if !rest.is_empty() {
            let blank = rest[1..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count();
            match rest.get(1 + blank) {
                Some(b'\n') => at += blank + 2,
                None => at += blank + 1,
                Some(_) => {
                    sent.same(b"=", base + at);
                    at += 1;
                }
            }
        }
    }
    sent
}

/// Decodes the base64 text `raw`, which begins at the byte `base` of the file; other characters are skipped.
pub(super) fn base64(raw: &[u8], base: usize) -> Sent {
    let mut sent = Sent::default();
    // The group of four signs that is open: its value, how many it has, and where it begins.
    let (mut value, mut count, mut start, mut last) = (0u32, 0u32, 0, 0);
    for (at, sign) in raw.iter().enumerate() {
        let Some(six) = six_bits(*sign) else { continue };
        if count == 0 {
            start = at;
        }
        value = value << 6 | six;
        count += 1;
        last = at + 1;
        if count == 4 {
            sent.spelled(&value.to_be_bytes()[1..], Span::new(base + start, base + at + 1));
            (value, count) = (0, 0);
        }
    }
    if count > 1 {
        let bytes = (value << (6 * (4 - count))).to_be_bytes();
        sent.spelled(&bytes[1..count as usize], Span::new(base + start, base + last));
    }
    sent
}

/// The six bits that a sign of base64 stands for.
fn six_bits(sign: u8) -> Option<u32> {
    let six = match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(u32::from(six))
}

#[cfg(test)]
mod tests {
    use super::{base64, quoted_printable};
    use crate::text::Span;

    #[test]
    fn what_was_sent_leads_back() {
        for (raw, sent) in [
            ("A wh=\r\neel, =E2=80=9Cred=E2=80=9D =3D 1=20\r\n", "A wheel, “red” = 1 \r\n"),
            ("a = b =", "a = b "),
            ("a =  \nb=", "a b"),
        ] {
            assert_eq!(String::from_utf8_lossy(&quoted_printable(raw.as_bytes(), 0).bytes), sent);
        }
        for (raw, sent) in [("UmVk", "Red"), ("UmVk\r\nIQ==", "Red!"), ("UmVkIQ", "Red!"), ("U", "")] {
            assert_eq!(String::from_utf8_lossy(&base64(raw.as_bytes(), 0).bytes), sent);
        }
        let origin = quoted_printable(b"x=\n=E2=80=9Cy", 10).origin;
        assert_eq!(origin.span(Span::new(1, 4)), Span::new(13, 22));
        let origin = base64(b"UmVk\nIQ==", 10).origin;
        assert_eq!(origin.span(Span::new(1, 2)), Span::new(10, 14));
        assert_eq!(origin.span(Span::new(3, 4)), Span::new(15, 17));
    }
}
