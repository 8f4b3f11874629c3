//! Numbers that leave with their proofs: what is shown is what the file proves, wherever it was read from, and no unit can be
//! left out.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Sequence;
use protokol::ledger::files::snapshots::SnapshotRecord;
use serde_json::Value;

use crate::kit::election;
use crate::kit::numbers::{Numbers, row};
use crate::kit::program::{Machine, envelopes};
use crate::kit::stored::lay_rows;

/// An election of six precincts, of which the last has sent nothing.
fn machine() -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 6);
    machine.ok("rehearse election");
    machine.write("policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
    machine
}

/// The log's own signer: a rehearsal's is everybody's.
fn log() -> NoteSigner {
    let origin = "protokol.example/example-2030/rehearsal";
    NoteSigner::new(origin.parse().expect("a name"), SecretKey::demonstration("log:", origin))
}

fn proved(machine: &Machine, file: &str) -> Value {
    machine.json(&format!("verify {file} --policy policy"))
}

/// The rows of one line of a proof.
fn rows<'a>(proof: &'a Value, claim: &str) -> &'a Vec<Value> {
    let lines = proof["proved"].as_array().expect("lines");
    let line = lines.iter().find(|line| line["claim"] == claim).unwrap_or_else(|| panic!("no {claim} in {lines:#?}"));
    line["rows"].as_array().expect("rows")
}

fn says(proof: &Value) -> String {
    let lines = proof["proved"].as_array().expect("lines").iter();
    lines.flat_map(|line| line["says"].as_array().expect("sentences")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_tally_is_told_as_without_a_proof_and_each_of_its_numbers_is_proved() {
    let machine = machine();
    assert_eq!(machine.ok("tally --proof whole.proof").out, machine.ok("tally").out);
    let (proof, tally) = (proved(&machine, "whole.proof"), machine.json("tally"));
    let said = says(&proof);
    for candidate in tally["contests"][0]["candidates"].as_array().expect("candidates") {
        let votes = candidate["votes"].as_u64().expect("votes");
        let sentence = format!("the total of candidate {} in unit CEC was {votes}, contest main", candidate["number"]);
        assert!(said.replace('\u{a0}', "").contains(&sentence), "{sentence}\n{said}");
    }
    assert_eq!(proof["size"], tally["size"]);
    // What stands there already is not written over.
    assert_eq!(machine.fails("tally --proof whole.proof", 7)["code"], "U5");
}

#[test]
fn a_page_of_a_tier_leaves_no_unit_out() {
    let machine = machine();
    machine.ok("tally --tier precinct --proof page.proof");
    let proof = proved(&machine, "page.proof");
    let below: Vec<_> = rows(&proof, "all below/01/").iter().map(|row| row["key"].as_str().expect("a key")).collect();
    let listed = machine.json("tally --tier precinct");
    let listed: Vec<_> =
        listed["contests"].as_array().expect("units").iter().map(|unit| unit["unit"].clone()).collect();
    assert!(!rows(&proof, "all below/CEC/").is_empty());
    for unit in &listed {
        let unit = unit.as_str().expect("a name");
        rows(&proof, &format!("row total/main/{unit}"));
    }
    assert_eq!(below.len(), listed.len());
    // A page that leaves one out is no proof any more.
    let text = machine
        .text("page.proof")
        .replace("all below/01/", "all below/01")
        .replace("= below/01/01.006", "= below/02/01.006");
    machine.write("short.proof", text);
    assert_eq!(machine.run("verify short.proof --policy policy --json").exits(1).json()["faults"][0]["code"], "V31");
}

#[test]
fn a_unit_is_proved_with_its_events_and_what_it_did_not_send() {
    let machine = machine();
    machine.ok("show 01.001 --proof unit.proof");
    let proof = proved(&machine, "unit.proof");
    let kinds: Vec<_> = proof["sources"].as_array().expect("events").iter().map(|event| &event["kind"]).collect();
    assert!(kinds.iter().any(|kind| *kind == "ProtocolSubmitted"), "{kinds:?}");
    assert!(proof["sources"].as_array().expect("events").iter().any(|event| event["body"]["figures"].is_object()));
    assert_eq!(rows(&proof, "row paper/main/01.001").len(), 1);
    machine.ok("show 01.006 --proof silent.proof");
    let said = says(&proved(&machine, "silent.proof"));
    assert!(said.contains("unit 01.006 had sent nothing in contest main"), "{said}");
    assert!(said.contains("no observer had filed a copy of unit 01.006"), "{said}");
    assert_eq!(machine.fails("show checkpoint --proof x.proof", 2)["code"], "U1");
    assert_eq!(machine.fails("show nowhere --proof x.proof", 2)["code"], "U9");
}

#[test]
fn an_event_is_proved_by_the_row_that_names_it() {
    let machine = machine();
    for at in 0..envelopes(&machine.path("ledger")).len() {
        machine.ok(&format!("show {at} --proof {at}.proof"));
        let (proof, shown) = (proved(&machine, &format!("{at}.proof")), machine.json(&format!("show {at}")));
        let events = proof["sources"].as_array().expect("events");
        assert_eq!((events.len(), &events[0]["event"]), (1, &shown["event"]), "{at}");
        let of_log = machine.ok(&format!("show {at} --from ledger/published --proof {at}-log.proof"));
        assert_eq!(of_log.out, machine.ok(&format!("show {at}")).out);
        assert_eq!(machine.text(&format!("{at}.proof")), machine.text(&format!("{at}-log.proof")));
    }
    let answer = machine.json("show 3 --proof -");
    assert_eq!(answer["proof"], machine.text("3.proof"));
}

#[test]
fn a_list_of_events_is_proved_whole_or_line_by_line() {
    let machine = machine();
    for asked in ["log", "log --unit 01.001", "log --after 3 --kind protocol"] {
        let (file, listed) = (format!("{}.proof", asked.len()), machine.ok(asked).out);
        assert_eq!(machine.ok(&format!("{asked} --proof {file}")).out, listed);
        let proof = proved(&machine, &file);
        let events: Vec<_> = proof["sources"].as_array().expect("events").iter().map(|one| &one["event"]).collect();
        let lines = machine.ok(&format!("{asked} --json")).lines();
        assert_eq!(events, lines.iter().map(|line| &line["event"]).collect::<Vec<_>>(), "{asked}");
    }
    let lines = machine.ok("log --unit 01.001 --json --proof -").lines();
    machine.write("last.proof", lines.last().expect("a line")["proof"].as_str().expect("a proof"));
    assert_eq!(proved(&machine, "last.proof")["sources"][0]["event"], lines.last().expect("a line")["event"]);
    assert_eq!(machine.fails("log --unit 01.006 --kind protocol --proof none.proof", 2)["code"], "U1");
    assert_eq!(machine.fails("log --follow --proof x.proof", 2)["code"], "U1");
    assert!(!machine.has("none.proof") && !machine.has("x.proof"));
}

#[test]
fn an_export_is_proved_with_every_row_of_its_kinds() {
    let machine = machine();
    for format in super::exports::formats() {
        machine.ok(&format!("export --format {format} --out {format}.out --proof {format}.proof"));
        let proof = proved(&machine, &format!("{format}.proof"));
        assert_eq!(rows(&proof, "all unit/").len(), 8, "{format}");
        assert_eq!(rows(&proof, "all paper/").len(), 5, "{format}");
    }
    let said = |file: &str| proved(&machine, file)["sources"].as_array().expect("events").len();
    assert!(said("csv.proof") > 8 && said("ndjson.proof") == 0, "a table has the events that say its figures");
    assert!(!rows(&proved(&machine, "csv.proof"), "all total/").is_empty());
    machine.ok("export --format csv --at 1 --out early.out --proof early.proof");
    assert!(machine.text("early.proof").contains("\ngrown "));
    let answer = machine.json("export --format csv --out again.out --proof -");
    assert_eq!(answer["proof"], machine.text("csv.proof"));
    for asked in ["", "--kit ", "--receipt 3 ", "--format tiles "] {
        assert_eq!(machine.fails(&format!("export {asked}--out x.out --proof x.proof"), 2)["code"], "U1", "{asked}");
    }
    assert!(!machine.has("x.out") && !machine.has("x.proof"));
}

#[test]
fn an_earlier_size_is_proved_where_the_log_signed_it() {
    let machine = machine();
    machine.ok("tally --at 1 --proof early.proof");
    let (proof, whole) = (proved(&machine, "early.proof"), machine.json("tally"));
    assert!(says(&proof).contains("at size 1 the papers of contest main in unit CEC were"), "{proof:#}");
    assert!(machine.text("early.proof").contains("\ngrown "), "the checkpoint is of a later size");
    assert_ne!(proof["size"], whole["size"]);
    let sizes = machine.read("ledger/snapshots");
    let sizes = sizes.chunks(104).map(|record| u64::from_le_bytes(record[..8].try_into().expect("eight bytes")));
    let sizes: Vec<u64> = sizes.collect();
    let gap = sizes.windows(2).find(|pair| pair[1] > pair[0] + 1).expect("a turn of several events");
    let failure = machine.fails(&format!("tally --at {} --proof none.proof", gap[0] + 1), 2);
    assert_eq!(failure["code"], "U9");
    assert!(failure["do"].to_string().contains(&format!("{}, {}", gap[0], gap[1])), "{failure:#}");
    // A way that leads from another state is none.
    let text = machine.text("early.proof");
    let line = text.lines().find(|line| line.starts_with("grown ")).expect("one").to_owned();
    machine.write("short.proof", text.replacen(&format!("{line}\n"), "", 1));
    assert_eq!(machine.run("verify short.proof --policy policy --json").exits(1).json()["faults"][0]["code"], "V31");
}

/// A log that signs what its events do not come to is convicted by one file, wherever the log was read; an honest one by
/// none.
#[test]
fn a_false_snapshot_is_written_down_as_evidence() {
    let machine = machine();
    machine.ok("verify --evidence none.evidence");
    assert!(!machine.has("none.evidence"), "an honest log is not convicted");
    let entries = envelopes(&machine.path("ledger"));
    let log = log();
    let lie = Numbers::of(&entries, log).lying("in-force 4\n", "in-force 5\n").snapshot();
    machine.write("ledger/published/snapshot", lie.to_string());
    let told = machine.run("verify").exits(1);
    assert!(told.out.contains("V30") && told.err.contains("--evidence"), "{told}");
    machine.run("verify --evidence ledger.evidence").exits(1);
    machine.run("verify ledger/published --evidence published.evidence").exits(1);
    assert_eq!(machine.text("ledger.evidence"), machine.text("published.evidence"));
    std::fs::remove_dir_all(machine.path("ledger")).expect("it is there");
    assert!(machine.ok("verify ledger.evidence --policy policy").out.contains("VERIFIED"));
    assert_eq!(machine.fails("verify ledger.evidence --evidence x", 2)["code"], "U1");
}

/// Where the log's own store shows what it signed, a few rows convict it.
#[test]
fn a_log_is_convicted_by_a_few_of_its_own_rows() {
    let machine = machine();
    let entries = envelopes(&machine.path("ledger"));
    let log = log();
    let lie = Numbers::of(&entries, self::log()).lying("in-force 4\n", "in-force 5\n");
    lay(&machine, &lie);

    machine.run("verify --evidence rows.evidence").exits(1);
    let text = machine.text("rows.evidence");
    assert!(text.starts_with("protokol.rows@v1\n"), "{text}");
    machine.run("verify ledger/published --evidence fold.evidence").exits(1);
    assert!(text.len() < machine.text("fold.evidence").len(), "{} bytes", text.len());
    std::fs::remove_dir_all(machine.path("ledger")).expect("it is there");
    let told = machine.run("verify rows.evidence --policy policy").exits(1);
    assert!(told.out.contains("contradict each other: row total/main/"), "{told}");
    assert!(told.out.contains("`in-force 5`") && told.out.contains("`in-force 4`"), "{told}");
    let told = machine.run("verify rows.evidence --policy policy --json").exits(1).json();
    assert_eq!((&told["verdict"], &told["proved"]), (&"failed".into(), &serde_json::json!([])));
    // Under another log's key it accuses nobody.
    let stranger = NoteSigner::new(log.verifier().name().clone(), SecretKey::from_seed(&[5; 32]));
    machine.write("other.policy", format!("log {}\nquorum none\n", stranger.verifier()));
    let told = machine.run("verify rows.evidence --policy other.policy --json").exits(1).json();
    let codes: Vec<_> = told["faults"].as_array().expect("a list").iter().map(|fault| &fault["code"]).collect();
    assert!(!codes.contains(&&"V30".into()), "{told:#}");
}

/// Puts the rows of a lie where the log has its own, and signs them as the log does.
fn lay(machine: &Machine, lie: &Numbers) {
    lay_rows(&machine.path("ledger/sled"), &lie.rows);
    let snapshot = lie.snapshot();
    let record = SnapshotRecord::of(&snapshot, log().verifier()).expect("it signed").encode();
    let mut kept = machine.read("ledger/snapshots");
    kept.truncate(kept.len() - record.len());
    machine.write("ledger/snapshots", [&kept[..], &record[..]].concat());
    machine.write("ledger/published/snapshot", snapshot.to_string());
}

/// A log that leaves a paper out of its rows, and of every sum, says nothing that contradicts itself; the paper convicts it.
#[test]
fn a_log_is_convicted_by_an_event_that_it_leaves_out() {
    let machine = machine();
    let paper = machine.ok("log --unit 01.001 --kind protocol --json").lines()[0]["sequence"].as_u64().expect("one");
    let entries = envelopes(&machine.path("ledger"));
    let lie = Numbers::of(&entries, log()).without(Sequence(paper));
    lay(&machine, &lie);
    machine.ok("show 01.001 --proof silent.proof");
    assert!(
        proved(&machine, "silent.proof")["faults"].as_array().expect("a list").is_empty(),
        "it does not contradict"
    );
    machine.run("verify --evidence unnamed.evidence").exits(1);
    let text = machine.text("unnamed.evidence");
    assert!(text.starts_with("protokol.unnamed@v1\n"), "{text}");
    machine.run("verify ledger/published --evidence fold.evidence").exits(1);
    assert!(2 * text.len() < machine.text("fold.evidence").len(), "{} bytes", text.len());
    std::fs::remove_dir_all(machine.path("ledger")).expect("it is there");
    let told = machine.ok("verify unnamed.evidence --policy policy");
    let says = format!("event {paper} is in the log");
    assert!(
        told.out.contains("VERIFIED") && told.out.contains(&says) && told.out.contains("paper/main/01.001"),
        "{told}"
    );
    let told = machine.json("verify unnamed.evidence --policy policy");
    assert_eq!((&told["verdict"], &told["events"]), (&"verified".into(), &2.into()));
    machine.write("mailed.evidence", text.replace('\n', "\r\n"));
    assert_eq!(machine.fails("verify mailed.evidence", 3)["code"], "V29");
    machine.write("torn.evidence", &text[..text.len() / 2]);
    assert_eq!(machine.fails("verify torn.evidence", 3)["code"], "U3");
    let hash = text.find("\nhash ").expect("a part that is not shown") + "\nhash ".len();
    let other = if &text[hash..=hash] == "Q" { "R" } else { "Q" };
    machine.write("other.evidence", [&text[..hash], other, &text[hash + 1..]].concat());
    assert_eq!(machine.run("verify other.evidence --json").exits(1).json()["faults"][0]["code"], "V27");
}

/// Somebody was handed a proof that a precinct had sent nothing, of an earlier size; the log tells everybody else the truth. The
/// proof beside the published log convicts it, by the paper alone.
#[test]
fn a_proof_that_somebody_was_handed_convicts_its_log() {
    let machine = machine();
    let paper = machine.ok("log --unit 01.001 --kind protocol --json").lines()[0]["sequence"].as_u64().expect("one");
    let entries = envelopes(&machine.path("ledger"));
    let size = usize::try_from(paper).expect("small") + 3;
    assert!(size < entries.len());
    let numbers = || Numbers::of(&entries[..size], log());
    let asked = [row("paper/main/01.001"), row("total/main/01.001")];
    machine.write("silent.proof", numbers().without(Sequence(paper)).prove(&asked, &[]).to_string());
    machine.write("true.proof", numbers().prove(&asked, &[]).to_string());
    machine
        .write("sum.proof", numbers().lying("votes 1 ", "votes 1 9").prove(&[row("total/main/CEC")], &[]).to_string());
    machine.write("silent.snapshot", numbers().without(Sequence(paper)).snapshot().to_string());
    assert!(proved(&machine, "silent.proof")["faults"].as_array().expect("a list").is_empty(), "alone it says nothing");
    for log in ["ledger", "ledger/published"] {
        assert_eq!(machine.json(&format!("compare true.proof {log} --policy policy"))["relation"], "continuation");
        for (file, form, sides) in [
            ("silent.proof", "protokol.unnamed@v1", format!("silent.proof {log}")),
            ("silent.proof", "protokol.unnamed@v1", format!("{log} silent.proof")),
            ("sum.proof", "protokol.fold@v1", format!("sum.proof {log}")),
            ("silent.snapshot", "protokol.fold@v1", format!("silent.snapshot {log}")),
        ] {
            let written = "handed.evidence";
            let told = machine.run(&format!("compare {sides} --policy policy --evidence {written}")).exits(1);
            assert!(told.out.contains("CONTRADICTION") && told.out.contains(written), "{told}");
            let told = machine.run(&format!("compare {sides} --evidence {written} --json")).exits(1).json();
            assert_eq!(
                (&told["relation"], told["numbers"]["snapshots"].as_array().map(Vec::len)),
                (&"contradiction".into(), Some(1))
            );
            assert!(machine.text(written).starts_with(form), "{file}");
            assert!(machine.ok(&format!("verify {written} --policy policy")).out.contains("VERIFIED"), "{file}");
            std::fs::remove_file(machine.path(written)).expect("it is there");
        }
    }
    // What somebody else signed is nothing that the log said.
    let stranger = NoteSigner::new(log().verifier().name().clone(), SecretKey::from_seed(&[5; 32]));
    let framed = Numbers { log: stranger, ..numbers().without(Sequence(paper)) };
    machine.write("framed.proof", framed.prove(&asked, &[]).to_string());
    let told = machine.run("compare framed.proof ledger/published --policy policy --json");
    assert!(told.exit != 0 && !told.out.contains("contradiction"), "{told}");
    let files = machine.files();
    assert!(
        !files.keys().any(|file| file.extension().is_some_and(|ending| ending == "evidence")),
        "{:?}",
        files.keys()
    );
}

#[test]
fn a_published_log_gives_the_same_proofs() {
    let machine = machine();
    machine.ok("tally --proof ledger.proof");
    machine.ok("tally ledger/published --proof published.proof");
    assert_eq!(machine.text("ledger.proof"), machine.text("published.proof"));
    machine.ok("findings --proof findings.proof");
    assert!(says(&proved(&machine, "findings.proof")).contains("finding/"));
    std::fs::remove_file(machine.path("ledger/published/snapshot")).expect("it is there");
    assert_eq!(machine.fails("tally ledger/published --proof none.proof", 2)["code"], "U9");
}

/// The sizes that the log signed its numbers at.
fn signed_sizes(machine: &Machine) -> Vec<u64> {
    let records = machine.read("ledger/snapshots");
    records.chunks(104).map(|record| u64::from_le_bytes(record[..8].try_into().expect("eight bytes"))).collect()
}

/// The state that the log was in at a size, as it signed it.
fn state(machine: &Machine, size: u64) -> String {
    let entries = envelopes(&machine.path("ledger"));
    Numbers::of(&entries[..usize::try_from(size).expect("small")], log()).signed().to_string()
}

/// A total as a comparison tells it, beside the row that its proof shows.
fn is_proved(machine: &Machine, file: &str, told: &Value) {
    let proof = proved(machine, file);
    let row = &rows(&proof, "row total/main/CEC")[0]["value"];
    let says = |line: String| assert!(row.as_array().expect("lines").contains(&line.clone().into()), "{line}\n{row}");
    says(format!("in-force {}", told["in_force"]));
    says(format!("expected {}", told["units_expected"]));
    for candidate in told["candidates"].as_array().expect("candidates") {
        if let Some(votes) = candidate["votes"].as_u64() {
            says(format!("votes {} {votes}", candidate["number"]));
        }
    }
}

#[test]
fn what_was_before_and_what_is_now_are_proved() {
    let machine = machine();
    let sizes = signed_sizes(&machine);
    let [.., small, _] = sizes[..] else { panic!("{sizes:?}") };
    machine.write("old.checkpoint", state(&machine, small));
    let asked = "compare old.checkpoint ledger --proof now.proof --proof-before then.proof";
    assert_eq!(machine.ok(asked).out, machine.ok("compare old.checkpoint ledger").out);
    let told = machine.json("compare old.checkpoint ledger --proof - --proof-before -");
    assert_eq!(told["proof_after"], machine.text("now.proof"));
    assert_eq!(told["proof_before"], machine.text("then.proof"));
    assert_ne!(told["totals"][0]["before"], told["totals"][0]["after"], "{told:#}");
    is_proved(&machine, "then.proof", &told["totals"][0]["before"]);
    is_proved(&machine, "now.proof", &told["totals"][0]["after"]);
    // The same the other way round, and of an equal state.
    let back = machine.run("compare ledger old.checkpoint --proof - --proof-before - --json").exits(1).json();
    assert_eq!((&back["proof_after"], &back["proof_before"]), (&told["proof_before"], &told["proof_after"]));
    let equal = machine.json("compare ledger ledger/published --proof - --proof-before -");
    assert_eq!((&equal["proof_after"], &equal["proof_before"]), (&told["proof_after"], &told["proof_after"]));
    // A number that somebody changes is proved no more.
    let lie = machine.text("then.proof");
    let is = lie.lines().find(|line| line.starts_with("  in-force ")).expect("a total").to_owned();
    machine.write("lie.proof", lie.replace(&is, &format!("{is}0")));
    assert_eq!(machine.run("verify lie.proof --policy policy --json").exits(1).json()["faults"][0]["code"], "V31");
    for option in ["--proof", "--proof-before"] {
        assert!(machine.run(&format!("compare old.checkpoint ledger {option} -")).exits(2).err.contains("U1"));
    }
}

/// What the log signed nothing of, or falsely, has no proof, and then nothing is written.
#[test]
fn a_comparison_is_proved_only_where_the_log_signed_both() {
    let machine = machine();
    let sizes = signed_sizes(&machine);
    let gap = sizes.windows(2).find(|pair| pair[1] > pair[0] + 1).expect("a turn of several events")[0] + 1;
    machine.write("between.checkpoint", state(&machine, gap));
    machine.write("old.checkpoint", state(&machine, sizes[sizes.len() - 2]));
    let refused = "compare between.checkpoint ledger --proof now.proof --proof-before then.proof";
    assert_eq!(machine.fails(refused, 2)["code"], "U9");
    assert!(!machine.has("now.proof") && !machine.has("then.proof"));
    machine.ok("compare between.checkpoint ledger --proof now.proof");
    // What is published has one snapshot, or none.
    machine.ok("compare old.checkpoint ledger/published --proof published.proof");
    assert_eq!(machine.text("published.proof"), machine.text("now.proof"));
    assert_eq!(machine.fails("compare old.checkpoint ledger/published --proof-before x.proof", 2)["code"], "U9");
    std::fs::remove_file(machine.path("ledger/published/snapshot")).expect("it is there");
    assert_eq!(machine.fails("compare old.checkpoint ledger/published --proof x.proof", 2)["code"], "U9");
    let lie = Numbers::of(&envelopes(&machine.path("ledger")), log()).lying("in-force 4\n", "in-force 5\n");
    machine.write("ledger/published/snapshot", lie.snapshot().to_string());
    let failure = machine.fails("compare old.checkpoint ledger/published --proof x.proof", 1);
    assert!(failure.to_string().contains("V30"), "{failure:#}");
    assert!(!machine.has("x.proof"));
}

#[test]
fn a_proof_in_an_answer_needs_an_answer_for_programs() {
    let machine = machine();
    for verb in ["tally", "findings", "show 01.001"] {
        let refused = machine.run(&format!("{verb} --proof -")).exits(2);
        assert!(refused.out.is_empty() && refused.err.contains("U1"), "{refused}");
        assert!(machine.ok(&format!("{verb} --proof - --json")).out.contains("protokol.rows@v1"), "{verb}");
    }
}
