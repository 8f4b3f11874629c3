//! A new key, sealed under a passphrase. Whoever asks for it brings the randomness.

use zeroize::Zeroizing;

use crate::crypto::key::{PublicKey, SecretKey};
use crate::crypto::keyfile::{self, KeyFileError, KeyFileSeed};
use crate::ledger::files::slip::{EnrolmentSlip, Holder, NotASlip};

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
    /// What its holder says of it, where that was asked for.
    pub slip: Option<EnrolmentSlip>,
}

/// Why no key is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// It cannot be sealed: [`KeyFileError::PassphraseNeeded`].
    #[error(transparent)]
    File(#[from] KeyFileError),
    /// Its slip would be none.
    #[error(transparent)]
    Slip(#[from] NotASlip),
}

/// Makes a key, and the slip of its holder.
///
/// # Errors
/// [`NoKey`].
pub fn keygen(passphrase: &str, seed: KeySeed, holder: Option<Holder>) -> Result<NewKey, NoKey> {
    let key = SecretKey::from_seed(&seed.secret);
    let slip = holder.map(|holder| EnrolmentSlip::sign(holder, &key)).transpose()?;
    let file = keyfile::seal(&key, passphrase, seed.file)?;
    Ok(NewKey { public: key.public(), file, slip })
}
