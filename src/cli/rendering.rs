//! Tallies and results as tables and as JSON.

use comfy_table::{CellAlignment, Table, presets};

use super::output::Output;
use crate::domain::form::Role;
use crate::domain::manifest::Manifest;
use crate::domain::number::{Size, Total};
use crate::tally::record::ContestRecord;
use crate::tally::totals::ContestTally;
use crate::text::{self, Fact, Label};

/// A contest in one unit: the candidates by votes, then the paper's items, then the state of the papers, and last who is
/// certified, if that was done when the ledger had this size.
pub fn contest_table(output: &Output, manifest: &Manifest, contest: &ContestRecord, tally: &ContestTally, at: Size) {
    let lang = output.lang;
    output.line("");
    output.line(&format!(
        "{} · {} · {}",
        contest.contest.title.in_language(lang.code()),
        contest.contest.id,
        tally.unit
    ));
    let mut table = Table::new();
    let header = [Label::Number, Label::Candidate, Label::Votes, Label::Share].map(|label| output.label(label));
    table.load_style(presets::NOTHING).set_header(header);
    let all = tally.votes_total().unwrap_or_default();
    let mut rows: Vec<_> = tally.votes.clone();
    rows.sort_by_key(|(number, votes)| (std::cmp::Reverse(votes.unwrap_or_default()), *number));
    for (number, votes) in rows {
        let candidate = contest.candidates.iter().find(|c| c.registered.number == number);
        let name = candidate.map_or("", |c| c.registered.names.in_language(lang.code()));
        let share = votes.map_or_else(|| "—".to_owned(), |votes| text::share(lang, votes.0, all.0));
        table.add_row([number.to_string(), name.to_owned(), figure(output, votes), share]);
    }
    right(&mut table, &[0, 2, 3]);
    output.block(&table.to_string());
    let mut items = Table::new();
    items.load_style(presets::NOTHING);
    for (item, sum) in manifest.form.items.iter().zip(&tally.items) {
        items.add_row([item.label.in_language(lang.code()).to_owned(), figure(output, *sum)]);
    }
    right(&mut items, &[1]);
    output.block(&items.to_string());
    let role = |role| tally.role(&manifest.form, role);
    if let (Some(electorate), Some(turnout)) = (role(Role::Electorate), role(Role::Turnout)) {
        output.line(&output.fact(Fact::Turnout { share: &text::share(lang, turnout.0, electorate.0) }));
    }
    output.line(&papers(output, tally));
    if let Some((_, result)) = contest.certified_at(at) {
        let name = |number| contest.candidates.iter().find(|c| c.registered.number == number);
        let name = |number| name(number).map_or("", |c| c.registered.names.in_language(lang.code()));
        let elected: Vec<_> = result.elected.iter().map(|number| (*number, name(*number))).collect();
        output.line(&text::certified(lang, result, &elected));
    }
}

/// How many papers are in force, and where the others are.
pub fn papers(output: &Output, tally: &ContestTally) -> String {
    let in_force = Fact::InForce { protocols: tally.in_force, of: tally.units_expected };
    let others = [
        (tally.awaited, Fact::Awaited(tally.awaited)),
        (tally.annulled, Fact::Annulled(tally.annulled)),
        (tally.failed, Fact::Failed(tally.failed)),
        (tally.corrected, Fact::Corrected(tally.corrected)),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0).map(|(_, fact)| fact);
    [in_force].into_iter().chain(others).map(|fact| output.fact(fact)).collect::<Vec<_>>().join(", ")
}

/// Every unit of a tier, in one table.
pub fn tier_table(output: &Output, contest: &ContestRecord, tallies: &[ContestTally]) {
    output.line("");
    output.line(&format!("{} · {}", contest.contest.title.in_language(output.lang.code()), contest.contest.id));
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let numbers = tallies.first().map(|tally| tally.votes.iter().map(|(number, _)| *number).collect::<Vec<_>>());
    let numbers = numbers.unwrap_or_default();
    let header = [Label::Unit, Label::InForce, Label::Of].map(|label| output.label(label).to_owned()).into_iter();
    table.set_header(header.chain(numbers.iter().map(|number| number.to_string())));
    for tally in tallies {
        let counts = [tally.in_force, tally.units_expected].map(|count| text::number(output.lang, count));
        let state = [tally.unit.to_string()].into_iter().chain(counts);
        table.add_row(state.chain(tally.votes.iter().map(|(_, votes)| figure(output, *votes))));
    }
    right(&mut table, &(1..numbers.len() + 3).collect::<Vec<_>>());
    output.block(&table.to_string());
}

/// Sets columns to the right, as figures are.
pub fn right(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

/// A sum; a dash where there is none.
pub fn figure(output: &Output, total: Option<Total>) -> String {
    total.map_or_else(|| "—".to_owned(), |total| text::number(output.lang, total.0))
}
