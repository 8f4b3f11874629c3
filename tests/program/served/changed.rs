//! What changed since a size, and streams that tell when something did.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use protokol::crypto::key::SecretKey;
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::observer::{CopyContent, CopyFiled};
use protokol::domain::protocol::{OpeningSealed, Paper, ProtocolAnnulled, RepeatVotingCalled, VotingFailed};
use protokol::domain::statement::{Body, Kind, Statement};
use protokol::domain::text::Text;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::submission::SignedStatement;
use protokol::server::api::bounds::SCRUB_REST;
use protokol::server::limits::{Bytes, Limits};
use protokol::server::running::Running;
use protokol::service::found::found;
use protokol::service::observer::Nobody;
use protokol::service::setting::Setting;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use super::{Answer, BYTES, Served, exchange, founded, in_process_within, soon};
use crate::kit::chance::Chance;
use crate::kit::program::Machine;
use crate::kit::small::{
    ORIGIN, SMALL, after, commission, corrected, decision, figures, observer_key, of, paper, protocol, quorum,
    seat_key, signed, turnout,
};

/// A stream that is read.
struct Follower {
    out: BufReader<TcpStream>,
    head: String,
    text: String,
}

/// A nudge.
#[derive(Debug)]
struct Nudge {
    id: u64,
    data: Value,
}

impl Follower {
    /// Follows from an address of loopback; the answer where it is no stream.
    fn from(number: u8, address: SocketAddr, path: &str, headers: &str) -> Result<Self, Answer> {
        let mut stream = connect(Ipv4Addr::new(127, 0, 0, number).into(), address);
        let head = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\n{headers}\r\n");
        stream.write_all(head.as_bytes()).expect("it listens");
        let (mut out, mut head) = (BufReader::new(stream), String::new());
        while !head.ends_with("\r\n\r\n") {
            assert!(out.read_line(&mut head).expect("an answer") > 0, "no answer: {head}");
        }
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        let mut answer = Answer { status, head: head.trim_end().to_owned(), body: String::new() };
        if status == 200 {
            return Ok(Self { out, head, text: String::new() });
        }
        let length = answer.header("content-length").and_then(|length| length.parse().ok()).expect("a length");
        let mut body = vec![0; length];
        out.read_exact(&mut body).expect("a body");
        answer.body = String::from_utf8(body).expect("a text");
        Err(answer)
    }

    fn of(address: SocketAddr, path: &str, headers: &str) -> Self {
        Self::from(1, address, path, headers).unwrap_or_else(|answer| panic!("{answer:?}"))
    }

    /// What comes up to the next empty line; none at the end.
    fn piece(&mut self) -> Option<String> {
        loop {
            if let Some((piece, rest)) = self.text.split_once("\n\n") {
                let (piece, rest) = (piece.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(piece);
            }
            let mut line = String::new();
            self.out.read_line(&mut line).ok()?;
            let mut chunk = vec![0; usize::from_str_radix(line.trim(), 16).ok()? + 2];
            self.out.read_exact(&mut chunk).ok()?;
            chunk.truncate(chunk.len() - 2);
            if chunk.is_empty() {
                return None;
            }
            self.text += &String::from_utf8(chunk).expect("a text");
        }
    }

    /// The next nudge; what only shows that the stream is there is passed over.
    fn nudge(&mut self) -> Nudge {
        loop {
            let piece = self.piece().expect("it goes on");
            let field = |name: &str| piece.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            if let Some(data) = field("data") {
                assert_eq!((field("event"), field("retry")), (Some("size"), Some("3000")), "{piece}");
                let data: Value = serde_json::from_str(data).expect("JSON");
                let id = field("id").and_then(|id| id.parse().ok()).expect("a size");
                assert_eq!(data["size"], id, "{piece}");
                return Nudge { id, data };
            }
        }
    }
}

fn connect(from: IpAddr, to: SocketAddr) -> TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        socket.set_recv_buffer_size(4096).expect("a size");
        socket.bind((from, 0).into()).expect("all of 127.0.0.0/8 is loopback");
        socket.connect(to).await.expect("somebody listens").into_std().expect("a socket of the system")
    });
    stream.set_nonblocking(false).expect("it can wait");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time");
    stream
}

fn clock() -> Millis {
    after(86_400_000)
}

/// A service with the small election, within limits.
fn within(limits: Limits) -> (Running, Machine) {
    let machine = founded(&SMALL);
    let (running, _) = in_process_within(&machine, clock, 1000, SCRUB_REST, limits);
    SMALL.structure().iter().for_each(|paper| assert_eq!(post(running.address(), paper).status, 201));
    (running, machine)
}

fn post(address: SocketAddr, paper: &SignedStatement) -> Answer {
    exchange(address, "POST", "/v1/submissions", &[BYTES], &paper.to_file()).expect("it answers")
}

fn get(address: SocketAddr, path: &str) -> Answer {
    exchange(address, "GET", path, &[], &[]).expect("it answers")
}

fn size(address: SocketAddr) -> u64 {
    get(address, "/v1/checkpoint").is(200).json()["size"].as_u64().expect("a size")
}

#[test]
fn a_reader_hears_that_the_log_grew_and_misses_nothing_when_it_comes_back() {
    let served = Served::ready(&SMALL);
    let (address, papers) = (served.address, SMALL.protocols());
    let before = size(address);
    let packed = "Accept-Encoding: gzip, zstd, br\r\n";
    let mut follower = Follower::of(address, &format!("/v1/changes?after={before}"), packed);
    let head = follower.head.to_ascii_lowercase();
    for header in [
        "content-type: text/event-stream\r\n",
        "cache-control: no-store, no-transform\r\n",
        "x-accel-buffering: no\r\n",
    ] {
        assert!(head.contains(header), "{head}");
    }
    assert!(!head.contains("content-encoding") && head.contains("access-control-allow-origin: *"), "{head}");
    assert_eq!(follower.piece().as_deref(), Some(":"), "it begins before there is anything to say");

    served.takes(&papers[..1]);
    let nudge = follower.nudge();
    let now = served.get("/v1/checkpoint").is(200).json();
    assert_eq!((&nudge.data["size"], &nudge.data["fingerprint"]), (&now["size"], &now["fingerprint"]));
    assert_eq!((nudge.id, &nudge.data["rehearsal"]), (before + 1, &true.into()));
    let href = nudge.data["href"].as_str().expect("a link");
    assert_eq!(href, format!("/v1/changes?after={before}"));
    let changed = served.get(href).is(200).json();
    assert_eq!((&changed["size"], &changed["fingerprint"]), (&now["size"], &now["fingerprint"]));
    assert_eq!(changed["data"]["papers"][0]["unit"], "01.001");
    drop(follower);

    served.takes(&papers[1..3]);
    let last = format!("Last-Event-ID: {}\r\n", nudge.id);
    let mut again = Follower::of(address, "/v1/changes?after=0", &last);
    let missed = again.nudge();
    assert_eq!((missed.id, &missed.data["href"]), (before + 3, &format!("/v1/changes?after={}", nudge.id).into()));
    let units = |changed: &Value| {
        let papers = changed["data"]["papers"].as_array().expect("a list").clone();
        papers.iter().map(|paper| paper["unit"].as_str().expect("a unit").to_owned()).collect::<Vec<_>>()
    };
    let href = missed.data["href"].as_str().expect("a link");
    assert_eq!(units(&served.get(href).is(200).json()), ["01.002", "01.003"]);
    served.takes(&papers[3..4]);
    let next = again.nudge();
    assert_eq!((next.id, &next.data["href"]), (before + 4, &format!("/v1/changes?after={}", missed.id).into()));
}

#[test]
fn whoever_knows_more_than_the_log_has_is_told_both_sizes() {
    let served = Served::ready(&SMALL);
    let now = size(served.address);
    let ahead = format!("/v1/changes?after={}", now + 5);
    let said = |answer: Answer| answer.is(409).problem("U9")["detail"].to_string();
    let stream = Follower::from(1, served.address, &ahead, "").err().expect("nothing is there");
    for detail in [said(served.get(&ahead)), said(stream)] {
        assert!(detail.contains(&(now + 5).to_string()) && detail.contains(&now.to_string()), "{detail}");
    }
    let none = served.get(&format!("/v1/changes?after={now}")).is(200).json();
    assert_eq!((&none["data"]["papers"], &none["data"]["cut"]), (&Value::Array(Vec::new()), &false.into()));
    assert_eq!(none["next"], format!("/v1/changes?after={now}"));
    let last = format!("Last-Event-ID: {}\r\n", now + 1);
    Follower::from(1, served.address, "/v1/changes", &last).err().expect("nothing is there").is(409);
    for last in ["Last-Event-ID: 01\r\n", "Last-Event-ID: \r\n", "Last-Event-ID: -1\r\n"] {
        Follower::from(1, served.address, "/v1/changes", last).err().expect("no size").is(400).problem("U1");
    }
    for query in ["after=x", "after=-1", "afer=1", "limit=x", "limit=0", "limit=1001"] {
        assert_eq!(served.get(&format!("/v1/changes?{query}")).status, 400, "{query}");
    }
}

#[test]
fn a_page_that_is_cut_is_the_same_for_ever_and_leads_on() {
    let served = Served::ready(&SMALL);
    let beginning = served.get("/v1/changes?limit=3").is(200);
    let first = served.get("/v1/changes?after=3&limit=4").is(200);
    let told = first.json();
    assert_eq!((&told["size"], &told["as_of"], &told["data"]["cut"]), (&7.into(), &7.into(), &true.into()));
    assert_eq!(told["next"], "/v1/changes?after=7&limit=4");
    assert!(first.header("cache-control").is_some_and(|kept| kept.contains("immutable")), "{first:?}");
    assert_eq!(told["data"]["fingerprint_then"], beginning.json()["fingerprint"]);
    let second = served.get("/v1/changes?after=7&limit=4").is(200).json();
    assert_eq!(second["data"]["fingerprint_then"], told["fingerprint"], "the one goes on where the other ended");
    let last = format!("/v1/changes?after={}", size(served.address) - 2);
    let latest = served.get(&last).is(200);
    assert!(latest.header("cache-control").is_some_and(|kept| !kept.contains("immutable")), "{latest:?}");
    served.takes(&SMALL.protocols());
    assert_eq!(served.get("/v1/changes?limit=3").is(200).body, beginning.body);
    assert_eq!(served.get("/v1/changes?after=3&limit=4").is(200).body, first.body);
    assert_ne!(served.get(&last).is(200).body, latest.body);
    let whole = served.get("/v1/changes").is(200).json();
    assert_eq!((&whole["data"]["after"], &whole["data"]["cut"]), (&0.into(), &false.into()));
    let vary: Vec<_> = latest.head.lines().filter(|line| line.to_ascii_lowercase().starts_with("vary")).collect();
    assert!(vary.iter().any(|line| line.ends_with("accept")), "{vary:?}");
}

/// What a client has that follows the changes and asks for nothing else.
#[derive(Default)]
struct Copy {
    next: String,
    fingerprint: Value,
    papers: BTreeMap<(String, String), Value>,
    /// By contest, unit and voting: the voters of noon, who are all that anybody reports here.
    voters: BTreeMap<(String, String, u64), u64>,
}

impl Copy {
    /// Takes one page in, and says whether there is more.
    fn follow(&mut self, address: SocketAddr) -> bool {
        let page = get(address, &self.next).is(200).json();
        let data = &page["data"];
        assert!(self.fingerprint.is_null() || self.fingerprint == data["fingerprint_then"], "another history");
        for paper in data["papers"].as_array().expect("a list") {
            let name = |key: &str| paper[key].as_str().expect("a name").to_owned();
            let held = self.papers.insert((name("contest"), name("unit")), paper["after"].clone());
            let before = held.map_or_else(|| paper["before"]["standing"] == "awaited", |held| held == paper["before"]);
            assert!(before, "it was otherwise before: {paper}");
            for link in ["href", "findings"] {
                get(address, paper[link].as_str().expect("a link")).is(200);
            }
            for report in paper["turnout"].as_array().expect("a list") {
                assert_eq!(report["as_of"], "12:00", "{report}");
                let number = |key: &str| report[key].as_u64().expect("a number");
                self.voters.insert((name("contest"), name("unit"), number("voting")), number("voters"));
            }
        }
        for other in data["others"].as_array().expect("a list") {
            get(address, other["href"].as_str().expect("a link")).is(200);
        }
        self.fingerprint = page["fingerprint"].clone();
        self.next = page["next"].as_str().expect("it always leads on").to_owned();
        data["cut"] == true
    }

    /// The sums of a contest, by item and candidate: null where nothing is in force.
    fn totals(&self, contest: &str) -> BTreeMap<String, Value> {
        let mut sums: BTreeMap<String, u64> = BTreeMap::new();
        let papers = self.papers.iter().filter(|((of, _), paper)| of == contest && !paper["in_force"].is_null());
        for (item, figure) in papers.flat_map(|(_, paper)| paper["figures"].as_object().expect("figures")) {
            if let Some(figure) = figure.as_u64() {
                *sums.entry(item.clone()).or_default() += figure;
            }
        }
        sums.into_iter().map(|(item, sum)| (item, sum.into())).collect()
    }

    /// The voters of noon in the votings that are open, and in how many precincts.
    fn turnout(&self, contest: &str) -> Vec<u64> {
        let is_open = |contest: &str, unit: &str, voting: u64| {
            self.papers.get(&(contest.to_owned(), unit.to_owned())).is_some_and(|paper| paper["voting"] == voting)
        };
        let voters = self.voters.iter().filter(|((of, unit, voting), _)| of == contest && is_open(of, unit, *voting));
        let voters: Vec<u64> = voters.map(|(_, voters)| *voters).collect();
        vec![voters.iter().sum(), voters.len() as u64]
    }

    fn counted(&self, contest: &str, standing: &str) -> usize {
        self.papers.iter().filter(|((of, _), paper)| of == contest && paper["standing"] == standing).count()
    }
}

/// Something that a commission or an observer says of one of few papers, admissible or not; of some of them it is known which
/// event came last.
fn said(chance: &mut Chance, last: &BTreeMap<Paper, EventHash>) -> (Paper, SignedStatement) {
    let (contest, unit) =
        chance.of(&[("round-1", "01.001"), ("round-1", "02.001"), ("local", "02.001"), ("local", "02.003")]);
    let mut paper = paper(contest, unit);
    paper.voting.0 += u16::from(chance.percent(30));
    let of_paper = last.get(&paper).copied().unwrap_or(EventHash::NONE);
    let votes = figures([chance.next() as u32 % 500, chance.small(), chance.small()]);
    let (own, above) = (quorum(unit), quorum(&unit[..2]));
    let (of, reason, decision) = (paper.clone(), "as it was".parse::<Text>().expect("a text"), decision());
    let (body, keys) = match chance.below(12) {
        0..3 => (Body::ProtocolSubmitted(protocol(paper, votes)), own),
        3..6 => (Body::ProtocolCorrected(corrected(of_paper, protocol(paper, votes))), own),
        6 => (Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol: of_paper, reason, decision }), above),
        7 => (Body::VotingFailed(VotingFailed { paper, reason, decision }), above),
        8 => {
            let day = "2026-03-15".parse().expect("a day");
            (Body::RepeatVotingCalled(RepeatVotingCalled { paper, day, reason, decision }), above)
        }
        9 => {
            let items = vec![votes.items[0], None, None, None, None];
            (Body::OpeningSealed(OpeningSealed { paper, items }), own)
        }
        10 => {
            let content = CopyContent::Handed { figures: votes, attachments: Vec::new() };
            (Body::CopyFiled(CopyFiled { paper, content }), vec![observer_key("domestic")])
        }
        _ => (Body::TurnoutReported(turnout(paper, chance.small())), vec![seat_key(unit, 1)]),
    };
    (of, signed(SMALL.ledger(), after(9), body, &keys))
}

#[test]
fn who_follows_the_changes_alone_has_the_figures_of_everybody() {
    let (running, _machine) = within(Limits::SERVICE);
    let address = running.address();
    let (mut last, mut taken) = (BTreeMap::new(), 0);
    for seed in 0..3 {
        let mut chance = Chance(seed);
        let mut copy = Copy { next: format!("/v1/changes?after=0&limit={}", 1 + seed * 3), ..Copy::default() };
        for _ in 0..150 {
            let ((paper, statement), headers) = (said(&mut chance, &last), [BYTES, ("Accept", "application/json")]);
            let body = statement.to_file();
            let answer = exchange(address, "POST", "/v1/submissions", &headers, &body).expect("an answer");
            if answer.status == 201 {
                taken += 1;
                let has_figures = matches!(
                    statement.statement().map(|s| s.body.kind()),
                    Ok(Kind::ProtocolSubmitted | Kind::ProtocolCorrected)
                );
                if has_figures {
                    last.insert(paper, of(answer.json()["data"]["event"].as_str().expect("an event")));
                }
            }
            if chance.percent(10) {
                while copy.follow(address) {}
            }
        }
        while copy.follow(address) {}
        let totals = get(address, "/v1/totals").is(200).json();
        assert_eq!(copy.fingerprint, totals["fingerprint"]);
        let papers = get(address, "/v1/papers?limit=1000").is(200).json();
        for paper in papers["data"].as_array().expect("a list") {
            let name = |key: &str| paper[key].as_str().expect("a name").to_owned();
            match copy.papers.get(&(name("contest"), name("unit"))) {
                Some(held) => {
                    held.as_object().expect("it stands so").iter().for_each(|(key, is)| assert_eq!(*is, paper[key]))
                }
                None => assert_eq!(paper["standing"], "awaited"),
            }
        }
        for contest in totals["data"].as_array().expect("a list") {
            let id = contest["id"].as_str().expect("a name");
            let told: BTreeMap<_, _> = contest["totals"].as_object().expect("totals").clone().into_iter().collect();
            let told: BTreeMap<_, _> = told.into_iter().filter(|(_, sum)| !sum.is_null()).collect();
            assert_eq!(copy.totals(id), told, "{id}");
            let noon = contest["turnout"].as_array().expect("a list").iter().find(|hour| hour["as_of"] == "12:00");
            let told = noon
                .map_or(vec![0, 0], |noon| ["voters", "stations"].map(|key| noon[key].as_u64().unwrap_or(0)).into());
            assert_eq!(copy.turnout(id), told, "{id}");
            for (standing, number) in [("reported", "in_force"), ("annulled", "annulled"), ("failed", "failed")] {
                assert_eq!(contest[number], copy.counted(id, standing), "{id}: {number}");
            }
        }
    }
    assert!(taken > 50, "{taken} came in");
    running.stop().expect("it ends as it was told");
}

#[test]
fn an_idle_stream_shows_that_it_is_there_and_outlives_other_connections() {
    let second = Duration::from_secs(1);
    let limits = Limits {
        lifetime: second,
        last_answer_time: second / 2,
        head_time: second,
        reader_time: second,
        stream_beat: second / 10,
        ..Limits::SERVICE
    };
    let (running, _machine) = within(limits);
    let (address, began) = (running.address(), Instant::now());
    let mut follower = Follower::of(address, &format!("/v1/changes?after={}", size(address)), "");
    follower.piece().expect("it begins");
    let mut beats = 0;
    while began.elapsed() < 3 * second {
        assert_eq!(follower.piece().as_deref(), Some(":"));
        beats += 1;
    }
    assert!((10..40).contains(&beats), "{beats}");
    assert_eq!(post(address, &SMALL.protocols()[0]).status, 201);
    assert_eq!(follower.nudge().id, size(address));
    running.stop().expect("it ends as it was told");
}

#[test]
fn streams_are_so_many_and_one_that_ends_makes_room() {
    let (running, _machine) = within(Limits { streams: 4, streams_per_address: 2, ..Limits::SERVICE });
    let address = running.address();
    let follow = |number| Follower::from(number, address, "/v1/changes", "");
    let mut open: Vec<_> = [2, 2, 3, 4].into_iter().filter_map(|number| follow(number).ok()).collect();
    assert_eq!(open.len(), 4);
    for number in [2, 5] {
        let full = follow(number).err().expect("there is no room").is(503);
        full.problem("U24");
        assert!(full.header("retry-after").is_some_and(|after| after.parse::<u16>().is_ok()), "{full:?}");
    }
    assert_eq!(get(address, "/v1/changes").status, 200, "who does not follow asks all the same");
    open.pop();
    soon("there is no room again", || follow(5).ok());
    running.stop().expect("it ends as it was told");
}

#[test]
fn many_papers_are_one_nudge_and_who_reads_late_hears_the_last() {
    let (running, _machine) = within(Limits { stream_rest: Duration::from_secs(2), ..Limits::SERVICE });
    let address = running.address();
    let mut follower = Follower::of(address, &format!("/v1/changes?after={}", size(address)), "");
    SMALL.protocols().iter().for_each(|paper| assert_eq!(post(address, paper).status, 201));
    let (mut nudges, last) = (vec![follower.nudge()], size(address));
    while nudges.last().is_some_and(|nudge| nudge.id < last) {
        nudges.push(follower.nudge());
    }
    assert!(nudges.len() <= 3, "{nudges:?}");
    running.stop().expect("it ends as it was told");
}

#[test]
fn a_server_that_is_told_to_stop_ends_its_streams_and_waits_for_none() {
    let served = Served::ready(&SMALL);
    let mut open: Vec<_> = (0..20).map(|_| Follower::of(served.address, "/v1/changes", "")).collect();
    open.iter_mut().for_each(|follower| assert!(follower.nudge().id > 0));
    let told = Instant::now();
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    assert!(told.elapsed() < Duration::from_secs(2), "{:?}", told.elapsed());
    open.iter_mut().for_each(|follower| assert_eq!(follower.piece(), None, "it ends in order"));
    machine.ok("verify ledger");
}

#[test]
fn a_reader_that_takes_nothing_is_cut() {
    let second = Duration::from_secs(1);
    let limits = Limits {
        reader_bytes: Bytes(2048),
        reader_time: second,
        stream_beat: Duration::from_millis(1),
        streams: 1,
        ..Limits::SERVICE
    };
    let (running, _machine) = within(limits);
    let (address, began) = (running.address(), Instant::now());
    let still = Follower::of(address, "/v1/changes", "");
    let full = Follower::from(2, address, "/v1/changes", "").err().expect("there is one already");
    assert_eq!(full.status, 503);
    let mut next = soon("it is not cut", || Follower::from(2, address, "/v1/changes", "").ok());
    assert!(began.elapsed() > second / 2, "{:?}", began.elapsed());
    // Whoever reads has his for as long as he reads.
    let since = Instant::now();
    while since.elapsed() < 3 * second {
        next.piece().expect("it goes on");
    }
    drop(still);
    running.stop().expect("it ends as it was told");
}

/// A proxy that packs and keeps whatever it may.
struct Proxy(Child);

impl Proxy {
    /// In front of a service, on another port; none where nginx is not on this machine.
    fn before(served: &Served) -> Option<(Self, SocketAddr)> {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let folder = served.machine.path("proxy");
        fs::create_dir(&folder).expect("it is ours");
        let temporary =
            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {kind};"));
        let setting = format!(
            "user root; daemon off; worker_processes 1; pid pid; error_log errors; events {{ worker_connections 64; }}
            http {{ access_log off; {} gzip on; gzip_types *; gzip_proxied any; gzip_min_length 0;
            proxy_cache_path cache keys_zone=all:1m; proxy_cache all; proxy_cache_valid any 1h;
            server {{ listen {address}; location / {{ proxy_pass http://{}; }} }} }}",
            temporary.concat(),
            served.address
        );
        served.machine.write("proxy/nginx.conf", setting);
        let mut command = Command::new("nginx");
        command.arg("-p").arg(&folder).args(["-e", "errors", "-c", "nginx.conf"]).stderr(Stdio::null());
        let proxy = Self(command.spawn().ok()?);
        soon("the proxy does not answer", || TcpStream::connect(address).ok());
        Some((proxy, address))
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // Told so, it takes its worker along.
        let _ = kill_process(Pid::from_child(&self.0), Signal::TERM).map(|()| self.0.wait());
    }
}

#[test]
fn a_proxy_passes_each_nudge_on_at_once() {
    let served = Served::ready(&SMALL);
    let Some((_proxy, address)) = Proxy::before(&served) else {
        eprintln!("SKIPPED: no nginx on this machine");
        return;
    };
    for (number, paper) in SMALL.protocols()[..3].iter().enumerate() {
        let known = size(served.address);
        let mut follower = Follower::of(address, &format!("/v1/changes?after={known}"), "");
        assert_eq!(follower.piece().as_deref(), Some(":"), "reader {number} begins");
        served.takes(std::slice::from_ref(paper));
        let since = Instant::now();
        assert_eq!(follower.nudge().id, known + 1);
        assert!(since.elapsed() < Duration::from_secs(5), "it waits for more: {:?}", since.elapsed());
    }
}

/// How much memory a service holds now, in KiB.
fn held(served: &Served) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", served.child.id())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a number");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

/// As many readers as `PROTOKOL_READERS` says, for `docs/performance.md`; 200 where it says nothing.
#[test]
fn many_readers_hear_of_the_same_paper_and_each_costs_little_memory() {
    let readers = std::env::var("PROTOKOL_READERS").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let served = Served::ready(&SMALL);
    let (address, papers) = (served.address, SMALL.protocols());
    // What any answer needs once is there before.
    served.takes(&papers[..1]);
    served.get("/v1/changes").is(200);
    let (before, known) = (held(&served), size(address));
    let path = format!("/v1/changes?after={known}");
    let follow = |number: usize| {
        let from = u8::try_from(2 + number / 100).expect("few addresses");
        Follower::from(from, address, &path, "").unwrap_or_else(|answer| panic!("{answer:?}"))
    };
    let mut open: Vec<_> = (0..readers).map(follow).collect();
    for (paper, size) in papers[1..].iter().zip(known + 1..) {
        let since = Instant::now();
        served.takes(std::slice::from_ref(paper));
        open.iter_mut().for_each(|follower| assert_eq!(follower.nudge().id, size));
        eprintln!("{readers} readers heard after {:?}", since.elapsed());
    }
    let more = held(&served).saturating_sub(before);
    eprintln!("{before} KiB before, {more} KiB more with {readers} readers");
    assert!(more < readers as u64 * 64, "{more} KiB for {readers} readers");
}

/// What time it is, in milliseconds after the founding.
static NOW: AtomicU64 = AtomicU64::new(1000);

fn gated_clock() -> Millis {
    after(NOW.load(Ordering::Relaxed))
}

#[test]
fn before_the_gate_opens_a_reader_hears_that_the_log_grew_and_no_figure() {
    let mut founding: Statement = SMALL.founding().statement().expect("it is readable");
    let Body::ElectionCalled(called) = &mut founding.body else { panic!("{founding:?}") };
    called.manifest.publish_not_before = Some(after(10_000));
    let founding = signed(LedgerId::UNFOUNDED, after(0), founding.body, &quorum("T"));
    let machine = Machine::new();
    let (ledger, key) = (machine.path("ledger"), SecretKey::demonstration("log:", ORIGIN));
    let at_first = || after(0);
    found(&Setting { ledger: &ledger, clock: &at_first, observer: &Nobody }, &founding, key).expect("nothing is there");
    let id: LedgerId = Envelope::hash(&Head::START.seal(after(0), founding.encode()).encode()).into();
    let (running, _) = in_process_within(&machine, gated_clock, 100, SCRUB_REST, Limits::SERVICE);
    let address = running.address();
    let mut follower = Follower::of(address, "/v1/changes?after=1", "");
    let formed = Body::CommissionFormed(commission("01", "constituency", Some("T")));
    assert_eq!(post(address, &signed(id, after(1), formed, &quorum("T"))).status, 201);
    let nudge = follower.nudge();
    let keys: Vec<_> = nudge.data.as_object().expect("an object").keys().cloned().collect();
    assert_eq!((nudge.id, keys.len()), (2, 4), "{keys:?}");
    let href = nudge.data["href"].as_str().expect("a link");
    let closed = get(address, href).is(403);
    closed.problem("U12");
    assert_eq!(closed.header("retry-after"), Some("9"));
    NOW.store(10_000, Ordering::Relaxed);
    assert_eq!(get(address, href).is(200).json()["data"]["others"][0]["id"], "01");
    running.stop().expect("it ends as it was told");
}
