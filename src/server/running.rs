//! A server that runs, and how it ends: a client that is being answered gets its answer.

use std::future::{Future, poll_fn};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::task::Poll;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use rustix::net::sockopt::set_socket_send_buffer_size;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::connection::Guest;
use super::door::Door;
use super::host::Host;
use super::peer::Prefix;
use super::setting::Setting;
use super::stopping::{Stopping, unless};

/// How long the server lets nobody in when the system gives it no connection.
const PAUSE: Duration = Duration::from_millis(100);

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
        let thread = thread.spawn(move || runtime.block_on(serve(listener, Host::new(routes, setting), stopped)))?;
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
    let host = Host::new(routes, setting.into());
    runtime()?.block_on(async {
        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        let told = poll_fn(move |context| {
            let is_told = interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready();
            if is_told { Poll::Ready(()) } else { Poll::Pending }
        });
        serve(listener, host, told).await
    })
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

async fn serve(listener: TcpListener, host: Host, stop: impl Future<Output = ()>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    // Every connection has it from its listener.
    set_socket_send_buffer_size(&listener, host.setting.limits.reader_bytes.0)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let (stopping, grace) = (Stopping::new(), host.setting.limits.grace);
    unless(stop, let_in(&listener, &Arc::new(host), &stopping)).await;
    // Those who are not done by then are slow on purpose.
    let _ = tokio::time::timeout(grace, stopping.stop()).await;
    Ok(())
}

/// Lets everybody in, one after the other, and answers each in a task of its own.
async fn let_in(listener: &tokio::net::TcpListener, host: &Arc<Host>, stopping: &Stopping) {
    let door = Door::new(host.setting.limits.connections);
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
        let number = place.number();
        let guest =
            Guest { host: Arc::clone(host), place: Arc::new(place), peer: peer.ip(), stop: stopping.listener() };
        door.served_by(number, tokio::spawn(guest.answer(stream)).abort_handle());
    }
}
