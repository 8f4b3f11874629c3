//! A new key, sealed under a passphrase. Whoever asks for it brings the randomness.

use zeroize::Zeroizing;

use crate::crypto::key::{PublicKey, SecretKey};
use crate::crypto::keyfile::{self, KeyFileError, KeyFileSeed};

/// The randomness of one new key: fresh for each, and used up by it.
pub struct KeySeed {
    /// That of the key itself.
    pub secret: Zeroizing<[u8; 32]>,
    /// That of the file in which it is sealed.
    pub file: KeyFileSeed,
}

/// A new key.
pub struct NewKey {
    /// Its public half.
    pub public: PublicKey,
    /// The file of its secret half.
    pub file: Zeroizing<String>,
}

/// Makes a key.
///
/// # Errors
/// [`KeyFileError::PassphraseNeeded`].
pub fn keygen(passphrase: &str, seed: KeySeed) -> Result<NewKey, KeyFileError> {
    let key = SecretKey::from_seed(&seed.secret);
    let file = keyfile::seal(&key, passphrase, seed.file)?;
    Ok(NewKey { public: key.public(), file })
}
