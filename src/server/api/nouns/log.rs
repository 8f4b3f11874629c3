//! The log as static files, as C2SP programs read it: what is published, byte for byte.

use std::io::ErrorKind;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::ledger::tree::tile::Tile;
use crate::server::api::answering::answer::{BYTES, Keeps, answer, found};
use crate::server::api::answering::crossing::public;
use crate::server::api::answering::problems::no_path;
use crate::server::api::asking::asker::Asker;
use crate::server::api::service::Service;
use crate::store::files;
use crate::verify::published::{CHECKPOINT, SNAPSHOT};

pub(in crate::server::api) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/log/{*file}", get(file))
}

/// What stands beside the tiles, and how each is called.
const BESIDE: [(&str, &str); 5] = [
    (CHECKPOINT, "text/plain; charset=utf-8"),
    (SNAPSHOT, "text/plain; charset=utf-8"),
    (files::MANIFEST, "application/toml"),
    (files::LOG_VKEY, "text/plain; charset=utf-8"),
    (files::POLICY, "text/plain; charset=utf-8"),
];

async fn file(State(service): State<Arc<Service>>, asker: Asker, Path(file): Path<String>) -> Response {
    let path = service.ledger.join(files::PUBLISHED).join(&file);
    let (lang, target) = (asker.lang, asker.target.clone());
    let read = move || match std::fs::read(path) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Box::new(no_path(lang, &target))),
        Err(_) => Err(Box::new(public(StatusCode::SERVICE_UNAVAILABLE.into_response()))),
    };
    // A name that is spelt so leads nowhere else.
    if file.parse::<Tile>().is_ok_and(|tile| tile.to_string() == file) {
        return answer(BYTES, &service, &asker, Keeps::Ever, read).await;
    }
    let Some((_, media)) = BESIDE.iter().find(|(name, _)| *name == file) else {
        return no_path(asker.lang, &asker.target);
    };
    // Whoever has a receipt finds what it is of.
    service.state().is_published().await;
    match tokio::task::spawn_blocking(read).await {
        Ok(Ok(bytes)) => found(&asker, Keeps::Now, media, bytes),
        Ok(Err(response)) => *response,
        Err(_) => public(StatusCode::SERVICE_UNAVAILABLE.into_response()),
    }
}
