//! A unit, as it is shown: its commission, its papers, what each contest comes to in it, and what is found.

use std::path::Path;

use super::super::attachments;
use super::super::failure::Failure;
use super::super::output::{Output, column};
use super::super::paper;
use super::super::rendering;
use super::super::words::results;
use crate::domain::commission::Office;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::statement::Body;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::portal::paper::happened::ShownPaper;
use crate::tally::attachments::of_paper;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::{ContestRecord, MemberRecord, PaperRecord};
use crate::text::{self, Fact};
use crate::view::contest::ContestTally;
use crate::view::paper::Paper as PaperView;
use crate::view::proof_text::ProofText;
use crate::view::unit::Unit;

/// A unit, and what it is shown beside.
pub struct ShownUnit<'a> {
    pub known: KnownUnit<'a>,
    pub checkpoint: &'a Checkpoint,
    /// Where its scans are looked for.
    pub ledger: Option<&'a Path>,
}

impl ShownUnit<'_> {
    /// Everything that is known of it.
    pub fn tell(&self, proof: Option<ProofText>, output: &Output) -> Result<(), Failure> {
        if output.json {
            let papers = self.papers(output)?;
            self.tell_view(papers, self.contests(), proof, output);
            return Ok(());
        }
        self.tell_commission(output);
        for (id, contest) in self.known.contests() {
            self.tell_contest(id, contest, output)?;
        }
        for finding in &self.known.numbers().findings {
            let says = text::finding(output.lang, finding, self.known.manifest());
            output.line(&format!("{:<4} {:<12} {says}", finding.code, finding.contest));
        }
        Ok(())
    }

    /// A kit has no papers, and so nothing to say of them: who stands on its ballots.
    pub fn tell_of_kit(&self, proof: Option<ProofText>, output: &Output) {
        if output.json {
            return self.tell_view(Vec::new(), Vec::new(), proof, output);
        }
        self.tell_commission(output);
        for contest in self.known.contests_here() {
            output.line("");
            output.line(&format!("{} · {}", contest.contest.title.in_language(output.lang.code()), contest.contest.id));
            for candidate in contest.candidates.iter().filter(|candidate| candidate.withdrawn.is_none()) {
                let registered = &candidate.registered;
                let name = registered.names.in_language(output.lang.code());
                output.line(&format!("  {:>3}  {name}", registered.number));
            }
        }
        output.line("");
        output.line(&say!(output.lang, results::result_kit { size: self.checkpoint.size }));
    }

    fn tell_view(
        &self,
        papers: Vec<PaperView>,
        contests: Vec<ContestTally>,
        proof: Option<ProofText>,
        output: &Output,
    ) {
        let (unit, record) = (self.known.unit(), self.known.record());
        output.value(&Unit::of(unit, record, papers, contests, self.checkpoint.fingerprint()).proved(proof));
    }

    fn papers(&self, output: &Output) -> Result<Vec<PaperView>, Failure> {
        let at = self.known.numbers().at;
        let view = |(contest, paper): (&ContestId, &PaperRecord)| {
            let named = of_paper(self.known.unit(), paper);
            let files: Vec<_> = named.iter().map(|named| named.attachment).collect();
            let files = attachments::views(self.ledger, &files, output)?;
            Ok(PaperView::of(self.known.model(), contest, paper, at, files))
        };
        let papers = self.known.contests().filter_map(|(contest, _)| Some((contest, self.known.paper(contest)?)));
        papers.map(view).collect()
    }

    fn contests(&self) -> Vec<ContestTally> {
        let numbers = self.known.numbers();
        let view = |(id, contest): (&ContestId, &ContestRecord)| {
            Some(ContestTally::of(self.known.manifest(), contest, numbers.tallies.get(id)?, numbers.at))
        };
        self.known.contests().filter_map(view).collect()
    }

    fn tell_commission(&self, output: &Output) {
        let (unit, record) = (self.known.unit(), self.known.record());
        let name = if record.name.is_empty() { String::new() } else { format!(" {}", record.name) };
        let below = |parent: &UnitId| format!(", {}", output.fact(Fact::Below(parent.as_str())));
        let parent = record.parent.as_ref().map(below).unwrap_or_default();
        let by = output.fact(Fact::FormedBy(record.provenance.sequence));
        output.line(&format!("{unit}{name}, {}{parent}, {by}", record.tier));
        let (members, quorum) = (record.seats(), record.quorum);
        output.line(&output.fact(Fact::Commission { members, quorum }));
        record.members().for_each(|member| tell_member(&member, output));
    }

    fn tell_contest(&self, id: &ContestId, contest: &ContestRecord, output: &Output) -> Result<(), Failure> {
        let (known, manifest, at) = (&self.known, self.known.manifest(), self.known.numbers().at);
        if let Some(record) = known.paper(id) {
            let paper = ShownPaper { model: known.model(), manifest, record, at };
            // A commission above the precincts has bulletins and no protocol of its own.
            if known.is_lowest() {
                paper::tell_standing(id, &paper, output)
            } else {
                output.line(&format!("\n{id}"))
            }
            paper::tell(&paper, output);
            attachments::tell(self.ledger, &of_paper(known.unit(), record), output)?;
        }
        for (provenance, summary) in known.summary(id).into_iter().flat_map(|record| &record.versions) {
            let says = text::statement_line(output.lang, &Body::SummarySubmitted(summary.clone()));
            let arrival = output.time(provenance.arrival, Some(manifest));
            output.line(&format!("  {:>7}  {arrival}  {says}  {}", provenance.sequence, provenance.event));
        }
        if let Some(tally) = known.numbers().tallies.get(id) {
            rendering::contest_table(output, manifest, contest, tally, at);
        }
        Ok(())
    }
}

fn tell_member(record: &MemberRecord<'_>, output: &Output) {
    let offices = [Office::Chair, Office::Secretary, Office::Member];
    let width = column(10, offices.map(|office| text::office(output.lang, office)));
    let until = record.until.map(|provenance| format!(", {}", output.fact(Fact::Until(provenance.sequence))));
    let (until, member) = (until.unwrap_or_default(), &record.member);
    let office = text::office(output.lang, member.office);
    output.line(&format!("  {:>3}  {:<28} {office:<width$} {}{until}", member.seat, member.name, member.key));
}
