//! What readers take, and what they tell once.

mod verdicts;
use protokol::domain::statement::Body;

use crate::stages::bodies;
use crate::stages::office::Stage;

#[test]
fn one_fact_was_told_twice_after_a_correction() {
    let office = Stage::Evening.own();
    let quorum = &["01.002-1", "01.002-2"];
    office.take(vec![(bodies::correction("01.002", office.protocol_of("01.002")), quorum)]);
    // The opening of 01.001 said 900; both versions of its protocol say otherwise.
    let quorum = &["01.001-1", "01.001-2"];
    for serial in ["AA 000002", "AA 000003"] {
        let Body::ProtocolCorrected(mut corrected) = bodies::correction("01.001", office.protocol_of("01.001")) else {
            unreachable!("it is one")
        };
        corrected.protocol.form_serial = bodies::of(serial);
        corrected.protocol.figures.items[0] = Some(protokol::domain::number::Count(901));
        office.take(vec![(Body::ProtocolCorrected(corrected), quorum)]);
    }
    let told = office.machine.ok("findings --lang en").out;
    let lines: Vec<_> = told.lines().collect();
    let once: std::collections::BTreeSet<_> = lines.iter().collect();
    assert_eq!(lines.len(), once.len(), "no line stands twice: {told}");
    let of = |code: &str| lines.iter().filter(|line| line.starts_with(code)).count();
    assert_eq!((of("O1"), of("O2")), (1, 2), "01.001; 01.002 and 01.003: {told}");
}
