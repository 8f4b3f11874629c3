//! Every route of the service, and the server that has them.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;

use super::refusing::refuse;
use super::service::Service;
use super::shown::show;
use super::{changes, checkpoint, codes, log, receipts, submissions, totals};
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
    let nouns = [
        changes::routes(),
        checkpoint::routes(),
        codes::routes(),
        log::routes(),
        receipts::routes(),
        submissions::routes(),
        totals::routes(),
    ];
    nouns.into_iter().fold(Router::new(), Router::merge).with_state(service)
}
