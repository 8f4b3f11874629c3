//! `keygen`: a new key, sealed under a passphrase.

use std::path::PathBuf;

use clap::Args;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::passphrase;
use super::words::keys as words;
use super::words::results;
use crate::crypto::keyfile::KeyFileSeed;
use crate::domain::code::Code;
use crate::service::files::Readers;
use crate::service::keygen::{KeySeed, NewKey, keygen};
use crate::text::{self, Label, Lang};
use crate::view::key::Key;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol keygen --name \"A. Member\" --out member.key\n  protokol keygen --name log --out log.key --passphrase-file pass.txt"
)]
pub struct Keygen {
    /// Whose key it is: printed beside the public half
    #[arg(long)]
    pub name: String,
    /// Where to write the key; refuses a file that exists
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub secret: Secret,
}

pub fn run(arguments: &Keygen, output: &Output) -> Result<Exit, Failure> {
    if arguments.out.exists() {
        return Err(Failure::exists(output.lang, &arguments.out));
    }
    let passphrase = passphrase::new(&arguments.secret, &arguments.name, output)?;
    let seed = KeySeed {
        secret: random(output.lang)?.into(),
        file: KeyFileSeed { salt: random(output.lang)?, iv: random(output.lang)? },
    };
    let NewKey { public, file } = keygen(&passphrase, seed)
        .map_err(|_| Failure::said(Exit::Passphrase, Code::U6, advise!(output.lang, words::key_no_empty_passphrase)))?;
    files::write_new(output.lang, &arguments.out, file.as_bytes(), Readers::OwnerOnly)?;
    let fingerprint = public.fingerprint();
    if output.json {
        let file = arguments.out.display().to_string();
        output.value(&Key::of(arguments.name.clone(), public, fingerprint, file));
    } else {
        let lang = output.lang;
        output.rows(&[
            (say!(lang, results::result_name), arguments.name.clone()),
            (say!(lang, results::result_public_key), public.to_string()),
            (output.label(Label::Fingerprint), fingerprint),
        ]);
        output.say(&say!(lang, results::said_secret_key { file: arguments.out.display().to_string() }));
    }
    Ok(Exit::Done)
}

fn random<const N: usize>(lang: Lang) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        let error = text::system_says(lang, &error.to_string());
        Failure::said(Exit::Disk, Code::U2, advise!(lang, words::key_no_randomness { error }))
    })?;
    Ok(bytes)
}
