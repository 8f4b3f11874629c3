//! `serve`: the service of an election night, until it is told to end.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use super::args::{Clock, Global, LogKey};
use super::colours;
use super::door::{Door, Opened, not_listening};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::verify;
use super::words::{self, results, talk};
use crate::server::api::bounds::{SCRUB_REST, WAITING};
use crate::server::api::routes;
use crate::server::api::service::{Service, ServiceSetting};
use crate::server::api::writing::notice::ServiceNotice;
use crate::server::api::writing::standing::Standing;
use crate::server::limits::Limits;
use crate::server::readiness::STARTING;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::observer::{Notice, Silence};
use crate::service::restore::Restoration;
use crate::service::serving::rounds::Heard;
use crate::service::standby;
use crate::service::writing::Open;
use crate::text::{self, Lang};
use crate::view::failure as view;

/// Where the service answers if nobody names another place: on this machine alone.
pub const LISTEN: &str = "127.0.0.1:7381";

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol serve\n  protokol serve --listen 127.0.0.1:8080 --log-key log.key --policy witnesses.policy"
)]
pub struct Serve {
    #[command(flatten)]
    pub door: Door,
    #[command(flatten)]
    pub clock: Clock,
    #[command(flatten)]
    pub log: LogKey,
    #[command(flatten)]
    pub stand: Stand,
}

/// Whether another machine writes.
#[derive(Debug, Default, Args)]
pub struct Stand {
    /// Another machine writes: follow its replica and answer readers, until `protokol takeover`. Where no ledger is, it is restored
    /// from the replica first
    #[arg(long)]
    pub standby: bool,
    /// Where the service is that writes: submissions are sent on to it, and its pulse is heard there
    #[arg(long, value_name = "URL", requires = "standby")]
    pub writer: Option<String>,
    /// Take over without being told, after so many seconds without a sign of it
    #[arg(long, value_name = "SECONDS", requires = "writer", value_parser = clap::value_parser!(u64).range(5..=86400))]
    pub takeover_after: Option<u64>,
}

impl Stand {
    fn standing(&self) -> Standing {
        let takeover_after = self.takeover_after.map(Duration::from_secs);
        Standing { writer: self.writer.clone(), takeover_after }
    }
}

pub fn run(global: &Global, arguments: &Serve, output: &Output) -> Result<Exit, Failure> {
    let lang = output.lang;
    // Whoever cannot be asked need not hold the ledger.
    let mut door = arguments.door.open(LISTEN, Limits::SERVICE, output)?;
    door.setting.operating.readiness.is_not(STARTING, "the ledger is being opened");
    let _operators = door.answer_operators(lang)?;
    let url = door.url();
    if arguments.stand.standby
        && let Some(exit) = from_nothing(global, &arguments.log, output)?
    {
        return Ok(exit);
    }
    answer(global, &arguments.log, &arguments.stand, arguments.clock.trust(), door, output, || {
        output.rows(&[(say!(lang, results::result_address), url)]);
    })
}

/// Restores the ledger from its replica, where no ledger is; gives how the program ends, where that does not verify.
fn from_nothing(global: &Global, log: &LogKey, output: &Output) -> Result<Option<Exit>, Failure> {
    let (talk, policy) = (Talk::new(output), global.policy_file.as_ref());
    let setting = ledger::setting(&global.ledger, &talk);
    let restored = standby::from_nothing(&setting, log.replica.as_deref(), policy);
    match restored.map_err(|error| Failure::service(output.lang, error))? {
        Some(Restoration::NotVerified(report)) => {
            verify::tell(global, &report, output);
            Ok(Some(report.verdict().into()))
        }
        Some(Restoration::Done(restored)) => {
            output.say(&say!(output.lang, results::serving_restored { size: restored.size() }));
            Ok(None)
        }
        None => Ok(None),
    }
}

/// Opens the ledger and answers at an open door until it is told to end; `told` tells where, once somebody answers.
pub fn answer(
    global: &Global,
    log: &LogKey,
    stand: &Stand,
    trust: ClockTrust,
    door: Opened,
    output: &Output,
    told: impl FnOnce(),
) -> Result<Exit, Failure> {
    let (lang, talk) = (output.lang, Talk::new(output));
    let setting = ledger::setting(&global.ledger, &talk);
    let writing = ledger::writing(&global.ledger, log, global.policy_file.as_ref(), "serve", lang)?;
    let failed = |error: Error| Failure::service(lang, error);
    let held = match stand.standby {
        true => standby::stand_by(setting, writing),
        false => Open::new(setting, writing).map(|open| open.held),
    };
    let held = held.map_err(failed)?;
    let talks = *output;
    let setting = ServiceSetting {
        ledger: &global.ledger,
        policy: global.policy_file.as_ref(),
        colours: colours::read(&global.ledger, held.writer.model(), lang)?,
        patience: Duration::from_secs(log.witness_seconds),
        waiting: WAITING,
        scrub_rest: SCRUB_REST,
        trust,
        standing: stand.standing(),
        clock: ledger::now,
        words: says,
        tell: Arc::new(move |notice| tell(notice, &talks)),
    };
    let service = Service::new(setting, held).map_err(failed)?;
    let url = door.url();
    let Opened { listener, setting, .. } = door;
    told();
    routes::serve(service, listener, setting).map_err(|error| not_listening(lang, &url, &error))?;
    output.say(say!(lang, results::serving_ended));
    Ok(Exit::Done)
}

/// What the program says of an error.
fn says(lang: Lang, error: &Error) -> view::Failure {
    Failure::of(lang, error).view()
}

/// Tells the operator what happens. That a witness cosigned is no news.
fn tell(notice: &ServiceNotice<'_>, output: &Output) {
    let lang = output.lang;
    let line = match notice {
        ServiceNotice::Heard(Heard::Silent { witness, outcome }) => {
            Silence::of(outcome).map(|silence| talk::notice(lang, &Notice::Witness(witness, silence)))
        }
        ServiceNotice::Heard(Heard::NotRemembered(error)) => Some(vec![words::service::said(lang, error).says]),
        ServiceNotice::Heard(_) => None,
        ServiceNotice::Damaged(file, code) => {
            let explained = text::explain(lang, *code);
            Some(vec![format!("{code} {file}: {}", explained.what), explained.remedy.to_string()])
        }
        ServiceNotice::Overtaken(why) => {
            let why = words::service::said(lang, why);
            Some(vec![say!(lang, results::serving_overtaken { why: why.says }), why.remedy.to_string()])
        }
        ServiceNotice::TookOver(size) => Some(vec![say!(lang, results::serving_took_over { size: *size })]),
        ServiceNotice::NotTakenOver(why) => {
            let why = words::service::said(lang, why);
            Some(vec![say!(lang, results::serving_not_taken_over { why: why.says }), why.remedy.to_string()])
        }
        ServiceNotice::Undone(why) => {
            let why = words::service::said(lang, why);
            Some(vec![say!(lang, results::serving_undone { why: why.says }), why.remedy.to_string()])
        }
        ServiceNotice::Ended(ended) => {
            let why = words::service::said(lang, &ended.why);
            let said = text::desk_ended(lang, &why.says, ended.since);
            Some(vec![said.says, why.remedy.to_string()])
        }
    };
    line.into_iter().flatten().for_each(|line| output.say(&line));
}
