//! What holds while another machine writes.

use std::time::Duration;

/// When a machine that stands by takes over without being told, and whom it listens to.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The URL of the service that writes, where it is known.
    pub writer: Option<String>,
    /// After how long without a sign of it this machine takes over, once there was one; never, where nobody says so.
    pub takeover_after: Option<Duration>,
}
