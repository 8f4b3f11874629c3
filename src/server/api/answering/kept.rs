//! Answers that are kept in memory for whoever asks the same again: until the log grows, or for ever. At most so many
//! bytes; what is kept is never older than what readers see. Of those who ask the same at once one makes the answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use axum::body::Bytes;
use tokio::sync::{Mutex as Turns, OwnedMutexGuard};

use crate::server::api::asking::asker::Question;
use crate::server::api::asking::packing::Encoding;
use crate::server::api::bounds::{KEPT, KEPT_ANSWER};

/// How many bytes are counted for an answer besides its own: its key, and its place.
const OVERHEAD: usize = 512;

/// An answer as it goes out.
#[derive(Clone, Debug)]
pub(in crate::server) struct Answer {
    /// What it is.
    pub media: &'static str,
    /// How it is packed.
    pub encoding: Encoding,
    /// How it is known again, as `ETag` has it.
    pub tag: Arc<str>,
    /// Whether it is the same for ever.
    pub is_for_ever: bool,
    /// The bytes.
    pub body: Bytes,
}

/// The answers that are kept, and those that are made.
#[derive(Debug, Default)]
pub(in crate::server) struct Kept {
    shelf: Mutex<Shelf>,
    makers: Mutex<HashMap<Question, Weak<Turns<()>>>>,
}

#[derive(Debug, Default)]
struct Shelf {
    answers: HashMap<Question, (u64, Answer)>,
    bytes: usize,
}

impl Kept {
    /// The answer to a question, where one is kept that is true of what readers saw, or see since.
    pub fn get(&self, question: &Question, shown: u64) -> Option<Answer> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, answer) = shelf.answers.get(question)?;
        (answer.is_for_ever || *of >= shown).then(|| answer.clone())
    }

    /// Waits until nobody else makes the answer to a question: then it may be kept.
    pub async fn turn(&self, question: &Question) -> OwnedMutexGuard<()> {
        let turns = {
            let mut makers = self.makers.lock().unwrap_or_else(PoisonError::into_inner);
            let known = makers.get(question).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                makers.retain(|_, turns| turns.strong_count() > 0);
                let turns = Arc::default();
                makers.insert(question.clone(), Arc::downgrade(&turns));
                turns
            })
        };
        turns.lock_owned().await
    }

    /// Keeps an answer to what readers saw. Where there is no room, what is outdated goes, and else everything.
    pub fn put(&self, question: Question, shown: u64, answer: Answer) {
        let bytes = held(&question, &answer);
        if bytes > KEPT_ANSWER.0 {
            return;
        }
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        // Of two who made the same at once the later is not always the newer.
        if shelf.answers.get(&question).is_some_and(|(of, _)| *of > shown) {
            return;
        }
        if shelf.bytes + bytes > KEPT.0 {
            shelf.make_room(bytes, shown);
        }
        if let Some((_, before)) = shelf.answers.get(&question) {
            shelf.bytes -= held(&question, before);
        }
        shelf.bytes += bytes;
        shelf.answers.insert(question, (shown, answer));
    }
}

impl Shelf {
    fn make_room(&mut self, bytes: usize, shown: u64) {
        self.answers.retain(|_, (of, answer)| answer.is_for_ever || *of >= shown);
        self.bytes = self.answers.iter().map(|(question, (_, answer))| held(question, answer)).sum();
        if self.bytes + bytes > KEPT.0 {
            *self = Self::default();
        }
    }
}

/// How many bytes an answer takes that is kept.
fn held(question: &Question, answer: &Answer) -> usize {
    answer.body.len() + question.target.len() + OVERHEAD
}
