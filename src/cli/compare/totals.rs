//! What each contest came to before and after.

use comfy_table::{Table, presets};

use super::super::output::Output;
use super::super::rendering::{figure, papers, right};
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::tally::totals::{ContestTally, tallies};
use crate::text::{Compared, Label};
use crate::view::change::TotalsChange;
use crate::view::contest::ContestTally as ContestView;

/// A contest in the unit that it is held in, at two sizes; none where it did not exist yet.
struct Pair<'a> {
    manifest: &'a Manifest,
    contest: &'a ContestRecord,
    before: Option<ContestTally>,
    after: Option<ContestTally>,
    sizes: [Size; 2],
}

/// For people: the contests whose totals are not the same.
pub fn tell(model: &ReadModel, before: Size, after: Size, output: &Output) {
    for pair in pairs(model, before, after).iter().filter(|pair| pair.before != pair.after) {
        pair.tell(output);
    }
}

/// For programs: every contest.
pub fn views(model: &ReadModel, before: Size, after: Size) -> Vec<TotalsChange> {
    pairs(model, before, after).iter().map(Pair::view).collect()
}

fn pairs(model: &ReadModel, before: Size, after: Size) -> Vec<Pair<'_>> {
    let Some(manifest) = model.manifest() else { return Vec::new() };
    let pair = |contest: &'_ ContestRecord| {
        let held_in = model.held_in(&contest.contest)?;
        let at = |size| {
            let was_called = contest.called.is_in(size);
            was_called.then(|| tallies(model, &contest.contest.id, size).remove(held_in)).flatten()
        };
        Some((at(before), at(after)))
    };
    let contests = model.contests().values();
    contests
        .filter_map(|contest| Some((contest, pair(contest)?)))
        .map(|(contest, (was, is))| Pair { manifest, contest, before: was, after: is, sizes: [before, after] })
        .collect()
}

impl Pair<'_> {
    fn both(&self) -> [Option<&ContestTally>; 2] {
        [self.before.as_ref(), self.after.as_ref()]
    }

    fn tell(&self, output: &Output) {
        let lang = output.lang;
        let contest = &self.contest.contest;
        output.line("");
        output.line(&format!("{} · {}", contest.title.in_language(lang.code()), contest.id));
        let [before, after] = [Compared::Before, Compared::After].map(|title| output.compared(title));
        let mut table = Table::new();
        let names = [Label::Number, Label::Candidate].map(|label| output.label(label).to_owned());
        table.load_style(presets::NOTHING).set_header(names.into_iter().chain([before.clone(), after.clone()]));
        for candidate in &self.contest.candidates {
            let number = candidate.registered.number;
            let votes = |tally: &ContestTally| tally.votes.iter().find(|(n, _)| *n == number).and_then(|(_, sum)| *sum);
            let sums = self.both().map(|tally| figure(output, tally.and_then(votes)));
            let name = candidate.registered.names.in_language(lang.code()).to_owned();
            table.add_row([number.to_string(), name].into_iter().chain(sums));
        }
        for (at, item) in self.manifest.form.items.iter().enumerate() {
            let sum = |tally: &ContestTally| tally.items.get(at).copied().flatten();
            let sums = self.both().map(|tally| figure(output, tally.and_then(sum)));
            table.add_row([String::new(), item.label.in_language(lang.code()).to_owned()].into_iter().chain(sums));
        }
        right(&mut table, &[0, 2, 3]);
        output.block(&table.to_string());
        for (name, tally) in [before, after].iter().zip(self.both()) {
            output.named(name, &tally.map_or_else(|| "—".to_owned(), |tally| papers(output, tally)));
        }
    }

    fn view(&self) -> TotalsChange {
        let ([before, after], [earlier, later]) = (self.both(), self.sizes);
        let sums = |tally, at| ContestView::of(self.manifest, self.contest, tally, at);
        let (before, after) = (before.map(|tally| sums(tally, earlier)), after.map(|tally| sums(tally, later)));
        TotalsChange { contest: self.contest.contest.id.to_string(), before, after }
    }
}
