//! The background of a draft, from `--kit` or from the ledger.

use super::args::{BackgroundSource, Global};
use super::failure::{Exit, Failure};
use super::files;
use super::ledger::{policy, setting};
use super::output::Output;
use super::talk::Talk;
use super::words::papers;
use crate::clerk::background::Background;
use crate::remote::http::is_url;
use crate::service::error::Error;
use crate::service::kit;
use crate::service::parallel::Cores;
use crate::text::{Lang, Said};
use crate::verify::conclude::TrustAnchors;

/// From `--kit`, or else from the ledger.
pub fn load(global: &Global, source: &BackgroundSource, output: &Output) -> Result<Background, Failure> {
    let policy = policy(global, output.lang)?;
    let anchors = TrustAnchors::under(policy.as_ref());
    let Some(file) = &source.kit else {
        let talk = Talk::new(output);
        let background = kit::of_ledger(&setting(&global.ledger, &talk), &anchors);
        return background.map_err(|error| missing(global, output.lang, error));
    };
    let bytes = match file.to_str().filter(|text| is_url(text)) {
        Some(url) => kit::fetch(url).map_err(|error| Failure::service(output.lang, error))?,
        None => files::read(output.lang, file)?,
    };
    Background::of_kit(&bytes, &anchors, Cores).map_err(|error| {
        let failure = Failure::service(output.lang, error);
        Failure { says: format!("{}: {}", file.display(), failure.says), ..failure }.in_file(file)
    })
}

/// Where there is neither, it is told which of them to bring: nobody who signs a draft needs a ledger of his own.
fn missing(global: &Global, lang: Lang, error: Error) -> Failure {
    let failure = Failure::service(lang, error);
    if failure.exit != Exit::NoLedger {
        return failure;
    }
    let Said { says, remedy } = advise!(lang, papers::paper_no_election { place: global.ledger.display().to_string() });
    Failure { says, remedy, ..failure }
}

/// From `--kit`, or from the ledger if there is one.
pub fn at_hand(global: &Global, source: &BackgroundSource, output: &Output) -> Result<Option<Background>, Failure> {
    match load(global, source, output) {
        Err(failure) if failure.exit == Exit::NoLedger => Ok(None),
        background => background.map(Some),
    }
}
