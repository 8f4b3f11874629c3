//! Key files: PKCS#8 in PEM, as OpenSSL 3 reads them. Text in, text out; salt, IV and passphrase are handed in.
//!
//! A sealed file is RFC 5958 `EncryptedPrivateKeyInfo` under RFC 8018 PBES2, scrypt (RFC 7914) and AES-256-CBC:
//!
//! ```text
//! -----BEGIN ENCRYPTED PRIVATE KEY-----
//! MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSsGAQQB2kcECzAcBBABAQEBAQEBAQEBAQEB
//! AQEBAgJAAAIBCAIBATAdBglghkgBZQMEASoEEAICAgICAgICAgICAgICAgIEQAPO
//! bGB7oyMHKMiSqpojdFFYndGXm93okhwLxW0AiOxWcF/l1Nv68o/nD2kmEM3XS6Mg
//! vCkwXPy/4USn3SZ2rHo=
//! -----END ENCRYPTED PRIVATE KEY-----
//! ```
//!
//! The key inside, and in a plain file (`PRIVATE KEY`), is RFC 8410 in 48 bytes:
//! `30 2e · 02 01 00 (version 1) · 30 05 06 03 2b 65 70 (Ed25519) · 04 22 04 20 · seed`. Version 2, which adds the
//! public key, is read but not written: OpenSSL 3.0 refuses it. So **nothing in a file of version 1 authenticates it**:
//! a changed bit of the seed opens as another key. Whoever opens a file compares [`SecretKey::public`] with the key
//! that was registered.

use std::fmt;

use pkcs8::der::asn1::{AnyRef, OctetStringRef};
use pkcs8::der::{Decode, EncodePem, ErrorKind, pem};
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, LineEnding, ObjectIdentifier, PrivateKeyInfoRef};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::key::{PublicKey, SecretKey};

/// scrypt N that [`seal`] asks for, as log2: 16 MiB at r = 8. OpenSSL 3.0 allows 32 MiB, and 2^15 needs a little more.
const SEAL_SCRYPT_LOG_N: u8 = 14;
/// Largest scrypt N that [`open`] computes, 2^17: what OWASP recommends.
const SCRYPT_N_MAX: u64 = 1 << 17;
/// Largest scrypt N · r · p that [`open`] computes: 2^17 at r = 8 and p = 1, which is 128 MiB and under a second.
const SCRYPT_COST_MAX: u64 = SCRYPT_N_MAX * 8;
/// Most PBKDF2 rounds that [`open`] computes: RFC 8018 names it for especially critical keys; some seconds.
const PBKDF2_ROUNDS_MAX: u32 = 10_000_000;
/// AES-CBC encrypts whole blocks of so many bytes.
const AES_BLOCK_BYTES: usize = 16;

const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const PLAIN: &str = "PRIVATE KEY";
const SEALED: &str = "ENCRYPTED PRIVATE KEY";
/// Everything of a plain key file of version 1 but the seed.
const PKCS8_V1_HEAD: [u8; 16] = *b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
/// Everything of a public key file but the key.
const SPKI_HEAD: [u8; 12] = *b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00";

/// The randomness of one sealed file. Fresh for each: neither `Clone` nor `Copy`, so that [`seal`] uses it up.
pub struct KeyFileSeed {
    /// The salt of scrypt, 16 bytes.
    pub salt: [u8; 16],
    /// Initialisation vector of AES-256-CBC.
    pub iv: [u8; 16],
}

/// An algorithm that a key file names. Displays its common name, where known, and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Algorithm(ObjectIdentifier);

/// Why a member's or a log's key file was not written or not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyFileError {
    /// No PEM block, a damaged one, or more than one.
    #[error("not a PEM file: it must hold one undamaged block between BEGIN and END lines")]
    NotPem,
    /// A PEM block of another kind, or one whose content is not what its label says.
    #[error("the PEM block `{label}` is not a well-formed PKCS#8 private key")]
    NotPkcs8 {
        /// What the BEGIN line says.
        label: String,
    },
    /// A private key for another algorithm.
    #[error("the key is not Ed25519 but {0}")]
    NotEd25519(Algorithm),
    /// A file of version 2 whose public key does not belong to its private key.
    #[error("the public key in the file does not belong to the private key")]
    PublicHalfDiffers,
    /// The file is encrypted and no passphrase was given, or [`seal`] was given an empty one.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase does not decrypt the file; a damaged ciphertext looks the same.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Encrypted by a method that is not read here.
    #[error("encrypted with {0}, which is not read here: only PBES2 of AES-CBC with scrypt or PBKDF2-SHA2")]
    UnsupportedEncryption(Algorithm),
    /// The file asks for more work or memory than any honest file. Found before the passphrase is asked for.
    #[error(
        "{0} costs more than a key file may ask for: scrypt N = 2^17, r = 8, p = 1, or 10,000,000 rounds of PBKDF2"
    )]
    CostTooHigh(Algorithm),
}

/// Encrypts `key` under `passphrase` in normal form C, as UTF-8: scrypt (N = 2^14, r = 8, p = 1), AES-256-CBC. A byte
/// order mark at its head is the file's that it was read from, and none of it.
///
/// # Errors
/// [`KeyFileError::PassphraseNeeded`] for an empty passphrase; [`seal_plain`] says that aloud.
pub fn seal(key: &SecretKey, passphrase: &str, seed: KeyFileSeed) -> Result<Zeroizing<String>, KeyFileError> {
    let passphrase = Zeroizing::new(unmarked(passphrase).nfc().collect::<String>());
    if passphrase.is_empty() {
        return Err(KeyFileError::PassphraseNeeded);
    }
    let cost = scrypt::Params::new(SEAL_SCRYPT_LOG_N, 8, 1).expect("constants that scrypt allows");
    let scheme = pbes2::Parameters::generate_scrypt_aes256cbc(cost, &seed.salt, seed.iv)
        .expect("16 bytes of salt, where 32 are allowed");
    let ciphertext = scheme.encrypt(&*passphrase, pkcs8_v1(key).as_slice()).expect("48 bytes, padded to 64");
    let encrypted_data = OctetStringRef::new(&ciphertext).expect("64 bytes fit a DER string");
    let file = EncryptedPrivateKeyInfoRef { encryption_algorithm: scheme.into(), encrypted_data };
    Ok(Zeroizing::new(file.to_pem(LineEnding::LF).expect("some 150 bytes under a constant label")))
}

/// Writes `key` without encryption: for demonstrations, and for keys that something else protects.
pub fn seal_plain(key: &SecretKey) -> Zeroizing<String> {
    Zeroizing::new(to_pem(PLAIN, pkcs8_v1(key).as_slice()))
}

/// Writes the public half as `PUBLIC KEY` (SPKI, RFC 8410), for `openssl pkeyutl -verify -pubin`.
pub fn public_pem(key: &PublicKey) -> String {
    to_pem("PUBLIC KEY", &[&SPKI_HEAD[..], &key.0].concat())
}

/// Reads a key file, plain or encrypted, of version 1 or 2. `passphrase` is asked at most once, and only for an
/// encrypted file that is well formed and affordable; `None` means that there is none to be had.
///
/// # Errors
/// Each variant of [`KeyFileError`].
pub fn open(pem: &str, passphrase: impl FnOnce() -> Option<Zeroizing<String>>) -> Result<SecretKey, KeyFileError> {
    let pem = pem.trim().as_bytes();
    // The label first: what OpenSSL wrote before PKCS#8 has headers, which would be reported as "not PEM".
    let label = pem::decode_label(pem).map_err(|_| KeyFileError::NotPem)?;
    if label != PLAIN && label != SEALED {
        return Err(not_pkcs8(label));
    }
    let der = Zeroizing::new(pem::decode_vec(pem).map_err(|_| KeyFileError::NotPem)?.1);
    if label == PLAIN { read(&der, || not_pkcs8(PLAIN)) } else { unseal(&der, passphrase) }
}

fn unseal(der: &[u8], passphrase: impl FnOnce() -> Option<Zeroizing<String>>) -> Result<SecretKey, KeyFileError> {
    let unsupported = |oid| KeyFileError::UnsupportedEncryption(Algorithm(oid));
    // Not through `EncryptedPrivateKeyInfo`: for anything but PBES2 its error does not say what it found.
    let (method, ciphertext) = AnyRef::from_der(der)
        .and_then(|file| file.sequence(|r| Ok((AlgorithmIdentifierRef::decode(r)?, <&OctetStringRef>::decode(r)?))))
        .map_err(|_| not_pkcs8(SEALED))?;
    if method.oid != pbes2::PBES2_OID {
        return Err(unsupported(method.oid));
    }
    let parameters = method.parameters.ok_or_else(|| not_pkcs8(SEALED))?;
    let scheme = pbes2::Parameters::try_from(parameters).map_err(|error| match error.kind() {
        ErrorKind::OidUnknown { oid } => unsupported(oid),
        _ => not_pkcs8(SEALED),
    })?;
    afford(&scheme)?;
    let ciphertext = ciphertext.as_bytes();
    if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(AES_BLOCK_BYTES) {
        return Err(not_pkcs8(SEALED));
    }
    let passphrase = passphrase().ok_or(KeyFileError::PassphraseNeeded)?;
    let opened = spellings(&passphrase).into_iter().map(|spelling| decrypt(&scheme, &spelling, ciphertext));
    let mut decided = opened.skip_while(|opened| matches!(opened, Err(KeyFileError::WrongPassphrase)));
    decided.next().unwrap_or(Err(KeyFileError::WrongPassphrase))
}

fn decrypt(scheme: &pbes2::Parameters, passphrase: &str, ciphertext: &[u8]) -> Result<SecretKey, KeyFileError> {
    let mut buffer = Zeroizing::new(ciphertext.to_vec());
    let inner = scheme.decrypt_in_place(passphrase.as_bytes(), &mut buffer).map_err(|error| match error {
        pkcs8::pkcs5::Error::DecryptFailed => KeyFileError::WrongPassphrase,
        _ => KeyFileError::UnsupportedEncryption(Algorithm(scheme.kdf.oid())),
    })?;
    // One wrong passphrase in 256 leaves good padding; what it decrypts to is then no PKCS#8.
    read(inner, || KeyFileError::WrongPassphrase)
}

/// What a passphrase may have been sealed under, each once: as it is typed, in the normal forms of other keyboards and
/// systems, and with the byte order mark of its file, as this program once sealed.
fn spellings(typed: &str) -> Vec<Zeroizing<String>> {
    let plain = unmarked(typed);
    let mut spellings: Vec<Zeroizing<String>> = Vec::with_capacity(4);
    for spelling in [plain.to_owned(), plain.nfc().collect(), plain.nfd().collect(), typed.to_owned()] {
        let spelling = Zeroizing::new(spelling);
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}

/// A passphrase without the byte order mark of the file that it was read from.
fn unmarked(passphrase: &str) -> &str {
    passphrase.strip_prefix('\u{feff}').unwrap_or(passphrase)
}

/// Refuses a scheme that is not read here, or that costs more work or memory than an honest file asks for.
fn afford(scheme: &pbes2::Parameters) -> Result<(), KeyFileError> {
    use pbes2::EncryptionScheme::{Aes128Cbc, Aes192Cbc, Aes256Cbc};
    let unsupported = |oid| Err(KeyFileError::UnsupportedEncryption(Algorithm(oid)));
    if !matches!(scheme.encryption, Aes128Cbc { .. } | Aes192Cbc { .. } | Aes256Cbc { .. }) {
        return unsupported(scheme.encryption.oid());
    }
    if scheme.kdf.key_length().is_some_and(|bytes| usize::from(bytes) != scheme.encryption.key_size()) {
        return unsupported(scheme.kdf.oid());
    }
    let affordable = match &scheme.kdf {
        pbes2::Kdf::Pbkdf2(kdf) if kdf.prf == pbes2::Pbkdf2Prf::HmacWithSha1 => return unsupported(kdf.prf.oid()),
        pbes2::Kdf::Pbkdf2(kdf) if kdf.iteration_count == 0 => return unsupported(pbes2::PBKDF2_OID),
        pbes2::Kdf::Pbkdf2(kdf) => kdf.iteration_count <= PBKDF2_ROUNDS_MAX,
        pbes2::Kdf::Scrypt(kdf) => {
            let blocks = u64::from(kdf.block_size) * u64::from(kdf.parallelization);
            // Here and not left to `pkcs5` 0.8.1, which panics on N = 0.
            if kdf.cost_parameter < 2 || !kdf.cost_parameter.is_power_of_two() || blocks == 0 {
                return unsupported(pbes2::SCRYPT_OID);
            }
            kdf.cost_parameter <= SCRYPT_N_MAX && kdf.cost_parameter * blocks <= SCRYPT_COST_MAX
        }
        other => return unsupported(other.oid()),
    };
    if affordable { Ok(()) } else { Err(KeyFileError::CostTooHigh(Algorithm(scheme.kdf.oid()))) }
}

/// Reads the PKCS#8 inside a key file; `malformed` makes the error for bytes that are none.
fn read(der: &[u8], malformed: impl Fn() -> KeyFileError) -> Result<SecretKey, KeyFileError> {
    let info = PrivateKeyInfoRef::from_der(der).map_err(|_| malformed())?;
    if info.algorithm.oid != ED25519 {
        return Err(KeyFileError::NotEd25519(Algorithm(info.algorithm.oid)));
    }
    let seed = match (info.algorithm.parameters, info.private_key.as_bytes()) {
        (None, [0x04, 0x20, seed @ ..]) => <&[u8; 32]>::try_from(seed).map_err(|_| malformed())?,
        _ => return Err(malformed()),
    };
    let key = SecretKey::from_seed(seed);
    match info.public_key {
        Some(public) if public.as_bytes() != Some(&key.public().0[..]) => Err(KeyFileError::PublicHalfDiffers),
        _ => Ok(key),
    }
}

fn pkcs8_v1(key: &SecretKey) -> Zeroizing<[u8; 48]> {
    let mut der = Zeroizing::new([0; 48]);
    der[..16].copy_from_slice(&PKCS8_V1_HEAD);
    der[16..].copy_from_slice(key.seed().as_slice());
    der
}

fn to_pem(label: &'static str, der: &[u8]) -> String {
    pem::encode_string(label, LineEnding::LF, der).expect("under 50 bytes and a constant label")
}

fn not_pkcs8(label: &str) -> KeyFileError {
    KeyFileError::NotPkcs8 { label: label.to_owned() }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0.to_string();
        let name = match number.as_str() {
            "1.2.840.113549.1.1.1" => "RSA",
            "1.2.840.113549.1.1.10" => "RSA-PSS",
            "1.2.840.10045.2.1" => "ECDSA or ECDH",
            "1.2.840.10040.4.1" => "DSA",
            "1.3.101.110" => "X25519",
            "1.3.101.111" => "X448",
            "1.3.101.113" => "Ed448",
            "1.2.840.113549.1.5.12" => "PBKDF2",
            "1.3.6.1.4.1.11591.4.11" => "scrypt",
            "1.2.840.113549.2.7" => "HMAC-SHA1",
            "1.2.840.113549.3.7" => "3DES-CBC",
            _ => return write!(f, "algorithm {number}"),
        };
        write!(f, "{name} ({number})")
    }
}
