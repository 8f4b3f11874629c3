//! The form alone, on papers of nobody: each check is broken by itself, and says so by itself.

use protokol::domain::form::{Role, Stage};
use protokol::domain::number::{BallotNumber, Count};
use protokol::domain::protocol::Figures;
use protokol::domain::rules::RulesVersion;

use super::folder;

/// A paper that adds up, items by name, and the votes of two candidates whom nobody bears.
const SOUND: [(&str, u32); 16] = [
    ("voters_on_list", 1000),
    ("voters_main_list", 950),
    ("voters_supplementary_list", 30),
    ("voters_voted_on_card", 25),
    ("voters_took_card", 5),
    ("papers_received", 900),
    ("voters_given_paper", 600),
    ("papers_issued_outside", 20),
    ("papers_unused", 295),
    ("papers_cancelled", 295),
    ("papers_in_mobile_box", 20),
    ("papers_in_fixed_box", 580),
    ("valid_votes", 590),
    ("invalid_indeterminate", 4),
    ("invalid_unmarked", 6),
    ("papers_spoilt", 5),
];
const SOUND_VOTES: [u32; 2] = [400, 190];

/// The codes that the form tells of the sound paper with these items and votes changed.
fn told(changes: &[(&str, u32)], votes: [u32; 2]) -> Vec<String> {
    let form = folder().manifest.form;
    let mut paper = SOUND;
    for (key, figure) in changes {
        paper.iter_mut().find(|(item, _)| item == key).expect("an item of the form").1 = *figure;
    }
    let figure = |item: &protokol::domain::form::Item| {
        paper.iter().find(|(key, _)| *key == item.key.as_str()).map(|(_, figure)| Count(*figure))
    };
    let figures = Figures {
        items: form.items.iter().map(figure).collect(),
        votes: (1..).map(BallotNumber).zip(votes.map(Count)).collect(),
    };
    RulesVersion::V1
        .rules()
        .violations(&form, &figures)
        .iter()
        .map(|violation| violation.check.code.to_string())
        .collect()
}

#[test]
fn the_items_stand_in_the_papers_order_and_six_are_written_before_the_boxes_are_opened() {
    let form = folder().manifest.form;
    let keys: Vec<_> = form.items.iter().map(|item| item.key.as_str()).collect();
    assert_eq!(keys, SOUND.map(|(key, _)| key));
    let sealed: Vec<_> = form.items.iter().map(|item| item.stage == Stage::Opening).collect();
    // Item 1 has four parts; items 2 to 6 follow. From the boxes on it is the count.
    assert_eq!(sealed, [[true; 10].as_slice(), &[false; 6]].concat());
    let of = |role| form.with_role(role).map(|at| keys[at]).collect::<Vec<_>>();
    assert_eq!(of(Role::Electorate), ["voters_on_list"]);
    assert_eq!(of(Role::Turnout), ["voters_given_paper"]);
    assert_eq!(of(Role::Valid), ["valid_votes"]);
    assert_eq!(of(Role::Invalid), ["invalid_indeterminate", "invalid_unmarked"]);
}

#[test]
fn every_label_and_every_sentence_is_there_in_three_languages() {
    let manifest = folder().manifest;
    let form = &manifest.form;
    let texts = form.items.iter().map(|item| &item.label).chain(form.checks.iter().map(|check| &check.says));
    let texts = texts.chain([&manifest.title]).chain(manifest.contests.iter().map(|contest| &contest.title));
    for text in texts.chain(folder().candidates.iter().map(|row| &row.names)) {
        let languages: Vec<_> = text.iter().map(|(language, _)| language.as_str()).collect();
        assert_eq!(languages, ["az", "en", "ru"], "{text:?}");
    }
}

#[test]
fn a_paper_that_adds_up_is_told_nothing() {
    assert_eq!(told(&[], SOUND_VOTES), Vec::<String>::new());
}

#[test]
fn each_equation_is_told_by_itself() {
    assert_eq!(told(&[], [401, 190]), ["E1"]);
    assert_eq!(told(&[("invalid_unmarked", 7)], SOUND_VOTES), ["E2"]);
    assert_eq!(told(&[("papers_spoilt", 6)], SOUND_VOTES), ["E3"]);
    assert_eq!(told(&[("papers_in_fixed_box", 581), ("valid_votes", 591)], [401, 190]), ["E4"]);
    assert_eq!(told(&[("voters_on_list", 599), ("voters_main_list", 549)], SOUND_VOTES), ["E5"]);
    assert_eq!(told(&[("papers_in_mobile_box", 21), ("papers_in_fixed_box", 579)], SOUND_VOTES), ["E6"]);
    assert_eq!(told(&[("voters_took_card", 6)], SOUND_VOTES), ["E7"]);
}

#[test]
fn what_is_unusual_is_told_by_itself() {
    assert_eq!(told(&[("papers_in_fixed_box", 579), ("valid_votes", 589)], [399, 190]), ["W1"]);
    assert_eq!(told(&[("voters_on_list", 600), ("voters_main_list", 550)], SOUND_VOTES), ["W2"]);
}

/// Of nothing, three percent is nothing.
#[test]
fn nothing_cast_is_told() {
    let nothing = [
        ("voters_given_paper", 0),
        ("papers_issued_outside", 0),
        ("papers_unused", 895),
        ("papers_in_mobile_box", 0),
        ("papers_in_fixed_box", 0),
        ("valid_votes", 0),
        ("invalid_indeterminate", 0),
        ("invalid_unmarked", 0),
    ];
    assert_eq!(told(&nothing, [0, 0]), ["W3", "W4"]);
}

#[test]
fn three_percent_invalid_are_told_and_a_paper_less_is_not() {
    let invalid = |valid, indeterminate| {
        told(&[("valid_votes", valid), ("invalid_indeterminate", indeterminate)], [valid - 190, 190])
    };
    assert_eq!(invalid(582, 12), ["W4"]);
    assert_eq!(invalid(583, 11), Vec::<String>::new());
}
