//! Secret keys: from files, under passphrases of files or the prompt, never from arguments or the environment.

use std::io::{IsTerminal, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::passphrase;
use super::words::keys as words;
use crate::crypto::key::SecretKey;
use crate::crypto::keyfile::{self, KeyFileError};
use crate::domain::code::Code;
use crate::text::{self, Label, Lang, Said};

/// Opens a key file, with the passphrase of `--passphrase-file` or of the prompt.
pub fn open(lang: Lang, path: &Path, secret: &Secret) -> Result<SecretKey, Failure> {
    let pem = Zeroizing::new(files::read_text(lang, path)?);
    let mut asked = Ok(());
    let question = say!(lang, words::key_ask_passphrase { file: path.display().to_string() });
    let passphrase = || match passphrase::ask(lang, secret, &question) {
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

fn failure(lang: Lang, path: &Path, error: &KeyFileError) -> Failure {
    let Some(said) = text::key_file(lang, error, &path.display().to_string()) else {
        return passphrase::needed(lang).in_file(path);
    };
    match error {
        KeyFileError::WrongPassphrase => Failure::said(Exit::Passphrase, Code::U6, said).in_file(path),
        _ => Failure::format(path, said),
    }
}
