//! R: refusals. Nothing was written.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const R1: Explanation = pair(
    "The same statement is in the ledger already. A statement is admitted once, whoever hands it in.",
    "Nothing is left to do. `protokol export --receipt EVENT` gives its receipt again.",
);
pub const R2: Explanation = pair(
    "It was signed for another ledger, one with another founding act.",
    "Check which ledger --ledger names. If that is right, make a new draft for it and have it signed.",
);
pub const R3: Explanation = pair(
    "The central commission has closed the ledger, and nothing may follow.",
    "Keep the signed paper. What is still in dispute goes to the commission above or to a court.",
);
pub const R4: Explanation = pair(
    "The unit, or the seat in its commission, is not in this ledger.",
    "Check the spelling. A new unit is formed by the commission above it: `protokol draft commission`.",
);
pub const R5: Explanation = pair(
    "A unit of this name was formed before.",
    "Give a new unit another name. A member of the one that exists is changed with `protokol draft replacement`.",
);
pub const R6: Explanation = pair(
    "The contest is not in this ledger.",
    "Check the spelling with `protokol tally`. A new contest is called by the central commission: `protokol draft \
     contest`.",
);
pub const R7: Explanation = pair(
    "The contest is not held in this unit, this tier does not make such a paper, or a contest of this name exists.",
    "Check unit and contest in the draft. Protocols come from the lowest tier, summaries from those above it.",
);
pub const R8: Explanation = pair(
    "A key that this ledger has never heard of was used or named.",
    "Check that each member used the right key file. A new key comes in by `protokol draft replacement`, signed by the \
     commission above.",
);
pub const R9: Explanation = pair(
    "A key was used or named that counted once and was replaced, revoked or withdrawn since.",
    "Let whoever holds the seat now sign. `protokol show UNIT` names the members.",
);
pub const R10: Explanation = pair(
    "Those who signed may not say this about this unit, or they are not all of one commission.",
    "Let the right body sign alone: a precinct for its own papers, a commission above for annulments, an observer for a \
     copy. The refusal says whose signatures are needed.",
);
pub const R11: Explanation = pair(
    "Fewer members have signed than the commission's quorum.",
    "Pass the submission on: each further member adds a signature with `protokol sign`. Then submit it again.",
);
pub const R12: Explanation = pair(
    "A key belongs to a member, an observer or the log already, or stands twice in the draft.",
    "Make a new key with `protokol keygen`. A key serves one seat, once in a ledger.",
);
pub const R13: Explanation = pair(
    "The number of members, their seats or the quorum are not what the founding act fixes for this tier.",
    "Correct the draft: seats are numbered 1, 2, 3 without a gap. The refusal says what the tier demands.",
);
pub const R14: Explanation = pair(
    "The unit cannot stand at this place: its tier is unknown, or not below the tier of the unit above.",
    "Correct `tier` and `parent` in the draft. Only the central commission has no parent.",
);
pub const R15: Explanation = pair(
    "A figure that the form demands is missing, or there are more or fewer items than on the form.",
    "Write the figure from the paper into the draft, and 0 where the paper says zero. Run `protokol check` before it is \
     signed again.",
);
pub const R16: Explanation = pair(
    "A figure of the count stands among the opening figures, which are written before the boxes are opened.",
    "Take it out of the opening draft. It belongs on the protocol.",
);
pub const R17: Explanation = pair(
    "A candidate on the ballot has no figure.",
    "Write the candidate's votes from the paper into the draft, and 0 where there are none.",
);
pub const R18: Explanation = pair(
    "There is a figure under a number that is not on the ballot.",
    "Compare the numbers with the ballot: `protokol tally --contest CONTEST`. Correct the draft and sign it again.",
);
pub const R19: Explanation = pair(
    "A protocol of this unit is in force already.",
    "Compare it with yours: `protokol show UNIT`. To change it, use `protokol draft correction` and give the reason.",
);
pub const R20: Explanation = pair(
    "The opening figures were sealed before, or the protocol is in already.",
    "See what was sealed with `protokol show UNIT`. If a figure is wrong, write the right one on the protocol; the \
     difference stays visible.",
);
pub const R21: Explanation = pair(
    "The paper is of another voting than the one that is open in this unit.",
    "Check the number of the voting in the draft: 1 is the ordinary one, and each repeat voting adds one.",
);
pub const R22: Explanation = pair(
    "It would change a version that is not in force, or be the first version where there is one.",
    "See which version is in force with `protokol show UNIT`. Make a new draft that names it, and have that signed.",
);
pub const R23: Explanation = pair(
    "The unit's paper is not at the point where this can follow: a correction before any protocol, or a protocol after \
     an annulment, for example.",
    "See how it stands with `protokol show UNIT`. After an annulment or a failed voting, a repeat voting is called \
     before papers are taken again.",
);
pub const R24: Explanation = pair(
    "The number is not on the ballot, was given before, or can no longer change because papers of the contest are in.",
    "See the ballot with `protokol tally --contest CONTEST`. A new candidate takes a number that was never used.",
);
pub const R25: Explanation = pair(
    "The observer is not known, is accredited already, or is not accredited for this unit or in a role that may do this.",
    "See who is accredited with `protokol log --kind ObserverAccredited`. A new accreditation is made with `protokol \
     draft observer`.",
);
pub const R26: Explanation = pair(
    "It refers to an event that is not in this ledger, is of another kind, or was decided before.",
    "Look the event up with `protokol log`, and write its 64 digits into the draft.",
);
pub const R27: Explanation = pair(
    "A demonstration key was to be a member's key in a real election. Anybody can sign with such a key.",
    "Let the member make a key with `protokol keygen`. Demonstration keys are for rehearsals.",
);
pub const R28: Explanation = pair(
    "The founding act contradicts itself, for example by a check of an item that the form does not have.",
    "Correct manifest.toml where the refusal says, and make the act again with `protokol draft founding`.",
);
pub const R29: Explanation = pair(
    "A ledger begins with its founding act, and has only one.",
    "Found a new ledger in a folder of its own with `protokol init`. To an existing one, add anything but a founding act.",
);
pub const R30: Explanation = pair(
    "A key that the statement brings in is not a sound public key.",
    "Let its owner make another one with `protokol keygen`, put it into the draft and have it signed again.",
);
pub const R31: Explanation = pair(
    "The summary says that it was made when the ledger was larger than it is, or leaves out too many units.",
    "Make it again from this ledger with `protokol draft summary`.",
);
pub const R32: Explanation = pair(
    "The contest's result is certified. Its papers and candidates no longer change.",
    "Keep the signed paper, and take what is still in dispute to the body that certified the result.",
);
pub const R33: Explanation = pair(
    "A signature does not fit what is said. The text or the signature was changed after signing.",
    "Get the submission again from whoever signed it, or let that member sign the draft once more with `protokol sign`.",
);
pub const R34: Explanation = pair(
    "One key signs twice, or the signatures are out of order.",
    "Make the submission again with `protokol sign`, which puts them in order.",
);
pub const R35: Explanation = pair(
    "The file is not a submission, or its bytes are damaged.",
    "Give the file that `protokol sign` wrote, and copy it again, whole, if it was sent from elsewhere.",
);
pub const R36: Explanation = pair(
    "It was made by a newer version of the program or under newer rules. This version cannot tell whether it is right.",
    "Get the newer version and run the same command again. Until then, take it neither for right nor for wrong.",
);
pub const R37: Explanation = pair(
    "The submission is larger than the ledger takes in one piece, 65 535 bytes in all.",
    "Shorten the texts in the draft; long papers are handed in as attachments. Then sign it again.",
);
pub const R38: Explanation = pair(
    "The log's key is not one of this log, or its change is not signed by both the old and the new key.",
    "Give the key whose public half stands in log.vkey. A change is signed with `protokol sign` by both keys and the \
     central commission's quorum.",
);
pub const R39: Explanation = pair(
    "A list that must ascend is out of order, has an entry twice, or is too long.",
    "Sort the entries in the draft, each once, and sign it again. The refusal names the list.",
);
