//! One paper completely: what happened to it, its versions, observers' copies, complaints and scans.

use schemars::JsonSchema;
use serde::Serialize;

use super::attachment::Attachment;
use super::complaint::Complaint;
use super::copy::Copy;
use super::provenance::Provenance;
use super::spelling::Hash;
use super::version::Version;
use super::word::Word;
use crate::domain::id::ContestId;
use crate::domain::number::Size;
use crate::domain::paper_status::PaperStatus;
use crate::tally::complaints::of_paper;
use crate::tally::copies::compared;
use crate::tally::history::versions;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{self, PaperEvent, PaperRecord};

/// One paper of a unit, in one contest, over all votings.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Paper {
    /// The contest that it counts.
    pub contest: String,
    /// How far it is, at the voting that is open.
    pub standing: Word<PaperStatus<()>>,
    /// Which voting is open: 1 unless it is repeated.
    pub voting: u16,
    /// The event of the version in force; null where none is.
    pub in_force: Option<Hash>,
    /// What happened to the paper, in order.
    pub history: Vec<Step>,
    /// Its versions, in order.
    pub versions: Vec<Version>,
    /// Observers' copies, in order of arrival.
    pub copies: Vec<Copy>,
    /// Complaints against anything that happened to it.
    pub complaints: Vec<Complaint>,
    /// The scans that its statements name.
    pub attachments: Vec<Attachment>,
}

/// One thing that happened to a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Where and when.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// What happened to the paper.
    pub what: StepKind,
}

/// What happened, in the same words in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(inline)]
pub enum StepKind {
    /// The opening items were sealed.
    #[serde(rename = "opening items sealed")]
    Opened,
    /// The protocol came in.
    #[serde(rename = "protocol")]
    Reported,
    /// A new version came in.
    #[serde(rename = "correction")]
    Corrected,
    /// It was annulled.
    #[serde(rename = "annulled")]
    Annulled,
    /// The voting failed.
    #[serde(rename = "voting failed")]
    Failed,
    /// The voting is held again.
    #[serde(rename = "repeat voting called")]
    RepeatCalled,
}

impl Paper {
    /// The view of a paper as it stood at a size, with its scans.
    pub fn of(
        model: &ReadModel,
        contest: &ContestId,
        record: &PaperRecord,
        at: Size,
        attachments: Vec<Attachment>,
    ) -> Self {
        let now = record.at(at);
        let form = model.election().map(|election| &election.founding.manifest.form);
        let versions = form.map_or_else(Vec::new, |form| versions(model, form, record, at));
        Self {
            contest: contest.to_string(),
            standing: Word(now.status),
            voting: now.voting.0,
            in_force: now.in_force.map(|(provenance, _)| provenance.event.into()),
            history: record.steps.iter().filter(|step| step.provenance.is_in(at)).map(Step::of).collect(),
            versions: versions.iter().map(Version::of).collect(),
            copies: compared(model, record, at).iter().map(Copy::of).collect(),
            complaints: of_paper(model, record, at).iter().map(|(_, complaint)| Complaint::of(complaint, at)).collect(),
            attachments,
        }
    }
}

impl Step {
    fn of(step: &record::PaperStep) -> Self {
        let what = match &step.what {
            PaperEvent::Opened(_) => StepKind::Opened,
            PaperEvent::Reported(_) => StepKind::Reported,
            PaperEvent::Corrected(_) => StepKind::Corrected,
            PaperEvent::Annulled(_) => StepKind::Annulled,
            PaperEvent::Failed(_) => StepKind::Failed,
            PaperEvent::RepeatCalled(_) => StepKind::RepeatCalled,
        };
        Self { provenance: Provenance::of(&step.provenance), what }
    }
}
