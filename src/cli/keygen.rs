//! `keygen`: a new key, sealed under a passphrase, and the slip by which its holder is enrolled.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use unicode_normalization::UnicodeNormalization;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::passphrase;
use super::print::slip;
use super::words::keys as words;
use super::words::results;
use crate::crypto::keyfile::KeyFileSeed;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::id::{ElectionId, UnitId};
use crate::domain::number::Seat;
use crate::domain::text::Text;
use crate::intake::mistake::{Mistake, SlipMistake, ValueMistake};
use crate::ledger::files::slip::Holder;
use crate::service::files::Readers;
use crate::service::keygen::{KeySeed, NewKey, NoKey, keygen};
use crate::text::{self, Label, Lang};
use crate::view::key::Key;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol keygen --name \"A. Member\" --out member.key --passphrase-file pass.txt\n  protokol keygen --name Eva --out e.key --slip e.slip --election e-30 --unit 01 --office chair"
)]
pub struct Keygen {
    /// Whose key it is: printed beside the public half
    #[arg(long)]
    pub name: String,
    /// Where to write the key; refuses a file that exists
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub enrolment: Enrolment,
    #[command(flatten)]
    pub secret: Secret,
}

/// What stands on an enrolment slip besides the name and the key.
#[derive(Debug, Args)]
pub struct Enrolment {
    /// Where to write the enrolment slip, which the commission above is handed; refuses a file that exists
    #[arg(long, value_name = "FILE", requires_all = ["election", "unit", "office"])]
    pub slip: Option<PathBuf>,
    /// On the slip: the election's id, as its manifest has it
    #[arg(long, value_name = "ID", requires = "slip")]
    pub election: Option<ElectionId>,
    /// On the slip: the unit of the member's commission
    #[arg(long, value_name = "UNIT", requires = "slip")]
    pub unit: Option<UnitId>,
    /// On the slip: chair, deputy, secretary or member
    #[arg(long, value_name = "OFFICE", requires = "slip")]
    pub office: Option<Office>,
    /// On the slip: the seat, from 1; if left out, whoever enrols gives one
    #[arg(long, value_name = "SEAT", requires = "slip")]
    pub seat: Option<Seat>,
    /// On the slip: who nominated the member
    #[arg(long, value_name = "NAME", requires = "slip")]
    pub nominated_by: Option<String>,
    /// Write the slip also as a page for a printer, with its fingerprint and a QR code
    #[arg(long, value_name = "FILE", requires = "slip")]
    pub print: Option<PathBuf>,
}

pub fn run(arguments: &Keygen, output: &Output) -> Result<Exit, Failure> {
    let Enrolment { slip, print, .. } = &arguments.enrolment;
    let places = [Some(&arguments.out), slip.as_ref(), print.as_ref()];
    if let Some(taken) = places.into_iter().flatten().find(|place| place.exists()) {
        return Err(Failure::exists(output.lang, taken));
    }
    let holder = holder(arguments, output.lang)?;
    let passphrase = passphrase::new(&arguments.secret, &arguments.name, output)?;
    let seed = KeySeed {
        secret: random(output.lang)?.into(),
        file: KeyFileSeed { salt: random(output.lang)?, iv: random(output.lang)? },
    };
    let new = keygen(&passphrase, seed, holder).map_err(|error| failed(output.lang, error))?;
    write(arguments, &new, output.lang)?;
    tell(arguments, &new, output);
    Ok(Exit::Done)
}

/// What the slip says of the holder; none where no slip is asked for.
fn holder(arguments: &Keygen, lang: Lang) -> Result<Option<Holder>, Failure> {
    let Enrolment { election: Some(election), unit: Some(unit), office: Some(office), .. } = &arguments.enrolment
    else {
        return Ok(None);
    };
    let text = |typed: &str| {
        let text = Text::try_from(typed.nfc().collect::<String>());
        text.map_err(|flaw| Failure::usage(text::mistake(lang, &Mistake::Value(ValueMistake::Text(flaw)))))
    };
    let holder = Holder {
        election: election.clone(),
        unit: unit.clone(),
        seat: arguments.enrolment.seat,
        name: text(&arguments.name)?,
        office: *office,
        nominated_by: text(arguments.enrolment.nominated_by.as_deref().unwrap_or_default())?,
    };
    Ok(Some(holder))
}

fn failed(lang: Lang, error: NoKey) -> Failure {
    match error {
        NoKey::File(_) => Failure::said(Exit::Passphrase, Code::U6, advise!(lang, words::key_no_empty_passphrase)),
        NoKey::Slip(error) => Failure::usage(text::slip_mistake(lang, &SlipMistake::Format(error))),
    }
}

/// Writes the key, the slip and its page: all of them or none.
fn write(arguments: &Keygen, new: &NewKey, lang: Lang) -> Result<(), Failure> {
    let Enrolment { slip, print, .. } = &arguments.enrolment;
    let texts = new.slip.as_ref().map(|slip| (slip.to_string(), slip::page(slip, lang)));
    let (text, page) = texts.as_ref().map_or(("", ""), |(text, page)| (text, page));
    let key = (&arguments.out, new.file.as_str(), Readers::OwnerOnly);
    let slip = slip.as_ref().map(|file| (file, text, Readers::All));
    let page = print.as_ref().map(|file| (file, page, Readers::All));
    let mut written: Vec<&Path> = Vec::new();
    for (file, text, readers) in [Some(key), slip, page].into_iter().flatten() {
        files::write_new(lang, file, text.as_bytes(), readers).inspect_err(|_| {
            written.iter().for_each(|file| drop(fs::remove_file(file)));
        })?;
        written.push(file);
    }
    Ok(())
}

fn tell(arguments: &Keygen, new: &NewKey, output: &Output) {
    let (lang, shown) = (output.lang, |file: &PathBuf| file.display().to_string());
    let Enrolment { slip, print, .. } = &arguments.enrolment;
    let (name, fingerprint) = (arguments.name.clone(), new.public.fingerprint());
    if output.json {
        let (file, slip, page) = (shown(&arguments.out), slip.as_ref().map(shown), print.as_ref().map(shown));
        return output.value(&Key { name, public_key: new.public.into(), fingerprint, file, slip, page });
    }
    output.rows(&[
        (say!(lang, results::result_name), name),
        (say!(lang, results::result_public_key), new.public.to_string()),
        (output.label(Label::Fingerprint), fingerprint),
    ]);
    output.say(&say!(lang, results::said_secret_key { file: shown(&arguments.out) }));
    if let Some(slip) = slip {
        output.say(&say!(lang, results::said_slip { file: shown(slip) }));
    }
    if let Some(page) = print {
        output.say(&say!(lang, results::said_slip_page { file: shown(page) }));
    }
}

fn random<const N: usize>(lang: Lang) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        let error = text::system_says(lang, &error.to_string());
        Failure::said(Exit::Disk, Code::U2, advise!(lang, words::key_no_randomness { error }))
    })?;
    Ok(bytes)
}
