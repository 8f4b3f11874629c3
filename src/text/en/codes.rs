//! What each code means, and what to do.

use super::super::Explanation;
use crate::domain::code::Code;

/// The page of a code.
pub fn explain(code: Code) -> Explanation {
    let (what, act) = match code {
        Code::T1 => (
            "A turnout report is below an earlier one, or the last is above the protocol's final figure.",
            "Ask the commission which report was wrong; turnout can only rise. The reports stay in the ledger as they were signed.",
        ),
        Code::T2 => (
            "Two turnout reports for the same hour give different figures.",
            "Ask the commission which one holds. Both stay in the ledger; the difference is told for ever.",
        ),
        Code::S1 => (
            "A cell of a parent commission's summary is not the sum of the protocols that it names.",
            "Compare the summary with `protokol tally --unit UNIT`. If the summary is wrong, its commission corrects it by a new version.",
        ),
        Code::S2 => (
            "A counter of a summary is not true, or the protocols that it commits to are not those in the ledger.",
            "Draft the summary again with `protokol draft summary UNIT` and compare the counters with the paper.",
        ),
        Code::S3 => (
            "A protocol that the summary covers was changed after the summary was made.",
            "The parent commission should make a new version of its summary that names the correction.",
        ),
        Code::O1 => (
            "A figure that was sealed before the boxes were opened is different in the protocol.",
            "Ask the commission why. The sealed opening and the protocol both stay in the ledger; the difference is told for ever.",
        ),
        Code::O2 => (
            "The protocol came in without the opening items having been sealed before the boxes were opened.",
            "Nothing can be repaired afterwards. Observers may say what they saw at the opening.",
        ),
        Code::C1 => (
            "An observer's copy differs from the protocol in force in the votes of a candidate.",
            "Lay the copy beside the scan of the protocol. Whoever is wrong corrects by a new version or a decision; both papers stay.",
        ),
        Code::C2 => (
            "An observer's copy differs from the protocol in force in an item other than votes.",
            "Lay the copy beside the scan of the protocol; often a line was misread or the protocol was amended later.",
        ),
        Code::D1 => (
            "The protocol arrived after the time that the manifest allows its tier.",
            "Nothing is refused for being late; the delay is told. Ask the commission for the reason.",
        ),
        Code::R1 => (
            "This very statement is in the ledger already.",
            "Nothing needs to be done: handing in the same paper again is safe and gives its receipt.",
        ),
        Code::R2 => (
            "The submission was made for another ledger.",
            "Draft it again with the kit of this ledger; a signature for one ledger never counts in another.",
        ),
        Code::R3 => (
            "The ledger is closed; nothing can be added.",
            "A closed ledger stays as it is. If something must still be recorded, the commission founds a new one.",
        ),
        Code::R4 => (
            "The unit or seat is not known to this ledger.",
            "Check the number. If the commission was never formed here, the one above forms it first: `protokol enrol`.",
        ),
        Code::R5 => (
            "A unit of this id exists already.",
            "Choose another id, or use the commission that exists; members change by `protokol draft replacement`.",
        ),
        Code::R6 => (
            "The contest is not known to this ledger.",
            "Check the id with `protokol tally`. A new contest is called by the central commission.",
        ),
        Code::R7 => (
            "The contest is not held in this unit, exists already, or the unit is not of the tier that makes this paper.",
            "Check unit and contest: protocols come from the lowest tier, summaries from the tiers above.",
        ),
        Code::R8 => (
            "A key that signed was never enrolled in this ledger.",
            "Check that the right key file was used. Keys are enrolled when a commission is formed or a member replaced.",
        ),
        Code::R9 => (
            "A key that signed was replaced, revoked or withdrawn before this submission.",
            "Let a member whose key is in force sign instead. What the key signed before stays valid.",
        ),
        Code::R10 => (
            "The body that signed may not say this, or the signers belong to different bodies.",
            "Let the right commission sign, all signatures from the same one: see docs/rules.md for who signs what.",
        ),
        Code::R11 => (
            "Fewer members signed than the commission's quorum.",
            "Pass the file to further members for `protokol sign`, then submit it again.",
        ),
        Code::R12 => (
            "The key belongs to somebody in this ledger already.",
            "Make a new key with `protokol keygen`: each key belongs to one seat or observer, once.",
        ),
        Code::R13 => (
            "The number of members or the quorum is not the one that the manifest sets for the tier.",
            "Correct the list of members: seats 1, 2, 3 and so on without a gap, as many as the manifest says.",
        ),
        Code::R14 => (
            "The unit's tier or its place below its parent is wrong.",
            "Check tier and parent in units.csv: a unit lies on a lower tier than its parent.",
        ),
        Code::R15 => (
            "An item that must be on the paper is missing.",
            "Fill the item in from the paper. A figure that is nought is written 0; an empty field is not zero.",
        ),
        Code::R16 => (
            "An item stands on a paper where it does not belong.",
            "Remove it: an opening paper holds only what is known before the boxes are opened.",
        ),
        Code::R17 => (
            "A candidate on the ballot has no figure.",
            "Fill in the votes of every candidate on the ballot; no votes are written 0.",
        ),
        Code::R18 => (
            "There is a figure for a number that is not on the ballot.",
            "Check the candidates' numbers against the ballot of this contest.",
        ),
        Code::R19 => (
            "The unit's protocol is in already.",
            "If it was wrong, draft a correction that names it: `protokol draft correction UNIT`.",
        ),
        Code::R20 => (
            "The opening items can no longer be sealed: they were sealed before, or the protocol is in.",
            "Nothing to do. What was sealed first stays.",
        ),
        Code::R21 => (
            "The paper is of another voting than the one that is open in the unit.",
            "Draft it again: after a repeat voting was called, papers of the earlier voting stay refused.",
        ),
        Code::R22 => (
            "It replaces or annuls a version that is not in force.",
            "Look the version in force up with `protokol show UNIT` and name its event.",
        ),
        Code::R23 => (
            "The unit's state does not allow this step.",
            "See the state with `protokol show UNIT` and the allowed steps in docs/states.md.",
        ),
        Code::R24 => (
            "The candidate is not on the ballot, the number is taken, or the ballot is fixed because papers exist.",
            "Candidates are registered and withdrawn before the first paper of the contest.",
        ),
        Code::R25 => (
            "The observer is not known, is known already, or is not accredited for this.",
            "Check the observer's id, role and scope; a commission above the lowest tier accredits.",
        ),
        Code::R26 => (
            "It refers to an event that is not in this ledger, or was decided before.",
            "Copy the event's hash from `protokol show` or from the receipt.",
        ),
        Code::R27 => (
            "A demonstration key, which anybody can derive, outside a rehearsal.",
            "Make a real key with `protokol keygen` for every member.",
        ),
        Code::R28 => (
            "The manifest contradicts itself.",
            "Correct manifest.toml at the place named and draft the founding act again.",
        ),
        Code::R29 => (
            "A ledger begins with its founding act and has only one.",
            "Found the ledger first with `protokol init`; a second founding act belongs to another ledger.",
        ),
        Code::R30 => (
            "A key is not an admissible Ed25519 key.",
            "Make a new one with `protokol keygen` or `openssl genpkey -algorithm ed25519`.",
        ),
        Code::R31 => (
            "A summary names a size that the ledger never had, or leaves out too many units.",
            "Draft it again from the ledger: `protokol draft summary UNIT`.",
        ),
        Code::R32 => (
            "The contest's result is certified; its papers cannot change any more.",
            "A court's decision after certification is recorded by the central commission in a new contest.",
        ),
        Code::R33 => (
            "A signature does not verify over the statement's bytes.",
            "The file was changed after it was signed, or the signature was made for something else. Sign a fresh draft again.",
        ),
        Code::R34 => (
            "One key signs twice, or the signatures are out of order.",
            "Collect the signatures again with `protokol sign`, which keeps them in order.",
        ),
        Code::R35 => (
            "The bytes are not a submission in its one spelling.",
            "The file is damaged or is something else. Ask for it again, or make it again from the draft.",
        ),
        Code::R36 => (
            "Made by a newer version of the program: this one cannot tell whether it is right.",
            "Get the newer version and run the same command again.",
        ),
        Code::R37 => (
            "The submission is larger than an entry of the ledger may be.",
            "Shorten its texts; scans and long papers are attached by digest, not written into it.",
        ),
        Code::R38 => (
            "The log's key, its name or its change is not right.",
            "Give the key whose public half stands in the founding act; a change is signed by both keys.",
        ),
        Code::R39 => (
            "A list in the statement is out of order, too long, or names something twice.",
            "Draft it again with the program, which keeps lists in order.",
        ),
        Code::V1 => (
            "A frame of the journal is damaged at the place named.",
            "Do not write to the ledger. Restore it from a published copy or a backup, and compare the fingerprints.",
        ),
        Code::V2 => (
            "Events that the seal covers are missing from the journal.",
            "The journal was cut. Restore it from a copy that has the sealed size.",
        ),
        Code::V3 => (
            "An envelope's bytes are not an envelope.",
            "The entry was damaged or forged. Compare with another copy of the ledger.",
        ),
        Code::V4 => (
            "An event does not name the one before it: something between them was changed, removed or put in.",
            "Compare with another copy of the ledger from this event on.",
        ),
        Code::V5 => (
            "An event's number is not the next one.",
            "An event was removed, repeated or moved. Compare with another copy of the ledger.",
        ),
        Code::V6 => (
            "An event claims to have arrived before the one before it.",
            "The writer never does this: somebody else wrote the entry. Compare with another copy.",
        ),
        Code::V7 => (
            "The events do not give the root that the log signed.",
            "Something under the signed checkpoint was changed. Compare with another copy; keep both.",
        ),
        Code::V8 => (
            "A checkpoint is not signed by this log's key, or is of another log.",
            "The seal was replaced or altered. Compare with a receipt or a published checkpoint.",
        ),
        Code::V9 => (
            "The seal, or a slot of it, is damaged.",
            "If the writer was interrupted, start it once: it sets the damaged slot aside. Otherwise compare with another copy.",
        ),
        Code::V10 => (
            "There are events or bytes after the last signed checkpoint.",
            "If the writer was interrupted, start it once: it seals whole events and sets a torn write aside.",
        ),
        Code::V11 => (
            "The ledger never had the fingerprint that was expected.",
            "This is not the ledger you saw before, or it was rebuilt. Keep both and tell the commission and the press.",
        ),
        Code::V12 => (
            "The policy does not trust the log that signed this.",
            "Check that the policy is the one published for this election. If it is, the ledger is not.",
        ),
        Code::V13 => (
            "Fewer witnesses than the policy asks for have cosigned.",
            "Wait for more cosignatures, or ask the witnesses why they have not signed.",
        ),
        Code::V14 => (
            "A file of the ledger says something else than the signed founding act.",
            "Trust the founding act. Write the file again from it, or take it from another copy.",
        ),
        Code::V15 => (
            "The receipt does not prove that the event lies under its checkpoint.",
            "Ask for the receipt again. If it fails again, keep it: it is evidence.",
        ),
        Code::V16 => (
            "The ledger grew after it was closed.",
            "This proves misconduct by whoever holds the log's key. Keep a copy and tell the court and the press.",
        ),
        Code::V17 => (
            "The embedded store does not agree with the journal.",
            "Nothing is lost: the store is set aside and rebuilt from the journal at the next start.",
        ),
        Code::V18 => (
            "There is no ledger here, or it is empty.",
            "Name the ledger's folder with --ledger DIR, or make one with `protokol rehearse` or `protokol init`.",
        ),
        Code::U1 => {
            ("The command is not used like this.", "See `protokol VERB --help`, which begins with two examples.")
        }
        Code::U2 => (
            "A file cannot be read or written.",
            "Check the name, the space on the disk and who may write there; then run the same command again.",
        ),
        Code::U3 => (
            "A file is not in its format.",
            "Look at the line and column named. Files are UTF-8 text with line feeds, without a byte order mark.",
        ),
        Code::U4 => (
            "A row or value of a file is wrong.",
            "Correct the cell named and run the same command again; nothing was written for this row.",
        ),
        Code::U5 => (
            "There is something at the place already.",
            "Nothing is ever written over. Choose another name, or go on with a rehearsal by --continue.",
        ),
        Code::U6 => (
            "The passphrase is wrong or missing.",
            "Type it again, or give --passphrase-file FILE. A lost passphrase cannot be recovered: have the member replaced.",
        ),
        Code::U7 => {
            ("Another process holds the ledger for writing.", "Wait until it has ended. Reading is not kept out.")
        }
        Code::U8 => (
            "A question was not answered with yes, so nothing was done.",
            "Run it again and type yes, or give --yes where no terminal is.",
        ),
        Code::U9 => {
            ("What was asked for is not in the ledger.", "See what there is with `protokol log` and `protokol tally`.")
        }
    };
    Explanation { what, act }
}
