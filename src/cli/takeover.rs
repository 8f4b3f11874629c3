//! `takeover`: whoever stands by on this machine writes from now on.

use clap::Args;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::words::results;
use crate::service::standby;
use crate::view::takeover::Takeover as View;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol takeover\n  protokol takeover --ledger /var/lib/protokol/ledger")]
pub struct Takeover {}

pub fn run(global: &Global, output: &Output) -> Result<Exit, Failure> {
    let size = standby::take_over(&global.ledger).map_err(|error| Failure::service(output.lang, error))?;
    if output.json {
        output.value(&View { ledger: global.ledger.display().to_string(), size: size.0 });
    } else {
        output.say(&say!(output.lang, results::serving_took_over { size }));
    }
    Ok(Exit::Done)
}
