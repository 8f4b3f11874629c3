//! `keygen`: a new key, sealed under a passphrase.

use std::path::PathBuf;

use clap::Args;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::keys;
use super::output::Output;
use super::words::keys as words;
use crate::crypto::hash;
use crate::crypto::key::SecretKey;
use crate::crypto::keyfile::{self, KeyFileSeed};
use crate::domain::code::Code;
use crate::text::Lang;
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
    let passphrase = keys::new_passphrase(output.lang, &arguments.secret)?;
    let key = SecretKey::from_seed(&zeroize::Zeroizing::new(random(output.lang)?));
    let seed = KeyFileSeed { salt: random(output.lang)?, iv: random(output.lang)? };
    let sealed = keyfile::seal(&key, &passphrase, seed)
        .map_err(|_| Failure::said(Exit::Passphrase, Code::U6, advise!(output.lang, words::key_no_empty_passphrase)))?;
    files::write_new(output.lang, &arguments.out, sealed.as_bytes(), Readers::OwnerOnly)?;
    let public = key.public();
    let fingerprint = fingerprint(&public.0);
    if output.json {
        let file = arguments.out.display().to_string();
        output.value(&Key::of(arguments.name.clone(), public, fingerprint, file));
    } else {
        output.line(&format!("Name         {}", arguments.name));
        output.line(&format!("Public key   {public}"));
        output.line(&format!("Fingerprint  {fingerprint}"));
        output.say(&format!(
            "The secret key is in {}. Keep the file and its passphrase apart; hand out the public key only.",
            arguments.out.display()
        ));
    }
    Ok(Exit::Done)
}

/// The first eight groups of the public key's SHA-256: what two people compare by voice.
fn fingerprint(public: &[u8; 32]) -> String {
    let digest = hex::encode(hash::sha256(&[public]));
    let groups: Vec<_> = digest.as_bytes().chunks(4).take(8).map(|group| String::from_utf8_lossy(group)).collect();
    groups.join(" ")
}

fn random<const N: usize>(lang: Lang) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        let error = error.to_string();
        Failure::said(Exit::Disk, Code::U2, advise!(lang, words::key_no_randomness { error }))
    })?;
    Ok(bytes)
}
