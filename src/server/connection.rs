//! One connection: head and body of each request have seconds, whatever is asked, and the whole has an end.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::net::IpAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use axum::body::{Body, HttpBody};
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rustix::net::sockopt::{set_socket_send_buffer_size, set_tcp_user_timeout};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use super::answering::Asked;
use super::body;
use super::door::Place;
use super::headers::dress;
use super::host::Host;
use super::identity::RequestId;
use super::limits::Limits;
use super::metrics::HANDSHAKES_FAILED;
use super::patience::Patient;
use super::peer::Prefix;
use super::refusal::{self, Refusal};
use super::setting::Setting;
use super::stopping::{Stop, unless};
use super::visit::Visit;

/// A connection that was let in.
#[derive(Clone)]
pub(super) struct Guest {
    pub host: Arc<Host>,
    pub place: Arc<Place>,
    pub peer: IpAddr,
    pub stop: Stop,
}

/// Asks the system for what it can do for a connection; where it cannot, what the server does itself stays.
fn prepare(stream: &TcpStream, limits: &Limits) {
    // What is small goes at once.
    let _ = stream.set_nodelay(true);
    let _ = set_socket_send_buffer_size(stream, limits.reader_bytes.0);
    // Who vanished without a word is gone as soon as who reads nothing.
    let millis = limits.reader_time.as_millis().try_into().unwrap_or(u32::MAX);
    let _ = set_tcp_user_timeout(stream, millis);
}

impl Guest {
    /// Answers on a connection until its end. A server that is told to stop lets it finish its answer.
    pub async fn answer(self, stream: TcpStream) {
        let Setting { limits, tls, operating, .. } = &self.host.setting;
        prepare(&stream, limits);
        let stream = Patient::new(stream, limits.reader_time);
        let Some(tls) = tls else { return self.speak(stream).await };
        match timeout(limits.handshake_time, TlsAcceptor::from(tls.config()).accept(stream)).await {
            Ok(Ok(stream)) => self.speak(stream).await,
            _ => operating.metrics.count(&HANDSHAKES_FAILED, &[], 1),
        }
    }

    async fn speak(self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
        let limits = self.host.setting.limits;
        let mut protocol = http1::Builder::new();
        protocol.timer(TokioTimer::new()).header_read_timeout(limits.head_time).max_buf_size(limits.head_bytes.0);
        let guest = self.clone();
        let service = service_fn(move |request| guest.clone().respond(request));
        let mut connection = pin!(protocol.serve_connection(TokioIo::new(stream), service));
        let (last, cut) = (unless(self.stop.told(), sleep(limits.lifetime)), self.cut());
        let (mut last, mut cut, mut is_last) = (pin!(last), pin!(cut), false);
        poll_fn(|context| {
            if !is_last && last.as_mut().poll(context).is_ready() {
                is_last = true;
                connection.as_mut().graceful_shutdown();
            }
            // A peer that breaks off is its own affair.
            if connection.as_mut().poll(context).is_ready() { Poll::Ready(()) } else { cut.as_mut().poll(context) }
        })
        .await;
    }

    /// When the connection is cut, whatever it does: a stream lasts longer than other answers.
    async fn cut(&self) {
        let limits = self.host.setting.limits;
        sleep(limits.lifetime + limits.last_answer_time).await;
        if self.place.is_busy() {
            sleep(limits.stream_time).await;
        }
    }

    async fn respond(self, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
        let setting = &self.host.setting;
        let client = setting.trusted.client(self.peer, request.headers());
        let asked = Asked::new(Arc::clone(&self.host), request.method(), Prefix::of(client));
        let (id, wire) = (asked.id.clone(), setting.wire());
        let headers = request.headers().clone();
        let response = self.clone().let_through(request, client, &id).await;
        let unread = self.host.holds_unread(client, response.body().size_hint().exact());
        let (mut response, unread) = match unread {
            Ok(unread) => (response, unread),
            Err(refusal) => (refusal::answer(setting.refuse, refusal, &headers), None),
        };
        dress(&mut response, &id, wire);
        Ok(asked.answered(response, unread))
    }

    /// Lets a request through to its route, once all of it is there.
    async fn let_through(self, request: Request<Incoming>, client: IpAddr, id: &RequestId) -> Response<Body> {
        let (head, body) = request.into_parts();
        let Self { host, place, stop, .. } = self;
        let refused = |refusal| refusal::answer(host.setting.refuse, refusal, &head.headers);
        if let Err(after) = host.asked_by(client) {
            return refused(Refusal::TooOften(after));
        }
        let body = body::read(body, &host.setting.limits, &host.large_bodies, Prefix::of(client)).await;
        let body = match body {
            Ok(body) => body,
            Err(refusal) => return refused(refusal),
        };
        let _busy = place.busy();
        let mut request = Request::from_parts(head, Body::from(body.bytes.clone()));
        let visit = Visit { id: id.clone(), client, host: Arc::clone(&host), place, stop };
        request.extensions_mut().insert(visit);
        let routed = TowerToHyperService::new(host.routes.clone()).call(request).await;
        routed.unwrap_or_else(|never| match never {})
    }
}
