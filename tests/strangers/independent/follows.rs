//! The rows of a snapshot follow from one another: of an honest one no part, however chosen, accuses its log; and a lie in a
//! sum or a finding is seen in the part that shows what determines it.

use std::collections::BTreeMap;

use protokol::domain::number::{Sequence, Size};
use protokol::ledger::rows::held::HeldRows;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::prove::Asked;
use protokol::ledger::rows::shown::Shown;
use protokol::tally::rows::follows::{Contradiction, contradictions};

use super::Story;
use crate::kit::chance::Chance;
use crate::kit::numbers::{Numbers, all};
use crate::kit::tiny::*;

type Rows = BTreeMap<RowKey, String>;

/// The part of the tree over some rows that shows what is asked for.
fn shown(rows: &Rows, asked: &[Asked]) -> Shown {
    rows.clone().into_iter().collect::<HeldRows>().shown(asked)
}

fn whole() -> Vec<Asked> {
    vec![all("")]
}

fn events(entries: &[Vec<u8>]) -> Vec<(Sequence, Vec<u8>)> {
    (0..).map(Sequence).zip(entries.iter().cloned()).collect()
}

fn numbers(seed: u64, chance: &mut Chance) -> Numbers {
    let entries = Story::tell(8000 + seed).ledger.entries;
    let size = if chance.percent(50) { entries.len() } else { 1 + chance.below(entries.len()) };
    Numbers::of(&entries[..size], log_key(ORIGIN))
}

fn judged(rows: &Rows, asked: &[Asked], events: &[(Sequence, Vec<u8>)], at: Size) -> Vec<Contradiction> {
    contradictions(&shown(rows, asked), events, at)
}

#[test]
fn no_part_of_an_honest_snapshot_accuses_its_log() {
    for seed in 0..80 {
        let mut chance = Chance(seed);
        let honest = numbers(seed, &mut chance);
        let (events, at) = (events(&honest.entries), honest.checkpoint.size);
        assert_eq!(judged(&honest.rows, &whole(), &events, at), [], "story {seed}");
        for part in 0..6 {
            let keys: Vec<_> = honest.rows.keys().cloned().collect();
            let mut asked: Vec<_> = keys.into_iter().filter(|_| chance.percent(60)).map(Asked::Row).collect();
            let prefixes = ["below/", "finding/", "total/", "copy/", "paper/round-1/", "unit/"];
            asked.extend(prefixes.into_iter().filter(|_| chance.percent(40)).map(all));
            let some: Vec<_> = events.iter().filter(|_| chance.percent(85)).cloned().collect();
            assert_eq!(judged(&honest.rows, &asked, &some, at), [], "story {seed}, part {part}");
        }
    }
}

/// A row that says something else: of a total one number more, of a finding another code, or none at all.
pub fn lie(chance: &mut Chance, key: &RowKey, value: &str) -> Option<String> {
    if key.as_str().starts_with("finding/") {
        let other = value.replacen("error", "warning", 1);
        return (chance.percent(50) && other != value).then_some(other);
    }
    let lines: Vec<_> = value.lines().collect();
    let at = chance.below(lines.len());
    let more = |line: &str| {
        let (what, number) = line.rsplit_once(' ').expect("a number ends each line");
        format!("{what} {}", number.parse::<u64>().expect("a number") + 1)
    };
    let lines = lines.iter().enumerate().map(|(nth, line)| if nth == at { more(line) } else { (*line).to_owned() });
    Some(lines.map(|line| line + "\n").collect())
}

#[test]
fn a_lie_in_a_sum_or_a_finding_is_seen_by_what_determines_it() {
    let (mut found, mut passed) = (BTreeMap::new(), BTreeMap::new());
    for seed in 0..60 {
        let mut chance = Chance(seed);
        let honest = numbers(seed, &mut chance);
        let (events, at) = (events(&honest.entries), honest.checkpoint.size);
        let derived = honest.rows.iter().filter(|(key, _)| key.as_str().starts_with(['t', 'f']));
        for (key, value) in derived {
            let mut rows = honest.rows.clone();
            match lie(&mut chance, key, value) {
                Some(lie) => drop(rows.insert(key.clone(), lie)),
                None => drop(rows.remove(key)),
            }
            let seen = judged(&rows, &whole(), &events, at);
            let kind = key.as_str().split('/').next().expect("a kind").to_owned();
            if seen.is_empty() {
                passed.entry(kind).or_insert_with(Vec::new).push((
                    seed,
                    key.clone(),
                    value.clone(),
                    rows.get(key).cloned(),
                ));
            } else {
                *found.entry(kind).or_insert(0) += 1;
            }
        }
    }
    // A false total is always seen beside those below it or its papers; of findings, those of bulletins, of summaries, of a
    // result, and of what is missing are not.
    assert!(!passed.contains_key("total"), "{:#?}", passed["total"]);
    let unseen = passed.get("finding").map_or(0, Vec::len);
    assert!(
        found["total"] > 300 && found["finding"] > 2 * unseen,
        "{found:?}, unseen {unseen}: {:#?}",
        passed.get("finding")
    );
}
