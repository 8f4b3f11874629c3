//! A server that runs, and how it ends: a client that is being answered gets its answer.

use std::future::{Future, poll_fn};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::task::Poll;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;
use tokio::task::JoinHandle as Task;

use super::answering::name_route;
use super::connection::Guest;
use super::door::Door;
use super::host::Host;
use super::metrics::{CERTIFICATE_UNFIT, CONNECTED, CONNECTIONS, LARGE_BODIES, STREAMS, UNREAD};
use super::peer::Prefix;
use super::readiness::STOPPING;
use super::setting::Setting;
use super::stopping::{Stopping, unless};
use super::supervisor::Supervisor;
use super::telling::DoorNotice;
use super::tls::Renewal;

/// How long the server lets nobody in when the system gives it no connection.
const PAUSE: Duration = Duration::from_millis(100);

/// How many threads speak with others at least.
const THREADS_MIN: usize = 2;

/// A server on a thread of its own. Dropped, it ends as if it had been told to.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Begins to answer, on a thread of its own.
    ///
    /// # Errors
    /// Those of the system.
    pub fn start(listener: TcpListener, routes: Router, setting: impl Into<Setting>) -> io::Result<Self> {
        let setting = setting.into();
        let (address, runtime) = (listener.local_addr()?, runtime()?);
        let (stop, stopped) = oneshot::channel::<()>();
        // A sender that is gone has told to stop too.
        let stopped = async move { drop(stopped.await) };
        let thread = thread::Builder::new().name("server".to_owned());
        let thread = thread.spawn(move || runtime.block_on(serve(listener, routes, setting, stopped)))?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }

    /// The address and port where it answers.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends the server and waits until its thread has ended.
    ///
    /// # Errors
    /// Why it had ended before.
    pub fn stop(mut self) -> io::Result<()> {
        self.end()
    }

    fn end(&mut self) -> io::Result<()> {
        drop(self.stop.take());
        let ended = self.thread.take().map_or(Ok(Ok(())), JoinHandle::join);
        ended.unwrap_or_else(|_| Err(io::Error::other("the server's thread panicked")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Who wants to know calls `stop`.
        let _ = self.end();
    }
}

/// Answers until the process is told to end: by Ctrl-C or SIGTERM.
pub(super) fn until_signal(listener: TcpListener, routes: Router, setting: impl Into<Setting>) -> io::Result<()> {
    let setting = setting.into();
    runtime()?.block_on(async {
        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        let told = poll_fn(move |context| {
            let is_told = interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready();
            if is_told { Poll::Ready(()) } else { Poll::Pending }
        });
        serve(listener, routes, setting, told).await
    })
}

fn runtime() -> io::Result<Runtime> {
    // On a machine with one core too, nobody waits for somebody else's computing.
    let threads = thread::available_parallelism().map_or(THREADS_MIN, usize::from).max(THREADS_MIN);
    Builder::new_multi_thread().worker_threads(threads).enable_all().build()
}

async fn serve(
    listener: TcpListener,
    routes: Router,
    setting: Setting,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let (stopping, door) = (Stopping::new(), Door::new(setting.limits.connections));
    let host = Arc::new(Host::new(routes.layer(from_fn(name_route)), setting));
    let beside = [tokio::spawn(renew(Arc::clone(&host))), tokio::spawn(live(host.setting.supervisor.clone()))];
    show(&host, &door);
    host.setting.supervisor.ready();
    unless(stop, let_in(&listener, &host, &door, &stopping)).await;
    host.setting.supervisor.stopping();
    host.setting.operating.readiness.is_not(STOPPING, "the server is being stopped");
    beside.iter().for_each(Task::abort);
    // Those who are not done by then are slow on purpose.
    drop(listener); // and nobody waits at a door that does not open any more
    let _ = tokio::time::timeout(host.setting.limits.grace, stopping.stop()).await;
    Ok(())
}

/// Lets everybody in, one after the other, and answers each in a task of its own.
async fn let_in(listener: &tokio::net::TcpListener, host: &Arc<Host>, door: &Door, stopping: &Stopping) {
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            // The peer has gone already, or the system has no more files to give: then one who only waits gives his back.
            Err(_) => {
                door.make_room();
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let place = door.enter(Prefix::of(peer.ip())).await;
        host.setting.operating.metrics.count(&CONNECTED, &[], 1);
        let number = place.number();
        let guest =
            Guest { host: Arc::clone(host), place: Arc::new(place), peer: peer.ip(), stop: stopping.listener() };
        door.served_by(number, tokio::spawn(guest.answer(stream)).abort_handle());
    }
}

/// Lets the operator see how many are inside. What it holds ends with the server.
fn show(host: &Arc<Host>, door: &Door) {
    let (metrics, host, door) = (&host.setting.operating.metrics, Arc::downgrade(host), door.clone());
    metrics.when_asked(move |metrics| {
        let Some(host) = host.upgrade() else { return };
        let shown = [
            (CONNECTIONS, door.guests()),
            (STREAMS, host.streams.taken()),
            (LARGE_BODIES, host.large_bodies.taken()),
            (UNREAD, host.answers.taken()),
        ];
        for (gauge, number) in shown {
            metrics.set(&gauge, &[], number.try_into().unwrap_or(i64::MAX));
        }
    });
}

/// Lets the supervisor hear that this server's tasks still run.
async fn live(supervisor: Supervisor) {
    let Some(every) = supervisor.every() else { return };
    loop {
        supervisor.alive();
        tokio::time::sleep(every).await;
    }
}

/// Looks at the certificate's files from time to time.
async fn renew(host: Arc<Host>) {
    let Setting { limits, tls, operating, tell, .. } = &host.setting;
    let Some(tls) = tls else { return };
    loop {
        tokio::time::sleep(limits.certificate_time).await;
        let files = Arc::clone(tls);
        match tokio::task::spawn_blocking(move || files.renew()).await {
            Ok(Renewal::Renewed) => {
                operating.metrics.set(&CERTIFICATE_UNFIT, &[], 0);
                tell(&DoorNotice::CertificateRenewed);
            }
            Ok(Renewal::Unfit(error)) => {
                operating.metrics.set(&CERTIFICATE_UNFIT, &[], 1);
                tell(&DoorNotice::CertificateUnfit(&error));
            }
            Ok(Renewal::Same) | Err(_) => {}
        }
    }
}
