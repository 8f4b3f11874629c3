//! Small elections for tests, as folders. Everybody in them is invented.

use super::program::Machine;

/// A manifest of three tiers with one contest; the numbers of members and of the quorum by tier.
pub fn manifest(rehearsal: bool, sizes: [(u16, u16); 3]) -> String {
    let [top, middle, low] = sizes.map(|(members, quorum)| format!("{{ members = {members}, quorum = {quorum} }}"));
    format!(
        r#"id = "example-2030"
kind = "parliamentary"
polling_day = 2030-05-12
utc_offset = "+04:00"
authority = "Central Commission of Nowhere"
rehearsal = {rehearsal}
tiers = ["central", "constituency", "precinct"]
title = {{ en = "An invented election" }}
[commissions]
central = {top}
constituency = {middle}
precinct = {low}
[[contest]]
id = "main"
title = {{ en = "The contest" }}
[[item]]
key = "listed"
label = {{ en = "Voters on the list" }}
stage = "opening"
role = "electorate"
[[item]]
key = "received"
label = {{ en = "Ballot papers received" }}
stage = "opening"
[[item]]
key = "took"
label = {{ en = "Voters who took a paper" }}
stage = "count"
role = "turnout"
[[item]]
key = "invalid"
label = {{ en = "Invalid papers" }}
stage = "count"
role = "invalid"
[[item]]
key = "valid"
label = {{ en = "Valid votes" }}
stage = "count"
role = "valid"
[[check]]
code = "E1"
left = ["votes"]
op = "="
right = ["valid"]
severity = "error"
says = {{ en = "The votes do not sum to the valid votes" }}
[[check]]
code = "E2"
left = ["valid", "invalid"]
op = "<="
right = ["took"]
severity = "error"
says = {{ en = "More papers in the box than voters who took one" }}
[[check]]
code = "W1"
left = ["valid", "invalid"]
op = ">="
right = ["took"]
severity = "warning"
says = {{ en = "Fewer papers in the box than voters who took one" }}
"#
    )
}

/// Three candidates.
pub const CANDIDATES: &str =
    "contest,number,name_en\nmain,1,Candidate A\nmain,2,Candidate B\nmain,3,\"Candidate C, the third\"\n";

/// The header of every table of figures here.
pub const FIGURES: &str = "listed,received,took,invalid,valid,cand_01,cand_02,cand_03";

/// What is filled into a draft of a protocol here, so that every check holds.
pub const ADDS_UP: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "181"),
    ("invalid", "4"),
    ("valid", "177"),
    ("01", "100"),
    ("02", "60"),
    ("03", "17"),
];

/// A folder to rehearse: one constituency for every twenty precincts. Every table is there, and a few papers do not
/// add up. The last precinct never reports.
pub fn rehearsal(machine: &Machine, folder: &str, precincts: u32) {
    let mut units = "unit,parent,tier,name\nCEC,,central,Central\n".to_owned();
    let mut turnout = "contest,unit,as_of,voters\n".to_owned();
    let mut protocols = format!("contest,unit,{FIGURES}\n");
    let mut copies = format!("contest,unit,observer,{FIGURES}\n");
    let mut corrections = format!("contest,unit,{FIGURES},decision,reason\n");
    for number in 0..precincts {
        let constituency = format!("{:02}", number / 20 + 1);
        if number % 20 == 0 {
            units += &format!("{constituency},CEC,constituency,\n");
        }
        let unit = format!("{constituency}.{:03}", number % 20 + 1);
        units += &format!("{unit},{constituency},precinct,\"School {number}, hall\"\n");
        if number + 1 == precincts {
            continue;
        }
        let (a, b, c) = (100 + number, 60 + number * 7 % 31, 20 + number % 5);
        let valid = a + b + c + u32::from(number % 13 == 4);
        let figures = format!("900,700,{},5,{valid},{a},{b},{c}", a + b + c + 6);
        turnout += &format!("main,{unit},12:00,{}\nmain,{unit},17:00,{}\n", a / 2, a + b);
        protocols += &format!("main,{unit},{figures}\n");
        if number % 3 == 0 {
            copies += &format!("main,{unit},watch,{figures}\n");
        }
        if number % 10 == 1 {
            corrections += &format!("main,{unit},900,700,400,5,{valid},{a},{b},{c},No 7,a recount\n");
        }
    }
    machine.write(&format!("{folder}/manifest.toml"), manifest(true, [(3, 2), (3, 2), (3, 2)]));
    machine.write(&format!("{folder}/candidates.csv"), CANDIDATES);
    let decisions = "contest,unit,decision,reference,reason\nmain,01.003,annul,No 9,the box was open\n";
    for (file, text) in [
        ("units", units),
        ("turnout", turnout),
        ("protocols", protocols),
        ("copies", copies),
        ("corrections", corrections),
        ("decisions", decisions.to_owned()),
    ] {
        machine.write(&format!("{folder}/{file}.csv"), text);
    }
}
