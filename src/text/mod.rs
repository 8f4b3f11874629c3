//! stub
#![allow(missing_docs)]
use crate::domain::Body;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::manifest::Manifest;
use crate::domain::rejection::Rejection;
use crate::ledger::submission::SubmissionError;
use crate::tally::Finding;
use crate::tally::paper::Standing;
use crate::verify::{Fault, Report};
#[derive(Debug, Clone, Copy)]
pub enum Lang {
    En,
}
impl std::str::FromStr for Lang {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        if s == "en" { Ok(Self::En) } else { Err(format!("{s} is not there")) }
    }
}
impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("en")
    }
}
pub struct Said {
    pub says: String,
    pub act: String,
}
pub struct Explanation {
    pub what: &'static str,
    pub act: &'static str,
}
pub fn explain(_: Lang, _: Code) -> Explanation {
    Explanation { what: "what", act: "act" }
}
pub fn rejection(_: Lang, r: &Rejection) -> Said {
    Said { says: format!("{r:?}"), act: "act".into() }
}
pub fn submission_error(_: Lang, r: &SubmissionError) -> Said {
    Said { says: format!("{r:?}"), act: "act".into() }
}
pub fn finding(_: Lang, f: &Finding, _: &Manifest) -> String {
    format!("{:?}", f.cells)
}
pub fn fault(_: Lang, f: &Fault) -> String {
    format!("{f:?}")
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ok,
    Failed,
    Note,
    Skipped,
}
pub struct CheckLine {
    pub name: &'static str,
    pub status: Status,
    pub detail: String,
}
pub fn verification(_: Lang, _: &Report, _: Option<&str>) -> Vec<CheckLine> {
    vec![]
}
pub fn number(_: Lang, n: impl Into<i128>) -> String {
    n.into().to_string()
}
pub fn words(_: Lang, n: u64) -> String {
    n.to_string()
}
pub fn share(_: Lang, v: u64, of: u64) -> String {
    format!("{v}/{of}")
}
pub fn statement_line(_: Lang, b: &Body) -> String {
    b.kind().name().to_owned()
}
pub fn standing(_: Lang, _: Standing) -> &'static str {
    "x"
}
pub fn office(_: Lang, _: Office) -> &'static str {
    "x"
}
