//! T, S, O, C, D: what does not add up, or is unusual. Nothing of it keeps a signed paper out of the ledger.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const T1: Explanation = pair(
    "A station reported fewer voters than at an earlier hour, or its last turnout report is above the number of voters \
     on its protocol.",
    "Ask the commission which of the figures is right; `protokol show UNIT` lists them. A wrong protocol is put right \
     with `protokol draft correction`; a report stays as it was sent.",
);
pub const T2: Explanation = pair(
    "A station sent two turnout reports for the same hour, with different numbers.",
    "Ask the commission which of the two is right, and why the other was sent. Both stay in the ledger.",
);
pub const S1: Explanation = pair(
    "A figure in a parent commission's summary is not the sum of the protocols that the summary was made from.",
    "See which figures differ with `protokol findings --code S1`. If the slip is in the summary, the parent commission \
     makes a new version: `protokol draft summary-correction`.",
);
pub const S2: Explanation = pair(
    "A summary states a wrong number of units, or of protocols received, used, failed or annulled; or it was made from \
     other protocols than those in force at the time.",
    "See the numbers with `protokol findings --code S2`, and ask the parent commission which protocols it used. It can \
     make a new version of its summary.",
);
pub const S3: Explanation = pair(
    "A protocol was corrected or annulled after the summary above it was made. The summary no longer shows the latest \
     figures.",
    "Go by `protokol tally`, which counts the protocols in force, until the parent commission makes a new version with \
     `protokol draft summary-correction`.",
);
pub const S4: Explanation = pair(
    "The summary covers papers that were still awaited when it was made, so nobody can recompute it.",
    "Compare it again when the papers are in: its commission then makes a new version with \
     `protokol draft summary-correction`.",
);
pub const O1: Explanation = pair(
    "A figure that was signed before the boxes were opened stands otherwise on the protocol.",
    "Ask the commission why it changed; `protokol show UNIT` has both papers. A slip on the protocol is put right with \
     `protokol draft correction`, and this finding stays with the earlier version.",
);
pub const O2: Explanation = pair(
    "The figures that are known before the boxes are opened were not sealed before the protocol came in. So nobody can \
     show from the ledger that they stayed the same.",
    "It cannot be made up for afterwards. Whoever was there at the opening can compare their own notes with the \
     protocol.",
);
pub const C1: Explanation = pair(
    "The copy that an observer was handed shows other votes than the protocol in force.",
    "See each figure with `protokol findings --code C1`, and lay the photograph of the copy beside the scan of the \
     protocol. A slip in reading, a later correction or a changed paper may be behind it: ask.",
);
pub const C2: Explanation = pair(
    "The copy that an observer was handed differs from the protocol in force, though not in the votes.",
    "See each figure with `protokol findings --code C2`, and compare the photograph of the copy with the scan of the \
     protocol.",
);
pub const D1: Explanation = pair(
    "A unit's first protocol or summary reached the ledger after the time that the founding act allows.",
    "See when it arrived with `protokol show UNIT`, and ask the commission for the reason. Being late changes no \
     figure.",
);
pub const D2: Explanation = pair(
    "A unit's protocol or summary is not in the ledger, and the time that the founding act allows is over.",
    "Ask the commission for it. Until it comes in, it is awaited, which is not zero: no total counts it.",
);
