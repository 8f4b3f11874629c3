//! What an export is made from: the read model at a size, and the checkpoint that it names.

use std::collections::BTreeSet;

use super::cells::TableReader;
use crate::crypto::base64;
use crate::domain::form::{Form, Role};
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::domain::number::{BallotNumber, Size, Total};
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::tally::paper::PaperAt;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{CandidateRecord, ContestRecord, ElectionRecord, UnitRecord};
use crate::text::Lang;

/// What an export is made from. The same source gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    /// The read model that every figure comes from.
    pub model: &'a ReadModel,
    /// The election on it.
    pub election: &'a ElectionRecord,
    /// The checkpoint that the read model stands under.
    pub checkpoint: &'a Checkpoint,
    /// The size that is asked for, at most the checkpoint's.
    pub as_of: Size,
    /// When the last event of that size arrived.
    pub time: Millis,
    /// The language of sentences and of names that have several.
    pub lang: Lang,
    /// Who reads what is a table.
    pub reader: TableReader,
    /// Under which licence whoever publishes gives the data, where that is told: no ledger says it.
    pub licence: Option<&'a str>,
}

/// A paper that is due: of a contest, in a unit of the lowest tier where it is held.
#[derive(Clone, Copy, Debug)]
pub struct Due<'a> {
    /// The contest that the paper counts.
    pub contest: &'a ContestRecord,
    /// The unit of the lowest tier.
    pub unit: &'a UnitId,
    /// The unit's record.
    pub record: &'a UnitRecord,
    /// The paper as it stood.
    pub paper: PaperAt<'a>,
}

impl<'a> Snapshot<'a> {
    /// The same in another language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The same for another reader of tables.
    #[must_use]
    pub fn for_reader(self, reader: TableReader) -> Self {
        Self { reader, ..self }
    }

    /// The same, given under a licence.
    #[must_use]
    pub fn under_licence(self, licence: Option<&'a str>) -> Self {
        Self { licence, ..self }
    }

    /// The founding act's declarations.
    pub fn manifest(&self) -> &'a Manifest {
        &self.election.founding.manifest
    }

    /// The form that the founding act declares.
    pub fn form(&self) -> &'a Form {
        &self.manifest().form
    }

    /// The contests that had been called, ascending by id.
    pub fn contests(&self) -> impl Iterator<Item = &'a ContestRecord> + use<'a> {
        let as_of = self.as_of;
        self.model.contests().values().filter(move |contest| contest.called.is_in(as_of))
    }

    /// The unit that a contest is held in.
    pub fn held_in(&self, contest: &'a ContestRecord) -> &'a UnitId {
        contest.contest.unit.as_ref().unwrap_or(&self.election.founding.commission.unit)
    }

    /// The candidates on a contest's ballot, ascending by number.
    pub fn ballot(&self, contest: &'a ContestRecord) -> impl Iterator<Item = &'a CandidateRecord> + use<'a> {
        let as_of = self.as_of;
        contest.candidates.iter().filter(move |candidate| candidate.on_ballot(as_of))
    }

    /// Every number on any ballot, ascending.
    pub fn numbers(&self) -> BTreeSet<BallotNumber> {
        self.contests().flat_map(|contest| self.ballot(contest)).map(|c| c.registered.number).collect()
    }

    /// Every paper that is due, contest by contest, ascending by unit. What only the declared number of units knows of
    /// is not among them.
    pub fn due(&self) -> impl Iterator<Item = Due<'a>> + use<'a> {
        let snapshot = *self;
        self.contests().flat_map(move |contest| {
            let units = snapshot.model.lowest_within(snapshot.held_in(contest)).into_iter();
            units.filter(move |(_, record)| record.provenance.is_in(snapshot.as_of)).map(move |(unit, record)| {
                let paper = snapshot.model.paper(&contest.contest.id, unit);
                let paper = paper.map_or(PaperAt::FRESH, |paper| paper.at(snapshot.as_of));
                Due { contest, unit, record, paper }
            })
        })
    }

    /// What names the checkpoint, as pairs of name and value.
    pub fn names(&self) -> [(&'static str, String); 5] {
        [
            ("origin", self.checkpoint.origin.to_string()),
            ("size", self.checkpoint.size.to_string()),
            ("root", base64::encode(&self.checkpoint.root.0)),
            ("fingerprint", self.checkpoint.fingerprint().to_string()),
            ("as_of", self.as_of.to_string()),
        ]
    }

    /// What is true of all that leaves, where it stands as pairs of name and value: the checkpoint, and the rest.
    pub fn metadata(&self) -> Vec<(&'static str, String)> {
        let manifest = self.manifest();
        let mut told = self.names().to_vec();
        told.extend([
            ("time", self.time.to_string()),
            ("election", manifest.id.to_string()),
            ("title", manifest.title.in_language(self.lang.code()).to_owned()),
            ("language", self.lang.to_string()),
            ("rehearsal", manifest.rehearsal.to_string()),
        ]);
        told.extend(self.licence.map(|licence| ("licence", licence.to_owned())));
        told
    }
}

/// How many ballot papers were cast: the valid and invalid ones, where the form counts both; else the voters who took
/// one.
pub(super) fn ballots_cast(form: &Form, role: impl Fn(Role) -> Option<Total>) -> Option<Total> {
    let counts_both = [Role::Valid, Role::Invalid].iter().all(|role| form.with_role(*role).next().is_some());
    if !counts_both {
        return role(Role::Turnout);
    }
    Some(Total(role(Role::Valid)?.0 + role(Role::Invalid)?.0))
}

/// Who nominated, where that is somebody else and known.
pub(super) fn nominator(candidate: &CandidateRecord) -> Option<&str> {
    let by = candidate.registered.nominated_by.as_str();
    (!matches!(by, "" | "himself" | "herself")).then_some(by)
}
