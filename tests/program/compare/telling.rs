//! What `compare` and `verify EVIDENCE` say, to people and to programs.

use std::path::Path;

use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::proof::verify_consistency;
use serde_json::{Value, json};

use super::{EVENING, MORNING, night, signed_by};
use crate::kit::program::Machine;
use crate::kit::tiny::*;

/// A machine with the evening of a night, its morning, and the morning of another history, as ledgers; and with
/// checkpoints, a receipt and a policy.
fn machine() -> Machine {
    let machine = Machine::new();
    let (ledger, other) = (night(7), night(9));
    let mut evening = night(7);
    evening.entries.truncate(EVENING);
    evening.write(&machine.path("evening"));
    ledger.write(&machine.path("morning"));
    other.write(&machine.path("other"));
    machine.write("evening.checkpoint", ledger.checkpoint(EVENING).to_string());
    machine.write("morning.checkpoint", ledger.checkpoint(MORNING).to_string());
    machine.write("policy", format!("log {}\nquorum none\n", ledger.log.verifier()));
    let mut tree = Tree::default();
    evening.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    let (place, signed) = (protokol::domain::number::Sequence(3), ledger.checkpoint(EVENING));
    let proof = tree.prove_inclusion(place, tree.size()).expect("inside");
    let receipt = Receipt::new(Some(evening.entries[3].clone()), place, proof, signed).expect("a receipt");
    machine.write("evening.tlog-proof", receipt.to_string());
    machine
}

/// What was printed is what is kept beside this test.
fn is_golden(name: &str, printed: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/compare/golden").join(name);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(printed, kept, "{name}\n{printed}");
}

fn roots(state: &Value) -> (u64, protokol::crypto::hash::TreeHash) {
    let root = protokol::crypto::base64::decode_hash(state["root"].as_str().expect("a root")).expect("a hash");
    (state["size"].as_u64().expect("a size"), protokol::crypto::hash::TreeHash(root))
}

#[test]
fn a_continuation_is_told_figure_by_figure() {
    let machine = machine();
    is_golden("continuation.txt", &machine.ok("compare evening morning").out);
    is_golden("continuation.az.txt", &machine.ok("compare evening morning --lang az").out);
    is_golden("continuation.ru.txt", &machine.ok("compare evening morning --lang ru").out);
    let told = machine.json("compare evening morning");
    is_golden("continuation.json", &format!("{told:#}\n"));
    let figures = json!([{ "item": "cand_01", "before": 7, "after": 8 }]);
    assert_eq!(told["changes"][0]["correction"]["changes"], figures);
    // A stranger can check it.
    let hash = |text: &Value| {
        protokol::crypto::hash::TreeHash(
            protokol::crypto::base64::decode_hash(text.as_str().expect("base64")).expect("a hash"),
        )
    };
    let proof: Vec<_> = told["proof"].as_array().expect("a proof").iter().map(hash).collect();
    let [(old, old_root), (new, new_root)] = [roots(&told["old"]), roots(&told["new"])];
    assert_eq!(
        verify_consistency(
            old.to_string().parse().expect("a size"),
            &old_root,
            new.to_string().parse().expect("a size"),
            &new_root,
            &proof
        ),
        Ok(())
    );
}

/// A checkpoint, a receipt, a published folder and a tar are sides like any other.
#[test]
fn every_form_of_a_log_is_a_side() {
    let machine = machine();
    machine.ok("export --ledger morning --out published --quiet");
    machine.ok("export --ledger morning --out morning.tar --quiet");
    let whole = machine.json("compare evening morning");
    for old in ["evening", "evening.checkpoint", "evening.tlog-proof"] {
        for new in ["morning", "published", "morning.tar"] {
            assert_eq!(machine.json(&format!("compare {old} {new}")), whole, "{old} {new}");
        }
    }
    let equal = machine.json("compare published morning.checkpoint");
    assert_eq!((&equal["relation"], &equal["changes"], &equal["proof"]), (&json!("equal"), &json!([]), &json!([])));
}

#[test]
fn an_older_state_is_a_rollback_and_told_as_one() {
    let machine = machine();
    is_golden("rollback.txt", &machine.run("compare morning evening").exits(1).out);
    let told = machine.run("compare morning evening --json").exits(1).json();
    assert_eq!((&told["relation"], told["changes"].as_array().map(Vec::len)), (&json!("rollback"), Some(4)));
    assert_eq!(told["totals"][0]["before"]["in_force"], 1);
    assert_eq!(told["totals"][0]["after"]["totals"]["cand_01"], 7);
}

#[test]
fn a_fork_leaves_evidence_that_needs_nobody() {
    let machine = machine();
    let file = "fork.evidence";
    let told = machine.run(&format!("compare evening other --evidence {file}")).exits(1);
    is_golden("fork.txt", &told.out);
    is_golden("fork.evidence", &machine.text(file));
    let json = machine.run(&format!("compare evening other --evidence {file} --json")).exits(1).json();
    is_golden("fork.json", &format!("{json:#}\n"));
    assert_eq!(json["first_difference"]["sequence"], 3);
    // The very same is not written twice; anything else that stands there is not written over.
    machine.write("mine", "my own file");
    let error = machine.fails("compare evening other --evidence mine", 7);
    assert_eq!((error["code"].as_str(), machine.text("mine").as_str()), (Some("U5"), "my own file"));

    let alone = Machine::new();
    machine.hand(file, &alone);
    machine.hand("policy", &alone);
    is_golden("verify-fork.txt", &alone.ok("verify fork.evidence").out);
    is_golden("verify-fork.az.txt", &alone.ok("verify fork.evidence --lang az").out);
    is_golden("verify-fork.ru.txt", &alone.ok("verify fork.evidence --lang ru").out);
    is_golden("verify-fork.json", &format!("{:#}\n", alone.json("verify fork.evidence --policy policy")));
    // From the other side it is the same evidence, and without a name it is named after both.
    machine.run("compare other evening").exits(1);
    let named: Vec<_> = machine.files().into_keys().filter(|path| path.to_string_lossy().contains("fork-")).collect();
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!(std::fs::read_to_string(machine.folder().join(&named[0])).expect("readable"), machine.text(file));
}

#[test]
fn evidence_is_believed_only_where_it_proves_something() {
    let machine = machine();
    machine.run("compare evening other --evidence fork.evidence").exits(1);
    let good = machine.text("fork.evidence");
    let told = |text: &str, typed: &str| {
        machine.write("changed.evidence", text);
        machine.run(&format!("verify changed.evidence{typed} --json"))
    };
    // The policy knows another log only.
    machine.write("other.policy", format!("log {}\nquorum none\n", log_key("another").verifier()));
    let failed = told(&good, " --policy other.policy").exits(1).json();
    assert_eq!((&failed["verdict"], &failed["faults"][0]["code"]), (&json!("failed"), &json!("V12")));
    // A fingerprint from elsewhere must be one of the two.
    let [old, new] = ["old", "new"].map(|side| {
        let verified = told(&good, "").exits(0).json();
        verified["fork"][side]["fingerprint"].as_str().expect("a fingerprint").replace(' ', "")
    });
    assert_ne!(old, new);
    for expected in [&old, &new] {
        assert_eq!(told(&good, &format!(" --expect {expected}")).exits(0).json()["trust"], "expected");
    }
    let failed = told(&good, &format!(" --expect {}", "0".repeat(64))).exits(1).json();
    assert_eq!(failed["faults"][0]["code"], "V11");
    // Signatures that do not stand, checkpoints that agree, bytes that are none.
    let (ledger, head) = (night(7), good.split_once("\n\n").expect("a division").0);
    let note = ledger.checkpoint(EVENING).to_string();
    let lines: String = head
        .lines()
        .map(|line| match line.split_once(' ') {
            Some((name @ ("old" | "new"), _)) => format!("{name} {}\n", note.len()),
            _ => format!("{line}\n"),
        })
        .collect();
    let root = protokol::crypto::base64::encode(&ledger.checkpoint(EVENING).checkpoint().root.0);
    let until_root = lines.split_once("root ").expect("a root line").0;
    let agree = format!("{until_root}root {root}\n\n{note}{note}");
    let failed = told(&agree, "").exits(1).json();
    assert_eq!((&failed["verdict"], &failed["faults"][0]["code"]), (&json!("failed"), &json!("V27")));
    let forged = format!("{until_root}root {root}\n\n{note}{note}").replace("log tiny", "log tinx");
    assert_eq!(told(&forged, "").exits(3).error()["code"], "U3");
    assert_eq!(told(&good.replace('\n', "\r\n"), "").exits(3).error()["code"], "V29");
}

#[test]
fn what_cannot_be_compared_is_told_apart() {
    let machine = machine();
    let fails = |typed: &str, exit, code: &str| {
        let error = machine.fails(typed, exit);
        assert_eq!(error["code"], code, "{typed}: {error}");
    };
    fails("compare evening morning.checkpoint", 3, "U3");
    fails("compare evening.checkpoint morning.checkpoint", 2, "U1");
    fails("compare evening.checkpoint morning.checkpoint --policy policy", 3, "U3");
    fails("compare evening policy", 3, "U3");
    fails("compare evening nowhere", 10, "V18");
    let foreign = signed_by(night(7), log_key("another"));
    machine.write("foreign.checkpoint", foreign.checkpoint(EVENING).to_string());
    fails("compare foreign.checkpoint morning", 1, "V8");
    fails("compare foreign.checkpoint morning --policy policy", 1, "V12");
    // A published log whose entries do not give its own checkpoint.
    machine.ok("export --ledger other --out published --quiet");
    machine.write("published/checkpoint", night(7).checkpoint(MORNING).to_string());
    fails("compare evening published", 1, "V7");
    let told = machine.run("compare evening.checkpoint unrelated.checkpoint --json");
    assert_eq!(told.exit, 7, "there is no such file");
}

/// Before the publication the relation is told, and no figure.
#[test]
fn no_figure_passes_a_closed_gate() {
    let machine = Machine::new();
    let mut manifest = tiny_manifest();
    manifest.publish_not_before = Some(instant(4_000_000_000_000));
    let mut ledger = Ledger::default();
    let precinct = commission(&manifest, "P1", "precinct", Some("TOP"));
    let top: &[By<'_>] = &[("TOP", "1")];
    ledger.say(protokol::domain::statement::Body::ElectionCalled(founding(manifest, "TOP")), top).expect("admissible");
    ledger.say(protokol::domain::statement::Body::CommissionFormed(precinct), top).expect("admissible");
    ledger.say(candidate(1, "Ada Example"), top).expect("admissible");
    machine.write("before", ledger.checkpoint(3).to_string());
    let counted = protocol("P1", &[4321], &[(1, 4321)]);
    ledger.say(protokol::domain::statement::Body::ProtocolSubmitted(counted), &[("P1", "1")]).expect("admissible");
    ledger.write(&machine.path("ledger"));
    let closed = machine.ok("compare before ledger");
    let value = machine.json("compare before ledger");
    assert!(!closed.out.contains("4321") && !closed.out.contains("4 321"), "{closed}");
    assert!(!value.to_string().contains("4321"), "{value}");
    assert_eq!((&value["relation"], &value["totals"]), (&json!("continuation"), &Value::Null));
    assert_eq!(value["changes"][0]["says"], "P1, round-1: protocol submitted");
    let inside = machine.ok("compare before ledger --inside");
    assert!(inside.out.contains("4 321"), "{inside}");
}
