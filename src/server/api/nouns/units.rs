//! Units: their list, and each of them completely.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use super::papers::scans;
use crate::domain::id::{ContestId, UnitId};
use crate::server::api::answering::answer::{Keeps, as_of_now, page, read, read_gated};
use crate::server::api::answering::page::{Link, Page};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Limit, Named, Nothing, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::{Error, QueryError};
use crate::service::serving::live::Live;
use crate::tally::gate::Gate;
use crate::tally::known_unit::{KnownUnit, UnitNumbers};
use crate::tally::record::{ContestRecord, UnitRecord};
use crate::view::as_of::AsOf;
use crate::view::contest::ContestTally;
use crate::view::paper::Paper;
use crate::view::unit::{Unit, UnitLine};

const UNITS: &str = "/v1/units";

pub(super) fn routes() -> Vec<Route> {
    let all = Route::get(UNITS, "units", "The units, ascending by name.", units);
    let one = Route::get(
        "/v1/units/{unit}",
        "unit",
        "A unit completely: its commission, its papers, what each contest comes to in it.",
        unit,
    );
    vec![
        all.asked::<AskedUnits>().json::<AsOf<Vec<UnitLine>>>().or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
        one.asked::<Nothing>().json::<AsOf<Unit>>().or(&[
            StatusCode::BAD_REQUEST,
            StatusCode::FORBIDDEN,
            StatusCode::NOT_FOUND,
        ]),
    ]
}

/// Which units.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedUnits {
    /// Of this tier only.
    tier: Option<String>,
    /// Directly below this unit only.
    parent: Option<String>,
    /// What comes after this unit.
    after: Option<String>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn units(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedUnits>) -> Response {
    read(service, asker, Keeps::Now, move |live, _| list(live, &asked)).await
}

fn list(live: &Live, asked: &AskedUnits) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let tier = asked.tier.as_deref().map(|tier| query.tier(tier)).transpose()?;
    let parent = asked.parent.as_deref().map(|parent| query.unit(parent)).transpose()?;
    let is_meant = |(unit, record): &(&UnitId, &UnitRecord)| {
        asked.after.as_deref().is_none_or(|after| unit.as_str() > after)
            && tier.is_none_or(|tier| record.tier == *tier)
            && parent.is_none_or(|parent| record.parent.as_ref() == Some(parent))
    };
    let meant = query.reading.model.units().iter().filter(is_meant);
    let told = meant.map(|(unit, record)| (unit, UnitLine::of(unit, record)));
    let link = Link::to(UNITS).with("tier", tier).with("parent", parent).with("limit", asked.limit);
    page(live, Page::of(told, rows(asked.limit), link))
}

async fn unit(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(unit): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    let look = move |live: &Live, _, gate: &Gate| {
        let id = live.query().unit(&unit)?;
        let numbers = live.numbers(id);
        if *gate != Gate::Open && numbers.has_figures {
            return Ok(None);
        }
        shown(live, id, &numbers).map(Some)
    };
    read_gated(service, asker, look).await
}

fn shown(live: &Live, id: &UnitId, numbers: &UnitNumbers) -> Result<Vec<u8>, Error> {
    let (query, model) = (live.query(), &live.reading().model);
    let missing = || QueryError::NoUnit { unit: id.to_string(), lowest: None, twin: None };
    let known = KnownUnit::of(model, id, numbers).ok_or_else(missing)?;
    let paper = |(contest, _): (&ContestId, &ContestRecord)| {
        let record = known.paper(contest)?;
        Some(Paper::of(model, contest, record, numbers.at, scans(id, record)))
    };
    let papers = known.contests().filter_map(paper).collect();
    let tally = |(id, contest): (&ContestId, &ContestRecord)| {
        Some(ContestTally::of(known.manifest(), contest, numbers.tallies.get(id)?, numbers.at))
    };
    let contests = known.contests().filter_map(tally).collect();
    let fingerprint = query.reading.checkpoint.checkpoint().fingerprint();
    as_of_now(live, Unit::of(id, known.record(), papers, contests, fingerprint))
}
