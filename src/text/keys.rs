//! Key files that cannot be opened, and why.

use super::{Lang, Said};
use crate::crypto::keyfile::{Algorithm, KeyFileError};

messages! {
    key_wrong_passphrase { file } + remedy;
    key_not_pem { file } + remedy;
    key_not_pkcs8 { file, label } + remedy;
    key_not_ed25519 { file, algorithm } + remedy;
    key_halves_differ { file } + remedy;
    key_encryption_unsupported { file, algorithm } + remedy;
    key_cost_too_high { file, algorithm } + remedy;
}

pub fn refused(lang: Lang, error: &KeyFileError, file: &str) -> Option<Said> {
    let name = |algorithm: &Algorithm| algorithm.to_string();
    Some(match error {
        KeyFileError::PassphraseNeeded => return None,
        KeyFileError::WrongPassphrase => advise!(lang, key_wrong_passphrase { file }),
        KeyFileError::NotPem => advise!(lang, key_not_pem { file }),
        KeyFileError::NotPkcs8 { label } => advise!(lang, key_not_pkcs8 { file, label: label.as_str() }),
        KeyFileError::NotEd25519(other) => advise!(lang, key_not_ed25519 { file, algorithm: name(other) }),
        KeyFileError::PublicHalfDiffers => advise!(lang, key_halves_differ { file }),
        KeyFileError::UnsupportedEncryption(method) => {
            advise!(lang, key_encryption_unsupported { file, algorithm: name(method) })
        }
        KeyFileError::CostTooHigh(method) => advise!(lang, key_cost_too_high { file, algorithm: name(method) }),
    })
}
