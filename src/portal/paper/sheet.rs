//! What a paper says, in the order in which it is read, as the printed page and the site's have it.

use crate::domain::commission::Member;
use crate::domain::event::Author;
use crate::domain::finding::{Finding, candidate_key};
use crate::domain::form::Item;
use crate::domain::id::{EventHash, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::{BallotNumber, Sequence, Size};
use crate::domain::text::Text;
use crate::domain::time::{Millis, Offset};
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::portal::named::Named;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::{ContestRecord, MemberRecord, Provenance, UnitRecord};
use crate::text::{self, Fact, Heading, Label, Lang, Remark};
use crate::view::qr::QrSymbol;

/// What stands where nothing is stated.
pub const NOTHING: &str = "—";

/// From how many lines on a page is set in smaller, and in the smallest type.
const CLOSE_FROM: usize = 25;
const DENSE_FROM: usize = 42;

/// One paper, as it is printed.
#[derive(Debug)]
pub struct Sheet {
    /// The word for the paper's kind: protocol, or summary.
    pub kind: &'static str,
    pub contest: Named,
    /// Name and value: whose paper it is, and how it stands.
    pub facts: Vec<(String, String)>,
    /// In large letters, where there are no figures.
    pub notice: Option<String>,
    pub items: Vec<PrintedRow>,
    pub votes: Vec<PrintedRow>,
    /// Who signed, and who did not, side by side.
    pub people: Vec<Section>,
    pub sections: Vec<Section>,
    /// Name and value: where the event is, and under which checkpoint.
    pub proof: Vec<(String, String)>,
    pub event: Option<(Sequence, EventHash)>,
    pub qr: Option<QrSymbol>,
    /// What the QR code holds.
    pub receipt: String,
}

/// A figure of the paper.
#[derive(Debug)]
pub struct PrintedRow {
    /// What the form, or the ballot, knows it by.
    pub key: String,
    pub number: String,
    pub label: String,
    pub figure: String,
    pub words: String,
}

/// Lines under a heading.
#[derive(Debug)]
pub struct Section {
    pub heading: String,
    pub lines: Vec<PrintedLine>,
}

/// A line, and what stands below it.
#[derive(Debug, Default)]
pub struct PrintedLine {
    pub says: String,
    pub below: Vec<String>,
}

impl Sheet {
    /// How small the type must be for the paper to keep to one page.
    pub fn density(&self) -> &'static str {
        let line = |line: &PrintedLine| 1 + line.below.len();
        let lines = |section: &Section| 1 + section.lines.iter().map(line).sum::<usize>();
        let people = self.people.iter().map(lines).max().unwrap_or_default();
        let figures = self.items.len() + self.votes.len() + self.facts.len().div_ceil(2);
        match figures + people + self.sections.iter().map(lines).sum::<usize>() {
            DENSE_FROM.. => "dense",
            CLOSE_FROM.. => "close",
            _ => "roomy",
        }
    }

    /// Puts the receipt on the page: as a QR code, or, where it is too long for one, what leads to it.
    pub fn attach(&mut self, receipt: &Receipt, checkpoint: &Checkpoint, lang: Lang) {
        self.qr = QrSymbol::of(&receipt.to_string());
        self.receipt = text::heading(lang, Heading::SquareHoldsReceipt).to_owned();
        if self.qr.is_none() {
            self.point(checkpoint, lang);
        }
    }

    /// Puts what leads to the receipt on the page: the event, and the checkpoint that it is under.
    pub fn point(&mut self, checkpoint: &Checkpoint, lang: Lang) {
        let Some((sequence, event)) = self.event else { return };
        self.qr = QrSymbol::of(&format!("{event}\n{}\n", checkpoint.fingerprint()));
        self.receipt = text::remark(lang, &Remark::ReceiptElsewhere(sequence));
    }
}

/// What pages are made from.
pub struct Desk<'a> {
    pub known: KnownUnit<'a>,
    pub manifest: &'a Manifest,
    pub at: Size,
    pub checkpoint: &'a Checkpoint,
    pub lang: Lang,
}

/// Which paper, and which version of it: the one in force where none is named.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub contest: &'a ContestRecord,
    pub unit: &'a UnitId,
    pub record: &'a UnitRecord,
    pub version: Option<Sequence>,
}

impl Desk<'_> {
    pub fn heading(&self, heading: Heading) -> String {
        text::heading(self.lang, heading).to_owned()
    }

    pub fn label(&self, label: Label) -> String {
        text::label(self.lang, label).to_owned()
    }

    /// An instant by the clocks of a unit.
    pub fn time(&self, instant: Millis, record: &UnitRecord) -> String {
        instant.on_clock(self.offset(record))
    }

    fn offset(&self, record: &UnitRecord) -> Offset {
        record.utc_offset.unwrap_or(self.manifest.utc_offset)
    }

    /// A figure and its words. None is not zero.
    fn row(&self, key: &str, number: String, label: String, figure: Option<u64>) -> PrintedRow {
        let lang = self.lang;
        let shown = figure.map_or_else(|| NOTHING.to_owned(), |figure| text::number(lang, figure));
        let words = figure.map_or_else(|| self.heading(Heading::NotOnPaper), |figure| text::words(lang, figure));
        PrintedRow { key: key.to_owned(), number, label, figure: shown, words }
    }

    /// The items in the paper's order.
    pub fn items(&self, figures: impl Iterator<Item = Option<u64>>) -> Vec<PrintedRow> {
        let items = self.manifest.form.items.iter().zip(figures).zip(1..);
        let label = |key: &str| text::cell_label(self.lang, &self.manifest.form, key);
        let row = |((item, figure), at): ((&Item, Option<u64>), u32)| {
            self.row(item.key.as_str(), at.to_string(), label(item.key.as_str()), figure)
        };
        items.map(row).collect()
    }

    /// The candidates in the order of the ballot.
    pub fn votes(&self, contest: &ContestRecord, votes: impl Iterator<Item = (u16, u64)>) -> Vec<PrintedRow> {
        let name = |number: u16| {
            let candidate = contest.candidates.iter().find(|c| c.registered.number.0 == number);
            let name = candidate.map(|c| c.registered.names.in_language(self.lang.code()));
            name.map_or_else(|| candidate_key(BallotNumber(number)), str::to_owned)
        };
        let row = |(number, votes)| {
            self.row(&candidate_key(BallotNumber(number)), number.to_string(), name(number), Some(votes))
        };
        votes.map(row).collect()
    }

    /// Who of a commission signed an event, and who did not, by the seats as they were then.
    pub fn people(&self, provenance: &Provenance) -> Vec<Section> {
        let Author::Commission { unit, seats } = &provenance.author else { return Vec::new() };
        let Some(record) = self.known.commission(unit) else { return Vec::new() };
        let (signed, others): (Vec<_>, Vec<_>) =
            record.seated(provenance.sequence).partition(|member| seats.contains(&member.member.seat));
        let lines =
            |members: Vec<MemberRecord<'_>>| members.into_iter().map(|member| self.member(&member.member)).collect();
        let remark = text::remark(self.lang, &Remark::SignedFor(unit));
        let mut people = vec![Section { heading: remark, lines: lines(signed) }];
        let mut others: Vec<PrintedLine> = lines(others);
        if others.is_empty() {
            others.push(PrintedLine { says: self.heading(Heading::Nobody), ..PrintedLine::default() });
        }
        people.push(Section { heading: self.heading(Heading::NotSigned), lines: others });
        people
    }

    fn member(&self, member: &Member) -> PrintedLine {
        let office = text::office(self.lang, member.office);
        PrintedLine { says: format!("{}. {}, {office}", member.seat, member.name), ..PrintedLine::default() }
    }

    /// Findings under their heading; that every check holds is said too.
    pub fn adds_up(&self, findings: &[&Finding]) -> Section {
        let says =
            |finding: &&Finding| format!("{}  {}", finding.code, text::finding(self.lang, finding, self.manifest));
        let mut lines: Vec<_> =
            findings.iter().map(|f| PrintedLine { says: says(f), ..PrintedLine::default() }).collect();
        if lines.is_empty() {
            lines.push(PrintedLine { says: self.label(Label::EveryCheckHolds), ..PrintedLine::default() });
        }
        Section { heading: self.label(Label::NotAddingUp), lines }
    }

    /// What is in force and is found about a paper.
    pub fn found(&self, wanted: &Wanted<'_>) -> Vec<&Finding> {
        let about = |f: &&Finding| f.unit == *wanted.unit && f.contest == wanted.contest.contest.id;
        self.known.numbers().findings.iter().filter(about).collect()
    }

    /// Whose paper it is.
    pub fn whose(&self, wanted: &Wanted<'_>) -> Vec<(String, String)> {
        let Wanted { contest, unit, record, .. } = wanted;
        let named = |unit: &UnitId, record: Option<&UnitRecord>| {
            let name = record.map_or("", |record| record.name.as_str());
            format!("{unit} {name}").trim_end().to_owned()
        };
        let mut facts = vec![(self.label(Label::Unit), named(unit, Some(record)))];
        if let Some(parent) = &record.parent {
            facts.push((self.heading(Heading::Above), named(parent, self.known.parent())));
        }
        facts.push((self.heading(Heading::PollingDay), contest.contest.polling_day.to_string()));
        facts
    }

    /// The paper's own serial and time, and when it came in.
    pub fn dated(
        &self,
        provenance: &Provenance,
        serial: &Text,
        completed: Option<Millis>,
        record: &UnitRecord,
    ) -> Vec<(String, String)> {
        let serial = if serial.is_empty() { NOTHING } else { serial.as_str() };
        let completed = completed.map_or_else(|| NOTHING.to_owned(), |at| self.time(at, record));
        vec![
            (self.heading(Heading::FormSerial), serial.to_owned()),
            (self.heading(Heading::Completed), completed),
            (self.heading(Heading::Arrived), self.time(provenance.arrival, record)),
        ]
    }

    /// Where an event is, and under which checkpoint the page holds.
    pub fn proof(&self, provenance: Option<&Provenance>) -> Vec<(String, String)> {
        let (size, origin) = (self.checkpoint.size, self.checkpoint.origin.to_string());
        let checkpoint = text::fact(self.lang, &Fact::SizeOf { size, origin: &origin });
        let event = provenance.map(|provenance| (self.label(Label::Event), provenance.event.to_string()));
        let place = provenance.map(|provenance| (self.heading(Heading::Sequence), provenance.sequence.to_string()));
        let under = [
            (self.label(Label::Checkpoint), checkpoint),
            (self.label(Label::Fingerprint), self.checkpoint.fingerprint().to_string()),
        ];
        event.into_iter().chain(place).chain(under).collect()
    }
}
