//! An enrolment slip as a page for a printer: what it says in words and as a QR code, and the fingerprint that is compared.

use askama::Template;

use super::super::words::slips::{self as words};
use crate::ledger::files::slip::EnrolmentSlip;
use crate::text::{self, Label, Lang};
use crate::view::qr::QrSymbol;

/// The page. The template only places what stands here.
#[derive(Debug, Template)]
#[template(path = "slip.html", config = "src/cli/print/askama.toml")]
struct Page {
    lang: Lang,
    title: &'static str,
    election: String,
    /// Name and value: who, and which key.
    facts: Vec<(&'static str, String)>,
    key: (&'static str, String),
    fingerprint: (&'static str, String),
    /// What the member and the officer do with it.
    steps: [&'static str; 3],
    /// What is signed by hand below.
    lines: [&'static str; 2],
    qr: Option<QrSymbol>,
    held: &'static str,
}

/// The page as one file that needs nothing else.
pub fn page(slip: &EnrolmentSlip, lang: Lang) -> String {
    let holder = slip.holder();
    let mut facts = vec![
        (say!(lang, words::slip_page_name), holder.name.to_string()),
        (text::label(lang, Label::Unit), holder.unit.to_string()),
        (say!(lang, words::slip_page_office), text::office(lang, holder.office).to_owned()),
    ];
    facts.extend(holder.seat.map(|seat| (say!(lang, words::slip_page_seat), seat.to_string())));
    if !holder.nominated_by.is_empty() {
        facts.push((say!(lang, words::slip_page_nominated_by), holder.nominated_by.to_string()));
    }
    let page = Page {
        lang,
        title: say!(lang, words::slip_page_title),
        election: holder.election.to_string(),
        facts,
        key: (say!(lang, words::slip_page_key), slip.key().to_string()),
        fingerprint: (text::label(lang, Label::Fingerprint), slip.key().fingerprint()),
        steps: [
            say!(lang, words::slip_page_hand),
            say!(lang, words::slip_page_compare),
            say!(lang, words::slip_page_keep),
        ],
        lines: [say!(lang, words::slip_page_member), say!(lang, words::slip_page_officer)],
        qr: QrSymbol::of(&slip.to_string()),
        held: say!(lang, words::slip_page_held),
    };
    page.render().expect("nothing in the page can fail to be written to memory")
}
