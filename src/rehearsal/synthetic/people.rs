//! Invented names for everything that had a real one: no invented figure stands beside a real person's name.

use crate::crypto::vkey::KeyName;
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::domain::number::BallotNumber;
use crate::domain::observer::ObserverRole;
use crate::domain::text::{Language, Localised, TEXT_BYTES_MAX, Text};
use crate::intake::csv::rows::{CandidateRow, ObserverRow};
use crate::intake::folder::ElectionFolder;

/// How many candidates a contest gets for which the folder names none.
const CANDIDATES: u16 = 5;
/// What a candidate is called, by language, before the letter.
const CALLED: [(&str, &str); 3] = [("az", "Namizəd"), ("en", "Candidate"), ("ru", "Кандидат")];

/// As many candidates as the folder has, under the same numbers; nothing else of them is left.
pub(super) fn candidates(folder: &ElectionFolder) -> Vec<CandidateRow> {
    let mut rows = Vec::new();
    for contest in &folder.manifest.contests {
        let mut numbers: Vec<_> =
            folder.candidates.iter().filter(|row| row.contest == contest.id).map(|row| row.number).collect();
        if numbers.is_empty() {
            numbers = (1..=CANDIDATES).map(BallotNumber).collect();
        }
        numbers.sort();
        rows.extend(numbers.into_iter().zip(0..).map(|(number, place)| CandidateRow {
            line: 0,
            contest: contest.id.clone(),
            number,
            names: candidate(&letters(place)),
            nominated_by: Text::default(),
            approved_on: None,
            registered_on: None,
            decision: Text::default(),
        }));
    }
    rows
}

fn candidate(letters: &str) -> Localised {
    let name = |(language, called): (&str, &str)| (language_of(language), text(&format!("{called} {letters}")));
    Localised::new(CALLED.map(name).to_vec()).expect("each language once")
}

/// A, B, … Z, AA, AB, …
fn letters(place: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).expect("below 26"));
    match place / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + &letter.to_string(),
    }
}

/// Three observers, who watch everywhere.
pub(super) fn observers(top: &UnitId) -> Vec<ObserverRow> {
    let observer = |(name, organisation, role): (&str, &str, ObserverRole)| ObserverRow {
        line: 0,
        observer: name.parse().expect("letters and a hyphen"),
        organisation: text(organisation),
        role,
        scope: top.clone(),
        public_key: None,
    };
    let all = [
        ("observer-a", "Invented observers from abroad", ObserverRole::International),
        ("observer-b", "Invented observers of the country", ObserverRole::Domestic),
        ("observer-c", "Agents of Candidate A", ObserverRole::Agent),
    ];
    all.map(observer).to_vec()
}

/// The title in every language, with what everybody must see first at its end.
pub(super) fn title(real: &Localised, seed: u64) -> Localised {
    let marked = |(language, title): &(Language, Text)| {
        let marked = format!("{title} · {}", mark(language, seed)).trim_start().to_owned();
        let fits = marked.len() <= TEXT_BYTES_MAX;
        (language.clone(), text(&if fits { marked } else { mark(language, seed) }))
    };
    let mut titles: Vec<_> = real.iter().map(marked).collect();
    if titles.is_empty() {
        titles.push((language_of("en"), text(&mark(&language_of("en"), seed))));
    }
    Localised::new(titles).expect("as many languages as before")
}

fn mark(language: &Language, seed: u64) -> String {
    match language.as_str() {
        "az" => format!("sintetik məşq {seed}"),
        "ru" => format!("синтетическая репетиция {seed}"),
        _ => format!("synthetic rehearsal {seed}"),
    }
}

/// A log of its own: a synthetic rehearsal must never look like another view of the real one, nor one of 400 units
/// like one of 4,000.
pub(super) fn origin(folder: &ElectionFolder, manifest: &Manifest, seed: u64, units: usize) -> Option<String> {
    let stated = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", manifest.id));
    let stem = stated.strip_suffix("/rehearsal").unwrap_or(&stated);
    let origin = format!("{stem}/synthetic-{seed}-{units}/rehearsal");
    origin.parse::<KeyName>().is_ok().then_some(origin)
}

fn language_of(language: &str) -> Language {
    language.to_owned().try_into().expect("two letters")
}

/// A text of this file, which is a plain one.
fn text(plain: &str) -> Text {
    plain.parse().expect("short, on one line, without spaces at its ends")
}
