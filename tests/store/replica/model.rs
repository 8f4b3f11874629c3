//! The protocol of `docs/decisions/0063` as a small model, every course of which is explored: writers on one key, a store
//! that lets a name be created once, answers that are lost, requests that come late and again, crashes between any two
//! steps. Whoever follows stands by for as long as it likes, and takes over when it is ready: a step that may come at any time, as
//! an order may. Mutants show that the model finds what it looks for.

use std::collections::{BTreeMap, BTreeSet};

use stateright::{Checker, Model, Property};

/// A paper: who handed it in, and which of theirs it is.
type Paper = (usize, u8);
/// What a log holds, or what a checkpoint was signed over.
type History = Vec<Paper>;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Request {
    /// A frame of one paper, by its place.
    Frame(usize, Paper),
    /// A checkpoint over a history.
    Seal(History),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Step {
    /// It follows the store from its journal on.
    Follows,
    /// It has all that there is, and may take a paper.
    Ready,
    /// It waits for an answer about its next frame.
    Frame(Paper),
    /// It had none, or "exists", and asks what is there.
    FrameDoubt(Paper),
    /// Its checkpoint is signed and on its way.
    Seal(Paper),
    /// As before, in doubt.
    SealDoubt(Paper),
    /// The store has both; the journal is written next.
    Journal(Paper),
    /// The journal has it; the answer is given next.
    Answer(Paper),
    /// It found another's bytes, or crashed: nothing is left but its journal.
    Down,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Writer {
    step: Step,
    journal: History,
    papers: u8,
    crashes: u8,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Night {
    writers: Vec<Writer>,
    frames: BTreeMap<usize, Paper>,
    seals: BTreeMap<usize, History>,
    /// What was ever sent: it may come at any time, and again.
    sent: BTreeSet<Request>,
    signed: BTreeSet<History>,
    acknowledged: BTreeSet<(usize, Paper)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Happens {
    /// A request reaches the store; whoever waits for its answer hears it.
    Heard(usize, Request),
    /// A request reaches the store, and nobody hears of it.
    Unheard(Request),
    /// Nobody answers.
    TimeOut(usize),
    /// A writer does what it does next without the store, or asks it what is there.
    Goes(usize),
    Crashes(usize),
    Starts(usize),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Law {
    Right,
    /// The store takes whatever comes, and says "created".
    NoCondition,
    /// The checkpoint is signed before the frame is there.
    SignedBeforeTheFrame,
    /// No answer is taken for a good one.
    DoubtIsSuccess,
}

struct Protocol {
    law: Law,
    writers: usize,
    papers: u8,
    crashes: u8,
}

impl Protocol {
    /// A request comes to the store: whether it says "created".
    fn create(&self, night: &mut Night, request: &Request) -> bool {
        let anew = self.law == Law::NoCondition;
        match request {
            Request::Frame(place, _) if night.frames.contains_key(place) && !anew => false,
            Request::Frame(place, paper) => {
                night.frames.insert(*place, *paper);
                true
            }
            Request::Seal(history) if night.seals.contains_key(&history.len()) && !anew => false,
            Request::Seal(history) => {
                night.seals.insert(history.len(), history.clone());
                true
            }
        }
    }

    fn sign(night: &mut Night, history: History) {
        night.signed.insert(history);
    }

    /// The frame is there: the checkpoint is signed, and sent.
    fn frame_is_there(&self, night: &mut Night, who: usize, paper: Paper) {
        let history = with(&night.writers[who].journal, paper);
        Self::sign(night, history.clone());
        night.sent.insert(Request::Seal(history));
        night.writers[who].step = Step::Seal(paper);
    }

    fn goes(&self, night: &mut Night, who: usize) {
        let Writer { step, journal, papers, .. } = night.writers[who].clone();
        let place = journal.len();
        match step {
            Step::Follows => match night.frames.get(&place).copied() {
                Some(paper) => night.writers[who].journal.push(paper),
                None => {
                    // Whole frames that were not sealed are.
                    Self::sign(night, journal.clone());
                    night.sent.insert(Request::Seal(journal));
                    night.writers[who].step = Step::Ready;
                }
            },
            Step::Ready => {
                let paper = (who, papers);
                night.writers[who].papers += 1;
                if self.law == Law::SignedBeforeTheFrame {
                    Self::sign(night, with(&journal, paper));
                }
                night.sent.insert(Request::Frame(place, paper));
                night.writers[who].step = Step::Frame(paper);
            }
            Step::FrameDoubt(paper) => match night.frames.get(&place) {
                _ if self.law == Law::DoubtIsSuccess => self.frame_is_there(night, who, paper),
                Some(there) if *there == paper => self.frame_is_there(night, who, paper),
                Some(_) => night.writers[who].step = Step::Down,
                // The same bytes again.
                None => night.writers[who].step = Step::Frame(paper),
            },
            Step::SealDoubt(paper) => {
                night.writers[who].step = match night.seals.get(&(place + 1)) {
                    Some(there) if *there == with(&journal, paper) => Step::Journal(paper),
                    Some(_) => Step::Down,
                    None => Step::Seal(paper),
                };
            }
            Step::Journal(paper) => {
                night.writers[who].journal.push(paper);
                night.writers[who].step = Step::Answer(paper);
            }
            Step::Answer(paper) => {
                night.acknowledged.insert((place - 1, paper));
                night.writers[who].step = Step::Ready;
            }
            Step::Frame(_) | Step::Seal(_) | Step::Down => {}
        }
    }

    fn hears(&self, night: &mut Night, who: usize, is_created: bool) {
        let step = night.writers[who].step.clone();
        match (step, is_created) {
            (Step::Frame(paper), true) => self.frame_is_there(night, who, paper),
            (Step::Frame(paper), false) => night.writers[who].step = Step::FrameDoubt(paper),
            (Step::Seal(paper), true) => night.writers[who].step = Step::Journal(paper),
            (Step::Seal(paper), false) => night.writers[who].step = Step::SealDoubt(paper),
            _ => {}
        }
    }
}

fn with(history: &History, paper: Paper) -> History {
    history.iter().copied().chain([paper]).collect()
}

/// What a writer waits for.
fn awaited(writer: &Writer) -> Option<Request> {
    match &writer.step {
        Step::Frame(paper) => Some(Request::Frame(writer.journal.len(), *paper)),
        Step::Seal(paper) => Some(Request::Seal(with(&writer.journal, *paper))),
        _ => None,
    }
}

impl Model for Protocol {
    type State = Night;
    type Action = Happens;

    fn init_states(&self) -> Vec<Night> {
        let writer = Writer { step: Step::Follows, journal: Vec::new(), papers: 0, crashes: 0 };
        vec![Night {
            writers: vec![writer; self.writers],
            frames: BTreeMap::new(),
            seals: BTreeMap::new(),
            sent: BTreeSet::new(),
            signed: BTreeSet::new(),
            acknowledged: BTreeSet::new(),
        }]
    }

    fn actions(&self, night: &Night, actions: &mut Vec<Happens>) {
        actions.extend(night.sent.iter().cloned().map(Happens::Unheard));
        for (who, writer) in night.writers.iter().enumerate() {
            if let Some(request) = awaited(writer) {
                actions.extend([Happens::Heard(who, request), Happens::TimeOut(who)]);
            }
            match writer.step {
                Step::Frame(_) | Step::Seal(_) => {}
                Step::Ready if writer.papers == self.papers => {}
                Step::Down => actions.push(Happens::Starts(who)),
                _ => actions.push(Happens::Goes(who)),
            }
            if writer.step != Step::Down && writer.crashes < self.crashes {
                actions.push(Happens::Crashes(who));
            }
        }
    }

    fn next_state(&self, night: &Night, happens: Happens) -> Option<Night> {
        let mut next = night.clone();
        match happens {
            Happens::Heard(who, request) => {
                let is_created = self.create(&mut next, &request);
                self.hears(&mut next, who, is_created);
            }
            Happens::Unheard(request) => {
                self.create(&mut next, &request);
            }
            Happens::TimeOut(who) => self.hears(&mut next, who, false),
            Happens::Goes(who) => self.goes(&mut next, who),
            Happens::Crashes(who) => {
                next.writers[who].step = Step::Down;
                next.writers[who].crashes += 1;
            }
            Happens::Starts(who) => next.writers[who].step = Step::Follows,
        }
        (next != *night).then_some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("no fork", |_, night: &Night| {
                let follows = |one: &History, other: &History| one.starts_with(other) || other.starts_with(one);
                night.signed.iter().all(|one| night.signed.iter().all(|other| follows(one, other)))
            }),
            Property::always("nothing acknowledged is lost", |_, night: &Night| {
                night.acknowledged.iter().all(|(place, paper)| night.frames.get(place) == Some(paper))
            }),
            Property::always("nothing is twice", |_, night: &Night| {
                let papers: BTreeSet<_> = night.frames.values().collect();
                papers.len() == night.frames.len()
            }),
            Property::sometimes("every writer acknowledges", |protocol: &Self, night: &Night| {
                let who: BTreeSet<_> = night.acknowledged.iter().map(|(_, (who, _))| who).collect();
                who.len() == protocol.writers
            }),
        ]
    }
}

fn explored(law: Law, writers: usize, papers: u8, crashes: u8) -> impl Checker<Protocol> {
    let explored = Protocol { law, writers, papers, crashes }.checker().threads(2).spawn_bfs().join();
    println!("{law:?}, {writers} writers of {papers}, {crashes} crashes: {} states", explored.unique_state_count());
    explored
}

#[test]
fn two_writers_never_fork_nor_lose_what_they_acknowledged() {
    explored(Law::Right, 2, 2, 1).assert_properties();
}

#[test]
fn nor_do_three() {
    explored(Law::Right, 3, 1, 0).assert_properties();
}

#[test]
fn a_store_without_the_condition_lets_them_fork() {
    let found = explored(Law::NoCondition, 2, 1, 0);
    assert!(found.discovery("no fork").is_some(), "a store that takes two must be found");
    assert!(found.discovery("nothing acknowledged is lost").is_some());
}

#[test]
fn a_checkpoint_before_its_frame_lets_them_fork() {
    let found = explored(Law::SignedBeforeTheFrame, 2, 1, 0);
    assert!(found.discovery("no fork").is_some(), "two that sign first must be found");
}

#[test]
fn no_answer_that_is_taken_for_a_good_one_loses_papers() {
    let found = explored(Law::DoubtIsSuccess, 2, 1, 0);
    assert!(found.discovery("no fork").is_some());
    assert!(found.discovery("nothing acknowledged is lost").is_some());
}
