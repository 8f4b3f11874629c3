//! What an engine's answer means, each from a server that gives it: one call is one request, and only what is clear is taken
//! for clear.

use protokol::domain::number::{Sequence, Size};
use protokol::objects::engine::EngineObjects;
use protokol::store::address::Address;
use protokol::store::replica::name::ObjectName;
use protokol::store::replica::objects::{Created, Got, Objects};
use protokol::store::unsaid::Unsaid;

use crate::kit::scripted::{Reply, Server, status};

const NAME: ObjectName = ObjectName::Frame(Sequence(42));
const SECRET: &str = "c2VjcmV0IG9mIGEgdGVzdA==";

fn objects(place: &str, url: &str) -> EngineObjects {
    let Ok(Address::Store(address)) = Address::parse(place) else { panic!("{place} is an address of a store") };
    let environment = [
        ("AWS_ENDPOINT_URL", url),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", SECRET),
        // The condition stays on, whatever anybody says.
        ("AWS_CONDITIONAL_PUT", "disabled"),
        ("AZURE_STORAGE_ENDPOINT", url),
        ("AZURE_STORAGE_ACCOUNT_NAME", "test"),
        ("AZURE_STORAGE_ACCOUNT_KEY", SECRET),
        ("GOOGLE_BASE_URL", url),
        ("GOOGLE_BEARER_TOKEN", SECRET),
        ("PATH", "/bin"),
    ];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    EngineObjects::open(&address, &environment).expect("it names an engine")
}

/// The engines, each with what it calls an absence.
const ENGINES: [(&str, &str); 3] =
    [("s3://bucket/some/where", "NoSuchKey"), ("az://bucket", "BlobNotFound"), ("gs://bucket/x", "NoSuchKey")];

fn error(code: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>no more is said</Message></Error>"
    )
}

/// What each engine's store makes of one answer, and that it asked once.
fn asked<T>(reply: impl Fn(&str) -> Reply + Copy + Send + Sync + 'static, ask: impl Fn(&dyn Objects) -> T) -> Vec<T> {
    let of_engine = |(place, absence): (&str, &'static str)| {
        let server = Server::start(move |_, _| reply(absence));
        let got = ask(&objects(place, &server.url()));
        assert_eq!(server.seen().len(), 1, "{place}: one call is one request");
        got
    };
    ENGINES.map(of_engine).into_iter().collect()
}

fn created(reply: impl Fn(&str) -> Reply + Copy + Send + Sync + 'static) -> Vec<Created> {
    asked(reply, |objects| objects.create(NAME, b"bytes"))
}

fn got(reply: impl Fn(&str) -> Reply + Copy + Send + Sync + 'static) -> Vec<Got> {
    asked(reply, |objects| objects.get(NAME))
}

fn headed(status: u16, headers: &[&str], body: &[u8]) -> Reply {
    Reply::Answer(status, headers.iter().map(|header| (*header).to_owned()).collect(), body.to_vec())
}

const STORED: &[&str] = &["ETag: \"1\"", "Last-Modified: Sun, 29 Nov 2026 00:00:00 GMT", "x-goog-generation: 1"];

#[test]
fn a_name_is_created_by_one_request_on_a_condition() {
    for (place, path, condition) in [
        ("s3://bucket/some/where", "/bucket/some/where/frame/00000000000000000042", "if-none-match: *"),
        ("az://bucket", "/bucket/frame/00000000000000000042", "if-none-match: *"),
        ("gs://bucket/x/", "/bucket/x%2Fframe%2F00000000000000000042", "x-goog-if-generation-match: 0"),
    ] {
        let server = Server::start(|_, _| headed(201, STORED, b""));
        assert_eq!(objects(place, &server.url()).create(NAME, b"the bytes"), Created::Created, "{place}");
        let [request] = &server.seen()[..] else { panic!("{place}: one request") };
        assert_eq!(request.line, format!("PUT {path} HTTP/1.1"));
        assert!(request.headers.iter().any(|header| header.eq_ignore_ascii_case(condition)), "{request:?}");
        assert_eq!(request.body, "the bytes");
    }
}

#[test]
fn a_name_that_is_taken_is_told_from_a_doubt() {
    for taken in [409, 412] {
        assert_eq!(created(move |_| status(taken, &error("Taken"))), [const { Created::Exists }; 3], "{taken}");
    }
    for doubt in [400, 404, 408, 429, 500, 503] {
        for created in created(move |_| status(doubt, &error("SomeWord"))) {
            assert_eq!(created, Created::Unknown(Unsaid::Doubtful(format!("{doubt} SomeWord"))));
        }
    }
    // It moves, breaks off, or speaks another language.
    for created in created(|_| headed(307, &["Location: http://127.0.0.1:1/"], b"")) {
        assert_eq!(created, Created::Unknown(Unsaid::Doubtful("307".to_owned())));
    }
    for bytes in [&b""[..], b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", b"hello\r\n\r\n"] {
        for created in created(move |_| Reply::Raw(bytes.to_vec())) {
            assert!(matches!(created, Created::Unknown(Unsaid::Doubtful(_))), "{bytes:?}: {created:?}");
        }
    }
}

#[test]
fn what_will_not_pass_is_told_from_what_may() {
    for (code, word) in [
        (401, "Unauthorized"),
        (403, "AccessDenied"),
        (404, "NoSuchBucket"),
        (404, "ContainerNotFound"),
        (507, "InsufficientStorage"),
    ] {
        let refused = Unsaid::Refused(format!("{code} {word}"));
        for created in created(move |_| status(code, &error(word))) {
            assert_eq!(created, Created::Unknown(refused.clone()));
        }
        for got in got(move |_| status(code, &error(word))) {
            assert_eq!(got, Got::Unknown(refused.clone()));
        }
    }
}

#[test]
fn an_absence_is_what_the_engine_calls_one() {
    assert_eq!(got(|absence| status(404, &error(absence))), [const { Got::Absent }; 3]);
    let word = |absence: &str| headed(404, &[&format!("x-ms-error-code: {absence}")], b"");
    assert_eq!(got(word), [const { Got::Absent }; 3]);
    // The bucket is gone, a proxy says so, a page for people, a marker of what was deleted.
    for code in ["NoSuchBucket", "ContainerNotFound"] {
        for got in got(move |_| status(404, &error(code))) {
            assert_eq!(got, Got::Unknown(Unsaid::Refused(format!("404 {code}"))));
        }
    }
    for body in ["", "<html><title>Not Found</title></html>", "<Code>No such key!</Code>"] {
        for got in got(move |_| status(404, body)) {
            assert_eq!(got, Got::Unknown(Unsaid::Doubtful("404".to_owned())));
        }
    }
    for got in got(|absence| headed(404, &["x-amz-delete-marker: true"], error(absence).as_bytes())) {
        assert_eq!(got, Got::Unknown(Unsaid::Doubtful("404, deleted there".to_owned())));
    }
    for doubt in [401, 403, 410, 429, 500, 503] {
        for got in got(move |absence| status(doubt, &error(absence))) {
            assert!(matches!(got, Got::Unknown(_)), "{doubt}: {got:?}");
        }
    }
}

#[test]
fn what_is_there_is_read_whole_and_no_further_than_its_longest() {
    assert_eq!(got(|_| headed(200, STORED, b"the bytes")), [(); 3].map(|()| Got::Bytes(b"the bytes".to_vec())));
    assert_eq!(got(|_| headed(200, STORED, b"")), [(); 3].map(|()| Got::Bytes(Vec::new())));
    let seal = ObjectName::Seal(Size(1));
    let long = vec![b'x'; 2 * seal.bytes_max() + 100_000];
    let server = Server::start(move |_, _| headed(200, STORED, &long));
    let Got::Bytes(bytes) = objects("s3://bucket", &server.url()).get(seal) else { panic!("it is there") };
    assert_eq!(bytes.len(), seal.bytes_max() + 1);
    // It breaks off, and says that there is more.
    let head = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nLast-Modified: Sun, 29 Nov 2026 00:00:00 GMT\r\nContent-Length: 9\r\n\r\nthe";
    for got in got(move |_| Reply::Raw(head.as_bytes().to_vec())) {
        assert!(matches!(got, Got::Unknown(_)), "{got:?}");
    }
}

#[test]
fn many_names_are_asked_for_at_once_and_answered_in_their_order() {
    let server = Server::start(|_, request| match request.line.contains("0000000007 ") {
        true => headed(200, STORED, b"seven"),
        false => status(404, &error("NoSuchKey")),
    });
    let names: Vec<_> = (0..200).map(|at| ObjectName::Frame(Sequence(at))).collect();
    let got = objects("s3://bucket", &server.url()).get_each(&names);
    let there: Vec<_> = got.iter().enumerate().filter(|(_, got)| **got != Got::Absent).collect();
    assert_eq!(there, [(7, &Got::Bytes(b"seven".to_vec()))]);
    assert_eq!((got.len(), server.seen().len()), (200, 200));
}

#[test]
fn what_opens_it_is_sent_in_the_open_on_this_machine_alone() {
    let objects = objects("s3://bucket", "http://192.0.2.1");
    for said in [format!("{:?}", objects.create(NAME, b"x")), format!("{:?}", objects.get(NAME))] {
        assert!(said.contains("Refused") && said.contains("plain HTTP") && !said.contains(SECRET), "{said}");
    }
    assert!(!format!("{objects:?}").contains(SECRET));
}
