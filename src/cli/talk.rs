//! What happens on the way, as a person at a terminal hears it.

use std::cell::RefCell;

use super::output::Output;
use super::progress::Progress;
use super::words::talk;
use crate::service::observer::{Notice, Observer, Work};

/// Tells an operation's progress and notices.
pub struct Talk<'a> {
    output: &'a Output,
    progress: RefCell<Option<Progress>>,
}

impl<'a> Talk<'a> {
    pub fn new(output: &'a Output) -> Self {
        Self { output, progress: RefCell::new(None) }
    }
}

impl Observer for Talk<'_> {
    fn begins(&self, work: Work, total: u64) {
        *self.progress.borrow_mut() = Some(Progress::new(self.output, talk::work(self.output.lang, work), total));
    }

    fn reaches(&self, done: u64) {
        if let Some(progress) = self.progress.borrow_mut().as_mut() {
            progress.at(done);
        }
    }

    fn ends(&self) {
        *self.progress.borrow_mut() = None;
    }

    fn notices(&self, notice: &Notice<'_>) {
        talk::notice(self.output.lang, notice).iter().for_each(|line| self.output.say(line));
    }
}
