//! What is wrong in the papers that people write: every mistake in every language.

use std::collections::BTreeSet;

use super::golden::counts;
use super::refusals::manifest_flaws;
use super::{keeps_to_its_letters, parse};
use protokol::domain::attachment::AttachmentFlaw;
use protokol::domain::id::{ContestId, TierName, UnitId};
use protokol::domain::number::Seat;
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::Media;
use protokol::domain::statement::Kind;
use protokol::domain::text::Text;
use protokol::domain::time::{Day, HourOfDay, Millis, NotATime, Offset};
use protokol::intake::csv::rows::PaperDecision;
use protokol::intake::mistake::{
    DraftMistake, EnrolmentMistake, FileMistake, ManifestMistake, Mistake, Sort, TableMistake, TomlFlaw, ValueMistake,
};
use protokol::text::{self, Lang};

fn contest() -> ContestId {
    parse("round-1")
}

fn unit() -> UnitId {
    parse("01.001")
}

fn tier() -> TierName {
    parse("precinct")
}

fn of_files() -> Vec<FileMistake> {
    vec![
        FileMistake::Missing,
        FileMistake::NotUtf8,
        FileMistake::ByteOrderMark,
        FileMistake::CarriageReturn,
        FileMistake::NotToml(TomlFlaw::KeyTwice),
        FileMistake::NotToml(TomlFlaw::KeyUnfit),
        FileMistake::NotToml(TomlFlaw::AssignmentMissing),
        FileMistake::NotToml(TomlFlaw::ValueUnfit),
        FileMistake::NotToml(TomlFlaw::TextOpen),
        FileMistake::NotToml(TomlFlaw::Escape),
        FileMistake::NotToml(TomlFlaw::CharacterUnfit),
        FileMistake::NotToml(TomlFlaw::LeadingZero),
        FileMistake::NotToml(TomlFlaw::NumberUnfit),
        FileMistake::NotToml(TomlFlaw::TimeUnfit),
        FileMistake::NotToml(TomlFlaw::BooleanUnfit),
        FileMistake::NotToml(TomlFlaw::BracketOpen),
        FileMistake::NotToml(TomlFlaw::CommaMissing),
        FileMistake::NotToml(TomlFlaw::Beyond),
        FileMistake::NotToml(TomlFlaw::Library("invalid key".to_owned())),
        FileMistake::NotCsv("CSV error".to_owned()),
        FileMistake::Empty(vec!["contest".to_owned(), "unit".to_owned()]),
        FileMistake::EmptyLine,
        FileMistake::QuoteInside,
        FileMistake::QuoteOpen,
        FileMistake::ColumnTwice,
        FileMistake::ColumnUnknown("vaild".to_owned()),
        FileMistake::ColumnUnknown("un\u{200d}it".to_owned()),
        FileMistake::ColumnUnnamed(11),
        FileMistake::SeparatorsMixed,
        FileMistake::ColumnMissing,
        FileMistake::CandidateUnknown,
        FileMistake::CandidateTwice,
    ]
}

fn of_tables() -> Vec<TableMistake> {
    let mut all = vec![
        TableMistake::CellEmpty,
        TableMistake::ContestUnknown(contest()),
        TableMistake::UnitUnknown(unit(), None),
        TableMistake::UnitUnknown(parse("O1.001"), Some(unit())),
        TableMistake::NotLowest,
        TableMistake::Lowest,
        TableMistake::HeldElsewhere,
        TableMistake::NotOnBallot(contest()),
        TableMistake::VotesMissing,
        TableMistake::FigureMissing,
        TableMistake::ProtocolTwice(contest(), 1_234),
        TableMistake::OpeningTwice(contest(), 1_234),
        TableMistake::SummaryTwice(contest(), 1_234),
        TableMistake::OpeningWithVotes,
        TableMistake::OpeningOfCount,
        TableMistake::OpeningIncomplete,
        TableMistake::OpeningUnfit,
        TableMistake::NothingToCorrect,
        TableMistake::NothingCorrected,
        TableMistake::ObserverUnlisted(parse("golos")),
        TableMistake::ObserverOutOfScope(parse("golos")),
    ];
    all.extend(counts().map(|cells| TableMistake::Length { cells, header: 1_001 }));
    for decision in [PaperDecision::Annul, PaperDecision::Failed, PaperDecision::Repeat] {
        let standings = [
            PaperStatus::Awaited,
            PaperStatus::Opened,
            PaperStatus::Reported(()),
            PaperStatus::Annulled,
            PaperStatus::Failed,
        ];
        all.extend(standings.map(|status| TableMistake::Untimely(decision, status)));
    }
    all
}

fn of_enrolment() -> Vec<EnrolmentMistake> {
    let mut all = vec![
        EnrolmentMistake::TierUnknown(tier()),
        EnrolmentMistake::UnitTwice(1_234),
        EnrolmentMistake::TopTwice(unit()),
        EnrolmentMistake::NoParent,
        EnrolmentMistake::ParentUnknown(unit(), None),
        EnrolmentMistake::ParentUnknown(parse("01.0O1"), Some(unit())),
        EnrolmentMistake::Circle,
        EnrolmentMistake::NotBelowParent(tier()),
        EnrolmentMistake::NoTop,
        EnrolmentMistake::NumberZero,
        EnrolmentMistake::NumberTaken(contest()),
        EnrolmentMistake::NoName,
        EnrolmentMistake::NamesTooMany,
        EnrolmentMistake::MemberElsewhere,
        EnrolmentMistake::Seat { expected: Seat(2), found: Seat(3) },
        EnrolmentMistake::KeyTwice(1_234),
        EnrolmentMistake::MemberKey,
        EnrolmentMistake::DemonstrationKey,
        EnrolmentMistake::ObserverTwice,
        EnrolmentMistake::ObserverKeyMissing,
        EnrolmentMistake::ObserverKey,
    ];
    all.extend(counts().map(|found| EnrolmentMistake::Members { found, expected: 7 }));
    all
}

fn of_manifests() -> Vec<ManifestMistake> {
    let mut all = vec![
        ManifestMistake::HeldNowhere(contest(), unit()),
        ManifestMistake::TierIncomplete(tier()),
        ManifestMistake::TierUnlisted,
        ManifestMistake::ItemUnknown(parse("valid_votes")),
    ];
    all.extend(manifest_flaws().into_iter().map(ManifestMistake::Flaw));
    all
}

fn of_drafts() -> Vec<DraftMistake> {
    let scan = || "01.001 page 1.jpg".to_owned();
    let mut all = vec![
        DraftMistake::ElectionUnknown(Kind::ProtocolSubmitted),
        DraftMistake::KindUnknown("minutes".to_owned()),
        DraftMistake::OtherLedger,
        DraftMistake::RefusedWithFigures,
        DraftMistake::HandedWithReason,
        DraftMistake::NeitherHandedNorRefused,
        DraftMistake::ItemOfCount,
        DraftMistake::ItemUnknown,
        DraftMistake::ContestUnknown(contest()),
        DraftMistake::NotOnBallot,
        DraftMistake::NumberTwice,
        DraftMistake::ScanUnnamed,
        DraftMistake::ScansNamedAlike(parse("front.jpg")),
        DraftMistake::ScanMissing(scan()),
        DraftMistake::ScanNotAFile(scan()),
    ];
    let media = [Media::Jpeg, Media::Png, Media::Pdf].map(AttachmentFlaw::Extension);
    let flaws = [AttachmentFlaw::Empty, AttachmentFlaw::TooLarge, AttachmentFlaw::UnknownMedia];
    all.extend(flaws.into_iter().chain(media).map(|flaw| DraftMistake::ScanUnfit(scan(), flaw)));
    all
}

fn of_values() -> Vec<ValueMistake> {
    let found = || "\"x\"".to_owned();
    let not_text = |text: String| ValueMistake::Text(text.parse::<Text>().expect_err("no text"));
    let not_a_time = |refused: NotATime| ValueMistake::Time("\"x\"".to_owned(), refused);
    let mut all = vec![
        ValueMistake::KeyMissing("voting"),
        ValueMistake::KeyUnknown(vec!["contest", "unit", "voting"]),
        ValueMistake::TextBlank,
        ValueMistake::NumberBlank,
        ValueMistake::Negative("\"-3\"".to_owned()),
        ValueMistake::Signed("\"+3\"".to_owned()),
        ValueMistake::LeadingZeros("\"007\"".to_owned()),
        ValueMistake::TooLarge("\"99999999999999999999\"".to_owned(), u32::MAX.into()),
        ValueMistake::TooLarge("\"99999999999999999999\"".to_owned(), u64::MAX),
        ValueMistake::NotWhole("\"1.5\"".to_owned()),
        ValueMistake::NotDigits(found()),
        not_text("a\u{202e}b".to_owned()),
        not_text("\u{e0001}".to_owned()),
        not_text(" a".to_owned()),
        ValueMistake::Id("a b\"".parse::<UnitId>().expect_err("no id")),
        ValueMistake::Id("".parse::<ContestId>().expect_err("no id")),
        not_a_time("x".parse::<Millis>().expect_err("no time")),
        not_a_time("x".parse::<Day>().expect_err("no day")),
        not_a_time("x".parse::<HourOfDay>().expect_err("no hour")),
        not_a_time("x".parse::<Offset>().expect_err("no offset")),
        ValueMistake::Hash(found()),
        ValueMistake::KeyName(found()),
        ValueMistake::Word(found(), &["opening", "count"]),
        ValueMistake::Word(found(), &["chair", "deputy", "secretary", "member"]),
        ValueMistake::Share,
        ValueMistake::Comparison("\"~\"".to_owned()),
        ValueMistake::Multiple(found()),
        ValueMistake::Language,
        ValueMistake::TranslationBlank("ka".to_owned()),
        ValueMistake::TranslationsTooMany,
    ];
    let sorts = [Sort::WholeNumber, Sort::Fraction, Sort::TrueOrFalse, Sort::Time, Sort::List, Sort::Table];
    all.extend(sorts.map(ValueMistake::NotAText));
    all.extend([
        ValueMistake::NotATable(Sort::Text),
        ValueMistake::NotAList(Sort::Text),
        ValueMistake::NotANumber(Sort::List),
        ValueMistake::NotTrueOrFalse(Sort::Text),
    ]);
    all.extend(counts::<u16>().map(|count| not_text("a".repeat(2_001 + usize::from(count)))));
    all
}

/// Every mistake, by subject.
pub fn mistakes() -> Vec<(&'static str, Vec<Mistake>)> {
    fn all<T: Into<Mistake>>(mistakes: Vec<T>) -> Vec<Mistake> {
        mistakes.into_iter().map(Into::into).collect()
    }
    vec![
        ("files", all(of_files())),
        ("tables", all(of_tables())),
        ("enrolment", all(of_enrolment())),
        ("manifests", all(of_manifests())),
        ("drafts", all(of_drafts())),
        ("values", all(of_values())),
    ]
}

/// The rules for a clause that stands behind the place of a mistake, or below it.
fn reads_well(lang: Lang, clause: &str) {
    assert!(!clause.is_empty() && clause.trim() == clause && clause.chars().count() <= 400, "{clause:?}");
    assert!(!clause.ends_with('.') || clause.ends_with("0-9 . _ -"), "a full stop: {clause}");
    // The sign of inequality is no exclamation.
    assert!(!clause.replace("!=", "").contains(['!', '\n', '\u{1}']) && !clause.contains("  "), "{clause}");
    keeps_to_its_letters(lang, clause);
}

#[test]
fn every_mistake_is_told_in_every_language() {
    for (_, mistakes) in mistakes() {
        for mistake in mistakes {
            let english = text::mistake(Lang::En, &mistake);
            for lang in Lang::ALL.iter().copied() {
                let said = text::mistake(lang, &mistake);
                reads_well(lang, &said.says);
                reads_well(lang, &said.remedy.to_string());
                let is_own = said.says != english.says && said.remedy != english.remedy;
                assert!(lang == Lang::En || is_own, "{lang}: {said:?}");
            }
        }
    }
}

/// Two mistakes that are told in the same words would be one.
#[test]
fn every_mistake_has_words_of_its_own() {
    // An opened paper is awaited too.
    let is_told_twice =
        |mistake: &Mistake| matches!(mistake, Mistake::Table(TableMistake::Untimely(_, PaperStatus::Opened)));
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for mistake in mistakes().into_iter().flat_map(|(_, mistakes)| mistakes) {
            let said = text::mistake(*lang, &mistake);
            assert!(
                seen.insert((said.says, said.remedy.to_string())) || is_told_twice(&mistake),
                "{lang}: {mistake:?}"
            );
        }
    }
}
