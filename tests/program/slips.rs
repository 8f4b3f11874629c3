//! A thousand members are enrolled by the slips that they made: what is wrong with ten of them is named, each in its own
//! way, and the commissions of 167 precincts take three signatures.

use std::collections::{BTreeMap, BTreeSet};

#[cfg(feature = "browser")]
use protokol::browser::{answers::Answers, desk::Desk, parcel};
use protokol::crypto::base64;
use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile::{self, KeyFileSeed};
use protokol::domain::commission::Office;
use protokol::domain::number::Seat;
use protokol::ledger::files::slip::{EnrolmentSlip, Holder};
use serde_json::Value;

use crate::kit::election::{CANDIDATES, manifest};
use crate::kit::program::Machine;

const PRECINCTS: u32 = 167;
const MEMBERS: u16 = 6;
const PASSPHRASE: &str = "seven grey herons under the old bridge";
const LOG: &str = "--log-key log.key --passphrase-file pass.txt";

/// The secret key of whoever is called so.
fn key(name: &str) -> SecretKey {
    SecretKey::from_seed(blake3::hash(name.as_bytes()).as_bytes())
}

fn precinct(number: u32) -> String {
    format!("01.{number:03}")
}

/// What a member says; the first is the chair.
fn holder(unit: &str, seat: u16) -> Holder {
    Holder {
        election: "example-2030".parse().expect("an id"),
        unit: unit.parse().expect("a unit"),
        seat: Some(Seat(seat)),
        name: format!("Member {seat} of {unit}").parse().expect("a text"),
        office: [Office::Chair, Office::Secretary, Office::Secretary, Office::Member][usize::min(seat.into(), 4) - 1],
        nominated_by: "Party of Trees".parse().expect("a text"),
    }
}

fn signed(holder: Holder, key: &SecretKey) -> String {
    EnrolmentSlip::sign(holder, key).expect("short enough").to_string()
}

fn slip(unit: &str, seat: u16) -> String {
    signed(holder(unit, seat), &key(&format!("{unit}-{seat}")))
}

fn file(unit: &str, seat: u16) -> String {
    format!("slips/{unit}-{seat}.slip")
}

/// The office of constituency 01: a founded ledger, in which 01 and 02 have their commissions.
fn office() -> Machine {
    let office = Machine::new();
    office.write("pass.txt", PASSPHRASE);
    let mut units =
        "unit,parent,tier,name\nCEC,,central,Central\n01,CEC,constituency,\n02,CEC,constituency,\n".to_owned();
    (1..=PRECINCTS)
        .for_each(|number| units += &format!("{},01,precinct,\"School {number}, hall\"\n", precinct(number)));
    units += "02.001,02,precinct,\n";
    let mut members = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
    for unit in ["CEC", "01", "02"] {
        for seat in 1..=5 {
            let secret = key(&format!("{unit}-{seat}"));
            members += &format!("{unit},{seat},Member {seat},member,,{}\n", secret.public());
            let seed = KeyFileSeed { salt: [7; 16], iv: [7; 16] };
            let sealed = keyfile::seal(&secret, PASSPHRASE, seed).expect("sealed");
            office.write(&format!("{unit}-{seat}.key"), sealed.as_bytes());
        }
    }
    let seed = KeyFileSeed { salt: [8; 16], iv: [8; 16] };
    office.write("log.key", keyfile::seal(&key("log"), PASSPHRASE, seed).expect("sealed").as_bytes());
    office.write("election/manifest.toml", manifest(false, [(5, 3), (5, 3), (MEMBERS, 4)]));
    office.write("election/candidates.csv", CANDIDATES);
    office.write("election/units.csv", units);
    office.write("election/members.csv", members);
    office.ok(&format!("draft founding --from election --log-key {} --out founding.toml", key("log").public()));
    sign(&office, "founding.toml", "CEC-1");
    ["CEC-2", "CEC-3"].iter().for_each(|member| sign(&office, "founding.submission", member));
    office.ok(&format!("init founding.submission {LOG}"));
    office.ok("enrol election/members.csv --out middle");
    ["CEC-1", "CEC-2", "CEC-3"].iter().for_each(|member| sign(&office, "middle", member));
    office.ok(&format!("submit middle {LOG}"));
    office
}

fn sign(office: &Machine, what: &str, member: &str) {
    office.ok(&format!("sign {what} --key {member}.key --passphrase-file pass.txt --yes"));
}

/// Ten slips that are wrong in ten ways, each in a precinct of its own, in the place of a good one: the code that each is
/// told under, and the bytes.
fn ten_ways() -> Vec<(String, &'static str, Vec<u8>)> {
    let of = |number: u32, seat: u16| (precinct(number), seat);
    let other = |number: u32, seat: u16, change: fn(Holder) -> Holder| {
        let (unit, seat) = of(number, seat);
        signed(change(holder(&unit, seat)), &key(&format!("{unit}-{seat} again"))).into_bytes()
    };
    let good = |number: u32, seat: u16| slip(&precinct(number), seat);
    let forged = good(1, 1).replace("name Member 1 of", "name Somebody of");
    let whole = good(7, 4);
    let ways = vec![
        (of(1, 1), "R33", forged.into_bytes()),
        (of(2, 2), "R10", other(2, 2, |said| Holder { unit: "02.001".parse().expect("a unit"), ..said })),
        (of(3, 3), "R4", other(3, 3, |said| Holder { unit: "01.O03".parse().expect("a unit"), ..said })),
        (of(4, 2), "R39", other(4, 2, |said| Holder { name: holder("01.004", 1).name, ..said })),
        (of(5, 5), "R12", signed(holder("01.005", 5), &key("01.100-5")).into_bytes()),
        (of(6, 6), "R12", signed(holder("01.006", 6), &key("02-3")).into_bytes()),
        (of(7, 4), "U3", whole.as_bytes()[..whole.len() - 40].to_vec()),
        (of(8, 1), "R2", other(8, 1, |said| Holder { election: "example-2026".parse().expect("an id"), ..said })),
        (of(9, 3), "R36", good(9, 3).replace("protokol.slip@v1", "protokol.slip@v2").into_bytes()),
        (of(10, 6), "R13", other(10, 6, |said| Holder { seat: Some(Seat(7)), ..said })),
    ];
    ways.into_iter().map(|((unit, seat), code, bytes)| (file(&unit, seat), code, bytes)).collect()
}

/// What is left out: the code of each file.
fn left_out(answer: &Value) -> BTreeMap<String, String> {
    let told = answer["left_out"].as_array().expect("a list").iter().map(|told| {
        let error = &told["error"];
        for field in ["says", "do"] {
            assert!(error[field].as_str().is_some_and(|text| !text.is_empty()), "no {field} in {error}");
        }
        let text = |field: &str| error[field].as_str().expect("a text").to_owned();
        (text("file"), text("code"))
    });
    told.collect()
}

fn count(answer: &Value, field: &str) -> usize {
    answer[field].as_array().expect("a list").len()
}

const ENROL: &str = "enrol election/units.csv --slips slips --under 01 --out drafts";

#[test]
fn a_thousand_slips_become_167_commissions_and_ten_are_named() {
    let office = office();
    for number in 1..=PRECINCTS {
        let unit = precinct(number);
        (1..=MEMBERS).for_each(|seat| office.write(&file(&unit, seat), slip(&unit, seat)));
    }
    let wrong = ten_ways();
    wrong.iter().for_each(|(file, _, bytes)| office.write(file, bytes));

    // Each of the ten is named, and of two that contradict each other the other one too; nothing else is.
    let first = office.run(&format!("{ENROL} --json")).exits(7).json();
    let mut named: BTreeMap<_, _> = wrong.iter().map(|(file, code, _)| (file.clone(), (*code).to_owned())).collect();
    named.insert(file("01.004", 1), "R39".to_owned());
    named.insert(file("01.100", 5), "R12".to_owned());
    assert_eq!(left_out(&first), named);
    let short: BTreeSet<_> = first["missing"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|m| m["unit"].as_str().map(str::to_owned))
        .collect();
    let expected: BTreeSet<_> = (1..=10).chain([100]).map(precinct).collect();
    assert_eq!(short, expected);
    assert_eq!(first["missing"][0]["seats"], serde_json::json!([1]));
    assert_eq!((count(&first, "drafts"), count(&first, "members")), (156, 156 * 6));

    // The members send right ones; what was drafted before stays, byte for byte.
    let before = office.read("drafts/commission-01.011.toml");
    for (file, ..) in &wrong {
        let (unit, seat) = file[6..].trim_end_matches(".slip").split_once('-').expect("a unit and a seat");
        office.write(file, slip(unit, seat.parse().expect("a seat")));
    }
    let done = office.ok(ENROL);
    assert!(done.out.contains(&key("01.004-2").public().fingerprint()), "the table has every fingerprint");
    assert_eq!(office.read("drafts/commission-01.011.toml"), before);
    let second = office.json(ENROL);
    let all = (PRECINCTS as usize, 1002, 0, 0);
    let told = |answer: &Value| {
        (count(answer, "drafts"), count(answer, "members"), count(answer, "left_out"), count(answer, "missing"))
    };
    assert_eq!(told(&second), all);

    // One look over the table, one passphrase, one signing each; a run that ended in the middle goes on.
    let typed = |member: u16| format!("sign drafts --key 01-{member}.key --passphrase-file pass.txt --yes");
    office.write("one/commission-01.001.toml", office.read("drafts/commission-01.001.toml"));
    office.ok(&typed(1).replace("drafts", "one"));
    office.write("drafts/commission-01.001.submission", office.read("one/commission-01.001.submission"));
    let looked_at = office.ok(&typed(1));
    for (unit, seat) in [("01.002", 1), ("01.167", 6)] {
        let fingerprint = key(&format!("{unit}-{seat}")).public().fingerprint();
        assert!(looked_at.err.contains(&fingerprint), "{fingerprint} is not in what is looked over");
    }
    let signed = [2, 3].map(|member| office.json(&typed(member)));
    let complete = signed[1]["signed"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|one| one["needed"] == 3 && one["signatures"] == 3);
    assert_eq!(complete.count(), PRECINCTS as usize);
    assert_eq!(office.json(&typed(3))["before"], PRECINCTS);

    let handed_in = office.json(&format!("submit drafts {LOG}"));
    let sealed = handed_in["submissions"].as_array().expect("a list").iter().filter(|one| one["status"] == "sealed");
    assert_eq!(sealed.count(), PRECINCTS as usize, "{handed_in}");
    assert_eq!(office.json("verify ledger")["verdict"], "verified");
    let shown = office.json("show 01.167");
    assert_eq!(shown["members"][5]["key"], key("01.167-6").public().to_string(), "{shown}");

    // Whoever enrols twice is told of each slip that its commission is there.
    let again = office.run(&format!("{ENROL} --json")).exits(7).json();
    assert!(left_out(&again).values().all(|code| code == "R5") && count(&again, "left_out") == 1002);
}

#[test]
fn keygen_writes_the_slip_and_its_page_and_they_enrol() {
    let office = office();
    for seat in 1..=MEMBERS {
        // Without a seat: the office gives it, by office and then by name.
        let office_of = ["member", "chair", "secretary", "member", "secretary", "member"][usize::from(seat) - 1];
        let typed = format!(
            "keygen --name Member_{seat} --out {seat}.key --passphrase-file pass.txt --election example-2030 \
             --unit 01.001 --office {office_of} --slip slips/{seat}.slip --print {seat}.html"
        );
        std::fs::create_dir_all(office.path("slips")).expect("a folder");
        let made = office.json(&typed.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(
            (&made["slip"], &made["page"]),
            (&format!("slips/{seat}.slip").into(), &format!("{seat}.html").into())
        );
        let page = office.text(&format!("{seat}.html"));
        assert!(page.contains(made["fingerprint"].as_str().expect("a fingerprint")) && page.contains("<svg"), "{page}");
    }
    let answer = office.json(ENROL);
    let seats: Vec<_> = answer["members"].as_array().expect("a list").iter().map(|member| &member["name"]).collect();
    assert_eq!(seats, ["Member_2", "Member_3", "Member_5", "Member_1", "Member_4", "Member_6"]);
    assert_eq!(count(&answer, "missing"), 166);
}

#[test]
fn keygen_leaves_nothing_where_a_place_is_taken() {
    let machine = Machine::new();
    machine.write("pass.txt", PASSPHRASE);
    machine.write("member.slip", "something");
    let typed = "keygen --name N --out member.key --passphrase-file pass.txt --election e-1 --unit 1 --office chair \
                 --slip member.slip";
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(machine.fails(&typed, 7)["code"], "U5");
    assert!(!machine.has("member.key") && machine.text("member.slip") == "something");
    assert_eq!(machine.fails(&typed.replace("member.slip", "no/such/member.slip"), 7)["code"], "U2");
    assert!(!machine.has("member.key"));
}

#[test]
fn a_draft_that_says_otherwise_is_not_written_over() {
    let office = office();
    (1..=MEMBERS).for_each(|seat| office.write(&file("01.001", seat), slip("01.001", seat)));
    office.ok(ENROL);
    let before = office.read("drafts/commission-01.001.toml");
    office.write(&file("01.001", 6), signed(holder("01.001", 6), &key("a new one")));
    (1..=MEMBERS).for_each(|seat| office.write(&file("01.002", seat), slip("01.002", seat)));
    assert_eq!(office.fails(ENROL, 7)["code"], "U5");
    assert_eq!(office.read("drafts/commission-01.001.toml"), before);
    assert!(!office.has("drafts/commission-01.002.toml"), "nothing half written");
    assert_eq!(office.fails("enrol election/members.csv --slips slips --out drafts", 2)["code"], "U1");
    assert_eq!(office.fails("enrol election/units.csv --slips election --out drafts", 7)["code"], "U3");
}

/// What a page asks that looks papers over.
#[cfg(feature = "browser")]
fn look_over(papers: &Value) -> String {
    serde_json::json!({ "lang": "en", "now": 1_904_842_800_000_u64, "papers": papers }).to_string()
}

/// The officer's page asks the very code of the program: it finds the same, and what it signs the ledger takes.
#[test]
#[cfg(feature = "browser")]
fn the_desk_sorts_and_signs_what_the_program_does() {
    let office = office();
    (1..=3).for_each(|number| {
        (1..=MEMBERS).for_each(|seat| office.write(&file(&precinct(number), seat), slip(&precinct(number), seat)));
    });
    let wrong = ten_ways();
    wrong.iter().take(2).for_each(|(file, _, bytes)| office.write(file, bytes));
    let program = office.run(&format!("{ENROL} --json")).exits(7).json();
    office.ok("export --kit --out kit.protokol");

    let mut desk = Desk::default();
    let kit = office.read("kit.protokol");
    let opened = desk.answer("open", &parcel::write([("lang", Some(&b"en"[..])), ("kit", Some(&kit[..]))]));
    assert!(!String::from_utf8_lossy(&opened).starts_with("{\"error\""), "{}", String::from_utf8_lossy(&opened));
    let mut given: Vec<(String, Vec<u8>)> = vec![
        ("lang".to_owned(), b"en".to_vec()),
        ("now".to_owned(), b"1904842800000".to_vec()),
        ("under".to_owned(), b"01".to_vec()),
        ("units.csv".to_owned(), office.read("election/units.csv")),
    ];
    for number in 1..=3 {
        for seat in 1..=MEMBERS {
            let file = file(&precinct(number), seat);
            given.push((format!("slip:{file}"), office.read(&file)));
        }
    }
    let parcel = parcel::write(given.iter().map(|(name, bytes)| (name.as_str(), Some(&bytes[..]))));
    let mut ask = |question: &str, given: &[u8]| -> Value {
        serde_json::from_slice(&desk.answer(question, given)).expect("JSON")
    };
    let sorted = ask("slips", &parcel);
    for field in ["members", "left_out", "missing"] {
        assert_eq!(sorted[field], program[field], "{field}");
    }
    assert_eq!((count(&sorted, "left_out"), count(&sorted, "papers")), (2, 1));

    // The table is read from the papers: everybody on it, with the fingerprint of the slip, and who has signed.
    let looked = ask("look_over", look_over(&sorted["papers"]).as_bytes())["papers"][0].clone();
    assert_eq!((&looked["unit"], &looked["name"]), (&"01.003".into(), &"School 3, hall".into()), "{looked}");
    assert_eq!(count(&looked, "members"), usize::from(MEMBERS));
    for (member, on_the_slip) in looked["members"].as_array().expect("a list").iter().zip(1..) {
        assert_eq!(member["fingerprint"], key(&format!("01.003-{on_the_slip}")).public().fingerprint(), "{member}");
        assert_eq!(member["public_key"], sorted["members"][on_the_slip - 1]["public_key"], "{member}");
    }
    assert_eq!(looked["members"][0]["office_says"], "chair");
    assert_eq!((&looked["complete"], &looked["refused"]), (&false.into(), &Value::Null), "{looked}");
    let damaged = serde_json::json!([sorted["papers"][0], "AAAA"]);
    let second = ask("look_over", look_over(&damaged).as_bytes())["papers"][1].clone();
    assert_eq!(second["error"]["code"], "R35", "what is wrong with one is told in its place: {second}");

    let mut papers = sorted["papers"].clone();
    let mut sign = |member: &str, papers: &Value, passphrase: &str| {
        let key = office.text(&format!("{member}.key"));
        let given = serde_json::json!({
            "lang": "en", "now": 1_904_842_800_000_u64, "file": "my.key", "papers": papers, "key": key, "passphrase": passphrase,
        });
        ask("sign_all", given.to_string().as_bytes())
    };
    assert_eq!(sign("01-1", &papers, "wrong")["error"]["code"], "U6");
    let stranger = sign("02-1", &papers, PASSPHRASE);
    assert_eq!(
        (&stranger["signed"], &stranger["left_out"][0]["error"]["code"]),
        (&0.into(), &"R10".into()),
        "{stranger}"
    );
    for (member, complete) in [("01-1", 0), ("01-2", 0), ("01-3", 1)] {
        let signed = sign(member, &papers, PASSPHRASE);
        assert_eq!((&signed["signed"], &signed["complete"]), (&1.into(), &complete.into()), "{signed}");
        papers = signed["papers"].clone();
    }
    assert_eq!(sign("01-3", &papers, PASSPHRASE)["before"], 1);
    let looked = ask("look_over", look_over(&papers).as_bytes())["papers"][0].clone();
    let seats: Vec<_> = looked["signers"].as_array().expect("a list").iter().map(|signer| &signer["seat"]).collect();
    assert_eq!((seats, &looked["complete"]), (vec![&1.into(), &2.into(), &3.into()], &true.into()), "{looked}");
    let bytes = base64::decode(papers[0].as_str().expect("a paper")).expect("base64");
    office.write("formed/commission-01.003.submission", bytes);
    assert_eq!(office.json(&format!("submit formed {LOG}"))["submissions"][0]["status"], "sealed");
    assert_eq!(office.json("verify ledger")["verdict"], "verified");
}
