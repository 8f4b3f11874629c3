//! Many things at once, on threads that the caller brings.

/// Threads, as many as there are. The caller brings them: a verifier has none of its own.
pub trait ParallelMap: Send + Sync {
    /// Applies a function to every item, in any order; the results are in the items' order.
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R>;

    /// Does one thing here, and another beside it.
    fn beside<A: Send, B>(&self, aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
        let done = here();
        (aside(), done)
    }

    /// How many threads there are.
    fn width(&self) -> usize {
        1
    }

    /// How the signatures of many entries are checked.
    fn signatures(&self) -> Signatures {
        Signatures::Together
    }
}

/// How the signatures of many entries are checked: the verdict is the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signatures {
    /// All at once, by [`together`](super::together).
    Together,
    /// Each by `verify_strict`.
    OneByOne,
}

/// One thing after the other, on the caller's thread.
#[derive(Clone, Copy, Debug, Default)]
pub struct Serial;

impl ParallelMap for Serial {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        items.into_iter().map(f).collect()
    }
}
