//! What contests come to: now, at a size, at a time; in the whole, in a unit, in every unit of a tier; and turnout by hour.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::server::api::answering::answer::{JSON, Keeps, answer_in, as_of_now, json, kept, point, read};
use crate::server::api::answering::problems::{full, gate, refused};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, At, Named, Place, Scoped};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::visit::Visit;
use crate::service::error::Error;
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::tally::record::ContestRecord;
use crate::tally::summed::{Summed, of_model};
use crate::view::as_of::AsOf;
use crate::view::tally::TalliedContest;
use crate::view::turnout::UnitTurnout;

const PROBLEMS: &[StatusCode] = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

pub(super) fn routes() -> Vec<Route> {
    let totals = Route::get(
        "/v1/totals",
        "totals",
        "What contests come to: in the whole, in a unit, or in every unit of a tier.",
        totals,
    );
    let at_size =
        Route::get("/v1/totals/{size}", "totalsAtSize", "The same of so many events, for ever the same.", totals_at);
    let turnout = Route::get(
        "/v1/turnout",
        "turnout",
        "Turnout by hour: in the whole, in a unit, or in every unit of a tier.",
        turnout,
    );
    vec![
        totals.asked::<AskedTotals>().json::<AsOf<Vec<TalliedContest>>>().or(PROBLEMS),
        at_size.asked::<Scoped>().json::<AsOf<Vec<TalliedContest>>>().or(PROBLEMS),
        turnout.asked::<AskedTotals>().json::<AsOf<Vec<UnitTurnout>>>().or(PROBLEMS),
    ]
}

/// Of which contests and units.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedTotals {
    /// One contest only.
    contest: Option<String>,
    /// In this unit instead of where the contest is held.
    unit: Option<String>,
    /// In every unit of this tier; a unit that is named counts for more.
    tier: Option<String>,
    /// At a size, or at a time; now where it is left out.
    at: Option<At>,
}

/// What is made of what a contest comes to in one unit.
type Tell<T> = fn(&Manifest, &ContestRecord, &Summed, Size) -> T;

async fn totals(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Asked(asked): Asked<AskedTotals>,
) -> Response {
    of(service, visit, asker, asked, TalliedContest::of_summed).await
}

async fn turnout(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Asked(asked): Asked<AskedTotals>,
) -> Response {
    of(service, visit, asker, asked, |_, _, summed, _| UnitTurnout::of(summed)).await
}

async fn totals_at(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Named(Place(size)): Named<Place>,
    Asked(Scoped { contest, unit, tier }): Asked<Scoped>,
) -> Response {
    let asked = AskedTotals { contest, unit, tier, at: Some(At(size.to_string())) };
    of(service, visit, asker, asked, TalliedContest::of_summed).await
}

async fn of<T: Serialize + 'static>(
    service: Arc<Service>,
    visit: Visit,
    asker: Asker,
    asked: AskedTotals,
    tell: Tell<T>,
) -> Response {
    let point = match point(&service, &asker, asked.at.as_ref().map(|At(at)| at.as_str())) {
        Ok(point) => point,
        Err(response) => return *response,
    };
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    if point == Point::Latest {
        return read(service, asker, Keeps::Now, move |live, _| latest(live, &asked, tell)).await;
    }
    // Whoever asks what is kept waits for nothing.
    if let Some(kept) = kept(&service, &asker) {
        return kept;
    }
    let Ok(_waits) = visit.slow() else { return full(&asker) };
    let keeps = if matches!(point, Point::Size(_)) { Keeps::Ever } else { Keeps::Now };
    let (folding, of) = (Arc::clone(&service), asker.clone());
    let make = move || {
        let made = earlier(&folding, &asked, point, tell);
        made.map_err(|error| Box::new(refused(&folding, &of, &error)))
    };
    answer_in(&service.folding, JSON, &service, &asker, keeps, make).await
}

/// What contests come to now, from the rows of the totals.
fn latest<T: Serialize>(live: &Live, asked: &AskedTotals, tell: Tell<T>) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let scope = query.scope(asked.unit.as_deref(), asked.tier.as_deref())?;
    let (manifest, now) = (&query.election()?.founding.manifest, query.moment(Point::Latest)?);
    let mut told = Vec::new();
    for contest in query.contests(asked.contest.as_deref())? {
        let summed = live.summed(contest, now, &scope);
        told.extend(summed.iter().map(|summed| tell(manifest, contest, summed, now.size)));
    }
    as_of_now(live, told)
}

/// What contests came to at a point: the papers are summed again, while the log may grow.
fn earlier<T: Serialize>(
    service: &Service,
    asked: &AskedTotals,
    point: Point,
    tell: Tell<T>,
) -> Result<Vec<u8>, Error> {
    let (still, at, checkpoint) = {
        let live = service.readable()?;
        let at = live.query().moment(point)?;
        (live.still(), at, live.checkpoint_at(at.size))
    };
    let query = still.query();
    let scope = query.scope(asked.unit.as_deref(), asked.tier.as_deref())?;
    let (model, manifest) = (&query.reading.model, &query.election()?.founding.manifest);
    let contests = query.contests(asked.contest.as_deref())?.into_iter();
    let told: Vec<_> = contests
        .flat_map(|contest| of_model(model, contest, at, &scope).into_iter().map(move |summed| (contest, summed)))
        .map(|(contest, summed)| tell(manifest, contest, &summed, at.size))
        .collect();
    Ok(json(&AsOf::of(&checkpoint, at.size, manifest.rehearsal, told)))
}
