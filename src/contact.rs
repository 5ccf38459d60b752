//! Addresses that may become a link: telephone numbers, websites, mailboxes.
//!
//! A catalogue is untrusted input. What these functions refuse is shown as text, never as a link.

/// The address a telephone number dials: digits and a leading `+` only, so that no code of the network is dialled.
/// `None` when the text holds anything but digits, spaces and the signs people write between them.
pub fn dial(phone: &str) -> Option<String> {
    let plain = phone.trim();
    let written_as_usual = plain
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')' | '+'));
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let plus = if plain.starts_with('+') { "+" } else { "" };
    let one_plus_at_most = !plain.get(1..).unwrap_or_default().contains('+');
    (written_as_usual && one_plus_at_most && (3..=15).contains(&digits.len())).then(|| ["tel:", plus, &digits].concat())
}

/// A telephone number that stays on one line, however it is grouped.
pub fn together(phone: &str) -> String {
    phone.replace(' ', "\u{a0}")
}

/// The address of a website, when it is https, names a host, and holds nothing but printable ASCII.
pub fn website(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain_host = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    let printable =
        address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`'));
    let named =
        host.split('.').count() >= 2 && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    (plain_host && printable && named && address.len() <= 2000).then_some(address)
}

/// The address that starts a mail, without subject or text.
pub fn mail(address: &str) -> Option<String> {
    let (name, host) = address.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+'))
    };
    (plain(name) && plain(host) && host.contains('.')).then(|| ["mailto:", address].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dials_numbers_and_nothing_else() {
        assert_eq!(dial("0800 15 225").as_deref(), Some("tel:080015225"));
        assert_eq!(dial("+32 2 474 02 35").as_deref(), Some("tel:+3224740235"));
        assert_eq!(dial(&together("0800 15 225")).as_deref(), Some("tel:080015225"));
        assert_eq!(dial("106").as_deref(), Some("tel:106"));
        for bad in ["*21*0900123#", "12", "", "bel ons", "0800;ext=1", "1+2345", "0800%2A"] {
            assert_eq!(dial(bad), None, "{bad}");
        }
    }

    #[test]
    fn links_to_https_and_nothing_else() {
        assert!(website("https://www.samana.be/erkenning/?a=b#c").is_some());
        for bad in [
            "http://a.be",
            "javascript:alert(1)",
            "https://",
            "https://a",
            "https://a.be\\b",
            "https://user@a.be",
            "https://a.be/\u{202e}x",
            " https://a.be",
            "https://a..be",
            "data:text/html,x",
        ] {
            assert_eq!(website(bad), None, "{bad}");
        }
        assert_eq!(mail("info@samana.be").as_deref(), Some("mailto:info@samana.be"));
        for bad in ["a@b", "@b.be", "a@b.be?subject=x", "a b@c.be"] {
            assert_eq!(mail(bad), None, "{bad}");
        }
    }
}
