//! The election and its contests: what was declared, who stands, who may watch.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::server::api::answering::answer::{Keeps, as_of_now, page, read, read_or};
use crate::server::api::answering::page::{Link, Page};
use crate::server::api::answering::problems::no_path;
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Limit, Named, Nothing, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::Error;
use crate::service::serving::live::Live;
use crate::view::as_of::AsOf;
use crate::view::ballot::Ballot;
use crate::view::election::Election;
use crate::view::observer::Observer;

const OBSERVERS: &str = "/v1/observers";

pub(super) fn routes() -> Vec<Route> {
    let election = Route::get("/v1/election", "election", "The election, as its founding act declares it.", election);
    let contests = Route::get(
        "/v1/contests",
        "contests",
        "Every contest with its candidates, and its result once it is certified.",
        contests,
    );
    let contest = Route::get("/v1/contests/{contest}", "contest", "One contest.", contest);
    let observers = Route::get(
        OBSERVERS,
        "observers",
        "Who may watch, and file copies and complaints; ascending by name.",
        observers,
    );
    let says = "One observer, an agent or a journalist.";
    let observer = Route::get("/v1/observers/{observer}", "observer", says, observer);
    vec![
        election.asked::<Nothing>().json::<AsOf<Election>>().or(&[StatusCode::BAD_REQUEST]),
        contests.asked::<Nothing>().json::<AsOf<Vec<Ballot>>>().or(&[StatusCode::BAD_REQUEST]),
        contest.asked::<Nothing>().json::<AsOf<Ballot>>().or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
        observers.asked::<AskedObservers>().json::<AsOf<Vec<Observer>>>().or(&[StatusCode::BAD_REQUEST]),
        observer.asked::<Nothing>().json::<AsOf<Observer>>().or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
    ]
}

async fn election(State(service): State<Arc<Service>>, asker: Asker, _: Asked<Nothing>) -> Response {
    let look = |live: &Live, _| {
        let query = live.query();
        as_of_now(live, Election::of(&query.reading.model, query.election()?))
    };
    read(service, asker, Keeps::Now, look).await
}

async fn contests(State(service): State<Arc<Service>>, asker: Asker, _: Asked<Nothing>) -> Response {
    read(service, asker, Keeps::Now, |live, _| as_of_now(live, ballots(live, None)?)).await
}

async fn contest(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(contest): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    read(service, asker, Keeps::Now, move |live, _| as_of_now(live, ballots(live, Some(&contest))?.pop())).await
}

fn ballots(live: &Live, contest: Option<&str>) -> Result<Vec<Ballot>, Error> {
    let query = live.query();
    Ok(query.contests(contest)?.into_iter().map(|contest| Ballot::of(&query.reading.model, contest)).collect())
}

/// Which part of the list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedObservers {
    /// What comes after this observer.
    after: Option<String>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn observers(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedObservers>) -> Response {
    let look = move |live: &Live, _| {
        let observers = live.reading().model.observers().iter();
        let rest = observers.filter(|(id, _)| asked.after.as_deref().is_none_or(|after| id.as_str() > after));
        let told = rest.map(|(id, record)| (id, Observer::of(record)));
        page(live, Page::of(told, rows(asked.limit), Link::to(OBSERVERS).with("limit", asked.limit)))
    };
    read(service, asker, Keeps::Now, look).await
}

async fn observer(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(observer): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    let not_there = no_path(asker.lang, &asker.target);
    let look = move |live: &Live, _| {
        let mut observers = live.reading().model.observers().iter();
        let found = observers.find(|(id, _)| id.as_str() == observer);
        found.map(|(_, record)| as_of_now(live, Observer::of(record))).transpose()
    };
    read_or(service, asker, not_there, look).await
}
