//! From the decree to the court as one ledger, told to the library's writer in the order and on the days of the law.
//! Days that were not published are the last ones possible.

use std::sync::OnceLock;

use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::code::Code;
use protokol::domain::decision::Decision;
use protokol::domain::id::LedgerId;
use protokol::domain::manifest::ElectionCalled;
use protokol::domain::number::BallotNumber;
use protokol::domain::observer::ObserverAccredited;
use protokol::domain::protocol::TurnoutReported;
use protokol::domain::statement::{Body, Statement};
use protokol::domain::summary::{Counters, SummarySubmitted};
use protokol::domain::text::Text;
use protokol::domain::time::Millis;
use protokol::intake::folder::ElectionFolder;
use protokol::intake::members;
use protokol::intake::toml::manifest::render_manifest;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::node::empty_root;
use protokol::store::confirm;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};

use super::{constituencies, folder};
use crate::kit::program::Machine;
use crate::kit::tiny::{By, LOG, commission, founding, id, key, paper, text};

const ORIGIN: &str = "protokol.example/az-pres-2024/rehearsal";
/// The commission that signs all of this, and how many of its members must.
pub const TOP: &str = "AZ";
const QUORUM: usize = 12;
const SEATS: [&str; QUORUM] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
/// Events: the founding and 125 commissions; 7 nominations; 7 registrations; 2 accreditations; 4 bulletins; the final
/// protocol; the certification; the closing.
pub const WHOLE: u64 = 126 + 7 + 7 + 2 + 4 + 1 + 1 + 1;

/// A story that is being told.
struct Story {
    folder: ElectionFolder,
    held: Held,
    ledger: LedgerId,
}

/// A story that was told to its end, the ledger closed.
pub struct Told {
    pub machine: Machine,
    /// What came after the certification and after the closing, and was refused.
    pub refused: [Code; 2],
    /// The last of them, for an operator who would force it in.
    pub late: SignedStatement,
}

pub fn log() -> NoteSigner {
    NoteSigner::new(id(ORIGIN), key((LOG, ORIGIN)))
}

/// An instant in Baku: `2023-12-08 10:00`.
pub fn baku(time: &str) -> Millis {
    id(&format!("{}:00+04:00", time.replace(' ', "T")))
}

fn signed(ledger: LedgerId, said_at: Millis, body: Body, seats: &[&str]) -> SignedStatement {
    let mut signed = SignedStatement::unsigned(&Statement { ledger, said_at, body }).expect("fits an entry");
    for seat in seats {
        let by: By<'_> = (TOP, seat);
        signed.sign(&key(by));
    }
    signed
}

fn by_court_on(day: &str) -> Decision {
    Decision { reference: text("decision of the Constitutional Court"), date: Some(id(day)) }
}

impl Story {
    /// The decree of 7 December, and the ledger founded on the morning after.
    fn begin(machine: &Machine) -> Self {
        let folder = folder();
        let called = ElectionCalled {
            origin: text(ORIGIN),
            log_key: text(&log().verifier().to_string()),
            ..founding(folder.manifest.clone(), TOP)
        };
        let clock = baku("2023-12-08 10:00");
        let submission = signed(LedgerId::UNFOUNDED, clock, Body::ElectionCalled(called), &SEATS);
        let manifest = render_manifest(&folder.manifest, ORIGIN);
        let act = Founding { submission: &submission, clock, signer: &log(), manifest: &manifest, rehearsal_key: None };
        let place = machine.path("ledger");
        found(&place, &act).expect("nothing is there");
        let held = open::write(&place, log(), Serial, "the story", &mut confirm::without_witnesses, &mut |_| {})
            .expect("a founded ledger");
        let ledger = held.writer.state().election().expect("founded").ledger();
        Self { folder, held, ledger }
    }

    /// One event, by the commission's quorum or, of turnout, by its chair.
    fn say(&mut self, time: &str, body: Body) -> Result<(), Code> {
        let by = if matches!(body, Body::TurnoutReported(_)) { 1 } else { QUORUM };
        let clock = baku(time);
        let submission = signed(self.ledger, clock, body, &SEATS[..by]);
        let mut answers = self.held.writer.commit(vec![submission], clock, &Serial).expect("the disk holds");
        answers.pop().expect("one answer for one submission").map(drop).map_err(|refusal| refusal.code())
    }

    fn tell(&mut self, time: &str, body: Body) {
        self.say(time, body).unwrap_or_else(|code| panic!("{code} at {time}"));
    }

    fn commissions(&mut self) {
        for unit in constituencies() {
            let formed = commission(&self.folder.manifest, &unit, "constituency", Some(TOP));
            self.tell("2023-12-15 10:00", Body::CommissionFormed(formed));
        }
    }

    /// Each nomination on its day, then each registration.
    fn candidates(&mut self) {
        for approved in members::nominations(&self.folder.candidates) {
            let day = approved.decision.date.expect("every approval has its day");
            self.tell(&format!("{day} 12:00"), Body::NominationApproved(approved));
        }
        for registered in members::candidates(&self.folder.candidates) {
            let day = registered.decision.date.unwrap_or(id("2024-01-09"));
            self.tell(&format!("{day} 12:00"), Body::CandidateRegistered(registered));
        }
    }

    fn observers(&mut self) {
        for (observer, time) in
            [("election-2024-media-center", "2024-01-15 10:00"), ("cis-mission", "2024-01-17 10:00")]
        {
            let row = self.folder.observers.iter().find(|row| row.observer.as_str() == observer).expect("it is listed");
            let accredited = ObserverAccredited {
                observer: row.observer.clone(),
                organisation: row.organisation.clone(),
                role: row.role,
                scope: row.scope.clone(),
                key: key(("observer:", observer)).public(),
            };
            self.tell(time, Body::ObserverAccredited(accredited));
        }
    }

    /// The bulletins as they came out, a few minutes after their hour.
    fn bulletins(&mut self) {
        let times = ["2024-02-07 10:20", "2024-02-07 15:20", "2024-02-07 15:40", "2024-02-07 19:20"];
        for (row, time) in self.folder.turnout.clone().into_iter().zip(times) {
            let reported =
                TurnoutReported { paper: self.paper(), as_of: row.as_of, voters: row.voters, stations: row.stations };
            self.tell(time, Body::TurnoutReported(reported));
        }
    }

    fn final_protocol(&mut self) {
        let row = self.folder.summaries[0].clone();
        let summary = SummarySubmitted {
            contest: row.contest,
            unit: row.unit,
            totals: row.totals,
            counters: Counters { units: 6537, ..Counters::default() },
            made_at: self.held.writer.head().size,
            left_out: Vec::new(),
            root: empty_root(),
            form_serial: Text::default(),
            completed_at: None,
        };
        self.tell("2024-02-11 16:00", Body::SummarySubmitted(summary));
    }

    fn certified(&mut self) {
        let certified = ResultCertified {
            contest: id("president"),
            body: text("Constitutional Court of the Republic of Azerbaijan"),
            elected: vec![BallotNumber(1)],
            nobody: false,
            decision: by_court_on("2024-02-13"),
        };
        self.tell("2024-02-13 18:00", Body::ResultCertified(certified));
    }

    fn closed(&mut self) {
        self.tell("2024-02-13 19:00", Body::LedgerClosed(LedgerClosed { decision: by_court_on("2024-02-13") }));
    }

    /// The last bulletin, said once more.
    fn late(&self) -> Body {
        let row = self.folder.turnout.last().expect("there are bulletins");
        let (as_of, voters) = (row.as_of, row.voters);
        Body::TurnoutReported(TurnoutReported { paper: self.paper(), as_of, voters, stations: None })
    }

    fn paper(&self) -> protokol::domain::protocol::Paper {
        protokol::domain::protocol::Paper { contest: id("president"), ..paper(TOP) }
    }
}

/// The whole story, told once for all tests.
pub fn told() -> &'static Told {
    static TOLD: OnceLock<Told> = OnceLock::new();
    TOLD.get_or_init(|| {
        let machine = Machine::new();
        let mut story = Story::begin(&machine);
        story.commissions();
        story.candidates();
        story.observers();
        story.bulletins();
        story.final_protocol();
        story.certified();
        let after_certification = story.say("2024-02-13 18:30", story.late());
        story.closed();
        let after_closing = story.say("2024-02-14 10:00", story.late());
        let refused = [after_certification, after_closing].map(|answer| answer.expect_err("it is too late"));
        let late = signed(story.ledger, baku("2024-02-14 10:00"), story.late(), &SEATS[..1]);
        let Held { writer, .. } = story.held;
        writer.close().expect("the store is flushed");
        Told { machine, refused, late }
    })
}
