//! Text to tree, or the one fault that explains best why it is no JSON.

use super::{Fault, Field, Json, Node};
use signs::{escape, is_number, is_other_quote};
use std::borrow::Cow;

mod signs;

/// How deep things may lie inside each other; serde_json gives up a little later.
const MOST_DEPTH: usize = 100;

/// Reads a whole text.
///
/// # Errors
/// What is wrong, when the text is no JSON.
pub fn read(text: &str) -> Result<Node<'_>, Fault> {
    let mut reader = Reader { text, at: 0, fresh: None, open: Vec::new(), early: None, suspect: None, end: 0 };
    reader.skip();
    if reader.at == text.len() {
        return Err(Fault::empty());
    }
    let node = reader.value()?;
    reader.skip();
    match reader.peek() {
        None => Ok(node),
        Some(b'/') => Err(Fault::comment(reader.at)),
        Some(found @ (b'}' | b']')) => Err(reader.suspected(Fault::extra_closer(reader.at, char::from(found)))),
        Some(_) => Err(reader.suspected(Fault::after_the_end(reader.at))),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte to read.
    at: usize,
    /// The indentation, when the next thing is the first on its line.
    fresh: Option<usize>,
    /// What is open, outermost first.
    open: Vec<Open>,
    /// A bracket that closes in the middle of a line what an earlier line opened: one too many, perhaps.
    early: Option<usize>,
    /// Where the indentation first disagrees with the brackets: what is told when the brackets turn out wrong.
    suspect: Option<Fault>,
    /// Where the last value ended.
    end: usize,
}

/// A bracket that is open.
struct Open {
    bracket: char,
    at: usize,
    indent: usize,
    /// The indentation of the first thing in it that begins a line.
    inside: Option<usize>,
    /// After the `:` of its last field, if what the field holds begins on another line: without a bracket, perhaps.
    bare: Option<usize>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        let mut line_start = None;
        while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r')) = self.peek() {
            self.at += 1;
            if byte == b'\n' {
                line_start = Some(self.at);
            }
        }
        self.fresh = line_start.map(|start| self.at - start);
        self.compare_indentation();
    }

    /// Holds the indentation of a new line against what is open.
    fn compare_indentation(&mut self) {
        let (Some(indent), Some(next)) = (self.fresh, self.peek()) else { return };
        let Some(open) = self.open.last_mut().filter(|_| !matches!(next, b'}' | b']')) else { return };
        if self.suspect.is_some() {
            return;
        }
        if indent <= open.indent {
            self.suspect = self.open.last().map(|open| self.not_closed(open));
        } else if let (Some(inside), Some(early)) = (open.inside, self.early) {
            if indent > inside {
                let closer = self.text.as_bytes().get(early).map_or('}', |byte| char::from(*byte));
                self.suspect = Some(Fault::extra_closer(early, closer));
            }
        } else {
            open.inside.get_or_insert(indent);
        }
    }

    /// The line of a byte, counted from 1.
    fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    /// A fault in the brackets: told where the indentation first went wrong, if it did.
    fn suspected(&mut self, fault: Fault) -> Fault {
        self.suspect.take().unwrap_or(fault)
    }

    fn value(&mut self) -> Result<Node<'a>, Fault> {
        let start = self.at;
        let value = match self.peek() {
            None => return Err(self.ended()),
            Some(b'{' | b'[') if self.open.len() >= MOST_DEPTH => self.skip_deep()?,
            Some(b'{') => self.block()?,
            Some(b'[') => self.list()?,
            Some(b'"') => Json::Text(self.string()?),
            Some(b'-' | b'0'..=b'9' | b'+' | b'.') => Json::Number(self.number()?),
            Some(_) => self.word()?,
        };
        self.end = self.at;
        Ok(Node { span: start..self.at, value })
    }

    fn enter(&mut self, bracket: char) {
        let line_start =
            self.text.get(..self.at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line = self.text.get(line_start..).unwrap_or_default();
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        self.open.push(Open { bracket, at: self.at, indent, inside: None, bare: None });
        self.at += 1;
        self.end = self.at;
        self.skip();
    }

    fn leave(&mut self) {
        if let Some(opened) = self.open.pop()
            && self.text.get(opened.at..self.at).is_some_and(|inside| inside.contains('\n'))
        {
            match self.fresh {
                None => self.early = Some(self.at),
                Some(indent) if indent == opened.indent => self.early = None,
                Some(_) => {}
            }
        }
        self.at += 1;
    }

    fn list(&mut self) -> Result<Json<'a>, Fault> {
        self.enter('[');
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.leave();
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    fn block(&mut self) -> Result<Json<'a>, Fault> {
        self.enter('{');
        let mut fields = Vec::new();
        if self.peek() == Some(b'}') {
            self.leave();
            return Ok(Json::Block(fields));
        }
        loop {
            fields.push(self.field()?);
            if !self.goes_on(b'}')? {
                return Ok(Json::Block(fields));
            }
        }
    }

    fn field(&mut self) -> Result<Field<'a>, Fault> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {}
            None => return Err(self.ended()),
            Some(b']') => return Err(self.closed_wrongly(']')),
            Some(b'/') => return Err(Fault::comment(start)),
            Some(b'{' | b'[') if self.bare().is_some() => return Err(self.opener_missing('[')),
            Some(_) => {
                let strange = self.text.get(start..).and_then(|rest| rest.chars().next());
                return Err(match strange.filter(|sign| is_other_quote(*sign)) {
                    Some(quote) => Fault::wrong_quote(start, quote),
                    None => self.suspected(Fault::no_key(start)),
                });
            }
        }
        let key = self.string()?;
        let key_span = start..self.at;
        self.end = self.at;
        self.skip();
        match self.peek() {
            Some(b':') => self.at += 1,
            None => return Err(self.ended()),
            Some(b',' | b']') if self.bare().is_some() => return Err(self.opener_missing('[')),
            Some(_) => return Err(Fault::colon_missing(key_span.end)),
        }
        self.end = self.at;
        let colon = self.at;
        self.skip();
        let bare = self.fresh.map(|_| colon);
        if let Some(open) = self.open.last_mut() {
            open.bare = bare;
        }
        if let Some(b'}' | b',') = self.peek() {
            return Err(Fault::nothing_after_colon(key_span.start, &key));
        }
        Ok(Field { key, key_span, value: self.value()? })
    }

    /// After a value: past the comma that announces another, or past the bracket that ends them.
    fn goes_on(&mut self, closer: u8) -> Result<bool, Fault> {
        self.skip();
        match self.peek() {
            Some(b',') => {}
            Some(found) if found == closer => {
                self.leave();
                return Ok(false);
            }
            None => return Err(self.ended()),
            Some(found @ (b'}' | b']')) => return Err(self.closed_wrongly(char::from(found))),
            Some(b':') if closer == b'}' && self.bare().is_some() => return Err(self.opener_missing('{')),
            Some(b':') if closer == b']' => return Err(self.suspected(Fault::colon_in_list(self.at))),
            Some(b'/') => return Err(Fault::comment(self.at)),
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => return Err(Fault::comma_missing(self.end)),
            Some(_) if self.fresh.is_some() => return Err(Fault::comma_missing(self.end)),
            Some(_) => return Err(Fault::quote_inside(self.end)),
        }
        let comma = self.at;
        self.at += 1;
        self.end = self.at;
        self.skip();
        match self.peek() {
            Some(b'}' | b']' | b',') => Err(Fault::comma_too_many(comma)),
            _ => Ok(true),
        }
    }

    fn ended(&mut self) -> Fault {
        let fault = match self.open.last() {
            Some(open) => Fault::cut_off(self.end, open.bracket, self.line(open.at)),
            None => Fault::nothing_follows(self.end),
        };
        self.suspected(fault)
    }

    /// After the `:` of the last field, if what it holds begins on another line.
    fn bare(&self) -> Option<usize> {
        self.open.last().and_then(|open| open.bare)
    }

    fn opener_missing(&self, open: char) -> Fault {
        Fault::opener_missing(self.bare().unwrap_or(self.end), open)
    }

    fn not_closed(&self, open: &Open) -> Fault {
        // Two brackets side by side, of which one was closed: one of them may be too many.
        if self.text.get(open.at + 1..).is_some_and(|rest| rest.starts_with(open.bracket)) {
            return Fault::opened_twice(open.at, open.bracket);
        }
        Fault::not_closed(self.end, open.bracket, self.line(open.at))
    }

    fn closed_wrongly(&mut self, found: char) -> Fault {
        let fault = match self.open.last() {
            Some(open) if open.bare.is_some() && found == ']' && self.suspect.is_none() => self.opener_missing('['),
            // The bracket on a line of its own belongs to something further out.
            Some(open)
                if self
                    .fresh
                    .is_some_and(|indent| indent < open.indent || self.line(open.at) == self.line(self.end)) =>
            {
                self.not_closed(open)
            }
            Some(open) => Fault::wrong_closer(self.at, found, open.bracket, self.line(open.at)),
            None => Fault::extra_closer(self.at, found),
        };
        self.suspected(fault)
    }

    /// The text between quotation marks.
    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let opening = self.at;
        let start = opening + 1;
        let mut decoded: Option<String> = None;
        let mut taken = start;
        self.at = start;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = self.text.get(taken..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(match decoded {
                        None => Cow::Borrowed(rest),
                        Some(decoded) => Cow::Owned(decoded + rest),
                    });
                }
                Some(b'\\') => {
                    let text = decoded.get_or_insert_default();
                    text.push_str(self.text.get(taken..self.at).unwrap_or_default());
                    let sign = escape(self.text, &mut self.at).ok_or_else(|| Fault::escape(self.at))?;
                    decoded.get_or_insert_default().push(sign);
                    taken = self.at;
                }
                None => return Err(Fault::text_cut_off(opening)),
                Some(b'\n' | b'\r') => return Err(Fault::text_not_closed(opening)),
                Some(..=0x1f) => return Err(Fault::hidden_in_text(self.at)),
                Some(_) => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> Result<&'a str, Fault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count();
        let written = rest.get(..length).unwrap_or_default();
        if !is_number(written) {
            return Err(Fault::number(self.at));
        }
        self.at += length;
        Ok(written)
    }

    fn word(&mut self) -> Result<Json<'a>, Fault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find(|sign: char| !(sign.is_alphanumeric() || sign == '-' || sign == '_')).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let value = match word {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            "" => return Err(self.strange(rest.chars().next().unwrap_or_default())),
            _ => return Err(Fault::bare_word(self.at, &word.chars().take(40).collect::<String>())),
        };
        self.at += end;
        Ok(value)
    }

    fn strange(&mut self, found: char) -> Fault {
        match found {
            '/' => Fault::comment(self.at),
            ',' => Fault::comma_too_many(self.at),
            '}' | ']' => self.closed_wrongly(found),
            _ if is_other_quote(found) => Fault::wrong_quote(self.at, found),
            _ => Fault::strange(self.at, found),
        }
    }

    /// Past something that lies too deep, without looking inside.
    fn skip_deep(&mut self) -> Result<Json<'a>, Fault> {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                None => return Err(self.ended()),
                Some(b'"') => drop(self.string()?),
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                }
                Some(b'}' | b']') => {
                    depth -= 1;
                    self.at += 1;
                    if depth == 0 {
                        return Ok(Json::TooDeep);
                    }
                }
                Some(_) => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests;
