//! The fields of every kind of draft, each with its hint, in the order in which they are typed.

use super::context::DraftContext;
use super::hint::Hint;
use crate::domain::candidate::*;
use crate::domain::closing::*;
use crate::domain::commission::*;
use crate::domain::complaint::*;
use crate::domain::contest::*;
use crate::domain::decision::*;
use crate::domain::manifest::{ElectionCalled, Predecessor};
use crate::domain::observer::*;
use crate::domain::protocol::*;
use crate::domain::statement::{Body, Kind, LogKeyRotated};
use crate::domain::summary::*;
use crate::intake::error::{InputError, keep};
use crate::intake::toml::fields::Fields;
use crate::intake::toml::record::{
    Field, Record, hinted, in_line, in_lists, in_tables, read_list, read_table, record, write_list,
};
use crate::intake::toml::writer::TomlWriter;

record! {
    ElectionCalled {
        rules RulesVersion,
        origin LogName,
        log_key LogKey,
        predecessor _,
        manifest _,
        commission _,
    }
    Predecessor {
        origin ContinuedLog,
        size ContinuedSize,
        root ContinuedRoot,
    }
    ContestCalled { decision _, contest _, }
    Contest {
        id ContestId,
        title ByLanguage,
        unit ContestUnit,
        polling_day PollingDay,
    }
    LogKeyRotated {
        old KeyUntilNow,
        new KeyFromNow,
        reason Why,
    }
    CommissionFormed {
        unit UnitNumber,
        tier Tier,
        parent Parent,
        name UnitName,
        utc_offset UtcOffset,
        quorum Quorum,
        members _,
    }
    Member {
        seat SeatNumber,
        name MemberName,
        office Office,
        nominated_by MemberNominatedBy,
        key PublicKey,
    }
    MemberReplaced { unit CommissionUnit, reason Why, member _, }
    KeyRevoked {
        unit CommissionUnit,
        seat WhoseKey,
        key PublicKey,
        reason WhyRevoked,
    }
    NominationApproved {
        contest InWhichContest,
        nominated_by WhoNominated,
        names CandidateNames,
        decision _,
    }
    CandidateRegistered {
        contest InWhichContest,
        number OnTheBallot,
        nominated_by NominatedByIfPublished,
        names CandidateNames,
        decision _,
    }
    CandidateWithdrawn { contest InWhichContest, number OnTheBallot, reason Why, decision _, }
    ObserverAccredited {
        observer ObserverName,
        organisation Organisation,
        role ObserverRole,
        scope Scope,
        key PublicKey,
    }
    AccreditationWithdrawn { observer ObserverName, reason Why, }
    OpeningSealed { paper _, items _, }
    TurnoutReported {
        paper _,
        as_of Hour,
        voters VotersByThen,
        stations StationsReported,
    }
    ProtocolSubmitted {
        paper _,
        figures _,
        form_serial FormSerial,
        completed_at ProtocolCompletedAt,
        dissent _,
        attachments _,
    }
    Dissent { seat Whose, opinion Opinion, }
    ProtocolCorrected {
        replaces ReplacedEvent,
        reason Why,
        decision _,
        protocol _,
    }
    ProtocolAnnulled { paper _, protocol EventInForce, reason Why, decision _, }
    VotingFailed { paper _, reason Why, decision _, }
    RepeatVotingCalled { paper _, day RepeatDay, reason Why, decision _, }
    SummarySubmitted {
        contest _,
        unit _,
        totals _,
        counters _,
        made_at MadeAt,
        left_out LeftOut,
        root ProtocolsRoot,
        form_serial FormSerial,
        completed_at SummaryCompletedAt,
    }
    Counters {
        units UnitsBelow,
        received ProtocolsReceived,
        taken_as_basis ProtocolsSummed,
        failed UnitsFailed,
        annulled UnitsAnnulled,
    }
    SummaryCorrected {
        replaces ReplacedEvent,
        reason Why,
        decision _,
        summary _,
    }
    CopyFiled { paper _, content _, }
    ComplaintFiled {
        against ComplainedEvent,
        subject Subject,
        text_sha256 ComplaintDigest,
    }
    ComplaintDecided {
        complaint ComplaintEvent,
        outcome Outcome,
        reason Why,
        decision _,
    }
    ResultCertified {
        contest OfWhichContest,
        body DecidingBody,
        elected Elected,
        nobody Nobody,
        decision _,
    }
    LedgerClosed { decision _, }
    Decision { reference DecisionNumber, date DecisionDay, }
    Paper { contest _, unit _, voting VotingNumber, }
}

in_tables! { CommissionFormed Contest Counters Decision Member }
in_lists! { Dissent Member }
in_line! { Paper ProtocolSubmitted SummarySubmitted }

/// Names every kind once more, to go from the kind to its record.
macro_rules! kinds {
    ($($name:ident)*) => {
        /// Writes a body's fields.
        pub(super) fn write(body: &Body, writer: &mut TomlWriter, context: &DraftContext) {
            match body { $(Body::$name(record) => Record::write(Some(record), writer, context),)* }
        }

        /// Writes the fields of a kind that are not known yet.
        pub(super) fn write_blank(kind: Kind, writer: &mut TomlWriter, context: &DraftContext) {
            match kind { $(Kind::$name => <$name as Record>::write(None, writer, context),)* }
        }

        /// Reads the fields of a kind; keys that it does not have are refused.
        pub(super) fn read(kind: Kind, fields: Fields, context: &DraftContext) -> Result<Body, Vec<InputError>> {
            match kind { $(Kind::$name => read_table(fields, context).map(Body::$name),)* }
        }
    };
}

kinds! {
    ElectionCalled ContestCalled LogKeyRotated CommissionFormed MemberReplaced KeyRevoked NominationApproved
    CandidateRegistered CandidateWithdrawn ObserverAccredited AccreditationWithdrawn OpeningSealed TurnoutReported
    ProtocolSubmitted ProtocolCorrected ProtocolAnnulled VotingFailed RepeatVotingCalled SummarySubmitted
    SummaryCorrected CopyFiled ComplaintFiled ComplaintDecided ResultCertified LedgerClosed
}
