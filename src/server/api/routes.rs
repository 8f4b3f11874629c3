//! Every route of the service, and the server that has them.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::{Extension, Router};

use super::answering::problems::not_so;
use super::answering::refusing::{nowhere, refuse};
use super::desk;
use super::nouns;
use super::nouns::index::Described;
use super::pages;
use super::route::Route;
use super::service::Service;
use super::shown::show;
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

fn routes(service: Arc<Service>) -> Router {
    let all = nouns::all();
    let described = Arc::new(Described::of(&all));
    let router = all.into_iter().fold(Router::new(), |router, Route { path, methods, .. }| router.route(path, methods));
    let served = router
        .merge(nouns::log::routes())
        .merge(pages::routes())
        .merge(desk::routes())
        .fallback(nowhere)
        .method_not_allowed_fallback(not_so);
    // The door has bounded each body already; the library's own bound, of 2 MB, would refuse most scans.
    served.layer(DefaultBodyLimit::disable()).layer(Extension(described)).with_state(service)
}
