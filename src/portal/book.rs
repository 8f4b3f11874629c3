//! What pages are made from: what readers see at one checkpoint, whether figures may be told, and who has witnessed it.

use std::collections::BTreeMap;

use super::colours::Colours;
use super::frame::{Frame, Seen, Under};
use super::place::Place;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::{BallotNumber, Size};
use crate::domain::time::Millis;
use crate::service::error::Error;
use crate::service::query::Point;
use crate::service::serving::sight::Sight;
use crate::tally::gate::Gate;
use crate::tally::moment::Moment;
use crate::tally::night::ContestNight;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::tally::scope::Scope;
use crate::tally::summed::Summed;
use crate::text::Lang;
use crate::view::cosigned::Cosigned;

/// Who hands pages out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handed {
    /// A service, which can be asked for more.
    Served,
    /// A folder of files.
    Filed,
    /// A mirror: files, with the published log and exports beside them.
    Mirrored,
}

/// The exports that lie beside the pages, each by the name of its form.
pub type Exports = BTreeMap<String, Exported>;

/// An export that lies beside the pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exported {
    /// Where it is, from the root of the site.
    pub href: String,
    /// The size of the log that it was made from.
    pub size: Size,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What pages are made from.
#[derive(Clone, Copy)]
pub struct Book<'a> {
    pub(super) sight: &'a Sight,
    pub(super) gate: Gate,
    pub(super) cosigned: &'a Cosigned,
    pub(super) handed: Handed,
    /// The policy that judges the cosignatures, as its file has it.
    pub(super) policy: Option<&'a str>,
    colours: Option<&'a Colours>,
    /// What lies beside the pages.
    pub(super) exports: Option<&'a Exports>,
    manifest: &'a Manifest,
    now: Moment,
}

/// What figures are told from: an open gate alone gives it.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    pub(super) book: &'a Book<'a>,
}

impl<'a> Book<'a> {
    /// What readers see now, as the gate stands.
    ///
    /// # Errors
    /// [`Error::Query`]: there is no election; [`Error::Store`].
    pub fn of(sight: &'a Sight, gate: Gate, cosigned: &'a Cosigned, handed: Handed) -> Result<Self, Error> {
        let (query, reading) = (sight.query(), sight.reading());
        let now = query.moment(Point::Latest)?;
        query.election()?;
        let manifest = reading.model.manifest().ok_or(Error::Defect)?;
        Ok(Self { sight, gate, cosigned, handed, policy: None, colours: None, exports: None, manifest, now })
    }

    /// With the policy that judges the cosignatures, as its file has it.
    #[must_use]
    pub fn with_policy(self, policy: Option<&'a str>) -> Self {
        Self { policy, ..self }
    }

    /// With the colours that candidates were given.
    #[must_use]
    pub fn with_colours(self, colours: &'a Colours) -> Self {
        Self { colours: Some(colours), ..self }
    }

    /// The figures, once they may be told.
    pub fn figures(&self) -> Option<Figures<'_>> {
        (self.gate == Gate::Open).then_some(Figures { book: self })
    }

    /// With the exports that lie beside the pages.
    #[must_use]
    pub fn with_exports(self, exports: &'a Exports) -> Self {
        Self { exports: Some(exports), ..self }
    }

    /// The colour of a candidate, as an attribute has it; none where none was given.
    pub(super) fn colour(&self, contest: &ContestRecord, number: BallotNumber) -> Option<String> {
        self.colours?.get(&contest.contest.id, number).map(|colour| colour.to_string())
    }

    pub(super) fn model(&self) -> &'a ReadModel {
        &self.sight.reading().model
    }

    pub(super) fn manifest(&self) -> &'a Manifest {
        self.manifest
    }

    pub(super) fn size(&self) -> Size {
        self.now.size
    }

    /// Whether the published log is handed out: it grows with events, the first after the gate opened among them. A mirror is
    /// made from what is published.
    pub(super) fn has_published_log(&self) -> bool {
        let is_out = |gate| gate == Gate::Open;
        match self.handed {
            Handed::Served => is_out(self.gate) && is_out(Gate::at(self.manifest, self.now.clock)),
            Handed::Filed => false,
            Handed::Mirrored => is_out(self.gate),
        }
    }

    /// The time by which papers are late.
    pub(super) fn now(&self) -> Millis {
        self.now.clock
    }

    /// How far the log is, and its clock.
    pub(super) fn moment(&self) -> Moment {
        self.now
    }

    /// The frame of a page.
    pub(super) fn frame(&self, lang: Lang, place: Place, title: String) -> Frame {
        let seen = self.cosigned.witnesses.iter().filter(|witness| witness.cosigned_at.is_some()).count() as u64;
        let of = self.cosigned.witnesses.len() as u64;
        let under = Under {
            size: self.size().0,
            time: self.time(self.now.clock),
            fingerprint: self.sight.checkpoint().fingerprint().to_string(),
            seen: (of > 0).then_some(Seen { seen, of, size: self.sight.cosigned().checkpoint().size.0 }),
        };
        let (depth, is_served) = (place.depth(), self.handed == Handed::Served);
        Frame { place: Some(place), depth, under, is_served, ..Frame::bare(self.manifest(), lang, title) }
    }

    /// An instant by the country's clocks.
    pub(super) fn time(&self, instant: Millis) -> String {
        instant.on_clock(self.manifest().utc_offset)
    }

    /// The contests, the last polling day first.
    pub(super) fn contests(&self) -> Vec<&'a ContestRecord> {
        let mut contests: Vec<_> = self.model().contests().values().collect();
        contests.sort_by_key(|record| std::cmp::Reverse(record.contest.polling_day));
        contests
    }

    /// What a contest comes to in a unit; none where the contest is not held there.
    pub(super) fn summed(&self, contest: &ContestRecord, unit: &UnitId) -> Option<Summed> {
        self.sight.summed(contest, self.now, &Scope::Unit(unit.clone())).pop()
    }

    /// What a contest comes to in the whole.
    pub(super) fn whole(&self, contest: &ContestRecord) -> Option<Summed> {
        self.sight.summed(contest, self.now, &Scope::Whole).pop()
    }

    /// The night of a contest, as it is drawn; none before anything of it came in.
    pub(super) fn night(&self, contest: &ContestRecord) -> Option<&'a ContestNight> {
        self.sight.night(&contest.contest.id)
    }

    /// The units directly below a unit, ascending.
    pub(super) fn below(&self, unit: &UnitId) -> Vec<&'a UnitId> {
        self.model().below(unit).collect()
    }

    /// A contest that is held in a unit, the last polling day first.
    pub(super) fn anywhere(&self, unit: &UnitId) -> Option<ContestId> {
        let model = self.model();
        let is_held = |record: &&&ContestRecord| {
            let place = model.held_in(&record.contest);
            place.is_some_and(|place| model.lineage(unit).any(|above| above == place))
        };
        self.contests().iter().find(is_held).map(|record| record.contest.id.clone())
    }

    /// What a unit is called: its name in files, and what people call it.
    pub(super) fn unit_name(&self, unit: &UnitId) -> String {
        let name = self.model().units().get(unit).map_or("", |record| record.name.as_str());
        format!("{unit} {name}").trim_end().to_owned()
    }

    pub(super) fn contest(&self, contest: &ContestId) -> Option<&'a ContestRecord> {
        self.model().contests().get(contest)
    }
}
