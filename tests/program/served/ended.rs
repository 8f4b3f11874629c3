//! A thread of the service that dies of a defect: whoever hands in is told since when and why nothing is written, nothing
//! was acknowledged that is not there, and the next start takes what was refused.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use protokol::domain::code::Code;
use protokol::domain::time::Millis;
use protokol::server::api::writing::ending::Ending;
use protokol::server::api::writing::notice::ServiceNotice;
use protokol::server::api::writing::state::State;
use protokol::server::operating::Operating;

use super::{Answer, BYTES, exchange, founded, operated};
use crate::kit::small::{SMALL, after};

const REST: Duration = Duration::from_secs(600);

fn clock() -> Millis {
    after(86_400_000)
}

/// While it is armed, whoever asks next what time it is dies of it: the writer, in its turn.
static ARMED: AtomicBool = AtomicBool::new(false);

fn deadly_clock() -> Millis {
    assert!(!ARMED.swap(false, Ordering::SeqCst), "this clock kills");
    clock()
}

/// That it is told as an end, with the moment and the reason, to whoever hands in and to the operator.
fn is_told(refused: Answer, state: &State, operating: &Operating) {
    let since = state.ended().expect("it has ended").since;
    let problem = refused.clone().is(503).problem(&Code::U22.to_string());
    assert!(problem["says"].as_str().is_some_and(|says| says.contains(&since.to_string())), "{problem} {since}");
    assert_eq!(refused.header("retry-after"), None, "it does not pass by itself");
    let ready = operating.readiness.told();
    assert!(ready.reasons.get("writer").is_some_and(|why| why.contains("defect")), "{ready:?}");
    let metrics = operating.metrics.told();
    assert!(metrics.contains("\nprotokol_writing 0\n"), "{metrics}");
}

#[test]
fn a_writer_that_dies_in_its_turn_acknowledges_nothing_and_says_why() {
    let machine = founded(&SMALL);
    let (running, state, operating) = operated(&machine, deadly_clock, 100, REST);
    let address = running.address();
    let hand_in = |place: usize| {
        let paper = SMALL.structure()[place].to_file();
        exchange(address, "POST", "/v1/submissions", &[BYTES], &paper).expect("an answer")
    };
    hand_in(0).is(201);
    ARMED.store(true, Ordering::SeqCst);
    for _ in 0..2 {
        is_told(hand_in(1), &state, &operating);
    }
    let size = state.now().size;
    let totals = exchange(address, "GET", "/v1/checkpoint", &[], &[]).expect("reading goes on").is(200).json();
    assert_eq!((size.0, &totals["size"]), (2, &2.into()), "{totals}");
    running.stop().expect("the door still ends as it is told");

    machine.ok("verify ledger");
    let (running, ..) = operated(&machine, clock, 100, REST);
    let again = SMALL.structure()[1].to_file();
    exchange(running.address(), "POST", "/v1/submissions", &[BYTES], &again).expect("an answer").is(201);
    running.stop().expect("it ends as it was told");
    machine.ok("verify ledger");
}

#[test]
fn a_thread_without_which_nothing_is_written_ends_the_writing_once() {
    let machine = founded(&SMALL);
    let (running, state, operating) = operated(&machine, clock, 100, REST);
    let told = Arc::new(Mutex::new(0));
    let telling = Arc::clone(&told);
    let tell = move |notice: &ServiceNotice<'_>| {
        assert!(matches!(notice, ServiceNotice::Ended(_)), "{notice:?}");
        *telling.lock().expect("nobody panics") += 1;
    };
    let ending = Ending::new(Arc::clone(&state), clock, Arc::new(tell));
    // Whoever ends as it should ends nothing.
    ending.thread("needed", || {}).join().expect("it does nothing");
    assert!(state.ended().is_none());
    for _ in 0..2 {
        assert!(ending.thread("needed", || panic!("a defect")).join().is_err());
    }
    assert_eq!(*told.lock().expect("nobody panics"), 1);
    let paper = SMALL.structure()[0].to_file();
    let refused = exchange(running.address(), "POST", "/v1/submissions", &[BYTES], &paper).expect("an answer");
    is_told(refused, &state, &operating);
    assert_eq!(state.now().size.0, 1);
    running.stop().expect("it ends as it was told");
    machine.ok("verify ledger");
}
