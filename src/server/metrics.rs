//! What a server counts and measures, for Prometheus: its text format, of whole numbers. A time is kept in microseconds
//! and told in seconds, as Prometheus wants it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A metric: its name, what it says, and by what it is told apart.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub help: &'static str,
    /// The names of its labels. Their values must be few: whoever asks chooses none of them.
    pub labels: &'static [&'static str],
}

/// What only grows.
#[derive(Clone, Copy, Debug)]
pub struct Counter(pub Named);

/// What is as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Gauge(pub Named);

/// How long something took, in buckets.
#[derive(Clone, Copy, Debug)]
pub struct Histogram(pub Named);

/// Answers, by method, route and status. What no route answered has the route `-`.
pub const REQUESTS: Counter = Counter(Named {
    name: "protokol_requests_total",
    help: "Answers, by method, route and status.",
    labels: &["method", "route", "status"],
});
/// How long answers took until they began, by route.
pub const REQUEST_TIME: Histogram = Histogram(Named {
    name: "protokol_request_seconds",
    help: "How long answers took until they began, by route.",
    labels: &["route"],
});
/// Bytes of bodies that went out.
pub const SENT: Counter =
    Counter(Named { name: "protokol_sent_bytes_total", help: "Bytes of answers' bodies that went out.", labels: &[] });
/// Answers that ended before their end.
pub const CUT: Counter = Counter(Named {
    name: "protokol_answers_cut_total",
    help: "Answers whose reader left, or was too slow, before their end.",
    labels: &[],
});
/// Connections that were let in.
pub const CONNECTED: Counter =
    Counter(Named { name: "protokol_connections_total", help: "Connections that were let in.", labels: &[] });
/// Connections that are open.
pub const CONNECTIONS: Gauge =
    Gauge(Named { name: "protokol_connections", help: "Connections that are open.", labels: &[] });
/// Event streams that are read.
pub const STREAMS: Gauge = Gauge(Named { name: "protokol_streams", help: "Event streams that are read.", labels: &[] });
/// Bodies on their way that are not small.
pub const LARGE_BODIES: Gauge =
    Gauge(Named { name: "protokol_large_bodies", help: "Bodies on their way that are not small.", labels: &[] });
/// Bytes of large answers that wait to be read.
pub const UNREAD: Gauge = Gauge(Named {
    name: "protokol_unread_bytes",
    help: "Bytes of answers that are not small and wait to be read.",
    labels: &[],
});
/// Handshakes of TLS that failed.
pub const HANDSHAKES_FAILED: Counter = Counter(Named {
    name: "protokol_handshakes_failed_total",
    help: "Handshakes of TLS that failed or took too long.",
    labels: &[],
});
/// Whether the certificate's files are no pair that can be used: 1 then.
pub const CERTIFICATE_UNFIT: Gauge = Gauge(Named {
    name: "protokol_certificate_unfit",
    help: "1 while the certificate's files cannot be used, and an older certificate is.",
    labels: &[],
});
/// Lines of the log that nobody took.
pub const LOG_LINES_LOST: Counter = Counter(Named {
    name: "protokol_log_lines_lost_total",
    help: "Lines of the log that were lost: more came than were taken.",
    labels: &[],
});
/// Whether the server is ready: 0 while it says why it is not.
pub const READY: Gauge =
    Gauge(Named { name: "protokol_ready", help: "1 while the server is ready, as /readyz tells.", labels: &[] });

/// The upper ends of a histogram's buckets, in microseconds.
const BUCKETS: [u64; 16] = [
    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    5_000_000, 10_000_000,
];
/// How many values a metric's labels may have together: more are a mistake of ours, and told as one.
const SERIES_MAX: usize = 4_096;
/// What stands for all labels beyond.
const OTHER: &str = "other";

/// Everything that is counted and measured.
#[derive(Default)]
pub struct Metrics {
    families: Mutex<BTreeMap<&'static str, Family>>,
    asked: Mutex<Vec<Look>>,
}

/// Sets what is only known when somebody asks: an age.
type Look = Box<dyn Fn(&Metrics) + Send + Sync>;

struct Family {
    named: Named,
    kind: &'static str,
    series: BTreeMap<Vec<String>, Series>,
}

#[derive(Default)]
struct Series {
    value: i128,
    /// Of a histogram, how many fell into each bucket; `value` is the sum then.
    buckets: Option<[u64; BUCKETS.len() + 1]>,
}

impl Metrics {
    /// Counts so many more. `labels` are the values of the metric's labels, in their order.
    pub fn count(&self, counter: &Counter, labels: &[&str], more: u64) {
        self.change(counter.0, "counter", labels, |series| series.value += i128::from(more));
    }

    /// Sets what is as it is now.
    pub fn set(&self, gauge: &Gauge, labels: &[&str], value: i64) {
        self.change(gauge.0, "gauge", labels, |series| series.value = value.into());
    }

    /// Measures how long something took.
    pub fn took(&self, histogram: &Histogram, labels: &[&str], time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let bucket = BUCKETS.iter().position(|end| micros <= *end).unwrap_or(BUCKETS.len());
        self.change(histogram.0, "histogram", labels, |series| {
            series.value += i128::from(micros);
            series.buckets.get_or_insert_default()[bucket] += 1;
        });
    }

    /// Calls this each time that somebody asks, before he is answered.
    pub fn when_asked(&self, look: impl Fn(&Self) + Send + Sync + 'static) {
        held(&self.asked).push(Box::new(look));
    }

    /// All of it, in Prometheus' text format.
    pub fn told(&self) -> String {
        held(&self.asked).iter().for_each(|look| look(self));
        let mut text = String::new();
        for family in held(&self.families).values() {
            family.tell(&mut text).expect("a text takes every line");
        }
        text
    }

    fn change(&self, named: Named, kind: &'static str, labels: &[&str], change: impl FnOnce(&mut Series)) {
        let mut families = held(&self.families);
        let family = families.entry(named.name).or_insert_with(|| Family { named, kind, series: BTreeMap::new() });
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let is_known = family.series.contains_key(&labels) || family.series.len() < SERIES_MAX;
        let labels = if is_known { labels } else { vec![OTHER.to_owned(); labels.len()] };
        change(family.series.entry(labels).or_default());
    }
}

impl Family {
    fn tell(&self, text: &mut String) -> std::fmt::Result {
        let Named { name, help, .. } = self.named;
        writeln!(text, "# HELP {name} {help}\n# TYPE {name} {}", self.kind)?;
        for (labels, series) in &self.series {
            let labels: Vec<String> = self.named.labels.iter().zip(labels).map(|(name, is)| label(name, is)).collect();
            match series.buckets {
                None => writeln!(text, "{name}{} {}", braced(&labels), series.value)?,
                Some(buckets) => told_buckets(text, name, &labels, &buckets, series.value)?,
            }
        }
        Ok(())
    }
}

fn told_buckets(text: &mut String, name: &str, labels: &[String], buckets: &[u64], sum: i128) -> std::fmt::Result {
    let mut below = 0;
    let ends = BUCKETS.iter().map(|end| seconds((*end).into())).chain(["+Inf".to_owned()]);
    for (end, bucket) in ends.zip(buckets) {
        below += bucket;
        let labels: Vec<String> = labels.iter().cloned().chain([label("le", &end)]).collect();
        writeln!(text, "{name}_bucket{} {below}", braced(&labels))?;
    }
    let labels = braced(labels);
    writeln!(text, "{name}_sum{labels} {}\n{name}_count{labels} {below}", seconds(sum))
}

/// Microseconds as seconds.
fn seconds(micros: i128) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn label(name: &str, value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("{name}=\"{value}\"")
}

fn braced(labels: &[String]) -> String {
    if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) }
}

fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is left half done in there.
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
