//! `csv-long`: one row a candidate and unit, in the columns of OpenElections, ours after them. Voters on the list and
//! papers cast are offices of their own there, without a candidate.

use super::cells::{cell, line, ours};
use super::format::{Content, Format};
use super::snapshot::{Due, Snapshot, ballots_cast, nominator};
use super::wide::fingerprint;
use crate::domain::form::Role;
use crate::domain::number::Total;
use crate::tally::record::CandidateRecord;
use crate::view::word::Words;

const COLUMNS: [&str; 7] = ["county", "precinct", "office", "district", "party", "candidate", "votes"];
const OURS: [&str; 9] =
    ours!["contest", "county_unit", "number", "status", "voting", "event", "as_of", "size", "fingerprint"];

/// What a row says besides where: the office, its district, the party, the candidate, the number and the votes.
struct LongRow<'a> {
    office: &'a str,
    district: &'a str,
    party: &'a str,
    candidate: &'a str,
    number: String,
    votes: String,
}

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "csv-long",
    about: "a row a candidate, as OpenElections has it",
    content: |snapshot| Content::Papers(Box::new(lines(snapshot))),
};

/// The header and the rows.
fn lines<'a>(snapshot: Snapshot<'a>) -> impl Iterator<Item = String> + 'a {
    let checkpoint = [snapshot.as_of.to_string(), snapshot.checkpoint.size.to_string(), fingerprint(&snapshot)];
    let rows = move |due: Due<'a>| {
        let told: Vec<_> = rows(&snapshot, &due).iter().map(|row| told(&snapshot, &due, row, &checkpoint)).collect();
        told.into_iter()
    };
    std::iter::once(line(COLUMNS.into_iter().chain(OURS))).chain(snapshot.due().flat_map(rows))
}

fn rows<'a>(snapshot: &Snapshot<'a>, due: &Due<'a>) -> Vec<LongRow<'a>> {
    let whole = |office, figure: Option<Total>| LongRow {
        office,
        district: "",
        party: "",
        candidate: "",
        number: String::new(),
        votes: cell(figure),
    };
    let role = |role| role_of(snapshot, due, role);
    let registered = whole("Registered Voters", role(Role::Electorate));
    let cast = whole("Ballots Cast", ballots_cast(snapshot.form(), role));
    let candidates = snapshot.ballot(due.contest).map(|candidate| votes(snapshot, due, candidate));
    [registered, cast].into_iter().chain(candidates).collect()
}

fn votes<'a>(snapshot: &Snapshot<'a>, due: &Due<'a>, candidate: &'a CandidateRecord) -> LongRow<'a> {
    let lang = snapshot.lang.to_string();
    let contest = &due.contest.contest;
    let number = candidate.registered.number;
    LongRow {
        office: Some(contest.title.in_language(&lang)).filter(|title| !title.is_empty()).unwrap_or(contest.id.as_str()),
        district: contest.unit.as_ref().map_or("", |unit| unit.as_str()),
        party: nominator(candidate).unwrap_or(""),
        candidate: candidate.registered.names.in_language(&lang),
        number: number.to_string(),
        votes: cell(due.paper.in_force.and_then(|(_, protocol)| protocol.figures.votes_of(number))),
    }
}

/// The sum of the items with a role on one paper.
fn role_of(snapshot: &Snapshot<'_>, due: &Due<'_>, role: Role) -> Option<Total> {
    let (_, protocol) = due.paper.in_force?;
    let figures = snapshot.form().with_role(role).filter_map(|at| protocol.figures.item(at));
    figures.map(Total::from).reduce(|a, b| Total(a.0 + b.0))
}

fn told(snapshot: &Snapshot<'_>, due: &Due<'_>, row: &LongRow<'_>, checkpoint: &[String; 3]) -> String {
    let parent = due.record.formed.parent.as_ref();
    let county_unit = parent.map_or("", |parent| parent.as_str());
    let name = parent.and_then(|parent| snapshot.model.units().get(parent)).map(|record| record.formed.name.as_str());
    let county = name.filter(|name| !name.is_empty()).unwrap_or(county_unit);
    let theirs = [county, due.unit.as_str(), row.office, row.district, row.party, row.candidate, &row.votes];
    let (voting, event) =
        (due.paper.voting.to_string(), cell(due.paper.in_force.map(|(provenance, _)| provenance.event)));
    let contest = due.contest.contest.id.as_str();
    let ours = [contest, county_unit, &row.number, due.paper.status.word(), &voting, &event];
    line(theirs.into_iter().chain(ours).chain(checkpoint.iter().map(String::as_str)))
}
