//! What single signs and numbers of JSON look like.

use crate::catalogue::tree::Bytes;

pub(super) fn is_other_quote(sign: char) -> bool {
    matches!(sign, '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '`' | '´')
}

/// `-12.5e3`, as JSON has it.
pub(super) fn is_number(written: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (rest, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(rest, e)| (rest, Some(e)));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// The sign that begins with a `\` at `at`; `at` moves past it.
pub(super) fn escape(text: &str, at: &mut usize) -> Option<char> {
    let sign = match text.as_bytes().get(*at + 1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = hexadecimal(text, *at + 2..*at + 6)?;
            let (code, length) = match first {
                0xd800..=0xdbff => {
                    let low = text.get(*at + 6..*at + 8).filter(|mark| *mark == "\\u");
                    let low = low.and_then(|_| hexadecimal(text, *at + 8..*at + 12))?;
                    let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    (0x1_0000 + ((first - 0xd800) << 10) + low, 12)
                }
                _ => (first, 6),
            };
            let sign = char::from_u32(code)?;
            *at += length;
            return Some(sign);
        }
        _ => return None,
    };
    *at += 2;
    Some(sign)
}

fn hexadecimal(text: &str, digits: Bytes) -> Option<u32> {
    let digits = text.get(digits)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}
