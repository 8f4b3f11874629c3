//! A whole election with invented candidates, from the evening to the closed ledger: a constituency's protocols are
//! annulled and voted on again, three are corrected, the result is certified. The sums are held against a ledger of
//! the test's own, a map that is changed by hand at each stage, and asked again `--at` every stage.

use std::collections::BTreeMap;

use protokol::crypto::key::SecretKey;
use protokol::crypto::parallel::Serial;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::decision::Decision;
use protokol::domain::form::{Form, Stage};
use protokol::domain::id::{ContestId, LedgerId, UnitId};
use protokol::domain::number::{BallotNumber, Count, Voting};
use protokol::domain::protocol::{
    Figures, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled,
};
use protokol::domain::statement::{Body, Statement};
use protokol::domain::time::Millis;
use protokol::ledger::submission::SignedStatement;
use protokol::store::read;
use protokol::tally::read_model::ReadModel;
use protokol::verify::conclude::TrustAnchors;
use serde_json::{Value, json};

use crate::kit::program::Machine;

const CONTEST: &str = "president";
const UNITS: usize = 400;
const CENTRAL: (&str, u16) = ("AZ", 12);
const CONSTITUENCY: &str = "001";

/// What the test itself keeps: the figures that count, by precinct.
type Books = BTreeMap<UnitId, Figures>;

struct Night {
    office: Machine,
    ledger: LedgerId,
    stage: usize,
}

impl Night {
    fn rehearsed() -> Self {
        let office = Machine::new();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/elections/azerbaijan-2024");
        office.ok(&format!("rehearse {folder} --synthetic 7 --units {UNITS} --quiet"));
        let mut night = Self { office, ledger: LedgerId::UNFOUNDED, stage: 0 };
        night.ledger = night.model().election().expect("founded").ledger;
        night
    }

    fn model(&self) -> ReadModel {
        read::open(&self.office.path("ledger"), &TrustAnchors::default(), Serial, &mut |_| {}).expect("a ledger").model
    }

    /// The books as they stand in the ledger.
    fn books(&self) -> Books {
        let (model, contest) = (self.model(), contest());
        let in_force = |unit: &UnitId| {
            let row = model.paper(&contest, unit)?;
            row.at(protokol::domain::number::Size(u64::MAX)).in_force.map(|(_, protocol)| protocol.figures.clone())
        };
        model.lowest().filter_map(|(unit, _)| Some((unit.clone(), in_force(unit)?))).collect()
    }

    /// The precincts of a constituency whose protocol is in force.
    fn reported_below(&self, above: &str, books: &Books) -> Vec<UnitId> {
        let model = self.model();
        let above: UnitId = above.parse().expect("a unit");
        books.keys().filter(|unit| model.lineage(unit).any(|u| *u == above)).cloned().collect()
    }

    /// Hands in what one commission after the other says, and each is sealed.
    fn say(&mut self, said: Vec<(Body, (String, u16))>) {
        self.stage += 1;
        let count = said.len();
        for (at, (body, (unit, quorum))) in said.into_iter().enumerate() {
            let statement = Statement { ledger: self.ledger, said_at: Millis::EPOCH.plus(self.stage as u64), body };
            let mut signed = SignedStatement::unsigned(&statement).expect("fits an entry");
            for seat in 1..=quorum {
                signed.sign(&SecretKey::demonstration(&unit, &seat.to_string()));
            }
            self.office.write(&format!("stage-{}/{at:05}.submission", self.stage), signed.to_file());
        }
        let answers = self.office.json(&format!("submit stage-{}", self.stage));
        let answers = answers["submissions"].as_array().expect("one answer a paper");
        let sealed = answers.iter().filter(|answer| answer["status"] == "sealed").count();
        assert_eq!(sealed, count, "{answers:?}");
    }

    fn size(&self) -> u64 {
        self.office.json("show checkpoint")["size"].as_u64().expect("a size")
    }

    fn tally(&self, at: Option<u64>) -> Value {
        let at = at.map_or_else(String::new, |at| format!(" --at {at}"));
        self.office.json(&format!("tally{at}"))["contests"][0].clone()
    }
}

fn contest() -> ContestId {
    CONTEST.parse().expect("a contest")
}

fn decision(reference: &str) -> Decision {
    Decision { reference: reference.parse().expect("a text"), date: None }
}

fn paper(unit: &UnitId, voting: Voting) -> Paper {
    Paper { contest: contest(), unit: unit.clone(), voting }
}

fn protocol(paper: Paper, figures: Figures) -> ProtocolSubmitted {
    let form_serial = "AZ 000001".parse().expect("a text");
    ProtocolSubmitted { paper, figures, form_serial, completed_at: None, dissent: Vec::new(), attachments: Vec::new() }
}

/// The sums of the books, as `tally --json` names them.
fn sums(books: &Books, form: &Form) -> BTreeMap<String, Option<u64>> {
    let mut sums: BTreeMap<String, Option<u64>> = BTreeMap::new();
    for figures in books.values() {
        let items = form.items.iter().zip(&figures.items).map(|(item, figure)| (item.key.to_string(), *figure));
        let votes = figures.votes.iter().map(|(number, votes)| (format!("cand_{:02}", number.0), Some(*votes)));
        for (key, figure) in items.chain(votes) {
            let sum = sums.entry(key).or_default();
            *sum = figure.map(|figure| sum.unwrap_or(0) + u64::from(figure.0)).or(*sum);
        }
    }
    sums
}

/// A vote moves from one candidate to the other: the paper still adds up.
fn moved(figures: &Figures) -> Figures {
    let mut figures = figures.clone();
    let from = figures.votes.iter().position(|(_, votes)| votes.0 > 0).expect("somebody has a vote");
    let to = (from + 1) % figures.votes.len();
    figures.votes[from].1 = Count(figures.votes[from].1.0 - 1);
    figures.votes[to].1 = Count(figures.votes[to].1.0 + 1);
    figures
}

#[test]
fn an_election_from_the_evening_to_the_closed_ledger() {
    let mut night = Night::rehearsed();
    let form = night.model().election().expect("founded").founding.manifest.form.clone();
    let mut books = night.books();
    let mut stages: Vec<(u64, Books)> = vec![(night.size(), books.clone())];
    let annulled_before = night.tally(None)["annulled"].as_u64().expect("a number");

    // The constituency's commission annuls what its precincts handed in.
    let in_force = |night: &Night, unit: &UnitId| {
        let model = night.model();
        let row = model.paper(&contest(), unit).expect("a paper");
        let now = row.at(protokol::domain::number::Size(u64::MAX));
        (now.in_force.expect("in force").0.event, now.voting)
    };
    let hit = night.reported_below(CONSTITUENCY, &books);
    assert!(!hit.is_empty());
    let above = || (CONSTITUENCY.to_owned(), 6);
    let annul = |unit: &UnitId| {
        let (event, voting) = in_force(&night, unit);
        let (reason, decision) = ("boxes unsealed".parse().expect("a text"), decision("12"));
        Body::ProtocolAnnulled(ProtocolAnnulled { paper: paper(unit, voting), protocol: event, reason, decision })
    };
    let votings: BTreeMap<UnitId, Voting> = hit.iter().map(|unit| (unit.clone(), in_force(&night, unit).1)).collect();
    let said = hit.iter().map(|unit| (annul(unit), above())).collect();
    night.say(said);
    let struck: Books = hit.iter().map(|unit| (unit.clone(), books.remove(unit).expect("it counted"))).collect();
    stages.push((night.size(), books.clone()));
    assert_eq!(night.tally(None)["annulled"], json!(annulled_before + hit.len() as u64));

    // Voting is held again: opened, counted, handed in.
    let repeat = |unit: &UnitId| {
        let (day, reason) = ("2024-02-18".parse().expect("a day"), "annulled".parse().expect("a text"));
        let paper = paper(unit, votings[unit]);
        Body::RepeatVotingCalled(RepeatVotingCalled { paper, day, reason, decision: decision("13") })
    };
    night.say(hit.iter().map(|unit| (repeat(unit), above())).collect());
    stages.push((night.size(), books.clone()));
    let precinct = |unit: &UnitId| (unit.to_string(), 4);
    let opened = |unit: &UnitId, figures: &Figures| {
        let items = form.items.iter().zip(&figures.items);
        let items = items.map(|(item, figure)| figure.filter(|_| item.stage == Stage::Opening)).collect();
        Body::OpeningSealed(OpeningSealed { paper: paper(unit, votings[unit].next()), items })
    };
    night.say(struck.iter().map(|(unit, figures)| (opened(unit, figures), precinct(unit))).collect());
    let again: Books = struck.iter().map(|(unit, figures)| (unit.clone(), moved(figures))).collect();
    let counted = |unit: &UnitId, figures: &Figures| {
        Body::ProtocolSubmitted(protocol(paper(unit, votings[unit].next()), figures.clone()))
    };
    night.say(again.iter().map(|(unit, figures)| (counted(unit, figures), precinct(unit))).collect());
    books.extend(again);
    stages.push((night.size(), books.clone()));

    // Three precincts elsewhere correct a figure.
    let elsewhere: Vec<UnitId> = books.keys().filter(|unit| !hit.contains(unit)).take(3).cloned().collect();
    let corrected: Books = elsewhere.iter().map(|unit| (unit.clone(), moved(&books[unit]))).collect();
    let correct = |unit: &UnitId, figures: &Figures| {
        let (replaces, voting) = in_force(&night, unit);
        let protocol = protocol(paper(unit, voting), figures.clone());
        let reason = "a slip of the pen".parse().expect("a text");
        Body::ProtocolCorrected(ProtocolCorrected { replaces, reason, decision: decision("14"), protocol })
    };
    let said = corrected.iter().map(|(unit, figures)| (correct(unit, figures), precinct(unit))).collect();
    night.say(said);
    books.extend(corrected);
    stages.push((night.size(), books.clone()));

    // The court confirms, and the ledger is closed: nothing comes after.
    let central = || (CENTRAL.0.to_owned(), CENTRAL.1);
    let body = "Constitutional Court".parse().expect("a text");
    let certified = ResultCertified {
        contest: contest(),
        body,
        elected: vec![BallotNumber(1)],
        nobody: false,
        decision: decision("15"),
    };
    night.say(vec![(Body::ResultCertified(certified), central())]);
    night.say(vec![(Body::LedgerClosed(LedgerClosed { decision: decision("16") }), central())]);

    // Now, and at every stage, the sums are those of the test's own books.
    stages.push((night.size(), books.clone()));
    for (at, books) in &stages {
        let tally = night.tally(Some(*at));
        let told: BTreeMap<String, Option<u64>> = serde_json::from_value(tally["totals"].clone()).expect("totals");
        assert_eq!(told, sums(books, &form), "at {at}");
        assert_eq!(tally["in_force"], json!(books.len()), "at {at}");
        assert_eq!(tally["units_expected"], json!(UNITS), "at {at}");
    }
    assert_eq!(night.tally(None)["totals"], night.tally(Some(night.size()))["totals"]);
    assert_eq!(night.office.json("verify ledger")["verdict"], "verified");
    exports_agree(&night, &books, &form);

    // A commission that comes late finds the ledger closed.
    let statement = Statement {
        ledger: night.ledger,
        said_at: Millis::EPOCH,
        body: Body::LedgerClosed(LedgerClosed { decision: decision("17") }),
    };
    let mut late = SignedStatement::unsigned(&statement).expect("fits an entry");
    (1..=CENTRAL.1).for_each(|seat| {
        late.sign(&SecretKey::demonstration(CENTRAL.0, &seat.to_string()));
    });
    night.office.write("late.submission", late.to_file());
    assert_eq!(night.office.fails("submit late.submission", 6)["code"], "R3");
}

/// Every export has the same cells as the books, unit by unit.
fn exports_agree(night: &Night, books: &Books, form: &Form) {
    let export = |format: &str| {
        night.office.ok(&format!("export --format {format} --out {format}.out --quiet"));
        night.office.text(&format!("{format}.out"))
    };
    assert_eq!(of_wide(&export("csv"), form), cells(books, form), "csv");
    let votes = |(unit, cells): (String, Cells)| {
        (unit, cells.into_iter().filter(|(key, _)| key.starts_with("cand_")).collect::<Cells>())
    };
    let votes: BTreeMap<String, Cells> = cells(books, form).into_iter().map(votes).collect();
    assert_eq!(of_long(&export("csv-long")), votes, "csv-long");
    assert_eq!(of_nist(&export("nist")), votes, "nist");
    assert_eq!(of_ndjson(&export("ndjson"), form), cells(books, form), "ndjson");
    let log: Value = serde_json::from_str(&export("nist-log")).expect("JSON");
    assert_eq!(events(&log), night.size(), "nist-log");
    // NIST's own schemas, and a validator that strangers wrote.
    accepted(include_str!("../nist/NIST_V2_election_results_reporting.json"), &night.office.text("nist.out"));
    accepted(include_str!("../nist/NIST_V1_election_event_logging.json"), &night.office.text("nist-log.out"));
}

fn accepted(schema: &str, document: &str) {
    let schema = serde_json::from_str(schema).expect("JSON");
    let validator = jsonschema::draft4::new(&schema).expect("NIST's schema is one");
    let document = serde_json::from_str(document).expect("JSON");
    let faults: Vec<_> = validator.iter_errors(&document).take(3).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

type Cells = BTreeMap<String, Option<u64>>;

fn cells(books: &Books, form: &Form) -> BTreeMap<String, Cells> {
    let of_unit = |(unit, figures): (&UnitId, &Figures)| {
        let items = form.items.iter().zip(&figures.items).map(|(item, figure)| (item.key.to_string(), *figure));
        let votes = figures.votes.iter().map(|(number, votes)| (format!("cand_{:02}", number.0), Some(*votes)));
        (unit.to_string(), items.chain(votes).map(|(key, figure)| (key, figure.map(|f| u64::from(f.0)))).collect())
    };
    books.iter().map(of_unit).collect()
}

fn of_wide(text: &str, form: &Form) -> BTreeMap<String, Cells> {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let header = table.headers().expect("a header").clone();
    let is_figure = |name: &str| name.starts_with("cand_") || form.items.iter().any(|item| item.key.as_str() == name);
    let mut rows = BTreeMap::new();
    for row in table.records() {
        let row = row.expect("a row");
        let named: BTreeMap<&str, &str> = header.iter().zip(&row).collect();
        let figures = named.iter().filter(|(name, _)| is_figure(name));
        let figures: Cells = figures.map(|(name, figure)| ((*name).to_owned(), figure.parse().ok())).collect();
        if named["ledger:status"] == "reported" {
            rows.insert(named["unit"].to_owned(), figures);
        } else {
            assert!(figures.values().all(Option::is_none), "{row:?}");
        }
    }
    rows
}

fn of_long(text: &str) -> BTreeMap<String, Cells> {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let header = table.headers().expect("a header").clone();
    let mut rows: BTreeMap<String, Cells> = BTreeMap::new();
    for row in table.records() {
        let row = row.expect("a row");
        let named: BTreeMap<&str, &str> = header.iter().zip(&row).collect();
        if let (Ok(number), Ok(votes)) = (named["ledger:number"].parse::<u16>(), named["votes"].parse()) {
            rows.entry(named["precinct"].to_owned()).or_default().insert(format!("cand_{number:02}"), Some(votes));
        }
    }
    rows
}

/// Each event with a paper, in order: the last one of a unit that nothing struck counts.
fn of_ndjson(text: &str, form: &Form) -> BTreeMap<String, Cells> {
    let mut papers: BTreeMap<String, Cells> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let event: Value = serde_json::from_str(line).expect("JSON");
        let body = &event["body"];
        let protocol = if event["kind"] == "ProtocolCorrected" { &body["protocol"] } else { body };
        match event["kind"].as_str().expect("a kind") {
            "ProtocolSubmitted" | "ProtocolCorrected" => {
                let items = form.items.iter().zip(protocol["figures"]["items"].as_array().expect("items"));
                let items = items.map(|(item, figure)| (item.key.to_string(), figure.as_u64()));
                let votes = protocol["figures"]["votes"].as_array().expect("votes").iter();
                let votes = votes.map(|v| (format!("cand_{:02}", v[0].as_u64().expect("a number")), v[1].as_u64()));
                let unit = protocol["paper"]["unit"].as_str().expect("a unit");
                papers.insert(unit.to_owned(), items.chain(votes).collect());
            }
            "ProtocolAnnulled" => {
                papers.remove(body["paper"]["unit"].as_str().expect("a unit"));
            }
            _ => {}
        }
    }
    papers
}

/// Votes of precincts: a report has sums of the units above beside them.
fn of_nist(text: &str) -> BTreeMap<String, Cells> {
    let report: Value = serde_json::from_str(text).expect("JSON");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let is_precinct = |unit: &Value| unit["Type"] == "precinct";
    let precincts = list(&report["GpUnit"]).into_iter().filter(is_precinct);
    let precincts: BTreeMap<String, String> = precincts
        .map(|unit| (unit["@id"].as_str().expect("an id").into(), unit["Number"].as_str().expect("a number").into()))
        .collect();
    let mut rows: BTreeMap<String, Cells> = BTreeMap::new();
    for selection in list(&report["Election"][0]["Contest"][0]["ContestSelection"]) {
        let candidate = selection["CandidateIds"][0].as_str().expect("a candidate");
        let number = candidate.rsplit('-').next().expect("a number").to_owned();
        for counted in list(&selection["VoteCounts"]) {
            if let Some(unit) = precincts.get(counted["GpUnitId"].as_str().expect("a unit")) {
                let row = rows.entry(unit.clone()).or_default();
                row.insert(format!("cand_{number}"), counted["Count"].as_u64());
            }
        }
    }
    rows
}

/// How many events a log tells of.
fn events(log: &Value) -> u64 {
    log["Device"][0]["Event"].as_array().map_or(0, |events| events.len() as u64)
}
