//! The table of limits, and the page that is made from it.

use std::fs;
use std::path::Path;

use protokol::ledger::note::witness::ADD_CHECKPOINT_BYTES_MAX;
use protokol::server::api::bounds;
use protokol::server::limits::Limits;

const PAGE: &str = "docs/limits.md";
const ABOVE: &str = "\
# What a server allows

Whoever asks a server of ours may be slow, loud or a liar, and still everybody else is served and memory stays bounded.
This is what it allows. The table is made from `src/server/limits.rs`, and a test holds it.

Of whom a limit speaks as an address: an IPv4 address, or the first 64 bits of an IPv6 address. Behind a proxy it is the
address that the proxy says, where the operator named the proxy as trusted; what anybody else says of himself changes
nothing.

| limit | a witness | the service | what it bounds, and why there |
| --- | --- | --- | --- |
";

const OF_THE_SERVICE: &str = "
## What the service of an election night bounds besides

Made from `src/server/api/bounds.rs`.

| bound | what it is | what it bounds, and why there |
| --- | --- | --- |
";

#[test]
fn the_page_is_the_table() {
    let mut page = ABOVE.to_owned();
    for row in Limits::table() {
        page.push_str(&format!("| `{}` | {} | {} | {} |\n", row.name, row.witness, row.service, row.why));
    }
    page.push_str(OF_THE_SERVICE);
    for row in bounds::table() {
        page.push_str(&format!("| `{}` | {} | {} |\n", row.name, row.value, row.why));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).expect("it can be written");
    }
    assert_eq!(fs::read_to_string(path).expect("it is there"), page, "UPDATE_GOLDEN=1 writes {PAGE}");
}

#[test]
fn the_limits_fit_each_other() {
    for limits in [Limits::WITNESS, Limits::SERVICE] {
        assert!(limits.streams < limits.connections, "streams leave places to others");
        assert!(limits.streams_per_address <= limits.streams && limits.streams_per_address > 0);
        assert!(limits.large_bodies_per_address <= limits.large_bodies && limits.large_bodies_per_address > 0);
        assert!(limits.small_body_bytes <= limits.body_bytes && limits.small_body_time <= limits.body_time);
        assert!(limits.lifetime > limits.head_time + limits.body_time, "one request fits into a connection");
        let held = limits.connections * limits.small_body_bytes.0 + limits.large_bodies * limits.body_bytes.0;
        assert!(held <= 700 << 20, "{held} bytes of bodies at once");
        let unread = limits.connections * limits.small_answer_bytes.0 + limits.answers_bytes.0;
        assert!(unread <= 400 << 20, "{unread} bytes of answers at once");
        assert!(limits.answers_bytes_per_address < limits.answers_bytes);
    }
    const { assert!(Limits::WITNESS.body_bytes.0 >= ADD_CHECKPOINT_BYTES_MAX, "the witness itself says what is too large") };
}
