//! Where in a file something is wrong, and addresses at which nothing can be opened.

use crate::store::address::AddressError;
use crate::text::Lang;

messages! {
    place_of_unit { name };
    place_of_column { name };
    place_of_item { name };
    address_not_there { place, why };
    address_no_engine { place };
    address_not_plain { scheme };
    address_built_without { place };
}

/// The unit that a row or draft is about.
pub fn unit(lang: Lang, name: &str) -> String {
    say!(lang, place_of_unit { name })
}

/// A column of a table.
pub fn column(lang: Lang, name: &str) -> String {
    say!(lang, place_of_column { name })
}

/// An item, a candidate or a key.
pub fn item(lang: Lang, name: &str) -> String {
    say!(lang, place_of_item { name })
}

/// Why nothing can be opened at the address of a store.
pub fn address(lang: Lang, error: &AddressError) -> String {
    match error {
        AddressError::NotThere { place, why } => {
            say!(lang, address_not_there { place: place.as_str(), why: why.as_str() })
        }
        AddressError::NoEngine(place) => say!(lang, address_no_engine { place: place.as_str() }),
        AddressError::NotPlain { scheme } => say!(lang, address_not_plain { scheme: scheme.as_str() }),
        AddressError::BuiltWithout(place) => say!(lang, address_built_without { place: place.as_str() }),
    }
}
