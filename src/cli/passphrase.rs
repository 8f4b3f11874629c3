//! Passphrases: from the first line of a file, or from the prompt.

use std::io::IsTerminal;
use std::path::Path;

use zeroize::Zeroizing;
use zxcvbn::zxcvbn;

use super::args::Secret;
use super::failure::{Exit, Failure};
use super::files;
use super::output::{Output, visible};
use super::words::files::system;
use super::words::keys as words;
use crate::domain::code::Code;
use crate::domain::text::is_invisible;
use crate::text::{Lang, Said};

/// Guesses that a machine makes in a minute where each is stretched as a key file's are: ten thousand a second.
const GUESSES_A_MINUTE: u64 = 60 * 10_000;

/// The passphrase of a key; none where there is neither a file nor a terminal.
pub fn ask(lang: Lang, secret: &Secret, question: &str) -> Result<Option<Zeroizing<String>>, Failure> {
    if let Some(file) = &secret.passphrase_file {
        return of_file(lang, file).map(Some);
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = rpassword::prompt_password(format!("{} ", visible(question)));
    typed
        .map(|typed| Some(Zeroizing::new(typed)))
        .map_err(|error| wrong(advise!(lang, words::key_passphrase_not_read { error: system(lang, &error) })))
}

/// A new passphrase, typed twice at the prompt or read from a file. One that cannot be typed again from sight is refused,
/// and of one that is soon guessed by who knows whose key
/// it is, the operator is warned.
pub fn new(secret: &Secret, name: &str, output: &Output) -> Result<Zeroizing<String>, Failure> {
    let lang = output.lang;
    let asked = |question: &str| ask(lang, secret, question)?.ok_or_else(|| needed(lang));
    let first = asked(say!(lang, words::key_ask_new_passphrase))?;
    if secret.passphrase_file.is_none() && asked(say!(lang, words::key_ask_again))? != first {
        return Err(wrong(advise!(lang, words::key_passphrases_differ)));
    }
    let typed = first.trim_start_matches(BYTE_ORDER_MARK);
    if let Some(hidden) = typed.chars().find(|c| is_invisible(*c)) {
        let code = format!("U+{:04X}", u32::from(hidden));
        return Err(wrong(advise!(lang, words::key_passphrase_invisible { code })));
    }
    match typed {
        "" => Err(needed(lang)),
        typed => {
            if is_guessed_soon(typed, name) {
                output.say(say!(lang, words::key_passphrase_weak));
            }
            Ok(first)
        }
    }
}

fn is_guessed_soon(passphrase: &str, name: &str) -> bool {
    let known: Vec<_> = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    zxcvbn(passphrase, &known).guesses() < GUESSES_A_MINUTE
}

/// Nobody gave a passphrase.
pub fn needed(lang: Lang) -> Failure {
    wrong(advise!(lang, words::key_passphrase_needed))
}

fn wrong(said: Said) -> Failure {
    Failure::said(Exit::Passphrase, Code::U6, said)
}

/// What some editors write at the head of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The first line of a file.
fn of_file(lang: Lang, file: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = Zeroizing::new(files::read(lang, file)?);
    let shown = || file.display().to_string();
    let unknown = || Failure::format(file, advise!(lang, words::key_passphrase_encoding { file: shown() }));
    let text = decoded(&bytes).ok_or_else(unknown)?;
    match text.lines().next().unwrap_or_default() {
        "" | "\u{feff}" => Err(wrong(advise!(lang, words::key_passphrase_file_empty { file: shown() })).in_file(file)),
        line => Ok(Zeroizing::new(line.to_owned())),
    }
}

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark, as Windows writes it.
fn decoded(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = match bytes {
        [0xff, 0xfe, text @ ..] => utf16(text, u16::from_le_bytes),
        [0xfe, 0xff, text @ ..] => utf16(text, u16::from_be_bytes),
        text => std::str::from_utf8(text).ok().map(str::to_owned),
    };
    text.map(Zeroizing::new)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, []) = bytes.as_chunks() else { return None };
    let units = Zeroizing::new(units.iter().map(|bytes| unit(*bytes)).collect::<Vec<_>>());
    String::from_utf16(&units).ok()
}
