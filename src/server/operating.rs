//! What operators and their programs ask, on an address of its own that nobody else reaches.
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /healthz` | 200: the process answers |
//! | `GET /readyz` | 200, or 503 with each reason, as JSON |
//! | `GET /metrics` | everything that is counted and measured, for Prometheus |

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::metrics::{Metrics, READY};
use super::readiness::Readiness;

/// What a server lets its operator see.
#[derive(Clone, Default)]
pub struct Operating {
    /// What it counts and measures.
    pub metrics: Arc<Metrics>,
    /// Whether it does what it is there for.
    pub readiness: Arc<Readiness>,
}

impl Operating {
    /// The routes of the private address.
    pub fn routes(&self) -> Router {
        Router::new()
            .route("/healthz", get(|| async { "ok\n" }))
            .route("/readyz", get(ready))
            .route("/metrics", get(metrics))
            .with_state(self.clone())
    }
}

async fn ready(State(operating): State<Operating>) -> Response {
    let told = operating.readiness.told();
    let status = if told.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = serde_json::to_vec(&told).expect("texts by names");
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

async fn metrics(State(operating): State<Operating>) -> Response {
    operating.metrics.set(&READY, &[], operating.readiness.told().ready.into());
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], operating.metrics.told()).into_response()
}
