//! A mirror that is not filled.

use super::places;
use crate::store::shelf::ShelfError;
use crate::text::{self, Lang, Said};

messages! {
    mirror_silent { place, name, why };
    mirror_refused { place, name, why } + remedy;
    mirror_no_mirror { place, name } + remedy;
    mirror_garbled { place, name } + remedy;
    mirror_other_key { place, there, here } + remedy;
    mirror_other { place, name } + remedy;
}

/// Why it is not, and what to do.
pub fn said(lang: Lang, error: &ShelfError) -> Said {
    let says = match error {
        ShelfError::Other { place, name } => {
            return advise!(lang, mirror_other { place: place.as_str(), name: name.as_str() });
        }
        ShelfError::Refused { place, name, why } => {
            let (place, name, why) = (place.as_str(), name.as_str(), why.as_str());
            return advise!(lang, mirror_refused { place, name, why });
        }
        ShelfError::NoMirror { place, name } => {
            return advise!(lang, mirror_no_mirror { place: place.as_str(), name: name.as_str() });
        }
        ShelfError::Garbled { place, name } => {
            return advise!(lang, mirror_garbled { place: place.as_str(), name: name.as_str() });
        }
        ShelfError::OtherKey { place, there, here } => {
            return advise!(lang, mirror_other_key { place: place.as_str(), there: there.0, here: here.0 });
        }
        ShelfError::NotOpened(error) => places::address(lang, error),
        ShelfError::Silent { place, name, why } => {
            say!(lang, mirror_silent { place: place.as_str(), name: name.as_str(), why: why.as_str() })
        }
    };
    Said { says, remedy: text::explain(lang, error.code()).remedy }
}
