//! What the service answers is what its description says, and what the program itself says of the same ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jsonschema::Validator;
use protokol::crypto::base64;
use protokol::crypto::hash::TreeHash;
use protokol::domain::number::Size;
use protokol::ledger::tree::proof::verify_consistency;
use serde_json::Value;

use super::{Answer, Served, exchange, pages};
use crate::kit::program::Machine;

/// Asks everything of a service over this machine's ledger, and holds it against its description and the program.
pub fn agree(machine: Machine) {
    let served = Served::start(machine, "--clock-is-right");
    let described = Description::of(&served);
    described.lists_what_is_served(&served);
    let asked = everything(&served);
    let mut answered = BTreeSet::new();
    for (route, paths) in &asked {
        assert!(!paths.is_empty(), "nothing to ask at {route}");
        for path in paths {
            described.holds(route, &served.get(path).is(200), path);
            answered.insert(route.clone());
        }
    }
    let missing: BTreeSet<_> = described.reads().filter(|route| !answered.contains(*route)).collect();
    let bytes = ["/v1/events/{event}/bytes", "/v1/kit", "/v1/openapi.json"].map(str::to_owned);
    assert_eq!(missing, bytes.iter().collect(), "every other route was asked");
    pages_are_the_list(&served);
    says_what_the_program_says(&served);
    pages::agree(&served);
    grew(&served);
    served.stop().0.ok("verify ledger");
}

struct Description(Value);

impl Description {
    fn of(served: &Served) -> Self {
        let whole = served.get("/v1/openapi.json").is(200).json();
        assert_eq!(whole["openapi"], "3.1.0");
        Self(whole)
    }

    fn paths(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0["paths"].as_object().expect("paths").iter()
    }

    fn reads(&self) -> impl Iterator<Item = &String> {
        self.paths().filter(|(_, item)| item.get("get").is_some()).map(|(path, _)| path)
    }

    fn lists_what_is_served(&self, served: &Served) {
        let index = served.get("/v1").is(200).json();
        let listed: Vec<_> =
            index["data"]["links"].as_array().expect("links").iter().map(|link| &link["href"]).collect();
        assert_eq!(listed, self.paths().map(|(path, _)| path).collect::<Vec<_>>());
        let written = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/api.md")).expect("it is there");
        let told = |path: &String| written.contains(&format!("`{path}`"));
        let untold: Vec<_> = self.paths().map(|(path, _)| path).filter(|path| !told(path)).collect();
        assert!(untold.is_empty(), "docs/api.md does not name {untold:?}");
        let mut named = BTreeSet::new();
        for (path, item) in self.paths() {
            for operation in item.as_object().expect("an item").values() {
                assert!(named.insert(operation["operationId"].as_str()), "{path} is called like another");
                assert!(operation["summary"].as_str().is_some_and(|says| says.ends_with('.')), "{path} says nothing");
            }
        }
    }

    /// An answer is one that its route is said to have.
    fn holds(&self, route: &str, answer: &Answer, path: &str) {
        let responses = &self.0["paths"][route]["get"]["responses"];
        let response = &responses[answer.status.to_string()];
        let media = answer.header("content-type").expect("a type");
        let content = response["content"].get(media).unwrap_or_else(|| panic!("{path}: no {media} in {response}"));
        let Some(schema) = content.get("schema") else { return };
        let told: Value = answer.json();
        let mut whole = schema.clone();
        whole["components"] = self.0["components"].clone();
        let errors: Vec<_> = validator(&whole).iter_errors(&told).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}\n{told:#}");
    }
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{error}"))
}

/// Every address of every route that names something that is there, by route.
fn everything(served: &Served) -> BTreeMap<String, Vec<String>> {
    let list = |path: &str| whole(served, path, "limit=1000");
    let named = |path: &str, key: &str| -> Vec<String> {
        list(path).iter().map(|row| row[key].as_str().expect("a name").to_owned()).collect()
    };
    let (contests, units) = (named("/v1/contests", "id"), named("/v1/units", "unit"));
    let events = named("/v1/events", "event");
    let size = served.get("/v1/checkpoint").json()["size"].as_u64().expect("a size");
    let forms = named("/v1/exports", "name");
    let tables = forms.iter().filter(|form| ["csv", "csv-long", "openelections"].contains(&form.as_str()));
    let each = |pattern: &str, values: &[String]| values.iter().map(|value| pattern.replace("{}", value)).collect();
    let scopes = |path: &str| {
        let tiers = ["", "?tier=precinct", "?tier=constituency", "?tier=central", "?contest=main"].map(str::to_owned);
        let of_units = units.iter().map(|unit| format!("?unit={unit}"));
        tiers.into_iter().chain(of_units).map(|query| format!("{path}{query}")).collect::<Vec<_>>()
    };
    let papers = list("/v1/papers");
    let sent = papers.iter().filter(|paper| paper["standing"] != "awaited");
    let of_papers = sent.map(|paper| paper["href"].as_str().expect("a link").to_owned()).collect();
    let at_sizes = |path: &str| (1..=size).step_by(7).map(|at| path.replace("{}", &at.to_string())).collect();
    let asked: [(&str, Vec<String>); 30] = [
        ("/v1", vec!["/v1".into()]),
        ("/v1/election", vec!["/v1/election".into()]),
        ("/v1/contests", vec!["/v1/contests".into()]),
        ("/v1/contests/{contest}", each("/v1/contests/{}", &contests)),
        ("/v1/observers", vec!["/v1/observers".into()]),
        ("/v1/observers/{observer}", each("/v1/observers/{}", &named("/v1/observers", "observer"))),
        ("/v1/units", vec!["/v1/units".into(), "/v1/units?tier=precinct".into(), "/v1/units?parent=01".into()]),
        ("/v1/units/{unit}", each("/v1/units/{}", &units)),
        ("/v1/totals", scopes("/v1/totals")),
        ("/v1/totals/{size}", at_sizes("/v1/totals/{}?tier=constituency")),
        ("/v1/turnout", scopes("/v1/turnout")),
        ("/v1/papers", vec!["/v1/papers".into(), "/v1/papers?unit=01&standing=reported".into()]),
        ("/v1/papers/{contest}/{unit}", of_papers),
        ("/v1/changes", at_sizes("/v1/changes?after={}")),
        ("/v1/findings", vec!["/v1/findings".into(), "/v1/findings?unit=01.001&contest=main&code=c1".into()]),
        ("/v1/copies", vec!["/v1/copies".into()]),
        ("/v1/complaints", vec!["/v1/complaints".into()]),
        ("/v1/complaints/{event}", each("/v1/complaints/{}", &named("/v1/complaints", "event"))),
        ("/v1/events", vec!["/v1/events".into(), "/v1/events?kind=ProtocolSubmitted&unit=01.001".into()]),
        ("/v1/events/{event}", each("/v1/events/{}", &events)),
        ("/v1/receipts/{event}", each("/v1/receipts/{}", &events)),
        ("/v1/checkpoint", vec!["/v1/checkpoint".into()]),
        ("/v1/witnesses", vec!["/v1/witnesses".into()]),
        ("/v1/consistency", at_sizes("/v1/consistency?old={}")),
        ("/v1/proofs/totals", scopes("/v1/proofs/totals")),
        ("/v1/proofs/units/{unit}", each("/v1/proofs/units/{}", &units)),
        ("/v1/proofs/findings", vec!["/v1/proofs/findings".into(), "/v1/proofs/findings?unit=01.001".into()]),
        ("/v1/exports", vec!["/v1/exports".into()]),
        ("/v1/codes", vec!["/v1/codes".into()]),
        ("/v1/codes/{code}", vec!["/v1/codes/R19".into(), "/v1/codes/V30".into()]),
    ];
    let mut asked: BTreeMap<_, _> = asked.into_iter().map(|(route, paths)| (route.to_owned(), paths)).collect();
    let texts = forms.iter().filter(|form| !["sqlite", "parquet", "datapackage"].contains(&form.as_str()));
    asked.insert("/v1/exports/{form}".into(), texts.map(|form| format!("/v1/exports/{form}")).collect());
    let described = tables.map(|form| format!("/v1/exports/{form}/description")).collect();
    asked.insert("/v1/exports/{form}/description".into(), described);
    asked
}

/// A list to its end, page after page.
fn whole(served: &Served, path: &str, limit: &str) -> Vec<Value> {
    let (mut rows, mut next) = (Vec::new(), Some(format!("{path}?{limit}")));
    if served.get(next.as_deref().expect("one")).status == 400 {
        next = Some(path.to_owned());
    }
    while let Some(path) = next {
        let page = served.get(&path).is(200).json();
        rows.extend(page["data"].as_array().unwrap_or_else(|| panic!("{path}: {page}")).iter().cloned());
        next = page["next"].as_str().map(str::to_owned);
    }
    rows
}

fn pages_are_the_list(served: &Served) {
    for list in ["units", "papers", "findings", "copies", "complaints", "observers", "events"] {
        let path = format!("/v1/{list}");
        let (at_once, in_pages) = (whole(served, &path, "limit=1000"), whole(served, &path, "limit=1"));
        assert!(at_once.len() > 1, "{list} is no list");
        assert_eq!(in_pages, at_once, "{list}");
    }
    let narrowed = whole(served, "/v1/papers", "unit=01&standing=reported&limit=1");
    assert!(narrowed.len() > 1 && narrowed.iter().all(|paper| paper["standing"] == "reported"), "{narrowed:?}");
}

fn says_what_the_program_says(served: &Served) {
    let machine = &served.machine;
    for asked in ["", "--tier precinct", "--tier constituency", "--unit 01", "--contest main"] {
        let query = asked.replace("--", "?").replace(' ', "=");
        let (told, typed) =
            (served.get(&format!("/v1/totals{query}")).json(), machine.json(format!("tally {asked}").trim()));
        assert_eq!(told["data"], typed["contests"], "totals{query}");
        assert_eq!([&told["size"], &told["fingerprint"]], [&typed["size"], &typed["fingerprint"]]);
    }
    for at in [5, 20, 40] {
        let (told, typed) = (served.get(&format!("/v1/totals/{at}")).json(), machine.json(&format!("tally --at {at}")));
        assert_eq!(told["data"], typed["contests"], "totals/{at}");
        assert_eq!((told["as_of"].as_u64(), told["size"].as_u64()), (Some(at), Some(at)));
    }
    for unit in ["CEC", "01", "01.001", "01.003", "02.001"] {
        let (mut told, mut typed) =
            (served.get(&format!("/v1/units/{unit}")).json(), machine.json(&format!("show {unit}")));
        // The program looks beside its ledger for the scans.
        for paper in
            [&mut told["data"], &mut typed].into_iter().flat_map(|unit| unit["papers"].as_array_mut()).flatten()
        {
            paper["attachments"].as_array_mut().into_iter().flatten().for_each(|scan| scan["kept"] = Value::Null);
        }
        assert_eq!(told["data"], typed, "{unit}");
    }
    let found = whole(served, "/v1/findings", "limit=1000");
    let typed = machine.ok("findings --json").lines();
    let sorted = |rows: Vec<Value>| rows.iter().map(Value::to_string).collect::<BTreeSet<_>>();
    assert_eq!(sorted(found), sorted(typed));
    assert_eq!(whole(served, "/v1/events", "limit=1000"), machine.ok("log --json").lines());
    for form in ["csv", "csv-long", "openelections", "nist", "nist-log", "ndjson"] {
        machine.ok(&format!("export --format {form} --out {form}.out"));
        assert_eq!(served.get(&format!("/v1/exports/{form}")).body, machine.text(&format!("{form}.out")), "{form}");
    }
    for (name, path) in [("totals", "totals?tier=precinct"), ("unit", "units/01.001"), ("findings", "findings")] {
        machine.write(&format!("{name}.proof"), served.get(&format!("/v1/proofs/{path}")).is(200).body);
        machine.ok(&format!("verify {name}.proof"));
    }
}

/// Each earlier state of the log is one that it grew from, by somebody who knows the verifier alone.
fn grew(served: &Served) {
    let root = |told: &Value| {
        let bytes = base64::decode(told.as_str().expect("a root")).expect("base64");
        TreeHash(bytes.try_into().expect("32 bytes"))
    };
    let size = served.get("/v1/checkpoint").json()["size"].as_u64().expect("a size");
    for (old, new) in [(1, 2), (7, 20), (20, size), (size, size)] {
        let told = served.get(&format!("/v1/consistency?old={old}&new={new}")).is(200).json();
        let proof: Vec<_> = told["data"]["proof"].as_array().expect("hashes").iter().map(root).collect();
        let (old_root, new_root) = (root(&told["data"]["old_root"]), root(&told["data"]["new_root"]));
        assert_eq!(told["root"], told["data"]["new_root"]);
        verify_consistency(Size(old), &old_root, Size(new), &new_root, &proof).expect("it grew");
    }
    served.get(&format!("/v1/consistency?old=5&new={}", size + 1)).is(404).problem("U1");
    served.get("/v1/consistency?old=6&new=5").is(404).problem("U1");
}

#[test]
fn whoever_asks_for_what_is_not_there_or_not_meant_is_told_so() {
    let served = Served::ready(&crate::kit::small::SMALL);
    let not_there = [
        "/v2",
        "/v1/",
        "/v1/nothing",
        "/v1/units/77",
        "/v1/units/01%2F..",
        "/v1/contests/x",
        "/v1/papers/round-1/77",
        "/v1/papers/x/01.001",
        "/v1/events/999",
        "/v1/events/x",
        "/v1/receipts/x",
        "/v1/totals/999",
        "/v1/totals/x",
        "/v1/totals?tier=x",
        "/v1/totals?at=999",
        "/v1/observers/x",
        "/v1/complaints/x",
        "/v1/exports/x",
        "/log/x",
        "/v1/exports/nist/description",
        "/v1/proofs/units/x",
        "/v1/findings?code=E999",
        "/log/../seal",
        "/log/%2e%2e/seal",
    ];
    for path in not_there {
        let problem = served.get(path).is(404);
        assert_eq!(problem.header("content-type"), Some("application/problem+json"), "{path}");
        assert_eq!(problem.header("access-control-allow-origin"), Some("*"), "{path}");
    }
    let not_meant = [
        "/v1/units?limit=0",
        "/v1/units?limit=1001",
        "/v1/units?limit=x",
        "/v1/units?tier=precinct&tier=precinct",
        "/v1/units?teir=precinct",
        "/v1/totals?at=yesterday",
        "/v1/papers?standing=good",
        "/v1/events?kind=x",
        "/v1/consistency",
        "/v1/consistency?old=-1",
        "/v1?x=1",
        "/v1/exports/csv?for_spreadsheets=maybe",
    ];
    not_meant.iter().for_each(|path| drop(served.get(path).is(400)));
    for method in ["PUT", "DELETE", "PATCH", "POST"] {
        let refused = exchange(served.address, method, "/v1/units", &[], &[]).expect("it answers").is(405);
        assert!(refused.header("allow").is_some_and(|allow| allow.contains("GET")), "{refused:?}");
        refused.problem("U1");
    }
}

#[test]
fn an_answer_is_packed_as_it_is_wanted_and_not_sent_again_to_who_has_it() {
    let served = Served::ready(&crate::kit::small::SMALL);
    let ask = |headers: &[(&str, &str)]| exchange_bytes(&served, "/v1/units", headers);
    let (plain_head, plain) = ask(&[]);
    for (wanted, name) in [("gzip", "gzip"), ("zstd", "zstd"), ("gzip;q=0.5, zstd", "zstd"), ("zstd;q=0, gzip", "gzip")]
    {
        let (head, packed) = ask(&[("Accept-Encoding", wanted)]);
        assert!(head.contains(&format!("content-encoding: {name}")), "{wanted}: {head}");
        assert!(head.contains("etag: W/\"") && head.contains("accept-encoding"), "{head}");
        assert!(packed.len() < plain.len() / 2, "{} of {}", packed.len(), plain.len());
        let file = served.machine.path("packed");
        fs::write(&file, &packed).expect("our folder");
        let unpacked =
            std::process::Command::new(name).args(["-dc"]).stdin(fs::File::open(&file).expect("it is there")).output();
        // Where a machine has no such program, the other one is asked.
        if let Ok(unpacked) = unpacked {
            assert_eq!(unpacked.stdout, plain, "{wanted}");
        }
    }
    assert!(!ask(&[("Accept-Encoding", "br")]).0.contains("content-encoding"));
    let tag = plain_head.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag").trim().to_owned();
    for held in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let (head, body) = ask(&[("If-None-Match", &held)]);
        assert!(head.starts_with("HTTP/1.1 304") && body.is_empty() && head.contains(&tag), "{held}: {head}");
    }
    let head = exchange(served.address, "OPTIONS", "/v1/units", &[("Origin", "https://example.org")], &[])
        .expect("it answers");
    assert_eq!((head.status, head.header("access-control-allow-methods")), (204, Some("GET, HEAD, OPTIONS")));
    served.takes(&crate::kit::small::SMALL.protocols()[..1]);
    let (head, body) = ask(&[("If-None-Match", &tag)]);
    assert!(head.starts_with("HTTP/1.1 200") && !body.is_empty(), "the log grew: {head}");
}

fn exchange_bytes(served: &Served, path: &str, headers: &[(&str, &str)]) -> (String, Vec<u8>) {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(served.address).expect("it listens");
    let mut head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", served.address);
    headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
    stream.write_all(format!("{head}\r\n").as_bytes()).expect("it listens");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("it answers");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), bytes[end + 4..].to_vec())
}
