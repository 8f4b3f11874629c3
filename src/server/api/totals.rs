//! What contests come to: now, at a size, at a time; in the whole, in a unit, in every unit of a tier.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::answer::{Keeps, as_of, gate, point, read};
use super::asking::Asker;
use super::service::Service;
use crate::service::error::Error;
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::tally::scope::Scope;
use crate::view::tally::TalliedContest;

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/totals", get(totals))
}

/// What is asked, as the query has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    contest: Option<String>,
    unit: Option<String>,
    tier: Option<String>,
    at: Option<String>,
}

async fn totals(State(service): State<Arc<Service>>, asker: Asker, Query(asked): Query<Asked>) -> Response {
    let point = match point(&service, &asker, asked.at.as_deref()) {
        Ok(point) => point,
        Err(response) => return *response,
    };
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let folding = Arc::clone(&service);
    let _folds = if matches!(point, Point::Latest) { None } else { folding.folds().await };
    let keeps = if matches!(point, Point::Size(_)) { Keeps::Ever } else { Keeps::Now };
    read(service, asker, keeps, move |live, _| of(live, &asked, point)).await
}

fn of(live: &Live, asked: &Asked, point: Point) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let scope = match (&asked.unit, &asked.tier) {
        (Some(unit), _) => Scope::Unit(query.unit(unit)?.clone()),
        (None, Some(tier)) => Scope::Tier(query.tier(tier)?.clone()),
        (None, None) => Scope::Whole,
    };
    let (manifest, at) = (&query.election()?.founding.manifest, query.moment(point)?);
    let mut tallied = Vec::new();
    for contest in query.contests(asked.contest.as_deref())? {
        let summed = live.summed(contest, at, &scope);
        tallied.extend(summed.iter().map(|summed| TalliedContest::of_summed(manifest, contest, summed, at.size)));
    }
    as_of(live, at.size, tallied)
}
