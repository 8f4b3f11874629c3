//! A server that runs, and how it ends: a client that is being answered gets its answer.

use std::future::{Future, poll_fn};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::pin;
use std::task::Poll;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::connection::answer;
use super::door::Door;

/// How long a client that is being answered has left once the operator stops the server.
const GRACE: Duration = Duration::from_secs(10);
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
    pub(super) fn start(listener: TcpListener, routes: Router) -> io::Result<Self> {
        let (address, runtime) = (listener.local_addr()?, runtime()?);
        let (stop, stopped) = oneshot::channel::<()>();
        // A sender that is gone has told to stop too.
        let stopped = async move { drop(stopped.await) };
        let thread = thread::Builder::new().name("server".to_owned());
        let thread = thread.spawn(move || runtime.block_on(serve(listener, routes, stopped)))?;
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
pub(super) fn until_signal(listener: TcpListener, routes: Router) -> io::Result<()> {
    runtime()?.block_on(async {
        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        let told = poll_fn(move |context| {
            let is_told = interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready();
            if is_told { Poll::Ready(()) } else { Poll::Pending }
        });
        serve(listener, routes, told).await
    })
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

async fn serve(listener: TcpListener, routes: Router, stop: impl Future<Output = ()>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let ending = GracefulShutdown::new();
    {
        let (mut stop, mut letting_in) = (pin!(stop), pin!(let_in(&listener, &routes, &ending)));
        let told = poll_fn(|context| match stop.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(()),
            Poll::Pending => letting_in.as_mut().poll(context),
        });
        told.await;
    }
    // Those who are not done by then are slow on purpose.
    let _ = tokio::time::timeout(GRACE, ending.shutdown()).await;
    Ok(())
}

/// Lets everybody in, one after the other, and answers each in a task of its own.
async fn let_in(listener: &tokio::net::TcpListener, routes: &Router, ending: &GracefulShutdown) {
    let door = Door::default();
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // The peer has gone already, or the system has no more files to give: then those who leave give some back.
            Err(_) => {
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let place = door.enter().await;
        let number = place.number();
        let task = tokio::spawn(answer(stream, routes.clone(), place, ending));
        door.served_by(number, task.abort_handle());
    }
}
