//! What was typed and what came back, as a text that is kept. Hashes and keys are numbered in the order in which they
//! come, so that the same one is seen to be the same; the clock's times are blotted out.

use std::path::Path;

use serde_json::Value;

use super::office::Office;
use crate::kit::program::filled;

/// What is typed at a desk of the office, and what is answered.
pub struct Story<'a> {
    office: &'a Office,
    text: String,
    /// What is typed besides where the log's key changes.
    pub next_log_key: &'static str,
}

impl<'a> Story<'a> {
    pub fn new(office: &'a Office) -> Self {
        Self { office, text: String::new(), next_log_key: "" }
    }

    /// The life of one statement: drafted, filled in, checked, signed by exactly those who must, handed in, and told.
    /// Where several must sign, the first alone is not enough.
    pub fn life(&mut self, typed: &str, values: &[(&str, &str)], signers: &[&str]) {
        self.draft(typed, values, "");
        self.signed_and_sealed(typed, signers);
    }

    /// A draft, as it stands there when it is filled in; `more` is typed below it.
    pub fn draft(&mut self, typed: &str, values: &[(&str, &str)], more: &str) {
        let machine = &self.office.machine;
        let blank = machine.json(&format!("draft {typed}"))["draft"].as_str().expect("a draft").to_owned();
        let draft = filled(&blank, values) + more;
        machine.write("draft.toml", &draft);
        self.text += &format!("$ protokol draft {typed}\n{draft}\n");
    }

    /// What becomes of the draft that was written last.
    pub fn signed_and_sealed(&mut self, typed: &str, signers: &[&str]) {
        let kind = typed.split(' ').next().expect("a kind");
        self.run("check draft.toml");
        let mut paper = "draft.toml";
        for (at, signer) in signers.iter().enumerate() {
            if at + 1 == signers.len() && at > 0 {
                self.refused("submit draft.submission --log-key log.key", "R11");
            }
            self.run(&format!("sign {paper} --key {signer}.key --yes"));
            paper = "draft.submission";
        }
        if !self.next_log_key.is_empty() {
            self.refused("submit draft.submission --log-key log.key", "R38");
        }
        self.run(&format!("submit draft.submission --log-key log.key{}", self.next_log_key));
        let log_key = if self.next_log_key.is_empty() { "log.key" } else { "next-log.key" };
        let again = self.office.machine.json(&format!("submit draft.submission --log-key {log_key}"));
        assert_eq!(again["status"], "already", "a statement is admitted once");
        std::fs::remove_file(self.office.machine.path("draft.submission")).expect("it was signed");
        std::fs::remove_file(self.office.machine.path("draft.tlog-proof")).expect("it has its receipt");
        let logged = self.office.machine.ok(&format!("log --kind {kind} --json"));
        let last = logged.lines().pop().expect("it is in the log");
        self.text += &format!("$ protokol log --kind {kind}\n{last}\n");
        self.office.machine.ok("verify");
    }

    /// What is typed, and its one object.
    pub fn run(&mut self, typed: &str) {
        let mut value = self.office.machine.json(typed);
        // It hangs on the hour of the test.
        value.as_object_mut().expect("an object").remove("fingerprint");
        self.text += &format!("$ protokol {typed}\n{value}\n");
    }

    /// What is typed, and the part of its object that this is about.
    pub fn part(&mut self, typed: &str, pointer: &str) {
        let value = self.office.machine.json(typed);
        let part = value.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {value}"));
        self.text += &format!("$ protokol {typed}  # {pointer}\n{part}\n");
    }

    /// What is typed and refused.
    pub fn refused(&mut self, typed: &str, code: &str) {
        let error = self.office.machine.fails(typed, 6);
        assert_eq!(error["code"], code, "{error}");
        self.text += &format!("$ protokol {typed}\n{}\n", Value::from(format!("refused: {code}")));
    }

    /// Holds it against what is kept.
    pub fn holds(self, name: &str) {
        let told = blotted(&self.text);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/program/kinds/golden/{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &told).expect("the golden files can be written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = told.lines().zip(kept.lines().chain([""])).find(|(told, kept)| told != kept);
        let hint = "if that is right: UPDATE_GOLDEN=1 cargo test --test program kinds";
        assert!(told == kept, "golden/{name}.txt differs, first in {differs:#?}\n{hint}");
    }
}

/// Hashes and keys, numbered also where they are shortened to `…`; instants, blotted out.
fn blotted(text: &str) -> String {
    let mut seen: Vec<String> = Vec::new();
    let (mut told, mut word) = (String::new(), String::new());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '.') {
            word.push(c);
            continue;
        }
        let is_hash = word.len() == 64 || (word.len() == 16 && c == '…');
        told += &match word.len() {
            _ if is_hash && word.bytes().all(|b| b.is_ascii_hexdigit()) => numbered(&word, &mut seen),
            20.. if word.ends_with('Z') && word.as_bytes()[10] == b'T' => "<time>".to_owned(),
            _ => word.clone(),
        };
        word.clear();
        told.push(c);
    }
    told + &word
}

fn numbered(hash: &str, seen: &mut Vec<String>) -> String {
    let at = seen.iter().position(|other| other.starts_with(hash)).unwrap_or_else(|| {
        seen.push(hash.to_owned());
        seen.len() - 1
    });
    format!("<{}>", at + 1)
}
