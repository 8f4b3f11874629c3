//! Object stores that others wrote: started on loopback with ports and keys of their own, killed, started again.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use protokol::crypto::base64;
use tempfile::TempDir;

use crate::door::tls;
use crate::kit::exchange::exchange;
use crate::kit::program::Environment;
use crate::served::soon;

const BUCKET: &str = "protokol";
/// What everybody may read.
pub const MIRRORED: &str = "mirrored";
const CERTIFICATE: &str = "certificate.pem";
const CERTIFICATE_KEY: &str = "certificate.key";

/// An engine that runs; killed when dropped.
pub struct Engine {
    kind: Kind,
    program: PathBuf,
    home: TempDir,
    ports: Vec<u16>,
    key: String,
    child: Child,
}

#[derive(Clone, Copy)]
enum Kind {
    Seaweed,
    Azurite,
}

impl Engine {
    pub fn seaweed() -> Option<Self> {
        Some(Self::begin(Kind::Seaweed, named("PROTOKOL_WEED", "SeaweedFS")?))
    }

    pub fn azurite() -> Option<Self> {
        Some(Self::begin(Kind::Azurite, named("PROTOKOL_AZURITE", "Azurite")?))
    }

    fn begin(kind: Kind, program: PathBuf) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let (ports, key) = (free_ports(9), base64::encode(&RandomState::new().hash_one(()).to_be_bytes()));
        let (certificate, certificate_key) = tls::pair();
        fs::write(home.path().join(CERTIFICATE), certificate).expect("writable");
        fs::write(home.path().join(CERTIFICATE_KEY), certificate_key).expect("writable");
        let child = started(kind, &program, home.path(), &ports, &key);
        let engine = Self { kind, program, home, ports, key, child };
        engine.is_up();
        engine.has_bucket();
        engine
    }

    /// Ends it at once, whatever it does.
    pub fn kill(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it was started");
    }

    /// Starts it again on what it kept.
    pub fn start(&mut self) {
        self.child = started(self.kind, &self.program, self.home.path(), &self.ports, &self.key);
        self.is_up();
    }

    /// Where a replica is in it.
    pub fn place(&self, prefix: &str) -> String {
        let scheme = match self.kind {
            Kind::Seaweed => "s3",
            Kind::Azurite => "az",
        };
        format!("{scheme}://{BUCKET}/{prefix}")
    }

    /// What opens it, under the names that its kind has.
    pub fn environment(&self) -> Environment {
        let (url, key) = (format!("http://127.0.0.1:{}", self.ports[0]), self.key.clone());
        match self.kind {
            Kind::Seaweed => {
                vec![
                    ("AWS_ENDPOINT_URL", url),
                    ("AWS_ACCESS_KEY_ID", "test".to_owned()),
                    ("AWS_SECRET_ACCESS_KEY", key),
                ]
            }
            Kind::Azurite => vec![
                ("AZURE_STORAGE_ENDPOINT", format!("{url}/test")),
                ("AZURE_STORAGE_ACCOUNT_NAME", "test".to_owned()),
                ("AZURE_STORAGE_ACCOUNT_KEY", key),
            ],
        }
    }

    /// Where everybody reads, of SeaweedFS: the address, and the path of what is mirrored.
    pub fn readers(&self) -> (SocketAddr, String) {
        (SocketAddr::from(([127, 0, 0, 1], self.ports[0])), format!("/{BUCKET}/{MIRRORED}"))
    }

    /// The same over HTTPS, with a certificate that nobody else knows; of SeaweedFS.
    pub fn encrypted(&self) -> Environment {
        let mut environment = self.environment();
        environment[0].1 = format!("https://127.0.0.1:{}", self.ports[8]);
        environment.push(("SSL_CERT_FILE", self.home.path().join(CERTIFICATE).display().to_string()));
        environment
    }

    /// Has SeaweedFS lose an object: by its files, as whoever may delete there.
    pub fn takes_away(&self, name: &str) {
        let filer = SocketAddr::from(([127, 0, 0, 1], self.ports[1]));
        let path = format!("/buckets/{BUCKET}/{name}");
        let gone = exchange(filer, "DELETE", &path, &[], &[]).expect("it answers");
        assert_eq!(gone.status, 204, "{gone:?}");
    }

    fn is_up(&self) {
        let address = SocketAddr::from(([127, 0, 0, 1], self.ports[0]));
        soon("the engine answers", || exchange(address, "GET", "/", &[], &[]));
    }

    fn has_bucket(&self) {
        match self.kind {
            // To its files, a bucket is a folder.
            Kind::Seaweed => {
                let filer = SocketAddr::from(([127, 0, 0, 1], self.ports[1]));
                soon("a bucket is made", || {
                    let made = exchange(filer, "POST", &format!("/buckets/{BUCKET}/"), &[], &[])?;
                    (made.status == 201).then_some(())
                });
            }
            Kind::Azurite => {
                let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/strangers/container.mjs");
                let url = format!("http://127.0.0.1:{}/test/{BUCKET}", self.ports[0]);
                let made = Command::new("node").arg(script).arg(url).env("ACCOUNT_KEY", &self.key).status();
                assert!(made.expect("node is there").success());
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

fn named(variable: &str, what: &str) -> Option<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    if path.is_none() {
        eprintln!("SKIPPED: {variable} is not set, so {what} judges nothing");
    }
    path
}

/// Ports that nobody has, all different.
fn free_ports(count: usize) -> Vec<u16> {
    let held: Vec<_> = (0..count).map(|_| TcpListener::bind("127.0.0.1:0").expect("loopback")).collect();
    held.iter().map(|listener| listener.local_addr().expect("it is bound").port()).collect()
}

fn started(kind: Kind, program: &Path, home: &Path, ports: &[u16], key: &str) -> Child {
    let mut command = Command::new(program);
    match kind {
        Kind::Seaweed => {
            let config = home.join("s3.json");
            fs::write(&config, identities(key)).expect("writable");
            command.arg("server").current_dir(home);
            let names = ["s3", "filer", "master", "volume"];
            let port = |(at, name): (usize, &&str)| {
                [format!("-{name}.port={}", ports[at]), format!("-{name}.port.grpc={}", ports[at + names.len()])]
            };
            command.args(names.iter().enumerate().flat_map(port));
            command.arg(format!("-dir={}", home.display())).arg(format!("-s3.config={}", config.display()));
            command.arg(format!("-s3.port.https={}", ports[8]));
            command.arg(format!("-s3.cert.file={}", home.join(CERTIFICATE).display()));
            command.arg(format!("-s3.key.file={}", home.join(CERTIFICATE_KEY).display()));
            command.args([
                "-ip=127.0.0.1",
                "-ip.bind=127.0.0.1",
                "-filer",
                "-s3",
                "-s3.port.iceberg=0",
                "-s3.port.lance=0",
            ]);
            command.args(["-master.telemetry=false", "-master.volumeSizeLimitMB=64", "-volume.max=300"]);
        }
        Kind::Azurite => {
            command.args(["--disableTelemetry", "--skipApiVersionCheck", "--silent", "--blobHost", "127.0.0.1"]);
            command.arg("--blobPort").arg(ports[0].to_string()).arg("-l").arg(home);
            command.env("AZURITE_ACCOUNTS", format!("test:{key}")).current_dir(home);
        }
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the engine starts")
}

/// Who may do what in SeaweedFS: one, everything; everybody, read what is mirrored.
fn identities(key: &str) -> String {
    let credentials = serde_json::json!([{ "accessKey": "test", "secretKey": key }]);
    let actions = ["Admin", "Read", "Write", "List"];
    let one = serde_json::json!({ "name": "test", "credentials": credentials, "actions": actions });
    let all = serde_json::json!({ "name": "anonymous", "actions": [format!("Read:{BUCKET}/{MIRRORED}*")] });
    serde_json::json!({ "identities": [one, all] }).to_string()
}
