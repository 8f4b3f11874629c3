//! Key files: round trips, frozen bytes, strangers (the `openssl` program) and hostile files.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use pkcs8::der::asn1::{Null, OctetStringRef};
use pkcs8::der::{EncodePem, pem};
use pkcs8::pkcs5::pbes2::{EncryptionScheme, Kdf, Parameters, Pbkdf2Params, Pbkdf2Prf, Salt, ScryptParams};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, LineEnding, ObjectIdentifier, PrivateKeyInfoRef};
use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile::{KeyFileError, KeyFileSeed, open, public_pem, seal, seal_plain};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "Wahlnacht ünter vier Augen";

fn key() -> SecretKey {
    SecretKey::from_seed(&[7; 32])
}

fn seed() -> KeyFileSeed {
    KeyFileSeed { salt: [1; 16], iv: [2; 16] }
}

fn sealed() -> Zeroizing<String> {
    seal(&key(), PASSPHRASE, seed()).expect("a passphrase is given")
}

fn given(passphrase: &str) -> impl FnOnce() -> Option<Zeroizing<String>> {
    let passphrase = Zeroizing::new(passphrase.to_owned());
    move || Some(passphrase)
}

fn never() -> Option<Zeroizing<String>> {
    panic!("the passphrase was asked for")
}

fn refusal(pem: &str, passphrase: impl FnOnce() -> Option<Zeroizing<String>>) -> KeyFileError {
    open(pem, passphrase).expect_err("must be refused")
}

// Round trips and frozen bytes.

#[test]
fn what_is_sealed_opens() {
    assert_eq!(open(&sealed(), given(PASSPHRASE)).expect("ours").seed(), key().seed());
    assert_eq!(open(&seal_plain(&key()), never).expect("ours").seed(), key().seed());
    let windows = format!("kept by the chair\r\n{}\r\n\r\n", sealed().replace('\n', "\r\n"));
    assert_eq!(open(&windows, given(PASSPHRASE)).expect("other line ends").seed(), key().seed());
}

#[test]
fn the_format_is_frozen() {
    let frozen = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n\
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSsGAQQB2kcECzAcBBABAQEBAQEBAQEBAQEB\n\
        AQEBAgJAAAIBCAIBATAdBglghkgBZQMEASoEEAICAgICAgICAgICAgICAgIEQAPO\n\
        bGB7oyMHKMiSqpojdFFYndGXm93okhwLxW0AiOxWcF/l1Nv68o/nD2kmEM3XS6Mg\n\
        vCkwXPy/4USn3SZ2rHo=\n\
        -----END ENCRYPTED PRIVATE KEY-----\n";
    assert_eq!(sealed().as_str(), frozen);
}

#[test]
fn the_examples_of_rfc_8410_open() {
    let v1 = "-----BEGIN PRIVATE KEY-----\n\
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
        -----END PRIVATE KEY-----\n";
    let v2 = "-----BEGIN PRIVATE KEY-----\n\
        MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
        oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB\n\
        Z9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PRIVATE KEY-----\n";
    let public = "-----BEGIN PUBLIC KEY-----\n\
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    for pem in [v1, v2] {
        assert_eq!(public_pem(&open(pem, never).expect("an example of the RFC").public()), public);
    }
    assert_eq!(seal_plain(&open(v2, never).expect("an example of the RFC")).as_str(), v1, "version 1 is written");
    let other_half = v2.replace("Z9w7lshQ", "Z9w7lshR");
    assert_eq!(refusal(&other_half, never), KeyFileError::PublicHalfDiffers);
}

// Refusals.

#[test]
fn passphrases_are_needed_and_wrong_ones_told() {
    let file = sealed();
    assert_eq!(refusal(&file, || None), KeyFileError::PassphraseNeeded);
    assert_eq!(seal(&key(), "", seed()).expect_err("empty"), KeyFileError::PassphraseNeeded);
    assert_eq!(refusal(&file, given("")), KeyFileError::WrongPassphrase);
    assert_eq!(refusal(&file, given("wahlnacht")), KeyFileError::WrongPassphrase);
}

/// One wrong passphrase in 256 leaves good padding: with a cheap key derivation, try enough to meet some.
#[test]
fn good_padding_does_not_make_a_passphrase_right() {
    let scheme = Parameters { kdf: pbkdf2(1, Pbkdf2Prf::HmacWithSha256), encryption: aes() };
    let inner = pem::decode_vec(seal_plain(&key()).as_bytes()).expect("ours").1;
    let ciphertext = scheme.encrypt("right", &inner).expect("it encrypts");
    let file = encrypted(scheme.clone(), &ciphertext);
    assert_eq!(open(&file, given("right")).expect("right").seed(), key().seed());
    let mut padded = 0;
    for attempt in 0..3_000 {
        let wrong = format!("wrong {attempt}");
        padded += usize::from(scheme.decrypt(&wrong, &ciphertext).is_ok());
        assert_eq!(refusal(&file, given(&wrong)), KeyFileError::WrongPassphrase);
    }
    assert!(padded > 0, "none of the attempts met the case");
}

#[test]
fn other_text_is_not_a_key_file() {
    let plain = seal_plain(&key());
    let two = format!("{}{}", *plain, *plain);
    for text in ["", "\n", "hello", "-----BEGIN PRIVATE KEY-----", "\u{0}", &two, &plain.replace('M', "!")] {
        assert_eq!(refusal(text, never), KeyFileError::NotPem, "{text:?}");
    }
    for label in ["PUBLIC KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
        let relabelled = plain.replace("PRIVATE KEY", label);
        assert_eq!(refusal(&relabelled, never), KeyFileError::NotPkcs8 { label: label.to_owned() });
    }
    let legacy = "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n\
        -----END EC PRIVATE KEY-----\n";
    assert_eq!(refusal(legacy, never), KeyFileError::NotPkcs8 { label: "EC PRIVATE KEY".to_owned() });
    let sealed_as_plain = sealed().replace("ENCRYPTED ", "");
    assert_eq!(refusal(&sealed_as_plain, never), KeyFileError::NotPkcs8 { label: "PRIVATE KEY".to_owned() });
}

#[test]
fn malformed_ed25519_keys_are_refused() {
    let ed25519 = ObjectIdentifier::new_unwrap("1.3.101.112");
    let good = [&[4, 32][..], &[7; 32]].concat();
    let plain = |parameters, octets: &[u8]| {
        let info = PrivateKeyInfoRef::new(
            AlgorithmIdentifierRef { oid: ed25519, parameters },
            OctetStringRef::new(octets).expect("short"),
        );
        info.to_pem(LineEnding::LF).expect("it encodes")
    };
    assert!(open(&plain(None, &good), never).is_ok());
    let short = plain(None, &good[..33]);
    let long = plain(None, &[&good[..], &[0]].concat());
    let bare = plain(None, &good[2..]);
    for file in [short, long, bare, plain(None, &[]), plain(Some(Null.into()), &good)] {
        assert_eq!(refusal(&file, never), KeyFileError::NotPkcs8 { label: "PRIVATE KEY".to_owned() });
    }
}

fn aes() -> EncryptionScheme {
    EncryptionScheme::Aes256Cbc { iv: [2; 16] }
}

fn pbkdf2(iteration_count: u32, prf: Pbkdf2Prf) -> Kdf {
    Pbkdf2Params { salt: Salt::new([1; 16]).expect("short"), iteration_count, key_length: None, prf }.into()
}

fn scrypt(cost_parameter: u64, block_size: u16, parallelization: u16) -> Kdf {
    let salt = Salt::new([1; 16]).expect("short");
    ScryptParams { salt, cost_parameter, block_size, parallelization, key_length: None }.into()
}

fn encrypted(scheme: Parameters, ciphertext: &[u8]) -> String {
    let encrypted_data = OctetStringRef::new(ciphertext).expect("short");
    let file = EncryptedPrivateKeyInfoRef { encryption_algorithm: scheme.into(), encrypted_data };
    file.to_pem(LineEnding::LF).expect("it encodes")
}

#[test]
fn hostile_costs_are_refused_at_once_and_unasked() {
    let sha256 = Pbkdf2Prf::HmacWithSha256;
    let started = Instant::now();
    for kdf in [
        pbkdf2(10_000_001, sha256),
        pbkdf2(u32::MAX, sha256),
        scrypt(1 << 18, 8, 1),
        scrypt(1 << 18, 1, 1),
        scrypt(1 << 17, 9, 1),
        scrypt(1 << 17, 8, 2),
        scrypt(1 << 17, u16::MAX, 1),
        scrypt(2, u16::MAX, u16::MAX),
        scrypt(1 << 63, u16::MAX, u16::MAX),
    ] {
        let error = refusal(&encrypted(Parameters { kdf: kdf.clone(), encryption: aes() }, &[0; 64]), never);
        assert!(matches!(error, KeyFileError::CostTooHigh(_)), "{kdf:?}: {error}");
    }
    let mut long_key = ScryptParams { key_length: Some(u16::MAX), ..*scrypt(2, 8, 1).scrypt().expect("scrypt") };
    for kdf in [
        pbkdf2(0, sha256),
        pbkdf2(1, Pbkdf2Prf::HmacWithSha1),
        scrypt(0, 8, 1),
        scrypt(1, 8, 1),
        scrypt(3, 8, 1),
        scrypt(u64::MAX, 8, 1),
        scrypt(1 << 14, 0, 1),
        scrypt(1 << 14, 8, 0),
        long_key.into(),
    ] {
        let error = refusal(&encrypted(Parameters { kdf: kdf.clone(), encryption: aes() }, &[0; 64]), never);
        assert!(matches!(error, KeyFileError::UnsupportedEncryption(_)), "{kdf:?}: {error}");
    }
    let gcm = Parameters { kdf: scrypt(2, 8, 1), encryption: EncryptionScheme::Aes256Gcm { nonce: [0; 12] } };
    assert!(matches!(refusal(&encrypted(gcm, &[0; 64]), never), KeyFileError::UnsupportedEncryption(_)));
    assert!(started.elapsed() < Duration::from_secs(1), "refused only after the work");

    long_key.key_length = Some(32);
    let fine = Parameters { kdf: long_key.into(), encryption: aes() };
    assert_eq!(refusal(&encrypted(fine.clone(), &[0; 64]), given("x")), KeyFileError::WrongPassphrase);
    for cut in [0, 15, 63] {
        let error = refusal(&encrypted(fine.clone(), &vec![0; cut]), never);
        assert_eq!(error, KeyFileError::NotPkcs8 { label: "ENCRYPTED PRIVATE KEY".to_owned() });
    }
}

#[test]
fn the_dearest_files_that_are_read_are_bearable() {
    for kdf in [scrypt(1 << 17, 8, 1), pbkdf2(10_000_000, Pbkdf2Prf::HmacWithSha256)] {
        let file = encrypted(Parameters { kdf: kdf.clone(), encryption: aes() }, &[0; 64]);
        let started = Instant::now();
        assert_eq!(refusal(&file, given("x")), KeyFileError::WrongPassphrase);
        eprintln!("{}: {:?}", kdf.oid(), started.elapsed());
        assert!(started.elapsed() < Duration::from_secs(120));
    }
}

/// Truncations and single flipped bits never panic. A flip of the DER head is found; one of the seed is another key,
/// which no format of version 1 can tell, so that callers compare the public key.
#[test]
fn damage_never_panics() {
    let cheap = Parameters { kdf: scrypt(2, 1, 1), encryption: aes() };
    let inner = pem::decode_vec(seal_plain(&key()).as_bytes()).expect("ours").1;
    let ciphertext = cheap.encrypt("x", &inner).expect("it encrypts");
    for file in [seal_plain(&key()).to_string(), encrypted(cheap, &ciphertext)] {
        assert_eq!(open(&file, given("x")).expect("undamaged").seed(), key().seed());
        for end in 0..file.trim_end().len() {
            refusal(&file[..end], given("x"));
        }
        let mut other_keys = 0;
        for bit in 0..file.len() * 8 {
            let mut bytes = file.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(text) = String::from_utf8(bytes)
                && let Ok(opened) = open(&text, given("x"))
                && opened.public() != key().public()
            {
                other_keys += 1;
            }
        }
        assert!(other_keys > 0, "if this fails, the warning in the module's text is out of date");
        let (label, der) = pem::decode_vec(file.as_bytes()).expect("ours");
        for bit in 0..der.len() * 8 {
            let mut der = der.clone();
            der[bit / 8] ^= 1 << (bit % 8);
            let opened = open(&pem::encode_string(label, LineEnding::LF, &der).expect("short"), given("x"));
            assert!(label != "PRIVATE KEY" || opened.is_err() == (bit < 16 * 8), "bit {bit}");
        }
        for end in 0..der.len() {
            refusal(&pem::encode_string(label, LineEnding::LF, &der[..end]).expect("short"), given("x"));
        }
    }
}

// Strangers: OpenSSL.

struct OpenSsl(tempfile::TempDir);

impl OpenSsl {
    fn find() -> Option<Self> {
        match Command::new("openssl").arg("version").output() {
            Ok(output) if output.status.success() => {
                eprintln!("with {}", String::from_utf8_lossy(&output.stdout).trim());
                Some(Self(tempfile::tempdir().expect("a temporary folder")))
            }
            _ => {
                eprintln!(
                    "SKIPPED, NOT TESTED: no `openssl` program here; key files were not tried against a stranger"
                );
                None
            }
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).expect("a temporary file");
        self.path(name)
    }

    /// Runs `openssl` with the words of `line`, then `rest`.
    fn run(&self, line: &str, rest: &[&Path]) -> Output {
        let mut command = Command::new("openssl");
        command.current_dir(self.0.path()).args(line.split(' ')).args(rest);
        command.output().expect("it was found before")
    }

    fn text(&self, line: &str, rest: &[&Path]) -> String {
        let output = self.run(line, rest);
        assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("PEM is ASCII")
    }
}

#[test]
fn openssl_reads_ours() {
    let Some(openssl) = OpenSsl::find() else { return };
    let public = public_pem(&key().public());
    let plain = openssl.file("plain.pem", seal_plain(&key()).as_bytes());
    assert_eq!(openssl.text("pkey -pubout -in", &[&plain]), public);
    let closed = openssl.file("sealed.pem", sealed().as_bytes());
    openssl.file("pass", PASSPHRASE);
    assert_eq!(openssl.text("pkey -pubout -passin file:pass -in", &[&closed]), public);
    assert!(!openssl.run("pkey -pubout -passin pass:wrong -in", &[&closed]).status.success());
}

#[test]
fn openssl_verifies_our_signatures_and_we_its() {
    let Some(openssl) = OpenSsl::find() else { return };
    let message = b"checkpoint 7";
    openssl.file("public.pem", public_pem(&key().public()));
    openssl.file("plain.pem", seal_plain(&key()).as_bytes());
    openssl.file("message", message);
    let signature = key().sign(message).to_bytes();
    openssl.file("signature", signature);
    let verify = "pkeyutl -verify -rawin -pubin -inkey public.pem -in message -sigfile";
    openssl.text(verify, &["signature".as_ref()]);
    let mut other = signature;
    other[0] ^= 1;
    openssl.file("other", other);
    assert!(!openssl.run(verify, &["other".as_ref()]).status.success());
    openssl.text("pkeyutl -sign -rawin -inkey plain.pem -in message -out", &["theirs".as_ref()]);
    assert_eq!(std::fs::read(openssl.path("theirs")).expect("written"), signature, "deterministic");
}

#[test]
fn we_read_what_openssl_writes() {
    let Some(openssl) = OpenSsl::find() else { return };
    let plain = openssl.text("genpkey -algorithm ed25519", &[]);
    let original = open(&plain, never).expect("plain");
    assert_eq!(*seal_plain(&original), plain, "the same bytes");
    let file = openssl.file("plain.pem", &plain);
    assert_eq!(openssl.text("pkey -pubout -in", &[&file]), public_pem(&original.public()));

    let fresh = openssl.text("genpkey -algorithm ed25519 -aes-256-cbc -pass pass:x", &[]);
    let key = open(&fresh, given("x")).expect("PBKDF2, as OpenSSL does by default");
    let fresh_file = openssl.file("fresh.pem", &fresh);
    assert_eq!(openssl.text("pkey -pubout -passin pass:x -in", &[&fresh_file]), public_pem(&key.public()));
    assert_eq!(refusal(&fresh, given("y")), KeyFileError::WrongPassphrase);

    let rewrite = |options: &str| openssl.text(&format!("pkcs8 -topk8 -passout pass:x {options} -in"), &[&file]);
    for options in ["-scrypt", "-v2 aes-128-cbc", "-v2 aes-192-cbc -v2prf hmacWithSHA512", "-iter 600000"] {
        assert_eq!(open(&rewrite(options), given("x")).expect(options).seed(), original.seed(), "{options}");
    }
    for (options, name) in [
        ("-v2 des3", "3DES-CBC"),
        ("-v2prf hmacWithSHA1", "HMAC-SHA1"),
        ("-v1 PBE-SHA1-3DES", "1.2.840.113549.1.12.1.3"),
    ] {
        let error = refusal(&rewrite(options), never);
        assert!(matches!(error, KeyFileError::UnsupportedEncryption(_)), "{options}: {error:?}");
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn keys_of_other_algorithms_are_refused_by_name() {
    let Some(openssl) = OpenSsl::find() else { return };
    for (algorithm, name) in [
        ("rsa", "RSA (1.2.840.113549.1.1.1)"),
        ("x25519", "X25519 (1.3.101.110)"),
        ("ed448", "Ed448 (1.3.101.113)"),
        ("ec -pkeyopt group:P-256", "ECDSA or ECDH (1.2.840.10045.2.1)"),
    ] {
        let plain = openssl.text(&format!("genpkey -algorithm {algorithm}"), &[]);
        let locked = openssl.text(&format!("genpkey -aes-256-cbc -pass pass:x -algorithm {algorithm}"), &[]);
        for error in [refusal(&plain, never), refusal(&locked, given("x"))] {
            assert!(matches!(error, KeyFileError::NotEd25519(_)), "{error:?}");
            assert!(error.to_string().ends_with(name), "{error}");
        }
        assert_eq!(refusal(&locked, given("y")), KeyFileError::WrongPassphrase);
    }
}

/// Why version 1 and scrypt N = 2^14 are written. Not asserted of OpenSSL: a later one may read more.
#[test]
fn we_read_more_than_openssl_3_0() {
    let Some(openssl) = OpenSsl::find() else { return };
    let der = [
        &b"\x30\x51\x02\x01\x01\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20"[..],
        key().seed().as_slice(),
        b"\x81\x21\x00",
        &key().public().0,
    ]
    .concat();
    let v2 = pem::encode_string("PRIVATE KEY", LineEnding::LF, &der).expect("short");
    let dear = Parameters { kdf: scrypt(1 << 15, 8, 1), encryption: aes() };
    let inner = pem::decode_vec(seal_plain(&key()).as_bytes()).expect("ours").1;
    let dear = encrypted(dear.clone(), &dear.encrypt("x", &inner).expect("it encrypts"));
    for (what, pem) in [("version 2", v2), ("scrypt N = 2^15", dear)] {
        assert_eq!(open(&pem, given("x")).expect("read, if not written").seed(), key().seed());
        let theirs = openssl.run("pkey -noout -passin pass:x -in", &[&openssl.file("more.pem", pem)]);
        eprintln!("this openssl {} {what}", if theirs.status.success() { "reads" } else { "refuses" });
    }
}
