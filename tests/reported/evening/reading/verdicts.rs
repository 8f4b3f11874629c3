//! What a verification says in large letters, and of what is not there.

use crate::office::own_office;

#[test]
fn verified_stood_in_large_letters_where_nobody_had_said_whose_log_it_is() {
    let machine = own_office();
    machine.write("log.policy", format!("log {}quorum none\n", machine.text("published/log.vkey")));
    let fingerprint = machine.json("verify published")["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let consistent = format!("CONSISTENT, owner not proved {fingerprint}");
    for what in ["ledger", "published", "published.tar", "3.tlog-proof"] {
        let done = machine.ok(&format!("verify {what}"));
        assert_eq!(done.out.lines().last(), Some(consistent.as_str()), "{done}");
        // A key or a fingerprint from elsewhere proves it.
        let expected = fingerprint.replace(' ', "");
        for anchor in ["--policy log.policy", &format!("--expect {expected}")] {
            let done = machine.ok(&format!("verify {what} {anchor}"));
            assert_eq!(done.out.lines().last(), Some(format!("VERIFIED {fingerprint}").as_str()), "{done}");
        }
        assert_eq!(machine.json(&format!("verify {what}"))["verdict"], "verified", "for programs it stays");
    }
    for (lang, word) in [("az", "UYĞUNDUR"), ("ru", "НЕПРОТИВОРЕЧИВО")] {
        assert!(machine.ok(&format!("verify ledger --lang {lang}")).out.contains(word));
    }
}

#[test]
fn a_receipt_that_is_not_there_was_called_no_ledger() {
    let machine = own_office();
    for what in ["nosuch.tlog-proof", "nosuch.tar", "folder/nosuch.evidence"] {
        let error = machine.fails(&format!("verify {what}"), 7);
        assert_eq!(error["code"], "U2", "{what}: {error}");
        assert!(error["says"].as_str().is_some_and(|says| says.contains(what)), "{error}");
    }
    assert_eq!(machine.fails("verify nosuch", 10)["code"], "V18");
}
