//! A disk that forgets while the service runs: the scrub tells, and says nothing else.

use std::fs;
use std::time::Duration;

use protokol::domain::code::Code;
use protokol::domain::time::Millis;

use super::{BYTES, exchange, founded, operated, soon};
use crate::kit::small::{SMALL, after};

fn clock() -> Millis {
    after(86_400_000)
}

#[test]
fn what_is_not_as_it_was_sealed_is_told_while_the_service_runs() {
    let machine = founded(&SMALL);
    let (running, state, operating) = operated(&machine, clock, 100, Duration::from_millis(20));
    for paper in SMALL.structure() {
        exchange(running.address(), "POST", "/v1/submissions", &[BYTES], &paper.to_file()).expect("an answer").is(201);
    }
    let size = state.now().size;
    let scrub = || state.now().scrub;
    // While papers come in and when they are in, nothing is told of a sound ledger.
    soon("it does not read everything", || (scrub().size == size).then_some(()));
    assert!(scrub().files.is_empty() && scrub().finished_at.is_some(), "{:?}", scrub());
    let metrics = operating.metrics.told();
    assert!(metrics.contains("\nprotokol_scrub_age_seconds 0\n"), "{metrics}");

    // At once, as whoever reads it meanwhile must see the one or the other.
    let put = |file: &str, bytes: &[u8]| {
        machine.write("swap", bytes);
        fs::rename(machine.path("swap"), machine.path(file)).expect("it is ours");
    };
    let change = |file: &str| {
        let sound = machine.read(file);
        let mut damaged = sound.clone();
        damaged[sound.len() / 2] ^= 1;
        put(file, &damaged);
        sound
    };
    let (tile, bundle) =
        (format!("ledger/published/tile/0/000.p/{size}"), format!("ledger/published/tile/entries/000.p/{size}"));
    let journal = "ledger/journal/00000000000000000000.frames";
    let files = [(journal, Code::V1), (tile.as_str(), Code::V21), (bundle.as_str(), Code::V7)];
    for (file, code) in files {
        let sound = change(file);
        let name = file.strip_prefix("ledger/").expect("it lies in the ledger");
        let told = soon("it is not told", || (!scrub().files.is_empty()).then(scrub));
        assert_eq!(told.files.get(name), Some(&code), "{told:?}");
        put(file, &sound);
        soon("it is told for ever", || scrub().files.is_empty().then_some(()));
    }
    running.stop().expect("it ends as it was told");
}
