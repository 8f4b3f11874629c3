//! Rows that do not fit the election.

use super::alike;
use crate::domain::id::UnitId;
use crate::domain::paper_status::PaperStatus;
use crate::intake::csv::rows::PaperDecision;
use crate::intake::mistake::TableMistake;
use crate::text::{Lang, Said};

messages! {
    table_length { cells, header } + remedy;
    table_cell_empty + remedy;
    table_contest_unknown { contest } + remedy;
    table_unit_unknown { unit } + remedy;
    table_not_lowest + remedy;
    table_lowest + remedy;
    table_held_elsewhere + remedy;
    table_not_on_ballot { contest } + remedy;
    table_candidate_unknown { contest } + remedy;
    table_colour_faint + remedy;
    table_colour_twice { contest, line } + remedy;
    table_votes_missing + remedy;
    table_figure_missing + remedy;
    table_protocol_twice { contest, line } + remedy;
    table_opening_twice { contest, line } + remedy;
    table_summary_twice { contest, line } + remedy;
    table_opening_with_votes + remedy;
    table_opening_of_count + remedy;
    table_opening_incomplete + remedy;
    table_opening_unfit + remedy;
    table_nothing_to_correct + remedy;
    table_nothing_corrected + remedy;
    table_observer_unlisted { observer } + remedy;
    table_observer_out_of_scope { observer } + remedy;
    table_annulment_untimely { status } + remedy;
    table_failure_untimely { status } + remedy;
    table_repeat_untimely { status } + remedy;
    table_status_awaited;
    table_status_reported;
    table_status_annulled;
    table_status_failed;
}

pub fn mistake(lang: Lang, mistake: &TableMistake) -> Said {
    match mistake {
        TableMistake::Length { cells, header } => advise!(lang, table_length { cells: *cells, header: *header }),
        TableMistake::CellEmpty => advise!(lang, table_cell_empty),
        TableMistake::ContestUnknown(contest) => advise!(lang, table_contest_unknown { contest }),
        TableMistake::UnitUnknown(unit, twin) => {
            let twin = twin.as_ref().map(UnitId::as_str);
            alike::telling_twin(lang, advise!(lang, table_unit_unknown { unit }), unit.as_str(), twin)
        }
        TableMistake::NotLowest => advise!(lang, table_not_lowest),
        TableMistake::Lowest => advise!(lang, table_lowest),
        TableMistake::HeldElsewhere => advise!(lang, table_held_elsewhere),
        TableMistake::NotOnBallot(contest) => advise!(lang, table_not_on_ballot { contest }),
        TableMistake::CandidateUnknown(contest) => advise!(lang, table_candidate_unknown { contest }),
        TableMistake::ColourFaint => advise!(lang, table_colour_faint),
        TableMistake::ColourTwice(contest, line) => advise!(lang, table_colour_twice { contest, line: *line }),
        TableMistake::VotesMissing => advise!(lang, table_votes_missing),
        TableMistake::FigureMissing => advise!(lang, table_figure_missing),
        TableMistake::ProtocolTwice(contest, line) => advise!(lang, table_protocol_twice { contest, line: *line }),
        TableMistake::OpeningTwice(contest, line) => advise!(lang, table_opening_twice { contest, line: *line }),
        TableMistake::SummaryTwice(contest, line) => advise!(lang, table_summary_twice { contest, line: *line }),
        TableMistake::OpeningWithVotes => advise!(lang, table_opening_with_votes),
        TableMistake::OpeningOfCount => advise!(lang, table_opening_of_count),
        TableMistake::OpeningIncomplete => advise!(lang, table_opening_incomplete),
        TableMistake::OpeningUnfit => advise!(lang, table_opening_unfit),
        TableMistake::NothingToCorrect => advise!(lang, table_nothing_to_correct),
        TableMistake::NothingCorrected => advise!(lang, table_nothing_corrected),
        TableMistake::ObserverUnlisted(observer) => advise!(lang, table_observer_unlisted { observer }),
        TableMistake::ObserverOutOfScope(observer) => advise!(lang, table_observer_out_of_scope { observer }),
        TableMistake::Untimely(decision, status) => untimely(lang, *decision, *status),
    }
}

/// A decision that cannot be taken on a paper that is so far.
fn untimely(lang: Lang, decision: PaperDecision, status: PaperStatus<()>) -> Said {
    let status = match status {
        PaperStatus::Awaited | PaperStatus::Opened => say!(lang, table_status_awaited),
        PaperStatus::Reported(()) => say!(lang, table_status_reported),
        PaperStatus::Annulled => say!(lang, table_status_annulled),
        PaperStatus::Failed => say!(lang, table_status_failed),
    };
    match decision {
        PaperDecision::Annul => advise!(lang, table_annulment_untimely { status }),
        PaperDecision::Failed => advise!(lang, table_failure_untimely { status }),
        PaperDecision::Repeat => advise!(lang, table_repeat_untimely { status }),
    }
}
