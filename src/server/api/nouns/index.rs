//! The way in, for a program that knows one address: what there is to read, and its description.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::server::api::answering::answer::{JSON, Keeps, as_of_now, found, json, read};
use crate::server::api::asking::asker::Asker;
use crate::server::api::openapi::description;
use crate::server::api::query::{Asked, Nothing};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::serving::live::Live;
use crate::view::as_of::AsOf;
use crate::view::index::{Index, Link};

/// What is told of all routes.
pub(in crate::server::api) struct Described {
    links: Vec<Link>,
    openapi: Vec<u8>,
}

impl Described {
    /// What is told of these routes.
    pub fn of(routes: &[Route]) -> Self {
        let link = |route: &Route| Link { href: route.path.to_owned(), says: route.operation.says.to_owned() };
        Self { links: routes.iter().map(link).collect(), openapi: json(&description(routes)) }
    }
}

pub(super) fn routes() -> Vec<Route> {
    let index = Route::get("/v1", "index", "What there is to read.", index);
    let openapi =
        Route::get("/v1/openapi.json", "openapi", "The description of this service, in OpenAPI 3.1.", openapi);
    vec![
        index.asked::<Nothing>().json::<AsOf<Index>>().or(&[StatusCode::BAD_REQUEST]),
        openapi.asked::<Nothing>().bytes(JSON).or(&[StatusCode::BAD_REQUEST]),
    ]
}

async fn index(
    State(service): State<Arc<Service>>,
    Extension(described): Extension<Arc<Described>>,
    asker: Asker,
    _: Asked<Nothing>,
) -> Response {
    let state = Arc::clone(service.state());
    let look = move |live: &Live, _| {
        let index = Index { takes_submissions: state.takes_submissions(), links: described.links.clone() };
        as_of_now(live, &index)
    };
    read(service, asker, Keeps::Now, look).await
}

async fn openapi(Extension(described): Extension<Arc<Described>>, asker: Asker, _: Asked<Nothing>) -> Response {
    found(&asker, Keeps::Now, JSON, described.openapi.clone())
}
