//! Laws of the replay: it can be interrupted anywhere, what an event changes is named, and the same question has one answer.

use proptest::prelude::*;
use proptest::sample::Index;
use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::parallel::{ParallelMap, Serial};
use protokol::domain::number::Size;
use protokol::domain::rules::decide;
use protokol::ledger::entry::Entry;
use protokol::tally::read_model::ReadModel;
use protokol::tally::record::RecordKey;
use protokol::verify::replay::Replay;

use super::night::{Night, nights};
use crate::kit::disk::envelopes;
use crate::kit::small::after;

/// The last first: a parallel map may finish in any order.
#[derive(Clone, Copy)]
struct Backwards;

impl ParallelMap for Backwards {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        let mut results: Vec<R> = items.into_iter().rev().map(f).collect();
        results.reverse();
        results
    }
}

fn replayed<M: ParallelMap>(map: M, chunks: &[&[Vec<u8>]]) -> Replay<M> {
    let mut replay = Replay::new(map);
    for chunk in chunks {
        replay.feed(chunk.to_vec());
    }
    replay
}

/// Everything that a replay establishes.
fn outcome<M: ParallelMap>(replay: Replay<M>) -> (protokol::ledger::envelope::Head, String, String, ReadModel) {
    let (head, root, faults) = (replay.head(), replay.root(), replay.faults().to_vec());
    let (state, read_model, _, _) = replay.into_parts();
    (head, format!("{root} {faults:?}"), format!("{state:?}"), read_model)
}

/// Every record that is another in one of two read models, or in one alone.
fn changed(before: &ReadModel, after: &ReadModel) -> Vec<RecordKey> {
    let mut changed = Vec::new();
    let mut hold = |is_changed: bool, key: RecordKey| changed.extend(is_changed.then_some(key));
    hold(before.election() != after.election(), RecordKey::Election);
    for unit in after.units().keys() {
        hold(before.units().get(unit) != after.units().get(unit), RecordKey::Unit(unit.clone()));
    }
    for contest in after.contests().keys() {
        let is_changed = before.contests().get(contest) != after.contests().get(contest);
        hold(is_changed, RecordKey::Contest(contest.clone()));
        for (unit, paper) in after.papers_of(contest) {
            hold(before.paper(contest, unit) != Some(paper), RecordKey::Paper(contest.clone(), unit.clone()));
        }
        for (unit, summary) in after.summaries(contest) {
            hold(before.summary(contest, unit) != Some(summary), RecordKey::Summary(contest.clone(), unit.clone()));
        }
    }
    for observer in after.observers().keys() {
        let is_changed = before.observers().get(observer) != after.observers().get(observer);
        hold(is_changed, RecordKey::Observer(observer.clone()));
    }
    for filed in after.complaints().keys() {
        hold(before.complaints().get(filed) != after.complaints().get(filed), RecordKey::Complaint(*filed));
    }
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_prefix_and_the_rest_give_the_whole((rule, acts) in nights(1..60), at in any::<Index>(), again in any::<Index>()) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let all = envelopes(&night.disk);
        let whole = replayed(Serial, &[&all]);
        prop_assert!(whole.faults().is_empty(), "{:?}", whole.faults());
        let whole = outcome(whole);
        let (prefix, rest) = all.split_at(at.index(all.len() + 1));
        let (middle, end) = rest.split_at(again.index(rest.len() + 1));
        prop_assert!(outcome(replayed(Serial, &[prefix, middle, end])) == whole);
        prop_assert!(outcome(replayed(Backwards, &[prefix, rest])) == whole);

        // An interrupted replay goes on from the read model that it had.
        let (mut read_model, mut replay) = (outcome(replayed(Serial, &[prefix])).3, replayed(Serial, &[prefix]));
        for replayed in replay.feed(rest.to_vec()) {
            read_model.apply(&replayed.recorded.expect("everything was admissible"));
        }
        prop_assert_eq!(&read_model, &whole.3);
    }

    #[test]
    fn touched_records_are_all_that_changed((rule, acts) in nights(1..40)) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let mut read_model = ReadModel::default();
        for replayed in Replay::new(Serial).feed(envelopes(&night.disk)) {
            let (before, recorded) = (read_model.clone(), replayed.recorded.expect("everything was admissible"));
            read_model.apply(&recorded);
            let touched = RecordKey::touched(&recorded.event.statement.body, recorded.hash);
            for key in changed(&before, &read_model) {
                prop_assert!(touched.contains(&key), "{:?} changed, and {:?} are named", key, touched);
            }
        }
    }

    #[test]
    fn decide_has_one_answer((rule, acts) in nights(1..40), at in any::<Index>()) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let all = envelopes(&night.disk);
        let at = at.index(all.len());
        let state = replayed(Serial, &[&all[..at]]).into_parts().0;
        for bytes in &all {
            let opened = Entry::open(bytes, &AdmittedKeys::default()).submission.expect("it was accepted");
            let answer = decide(&state, &opened.submission, after(0));
            prop_assert_eq!(&decide(&state.clone(), &opened.submission, after(u64::from(u32::MAX))), &answer);
        }
        prop_assert_eq!(state.size(), Size(at as u64));
    }
}
