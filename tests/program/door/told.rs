//! What every answer says to browsers, what the operator is told of it, and what is counted.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Barrier, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY};
use axum::routing::get;
use protokol::server::limits::Limits;
use protokol::server::metrics::{Counter, Gauge, Histogram, Metrics, Named};
use protokol::server::operating::Operating;
use protokol::server::rates::Rate;
use protokol::server::running::Running;
use protokol::server::setting::Setting;
use protokol::server::telling::{DoorNotice, apart};
use serde_json::{Value, json};

use super::{LARGE, connect, get_of, peer, post_of, quick, routes, said, start, status_of};

/// A server, and the lines that it wrote.
struct Watched {
    server: Running,
    operating: Operating,
    lines: Arc<Mutex<Vec<Value>>>,
}

impl Watched {
    fn start(limits: Limits) -> Self {
        let (lines, operating) = (Arc::new(Mutex::new(Vec::new())), Operating::default());
        let writing = Arc::clone(&lines);
        let tell = move |notice: &DoorNotice<'_>| {
            if let DoorNotice::Answered(answered) = notice {
                let line = serde_json::from_str(&answered.json()).expect("one object");
                writing.lock().expect("nobody panics").push(line);
            }
        };
        let page = || async { ([(CONTENT_SECURITY_POLICY, "default-src 'self'")], "page\n") };
        let open = || async { ([(ACCESS_CONTROL_ALLOW_ORIGIN, "*")], "open\n") };
        let routes = routes().route("/page", get(page)).route("/open/{name}", get(open));
        let setting = Setting {
            stamp: "st\r\n4mp".to_owned(),
            tell: Arc::new(tell),
            operating: operating.clone(),
            ..limits.into()
        };
        Self { server: start(routes, setting), operating, lines }
    }

    fn said(&self, request: &str) -> String {
        said(peer(2), self.server.address(), request)
    }

    /// Waits until so many lines were written.
    fn lines(&self, count: usize) -> Vec<Value> {
        let since = Instant::now();
        loop {
            let lines = self.lines.lock().expect("nobody panics").clone();
            if lines.len() >= count {
                return lines;
            }
            assert!(since.elapsed() < Duration::from_secs(10), "{lines:?}");
            sleep(Duration::from_millis(20));
        }
    }
}

fn headers(answer: &str) -> BTreeMap<String, String> {
    let (head, _) = answer.split_once("\r\n\r\n").expect("a head");
    let lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
    lines.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect()
}

#[test]
fn every_answer_says_what_browsers_may_do_with_it() {
    let watched = Watched::start(Limits { address_rate: Rate { burst: 5, per_minute: 1 }, ..quick() });
    let nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    for (path, status, policy, resource) in [
        ("/", 200, nothing, "same-origin"),
        ("/page", 200, "default-src 'self'", "same-origin"),
        ("/open/x", 200, nothing, "cross-origin"),
        ("/nowhere", 404, nothing, "same-origin"),
        ("/length", 405, nothing, "same-origin"),
        ("/", 429, nothing, "same-origin"),
    ] {
        let answer = watched.said(&get_of(path, ""));
        let headers = headers(&answer);
        assert_eq!(status_of(&answer), Some(status), "{path}");
        for (name, value) in [
            ("content-security-policy", policy),
            ("cross-origin-resource-policy", resource),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(headers.get(name).map(String::as_str), Some(value), "{path}: {name}");
        }
        for name in ["server", "strict-transport-security", "x-powered-by"] {
            assert_eq!(headers.get(name), None, "{path}: {name}");
        }
    }
}

#[test]
fn an_answer_is_one_line_without_secrets() {
    let watched = Watched::start(quick());
    let secret = "X-Forwarded-For: 203.0.113.9\r\nAuthorization: Bearer hunter2\r\n";
    let answers = [
        watched.said(&get_of("/open/alice?token=hunter2", secret)),
        watched.said(&get_of("/hunter2", secret)),
        watched.said(&post_of(7, "hunter2")),
        watched.said(&get_of("/", secret).replace("GET", "HUNTER2")),
        watched.said(&get_of("/", secret).replace("GET", "HEAD")),
    ];
    let lines = watched.lines(5);
    let expected = [
        ("GET", "/open/{name}", 200, 5),
        ("GET", "-", 404, 0),
        ("POST", "/length", 200, 1),
        ("other", "/", 405, 0),
        ("HEAD", "/", 200, 0),
    ];
    for (number, ((line, answer), (method, route, status, bytes))) in
        lines.iter().zip(&answers).zip(expected).enumerate()
    {
        let id = format!("st4mp-{}", number + 1);
        assert_eq!(headers(answer).get("x-request-id"), Some(&id));
        let mut line = line.clone();
        let object = line.as_object_mut().expect("an object");
        assert!(object.remove("micros").is_some_and(|micros| micros.is_u64()));
        assert!(object.remove("at").is_some_and(|at| at.as_u64() > Some(1_600_000_000_000)));
        let told = json!({
            "id": id, "method": method, "route": route, "status": status, "bytes": bytes, "whole": true,
            "peer": "127.0.0.0/24",
        });
        assert_eq!(line, told);
    }
    let all = format!("{lines:?}{}", watched.operating.metrics.told());
    for secret in ["hunter2", "HUNTER2", "alice", "203.0.113"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
}

#[test]
fn who_leaves_before_the_end_is_told_so() {
    let watched = Watched::start(quick());
    let mut stream = connect(peer(2), watched.server.address());
    stream.write_all(get_of("/large", "").as_bytes()).expect("it is taken");
    stream.read_exact(&mut [0; 100]).expect("an answer");
    drop(stream);
    let line = &watched.lines(1)[0];
    assert_eq!((&line["whole"], &line["status"]), (&false.into(), &200.into()), "{line}");
    assert!(line["bytes"].as_u64().is_some_and(|bytes| (100..LARGE as u64).contains(&bytes)), "{line}");
    assert!(watched.operating.metrics.told().contains("\nprotokol_answers_cut_total 1\n"));
    watched.said(&get_of("/large", ""));
    let line = &watched.lines(2)[1];
    assert_eq!((&line["whole"], &line["bytes"]), (&true.into(), &LARGE.into()), "{line}");
}

#[test]
fn operators_ask_on_an_address_of_their_own() {
    let watched = Watched::start(quick());
    watched.said(&get_of("/", ""));
    watched.said(&get_of("/open/a", ""));
    watched.said(&get_of("/nowhere", ""));
    watched.lines(3);
    let open = connect(peer(2), watched.server.address());
    sleep(Duration::from_millis(200));
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let private = Running::start(listener, watched.operating.routes(), Limits::WITNESS).expect("it starts");
    let ask = |path: &str| said(peer(1), private.address(), &get_of(path, ""));
    assert_eq!(status_of(&ask("/healthz")), Some(200));
    assert_eq!(status_of(&ask("/readyz")), Some(200));
    let told = ask("/metrics");
    for line in [
        "protokol_requests_total{method=\"GET\",route=\"/\",status=\"200\"} 1",
        "protokol_requests_total{method=\"GET\",route=\"/open/{name}\",status=\"200\"} 1",
        "protokol_requests_total{method=\"GET\",route=\"-\",status=\"404\"} 1",
        "protokol_request_seconds_count{route=\"/\"} 1",
        "protokol_request_seconds_bucket{route=\"/\",le=\"+Inf\"} 1",
        "protokol_connections 1",
        "protokol_connections_total 4",
        "protokol_sent_bytes_total 10",
        "protokol_ready 1",
        "protokol_unread_bytes 0",
        "protokol_streams 0",
        "# TYPE protokol_request_seconds histogram",
    ] {
        assert!(told.lines().any(|told| told.trim_end() == line), "{line} in {told}");
    }
    drop(open);
    watched.operating.readiness.is_not("disk", "the disk is full");
    let unready = ask("/readyz");
    assert_eq!(status_of(&unready), Some(503));
    assert!(unready.ends_with(r#"{"ready":false,"reasons":{"disk":"the disk is full"}}"#), "{unready}");
    assert!(ask("/metrics").contains("\nprotokol_ready 0\n"));
    watched.operating.readiness.is_again("disk");
    watched.server.stop().expect("it ends");
    assert!(ask("/readyz").contains("\"stopping\""));
    assert_eq!(status_of(&ask("/healthz")), Some(200));
}

#[test]
fn metrics_are_the_text_that_prometheus_reads() {
    let named = |name, labels| Named { name, help: "What it says.", labels };
    let metrics = Metrics::default();
    let (counter, gauge) = (Counter(named("b_total", &["why"])), Gauge(named("a", &[])));
    let histogram = Histogram(named("c_seconds", &[]));
    metrics.count(&counter, &["a \"b\" \\ \n"], 2);
    metrics.count(&counter, &["R1"], 1);
    metrics.set(&gauge, &[], -3);
    for micros in [0, 100, 101, 1_500_000, 99_000_000] {
        metrics.took(&histogram, &[], Duration::from_micros(micros));
    }
    metrics.when_asked(move |metrics| metrics.set(&Gauge(named("d", &[])), &[], 7));
    let told = metrics.told();
    let expected = "\
# HELP a What it says.
# TYPE a gauge
a -3
# HELP b_total What it says.
# TYPE b_total counter
b_total{why=\"R1\"} 1
b_total{why=\"a \\\"b\\\" \\\\ \\n\"} 2
# HELP c_seconds What it says.
# TYPE c_seconds histogram
c_seconds_bucket{le=\"0.0001\"} 2
c_seconds_bucket{le=\"0.00025\"} 3
c_seconds_bucket{le=\"0.0005\"} 3
";
    assert!(told.starts_with(expected), "{told}");
    let ends = "\
c_seconds_bucket{le=\"1\"} 3
c_seconds_bucket{le=\"2.5\"} 4
c_seconds_bucket{le=\"5\"} 4
c_seconds_bucket{le=\"10\"} 4
c_seconds_bucket{le=\"+Inf\"} 5
c_seconds_sum 100.500201
c_seconds_count 5
# HELP d What it says.
# TYPE d gauge
d 7
";
    assert!(told.ends_with(ends), "{told}");
    for number in 0..10_000 {
        metrics.count(&counter, &[&number.to_string()], 1);
    }
    let lines = metrics.told().lines().filter(|line| line.starts_with("b_total{")).count();
    assert_eq!(lines, 4_097, "labels do not grow without end");
}

/// Whoever writes the log may stand still: no answer waits for him, and what is lost is counted.
#[test]
fn a_log_that_stands_still_holds_nobody_up() {
    let (metrics, gate) = (Arc::new(Metrics::default()), Arc::new(Barrier::new(2)));
    let (written, waits) = (Arc::new(Mutex::new(0_usize)), Arc::clone(&gate));
    let (count, mut is_first) = (Arc::clone(&written), true);
    let tell = apart(Arc::clone(&metrics), move |_| {
        if std::mem::take(&mut is_first) {
            waits.wait();
        }
        *count.lock().expect("nobody panics") += 1;
    });
    (0..20_000).for_each(|number| tell(number.to_string()));
    let told = metrics.told();
    let lost: usize = told.lines().last().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a count");
    assert!((11_000..12_000).contains(&lost), "{told}");
    gate.wait();
    drop(tell);
    let since = Instant::now();
    while *written.lock().expect("nobody panics") + lost < 20_000 {
        assert!(since.elapsed() < Duration::from_secs(10));
        sleep(Duration::from_millis(20));
    }
}
