//! TLS from files: two clients that are not ours speak with it, the files are renewed while people are inside, and what
//! is no pair is not taken.

use std::fs;
use std::io::Write;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use protokol::server::limits::Limits;
use protokol::server::operating::Operating;
use protokol::server::running::Running;
use protokol::server::setting::Setting;
use protokol::server::telling::DoorNotice;
use protokol::server::tls::{PlainMay, Tls, TlsError, TlsFiles, Wire, may_listen};
use tempfile::TempDir;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::served::soon;

use super::{connect, get_of, peer, quick, rest, said, server};

/// A certificate for this machine, and its key, as PEM.
pub fn pair() -> (String, String) {
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let pair = rcgen::generate_simple_self_signed(names).expect("two names");
    (pair.cert.pem(), pair.signing_key.serialize_pem())
}

/// A server under a certificate in a folder, and what it told.
struct Secured {
    folder: TempDir,
    server: Running,
    operating: Operating,
    told: Arc<Mutex<Vec<String>>>,
}

impl Secured {
    fn start((certificate, key): &(String, String)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("certificate.pem"), certificate).expect("it can be written");
        fs::write(folder.path().join("key.pem"), key).expect("it can be written");
        let (told, operating) = (Arc::new(Mutex::new(Vec::new())), Operating::default());
        let telling = Arc::clone(&told);
        let tell = move |notice: &DoorNotice<'_>| match notice {
            DoorNotice::CertificateRenewed => telling.lock().expect("nobody panics").push("renewed".to_owned()),
            DoorNotice::CertificateUnfit(why) => telling.lock().expect("nobody panics").push(why.to_string()),
            _ => {}
        };
        let limits = Limits { certificate_time: Duration::from_millis(50), ..quick() };
        let setting = Setting {
            tls: Some(Arc::new(Tls::open(files(&folder)).expect("a pair"))),
            tell: Arc::new(tell),
            operating: operating.clone(),
            ..limits.into()
        };
        Self { server: server(setting), folder, operating, told }
    }

    fn url(&self) -> String {
        format!("https://localhost:{}/", self.server.address().port())
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.path().join(file), text).expect("it can be written");
    }

    /// Waits until so much was told.
    fn told(&self, count: usize) -> Vec<String> {
        let since = Instant::now();
        loop {
            let told = self.told.lock().expect("nobody panics").clone();
            if told.len() >= count {
                return told;
            }
            assert!(since.elapsed() < Duration::from_secs(10), "{told:?}");
            sleep(Duration::from_millis(20));
        }
    }
}

fn files(folder: &TempDir) -> TlsFiles {
    TlsFiles { certificates: folder.path().join("certificate.pem"), key: folder.path().join("key.pem") }
}

/// A client that believes one certificate.
pub fn client(certificate: &str) -> ureq::Agent {
    let root = Certificate::from_pem(certificate.as_bytes()).expect("PEM");
    let tls = TlsConfig::builder().root_certs(RootCerts::Specific(Arc::new(vec![root]))).build();
    let config = ureq::Agent::config_builder().tls_config(tls).timeout_global(Some(Duration::from_secs(20))).build();
    config.into()
}

pub fn ask(client: &ureq::Agent, url: &str) -> Result<String, ureq::Error> {
    client.get(url).call()?.body_mut().read_to_string()
}

#[test]
fn strangers_clients_speak_with_it() {
    let pair = pair();
    let secured = Secured::start(&pair);
    let answer = client(&pair.0).get(secured.url()).call().expect("an answer");
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok());
    assert_eq!(header("strict-transport-security"), Some("max-age=63072000"));
    assert!(ask(&client(&self::pair().0), &secured.url()).is_err(), "whoever believes another certificate");
    let curl = Command::new("curl")
        .args(["--silent", "--show-error", "--max-time", "20", "--cacert"])
        .arg(secured.folder.path().join("certificate.pem"))
        .arg(secured.url())
        .output();
    match curl {
        Ok(done) => assert_eq!(String::from_utf8_lossy(&done.stdout), "here\n", "{done:?}"),
        Err(_) => eprintln!("SKIPPED: no curl on this machine"),
    }
}

#[test]
fn the_files_are_renewed_and_nobody_inside_is_dropped() {
    let (first, second) = (pair(), pair());
    let secured = Secured::start(&first);
    let inside = client(&first.0);
    assert_eq!(ask(&inside, &secured.url()).expect("an answer"), "here\n");
    secured.write("key.pem", &second.1);
    secured.write("certificate.pem", &second.0);
    assert_eq!(secured.told(1), ["renewed"]);
    assert_eq!(ask(&client(&second.0), &secured.url()).expect("the new one"), "here\n");
    assert!(ask(&client(&first.0), &secured.url()).is_err(), "nobody new sees the old one");
    assert_eq!(ask(&inside, &secured.url()).expect("the same connection"), "here\n");
}

#[test]
fn what_is_no_pair_is_told_once_and_not_taken() {
    let (first, second) = (pair(), pair());
    let secured = Secured::start(&first);
    let serves =
        |certificate: &str| assert_eq!(ask(&client(certificate), &secured.url()).expect("it serves"), "here\n");
    for (count, file, text) in
        [(1, "key.pem", second.1.as_str()), (2, "certificate.pem", "nothing"), (3, "key.pem", "")]
    {
        secured.write(file, text);
        let told = secured.told(count);
        sleep(Duration::from_millis(300));
        assert_eq!(secured.told(count).len(), count, "once each: {told:?}");
        serves(&first.0);
    }
    assert!(secured.operating.metrics.told().contains("\nprotokol_certificate_unfit 1\n"));
    fs::remove_file(secured.folder.path().join("key.pem")).expect("it is there");
    assert!(secured.told(4)[3].contains("key.pem"), "{:?}", secured.told(4));
    serves(&first.0);
    secured.write("certificate.pem", &second.0);
    secured.write("key.pem", &second.1);
    while secured.told(5).last().is_none_or(|last| last != "renewed") {
        sleep(Duration::from_millis(50));
    }
    assert!(secured.operating.metrics.told().contains("\nprotokol_certificate_unfit 0\n"));
    serves(&second.0);
}

#[test]
fn files_that_are_no_pair_do_not_start_a_server() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let open = || Tls::open(files(&folder)).expect_err("no pair");
    assert!(matches!(open(), TlsError::Unreadable { .. }));
    let ((certificate, _), (_, key)) = (pair(), pair());
    let write = |file: &str, text: &str| fs::write(folder.path().join(file), text).expect("it can be written");
    write("certificate.pem", "");
    write("key.pem", &key);
    assert!(matches!(open(), TlsError::NotPem { path, .. } if path.ends_with("certificate.pem")));
    write("certificate.pem", &certificate);
    assert!(matches!(open(), TlsError::NoPair(_)), "of two pairs");
    write("key.pem", &certificate);
    assert!(matches!(open(), TlsError::NotPem { path, .. } if path.ends_with("key.pem")));
}

#[test]
fn a_handshake_has_its_time_and_plain_words_are_none() {
    let pair = pair();
    let secured = Secured::start(&pair);
    let address = secured.server.address();
    let began = Instant::now();
    let silent = connect(peer(2), address);
    let mut slow = connect(peer(2), address);
    slow.write_all(&[0x16, 3, 1]).expect("it is taken");
    assert_eq!(ask(&client(&pair.0), &secured.url()).expect("others are served"), "here\n");
    assert!(rest(silent).is_empty());
    rest(slow);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert!(!said(peer(2), address, &get_of("/", "")).contains("here"));
    // Who is let go is counted right after.
    let failed = || secured.operating.metrics.told().contains("\nprotokol_handshakes_failed_total 3\n").then_some(());
    soon("three handshakes that failed", failed);
}

#[test]
fn plain_words_stay_on_the_machine_unless_somebody_says_otherwise() {
    let address = |text: &str| text.parse::<SocketAddr>().expect("an address");
    for (text, inside) in [
        ("127.0.0.1:80", true),
        ("127.9.9.9:80", true),
        ("[::1]:80", true),
        ("[::ffff:127.0.0.1]:80", true),
        ("0.0.0.0:80", false),
        ("[::]:80", false),
        ("192.168.1.1:80", false),
        ("[fe80::1]:80", false),
    ] {
        let address = address(text);
        assert_eq!(may_listen(address, Wire::Plain, PlainMay::Loopback).is_ok(), inside, "{text}");
        assert_eq!(may_listen(address, Wire::Plain, PlainMay::Anywhere), Ok(()));
        assert_eq!(may_listen(address, Wire::Tls, PlainMay::Loopback), Ok(()));
    }
}
