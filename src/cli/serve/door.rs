//! Where the service answers: the address, how its bytes go, whom it believes, and what its operators see.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::cli::failure::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::words::{files, results, usage};
use crate::domain::code::Code;
use crate::server::limits::Limits;
use crate::server::peer::{Block, ForwardedIn, Trusted};
use crate::server::running::Running;
use crate::server::setting::Setting;
use crate::server::supervisor::{Supervisor, handed_over};
use crate::server::telling::{DoorNotice, apart};
use crate::server::tls::{PlainMay, Tls, TlsFiles, may_listen};
use crate::text::Lang;

/// The names of the sockets that a supervisor hands over.
const PUBLIC: &str = "public";
const OPERATORS: &str = "operators";

/// Where the service answers, if nobody says otherwise.
pub const LISTEN: &str = "127.0.0.1:7381";

/// Where the service answers, and how.
#[derive(Debug, Args)]
pub struct Door {
    /// Where the service answers; without a certificate on this machine alone
    #[arg(long, value_name = "ADDR", default_value = LISTEN)]
    pub listen: String,
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
    /// `https` or `http`.
    scheme: &'static str,
    operators: Option<TcpListener>,
}

impl Door {
    /// One on this machine alone, as it is where nobody says otherwise.
    pub fn here(listen: &str) -> Self {
        Self {
            listen: listen.to_owned(),
            tls_certificate: None,
            tls_key: None,
            plain_http: false,
            behind: Vec::new(),
            operators: None,
            log_answers: false,
        }
    }

    /// Listens, so that whoever cannot be asked need not hold a ledger.
    pub fn open(&self, output: &Output) -> Result<Opened, Failure> {
        let lang = output.lang;
        let not_listening = |listen: &str| {
            let listen = listen.to_owned();
            move |error: io::Error| not_listening(lang, &listen, &error)
        };
        let tls = self.tls(lang)?;
        let mut given = handed_over().map_err(not_listening(&self.listen))?;
        let mut taken = |name: &str| Some(given.remove(given.iter().position(|(given, _)| given == name)?).1);
        let listener = match taken(PUBLIC) {
            Some(listener) => listener,
            None => TcpListener::bind(address(lang, &self.listen)?).map_err(not_listening(&self.listen))?,
        };
        let operators = match (taken(OPERATORS), &self.operators) {
            (Some(listener), _) => Some(listener),
            (None, Some(listen)) => Some(TcpListener::bind(address(lang, listen)?).map_err(not_listening(listen))?),
            (None, None) => None,
        };
        let address = listener.local_addr().map_err(not_listening(&self.listen))?;
        let setting = self.setting(tls, output)?;
        let plain = if self.plain_http { PlainMay::Anywhere } else { PlainMay::Loopback };
        may_listen(address, setting.wire(), plain).map_err(|outside| {
            Failure::usage(advise!(lang, usage::usage_plain_outside { address: outside.0.to_string() }))
        })?;
        let scheme = if setting.tls.is_some() { "https" } else { "http" };
        Ok(Opened { listener, setting, address, scheme, operators })
    }

    fn tls(&self, lang: Lang) -> Result<Option<Arc<Tls>>, Failure> {
        let (Some(certificates), Some(key)) = (&self.tls_certificate, &self.tls_key) else { return Ok(None) };
        let files = TlsFiles { certificates: certificates.clone(), key: key.clone() };
        let unfit = |error: crate::server::tls::TlsError| {
            Failure::said(Exit::Input, Code::U3, advise!(lang, usage::usage_tls { error: error.to_string() }))
        };
        Ok(Some(Arc::new(Tls::open(files).map_err(unfit)?)))
    }

    fn setting(&self, tls: Option<Arc<Tls>>, output: &Output) -> Result<Setting, Failure> {
        let block = |text: &String| {
            text.parse::<Block>()
                .map_err(|_| Failure::usage(advise!(output.lang, usage::usage_no_block { block: format!("{text:?}") })))
        };
        let proxies = self.behind.iter().map(block).collect::<Result<_, _>>()?;
        let trusted = Trusted { proxies, header: ForwardedIn::XForwardedFor };
        let setting =
            Setting { trusted, tls, supervisor: Supervisor::of_environment(), ..Setting::from(Limits::SERVICE) };
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
    /// The address that is told.
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.address)
    }

    /// Begins to answer operators, where they have an address; it ends when this is dropped.
    pub fn answer_operators(&mut self, lang: Lang) -> Result<Option<Running>, Failure> {
        let Some(listener) = self.operators.take() else { return Ok(None) };
        let routes = self.setting.operating.routes();
        let started = Running::start(listener, routes, Limits::WITNESS);
        started.map(Some).map_err(|error| not_listening(lang, OPERATORS, &error))
    }
}

fn address(lang: Lang, listen: &str) -> Result<SocketAddr, Failure> {
    let unknown = |_| Failure::usage(advise!(lang, usage::usage_no_address { address: format!("{listen:?}") }));
    listen.parse().map_err(unknown)
}

pub fn not_listening(lang: Lang, listen: &str, error: &io::Error) -> Failure {
    let (address, error) = (listen.to_owned(), files::system(lang, error));
    Failure::said(Exit::Disk, Code::U2, advise!(lang, usage::usage_not_listening { address, error }))
}
