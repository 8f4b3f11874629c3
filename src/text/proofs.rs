//! What a proof of rows proves, in sentences that people quote.

use std::collections::BTreeMap;

use super::Lang;
use crate::domain::id::{ContestId, ObserverId, UnitId};
use crate::domain::number::{BallotNumber, Size};
use crate::domain::statement::Body;
use crate::ledger::files::rows_proof::{Claim, RowsProof, RowsUnproved};
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::shown::Answer;
use crate::tally::rows::total::TotalRow;
use crate::tally::rows::{event_line, finding};

messages! {
    proof_papers { size, expected, contest, unit, in_force, awaited, annulled, failed, corrected };
    proof_item { size, item, unit, sum, contest };
    proof_votes { size, candidate, unit, sum, contest };
    proof_candidate_named { number, name };
    proof_voters { size, unit, voters, contest, without };
    proof_turnout { size, hour, voters, unit, contest, stations };
    proof_code { size, count, code, unit, contest };
    proof_recorded { size, unit, contest, events };
    proof_nothing { size, unit, contest };
    proof_summary { size, unit, contest, events };
    proof_no_summary { size, unit, contest };
    proof_copy { size, observer, unit, contest, events };
    proof_no_copy { size, observer, unit, contest };
    proof_copies { size, unit, contest, observers };
    proof_no_copies { size, unit, contest };
    proof_findings { size, unit, contest, codes };
    proof_no_findings { size, unit, contest };
    proof_unit { size, unit, events };
    proof_no_unit { size, unit };
    proof_below { size, unit, tier, parent };
    proof_children { size, parent, units, list };
    proof_no_children { size, parent };
    proof_candidate { size, candidate, contest, events };
    proof_no_candidate { size, contest, number };
    proof_row { size, key, value };
    proof_no_row { size, key };
    proof_rows { size, rows, prefix, list };
    proof_no_rows { size, prefix };
    unproved_other_state;
    unproved_misshapen;
    unproved_other_root;
    unproved_not_shown { claim };
    unproved_strange_event { sequence };
}

/// What each line of a proof proves: of a total each of its numbers, of others one sentence; nothing of what the proof
/// does not show.
pub fn claims(lang: Lang, proof: &RowsProof) -> Vec<Vec<String>> {
    let size = proof.snapshot().snapshot().checkpoint.size;
    let teller = Teller { lang, size, names: names(proof, lang) };
    let told = |claim: &Claim| match claim {
        Claim::Row(key) => match proof.rows().get(key) {
            Answer::There(value) => teller.row(key, value),
            Answer::None | Answer::NotShown => Vec::new(),
        },
        Claim::None(key) => vec![teller.none(key)],
        Claim::All(prefix) => match proof.rows().all(prefix) {
            Answer::There(rows) => vec![teller.all(prefix, &rows)],
            Answer::None | Answer::NotShown => Vec::new(),
        },
    };
    proof.claims().iter().map(told).collect()
}

/// Why a file proves nothing, without a full stop.
pub fn unproved(lang: Lang, error: &RowsUnproved) -> String {
    match error {
        RowsUnproved::OtherState => say!(lang, unproved_other_state).to_owned(),
        RowsUnproved::Misshapen(_) => say!(lang, unproved_misshapen).to_owned(),
        RowsUnproved::OtherRoot => say!(lang, unproved_other_root).to_owned(),
        RowsUnproved::NotShown(claim) => say!(lang, unproved_not_shown { claim: claim.to_string() }),
        RowsUnproved::StrangeEvent(sequence) => say!(lang, unproved_strange_event { sequence: *sequence }),
    }
}

/// What the parts of a key name, where they are what they should be.
enum Named {
    Total(ContestId, UnitId),
    Finding(ContestId, UnitId),
    Paper(ContestId, UnitId),
    Summary(ContestId, UnitId),
    Copy(ContestId, UnitId, ObserverId),
    Unit(UnitId),
    Below(UnitId, UnitId),
    Candidate(ContestId, BallotNumber),
}

impl Named {
    fn of(key: &RowKey) -> Option<Self> {
        let parts: Vec<_> = key.as_str().split('/').collect();
        Some(match parts[..] {
            ["total", contest, unit] => Self::Total(contest.parse().ok()?, unit.parse().ok()?),
            ["finding", contest, unit] => Self::Finding(contest.parse().ok()?, unit.parse().ok()?),
            ["paper", contest, unit] => Self::Paper(contest.parse().ok()?, unit.parse().ok()?),
            ["summary", contest, unit] => Self::Summary(contest.parse().ok()?, unit.parse().ok()?),
            ["copy", contest, unit, observer] => {
                Self::Copy(contest.parse().ok()?, unit.parse().ok()?, observer.parse().ok()?)
            }
            ["unit", unit] => Self::Unit(unit.parse().ok()?),
            ["below", parent, unit] => Self::Below(parent.parse().ok()?, unit.parse().ok()?),
            ["candidate", contest, number] => Self::Candidate(contest.parse().ok()?, ballot_number(number)?),
            _ => return None,
        })
    }
}

/// A ballot number as keys have it, with five digits.
fn ballot_number(digits: &str) -> Option<BallotNumber> {
    digits.trim_start_matches('0').parse().ok()
}

/// Tells what is shown at one size.
struct Teller {
    lang: Lang,
    size: Size,
    /// The names of candidates, as far as the file has them.
    names: BTreeMap<(ContestId, BallotNumber), String>,
}

impl Teller {
    fn row(&self, key: &RowKey, value: &str) -> Vec<String> {
        let (lang, size) = (self.lang, self.size);
        let plain = || {
            let value = value.lines().collect::<Vec<_>>().join("; ");
            say!(lang, proof_row { size, key: key.as_str(), value })
        };
        let events = || event_line::parse(value).ok().map(|lines| list(lines.iter().map(|line| line.sequence)));
        let told = match Named::of(key) {
            Some(Named::Total(contest, unit)) => return self.total(&contest, &unit, value).unwrap_or(vec![plain()]),
            Some(Named::Finding(contest, unit)) => finding::parse(&contest, &unit, value).ok().map(|found| {
                let codes = list(found.iter().map(|finding| &finding.code));
                say!(lang, proof_findings { size, unit: &unit, contest: &contest, codes })
            }),
            Some(Named::Paper(contest, unit)) => {
                events().map(|events| say!(lang, proof_recorded { size, unit: &unit, contest: &contest, events }))
            }
            Some(Named::Summary(contest, unit)) => {
                events().map(|events| say!(lang, proof_summary { size, unit: &unit, contest: &contest, events }))
            }
            Some(Named::Copy(contest, unit, observer)) => events().map(|events| {
                say!(lang, proof_copy { size, observer: &observer, unit: &unit, contest: &contest, events })
            }),
            Some(Named::Unit(unit)) => events().map(|events| say!(lang, proof_unit { size, unit: &unit, events })),
            Some(Named::Below(parent, unit)) => {
                let tier = value.trim_end();
                Some(say!(lang, proof_below { size, unit: &unit, tier, parent: &parent }))
            }
            Some(Named::Candidate(contest, number)) => events().map(|events| {
                let candidate = self.candidate(&contest, number);
                say!(lang, proof_candidate { size, candidate, contest: &contest, events })
            }),
            None => None,
        };
        vec![told.unwrap_or_else(plain)]
    }

    fn none(&self, key: &RowKey) -> String {
        let (lang, size) = (self.lang, self.size);
        match Named::of(key) {
            Some(Named::Finding(contest, unit)) => {
                say!(lang, proof_no_findings { size, unit: &unit, contest: &contest })
            }
            Some(Named::Paper(contest, unit)) => say!(lang, proof_nothing { size, unit: &unit, contest: &contest }),
            Some(Named::Summary(contest, unit)) => {
                say!(lang, proof_no_summary { size, unit: &unit, contest: &contest })
            }
            Some(Named::Copy(contest, unit, observer)) => {
                say!(lang, proof_no_copy { size, observer: &observer, unit: &unit, contest: &contest })
            }
            Some(Named::Unit(unit)) => say!(lang, proof_no_unit { size, unit: &unit }),
            Some(Named::Candidate(contest, number)) => {
                say!(lang, proof_no_candidate { size, contest: &contest, number })
            }
            Some(Named::Total(..) | Named::Below(..)) | None => say!(lang, proof_no_row { size, key: key.as_str() }),
        }
    }

    fn all(&self, prefix: &str, rows: &[(&RowKey, &str)]) -> String {
        let (lang, size) = (self.lang, self.size);
        let parts: Vec<_> = prefix.split('/').collect();
        let last = || list(rows.iter().filter_map(|(key, _)| key.as_str().rsplit('/').next()));
        match parts[..] {
            ["below", parent, ""] if rows.is_empty() => say!(lang, proof_no_children { size, parent }),
            ["below", parent, ""] => {
                say!(lang, proof_children { size, parent, units: rows.len(), list: last() })
            }
            ["copy", contest, unit, ""] if rows.is_empty() => say!(lang, proof_no_copies { size, unit, contest }),
            ["copy", contest, unit, ""] => say!(lang, proof_copies { size, unit, contest, observers: last() }),
            _ if rows.is_empty() => say!(lang, proof_no_rows { size, prefix }),
            _ => say!(lang, proof_rows { size, rows: rows.len(), prefix, list: list(rows.iter().map(|(key, _)| key)) }),
        }
    }

    /// Each number of a total; none where the value is none.
    fn total(&self, contest: &ContestId, unit: &UnitId, value: &str) -> Option<Vec<String>> {
        let (lang, size) = (self.lang, self.size);
        let total: TotalRow = value.parse().ok()?;
        let TotalRow { expected, in_force, awaited, annulled, failed, corrected, .. } = total;
        let mut told = vec![say!(
            lang,
            proof_papers { size, expected, contest, unit, in_force, awaited, annulled, failed, corrected }
        )];
        told.extend(
            total.items.iter().map(|(item, sum)| say!(lang, proof_item { size, item, unit, sum: sum.0, contest })),
        );
        told.extend(total.votes.iter().map(|(number, sum)| {
            let candidate = self.candidate(contest, *number);
            say!(lang, proof_votes { size, candidate, unit, sum: sum.0, contest })
        }));
        let (voters, without) = (total.voters.0, total.voters_without_result.0);
        told.push(say!(lang, proof_voters { size, unit, voters, contest, without }));
        told.extend(total.turnout.iter().map(|(at, hour)| {
            let (hour, voters, stations) = (at.to_string(), hour.voters.0, hour.stations);
            say!(lang, proof_turnout { size, hour, voters, unit, contest, stations })
        }));
        told.extend(total.codes.iter().map(|(code, count)| {
            say!(lang, proof_code { size, count: *count, code: code.to_string(), unit, contest })
        }));
        Some(told)
    }

    /// A candidate's number, and the name where the event is in the file that gives it.
    fn candidate(&self, contest: &ContestId, number: BallotNumber) -> String {
        match self.names.get(&(contest.clone(), number)) {
            Some(name) => say!(self.lang, proof_candidate_named { number, name: name.as_str() }),
            None => number.to_string(),
        }
    }
}

/// The names of the candidates whose registrations are in a proof.
fn names(proof: &RowsProof, lang: Lang) -> BTreeMap<(ContestId, BallotNumber), String> {
    let mut names = BTreeMap::new();
    for (sequence, bytes) in proof.events() {
        if let Some(Body::CandidateRegistered(registered)) = LoggedEvent::read(*sequence, bytes.clone()).body() {
            let name = registered.names.in_language(lang.code()).to_owned();
            names.insert((registered.contest.clone(), registered.number), name);
        }
    }
    names
}

fn list(items: impl Iterator<Item = impl ToString>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}
