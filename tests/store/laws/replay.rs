//! Laws of the replay: it can be interrupted anywhere, rows give back the read model, and the same question has one
//! answer.

use proptest::prelude::*;
use proptest::sample::Index;
use protokol::domain::number::Size;
use protokol::domain::rules::decide;
use protokol::ledger::entry::{Entry, ParallelMap, Serial};
use protokol::ledger::submission::{AdmittedKeys, SignatureCheck};
use protokol::tally::read_model::ReadModel;
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

fn replayed<M: ParallelMap>(map: M, check: SignatureCheck, chunks: &[&[Vec<u8>]]) -> Replay<M> {
    let mut replay = Replay::new(map, check);
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

/// The read model folded from another read model's rows.
fn restored(read_model: &ReadModel) -> ReadModel {
    let mut restored = ReadModel::default();
    for key in read_model.keys() {
        let row = read_model.record(&key).expect("a row within its limit").expect("a key of the board");
        restored.restore_record(key, &row).expect("the board's own row");
    }
    restored
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_prefix_and_the_rest_give_the_whole((rule, acts) in nights(1..60), at in any::<Index>(), again in any::<Index>()) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let all = envelopes(&night.disk);
        let whole = replayed(Serial, SignatureCheck::Verify, &[&all]);
        prop_assert!(whole.faults().is_empty(), "{:?}", whole.faults());
        let whole = outcome(whole);
        let (prefix, rest) = all.split_at(at.index(all.len() + 1));
        let (middle, end) = rest.split_at(again.index(rest.len() + 1));
        prop_assert!(outcome(replayed(Serial, SignatureCheck::Verify, &[prefix, middle, end])) == whole);
        prop_assert!(outcome(replayed(Backwards, SignatureCheck::Verify, &[prefix, rest])) == whole);
        prop_assert!(outcome(replayed(Serial, SignatureCheck::SealedByUs, &[&all])) == whole);

        // An interrupted replay goes on from the read model as a store would hand it back.
        let before = outcome(replayed(Serial, SignatureCheck::SealedByUs, &[prefix]));
        let (mut read_model, mut replay) = (restored(&before.3), replayed(Serial, SignatureCheck::SealedByUs, &[prefix]));
        prop_assert_eq!(&read_model, &before.3);
        for replayed in replay.feed(rest.to_vec()) {
            let touched = read_model.apply(&replayed.recorded.expect("everything was admissible"));
            prop_assert_eq!(touched, replayed.touched);
        }
        prop_assert_eq!(&read_model, &whole.3);
        prop_assert_eq!(&restored(&read_model), &whole.3);
    }

    #[test]
    fn touched_rows_are_all_that_changed((rule, acts) in nights(1..40)) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let (mut read_model, mut kept) = (ReadModel::default(), ReadModel::default());
        for replayed in Replay::new(Serial, SignatureCheck::SealedByUs).feed(envelopes(&night.disk)) {
            for key in read_model.apply(&replayed.recorded.expect("everything was admissible")) {
                let row = read_model.record(&key).expect("within its limit").expect("a row that was touched");
                kept.restore_record(key, &row).expect("the board's own row");
            }
            prop_assert_eq!(&kept, &read_model, "after {}", replayed.hash);
        }
    }

    #[test]
    fn decide_has_one_answer((rule, acts) in nights(1..40), at in any::<Index>()) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let all = envelopes(&night.disk);
        let at = at.index(all.len());
        let state = replayed(Serial, SignatureCheck::SealedByUs, &[&all[..at]]).into_parts().0;
        for bytes in &all {
            let opened = Entry::open(bytes, &AdmittedKeys::default(), SignatureCheck::Verify).submission.expect("it was accepted");
            let answer = decide(&state, &opened.submission, after(0));
            prop_assert_eq!(&decide(&state.clone(), &opened.submission, after(u64::from(u32::MAX))), &answer);
        }
        prop_assert_eq!(state.size(), Size(at as u64));
    }
}
