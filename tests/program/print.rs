//! The printed protocol: every figure and its words, who signed and who did not, and whatever hostile people wrote, as
//! text. A paper without a protocol in force says so, and has no figures.

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::commission::Office;
use protokol::domain::paper_status::PaperStatus;
use protokol::text::{self, Heading, Label, Lang, Remark};
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

const SCHOOL: &str = "School <script>alert(\"unit\")</script> & 'hall'";
const CANDIDATE: &str = "Candidate <img onerror=alert(1)>";
const REASON: &str = "a \"recount\" <b>";
const MEMBER: &str = "A <script>alert('member')</script> \"Member\"";
const OPINION: &str = "</div><script>alert(2)</script> & so on";
const FIGURES: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "181"),
    ("invalid", "5"),
    ("valid", "176"),
    ("01", "100"),
    ("02", "60"),
    ("03", "16"),
];

/// A rehearsed ledger: 01.001 has reported, 01.002 corrected, 01.003 is annulled, 01.005 awaited. Some of its people
/// write what a browser would obey.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        let edit = |file: &str, old: &str, new: &str| {
            let path = format!("election/{file}.csv");
            let quoted = format!("\"{}\"", new.replace('"', "\"\""));
            let text = machine.text(&path);
            assert!(text.contains(old), "{text}");
            machine.write(&path, text.replace(old, &quoted));
        };
        edit("units", "\"School 0, hall\"", SCHOOL);
        edit("candidates", "Candidate A", CANDIDATE);
        edit("corrections", "a recount", REASON);
        machine.ok("rehearse election");
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// The page, read back.
fn printed(machine: &Machine, what: &str, lang: Lang) -> String {
    let file = format!("{what}.{lang}.html");
    machine.ok(&format!("show {what} --print {file} --lang {lang}"));
    machine.text(&file)
}

/// A text as HTML has it.
fn escaped(text: &str) -> String {
    let escape = |c: char| if "<>&\"'".contains(c) { format!("&#{};", u32::from(c)) } else { c.to_string() };
    text.chars().map(escape).collect()
}

fn holds(html: &str, text: &str) {
    assert!(html.contains(&escaped(text)), "no {text:?} in\n{}", html.split("<svg").next().unwrap_or_default());
}

/// A line of a table: the figure and its words.
fn holds_figure(html: &str, lang: Lang, label: &str, figure: u32) {
    let (shown, words) = (text::number(lang, figure), text::words(lang, figure.into()));
    let label = escaped(label);
    let row = format!("<td>{label}</td><td class=\"figure\">{shown}</td><td class=\"words\">{words}</td>");
    assert!(html.contains(&row), "no {row}");
}

/// One file, which asks for nothing and runs nothing.
fn is_whole(html: &str) {
    for asking in
        ["<script", "<img", "<link", "<iframe", "src=", "href=", "url(", "@import", "http://", "https://", "<b>"]
    {
        assert!(!html.contains(asking), "{asking}");
    }
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
}

fn signs(machine: &Machine, unit: &str, seats: &[&str], paper: &str) {
    for (seat, at) in seats.iter().zip(0..) {
        let key = SecretKey::demonstration(unit, seat);
        machine.write("seat.key", keyfile::seal_plain(&key).as_bytes());
        let paper = if at == 0 { paper.to_owned() } else { paper.replace(".toml", ".submission") };
        machine.ok(&format!("sign {paper} --key seat.key --yes"));
    }
}

#[test]
fn a_page_has_every_figure_and_its_words_in_every_language() {
    let office = office();
    let shown = office.json("show 01.001");
    let event = shown["papers"][0]["in_force"].as_str().expect("a hash").to_owned();
    let fingerprint = office.json("show checkpoint")["fingerprint"].as_str().expect("a text").to_owned();
    for lang in Lang::ALL.iter().copied() {
        let html = printed(&office, "01.001", lang);
        is_whole(&html);
        assert!(html.contains(&format!("<html lang=\"{lang}\">")));
        let figures = [
            ("Voters on the list", 900),
            ("Ballot papers received", 700),
            ("Voters who took a paper", 186),
            ("Invalid papers", 5),
            ("Valid votes", 180),
            (CANDIDATE, 100),
            ("Candidate B", 60),
            ("Candidate C, the third", 20),
        ];
        figures.iter().for_each(|(label, figure)| holds_figure(&html, lang, label, *figure));
        assert_eq!(html.matches("<td class=\"figure\">").count(), figures.len());
        let (signed, others) = html.split_once(text::heading(lang, Heading::NotSigned)).expect("both headings");
        for (seat, office) in [(1, Office::Chair), (2, Office::Secretary)] {
            holds(signed, &format!("{seat}. Member {seat} of 01.001, {}", text::office(lang, office)));
        }
        holds(others, &format!("3. Member 3 of 01.001, {}", text::office(lang, Office::Secretary)));
        let unit = "01.001".parse().expect("a unit");
        holds(signed, &text::remark(lang, &Remark::SignedFor(&unit)));
        holds(&html, "An invented election");
        holds(&html, "The contest");
        holds(&html, &text::upper(lang, text::label(lang, Label::Rehearsal)));
        holds(&html, text::heading(lang, Heading::NoDocument));
        holds(&html, text::standing(lang, PaperStatus::Reported(())));
        // The clocks of the place, not of Greenwich.
        holds(&html, " +04:00");
        holds(&html, &event);
        holds(&html, &fingerprint);
        assert_eq!(html.matches("<svg").count(), 1);
    }
}

#[test]
fn what_people_write_is_text() {
    let office = office();
    let html = printed(&office, "01.001", Lang::En);
    [SCHOOL, CANDIDATE].iter().for_each(|text| holds(&html, text));
    is_whole(&html);
    let html = printed(&office, "01.002", Lang::Az);
    holds(&html, REASON);
    is_whole(&html);

    // A seat passes on, then its holder dissents at length: the receipt is too long for a square.
    let key = format!("\"{}\"", SecretKey::demonstration("a newcomer", "3").public());
    office.ok("draft replacement 01.005 --out seat.toml");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
    let values =
        [("reason", "\"left\""), ("seat", "3"), ("name", &quoted(MEMBER)), ("office", "\"member\""), ("key", &key)];
    office.write("seat.toml", filled(&office.text("seat.toml"), &values));
    signs(&office, "01", &["1", "2"], "seat.toml");
    office.ok("submit seat.submission");
    office.ok("draft protocol 01.005 --out paper.toml");
    let draft = filled(&office.text("paper.toml"), &FIGURES);
    let opinion = format!("{OPINION} {}", "again ".repeat(300)).trim_end().to_owned();
    let dissent = format!("{draft}\n[[dissent]]\nseat = 3\nopinion = {}\n", quoted(&opinion));
    office.write("paper.toml", dissent);
    signs(&office, "01.005", &["1", "2"], "paper.toml");
    let handed_in = office.json("submit paper.submission");
    let html = printed(&office, "01.005", Lang::Ru);
    is_whole(&html);
    holds(&html, text::heading(Lang::Ru, Heading::Dissent));
    holds(&html, &format!("3. {MEMBER}: {opinion}"));
    holds_figure(&html, Lang::Ru, "Valid votes", 176);
    let sequence = sequence(&office, "01.005");
    assert!(handed_in["event"].is_string(), "{handed_in}");
    let elsewhere = text::remark(Lang::Ru, &Remark::ReceiptElsewhere(sequence.parse().expect("a number")));
    let said = html.replace("<code>", "`").replace("</code>", "`");
    holds(&said, &elsewhere);
    assert_eq!(html.matches("<svg").count(), 1);
}

/// The event in force of a unit's paper.
fn sequence(office: &Machine, unit: &str) -> String {
    let shown = office.json(&format!("show {unit}"));
    let paper = &shown["papers"][0];
    let history = paper["history"].as_array().expect("a list");
    let in_force = history.iter().find(|step| step["event"] == paper["in_force"]).expect("it is in the history");
    in_force["sequence"].to_string()
}

#[test]
fn a_paper_without_a_protocol_has_no_figures() {
    let office = office();
    for lang in Lang::ALL.iter().copied() {
        for (unit, standing, squares) in [("01.003", PaperStatus::Annulled, 1), ("01.005", PaperStatus::Awaited, 0)] {
            let html = printed(&office, unit, lang);
            is_whole(&html);
            holds(&html, &text::upper(lang, text::standing(lang, standing)));
            holds(&html, text::heading(lang, Heading::NoFigures));
            assert!(!html.contains("<td class=\"figure\">"), "{unit}");
            assert_eq!(html.matches("<svg").count(), squares, "{unit}");
        }
    }
}

#[test]
fn a_correction_and_what_it_replaced_are_both_printed() {
    let office = office();
    let now = printed(&office, "01.002", Lang::En);
    holds_figure(&now, Lang::En, "Voters who took a paper", 400);
    holds(&now, "Voters who took a paper: 195, now 400");
    let shown = office.json("show 01.002");
    let first = shown["papers"][0]["versions"][0]["sequence"].to_string();
    let before = printed(&office, &first, Lang::En);
    holds_figure(&before, Lang::En, "Voters who took a paper", 195);
    holds(&before, text::heading(Lang::En, Heading::NotInForce));
    let second = printed(&office, &shown["papers"][0]["versions"][1]["event"].to_string().replace('"', ""), Lang::En);
    assert_eq!(second, now);
}

#[test]
fn what_cannot_be_printed_leaves_nothing_behind() {
    let office = office();
    office.write("there.html", "mine");
    assert_eq!(office.fails("show 01.001 --print there.html", 7)["code"], "U5");
    assert_eq!(office.text("there.html"), "mine");
    let cases = [
        ("show 01 --print no.html", 2),
        ("show 01.001 --print no.html --contest other", 2),
        ("show 09.999 --print no.html", 2),
        ("show checkpoint --print no.html", 2),
        ("show 0 --print no.html", 2),
        ("show 01.001 --contest main", 2),
    ];
    for (typed, exit) in cases {
        office.fails(typed, exit);
        assert!(!office.has("no.html"), "{typed}");
    }
    let done: Value = office.json("show 01.001 --print yes.html --contest main");
    assert_eq!((done["pages"].as_u64(), done["file"].as_str()), (Some(1), Some("yes.html")));
}
