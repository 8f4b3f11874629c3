//! What stands on the printed protocol and nowhere else.

use super::Lang;
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;

fixed_lines! {
    /// A heading of the printed protocol, or a line that is the same whatever the figures.
    Heading, heading {
        // What the page is.
        Protocol => heading_protocol,
        Summary => heading_summary,
        NoDocument => heading_no_document,
        // Whose paper, and how it stands.
        Above => heading_above,
        PollingDay => heading_polling_day,
        Standing => heading_standing,
        NotInForce => heading_not_in_force,
        NoFigures => heading_no_figures,
        FormSerial => heading_form_serial,
        Completed => heading_completed,
        Arrived => heading_arrived,
        // The figures.
        Item => heading_item,
        Figure => heading_figure,
        InWords => heading_in_words,
        NotOnPaper => heading_not_on_paper,
        // The counters of a summary.
        MadeAt => heading_made_at,
        Units => heading_units,
        Received => heading_received,
        Basis => heading_basis,
        Failed => heading_failed,
        Annulled => heading_annulled,
        LeftOut => heading_left_out,
        // The people, and what happened.
        NotSigned => heading_not_signed,
        Nobody => heading_nobody,
        Dissent => heading_dissent,
        History => heading_history,
        Attachments => heading_attachments,
        // The proof.
        Sequence => heading_sequence,
        Copy => heading_copy,
        SquareHoldsReceipt => heading_square_holds_receipt,
    }
}

/// A line of the printed protocol that names something.
#[derive(Clone, Copy, Debug)]
pub enum Remark<'a> {
    /// Over the names of those who signed: for which commission.
    SignedFor(&'a UnitId),
    /// The receipt of this event is too long to be printed as a QR code.
    ReceiptElsewhere(Sequence),
    /// With which page everybody can check the paper, and how its digest begins.
    CheckPage(&'a str),
}

messages! {
    remark_signed_for { unit };
    remark_receipt_elsewhere { event };
    remark_check_page { digest };
}

pub fn remark(lang: Lang, remark: &Remark<'_>) -> String {
    match *remark {
        Remark::SignedFor(unit) => say!(lang, remark_signed_for { unit }),
        Remark::CheckPage(digest) => say!(lang, remark_check_page { digest }),
        Remark::ReceiptElsewhere(event) => say!(lang, remark_receipt_elsewhere { event }),
    }
}
