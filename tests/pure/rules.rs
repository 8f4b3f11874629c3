//! `docs/rules.md` is generated from the code, and this holds it current. `UPDATE_DOCS=1 cargo test --test pure rules`
//! writes it.

use std::fmt::Write;
use std::path::Path;

use protokol::domain::code::Code;
use protokol::domain::manifest::{CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, TIERS_MAX};
use protokol::domain::protocol::ATTACHMENTS_MAX;
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::Kind;
use protokol::domain::summary::LEFT_OUT_MAX;
use protokol::domain::text::TEXT_BYTES_MAX;
use protokol::text::{Lang, event_kind, explain, signed_by};

/// The families of codes, in the order of the page.
const FAMILIES: [(char, &str); 9] = [
    ('R', "Refused: the ledger does not take it"),
    ('T', "Turnout: accepted, and told"),
    ('S', "Summaries: accepted, and told"),
    ('O', "Opening items: accepted, and told"),
    ('C', "Observers' copies: accepted, and told"),
    ('D', "Deadlines: accepted, and told"),
    ('L', "Certified results held against who leads: accepted, and told"),
    ('V', "Verification: something is wrong with a ledger or a receipt"),
    ('U', "Usage and input"),
];

fn page() -> String {
    let mut page = String::from("# The rules\n\nGenerated from the code; a test holds it current.\n\n");
    let mut line = |text: std::fmt::Arguments<'_>| writeln!(page, "{text}").expect("a string takes everything");
    line(format_args!(
        "Rules version {}. A ledger names its version in the founding act, and each version is frozen.\n",
        RulesVersion::FOUNDING
    ));
    line(format_args!("## Who says what\n\n| no | kind | draft | what | signed by |\n| --- | --- | --- | --- | --- |"));
    for kind in Kind::ALL {
        let (what, who) = (event_kind(Lang::En, *kind), signed_by(Lang::En, *kind));
        line(format_args!("| {} | `{}` | `{}` | {what} | {who} |", kind.number(), kind.name(), kind.word()));
    }
    line(format_args!("\n## Limits\n\n| what | at most |\n| --- | --- |"));
    let limits = [
        ("tiers", TIERS_MAX),
        ("items of a form", ITEMS_MAX),
        ("checks of a form", CHECKS_MAX),
        ("members of a commission", usize::from(MEMBERS_MAX)),
        ("attachments of a protocol", ATTACHMENTS_MAX),
        ("units that a summary leaves out", LEFT_OUT_MAX),
        ("bytes of a text", TEXT_BYTES_MAX),
    ];
    for (what, limit) in limits {
        line(format_args!("| {what} | {limit} |"));
    }
    line(format_args!("\n## Codes\n\nE and W codes are the election's own: its manifest defines them."));
    for (family, title) in FAMILIES {
        line(format_args!("\n### {title}\n\n| code | what it means | what to do |\n| --- | --- | --- |"));
        for code in Code::ALL.iter().filter(|code| code.as_str().starts_with(family)) {
            let explanation = explain(Lang::En, *code);
            line(format_args!("| {code} | {} | {} |", explanation.what, explanation.remedy));
        }
    }
    page
}

#[test]
fn the_page_of_rules_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, page()).expect("the docs can be written");
    }
    let written = std::fs::read_to_string(&path).expect("docs/rules.md is there");
    assert!(written == page(), "docs/rules.md is not current: run UPDATE_DOCS=1 cargo test --test pure rules");
}

#[test]
fn every_code_has_a_family() {
    for code in Code::ALL {
        assert!(FAMILIES.iter().any(|(family, _)| code.as_str().starts_with(*family)), "{code}");
    }
}
