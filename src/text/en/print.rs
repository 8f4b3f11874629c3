//! The printed protocol.

use crate::text::print::{Heading, Remark};

pub fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Protocol => "Protocol",
        Heading::Summary => "Summary protocol",
        Heading::NoDocument => "Made under demonstration keys: no authority's document.",
        Heading::Above => "Commission above",
        Heading::PollingDay => "Polling day",
        Heading::Standing => "Standing",
        Heading::NotInForce => "not in force any more: see the history",
        Heading::NoFigures => "No protocol is in force here, so there are no figures.",
        Heading::FormSerial => "Series and number of the form",
        Heading::Completed => "Completed",
        Heading::Arrived => "Arrived in the ledger",
        Heading::Item => "Item",
        Heading::Figure => "In figures",
        Heading::InWords => "In words",
        Heading::NotOnPaper => "not on the paper",
        Heading::MadeAt => "Made when the ledger had so many events",
        Heading::Units => "Precincts",
        Heading::Received => "Protocols received",
        Heading::Basis => "Protocols taken as the basis",
        Heading::Failed => "Precincts where voting failed",
        Heading::Annulled => "Precincts whose protocol was annulled",
        Heading::LeftOut => "Protocols left out",
        Heading::NotSigned => "Did not sign",
        Heading::Nobody => "nobody",
        Heading::Dissent => "Dissenting opinions",
        Heading::History => "History",
        Heading::Attachments => "Attachments",
        Heading::Sequence => "Place in the ledger",
        Heading::Copy => "A copy on paper. What counts is the event in the ledger, not this paper.",
        Heading::SquareHoldsReceipt => {
            "The square holds the receipt. Read it with any reader of such squares, save the text as a file, and check \
             it without a network: `protokol verify FILE --policy POLICY`."
        }
    }
}

pub fn remark(remark: &Remark<'_>) -> String {
    match remark {
        Remark::SignedFor(unit) => format!("Signed for the commission of {unit}"),
        Remark::ReceiptElsewhere(event) => format!(
            "The receipt is too long for a square: `protokol export --receipt {event}` writes it to a file. This square \
             holds the event and the checkpoint's fingerprint."
        ),
    }
}
