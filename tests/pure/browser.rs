//! What a page asks of the verifier, asked natively: bytes in, bytes out.

use protokol::browser::answers::Answers;
use protokol::browser::check::Check;
use protokol::browser::parcel;
use protokol::ledger::entry::Serial;
use protokol::ledger::entry::look;
use protokol::verify::replay::Replay;
use serde_json::Value;

use crate::kit::tiny::Ledger;

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
