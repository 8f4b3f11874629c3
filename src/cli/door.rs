//! Where a server answers, whatever it serves: the address, how its bytes go, whom it believes, and what its operators
//! see.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::failure::{Exit, Failure};
use super::output::Output;
use super::words::{files, results, usage};
use crate::domain::code::Code;
use crate::server::limits::Limits;
use crate::server::peer::{Block, ForwardedIn, Trusted};
use crate::server::running::Running;
use crate::server::setting::Setting;
use crate::server::supervisor::{Supervisor, handed_over};
use crate::server::telling::{DoorNotice, apart};
use crate::server::tls::{PlainMay, Tls, TlsError, TlsFiles, Wire, may_listen};
use crate::text::Lang;

/// The names of the sockets that a supervisor hands over.
const PUBLIC: &str = "public";
const OPERATORS: &str = "operators";

/// Where a server answers, and how.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub struct Door {
    /// Where the server answers, without a certificate on this machine alone; if left out at 127.0.0.1, the service at
    /// port 7381 and a witness at 7380
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
    /// Speak TLS under these certificates (PEM, the server's own first); they are read again when they change
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,
    /// The certificate's key (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// Speak without TLS on an address that other machines reach: something that encrypts stands before it
    #[arg(long, conflicts_with = "tls_certificate")]
    pub plain_http: bool,
    /// A proxy, or a block of them, that is believed when it says in X-Forwarded-For who asks; may be named more than once
    #[arg(long, value_name = "BLOCK")]
    pub behind: Vec<String>,
    /// Where operators ask: /healthz, /readyz and /metrics, on an address that nobody else reaches
    #[arg(long, value_name = "ADDR")]
    pub operators: Option<String>,
    /// Write a line of JSON to stderr for each answer
    #[arg(long)]
    pub log_answers: bool,
}

/// A door that is open: nobody is let in yet.
pub struct Opened {
    pub listener: TcpListener,
    pub setting: Setting,
    pub address: SocketAddr,
    operators: Option<TcpListener>,
}

impl Door {
    /// Listens; at `default` if nobody names another address. Whoever cannot be asked need not hold anything.
    ///
    /// # Errors
    /// An address cannot be had, or may not be without a certificate; the certificate cannot be used.
    pub fn open(&self, default: &str, limits: Limits, output: &Output) -> Result<Opened, Failure> {
        let lang = output.lang;
        let listen = self.listen.as_deref().unwrap_or(default);
        let failed = |error: io::Error| not_listening(lang, listen, &error);
        let setting = self.setting(limits, output)?;
        let mut given = handed_over().map_err(failed)?;
        let mut taken = |name: &str| Some(given.remove(given.iter().position(|(given, _)| given == name)?).1);
        let listener = match taken(PUBLIC) {
            Some(listener) => listener,
            None => self.bind(lang, listen, setting.wire())?,
        };
        let operators = match (taken(OPERATORS), &self.operators) {
            (None, Some(listen)) => Some(bind(lang, listen, parsed(lang, listen)?)?),
            (given, _) => given,
        };
        let address = listener.local_addr().map_err(failed)?;
        self.may_listen(lang, address, setting.wire())?;
        Ok(Opened { listener, setting, address, operators })
    }

    /// Listens at an address that nobody reaches for a moment who should not.
    fn bind(&self, lang: Lang, listen: &str, wire: Wire) -> Result<TcpListener, Failure> {
        let address = parsed(lang, listen)?;
        self.may_listen(lang, address, wire)?;
        bind(lang, listen, address)
    }

    fn may_listen(&self, lang: Lang, address: SocketAddr, wire: Wire) -> Result<(), Failure> {
        let plain = if self.plain_http { PlainMay::Anywhere } else { PlainMay::Loopback };
        may_listen(address, wire, plain).map_err(|outside| {
            Failure::usage(advise!(lang, usage::usage_plain_outside { address: outside.0.to_string() }))
        })
    }

    fn tls(&self, lang: Lang) -> Result<Option<Arc<Tls>>, Failure> {
        let (Some(certificates), Some(key)) = (&self.tls_certificate, &self.tls_key) else { return Ok(None) };
        let files = TlsFiles { certificates: certificates.clone(), key: key.clone() };
        let unfit = |error: TlsError| {
            Failure::said(Exit::Input, Code::U3, advise!(lang, usage::usage_tls { error: error.to_string() }))
        };
        Ok(Some(Arc::new(Tls::open(files).map_err(unfit)?)))
    }

    fn setting(&self, limits: Limits, output: &Output) -> Result<Setting, Failure> {
        let tls = self.tls(output.lang)?;
        let block = |text: &String| {
            text.parse::<Block>()
                .map_err(|_| Failure::usage(advise!(output.lang, usage::usage_no_block { block: format!("{text:?}") })))
        };
        let proxies = self.behind.iter().map(block).collect::<Result<_, _>>()?;
        let trusted = Trusted { proxies, header: ForwardedIn::XForwardedFor };
        let setting = Setting { trusted, tls, supervisor: Supervisor::of_environment(), ..Setting::from(limits) };
        let (talk, logs) = (*output, self.log_answers);
        let write = apart(Arc::clone(&setting.operating.metrics), |line| eprintln!("{line}"));
        let tell = move |notice: &DoorNotice<'_>| match notice {
            DoorNotice::Answered(answered) if logs => write(answered.json()),
            DoorNotice::Answered(_) => {}
            DoorNotice::CertificateRenewed => write(say!(talk.lang, results::serving_certificate_renewed).to_owned()),
            DoorNotice::CertificateUnfit(error) => {
                write(say!(talk.lang, results::serving_certificate_unfit { error: error.to_string() }));
            }
        };
        Ok(Setting { tell: Arc::new(tell), ..setting })
    }
}

impl Opened {
    /// Where it answers.
    pub fn url(&self) -> String {
        let scheme = if self.setting.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Begins to answer operators, where they have an address; it ends when this is dropped.
    pub fn answer_operators(&mut self, lang: Lang) -> Result<Option<Running>, Failure> {
        let Some(listener) = self.operators.take() else { return Ok(None) };
        let routes = self.setting.operating.routes();
        let started = Running::start(listener, routes, Limits::WITNESS);
        started.map(Some).map_err(|error| not_listening(lang, OPERATORS, &error))
    }
}

fn parsed(lang: Lang, listen: &str) -> Result<SocketAddr, Failure> {
    let unknown = |_| Failure::usage(advise!(lang, usage::usage_no_address { address: format!("{listen:?}") }));
    listen.parse().map_err(unknown)
}

fn bind(lang: Lang, listen: &str, address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|error| not_listening(lang, listen, &error))
}

/// What is said of an address where nobody can answer.
pub fn not_listening(lang: Lang, listen: &str, error: &io::Error) -> Failure {
    let (address, error) = (listen.to_owned(), files::system(lang, error));
    Failure::said(Exit::Disk, Code::U2, advise!(lang, usage::usage_not_listening { address, error }))
}
