//! Whose a key is, also where two keys begin alike: nobody finds such a pair, and nothing may depend on that.

use protokol::crypto::key::PublicKey;
use protokol::domain::commission::MemberReplaced;
use protokol::domain::event::{Author, Event, RecordedEvent};
use protokol::domain::id::{EventHash, StatementHash};
use protokol::domain::number::{Seat, Sequence};
use protokol::domain::state::{KeyOf, State};
use protokol::domain::statement::{Body, Statement};

use crate::kit::tiny::*;

/// A key of these first bytes, and of this last one.
fn key(first: u8, last: u8) -> PublicKey {
    let mut key = [first; 32];
    key[31] = last;
    PublicKey(key)
}

/// What was signed by the top, as if the rules had admitted it.
fn apply(state: &mut State, body: Body) {
    let sequence = Sequence(state.size().0);
    let hash = [u8::try_from(sequence.0).expect("a handful of events"); 32];
    let ledger = state.election().map_or(EventHash::NONE.into(), |election| election.ledger());
    let statement = Statement { ledger, said_at: instant(0), body };
    let event = Event { statement, hash: StatementHash(hash), author: Author::commission(id("TOP"), [Seat(1)]) };
    state.apply(&RecordedEvent { event, sequence, hash: EventHash(hash), arrival: instant(0) });
}

/// A state with a precinct in whose first seat this key is.
fn form(state: &mut State, unit: &str, key: PublicKey) {
    let mut formed = commission(&tiny_manifest(), unit, "precinct", Some("TOP"));
    formed.members.truncate(1);
    formed.members[0].key = key;
    apply(state, Body::CommissionFormed(formed));
}

fn replace(state: &mut State, unit: &str, key: PublicKey) {
    let mut member = commission(&tiny_manifest(), unit, "precinct", Some("TOP")).members.remove(0);
    member.key = key;
    apply(state, Body::MemberReplaced(MemberReplaced { unit: id(unit), reason: text("illness"), member }));
}

/// Which unit's first seat a key is of, and whether it is in force.
fn held(state: &State, key: PublicKey) -> Option<(String, bool)> {
    let holder = state.election().expect("it is founded").holder(&key)?;
    let KeyOf::Seat(unit, Seat(1)) = holder.of else { return None };
    Some((unit.to_string(), holder.in_force))
}

#[test]
fn keys_that_begin_alike_are_told_apart() {
    let of = |unit: &str, in_force| Some((unit.to_owned(), in_force));
    let mut state = State::default();
    apply(&mut state, Body::ElectionCalled(founding(tiny_manifest(), "TOP")));
    let [first, second, third, fourth] = [1, 2, 3, 4].map(|last| key(9, last));
    form(&mut state, "P1", first);
    form(&mut state, "P2", second);
    assert_eq!([first, second, third].map(|key| held(&state, key)), [of("P1", true), of("P2", true), None]);
    replace(&mut state, "P1", third);
    replace(&mut state, "P2", fourth);
    let now = [first, second, third, fourth].map(|key| held(&state, key));
    assert_eq!(now, [of("P1", false), of("P2", false), of("P1", true), of("P2", true)]);
    replace(&mut state, "P1", key(8, 1));
    let now = [first, third, key(8, 1), key(8, 2)].map(|key| held(&state, key));
    assert_eq!(now, [of("P1", false), of("P1", false), of("P1", true), None]);
}
