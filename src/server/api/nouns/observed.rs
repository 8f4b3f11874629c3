//! What observers filed: their copies of papers, and complaints; in order of arrival.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::server::api::answering::answer::{Keeps, as_of_now, page, read, read_or};
use crate::server::api::answering::page::{Link, Page};
use crate::server::api::answering::problems::{gate, no_path};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Limit, Named, Nothing, Place, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::{Error, QueryError};
use crate::service::query::Query;
use crate::service::serving::live::Live;
use crate::tally::complaints;
use crate::tally::copies::{ComparedCopy, compared};
use crate::tally::record::ComplaintRecord;
use crate::view::as_of::AsOf;
use crate::view::complaint::Complaint;
use crate::view::copy::ListedCopy;

const COPIES: &str = "/v1/copies";
const COMPLAINTS: &str = "/v1/complaints";

pub(super) fn routes() -> Vec<Route> {
    let says = "Observers' copies, each beside the protocol in force when it was filed, and beside the one in force now; in order of arrival.";
    let copies = Route::get(COPIES, "copies", says, copies);
    let says = "Complaints, and what was decided on them; in order of arrival.";
    let complaints = Route::get(COMPLAINTS, "complaints", says, complaints);
    let says = "One complaint, by the hash of its event, and what was decided on it.";
    let complaint = Route::get("/v1/complaints/{event}", "complaint", says, complaint);
    vec![
        copies.asked::<AskedCopies>().json::<AsOf<Vec<ListedCopy>>>().or(&[
            StatusCode::BAD_REQUEST,
            StatusCode::FORBIDDEN,
            StatusCode::NOT_FOUND,
        ]),
        complaints.asked::<AskedComplaints>().json::<AsOf<Vec<Complaint>>>().or(&[StatusCode::BAD_REQUEST]),
        complaint.asked::<Nothing>().json::<AsOf<Complaint>>().or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
    ]
}

/// Which copies.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedCopies {
    /// Of papers of this contest only.
    contest: Option<String>,
    /// Of papers of this unit only.
    unit: Option<String>,
    /// What came after the event of this sequence.
    after: Option<Place>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn copies(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedCopies>) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    read(service, asker, Keeps::Now, move |live, _| list_copies(live, &asked)).await
}

fn list_copies(live: &Live, asked: &AskedCopies) -> Result<Vec<u8>, Error> {
    let (query, model, at) = (live.query(), &live.reading().model, live.size());
    let contest = asked.contest.as_deref().map(|contest| query.contests(Some(contest))).transpose()?;
    let contest = contest.and_then(|named| Some(&named.first()?.contest.id));
    let unit = asked.unit.as_deref().map(|unit| query.unit(unit)).transpose()?;
    let contests = model.contests().keys().filter(|id| contest.is_none_or(|contest| contest == *id));
    let mut found: Vec<(&ContestId, &UnitId, ComparedCopy<'_>)> = contests
        .flat_map(|id| model.papers_of(id).map(move |(unit, record)| (id, unit, record)))
        .filter(|(_, of, record)| unit.is_none_or(|unit| unit == *of) && !record.copies.is_empty())
        .flat_map(|(id, of, record)| compared(model, record, at).into_iter().map(move |copy| (id, of, copy)))
        .filter(|(.., copy)| asked.after.is_none_or(|Place(after)| copy.provenance.sequence.0 > after))
        .collect();
    found.sort_by_key(|(.., copy)| copy.provenance.sequence);
    let told =
        found.iter().map(|(contest, unit, copy)| (copy.provenance.sequence, ListedCopy::of(contest, unit, copy)));
    let link = Link::to(COPIES).with("contest", contest).with("unit", unit).with("limit", asked.limit);
    page(live, Page::of(told, rows(asked.limit), link))
}

/// Which complaints.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedComplaints {
    /// What came after the event of this sequence.
    after: Option<Place>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn complaints(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Asked(asked): Asked<AskedComplaints>,
) -> Response {
    read(service, asker, Keeps::Now, move |live, _| list_complaints(live, &asked)).await
}

fn list_complaints(live: &Live, asked: &AskedComplaints) -> Result<Vec<u8>, Error> {
    let (query, at) = (live.query(), live.size());
    let mut filed: Vec<_> = live.reading().model.complaints().iter().collect();
    filed.sort_by_key(|(_, record)| record.provenance.sequence);
    let rest = filed
        .into_iter()
        .filter(|(_, record)| asked.after.is_none_or(|Place(after)| record.provenance.sequence.0 > after));
    let keyed = rest.map(|(event, record)| (record.provenance.sequence, (event, record)));
    let Page { rows, next } = Page::of(keyed, rows(asked.limit), Link::to(COMPLAINTS).with("limit", asked.limit));
    let rows = rows.into_iter().map(|(event, record)| told(query, *event, record, at));
    page(live, Page { rows: rows.collect::<Result<Vec<_>, Error>>()?, next })
}

async fn complaint(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(event): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    let not_there = no_path(asker.lang, &asker.target);
    let look = move |live: &Live, _| {
        let found = event.parse::<EventHash>().ok();
        let filed = found.and_then(|hash| live.reading().model.complaints().get_key_value(&hash));
        filed.map(|(hash, record)| as_of_now(live, told(live.query(), *hash, record, live.size())?)).transpose()
    };
    read_or(service, asker, not_there, look).await
}

/// A complaint, and what became of it at a size.
fn told(query: Query<'_>, event: EventHash, record: &ComplaintRecord, at: Size) -> Result<Complaint, Error> {
    let against = arrival(query, record.filed.against)?;
    let complaint = complaints::Complaint::of(query.reading.model.manifest(), event, record, against);
    Ok(Complaint::of(&complaint, at))
}

/// When an event arrived.
fn arrival(query: Query<'_>, event: EventHash) -> Result<Millis, Error> {
    let logged = query.event(query.find(&event.to_string())?)?;
    let arrival = logged.envelope.map(|envelope| envelope.arrival);
    Ok(arrival.ok_or_else(|| QueryError::NoEvent(event.to_string()))?)
}
