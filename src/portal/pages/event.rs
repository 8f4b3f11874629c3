//! One event: everything that it says, who signed it, and its bytes.

use askama::Template;

use super::closed::until;
use super::html;
use super::line::{is_told, says};
use crate::crypto::base64;
use crate::crypto::key::PublicKey;
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;
use crate::portal::book::{Book, Handed};
use crate::portal::frame::Frame;
use crate::portal::place::{EVENTS_A_PAGE, Place};
use crate::portal::words::Word;
use crate::portal::words::log::LogWord;
use crate::portal::words::papers::{self, PaperWord};
use crate::service::error::Error;
use crate::service::query::PaperVersion;
use crate::tally::gate::Gate;
use crate::tally::record::UnitRecord;
use crate::text::{self, Heading, Label, Lang, Row};
use crate::view::event::Event as EventView;

/// How many bytes stand on a line.
const BYTES_A_LINE: usize = 32;

/// From how many bytes without a space on a value is no word of any language.
const MACHINES_FROM: usize = 48;

/// A name, what is so named, and where that is.
type Fact = (&'static str, String, Option<String>);

/// One event.
#[derive(Template)]
#[template(path = "pages/event.html", config = "src/portal/askama.toml")]
struct Event {
    frame: Frame,
    sequence: Sequence,
    says: String,
    facts: Vec<Fact>,
    /// Why what it says is not told.
    withheld: Option<String>,
    rows: Vec<Row>,
    /// Who signed, and with which key.
    signers: Vec<(String, String)>,
    /// The fields, as programs read them.
    json: String,
    bytes: String,
    /// Where the same bytes are, to be kept: at an address, or in the page itself.
    raw: String,
    count: usize,
    /// Where its receipt is asked for.
    receipt: Option<String>,
    /// Where programs ask for it.
    programs: Option<String>,
    /// The events before and after it, and the part of the log that it is in.
    links: Vec<(String, &'static str)>,
}

impl Event {
    /// Whether a value is a hash or a key: nobody reads it as words, and it may be broken anywhere.
    fn is_for_machines(value: &str) -> bool {
        value.len() >= MACHINES_FROM && !value.contains(char::is_whitespace)
    }
}

/// The page of an event; none where the log is not so long.
///
/// # Errors
/// [`Error::Store`]: it cannot be read.
pub fn page(book: &Book<'_>, lang: Lang, sequence: Sequence) -> Result<Option<String>, Error> {
    if !book.size().covers(sequence) {
        return Ok(None);
    }
    let event = book.sight.query().event(sequence)?;
    let title = say!(lang, papers::portal_event { event: sequence });
    let frame = book.frame(lang, Place::Event(sequence), title);
    let is_told = is_told(book, &event);
    let body = event.body().filter(|_| is_told);
    let is_served = book.handed == Handed::Served;
    let api = |path: &str| frame.api(&format!("{path}/{sequence}"));
    let page = Event {
        sequence,
        says: says(book, &frame, &event),
        facts: facts(book, &frame, &event),
        withheld: if is_told { None } else { until(book, lang) },
        rows: body.map_or_else(Vec::new, |body| text::page(lang, body, Some(book.manifest().utc_offset))),
        signers: event.signers().map(|key| signer(book, &frame, &event, key)).collect(),
        json: body.map_or_else(String::new, |_| json(&event, lang)),
        bytes: if is_told { hex_lines(&event.bytes) } else { String::new() },
        raw: if is_served { format!("{}/bytes", api("events")) } else { within(&event.bytes) },
        count: event.bytes.len(),
        receipt: (is_served && book.gate == Gate::Open).then(|| api("receipts")),
        programs: (is_served && is_told).then(|| api("events")),
        links: links(book, &frame, sequence),
        frame,
    };
    Ok(Some(html(&page)))
}

fn facts(book: &Book<'_>, frame: &Frame, event: &LoggedEvent) -> Vec<Fact> {
    let offset = book.manifest().utc_offset;
    let mut facts: Vec<Fact> = vec![
        (frame.heading(Heading::Sequence), event.sequence.to_string(), None),
        (frame.label(Label::Event), Envelope::hash(&event.bytes).to_string(), None),
    ];
    let kind = event.kind().map(|kind| text::event_kind(frame.lang, kind).to_owned());
    facts.extend(kind.map(|kind| (frame.say(LogWord::Kind), kind, None)));
    let arrival = event.envelope.as_ref().map(|envelope| book.time(envelope.arrival));
    facts.extend(arrival.map(|arrival| (frame.heading(Heading::Arrived), arrival, None)));
    let said = event.statement.as_ref().map(|statement| statement.said_at.on_clock(offset));
    facts.extend(said.map(|said| (frame.say(LogWord::SaidAt), said, None)));
    let Some(body) = event.body() else { return facts };
    let paper = PaperVersion::of(event).map(|paper| (paper.contest, paper.unit));
    let of = paper.or_else(|| Some((body.contest()?.clone(), body.unit()?.clone())));
    let unit_of = body.unit().filter(|_| of.is_none()).map(|unit| (book.anywhere(unit), unit));
    facts.extend(of.map(|(contest, unit)| {
        let says = book.unit_name(&unit);
        (frame.say(LogWord::Paper), says, Some(frame.to(&Place::Unit(contest, unit))))
    }));
    facts.extend(unit_of.map(|(contest, unit)| {
        let href = contest.map(|contest| frame.to(&Place::Unit(contest, unit.clone())));
        (frame.say(Word::Unit), book.unit_name(unit), href)
    }));
    facts
}

/// Whose a key is that signed an event: of a commission of the unit or above it, of an observer, of the log.
fn signer(book: &Book<'_>, frame: &Frame, event: &LoggedEvent, key: &PublicKey) -> (String, String) {
    let model = book.model();
    let founders = model.election().map(|election| &election.founding.commission.unit);
    let unit = event.body().and_then(|body| body.unit());
    let near = unit.into_iter().flat_map(|unit| model.lineage(unit)).chain(founders);
    let mut near = near.filter_map(|unit| model.units().get_key_value(unit));
    let seat = |(unit, record): (&UnitId, &UnitRecord)| {
        let member = record.members().map(|record| record.member).find(|member| member.key == *key)?;
        let office = text::office(frame.lang, member.office);
        Some(format!("{unit}: {}. {}, {office}", member.seat, member.name))
    };
    let observer = || {
        let (id, record) = model.observers().iter().find(|(_, record)| record.accredited.key == *key)?;
        Some(format!("{id}, {}", record.accredited.organisation))
    };
    let known = near.find_map(seat).or_else(observer).or_else(|| model.units().iter().find_map(seat));
    (known.unwrap_or_else(|| frame.say(LogWord::LogItself).to_owned()), key.to_string())
}

/// The event as programs are answered it.
fn json(event: &LoggedEvent, lang: Lang) -> String {
    serde_json::to_string_pretty(&EventView::of(event, lang)).expect("a view is texts, numbers and lists of them")
}

/// An address that holds the bytes itself: in a folder of files nobody answers.
fn within(bytes: &[u8]) -> String {
    format!("data:application/octet-stream;base64,{}", base64::encode(bytes))
}

fn hex_lines(bytes: &[u8]) -> String {
    bytes.chunks(BYTES_A_LINE).map(hex::encode).collect::<Vec<_>>().join("\n")
}

fn links(book: &Book<'_>, frame: &Frame, Sequence(sequence): Sequence) -> Vec<(String, &'static str)> {
    let event = |at: u64, word| (frame.to(&Place::Event(Sequence(at))), frame.say(word));
    let older = sequence.checked_sub(1).map(|at| event(at, LogWord::Older));
    let newer = Some(sequence + 1).filter(|at| *at < book.size().0).map(|at| event(at, LogWord::Newer));
    let log = (frame.to(&Place::LogPart(sequence / EVENTS_A_PAGE)), frame.say(Word::Log));
    older.into_iter().chain(newer).chain([log]).collect()
}
