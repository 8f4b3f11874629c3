//! Real elections, rehearsed by the program and held against oracles that another program computed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A rehearsed ledger, made once for all tests of this file.
struct Rehearsed {
    _folder: TempDir,
    ledger: PathBuf,
}

fn election(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elections").join(name)
}

fn protokol(ledger: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_protokol"));
    command.arg("--ledger").arg(ledger).args(arguments);
    command.output().expect("the program runs")
}

fn json_lines(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout.clone()).expect("JSON is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn rehearse(name: &str) -> Rehearsed {
    let folder = TempDir::new().expect("a temporary folder");
    let ledger = folder.path().join("ledger");
    let source = election(name);
    let done = protokol(&ledger, &["rehearse", source.to_str().expect("a plain path")]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Rehearsed { _folder: folder, ledger }
}

fn georgia_2018() -> &'static Path {
    static LEDGER: OnceLock<Rehearsed> = OnceLock::new();
    &LEDGER.get_or_init(|| rehearse("georgia-2018")).ledger
}

fn georgia_2016() -> &'static Path {
    static LEDGER: OnceLock<Rehearsed> = OnceLock::new();
    &LEDGER.get_or_init(|| rehearse("georgia-2016")).ledger
}

fn expected(name: &str) -> Value {
    let text = std::fs::read_to_string(election(name).join("expected.json")).expect("the oracle is there");
    serde_json::from_str(&text).expect("the oracle is JSON")
}

fn contest<'v>(tally: &'v Value, id: &str) -> &'v Value {
    let contests = tally["contests"].as_array().expect("contests");
    contests.iter().find(|contest| contest["id"] == id).expect("the contest is there")
}

/// Units by contest and code.
fn found(ledger: &Path) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for finding in json_lines(&protokol(ledger, &["findings", "--json"])) {
        let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
        let fresh = found.entry((text("contest"), text("code"))).or_default().insert(text("unit"));
        assert!(fresh, "one finding for a unit and code: {finding}");
    }
    found
}

fn named(units: &Value) -> BTreeSet<String> {
    units.as_array().into_iter().flatten().map(|unit| unit.as_str().expect("a unit").to_owned()).collect()
}

#[test]
fn georgia_2018_totals_are_those_of_the_oracle() {
    let tally = &json_lines(&protokol(georgia_2018(), &["tally", "--json"]))[0];
    let oracle = expected("georgia-2018");
    for round in ["round-1", "round-2"] {
        let contest = contest(tally, round);
        assert_eq!(contest["totals"], oracle[round]["totals"], "{round}");
        assert_eq!(contest["in_force"], oracle[round]["protocols"], "{round}");
        assert_eq!(contest["units_expected"], 3694, "{round}");
        assert_eq!(contest["awaited"], 0, "{round}");
    }
}

#[test]
fn georgia_2018_findings_are_exactly_those_of_the_oracle() {
    let oracle = expected("georgia-2018");
    let mut should: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for round in ["round-1", "round-2"] {
        for (code, units) in oracle[round]["findings"].as_object().expect("findings") {
            should.insert((round.to_owned(), code.clone()), named(units));
        }
        let cells = oracle[round]["summary_cells_that_do_not_add_up"].as_array().expect("cells");
        let units = cells.iter().map(|cell| cell[0].as_str().expect("a unit").to_owned()).collect();
        should.insert((round.to_owned(), "S1".to_owned()), units);
    }
    assert_eq!(found(georgia_2018()), should);
}

#[test]
fn georgia_2018_summary_cells_are_exactly_those_of_the_oracle() {
    let mut cells = BTreeSet::new();
    for finding in json_lines(&protokol(georgia_2018(), &["findings", "--code", "S1", "--json"])) {
        for cell in finding["cells"].as_array().expect("cells") {
            let list = Value::from(vec![
                finding["unit"].clone(),
                cell["item"].clone(),
                cell["stated"].clone(),
                cell["expected"].clone(),
            ]);
            cells.insert((finding["contest"].as_str().expect("a contest").to_owned(), list.to_string()));
        }
    }
    let oracle = expected("georgia-2018");
    let of_round = |round: &'static str| {
        let list = oracle[round]["summary_cells_that_do_not_add_up"].as_array().expect("cells");
        list.iter().map(move |cell| (round.to_owned(), cell.to_string()))
    };
    assert_eq!(cells, of_round("round-1").chain(of_round("round-2")).collect());
}

#[test]
fn georgia_2018_constituencies_sum_to_the_whole() {
    let tally = &json_lines(&protokol(georgia_2018(), &["tally", "--tier", "constituency", "--json"]))[0];
    let oracle = expected("georgia-2018");
    for round in ["round-1", "round-2"] {
        let contests = tally["contests"].as_array().expect("contests");
        let units: Vec<_> = contests.iter().filter(|contest| contest["id"] == round).collect();
        assert_eq!(units.len(), 74, "{round}");
        for (key, total) in oracle[round]["totals"].as_object().expect("totals") {
            let sum: u64 = units.iter().map(|unit| unit["totals"][key].as_u64().unwrap_or(0)).sum();
            assert_eq!(Some(sum), total.as_u64(), "{round} {key}");
        }
    }
}

#[test]
fn georgia_2018_verifies_under_the_policy_of_the_readme_and_has_its_fingerprint() {
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("keys/georgia-2018.policy");
    let ledger = georgia_2018().to_str().expect("a plain path");
    let policy = policy.to_str().expect("a plain path");
    let report = &json_lines(&protokol(georgia_2018(), &["verify", ledger, "--policy", policy, "--json"]))[0];
    assert_eq!(report["verdict"], "verified");
    assert_eq!(report["trust"], "policy");
    assert_eq!(report["events"], 33_498);
    assert_eq!(report["signatures"], 149_776);
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("it is there");
    let fingerprint = report["fingerprint"].as_str().expect("a fingerprint");
    assert!(readme.contains(fingerprint), "the README shows another fingerprint than {fingerprint}");
}

#[test]
fn georgia_2018_as_it_stood_before_the_first_protocol_has_nulls_and_no_zeros() {
    let tally = &json_lines(&protokol(georgia_2018(), &["tally", "--at", "18572", "--json"]))[0];
    let contest = contest(tally, "round-2");
    assert_eq!(contest["in_force"], 0);
    assert_eq!(contest["awaited"], 3694);
    assert!(contest["totals"].as_object().expect("totals").values().all(Value::is_null), "{contest}");
}

#[test]
fn georgia_2016_totals_are_those_of_the_oracle() {
    let tally = &json_lines(&protokol(georgia_2016(), &["tally", "--json"]))[0];
    let oracle = expected("georgia-2016");
    assert_eq!(contest(tally, "pr")["totals"], oracle["totals"]);
    assert_eq!(contest(tally, "pr")["in_force"], oracle["protocols"]);
}

#[test]
fn georgia_2016_findings_are_exactly_those_of_the_oracle() {
    let oracle = expected("georgia-2016");
    let mut should = BTreeMap::new();
    for (code, units) in oracle["findings"].as_object().expect("findings") {
        should.insert(("pr".to_owned(), code.clone()), named(units));
    }
    let (differ, in_votes) = (named(&oracle["copies_that_differ"]), named(&oracle["copies_whose_votes_differ"]));
    should.insert(("pr".to_owned(), "C2".to_owned()), differ.difference(&in_votes).cloned().collect());
    should.insert(("pr".to_owned(), "C1".to_owned()), in_votes);
    assert_eq!(found(georgia_2016()), should);
}

/// The oracle has the cells of twenty copies: item, copy, protocol.
#[test]
fn georgia_2016_copies_differ_in_the_cells_of_the_oracle() {
    let oracle = expected("georgia-2016");
    let of_code = |code: &str| json_lines(&protokol(georgia_2016(), &["findings", "--json", "--code", code]));
    let findings: Vec<Value> = ["C1", "C2"].into_iter().flat_map(of_code).collect();
    assert_eq!(findings.len(), named(&oracle["copies_that_differ"]).len(), "one copy a unit");
    let cells = oracle["cells"].as_object().expect("cells by unit");
    assert_eq!(cells.len(), 20);
    for (unit, cells) in cells {
        let finding = findings.iter().find(|finding| finding["unit"] == **unit).expect("it differs");
        let told = finding["cells"].as_array().expect("cells").iter();
        let text = |figure: &Value| figure.as_i64().map_or_else(String::new, |figure| figure.to_string());
        let cell = |cell: &Value| json!([cell["item"], text(&cell["stated"]), text(&cell["expected"])]);
        let mut told: Vec<_> = told.map(cell).collect();
        let mut should = cells.as_array().expect("a list").clone();
        let by_item = |cell: &Value| cell[0].as_str().map(str::to_owned);
        should.sort_by_key(by_item);
        told.sort_by_key(by_item);
        assert_eq!(told, should, "{unit}");
    }
}

/// Where each frame of a segment begins, and how long it is.
fn frames(segment: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < segment.len() {
        let frame = protokol::ledger::files::frame::decode(&segment[at..]).expect("an undamaged journal");
        found.push((at, frame.bytes));
        at += frame.bytes;
    }
    found
}

/// Three hundred flipped bits and more, as many to a copy as a hundred, never two in neighbouring frames: each is told with
/// its frame's place.
#[test]
fn georgia_2018_flipped_bits_are_all_told_with_their_place() {
    let journal = georgia_2018().join("journal");
    let mut segments: Vec<_> =
        std::fs::read_dir(&journal).expect("the journal").map(|entry| entry.expect("readable").path()).collect();
    segments.sort();
    let contents: Vec<_> = segments.iter().map(|segment| std::fs::read(segment).expect("readable")).collect();
    let places: Vec<_> = contents
        .iter()
        .enumerate()
        .flat_map(|(segment, content)| frames(content).into_iter().step_by(2).map(move |frame| (segment, frame)))
        .collect();
    // How many there are depends on how many papers a turn took, and so on how busy the machine was.
    let at_a_time = places.len().min(100);
    assert!(at_a_time >= 10, "{at_a_time} frames");
    let mut chance = 0x5eed_u64;
    let mut below = |limit: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).expect("31 bits") % limit
    };
    for _ in 0..300usize.div_ceil(at_a_time) {
        let folder = TempDir::new().expect("a temporary folder");
        let copy = folder.path().join("ledger");
        std::fs::create_dir_all(copy.join("journal")).expect("writable");
        for file in ["seal", "manifest.toml", "log.vkey"] {
            std::fs::copy(georgia_2018().join(file), copy.join(file)).expect("copied");
        }
        let mut damaged = contents.clone();
        let mut chosen = BTreeSet::new();
        while chosen.len() < at_a_time {
            chosen.insert(places[below(places.len())]);
        }
        for (segment, (offset, length)) in &chosen {
            damaged[*segment][offset + below(*length)] ^= 1 << below(8);
        }
        for (segment, content) in segments.iter().zip(&damaged) {
            std::fs::write(copy.join("journal").join(segment.file_name().expect("a name")), content).expect("written");
        }
        let done = protokol(&copy, &["verify", copy.to_str().expect("a plain path"), "--json"]);
        assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stderr));
        let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        let place = |fault: &Value| {
            (fault["file"].as_str().unwrap_or_default().to_owned(), fault["offset"].as_u64().unwrap_or(u64::MAX))
        };
        let told: BTreeSet<_> = report["faults"].as_array().expect("faults").iter().map(place).collect();
        for (segment, (offset, _)) in &chosen {
            let name = segments[*segment].file_name().expect("a name").to_string_lossy();
            assert!(told.contains(&(format!("journal/{name}"), *offset as u64)), "{name} from byte {offset}");
        }
    }
}
