//! What was disputed and decided about a paper: complaints, and what a commission above did to it.

use super::happening::{Happening, Of};
use crate::portal::words::papers::{self, PaperWord, paper_word};
use crate::tally::complaints::Complaint;
use crate::tally::record::{PaperEvent, PaperStep, Provenance};
use crate::text::{self, Label};
use crate::view::version::decision;

/// A complaint against something that happened to the paper.
pub fn complaint(of: &Of<'_>, against: &Provenance, complaint: &Complaint<'_>) -> Happening {
    let (lang, record) = (of.desk.lang, complaint.record);
    let decided = record.decided.as_ref().filter(|(provenance, _)| provenance.is_in(of.desk.at));
    let outcome = decided.map(|(_, decided)| text::outcome(lang, decided.outcome));
    let told = |what: PaperWord, value: String| (paper_word(lang, what), value);
    let mut facts = vec![
        told(PaperWord::Who, of.who(&record.provenance.author)),
        told(PaperWord::Against, say!(lang, papers::portal_event { event: against.sequence })),
        told(PaperWord::Decided, outcome.unwrap_or_else(|| text::label(lang, Label::ComplaintOpen)).to_owned()),
    ];
    if let Some((_, decided)) = decided {
        facts.push(told(PaperWord::Why, decided.reason.to_string()));
        facts.push(told(PaperWord::ByDecision, decision(&decided.decision)));
    }
    if complaint.is_late() {
        facts.push(told(PaperWord::When, text::label(lang, Label::ComplaintLate).to_owned()));
    }
    of.happening(&record.provenance, record.filed.subject.to_string(), facts)
}

/// An annulment, a failed voting or a repeat voting; none of what the precinct itself did.
pub fn annulment(of: &Of<'_>, step: &PaperStep) -> Option<Happening> {
    let (reason, by, day) = match &step.what {
        PaperEvent::Annulled(annulled) => (&annulled.reason, &annulled.decision, None),
        PaperEvent::Failed(failed) => (&failed.reason, &failed.decision, None),
        PaperEvent::RepeatCalled(repeat) => (&repeat.reason, &repeat.decision, Some(repeat.day)),
        PaperEvent::Opened(_) | PaperEvent::Reported(_) | PaperEvent::Corrected(_) => return None,
    };
    let lang = of.desk.lang;
    let facts = vec![
        (paper_word(lang, PaperWord::RepeatDay), day.map_or_else(String::new, |day| day.to_string())),
        (paper_word(lang, PaperWord::Why), reason.to_string()),
        (paper_word(lang, PaperWord::ByDecision), decision(by)),
        (paper_word(lang, PaperWord::Who), of.who(&step.provenance.author)),
    ];
    Some(of.happening(&step.provenance, text::step(lang, &step.what).to_owned(), facts))
}
