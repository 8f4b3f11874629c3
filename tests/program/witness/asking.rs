//! Asking witnesses: honest ones, dead ones, those that lie, and what each answer means for the log.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::{Policy, PolicyWitness, Quorum};
use protokol::ledger::note::witness::AddCheckpoint;
use protokol::ledger::tree::merkle::Tree;
use protokol::remote::asking::{AskingOutcome, Misbehaviour};
use protokol::remote::http::Http;
use protokol::remote::witness::{Prove, Round, WitnessAnswer};

use super::{signed_of, time, tree, witness};
use crate::kit::scripted::{Reply, Request, Server, status};

/// A trust file with these witnesses, all of them needed.
fn policy(urls: &[String]) -> Policy {
    let mut text = String::new();
    let mut names = String::new();
    for (url, number) in urls.iter().zip(1..) {
        text.push_str(&format!("witness w{number} {} {url}\n", witness(number).verifier()));
        names.push_str(&format!(" w{number}"));
    }
    Policy::parse(&format!("{text}group all all{names}\nquorum all\n")).expect("a trust file")
}

fn known(policy: &Policy, sizes: &[u64]) -> BTreeMap<protokol::ledger::note::policy::WitnessName, Size> {
    policy.witnesses().iter().map(|witness| witness.name.clone()).zip(sizes.iter().copied().map(Size)).collect()
}

fn prove(tree: Tree, size: u64) -> Prove {
    Arc::new(move |old| tree.prove_consistency(old, Size(size)).ok())
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(5)
}

fn begin(policy: &Policy, sizes: &[u64], size: u64, deadline: Instant) -> Round {
    let tree = tree(20);
    let signed = signed_of(&tree, size);
    let known = known(policy, sizes);
    Round::begin(&Http::new(), policy.witnesses(), &known, &signed, &prove(tree, size), deadline)
}

/// Asks one witness that follows a script.
fn asked(
    known: u64,
    script: impl Fn(usize, &AddCheckpoint) -> Reply + Send + Sync + 'static,
) -> (AskingOutcome, Vec<Size>) {
    let server = Server::start(move |number, request| script(number, &parsed(request)));
    let outcome = begin(&policy(&[server.url()]), &[known], 12, soon()).wait(soon(), |_| false)[0].outcome.clone();
    (outcome, server.seen().iter().map(|request| parsed(request).old()).collect())
}

fn parsed(request: &Request) -> AddCheckpoint {
    assert_eq!(request.line, "POST /add-checkpoint HTTP/1.1");
    AddCheckpoint::parse(request.body.as_bytes()).expect("an honest request")
}

fn cosigned(by: &NoteSigner, checkpoint: &SignedCheckpoint) -> Reply {
    status(200, &format!("{}\n", checkpoint.cosign(by, time(1_800_000_000))))
}

fn misbehaved(outcome: AskingOutcome) -> Misbehaviour {
    match outcome {
        AskingOutcome::Misbehaved(how) => how,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_cosignature_is_taken_and_fits_under_the_checkpoint() {
    let (outcome, asked) = asked(5, |_, request| cosigned(&witness(1), request.checkpoint()));
    let AskingOutcome::Cosigned { line, time: stated } = outcome else { panic!("{outcome:?}") };
    assert_eq!((stated, asked), (time(1_800_000_000), vec![Size(5)]));
    let mut signed = signed_of(&tree(20), 12);
    signed.add_cosignature(line, witness(1).verifier()).expect("the witness's own");
}

#[test]
fn the_lines_of_others_are_not_looked_at() {
    let (outcome, _) = asked(5, |_, request| {
        let (ours, theirs) =
            (request.checkpoint().cosign(&witness(1), time(9)), request.checkpoint().cosign(&witness(2), time(9)));
        status(200, &format!("— stranger.example/x AAAAAAAA\n{theirs}\n{ours}\n"))
    });
    assert!(matches!(outcome, AskingOutcome::Cosigned { .. }), "{outcome:?}");
}

#[test]
fn a_409_teaches_where_to_begin() {
    let (outcome, asked) = asked(0, |number, request| match number {
        0 => status(409, "7\n"),
        _ => cosigned(&witness(1), request.checkpoint()),
    });
    assert!(matches!(outcome, AskingOutcome::Cosigned { .. }), "{outcome:?}");
    assert_eq!(asked, [Size(0), Size(7)]);
}

#[test]
fn a_log_behind_its_witness_is_told_so() {
    let expected = |holds| AskingOutcome::Ahead { holds: Size(holds), ours: Size(12) };
    assert_eq!(asked(5, |_, _| status(409, "13\n")), (expected(13), vec![Size(5)]));
    let (outcome, asked_from) = asked(13, |_, _| status(200, "never asked"));
    assert_eq!((outcome, asked_from), (expected(13), vec![]), "it is known to be ahead already");
}

#[test]
fn a_witness_that_was_rolled_back_is_told_so() {
    for holds in [0, 4] {
        let (outcome, asked) = asked(5, move |_, _| status(409, &format!("{holds}\n")));
        assert_eq!(outcome, AskingOutcome::RolledBack { holds: Size(holds), cosigned: Size(5) });
        assert_eq!(asked, [Size(5)], "it gets nothing more to sign");
    }
}

#[test]
fn another_history_is_told_with_the_size_from_which_it_differs() {
    assert_eq!(asked(5, |_, _| status(422, "no")).0, AskingOutcome::OtherHistory { from: Size(5) });
    let script = |number, _: &AddCheckpoint| if number == 0 { status(409, "12\n") } else { status(422, "no") };
    assert_eq!(asked(5, script), (AskingOutcome::OtherHistory { from: Size(12) }, vec![Size(5), Size(12)]));
}

#[test]
fn a_witness_that_does_not_know_the_log() {
    assert_eq!(asked(0, |_, _| status(404, "")).0, AskingOutcome::NotRegistered);
    assert_eq!(asked(0, |_, _| status(403, "")).0, AskingOutcome::NotRegistered);
}

#[test]
fn answers_that_the_protocol_does_not_know() {
    for body in ["", "7", "7\r\n", "07\n", "+7\n", " 7\n", "7\n\n", "seven\n", "18446744073709551616\n"] {
        assert_eq!(misbehaved(asked(0, move |_, _| status(409, body)).0), Misbehaviour::NoSize, "{body:?}");
    }
    let (outcome, asked_from) = asked(5, |_, _| status(409, "5\n"));
    assert_eq!((misbehaved(outcome), asked_from.len()), (Misbehaviour::Unsteady(Size(5)), 1));
    let (outcome, asked_from) = asked(0, |number, _| status(409, ["6\n", "7\n", "8\n", "9\n"][number.min(3)]));
    assert_eq!(
        (misbehaved(outcome), asked_from.len()),
        (Misbehaviour::Unsteady(Size(8)), 3),
        "it is not asked for ever"
    );
    for odd in [201, 204, 301, 302, 307, 308, 400, 405, 413] {
        let there = Server::start(|_, _| panic!("nobody is sent here"));
        let location = format!("Location: {}/add-checkpoint", there.url());
        let script = move |_, _: &AddCheckpoint| Reply::Answer(odd, vec![location.clone()], Vec::new());
        assert!(matches!(misbehaved(asked(0, script).0), Misbehaviour::Status(_)), "{odd}");
        assert!(there.seen().is_empty(), "{odd}");
    }
}

#[test]
fn cosignatures_that_are_none() {
    for body in ["", "\n", "yes\n", "— w AAAA\n", "\u{2014} witness.example/w1  AAAAAAAA\n"] {
        assert_eq!(misbehaved(asked(0, move |_, _| status(200, body)).0), Misbehaviour::NotLines, "{body:?}");
    }
    let other = |_, request: &AddCheckpoint| cosigned(&witness(2), request.checkpoint());
    assert_eq!(misbehaved(asked(0, other).0), Misbehaviour::NotItsKey);
    let of_another = |_, _: &AddCheckpoint| cosigned(&witness(1), &signed_of(&tree(20), 11));
    assert!(matches!(misbehaved(asked(0, of_another).0), Misbehaviour::Cosignature(_)), "of another checkpoint");
    let crlf =
        |_, request: &AddCheckpoint| status(200, &format!("{}\r\n", request.checkpoint().cosign(&witness(1), time(1))));
    assert_eq!(misbehaved(asked(0, crlf).0), Misbehaviour::NotLines);
    let as_log = |_, request: &AddCheckpoint| {
        let note = witness(1).sign_note(request.checkpoint().note().text()).expect("a note");
        status(200, &format!("{}\n", note.signatures()[0]))
    };
    assert_eq!(misbehaved(asked(0, as_log).0), Misbehaviour::NotItsKey, "signed as a log signs");
}

#[test]
fn a_flood_is_no_cosignature() {
    let flood = |_, _: &AddCheckpoint| Reply::Flood(b"HTTP/1.1 200 X\r\n\r\n".to_vec());
    assert!(matches!(misbehaved(asked(0, flood).0), Misbehaviour::Status(_)));
}

#[test]
fn a_busy_witness_is_asked_again_with_growing_pauses() {
    let began = Instant::now();
    let (outcome, asked) = asked(0, |number, request| match number {
        0 => status(503, ""),
        1 => Reply::Raw(Vec::new()),
        2 => status(429, ""),
        _ => cosigned(&witness(1), request.checkpoint()),
    });
    assert!(matches!(outcome, AskingOutcome::Cosigned { .. }), "{outcome:?}");
    assert_eq!(asked.len(), 4);
    assert!(began.elapsed() >= Duration::from_millis(250 + 500 + 1000), "{:?}", began.elapsed());
}

/// Two of two and one of two, with one witness that is not there yet.
#[test]
fn a_late_answer_is_picked_up_and_the_others_do_not_wait_for_it() {
    let there = Server::start(|_, request| cosigned(&witness(1), parsed(request).checkpoint()));
    let gone = Server::start(|_, _| status(500, "")).address();
    let policy = policy(&[there.url(), format!("http://{gone}/")]);
    let of = |answers: &[WitnessAnswer]| {
        let did = |witness: &PolicyWitness| {
            let is_its = |answer: &&WitnessAnswer| answer.witness == witness.name;
            answers.iter().find(is_its).is_some_and(|answer| matches!(answer.outcome, AskingOutcome::Cosigned { .. }))
        };
        (policy.quorum(did), policy.witnesses().iter().filter(|witness| did(witness)).count())
    };
    let began = Instant::now();
    let mut round = begin(&policy, &[0, 0], 12, began + Duration::from_secs(20));
    let one_is_enough = round.wait(began + Duration::from_secs(10), |answers| of(answers).1 == 1).to_vec();
    assert_eq!(of(&one_is_enough), (Quorum::NotMet, 1));
    assert!(began.elapsed() < Duration::from_secs(5), "nobody waits for the dead");
    let all = round.wait(began + Duration::from_millis(1500), |_| false).to_vec();
    assert_eq!((of(&all), round.late().len(), round.is_over()), ((Quorum::NotMet, 1), 0, false));

    let back = Server::at(gone, |_, request| cosigned(&witness(2), parsed(request).checkpoint()));
    let mut late = Vec::new();
    while late.is_empty() && began.elapsed() < Duration::from_secs(15) {
        std::thread::sleep(Duration::from_millis(50));
        late = round.late();
    }
    assert_eq!(late.len(), 1, "picked up when it was back");
    assert_eq!((of(round.answers()), round.is_over()), ((Quorum::Met, 2), true));
    assert_eq!(back.seen().len(), 1);
}

#[test]
fn nobody_is_asked_after_the_deadline_or_after_the_round_was_dropped() {
    let refusing = Arc::new(Server::start(|_, _| status(503, "")));
    let policy = policy(&[refusing.url()]);
    let mut round = begin(&policy, &[0], 12, Instant::now() + Duration::from_secs(1));
    let outcome = round.wait(soon(), |_| false)[0].outcome.clone();
    assert!(matches!(outcome, AskingOutcome::Unreachable(_)), "{outcome:?}");
    assert_eq!(refusing.seen().len(), 3, "at once, after a quarter and after three quarters of a second");

    let round = begin(&policy, &[0], 12, Instant::now() + Duration::from_secs(60));
    std::thread::sleep(Duration::from_millis(100));
    drop(round);
    let asked = refusing.seen().len();
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(refusing.seen().len(), asked);
}

#[test]
fn witnesses_without_an_address_are_not_waited_for() {
    let text = format!("witness w1 {}\nquorum w1\n", witness(1).verifier());
    let mut round = begin(&Policy::parse(&text).expect("a trust file"), &[], 12, soon());
    assert!(round.is_over() && round.wait(soon(), |_| false).is_empty());
}
