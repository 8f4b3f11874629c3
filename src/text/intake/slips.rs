//! Enrolment slips that enrol nobody: what is wrong, and what an officer does about it.

use super::alike;
use crate::domain::id::UnitId;
use crate::domain::state::KeyOf;
use crate::intake::mistake::SlipMistake;
use crate::ledger::files::slip::{NoProof, NotASlip, SLIP_BYTES_MAX};
use crate::text::faults::change as transfer_change;
use crate::text::names::office as office_word;
use crate::text::{Lang, Said};

messages! {
    slip_too_long { bytes, limit } + remedy;
    slip_not_utf8 + remedy;
    slip_header + remedy;
    slip_newer + remedy;
    slip_comment + remedy;
    slip_cut_short { line } + remedy;
    slip_line { line } + remedy;
    slip_surplus + remedy;
    slip_changed { change } + remedy;
    slip_key + remedy;
    slip_no_proof + remedy;
    slip_other_election { found, expected } + remedy;
    slip_unit_unknown { unit } + remedy;
    slip_unit_formed { unit } + remedy;
    slip_other_unit { unit, parent } + remedy;
    slip_top_unit { unit } + remedy;
    slip_demonstration_key + remedy;
    slip_key_of_seat { unit, seat } + remedy;
    slip_key_of_observer { observer } + remedy;
    slip_key_of_log + remedy;
    slip_key_twice { file } + remedy;
    slip_copy { file } + remedy;
    slip_member_twice { file } + remedy;
    slip_seat_twice { seat, file } + remedy;
    slip_seat_beyond { found, seats } + remedy;
    slip_office_twice { office, file } + remedy;
    slip_too_many { found, seats } + remedy;
    slip_tier_unknown { tier } + remedy;
}

pub fn mistake(lang: Lang, mistake: &SlipMistake) -> Said {
    match mistake {
        SlipMistake::Format(error) => format(lang, error),
        SlipMistake::NoProof(NoProof::Key(_)) => advise!(lang, slip_key),
        SlipMistake::NoProof(NoProof::Signature) => advise!(lang, slip_no_proof),
        SlipMistake::OtherElection { found, expected } => {
            let (found, expected) = (found.as_str(), expected.as_str());
            advise!(lang, slip_other_election { found, expected })
        }
        SlipMistake::UnitUnknown(unit, twin) => {
            let twin = twin.as_ref().map(UnitId::as_str);
            alike::telling_twin(lang, advise!(lang, slip_unit_unknown { unit }), unit.as_str(), twin)
        }
        SlipMistake::UnitFormed(unit) => advise!(lang, slip_unit_formed { unit }),
        SlipMistake::OtherUnit(unit, Some(parent)) => advise!(lang, slip_other_unit { unit, parent }),
        SlipMistake::OtherUnit(unit, None) => advise!(lang, slip_top_unit { unit }),
        SlipMistake::DemonstrationKey => advise!(lang, slip_demonstration_key),
        SlipMistake::KeyEnrolled(KeyOf::Seat(unit, seat)) => advise!(lang, slip_key_of_seat { unit, seat: *seat }),
        SlipMistake::KeyEnrolled(KeyOf::Observer(observer)) => advise!(lang, slip_key_of_observer { observer }),
        SlipMistake::KeyEnrolled(KeyOf::Log) => advise!(lang, slip_key_of_log),
        SlipMistake::KeyTwice(_, file) => advise!(lang, slip_key_twice { file: file.as_str() }),
        SlipMistake::Copy(file) => advise!(lang, slip_copy { file: file.as_str() }),
        SlipMistake::MemberTwice(file) => advise!(lang, slip_member_twice { file: file.as_str() }),
        SlipMistake::SeatTwice(seat, file) => advise!(lang, slip_seat_twice { seat: *seat, file: file.as_str() }),
        SlipMistake::SeatBeyond { found, seats } => advise!(lang, slip_seat_beyond { found: *found, seats: *seats }),
        SlipMistake::OfficeTwice(office, file) => {
            advise!(lang, slip_office_twice { office: office_word(lang, *office), file: file.as_str() })
        }
        SlipMistake::TooMany { found, seats } => advise!(lang, slip_too_many { found: *found, seats: *seats }),
        SlipMistake::TierUnknown(tier) => advise!(lang, slip_tier_unknown { tier }),
    }
}

fn format(lang: Lang, error: &NotASlip) -> Said {
    match error {
        NotASlip::TooLong(bytes) => advise!(lang, slip_too_long { bytes: *bytes, limit: SLIP_BYTES_MAX }),
        NotASlip::NotUtf8 => advise!(lang, slip_not_utf8),
        NotASlip::Header => advise!(lang, slip_header),
        NotASlip::Newer => advise!(lang, slip_newer),
        NotASlip::Comment => advise!(lang, slip_comment),
        NotASlip::CutShort(line) => advise!(lang, slip_cut_short { line: *line }),
        NotASlip::Line(line) => advise!(lang, slip_line { line: *line }),
        NotASlip::Surplus => advise!(lang, slip_surplus),
        NotASlip::Changed(how) => advise!(lang, slip_changed { change: transfer_change(lang, *how) }),
    }
}
