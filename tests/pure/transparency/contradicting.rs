//! A proof whose rows contradict each other convicts the log that signed them; one that leaves out what determines them
//! accuses nobody.

use std::collections::BTreeSet;

use protokol::domain::code::Code;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::rows::prove::Asked;
use protokol::verify::fault::Verdict;
use protokol::verify::rows_proof::{self, RowsProofReport};

use crate::kit::numbers::{Numbers, row};
use crate::kit::tiny::*;

/// What determines the total of the worked example's only precinct: all of it, and the events that it names.
const DETERMINING: [&str; 6] =
    ["election", "contest/round-1", "unit/P1", "paper/round-1/P1", "finding/round-1/P1", "total/round-1/P1"];
const NAMED: [u64; 3] = [0, 1, 3];

fn numbers(ledger: &Ledger) -> Numbers {
    Numbers::of(&ledger.entries, log_key(ORIGIN))
}

/// A log that gives a candidate a vote that is on no paper.
fn lie(ledger: &Ledger) -> Numbers {
    numbers(ledger).lying("votes 1 7", "votes 1 8")
}

fn asked() -> Vec<Asked> {
    DETERMINING.map(row).into()
}

fn judged(numbers: &Numbers, asked: &[Asked], events: &[u64]) -> (Verdict, BTreeSet<Code>) {
    let policy = format!("log {}\nquorum none\n", log_key(ORIGIN).verifier());
    let proof = numbers.prove(asked, events);
    let report: RowsProofReport = rows_proof::check(proof, &Policy::parse(&policy).expect("a policy"));
    (report.verdict(), report.faults.iter().map(|fault| fault.code()).collect())
}

#[test]
fn a_false_total_convicts_by_a_few_rows() {
    let ledger = Ledger::tiny();
    assert_eq!(judged(&numbers(&ledger), &asked(), &NAMED), (Verdict::Verified, BTreeSet::new()));
    let lie = lie(&ledger);
    assert_eq!(judged(&lie, &asked(), &NAMED), (Verdict::Failed, [Code::V30].into()));
    let (whole, few) = (lie.prove(&[Asked::All("total/".into())], &[]), lie.prove(&asked(), &NAMED));
    let bytes: usize = NAMED.iter().map(|at| lie.entries[*at as usize].len()).sum();
    let most = whole.to_string().len() + 2 * bytes + 4096;
    assert!(few.to_string().len() < most, "{} bytes, and {most} would do", few.to_string().len());
}

#[test]
fn what_is_left_out_accuses_nobody() {
    let lie = lie(&Ledger::tiny());
    for left_out in NAMED {
        let some: Vec<_> = NAMED.into_iter().filter(|at| *at != left_out).collect();
        assert_eq!(judged(&lie, &asked(), &some), (Verdict::Verified, BTreeSet::new()), "without event {left_out}");
    }
    assert_eq!(judged(&lie, &[row("total/round-1/P1")], &[]), (Verdict::Verified, BTreeSet::new()));
}

/// What a newer program made may have changed any number.
#[test]
fn beside_what_a_newer_program_made_it_cannot_be_told() {
    let mut ledger = Ledger::tiny();
    let mut statement = ledger.signed(candidate(2, "Bo Example"), &[("TOP", "1")]).statement_bytes().to_vec();
    statement[2] = 250;
    let _ = ledger.seal(submission_of(&statement, &[("TOP", "1")]));
    let newest = ledger.entries.len() as u64 - 1;
    let mut lie = lie(&ledger);
    let line = format!("{newest} {} TOP:1\n", Envelope::hash(&lie.entries[newest as usize]));
    lie.rows.insert("observer/newer".parse().expect("a key"), line);
    let asked = [asked(), vec![row("observer/newer")]].concat();
    assert_eq!(judged(&lie, &asked, &[&NAMED[..], &[newest]].concat()), (Verdict::Unreadable, [Code::R36].into()));
}
