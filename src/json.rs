//! Reads JSON text piece by piece, without making a tree of it.
//!
//! Whoever reads says what should come next. After the first thing that doesn't fit, the reader has failed for good:
//! whatever is asked then is empty, and every list ends. So nobody needs to look after each piece, only at the end.
//! Nothing here is generic and nothing calls itself: it is small in the browser, and no depth is too deep for it.
//!
//! ```
//! # use mantelwijzer::json::Reader;
//! let mut reader = Reader::new(r#"["respite", [3, 5]]"#);
//! reader.into_list();
//! let name = reader.text();
//! let mut numbers = Vec::new();
//! reader.into_list();
//! while reader.has_more() {
//!     numbers.push(reader.number());
//! }
//! reader.leave();
//! reader.end();
//! assert!(!reader.is_failed());
//! assert_eq!((name.as_str(), numbers), ("respite", vec![3, 5]));
//! ```

/// Stands in a text, before one of its values.
#[derive(Clone, Debug, Default)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Whether a comma has to stand before the next value.
    is_after_value: bool,
    has_failed: bool,
}

impl<'a> Reader<'a> {
    /// At the beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    /// Whether anything didn't fit so far.
    pub fn is_failed(&self) -> bool {
        self.has_failed
    }

    /// Says that what was read doesn't fit, though it is JSON.
    pub fn fail(&mut self) {
        self.has_failed = true;
        // At the end nothing can be read any more.
        self.at = self.text.len();
    }

    /// Goes to the next value, and tells its first sign: `"`, `[`, `{`, `n` for `null`, and so on; 0 when there is none.
    /// The value must be read, or skipped, next.
    pub fn peek(&mut self) -> u8 {
        self.go_past_blanks();
        if self.is_after_value {
            self.is_after_value = false;
            self.expect(b',');
            self.go_past_blanks();
        }
        self.sign()
    }

    /// A text.
    pub fn text(&mut self) -> String {
        let mut text = String::new();
        self.peek();
        self.quoted(Some(&mut text));
        if self.has_failed {
            text.clear();
        }
        text
    }

    /// A text, or `null`.
    pub fn may_text(&mut self) -> Option<String> {
        if self.is_null() { None } else { Some(self.text()) }
    }

    /// A whole number, 0 or more.
    pub fn number(&mut self) -> u32 {
        self.peek();
        let too_large = u64::from(u32::MAX) + 1;
        let mut number = 0;
        for sign in self.numeral().bytes() {
            let is_plain = sign.is_ascii_digit() && number < too_large;
            number = if is_plain { 10 * number + u64::from(sign - b'0') } else { too_large };
        }
        if number >= too_large {
            self.fail();
        }
        if self.has_failed { 0 } else { number as u32 }
    }

    /// A position in something of this length.
    pub fn position(&mut self, length: usize) -> usize {
        let position = self.number() as usize;
        if position < length {
            return position;
        }
        self.fail();
        0
    }

    /// `true` or `false`.
    pub fn flag(&mut self) -> bool {
        let is_true = self.peek() == b't';
        self.word(if is_true { "true" } else { "false" });
        is_true && !self.has_failed
    }

    /// Whether `null` comes next; goes past it.
    pub fn is_null(&mut self) -> bool {
        let is_null = self.peek() == b'n';
        if is_null {
            self.word("null");
        }
        is_null
    }

    /// Goes into a list.
    pub fn into_list(&mut self) {
        self.peek();
        self.expect(b'[');
    }

    /// Whether the list has another value, which must be read next; goes out of the list when it hasn't.
    pub fn has_more(&mut self) -> bool {
        self.go_past_blanks();
        match self.sign() {
            b']' => self.go_out(),
            0 => self.fail(),
            _ => return true,
        }
        false
    }

    /// Goes out of a list, of which everything must have been read.
    pub fn leave(&mut self) {
        if self.has_more() {
            self.fail();
        }
    }

    /// A list of texts.
    pub fn texts(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        self.into_list();
        while self.has_more() {
            texts.push(self.text());
        }
        texts
    }

    /// A list of positions in something of this length.
    pub fn positions(&mut self, length: usize) -> Vec<usize> {
        let mut positions = Vec::new();
        self.into_list();
        while self.has_more() {
            positions.push(self.position(length));
        }
        positions
    }

    /// Goes into an object.
    pub fn into_fields(&mut self) {
        self.peek();
        self.expect(b'{');
    }

    /// The name of the next field, whose value must be read next; goes out of the object when there is none.
    pub fn field(&mut self) -> Option<String> {
        self.go_past_blanks();
        if self.sign() == b'}' {
            self.go_out();
            return None;
        }
        let name = self.text();
        self.go_past_blanks();
        self.expect(b':');
        self.is_after_value = false;
        if self.has_failed { None } else { Some(name) }
    }

    /// Goes past a value, whatever it is, if it is well written.
    pub fn skip(&mut self) {
        let mut open = Vec::new();
        loop {
            match self.peek() {
                sign @ (b'[' | b'{') => {
                    self.at += 1;
                    open.push(sign);
                }
                b'"' => self.quoted(None),
                b't' | b'f' => drop(self.flag()),
                b'n' => drop(self.is_null()),
                _ => drop(self.numeral()),
            }
            // On with what is open, as soon as there is more of it.
            while let Some(sign) = open.last() {
                if if *sign == b'[' { self.has_more() } else { self.field().is_some() } {
                    break;
                }
                open.pop();
            }
            if open.is_empty() {
                return;
            }
        }
    }

    /// A reader of the next value alone: what doesn't fit in there doesn't harm the rest. This one goes past it.
    pub fn apart(&mut self) -> Self {
        self.peek();
        let start = self.at;
        self.skip();
        Self::new(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Sees to it that nothing but white space is left.
    pub fn end(&mut self) {
        self.go_past_blanks();
        if self.at != self.text.len() {
            self.fail();
        }
    }

    /// The sign here. 0, which has no place in JSON, stands for the end.
    fn sign(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn go_past_blanks(&mut self) {
        while matches!(self.sign(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn go_out(&mut self) {
        self.at += 1;
        self.is_after_value = true;
    }

    fn is_past(&mut self, wanted: u8) -> bool {
        let is_here = self.sign() == wanted;
        self.at += usize::from(is_here);
        is_here
    }

    fn expect(&mut self, wanted: u8) {
        if !self.is_past(wanted) {
            self.fail();
        }
    }

    fn word(&mut self, word: &str) {
        for sign in word.bytes() {
            self.expect(sign);
        }
        self.is_after_value = true;
    }

    /// The digits and signs of a number.
    fn numeral(&mut self) -> &'a str {
        let start = self.at;
        self.is_past(b'-');
        if !self.is_past(b'0') {
            self.digits();
        }
        if self.is_past(b'.') {
            self.digits();
        }
        if self.is_past(b'e') || self.is_past(b'E') {
            if !self.is_past(b'+') {
                self.is_past(b'-');
            }
            self.digits();
        }
        self.is_after_value = true;
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// One digit or more.
    fn digits(&mut self) {
        if !self.sign().is_ascii_digit() {
            self.fail();
        }
        while self.sign().is_ascii_digit() {
            self.at += 1;
        }
    }

    /// Goes past a text, and adds it to another where it is wanted.
    fn quoted(&mut self, mut wanted: Option<&mut String>) {
        self.expect(b'"');
        self.is_after_value = true;
        loop {
            let start = self.at;
            while !matches!(self.sign(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            if let Some(text) = &mut wanted {
                text.push_str(self.text.get(start..self.at).unwrap_or_default());
            }
            if self.is_past(b'"') {
                return;
            }
            if !self.is_past(b'\\') {
                return self.fail();
            }
            let sign = self.escaped();
            if let Some(text) = &mut wanted {
                text.push(sign);
            }
        }
    }

    fn escaped(&mut self) -> char {
        let sign = self.sign();
        self.at += 1;
        match sign {
            b'"' | b'\\' | b'/' => sign.into(),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => self.numbered(),
            _ => {
                self.fail();
                '\0'
            }
        }
    }

    /// A character by its number: four digits, or twice four of a surrogate pair.
    fn numbered(&mut self) -> char {
        let mut number = self.four_digits();
        if (0xd800..0xdc00).contains(&number) {
            self.expect(b'\\');
            self.expect(b'u');
            let low = self.four_digits();
            // Without its other half it stays a number that is no character.
            if (0xdc00..0xe000).contains(&low) {
                number = 0x1_0000 + ((number & 0x3ff) << 10) + (low & 0x3ff);
            }
        }
        char::from_u32(number).unwrap_or_else(|| {
            self.fail();
            '\0'
        })
    }

    fn four_digits(&mut self) -> u32 {
        let mut number = 0;
        for _ in 0..4 {
            match char::from(self.sign()).to_digit(16) {
                Some(digit) => {
                    number = 16 * number + digit;
                    self.at += 1;
                }
                None => self.fail(),
            }
        }
        number
    }
}

#[cfg(test)]
mod tests;
