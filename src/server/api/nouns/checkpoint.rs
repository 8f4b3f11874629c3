//! The checkpoint that everything is under, who cosigned it, and that it grew from an earlier one.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::number::Size;
use crate::server::api::answering::answer::{Keeps, as_of, as_of_now, read};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Nothing, Place};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::{Error, QueryError};
use crate::service::serving::live::Live;
use crate::view::as_of::AsOf;
use crate::view::checkpoint::SignedCheckpoint;
use crate::view::consistency::Consistency;
use crate::view::cosigned::Cosigned;

pub(super) fn routes() -> Vec<Route> {
    let now = Route::get(
        "/v1/checkpoint",
        "checkpoint",
        "The checkpoint that everything is under, with its cosignatures.",
        checkpoint,
    );
    let says = "The newest checkpoint that enough witnesses cosigned, or the one of now, and who cosigned it when.";
    let witnesses = Route::get("/v1/witnesses", "witnesses", says, witnesses);
    let says = "That the log of one size grew from the log of another: a proof of RFC 6962.";
    let consistency = Route::get("/v1/consistency", "consistency", says, consistency);
    vec![
        now.asked::<Nothing>().json::<AsOf<SignedCheckpoint>>().or(&[StatusCode::BAD_REQUEST]),
        witnesses.asked::<Nothing>().json::<AsOf<Cosigned>>().or(&[StatusCode::BAD_REQUEST]),
        consistency
            .asked::<AskedConsistency>()
            .json::<AsOf<Consistency>>()
            .or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
    ]
}

async fn checkpoint(State(service): State<Arc<Service>>, asker: Asker, _: Asked<Nothing>) -> Response {
    read(service, asker, Keeps::Now, |live, _| as_of_now(live, SignedCheckpoint::of(&live.reading().checkpoint))).await
}

async fn witnesses(State(service): State<Arc<Service>>, asker: Asker, _: Asked<Nothing>) -> Response {
    let policy = service.policy.clone();
    read(service, asker, Keeps::Now, move |live, _| as_of_now(live, Cosigned::under(live.cosigned(), policy.as_ref())))
        .await
}

/// Between which sizes.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedConsistency {
    /// The size that it grew from.
    old: Place,
    /// The size that it grew to; that of now where it is left out.
    new: Option<Place>,
}

async fn consistency(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Asked(asked): Asked<AskedConsistency>,
) -> Response {
    let keeps = if asked.new.is_some() { Keeps::Ever } else { Keeps::Now };
    read(service, asker, keeps, move |live, _| grown(live, &asked)).await
}

fn grown(live: &Live, asked: &AskedConsistency) -> Result<Vec<u8>, Error> {
    let (old, new) = (Size(asked.old.0), asked.new.map_or(live.size(), |Place(new)| Size(new)));
    let of = |wanted: Size, most: Size| {
        let root = live.tree().root_at(wanted).ok().filter(|_| wanted <= most);
        root.map(|root| (wanted, root)).ok_or(QueryError::NoSize { wanted, size: most })
    };
    let after = of(new, live.size())?;
    let before = of(old, new)?;
    let none = |_| QueryError::NoSize { wanted: old, size: new };
    let proof = live.tree().prove_consistency(old, new).map_err(none)?;
    as_of(live, new, Consistency::of(before, after, proof))
}
