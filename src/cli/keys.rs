//! Secret keys and passphrases: from files or the prompt, never from arguments or the environment.

use std::io::{IsTerminal, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::words::keys as words;
use crate::crypto::key::SecretKey;
use crate::crypto::keyfile::{self, Algorithm, KeyFileError};
use crate::domain::code::Code;
use crate::text::{Label, Lang, Said};

/// Opens a key file, with the passphrase of `--passphrase-file` or of the prompt.
pub fn open(lang: Lang, path: &Path, secret: &Secret) -> Result<SecretKey, Failure> {
    let pem = Zeroizing::new(files::read_text(lang, path)?);
    let mut asked = Ok(());
    let passphrase = || match passphrase(
        lang,
        secret,
        &prompt(&say!(lang, words::key_ask_passphrase { file: path.display().to_string() })),
    ) {
        Ok(passphrase) => passphrase,
        Err(failure) => {
            asked = Err(failure);
            None
        }
    };
    let opened = keyfile::open(&pem, passphrase);
    asked?;
    opened.map_err(|error| failure(lang, path, &error))
}

/// A new passphrase, typed twice at the prompt or read from a file.
pub fn new_passphrase(lang: Lang, secret: &Secret) -> Result<Zeroizing<String>, Failure> {
    let first =
        passphrase(lang, secret, &prompt(say!(lang, words::key_ask_new_passphrase)))?.ok_or_else(|| needed(lang))?;
    if secret.passphrase_file.is_none() && again(lang, secret)?.as_ref() != Some(&first) {
        return Err(Failure::said(Exit::Passphrase, Code::U6, advise!(lang, words::key_passphrases_differ)));
    }
    if first.is_empty() { Err(needed(lang)) } else { Ok(first) }
}

/// Asks a yes-or-no question; without a terminal only `--yes` answers it.
pub fn confirm(secret: &Secret, question: Label, output: &Output) -> Result<(), Failure> {
    if secret.yes {
        return Ok(());
    }
    let no = |said: Said| Failure::said(Exit::Usage, Code::U8, said);
    if !std::io::stdin().is_terminal() {
        return Err(no(advise!(output.lang, words::key_answer_at_terminal)));
    }
    // A question that cannot be shown is not answered with yes either.
    let (question, how) = (output.label(question), output.label(Label::TypeYes));
    let shown = write!(std::io::stderr(), "{question} {how} ");
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    let is_yes = shown.is_ok() && read.is_ok() && answer.trim() == "yes";
    if is_yes { Ok(()) } else { Err(no(advise!(output.lang, words::key_type_yes))) }
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
        let said = advise!(lang, words::key_passphrase_not_read { error: error.to_string() });
        Failure::said(Exit::Passphrase, Code::U6, said)
    })
}

/// Asks for a new passphrase once more.
fn again(lang: Lang, secret: &Secret) -> Result<Option<Zeroizing<String>>, Failure> {
    passphrase(lang, secret, &prompt(say!(lang, words::key_ask_again)))
}

/// A question, with room for the answer behind it.
fn prompt(question: &str) -> String {
    format!("{question} ")
}

fn needed(lang: Lang) -> Failure {
    Failure::said(Exit::Passphrase, Code::U6, advise!(lang, words::key_passphrase_needed))
}

fn failure(lang: Lang, path: &Path, error: &KeyFileError) -> Failure {
    let (file, name) = (path.display().to_string(), |algorithm: &Algorithm| algorithm.to_string());
    let said = match error {
        KeyFileError::PassphraseNeeded => return needed(lang).in_file(path),
        KeyFileError::WrongPassphrase => {
            let said = advise!(lang, words::key_wrong_passphrase { file });
            return Failure::said(Exit::Passphrase, Code::U6, said).in_file(path);
        }
        KeyFileError::NotPem => advise!(lang, words::key_not_pem { file }),
        KeyFileError::NotPkcs8 { label } => advise!(lang, words::key_not_pkcs8 { file, label: label.as_str() }),
        KeyFileError::NotEd25519(other) => advise!(lang, words::key_not_ed25519 { file, algorithm: name(other) }),
        KeyFileError::PublicHalfDiffers => advise!(lang, words::key_halves_differ { file }),
        KeyFileError::UnsupportedEncryption(method) => {
            advise!(lang, words::key_encryption_unsupported { file, algorithm: name(method) })
        }
        KeyFileError::CostTooHigh(method) => advise!(lang, words::key_cost_too_high { file, algorithm: name(method) }),
    };
    Failure::format(path, said)
}
