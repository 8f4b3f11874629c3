//! The map: every page that there is, and its address. The address of a page is that of its folder, so that the same
//! links hold on a service and on any file server.

use std::fmt;
use std::str::FromStr;

use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;

/// A page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// What the contests come to: the first page.
    Results,
    /// A contest, constituency by constituency.
    Contest(ContestId),
    /// A further part of its constituencies: those from this times [`UNITS_A_PAGE`] on; never the first.
    ContestPart(ContestId, u64),
    /// A unit in a contest: a constituency, or one protocol.
    Unit(ContestId, UnitId),
    /// A further part of the units directly below one; never the first.
    UnitPart(ContestId, UnitId, u64),
    /// Turnout by hour.
    Turnout,
    /// What does not add up.
    Findings,
    /// What does not add up under one code.
    FindingsOf(String),
    /// A further part of that list: the findings from this times [`FINDINGS_A_PAGE`] on; never the first.
    FindingsPart(String, u64),
    /// How the papers came in through the night.
    Arrivals,
    /// Who is awaited, and whom to call.
    Awaited,
    /// The same of the units directly below one.
    AwaitedOf(ContestId, UnitId),
    /// A further part of that list; never the first.
    AwaitedPart(ContestId, UnitId, u64),
    /// The log, its newest events first.
    Log,
    /// A part of the log: the events from this times [`EVENTS_A_PAGE`] on.
    LogPart(u64),
    /// One event.
    Event(Sequence),
    /// How to check all of it.
    Check,
    /// The data, and the addresses for programs.
    Data,
    /// The keys of the log, and its witnesses.
    Keys,
    /// Who may watch.
    Observers,
    /// A further part of that list: those from this times [`OBSERVERS_A_PAGE`] on; never the first.
    ObserversPart(u64),
    /// Who stands.
    Candidates,
    /// The results in large letters, for a screen.
    Screen,
    /// What a newspaper puts into its page.
    Embed,
    /// A contest's table alone, to stand in another page.
    EmbedTable(ContestId),
    /// The same as an image.
    EmbedImage(ContestId),
    /// What each code means.
    Help,
    /// What one code means.
    Code(String),
}

/// How many units stand side by side at most, before the rest is on further pages.
pub const UNITS_A_PAGE: u64 = 200;
/// How many events a part of the log shows.
pub const EVENTS_A_PAGE: u64 = 100;
/// How many findings a list shows at most, before the rest is on further pages.
pub const FINDINGS_A_PAGE: u64 = 200;
/// How many observers.
pub const OBSERVERS_A_PAGE: u64 = 500;

/// What the image of a contest is called, beside its table.
const IMAGE: &str = "image.svg";
/// What a folder's own page is called by every file server.
const INDEX: &str = "index.html";

/// What a page is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Media {
    /// A page.
    Html,
    /// An image.
    Svg,
}

impl Media {
    /// As `Content-Type` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// An address that no page has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no page has this address")]
pub struct Nowhere;

impl fmt::Display for Place {
    /// The address below the language: empty, or folders that each end with a slash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Results => Ok(()),
            Self::Contest(contest) => write!(f, "contests/{}/", segment(contest.as_str())),
            Self::ContestPart(contest, part) => write!(f, "contests/{}/part/{part}/", segment(contest.as_str())),
            Self::Unit(contest, unit) => {
                write!(f, "contests/{}/{}/", segment(contest.as_str()), segment(unit.as_str()))
            }
            Self::UnitPart(contest, unit, part) => {
                write!(f, "contests/{}/{}/part/{part}/", segment(contest.as_str()), segment(unit.as_str()))
            }
            Self::Turnout => f.write_str("turnout/"),
            Self::Findings => f.write_str("findings/"),
            Self::FindingsOf(code) => write!(f, "findings/{}/", segment(code)),
            Self::FindingsPart(code, part) => write!(f, "findings/{}/part/{part}/", segment(code)),
            Self::Arrivals => f.write_str("arrivals/"),
            Self::Awaited => f.write_str("awaited/"),
            Self::AwaitedOf(contest, unit) => {
                write!(f, "awaited/{}/{}/", segment(contest.as_str()), segment(unit.as_str()))
            }
            Self::AwaitedPart(contest, unit, part) => {
                write!(f, "awaited/{}/{}/part/{part}/", segment(contest.as_str()), segment(unit.as_str()))
            }
            Self::Log => f.write_str("log/"),
            Self::LogPart(part) => write!(f, "log/part/{part}/"),
            Self::Event(Sequence(sequence)) => write!(f, "log/{sequence}/"),
            Self::Check => f.write_str("check/"),
            Self::Data => f.write_str("data/"),
            Self::Keys => f.write_str("keys/"),
            Self::Observers => f.write_str("observers/"),
            Self::ObserversPart(part) => write!(f, "observers/part/{part}/"),
            Self::Candidates => f.write_str("candidates/"),
            Self::Screen => f.write_str("screen/"),
            Self::Embed => f.write_str("embed/"),
            Self::EmbedTable(contest) => write!(f, "embed/{}/", segment(contest.as_str())),
            Self::EmbedImage(contest) => write!(f, "embed/{}/{IMAGE}", segment(contest.as_str())),
            Self::Help => f.write_str("help/"),
            Self::Code(code) => write!(f, "help/{}/", segment(code)),
        }
    }
}

impl FromStr for Place {
    type Err = Nowhere;

    /// Reads an address in its one spelling.
    fn from_str(address: &str) -> Result<Self, Nowhere> {
        let folders: Vec<_> = address.split_terminator('/').map(|folder| folder.trim_matches('~')).collect();
        let place = match folders.as_slice() {
            [] => Self::Results,
            ["contests", contest] => Self::Contest(id(contest)?),
            ["contests", contest, "part", part] => Self::ContestPart(id(contest)?, further(part)?),
            ["contests", contest, unit, "part", part] => Self::UnitPart(id(contest)?, id(unit)?, further(part)?),
            ["contests", contest, unit] => Self::Unit(id(contest)?, id(unit)?),
            ["turnout"] => Self::Turnout,
            ["findings"] => Self::Findings,
            ["findings", code] => Self::FindingsOf((*code).to_owned()),
            ["findings", code, "part", part] => Self::FindingsPart((*code).to_owned(), further(part)?),
            ["arrivals"] => Self::Arrivals,
            ["awaited"] => Self::Awaited,
            ["awaited", contest, unit, "part", part] => Self::AwaitedPart(id(contest)?, id(unit)?, further(part)?),
            ["awaited", contest, unit] => Self::AwaitedOf(id(contest)?, id(unit)?),
            ["log"] => Self::Log,
            ["log", "part", part] => Self::LogPart(id(part)?),
            ["log", sequence] => Self::Event(Sequence(id(sequence)?)),
            ["check"] => Self::Check,
            ["data"] => Self::Data,
            ["keys"] => Self::Keys,
            ["observers"] => Self::Observers,
            ["observers", "part", part] => Self::ObserversPart(further(part)?),
            ["candidates"] => Self::Candidates,
            ["screen"] => Self::Screen,
            ["embed"] => Self::Embed,
            ["embed", contest] => Self::EmbedTable(id(contest)?),
            ["embed", contest, IMAGE] => Self::EmbedImage(id(contest)?),
            ["help"] => Self::Help,
            ["help", code] => Self::Code((*code).to_owned()),
            _ => return Err(Nowhere),
        };
        if place.to_string() == address { Ok(place) } else { Err(Nowhere) }
    }
}

impl Place {
    /// What it is.
    pub fn media(&self) -> Media {
        if matches!(self, Self::EmbedImage(_)) { Media::Svg } else { Media::Html }
    }

    /// The file that it is, below the folder of its language.
    pub fn file(&self) -> String {
        match self.media() {
            Media::Html => format!("{self}{INDEX}"),
            Media::Svg => self.to_string(),
        }
    }

    /// How many folders below the root of the site its page lies, the language's counted.
    pub fn depth(&self) -> usize {
        1 + self.to_string().matches('/').count()
    }
}

fn id<T: FromStr>(text: &str) -> Result<T, Nowhere> {
    text.parse().map_err(|_| Nowhere)
}

/// A part that is not the first.
fn further(text: &str) -> Result<u64, Nowhere> {
    id(text).and_then(|part| if part > 0 { Ok(part) } else { Err(Nowhere) })
}

/// A name as a folder is called. Between tildes stands a name that some system takes for something else: one that ends with a dot,
/// one of a file that lies there, and one of a device. No name has a tilde of its own.
fn segment(name: &str) -> String {
    let is_file = [INDEX, IMAGE].iter().any(|file| name.eq_ignore_ascii_case(file));
    if name.ends_with('.') || is_file || is_device(name) { format!("~{name}~") } else { name.to_owned() }
}

/// Whether Windows opens a device by this name, whatever stands after its first dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_numbered =
        |port: &str| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || is_numbered("com") || is_numbered("lpt")
}
