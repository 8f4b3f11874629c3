//! The rows that are kept as events come in are those that are computed from nothing, after every entry of stories in
//! which everything happens.

use std::collections::{BTreeMap, BTreeSet};

use protokol::crypto::parallel::Serial;
use protokol::domain::code::{Code, FindingCode};
use protokol::domain::finding::Finding;
use protokol::domain::id::{ContestId, UnitId};
use protokol::domain::statement::Kind;
use protokol::ledger::rows::held::HeldRows;
use protokol::ledger::rows::key::RowKey;
use protokol::tally::findings::findings;
use protokol::tally::invalidity::{Extent, extent};
use protokol::tally::moment::Moment;
use protokol::tally::night::Night;
use protokol::tally::overdue::{Overdue, overdue};
use protokol::tally::read_model::ReadModel;
use protokol::tally::rows::total::{TotalRow, ballot};
use protokol::tally::rows::{KeptRows, all, event_line, finding, root};
use protokol::tally::totals::tallies;
use protokol::tally::turnout::by_hour;
use protokol::verify::replay::Replay;

use super::Story;

/// What was seen over all stories: what never happens is not tested.
#[derive(Default)]
struct Seen {
    kinds: BTreeSet<Kind>,
    codes: BTreeSet<FindingCode>,
    entries: usize,
}

fn now(replay: &Replay<Serial>) -> Moment {
    Moment { size: replay.size(), clock: replay.head().arrival }
}

fn follow(seed: u64, every: usize, seen: &mut Seen) {
    let story = Story::tell(seed);
    let mut replay = Replay::new(Serial);
    let mut model = ReadModel::default();
    let (mut kept, mut held) = (KeptRows::of(&model, now(&replay)), HeldRows::default());
    let mut night = Night::default();
    let last = story.ledger.entries.len() - 1;
    for (at, bytes) in story.ledger.entries.into_iter().enumerate() {
        for replayed in replay.feed(vec![bytes]) {
            match replayed.recorded {
                Some(recorded) => {
                    seen.kinds.insert(recorded.event.statement.body.kind());
                    model.apply(&recorded);
                    kept.follow(&model, &recorded);
                    night.follow(&model, &recorded);
                }
                None => kept.pass(&model, now(&replay).clock),
            }
        }
        if at % every != 0 && at != last {
            continue;
        }
        let (now, settled) = (now(&replay), kept.settle(&model));
        for (key, value) in settled.rows {
            held.set(key, value);
        }
        assert_eq!(night, Night::of(&model, now.size), "story {seed}, entry {at}");
        let rows = all(&model, now);
        assert_eq!(*held.values(), rows, "story {seed}, entry {at}");
        assert_eq!(held.root(), settled.root, "story {seed}, entry {at}");
        assert_eq!(settled.root, root(&model, now), "story {seed}, entry {at}");
        let mut again = KeptRows::of(&model, now);
        let fresh = again.settle(&model);
        assert_eq!(fresh.root, settled.root, "story {seed}, entry {at}");
        assert_eq!(again.pages(), kept.pages(), "story {seed}, entry {at}");
        // Now and then as after a writer's start.
        if seen.entries.is_multiple_of(11) {
            kept = again;
        }
        seen.codes.extend(findings(&model, now).into_iter().map(|finding| finding.code));
        seen.entries += 1;
        if at == last {
            says_what_the_model_says(&model, now, &rows);
        }
    }
}

/// Every row is read back in its one spelling, and is what the functions of the model say.
fn says_what_the_model_says(model: &ReadModel, now: Moment, rows: &BTreeMap<RowKey, String>) {
    let mut found: BTreeMap<(ContestId, UnitId), Vec<Finding>> = BTreeMap::new();
    for finding in findings(model, now) {
        found.entry((finding.contest.clone(), finding.unit.clone())).or_default().push(finding);
    }
    let mut events = 0;
    for (key, value) in rows {
        let parts: Vec<_> = key.as_str().split('/').collect();
        match parts[..] {
            ["total", contest, unit] => {
                let (contest, unit) = (contest.parse().expect("an id"), unit.parse().expect("an id"));
                total_says_what_the_model_says(model, now, &contest, &unit, value);
            }
            ["finding", contest, unit] => {
                let (contest, unit): (ContestId, UnitId) =
                    (contest.parse().expect("an id"), unit.parse().expect("an id"));
                let read = finding::parse(&contest, &unit, value).expect("findings");
                assert_eq!(finding::text(&read), *value);
                assert_eq!(found.remove(&(contest, unit)), Some(read), "{key}");
            }
            ["below", parent, unit] => {
                let record = model.units().get(&unit.parse::<UnitId>().expect("an id")).expect("a unit of the list");
                assert_eq!(record.parent.as_ref().map(UnitId::as_str), Some(parent));
                assert_eq!(*value, format!("{}\n", record.tier));
            }
            _ => {
                let lines = event_line::parse(value).expect("event lines");
                assert_eq!(lines.iter().map(|line| format!("{line}\n")).collect::<String>(), *value);
                events += lines.len();
            }
        }
    }
    assert!(found.is_empty(), "findings without a row: {found:?}");
    assert_eq!(events > 0, model.election().is_some());
}

fn total_says_what_the_model_says(model: &ReadModel, now: Moment, contest: &ContestId, unit: &UnitId, value: &str) {
    let total: TotalRow = value.parse().expect("a total");
    assert_eq!(total.to_string(), value);
    let (manifest, record) = (model.manifest().expect("founded"), &model.contests()[contest]);
    let tally = total.tally(&manifest.form, &ballot(record), contest, unit);
    assert_eq!(tally.as_ref(), tallies(model, contest, now.size).get(unit));
    assert_eq!(total.turnout, by_hour(model, contest, unit, now.size));
    assert_eq!(Overdue::of(&total), overdue(model, contest, now).get(unit).copied().unwrap_or_default());
    if let (Some(rule), Some(held_in)) = (manifest.invalidity, model.held_in(&record.contest))
        && held_in == unit
    {
        assert_eq!(Some(Extent::of(rule, &total)), extent(model, contest, now.size));
    }
}

#[test]
fn the_rows_that_are_kept_are_those_that_are_computed_after_every_entry() {
    let mut seen = Seen::default();
    for seed in 0..600 {
        // Now and then several events are settled at once, as a writer's turn has them.
        follow(seed, 1 + seed as usize % 4 * 3, &mut seen);
    }
    let kinds: Vec<_> = Kind::ALL.iter().filter(|kind| !seen.kinds.contains(kind)).collect();
    assert!(kinds.is_empty(), "never said: {kinds:?}");
    let found = |code: &&Code| seen.codes.contains(&FindingCode::BuiltIn(**code));
    let is_finding = |code: &&Code| code.as_str().starts_with(['T', 'S', 'O', 'C', 'D', 'L']);
    let never: Vec<_> = Code::ALL.iter().filter(is_finding).filter(|code| !found(code)).collect();
    assert!(never.is_empty(), "never found, over {} entries: {never:?}", seen.entries);
}
