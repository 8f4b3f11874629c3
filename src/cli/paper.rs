//! One paper completely, for people: a line for each thing that happened.

use super::output::Output;
use crate::domain::id::ContestId;
use crate::portal::paper::happened::ShownPaper;
use crate::tally::summed::Summed;
use crate::text::{self, Fact};

/// How the protocol of a contest stands.
pub fn tell_standing(contest: &ContestId, shown: &ShownPaper<'_>, output: &Output) {
    let now = shown.record.at(shown.at);
    let (status, voting) = (text::standing(output.lang, now.status), output.fact(Fact::Voting(now.voting)));
    output.line(&format!("\n{contest}: {status}, {voting}"));
}

/// A line for each thing that happened to a paper, in order, and what it changed below it.
pub fn tell(shown: &ShownPaper<'_>, output: &Output) {
    let lang = output.lang;
    for (provenance, says, below) in shown.happened(lang) {
        let arrival = output.time(provenance.arrival, Some(shown.manifest));
        output.line(&format!("  {:>7}  {arrival}  {says}  {}", provenance.sequence, provenance.event));
        below.iter().for_each(|line| output.line(&format!("           {line}")));
    }
}

/// Turnout by hour for people.
pub fn tell_turnout(summed: &Summed, output: &Output) {
    let of = summed.tally.units_expected;
    for (hour, sum) in &summed.hours {
        let hour = hour.to_string();
        output.line(&output.fact(Fact::Hour { hour: &hour, voters: sum.voters.0, stations: sum.stations, of }));
    }
    for (hour, report) in &summed.bulletins {
        let (hour, stations) = (hour.to_string(), report.stations.map(|stations| stations.0.into()));
        output.line(&output.fact(Fact::Bulletin { hour: &hour, voters: report.voters.0.into(), stations }));
    }
}
