//! What a page asks of the verifier, asked natively: bytes in, bytes out.

use protokol::browser::answers::Answers;
use protokol::browser::check::Check;
use protokol::browser::parcel;
use protokol::crypto::base64;
use protokol::crypto::parallel::Serial;
use protokol::domain::statement::Body;
use protokol::ledger::entry::look;
use protokol::ledger::tree::node::leaf_hash;
use protokol::verify::replay::Replay;
use serde_json::{Value, json};

use crate::kit::tiny::{Ledger, ORIGIN, candidate, founding, log_key, text, tiny_manifest};

fn ask(check: &mut Check, question: &str, given: &[u8]) -> Value {
    serde_json::from_slice(&check.answer(question, given)).expect("an answer is JSON")
}

#[test]
fn a_parcel_is_read_as_it_was_written_and_nothing_else_is_one() {
    let items = [("asked", Some(&b"{}"[..])), ("tile/0/000", Some(&b""[..])), ("policy", None)];
    let bytes = parcel::write(items);
    assert_eq!(parcel::read(&bytes).as_deref(), Ok(&items[..]));
    for end in 1..bytes.len() {
        let part = parcel::read(&bytes[..end]);
        assert!(part.is_err() || part.is_ok_and(|read| read.len() < items.len()), "{end}");
    }
    // A length that no page has bytes for, and a name that is none.
    assert!(parcel::read(&[0xfe, 0xff, 0xff, 0xff, 1, 2, 3]).is_err());
    assert!(parcel::read(&[1, 0, 0, 0, 0xff, 0, 0, 0, 0]).is_err());
}

#[test]
fn whatever_is_asked_has_an_answer() {
    let mut check = Check::default();
    for question in ["", "no such question", "take", "conclude", "wanted", "totals", "told", "open", "file"] {
        for given in [&b""[..], b"{", &[0xff; 40], b"\x05\0\0\0asked\x02\0\0\0{}"] {
            let answer = ask(&mut check, question, given);
            assert!(answer["error"]["code"].is_string(), "{question}: {answer}");
            assert!(answer["error"]["do"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{question}: {answer}");
        }
    }
    assert_eq!(check.answer("look", &[0xff; 9]), Vec::<u8>::new(), "of what is no bundle nothing is said");
}

/// What helpers say spares work and decides nothing.
#[test]
fn a_replay_finds_the_same_with_helpers_and_without() {
    let mut ledger = Ledger::tiny();
    let last = ledger.entries.len() - 1;
    let at = ledger.entries[last].len() - 3;
    ledger.entries[last][at] ^= 1;
    let said = look(&ledger.entries);
    assert_eq!(said.len(), last, "of the one whose signature was changed nothing is said");
    let (mut alone, mut helped) = (Replay::new(Serial), Replay::new(Serial));
    helped.vouch(said);
    alone.feed(ledger.entries.clone());
    helped.feed(ledger.entries.clone());
    assert!(!alone.faults().is_empty(), "a signature was changed");
    assert_eq!(alone.faults(), helped.faults());
    assert_eq!((alone.signatures(), alone.root()), (helped.signatures(), helped.root()));
}

/// The word of a helper is about the bytes that it saw, and about keys that the replay saw enrolled.
#[test]
fn a_helpers_word_for_other_bytes_or_strange_keys_does_not_count() {
    let ledger = Ledger::tiny();
    let said = look(&ledger.entries);
    let mut forged = ledger.entries.clone();
    let at = forged[3].len() - 3;
    forged[3][at] ^= 1;
    let mut helped = Replay::new(Serial);
    helped.vouch(said.clone());
    helped.feed(forged);
    assert!(!helped.faults().is_empty(), "the bytes are others than those that were vouched for");
    // Its keys are enrolled nowhere: the signatures of the last event are checked whatever is said, and then it is refused.
    let mut strange = Replay::new(Serial);
    strange.vouch(said);
    let mut alone = Replay::new(Serial);
    strange.feed(vec![ledger.entries[3].clone()]);
    alone.feed(vec![ledger.entries[3].clone()]);
    assert_eq!(alone.faults(), strange.faults());
}

/// What a parcel holds, besides what is asked.
type Files<'a> = &'a [(&'a str, Option<&'a [u8]>)];

fn asking(asked: &Value, files: Files<'_>) -> Vec<u8> {
    let asked = asked.to_string();
    parcel::write([("asked", Some(asked.as_bytes()))].into_iter().chain(files.iter().copied()))
}

/// Verifies a ledger's published log as a page does, with files of one's own beside it; its bundles and tiles may be changed.
fn conclude(
    check: &mut Check,
    ledger: &Ledger,
    asked: &Value,
    files: Files<'_>,
    change: impl Fn(&str, &mut Vec<u8>),
) -> Value {
    let checkpoint = ledger.checkpoint(ledger.entries.len()).to_string();
    let key = format!("{}\n", ledger.log.verifier());
    let own = [("checkpoint", Some(checkpoint.as_bytes())), ("log.vkey", Some(key.as_bytes()))];
    let opened = ask(check, "open", &asking(asked, &[&own[..], files].concat()));
    assert!(opened["error"].is_null(), "{opened}");
    loop {
        let wanted = ask(check, "wanted", br#"{"skip":0,"most":1}"#);
        let of = wanted["of"].as_str().expect("what is wanted");
        let mut file: Vec<u8> = match of {
            "bundles" => {
                let long = |entry: &Vec<u8>| u16::try_from(entry.len()).expect("short").to_be_bytes();
                ledger.entries.iter().flat_map(|entry| [&long(entry)[..], entry].concat()).collect()
            }
            "tiles" => ledger.entries.iter().flat_map(|entry| leaf_hash(entry).0).collect(),
            _ => break,
        };
        change(of, &mut file);
        let name = wanted["files"][0]["names"][0].as_str().expect("a name");
        let taken = ask(check, "take", &parcel::write([(name, Some(&file[..]))]));
        assert!(taken["error"].is_null(), "{taken}");
    }
    ask(check, "conclude", b"")
}

/// Totals of a ledger that state nothing, or figures of a contest that is not there.
fn totals_of(ledger: &Ledger, is_right: bool) -> Vec<u8> {
    let size = ledger.entries.len();
    let root = base64::encode(&ledger.checkpoint(size).checkpoint().root.0);
    let rows = if is_right { json!([]) } else { json!([{ "id": "round-9", "unit": "P1" }]) };
    json!({ "size": size, "as_of": size, "root": root, "data": rows }).to_string().into_bytes()
}

fn policy_of(ledger: &Ledger) -> String {
    format!("log {}\nquorum none\n", ledger.log.verifier())
}

/// The tiny election, founded anew by somebody else under the same name.
fn strange() -> Ledger {
    let mut ledger = Ledger::default();
    ledger.log = log_key("stranger");
    let mut act = founding(tiny_manifest(), "TOP");
    act.log_key = text(&ledger.log.verifier().to_string());
    ledger.say(Body::ElectionCalled(act), &[("TOP", "1")]).expect("admissible");
    ledger
}

fn as_it_is(_: &str, _: &mut Vec<u8>) {}

/// The first line of the account that has a name.
fn line<'a>(answer: &'a Value, name: &str) -> Option<&'a str> {
    let lines = answer["told"]["lines"].as_array()?;
    lines.iter().find(|line| line["name"] == name)?["detail"].as_str()
}

#[test]
fn totals_that_are_right_do_not_make_a_log_right() {
    let (ledger, mut check) = (Ledger::tiny(), Check::default());
    let asked = json!({ "policy": policy_of(&ledger) });
    let forged = |of: &str, file: &mut Vec<u8>| {
        if of == "tiles" {
            file[5] ^= 1
        }
    };
    let found = conclude(&mut check, &ledger, &asked, &[], forged);
    assert_eq!(found["told"]["verdict"], "failed", "{found}");
    let right = totals_of(&ledger, true);
    let answer = ask(&mut check, "totals", &asking(&asked, &[("totals.json", Some(&right))]));
    assert_eq!(answer["told"]["verdict"], "failed", "{answer}");
    assert_eq!(answer["told"]["faults"], found["told"]["faults"]);
    assert!(line(&answer, "Shown totals").is_some(), "{answer}");
}

#[test]
fn an_alarm_stands_whatever_totals_are_brought() {
    let (ledger, mut check) = (Ledger::tiny(), Check::default());
    let mut other = Ledger::tiny();
    other.entries.truncate(3);
    other.say(candidate(2, "Bob Example"), &[("TOP", "1")]).expect_err("its head is another event's");
    let seen = other.checkpoint(4).to_string();
    let asked = json!({ "policy": policy_of(&ledger) });
    let found = conclude(&mut check, &ledger, &asked, &[("seen", Some(seen.as_bytes()))], as_it_is);
    assert_eq!(found["told"]["verdict"], "failed", "{found}");
    assert!(found["evidence"].is_object(), "{found}");
    let right = totals_of(&ledger, true);
    let answer = ask(&mut check, "totals", &asking(&asked, &[("totals.json", Some(&right))]));
    assert_eq!((&answer["told"]["verdict"], &answer["seen"]), (&json!("failed"), &Value::Null), "{answer}");
}

/// The trust file that lay beside the log, and a fingerprint that nobody compared, prove nothing later either.
#[test]
fn what_is_brought_with_totals_does_not_say_whose_the_log_is() {
    let (ledger, mut check) = (Ledger::tiny(), Check::default());
    let asked = json!({ "policy": policy_of(&ledger), "policy_is_beside": true });
    let found = conclude(&mut check, &ledger, &asked, &[], as_it_is);
    assert_eq!(found["told"]["trust"], "self", "{found}");
    let right = totals_of(&ledger, true);
    for later in [json!({ "policy": policy_of(&ledger) }), json!({ "expected": "00".repeat(32) })] {
        let answer = ask(&mut check, "totals", &asking(&later, &[("totals.json", Some(&right))]));
        assert_eq!(answer["told"]["trust"], "self", "{answer}");
        assert_eq!(answer["told"]["verdict"], found["told"]["verdict"], "{answer}");
    }
}

#[test]
fn totals_that_differ_are_told_again_in_another_language_and_those_that_are_none_are_refused() {
    let (ledger, mut check) = (Ledger::tiny(), Check::default());
    let asked = json!({ "policy": policy_of(&ledger) });
    conclude(&mut check, &ledger, &asked, &[], as_it_is);
    let wrong = totals_of(&ledger, false);
    let answer = ask(&mut check, "totals", &asking(&asked, &[("totals.json", Some(&wrong))]));
    assert_eq!(answer["told"]["verdict"], "failed", "{answer}");
    let refused = ask(&mut check, "totals", &asking(&asked, &[("totals.json", Some(b"no totals"))]));
    assert_eq!(refused["error"]["code"], "U3", "{refused}");
    let again = ask(&mut check, "told", &asking(&json!({ "lang": "ru" }), &[]));
    assert_eq!(again["told"]["verdict"], "failed", "{again}");
}

#[test]
fn totals_that_are_withheld_or_cannot_be_read_have_a_line() {
    let (ledger, asked) = (Ledger::tiny(), json!({}));
    let said = |files: Files<'_>| {
        let found = conclude(&mut Check::default(), &ledger, &asked, files, as_it_is);
        line(&found, "Shown totals").map(str::to_owned)
    };
    assert_eq!(said(&[]), None, "nobody asked for any");
    let [withheld, unreadable] = [None, Some(&b"<html>"[..])].map(|totals| said(&[("totals", totals)]));
    assert!(withheld.as_ref().is_some_and(|says| says.contains("could not be had")), "{withheld:?}");
    assert!(unreadable.as_ref().is_some_and(|says| says.contains("cannot be read")), "{unreadable:?}");
}

#[test]
fn a_strangers_log_of_the_same_name_does_not_block_the_one_that_the_reader_trusts() {
    let (ledger, stranger) = (Ledger::tiny(), strange());
    let seen = stranger.checkpoint(1).to_string();
    let files = [("seen", Some(seen.as_bytes()))];
    let found = |asked: Value| conclude(&mut Check::default(), &ledger, &asked, &files, as_it_is);
    let own = found(json!({ "policy": policy_of(&ledger) }));
    assert!(line(&own, "Seen before").is_some_and(|says| says.contains("not seen this log before")), "{own}");
    assert!(own["seen"].is_string(), "it takes the stranger's place: {own}");
    // Without one of the reader's own, nobody says which of both is the log, and what was seen is kept.
    for asked in [json!({}), json!({ "policy": policy_of(&ledger), "policy_is_beside": true })] {
        let told = found(asked);
        assert_eq!((&told["told"]["verdict"], &told["seen"]), (&json!("unreadable"), &Value::Null), "{told}");
    }
}

/// A log that the trust file does not know takes nobody's place.
#[test]
fn what_was_seen_stays_before_a_log_that_is_not_trusted() {
    let (ledger, stranger) = (Ledger::tiny(), strange());
    let seen = ledger.checkpoint(4).to_string();
    let files = [("seen", Some(seen.as_bytes()))];
    let third = format!("log {}\nquorum none\n", log_key("third").verifier());
    for policy in [policy_of(&ledger), third] {
        let told = conclude(&mut Check::default(), &stranger, &json!({ "policy": policy }), &files, as_it_is);
        assert_eq!((&told["told"]["verdict"], &told["seen"]), (&json!("failed"), &Value::Null), "{told}");
    }
}

#[test]
fn evidence_that_holds_convicts_and_is_no_yes() {
    let (ledger, mut check) = (Ledger::tiny(), Check::default());
    let mut forked = strange();
    forked.log = log_key(ORIGIN);
    forked.entries.extend(ledger.entries[1..].to_vec());
    let asked = json!({ "policy": policy_of(&ledger) });
    let seen = forked.checkpoint(4).to_string();
    let found = conclude(&mut check, &ledger, &asked, &[("seen", Some(seen.as_bytes()))], as_it_is);
    let evidence = found["evidence"]["text"].as_str().expect("evidence");
    assert_eq!(found["told"]["convicts"], false, "the verdict about a log is none about evidence");
    for asked in [asked.clone(), json!({})] {
        let answer = ask(&mut check, "file", &asking(&asked, &[("fork.evidence", Some(evidence.as_bytes()))]));
        assert_eq!((&answer["told"]["convicts"], &answer["told"]["verdict"]), (&json!(true), &json!("verified")));
    }
    let broken = evidence.replacen("size ", "size 1", 1).replacen("\n\n", "\n\n\n", 1);
    let answer = ask(&mut check, "file", &asking(&asked, &[("fork.evidence", Some(broken.as_bytes()))]));
    assert_ne!(answer["told"]["convicts"], true, "{answer}");
}
