//! Units, candidates, members and observers that cannot be enrolled as a table says.

use super::alike;
use crate::domain::id::UnitId;
use crate::domain::text::Localised;
use crate::intake::mistake::EnrolmentMistake;
use crate::text::{Lang, Said};

messages! {
    enrolment_tier_unknown { tier } + remedy;
    enrolment_unit_twice { line } + remedy;
    enrolment_top_twice { unit } + remedy;
    enrolment_no_parent + remedy;
    enrolment_parent_unknown { unit } + remedy;
    enrolment_circle + remedy;
    enrolment_not_below_parent { tier } + remedy;
    enrolment_no_top + remedy;
    enrolment_number_zero + remedy;
    enrolment_number_taken { contest } + remedy;
    enrolment_no_name + remedy;
    enrolment_names_too_many { max } + remedy;
    enrolment_member_elsewhere + remedy;
    enrolment_seat { expected, found } + remedy;
    enrolment_members { found, expected } + remedy;
    enrolment_key_twice { line } + remedy;
    enrolment_member_key + remedy;
    enrolment_demonstration_key + remedy;
    enrolment_observer_twice + remedy;
    enrolment_observer_key_missing + remedy;
    enrolment_observer_key + remedy;
}

pub fn mistake(lang: Lang, mistake: &EnrolmentMistake) -> Said {
    match mistake {
        EnrolmentMistake::TierUnknown(tier) => advise!(lang, enrolment_tier_unknown { tier }),
        EnrolmentMistake::UnitTwice(line) => advise!(lang, enrolment_unit_twice { line: *line }),
        EnrolmentMistake::TopTwice(unit) => advise!(lang, enrolment_top_twice { unit }),
        EnrolmentMistake::NoParent => advise!(lang, enrolment_no_parent),
        EnrolmentMistake::ParentUnknown(unit, twin) => {
            let twin = twin.as_ref().map(UnitId::as_str);
            alike::telling_twin(lang, advise!(lang, enrolment_parent_unknown { unit }), unit.as_str(), twin)
        }
        EnrolmentMistake::Circle => advise!(lang, enrolment_circle),
        EnrolmentMistake::NotBelowParent(tier) => advise!(lang, enrolment_not_below_parent { tier }),
        EnrolmentMistake::NoTop => advise!(lang, enrolment_no_top),
        EnrolmentMistake::NumberZero => advise!(lang, enrolment_number_zero),
        EnrolmentMistake::NumberTaken(contest) => advise!(lang, enrolment_number_taken { contest }),
        EnrolmentMistake::NoName => advise!(lang, enrolment_no_name),
        EnrolmentMistake::NamesTooMany => advise!(lang, enrolment_names_too_many { max: Localised::LANGUAGES_MAX }),
        EnrolmentMistake::MemberElsewhere => advise!(lang, enrolment_member_elsewhere),
        EnrolmentMistake::Seat { expected, found } => {
            advise!(lang, enrolment_seat { expected: *expected, found: *found })
        }
        EnrolmentMistake::Members { found, expected } => {
            advise!(lang, enrolment_members { found: *found, expected: *expected })
        }
        EnrolmentMistake::KeyTwice(line) => advise!(lang, enrolment_key_twice { line: *line }),
        EnrolmentMistake::MemberKey => advise!(lang, enrolment_member_key),
        EnrolmentMistake::DemonstrationKey => advise!(lang, enrolment_demonstration_key),
        EnrolmentMistake::ObserverTwice => advise!(lang, enrolment_observer_twice),
        EnrolmentMistake::ObserverKeyMissing => advise!(lang, enrolment_observer_key_missing),
        EnrolmentMistake::ObserverKey => advise!(lang, enrolment_observer_key),
    }
}
