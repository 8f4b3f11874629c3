//! Refusals: what is wrong, and what to do.

mod papers;

use super::names::{event_kind, signers};
use super::{founding, paper, shape};
use crate::domain::Rejection;
use crate::domain::id::UnitId;
use crate::domain::protocol::ATTACHMENTS_MAX;
use crate::domain::rules::RulesVersion;
use crate::domain::summary::LEFT_OUT_MAX;
use crate::text::Said;
use crate::text::figures::{count, figure};
use crate::text::parts::{said, short};

pub fn rejection(rejection: &Rejection) -> Said {
    match rejection {
        Rejection::Already(_, sequence) => said(
            format!("This was handed in before: it is event {sequence} of this ledger."),
            format!("Nothing is left to do. Its receipt: `protokol export --receipt {sequence}`."),
        ),
        Rejection::OtherLedger => said(
            "This was made for another ledger than this one.",
            "Check which ledger --ledger names. If it is the right one, make a new draft for it with `protokol draft` \
             and have that signed.",
        ),
        Rejection::Closed => said(
            "The ledger is closed, and nothing follows its last event.",
            "Keep the signed paper. What is still in dispute goes to the commission above or to a court.",
        ),
        Rejection::UnitUnknown(unit) => said(
            format!("The unit {unit} is not in this ledger."),
            format!(
                "Check how the unit is written. If that is right, the commission above must form it first: `protokol \
                 draft commission {unit}`."
            ),
        ),
        Rejection::UnitExists(unit) => said(
            format!("The unit {unit} was formed before."),
            format!(
                "See who sits there with `protokol show {unit}`. To change a member, use `protokol draft replacement \
                 {unit}`."
            ),
        ),
        Rejection::SeatUnknown(unit, seat) => said(
            format!("{unit}: there is no seat {seat}, or the key that is named is not of that seat."),
            format!("See the seats with `protokol show {unit}`, correct the draft and sign it again."),
        ),
        Rejection::ContestUnknown(contest) => said(
            format!("The contest {contest} is not in this ledger."),
            "Check how the contest is written. A new one is called first, by the central commission: `protokol draft \
             contest`.",
        ),
        Rejection::ContestExists(contest) => said(
            format!("The contest {contest} was called before."),
            "Use it as it is, or give a further round a name of its own.",
        ),
        Rejection::ContestElsewhere(contest, unit) => said(
            format!("{unit}, {contest}: this paper is not made here."),
            "Check the unit and the contest. Precincts make protocols and the commissions above them summaries, each \
             where the contest is held.",
        ),
        Rejection::KeyNotEnrolled(key) => said(
            format!("The key {} belongs to no member or observer that this ledger knows.", short(key)),
            "Check that everybody signed with the right key file. A member with a new key comes in by `protokol draft \
             replacement`, signed by the commission above.",
        ),
        Rejection::KeyNotInForce(key) => said(
            format!("The key {} no longer counts: it was replaced, revoked or withdrawn.", short(key)),
            "Let the one who holds the seat now sign, or the key in force. `protokol show UNIT` names the members.",
        ),
        Rejection::NotEntitled(kind, unit) => said(
            format!("{unit}: those who signed may not say this ({}).", event_kind(*kind)),
            format!("Have it signed by {}.", signers(*kind)),
        ),
        Rejection::MixedSigners => said(
            "Those who signed are not members of one commission, nor one observer.",
            "Make the submission again from the draft with `protokol sign`, with keys of one commission only.",
        ),
        Rejection::Unsigned => said(
            "Nobody has signed this.",
            "Let the members sign it, one after the other, with `protokol sign`. Then submit it again.",
        ),
        Rejection::QuorumNotMet { unit, signed, needed } => quorum(unit, *signed, *needed),
        Rejection::KeyTaken(key) => said(
            format!("The key {} is taken: a key serves one seat, once in a ledger.", short(key)),
            "Make a new key with `protokol keygen`, put it into the draft and sign that again.",
        ),
        Rejection::NotAsManifest { tier, members, quorum } => said(
            format!(
                "A commission of the tier {tier} has {members} members, in seats 1 to {members}, of whom {quorum} must \
                 sign. This one has not."
            ),
            "Correct members, seats and quorum in the draft, run `protokol check` on it and sign it again.",
        ),
        Rejection::Misplaced(unit) => said(
            format!("{unit}: it cannot stand at this place, under this tier and this unit above."),
            "Correct `tier` and `parent` in the draft: the tier is one of the founding act's and lower than that of \
             the unit above. Only the central commission has none above.",
        ),
        Rejection::Shape(at, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{}: {clause}.", paper(at)), act)
        }
        Rejection::SummaryShape(contest, unit, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{unit}, {contest}, summary: {clause}."), act)
        }
        Rejection::Reported(at) => said(
            format!("{}: a protocol is in force already.", paper(at)),
            format!(
                "Compare it with yours: `protokol show {unit}`. To change it: `protokol draft correction {unit} \
                 --contest {contest}`.",
                unit = at.unit,
                contest = at.contest
            ),
        ),
        Rejection::OpeningTooLate(at) => said(
            format!("{}: the opening figures were sealed before, or the protocol is in.", paper(at)),
            format!(
                "See what was sealed with `protokol show {}`. If a figure is wrong, write the right one on the \
                 protocol: the difference stays visible.",
                at.unit
            ),
        ),
        Rejection::OtherVoting { paper, open } => papers::other_voting(paper, *open),
        // Also said of a first summary when one is in force: the event is then that one, so no word on which it is.
        Rejection::NotInForce(event) => said(
            format!("What this replaces is not the version in force. It is about event {}.", short(event)),
            "See what is in force with `protokol show UNIT`, make a new draft of a correction or annulment that names \
             it, and have that signed.",
        ),
        Rejection::NotInThisState(paper, phase) => papers::not_in_this_state(paper, *phase),
        Rejection::BallotFixed(contest, candidate) => said(
            format!(
                "{contest}: number {candidate} cannot be put on or taken off the ballot: it was given before, is 0, \
                 or papers of the contest are in."
            ),
            format!(
                "See the ballot with `protokol tally --contest {contest}`. A new candidate takes a number that was \
                 never used, from 1; once papers are in, the ballot stays."
            ),
        ),
        Rejection::CandidateUnknown(contest, candidate) => said(
            format!("{contest}: number {candidate} is not on the ballot."),
            format!("Compare the number with the ballot: `protokol tally --contest {contest}`."),
        ),
        Rejection::ObserverUnknown(observer) => said(
            format!("The observer {observer} is not in this ledger."),
            "Check how the observer is written: `protokol log --kind ObserverAccredited`.",
        ),
        Rejection::ObserverExists(observer) => said(
            format!("The observer {observer} is accredited already."),
            "Nothing is left to do for this one. Give another observer another name.",
        ),
        Rejection::OutOfScope(observer, unit) => said(
            format!("{unit}: the accreditation of {observer} does not reach this far."),
            "An observer or agent accredited for this unit may file it; media may not. A new accreditation is made \
             with `protokol draft observer`.",
        ),
        Rejection::EventUnknown(event) => said(
            format!("Event {} is not in this ledger, is no complaint, or was decided before.", short(event)),
            "Look it up with `protokol log`, and write its 64 digits into the draft.",
        ),
        Rejection::DemonstrationKey(unit, seat) => said(
            format!("{unit}: the key of seat {seat} is a demonstration key, and anybody can sign with it."),
            "Let the member make a key with `protokol keygen` and put it into the draft. Demonstration keys are for \
             rehearsals.",
        ),
        Rejection::Manifest(flaw) => said(
            format!("The founding act contradicts itself: {}.", founding::flaw(flaw)),
            "Correct manifest.toml, make the act again with `protokol draft founding` and have it signed again.",
        ),
        Rejection::NotFounded => said(
            "A ledger begins with its founding act, and this is not one.",
            "Found the ledger with `protokol init`, then submit this again.",
        ),
        Rejection::FoundedAlready => said(
            "This ledger has its founding act, and there is only one.",
            "For another election, found a ledger in another folder: `protokol init` with --ledger.",
        ),
        Rejection::RulesUnknown(rules) => said(
            format!(
                "It follows rules version {rules}, and this program knows version {}: it cannot tell.",
                RulesVersion::FOUNDING
            ),
            "Get a newer version of the program and run the same command again.",
        ),
        Rejection::Commitment { made_at, size } if made_at > size => said(
            format!(
                "The summary says that it was made at {} events, and the ledger has {}.",
                figure(made_at.0),
                figure(size.0)
            ),
            "Make the summary again from this ledger with `protokol draft summary`, and have it signed.",
        ),
        Rejection::Commitment { .. } => said(
            format!("The summary leaves out more than {} units.", count(LEFT_OUT_MAX)),
            "Wait until more protocols are in or decided on, then make it again with `protokol draft summary`.",
        ),
        Rejection::Certified(contest) => said(
            format!("{contest}: the result is certified, and its papers and candidates no longer change."),
            "Keep the signed paper. What is still in dispute goes to the body that certified the result.",
        ),
        Rejection::LogKey => said(
            "The log's key is not right: it is not one of this log, or the change lacks the old or the new key's \
             signature.",
            "Check the key in the draft. A change is signed with `protokol sign` by the old key, the new key and the \
             central commission's quorum, and handed in with --next-log-key FILE.",
        ),
        Rejection::ListOutOfOrder(list) => said(
            format!("The list `{list}` is out of order, has an entry twice, or is too long."),
            format!(
                "Put the entries in ascending order, each once, and no more than {ATTACHMENTS_MAX} attachments. Then \
                 sign the draft again."
            ),
        ),
    }
}

fn quorum(unit: &UnitId, signed: usize, needed: u16) -> Said {
    let more = usize::from(needed).saturating_sub(signed);
    let signatures = if more == 1 { "member's signature" } else { "members' signatures" };
    said(
        format!("{unit}: {signed} of the {needed} signatures that the commission's quorum needs."),
        format!("Collect {more} more {signatures} with `protokol sign`, then submit again."),
    )
}
