//! A mirror that is not filled.

use super::places;
use crate::store::shelf::ShelfError;
use crate::text::{self, Lang, Said};

messages! {
    mirror_silent { place, name, why };
    mirror_other { place, name } + remedy;
}

/// Why it is not; what to do follows from the code.
pub fn said(lang: Lang, error: &ShelfError) -> Said {
    let says = match error {
        ShelfError::Other { place, name } => {
            return advise!(lang, mirror_other { place: place.as_str(), name: name.as_str() });
        }
        ShelfError::NotOpened(error) => places::address(lang, error),
        ShelfError::Silent { place, name, why } => {
            say!(lang, mirror_silent { place: place.as_str(), name: name.as_str(), why: why.as_str() })
        }
    };
    Said { says, remedy: text::explain(lang, error.code()).remedy }
}
