//! What sentences are put together from, in every language.

use super::{Lang, letters};
use crate::domain::number::Voting;
use crate::domain::protocol::Paper;
use crate::domain::text::Text;

/// How many hex digits of a key or hash a sentence shows: enough to tell two apart, short enough to read.
const DIGITS_SHOWN: usize = 16;

/// How many characters of a text that somebody wrote stand on a line.
const TEXT_SHOWN_MAX: usize = 80;

messages! {
    paper_of_voting { unit, contest, voting };
    library_says { words };
    system_says { words };
    in_english { words };
}

/// A paper: `01.001, round-1`, and its voting where that is not the ordinary one.
pub fn paper(lang: Lang, paper: &Paper) -> String {
    let Paper { contest, unit, voting } = paper;
    match *voting {
        Voting::FIRST => format!("{unit}, {contest}"),
        voting => say!(lang, paper_of_voting { unit, contest, voting }),
    }
}

/// What a library of others says, marked as its own words: it knows English alone.
pub fn library_says(lang: Lang, words: &str) -> String {
    say!(lang, library_says { words })
}

/// What is told in English alone, marked as that.
pub fn in_english(lang: Lang, words: &str) -> String {
    say!(lang, in_english { words })
}

/// The same of the system.
pub fn system_says(lang: Lang, words: &str) -> String {
    say!(lang, system_says { words })
}

/// The first digits of a key or hash: `89ab…`.
pub fn short(hex: &impl ToString) -> String {
    hex.to_string().chars().take(DIGITS_SHOWN).chain(['…']).collect()
}

/// A clause as a sentence: first letter large, full stop at the end.
pub fn sentence(lang: Lang, clause: &str) -> String {
    let (first, rest) = split(clause);
    letters::upper(lang, first) + rest + "."
}

/// A sentence of ours as a clause: small first letter, no full stop.
pub fn clause(lang: Lang, sentence: &str) -> String {
    let (first, rest) = split(strip(sentence));
    letters::lower(lang, first) + rest
}

/// A sentence without its full stop.
pub fn strip(sentence: &str) -> &str {
    sentence.strip_suffix('.').unwrap_or(sentence)
}

/// A text that somebody wrote, cut to fit a line.
pub fn shown(text: &Text) -> String {
    cut(text.as_str())
}

/// A reason that somebody gave, in brackets; nothing where none was given.
pub fn because(reason: &Text) -> String {
    if reason.is_empty() { String::new() } else { format!(" ({})", shown(reason)) }
}

pub fn cut(text: &str) -> String {
    match text.char_indices().nth(TEXT_SHOWN_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn split(text: &str) -> (&str, &str) {
    let end = text.chars().next().map_or(0, char::len_utf8);
    text.split_at(end)
}
