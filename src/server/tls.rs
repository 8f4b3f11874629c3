//! TLS from files: a chain of certificates and a key, as PEM. Whoever renews them writes over the files, and the next
//! handshake has the new ones; nobody who is inside notices. A pair that is no pair is not taken: the one before stays.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use zeroize::Zeroizing;

use crate::crypto::hash::sha256;

/// What is spoken inside. Two is not there: one connection would be many at once, each with limits of its own.
const PROTOCOL: &[u8] = b"http/1.1";

/// Where a certificate and its key are.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The certificates as PEM, the server's own first.
    pub certificates: PathBuf,
    /// Its key as PEM: PKCS#8, PKCS#1 or SEC1, not encrypted.
    pub key: PathBuf,
}

/// A certificate with its key, as it is in use.
#[derive(Debug)]
pub struct Tls {
    files: TlsFiles,
    used: RwLock<Arc<ServerConfig>>,
    seen: Mutex<Seen>,
}

/// What the files had, by its hash.
#[derive(Debug)]
struct Seen {
    used: [u8; 32],
    /// What was seen last and is no pair: while somebody writes one file after the other, it is none for a moment.
    unfit: Option<[u8; 32]>,
    is_told: bool,
}

/// What became of looking at the files again.
#[derive(Debug)]
pub enum Renewal {
    /// They are what is in use, or somebody is just writing them.
    Same,
    /// They are new and in use from now on.
    Renewed,
    /// They are new and cannot be used: the ones before stay. This is said once for each such pair.
    Unfit(TlsError),
}

/// Why files are no certificate with its key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TlsError {
    /// A file cannot be read.
    #[error("{path}: {error}")]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file has no certificate or no key in it.
    #[error("{path}: {why}")]
    NotPem {
        /// Which one.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// They do not belong together, or are of no kind that is known.
    #[error("the certificate and the key cannot be used: {0}")]
    NoPair(String),
}

/// How bytes go between a server and whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// As TLS.
    Tls,
    /// As they are: anybody on the way reads and changes them.
    Plain,
}

/// Where an operator lets bytes go as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlainMay {
    /// On the machine itself alone.
    #[default]
    Loopback,
    /// Everywhere: something that he trusts stands before the server.
    Anywhere,
}

/// A server would speak plainly with other machines, and nobody said that it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is reached by other machines, and there is no certificate")]
pub struct PlainOutside(pub SocketAddr);

/// Whether a server may answer at an address.
///
/// # Errors
/// [`PlainOutside`].
pub fn may_listen(address: SocketAddr, wire: Wire, plain: PlainMay) -> Result<(), PlainOutside> {
    let is_inside = address.ip().to_canonical().is_loopback();
    match (wire, plain) {
        (Wire::Tls, _) | (Wire::Plain, PlainMay::Anywhere) => Ok(()),
        (Wire::Plain, PlainMay::Loopback) if is_inside => Ok(()),
        (Wire::Plain, PlainMay::Loopback) => Err(PlainOutside(address)),
    }
}

impl Tls {
    /// Reads the files.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn open(files: TlsFiles) -> Result<Self, TlsError> {
        let read = Read::of(&files)?;
        let used = RwLock::new(Arc::new(read.config(&files)?));
        let seen = Mutex::new(Seen { used: read.hash(), unfit: None, is_told: false });
        Ok(Self { files, used, seen })
    }

    /// Looks at the files again. It blocks for as long as the disk does.
    pub fn renew(&self) -> Renewal {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let read = Read::of(&self.files);
        // A file that is away is told as what cannot be used is.
        let hash = read.as_ref().map_or([0; 32], Read::hash);
        if hash == seen.used {
            seen.unfit = None;
            return Renewal::Same;
        }
        match read.and_then(|read| read.config(&self.files)) {
            Ok(config) => {
                *self.used.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(config);
                *seen = Seen { used: hash, unfit: None, is_told: false };
                Renewal::Renewed
            }
            Err(error) if seen.unfit == Some(hash) && !seen.is_told => {
                seen.is_told = true;
                Renewal::Unfit(error)
            }
            Err(_) => {
                seen.is_told &= seen.unfit == Some(hash);
                seen.unfit = Some(hash);
                Renewal::Same
            }
        }
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.used.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The bytes of both files.
struct Read {
    certificates: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
}

impl Read {
    fn of(files: &TlsFiles) -> Result<Self, TlsError> {
        let read = |path: &PathBuf| fs::read(path).map_err(|error| TlsError::Unreadable { path: path.clone(), error });
        Ok(Self { certificates: read(&files.certificates)?, key: Zeroizing::new(read(&files.key)?) })
    }

    fn hash(&self) -> [u8; 32] {
        sha256(&[&sha256(&[&self.certificates]), &sha256(&[&self.key])])
    }

    fn config(&self, files: &TlsFiles) -> Result<ServerConfig, TlsError> {
        let not_pem = |path: &PathBuf, why: String| TlsError::NotPem { path: path.clone(), why };
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&self.certificates).collect();
        let chain = chain.map_err(|error| not_pem(&files.certificates, error.to_string()))?;
        if chain.is_empty() {
            return Err(not_pem(&files.certificates, "there is no certificate in it".to_owned()));
        }
        let key = PrivateKeyDer::from_pem_slice(&self.key);
        let key = key.map_err(|error| not_pem(&files.key, error.to_string()))?;
        let no_pair = |error: tokio_rustls::rustls::Error| TlsError::NoPair(error.to_string());
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(no_pair)?;
        let mut config = builder.with_no_client_auth().with_single_cert(chain, key).map_err(no_pair)?;
        config.alpn_protocols = vec![PROTOCOL.to_vec()];
        Ok(config)
    }
}
