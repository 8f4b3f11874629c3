//! `tally`: the numbers at one checkpoint.

use clap::Args;

use super::args::{Global, Insider, ReadFrom, point};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::paper::tell_turnout;
use super::proof::ProofTo;
use super::rendering;
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::proofs::{Prover, Sources, of_tally};
use crate::service::proven::missing::Missing;
use crate::service::proven::tally::{self as proven, Names, Tallied};

use crate::tally::invalidity::Extent;
use crate::tally::overdue::Overdue;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::tally::scope::Scope;
use crate::tally::summed::{Summed, of_model};
use crate::text::{Fact, Label};
use crate::view::contest::ContestTally as ContestView;
use crate::view::proof_text::ProofText;
use crate::view::tally::{TalliedContest, Tally as TallyView};
use crate::view::turnout::TurnoutHour;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol tally --contest round-1\n  protokol tally --contest round-2 --tier constituency --json"
)]
pub struct Tally {
    #[command(flatten)]
    pub from: ReadFrom,
    /// One contest only
    #[arg(long, value_name = "CONTEST")]
    pub contest: Option<String>,
    /// For this unit instead of the whole
    #[arg(long, value_name = "UNIT", conflicts_with = "tier")]
    pub unit: Option<String>,
    /// For every unit of a tier
    #[arg(long, value_name = "TIER")]
    pub tier: Option<String>,
    /// As it stood at an earlier size, or at a time such as 2018-10-29T01:00:00+04:00
    #[arg(long, value_name = "SIZE|TIME")]
    pub at: Option<String>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Tally, output: &Output) -> Result<Exit, Failure> {
    if let Some(proven) = proven(global, arguments, output)? {
        let proven = gate::pass_missing(proven, &arguments.insider, output)?;
        gate::pass(&proven.model, &arguments.insider, output)?;
        let size = proven.checkpoint.checkpoint().size;
        let told = Told { model: &proven.model, checkpoint: proven.checkpoint.checkpoint(), at: size };
        let sums = proven.sums.iter().filter_map(|(id, sums)| Some((proven.model.contests().get(id)?, &sums[..])));
        let proof = arguments.proof.put_made(proven.proof.as_ref(), output)?;
        told.tell(&proven.scope, &sums.collect::<Vec<_>>(), proof, output);
        return Ok(Exit::Done);
    }
    let log = ledger::read(global, arguments.from.log.as_deref(), output)?;
    let reading = &log.reading;
    gate::pass(&reading.model, &arguments.insider, output)?;
    let (query, failed) = (log.query(), |error| Failure::service(output.lang, error));
    query.election().map_err(failed)?;
    let at = query.moment(point(output.lang, arguments.at.as_deref())?).map_err(failed)?;
    let scope = query.scope(arguments.unit.as_deref(), arguments.tier.as_deref()).map_err(failed)?;
    let contests = query.contests(arguments.contest.as_deref()).map_err(failed)?;
    let summed = contests.into_iter().map(|contest| (contest, of_model(&reading.model, contest, at, &scope)));
    let summed: Vec<_> = summed.collect();
    let prove = || {
        let asked = summed.iter().flat_map(|(contest, sums)| {
            of_tally(&reading.model, contest, sums.iter().map(|summed| &summed.tally.unit), &scope)
        });
        Prover::at(&log, at)?.prove(&asked.collect::<Vec<_>>(), Sources::LeftOut)
    };
    let proof = arguments.proof.put(prove, output)?;
    let told = Told { model: &reading.model, checkpoint: reading.checkpoint.checkpoint(), at: at.size };
    let sums: Vec<_> = summed.iter().map(|(contest, sums)| (*contest, &sums[..])).collect();
    told.tell(&scope, &sums, proof, output);
    Ok(Exit::Done)
}

/// The sums at the last checkpoint, or what is not there, where a ledger proves it without being folded.
fn proven(global: &Global, arguments: &Tally, output: &Output) -> Result<Option<Result<Tallied, Missing>>, Failure> {
    if arguments.at.is_some() {
        return Ok(None);
    }
    let names = Names {
        contest: arguments.contest.as_deref(),
        unit: arguments.unit.as_deref(),
        tier: arguments.tier.as_deref(),
        proof: arguments.proof.with_proof(),
    };
    let log = arguments.from.log.as_deref();
    ledger::proven(global, log, output, |setting, anchors| proven::proven(setting, anchors, names))
}

/// What is told, and of what.
struct Told<'a> {
    model: &'a ReadModel,
    checkpoint: &'a Checkpoint,
    at: Size,
}

impl Told<'_> {
    fn tell(&self, scope: &Scope, results: &[(&ContestRecord, &[Summed])], proof: Option<ProofText>, output: &Output) {
        let Some(manifest) = self.model.manifest() else { return };
        if output.json {
            let views = results.iter().flat_map(|(contest, sums)| {
                sums.iter().map(|summed| {
                    let view = ContestView::of(manifest, contest, &summed.tally, self.at);
                    TalliedContest::of(view, summed.overdue, TurnoutHour::all(summed), summed.extent)
                })
            });
            let view = TallyView::of(self.checkpoint, self.at, manifest, views.collect());
            return output.value(&view.proved(proof));
        }
        for (contest, sums) in results {
            match scope {
                Scope::Tier(_) => {
                    let tallies: Vec<_> = sums.iter().map(|summed| summed.tally.clone()).collect();
                    rendering::tier_table(output, contest, &tallies);
                }
                Scope::Whole | Scope::Unit(_) => {
                    sums.iter().for_each(|summed| self.tell_unit(manifest, contest, summed, output));
                }
            }
        }
        let rehearsal = if manifest.rehearsal { &format!(" · {}", output.label(Label::Rehearsal)) } else { "" };
        output.line("");
        let at = output.fact(Fact::At { at: self.at, of: self.checkpoint.size });
        output.line(&format!("{at} · {}{rehearsal}", self.checkpoint.fingerprint()));
    }

    fn tell_unit(&self, manifest: &Manifest, contest: &ContestRecord, summed: &Summed, output: &Output) {
        rendering::contest_table(output, manifest, contest, &summed.tally, self.at);
        let Overdue { late, missing } = summed.overdue;
        let told = [(late, Fact::Late(late)), (missing, Fact::Missing(missing))];
        let told = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, fact)| output.fact(fact));
        let told = told.collect::<Vec<_>>();
        if !told.is_empty() {
            output.line(&told.join(", "));
        }
        tell_turnout(summed, output);
        if let Some(Extent { units, units_of, voters, voters_of, is_invalid }) =
            summed.extent.filter(|extent| extent.units > 0)
        {
            let label = if is_invalid { Label::ContestInvalid } else { Label::ContestStands };
            let without = Fact::WithoutResult { units, units_of, voters: voters.0, voters_of: voters_of.0 };
            output.line(&format!("{}: {}", output.fact(without), output.label(label)));
        }
    }
}
