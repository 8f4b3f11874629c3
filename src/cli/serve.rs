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
use super::words::{self, results, talk};
use crate::server::api::bounds::{SCRUB_REST, WAITING};
use crate::server::api::routes;
use crate::server::api::service::{Service, ServiceSetting};
use crate::server::api::writing::notice::ServiceNotice;
use crate::server::limits::Limits;
use crate::server::readiness::STARTING;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::observer::{Notice, Silence};
use crate::service::serving::rounds::Heard;
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
}

pub fn run(global: &Global, arguments: &Serve, output: &Output) -> Result<Exit, Failure> {
    let lang = output.lang;
    // Whoever cannot be asked need not hold the ledger.
    let mut door = arguments.door.open(LISTEN, Limits::SERVICE, output)?;
    door.setting.operating.readiness.is_not(STARTING, "the ledger is being opened");
    let _operators = door.answer_operators(lang)?;
    let url = door.url();
    answer(global, &arguments.log, arguments.clock.trust(), door, output, || {
        output.rows(&[(say!(lang, results::result_address), url)]);
    })
}

/// Opens the ledger and answers at an open door until it is told to end; `told` tells where, once somebody answers.
pub fn answer(
    global: &Global,
    log: &LogKey,
    trust: ClockTrust,
    door: Opened,
    output: &Output,
    told: impl FnOnce(),
) -> Result<Exit, Failure> {
    let (lang, talk) = (output.lang, Talk::new(output));
    let setting = ledger::setting(&global.ledger, &talk);
    let writing = ledger::writing(&global.ledger, log, global.policy_file.as_ref(), "serve", lang)?;
    let failed = |error: Error| Failure::service(lang, error);
    let Open { held, .. } = Open::new(setting, writing).map_err(failed)?;
    let talks = *output;
    let setting = ServiceSetting {
        ledger: &global.ledger,
        policy: global.policy_file.as_ref(),
        colours: colours::read(&global.ledger, held.writer.model(), lang)?,
        patience: Duration::from_secs(log.witness_seconds),
        waiting: WAITING,
        scrub_rest: SCRUB_REST,
        trust,
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
        ServiceNotice::Ended(ended) => {
            let why = words::service::said(lang, &ended.why);
            let said = text::desk_ended(lang, &why.says, ended.since);
            Some(vec![said.says, why.remedy.to_string()])
        }
    };
    line.into_iter().flatten().for_each(|line| output.say(&line));
}
