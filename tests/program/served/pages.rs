//! The pages of the media centre say what the addresses for programs say, in every language; every link leads somewhere;
//! and behind a closed gate no page has a figure.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use protokol::domain::statement::Body;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::Envelope;
use protokol::server::api::bounds::SCRUB_REST;
use protokol::server::limits::{Bytes, Limits};
use serde_json::Value;

use super::kits::fetched;
use super::{Answer, BYTES, Served, exchange, founded, in_process, in_process_within};
use crate::kit::small::{SMALL, Small, after, figures, paper, protocol, quorum, signed};

const LANGS: [&str; 3] = ["en", "az", "ru"];
/// As many as a page of a list may have.
const ALL: &str = "limit=1000";

fn get(address: SocketAddr, path: &str) -> Answer {
    exchange(address, "GET", path, &[], &[]).expect("it answers")
}

/// What an attribute is, wherever a tag of a page has it.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let begins = format!(" {name}=\"");
    let tags = page.split('<').filter_map(|piece| piece.split('>').next());
    tags.filter_map(|tag| tag.split_once(begins.as_str())?.1.split('"').next()).collect()
}

/// Where a relative link leads from an address.
fn resolved(from: &str, link: &str) -> String {
    let (path, query) = link.split_once('?').map_or((link, None), |(path, query)| (path, Some(query)));
    let mut folders: Vec<_> = from.split('/').collect();
    folders.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{link} leads out of the site from {from}"),
            part => folders.push(part),
        }
    }
    let path = folders.join("/").replace("//", "/");
    query.map_or(path.clone(), |query| format!("{path}?{query}"))
}

/// How something is answered, whatever it is: a stream, or bytes that are no text, are not read.
fn status(address: SocketAddr, path: &str) -> u16 {
    let mut stream = TcpStream::connect(address).expect("it answers");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("it reads");
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).expect("it answers");
    line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{path}: {line:?}"))
}

/// Every page that links lead to from the first ones. Every link is followed, and leads to something that is there, or to
/// what is said to be shut.
fn crawl(address: SocketAddr, is_shut: fn(&str, u16) -> bool) -> BTreeMap<String, String> {
    let (mut pages, mut broken) = (BTreeMap::new(), Vec::new());
    let mut from: BTreeMap<String, String> = LANGS.iter().map(|lang| (format!("/{lang}/"), String::new())).collect();
    let mut next: Vec<_> = from.keys().cloned().collect();
    while let Some(path) = next.pop() {
        let is_page = LANGS.iter().any(|lang| path.starts_with(&format!("/{lang}/")));
        let answer = is_page.then(|| get(address, &path));
        let status = answer.as_ref().map_or_else(|| status(address, &path), |answer| answer.status);
        if status != 200 && !is_shut(&path, status) {
            broken.push(format!("{status} {path}, from {}", from[&path]));
        }
        let Some(answer) = answer.filter(|answer| answer.status == 200) else { continue };
        assert!(answer.header("content-security-policy").is_some_and(|told| told.starts_with("default-src 'none'")));
        if answer.header("content-type") == Some("text/html; charset=utf-8") {
            let unnamed = ["\"></a>", "<h1></h1>", "<h2></h2>"].iter().find(|unnamed| answer.body.contains(**unnamed));
            assert!(unnamed.is_none(), "{path} leads somewhere without saying where: {unnamed:?}");
            for link in links(&path, &answer.body) {
                if !from.contains_key(&link) {
                    from.insert(link.clone(), path.clone());
                    next.push(link);
                }
            }
        }
        pages.insert(path, answer.body);
    }
    assert!(broken.is_empty(), "{} lead nowhere: {:#?}", broken.len(), broken.iter().take(20).collect::<Vec<_>>());
    pages
}

/// Where a page leads, and what it asks for: nothing is of another host, or where only one site has it.
fn links(path: &str, page: &str) -> Vec<String> {
    let mut links = Vec::new();
    for link in ["href", "src", "action"].iter().flat_map(|name| attributes(page, name)) {
        assert!(!link.contains(':') && !link.starts_with('/'), "{path} leads to {link}");
        let link = link.split('#').next().unwrap_or_default();
        links.extend((!link.is_empty()).then(|| resolved(path, link)));
    }
    links
}

/// A page has nothing of its own that runs or draws.
fn is_plain(path: &str, page: &str) {
    assert!(!page.contains("<style") && attributes(page, "style").is_empty(), "{path} has a style of its own");
    let mut scripts = page.split("<script").skip(1);
    assert!(scripts.all(|script| script.starts_with(" src=\"")), "{path} has a script of its own");
    for event in ["onclick", "onload", "onchange", "onsubmit", "onerror"] {
        assert!(attributes(page, event).is_empty(), "{path} runs something");
    }
}

/// The text of a piece of HTML: a figure has no space in it.
fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text.replace(['\u{a0}', ' '], "").trim().to_owned()
}

/// The rows of the bodies of the tables of a class, cell by cell.
fn rows(page: &str, class: &str) -> Vec<Vec<String>> {
    let tables = page.split("<table").skip(1).filter(|table| {
        table
            .split('>')
            .next()
            .is_some_and(|tag| attributes(tag, "class").first().is_some_and(|of| classes(of) == class))
    });
    let body = |table: &str| {
        table.split_once("<tbody>").and_then(|(_, rest)| rest.split("</tbody>").next()).map(str::to_owned)
    };
    let cells = |row: &str| row.split("</t").filter(|cell| cell.contains("<t")).map(text).collect();
    tables.filter_map(body).flat_map(|body| body.split("<tr").skip(1).map(cells).collect::<Vec<_>>()).collect()
}

/// How many curves a page draws; each ends at a figure of the table beside it.
fn drawn(path: &str, page: &str) -> usize {
    let charts: Vec<_> = page.split("<svg class=\"chart\"").skip(1).collect();
    for chart in &charts {
        let (drawing, beside) = chart.split_once("</svg>").expect("closed");
        let ends = drawing.split_once("<desc").and_then(|(_, rest)| rest.split("</desc>").next()).expect("described");
        let table = beside.split("</table>").next().expect("a table");
        let cells: BTreeSet<_> = table
            .split("<td")
            .skip(1)
            .map(|cell| text(&format!("<td{}", cell.split("</td>").next().unwrap_or_default())))
            .collect();
        // A semicolon that ends a letter written as a number ends no curve.
        let ends = ["&#34;", "&#38;", "&#39;", "&#60;", "&#62;"]
            .iter()
            .fold(ends.to_owned(), |ends, letter| ends.replace(letter, ""));
        for end in text(&format!("<desc{ends}")).split(';') {
            let (_, figure) = end.rsplit_once(':').expect("a figure");
            assert!(cells.contains(figure), "{path}: {figure} is drawn, and not in {cells:?}");
        }
    }
    charts.len()
}

/// The classes of a table that say what it is.
fn classes(of: &str) -> String {
    of.split(' ').filter(|class| *class != "stacked").collect::<Vec<_>>().join(" ")
}

fn shown(figure: &Value) -> String {
    if figure.is_null() { "—".to_owned() } else { figure.to_string() }
}

/// Holds every page against the addresses for programs.
pub fn agree(served: &Served) {
    let pages = crawl(served.address, |_, _| false);
    pages.iter().for_each(|(path, page)| is_plain(path, page));
    let curves: usize = pages.iter().map(|(path, page)| drawn(path, page)).sum();
    assert!(curves >= LANGS.len(), "a curve of arrivals in every language: {curves}");
    let list = |path: &str| served.get(path).is(200).json()["data"].as_array().cloned().expect("a list");
    let election = served.get("/v1/election").is(200).json()["data"].clone();
    let items: Vec<_> = election["form"]["items"].as_array().expect("items").iter().map(|item| &item["key"]).collect();
    let items: Vec<_> = items.iter().map(|key| key.as_str().expect("a key").to_owned()).collect();
    let mut compared = [0; 2];
    for lang in LANGS {
        for contest in list("/v1/contests") {
            let contest = contest["id"].as_str().expect("an id").to_owned();
            let page = pages.get(&format!("/{lang}/contests/{contest}/")).expect("a page of the contest");
            sums(page, &list(&format!("/v1/totals?contest={contest}"))[0], &contest);
            for unit in list(&format!("/v1/units?{ALL}")) {
                let unit = unit["unit"].as_str().expect("a unit");
                let path = format!("/{lang}/contests/{contest}/{unit}/");
                let Some(page) = pages.get(&path) else { continue };
                let paper = served.get(&format!("/v1/papers/{contest}/{unit}"));
                if page.contains("article class=\"paper") {
                    stated(page, &paper, &items, &path);
                    compared[0] += 1;
                } else {
                    sums(page, &list(&format!("/v1/totals?contest={contest}&unit={unit}"))[0], &path);
                    compared[1] += 1;
                }
            }
        }
        found(served.address, &pages, lang);
        events(served.address, &pages, lang, &list(&format!("/v1/events?{ALL}")));
        searched(served.address, lang);
        awaited(served, &pages, lang);
    }
    assert!(compared[0] > 12 && compared[1] > 5, "{compared:?}");
}

/// The sums of a contest or a constituency.
fn sums(page: &str, told: &Value, path: &str) {
    let lines = rows(page, "candidates");
    let candidates = told["candidates"].as_array().expect("candidates");
    assert_eq!(lines.len(), candidates.len(), "{path}");
    for candidate in candidates {
        let number = candidate["number"].to_string();
        let line = lines.iter().find(|line| line[0] == number);
        let line = line.unwrap_or_else(|| panic!("{path}: no {candidate} in {lines:?}"));
        assert_eq!(line[2], shown(&candidate["votes"]), "{path}: {candidate}");
    }
    let counters: Vec<_> =
        page.split("<dd>").skip(1).map(|rest| text(rest.split('<').next().unwrap_or_default())).collect();
    for counter in ["in_force", "awaited", "annulled", "failed", "corrected"] {
        assert!(counters.contains(&told[counter].to_string()), "{path}: {counter} of {counters:?}");
    }
}

/// The figures of a protocol in force.
fn stated(page: &str, paper: &Answer, items: &[String], path: &str) {
    let figures = if paper.status == 200 { paper.json()["data"]["figures"].clone() } else { Value::Null };
    let (of_items, votes) = (rows(page, "figures"), rows(page, "figures candidates"));
    if figures.is_null() {
        assert_eq!((of_items.len(), votes.len()), (0, 0), "{path} tells figures that are not in force");
        return;
    }
    assert_eq!(of_items.len(), items.len(), "{path}");
    for (line, key) in of_items.iter().zip(items) {
        assert_eq!(line[2], shown(&figures[key]), "{path}: {key}");
    }
    let told = figures.as_object().expect("figures").keys().filter(|key| key.starts_with("cand_")).count();
    assert_eq!(votes.len(), told, "{path}");
    for line in &votes {
        let key = format!("cand_{:02}", line[0].parse::<u16>().expect("a number"));
        assert_eq!(line[2], shown(&figures[&key]), "{path}: {key}");
    }
    let event = paper.json()["data"]["in_force"].as_str().expect("a hash").to_owned();
    assert!(page.contains(&event), "{path} does not name its event");
}

/// Who is awaited stands on the page of the commission above, with the name of the chair.
fn awaited(served: &Served, pages: &BTreeMap<String, String>, lang: &str) {
    let list = |path: &str| served.get(path).is(200).json()["data"].as_array().cloned().expect("a list");
    let due = ["awaited", "opened"].iter().flat_map(|standing| list(&format!("/v1/papers?standing={standing}&{ALL}")));
    let due: Vec<_> = due.collect();
    for paper in &due {
        let [contest, unit] = ["contest", "unit"].map(|key| paper[key].as_str().expect("a text"));
        let of = served.get(&format!("/v1/units/{unit}")).is(200).json()["data"].clone();
        let members = of["members"].as_array().expect("members");
        let chair = members.iter().find(|member| member["office"] == "chair" && member["until"].is_null());
        let chair = chair.and_then(|chair| chair["name"].as_str()).expect("a chair");
        let path = format!("/{lang}/awaited/{contest}/{}/", of["parent"].as_str().expect("a parent"));
        let row = pages[&path].split("<tr").find(|row| row.contains(&format!("/{unit}/\""))).expect("its row");
        assert!(row.contains(chair), "{path}: no {chair} in {row}");
    }
    let pages = pages.iter().filter(|(path, _)| path.starts_with(&format!("/{lang}/awaited/")));
    let rows = pages
        .filter(|(path, _)| path.matches('/').count() == 5)
        .map(|(_, page)| page.matches("<tr><th scope=\"row\">").count());
    assert_eq!((rows.sum::<usize>(), due.is_empty()), (due.len(), false), "{lang}");
}

/// How often something was found, and where.
fn found(address: SocketAddr, pages: &BTreeMap<String, String>, lang: &str) {
    let told = get(address, &format!("/v1/findings?{ALL}")).is(200).json();
    let mut counts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in told["data"].as_array().expect("findings") {
        let [code, unit] = ["code", "unit"].map(|key| finding[key].as_str().expect("a text").to_owned());
        counts.entry(code).or_default().push(unit);
    }
    assert!(counts.len() > 4, "{counts:?}");
    let all = &pages[&format!("/{lang}/findings/")];
    let table = all.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
    let lines: BTreeMap<_, _> = table
        .split("<tr>")
        .skip(1)
        .map(|row| row.split("</t").map(text).collect::<Vec<_>>())
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    for (code, units) in &counts {
        assert_eq!(lines.get(code), Some(&units.len().to_string()), "{lang}: {code} in {lines:?}");
        let page = &pages[&format!("/{lang}/findings/{code}/")];
        units.iter().for_each(|unit| assert!(page.contains(&format!("/{unit}/\">")), "{lang}: {code} of {unit}"));
        assert!(pages.contains_key(&format!("/{lang}/help/{code}/")), "{code} is not explained");
    }
    assert_eq!(lines.len(), counts.len(), "{lang}");
}

/// Every event has a page, with its hash and its place, and its bytes one click away.
fn events(address: SocketAddr, pages: &BTreeMap<String, String>, lang: &str, told: &[Value]) {
    for event in told {
        let at = format!("/{lang}/log/{}/", event["sequence"]);
        let (page, hash) = (pages.get(&at).expect("a page of the event"), event["event"].as_str().expect("a hash"));
        assert!(page.contains(hash), "{lang}: {event}");
        let link = attributes(page, "href").into_iter().find(|link| link.ends_with("/bytes")).expect("a link");
        if lang == "en" {
            let bytes = fetched(&format!("http://{address}{}", resolved(&at, link))).0;
            assert_eq!(Envelope::hash(&bytes).to_string(), hash, "{event}");
        }
    }
}

/// What is typed into the search leads where it is.
fn searched(address: SocketAddr, lang: &str) {
    let leads = |typed: &str| {
        let answer = get(address, &format!("/{lang}/log/?q={typed}"));
        (answer.status, answer.header("location").unwrap_or_default().to_owned())
    };
    let event = get(address, "/v1/events/3").is(200).json()["data"]["event"].as_str().expect("a hash").to_owned();
    let print =
        get(address, "/v1/checkpoint").is(200).json()["fingerprint"].as_str().expect("digits").replace(' ', "+");
    assert_eq!(leads("3"), (303, "../log/3/".to_owned()));
    assert_eq!(leads(&event), (303, "../log/3/".to_owned()));
    // Whoever types nothing sees the log.
    assert!([(303, "../log/".to_owned()), (200, String::new())].contains(&leads("")), "{:?}", leads(""));
    assert!(leads("01.001").1.ends_with("/01.001/"), "{:?}", leads("01.001"));
    let (status, part) = leads(&print);
    assert!(status == 303 && part.starts_with("../log/part/"), "{part}");
    let nothing = get(address, &format!("/{lang}/log/?q=%3Cb%3Enothing")).is(200);
    assert!(nothing.body.contains("&#60;b&#62;nothing"), "what is typed is shown as it is, and is no HTML");
}

#[test]
fn what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
    let served = Served::ready(&SMALL);
    for path in ["/en/nothing", "/az/contests/x/", "/ru/log/99999/", "/en/findings/R11/", "/en/a/b/c/d", "/en/help/X1/"]
    {
        let page = served.get(path).is(404);
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(attributes(&page.body, "lang")[0], &path[1..3], "{path}");
        let style = attributes(&page.body, "href").into_iter().find(|link| link.ends_with(".css")).expect("a style");
        served.get(&resolved(path, style)).is(200);
        let json = [("Accept", "application/json")];
        exchange(served.address, "GET", path, &json, &[]).expect("it answers").is(404).problem("U9");
    }
    assert_eq!(served.get("/en/log").is(308).header("location"), Some("log/"));
    served.get("/").is(303);
}

#[test]
fn who_is_refused_before_any_page_is_told_so_in_words_or_as_a_problem() {
    let limits = Limits { body_bytes: Bytes(1024), ..Limits::SERVICE };
    let (running, _) = in_process_within(&founded(&SMALL), late, 100, SCRUB_REST, limits);
    let browser = [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), ("Accept-Language", "ru")];
    let large = vec![0; 2048];
    for (method, path, body, status, code) in
        [("GET", "/nothing", &[][..], 404, "U9"), ("POST", "/v1/submissions", &large[..], 413, "U3")]
    {
        let ask =
            |headers: &[(&str, &str)]| exchange(running.address(), method, path, headers, body).expect("it answers");
        let page = ask(&browser).is(status);
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert!(page.header("content-security-policy").is_some_and(|told| told.starts_with("default-src 'none'")));
        assert_eq!(attributes(&page.body, "lang"), ["ru"], "{path}");
        let says = ask(&[("Accept-Language", "ru")]).is(status).problem(code)["says"].clone();
        assert!(text(&page.body).contains(&text(says.as_str().expect("words"))), "{}", page.body);
    }
    running.stop().expect("it ends as it was told");
}

#[test]
fn every_page_leads_to_the_desk_of_the_commission() {
    let served = Served::ready(&SMALL);
    for lang in LANGS {
        let page = served.get(&format!("/{lang}/turnout/")).is(200).body;
        let desk = format!("../../desk/{lang}/");
        assert!(attributes(&page, "href").contains(&desk.as_str()), "{lang}");
    }
}

fn late() -> Millis {
    after(OPENS + 1)
}

#[test]
fn a_log_that_is_not_out_yet_is_not_linked_to_and_the_page_says_so() {
    let small = Small { gate: Some(OPENS), ..SMALL };
    let machine = founded(&small);
    let (running, _) = in_process(&machine, late, 100, SCRUB_REST);
    let address = running.address();
    let linked = |path: &str| {
        let page = get(address, path).is(200).body;
        attributes(&page, "href").iter().any(|link| link.ends_with("log/checkpoint"))
    };
    // Figures may be told, and the newest event is from before.
    let pages = crawl(address, |_, _| false);
    assert!(pages["/en/check/"].contains("The log is not out here yet"), "{}", pages["/en/check/"]);
    assert!(!linked("/en/check/") && !linked("/en/data/"));
    let papers = small.structure();
    exchange(address, "POST", "/v1/submissions", &[BYTES], &papers[0].to_file()).expect("it answers").is(201);
    crawl(address, |_, _| false);
    assert!(linked("/en/check/") && linked("/en/data/"));
    running.stop().expect("it ends as it was told");
}

/// When figures are published, in milliseconds after the founding.
const OPENS: u64 = 1_000_000;
static NOW: AtomicU64 = AtomicU64::new(10_000);

fn clock() -> Millis {
    after(NOW.load(Ordering::Relaxed))
}

#[test]
fn behind_a_closed_gate_no_page_has_a_figure() {
    let small = Small { gate: Some(OPENS), ..SMALL };
    let machine = founded(&small);
    let (running, _) = in_process(&machine, clock, 100, SCRUB_REST);
    let address = running.address();
    // No other number of a page is like these.
    let votes = [3_141_592, 2_718_281, 1_414_213];
    let body = Body::ProtocolSubmitted(protocol(paper("round-1", "01.001"), figures(votes)));
    let papers = [small.structure(), vec![signed(small.ledger(), after(2000), body, &quorum("01.001"))]].concat();
    for paper in papers {
        exchange(address, "POST", "/v1/submissions", &[BYTES], &paper.to_file()).expect("it answers").is(201);
    }
    let tells = |page: &str| {
        let text = text(page);
        votes.iter().any(|votes| text.contains(&votes.to_string()) || page.contains(&hex::encode(votes.to_le_bytes())))
    };
    // Programs are told that it is shut, and the published log grows when it opens.
    let is_shut = |path: &str, status| (path.starts_with("/v1/"), status) == (true, 403) || path.starts_with("/log/");
    let mut shut: Vec<_> = crawl(address, is_shut).into_iter().collect();
    assert!(shut.len() > 100, "{}", shut.len());
    shut.retain(|(_, page)| tells(page));
    assert!(shut.is_empty(), "{:?}", shut.iter().map(|(path, _)| path).collect::<Vec<_>>());
    let size = get(address, "/v1/checkpoint").is(200).json()["size"].as_u64().expect("a size");
    NOW.store(OPENS, Ordering::Relaxed);
    for path in [format!("/en/log/{}/", size - 1), "/az/contests/round-1/01.001/".to_owned(), "/ru/".to_owned()] {
        let page = get(address, &path).is(200).body;
        assert!(tells(&page), "{path} tells nothing once it may");
    }
    running.stop().expect("it ends as it was told");
}
