//! Manifests: the two that were written by hand, and one with every key there is.

use protokol::domain::manifest::{Manifest, TurnoutSigners};
use protokol::intake::toml::manifest::{read_manifest, render_manifest};

const GEORGIA_2016: &str = include_str!("../../../docs/elections/georgia-2016/manifest.toml");
const GEORGIA_2018: &str = include_str!("../../../docs/elections/georgia-2018/manifest.toml");

/// Every optional key, every stage, role, comparison and sort of term, ids with dots, texts with quotes.
const EVERYTHING: &str = r#"
id          = "xx-test-2024"
kind        = "presidential"
polling_day = "2024-02-07"
utc_offset  = "-03:30"
authority   = 'The "Central" \ Commission'
tiers       = ["central", "con.stituency", "precinct"]
title       = { en = "Test", az = "Sınaq" }
origin      = "elections.example/xx"
publish_not_before = 2024-02-07T19:00:00+04:00

[commissions]
central         = { members = 18, quorum = 12 }
"con.stituency" = { members = 9, quorum = 6 }
precinct        = { members = 6, quorum = 4 }

[declared]
precinct        = 6537
"con.stituency" = 125

[legal_basis]
reference = "Decree 1"
date      = 2023-12-07
signatory = "The President"

[turnout]
signers = "chair_or_secretary"
hours   = ["10:00", "15:00", "24:00"]

[[deadline]]
tier  = "precinct"
hours = 24
[[deadline]]
tier  = "con.stituency"
hours = 48

[[contest]]
id    = "main"
title = { en = "President" }
[[contest]]
id          = "by-election"
polling_day = 2024-03-01
title       = {}
unit        = "80"

[[item]]
key      = "on.list"
label    = { en = "On the list" }
stage    = "opening"
role     = "electorate"
[[item]]
key      = "-odd"
label    = { en = "Odd name" }
stage    = "count"
optional = true
[[item]]
key      = "valid"
label    = { en = "Valid" }
stage    = "count"
role     = "valid"
[[item]]
key      = "invalid"
label    = { en = "Invalid" }
stage    = "count"
role     = "invalid"
[[item]]
key      = "issued"
label    = { en = "Issued" }
stage    = "count"
role     = "turnout"

[[check]]
code     = "E1"
left     = ["votes", "-invalid", "1 -odd", "-2 -odd"]
op       = "!="
right    = ["97 invalid", "-3 valid", "-votes"]
severity = "error"
says     = { en = "It does not add up" }
[[check]]
code     = "W4"
left     = ["97 invalid"]
op       = ">="
right    = ["3 valid"]
severity = "warning"
says     = { en = "Many invalid papers" }
[[check]]
code     = "W5"
left     = ["valid"]
op       = "<"
right    = ["on.list"]
severity = "warning"
says     = { en = "x" }
[[check]]
code     = "W6"
left     = ["valid"]
op       = ">"
right    = ["0 on.list"]
severity = "warning"
says     = { en = "x" }
"#;

fn manifest(text: &str) -> Manifest {
    read_manifest("manifest.toml", text).unwrap_or_else(|e| panic!("{e:?}")).manifest
}

#[test]
fn what_is_written_reads_back() {
    for text in [GEORGIA_2016, GEORGIA_2018, EVERYTHING] {
        let manifest = manifest(text);
        let rendered = render_manifest(&manifest, "elections.example/xx");
        let read = read_manifest("again.toml", &rendered).unwrap_or_else(|e| panic!("{e:?}\n{rendered}"));
        assert_eq!(read.manifest, manifest, "{rendered}");
        assert_eq!(read.origin.as_deref(), Some("elections.example/xx"));
    }
}

#[test]
fn every_key_is_understood() {
    let manifest = manifest(EVERYTHING);
    assert!(!manifest.rehearsal);
    assert_eq!(manifest.publish_not_before.map(|t| t.to_string()).as_deref(), Some("2024-02-07T15:00:00.000Z"));
    assert_eq!(manifest.tiers.iter().map(|tier| tier.declared).collect::<Vec<_>>(), [None, Some(125), Some(6537)]);
    assert_eq!(manifest.turnout.signers, TurnoutSigners::ChairOrSecretary);
    assert_eq!(manifest.turnout.hours.len(), 3);
    assert_eq!(manifest.deadlines[1].hours, 48);
    assert_eq!(manifest.contests[0].polling_day, manifest.polling_day);
    assert_eq!(manifest.contests[1].unit.as_ref().map(|unit| unit.as_str()), Some("80"));
    assert_eq!(manifest.form.checks[0].right[0].coefficient, 97);
    assert_eq!(manifest.form.checks[0].left[3].coefficient, -2);
    assert!(manifest.form.items[1].optional);
}

#[test]
fn a_manifest_is_silent_on_turnout_and_origin_by_default() {
    let file = read_manifest("manifest.toml", GEORGIA_2018).expect("the manifest of 2018");
    assert_eq!(file.manifest.turnout.signers, TurnoutSigners::AnyMember);
    assert!(file.manifest.turnout.hours.is_empty());
    assert_eq!(file.origin, None);
}

/// The same with the two keys that [`EVERYTHING`] does not have, as it is written: what stands in every founded ledger.
#[test]
fn every_key_is_written_where_it_always_was() {
    let with = |text: &str, before: &str, more: &str| text.replacen(before, &format!("{more}\n{before}"), 1);
    let more = with(EVERYTHING, "[legal_basis]", "[invalidity]\nunits = \"2/5\"\nvoters = \"1/4\"");
    let more = with(&more, "publish_not_before", "complaint_hours = 72\nrehearsal = true");
    assert_eq!(render_manifest(&manifest(&more), "elections.example/xx"), WRITTEN);
}

const WRITTEN: &str = r#"origin             = "elections.example/xx"  # the log's name
id                 = "xx-test-2024"          # the election's name in files
kind               = "presidential"
polling_day        = 2024-02-07
utc_offset         = "-03:30"
authority          = "The \"Central\" \\ Commission"  # who holds the election
rehearsal          = true                    # whether the keys are demonstration keys
tiers              = ["central", "con.stituency", "precinct"]  # top first; protocols come from the last
title              = { az = "Sınaq", en = "Test" }
publish_not_before = "2024-02-07T15:00:00.000Z"  # no figure leaves the ledger for outsiders before
complaint_hours    = 72                      # within which a complaint may be filed after what it is against

[commissions]
central         = { members = 18, quorum = 12 }
"con.stituency" = { members = 9, quorum = 6 }
precinct        = { members = 6, quorum = 4 }

[declared]
"con.stituency" = 125   # units
precinct        = 6537  # units

[legal_basis]
reference = "Decree 1"
date      = 2023-12-07
signatory = "The President"

[turnout]
signers = "chair_or_secretary"  # any_member, chair_or_secretary or quorum
hours   = ["10:00", "15:00", "24:00"]  # for which reports are due

[invalidity]
units  = "2/5"  # more than this share of the precincts without a result …
voters = "1/4"  # … holding more than this share of the voters

[[deadline]]
tier  = "precinct"
hours = 24          # after the end of the polling day

[[deadline]]
tier  = "con.stituency"
hours = 48               # after the end of the polling day

[[contest]]
id          = "main"
polling_day = 2024-02-07
title       = { en = "President" }

[[contest]]
id          = "by-election"
polling_day = 2024-03-01
title       = {  }
unit        = "80"           # the unit it is held in

[[item]]
key   = "on.list"
label = { en = "On the list" }
stage = "opening"
role  = "electorate"

[[item]]
key      = "-odd"
label    = { en = "Odd name" }
stage    = "count"
optional = true                 # a paper may leave it out

[[item]]
key   = "valid"
label = { en = "Valid" }
stage = "count"
role  = "valid"

[[item]]
key   = "invalid"
label = { en = "Invalid" }
stage = "count"
role  = "invalid"

[[item]]
key   = "issued"
label = { en = "Issued" }
stage = "count"
role  = "turnout"

[[check]]
code     = "E1"
left     = ["votes", "-invalid", "1 -odd", "-2 -odd"]
op       = "!="
right    = ["97 invalid", "-3 valid", "-votes"]
severity = "error"
says     = { en = "It does not add up" }

[[check]]
code     = "W4"
left     = ["97 invalid"]
op       = ">="
right    = ["3 valid"]
severity = "warning"
says     = { en = "Many invalid papers" }

[[check]]
code     = "W5"
left     = ["valid"]
op       = "<"
right    = ["on.list"]
severity = "warning"
says     = { en = "x" }

[[check]]
code     = "W6"
left     = ["valid"]
op       = ">"
right    = ["0 on.list"]
severity = "warning"
says     = { en = "x" }
"#;
