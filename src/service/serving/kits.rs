//! Kits of a ledger that is served. Which events kits may have is noted once; so a kit costs as many reads of the journal
//! as it has events, and the writer waits only while they are chosen.

use std::sync::{Mutex, PoisonError, RwLock};

use super::live::Live;
use crate::domain::id::UnitId;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::kit::Kit;
use crate::service::error::Error;
use crate::service::kit::About;
use crate::store::error::StoreError;
use crate::store::events::Events;
use crate::tally::gate::Gate;
use crate::tally::read_model::ReadModel;

/// The events of a ledger that kits may have, as far as they are noted.
#[derive(Debug, Default)]
pub struct Kits(Mutex<Noted>);

#[derive(Debug, Default)]
struct Noted {
    size: Size,
    events: Vec<(Sequence, About)>,
}

impl Kits {
    /// The kit of a unit and those above it, or of the whole election; none where it has figures and the gate is closed.
    ///
    /// # Errors
    /// [`Error::Query`]: there is no such unit; [`Error::Store`].
    pub fn make(&self, live: &RwLock<Live>, unit: Option<&str>, gate: &Gate) -> Result<Option<Kit>, Error> {
        let read = || live.read().unwrap_or_else(PoisonError::into_inner);
        let (checkpoint, events, ledger) = {
            let live = read();
            (live.reading().checkpoint.clone(), live.events(), live.ledger().to_owned())
        };
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.follow(&events, checkpoint.checkpoint().size).map_err(Error::store(&ledger))?;
        let chosen = {
            // Readers may be shown more by now: of that nothing is under the checkpoint.
            let live = read();
            let unit = unit.map(|unit| live.query().unit(unit).cloned()).transpose()?;
            noted.chosen(&live.reading().model, unit.as_ref(), checkpoint.checkpoint().size)
        };
        drop(noted);
        if *gate != Gate::Open && chosen.has_figures {
            return Ok(None);
        }
        let envelope = |place: &Sequence| events.envelope(*place)?.ok_or(StoreError::NotFound(*place));
        let envelopes = chosen.events.iter().map(envelope).collect::<Result<_, _>>().map_err(Error::store(&ledger))?;
        Ok(Some(Kit { checkpoint, envelopes }))
    }
}

/// The events of one kit.
struct Chosen {
    events: Vec<Sequence>,
    has_figures: bool,
}

impl Noted {
    /// Notes what was sealed since.
    fn follow(&mut self, events: &impl Events, size: Size) -> Result<(), StoreError> {
        for place in self.size.0..size.0 {
            let place = Sequence(place);
            let about = About::of_envelope(&events.envelope(place)?.ok_or(StoreError::NotFound(place))?);
            self.events.extend(about.map(|about| (place, about)));
            self.size = place.size();
        }
        Ok(())
    }

    fn chosen(&self, model: &ReadModel, unit: Option<&UnitId>, size: Size) -> Chosen {
        let of_size = self.events.iter().filter(|(place, _)| size.covers(*place));
        let of_unit = of_size.filter(|(_, about)| about.belongs(model, unit));
        let (events, about): (Vec<_>, Vec<_>) = of_unit.map(|(place, about)| (*place, about)).unzip();
        Chosen { events, has_figures: about.iter().any(|about| matches!(about, About::Paper(_, true))) }
    }
}
