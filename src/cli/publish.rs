//! `publish`: the published folder is brought up to date, and the witnesses are asked again. Nothing comes in.

use std::path::PathBuf;

use clap::Args;

use super::args::{Global, LogKey};
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::{results, usage};
use crate::domain::code::Code;
use crate::ledger::note::policy::Quorum;
use crate::service::publish::{Cosignatures, Published, policy, publish};
use crate::store::writer::Unpublished;
use crate::text::{self, Label};
use crate::view::publication::{Level, Publication};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol publish --policy witnesses.policy --log-key log.key\n  protokol publish --cosignature observer.cosignature --log-key log.key"
)]
pub struct Publish {
    /// A file with a witness's signature line, as `protokol witness URL` writes it; may be repeated
    #[arg(long, value_name = "FILE")]
    pub cosignature: Vec<PathBuf>,
    #[command(flatten)]
    pub log: LogKey,
}

pub fn run(global: &Global, arguments: &Publish, output: &Output) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let talk = Talk::new(output);
    let setting = ledger::setting(&global.ledger, &talk);
    let file = global.policy_file.as_ref();
    if !arguments.cosignature.is_empty() && policy(&setting, file).map_err(failed)?.is_none() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_cosignature_by_policy)));
    }
    let writing = ledger::writing(&global.ledger, &arguments.log, file, "publish", output.lang)?;
    let lines = arguments.cosignature.iter().map(|file| {
        let lines = files::read_text(output.lang, file)?;
        Ok(Cosignatures { file: file.clone(), lines })
    });
    let lines = lines.collect::<Result<Vec<_>, Failure>>()?;
    tell(publish(setting, writing, &lines).map_err(failed)?, output)
}

fn tell(published: Published, output: &Output) -> Result<Exit, Failure> {
    let Published { signed, quorum, unpublished, clock } = published;
    let checkpoint = signed.checkpoint();
    let level = if quorum == Quorum::Met { Level::Witnessed } else { Level::Sealed };
    let published = unpublished.is_none();
    if let Some(Unpublished::Failed(why)) = &unpublished {
        let said = advise!(output.lang, results::result_not_published { why: why.as_str() });
        return Err(Failure::said(Exit::Disk, Code::U2, said));
    }
    if output.json {
        let (size, fingerprint) = (checkpoint.size.0, checkpoint.fingerprint().into());
        output.value(&Publication { size, fingerprint, status: level, published });
    } else {
        let how_far = match level {
            Level::Sealed => Label::Sealed,
            Level::Witnessed => Label::Witnessed,
        };
        output.rows(&[
            (say!(output.lang, results::result_size), text::number(output.lang, checkpoint.size.0)),
            (output.label(Label::Fingerprint), checkpoint.fingerprint().to_string()),
            (say!(output.lang, results::result_level), output.label(how_far).to_owned()),
        ]);
    }
    match unpublished {
        None if quorum == Quorum::NotMet => {
            output.say(say!(output.lang, results::said_too_few_cosigned));
            Ok(Exit::Insufficient)
        }
        Some(Unpublished::Until(until)) => {
            output.say(&say!(
                output.lang,
                results::said_published_from { until: text::moment(output.lang, until, clock) }
            ));
            Ok(Exit::Done)
        }
        _ => Ok(Exit::Done),
    }
}
