//! What the pages of papers say: of a protocol, of a summary, of what was found in them.

use crate::text::Lang;

fixed_lines! {
    /// A heading or a fixed line of a paper's page.
    PaperWord, paper_word {
        ByNominator => portal_by_nominator,
        Figures => portal_figures,
        Severity => portal_severity,
        Corrections => portal_corrections,
        Before => portal_before,
        After => portal_after,
        When => portal_when,
        Why => portal_why,
        Who => portal_who,
        ByDecision => portal_by_decision,
        Copies => portal_copies,
        OnCopy => portal_on_copy,
        OnProtocol => portal_on_protocol,
        Complaints => portal_complaints,
        Against => portal_against,
        Decided => portal_decided,
        Annulments => portal_annulments,
        RepeatDay => portal_repeat_day,
        Receipt => portal_receipt,
        DownloadReceipt => portal_download_receipt,
        SquareOfReceipt => portal_square_of_receipt,
        OwnSummary => portal_own_summary,
        Stated => portal_stated,
        Recomputed => portal_recomputed,
        SameSums => portal_same_sums,
        OtherSums => portal_other_sums,
    }
}

messages! {
    portal_event { event };
}
