//! A bucket of an object store: how its engine is asked, what opens it, and where in it the names begin.

use std::fmt;
use std::str::FromStr;

use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::path::Path;
use object_store::{Error, GetOptions, ObjectStore, PutMode, PutOptions, Result, RetryConfig};
use pollster::block_on;

use super::heard::Heard;
use super::line::Exchanges;
use crate::remote::exchange::Roots;
use crate::store::address::{AddressError, Engine, StoreAddress};
use crate::store::replica::objects::Got;
use crate::store::unsaid::Unsaid;

/// Where Azure's own machines say who lends the right to ask; the one name that does not begin with the engine's.
const AZURE_IDENTITY: &str = "IDENTITY_ENDPOINT";

/// Where a file is named of whose certificates are believed, as for OpenSSL: an engine in one's own house has its own.
const ROOTS: &str = "SSL_CERT_FILE";

/// A bucket of an object store. One call is one request.
pub struct Bucket {
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

/// What became of one request to put something.
pub enum Put {
    /// It is there.
    Done,
    /// It was to be created, and something was there before, or comes to be there by another hand.
    Exists,
    /// The engine does not say.
    Unknown(Unsaid),
}

impl Bucket {
    /// The store at an address. What opens it is in the environment, under the engine's own names. Nobody is asked yet.
    ///
    /// # Errors
    /// [`AddressError::NotThere`] where the environment names no engine that can be asked.
    pub fn open(address: &StoreAddress, environment: &Environment) -> Result<Self, AddressError> {
        let place = address.to_string();
        let not_there = |why: String| AddressError::NotThere { place: place.clone(), why };
        let roots = named(environment, ROOTS).map(|file| roots(file).map_err(not_there)).transpose()?;
        let line = Exchanges(roots.unwrap_or_default());
        let store = store(address, environment, line).map_err(|error| not_there(error.to_string()))?;
        let prefix = Path::parse(address.prefix()).map_err(|error| not_there(error.to_string()))?;
        Ok(Self { store, prefix, place })
    }

    /// Where it is, without what opens it.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Puts bytes under a name, as the options say.
    pub fn put(&self, name: &str, bytes: Vec<u8>, options: PutOptions) -> Put {
        let heard = Heard::new(0);
        let options = PutOptions { extensions: heard.beside(), ..options };
        match block_on(self.store.put_opts(&self.path(name), bytes.into(), options)) {
            Ok(_) => Put::Done,
            // Also where two collided (409), of whom neither may have it: whoever asks looks what is there.
            Err(Error::AlreadyExists { .. }) => Put::Exists,
            Err(error) => Put::Unknown(heard.unsaid(&error)),
        }
    }

    /// What is under a name; of more than `bytes_max`, so much and a byte.
    pub fn get(&self, name: &str, bytes_max: usize) -> Got {
        let bytes_max = bytes_max + 1;
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
                let broke_off = || Got::Unknown(Unsaid::Doubtful("the answer broke off".to_owned()));
                whole.map_or_else(broke_off, Got::Bytes)
            }
            Err(Error::NotFound { .. }) if heard.is_absence() => Got::Absent,
            Err(error) => Got::Unknown(heard.unsaid(&error)),
        }
    }

    fn path(&self, name: &str) -> Path {
        Path::from_iter(self.prefix.parts().chain(Path::from(name).parts()))
    }
}

/// Options that put bytes only where nothing is.
pub fn created() -> PutOptions {
    PutOptions { mode: PutMode::Create, ..PutOptions::default() }
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
impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bucket").field("place", &self.place).finish_non_exhaustive()
    }
}
