//! One connection: head and body of each request have seconds, whatever is asked, and the whole has an end.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use axum::response::IntoResponse;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::door::Place;

/// How long a peer has for the head of a request, from the connection or from the last answer on.
const HEAD_TIME: Duration = Duration::from_secs(20);
/// How long it has for the body.
const BODY_TIME: Duration = Duration::from_secs(10);
/// The most bytes of a body that are held before a route looks at it, and may bear less.
const BODY_BYTES_MAX: usize = 384 * 1024;
/// How long a connection may live, whatever is said on it: a log asks every few seconds and can connect again.
const LIFETIME: Duration = Duration::from_secs(120);

/// Answers on a connection until its end; `ending` lets it finish its answer once the server is told to stop.
pub(super) fn answer(
    stream: TcpStream,
    routes: Router,
    place: Place,
    ending: &GracefulShutdown,
) -> impl Future<Output = ()> + Send + 'static {
    let place = Arc::new(place);
    let service = service_fn(move |request| respond(request, routes.clone(), Arc::clone(&place)));
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME);
    let connection = ending.watch(protocol.serve_connection(TokioIo::new(stream), service));
    async move {
        // A peer that breaks off is its own affair.
        let _ = timeout(LIFETIME, connection).await;
    }
}

/// Hands a request to the routes once all of it is there.
async fn respond(request: Request<Incoming>, routes: Router, place: Arc<Place>) -> Result<Response<Body>, Infallible> {
    let (head, body) = request.into_parts();
    let body = match timeout(BODY_TIME, to_bytes(Body::new(body), BODY_BYTES_MAX)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
        Err(_) => return Ok(StatusCode::REQUEST_TIMEOUT.into_response()),
    };
    let _answering = place.answering();
    TowerToHyperService::new(routes).call(Request::from_parts(head, Body::from(body))).await
}
