//! Progress with rate and time to come: on a terminal only, and only after a second.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output::Output;
use super::words::talk;

/// A bar that shows itself when the work takes more than a second.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    shown: bool,
    wanted: bool,
}

/// How long work goes on unseen.
const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    pub fn new(output: &Output, what: &str, total: u64) -> Self {
        let to_go = talk::to_go(output.lang);
        let template = format!("{{msg:14}} {{bar:30}} {{human_pos}}/{{human_len}}  {{per_sec}}  {{eta}} {to_go}");
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden()).with_style(style);
        bar.set_message(what.to_owned());
        let wanted = !output.quiet && !output.json && std::io::stderr().is_terminal();
        Self { bar, since: Instant::now(), shown: false, wanted }
    }

    pub fn at(&mut self, done: u64) {
        if self.wanted && !self.shown && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown = true;
        }
        self.bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
