//! `draft`: a TOML draft of any event kind, with what is known filled in.

mod election;

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{BackgroundSource, Global};
use super::failure::{Exit, Failure};
use super::files;
use super::folder::{self, read_folder};
use super::kit;
use super::ledger::policy;
use super::output::Output;
use super::prefill;
use super::scans;
use super::talk::Talk;
use super::typed;
use super::words::{results, usage};
use crate::clerk::background::Background;
use crate::clerk::draft::{self, Subject};
use crate::clerk::error::{DraftError, KitError};
use crate::domain::id::EventHash;
use crate::domain::number::Voting;
use crate::domain::statement::Kind;
use crate::intake::draft::{DraftContext, Prefilled};
use crate::intake::draft::{render, render_blank, render_founding};
use crate::service::error::Error;
use crate::service::files::Readers;
use crate::service::founding;
use crate::text::{self, Lang};
use crate::verify::conclude::TrustAnchors;
use crate::view::draft as view;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol draft protocol 01.001 --contest round-1 --kit kit.protokol --out 01.001.toml\n  protokol draft founding --from election --log-key 3f2a… --out founding.toml"
)]
pub struct Draft {
    /// What is said: founding, commission, candidate, observer, opening, turnout, protocol, correction, summary,
    /// annulment …; or `election`, for a folder to begin with
    pub kind: String,
    /// The unit it is about; for `election`, the folder that is written
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
    pub background: BackgroundSource,
}

pub fn run(global: &Global, arguments: &Draft, output: &Output) -> Result<Exit, Failure> {
    if arguments.kind == election::ELECTION {
        return election::write(arguments.unit.as_deref().map(Path::new), output);
    }
    let kind = parse_kind(output.lang, &arguments.kind)?;
    if !arguments.attach.is_empty() && !draft::takes_scans(kind) {
        return Err(Failure::usage(advise!(output.lang, usage::usage_no_attachments { kind: kind.word() })));
    }
    let text = if kind == Kind::ElectionCalled {
        founding(global, arguments, output)?
    } else {
        let background = kit::load(global, &arguments.background, output)?;
        of_kind(kind, arguments, &background, output)?
    };
    match &arguments.out {
        Some(path) => {
            files::write_new(output.lang, path, text.as_bytes(), Readers::All)?;
            if output.json {
                output.value(&view::Draft::Written { file: path.display().to_string() });
            }
            let check = format!("protokol check {}{}", typed::word(path), typed::flags(global, &arguments.background));
            let file = path.display().to_string();
            output.say(&say!(output.lang, results::said_fill_in { file, command: check }));
        }
        None if output.json => output.value(&view::Draft::Said { draft: text }),
        None => output.block(&text),
    }
    Ok(Exit::Done)
}

fn parse_kind(lang: Lang, word: &str) -> Result<Kind, Failure> {
    let words: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let said = || advise!(lang, usage::usage_no_kind { kind: word, kinds: words.join(", ") });
    let unknown = || Failure::usage(text::telling_one(lang, said(), word));
    Kind::ALL.iter().copied().find(|kind| kind.word() == word).ok_or_else(unknown)
}

/// The founding act, from an election folder with members of the top unit, and the log's public key.
fn founding(global: &Global, arguments: &Draft, output: &Output) -> Result<String, Failure> {
    let lang = output.lang;
    let no_folder = || Failure::usage(advise!(lang, usage::usage_founding_from_folder));
    let no_key = || Failure::usage(advise!(lang, usage::usage_founding_names_key));
    let from = arguments.from.as_ref().ok_or_else(no_folder)?;
    let given = arguments.log_key.as_ref().ok_or_else(no_key)?;
    let election = read_folder(from, output)?;
    let failed = |error: Error| match error {
        Error::Draft(DraftError::NoMembers) => Failure::service(output.lang, error).in_file(&from.join("members.csv")),
        error => folder::failed(output.lang, from, error),
    };
    let policy = policy(global, lang)?;
    let anchors = TrustAnchors::under(policy.as_ref());
    let founding = founding::founding(election, given, arguments.succeeds.as_deref(), &anchors, &Talk::new(output));
    Ok(render_founding(&founding.map_err(failed)?, output.lang.code(), text::hint))
}

fn of_kind(kind: Kind, arguments: &Draft, background: &Background, output: &Output) -> Result<String, Failure> {
    let of_kit = |error: KitError| Failure::service(output.lang, error);
    let election = background.election().map_err(of_kit)?;
    let language = output.lang.to_string();
    let scans = scans::for_draft(output.lang, &arguments.attach, arguments.out.as_deref())?;
    let context = DraftContext { scans, ..background.context(&language, text::hint).map_err(of_kit)? };
    let failed = |error: DraftError| Failure::service(output.lang, error);
    let unit = arguments.unit.as_deref().map(|unit| draft::unit(kind, unit, background)).transpose().map_err(failed)?;
    let contest = draft::contest(kind, arguments.contest.as_deref(), background).map_err(failed)?;
    let wrong = |_| Failure::usage(advise!(output.lang, usage::usage_event_is_a_hash));
    let event = arguments.event.as_deref().map(str::parse::<EventHash>).transpose().map_err(wrong)?;
    let named = Subject { contest, unit, event };
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
