//! Numbers with their proofs, as one file of text that `verify` checks without this service.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::id::UnitId;
use crate::ledger::rows::prove::Asked as Rows;
use crate::server::api::answering::answer::{Keeps, TEXT, read_as};
use crate::server::api::answering::problems::{full, gate};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Named, Nothing, Scoped};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::visit::Visit;
use crate::service::error::Error;
use crate::service::proofs::{Sources, of_findings, of_tally, of_unit};
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::tally::summed::Summed;

const PROBLEMS: &[StatusCode] = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

pub(super) fn routes() -> Vec<Route> {
    let says = "A proof of what contests come to, and that no unit of a tier is left out, under the checkpoint of now.";
    let totals = Route::get("/v1/proofs/totals", "proofOfTotals", says, totals);
    let says = "A proof of a unit completely, and that what is not there is not, under the checkpoint of now.";
    let unit = Route::get("/v1/proofs/units/{unit}", "proofOfUnit", says, unit);
    let says = "A proof of all findings, or of a unit's, and that there are no others, under the checkpoint of now.";
    let findings = Route::get("/v1/proofs/findings", "proofOfFindings", says, findings);
    vec![
        totals.asked::<Scoped>().bytes(TEXT).or(PROBLEMS),
        unit.asked::<Nothing>().bytes(TEXT).or(PROBLEMS),
        findings.asked::<AskedFindings>().bytes(TEXT).or(PROBLEMS),
    ]
}

async fn totals(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Asked(asked): Asked<Scoped>,
) -> Response {
    prove(service, &visit, asker, Sources::LeftOut, move |live| {
        let query = live.query();
        let scope = query.scope(asked.unit.as_deref(), asked.tier.as_deref())?;
        let (model, now) = (&live.reading().model, query.moment(Point::Latest)?);
        let mut rows = Vec::new();
        for contest in query.contests(asked.contest.as_deref())? {
            let summed = live.summed(contest, now, &scope);
            let units: Vec<&UnitId> = summed.iter().map(|Summed { tally, .. }| &tally.unit).collect();
            rows.extend(of_tally(model, contest, units, &scope));
        }
        Ok(rows)
    })
    .await
}

async fn unit(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Named(unit): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    prove(service, &visit, asker, Sources::Within, move |live| {
        let (id, model) = (live.query().unit(&unit)?, &live.reading().model);
        let is_held_here = |held_in: &UnitId| model.lineage(id).any(|above| above == held_in);
        let contests =
            model.contests().values().filter(|contest| model.held_in(&contest.contest).is_some_and(is_held_here));
        Ok(of_unit(id, contests.map(|contest| &contest.contest.id)))
    })
    .await
}

/// Of which unit.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedFindings {
    /// Of this unit's papers only.
    unit: Option<String>,
}

async fn findings(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Asked(asked): Asked<AskedFindings>,
) -> Response {
    prove(service, &visit, asker, Sources::LeftOut, move |live| {
        let unit = asked.unit.as_deref().map(|unit| live.query().unit(unit)).transpose()?;
        Ok(of_findings(&live.reading().model, unit))
    })
    .await
}

async fn prove(
    service: Arc<Service>,
    visit: &Visit,
    asker: Asker,
    sources: Sources<'static>,
    rows: impl FnOnce(&Live) -> Result<Vec<Rows>, Error> + Send + 'static,
) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let Ok(_waits) = visit.slow() else { return full(&asker) };
    let look = move |live: &Live, _| Ok(live.prove(&rows(live)?, sources)?.to_string().into_bytes());
    read_as(TEXT, service, asker, Keeps::Now, look).await
}
