//! What evidence against a log's snapshot proves, in sentences that people quote.

use super::Lang;
use super::names::event_kind;
use crate::crypto::base64;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::unnamed::InLog;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::rows::prove::Asked;
use crate::tally::rows::naming::row_naming;
use crate::verify::misconduct::{Misconduct, MisconductReport, NotProved};

messages! {
    not_proved_other_state;
    not_proved_not_a_log_key { name };
    not_proved_idle_key;
    not_proved_not_signed;
    not_proved_order;
    not_proved_agree;
    not_proved_entries { stated, found };
    not_proved_other_events;
    not_proved_other_key;
    not_proved_newer;
    not_proved_same_rows;
    not_proved_other_rows;
    not_proved_no_event { sequence };
    not_proved_named { sequence };
    not_proved_row_not_shown { sequence };
    two_snapshots_rows { size, one, other };
    two_snapshots_roots { size, one, other };
    two_snapshots_meaning;
    false_fold_rows { size, stated, events, recomputed };
    false_fold_meaning;
    unnamed_event { sequence, kind, size, row };
    unnamed_meaning;
}

/// Why evidence proves nothing against a log's snapshot, without a full stop.
pub fn not_proved(lang: Lang, error: &NotProved) -> String {
    match error {
        NotProved::OtherState => say!(lang, not_proved_other_state).to_owned(),
        NotProved::NotALogKey(name) => say!(lang, not_proved_not_a_log_key { name: name.to_string() }),
        NotProved::IdleKey => say!(lang, not_proved_idle_key).to_owned(),
        NotProved::NotSigned(_) => say!(lang, not_proved_not_signed).to_owned(),
        NotProved::Order => say!(lang, not_proved_order).to_owned(),
        NotProved::Agree => say!(lang, not_proved_agree).to_owned(),
        NotProved::Entries { stated, found } => say!(lang, not_proved_entries { stated: *stated, found: *found }),
        NotProved::OtherEvents => say!(lang, not_proved_other_events).to_owned(),
        NotProved::OtherKey => say!(lang, not_proved_other_key).to_owned(),
        NotProved::Newer => say!(lang, not_proved_newer).to_owned(),
        NotProved::SameRows => say!(lang, not_proved_same_rows).to_owned(),
        NotProved::OtherRows => say!(lang, not_proved_other_rows).to_owned(),
        NotProved::NoEvent(sequence) => say!(lang, not_proved_no_event { sequence: *sequence }),
        NotProved::Named(sequence) => say!(lang, not_proved_named { sequence: *sequence }),
        NotProved::RowNotShown(sequence) => say!(lang, not_proved_row_not_shown { sequence: *sequence }),
    }
}

/// What evidence that proves something shows, and what it means, without full stops.
pub fn misconduct(lang: Lang, report: &MisconductReport) -> Vec<String> {
    let size = report.evidence.stated().checkpoint.size;
    match &report.evidence {
        Misconduct::Snapshots(two) => {
            let [one, other] = two.both().map(|signed| signed.snapshot());
            let told = if one.rows == other.rows {
                let [one, other] = [one, other].map(|stated| base64::encode(&stated.checkpoint.root.0));
                say!(lang, two_snapshots_roots { size, one, other })
            } else {
                let [one, other] = [one, other].map(|stated| base64::encode(&stated.rows.0));
                say!(lang, two_snapshots_rows { size, one, other })
            };
            vec![told, say!(lang, two_snapshots_meaning).to_owned()]
        }
        Misconduct::Fold(fold) => {
            let [stated, recomputed] = [Some(fold.snapshot().snapshot().rows), report.recomputed]
                .map(|rows| rows.map_or_else(String::new, |rows| base64::encode(&rows.0)));
            let events = fold.entries().len();
            let rows = say!(lang, false_fold_rows { size, stated, events, recomputed });
            vec![rows, say!(lang, false_fold_meaning).to_owned()]
        }
        Misconduct::Unnamed(unnamed) => {
            let InLog { sequence, entry, .. } = &unnamed.events().left_out;
            let logged = LoggedEvent::read(*sequence, entry.clone());
            let row = logged.body().map(|body| row_naming(body, Envelope::hash(entry)));
            let row = match row {
                Some(Asked::Row(key)) => key.to_string(),
                Some(Asked::All(prefix)) => prefix,
                None => String::new(),
            };
            let kind = logged.body().map_or("", |body| event_kind(lang, body.kind()));
            let event = say!(lang, unnamed_event { sequence: *sequence, kind, size, row });
            vec![event, say!(lang, unnamed_meaning).to_owned()]
        }
    }
}
