//! `show`: one thing, completely.

use std::path::PathBuf;

use clap::Args;

use super::args::{BackgroundSource, Global, Insider};
use super::attachments;
use super::failure::{Exit, Failure};
use super::files;
use super::gate;
use super::ledger;
use super::output::{Output, column};
use super::paper::ShownPaper;
use super::print::{self, Asked};
use super::proof::ProofTo;
use super::rendering;
use super::words::{self, results, usage};
use crate::domain::commission::Office;
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::domain::statement::Body;
use crate::intake::alike::twin;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::error::{Error, QueryError};
use crate::service::proofs::{Prover, Sources, of_unit};
use crate::service::query::Point;
use crate::service::reading::Log;
use crate::store::read::Reading;
use crate::tally::attachments::of_paper;
use crate::tally::findings::findings;
use crate::tally::gate::has_figures;
use crate::tally::record::{ContestRecord, UnitRecord};
use crate::tally::totals::tallies;
use crate::text::{self, Fact, Label};
use crate::verify::conclude::TrustAnchors;
use crate::view::checkpoint::SignedCheckpoint;
use crate::view::contest::ContestTally;
use crate::view::event::{Event, ShownEvent};
use crate::view::paper::Paper as PaperView;
use crate::view::proof_text::ProofText;
use crate::view::unit::Unit;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol show 01.001\n  protokol show 01.001 --print 01.001.html --lang az")]
pub struct Show {
    /// A unit, an event (hash or sequence), a fingerprint, or the word checkpoint
    pub what: String,
    /// Write the protocol as an HTML page for A4 paper: of a unit the one in force, of an event that version
    #[arg(long, value_name = "FILE", conflicts_with = "kit")]
    pub print: Option<PathBuf>,
    /// Print this contest only
    #[arg(long, value_name = "CONTEST", requires = "print")]
    pub contest: Option<String>,
    /// From a published folder, its tar or its URL, all of which is verified first, instead of the ledger
    #[arg(long, value_name = "LOG", conflicts_with = "kit")]
    pub from: Option<PathBuf>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub background: BackgroundSource,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Show, output: &Output) -> Result<Exit, Failure> {
    if arguments.print.is_some() && arguments.proof.is_asked() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_unit)));
    }
    if let Some(file) = &arguments.print {
        let (what, contest, from) = (&arguments.what, arguments.contest.as_deref(), arguments.from.as_deref());
        let asked = Asked { what, contest, from };
        return print::run(global, &asked, &arguments.insider, file, output);
    }
    let log = opened(global, arguments, output)?;
    let (reading, what) = (&log.reading, arguments.what.as_str());
    let is_something_else =
        || what == "checkpoint" || what.parse::<Fingerprint>().is_ok() || log.query().find(what).is_ok();
    if arguments.proof.is_asked() && reading.model.unit_named(what).is_none() && is_something_else() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_unit)));
    }
    if what == "checkpoint" {
        checkpoint(reading, output);
    } else if let Some((unit, record)) = reading.model.unit_named(what) {
        if has_figures(&reading.model, unit) {
            gate::pass(&reading.model, &arguments.insider, output)?;
        }
        let proof = arguments.proof.put(|| proved(&log, unit), output)?;
        show_unit(&log, unit, record, proof, output)?;
    } else if let Some(fingerprint) = what.parse::<Fingerprint>().ok().filter(|f| is_current(reading, f)) {
        output.say(&output.fact(Fact::Rules { fingerprint: &fingerprint.to_string() }));
        checkpoint(reading, output);
    } else {
        event(&log, what, &arguments.insider, output)?;
    }
    Ok(Exit::Done)
}

/// What is read: a kit, a published log, or the ledger.
fn opened(global: &Global, arguments: &Show, output: &Output) -> Result<Log, Failure> {
    let Some(kit) = &arguments.background.kit else { return ledger::read(global, arguments.from.as_deref(), output) };
    let policy = ledger::policy(global, output.lang)?;
    let opened = Log::of_kit(kit, &files::read(output.lang, kit)?, &TrustAnchors::under(policy.as_ref()));
    opened.map_err(|error| Failure::service(output.lang, error).in_file(kit))
}

fn is_current(reading: &Reading, fingerprint: &Fingerprint) -> bool {
    reading.checkpoint.checkpoint().fingerprint() == *fingerprint
}

fn checkpoint(reading: &Reading, output: &Output) {
    let checkpoint = reading.checkpoint.checkpoint();
    if output.json {
        output.value(&SignedCheckpoint::of(&reading.checkpoint));
        return;
    }
    output.block(&reading.checkpoint.note().to_string());
    output.line("");
    output.named(output.label(Label::Fingerprint), &checkpoint.fingerprint().to_string());
}

fn event(log: &Log, what: &str, insider: &Insider, output: &Output) -> Result<(), Failure> {
    let (reading, query, failed) = (&log.reading, log.query(), |error| Failure::service(output.lang, error));
    let lowest = reading.model.manifest().and_then(Manifest::lowest_tier).map(|tier| &tier.name);
    // A store that gives no answer is told as that: only what it says is not there is a mistyped name.
    let sequence = query.find(what).map_err(|error| match error {
        Error::Query(QueryError::NoEvent(_)) => {
            let twin = twin(what, reading.model.units().keys());
            Failure::not_found(words::service::nothing_of_this_name(output.lang, what, lowest, twin))
        }
        error => failed(error),
    })?;
    let entry = query.event(sequence).map_err(failed)?;
    gate::pass_event(&reading.model, entry.kind(), insider, output)?;
    let files: Vec<_> = entry.statement.iter().flat_map(|statement| statement.body.attachments()).collect();
    let files = attachments::views(log.ledger(), &files, output)?;
    let shown = ShownEvent::of(Event::of(&entry, output.lang), files, reading.checkpoint.checkpoint().fingerprint());
    if output.json {
        output.value(&shown);
    } else {
        output.block(&serde_json::to_string_pretty(&shown).expect("a view is texts, numbers and lists of them"));
    }
    Ok(())
}

/// The proof of all that is shown of a unit.
fn proved(log: &Log, unit: &UnitId) -> Result<RowsProof, Error> {
    let model = &log.reading.model;
    let is_held_here = |contest: &&ContestRecord| {
        model.held_in(&contest.contest).is_some_and(|held_in| model.lineage(unit).any(|above| above == held_in))
    };
    let contests = model.contests().values().filter(is_held_here).map(|contest| &contest.contest.id);
    let latest = log.query().moment(Point::Latest)?;
    Prover::at(log, latest)?.prove(&of_unit(unit, contests), Sources::Within)
}

fn show_unit(
    log: &Log,
    unit: &UnitId,
    record: &UnitRecord,
    proof: Option<ProofText>,
    output: &Output,
) -> Result<(), Failure> {
    let (reading, model) = (&log.reading, &log.reading.model);
    let now = reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let size = now.size;
    let Some(manifest) = model.manifest() else { return Ok(()) };
    let is_lowest = model.is_lowest(record);
    let paper_of = |contest, record| ShownPaper { model, manifest, contest, record, is_lowest, now };
    // A kit has no papers, and so nothing to say of them.
    let contests = || model.contests().iter().filter(|_| !log.is_kit());
    let papers = || contests().filter_map(|(contest, _)| Some((contest, model.paper(contest, unit)?)));
    if output.json {
        let papers = papers().map(|(contest, paper)| {
            let named = of_paper(unit, paper);
            let files: Vec<_> = named.iter().map(|named| named.attachment).collect();
            let files = attachments::views(log.ledger(), &files, output)?;
            Ok(PaperView::of(model, contest, paper, size, files))
        });
        let papers = papers.collect::<Result<Vec<_>, Failure>>()?;
        let contests = contests().filter_map(|(id, contest)| {
            let tally = tallies(model, id, size).remove(unit)?;
            Some(ContestTally::of(manifest, contest, &tally, size))
        });
        let fingerprint = reading.checkpoint.checkpoint().fingerprint();
        output.value(&Unit::of(unit, record, papers, contests.collect(), fingerprint).proved(proof));
        return Ok(());
    }
    let name = if record.formed.name.is_empty() { String::new() } else { format!(" {}", record.formed.name) };
    let parent = record.formed.parent.as_ref().map(|parent| format!(", {}", output.fact(Fact::Below(parent.as_str()))));
    let (parent, formed) = (parent.unwrap_or_default(), output.fact(Fact::FormedBy(record.provenance.sequence)));
    output.line(&format!("{unit}{name}, {}{parent}, {formed}", record.formed.tier));
    let (members, quorum) = (record.formed.members.len(), record.formed.quorum);
    output.line(&output.fact(Fact::Commission { members, quorum }));
    let offices = [Office::Chair, Office::Secretary, Office::Member];
    let width = column(10, offices.map(|office| text::office(output.lang, office)));
    for member in &record.members {
        let until =
            member.until.as_ref().map(|provenance| format!(", {}", output.fact(Fact::Until(provenance.sequence))));
        let until = until.unwrap_or_default();
        let office = text::office(output.lang, member.member.office);
        output.line(&format!(
            "  {:>3}  {:<28} {office:<width$} {}{until}",
            member.member.seat, member.member.name, member.member.key
        ));
    }
    if log.is_kit() {
        return ballots(log, unit, output);
    }
    for (id, contest) in contests() {
        if let Some(paper) = model.paper(id, unit) {
            paper_of(id, paper).tell(output);
            attachments::tell(log.ledger(), &of_paper(unit, paper), output)?;
        }
        for (provenance, summary) in model.summary(id, unit).into_iter().flat_map(|record| &record.versions) {
            let says = text::statement_line(output.lang, &Body::SummarySubmitted(summary.clone()));
            let arrival = output.time(provenance.arrival, Some(manifest));
            output.line(&format!("  {:>7}  {arrival}  {says}  {}", provenance.sequence, provenance.event));
        }
        let tally = tallies(model, id, size).remove(unit);
        if let Some(tally) = tally {
            rendering::contest_table(output, manifest, contest, &tally, size);
        }
    }
    for finding in findings(model, now).iter().filter(|finding| finding.unit == *unit) {
        let says = text::finding(output.lang, finding, manifest);
        output.line(&format!("{:<4} {:<12} {says}", finding.code, finding.contest));
    }
    Ok(())
}

/// Who stands on the ballots of a unit, as a kit knows it.
fn ballots(log: &Log, unit: &UnitId, output: &Output) -> Result<(), Failure> {
    let (model, lang) = (&log.reading.model, output.lang.code());
    let held_here = |contest: &ContestRecord| {
        let held_in = model.held_in(&contest.contest);
        model.lineage(unit).any(|unit| Some(unit) == held_in)
    };
    for (id, contest) in model.contests().iter().filter(|(_, contest)| held_here(contest)) {
        output.line("");
        output.line(&format!("{} · {id}", contest.contest.title.in_language(lang)));
        for candidate in contest.candidates.iter().filter(|candidate| candidate.withdrawn.is_none()) {
            let registered = &candidate.registered;
            output.line(&format!("  {:>3}  {}", registered.number, registered.names.in_language(lang)));
        }
    }
    output.line("");
    output.line(&say!(output.lang, results::result_kit { size: log.checkpoint().size }));
    Ok(())
}
