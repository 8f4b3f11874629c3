//! Election nights drawn by chance, played to a writer and to the shadow model.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use protokol::crypto::key::SecretKey;
use protokol::domain::closing::ResultCertified;
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::manifest::TurnoutSigners;
use protokol::domain::number::{BallotNumber, Count, Size, Total, Voting};
use protokol::domain::observer::{CopyContent, CopyFiled};
use protokol::domain::protocol::{Figures, OpeningSealed, Paper, ProtocolAnnulled, RepeatVotingCalled, VotingFailed};
use protokol::domain::statement::Body;
use protokol::domain::summary::{Counters, SummaryCorrected, SummaryFigures, SummarySubmitted};
use protokol::domain::text::Text;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::node::empty_root;
use protokol::store::journal::memory::Memory;
use protokol::store::writer::AcceptedStatus;
use protokol::tally::totals::{ContestTally, tallies};

use super::model::{self, CONTESTS, Flaw, Model, Phase, Said, UNITS, What, Who, is_held, is_precinct, is_within};
use crate::kit::disk::{Shared, commit_one, prepared, start};
use crate::kit::small::{self, BALLOT, SMALL, Small, after, decision, of};

/// One act, before it is known to whom it can refer.
#[derive(Clone, Debug)]
pub struct Act {
    what: What,
    contest: usize,
    unit: usize,
    voting: Guess,
    body: Signers,
    seats: [bool; 3],
    names: Guess,
    flaw: Flaw,
    votes: [u32; 3],
    spoilt: Spoilt,
    /// Hands an earlier statement in again, whatever became of it, with a further signature or without.
    again: Option<(Index, bool)>,
}

#[derive(Clone, Copy, Debug)]
enum Guess {
    Right,
    Stale,
    Unknown,
}

#[derive(Clone, Copy, Debug)]
enum Signers {
    /// The body that the rule has in mind.
    Right,
    Own,
    Parent,
    Top,
    Neighbour,
    Observer(usize),
    Mixed,
    Stranger,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Spoilt {
    No,
    OtherLedger,
    Forged,
    MadeTooLate,
}

/// Nights of so many acts.
pub fn nights(acts: std::ops::Range<usize>) -> impl Strategy<Value = (TurnoutSigners, Vec<Act>)> {
    let rule = prop_oneof![
        Just(TurnoutSigners::AnyMember),
        Just(TurnoutSigners::ChairOrSecretary),
        Just(TurnoutSigners::Quorum)
    ];
    (rule, vec(act(), acts))
}

fn act() -> impl Strategy<Value = Act> {
    use What::*;
    let what = prop_oneof![
        3 => Just(Opening), 2 => Just(Turnout), 9 => Just(Protocol), 5 => Just(Correction), 4 => Just(Annulment),
        3 => Just(Failed), 5 => Just(Repeat), 2 => Just(Summary), 2 => Just(SummaryCorrection), 3 => Just(Copy)
    ];
    // The end of a contest comes once in a few nights: nothing can follow it.
    let what = prop_oneof![300 => what, 1 => Just(Certification)];
    // Few units, so that acts meet on the same paper.
    let unit = prop_oneof![8 => 3..5usize, 4 => 6..8usize, 1 => 0..UNITS.len()];
    let guess = || prop_oneof![8 => Just(Guess::Right), 1 => Just(Guess::Stale), 1 => Just(Guess::Unknown)];
    let body = prop_oneof![
        20 => Just(Signers::Right), 1 => Just(Signers::Own), 1 => Just(Signers::Parent), 1 => Just(Signers::Top),
        1 => Just(Signers::Neighbour), 1 => (0..3usize).prop_map(Signers::Observer), 1 => Just(Signers::Mixed),
        1 => Just(Signers::Stranger)
    ];
    let seats = prop_oneof![6 => Just([true, true, false]), 2 => any::<[bool; 3]>()];
    let flaw = prop_oneof![
        12 => Just(Flaw::None), 1 => Just(Flaw::ItemMissing), 1 => Just(Flaw::ItemTooMany),
        1 => Just(Flaw::CountOnOpening), 1 => Just(Flaw::CandidateMissing), 1 => Just(Flaw::CandidateUnknown),
        1 => Just(Flaw::Unordered)
    ];
    let spoilt = prop_oneof![
        30 => Just(Spoilt::No), 1 => Just(Spoilt::OtherLedger), 1 => Just(Spoilt::Forged), 1 => Just(Spoilt::MadeTooLate)
    ];
    let again = prop_oneof![9 => Just(None), 1 => (any::<Index>(), any::<bool>()).prop_map(Some)];
    let votes = [0..u32::MAX, 0..3000, 0..3000];
    let who = (body, seats, guess(), flaw);
    (what, 0..CONTESTS.len(), unit, guess(), who, votes, spoilt, again).prop_map(
        |(what, contest, unit, voting, (body, seats, names, flaw), votes, spoilt, again)| {
            // The local contest is not held in 01: seldom does anybody try.
            let contest = if unit > 5 || votes[1] % 16 == 0 { contest } else { 0 };
            Act { what, contest, unit, voting, body, seats, names, flaw, votes, spoilt, again }
        },
    )
}

/// A night under way: the writer's disk, the model, and what was said so far.
pub struct Night {
    pub small: Small,
    pub disk: Shared,
    model: Model,
    said: Vec<(Said, SignedStatement, bool)>,
    admitted: BTreeMap<Vec<u8>, EventHash>,
    /// Superseded protocols and summaries, to be named by mistake.
    superseded: Vec<EventHash>,
    /// The model after each size.
    pub history: Vec<(Size, Model)>,
}

thread_local! {
    /// The days before the polling day, by turnout rule: the same in every night.
    static BEFORE: [Memory; 3] = [TurnoutSigners::AnyMember, TurnoutSigners::ChairOrSecretary, TurnoutSigners::Quorum]
        .map(|turnout| prepared(Small { turnout, ..SMALL }));
}

impl Night {
    pub fn begin(turnout: TurnoutSigners) -> Self {
        let memory = BEFORE.with(|before| before[turnout as usize].clone());
        let (papers, summaries, certified) = Default::default();
        Self {
            small: Small { turnout, ..SMALL },
            disk: Shared::new(memory),
            model: Model { turnout, papers, summaries, certified },
            said: Vec::new(),
            admitted: BTreeMap::new(),
            superseded: Vec::new(),
            history: Vec::new(),
        }
    }

    /// Plays the acts, and holds every answer against the model's.
    pub fn play(&mut self, acts: &[Act]) -> Result<(), TestCaseError> {
        let mut writer = start(self.disk.clone()).expect("nothing is wrong with the disk");
        self.history.push((writer.head().size, self.model.clone()));
        for (at, act) in acts.iter().enumerate() {
            let clock = after(10_000 + at as u64);
            let (said, submission, forged) = self.next(act, at as u64, writer.head().size);
            let statement = submission.statement_bytes().to_vec();
            let expected = match self.admitted.get(&statement) {
                _ if forged => None,
                Some(event) => Some((AcceptedStatus::Already, *event)),
                None => self.model.allows(&said).then_some((AcceptedStatus::Sealed, EventHash::NONE)),
            };
            let before = (writer.head(), writer.model().clone());
            let answer = commit_one(&mut writer, submission.clone(), clock);
            match (&answer, expected) {
                (Ok(accepted), Some((status, event))) => {
                    prop_assert_eq!(accepted.status, status, "{:?}", said);
                    prop_assert!(status == AcceptedStatus::Sealed || accepted.event == event);
                    let envelope = accepted.receipt.entry().expect("our receipts carry the envelope");
                    prop_assert!(accepted.receipt.verify_inclusion(envelope).is_ok());
                    if status == AcceptedStatus::Sealed {
                        self.superseded.extend(self.named(&said));
                        self.model.take(&said, accepted.event);
                        self.admitted.insert(statement, accepted.event);
                        self.history.push((writer.head().size, self.model.clone()));
                    }
                }
                (Err(_), None) => prop_assert!(before == (writer.head(), writer.model().clone()), "a refusal wrote"),
                (answer, expected) => {
                    return Err(TestCaseError::fail(format!(
                        "{said:?}\nthe writer: {answer:?}\nthe model: {expected:?}"
                    )));
                }
            }
            self.said.push((said, submission, forged));
        }
        Ok(())
    }

    fn next(&self, act: &Act, at: u64, size: Size) -> (Said, SignedStatement, bool) {
        if let Some((earlier, further)) = &act.again
            && !self.said.is_empty()
        {
            let (mut said, mut submission, forged) = self.said[earlier.index(self.said.len())].clone();
            if *further {
                submission.sign(&SecretKey::from_seed(&[3; 32]));
                said.who = Who::NoOneBody;
            }
            // The size that was too late once may have been reached.
            said.made_too_late &= summary_made_at(&submission).is_some_and(|made_at| made_at > size);
            return (said, submission, forged);
        }
        let said = self.said(act);
        let ledger = if said.other_ledger { LedgerId([9; 32]) } else { self.small.ledger() };
        let submission = small::signed(ledger, after(20_000 + at), body(&said, size), &keys(&said, act));
        let forged = act.spoilt == Spoilt::Forged && submission.signers().len() > 0;
        (said, if forged { forge(&submission) } else { submission }, forged)
    }

    fn said(&self, act: &Act) -> Said {
        let open = self.model.paper(act.contest, act.unit).voting;
        let voting = match act.voting {
            Guess::Right => open,
            Guess::Stale => open.saturating_sub(1),
            Guess::Unknown => open + 1,
        };
        let mut said = Said {
            what: act.what,
            contest: act.contest,
            unit: act.unit,
            voting,
            who: Who::NoOneBody,
            flaw: act.flaw,
            names: EventHash([7; 32]),
            figures: figures(act),
            other_ledger: act.spoilt == Spoilt::OtherLedger,
            made_too_late: act.spoilt == Spoilt::MadeTooLate,
        };
        said.who = who(act);
        said.names = match act.names {
            Guess::Right => self.named(&said).unwrap_or(said.names),
            Guess::Stale => self.superseded.last().copied().unwrap_or(said.names),
            Guess::Unknown => said.names,
        };
        said
    }

    /// What is in force, and would be replaced.
    fn named(&self, said: &Said) -> Option<EventHash> {
        match (said.what, self.model.paper(said.contest, said.unit).phase) {
            (What::Summary | What::SummaryCorrection, _) => {
                self.model.summaries.get(&(said.contest, said.unit)).copied()
            }
            (_, Phase::Reported { event, .. }) => Some(event),
            _ => None,
        }
    }
}

fn who(act: &Act) -> Who {
    let seats = |unit| Who::Seats(unit, act.seats);
    match act.body {
        Signers::Right => match act.what {
            What::Copy => Who::Observer(0),
            What::Certification => seats(0),
            What::Annulment | What::Failed | What::Repeat => seats(model::parent(act.unit)),
            _ => seats(act.unit),
        },
        Signers::Own => seats(act.unit),
        Signers::Parent => seats(model::parent(act.unit)),
        Signers::Top => seats(0),
        Signers::Neighbour => seats(neighbour(act.unit)),
        Signers::Observer(observer) => Who::Observer(observer),
        Signers::Mixed | Signers::Stranger => Who::NoOneBody,
    }
}

fn neighbour(unit: usize) -> usize {
    (unit + 1) % UNITS.len()
}

fn keys(said: &Said, act: &Act) -> Vec<SecretKey> {
    let of_unit = |unit: usize, seats: [bool; 3]| {
        let signs = move |(signs, seat): (bool, u16)| signs.then(|| small::seat_key(UNITS[unit], seat));
        seats.into_iter().zip(1..).filter_map(signs).collect::<Vec<_>>()
    };
    match said.who {
        Who::Seats(unit, seats) => of_unit(unit, seats),
        Who::Observer(observer) => vec![small::observer_key(["domestic", "agent", "media"][observer])],
        Who::NoOneBody if matches!(act.body, Signers::Mixed) => {
            let mut keys = of_unit(act.unit, [true, true, false]);
            keys.extend(of_unit(neighbour(act.unit), [true, true, false]));
            keys
        }
        Who::NoOneBody => vec![SecretKey::from_seed(&[4; 32])],
    }
}

/// Changes the last bit of the last signature.
fn forge(submission: &SignedStatement) -> SignedStatement {
    let mut bytes = submission.encode();
    *bytes.last_mut().expect("a submission has bytes") ^= 1;
    SignedStatement::decode(&bytes).expect("only a signature changed")
}

fn figures(act: &Act) -> Figures {
    let [one, two, five] = act.votes.map(Count);
    let (count, optional) = (Some(Count(act.votes[1])), Some(Count(act.votes[2])).filter(|c| c.0.is_multiple_of(2)));
    let mut figures = Figures {
        items: vec![count, optional, count, optional, count],
        votes: vec![(BALLOT[0], one), (BALLOT[1], two), (BALLOT[2], five)],
    };
    if act.what == What::Opening {
        figures.items[2..].fill(None);
    }
    match act.flaw {
        Flaw::None => {}
        Flaw::ItemMissing => figures.items[0] = None,
        Flaw::ItemTooMany => figures.items.push(None),
        Flaw::CountOnOpening => figures.items[4] = count,
        Flaw::CandidateMissing => drop(figures.votes.pop()),
        Flaw::CandidateUnknown => figures.votes.push((BallotNumber(9), one)),
        Flaw::Unordered => figures.votes.swap(0, 1),
    }
    figures
}

fn summary_made_at(submission: &SignedStatement) -> Option<Size> {
    match submission.statement().expect("the test made it").body {
        Body::SummarySubmitted(summary) => Some(summary.made_at),
        Body::SummaryCorrected(corrected) => Some(corrected.summary.made_at),
        _ => None,
    }
}

fn body(said: &Said, size: Size) -> Body {
    let (contest, unit) = (of(CONTESTS[said.contest]), of(UNITS[said.unit]));
    let paper = Paper { contest, unit, voting: Voting(said.voting) };
    let (reason, decision, protocol): (Text, _, _) = (of("as was found"), decision(), small::protocol);
    match said.what {
        What::Opening => Body::OpeningSealed(OpeningSealed { paper, items: said.figures.items.clone() }),
        What::Turnout => Body::TurnoutReported(small::turnout(paper, 100)),
        What::Protocol => Body::ProtocolSubmitted(protocol(paper, said.figures.clone())),
        What::Correction => {
            Body::ProtocolCorrected(small::corrected(said.names, protocol(paper, said.figures.clone())))
        }
        What::Annulment => Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol: said.names, reason, decision }),
        What::Failed => Body::VotingFailed(VotingFailed { paper, reason, decision }),
        What::Repeat => Body::RepeatVotingCalled(RepeatVotingCalled { paper, day: of("2026-03-15"), reason, decision }),
        What::Summary => Body::SummarySubmitted(summary(paper, said, size)),
        What::SummaryCorrection => Body::SummaryCorrected(SummaryCorrected {
            replaces: said.names,
            reason,
            decision,
            summary: summary(paper, said, size),
        }),
        What::Copy => Body::CopyFiled(CopyFiled {
            paper,
            content: CopyContent::Handed { figures: said.figures.clone(), attachments: Vec::new() },
        }),
        What::Certification => Body::ResultCertified(ResultCertified {
            contest: paper.contest,
            body: reason,
            elected: vec![BALLOT[0]],
            nobody: false,
            decision,
        }),
    }
}

fn summary(paper: Paper, said: &Said, size: Size) -> SummarySubmitted {
    let items = said.figures.items.iter().map(|item| item.map(Total::from)).collect();
    let votes = said.figures.votes.iter().map(|(number, votes)| (*number, Total::from(*votes))).collect();
    SummarySubmitted {
        contest: paper.contest,
        unit: paper.unit,
        totals: SummaryFigures { items, votes },
        counters: Counters::default(),
        made_at: if said.made_too_late { size.next().size() } else { size },
        left_out: Vec::new(),
        root: empty_root(),
        form_serial: Text::default(),
        completed_at: None,
    }
}

/// What the model's papers come to in a unit.
fn expected(model: &Model, contest: usize, above: usize) -> ContestTally {
    let mut tally = ContestTally {
        contest: of(CONTESTS[contest]),
        unit: of(UNITS[above]),
        units_expected: 0,
        in_force: 0,
        awaited: 0,
        annulled: 0,
        failed: 0,
        corrected: 0,
        items: vec![None; 5],
        votes: BALLOT.into_iter().map(|number| (number, None)).collect(),
    };
    let add = |sum: &mut Option<Total>, figure: Count| *sum = Some(Total(sum.map_or(0, |s| s.0) + u64::from(figure.0)));
    for unit in (0..UNITS.len()).filter(|unit| is_precinct(*unit) && is_within(*unit, above)) {
        tally.units_expected += 1;
        match model.paper(contest, unit).phase {
            Phase::Awaited | Phase::Opened => tally.awaited += 1,
            Phase::Annulled => tally.annulled += 1,
            Phase::Failed => tally.failed += 1,
            Phase::Reported { figures, versions, .. } => {
                tally.in_force += 1;
                tally.corrected += u64::from(versions > 1);
                for (sum, figure) in tally.items.iter_mut().zip(figures.items) {
                    figure.into_iter().for_each(|figure| add(sum, figure));
                }
                for ((_, sum), (_, votes)) in tally.votes.iter_mut().zip(figures.votes) {
                    add(sum, votes);
                }
            }
        }
    }
    if above == 0 {
        // Two precincts are declared that no commission was formed for.
        tally.units_expected += 2;
        tally.awaited += 2;
    }
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_writer_and_the_diagram_say_the_same((rule, acts) in nights(1..90)) {
        let mut night = Night::begin(rule);
        night.play(&acts)?;
        let writer = start(night.disk.clone()).expect("nothing is wrong with the disk");
        for (size, model) in &night.history {
            for (contest, id) in CONTESTS.iter().enumerate() {
                let sums = tallies(writer.model(), &of(id), *size);
                let held: Vec<_> = (0..UNITS.len()).filter(|unit| is_held(contest, *unit)).collect();
                prop_assert_eq!(sums.len(), held.len());
                for unit in held {
                    prop_assert_eq!(&sums[&of(UNITS[unit])], &expected(model, contest, unit), "at {}", size);
                }
            }
        }
    }
}

/// A model that agrees because everything is refused would prove nothing.
#[test]
fn nights_reach_every_state() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeMap::<String, u32>::new();
    for _ in 0..12 {
        let (rule, acts) = nights(80..90).new_tree(&mut runner).expect("a night").current();
        let mut night = Night::begin(rule);
        night.play(&acts).expect("the model agrees");
        for (_, model) in &night.history {
            for paper in model.papers.values() {
                let phase = format!("{:?}", paper.phase);
                let phase = phase.split(' ').next().unwrap_or_default();
                *reached.entry(format!("{phase} {}", paper.voting.min(2))).or_default() += 1;
                if matches!(paper.phase, Phase::Reported { versions: 2.., .. }) {
                    *reached.entry("corrected".to_owned()).or_default() += 1;
                }
            }
            *reached.entry("summaries".to_owned()).or_default() += u32::try_from(model.summaries.len()).unwrap_or(0);
        }
    }
    for state in
        ["Opened 1", "Reported 1", "Annulled 1", "Failed 1", "Awaited 2", "Reported 2", "corrected", "summaries"]
    {
        assert!(reached.get(state).is_some_and(|times| *times > 0), "{state} was never reached: {reached:?}");
    }
}
