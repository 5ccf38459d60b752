//! The bytes of a file as text, or why they are none.

use crate::{
    catalogue::diagnostic::{Diagnostic, Place, Severity, Words},
    says,
};

/// The text in these bytes, without the mark that Notepad begins a file with.
///
/// # Errors
/// What the bytes are instead of text in UTF-8.
pub fn text_of(file: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    let help = says!(
        "bewaar het bestand opnieuw als UTF-8 (in uw tekstprogramma: 'Opslaan als', codering UTF-8)",
        "save the file again as UTF-8 (in your text editor: 'Save as', encoding UTF-8)"
    );
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = says!("dit bestand is bewaard als UTF-16", "this file was saved as UTF-16");
        return Err(unreadable(file, 1, 1, message, help));
    }
    let bytes = match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let good = error.as_bytes().get(..at).and_then(|good| str::from_utf8(good).ok()).unwrap_or_default();
        let line = 1 + good.matches('\n').count();
        let column = 1 + good.rsplit('\n').next().unwrap_or_default().chars().count();
        let message = match error.as_bytes().get(at).copied().and_then(windows_1252) {
            Some(sign) => says!(
                "hier staat een teken dat geen UTF-8 is, misschien `{sign}` uit Windows",
                "there is a character here that isn't UTF-8, perhaps `{sign}` from Windows"
            ),
            None => says!("hier staat een teken dat geen UTF-8 is", "there is a character here that isn't UTF-8"),
        };
        unreadable(file, line, column, message, help)
    })
}

pub(super) fn unreadable(file: &str, line: usize, column: usize, message: Words, help: Words) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        place: Place::Position { line, column },
        severity: Severity::Error,
        code: "unreadable-file",
        message,
        help,
    }
}

/// What a byte most likely stood for in a text saved by an old Windows program.
fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80 => Some('€'),
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0xa1..=0xfe => Some(char::from(byte)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], place: (usize, usize), word: &str) {
        let told = text_of("a.json", bytes.to_vec()).expect_err("no text");
        assert_eq!(told.place, Place::Position { line: place.0, column: place.1 });
        assert!(told.message.nl.contains(word) && told.message.en.contains(word), "{:?}", told.message);
    }

    #[test]
    fn knows_the_ways_in_which_text_is_saved_wrongly() {
        check(b"{\n \"nl\": \"caf\xe9\"}", (2, 12), "`é`");
        check(b"\xef\xbb\xbf\xe9t\xe9", (1, 1), "`é`");
        check(b"\xff\xfe{\0}\0", (1, 1), "UTF-16");
        check(b"{}\xff", (1, 3), "UTF-8");
        assert_eq!(text_of("a.json", b"\xef\xbb\xbf{}".to_vec()).ok(), Some("{}".to_owned()));
    }
}
