//! What is said about what was signed. A finding refuses nothing.

mod copies;
mod deadline;
mod opening;
mod result;
mod summary;
mod turnout;

pub(super) use copies::difference;
pub(super) use result::of as of_result;
pub(super) use summary::of_summary;

use super::arithmetic::violations;
use crate::domain::code::FindingCode;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Role, sum_text};
use crate::domain::protocol::Figures;
use crate::domain::rules::{About, AboveFacts, PaperFacts, Violation};

/// The form's own checks.
pub(super) fn of_figures(about: About<'_>, figures: &Figures) -> Vec<Finding> {
    let told = |violation: Violation<'_>| {
        let (check, left, right) = (violation.check, violation.left, violation.right);
        let cell = Cell { item: sum_text(&check.left), stated: Some(left), expected: Some(right) };
        about.finding(FindingCode::Form(check.code.clone()), check.severity, None, vec![cell])
    };
    violations(about.form, figures).into_iter().map(told).collect()
}

/// A precinct's paper, which may not have come in.
pub(super) fn of_paper(about: About<'_>, facts: &PaperFacts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let figures = facts.in_force.as_ref().map(|protocol| (protocol.event, &protocol.what.figures));
    if let Some((event, figures)) = figures {
        let of_form = of_figures(about, figures).into_iter();
        found.extend(of_form.map(|finding| Finding { event: Some(event), ..finding }));
    }
    found.extend(facts.timing.and_then(|timing| deadline::of(about, timing)));
    let voted = figures.and_then(|(_, figures)| turnout::voted(about.form, &figures.items));
    found.extend(turnout::of(about, &facts.turnout, voted));
    let is_told = figures.is_some_and(|(_, figures)| turnout::is_told_by_the_form(about.form, figures));
    let final_figure = figures.zip(voted).filter(|_| !is_told).map(|((event, _), voted)| (event, voted));
    found.extend(turnout::above_electorate(about, &facts.turnout, facts.electorate, final_figure, facts.electorate));
    found.extend(opening::of(about, &facts.versions));
    found.extend(figures.into_iter().flat_map(|(_, official)| copies::of(about, &facts.copies, official)));
    found
}

/// A commission above the precincts: its bulletins and its summary, which may not have come in.
pub(super) fn of_above(about: About<'_>, facts: &AboveFacts<'_>) -> Vec<Finding> {
    let stated = facts.summary.as_ref().map(|summary| &summary.stated.totals.items);
    let voted = stated.and_then(|items| turnout::voted(about.form, items));
    let final_figure = facts.summary.as_ref().and_then(|summary| Some((summary.event?, voted?)));
    let listed = stated.and_then(|items| about.form.whole_sum(Role::Electorate, items)).or(facts.electorate);
    // A bulletin counts every unit: a summary of fewer says nothing of it.
    let counters = facts.summary.as_ref().map(|summary| summary.stated.counters);
    let is_of_all = counters.is_none_or(|counters| counters.taken_as_basis == counters.units);
    let mut found = turnout::of(about, &facts.turnout, voted.filter(|_| is_of_all));
    let listed_of_all = if is_of_all { listed } else { facts.electorate };
    found.extend(turnout::above_electorate(about, &facts.turnout, listed_of_all, final_figure, listed));
    found.extend(turnout::too_many_stations(about, &facts.turnout, facts.stations_max));
    found.extend(facts.summary.iter().flat_map(|summary| of_summary(about, summary)));
    found.extend(deadline::of(about, facts.timing));
    found
}
