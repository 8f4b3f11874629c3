//! What the door allows, one table: each limit with its reason, and what it is for each server of ours. `docs/limits.md`
//! is made from it.

use std::fmt;
use std::time::Duration;

use super::rates::Rate;

/// A number of bytes, told in the largest unit that it is a whole number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes(pub usize);

/// A limit as the table tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitTold {
    /// Its name in [`Limits`].
    pub name: &'static str,
    /// What it bounds, and why there.
    pub why: String,
    /// What it is for a witness.
    pub witness: String,
    /// What it is for the service of an election night.
    pub service: String,
}

/// How a limit's value is told.
pub(super) trait Told {
    /// For people.
    fn told(&self) -> String;
}

macro_rules! limits {
    ($($(#[doc = $why:literal])+ $name:ident: $type:ty = $witness:expr, $service:expr;)+) => {
        /// What a server allows to whoever comes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Limits {
            $($(#[doc = $why])+ pub $name: $type,)+
        }

        impl Limits {
            /// Those of a witness: few logs ask, with small bodies, and can connect again.
            pub const WITNESS: Self = Self { $($name: $witness,)+ };
            /// Those of an election night: everybody reads, and papers come with their scans.
            pub const SERVICE: Self = Self { $($name: $service,)+ };

            /// The table, row by row.
            pub fn table() -> Vec<LimitTold> {
                vec![$(LimitTold {
                    name: stringify!($name),
                    why: [$($why.trim()),+].join(" "),
                    witness: Self::WITNESS.$name.told(),
                    service: Self::SERVICE.$name.told(),
                },)+]
            }
        }
    };
}

limits! {
    /// Connections at once. With one more, the one that was waited for longest goes, of the address that has the most:
    /// silent connections shut nobody out, and a flood from one address pushes itself out.
    connections: usize = 256, 2_048;
    /// Bytes of the head of a request, with all its headers. Beyond, 431.
    head_bytes: Bytes = Bytes(16 * KIB), Bytes(16 * KIB);
    /// How long the head of a request may take, from the connection or from the last answer on.
    head_time: Duration = Duration::from_secs(20), Duration::from_secs(20);
    /// Bytes of a body that is small: every connection may hold one, so this times the connections is memory.
    small_body_bytes: Bytes = Bytes(384 * KIB), Bytes(128 * KIB);
    /// How long a small body may take. Beyond, 408.
    small_body_time: Duration = Duration::from_secs(10), Duration::from_secs(20);
    /// Bytes of any body: a submission with its scans. Beyond, 413.
    body_bytes: Bytes = Bytes(384 * KIB), Bytes(22 * MIB);
    /// How long a body that is not small may take: scans over a slow mobile network. Beyond, 408.
    body_time: Duration = Duration::from_secs(10), Duration::from_secs(180);
    /// Bodies at once that are not small: this times the bytes of any body is memory. Beyond, 503 with `Retry-After`.
    large_bodies: usize = 1, 16;
    /// Of these, from one address: nobody keeps others from handing in scans.
    large_bodies_per_address: usize = 1, 4;
    /// Bytes of an answer that is small: every connection may be read one, so this times the connections is memory.
    small_answer_bytes: Bytes = Bytes(64 * KIB), Bytes(64 * KIB);
    /// Bytes of answers at once that are not small and are not read yet: memory. Beyond, 503 with `Retry-After`, but for an
    /// answer that is larger than all of it and alone.
    answers_bytes: Bytes = Bytes(8 * MIB), Bytes(256 * MIB);
    /// Of these, to one address, which may always have one: whoever asks and does not read keeps others from nothing.
    answers_bytes_per_address: Bytes = Bytes(4 * MIB), Bytes(32 * MIB);
    /// Bytes of an answer that the system holds for a reader (it takes up to twice of it): without a bound it is some MiB for
    /// each who reads nothing, and nobody sees a slow one read.
    reader_bytes: Bytes = Bytes(64 * KIB), Bytes(128 * KIB);
    /// How long a reader may take nothing of an answer that waits for it, or not say that it has arrived; then the connection
    /// ends.
    reader_time: Duration = Duration::from_secs(10), Duration::from_secs(20);
    /// How long a connection lives, whatever is said on it: then it gives no further answer, and its peer connects again.
    lifetime: Duration = Duration::from_secs(120), Duration::from_secs(600);
    /// How long the answer that is being read by then has left: a reader may be slow without end otherwise.
    last_answer_time: Duration = Duration::from_secs(10), Duration::from_secs(300);
    /// Event streams at once: fewer than connections, so that there are always others. Beyond, 503 with `Retry-After`.
    streams: usize = 1, 1_024;
    /// Of these, from one address.
    streams_per_address: usize = 1, 128;
    /// Answers at once that take long to make, or that wait for witnesses: who is answered so keeps his place on the
    /// server, and nobody may fill it so. Beyond, 503 with `Retry-After`; who would wait for witnesses is answered at once.
    slow_answers: usize = 1, 64;
    /// Of these, to one address.
    slow_answers_per_address: usize = 1, 4;
    /// How long an event stream lasts: its reader connects again and goes on where it was.
    stream_time: Duration = Duration::from_secs(60), Duration::from_secs(3_600);
    /// How often an event stream that has nothing to say shows that it is there: more seldom, proxies take it for dead.
    stream_beat: Duration = Duration::from_secs(15), Duration::from_secs(15);
    /// How long an event stream rests after it told that the log grew: so often its readers ask at most, and what comes
    /// meanwhile is told together.
    stream_rest: Duration = Duration::from_secs(1), Duration::from_secs(1);
    /// How long the handshake of TLS may take.
    handshake_time: Duration = Duration::from_secs(10), Duration::from_secs(10);
    /// How often the certificate's files are looked at.
    certificate_time: Duration = Duration::from_secs(10), Duration::from_secs(10);
    /// How long whoever is being answered has left once the server is told to stop.
    grace: Duration = Duration::from_secs(10), Duration::from_secs(15);
    /// Requests of one address, IPv4 as it is and IPv6 by its first 64 bits: what it may ask at once, and then go on with.
    /// Many people share an address. Beyond, 429 with `Retry-After`.
    address_rate: Rate = Rate { burst: 600, per_minute: 1_200 }, Rate { burst: 1_200, per_minute: 6_000 };
    /// Requests of one IPv6 network of 48 bits: whoever has one has 65,536 addresses of 64 bits.
    network_rate: Rate = Rate { burst: 2_400, per_minute: 4_800 }, Rate { burst: 4_800, per_minute: 24_000 };
    /// Submissions of one key: a commission has a few hundred papers to hand in on a night. Beyond, 429 with `Retry-After`.
    key_rate: Rate = Rate { burst: 1, per_minute: 60 }, Rate { burst: 300, per_minute: 120 };
    /// Addresses, networks and keys that are remembered, each: of more, whoever owes least is forgotten first.
    remembered: usize = 16_384, 65_536;
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bytes if bytes % MIB == 0 => write!(f, "{} MiB", bytes / MIB),
            bytes if bytes % KIB == 0 => write!(f, "{} KiB", bytes / KIB),
            bytes => write!(f, "{bytes} bytes"),
        }
    }
}

impl Told for Bytes {
    fn told(&self) -> String {
        self.to_string()
    }
}

impl Told for usize {
    fn told(&self) -> String {
        self.to_string()
    }
}

impl Told for Duration {
    fn told(&self) -> String {
        match self.as_secs() {
            seconds if seconds >= 120 && seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
            seconds => format!("{seconds} s"),
        }
    }
}

impl Told for Rate {
    fn told(&self) -> String {
        format!("{}, then {} a minute", self.burst, self.per_minute)
    }
}
