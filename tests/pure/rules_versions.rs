//! The way in for a later version of the rules. Version 65534 is known to tests alone:
//! `cargo test --features rules-test` judges by it, and a build without the feature cannot tell.

use protokol::crypto::parallel::Serial;
use protokol::domain::code::Code;
use protokol::domain::manifest::Manifest;
use protokol::domain::number::{RulesNumber, Size};
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::Body;
use protokol::tally::findings::findings;
use protokol::tally::moment::Moment;
use protokol::verify::conclude::{ClaimedCheckpoints, TrustAnchors, conclude};
use protokol::verify::fault::{Fault, Verdict};
use protokol::verify::replay::Replay;
use protokol::verify::report::Report;

use crate::kit::tiny::*;

const TRIAL: RulesNumber = RulesNumber(65_534);

/// A night under these rules: a candidate with number 91, and a paper on which nobody has a vote. What was said of the
/// candidate comes with it.
fn night(rules: RulesNumber) -> (Ledger, Result<(), Code>) {
    let manifest: Manifest = tiny_manifest();
    let (top, mut ledger) = ([("TOP", "1")], Ledger::default());
    let mut founding = founding(manifest.clone(), "TOP");
    founding.rules = rules;
    let _ = ledger.say(Body::ElectionCalled(founding), &top);
    let _ = ledger.say(Body::CommissionFormed(commission(&manifest, "P1", "precinct", Some("TOP"))), &top);
    let _ = ledger.say(candidate(1, "Ada Example"), &top);
    let said = ledger.say(candidate(91, "Zoe Example"), &top).map(|_| ());
    let votes: Vec<_> = [1].into_iter().chain(said.is_ok().then_some(91)).map(|number| (number, 0)).collect();
    let _ = ledger.say(Body::ProtocolSubmitted(protocol("P1", &[0], &votes)), &[("P1", "1")]);
    (ledger, said)
}

/// What a verifier says of it.
fn report(ledger: &Ledger) -> Report {
    let claimed = ClaimedCheckpoints::of_published(Some(ledger.checkpoint(ledger.entries.len())));
    let mut replay = Replay::new(Serial).keeping_roots_at(claimed.sizes());
    replay.feed(ledger.entries.clone());
    conclude(replay, &claimed, &TrustAnchors::default())
}

fn told(ledger: &Ledger) -> (Verdict, Vec<Code>, Vec<String>) {
    let report = report(ledger);
    let at = Moment { size: Size(ledger.entries.len() as u64), clock: ledger.head.arrival };
    let found = findings(&report.model, at).iter().map(|finding| finding.code.to_string()).collect();
    (report.verdict(), report.faults.iter().map(Fault::code).collect(), found)
}

#[test]
fn version_1_judges_as_before_whatever_else_is_known() {
    let (ledger, said) = night(RulesVersion::V1.number());
    assert_eq!(said, Ok(()));
    assert_eq!(told(&ledger), (Verdict::Verified, vec![], vec![]));
}

#[test]
#[cfg(feature = "rules-test")]
fn a_later_version_judges_its_own_ledgers() {
    let (ledger, said) = night(TRIAL);
    assert_eq!(said, Err(Code::R24), "its rule");
    // An operator let the candidate in all the same: the verifier asks the same rule again.
    assert_eq!(told(&ledger), (Verdict::Failed, vec![Code::R24], vec!["N1".to_owned()]));
}

#[test]
#[cfg(not(feature = "rules-test"))]
fn a_ledger_under_a_version_that_is_not_known_cannot_be_told() {
    let (ledger, said) = night(TRIAL);
    assert_eq!(said, Err(Code::R29), "nothing was founded");
    assert_eq!(told(&ledger), (Verdict::Unreadable, vec![Code::R36], vec![]));
}

#[test]
fn each_number_is_one_version_and_no_other_number_is_any() {
    for version in RulesVersion::ALL {
        assert_eq!(RulesVersion::try_from(version.number()), Ok(*version));
    }
    let known = |number: &u16| RulesVersion::try_from(RulesNumber(*number)).is_ok();
    let numbers: Vec<_> = RulesVersion::ALL.iter().map(|version| version.number().0).collect();
    assert_eq!((0..=u16::MAX).filter(known).collect::<Vec<_>>(), numbers);
}

/// No build for people knows the version of the tests.
#[test]
fn no_feature_brings_the_version_of_the_tests() {
    let manifest = include_str!("../../Cargo.toml");
    assert_eq!(manifest.matches("rules-test").count(), 1, "it is declared, and nothing asks for it");
    assert!(manifest.contains("\nrules-test = []\n"));
}
