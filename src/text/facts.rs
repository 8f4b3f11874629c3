//! Lines of results that tell of figures, and are no finding, fault or event.

mod fact;

pub use fact::Fact;

use super::Lang;
use super::parts::short;

messages! {
    fact_turnout { share };
    fact_in_force { protocols, of };
    fact_awaited { papers };
    fact_annulled { papers };
    fact_failed { papers };
    fact_corrected { papers };
    fact_late { papers };
    fact_missing { papers };
    fact_hour { hour, voters, stations, of };
    fact_bulletin { hour, voters };
    fact_bulletin_of_stations { hour, voters, stations };
    fact_without_result { units, units_of, voters, voters_of };
    fact_replaces { event, reason };
    fact_replaces_by_decision { event, reason, decision };
    fact_changed { item, before, after };
    fact_copy_agreed { version };
    fact_copy_differed { version, code };
    fact_copy_agrees { version };
    fact_copy_differs { version, code };
    fact_copy_refused { reason };
    fact_complaint { against, subject };
    fact_complaint_decided { event, outcome, reason };
    fact_cell { cell, unit, stated, recomputed };
    fact_at { at, of };
    fact_findings { shown, size };
    fact_rules { fingerprint };
    fact_below { parent };
    fact_formed_by { event };
    fact_commission { members, quorum };
    fact_until { event };
    fact_voting { voting };
    fact_turnout_at { hour, voters };
    fact_signatures { signatures };
    fact_accepted { paper, sequence, event, receipt };
    fact_accepted_alone { paper, sequence, event };
    fact_owed { owed, named, names, paper };
    fact_more { faults };
    fact_next { command };
    fact_ask_the_ledger { command };
    fact_size_of { size, origin };
    fact_within { sequence, event };
    fact_arrived { event, arrival, signatures };
    fact_demands { rule };
    fact_seconds { name, whole, tenths };
}

pub fn fact(lang: Lang, fact: &Fact<'_>) -> String {
    match *fact {
        Fact::Turnout { share } => say!(lang, fact_turnout { share }),
        Fact::InForce { protocols, of } => say!(lang, fact_in_force { protocols, of }),
        Fact::Awaited(papers) => say!(lang, fact_awaited { papers }),
        Fact::Annulled(papers) => say!(lang, fact_annulled { papers }),
        Fact::Failed(papers) => say!(lang, fact_failed { papers }),
        Fact::Corrected(papers) => say!(lang, fact_corrected { papers }),
        Fact::Late(papers) => say!(lang, fact_late { papers }),
        Fact::Missing(papers) => say!(lang, fact_missing { papers }),
        Fact::Hour { hour, voters, stations, of } => say!(lang, fact_hour { hour, voters, stations, of }),
        Fact::Bulletin { hour, voters, stations: None } => say!(lang, fact_bulletin { hour, voters }),
        Fact::Bulletin { hour, voters, stations: Some(stations) } => {
            say!(lang, fact_bulletin_of_stations { hour, voters, stations })
        }
        Fact::WithoutResult { units, units_of, voters, voters_of } => {
            say!(lang, fact_without_result { units, units_of, voters, voters_of })
        }
        Fact::Replaces { event, reason, decision: "" } => say!(lang, fact_replaces { event: short(&event), reason }),
        Fact::Replaces { event, reason, decision } => {
            say!(lang, fact_replaces_by_decision { event: short(&event), reason, decision })
        }
        Fact::Changed { item, before, after } => say!(lang, fact_changed { item, before, after }),
        Fact::CopyAgainst { version, then: true, code: None } => say!(lang, fact_copy_agreed { version }),
        Fact::CopyAgainst { version, then: true, code: Some(code) } => say!(lang, fact_copy_differed { version, code }),
        Fact::CopyAgainst { version, then: false, code: None } => say!(lang, fact_copy_agrees { version }),
        Fact::CopyAgainst { version, then: false, code: Some(code) } => say!(lang, fact_copy_differs { version, code }),
        Fact::CopyRefused { reason } => say!(lang, fact_copy_refused { reason }),
        Fact::Complaint { against, subject } => say!(lang, fact_complaint { against, subject }),
        Fact::ComplaintDecided { event, outcome, reason } => {
            say!(lang, fact_complaint_decided { event, outcome, reason })
        }
        Fact::Cell { cell, unit, stated, recomputed } => say!(lang, fact_cell { cell, unit, stated, recomputed }),
        Fact::At { at, of } => say!(lang, fact_at { at: at.0, of: of.0 }),
        Fact::Findings { shown, size } => say!(lang, fact_findings { shown, size: size.0 }),
        Fact::Rules { fingerprint } => say!(lang, fact_rules { fingerprint }),
        Fact::Below(parent) => say!(lang, fact_below { parent }),
        Fact::FormedBy(event) => say!(lang, fact_formed_by { event }),
        Fact::Commission { members, quorum } => say!(lang, fact_commission { members, quorum }),
        Fact::Until(event) => say!(lang, fact_until { event }),
        Fact::Voting(voting) => say!(lang, fact_voting { voting }),
        Fact::TurnoutAt { hour, voters } => say!(lang, fact_turnout_at { hour, voters }),
        Fact::Signatures(signatures) => say!(lang, fact_signatures { signatures }),
        Fact::Accepted { paper, sequence, event, receipt: Some(receipt) } => {
            say!(lang, fact_accepted { paper, sequence, event: event.to_string(), receipt })
        }
        Fact::Accepted { paper, sequence, event, receipt: None } => {
            say!(lang, fact_accepted_alone { paper, sequence, event: event.to_string() })
        }
        Fact::Owed { owed, named, names, paper } => say!(lang, fact_owed { owed, named, names, paper }),
        Fact::More(faults) => say!(lang, fact_more { faults }),
        Fact::Next { command } => say!(lang, fact_next { command }),
        Fact::AskTheLedger { command } => say!(lang, fact_ask_the_ledger { command }),
        Fact::SizeOf { size, origin } => say!(lang, fact_size_of { size: size.0, origin }),
        Fact::Within { sequence, event } => say!(lang, fact_within { sequence, event }),
        Fact::Arrived { event, arrival, signatures } => say!(lang, fact_arrived { event, arrival, signatures }),
        Fact::Demands { rule } => say!(lang, fact_demands { rule }),
        Fact::Seconds { name, tenths } => {
            // A second and its tenths are figures of a clock, which are not counted.
            let (whole, tenths) = ((tenths / 10).to_string(), (tenths % 10).to_string());
            say!(lang, fact_seconds { name, whole, tenths })
        }
    }
}
