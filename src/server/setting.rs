//! What a server is told before it starts.

use super::limits::Limits;
use super::peer::{Block, Trusted};
use super::refusal::{Refuse, plainly};

/// How a server behaves, whatever its routes are. [`Limits`] alone are one: nobody is trusted or excepted.
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
}

impl From<Limits> for Setting {
    fn from(limits: Limits) -> Self {
        Self { limits, trusted: Trusted::default(), unlimited: Vec::new(), refuse: plainly }
    }
}
