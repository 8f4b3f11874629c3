//! Who asks: only a proxy that is named is believed, and only as far as it saw.

use axum::http::HeaderMap;
use axum::http::header::{FORWARDED, HeaderName, HeaderValue};
use proptest::prelude::*;
use protokol::server::limits::Limits;
use protokol::server::peer::{Block, ForwardedIn, Prefix, Trusted};
use protokol::server::rates::Rate;
use protokol::server::setting::Setting;

use super::{get_of, peer, said, server, status_of};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

fn blocks(texts: &[&str]) -> Vec<Block> {
    texts.iter().map(|text| text.parse().expect("a block")).collect()
}

fn trusted(header: ForwardedIn) -> Trusted {
    Trusted { proxies: blocks(&["10.0.0.0/8", "2001:db8:0:1::/64", "192.0.2.1"]), header }
}

fn client(trusted: &Trusted, peer: &str, name: HeaderName, lines: &[&str]) -> String {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append(&name, HeaderValue::from_str(line).expect("a header"));
    }
    trusted.client(peer.parse().expect("an address"), &headers).to_string()
}

#[test]
fn hops_are_counted_from_the_right() {
    let trusted = trusted(ForwardedIn::XForwardedFor);
    for (peer, lines, expected) in [
        ("198.51.100.7", &["203.0.113.9"][..], "198.51.100.7"),
        ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
        ("::ffff:10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1, 203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1, 203.0.113.9, 10.9.9.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1, 203.0.113.9", "192.0.2.1,10.9.9.9"], "203.0.113.9"),
        ("10.0.0.1", &["1.1.1.1, 203.0.113.9:4711"], "203.0.113.9"),
        ("10.0.0.1", &["[2001:db8::9]:4711, 2001:db8:0:1::5"], "2001:db8::9"),
        ("10.0.0.1", &["1.1.1.1, nobody"], "10.0.0.1"),
        ("10.0.0.1", &["1.1.1.1, nobody, 10.0.0.2"], "10.0.0.2"),
        ("10.0.0.1", &["1.1.1.1, "], "10.0.0.1"),
        ("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
        ("10.0.0.1", &[], "10.0.0.1"),
    ] {
        assert_eq!(client(&trusted, peer, X_FORWARDED_FOR, lines), expected, "{peer} {lines:?}");
        assert_eq!(client(&trusted, peer, FORWARDED, lines), peer.replace("::ffff:", ""), "another header is not read");
        assert_eq!(client(&Trusted::default(), peer, X_FORWARDED_FOR, lines), peer.replace("::ffff:", ""), "nobody");
    }
}

#[test]
fn the_standard_header_is_read_where_it_is_named() {
    let trusted = trusted(ForwardedIn::Forwarded);
    for (lines, expected) in [
        (&["for=203.0.113.9"][..], "203.0.113.9"),
        (&["for=1.1.1.1, For=203.0.113.9;proto=https;by=10.0.0.1"], "203.0.113.9"),
        (&["for=1.1.1.1", "proto=http; for=\"203.0.113.9:99\""], "203.0.113.9"),
        (&["for=\"[2001:db8::9]:4711\", for=10.0.0.9"], "2001:db8::9"),
        (&["for=1.1.1.1, for=_hidden"], "10.0.0.1"),
        (&["for=1.1.1.1, for=unknown"], "10.0.0.1"),
        (&["for=1.1.1.1, proto=https"], "10.0.0.1"),
    ] {
        assert_eq!(client(&trusted, "10.0.0.1", FORWARDED, lines), expected, "{lines:?}");
    }
}

#[test]
fn blocks_are_spelt_exactly() {
    for text in ["", "a", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/", "10.0.0.0/-1", "2001:db8::1/64", "::/129", "10/8"] {
        assert!(text.parse::<Block>().is_err(), "{text}");
    }
    let everything = blocks(&["0.0.0.0/0", "::/0"]);
    let address = |text: &str| text.parse().expect("an address");
    assert!(everything[0].has(address("203.0.113.9")) && !everything[0].has(address("2001:db8::9")));
    assert!(everything[1].has(address("2001:db8::9")) && !everything[1].has(address("203.0.113.9")));
}

#[test]
fn an_ipv6_household_is_one_and_a_log_names_nobody() {
    let of = |text: &str| Prefix::of(text.parse().expect("an address"));
    assert_eq!(of("2001:db8:1:2::9"), of("2001:db8:1:2:ffff::"));
    assert_ne!(of("2001:db8:1:2::9"), of("2001:db8:1:3::9"));
    assert_eq!(of("2001:db8:1:2::9").network(), of("2001:db8:1:3::9").network());
    assert_ne!(of("2001:db8:1:2::9").network(), of("2001:db8:2:2::9").network());
    assert_eq!(of("203.0.113.9"), of("::ffff:203.0.113.9"));
    assert_ne!(of("203.0.113.9"), of("203.0.113.8"));
    assert_eq!(of("203.0.113.9").network(), None);
    assert_eq!(of("203.0.113.9").to_string(), "203.0.113.0/24");
    assert_eq!(of("2001:db8:1:2::9").to_string(), "2001:db8:1::/48");
}

proptest! {
    /// Whatever an asker writes into the header before the proxy appends his address, he stays who he is.
    #[test]
    fn what_the_asker_writes_changes_nothing(forged in prop::collection::vec("[ -~]{0,40}", 0..4)) {
        let said = format!("{}, 203.0.113.9", forged.join(", "));
        let trusted = trusted(ForwardedIn::XForwardedFor);
        prop_assert_eq!(client(&trusted, "10.0.0.1", X_FORWARDED_FOR, &[&said]), "203.0.113.9");
        let lines: Vec<&str> = forged.iter().map(String::as_str).collect();
        prop_assert_eq!(client(&trusted, "203.0.113.9", X_FORWARDED_FOR, &lines), "203.0.113.9");
    }
}

/// Over the network: who lies about himself is still counted as one, and whom a trusted proxy names each for himself.
#[test]
fn who_lies_about_himself_is_counted_as_one() {
    let limits = Limits { address_rate: Rate { burst: 5, per_minute: 1 }, ..Limits::SERVICE };
    let proxy = Trusted { proxies: blocks(&["127.0.0.9"]), header: ForwardedIn::XForwardedFor };
    let server = server(Setting { trusted: proxy, ..limits.into() });
    let ask = |from: u8, says: &str| {
        let answer = said(peer(from), server.address(), &get_of("/", &format!("X-Forwarded-For: {says}\r\n")));
        (status_of(&answer).unwrap_or_default(), answer)
    };
    let lies: Vec<u16> = (0..8).map(|number| ask(2, &format!("203.0.113.{number}")).0).collect();
    assert_eq!(lies, [200, 200, 200, 200, 200, 429, 429, 429]);
    let (_, refused) = ask(2, "203.0.113.77");
    assert!(refused.to_ascii_lowercase().contains("\r\nretry-after: "), "{refused}");
    assert_eq!(ask(3, "127.0.0.2").0, 200, "another address");
    let named: Vec<u16> = (0..8).map(|number| ask(9, &format!("203.0.113.{number}")).0).collect();
    assert_eq!(named, [200; 8], "each for himself");
    let forged: Vec<u16> = (0..8).map(|number| ask(9, &format!("1.1.1.{number}, 198.51.100.1")).0).collect();
    assert_eq!(forged, [200, 200, 200, 200, 200, 429, 429, 429], "one behind the proxy who lies");
}
