//! One page of a longer list: at most so many rows, and where the rest is.

use std::fmt::{Display, Write};

/// A page, and the link to what follows it.
pub(in crate::server) struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Where the rest is, from the server's root on; none where this is the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// The first rows of a list, each with what it is found by, under the link to the same list.
    pub fn of<K: Display>(rows: impl Iterator<Item = (K, T)>, most: usize, link: Link) -> Self {
        let mut rows = rows.peekable();
        let (mut page, mut last) = (Vec::new(), None);
        while page.len() < most
            && let Some((key, row)) = rows.next()
        {
            page.push(row);
            last = Some(key);
        }
        let next = rows.peek().is_some().then_some(last).flatten();
        Self { rows: page, next: next.map(|last| link.with("after", Some(last)).text()) }
    }
}

/// An address from the server's root on, part after part.
pub(in crate::server) struct Link(String);

impl Link {
    /// The address of a list.
    pub fn to(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// With a part of its query, where there is one.
    pub fn with(mut self, name: &str, value: Option<impl Display>) -> Self {
        let Some(value) = value else { return self };
        let sign = if self.0.contains('?') { '&' } else { '?' };
        self.0.push(sign);
        self.0.push_str(name);
        self.0.push('=');
        escaped(&mut self.0, &value.to_string());
        self
    }

    /// The address.
    pub fn text(self) -> String {
        self.0
    }
}

/// Appends a value as a query has it (RFC 3986, 2.3).
fn escaped(query: &mut String, value: &str) {
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => query.push(byte.into()),
            // A text takes every text.
            _ => drop(write!(query, "%{byte:02X}")),
        }
    }
}
