//! Headings and fixed lines of results, which are the same whatever the figures.

use super::Lang;

fixed_lines! {
    /// A heading or a fixed line.
    Label, label {
        Rehearsal => label_rehearsal,
        // Columns of the tallies.
        Number => label_number,
        Item => label_item,
        Candidate => label_candidate,
        Votes => label_votes,
        Share => label_share,
        Unit => label_unit,
        InForce => label_in_force,
        Of => label_of,
        // What a result begins its lines with.
        Checkpoint => label_checkpoint,
        Event => label_event,
        Fingerprint => label_fingerprint,
        Time => label_time,
        Trust => label_trust,
        TryNext => label_try_next,
        // How long each part of a rehearsal took.
        ReadingFolder => label_reading_folder,
        Inventing => label_inventing,
        DerivingKeys => label_deriving_keys,
        Recording => label_recording,
        Verifying => label_verifying,
        // Findings and refusals.
        NotAddingUp => label_not_adding_up,
        EveryCheckHolds => label_every_check_holds,
        Error => label_error,
        Warning => label_warning,
        Unusual => label_unusual,
        Refused => label_refused,
        PaperIsComplete => label_paper_is_complete,
        CountAgain => label_count_again,
        CountFirst => label_count_first,
        KitHasNoSums => label_kit_has_no_sums,
        // Signing.
        SignThis => label_sign_this,
        SignAll => label_sign_all,
        TypeYes => label_type_yes,
        Signed => label_signed,
        SignedBefore => label_signed_before,
        // Handing in.
        Sealed => label_sealed,
        Witnessed => label_witnessed,
        Already => label_already,
        ThisFolder => label_this_folder,
        // An observer's copy in the history of a paper.
        CopyFiled => label_copy_filed,
        // A correction signed by people enrolled after the version that it replaced.
        Newcomers => label_newcomers,
        // A complaint: filed after its term; not decided.
        ComplaintLate => label_complaint_late,
        ComplaintOpen => label_complaint_open,
        // The law's rule on contests without enough valid results.
        ContestInvalid => label_contest_invalid,
        ContestStands => label_contest_stands,
        // An event whose bytes say nothing.
        CannotBeRead => label_cannot_be_read,
        // Whose word a receipt is taken on, and what it leaves open.
        TrustPolicy => label_trust_policy,
        TrustLedger => label_trust_ledger,
        // The verdict on the log's own word.
        Consistent => label_consistent,
    }
}
