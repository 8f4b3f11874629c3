//! What a server is told before it starts.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::limits::Limits;
use super::operating::Operating;
use super::peer::{Block, Trusted};
use super::refusal::{Refuse, plainly};
use super::supervisor::Supervisor;
use super::telling::{Tell, nobody};
use super::tls::{Tls, Wire};

/// How a server behaves, whatever its routes are. [`Limits`] alone are one: nobody is trusted or excepted, nothing is
/// encrypted, and nobody is told.
#[derive(Clone)]
pub struct Setting {
    /// What it allows.
    pub limits: Limits,
    /// Whom it believes when he says who asks.
    pub trusted: Trusted,
    /// Who may ask as often as he likes, and have as many streams: a load test, a mirror of one's own.
    pub unlimited: Vec<Block>,
    /// How it answers whom it refuses.
    pub refuse: Refuse,
    /// The certificate under which it speaks; none where it speaks plainly.
    pub tls: Option<Arc<Tls>>,
    /// What stands before the number of each request: another one at each start.
    pub stamp: String,
    /// What its operator sees.
    pub operating: Operating,
    /// Whom it tells.
    pub tell: Tell,
    /// Who started it and watches it.
    pub supervisor: Supervisor,
}

impl Setting {
    /// How its bytes go.
    pub fn wire(&self) -> Wire {
        if self.tls.is_some() { Wire::Tls } else { Wire::Plain }
    }
}

impl From<Limits> for Setting {
    fn from(limits: Limits) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            limits,
            trusted: Trusted::default(),
            unlimited: Vec::new(),
            refuse: plainly,
            tls: None,
            stamp: format!("{:x}", now.as_millis()),
            operating: Operating::default(),
            tell: nobody(),
            supervisor: Supervisor::default(),
        }
    }
}
