//! A page that is being written: rows, and what several kinds say.

use std::fmt::Display;

use crate::crypto::key::PublicKey;
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::contest::Contest;
use crate::domain::decision::Decision;
use crate::domain::protocol::ProtocolSubmitted;
use crate::domain::summary::SummarySubmitted;
use crate::domain::text::{Localised, Text};
use crate::domain::time::Offset;
use crate::text::names::office;
use crate::text::parts::paper;
use crate::text::{Lang, clock, figures};

messages! {
    page_paper;
    page_reason;
    page_decision;
    page_contest;
    page_title;
    page_held_in;
    page_whole_election;
    page_polling_day;
    page_unit;
    page_tier;
    page_above;
    page_name;
    page_clock;
    page_quorum;
    page_members { quorum, members };
    page_seat { seat };
    page_by { by };
    page_key;
    page_log_key;
    page_serial;
    page_completed;
    page_dissent { seat };
    page_made_at;
    page_units;
    page_received;
    page_basis;
    page_failed;
    page_annulled;
    page_left_out;
    page_root;
}

/// A row of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What the row is of.
    pub label: String,
    /// What is said of it; never empty.
    pub value: String,
}

/// A page that is being written.
pub struct Page {
    pub lang: Lang,
    pub clock: Option<Offset>,
    pub rows: Vec<Row>,
}

impl Page {
    /// Adds a row; none where there is nothing to say.
    pub fn row(&mut self, label: impl Into<String>, value: impl Display) -> &mut Self {
        let value = value.to_string();
        if !value.is_empty() {
            self.rows.push(Row { label: label.into(), value });
        }
        self
    }

    /// Adds a row of a count.
    pub fn count(&mut self, label: impl Into<String>, count: impl Into<i128>) -> &mut Self {
        self.row(label, figures::number(count.into()))
    }

    pub fn names(&self, names: &Localised) -> String {
        names.in_language(self.lang.code()).to_owned()
    }
}

/// What several kinds say.
impl Page {
    pub fn reason(&mut self, reason: &Text) -> &mut Self {
        self.row(say!(self.lang, page_reason), reason)
    }

    pub fn decision(&mut self, decision: &Decision) -> &mut Self {
        let date = decision.date.map(|date| date.to_string());
        let said = [Some(decision.reference.to_string()), date].into_iter().flatten().filter(|part| !part.is_empty());
        self.row(say!(self.lang, page_decision), said.collect::<Vec<_>>().join(", "))
    }

    pub fn key(&mut self, key: &PublicKey) -> &mut Self {
        self.row(say!(self.lang, page_key), key.fingerprint())
    }

    pub fn contest(&mut self, label: impl Into<String>, contest: &Contest) {
        let (lang, title) = (self.lang, self.names(&contest.title));
        self.row(label, &contest.id).row(say!(lang, page_title), title);
        let everywhere = || say!(lang, page_whole_election).to_owned();
        self.row(say!(lang, page_held_in), contest.unit.as_ref().map_or_else(everywhere, ToString::to_string));
        self.row(say!(lang, page_polling_day), contest.polling_day);
    }

    pub fn commission(&mut self, formed: &CommissionFormed) {
        let lang = self.lang;
        self.row(say!(lang, page_unit), &formed.unit).row(say!(lang, page_tier), &formed.tier);
        self.row(say!(lang, page_above), formed.parent.as_ref().map(ToString::to_string).unwrap_or_default());
        self.row(say!(lang, page_name), &formed.name);
        self.row(say!(lang, page_clock), formed.utc_offset.map(|offset| offset.to_string()).unwrap_or_default());
        let members = formed.members.len();
        self.row(say!(lang, page_quorum), say!(lang, page_members { quorum: formed.quorum, members }));
        formed.members.iter().for_each(|member| self.member(member));
    }

    pub fn member(&mut self, member: &Member) {
        let (lang, by) = (self.lang, member.nominated_by.as_str());
        let by = if by.is_empty() { String::new() } else { say!(lang, page_by { by }) };
        let parts = [member.name.as_str(), office(lang, member.office), &by, &member.key.fingerprint()];
        let says = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        self.row(say!(lang, page_seat { seat: member.seat }), says);
    }

    pub fn protocol(&mut self, protocol: &ProtocolSubmitted) {
        let (lang, clock) = (self.lang, self.clock);
        let completed = protocol.completed_at.map(|at| clock::moment(at, clock)).unwrap_or_default();
        self.row(say!(lang, page_paper), paper(lang, &protocol.paper));
        self.row(say!(lang, page_serial), &protocol.form_serial).row(say!(lang, page_completed), completed);
        for dissent in &protocol.dissent {
            self.row(say!(lang, page_dissent { seat: dissent.seat }), &dissent.opinion);
        }
    }

    pub fn summary(&mut self, summary: &SummarySubmitted) {
        let (lang, clock, counters) = (self.lang, self.clock, &summary.counters);
        let completed = summary.completed_at.map(|at| clock::moment(at, clock)).unwrap_or_default();
        self.row(say!(lang, page_unit), &summary.unit).row(say!(lang, page_contest), &summary.contest);
        self.count(say!(lang, page_units), counters.units).count(say!(lang, page_received), counters.received);
        self.count(say!(lang, page_basis), counters.taken_as_basis).count(say!(lang, page_failed), counters.failed);
        self.count(say!(lang, page_annulled), counters.annulled);
        let left_out: Vec<_> = summary.left_out.iter().map(ToString::to_string).collect();
        self.row(say!(lang, page_left_out), left_out.join(", ")).count(say!(lang, page_made_at), summary.made_at.0);
        self.row(say!(lang, page_root), hex::encode(summary.root.0));
        self.row(say!(lang, page_serial), &summary.form_serial).row(say!(lang, page_completed), completed);
    }
}
