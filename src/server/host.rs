//! What all connections of one server share.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use axum::Router;

use super::identity::Identities;
use super::limiting::Limiting;
use super::peer::Prefix;
use super::rates::RetryAfter;
use super::refusal::Refusal;
use super::setting::Setting;
use super::shares::{NoShare, Share, Shares};

/// After how long it is worth asking again for a large answer.
const UNREAD_SECONDS: u64 = 5;

/// A server, as its connections know it.
pub(super) struct Host {
    pub routes: Router,
    pub setting: Setting,
    pub large_bodies: Shares,
    pub answers: Shares,
    pub streams: Shares,
    pub slow: Shares,
    pub identities: Identities,
    limiting: Limiting,
    since: Instant,
}

impl Host {
    pub fn new(routes: Router, setting: Setting) -> Self {
        let limits = setting.limits;
        Self {
            large_bodies: Shares::new(limits.large_bodies, limits.large_bodies_per_address),
            answers: Shares::new(limits.answers_bytes.0, limits.answers_bytes_per_address.0),
            streams: Shares::new(limits.streams, limits.streams_per_address),
            slow: Shares::new(limits.slow_answers, limits.slow_answers_per_address),
            identities: Identities::new(&setting.stamp),
            limiting: Limiting::new(&limits),
            since: Instant::now(),
            routes,
            setting,
        }
    }

    /// Whether it may be asked by somebody now.
    pub fn asked_by(&self, client: IpAddr) -> Result<(), RetryAfter> {
        if self.is_unlimited(client) { Ok(()) } else { self.limiting.asks(Prefix::of(client), self.now()) }
    }

    /// Whether a key may hand in now; it loses nothing by the question.
    pub fn may_hand_in(&self, client: IpAddr, key: &str) -> Result<(), RetryAfter> {
        if self.is_unlimited(client) { Ok(()) } else { self.limiting.may_hand_in(key, self.now()) }
    }

    /// A key hands in.
    pub fn handed_in_by(&self, client: IpAddr, key: &str) -> Result<(), RetryAfter> {
        if self.is_unlimited(client) { Ok(()) } else { self.limiting.hands_in(key, self.now()) }
    }

    /// Whether an answer of so many bytes may wait to be read: a share of it, where it is not small.
    pub fn holds_unread(&self, client: IpAddr, bytes: Option<u64>) -> Result<Option<Share>, Refusal> {
        let bytes = bytes.map_or(0, |bytes| usize::try_from(bytes).unwrap_or(usize::MAX));
        if bytes <= self.setting.limits.small_answer_bytes.0 || self.is_unlimited(client) {
            return Ok(None);
        }
        let full = |_: NoShare| Refusal::Unread(RetryAfter::seconds(UNREAD_SECONDS));
        self.answers.take_much(Prefix::of(client), bytes).map(Some).map_err(full)
    }

    pub fn is_unlimited(&self, client: IpAddr) -> bool {
        self.setting.unlimited.iter().any(|block| block.has(client))
    }

    fn now(&self) -> Duration {
        self.since.elapsed()
    }
}
