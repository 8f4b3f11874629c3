//! Papers: which are due, how each stands, and everything that happened to one.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::id::UnitId;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol;
use crate::server::api::answering::answer::{Keeps, as_of_now, page, read};
use crate::server::api::answering::page::{Link, Page};
use crate::server::api::answering::problems::gate;
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Chosen, Limit, Named, Nothing, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::{Error, QueryError};
use crate::service::export;
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::store::attachments as store;
use crate::tally::attachments::of_paper;
use crate::tally::record::PaperRecord;
use crate::view::as_of::AsOf;
use crate::view::attachment::Attachment;
use crate::view::paper::Paper;
use crate::view::standing::{ListedPaper, PaperOfUnit};

const PAPERS: &str = "/v1/papers";
const PROBLEMS: &[StatusCode] = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

pub(super) fn routes() -> Vec<Route> {
    let all = Route::get(
        PAPERS,
        "papers",
        "Every paper that is due, and how it stands; by contest, ascending by unit.",
        papers,
    );
    let one = Route::get(
        "/v1/papers/{contest}/{unit}",
        "paper",
        "A paper with its figures, and everything that happened to it.",
        paper,
    );
    vec![
        all.asked::<AskedPapers>().json::<AsOf<Vec<ListedPaper>>>().or(PROBLEMS),
        one.asked::<Nothing>().json::<AsOf<PaperOfUnit>>().or(PROBLEMS),
    ]
}

/// Which papers.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedPapers {
    /// Of this contest only.
    contest: Option<String>,
    /// Of this unit and all below it only.
    unit: Option<String>,
    /// Only those that stand so.
    standing: Option<Chosen<PaperStatus<()>>>,
    /// What comes after this paper: its contest and its unit, as in `round-1/01.001`.
    after: Option<String>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn papers(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedPapers>) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    read(service, asker, Keeps::Now, move |live, _| list(live, &asked)).await
}

fn list(live: &Live, asked: &AskedPapers) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let contest = asked.contest.as_deref().map(|contest| query.contests(Some(contest))).transpose()?;
    let contest = contest.and_then(|named| Some(&named.first()?.contest.id));
    let within = asked.unit.as_deref().map(|unit| query.unit(unit)).transpose()?;
    let snapshot = export::snapshot(query, Point::Latest)?;
    let model = snapshot.model;
    let due = snapshot.due().filter(|due| {
        contest.is_none_or(|contest| due.contest.contest.id == *contest)
            && within.is_none_or(|within| model.lineage(due.unit).any(|above| above == within))
            && asked.standing.is_none_or(|standing| standing.is(due.paper.status))
    });
    // By contest and then by unit, as they are listed: a slash stands above some letters of a name.
    let after = asked.after.as_deref().map(|after| after.split_once('/').unwrap_or((after, "")));
    let rest = due.filter(|due| after.is_none_or(|after| (due.contest.contest.id.as_str(), due.unit.as_str()) > after));
    let told = rest.map(|due| {
        let (contest, unit) = (&due.contest.contest.id, due.unit);
        (format!("{contest}/{unit}"), ListedPaper::of(snapshot.form(), contest, unit, &due.paper))
    });
    let link = Link::to(PAPERS).with("contest", contest).with("unit", within).with("standing", asked.standing);
    page(live, Page::of(told, rows(asked.limit), link.with("limit", asked.limit)))
}

async fn paper(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named((contest, unit)): Named<(String, String)>,
    _: Asked<Nothing>,
) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    read(service, asker, Keeps::Now, move |live, _| one(live, &contest, &unit)).await
}

fn one(live: &Live, contest: &str, unit: &str) -> Result<Vec<u8>, Error> {
    let (query, model, at) = (live.query(), &live.reading().model, live.size());
    let unit = query.unit(unit)?;
    let no_paper = || QueryError::NoPaper(format!("{contest}/{unit}"));
    let contest = query.contests(Some(contest))?.pop().ok_or_else(no_paper)?;
    let (id, form) = (&contest.contest.id, &query.election()?.founding.manifest.form);
    let record = model.paper(id, unit).ok_or_else(no_paper)?;
    let paper = Paper::of(model, id, record, at, scans(unit, record));
    as_of_now(live, PaperOfUnit::of(form, unit, &record.at(at), paper))
}

/// The scans that a paper's statements name. Nobody looks for their files: they are not published, and are large.
pub(super) fn scans(unit: &UnitId, record: &PaperRecord) -> Vec<Attachment> {
    of_paper(unit, record).iter().map(|named| scan(named.attachment)).collect()
}

/// A scan that a statement names.
pub(super) fn scan(attachment: &protocol::Attachment) -> Attachment {
    Attachment::of(attachment, store::name(attachment), None)
}
