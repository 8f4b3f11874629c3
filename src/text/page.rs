//! A statement as a page: all that it says besides figures, a row each, for whoever is asked to sign it.

mod founding;
mod sheet;

use self::sheet::Page;
pub use self::sheet::Row;
use super::names::{outcome, role};
use super::parts::paper;
use super::{Lang, Message, attachments};
use crate::domain::observer::CopyContent;
use crate::domain::statement::Body;
use crate::domain::time::Offset;

messages! {
    page_log_key_before;
    page_number;
    page_candidate;
    page_nominated_by;
    page_observer;
    page_organisation;
    page_role;
    page_scope;
    page_hour;
    page_voters;
    page_stations;
    page_attachment;
    page_replaces;
    page_annuls;
    page_repeat_day;
    page_against;
    page_subject;
    page_complaint;
    page_outcome;
    page_body;
    page_elected;
    page_nobody;
}

/// Every message of a page, by the file that says it.
pub const ALL: [&[Message]; 3] = [MESSAGES, sheet::MESSAGES, founding::MESSAGES];

/// The rows of a statement's page, in the order of its fields. Times are on the election's clock, where it is known.
pub fn rows(lang: Lang, body: &Body, clock: Option<Offset>) -> Vec<Row> {
    let mut page = Page { lang, clock, rows: Vec::new() };
    write(&mut page, body);
    page.rows
}

fn write(page: &mut Page, body: &Body) {
    let lang = page.lang;
    match body {
        Body::ElectionCalled(founding) => founding::write(page, founding),
        Body::ContestCalled(called) => {
            page.decision(&called.decision).contest(say!(lang, sheet::page_contest), &called.contest);
        }
        Body::LogKeyRotated(rotated) => {
            page.row(say!(lang, page_log_key_before), &rotated.old).row(say!(lang, sheet::page_log_key), &rotated.new);
            page.reason(&rotated.reason);
        }
        Body::CommissionFormed(formed) => page.commission(formed),
        Body::MemberReplaced(replaced) => {
            page.row(say!(lang, sheet::page_unit), &replaced.unit).reason(&replaced.reason).member(&replaced.member);
        }
        Body::KeyRevoked(revoked) => {
            page.row(say!(lang, sheet::page_unit), &revoked.unit);
            page.row(say!(lang, sheet::page_seat { seat: revoked.seat }), revoked.key.fingerprint())
                .reason(&revoked.reason);
        }
        Body::NominationApproved(approved) => {
            let names = page.names(&approved.names);
            page.row(say!(lang, sheet::page_contest), &approved.contest).row(say!(lang, page_candidate), names);
            page.row(say!(lang, page_nominated_by), &approved.nominated_by).decision(&approved.decision);
        }
        Body::CandidateRegistered(registered) => {
            let names = page.names(&registered.names);
            page.row(say!(lang, sheet::page_contest), &registered.contest)
                .row(say!(lang, page_number), registered.number);
            page.row(say!(lang, page_candidate), names);
            page.row(say!(lang, page_nominated_by), &registered.nominated_by).decision(&registered.decision);
        }
        Body::CandidateWithdrawn(withdrawn) => {
            page.row(say!(lang, sheet::page_contest), &withdrawn.contest)
                .row(say!(lang, page_number), withdrawn.number);
            page.reason(&withdrawn.reason).decision(&withdrawn.decision);
        }
        Body::ObserverAccredited(accredited) => {
            page.row(say!(lang, page_observer), &accredited.observer);
            page.row(say!(lang, page_organisation), &accredited.organisation);
            page.row(say!(lang, page_role), role(lang, accredited.role));
            page.row(say!(lang, page_scope), &accredited.scope).key(&accredited.key);
        }
        Body::AccreditationWithdrawn(withdrawn) => {
            page.row(say!(lang, page_observer), &withdrawn.observer).reason(&withdrawn.reason);
        }
        Body::OpeningSealed(sealed) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &sealed.paper));
        }
        Body::TurnoutReported(reported) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &reported.paper));
            page.row(say!(lang, page_hour), reported.as_of).count(say!(lang, page_voters), reported.voters.0);
            if let Some(stations) = reported.stations {
                page.count(say!(lang, page_stations), stations.0);
            }
        }
        Body::ProtocolSubmitted(protocol) => page.protocol(protocol),
        Body::ProtocolCorrected(corrected) => {
            page.row(say!(lang, page_replaces), corrected.replaces).reason(&corrected.reason);
            page.decision(&corrected.decision).protocol(&corrected.protocol);
        }
        Body::ProtocolAnnulled(annulled) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &annulled.paper));
            page.row(say!(lang, page_annuls), annulled.protocol).reason(&annulled.reason).decision(&annulled.decision);
        }
        Body::VotingFailed(failed) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &failed.paper)).reason(&failed.reason);
            page.decision(&failed.decision);
        }
        Body::RepeatVotingCalled(repeat) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &repeat.paper))
                .row(say!(lang, page_repeat_day), repeat.day);
            page.reason(&repeat.reason).decision(&repeat.decision);
        }
        Body::SummarySubmitted(summary) => page.summary(summary),
        Body::SummaryCorrected(corrected) => {
            page.row(say!(lang, page_replaces), corrected.replaces).reason(&corrected.reason);
            page.decision(&corrected.decision).summary(&corrected.summary);
        }
        Body::CopyFiled(copy) => {
            page.row(say!(lang, sheet::page_paper), paper(lang, &copy.paper));
            if let CopyContent::Refused { reason } = &copy.content {
                page.reason(reason);
            }
        }
        Body::ComplaintFiled(filed) => {
            page.row(say!(lang, page_against), filed.against).row(say!(lang, page_subject), &filed.subject);
        }
        Body::ComplaintDecided(decided) => {
            page.row(say!(lang, page_complaint), decided.complaint);
            page.row(say!(lang, page_outcome), outcome(lang, decided.outcome));
            page.reason(&decided.reason).decision(&decided.decision);
        }
        Body::ResultCertified(certified) => {
            page.row(say!(lang, sheet::page_contest), &certified.contest).row(say!(lang, page_body), &certified.body);
            let elected: Vec<_> = certified.elected.iter().map(ToString::to_string).collect();
            page.row(say!(lang, page_elected), elected.join(", "));
            page.row(say!(lang, page_elected), if certified.nobody { say!(lang, page_nobody) } else { "" });
            page.decision(&certified.decision);
        }
        Body::LedgerClosed(closed) => {
            page.decision(&closed.decision);
        }
    }
    for attachment in body.attachments() {
        page.row(say!(lang, page_attachment), attachments::line(lang, attachment));
    }
}
