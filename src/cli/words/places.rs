//! Where in a file something is wrong.

use crate::text::Lang;

messages! {
    place_of_unit { name };
    place_of_column { name };
    place_of_item { name };
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
