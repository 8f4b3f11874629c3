//! `draft`: a TOML draft of any event kind, with what is known filled in.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Global, Known};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::folder::{in_folder, read_folder};
use super::kit;
use super::output::Output;
use super::prefill;
use super::scans;
use super::talk::Talk;
use super::typed;
use super::words::usage;
use crate::crypto::key::PublicKey;
use crate::crypto::vkey::VerifierKey;
use crate::domain::Kind;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::manifest::{ElectionCalled, Predecessor};
use crate::domain::number::Voting;
use crate::domain::rules::RulesVersion;
use crate::intake::draft::{DraftContext, Prefilled};
use crate::intake::draft::{render, render_blank, render_founding};
use crate::intake::members;
use crate::service::draft::{self, Subject};
use crate::service::error::DraftError;
use crate::service::kit::Background;
use crate::service::source::LogSource;
use crate::text::Lang;
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
    let kind = parse_kind(output.lang, &arguments.kind)?;
    if !arguments.attach.is_empty() && !takes_scans(kind) {
        return Err(Failure::usage(advise!(output.lang, usage::usage_no_attachments { kind: kind.word() })));
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

fn parse_kind(lang: Lang, word: &str) -> Result<Kind, Failure> {
    let words: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let unknown = || Failure::usage(advise!(lang, usage::usage_no_kind { kind: word, kinds: words.join(", ") }));
    Kind::ALL.iter().copied().find(|kind| kind.word() == word).ok_or_else(unknown)
}

fn takes_scans(kind: Kind) -> bool {
    matches!(kind, Kind::ProtocolSubmitted | Kind::ProtocolCorrected | Kind::CopyFiled)
}

/// The founding act, from an election folder with members of the top unit, and the log's public key.
fn founding(arguments: &Draft, output: &Output) -> Result<String, Failure> {
    let lang = output.lang;
    let no_folder = || Failure::usage(advise!(lang, usage::usage_founding_from_folder));
    let no_key = || Failure::usage(advise!(lang, usage::usage_founding_names_key));
    let from = arguments.from.as_ref().ok_or_else(no_folder)?;
    let given = arguments.log_key.as_ref().ok_or_else(no_key)?;
    let folder = read_folder(output.lang, from)?;
    let commissions = members::commissions(&folder.units, &folder.members, &folder.manifest);
    let commissions = commissions.map_err(|error| Failure::input(output.lang, in_folder(from, error)))?;
    let top = commissions
        .into_iter()
        .find(|commission| commission.parent.is_none())
        .ok_or_else(|| Failure::format(&from.join("members.csv"), advise!(lang, usage::usage_no_top_members)))?;
    let origin = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", folder.manifest.id));
    let log_key = log_key(lang, given, &origin)?;
    let predecessor = arguments.succeeds.as_deref().map(|log| predecessor(log, &origin, output)).transpose()?;
    let not_text = |_| Failure::usage(advise!(lang, usage::usage_origin_too_long));
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
    let lang = output.lang;
    let nothing = || {
        let folder = log.display().to_string();
        Failure::format(log, advise!(lang, usage::usage_no_checkpoint { folder }))
    };
    let failed = |error| Failure::service(output.lang, error);
    let source = LogSource::open(log, &Talk::new(output)).map_err(failed)?;
    let signed = published::checkpoint(&source).map_err(failed)?.ok_or_else(nothing)?;
    let last = signed.checkpoint();
    if last.origin.as_str() == origin {
        return Err(Failure::usage(advise!(lang, usage::usage_origin_taken { origin })));
    }
    let origin = last.origin.as_str().parse().map_err(|_| nothing())?;
    Ok(Predecessor { origin, size: last.size, root: last.root })
}

/// A public key as `keygen` prints it, or a verifier key.
fn log_key(lang: Lang, given: &str, origin: &str) -> Result<VerifierKey, Failure> {
    let wrong = || Failure::usage(advise!(lang, usage::usage_no_public_key { key: format!("{given:?}") }));
    if let Ok(key) = given.parse::<VerifierKey>() {
        return Ok(key);
    }
    let no_name = |_| Failure::usage(advise!(lang, usage::usage_no_log_name { origin: format!("{origin:?}") }));
    let name = origin.parse().map_err(no_name)?;
    let key = given.parse::<PublicKey>().map_err(|_| wrong())?;
    VerifierKey::ed25519(name, key).map_err(|_| wrong())
}

fn of_kind(kind: Kind, arguments: &Draft, background: &Background, output: &Output) -> Result<String, Failure> {
    let election = background.election()?;
    let language = output.lang.to_string();
    let scans = scans::for_draft(output.lang, &arguments.attach, arguments.out.as_deref())?;
    let context = DraftContext { scans, ..background.context(&language)? };
    let unit = arguments.unit.as_deref().map(|unit| parse_unit(output.lang, kind, unit, background)).transpose()?;
    let contest = contest(output.lang, kind, arguments, background)?;
    let wrong = |_| Failure::usage(advise!(output.lang, usage::usage_event_is_a_hash));
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
fn parse_unit(lang: Lang, kind: Kind, text: &str, background: &Background) -> Result<UnitId, Failure> {
    let is_known = |unit: &UnitId| kind == Kind::CommissionFormed || background.model.units().contains_key(unit);
    let unknown = || {
        let unknown = Failure::not_found(advise!(lang, usage::usage_no_unit { unit: text }));
        Failure { unit: Some(text.to_owned()), ..unknown }
    };
    text.parse::<UnitId>().ok().filter(is_known).ok_or_else(unknown)
}

/// The contest named, or the only one.
fn contest(lang: Lang, kind: Kind, arguments: &Draft, background: &Background) -> Result<Option<ContestId>, Failure> {
    let known: Vec<_> = background.model.contests().keys().collect();
    let names: Vec<_> = known.iter().map(|contest| contest.as_str()).collect();
    let contests = names.join(", ");
    match &arguments.contest {
        Some(text) => match known.iter().find(|contest| contest.as_str() == text) {
            Some(contest) => Ok(Some((*contest).clone())),
            None => {
                Err(Failure::not_found(advise!(lang, usage::usage_no_contest { contest: text.as_str(), contests })))
            }
        },
        None if known.len() == 1 => Ok(known.first().map(|contest| (*contest).clone())),
        None if needs_contest(kind) => Err(Failure::usage(advise!(lang, usage::usage_several_contests { contests }))),
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
