//! Secret keys and passphrases: from files or the prompt, never from arguments or the environment.

use std::io::{IsTerminal, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use crate::crypto::key::SecretKey;
use crate::crypto::keyfile::{self, KeyFileError};
use crate::domain::code::Code;
use crate::text::{Label, Lang};

/// Opens a key file, with the passphrase of `--passphrase-file` or of the prompt.
pub fn open(lang: Lang, path: &Path, secret: &Secret) -> Result<SecretKey, Failure> {
    let pem = Zeroizing::new(files::read_text(lang, path)?);
    let mut asked = Ok(());
    let passphrase = || match passphrase(lang, secret, &format!("Passphrase of {}: ", path.display())) {
        Ok(passphrase) => passphrase,
        Err(failure) => {
            asked = Err(failure);
            None
        }
    };
    let opened = keyfile::open(&pem, passphrase);
    asked?;
    opened.map_err(|error| failure(path, &error))
}

/// A new passphrase, typed twice at the prompt or read from a file.
pub fn new_passphrase(lang: Lang, secret: &Secret) -> Result<Zeroizing<String>, Failure> {
    let first = passphrase(lang, secret, "New passphrase: ")?.ok_or_else(needed)?;
    if secret.passphrase_file.is_none() && passphrase(lang, secret, "The same again: ")?.as_ref() != Some(&first) {
        let says = "the two passphrases differ";
        return Err(Failure::new(Exit::Passphrase, Code::U6, says, "run it again; nothing was written"));
    }
    if first.is_empty() { Err(needed()) } else { Ok(first) }
}

/// Asks a yes-or-no question; without a terminal only `--yes` answers it.
pub fn confirm(secret: &Secret, question: Label, output: &Output) -> Result<(), Failure> {
    if secret.yes {
        return Ok(());
    }
    let no = |act: &str| {
        Failure::new(Exit::Usage, Code::U8, "nothing was signed: the question was not answered with yes", act)
    };
    if !std::io::stdin().is_terminal() {
        return Err(no("answer at a terminal, or give --yes"));
    }
    // A question that cannot be shown is not answered with yes either.
    let (question, how) = (output.label(question), output.label(Label::TypeYes));
    let shown = write!(std::io::stderr(), "{question} {how} ");
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    if shown.is_ok() && read.is_ok() && answer.trim() == "yes" { Ok(()) } else { Err(no("run it again and type yes")) }
}

fn passphrase(lang: Lang, secret: &Secret, prompt: &str) -> Result<Option<Zeroizing<String>>, Failure> {
    if let Some(file) = &secret.passphrase_file {
        let text = Zeroizing::new(files::read_text(lang, file)?);
        return Ok(Some(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())));
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = rpassword::prompt_password(prompt);
    typed.map(|typed| Some(Zeroizing::new(typed))).map_err(|error| {
        Failure::new(
            Exit::Passphrase,
            Code::U6,
            format!("the passphrase cannot be read: {error}"),
            "use --passphrase-file",
        )
    })
}

fn needed() -> Failure {
    Failure::new(
        Exit::Passphrase,
        Code::U6,
        "a passphrase is needed",
        "type it at a terminal, or give --passphrase-file FILE",
    )
}

fn failure(path: &Path, error: &KeyFileError) -> Failure {
    let says = format!("{}: {error}", path.display());
    match error {
        KeyFileError::PassphraseNeeded => needed().in_file(path),
        KeyFileError::WrongPassphrase => {
            Failure::new(Exit::Passphrase, Code::U6, says, "check the passphrase and run it again").in_file(path)
        }
        _ => Failure::format(path, says, "give an Ed25519 key as `protokol keygen` or `openssl genpkey` writes it"),
    }
}
