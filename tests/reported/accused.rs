//! A false accusation: honest logs that were called altered.

use super::desk::desk;

#[test]
fn what_file_managers_leave_in_the_journal_is_no_segment() {
    let machine = desk();
    for name in
        [".DS_Store", "._00000000000000000000.frames", "desktop.ini", "00000000000000000000.frames~", "0.frames"]
    {
        machine.write(&format!("ledger/journal/{name}"), "no frames at all");
    }
    let verified = machine.ok("verify");
    assert!(verified.out.contains("journal/desktop.ini"), "it is told: {verified}");
    assert!(machine.ok("submit new.submission").err.contains("journal/.DS_Store"), "and to who writes");
    machine.ok("verify");
    machine.ok("tally --inside");
}
