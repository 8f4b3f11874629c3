//! Commissions, members and their keys.

use protokol::crypto::key::{PublicKey, SecretKey};
use protokol::domain::commission::{CommissionFormed, MemberReplaced};
use protokol::domain::number::Seat;
use protokol::domain::statement::Body;

use super::bodies::{self, commission, member, of};
use super::golden::Story;
use super::office::{Office, Stage, public};

const MIDDLE: &[&str] = &["02-1", "02-2"];
const FORMED: [(&str, &str); 4] =
    [("tier", "\"precinct\""), ("parent", "\"02\""), ("name", "\"School 2\""), ("quorum", "2")];

/// The members of a commission as they are typed below the draft.
fn members(keys: &[String]) -> String {
    let one = |(at, key): (usize, &String)| {
        let holds = ["chair", "secretary", "member"][at.min(2)];
        let seat = at + 1;
        format!(
            "\n[[members]]\nseat = {seat}\nname = \"Member {seat}\"\noffice = \"{holds}\"\nnominated_by = \"\"\nkey = \"{key}\"\n"
        )
    };
    keys.iter().enumerate().map(one).collect()
}

fn fresh() -> [String; 3] {
    ["fresh", "another", "next-log"].map(public)
}

/// A commission's draft, with this changed and these members, which is refused.
fn refuses(changed: &[(&'static str, &'static str)], unit: &str, keys: &[String], code: &str) {
    let office = Stage::Enrolled.office();
    let mut values = FORMED.to_vec();
    for (key, value) in changed {
        values.iter_mut().filter(|(name, _)| name == key).for_each(|pair| pair.1 = value);
    }
    let draft = office.drafted(&format!("commission {unit}"), &values);
    office.machine.write(&draft, office.machine.text(&draft) + &members(keys));
    office.refuses_draft(&draft, code);
}

#[test]
fn a_commission_is_formed() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.draft("commission 02.002", &FORMED, &members(&fresh()));
    story.signed_and_sealed("commission", MIDDLE);
    story.part("show 02.002", "/members");
    story.holds("commission");
}

#[test]
fn a_unit_that_was_formed_before() {
    refuses(&[], "02.001", &fresh(), "R5");
}

#[test]
fn a_commission_below_a_unit_that_is_not_there() {
    let office = Stage::Enrolled.own();
    let Body::CommissionFormed(formed) = commission("02.002") else { panic!("it is one") };
    let body = Body::CommissionFormed(CommissionFormed { parent: Some(of("09")), ..formed });
    office.refuses_body(body, MIDDLE, "R4");
}

#[test]
fn a_commission_of_a_tier_that_is_not_there() {
    refuses(&[("tier", "\"village\"")], "02.002", &fresh(), "R14");
}

#[test]
fn a_commission_on_the_tier_of_the_one_above() {
    refuses(&[("tier", "\"constituency\"")], "02.002", &fresh(), "R14");
}

#[test]
fn a_commission_below_nobody() {
    refuses(&[("parent", "\"\"")], "02.002", &fresh(), "R14");
}

#[test]
fn a_commission_of_the_wrong_size() {
    refuses(&[], "02.002", &fresh()[..2], "R13");
}

#[test]
fn a_commission_with_a_quorum_of_its_own() {
    refuses(&[("quorum", "1")], "02.002", &fresh(), "R13");
}

#[test]
fn a_key_for_two_seats() {
    let [first, second, _] = fresh();
    refuses(&[], "02.002", &[first.clone(), second, first], "R12");
}

#[test]
fn a_key_that_another_commission_has() {
    let [first, second, _] = fresh();
    refuses(&[], "02.002", &[first, second, public("01.001-1")], "R12");
}

#[test]
fn a_demonstration_key_in_a_real_election() {
    let [first, second, _] = fresh();
    let theirs = SecretKey::demonstration("02.002", "3").public().to_string();
    refuses(&[], "02.002", &[first, second, theirs], "R27");
}

#[test]
fn a_commission_with_a_key_that_is_none() {
    let Body::CommissionFormed(mut formed) = commission("02.002") else { panic!("it is one") };
    formed.members[2].key = PublicKey([0; 32]);
    Stage::Enrolled.own().refuses_body(Body::CommissionFormed(formed), MIDDLE, "R30");
}

fn replacement(seat: &'static str, key: &'static str) -> Vec<(&'static str, String)> {
    vec![
        ("reason", "\"moved away\"".to_owned()),
        ("seat", seat.to_owned()),
        ("name", "\"A new member\"".to_owned()),
        ("office", "\"secretary\"".to_owned()),
        ("key", format!("{:?}", public(key))),
    ]
}

fn borrowed<'a>(values: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    values.iter().map(|(key, value)| (*key, value.as_str())).collect()
}

#[test]
fn a_member_is_replaced() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    let values = replacement("2", "fresh");
    story.life("replacement 02.001", &borrowed(&values), MIDDLE);
    story.part("show 02.001", "/members");
    // What the old key signed before stays; what it signs now counts no more, and the new key does.
    story.draft("turnout 02.001", &[("as_of", "\"10:00\""), ("voters", "40")], "");
    story.refused("sign draft.toml --key 02.001-2.key --yes --out late.submission", "R9");
    story.run("sign draft.toml --key fresh.key --yes --out late.submission");
    story.holds("replacement");
}

/// The central commission changes its own members.
#[test]
fn a_member_of_the_central_commission_is_replaced_by_itself() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    let values = replacement("3", "fresh");
    story.life("replacement CEC", &borrowed(&values), &["CEC-1", "CEC-2"]);
    story.draft("closing", &[], "");
    story.refused("sign draft.toml --key CEC-3.key --yes --out late.submission", "R9");
    story.holds("replacement-central");
}

#[test]
fn a_member_of_a_seat_that_is_not_there() {
    Stage::Enrolled.office().refuses("replacement 02.001", &borrowed(&replacement("9", "fresh")), "R4");
}

#[test]
fn a_new_member_with_the_key_of_another() {
    Stage::Enrolled.office().refuses("replacement 02.001", &borrowed(&replacement("2", "01-1")), "R12");
}

#[test]
fn a_new_member_with_the_old_members_key() {
    Stage::Enrolled.office().refuses("replacement 02.001", &borrowed(&replacement("2", "02.001-2")), "R12");
}

#[test]
fn a_new_member_with_a_demonstration_key() {
    let mut values = replacement("2", "fresh");
    values[4].1 = format!("{:?}", SecretKey::demonstration("02.001", "2").public().to_string());
    Stage::Enrolled.office().refuses("replacement 02.001", &borrowed(&values), "R27");
}

#[test]
fn a_new_member_with_a_key_that_is_none() {
    let member = bodies::member("02.001", 2);
    let member = protokol::domain::commission::Member { key: PublicKey([0; 32]), ..member };
    let body = Body::MemberReplaced(MemberReplaced { unit: of("02.001"), reason: of("moved"), member });
    Stage::Enrolled.own().refuses_body(body, MIDDLE, "R30");
}

#[test]
fn a_member_of_a_unit_that_is_not_there() {
    let member = protokol::domain::commission::Member { seat: Seat(1), ..member("02.001", 1) };
    let body = Body::MemberReplaced(MemberReplaced { unit: of("09"), reason: of("moved"), member });
    Stage::Enrolled.own().refuses_body(body, MIDDLE, "R4");
}

#[test]
fn a_precinct_replaces_its_own_member() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("replacement 02.001", &borrowed(&replacement("2", "fresh")));
    refuses_to_sign(&office, &draft, "02.001-1", "R10");
}

fn refuses_to_sign(office: &Office, draft: &str, signer: &str, code: &str) {
    let typed = format!("sign {draft} --key {signer}.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], code);
    assert!(!office.machine.has("never.submission"));
}

fn revocation(seat: &'static str, key: &'static str) -> Vec<(&'static str, String)> {
    let reason = "\"the bag was stolen on Monday\"".to_owned();
    vec![("seat", seat.to_owned()), ("key", format!("{:?}", public(key))), ("reason", reason)]
}

#[test]
fn a_key_is_revoked() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    // Signed in time, and handed in after the key was revoked.
    story.draft("turnout 02.001", &[("as_of", "\"10:00\""), ("voters", "40")], "");
    story.run("sign draft.toml --key 02.001-2.key --yes --out late.submission");
    let values = revocation("2", "02.001-2");
    story.life("revocation 02.001", &borrowed(&values), MIDDLE);
    story.refused("submit late.submission --log-key log.key", "R9");
    story.part("show 02.001", "/members");
    story.holds("revocation");
}

#[test]
fn a_revocation_of_a_key_that_nobody_knows() {
    Stage::Enrolled.office().refuses("revocation 02.001", &borrowed(&revocation("2", "fresh")), "R8");
}

#[test]
fn a_revocation_of_the_key_of_another_seat() {
    Stage::Enrolled.office().refuses("revocation 02.001", &borrowed(&revocation("2", "02.001-3")), "R4");
}

#[test]
fn a_key_that_is_revoked_twice() {
    let office = Stage::Enrolled.own();
    let revoked = || {
        let (unit, key, reason) = (of("02.001"), super::office::key("02.001-2").public(), of("lost"));
        Body::KeyRevoked(protokol::domain::commission::KeyRevoked { unit, seat: Seat(2), key, reason })
    };
    office.take(vec![(revoked(), MIDDLE)]);
    office.refuses("revocation 02.001", &borrowed(&revocation("2", "02.001-2")), "R9");
}
