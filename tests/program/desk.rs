//! What a commission does at the desk in its browser, asked of the very code that runs there; the program takes what comes
//! of it, and the desk takes what the program answers.

use protokol::browser::answers::Answers;
use protokol::browser::desk::Desk;
use protokol::browser::parcel;
use protokol::crypto::base64;
use serde_json::{Value, json};

use super::precinct::{Election, FIGURES, Member};
use crate::kit::program::Machine;

/// An hour of the polling day, in milliseconds since 1970.
const NOW: u64 = 1_904_842_800_000;

/// A desk, as a page has it.
struct Page(Desk);

impl Page {
    fn open(kit: &[u8]) -> (Self, Value) {
        let mut page = Self(Desk::default());
        let opened = page.bytes("open", &parcel::write([("lang", Some(&b"en"[..])), ("kit", Some(kit))]));
        (page, opened)
    }

    fn bytes(&mut self, question: &str, given: &[u8]) -> Value {
        serde_json::from_slice(&self.0.answer(question, given)).expect("JSON")
    }

    fn ask(&mut self, question: &str, mut given: Value) -> Value {
        given["lang"] = given["lang"].as_str().unwrap_or("en").into();
        self.bytes(question, &serde_json::to_vec(&given).expect("JSON"))
    }

    fn form(&mut self, kind: &str, receipt: Option<&str>) -> Vec<Value> {
        let form = self.ask("form", json!({ "kind": kind, "unit": "01.001", "contest": null, "receipt": receipt }));
        form["fields"].as_array().unwrap_or_else(|| panic!("{form}")).clone()
    }

    fn sign(&mut self, paper: &Value, member: &Member, passphrase: Option<&str>) -> Value {
        let typed = member.machine.text("pass.txt");
        let passphrase = passphrase.unwrap_or(typed.trim_end());
        let key = member.machine.text("my.key");
        self.ask(
            "sign",
            json!({ "paper": paper["paper"], "now": NOW, "file": "my.key", "key": key, "passphrase": passphrase }),
        )
    }
}

/// What is typed into a form: its own values, and these in the places that end so.
fn typed(fields: &[Value], values: &[(&str, &str)]) -> Value {
    let value = |field: &Value| {
        let place = field["place"].as_str().expect("a place");
        let given = values.iter().find(|(key, _)| place.rsplit('/').next() == Some(key)).map(|(_, value)| *value);
        json!([place, given.unwrap_or(field["value"].as_str().expect("a text"))])
    };
    fields.iter().filter(|field| field["sample"] == false).map(value).collect()
}

fn with(key: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    FIGURES.iter().map(|(known, figure)| (*known, if *known == key { value } else { *figure })).collect()
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|one| one["code"].as_str().expect("a code")).collect()
}

/// The texts of the parts of a paper.
fn lines(parts: &Value) -> Vec<&str> {
    parts.as_array().expect("parts").iter().map(|part| part["text"].as_str().expect("a text")).collect()
}

/// Hands a paper in with the program, as a file that the desk saved.
fn handed_in(office: &Machine, name: &str, paper: &Value) -> String {
    let file = base64::decode(paper["paper"].as_str().expect("a paper")).expect("base64");
    office.write(&format!("{name}.submission"), file);
    let answer = office.json(&format!("submit {name}.submission --log-key my.key --passphrase-file pass.txt"));
    assert_eq!(answer["status"], "sealed", "{answer}");
    office.text(&format!("{name}.tlog-proof"))
}

#[test]
fn a_protocol_gets_from_the_desk_to_its_receipt() {
    let election = Election::begun();
    let (office, members) = (election.office(), &election.commissions[2]);
    office.ok("export --kit --unit 01.001 --out 01.001.kit");
    let (mut page, opened) = Page::open(&office.read("01.001.kit"));
    let own = opened["units"].as_array().expect("units").iter().find(|unit| unit["unit"] == "01.001");
    let own = own.unwrap_or_else(|| panic!("{opened}"));
    assert_eq!((&own["quorum"], own["members"].as_array().map(Vec::len)), (&json!(4), Some(6)));
    assert_eq!((&opened["trust"], &opened["rehearsal"]), (&json!("self"), &json!(false)));

    // The form in the paper's order, with the paper's labels and the candidates' names.
    let fields = page.form("protocol", None);
    let places: Vec<_> = fields.iter().map(|field| field["place"].as_str().expect("a place")).collect();
    let figures = ["items/listed", "items/received", "items/took", "items/invalid", "items/valid", "votes/01"];
    let first = places.iter().position(|place| *place == "items/listed").expect("the first item");
    assert_eq!(places[first..first + 6], figures, "{places:?}");
    assert_eq!(fields[first]["label"], "Voters on the list");
    assert_eq!(fields[first + 5]["label"], "01 Candidate A");

    // Half typed: the words stand under the figures, what is missing is named, nothing is judged that is not there.
    let half = page.ask("check", json!({ "kind": "protocol", "now": NOW, "typed": typed(&fields, &FIGURES[..2]) }));
    assert_eq!(half["words"]["items/listed"], "nine hundred");
    assert_eq!((&half["ready"], codes(&half["findings"])), (&json!(false), vec![]));
    assert_eq!(half["missing"].as_array().map(Vec::len), Some(6), "{half}");

    // A wrong figure: the finding names the places that disagree. A word where a figure belongs spoils no other.
    let ask = |values: &[(&str, &str)]| json!({ "kind": "protocol", "now": NOW, "typed": typed(&fields, values) });
    let wrong = page.ask("check", ask(&with("02", "61")));
    assert_eq!(codes(&wrong["findings"]), ["E1", "W1"]);
    let wrong = page.ask("check", ask(&with("took", "18l")));
    assert_eq!(wrong["mistakes"][0]["place"], "items/took", "{wrong}");
    assert_eq!((&wrong["words"]["votes/01"], &wrong["ready"]), (&json!("one hundred"), &json!(false)));
    let wrong = page.ask("draw_up", ask(&with("took", "18l")));
    assert_eq!(wrong["error"]["item"], "took", "{wrong}");
    let missing = page.ask("draw_up", ask(&FIGURES[..7]));
    assert_eq!(missing["error"]["code"], "R17", "{missing}");

    // The second entry.
    let both = |second: &[(&str, &str)]| json!({ "kind": "protocol", "first": typed(&fields, &FIGURES), "second": typed(&fields, second) });
    assert_eq!(page.ask("compare", both(&FIGURES)), json!([]));
    let differs = page.ask("compare", both(&with("valid", "167")));
    let expected = json!([{ "place": "items/valid", "label": "Valid votes", "first": "176", "second": "167" }]);
    assert_eq!(differs, expected);

    // The page is read from the bytes that are signed.
    let drawn = page.ask("draw_up", ask(&FIGURES));
    assert_eq!(
        drawn["sheet"]["figures"][4],
        json!({ "label": "Valid votes", "figure": "176", "words": "one hundred seventy-six" })
    );
    assert_eq!((&drawn["signed"], &drawn["needed"], &drawn["complete"]), (&json!(0), &json!(4), &json!(false)));

    // Whose key does not count signs nothing, and no passphrase opens a key but its own.
    let refused = page.sign(&drawn, &members[0], Some("a wrong passphrase"));
    assert_eq!(refused["error"]["code"], "U6", "{refused}");
    let refused = page.sign(&drawn, &members[0], Some(""));
    assert_eq!(refused["error"]["code"], "U6", "{refused}");
    let refused = page.sign(&drawn, &election.commissions[1][0], None);
    assert!(refused["error"]["code"].as_str().is_some_and(|code| code.starts_with('R')), "{refused}");

    // Two sign here, one after the other; two others sign copies of their own, which come back as parts of a text.
    let one = page.sign(&drawn, &members[0], None);
    assert_eq!((&one["fresh"], &one["signers"][0]["seat"], &one["signed"]), (&json!(true), &json!(1), &json!(1)));
    assert_eq!(page.sign(&one, &members[0], None)["fresh"], false);
    let mut two = page.sign(&one, &members[1], None);
    for member in &members[2..4] {
        let copy = page.sign(&drawn, member, None);
        let file = base64::decode(copy["paper"].as_str().expect("a paper")).expect("base64");
        let parts = page.bytes("parts", &file);
        assert!(parts[0]["square"]["side"].as_u64().is_some_and(|side| side < 100));
        let whole = page.ask("joined", json!({ "pasted": lines(&parts).join("\n") }));
        two = page.ask("join", json!({ "paper": two["paper"], "copy": whole["paper"], "now": NOW }));
    }
    assert_eq!((&two["signed"], &two["complete"]), (&json!(4), &json!(true)), "{two}");
    let other = page.ask("draw_up", ask(&with("invalid", "5")));
    let refused = page.ask("join", json!({ "paper": two["paper"], "copy": other["paper"], "now": NOW }));
    assert_eq!(refused["error"]["code"], "U18");

    // The program takes it, and the desk believes the receipt: of this paper, and of no other.
    let receipt = handed_in(&office, "01.001", &two);
    let proved = page.ask("receipt", json!({ "receipt": receipt, "paper": two["paper"] }));
    assert_eq!(
        (&proved["holds"], &proved["ours"], &proved["verdict"]),
        (&json!(true), &json!(true), &json!("verified"))
    );
    assert_eq!(proved["signers"].as_array().map(Vec::len), Some(4));
    let proved = page.ask("receipt", json!({ "receipt": receipt, "paper": other["paper"] }));
    assert_eq!((&proved["holds"], &proved["ours"]), (&json!(true), &json!(false)));
    let (head, tail) = receipt.split_at(receipt.find("extra ").expect("the entry") + 200);
    let changed = format!("{head}{}{}", if tail.starts_with('A') { "B" } else { "A" }, &tail[1..]);
    let forged = page.ask("receipt", json!({ "receipt": changed, "paper": two["paper"] }));
    assert_eq!((&forged["holds"], &forged["verdict"]), (&json!(false), &json!("failed")));
    assert!(page.bytes("square", format!("{{\"text\":\"{}\"}}", "x".repeat(3000)).as_bytes()).is_null());

    a_correction_follows(&mut page, &office, members, &receipt, &changed);
}

/// A correction is filled in from the receipt of what it replaces, if that is to be believed.
fn a_correction_follows(page: &mut Page, office: &Machine, members: &[Member], receipt: &str, forged: &str) {
    let asked = |receipt: &str| json!({ "kind": "correction", "unit": "01.001", "contest": null, "receipt": receipt });
    let refused = page.ask("form", asked(forged));
    assert!(refused["error"]["code"].as_str().is_some_and(|code| code.starts_with('V')), "{refused}");
    let fields = page.form("correction", Some(receipt));
    let valid = fields.iter().find(|field| field["place"] == "items/valid").expect("the item");
    assert_eq!(valid["value"], "176");
    let values = [("03", "15"), ("valid", "175"), ("reason", "one paper was \"counted\" twice"), ("reference", "7")];
    let ask = json!({ "kind": "correction", "now": NOW, "typed": typed(&fields, &values) });
    let checked = page.ask("check", ask.clone());
    assert_eq!((&checked["ready"], codes(&checked["findings"])), (&json!(true), vec!["W1"]), "{checked}");
    let drawn = page.ask("draw_up", ask);
    let signed = members.iter().take(4).fold(drawn, |paper, member| page.sign(&paper, member, None));
    handed_in(office, "correction", &signed);
    let contest = &office.json("tally")["contests"][0];
    assert_eq!((&contest["totals"]["cand_03"], &contest["corrected"]), (&json!(15), &json!(1)));
    office.ok("verify ledger");
}

#[test]
fn a_paper_of_several_parts_comes_together_in_any_order() {
    let mut page = Page(Desk::default());
    let (first, second) = (vec![7; 1000], vec![8; 1000]);
    let parts = page.bytes("parts", &first);
    let mut parts = lines(&parts);
    assert_eq!(parts.len(), 3);
    parts.reverse();
    let some = page.ask("joined", json!({ "pasted": format!("{}\n\n{}\n", parts[0], parts[0]) }));
    assert_eq!(some, json!({ "paper": null, "there": [3], "parts": 3 }));
    let whole = page.ask("joined", json!({ "pasted": parts.join("\r\n") }));
    assert_eq!(whole["paper"], base64::encode(&first));
    let others = page.bytes("parts", &second);
    let mixed = [parts[0], parts[1], lines(&others)[0]].join("\n");
    assert_eq!(page.ask("joined", json!({ "pasted": mixed }))["error"]["code"], "U18");
    let changed = parts.join("\n").replace("BwcH", "BwcI");
    assert_eq!(page.ask("joined", json!({ "pasted": changed }))["error"]["code"], "U3");
    assert_eq!(page.ask("joined", json!({ "pasted": "hello" }))["error"]["code"], "U3");
}

#[test]
fn every_kind_of_the_desk_has_a_form_that_is_read_again() {
    let election = Election::begun();
    let (office, members) = (election.office(), &election.commissions[2]);
    let (mut page, opened) = Page::open(&office.read("kit.protokol"));
    let kinds: Vec<_> = opened["kinds"].as_array().expect("kinds").iter().map(|kind| kind["kind"].clone()).collect();
    assert_eq!(kinds, ["opening", "turnout", "protocol", "correction", "copy", "complaint"]);

    let fields = page.form("opening", None);
    let ask =
        json!({ "kind": "opening", "now": NOW, "typed": typed(&fields, &[("listed", "900"), ("received", "700")]) });
    let drawn = page.ask("draw_up", ask);
    let signed = members.iter().take(4).fold(drawn, |paper, member| page.sign(&paper, member, None));
    assert_eq!(signed["complete"], true, "{signed}");
    handed_in(&office, "opening", &signed);

    let fields = page.form("turnout", None);
    let hour = fields.iter().find(|field| field["place"] == "as_of").expect("the hour");
    assert_eq!(hour["sort"], "hour");
    let ask =
        json!({ "kind": "turnout", "now": NOW, "typed": typed(&fields, &[("as_of", "12:00"), ("voters", "55")]) });
    assert_eq!(page.ask("check", ask.clone())["words"]["voters"], "fifty-five");
    let drawn = page.ask("draw_up", ask);
    let needed = drawn["needed"].as_u64().unwrap_or(1);
    let signed = members
        .iter()
        .take(usize::try_from(needed).expect("few"))
        .fold(drawn, |paper, member| page.sign(&paper, member, None));
    handed_in(&office, "turnout", &signed);

    // A dissent, a time on the unit's own clock, and a scan by its digests.
    let fields = page.form("protocol", None);
    let scan =
        page.bytes("scan", &parcel::write([("lang", Some(&b"en"[..])), ("page 1.pdf", Some(&b"%PDF-1.7 page"[..]))]));
    let mut all = typed(&fields, &FIGURES);
    let added = all.as_array_mut().expect("a list");
    added.retain(|pair| pair[0] != "completed_at");
    let mut more = vec![json!(["completed_at", "2030-05-12T21:30"])];
    more.extend([json!(["dissent/0/seat", "3"]), json!(["dissent/0/opinion", "the box was \\ open"])]);
    more.extend(
        scan.as_object().expect("a scan").iter().map(|(key, value)| json!([format!("attachments/0/{key}"), value])),
    );
    added.splice(0..0, more);
    let drawn = page.ask("draw_up", json!({ "kind": "protocol", "now": NOW, "typed": all }));
    let rows = drawn["sheet"]["rows"].to_string();
    assert!(rows.contains("2030-05-12 21:30:00 +04:00") && rows.contains("page 1.pdf"), "{drawn}");
    assert!(rows.contains("the box was \\\\ open"), "{rows}");
    let refused = page.bytes("scan", &parcel::write([("lang", Some(&b"en"[..])), ("page.pdf", Some(&b"no page"[..]))]));
    assert!(refused["error"]["says"].is_string(), "{refused}");

    for kind in ["copy", "complaint"] {
        let labels: Vec<_> = page.form(kind, None).iter().map(|field| field["label"].clone()).collect();
        assert!(labels.len() > 2 && labels.iter().all(|label| label != ""), "{labels:?}");
    }
    assert_eq!(
        page.ask("form", json!({ "kind": "founding", "unit": "01.001", "contest": null, "receipt": null }))["error"]["code"],
        "U1"
    );
}

#[test]
fn what_is_no_kit_opens_no_desk() {
    let election = Election::begun();
    let kit = election.office().read("kit.protokol");
    for (at, code) in [(40, "U3"), (kit.len() - 40, "U3")] {
        let mut damaged = kit.clone();
        damaged[at] ^= 1;
        let (mut page, opened) = Page::open(&damaged);
        assert_eq!(opened["error"]["code"], code, "{opened}");
        assert_eq!(page.ask("read", json!({ "paper": "", "now": NOW }))["error"]["code"], "U1");
    }
    let (mut page, _) = Page::open(&kit);
    let stranger = "log elsewhere.example/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum none\n";
    for policy in [stranger, "quorum\n"] {
        let given = [("lang", Some(&b"en"[..])), ("kit", Some(&kit[..])), ("policy", Some(policy.as_bytes()))];
        let opened = page.bytes("open", &parcel::write(given));
        assert!(opened["error"]["code"].is_string(), "{opened}");
    }
    for lang in ["en", "az", "ru"] {
        let words = page.ask("words", json!({ "lang": lang }));
        assert!(words.as_object().is_some_and(|words| words.len() > 150), "{words}");
    }
}
