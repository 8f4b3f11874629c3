//! The pages as files: every link leads to one of them, nothing is asked of anybody else, and the same checkpoint gives the
//! same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use protokol::crypto::base64;
use protokol::ledger::envelope::Envelope;

use super::rehearsed;
use crate::kit::program;

/// Every file of a site, by its path below it.
pub fn files(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |path: &Path| path.strip_prefix(site).unwrap_or(path).to_string_lossy().into_owned();
    program::files(site).into_iter().map(|(path, bytes)| (name(&path), bytes)).collect()
}

/// The pages among them, as texts.
fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    let pages = files.iter().filter(|(name, _)| name.ends_with("index.html"));
    pages.map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

/// What an attribute is, wherever a page has it.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let begins = format!(" {name}=\"");
    page.split(begins.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The file that a relative link leads to from a page, as a file server finds it.
fn target(page: &str, link: &str) -> String {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let mut folders: Vec<_> = page.split('/').collect();
    folders.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => assert!(folders.pop().is_some(), "{page}: {link} leads out of the site"),
            folder => folders.push(folder),
        }
    }
    let path = folders.join("/");
    if link.is_empty() {
        page.to_owned()
    } else if link.ends_with('/') || link.ends_with("..") {
        format!("{path}/index.html").trim_start_matches('/').to_owned()
    } else {
        path
    }
}

#[test]
fn every_link_of_every_page_leads_to_a_file_of_the_site() {
    let machine = rehearsed();
    machine.ok("export --site site-links");
    is_whole(&files(&machine.path("site-links")));
}

/// Every link of every page leads to a file.
pub fn is_whole(files: &BTreeMap<String, Vec<u8>>) {
    let mut broken = BTreeSet::new();
    for (page, text) in pages(files) {
        for link in [attributes(text, "href"), attributes(text, "src"), attributes(text, "action")].concat() {
            if link.starts_with("data:") {
                continue;
            }
            assert!(!link.contains("://") && !link.starts_with("//"), "{page} leads to another host: {link}");
            assert!(!link.starts_with('/'), "{page} is not where it was made for: {link}");
            let target = target(page, link);
            if !files.contains_key(&target) {
                broken.insert(format!("{target}, from {page}"));
            }
        }
    }
    assert!(broken.is_empty(), "{} lead nowhere: {:#?}", broken.len(), broken.iter().take(20).collect::<Vec<_>>());
    for lang in ["en", "az", "ru"] {
        assert!(files.contains_key(&format!("{lang}/contests/main/index.html")), "{lang}: {:?}", files.keys().next());
    }
}

#[test]
fn every_event_has_its_bytes_one_click_away() {
    let machine = rehearsed();
    machine.ok("export --site site-bytes");
    let files = files(&machine.path("site-bytes"));
    let size = machine.json("show checkpoint")["size"].as_u64().expect("a size");
    for sequence in 0..size {
        let page = std::str::from_utf8(&files[&format!("en/log/{sequence}/index.html")]).expect("UTF-8");
        let held = "data:application/octet-stream;base64,";
        let bytes = attributes(page, "href").into_iter().find_map(|link| link.strip_prefix(held)).expect("a link");
        let bytes = base64::decode(bytes).expect("base64");
        assert!(page.contains(&Envelope::hash(&bytes).to_string()), "{sequence}: of other bytes than the page says");
    }
}

#[test]
fn words_that_are_not_in_the_language_of_the_page_say_in_which_they_are() {
    let machine = rehearsed();
    machine.ok("export --site site-words");
    let site = files(&machine.path("site-words"));
    let pages: BTreeMap<_, _> = pages(&site).collect();
    for word in ["An invented election", "The contest"] {
        let marked = format!("<bdi lang=\"en\">{word}</bdi>");
        for page in ["index.html", "turnout/index.html", "candidates/index.html", "contests/main/index.html"] {
            assert!(pages[format!("az/{page}").as_str()].contains(&marked), "az/{page}: {word}");
            assert!(!pages[format!("en/{page}").as_str()].contains("<bdi"), "en/{page}: {word}");
        }
    }
    let attributes = pages.values().flat_map(|page| ["aria-label", "alt", "title"].map(|name| attributes(page, name)));
    assert!(attributes.flatten().all(|said| !said.contains('<')), "a mark stands in an attribute");
}

#[test]
fn a_page_runs_and_draws_nothing_that_is_not_of_the_site() {
    let machine = rehearsed();
    machine.ok("export --site site-inline");
    for (page, text) in pages(&files(&machine.path("site-inline"))) {
        assert!(!text.contains("<style") && attributes(text, "style").is_empty(), "{page} has a style of its own");
        let scripts: Vec<_> = text.split("<script").skip(1).collect();
        assert!(scripts.iter().all(|script| script.starts_with(" src=\"")), "{page} has a script of its own");
        assert!(!text.contains(" onclick=") && !text.contains("javascript:"), "{page} runs something");
    }
}

#[test]
fn the_same_checkpoint_gives_the_same_files_and_none_over_another() {
    let machine = rehearsed();
    machine.ok("export --site site-once");
    machine.ok("export --site site-twice");
    let [once, twice] = ["site-once", "site-twice"].map(|site| files(&machine.path(site)));
    assert!(once == twice, "not the same files");
    machine.fails("export --site site-once", 7);
}
