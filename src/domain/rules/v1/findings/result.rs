//! Certified results, held against the totals.

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding, candidate_key};
use crate::domain::form::Severity;
use crate::domain::number::Total;
use crate::domain::rules::{About, ResultFacts};

/// L1 and L2: who was certified alone, against others on the ballot, and does not lead them. Of several who are elected
/// only the election's own law says who they must be, and of nobody there is nothing to say.
pub(in super::super) fn of(about: About<'_>, facts: &ResultFacts<'_>) -> Option<Finding> {
    let [elected] = facts.certified.elected[..] else { return None };
    let votes_of = |votes: &Option<Total>| votes.unwrap_or_default();
    let (_, own) = facts.votes.iter().find(|(number, _)| *number == elected)?;
    let ahead = facts.votes.iter().filter(|(_, votes)| votes_of(votes) > votes_of(own)).map(|(number, _)| *number);
    let ahead: Vec<_> = ahead.collect();
    // Where no protocol is in force nobody leads, but that may still change while papers are to come.
    let leads = ahead.is_empty() && (own.is_some() || !facts.is_complete);
    if leads || facts.votes.len() < 2 {
        return None;
    }
    let (code, severity) = if facts.is_complete { (Code::L1, Severity::Error) } else { (Code::L2, Severity::Warning) };
    let told = facts.votes.iter().filter(|(number, _)| *number == elected || ahead.contains(number));
    let cell = |(number, votes): &(_, Option<Total>)| {
        let votes = votes.map(|votes| i128::from(votes.0));
        let (stated, expected) = if *number == elected { (votes, None) } else { (None, votes) };
        Cell { item: candidate_key(*number), stated, expected }
    };
    Some(about.finding(code, severity, facts.event, told.map(cell).collect()))
}
