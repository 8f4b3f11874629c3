//! An answer on its way: what goes out is counted, and when it has ended, it is told.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, Response};
use axum::middleware::Next;
use hyper::body::{Frame, SizeHint};

use super::host::Host;
use super::identity::RequestId;
use super::metrics::{CUT, REQUEST_TIME, REQUESTS, SENT};
use super::peer::Prefix;
use super::shares::Share;
use super::telling::{Answered, DoorNotice};

/// How much of an answer goes out at once: what is counted as gone has gone, but for one piece.
const PIECE: usize = 64 * 1024;
/// What is told of what no route answered.
const NO_ROUTE: &str = "-";

/// A request that is being answered.
pub(super) struct Asked {
    pub host: Arc<Host>,
    pub id: RequestId,
    method: &'static str,
    from: Prefix,
    at: u64,
    since: Instant,
}

/// The body of an answer, which goes out piece by piece, and is told when it has ended.
struct Counted {
    body: Body,
    /// What was taken from it and has not gone out.
    rest: Bytes,
    _unread: Option<Share>,
    asked: Asked,
    route: Option<MatchedPath>,
    status: u16,
    micros: u64,
    bytes: u64,
    whole: bool,
}

/// Hands the name of the route on to whoever tells of the answer.
pub(super) async fn name_route(request: Request, next: Next) -> Response<Body> {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

impl Asked {
    pub fn new(host: Arc<Host>, method: &Method, from: Prefix) -> Self {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let at = at.try_into().unwrap_or(u64::MAX);
        Self { id: host.identities.next(), host, method: usual(method), from, at, since: Instant::now() }
    }

    /// The answer, from now on counted, with its share of what may be unread.
    pub fn answered(self, response: Response<Body>, unread: Option<Share>) -> Response<Body> {
        let time = self.since.elapsed();
        let (mut head, body) = response.into_parts();
        let route = head.extensions.remove::<MatchedPath>();
        let named = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
        let metrics = &self.host.setting.operating.metrics;
        metrics.count(&REQUESTS, &[self.method, named, head.status.as_str()], 1);
        metrics.took(&REQUEST_TIME, &[named], time);
        let micros = time.as_micros().try_into().unwrap_or(u64::MAX);
        let whole = body.is_end_stream();
        let counted = Counted {
            body,
            rest: Bytes::new(),
            _unread: unread,
            asked: self,
            route,
            status: head.status.as_u16(),
            micros,
            bytes: 0,
            whole,
        };
        Response::from_parts(head, Body::new(counted))
    }
}

/// A method that is told: what somebody makes up is not.
fn usual(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "OPTIONS" => "OPTIONS",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "PATCH" => "PATCH",
        _ => "other",
    }
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.rest.is_empty() {
            match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) => self.rest = data,
                    Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
                },
                ended => {
                    self.whole |= matches!(ended, Poll::Ready(None));
                    return ended;
                }
            }
        }
        let most = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(most);
        self.bytes += piece.len() as u64;
        // Who knows its length asks no further.
        self.whole = self.is_end_stream();
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (held, more) = (self.rest.len() as u64, self.body.size_hint());
        let mut hint = SizeHint::new();
        hint.set_lower(held.saturating_add(more.lower()));
        if let Some(upper) = more.upper() {
            hint.set_upper(held.saturating_add(upper));
        }
        hint
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let Asked { host, id, method, from, at, .. } = &self.asked;
        host.setting.operating.metrics.count(&SENT, &[], self.bytes);
        if !self.whole {
            host.setting.operating.metrics.count(&CUT, &[], 1);
        }
        let answered = Answered {
            at: *at,
            id,
            method,
            route: self.route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str),
            status: self.status,
            bytes: self.bytes,
            micros: self.micros,
            whole: self.whole,
            peer: *from,
        };
        (host.setting.tell)(&DoorNotice::Answered(&answered));
    }
}
