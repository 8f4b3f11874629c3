//! `draft`: a TOML draft of any event kind, with what is known filled in.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Global, Known};
use super::failure::{Exit, Failure};
use super::files;
use super::folder::{in_folder, read_folder};
use super::kit;
use super::output::Output;
use super::prefill;
use super::scans;
use super::talk::Talk;
use super::typed;
use crate::crypto::key::PublicKey;
use crate::crypto::vkey::VerifierKey;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::manifest::{ElectionCalled, Predecessor};
use crate::domain::number::Voting;
use crate::domain::rules::RulesVersion;
use crate::domain::statement::Kind;
use crate::intake::draft::{DraftContext, Prefilled};
use crate::intake::draft::{render, render_blank, render_founding};
use crate::intake::members;
use crate::service::draft::{self, Subject};
use crate::service::error::{DraftError, KitError};
use crate::service::files::Readers;
use crate::service::kit::Background;
use crate::service::source::LogSource;
use crate::verify::published;
use crate::view::draft as view;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol draft protocol 01.001 --contest round-1 --kit kit.protokol --out 01.001.toml\n  protokol draft founding --from election --log-key 3f2a… --out founding.toml"
)]
pub struct Draft {
    /// What is said: founding, commission, candidate, observer, opening, turnout, protocol, correction, summary, annulment …
    pub kind: String,
    /// The unit it is about
    pub unit: Option<String>,
    /// The contest, where there are several
    #[arg(long, value_name = "CONTEST")]
    pub contest: Option<String>,
    /// The event it is about: what a correction replaces, an annulment annuls
    #[arg(long, value_name = "EVENT")]
    pub event: Option<String>,
    /// A founding: the election folder with manifest.toml and members.csv
    #[arg(long, value_name = "FOLDER")]
    pub from: Option<PathBuf>,
    /// A founding that continues another log: where that stands, for its last state to be named
    #[arg(long, value_name = "LOG")]
    pub succeeds: Option<PathBuf>,
    /// A founding: the log's public key, as `keygen` printed it (64 hex digits or a verifier key)
    #[arg(long, value_name = "KEY")]
    pub log_key: Option<String>,
    /// A scan to attach to a protocol, a correction or a copy: JPEG, PNG or PDF, at most 20 MB; may be repeated
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// Where to write the draft; stdout if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub known: Known,
}

pub fn run(global: &Global, arguments: &Draft, output: &Output) -> Result<Exit, Failure> {
    let kind = parse_kind(&arguments.kind)?;
    if !arguments.attach.is_empty() && !takes_scans(kind) {
        let act = "scans are attached to a protocol, a correction or a copy";
        return Err(Failure::usage(format!("a {} has no attachments", kind.word()), act));
    }
    let text = if kind == Kind::ElectionCalled {
        founding(arguments, output)?
    } else {
        let background = kit::load(global, &arguments.known, output)?;
        of_kind(kind, arguments, &background, output)?
    };
    match &arguments.out {
        Some(path) => {
            files::write_new(output.lang, path, text.as_bytes(), Readers::All)?;
            if output.json {
                output.value(&view::Draft::Written { file: path.display().to_string() });
            }
            let check = format!("protokol check {}{}", typed::word(path), typed::flags(global, &arguments.known));
            output.say(&format!("{} written. Fill it in, then: {check}", path.display()));
        }
        None if output.json => output.value(&view::Draft::Said { draft: text }),
        None => output.block(&text),
    }
    Ok(Exit::Done)
}

fn parse_kind(word: &str) -> Result<Kind, Failure> {
    let words: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let unknown = || Failure::usage(format!("there is no kind {word}"), format!("the kinds are: {}", words.join(", ")));
    Kind::ALL.iter().copied().find(|kind| kind.word() == word).ok_or_else(unknown)
}

fn takes_scans(kind: Kind) -> bool {
    matches!(kind, Kind::ProtocolSubmitted | Kind::ProtocolCorrected | Kind::CopyFiled)
}

/// The founding act, from an election folder with members of the top unit, and the log's public key.
fn founding(arguments: &Draft, output: &Output) -> Result<String, Failure> {
    let act = "protokol draft founding --from FOLDER --log-key PUBLIC_KEY";
    let from = arguments.from.as_ref().ok_or_else(|| Failure::usage("a founding act is drafted from a folder", act))?;
    let given = arguments.log_key.as_ref().ok_or_else(|| Failure::usage("a founding act names the log's key", act))?;
    let folder = read_folder(output.lang, from)?;
    let commissions = members::commissions(&folder.units, &folder.members, &folder.manifest);
    let commissions = commissions.map_err(|error| Failure::input(output.lang, in_folder(from, error)))?;
    let top = commissions.into_iter().find(|commission| commission.parent.is_none()).ok_or_else(|| {
        let act = "add the members of the top unit to members.csv";
        Failure::format(&from.join("members.csv"), "the top unit has no members", act)
    })?;
    let origin = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", folder.manifest.id));
    let log_key = log_key(given, &origin)?;
    let predecessor = arguments.succeeds.as_deref().map(|log| predecessor(log, &origin, output)).transpose()?;
    let not_text = |_| Failure::usage("the log's name is too long", "shorten `origin` in manifest.toml");
    Ok(render_founding(&ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: origin.parse().map_err(not_text)?,
        log_key: log_key.to_string().parse().map_err(not_text)?,
        predecessor,
        manifest: folder.manifest,
        commission: top,
    }))
}

/// The last known state of the log that a new one continues. The new one needs a name of its own: witnesses know the old
/// name, and would take the new log for a fork of it.
fn predecessor(log: &Path, origin: &str, output: &Output) -> Result<Predecessor, Failure> {
    let nothing =
        || Failure::format(log, format!("{} has no checkpoint that can be read", log.display()), "verify it first");
    let failed = |error| Failure::service(output.lang, error);
    let source = LogSource::open(log, &Talk::new(output)).map_err(failed)?;
    let signed = published::checkpoint(&source).map_err(failed)?.ok_or_else(nothing)?;
    let last = signed.checkpoint();
    if last.origin.as_str() == origin {
        let act = "give the new log another `origin` in manifest.toml";
        return Err(Failure::usage(format!("the log that is continued is called {origin} already"), act));
    }
    let origin = last.origin.as_str().parse().map_err(|_| nothing())?;
    Ok(Predecessor { origin, size: last.size, root: last.root })
}

/// A public key as `keygen` prints it, or a verifier key.
fn log_key(given: &str, origin: &str) -> Result<VerifierKey, Failure> {
    let wrong = || Failure::usage(format!("{given:?} is no public key"), "give the 64 hex digits that keygen printed");
    if let Ok(key) = given.parse::<VerifierKey>() {
        return Ok(key);
    }
    let name =
        origin.parse().map_err(|_| Failure::usage(format!("{origin:?} cannot name a log"), "correct `origin`"))?;
    let key = given.parse::<PublicKey>().map_err(|_| wrong())?;
    VerifierKey::ed25519(name, key).map_err(|_| wrong())
}

fn of_kind(kind: Kind, arguments: &Draft, background: &Background, output: &Output) -> Result<String, Failure> {
    let failed = |error: KitError| Failure::service(output.lang, error.into());
    let election = background.election().map_err(failed)?;
    let language = output.lang.to_string();
    let scans = scans::for_draft(output.lang, &arguments.attach, arguments.out.as_deref())?;
    let context = DraftContext { scans, ..background.context(&language).map_err(failed)? };
    let unit = arguments.unit.as_deref().map(|unit| parse_unit(kind, unit, background)).transpose()?;
    let contest = contest(kind, arguments, background)?;
    let wrong = |_| Failure::usage("--event takes an event's hash", "see `protokol show UNIT`");
    let event = arguments.event.as_deref().map(str::parse::<EventHash>).transpose().map_err(wrong)?;
    let named = Subject { contest, unit, event };
    let failed = |error: DraftError| Failure::service(output.lang, error.into());
    if let Some(body) = draft::whole(kind, &named, background).map_err(failed)? {
        return Ok(render(&body, &context));
    }
    let subject = Subject { event: event.or_else(|| draft::event(kind, &named, background)), ..named };
    let paper = subject.contest.as_ref().zip(subject.unit.as_ref());
    let voting = paper.map_or(Voting::FIRST, |(contest, unit)| election.paper(contest, unit).voting);
    let notes = prefill::notes(kind, &subject, background, output);
    let Subject { contest, unit, event } = subject;
    let log_key = draft::log_key(background);
    Ok(render_blank(kind, &Prefilled { contest, unit, voting: Some(voting), event, log_key, notes }, &context))
}

/// A unit that is there; a commission is formed for one that is not.
fn parse_unit(kind: Kind, text: &str, background: &Background) -> Result<UnitId, Failure> {
    let is_known = |unit: &UnitId| kind == Kind::CommissionFormed || background.model.units().contains_key(unit);
    let act = "check the number, or ask for a kit that has it";
    let unknown =
        || Failure { unit: Some(text.to_owned()), ..Failure::not_found(format!("there is no unit {text}"), act) };
    text.parse::<UnitId>().ok().filter(is_known).ok_or_else(unknown)
}

/// The contest named, or the only one.
fn contest(kind: Kind, arguments: &Draft, background: &Background) -> Result<Option<ContestId>, Failure> {
    let known: Vec<_> = background.model.contests().keys().collect();
    let names: Vec<_> = known.iter().map(|contest| contest.as_str()).collect();
    let act = format!("name one with --contest: {}", names.join(", "));
    match &arguments.contest {
        Some(text) => match known.iter().find(|contest| contest.as_str() == text) {
            Some(contest) => Ok(Some((*contest).clone())),
            None => Err(Failure::not_found(format!("there is no contest {text}"), act)),
        },
        None if known.len() == 1 => Ok(known.first().map(|contest| (*contest).clone())),
        None if needs_contest(kind) => Err(Failure::usage("there are several contests", act)),
        None => Ok(None),
    }
}

fn needs_contest(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::OpeningSealed
            | Kind::TurnoutReported
            | Kind::ProtocolSubmitted
            | Kind::ProtocolCorrected
            | Kind::ProtocolAnnulled
            | Kind::VotingFailed
            | Kind::RepeatVotingCalled
            | Kind::SummarySubmitted
            | Kind::SummaryCorrected
            | Kind::CopyFiled
    )
}
