//! Why a request is not served.

use super::parts::library_says;
use super::{Lang, Said};

/// Why a request is not served.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unserved<'a> {
    /// There is nothing at this address.
    Path(&'a str),
    /// The address is not asked by this method.
    Method(&'a str),
    /// The query has what is not meant; the words are the parser's.
    Query(&'a str),
    /// No rule and no check has this code.
    Code(&'a str),
}

messages! {
    unserved_path { path } + remedy;
    unserved_method { method } + remedy;
    unserved_query { why } + remedy;
    unserved_code { code } + remedy;
}

pub fn unserved(lang: Lang, why: &Unserved<'_>) -> Said {
    match *why {
        Unserved::Path(path) => advise!(lang, unserved_path { path: cut(path) }),
        Unserved::Method(method) => advise!(lang, unserved_method { method: cut(method) }),
        Unserved::Query(why) => advise!(lang, unserved_query { why: library_says(lang, &cut(why)) }),
        Unserved::Code(code) => advise!(lang, unserved_code { code: cut(code) }),
    }
}

/// What strangers wrote, as far as a sentence bears it.
fn cut(text: &str) -> String {
    text.chars().take(600).collect()
}
