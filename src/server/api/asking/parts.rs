//! What is sent in parts: `multipart/form-data` (RFC 7578), whole in memory. There is one spelling of it that every
//! program writes, and nothing else is read.

/// A part: its name, and its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::server) struct Part<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// The most parts: a submission, and as many scans as a paper may name.
const PARTS_MAX: usize = 1 + crate::domain::protocol::ATTACHMENTS_MAX;
/// The longest line between parts (RFC 2046, 5.1.1).
const BOUNDARY_MAX: usize = 70;

/// The line between the parts, as the header names it; none where it names no possible one.
pub(in crate::server) fn boundary(content_type: &str) -> Option<&str> {
    let parameters = content_type.split(';').skip(1).map(str::trim);
    let is_named = |parameter: &&str| parameter.get(..9).is_some_and(|key| key.eq_ignore_ascii_case("boundary="));
    let value = parameters.filter(is_named).map(|parameter| &parameter[9..]).next()?;
    let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    let is_possible = !value.is_empty() && value.len() <= BOUNDARY_MAX && !value.contains('"');
    is_possible.then_some(value)
}

/// Divides a body into its parts; none where it is no such body, or has more parts than there are to send.
pub(in crate::server) fn parts<'a>(body: &'a [u8], boundary: &str) -> Option<Vec<Part<'a>>> {
    let (between, mut parts) = (format!("\r\n--{boundary}"), Vec::new());
    // The first line has no line end before it.
    let mut rest = body.strip_prefix(&between.as_bytes()[2..])?;
    loop {
        if let Some(end) = rest.strip_prefix(b"--") {
            return (end.is_empty() || end == b"\r\n").then_some(parts);
        }
        rest = rest.strip_prefix(b"\r\n")?;
        let at = find(rest, between.as_bytes())?;
        if parts.len() == PARTS_MAX {
            return None;
        }
        parts.push(part(&rest[..at])?);
        rest = &rest[at + between.len()..];
    }
}

fn part(bytes: &[u8]) -> Option<Part<'_>> {
    let at = find(bytes, b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..at]).ok()?;
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then_some(value.trim())
    })?;
    let mut parameters = disposition.split(';').map(str::trim);
    parameters.next().filter(|kind| kind.eq_ignore_ascii_case("form-data"))?;
    let name = parameters.find_map(|parameter| parameter.strip_prefix("name="))?;
    let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
    Some(Part { name, bytes: &bytes[at + 4..] })
}

/// Where a text begins; the line before it is looked for by its first byte alone, which is rare in scans.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
