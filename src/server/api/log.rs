//! The log as static files, as C2SP programs read it: what is published, byte for byte.

use std::io::ErrorKind;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::answer::{Keeps, found, public};
use super::asking::Asker;
use super::service::Service;
use crate::ledger::tree::tile::Tile;
use crate::store::files;
use crate::verify::published::{CHECKPOINT, SNAPSHOT};

pub(super) fn routes() -> Router<Arc<Service>> {
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
    // A name that is spelt so leads nowhere else.
    let tile = file.parse::<Tile>().ok().filter(|tile| tile.to_string() == file);
    let beside = BESIDE.iter().find(|(name, _)| *name == file);
    let (content_type, keeps) = match (tile, beside) {
        (Some(_), _) => ("application/octet-stream", Keeps::Ever),
        (None, Some((_, content_type))) => (*content_type, Keeps::Now),
        (None, None) => return public(StatusCode::NOT_FOUND.into_response()),
    };
    let path = service.ledger.join(files::PUBLISHED).join(&file);
    match tokio::task::spawn_blocking(move || std::fs::read(path)).await {
        Ok(Ok(bytes)) => found(&asker, keeps, content_type, bytes),
        Ok(Err(error)) if error.kind() == ErrorKind::NotFound => public(StatusCode::NOT_FOUND.into_response()),
        Ok(Err(_)) | Err(_) => public(StatusCode::SERVICE_UNAVAILABLE.into_response()),
    }
}
