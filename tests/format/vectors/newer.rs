//! What a newer version of the program makes: statements with a choice that is not known, founding acts of other rules.
//! None of it is malformed, and none of what is malformed is excused by it.

use protokol::domain::code::Code;

use super::{Crimes, coded, edited, good, replace, submission_of};

/// The statement of a kind with another number where its choice `known` stands, behind the bytes `behind`.
fn choosing(kind: &str, behind: &[u8], known: u32, number: u32) -> Vec<u8> {
    let at = |number: u32| [behind, &number.to_le_bytes()].concat();
    edited(kind, |bytes| replace(bytes, &at(known), &at(number)))
}

/// Every choice that a body has, with the first number that is not known; and what stands beside such a number.
pub fn statements() -> Crimes {
    let one = 1u64.to_le_bytes();
    let label = [coded(b"Valid votes"), 1u32.to_le_bytes().to_vec(), vec![1]].concat();
    let left = [&coded(b"E1")[..], &one, &1i32.to_le_bytes()].concat();
    let right = [&1u32.to_le_bytes()[..], &coded(b"valid_votes")].concat();
    let says = coded(b"The votes do not add up to the valid votes");
    let paper = [coded(b"round-1"), coded(b"P1"), 1u16.to_le_bytes().to_vec()].concat();
    let operator = [&left[..], &0u32.to_le_bytes()].concat();
    let (founding, observer) = ("01-ElectionCalled", "10-ObserverAccredited");
    let role = |number| choosing(observer, &coded(b"Watchers"), 1, number);
    let cut = |mut bytes: Vec<u8>| {
        bytes.truncate(bytes.len() - 40);
        bytes
    };
    vec![
        ("newer-office", Code::R36, choosing("05-MemberReplaced", &coded("Günel Əliyeva".as_bytes()), 1, 4)),
        ("newer-observer-role", Code::R36, role(4)),
        ("newer-copy-content", Code::R36, choosing("21-CopyFiled", &paper, 0, 2)),
        ("newer-attachment-media", Code::R36, choosing("14-ProtocolSubmitted", &coded(b"page-1.jpg"), 0, 3)),
        ("newer-item-stage", Code::R36, choosing(founding, &coded(b"Valid votes"), 1, 2)),
        ("newer-item-role", Code::R36, choosing(founding, &label, 2, 4)),
        ("newer-check-operand", Code::R36, choosing(founding, &left, 0, 2)),
        ("newer-check-operator", Code::R36, choosing(founding, &operator, 0, 6)),
        ("newer-check-severity", Code::R36, choosing(founding, &right, 0, 2)),
        ("newer-turnout-signers", Code::R36, choosing(founding, &says, 2, 3)),
        ("newer-choice-255", Code::R36, role(255)),
        // No version has so many.
        ("choice-256", Code::R35, role(256)),
        ("choice-in-big-endian", Code::R35, role(1u32.swap_bytes())),
        // What follows a choice that is not known, nobody here can read.
        ("newer-choice-and-the-rest-cut-off", Code::R36, cut(role(4))),
        (
            "newer-choice-in-a-list-longer-than-the-bytes",
            Code::R36,
            edited("04-CommissionFormed", |bytes| {
                let (name, long) = (coded(b"Member 1 of P1"), (u64::MAX / 2).to_le_bytes());
                replace(bytes, &one, &long);
                replace(bytes, &[&name[..], &0u32.to_le_bytes()].concat(), &[&name[..], &4u32.to_le_bytes()].concat());
            }),
        ),
        // What comes before it is not excused.
        (
            "text-of-two-lines-before-a-newer-choice",
            Code::R35,
            edited(observer, |bytes| {
                let known = [coded(b"Watchers"), 1u32.to_le_bytes().to_vec()].concat();
                replace(bytes, &known, &[coded(b"Watch\ners"), 4u32.to_le_bytes().to_vec()].concat());
            }),
        ),
        ("said-after-the-year-9999-before-a-newer-choice", Code::R35, {
            let mut bytes = role(4);
            bytes[36..44].copy_from_slice(&253_402_300_800_000u64.to_le_bytes());
            bytes
        }),
        (
            "option-tag-2-before-a-newer-choice",
            Code::R35,
            edited(founding, |bytes| {
                let tagged = |tag: u8, role: u32| {
                    [&coded(b"Valid votes")[..], &1u32.to_le_bytes(), &[tag], &role.to_le_bytes()].concat()
                };
                replace(bytes, &tagged(1, 2), &tagged(2, 4));
            }),
        ),
    ]
}

/// Founding acts, signed, as the first submission of a ledger: the rules number stands first in the body.
pub fn foundings() -> Crimes {
    let under = |rules: u16, edit: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good().remove("01-ElectionCalled").expect("a good vector");
        bytes[44..46].copy_from_slice(&rules.to_le_bytes());
        edit(&mut bytes);
        submission_of(&bytes, &[("TOP", "1")])
    };
    let as_it_is = |_: &mut Vec<u8>| {};
    // A tier of which nobody must sign.
    let inconsistent = |bytes: &mut Vec<u8>| {
        let quorum = |quorum: u16| [&coded(b"central")[..], &1u16.to_le_bytes(), &quorum.to_le_bytes()].concat();
        replace(bytes, &quorum(1), &quorum(0));
    };
    vec![
        ("rules-0", Code::R36, under(0, &as_it_is)),
        ("rules-2", Code::R36, under(2, &as_it_is)),
        ("rules-65535", Code::R36, under(u16::MAX, &as_it_is)),
        ("rules-in-big-endian", Code::R36, under(1u16.swap_bytes(), &as_it_is)),
        ("rules-2-and-the-manifest-inconsistent", Code::R36, under(2, &inconsistent)),
        ("rules-1-and-the-manifest-inconsistent", Code::R28, under(1, &inconsistent)),
        ("rules-2-for-another-ledger", Code::R2, under(2, &|bytes| bytes[4] = 1)),
    ]
}
