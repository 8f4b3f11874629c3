//! The fields of every kind of draft, each with its hint, in the order in which they are typed.

use super::context::DraftContext;
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
    Field, Record, in_line, in_lists, in_tables, read_list, read_table, record, write_list,
};
use crate::intake::toml::writer::TomlWriter;

record! {
    ElectionCalled {
        rules "which frozen set of rules",
        origin "the log's name: a URL without its scheme",
        log_key "the log's verifier key: name+id+key",
        predecessor "",
        manifest "",
        commission "",
    }
    Predecessor {
        origin "the log that this one continues",
        size "its last known size",
        root "its root at that size",
    }
    ContestCalled { decision "", contest "", }
    Contest {
        id "as in round-2",
        title "by language",
        unit "the unit it is held in; empty for the whole country",
        polling_day "as in 2018-11-28",
    }
    LogKeyRotated {
        old "the verifier key until now",
        new "the verifier key from the next checkpoint on",
        reason "why",
    }
    CommissionFormed {
        unit "its number",
        tier "one of the manifest's tiers",
        parent "the unit above; empty for the top",
        name "what people call it; may be empty",
        utc_offset "as in +04:00; empty where the election's holds",
        quorum "how many members must sign: the manifest's number for the tier",
        members "",
    }
    Member {
        seat "1, 2, 3 … without a gap",
        name "as on the paper",
        office "chair, deputy, secretary or member",
        nominated_by "who nominated the member; may be empty",
        key "the public key, 64 hexadecimal digits",
    }
    MemberReplaced { unit "the commission's unit", reason "why", member "", }
    KeyRevoked {
        unit "the commission's unit",
        seat "whose key",
        key "the public key, 64 hexadecimal digits",
        reason "why, and since when it is believed lost",
    }
    NominationApproved {
        contest "in which contest",
        nominated_by "who nominated",
        names "the candidate's name, by language",
        decision "",
    }
    CandidateRegistered {
        contest "in which contest",
        number "on the ballot",
        nominated_by "who nominated; empty where not published",
        names "the candidate's name, by language",
        decision "",
    }
    CandidateWithdrawn { contest "in which contest", number "on the ballot", reason "why", decision "", }
    ObserverAccredited {
        observer "the observer's name in files",
        organisation "for which organisation",
        role "international, domestic, agent or media",
        scope "in which unit, and everything below it",
        key "the public key, 64 hexadecimal digits",
    }
    AccreditationWithdrawn { observer "the observer's name in files", reason "why", }
    OpeningSealed { paper "", items "", }
    TurnoutReported {
        paper "",
        as_of "the hour, as in 17:00",
        voters "who had taken a paper by then",
        stations "of a commission above the precincts: how many of them had reported; else empty",
    }
    ProtocolSubmitted {
        paper "",
        figures "",
        form_serial "series and number of the form; empty where it has none",
        completed_at "as in 2018-10-28T21:40:00+04:00; may be empty",
        dissent "",
        attachments "",
    }
    Dissent { seat "whose", opinion "in the member's words", }
    ProtocolCorrected {
        replaces "the event of the version that it replaces",
        reason "why",
        decision "",
        protocol "",
    }
    ProtocolAnnulled { paper "", protocol "the event of the version in force", reason "why", decision "", }
    VotingFailed { paper "", reason "why", decision "", }
    RepeatVotingCalled { paper "", day "of the repeat voting, as in 2018-11-11", reason "why", decision "", }
    SummarySubmitted {
        contest "",
        unit "",
        totals "",
        counters "",
        made_at "the ledger's size when it was made",
        left_out "units with a protocol that it leaves out, ascending",
        root "over the protocols that it used",
        form_serial "series and number of the form; empty where it has none",
        completed_at "as in 2018-10-29T21:40:00+04:00; may be empty",
    }
    Counters {
        units "how many units there are below",
        received "how many protocols were received",
        taken_as_basis "how many protocols were summed",
        failed "in how many units voting failed",
        annulled "in how many units the protocol was annulled",
    }
    SummaryCorrected {
        replaces "the event of the version that it replaces",
        reason "why",
        decision "",
        summary "",
    }
    CopyFiled { paper "", content "", }
    ComplaintFiled {
        against "the event complained of",
        subject "what it is about, in a line",
        text_sha256 "SHA-256 of the complaint's text",
    }
    ComplaintDecided {
        complaint "the event of the complaint",
        outcome "upheld, upheld_in_part, rejected or not_heard",
        reason "why",
        decision "",
    }
    ResultCertified {
        contest "of which contest",
        body "which body decided: a court, the commission",
        elected "ballot numbers, ascending; none where nobody is elected",
        decision "",
    }
    LedgerClosed { decision "", }
    Decision { reference "number of the decision; may be empty", date "its day, as in 2018-10-29; may be empty", }
    Paper { contest "", unit "", voting "1 unless it was repeated", }
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
