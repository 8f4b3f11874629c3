//! Bad papers, each named after what is wrong with it: the place is told, and what to do.

use std::collections::BTreeMap;

use protokol::crypto::key::SecretKey;
use protokol::domain::code::Code;
use protokol::domain::form::Form;
use protokol::domain::id::LedgerId;
use protokol::domain::number::{BallotNumber, Count};
use protokol::domain::statement::Body;
use protokol::domain::text::Localised;
use protokol::intake::ballots::Ballots;
use protokol::intake::colour::Colour;
use protokol::intake::csv::rows::{MemberRow, UnitRow};
use protokol::intake::draft::scans::Scans;
use protokol::intake::draft::{self, DraftContext};
use protokol::intake::error::InputError;
use protokol::intake::folder::ElectionFolder;
use protokol::intake::members;
use protokol::intake::toml::manifest::read_manifest;
use protokol::text::{self, Lang};

const MANIFEST: &str = r#"id = "xx"
kind = "presidential"
polling_day = 2024-02-07
utc_offset = "+04:00"
authority = "Commission"
tiers = ["central", "district", "precinct"]
title = { en = "Test" }
[commissions]
central = { members = 3, quorum = 2 }
district = { members = 3, quorum = 2 }
precinct = { members = 3, quorum = 2 }
[[contest]]
id = "a"
title = { en = "A" }
[[contest]]
id = "b"
unit = "D1"
title = { en = "B" }
[[item]]
key = "listed"
label = { en = "Listed" }
stage = "opening"
[[item]]
key = "valid"
label = { en = "Valid" }
stage = "count"
[[check]]
code = "E1"
left = ["votes"]
op = "="
right = ["valid"]
severity = "error"
says = { en = "No" }
"#;
const UNITS: &str = "unit,parent,tier,name\nT,,central,Top\nD1,T,district,\nD2,T,district,\n\
                     D1.1,D1,precinct,\nD1.2,D1,precinct,\nD2.1,D2,precinct,\n";
const CANDIDATES: &str = "contest,number,name_en\na,1,Ada\na,12,Bela\nb,3,Cem\n";
const HEAD: &str = "contest,unit,listed,valid,cand_01,cand_12,cand_03\n";

fn folder(changed: &[(&str, &str)]) -> Result<ElectionFolder, Vec<InputError>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, text) in [("manifest.toml", MANIFEST), ("units.csv", UNITS), ("candidates.csv", CANDIDATES)] {
        files.insert(name.into(), text.into());
    }
    files.extend(changed.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    ElectionFolder::read(&files)
}

/// The one error of a folder in which one file is changed.
fn error(file: &str, text: &str) -> InputError {
    let errors = folder(&[(file, text)]).expect_err("the file is bad");
    let [error] = &errors[..] else { panic!("{errors:#?}") };
    assert_eq!(error.file, file);
    told(error)
}

/// In every language an error says what is wrong and what to do, on a line each.
fn told(error: &InputError) -> InputError {
    for lang in Lang::ALL {
        let said = text::mistake(*lang, &error.mistake);
        let is_a_line = |clause: &str| !clause.is_empty() && !clause.contains('\n');
        assert!(is_a_line(&said.says) && is_a_line(&said.remedy.to_string()), "{lang}: {said:?}");
    }
    error.clone()
}

/// An error's place: code, line, column, unit, item.
fn place(e: &InputError) -> (Code, Option<u64>, Option<&str>, Option<&str>, Option<&str>) {
    (e.code, e.line, e.column.as_deref(), e.unit.as_deref(), e.item.as_deref())
}

/// The protocol table with these rows.
fn protocols(rows: &str) -> String {
    format!("{HEAD}{rows}")
}

/// A test that changes one file and asserts the place of the one error.
macro_rules! bad {
    ($($name:ident: $file:literal, $text:expr => $code:ident, $line:expr, $column:expr, $unit:expr, $item:expr;)*) => { $(
        #[test]
        fn $name() {
            let error = error($file, &$text);
            assert_eq!(place(&error), (Code::$code, $line, $column, $unit, $item), "{error:?}");
        }
    )* };
}

#[test]
fn the_folder_that_the_others_deviate_from_is_good() {
    let rows = protocols("a,D1.1,10,7,4,3,\nb,D1.1,10,7,,,7\n");
    let read = folder(&[("protocols.csv", &rows)]).unwrap_or_else(|e| panic!("{e:#?}"));
    assert_eq!(read.protocols[1].figures.votes, [(BallotNumber(3), Count(7))]);
}

/// The ledger would refuse it, and not name its row.
#[test]
fn a_correction_that_corrects_nothing() {
    let (protocols, head) = (protocols("a,D1.1,10,7,4,3,\n"), format!("{},decision,reason\n", HEAD.trim()));
    let rows = "a,D1.1,10,6,4,2,,1,Counted again\na,D1.1,10,6,4,2,,2,And again\n";
    let errors = folder(&[("protocols.csv", &protocols), ("corrections.csv", &(head + rows))]);
    let errors = errors.expect_err("the second corrects nothing");
    let [error] = &errors[..] else { panic!("{errors:#?}") };
    assert_eq!(place(&told(error)), (Code::U4, Some(3), Some("unit"), Some("D1.1"), None), "{error:?}");
}

bad! {
    manifest_with_an_unknown_key: "manifest.toml", MANIFEST.replace("op =", "sign = 1\nop =")
        => U4, Some(30), None, None, Some("sign");
    manifest_with_a_missing_key: "manifest.toml", MANIFEST.replace("op = \"=\"\n", "")
        => U4, Some(27), None, None, Some("op");
    manifest_with_an_unknown_item_in_a_check: "manifest.toml", MANIFEST.replace("[\"valid\"]", "[\"-vaild\"]")
        => U4, Some(31), None, None, Some("vaild");
    manifest_with_an_item_twice: "manifest.toml", MANIFEST.replace("\"valid\"", "\"listed\"")
        => U4, Some(23), None, None, Some("listed");
    manifest_with_a_reserved_item: "manifest.toml", MANIFEST.replace("\"listed\"", "\"cand_01\"")
        => U4, Some(19), None, None, Some("cand_01");
    manifest_with_a_built_in_code: "manifest.toml", MANIFEST.replace("\"E1\"", "\"S1\"")
        => U4, Some(27), None, None, Some("check S1");
    manifest_with_a_contest_twice: "manifest.toml", MANIFEST.replace("\"b\"", "\"a\"")
        => U4, Some(15), None, None, Some("contest a");
    manifest_with_a_quorum_above_its_members: "manifest.toml", MANIFEST.replace("precinct = { members = 3", "precinct = { members = 1")
        => U4, Some(11), None, None, Some("commissions.precinct");
    manifest_with_a_tier_without_commission: "manifest.toml", MANIFEST.replace("district = { members = 3, quorum = 2 }\n", "")
        => U4, Some(6), None, None, Some("district");
    manifest_with_a_deadline_for_no_tier: "manifest.toml", MANIFEST.replace("[[check]]", "[[deadline]]\ntier = \"region\"\nhours = 24\n[[check]]")
        => U4, Some(27), None, None, Some("deadline region");
    manifest_with_an_unknown_word: "manifest.toml", MANIFEST.replace("\"opening\"", "\"begin\"")
        => U4, Some(22), None, None, Some("stage");
    manifest_with_a_day_that_is_none: "manifest.toml", MANIFEST.replace("2024-02-07", "\"2024-02-30\"")
        => U4, Some(3), None, None, Some("polling_day");
    manifest_that_is_not_toml: "manifest.toml", MANIFEST.replace("op = \"=\"", "op = =")
        => U3, Some(30), None, None, Some("op");
    manifest_with_a_contest_in_no_unit: "manifest.toml", MANIFEST.replace("\"D1\"", "\"D9\"")
        => U4, None, None, Some("D9"), Some("b");

    unit_without_a_parent: "units.csv", UNITS.replace("D2.1,D2,", "D2.1,,") => U4, Some(7), Some("parent"), Some("D2.1"), None;
    unit_below_an_unknown_one: "units.csv", UNITS.replace("D2.1,D2,", "D2.1,D3,") => U4, Some(7), Some("parent"), Some("D2.1"), None;
    units_in_a_circle: "units.csv", UNITS.replace("D1,T,", "D1,D1.1,") => U4, Some(3), Some("parent"), Some("D1"), None;
    units_with_two_tops: "units.csv", UNITS.replace("D1,T,district", "D1,,central") => U4, Some(3), Some("parent"), Some("D1"), None;
    units_without_a_top: "units.csv", "unit,parent,tier,name\n" => U4, None, None, None, None;
    unit_of_an_unknown_tier: "units.csv", UNITS.replace("D1,T,district", "D1,T,region") => U4, Some(3), Some("tier"), Some("D1"), None;
    unit_not_below_its_parents_tier: "units.csv", UNITS.replace("D2.1,D2,precinct", "D2.1,D2,district")
        => U4, Some(7), Some("tier"), Some("D2.1"), None;
    unit_twice: "units.csv", format!("{UNITS}D1.1,D2,precinct,\n") => U4, Some(8), Some("unit"), Some("D1.1"), None;
    unit_that_is_no_id: "units.csv", UNITS.replace("D2.1", "D2/1") => U4, Some(7), Some("unit"), Some("D2/1"), None;
    unit_with_an_invisible_character: "units.csv", UNITS.replace("Top", "To\u{200b}p") => U4, Some(2), Some("name"), Some("T"), None;

    candidate_twice: "candidates.csv", format!("{CANDIDATES}a,12,Dilara\n") => U4, Some(5), Some("number"), None, Some("cand_12");
    candidate_of_an_unknown_contest: "candidates.csv", format!("{CANDIDATES}c,1,Dilara\n") => U4, Some(5), Some("contest"), None, None;
    candidate_without_a_number: "candidates.csv", format!("{CANDIDATES}a,0,Dilara\n") => U4, Some(5), Some("number"), None, None;
    candidate_without_a_name: "candidates.csv", format!("{CANDIDATES}a,2,\n") => U4, Some(5), None, None, None;

    table_that_is_empty: "protocols.csv", "" => U3, None, None, None, None;
    table_with_a_missing_column: "turnout.csv", "contest,unit,voters\n" => U3, Some(1), Some("as_of"), None, None;
    table_with_a_missing_item: "protocols.csv", "contest,unit,listed\n" => U3, Some(1), Some("valid"), None, Some("valid");
    table_with_a_missing_candidate: "protocols.csv", "contest,unit,listed,valid,cand_01\na,D1.1,10,4,4\n"
        => U4, Some(2), Some("cand_12"), Some("D1.1"), Some("cand_12");
    table_with_an_unknown_column: "protocols.csv", HEAD.replace("valid", "vaild") => U3, Some(1), Some("vaild"), None, None;
    table_with_an_unknown_candidate: "protocols.csv", HEAD.replace("cand_03", "cand_04") => U3, Some(1), Some("cand_04"), None, Some("cand_04");
    table_with_a_candidate_of_one_digit: "protocols.csv", HEAD.replace("cand_03", "cand_3") => U3, Some(1), Some("cand_3"), None, None;
    table_with_a_column_twice: "protocols.csv", HEAD.replace("cand_03", "valid") => U3, Some(1), Some("valid"), None, None;
    table_with_a_candidate_in_two_columns: "protocols.csv", HEAD.replace("cand_03", "cand_012")
        => U3, Some(1), Some("cand_012"), None, Some("cand_012");
    table_with_a_short_row: "protocols.csv", protocols("a,D1.1,10,7,4,3,\na,D1.2,10\n") => U4, Some(3), None, Some("D1.2"), None;
    table_with_an_empty_line: "protocols.csv", protocols("a,D1.1,10,7,4,3,\n\n") => U3, Some(3), None, None, None;
    table_with_a_quote_inside_a_cell: "units.csv", UNITS.replace("Top", "T\"o\"p") => U3, Some(2), None, None, None;
    table_with_text_after_a_quote: "units.csv", UNITS.replace("Top", "\"To\"p") => U3, Some(2), None, None, None;
    table_with_a_quote_left_open: "units.csv", UNITS.replace("Top", "\"Top") => U3, Some(2), None, None, None;
    table_with_carriage_returns: "protocols.csv", protocols("a,D1.1,10,7,4,3,\n").replace('\n', "\r\n") => U3, Some(1), None, None, None;
    table_with_a_byte_order_mark: "protocols.csv", format!("\u{feff}{HEAD}") => U3, Some(1), None, None, None;

    figure_that_is_negative: "protocols.csv", protocols("a,D1.1,10,7,4,3,\na,D1.2,10,7,-4,3,\n")
        => U4, Some(3), Some("cand_01"), Some("D1.2"), Some("cand_01");
    figure_with_a_sign: "protocols.csv", protocols("a,D1.1,+10,7,4,3,\n") => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_with_a_fraction: "protocols.csv", protocols("a,D1.1,10.0,7,4,3,\n") => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_with_leading_zeros: "protocols.csv", protocols("a,D1.1,010,7,4,3,\n") => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_with_a_space: "protocols.csv", protocols("a,D1.1,1 000,7,4,3,\n") => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_above_all_figures: "protocols.csv", protocols("a,D1.1,4294967296,7,4,3,\n")
        => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_that_is_over_long: "protocols.csv", protocols(&format!("a,D1.1,10,7,{},3,\n", "9".repeat(5000)))
        => U4, Some(2), Some("cand_01"), Some("D1.1"), Some("cand_01");
    figure_of_a_required_item_that_is_empty: "protocols.csv", protocols("a,D1.1,,7,4,3,\n")
        => U4, Some(2), Some("listed"), Some("D1.1"), Some("listed");
    figure_of_a_candidate_that_is_empty: "protocols.csv", protocols("a,D1.1,10,7,4,,\n")
        => U4, Some(2), Some("cand_12"), Some("D1.1"), Some("cand_12");
    figure_of_another_contests_candidate: "protocols.csv", protocols("a,D1.1,10,7,4,3,0\n")
        => U4, Some(2), Some("cand_03"), Some("D1.1"), Some("cand_03");

    protocol_of_an_unknown_unit: "protocols.csv", protocols("a,D1.9,10,7,4,3,\n") => U4, Some(2), Some("unit"), Some("D1.9"), None;
    protocol_of_an_unknown_contest: "protocols.csv", protocols("c,D1.1,10,7,4,3,\n") => U4, Some(2), Some("contest"), Some("D1.1"), None;
    protocol_of_a_district: "protocols.csv", protocols("a,D1,10,7,4,3,\n") => U4, Some(2), Some("unit"), Some("D1"), None;
    protocol_where_the_contest_is_not_held: "protocols.csv", protocols("b,D2.1,10,7,,,7\n") => U4, Some(2), Some("unit"), Some("D2.1"), None;
    protocol_twice: "protocols.csv", protocols("a,D1.1,10,7,4,3,\na,D1.1,10,7,4,3,\n") => U4, Some(3), Some("unit"), Some("D1.1"), None;
    summary_of_a_precinct: "summaries.csv", protocols("a,D1.1,10,7,4,3,\n") => U4, Some(2), Some("unit"), Some("D1.1"), None;
    turnout_of_a_negative_number_of_stations: "turnout.csv", "contest,unit,as_of,voters,stations
a,D1,10:00,10,-1
"
        => U4, Some(2), Some("stations"), Some("D1"), None;
    units_with_a_clock_that_is_none: "units.csv", "unit,parent,tier,name,utc_offset\nT,,central,Top,4\n"
        => U4, Some(2), Some("utc_offset"), Some("T"), None;
    turnout_at_no_hour: "turnout.csv", "contest,unit,as_of,voters\na,D1.1,25:00,4\n" => U4, Some(2), Some("as_of"), Some("D1.1"), None;
    correction_of_no_protocol: "corrections.csv", format!("{},decision,reason\na,D1.1,10,7,4,3,,1,Why\n", HEAD.trim())
        => U4, Some(2), Some("unit"), Some("D1.1"), None;
    decision_of_an_unknown_sort: "decisions.csv", "contest,unit,decision,reference,reason\na,D1.1,undo,1,Why\n"
        => U4, Some(2), Some("decision"), Some("D1.1"), None;
    decision_without_a_reason: "decisions.csv", "contest,unit,decision,reference,reason\na,D1.1,failed,1,\n"
        => U4, Some(2), Some("reason"), Some("D1.1"), None;
    colour_of_an_unknown_contest: "colours.csv", "contest,number,colour\na,1,#0b5394\nz,1,#0b5394\n"
        => U4, Some(3), Some("contest"), None, None;
    colour_of_nobody: "colours.csv", "contest,number,colour\na,3,#0b5394\n"
        => U4, Some(2), Some("number"), None, None;
    colour_by_name: "colours.csv", "contest,number,colour\na,1,blue\n"
        => U4, Some(2), Some("colour"), None, None;
    colour_of_too_few_digits: "colours.csv", "contest,number,colour\na,1,#06c\n"
        => U4, Some(2), Some("colour"), None, None;
    colour_of_white_paper: "colours.csv", "contest,number,colour\na,1,#fefefe\n"
        => U4, Some(2), Some("colour"), None, None;
    colour_of_dark_paper: "colours.csv", "contest,number,colour\na,1,#101820\n"
        => U4, Some(2), Some("colour"), None, None;
    observer_without_a_known_scope: "observers.csv", "observer,organisation,role,scope\nme,Us,domestic,D9\n"
        => U4, Some(2), Some("scope"), None, None;
}

#[test]
fn table_in_another_encoding() {
    let files = [
        ("manifest.toml", MANIFEST.into()),
        ("units.csv", UNITS.into()),
        ("candidates.csv", b"contest,number,name_en\na,1,\xd0da\n".to_vec()),
    ];
    let files = files.into_iter().map(|(name, bytes): (&str, Vec<u8>)| (name.to_owned(), bytes)).collect();
    let errors = ElectionFolder::read(&files).expect_err("not UTF-8");
    assert_eq!(place(&told(&errors[0])), (Code::U3, Some(2), None, None, None));
}

#[test]
fn folder_without_units() {
    let files =
        [("manifest.toml".to_owned(), MANIFEST.into()), ("candidates.csv".to_owned(), CANDIDATES.into())].into();
    let errors = ElectionFolder::read(&files).expect_err("no units");
    assert_eq!((errors[0].file.as_str(), errors[0].code), ("units.csv", Code::U3));
}

#[test]
fn copy_of_an_observer_who_is_not_listed() {
    let copies = "contest,unit,observer,listed\na,D1.1,me,\na,D1.1,you,\n";
    let observers = "observer,organisation,role,scope\nme,Us,domestic,T\n";
    assert!(folder(&[("copies.csv", copies)]).is_ok(), "without a list anybody may");
    let errors = folder(&[("copies.csv", copies), ("observers.csv", observers)]).expect_err("one is not listed");
    assert_eq!(place(&told(&errors[0])), (Code::U4, Some(3), Some("observer"), Some("D1.1"), None));
}

#[test]
fn colours_are_read_in_either_case_and_contrast_is_that_of_wcag() {
    let colours = "contest,number,colour\na,1,#0B5394\na,12,#ffdd00\n";
    let read = folder(&[("colours.csv", colours)]).expect("two colours");
    let shown: Vec<_> = read.colours.iter().map(|row| row.colour.to_string()).collect();
    assert_eq!(shown, ["#0b5394", "#ffdd00"]);
    let contrast = |one: &str, other: &str| {
        let [one, other] = [one, other].map(|text| text.parse::<Colour>().expect("a colour"));
        one.contrast(other)
    };
    assert_eq!(contrast("#ffffff", "#000000"), 2100);
    assert_eq!(contrast("#000000", "#000000"), 100);
    // As the formula of WCAG 2.2 has it: 4.54 and 7.66.
    assert!((445..=465).contains(&contrast("#767676", "#ffffff")), "{}", contrast("#767676", "#ffffff"));
    assert!((750..=785).contains(&contrast("#0b5394", "#ffffff")), "{}", contrast("#0b5394", "#ffffff"));
}

#[test]
fn many_bad_rows_are_told_together_and_not_without_end() {
    let errors = folder(&[("protocols.csv", &protocols(&"a,D1.1,-1,7,4,3,\n".repeat(50))), ("turnout.csv", "")]);
    assert_eq!(errors.expect_err("fifty bad rows").len(), 20);
}

const DRAFT: &str = r#"kind = "protocol"
ledger = "0707070707070707070707070707070707070707070707070707070707070707"
contest = "a"
unit = "D1.1"
voting = 1
form_serial = ""
[items]
listed = 10
valid = 7
[votes]
01 = 4
12 = 3
"#;

fn read_draft(text: &str) -> Result<Body, Vec<InputError>> {
    let form: Form = read_manifest("manifest.toml", MANIFEST).expect("the manifest").manifest.form;
    let ballot = [(BallotNumber(1), Localised::default()), (BallotNumber(12), Localised::default())];
    let ballots = Ballots([("a".parse().expect("a contest"), ballot.into())].into());
    let (ledger, scans) = (LedgerId([7; 32]), Scans::default());
    let context = DraftContext { form: &form, ballots: &ballots, language: "en", hints: text::hint, ledger, scans };
    draft::read("d.toml", text, Some(&context)).map(|draft| draft.body)
}

/// A test that changes one place of a draft and asserts the place of the one error.
macro_rules! bad_drafts {
    ($($name:ident: $from:literal, $to:literal => $code:ident, $line:expr, $item:expr;)*) => { $(
        #[test]
        fn $name() {
            let text = DRAFT.replace($from, $to);
            assert_ne!(text, DRAFT, "the change must change something");
            let errors = read_draft(&text).expect_err("the draft is bad");
            assert_eq!(errors.len(), 1, "{errors:#?}");
            let error = told(&errors[0]);
            assert_eq!((error.file.as_str(), error.code, error.line, error.item.as_deref()),
                ("d.toml", Code::$code, $line, $item), "{error:?}");
        }
    )* };
}

bad_drafts! {
    draft_with_a_negative_figure: "01 = 4", "01 = -4" => U4, Some(11), Some("cand_01");
    draft_with_a_fraction: "listed = 10", "listed = 10.5" => U4, Some(8), Some("listed");
    draft_with_a_figure_above_all_figures: "valid = 7", "valid = 4294967296" => U4, Some(9), Some("valid");
    draft_with_an_underscore_in_a_figure: "listed = 10", "listed = 1_0" => U4, Some(8), Some("listed");
    draft_with_a_hexadecimal_figure: "listed = 10", "listed = 0x10" => U4, Some(8), Some("listed");
    draft_with_leading_zeros: "valid = 7", "valid = 07" => U3, Some(9), Some("valid");
    draft_with_a_word_for_a_figure: "valid = 7", "valid = \"seven\"" => U4, Some(9), Some("valid");
    draft_with_yes_for_a_figure: "valid = 7", "valid = true" => U4, Some(9), Some("valid");
    draft_with_an_unknown_item: "valid = 7", "vaild = 7" => U4, Some(9), Some("vaild");
    draft_with_an_item_twice: "valid = 7", "valid = 7\nvalid = 7" => U3, Some(10), Some("valid");
    draft_with_an_unknown_candidate: "12 = 3", "13 = 3" => U4, Some(12), Some("13");
    draft_with_a_candidate_twice: "12 = 3", "cand_01 = 3" => U4, Some(12), Some("cand_01");
    draft_of_an_unknown_kind: "\"protocol\"", "\"minutes\"" => U4, Some(1), Some("kind");
    draft_for_another_ledger: "\"07", "\"08" => U4, Some(2), Some("ledger");
    draft_of_an_unknown_contest: "\"a\"", "\"c\"" => U4, Some(3), Some("contest");
    draft_without_a_voting: "voting = 1\n", "" => U4, Some(1), Some("voting");
    draft_with_an_unknown_key: "form_serial", "serial = 1\nform_serial" => U4, Some(6), Some("serial");
    draft_with_a_time_without_offset: "[items]", "completed_at = 2024-02-07T20:00:00\n[items]" => U4, Some(7), Some("completed_at");
}

#[test]
fn draft_with_a_missing_candidate_has_a_gap() {
    for text in [DRAFT.replace("12 = 3\n", ""), DRAFT.replace("12 = 3", "12 = \"\"")] {
        let Ok(Body::ProtocolSubmitted(protocol)) = read_draft(&text) else { panic!("a protocol") };
        assert_eq!(protocol.figures.votes, [(BallotNumber(1), Count(4))]);
        assert_eq!(protocol.figures.votes_of(BallotNumber(12)), None);
    }
}

#[test]
fn draft_with_many_mistakes_tells_them_all() {
    let text =
        DRAFT.replace("= 10", "= -10").replace("= 4", "= -4").replace("= 1\n", "= \"\"\n").replace("D1.1", "D 1");
    let errors = read_draft(&text).expect_err("four mistakes");
    assert_eq!(errors.iter().map(|e| e.line).collect::<Vec<_>>(), [Some(4), Some(5), Some(8), Some(11)]);
    assert!(errors.iter().all(|e| e.unit.as_deref() == Some("D 1")));
}

#[test]
fn opening_draft_with_an_item_of_the_count() {
    let text = DRAFT.replace("protocol", "opening").replace("form_serial = \"\"\n", "");
    let text = text.split("[votes]").next().expect("a beginning").to_owned();
    let errors = read_draft(&text).expect_err("valid votes before the count");
    assert_eq!(place(&told(&errors[0])), (Code::U4, Some(8), None, Some("D1.1"), Some("valid")));
}

#[test]
fn refused_copy_with_figures() {
    let copy = "copy = \"refused\"\nreason = \"No\"\n";
    let text = DRAFT.replace("protocol", "copy").replace("form_serial = \"\"\n", copy);
    let errors = read_draft(&text).expect_err("figures of a copy that was refused");
    assert_eq!(place(&told(&errors[0])), (Code::U4, Some(9), None, Some("D1.1"), Some("listed")));
}

#[test]
fn protocol_draft_without_a_kit() {
    let errors = draft::read("d.toml", DRAFT, None).expect_err("no form is known");
    assert_eq!((told(&errors[0]).code, errors[0].line), (Code::U4, None));
}

#[test]
fn damaged_papers_are_told_and_never_panic() {
    for cut in 0..DRAFT.len() {
        let _ = read_draft(&DRAFT[..cut]);
        for put in ["\"", "[", "-", "=", "\n", "ə", "0", "\u{0}", "#", "{", "'''"] {
            let _ = read_draft(&format!("{}{put}{}", &DRAFT[..cut], &DRAFT[cut + 1..]));
        }
    }
    for cut in 0..MANIFEST.len() {
        let _ = read_manifest("m.toml", &MANIFEST[..cut]);
        let _ = read_manifest("m.toml", &format!("{}{}", &MANIFEST[..cut], &MANIFEST[cut + 1..]));
    }
    for cut in 0..UNITS.len() {
        for put in ["\"", ",", "\n", "ə", "", "\r"] {
            let _ = UnitRow::read_all("u.csv", format!("{}{put}{}", &UNITS[..cut], &UNITS[cut + 1..]).as_bytes());
        }
    }
}

#[test]
fn papers_of_endless_depth_are_told_and_never_exhaust_the_stack() {
    for (open, between) in [("a = ", "["), ("a = ", "{a="), ("", "a."), ("[", "a.")] {
        let text = format!("{open}{}", between.repeat(200_000));
        assert!(read_manifest("m.toml", &text).is_err());
        assert!(read_draft(&format!("{text}a = 1")).is_err());
        assert!(read_draft(&format!("{text}a]\nx = 1")).is_err());
    }
}

/// A members' table of the top commission: seat, name and key of each.
fn members_of(rows: &[(&str, SecretKey)]) -> Result<usize, Box<InputError>> {
    let manifest = read_manifest("manifest.toml", MANIFEST).expect("the manifest").manifest;
    let units = UnitRow::read_all("units.csv", UNITS.as_bytes()).expect("the units");
    let row = |(start, key): &(&str, SecretKey)| format!("{start},Member,member,,{}\n", key.public());
    let text = format!("unit,seat,name,office,nominated_by,public_key\n{}", rows.iter().map(row).collect::<String>());
    let members = MemberRow::read_all("members.csv", text.as_bytes()).expect("the rows");
    let formed = members::commissions(&units, &members, &manifest);
    formed.map(|formed| formed.len()).map_err(|errors| Box::new(errors.into_iter().next().expect("a mistake")))
}

fn key(n: u8) -> SecretKey {
    SecretKey::from_seed(&[n; 32])
}

#[test]
fn members_of_two_commissions() {
    let rows =
        [("D1,2", key(1)), ("D1,1", key(2)), ("T,1", key(3)), ("T,2", key(4)), ("D1,3", key(5)), ("T,3", key(6))];
    assert_eq!(members_of(&rows), Ok(2));
}

#[test]
fn members_with_a_seat_twice() {
    let error = told(&members_of(&[("T,1", key(1)), ("T,2", key(2)), ("T,2", key(3))]).expect_err("seat 2 twice"));
    assert_eq!(place(&error), (Code::U4, Some(4), Some("seat"), Some("T"), None));
}

#[test]
fn members_fewer_than_the_manifest_says() {
    let error = told(&members_of(&[("T,1", key(1)), ("T,2", key(2))]).expect_err("one is missing"));
    assert_eq!(place(&error), (Code::U4, Some(3), Some("seat"), Some("T"), None));
}

#[test]
fn members_of_an_unknown_unit() {
    let error = told(&members_of(&[("D9,1", key(1))]).expect_err("no such unit"));
    assert_eq!(place(&error), (Code::U4, Some(2), Some("unit"), Some("D9"), None));
}

#[test]
fn members_with_one_key() {
    let error = told(&members_of(&[("T,1", key(1)), ("T,2", key(1))]).expect_err("one key"));
    assert_eq!(place(&error), (Code::U4, Some(3), Some("public_key"), Some("T"), None));
}

#[test]
fn member_with_a_demonstration_key() {
    let error = told(&members_of(&[("T,1", SecretKey::demonstration("T", "1"))]).expect_err("a demonstration key"));
    assert_eq!(place(&error), (Code::U4, Some(2), Some("public_key"), Some("T"), None));
}
