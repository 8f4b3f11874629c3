//! `sign`: shows a paper in figures and words, asks, and adds one member's signature; or joins what members signed apart.

mod folder;
mod join;
mod paper;
mod shown;
mod told;
mod typings;

use std::path::{Path, PathBuf};

use clap::Args;

use self::paper::{Given, Paper};
use super::args::{BackgroundSource, Global, Secret};
use super::check;
use super::drafts::read_draft;
use super::failure::{Exit, Failure};
use super::keys;
use super::kit;
use super::output::Output;
use super::words::usage;
use crate::text::Label;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol sign 01.001.toml --key member.key --kit kit.protokol --out 01.001.submission\n  protokol sign drafts/ --key member.key --kit kit.protokol"
)]
pub struct Sign {
    /// A draft, which becomes a submission; a submission, which gets one more signature; or a folder of them
    #[arg(required_unless_present = "join")]
    pub paper: Option<PathBuf>,
    /// The member's key
    #[arg(long, value_name = "FILE", required_unless_present = "join")]
    pub key: Option<PathBuf>,
    /// A draft of the same paper, typed independently: any difference stops
    #[arg(long, value_name = "DRAFT")]
    pub second: Option<PathBuf>,
    /// Copies of one submission that were signed apart: joins their signatures, without a key
    #[arg(long, value_name = "SUBMISSION", num_args = 1.., conflicts_with_all = ["key", "second"])]
    pub join: Vec<PathBuf>,
    /// Show what is signed field by field, as in JSON, instead of as a page
    #[arg(long)]
    pub fields: bool,
    /// Where to write the submission; beside the draft, or in place, if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub background: BackgroundSource,
    #[command(flatten)]
    pub secret: Secret,
}

pub fn run(global: &Global, arguments: &Sign, output: &Output) -> Result<Exit, Failure> {
    match (&arguments.paper, &arguments.key) {
        (Some(folder), Some(key)) if folder.is_dir() => {
            if arguments.second.is_some() || arguments.out.is_some() {
                return Err(Failure::usage(advise!(output.lang, usage::usage_folder_signed_in_place)));
            }
            folder::sign(global, &arguments.background, folder, (key, &arguments.secret), output)
        }
        (Some(paper), Some(key)) => sign_one(global, arguments, paper, key, output),
        (first, _) => {
            let copies: Vec<_> = first.iter().chain(&arguments.join).cloned().collect();
            join::join(global, &arguments.background, &copies, arguments.out.as_deref(), output)
        }
    }
}

fn sign_one(global: &Global, arguments: &Sign, file: &Path, key: &Path, output: &Output) -> Result<Exit, Failure> {
    let given = Given::read(file, output)?;
    let background = match () {
        () if given.is_founding() => None,
        // What others signed says itself what it says; a draft and a second typing are read against their election.
        () if given.is_submission() && arguments.second.is_none() => {
            kit::at_hand(global, &arguments.background, output)?
        }
        () => Some(kit::load(global, &arguments.background, output)?),
    };
    let is_known = background.is_some() || given.is_founding();
    let background = background.as_ref();
    let draft = given.draft(background, output)?;
    if let Some(second) = &arguments.second {
        let other = read_draft(second, background, output)?;
        let manifest = background.and_then(|background| background.model.manifest());
        typings::compare(output.lang, &draft, &other, manifest, second)?;
    }
    let out = arguments.out.clone().or_else(|| (!is_known).then(|| paper::copy_of(file)));
    let mut paper = Paper::of(given, draft, out.as_deref(), output)?;
    if !is_known && paper.is_in_place() {
        return Err(Failure::exists(output.lang, &paper.out));
    }
    let checked = paper.check(background, output)?;
    if !checked.findings.is_empty() && !output.json {
        check::tell(&checked, background, output);
    }
    let before = output.before_question(&arguments.secret);
    match arguments.fields {
        true => shown::show_fields(&paper.draft.body, &before),
        false => shown::show(&paper.draft.body, background, &before),
    }
    check::warn(&paper.draft.body, background, &before);
    if !is_known {
        told::tell_apart(&paper, &before);
    }
    let key = keys::open(output.lang, key, &arguments.secret)?;
    if is_known {
        paper.check_signer(key.public(), background, output)?;
    }
    keys::confirm(&arguments.secret, Label::SignThis, output)?;
    let signature = paper.sign(&key, background, output)?;
    told::tell(global, &arguments.background, &paper, &signature, output);
    Ok(Exit::Done)
}
