//! Every route of the service, and the server that has them.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::{Extension, Router};

use super::index::Described;
use super::problems::{not_so, nowhere};
use super::refusing::refuse;
use super::route::Route;
use super::service::Service;
use super::shown::show;
use super::{
    changes, checkpoint, codes, election, events, exports, findings, index, kits, log, observed, papers, proofs,
    receipts, submissions, totals, units,
};
use crate::server::running::{Running, until_signal};
use crate::server::setting::Setting;

/// Begins to answer on a thread of its own.
///
/// # Errors
/// Those of the system.
pub fn start(service: Service, listener: TcpListener, setting: impl Into<Setting>) -> io::Result<Running> {
    let (service, setting) = (Arc::new(service), setting.into());
    show(&service, &setting.operating);
    Running::start(listener, routes(service), Setting { refuse, ..setting })
}

/// Answers until Ctrl-C or SIGTERM. What was accepted by then is acknowledged.
///
/// # Errors
/// Those of the system.
pub fn serve(service: Service, listener: TcpListener, setting: Setting) -> io::Result<()> {
    let service = Arc::new(service);
    show(&service, &setting.operating);
    let ended = until_signal(listener, routes(Arc::clone(&service)), Setting { refuse, ..setting });
    service.writer.end();
    ended
}

/// Every route that the description has.
fn all() -> Vec<Route> {
    let nouns = [
        index::routes(),
        election::routes(),
        units::routes(),
        totals::routes(),
        papers::routes(),
        changes::routes(),
        findings::routes(),
        observed::routes(),
        events::routes(),
        receipts::routes(),
        checkpoint::routes(),
        proofs::routes(),
        exports::routes(),
        kits::routes(),
        codes::routes(),
        submissions::routes(),
    ];
    nouns.into_iter().flatten().collect()
}

fn routes(service: Arc<Service>) -> Router {
    let all = all();
    let described = Arc::new(Described::of(&all));
    let router = all.into_iter().fold(Router::new(), |router, Route { path, methods, .. }| router.route(path, methods));
    let served = router.merge(log::routes()).fallback(nowhere).method_not_allowed_fallback(not_so);
    served.layer(Extension(described)).with_state(service)
}
