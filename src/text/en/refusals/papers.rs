//! Papers that come at the wrong time.

use super::super::names::phase;
use super::super::paper;
use crate::domain::number::Voting;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::Paper;
use crate::text::Said;
use crate::text::parts::said;

pub fn other_voting(at: &Paper, open: Voting) -> Said {
    let Paper { contest, unit, voting } = at;
    let act = if *voting < open {
        format!(
            "Papers of an earlier voting are no longer taken. For voting {open}, make a new draft with `protokol \
             draft`."
        )
    } else {
        format!(
            "Correct the voting in the draft. A repeat voting is first called by a commission above: `protokol draft \
             repeat-voting {unit}`."
        )
    };
    said(format!("{unit}, {contest}: the paper is of voting {voting}, and voting {open} is the one that is open."), act)
}

pub fn not_in_this_state(at: &Paper, now: PaperStatus) -> Said {
    let unit = &at.unit;
    let act = match now {
        PaperStatus::Awaited | PaperStatus::Opened => format!(
            "Only a protocol that is in can be corrected or annulled, and only a voting that failed or was annulled is \
             repeated. See how it stands: `protokol show {unit}`."
        ),
        PaperStatus::Reported(_) => {
            format!("A protocol in force is first annulled by a commission above: `protokol draft annulment {unit}`.")
        }
        PaperStatus::Annulled | PaperStatus::Failed => format!(
            "Papers are taken again once a commission above calls a repeat voting: `protokol draft repeat-voting \
             {unit}`."
        ),
    };
    said(format!("{}: {}, and this cannot follow.", paper(at), phase(now)), act)
}
