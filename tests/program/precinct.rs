//! A real commission gets through on the verbs alone. Every member has a key of their own on a machine of their own; a
//! precinct has no ledger, only a kit; papers go from hand to hand.

use std::fs;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::{Value, json};

use crate::kit::election::{CANDIDATES, manifest};
use crate::kit::program::{Machine, copy, envelopes, filled};

const UNITS: &str = "unit,parent,tier,name\nCEC,,central,Central\n01,CEC,constituency,First\n\
                     01.001,01,precinct,\"School 1, hall\"\n";
/// Commissions with their members and their quorum, top first.
const COMMISSIONS: [(&str, u16, usize); 3] = [("CEC", 3, 2), ("01", 3, 2), ("01.001", 6, 4)];
/// The figures of a paper that adds up; one voter took a paper home, which is unusual.
pub const FIGURES: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "181"),
    ("invalid", "4"),
    ("valid", "176"),
    ("01", "100"),
    ("02", "60"),
    ("03", "16"),
];

/// A member of a commission, or the log's officer, and the machine with the key.
pub struct Member {
    pub machine: Machine,
    public: String,
}

impl Member {
    fn new(name: &str) -> Self {
        let machine = Machine::new();
        machine.write("pass.txt", format!("the passphrase of {name}\n"));
        let typed = "keygen --name A_Member --out my.key --passphrase-file pass.txt";
        let key = machine.json(typed);
        let public = key["public_key"].as_str().expect("the key").to_owned();
        assert!(public.len() == 64 && key["fingerprint"].as_str().is_some_and(|text| text.len() == 39), "{key}");
        assert!(machine.text("my.key").starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        Self { machine, public }
    }

    /// Signs a paper that lies on another machine, with the kit that lies beside it: the paper travels, the key does
    /// not. What is signed goes back.
    fn sign(&self, from: &Machine, paper: &str) -> String {
        let signed = paper.replace(".toml", ".submission");
        let desk = self.desk(from, &[paper]);
        desk.ok(&typed(&desk, paper));
        desk.hand(&signed, from);
        signed
    }

    /// An empty folder on the member's machine with the key, these papers, and the kit that lies beside them. Tests run
    /// side by side: no two share a desk.
    fn desk(&self, from: &Machine, papers: &[&str]) -> Machine {
        let desk = Machine::new();
        ["my.key", "pass.txt"].iter().for_each(|file| self.machine.hand(file, &desk));
        papers.iter().for_each(|paper| from.hand(paper, &desk));
        if from.has("kit.protokol") {
            from.hand("kit.protokol", &desk);
        }
        desk
    }
}

fn typed(desk: &Machine, paper: &str) -> String {
    let kit = if desk.has("kit.protokol") { " --kit kit.protokol" } else { "" };
    format!("sign {paper} --key my.key --passphrase-file pass.txt --yes{kit}")
}

/// An election that was founded and enrolled; its office has the ledger.
pub struct Election {
    log: Member,
    pub commissions: Vec<Vec<Member>>,
    /// The ledger, the drafts and the submissions of the enrolment, and the kit.
    office: Machine,
}

impl Election {
    /// The one that all tests here begin with.
    pub fn begun() -> &'static Self {
        static ELECTION: OnceLock<Election> = OnceLock::new();
        ELECTION.get_or_init(Self::begin)
    }

    fn begin() -> Self {
        let log = Member::new("the log");
        let commissions: Vec<Vec<Member>> = COMMISSIONS
            .iter()
            .map(|(unit, members, _)| (1..=*members).map(|seat| Member::new(&format!("{seat} of {unit}"))).collect())
            .collect();
        let election = Self { log, commissions, office: Machine::new() };
        election.write_folder();
        election.found();
        election.enrol();
        election
    }

    fn write_folder(&self) {
        let office = &self.office;
        office.write("election/manifest.toml", manifest(false, [(3, 2), (3, 2), (6, 4)]));
        office.write("election/units.csv", UNITS);
        office.write("election/candidates.csv", CANDIDATES);
        office.write("election/members.csv", self.members_csv());
    }

    fn members_csv(&self) -> String {
        let mut table = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
        for ((unit, ..), members) in COMMISSIONS.iter().zip(&self.commissions) {
            for (member, seat) in members.iter().zip(1..) {
                let holds = ["chair", "secretary", "member"][usize::min(seat - 1, 2)];
                table += &format!("{unit},{seat},\"Member {seat}, of {unit}\",{holds},,{}\n", member.public);
            }
        }
        table
    }

    fn found(&self) {
        let office = &self.office;
        office.ok(&format!("draft founding --from election --log-key {} --out founding.toml", self.log.public));
        office.ok("check founding.toml");
        self.signed("founding.toml", 0, 2);
        // The log's key comes to the office on the day the ledger is founded, as the officer's own machine is there.
        self.log.machine.hand("my.key", office);
        self.log.machine.hand("pass.txt", office);
        let founded = office.json("init founding.submission --log-key my.key --passphrase-file pass.txt");
        assert_eq!(founded["ledger"], "ledger");
        copy(&office.path("ledger"), &office.path("founded"));
    }

    fn enrol(&self) {
        let office = &self.office;
        office.ok("export --kit --out kit.protokol");
        let drafts = office.json("enrol election/members.csv --out .");
        assert_eq!(drafts["drafts"], json!(["./commission-01.toml", "./commission-01.001.toml"]));
        self.signed("commission-01.toml", 0, 2);
        self.submitted("commission-01.submission");
        // The constituency forms its precinct with a kit that knows the constituency.
        self.new_kit("");
        self.signed("commission-01.001.toml", 1, 2);
        let drafts = office.json("enrol election/candidates.csv --out .");
        let candidates = drafts["drafts"].as_array().expect("a list").iter().map(|path| path.as_str().expect("a path"));
        for draft in candidates {
            let signed = self.signed(draft.trim_start_matches("./"), 0, 2);
            office.hand_to_queue(&signed);
        }
        office.hand_to_queue("commission-01.submission");
        office.hand_to_queue("commission-01.001.submission");
        let handed_in = office.json("submit queue --log-key my.key --passphrase-file pass.txt");
        assert_eq!(statuses(&handed_in), ["sealed", "sealed", "sealed", "sealed", "already"]);
        self.new_kit("");
    }

    fn new_kit(&self, flags: &str) {
        if self.office.has("kit.protokol") {
            fs::remove_file(self.office.path("kit.protokol")).expect("the old kit goes");
        }
        self.office.ok(&format!("export --kit --out kit.protokol{flags}"));
    }

    /// Has a paper on the office's machine signed by the first members of a commission, one after the other.
    fn signed(&self, draft: &str, commission: usize, members: usize) -> String {
        self.signed_on(&self.office, draft, commission, members)
    }

    fn signed_on(&self, machine: &Machine, draft: &str, commission: usize, members: usize) -> String {
        let signers = self.commissions[commission].iter().take(members);
        signers.fold(draft.to_owned(), |paper, member| member.sign(machine, &paper))
    }

    fn submitted(&self, submission: &str) -> Value {
        self.office.json(&format!("submit {submission} --log-key my.key --passphrase-file pass.txt"))
    }

    /// The same election in another office, so that each test has a ledger of its own. The members are the same people.
    pub fn office(&self) -> Machine {
        let office = Machine::new();
        copy(self.office.folder(), office.folder());
        office
    }

    /// A room in a precinct: no ledger, only the kit.
    pub fn room(&self) -> Machine {
        let room = Machine::new();
        self.office.hand("kit.protokol", &room);
        room
    }
}

impl Machine {
    fn hand_to_queue(&self, submission: &str) {
        self.write(&format!("queue/{submission}"), self.read(submission));
    }

    /// Hands a file in to the ledger of an office.
    fn hand_in(&self, office: &Machine, submission: &str) -> Value {
        self.hand(submission, office);
        office.json(&format!("submit {submission} --log-key my.key --passphrase-file pass.txt"))
    }
}

fn statuses(handed_in: &Value) -> Vec<&str> {
    let all = handed_in["submissions"].as_array().expect("a list");
    all.iter().map(|one| one["status"].as_str().expect("a status")).collect()
}

/// Writes a draft of the kind, filled in with figures, to `NAME.toml`.
fn drafted(room: &Machine, kind: &str, name: &str, figures: &[(&str, &str)]) {
    room.ok(&format!("draft {kind} 01.001 --kit kit.protokol --out {name}.blank.toml"));
    room.write(&format!("{name}.toml"), filled(&room.text(&format!("{name}.blank.toml")), figures));
}

fn with(change: (&'static str, &'static str)) -> Vec<(&'static str, &'static str)> {
    FIGURES.into_iter().map(|(key, figure)| (key, if key == change.0 { change.1 } else { figure })).collect()
}

fn findings(room: &Machine, draft: &str, exit: i32) -> Vec<Value> {
    let found = room.run(&format!("check {draft} --kit kit.protokol --json")).exits(exit).json();
    found["findings"].as_array().expect("a list").clone()
}

fn codes(findings: &[Value]) -> Vec<&str> {
    findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect()
}

#[test]
fn a_queue_is_taken_in_any_order_and_any_number_of_times() {
    let election = Election::begun();
    let office = election.office();
    // By name the precinct stands before the constituency that must be formed first.
    let queued = fs::read_dir(office.path("queue")).expect("the queue");
    let mut names: Vec<_> = queued.map(|entry| entry.expect("a file").file_name()).collect();
    names
        .retain(|name| name.to_string_lossy().contains("commission") && name.to_string_lossy().ends_with("submission"));
    names.sort();
    assert_eq!(names, ["commission-01.001.submission", "commission-01.submission"]);

    // The receipts there are those of the ledger that went on; this one has a history of its own.
    let receipts = office.files().into_keys().filter(|path| path.starts_with(office.path("queue")));
    for receipt in receipts.filter(|path| path.extension().is_some_and(|ending| ending == "tlog-proof")) {
        fs::remove_file(receipt).expect("it is there");
    }
    let typed = "submit queue --log-key my.key --passphrase-file pass.txt --ledger founded";
    let first = office.json(typed);
    assert_eq!(statuses(&first), ["sealed"; 5]);
    let again = office.json(typed);
    assert_eq!(statuses(&again), ["already"; 5]);
    office.ok("verify founded");
    // The same statements, whatever their order: five and the founding act.
    assert_eq!(envelopes(&office.path("founded")).len(), 6);
    assert_eq!(envelopes(&office.path("ledger")).len(), 6);
}

#[test]
fn a_protocol_gets_from_the_room_to_its_receipt() {
    let election = Election::begun();
    let (office, room) = (election.office(), election.room());
    assert!(!room.has("ledger"));

    // Before the boxes are opened.
    let opening = [("listed", "900"), ("received", "700")];
    drafted(&room, "opening", "opening", &opening);
    assert_eq!(findings(&room, "opening.toml", 0), [] as [Value; 0]);
    let signed = election.signed_on(&room, "opening.toml", 2, 4);
    assert_eq!(room.hand_in(&office, &signed)["status"], "sealed");

    // A figure is wrong: the items that disagree are named, and what the sum should have been.
    drafted(&room, "protocol", "wrong", &with(("02", "61")));
    let found = findings(&room, "wrong.toml", 5);
    assert_eq!(codes(&found), ["E1", "W1"]);
    assert_eq!(found[0]["unit"], "01.001");
    assert_eq!(found[0]["cells"], json!([{ "item": "votes", "stated": 177, "expected": 176 }]));
    assert!(found[0]["says"].as_str().is_some_and(|says| says.contains("177") && says.contains("176")), "{}", found[0]);
    drafted(&room, "protocol", "too-many", &with(("invalid", "9")));
    let found = findings(&room, "too-many.toml", 5);
    assert_eq!(codes(&found), ["E2"]);
    assert_eq!(found[0]["cells"], json!([{ "item": "valid + invalid", "stated": 185, "expected": 181 }]));
    assert!(found[0]["says"].as_str().is_some_and(|says| says.contains("185") && says.contains("181")), "{}", found[0]);

    // A candidate without a figure is not zero: the paper is not complete.
    drafted(&room, "protocol", "missing", &with(("02", "\"\"")));
    let found = findings(&room, "missing.toml", 6);
    assert_eq!((codes(&found), &found[0]["item"]), (vec!["R17", "W1"], &json!("cand_02")));
    assert_eq!(found[0]["unit"], "01.001");

    // Corrected. What is merely unusual does not keep anybody from signing.
    drafted(&room, "protocol", "01.001", &FIGURES);
    assert_eq!(codes(&findings(&room, "01.001.toml", 0)), ["W1"]);

    // Three of the four that must sign.
    let submission = election.signed_on(&room, "01.001.toml", 2, 3);
    room.hand(&submission, &office);
    let typed = format!("submit {submission} --log-key my.key --passphrase-file pass.txt");
    let stands = || (office.read("ledger/seal"), envelopes(&office.path("ledger")));
    let before = stands();
    let error = office.fails(&typed, 6);
    assert_eq!((&error["code"], &error["unit"]), (&json!("R11"), &json!("01.001")));
    let says = error["says"].as_str().expect("a sentence");
    assert!(says.contains('3') && says.contains('4'), "{says}");
    assert!(stands() == before, "a refusal changes nothing");
    assert!(!office.has("01.001.tlog-proof"));

    // The fourth.
    election.commissions[2][3].sign(&room, &submission);
    let sealed = room.hand_in(&office, &submission);
    assert_eq!((&sealed["status"], &sealed["receipt"]), (&json!("sealed"), &json!("01.001.tlog-proof")));
    let receipt = office.read("01.001.tlog-proof");
    let again = room.hand_in(&office, &submission);
    assert_eq!((&again["status"], &again["event"]), (&json!("already"), &sealed["event"]));
    assert_eq!(office.read("01.001.tlog-proof"), receipt);

    let event = sealed["event"].as_str().expect("a hash");
    office.ok(&format!("export --receipt {event} --out exported.tlog-proof"));
    assert_eq!(office.read("exported.tlog-proof"), receipt);
    office.fails(&format!("export --receipt {event} --out exported.tlog-proof"), 7);

    the_receipt_proves_it(&office, &room);
    the_ledger_says_it(&office, event);
    a_summary_follows(election, &office);
    a_correction_follows(election, &office, &room, event);
}

fn the_receipt_proves_it(office: &Machine, room: &Machine) {
    let key = office.text("ledger/log.vkey");
    room.write("policy", format!("log {}\nquorum none\n", key.trim()));
    office.hand("01.001.tlog-proof", room);
    let verified = room.json("verify 01.001.tlog-proof --policy policy");
    assert_eq!((&verified["verdict"], &verified["trust"]), (&json!("verified"), &json!("policy")));
    assert_eq!(verified["signatures"], 4);

    // Without anybody to trust it proves nothing; that is wrong usage, and not a no.
    room.fails("verify 01.001.tlog-proof", 2);
    let receipt = room.text("01.001.tlog-proof");
    let (head, tail) = receipt.split_at(receipt.find("extra ").expect("the entry") + 200);
    let other = if tail.starts_with('A') { "B" } else { "A" };
    room.write("forged.tlog-proof", format!("{head}{other}{}", &tail[1..]));
    let failed = room.run("verify forged.tlog-proof --policy policy --json").exits(1).json();
    assert_eq!(failed["verdict"], "failed");
    assert!(failed["faults"].as_array().is_some_and(|faults| !faults.is_empty()), "{failed}");
    room.run("verify forged.tlog-proof --policy policy").exits(1);
    room.write("cut.tlog-proof", &receipt[..300]);
    room.fails("verify cut.tlog-proof --policy policy", 3);
    let stranger = SecretKey::demonstration("somebody", "else").public();
    let key = protokol::crypto::vkey::VerifierKey::ed25519(
        "protokol.example/example-2030".parse().expect("a name"),
        stranger,
    );
    room.write("stranger", format!("log {}\nquorum none\n", key.expect("a key")));
    room.run("verify 01.001.tlog-proof --policy stranger").exits(1);
}

fn the_ledger_says_it(office: &Machine, event: &str) {
    let verified = office.json("verify");
    assert_eq!((&verified["verdict"], &verified["events"]), (&json!("verified"), &json!(8)));
    let fingerprint = verified["fingerprint"].as_str().expect("a fingerprint").replace(' ', "");
    let expected = office.json(&format!("verify ledger --expect {fingerprint}"));
    assert_eq!(expected["trust"], "expected");

    let tally = office.json("tally");
    assert_eq!((&tally["fingerprint"], &tally["rehearsal"]), (&verified["fingerprint"], &json!(false)));
    let contest = &tally["contests"][0];
    let expected = json!({
        "listed": 900, "received": 700, "took": 181, "invalid": 4, "valid": 176,
        "cand_01": 100, "cand_02": 60, "cand_03": 16,
    });
    assert_eq!(contest["totals"], expected);
    assert_eq!((&contest["in_force"], &contest["awaited"]), (&json!(1), &json!(0)));
    assert_eq!(contest["candidates"][2]["name"], "Candidate C, the third");
    let earlier = office.json("tally --at 7");
    assert_eq!(earlier["contests"][0]["totals"]["cand_01"], Value::Null);

    let found = office.ok("findings --json").lines();
    assert_eq!(codes(&found), ["W1"]);
    assert_eq!(found[0]["event"], event);
    assert_eq!(office.ok("findings --code E1 --json").lines(), [] as [Value; 0]);
    office.fails("findings --code E17", 2);

    let shown = office.json("show 01.001");
    assert_eq!((&shown["quorum"], &shown["papers"][0]["in_force"]), (&json!(4), &json!(event)));
    assert_eq!(office.json(&format!("show {event}"))["kind"], "ProtocolSubmitted");
    assert_eq!(office.json("show checkpoint")["fingerprint"], verified["fingerprint"]);
    assert_eq!(office.fails("show 01.002", 2)["code"], "U9");
    let logged = office.ok("log --unit 01.001 --json").lines();
    let kinds: Vec<_> = logged.iter().map(|line| line["kind"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["CommissionFormed", "OpeningSealed", "ProtocolSubmitted"]);
    assert_eq!(office.ok("log --kind protocol --json").lines().len(), 1);
}

/// The constituency sums its precincts: drafted from the ledger, signed with nothing but a kit.
fn a_summary_follows(election: &Election, office: &Machine) {
    let error = office.fails("draft summary 01 --kit kit.protokol", 2);
    assert!(error["do"].as_str().is_some_and(|act| act.contains("--ledger")), "{error}");
    office.ok("draft summary 01 --out summary.toml");
    office.ok("check summary.toml");
    office.ok("check summary.toml --kit kit.protokol");
    let summary = election.signed_on(office, "summary.toml", 1, 2);
    let handed_in = office.json(&format!("submit {summary} --log-key my.key --passphrase-file pass.txt"));
    assert_eq!(handed_in["status"], "sealed");
    assert_eq!(codes(&office.ok("findings --json").lines()), ["W1"]);
    assert_eq!(office.json("verify")["verdict"], "verified");
}

/// The precinct counted again. Its kit has no papers: what it cannot judge is left to the ledger.
fn a_correction_follows(election: &Election, office: &Machine, room: &Machine, event: &str) {
    room.ok(&format!("draft correction 01.001 --event {event} --kit kit.protokol --out blank.toml"));
    let mut values = with(("03", "15"));
    values.extend([("valid", "175"), ("reason", "\"one paper was counted twice\"")]);
    values.retain(|(key, figure)| *key != "valid" || *figure == "175");
    room.write("correction.toml", filled(&room.text("blank.toml"), &values));
    assert_eq!(codes(&findings(room, "correction.toml", 0)), ["W1"]);
    let correction = election.signed_on(room, "correction.toml", 2, 4);
    assert_eq!(room.hand_in(office, &correction)["status"], "sealed");
    let contest = &office.json("tally")["contests"][0];
    assert_eq!((&contest["totals"]["cand_03"], &contest["corrected"]), (&json!(15), &json!(1)));
    // The summary was made before it.
    assert!(codes(&office.ok("findings --json").lines()).contains(&"S3"));

    // The same again, from a kit that cannot know: the ledger does.
    room.write("again.toml", room.read("correction.toml"));
    let again = election.signed_on(room, "again.toml", 2, 4);
    room.hand(&again, office);
    let error = office.fails(&format!("submit {again} --log-key my.key --passphrase-file pass.txt"), 6);
    assert_eq!((&error["code"], &error["file"]), (&json!("R22"), &json!("again.submission")));
}

#[test]
fn two_typings_that_differ_are_not_signed() {
    let election = Election::begun();
    let room = election.room();
    drafted(&room, "protocol", "typed", &FIGURES);
    drafted(&room, "protocol", "typed-again", &with(("03", "61")));
    drafted(&room, "protocol", "typed-the-same", &FIGURES);
    let drafts = ["typed.toml", "typed-again.toml", "typed-the-same.toml"];
    let here = election.commissions[2][0].desk(&room, &drafts);
    let typed = "sign typed.toml --key my.key --passphrase-file pass.txt --yes --kit kit.protokol --second";
    let error = here.fails(&format!("{typed} typed-again.toml"), 7);
    let says = error["says"].as_str().expect("a sentence");
    assert!(says.contains("cand_03: 16 and 61"), "{says}");
    assert_eq!((&error["item"], &error["file"]), (&json!("cand_03"), &json!("typed-again.toml")));
    let line = error["line"].as_u64().and_then(|line| usize::try_from(line).ok()).expect("the line");
    let text = here.text("typed-again.toml");
    assert!(text.lines().nth(line - 1).is_some_and(|line| line.starts_with("03")), "{error}");
    // In an item, and in what is no figure.
    let again = with(("valid", "175"));
    drafted(&here, "protocol", "typed-thirdly", &again);
    let error = here.fails(&format!("{typed} typed-thirdly.toml"), 7);
    assert_eq!(error["item"], "valid", "{error}");
    let text = filled(&here.text("typed-the-same.toml"), &[("form_serial", "\"B 7\"")]);
    here.write("typed-serial.toml", text.clone());
    let error = here.fails(&format!("{typed} typed-serial.toml"), 7);
    assert!(error["item"].as_str().is_some_and(|item| item.contains("form_serial")), "{error}");
    let line = text.lines().position(|line| line.starts_with("form_serial")).expect("the field");
    assert_eq!(error["line"], line + 1, "{error}");
    assert!(!here.has("typed.submission"));
    here.ok(&format!("{typed} typed-the-same.toml"));

    // The next member compares a typing of their own with what is to be signed.
    let (next, submission) = (&election.commissions[2][1], "typed.submission");
    here.write("my.key", next.machine.read("my.key"));
    here.write("pass.txt", next.machine.read("pass.txt"));
    let unchanged = here.read(submission);
    let typed = typed.replace("typed.toml", submission);
    here.fails(&format!("{typed} typed-again.toml"), 7);
    assert_eq!(here.read(submission), unchanged);
    assert_eq!(here.json(&format!("{typed} typed-the-same.toml"))["signatures"], 2);
}

#[test]
fn only_who_may_say_it_signs() {
    let election = Election::begun();
    let (office, room) = (election.office(), election.room());
    drafted(&room, "protocol", "01.001", &FIGURES);
    let half_signed = election.signed_on(&room, "01.001.toml", 2, 2);
    let refused = |member: &Member, paper: &str| {
        let desk = member.desk(&room, &[paper]);
        let before = desk.files();
        let error = desk.fails(&typed(&desk, paper), 6);
        assert!(desk.files() == before, "nothing is written");
        error["code"].as_str().expect("a code").to_owned()
    };
    let stranger = Member::new("a stranger");
    assert_eq!(refused(&stranger, "01.001.toml"), "R8");
    assert_eq!(refused(&stranger, &half_signed), "R8");
    // A member of another commission would spoil the others' signatures.
    let above = &election.commissions[1][2];
    assert_eq!(refused(above, "01.001.toml"), "R10");
    assert_eq!(refused(above, &half_signed), "R10");
    assert_eq!(refused(&election.log, &half_signed), "R10");

    // A figure that was changed after the others had signed: their signatures do not fit it any more.
    let mut forged = room.read(&half_signed);
    let last = forged.len() - 1;
    forged[last - 2 * 96 - 20] ^= 1;
    room.write("forged.submission", &forged);
    let next = &election.commissions[2][2];
    assert!(["R33", "R35"].contains(&refused_bytes(&room, next, "forged.submission").as_str()));
    forged[last - 2 * 96 - 20] ^= 1;
    forged[last] ^= 1;
    room.write("forged.submission", &forged);
    assert_eq!(refused_bytes(&room, next, "forged.submission"), "R33");

    // The log's key is asked for, and must be the log's.
    let full = election.commissions[2][2..4].iter().fold(half_signed, |paper, member| member.sign(&room, &paper));
    room.hand(&full, &office);
    assert_eq!(office.fails(&format!("submit {full}"), 2)["code"], "U1");
    office.write("other.key", stranger.machine.read("my.key"));
    office.write("other.txt", stranger.machine.read("pass.txt"));
    let error = office.fails(&format!("submit {full} --log-key other.key --passphrase-file other.txt"), 6);
    assert_eq!(error["code"], "R38");
    let error = office.fails(&format!("submit {full} --log-key my.key --passphrase-file other.txt"), 12);
    assert_eq!(error["code"], "U6");
    assert_eq!(office.fails(&format!("submit {full} --log-key my.key"), 12)["code"], "U6");
    assert_eq!(envelopes(&office.path("ledger")).len(), 6);

    // A question that nobody answers is a no.
    let member = &election.commissions[2][4];
    let desk = member.desk(&room, &[&full]);
    let unasked = typed(&desk, &full).replace(" --yes", "");
    assert_eq!(desk.fails(&unasked, 2)["code"], "U8");
    assert_eq!(desk.read(&full), room.read(&full));
}

/// A member is handed a paper whose bytes are wrong, and signs nothing.
fn refused_bytes(room: &Machine, member: &Member, paper: &str) -> String {
    let desk = member.desk(room, &[paper]);
    let before = desk.files();
    let done = desk.run(&format!("{} --json", typed(&desk, paper)));
    assert!(done.exit == 6 || done.exit == 7, "{done}");
    assert!(desk.files() == before, "nothing is written");
    done.error()["code"].as_str().expect("a code").to_owned()
}

#[test]
fn a_replaced_member_signs_no_more() {
    let election = Election::begun();
    let (office, room) = (election.office(), election.room());
    let fresh = Member::new("the new member");
    office.ok("draft replacement 01.001 --out replacement.blank.toml");
    let values = [
        ("reason", "\"moved away\""),
        ("seat", "2"),
        ("name", "\"New Member\""),
        ("office", "\"secretary\""),
        ("key", &format!("{:?}", fresh.public)),
    ];
    office.write("replacement.toml", filled(&office.text("replacement.blank.toml"), &values));
    office.ok("check replacement.toml");
    let signed = election.signed_on(&office, "replacement.toml", 1, 2);

    // A paper that the old member signed in time, but that was handed in too late.
    drafted(&room, "protocol", "late", &FIGURES);
    let late = election.signed_on(&room, "late.toml", 2, 4);
    office.ok(&format!("submit {signed} --log-key my.key --passphrase-file pass.txt"));
    room.hand(&late, &office);
    let error = office.fails(&format!("submit {late} --log-key my.key --passphrase-file pass.txt"), 6);
    assert_eq!(error["code"], "R9");

    // With a kit of today the old key is refused at the table, and the new one signs.
    fs::remove_file(office.path("kit.protokol")).expect("the old kit goes");
    office.ok("export --kit --unit 01.001 --out kit.protokol");
    assert!(office.read("kit.protokol").len() <= room.read("kit.protokol").len() + 1000);
    office.hand("kit.protokol", &room);
    drafted(&room, "protocol", "today", &FIGURES);
    let old = &election.commissions[2][1];
    let desk = old.desk(&room, &["today.toml"]);
    assert_eq!(desk.fails(&typed(&desk, "today.toml"), 6)["code"], "R9");
    let signers = [&election.commissions[2][0], &fresh, &election.commissions[2][2], &election.commissions[2][3]];
    let today = signers.iter().fold("today.toml".to_owned(), |paper, member| member.sign(&room, &paper));
    assert_eq!(room.hand_in(&office, &today)["status"], "sealed");
    office.ok("verify");
    let members = office.json("show 01.001")["members"].as_array().expect("a list").len();
    assert_eq!(members, 7, "the old one is shown, with the event until which they were a member");
}

#[test]
fn a_demonstration_key_is_nobodys() {
    let election = Election::begun();
    let office = election.office();
    let key = |unit: &str, seat: &str| SecretKey::demonstration(unit, seat).public().to_string();
    let members = election.members_csv();

    let honest = &election.commissions[2][2].public;
    office.write("election/members.csv", members.replace(honest, &key("01.001", "3")));
    let error = office.fails("enrol election/members.csv --out demo --ledger founded", 7);
    assert_eq!(
        (&error["code"], &error["column"], &error["unit"]),
        (&json!("U4"), &json!("public_key"), &json!("01.001"))
    );
    assert_eq!(error["line"], 10);
    assert_eq!(error["file"], "election/members.csv");
    assert!(!office.has("demo"));
    // Anybody has those of other seats and other units too.
    for other in [key("01.001", "1"), key("01", "2"), key("CEC", "3")] {
        office.write("election/members.csv", members.replace(honest, &other));
        let error = office.fails("enrol election/members.csv --out demo --ledger founded", 7);
        assert_eq!((&error["column"], &error["line"]), (&json!("public_key"), &json!(10)), "{error}");
    }
    // Written into the draft by hand, the rules find it.
    let draft = office.text("commission-01.001.toml").replace(honest, &key("01.001", "3"));
    let draft = draft.replace("01.001\"", "01.002\"");
    office.write("by-hand.toml", draft.replace(&key("01.001", "3"), &key("01.002", "3")));
    let found = office.run("check by-hand.toml --json").exits(6).json();
    assert_eq!(found["findings"][0]["code"], "R27");
    office.write("by-hand.toml", draft.replace(&key("01.001", "3"), &key("01", "1")));
    let found = office.run("check by-hand.toml --json").exits(6).json();
    assert_eq!((&found["findings"][0]["code"], &found["findings"][0]["unit"]), (&json!("R27"), &json!("01.002")));

    let honest = &election.commissions[0][0].public;
    office.write("election/members.csv", members.replace(honest, &key("CEC", "1")));
    let typed = format!("draft founding --from election --log-key {} --out second.toml", election.log.public);
    assert_eq!(office.fails(&typed, 7)["column"], "public_key");
    assert!(!office.has("second.toml"));
    let draft = office.text("founding.toml").replace(honest, &key("CEC", "1"));
    office.write("second.toml", draft);
    let found = office.run("check second.toml --json").exits(6).json();
    assert_eq!(found["findings"][0]["code"], "R27");
}

#[test]
fn founding_touches_nothing_that_is_there() {
    let election = Election::begun();
    let office = election.office();
    let before = office.files();
    let error = office.fails("init founding.submission --log-key my.key --passphrase-file pass.txt", 7);
    assert_eq!(error["code"], "U5");
    assert_eq!(office.files(), before);

    // Not by one signature, and not with another key than the one that the act names.
    let elsewhere = "--log-key my.key --passphrase-file pass.txt --ledger elsewhere";
    // Nor with the log's key of a rehearsal.
    for origin in ["protokol.example/example-2030", "protokol.example/example-2030/rehearsal"] {
        office.write("demo.key", keyfile::seal_plain(&SecretKey::demonstration("log:", origin)).as_bytes());
        let error = office.fails("init founding.submission --log-key demo.key --ledger elsewhere", 6);
        assert_eq!((&error["code"], &error["file"]), (&json!("R27"), &json!("demo.key")), "{error}");
    }
    fs::remove_file(office.path("founding.submission")).expect("signed again");
    election.signed_on(&office, "founding.toml", 0, 1);
    assert_eq!(office.fails(&format!("init founding.submission {elsewhere}"), 6)["code"], "R11");
    let other = &election.commissions[0][1].machine;
    office.write("founding.submission", election.office.read("founding.submission"));
    office.write("other.key", other.read("my.key"));
    office.write("other.txt", other.read("pass.txt"));
    let typed = "init founding.submission --log-key other.key --passphrase-file other.txt --ledger elsewhere";
    assert_eq!(office.fails(typed, 6)["code"], "R38");
    office.write("other.txt", "wrong\n");
    assert_eq!(office.fails(typed, 12)["code"], "U6");
    assert_eq!(office.fails(&format!("init commission-01.submission {elsewhere}"), 7)["code"], "U3");
    let left = fs::read_dir(office.folder()).expect("the office").filter(|entry| {
        let name = entry.as_ref().expect("a file").file_name();
        name.to_string_lossy().contains("elsewhere")
    });
    assert_eq!(left.count(), 0);
}
