//! An object store as a store of objects: a name is created with put-if-absent, which all three engines have, and nothing else
//! is relied on. One call is one request: who asks again, and what doubt means, is decided in [`Replica`].
//!
//! [`Replica`]: crate::store::replica::Replica

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::path::Path;
use object_store::{Error, GetOptions, ObjectStore, PutMode, PutOptions, Result, RetryConfig};
use pollster::block_on;

use super::heard::Heard;
use super::line::{Exchanges, LINES};
use crate::remote::exchange::Roots;
use crate::store::replica::address::{Engine, StoreAddress};
use crate::store::replica::error::ReplicaError;
use crate::store::replica::name::ObjectName;
use crate::store::replica::objects::{Created, Got, Objects};

/// Where Azure's own machines say who lends the right to ask; the one name that does not begin with the engine's.
const AZURE_IDENTITY: &str = "IDENTITY_ENDPOINT";

/// Where a file is named of whose certificates are believed, as for OpenSSL: an engine in one's own house has its own.
const ROOTS: &str = "SSL_CERT_FILE";

/// A bucket of an object store.
pub struct EngineObjects {
    store: Box<dyn ObjectStore>,
    prefix: Path,
    place: String,
}

/// Names and values, as a process finds them around it: where the engine is, and what opens it.
pub type Environment = Vec<(String, String)>;

/// The environment of this process. What is no text names no engine.
pub fn environment() -> Environment {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

impl EngineObjects {
    /// The store at an address. What opens it is in the environment, under the engine's own names. Nobody is asked yet.
    ///
    /// # Errors
    /// [`ReplicaError::NotThere`] where the environment names no engine that can be asked.
    pub fn open(address: &StoreAddress, environment: &Environment) -> Result<Self, ReplicaError> {
        let place = address.to_string();
        let not_there = |why: String| ReplicaError::NotThere { place: place.clone(), why };
        let roots = named(environment, ROOTS).map(|file| roots(file).map_err(not_there)).transpose()?;
        let line = Exchanges(roots.unwrap_or_default());
        let store = store(address, environment, line).map_err(|error| not_there(error.to_string()))?;
        let prefix = Path::parse(address.prefix()).map_err(|error| not_there(error.to_string()))?;
        Ok(Self { store, prefix, place })
    }

    fn path(&self, name: ObjectName) -> Path {
        Path::from_iter(self.prefix.parts().chain(Path::from(name.to_string()).parts()))
    }
}

/// The engine's own library: told to ask once, to send through our door, and to have its condition on.
fn store(address: &StoreAddress, environment: &Environment, line: Exchanges) -> Result<Box<dyn ObjectStore>> {
    let once = RetryConfig { max_retries: 0, ..RetryConfig::default() };
    let bucket = address.bucket();
    Ok(match address.engine() {
        Engine::S3 => {
            let s3 = told(AmazonS3Builder::new(), environment, "AWS_", |s3, key, value| s3.with_config(key, value));
            let s3 = s3.with_conditional_put(S3ConditionalPut::ETagMatch).with_retry(once);
            Box::new(s3.with_bucket_name(bucket).with_http_connector(line).build()?)
        }
        Engine::Azure => {
            let azure = MicrosoftAzureBuilder::new();
            let azure = told(azure, environment, "AZURE_", |azure, key, value| azure.with_config(key, value));
            let identity = named(environment, AZURE_IDENTITY);
            let azure = identity.into_iter().fold(azure, MicrosoftAzureBuilder::with_msi_endpoint);
            Box::new(azure.with_container_name(bucket).with_retry(once).with_http_connector(line).build()?)
        }
        Engine::Google => {
            let google = GoogleCloudStorageBuilder::new();
            let google = told(google, environment, "GOOGLE_", |google, key, value| google.with_config(key, value));
            Box::new(google.with_bucket_name(bucket).with_retry(once).with_http_connector(line).build()?)
        }
    })
}

fn named<'a>(environment: &'a Environment, name: &str) -> Option<&'a str> {
    environment.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn roots(file: &str) -> std::result::Result<Roots, String> {
    let pem = std::fs::read(file).map_err(|error| format!("{ROOTS}={file}: {error}"))?;
    Roots::parse(&pem).ok_or_else(|| format!("{ROOTS}={file}: there is no certificate in it"))
}

/// What the environment says under names that begin so, as the engine's library reads it; it passes over what it does not know.
fn told<B, K: FromStr>(builder: B, environment: &Environment, prefix: &str, with: impl Fn(B, K, &str) -> B) -> B {
    let names = environment.iter().filter(|(name, _)| name.starts_with(prefix));
    let keys = names.filter_map(|(name, value)| Some((name.to_ascii_lowercase().parse().ok()?, value)));
    keys.fold(builder, |builder, (key, value)| with(builder, key, value))
}

/// Without what opens it.
impl fmt::Debug for EngineObjects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineObjects").field("place", &self.place).finish_non_exhaustive()
    }
}

impl Objects for EngineObjects {
    fn place(&self) -> &str {
        &self.place
    }

    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created {
        let heard = Heard::new(name.bytes_max());
        let options = PutOptions { mode: PutMode::Create, extensions: heard.beside(), ..PutOptions::default() };
        match block_on(self.store.put_opts(&self.path(name), bytes.to_vec().into(), options)) {
            Ok(_) => Created::Created,
            // Also where two collided (409), of whom neither may have it: whoever asks looks what is there.
            Err(Error::AlreadyExists { .. }) => Created::Exists,
            Err(error) => Created::Unknown(heard.why(&error)),
        }
    }

    fn get(&self, name: ObjectName) -> Got {
        let bytes_max = name.bytes_max() + 1;
        let heard = Heard::new(bytes_max);
        let options = GetOptions { extensions: heard.beside(), ..GetOptions::default() };
        let got = block_on(async {
            let found = self.store.get_opts(&self.path(name), options).await?;
            let size = found.meta.size;
            Ok((size, found.bytes().await?))
        });
        match got {
            Ok((size, bytes)) => {
                let wanted = usize::try_from(size).unwrap_or(usize::MAX).min(bytes_max);
                let whole = bytes.get(..wanted).map(<[u8]>::to_vec);
                whole.map_or_else(|| Got::Unknown("the answer broke off".to_owned()), Got::Bytes)
            }
            Err(Error::NotFound { .. }) if heard.is_absence() => Got::Absent,
            Err(error) => Got::Unknown(heard.why(&error)),
        }
    }

    /// Several ask at once, for each waits for the engine and not for this machine.
    fn get_each(&self, names: &[ObjectName]) -> Vec<Got> {
        let (next, got) = (AtomicUsize::new(0), Mutex::new(vec![None; names.len()]));
        let ask = || {
            while let Some((at, name)) = names.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
                let answer = self.get(*name);
                got.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(answer);
            }
        };
        thread::scope(|scope| {
            // Where the system grants no more threads, this one asks for all.
            let more = (1..LINES.min(names.len())).map(|_| thread::Builder::new().spawn_scoped(scope, ask));
            more.take_while(std::result::Result::is_ok).for_each(drop);
            ask();
        });
        let got = got.into_inner().unwrap_or_else(PoisonError::into_inner);
        got.into_iter().map(|got| got.unwrap_or_else(|| Got::Unknown("nobody asked".to_owned()))).collect()
    }
}
