//! A rehearsal that is served when it is over, and one that is handed in to a service.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::exchange;
use crate::kit::election;
use crate::kit::program::Machine;

/// Where a rehearsal that is being served answers, and the URLs that it prints.
fn answers(child: &mut Child) -> (SocketAddr, Vec<String>) {
    let out = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut urls = Vec::new();
    for line in out.lines() {
        let line = line.expect("it is read");
        urls.extend(line.split_whitespace().filter(|word| word.starts_with("http://")).map(str::to_owned));
        if urls.len() == 5 {
            break;
        }
    }
    let address = urls.remove(0);
    (address.strip_prefix("http://").expect("a URL").parse().expect("an address"), urls)
}

#[test]
fn a_rehearsal_is_served_when_it_is_over_until_it_is_told_to_end() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let mut command = machine.command("rehearse election --serve --listen 127.0.0.1:0");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let (address, urls) = answers(&mut child);
    let asked = |url: &String| {
        let path = url.strip_prefix(&format!("http://{address}")).expect("it is of the service");
        exchange(address, "GET", path, &[], &[]).expect("it answers").is(200)
    };
    let (pages, rest) = urls.split_first().expect("the pages first");
    assert_eq!(*pages, format!("http://{address}/"));
    let first = exchange(address, "GET", "/", &[], &[]).expect("it answers").is(303);
    assert_eq!(first.header("location"), Some("en/"), "{first:?}");
    let [index, totals, log] = <[_; 3]>::try_from(rest.iter().map(asked).collect::<Vec<_>>()).expect("three");
    assert_eq!(totals.json()["rehearsal"], true, "{totals:?}");
    assert_eq!(log.body.lines().nth(1).map(str::to_owned), Some(totals.json()["as_of"].to_string()));
    assert!(index.body.contains("/v1/totals"), "{index:?}");
    // Control-C: what interrupts a rehearsal ends a service in order.
    kill_process(Pid::from_child(&child), Signal::INT).expect("it runs");
    let status = child.wait().expect("it was started");
    assert!(status.success(), "{status}");
    let again = machine.json("rehearse election --continue");
    assert_eq!(again["size"].to_string(), log.body.lines().nth(1).expect("a size"));
    assert_eq!(machine.fails("rehearse election --continue --serve", 2)["code"], "U1");
    machine.run("rehearse election --continue --listen 127.0.0.1:0").exits(2);
}
