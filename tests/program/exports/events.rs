//! The exports of events: every one of them, as `log` has it.

use serde_json::{Value, json};

use super::{export, rehearsed};

fn lines(further: &str) -> Vec<Value> {
    export("ndjson", further).lines().map(super::json).collect()
}

#[test]
fn every_event_is_a_line_as_the_log_tells_it() {
    let (lines, log) = (lines(""), rehearsed().ok("log --json").lines());
    assert_eq!(lines.len(), log.len() + 1);
    for (line, told) in lines[1..].iter().zip(&log) {
        let mut line = line.clone();
        let author = line.as_object_mut().expect("an object").remove("author").expect("its author");
        assert!(author["unit"].is_string() || author["observer"].is_string(), "{author}");
        assert_eq!(line, *told);
    }
    let checkpoint = rehearsed().json("show checkpoint");
    for name in ["origin", "size", "root", "fingerprint"] {
        assert_eq!(lines[0]["checkpoint"][name], checkpoint[name]);
    }
    assert_eq!((&lines[0]["as_of"], &lines[0]["rehearsal"]), (&checkpoint["size"], &json!(true)));
}

#[test]
fn the_author_is_told_by_seat() {
    let lines = lines("");
    let of = |kind: &str| lines.iter().find(|line| line["kind"] == kind).expect("one of each")["author"].clone();
    assert_eq!(of("ElectionCalled"), json!({ "unit": "CEC", "seats": [1, 2] }));
    assert_eq!(of("ProtocolSubmitted"), json!({ "unit": "01.001", "seats": [1, 2] }));
    assert_eq!(of("CopyFiled"), json!({ "observer": "watch" }));
}

#[test]
fn an_earlier_size_has_the_events_before_it() {
    let (whole, part) = (lines(""), lines(" --at 30"));
    assert_eq!(part.len(), 31);
    assert_eq!(part[1..], whole[1..31]);
    assert_eq!((&part[0]["checkpoint"], &part[0]["as_of"]), (&whole[0]["checkpoint"], &json!(30)));
}

#[test]
fn the_event_log_has_the_same_events() {
    let log = super::json(&export("nist-log", ""));
    let events = log["Device"][0]["Event"].as_array().expect("a list");
    let told = rehearsed().ok("log --json").lines();
    assert_eq!(events.len(), told.len());
    for (event, told) in events.iter().zip(&told) {
        assert_eq!(event["Sequence"], told["sequence"].to_string());
        let pairs = [("Hash", "event"), ("TimeStamp", "arrival"), ("Id", "kind"), ("Description", "says")];
        assert!(pairs.iter().all(|(theirs, ours)| event[*theirs] == told[*ours]), "{event} {told}");
        assert!(event["UserId"].is_string() && event["Disposition"] == "success", "{event}");
    }
    assert_eq!(super::json(&export("nist-log", " --at 0"))["Device"][0]["Event"], json!([]));
}
