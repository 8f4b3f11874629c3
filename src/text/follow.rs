//! Why nobody can follow a log from where he is.

use super::{Lang, Said};
use crate::domain::number::Size;

messages! {
    follow_ahead { after, size } + remedy;
    follow_full + remedy;
}

pub fn ahead(lang: Lang, after: Size, size: Size) -> Said {
    advise!(lang, follow_ahead { after: after.0, size: size.0 })
}

pub fn full(lang: Lang) -> Said {
    advise!(lang, follow_full)
}
