//! An answer as it came: its head, and the words of its page.

use super::Failure;

/// An answer to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Where the server sends us.
    pub location: Option<String>,
    /// What kind of file it is, in small letters.
    pub kind: String,
    /// How long the server asks to wait, as written.
    pub retry_after: Option<String>,
    /// What came after the head.
    pub page: String,
}

/// Reads an answer: a head of lines, an empty line, the page. Heads that announce another (100 Continue) are passed over.
/// `None` when it isn't an answer.
pub fn read_reply(text: &str) -> Option<Reply> {
    let text = text.replace("\r\n", "\n");
    let (head, page) = text.split_once("\n\n").unwrap_or((&text, ""));
    let mut lines = head.lines();
    let status_line = lines.next()?;
    let status: u16 = status_line.strip_prefix("HTTP/")?.split(' ').nth(1)?.parse().ok()?;
    if status < 200 {
        return read_reply(page);
    }
    let mut reply = Reply { status, page: page.to_owned(), ..Reply::default() };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "location" => reply.location = Some(value.to_owned()),
            "content-type" => reply.kind = value.to_ascii_lowercase(),
            "retry-after" => reply.retry_after = Some(value.to_owned()),
            _ => {}
        }
    }
    Some(reply)
}

/// How many seconds a server asks to wait, two minutes at most; a date, or nothing, leaves it to us.
pub fn pause(retry_after: Option<&str>) -> Option<u64> {
    retry_after?.trim().parse::<u64>().ok().map(|seconds| seconds.min(120))
}

/// What an exit status of `curl` means.
pub fn failure(exit: i32) -> Failure {
    match exit {
        1 | 3 => Failure::NotAsked,
        5 | 6 => Failure::NoSuchHost,
        35 | 51 | 53 | 54 | 58 | 59 | 60 | 66 | 77 | 80 | 82 | 83 | 90 | 91 => Failure::BadCertificate,
        _ => Failure::NoAnswer,
    }
}

/// What stands in each element with this name, without markup.
pub(super) fn insides(page: &str, tag: &str) -> Vec<String> {
    let lower = page.to_ascii_lowercase();
    let (open, close) = (format!("<{tag}"), format!("</{tag}"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = lower.get(from..).and_then(|rest| rest.find(&open)).map(|at| from + at + open.len()) {
        let is_tag = lower.get(start..).is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\t']));
        let Some(end) = lower.get(start..).and_then(|rest| rest.find(&close)).map(|at| start + at) else { break };
        if is_tag && let Some((_, inside)) = page.get(start..end).and_then(|inside| inside.split_once('>')) {
            found.push(visible(inside));
        }
        from = end;
    }
    found
}

/// The words of a page: no tags, no scripts, no styles, and the commonest signs written out.
pub(super) fn visible(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        let lower = after.get(..7).unwrap_or(after).to_ascii_lowercase();
        let hidden = ["script", "style"].into_iter().find(|tag| lower.starts_with(tag));
        let after = match hidden {
            Some(tag) => after.split_once(&format!("</{tag}")).map_or("", |(_, after)| after),
            None => after,
        };
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let signs = [("&nbsp;", " "), ("&amp;", "&"), ("&#39;", "'"), ("&#039;", "'"), ("&rsquo;", "'"), ("&quot;", "\"")];
    let accents = [("&eacute;", "é"), ("&egrave;", "è"), ("&ndash;", "–"), ("&mdash;", "—")];
    signs.iter().chain(&accents).fold(words, |words, (name, sign)| words.replace(name, sign))
}
