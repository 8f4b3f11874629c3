//! Drafts of every kind: what is written reads back, and what is left open stays open.

use protokol::crypto::hash::{FileDigest, TreeHash};
use protokol::crypto::key::SecretKey;
use protokol::domain::candidate::*;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::*;
use protokol::domain::complaint::*;
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::decision::Decision;
use protokol::domain::form::Form;
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::manifest::{ElectionCalled, Manifest, Predecessor};
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total, Voting};
use protokol::domain::observer::*;
use protokol::domain::protocol::*;
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::{Body, Kind, LogKeyRotated};
use protokol::domain::summary::*;
use protokol::domain::text::{Language, Localised, Text};
use protokol::intake::ballots::Ballots;
use protokol::intake::draft::scans::Scans;
use protokol::intake::draft::scans::named;
use protokol::intake::draft::{self, DraftContext, Prefilled};
use protokol::intake::error::InputError;
use protokol::intake::toml::manifest::read_manifest;
use protokol::text;

const LEDGER: LedgerId = LedgerId([7; 32]);

fn of<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a value of the test")
}

fn manifest() -> Manifest {
    let text = include_str!("../../../docs/elections/georgia-2018/manifest.toml");
    read_manifest("manifest.toml", text).expect("the manifest of 2018").manifest
}

fn names(name: &str) -> Localised {
    let pair =
        |language: &str, text: &str| (Language::try_from(language.to_owned()).expect("a language"), of::<Text>(text));
    Localised::new(vec![pair("en", name), pair("az", "Şəmsi \"Ş.\" \\ Əli")]).expect("two languages")
}

fn ballots() -> Ballots {
    let ballot = [(1, "Mikheil Antadze"), (5, "Grigol Vashadze"), (112, "Long Number")];
    let ballot = ballot.map(|(number, name)| (BallotNumber(number), names(name))).into();
    Ballots([(of("round-1"), ballot), (of("round-2"), std::collections::BTreeMap::new())].into())
}

fn with_context<T>(test: impl FnOnce(&DraftContext) -> T) -> T {
    let (form, ballots): (Form, Ballots) = (manifest().form, ballots());
    let scans = Scans::default();
    test(&DraftContext { form: &form, ballots: &ballots, language: "en", hints: text::hint, ledger: LEDGER, scans })
}

fn paper() -> Paper {
    Paper { contest: of("round-1"), unit: of("01.001"), voting: Voting::FIRST }
}

fn decision() -> Decision {
    Decision { reference: of("12/34"), date: Some(of("2018-10-29")) }
}

fn member(seat: u16) -> Member {
    Member {
        seat: Seat(seat),
        name: of("Nino Beridze"),
        office: Office::Secretary,
        nominated_by: Text::default(),
        key: SecretKey::demonstration("GE", &seat.to_string()).public(),
    }
}

fn commission() -> CommissionFormed {
    CommissionFormed {
        unit: of("GE"),
        tier: of("central"),
        parent: None,
        name: of("Central Election Commission"),
        utc_offset: None,
        quorum: 8,
        members: (1..=12).map(member).collect(),
    }
}

fn attachment() -> Attachment {
    Attachment {
        name: of("page 1.jpg"),
        media: Media::Jpeg,
        bytes: 123_456,
        blake3: FileDigest([1; 32]),
        sha256: FileDigest([2; 32]),
    }
}

fn figures() -> Figures {
    let count = |n| Some(Count(n));
    Figures {
        items: vec![count(1391), count(10), None, count(598), count(0), count(u32::MAX)],
        votes: vec![(BallotNumber(1), Count(0)), (BallotNumber(5), Count(12)), (BallotNumber(112), Count(7))],
    }
}

fn protocol() -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper: paper(),
        figures: figures(),
        form_serial: of("AZ 000123"),
        completed_at: Some(of("2018-10-28T21:40:00+04:00")),
        dissent: vec![Dissent { seat: Seat(3), opinion: of("Not counted twice # and more") }],
        attachments: vec![attachment(), attachment()],
    }
}

fn summary() -> SummarySubmitted {
    SummarySubmitted {
        contest: of("round-1"),
        unit: of("01"),
        totals: SummaryFigures {
            items: vec![Some(Total(5_000_000_000)), None, None, None, None, Some(Total(1))],
            votes: figures().votes.iter().map(|(number, votes)| (*number, Total::from(*votes))).collect(),
        },
        counters: Counters { units: 3, received: 3, taken_as_basis: 2, failed: 1, annulled: 0 },
        made_at: Size(400),
        left_out: vec![of("01.002"), of("01.003")],
        root: TreeHash([9; 32]),
        form_serial: Text::default(),
        completed_at: None,
    }
}

fn founding() -> ElectionCalled {
    ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: of("protokol.example/ge-pres-2018"),
        log_key: of("protokol.example/ge-pres-2018+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        predecessor: Some(Predecessor { origin: of("protokol.example/old"), size: Size(9), root: TreeHash([3; 32]) }),
        manifest: manifest(),
        commission: commission(),
    }
}

/// One body of every kind, and second ones where a kind has two shapes.
fn bodies() -> Vec<Body> {
    let (contest, reason, event) = (|| of("round-1"), || of::<Text>("Because \"so\""), EventHash([5; 32]));
    let held =
        Contest { id: of("by-12"), title: names("By-election"), unit: Some(of("12")), polling_day: of("2019-05-19") };
    vec![
        Body::ElectionCalled(founding()),
        Body::ElectionCalled(ElectionCalled { predecessor: None, ..founding() }),
        Body::ContestCalled(ContestCalled { decision: decision(), contest: held.clone() }),
        Body::ContestCalled(ContestCalled { decision: decision(), contest: Contest { unit: None, ..held } }),
        Body::LogKeyRotated(LogKeyRotated { old: of("a+1+b"), new: of("a+2+c"), reason: reason() }),
        Body::CommissionFormed(CommissionFormed { parent: Some(of("GE")), ..commission() }),
        Body::MemberReplaced(MemberReplaced { unit: of("GE"), reason: reason(), member: member(2) }),
        Body::KeyRevoked(KeyRevoked { unit: of("GE"), seat: Seat(2), key: member(2).key, reason: reason() }),
        Body::NominationApproved(NominationApproved {
            contest: contest(),
            nominated_by: of("himself"),
            names: names("Grigol Vashadze"),
            decision: Decision { reference: Text::default(), date: None },
        }),
        Body::CandidateRegistered(CandidateRegistered {
            contest: contest(),
            number: BallotNumber(5),
            nominated_by: Text::default(),
            names: names("Grigol Vashadze"),
            decision: decision(),
        }),
        Body::CandidateWithdrawn(CandidateWithdrawn {
            contest: contest(),
            number: BallotNumber(5),
            reason: reason(),
            decision: decision(),
        }),
        Body::ObserverAccredited(ObserverAccredited {
            observer: of("civic-archive"),
            organisation: of("Civic Archive"),
            role: ObserverRole::Domestic,
            scope: of("GE"),
            key: member(4).key,
        }),
        Body::AccreditationWithdrawn(AccreditationWithdrawn { observer: of("civic-archive"), reason: reason() }),
        Body::OpeningSealed(OpeningSealed {
            paper: paper(),
            items: vec![Some(Count(1391)), None, Some(Count(1250)), None, None, None],
        }),
        Body::TurnoutReported(TurnoutReported {
            paper: paper(),
            as_of: of("17:00"),
            voters: Count(476),
            stations: None,
        }),
        Body::ProtocolSubmitted(protocol()),
        Body::ProtocolSubmitted(ProtocolSubmitted {
            form_serial: Text::default(),
            completed_at: None,
            dissent: Vec::new(),
            attachments: Vec::new(),
            ..protocol()
        }),
        Body::ProtocolCorrected(ProtocolCorrected {
            replaces: event,
            reason: reason(),
            decision: decision(),
            protocol: protocol(),
        }),
        Body::ProtocolAnnulled(ProtocolAnnulled {
            paper: paper(),
            protocol: event,
            reason: reason(),
            decision: decision(),
        }),
        Body::VotingFailed(VotingFailed { paper: paper(), reason: reason(), decision: decision() }),
        Body::RepeatVotingCalled(RepeatVotingCalled {
            paper: paper(),
            day: of("2018-11-11"),
            reason: reason(),
            decision: decision(),
        }),
        Body::SummarySubmitted(summary()),
        Body::SummaryCorrected(SummaryCorrected {
            replaces: event,
            reason: reason(),
            decision: decision(),
            summary: summary(),
        }),
        Body::CopyFiled(CopyFiled {
            paper: paper(),
            content: CopyContent::Handed { figures: figures(), attachments: vec![attachment()] },
        }),
        Body::CopyFiled(CopyFiled { paper: paper(), content: CopyContent::Refused { reason: reason() } }),
        Body::ComplaintFiled(ComplaintFiled {
            against: event,
            subject: of("The box was open"),
            text_sha256: FileDigest([4; 32]),
        }),
        Body::ComplaintDecided(ComplaintDecided {
            complaint: event,
            outcome: Outcome::UpheldInPart,
            reason: reason(),
            decision: decision(),
        }),
        Body::ResultCertified(ResultCertified {
            contest: contest(),
            body: of("Constitutional Court"),
            elected: vec![BallotNumber(1), BallotNumber(5)],
            nobody: false,
            decision: decision(),
        }),
        Body::LedgerClosed(LedgerClosed { decision: decision() }),
    ]
}

#[test]
fn every_kind_reads_back() {
    let bodies = bodies();
    for kind in Kind::ALL {
        assert!(bodies.iter().any(|body| body.kind() == *kind), "no body of {kind}");
    }
    with_context(|context| {
        for body in bodies {
            let text = draft::render(&body, context);
            let read = draft::read("draft.toml", &text, Some(context)).unwrap_or_else(|e| panic!("{e:#?}\n{text}"));
            let ledger = if body.kind() == Kind::ElectionCalled { LedgerId::UNFOUNDED } else { LEDGER };
            assert_eq!((read.kind, read.ledger), (body.kind(), ledger));
            assert_eq!(read.body, body, "{text}");
        }
    });
}

#[test]
fn a_founding_draft_needs_no_ledger() {
    let text = draft::render_founding(&founding(), "en", text::hint);
    let read = draft::read("founding.toml", &text, None).expect("a founding draft");
    assert_eq!(read.body, Body::ElectionCalled(founding()));
}

#[test]
fn a_draft_is_pleasant_to_type() {
    let known = Prefilled { contest: Some(of("round-1")), unit: Some(of("01.001")), ..Prefilled::default() };
    let text = with_context(|context| draft::render_blank(Kind::ProtocolSubmitted, &known, context));
    let expected = "\
# A draft: fill in what stands empty. Nothing is signed yet, and nothing has left the room.
kind   = \"protocol\"
ledger = \"0707070707070707070707070707070707070707070707070707070707070707\"

contest      = \"round-1\"
unit         = \"01.001\"
voting       = \"\"         # 1 unless it was repeated
form_serial  = \"\"         # series and number of the form; empty where it has none
completed_at = \"\"         # as in 2018-10-28T21:40:00+04:00; may be empty

[items]
voters_main_list           = \"\"  # Voters on the main list
voters_supplementary_list  = \"\"  # Voters on the supplementary lists
ballots_received           = \"\"  # Ballot papers received
voters_who_received_ballot = \"\"  # Voters who received a ballot paper (signatures)
invalid_ballots            = \"\"  # Invalid ballot papers
valid_votes                = \"\"  # Valid votes

[votes]
01  = \"\"  # Mikheil Antadze
05  = \"\"  # Grigol Vashadze
112 = \"\"  # Long Number

# [[dissent]]
# seat    = \"\"  # whose
# opinion = \"\"  # in the member's words

# [[attachments]]
# file = \"\"  # a scan that lies beside this draft: JPEG, PNG or PDF, at most 20 MB
";
    assert_eq!(text, expected);
}

#[test]
fn figures_may_be_typed_between_the_quotes_and_under_the_name_of_a_column() {
    with_context(|context| {
        let written = draft::render(&Body::ProtocolSubmitted(protocol()), context);
        let typed = written.replace("= 1391", "= \"1391\"").replace("\n05  = 12 ", "\ncand_05 = 12 ");
        assert_ne!(typed, written);
        let read = draft::read("draft.toml", &typed, Some(context)).expect("a draft");
        assert_eq!(read.body, Body::ProtocolSubmitted(protocol()));
    });
}

#[test]
fn a_blank_figure_is_absent_and_never_zero() {
    let known = Prefilled {
        contest: Some(of("round-1")),
        unit: Some(of("01.001")),
        voting: Some(Voting::FIRST),
        ..Prefilled::default()
    };
    with_context(|context| {
        let text = draft::render_blank(Kind::ProtocolSubmitted, &known, context);
        let read = draft::read("draft.toml", &text, Some(context)).expect("a blank protocol");
        let Body::ProtocolSubmitted(protocol) = read.body else { panic!("a protocol") };
        assert_eq!(protocol.figures, Figures { items: vec![None; 6], votes: Vec::new() });
        assert_eq!((protocol.paper, protocol.completed_at), (paper(), None));
    });
}

#[test]
fn every_blank_draft_tells_what_is_missing() {
    with_context(|context| {
        for kind in Kind::ALL {
            let text = draft::render_blank(*kind, &Prefilled::default(), context);
            if let Err(errors) = draft::read("draft.toml", &text, Some(context)) {
                let complete = |e: &InputError| e.line.is_some() && e.item.is_some();
                assert!(errors.iter().all(complete), "{errors:#?}\n{text}");
            }
        }
    });
}

/// What stands beside the fields is in the reader's language; what is typed and read is the same in every one.
#[test]
fn hints_are_in_the_readers_language() {
    with_context(|context| {
        let bare = DraftContext { hints: |_, _| "", ..context.clone() };
        for (kind, language) in Kind::ALL.iter().flat_map(|kind| ["az", "ru"].map(|language| (*kind, language))) {
            let blank = |context: &DraftContext| draft::render_blank(kind, &Prefilled::default(), context);
            let theirs = blank(&DraftContext { language, ..context.clone() });
            let (english, labels) = (blank(context), hints(&blank(&bare)));
            let told: Vec<_> = hints(&english).into_iter().zip(hints(&theirs)).collect();
            let mut told = told.iter().filter(|(hint, _)| !labels.contains(hint)).peekable();
            assert!(told.peek().is_some() && told.all(|(hint, other)| hint != other), "{theirs}");
            assert_eq!(typed(&theirs), typed(&english), "{kind}");
        }
    });
}

/// What stands behind the marks of remarks.
fn hints(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.split_once("# ")).map(|(_, hint)| hint.to_owned()).collect()
}

/// What stands before them.
fn typed(text: &str) -> Vec<String> {
    let before = |line: &str| line.split('#').next().unwrap_or_default().trim_end().to_owned();
    text.lines().map(before).filter(|line| !line.is_empty()).collect()
}

#[test]
fn texts_are_put_in_normal_form_c() {
    with_context(|context| {
        let body =
            Body::AccreditationWithdrawn(AccreditationWithdrawn { observer: of("o"), reason: of("S\u{327}\u{131}") });
        let text = draft::render(&body, context);
        let read = draft::read("draft.toml", &text, Some(context)).expect("a draft").body;
        let composed = AccreditationWithdrawn { observer: of("o"), reason: of("\u{15e}\u{131}") };
        assert_eq!(read, Body::AccreditationWithdrawn(composed));
    });
}

#[test]
fn drafts_of_other_editors_are_read() {
    with_context(|context| {
        let body = Body::ProtocolSubmitted(protocol());
        let text = draft::render(&body, context);
        for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            assert_eq!(draft::read("draft.toml", &text, Some(context)).expect("a draft").body, body);
        }
    });
}

#[test]
fn nobody_types_a_digest() {
    let scan = |tail: u8| vec![0xFF, 0xD8, 0xFF, tail];
    with_context(|context| {
        let mut scans = Scans::default();
        scans.add("scans/front.jpg", Ok(scan(1)));
        scans.add("back.jpg", Ok(scan(2)));
        let context = DraftContext { scans, ..context.clone() };
        let known = Prefilled {
            contest: Some(of("round-1")),
            unit: Some(of("01.001")),
            voting: Some(Voting::FIRST),
            ..Prefilled::default()
        };
        for kind in [Kind::ProtocolSubmitted, Kind::CopyFiled] {
            let text = draft::render_blank(kind, &known, &context);
            assert_eq!(named(&text), ["scans/front.jpg", "back.jpg"]);
            let read = draft::read("draft.toml", &text, Some(&context)).expect("a draft").body;
            let expected = [("front.jpg", 1), ("back.jpg", 2)]
                .map(|(name, tail)| Attachment::of(of(name), &scan(tail)).expect("a JPEG"));
            assert_eq!(read.attachments(), expected);
        }
        let text = draft::render_blank(Kind::ProtocolSubmitted, &known, &context);
        let unread = DraftContext { scans: Scans::default(), ..context.clone() };
        let errors = draft::read("draft.toml", &text, Some(&unread)).expect_err("nobody read them");
        assert_eq!(errors.len(), 2);
        assert!(errors.iter().all(|e| e.line.is_some() && e.item.as_deref() == Some("file")), "{errors:?}");
        // What is no draft names no files; what names one twice names one.
        assert_eq!(named("[[attachments]"), [""; 0]);
        assert_eq!(named("attachments = 7"), [""; 0]);
        assert_eq!(named("[[attachments]]\nfile = \"a\"\n[[attachments]]\nfile = \"a\""), ["a"]);
    });
}
