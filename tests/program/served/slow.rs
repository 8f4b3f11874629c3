//! What takes long is made for so many, and nobody holds the places of all.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::statement::Body;
use protokol::domain::time::Millis;
use protokol::server::api::bounds::SCRUB_REST;
use protokol::server::limits::Limits;

use super::{BYTES, Served, exchange, founded, in_process, soon};
use crate::kit::small::{SMALL, after, decision, of, quorum, signed};

/// While it is shut, whoever asks what time it is waits.
static SHUT: AtomicBool = AtomicBool::new(false);

fn slow_clock() -> Millis {
    while SHUT.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(5));
    }
    after(86_400_000)
}

#[test]
fn one_address_waits_for_so_much_and_others_are_served_meanwhile() {
    let machine = founded(&SMALL);
    let (running, _) = in_process(&machine, slow_clock, 100, SCRUB_REST);
    let address = running.address();
    SHUT.store(true, Ordering::Relaxed);
    // A kit asks what time it is; its bytes are no text, and come as none.
    let ask =
        move |number: usize| exchange(address, "GET", "/v1/kit?unit=T", &[("X-Number", &number.to_string())], &[]);
    let most = Limits::SERVICE.slow_answers_per_address;
    let asking: Vec<_> = (0..most + 3).map(|number| thread::spawn(move || ask(number))).collect();
    soon("nobody is asked to come again", || {
        (asking.iter().filter(|asked| asked.is_finished()).count() == 3).then_some(())
    });
    assert_eq!(exchange(address, "GET", "/v1/codes", &[], &[]).expect("it answers").status, 200);
    SHUT.store(false, Ordering::Relaxed);
    let answers: Vec<_> = asking.into_iter().filter_map(|asked| asked.join().expect("it is asked")).collect();
    assert_eq!(answers.len(), 3, "{answers:?}");
    for full in answers {
        let full = full.is(503);
        full.problem("U24");
        assert!(full.header("retry-after").is_some_and(|after| after.parse::<u16>().is_ok()));
    }
    assert!(ask(0).is_none(), "who has gone leaves his place");
    running.stop().expect("it ends as it was told");
}

/// What is said of a size names no contest that was called later, before and after it is.
#[test]
fn a_contest_that_is_called_later_was_not_there() {
    let served = Served::ready(&SMALL);
    let size = served.get("/v1/checkpoint").json()["size"].as_u64().expect("a size");
    let paths = [format!("/v1/totals/{size}"), format!("/v1/turnout?at={size}")];
    let before = paths.each_ref().map(|path| served.get(path).is(200).body);
    let contest = Contest { id: of("later"), title: Default::default(), unit: None, polling_day: of("2026-03-01") };
    let called = Body::ContestCalled(ContestCalled { decision: decision(), contest });
    served.post(&[BYTES], &signed(SMALL.ledger(), after(9), called, &quorum("T")).to_file()).is(201);
    // Packed in no way that was asked for before: it is made again.
    let packed = [("Accept-Language", "az")];
    let again =
        paths.each_ref().map(|path| exchange(served.address, "GET", path, &packed, &[]).expect("it answers").body);
    assert_eq!(again, before);
    assert_eq!(served.get("/v1/totals").json()["data"].as_array().map(Vec::len), Some(3));
    let typed = served.machine.json(&format!("tally --at {size}"));
    assert_eq!(typed["contests"].as_array().map(Vec::len), Some(2), "{typed}");
}

#[test]
fn what_a_killed_process_left_keeps_no_export_from_being_made() {
    let served = Served::ready(&SMALL);
    let rest = std::env::temp_dir().join(format!("protokol-{}-0", served.child.id()));
    std::fs::create_dir(&rest).expect("nobody made it");
    let made = served.get("/v1/exports/csv");
    std::fs::remove_dir(&rest).expect("nobody took it away, or put anything into it");
    made.is(200);
}
