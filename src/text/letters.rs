//! Letters: large and small, and the order in which people look names up.

use std::cmp::Ordering;

use super::Lang;

messages! {
    alphabet;
}

/// In large letters, as the language has them: Azerbaijani `i` becomes `İ`, and `ı` becomes `I`.
pub fn upper(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En | Lang::Ru => text.to_uppercase(),
        Lang::Az => azerbaijani_upper(text),
    }
}

/// In small letters, as the language has them: Azerbaijani `İ` becomes `i`, and `I` becomes `ı`.
pub fn lower(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En | Lang::Ru => text.to_lowercase(),
        Lang::Az => azerbaijani_lower(text),
    }
}

/// How two names stand to one another in a list for people: by the letters of the language's alphabet, large and small
/// alike, after spaces, signs and digits and before letters of other alphabets. Names that differ in nothing else are
/// ordered bytewise, so that only equal names are equal.
pub fn order(lang: Lang, a: &str, b: &str) -> Ordering {
    key(lang, a).cmp(&key(lang, b)).then_with(|| a.cmp(b))
}

fn azerbaijani_upper(text: &str) -> String {
    let upper = |letter: char| match letter {
        'i' => vec!['İ'],
        'ı' => vec!['I'],
        other => other.to_uppercase().collect(),
    };
    text.chars().flat_map(upper).collect()
}

fn azerbaijani_lower(text: &str) -> String {
    // A dot of its own over a large I is the same letter as İ.
    let lower = |letter: char| match letter {
        'İ' => vec!['i'],
        'I' => vec!['ı'],
        other => other.to_lowercase().collect(),
    };
    text.replace("I\u{307}", "İ").chars().flat_map(lower).collect()
}

/// Where a character stands: signs and digits, then the alphabet, then everything else.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Sign(char),
    Letter(usize),
    Foreign(char),
}

fn key(lang: Lang, name: &str) -> Vec<Place> {
    let alphabet = say!(lang, alphabet);
    let place = |letter: char| match alphabet.chars().position(|known| known == letter) {
        Some(at) => Place::Letter(at),
        None if letter.is_alphabetic() => Place::Foreign(letter),
        None => Place::Sign(letter),
    };
    lower(lang, name).chars().map(place).collect()
}
