//! V: verification. What is wrong with a ledger, or what cannot be proved of it.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const V1: Explanation = pair(
    "The journal, the file that holds the events, is damaged at the place that is named.",
    "Write nothing more to this ledger, and keep it as it is. Get another copy of it and run `protokol verify` on that.",
);
pub const V2: Explanation = pair(
    "A checkpoint that the log signed, in the seal or where it was published, covers more events than the journal holds: events \
     were lost or removed, or an older copy was brought back.",
    "Keep the folder as it is and look for a complete copy: with the publisher, a mirror or an observer. Run `protokol \
     verify` on it before you rely on it.",
);
pub const V3: Explanation = pair(
    "A record among the events cannot be an event: its length or its time is impossible.",
    "Treat the ledger as altered. Compare the place with another copy, and ask the ledger's officer how it came there.",
);
pub const V4: Explanation = pair(
    "Each event names the one before it, and this one names another: something was changed, removed or put in.",
    "Treat what stands around this place as altered. Run `protokol verify` on a copy from elsewhere, and see what it \
     has there.",
);
pub const V5: Explanation = pair(
    "An event bears another number than its place in the ledger.",
    "Events were moved, removed or put in. Look at the same place in another copy, with `protokol verify` and \
     `protokol log`.",
);
pub const V6: Explanation = pair(
    "An event arrived, by its own account, before the event that stands in front of it.",
    "The program never writes this. Ask the ledger's officer which program did, and rely on none of the arrival times.",
);
pub const V7: Explanation = pair(
    "The events are not those that a checkpoint of the log was signed over, in the seal or where it was published: at least one \
     was changed after sealing, or the log has two histories.",
    "Do not use the figures. Keep this folder as evidence, and get a copy from elsewhere that `protokol verify` proves.",
);
pub const V8: Explanation = pair(
    "A checkpoint, in the seal or where it was published, is not signed by the log that the founding act names.",
    "Take the ledger for a forgery until its origin is cleared up. Ask the commission for the checkpoint's fingerprint, \
     and verify with --expect.",
);
pub const V9: Explanation = pair(
    "The seal, the file with the last signed checkpoint, is damaged or missing in part.",
    "Keep the folder as it is and write nothing to it. Get another copy of the ledger and run `protokol verify` on that.",
);
pub const V10: Explanation = pair(
    "At the end there are events, or the rest of an interrupted write, that no signed checkpoint covers yet. All before \
     them is unaffected.",
    "While the ledger is being written this passes by itself: wait a minute and verify again. If it stays, tell the \
     ledger's officer; do not rely on those events before.",
);
pub const V11: Explanation = pair(
    "This ledger never had the checkpoint whose fingerprint you expect. It is another ledger, an older state, or one \
     whose history was changed.",
    "Check the fingerprint digit by digit. If it is right, you have evidence of two histories: keep both and make it \
     known.",
);
pub const V12: Explanation = pair(
    "The trust file does not name this log, or a signature by one that it names is false.",
    "Check that the policy file is the one for this election, and that it came to you from somebody you trust.",
);
pub const V13: Explanation = pair(
    "Fewer witnesses have cosigned the checkpoint than the trust file asks for. The ledger may be genuine; it is not \
     yet vouched for.",
    "Wait for the witnesses and verify again, or ask them why they have not signed. Do not lower the number to get a \
     yes.",
);
pub const V14: Explanation = pair(
    "A file beside the journal, which repeats what the founding act says, is missing or says something else.",
    "Go by the founding act in the journal and not by that file. Ask the ledger's officer who changed it.",
);
pub const V15: Explanation = pair(
    "The receipt does not prove that its event lies under the signed checkpoint.",
    "Ask for the receipt again: `protokol export --receipt EVENT`. If that one fails too, keep both and complain.",
);
pub const V16: Explanation = pair(
    "Events follow the one that closed the ledger. Nothing may.",
    "Do not count what comes after the closing. Keep this copy: it proves that somebody went on writing.",
);
pub const V17: Explanation = pair(
    "The store that answers quick questions does not agree with the journal. The journal is right.",
    "Run any command that writes: the store is set aside and made again from the journal. If it comes back, have the \
     disk examined.",
);
pub const V18: Explanation = pair(
    "There is no ledger in this folder, or not one event in it.",
    "Name the ledger's folder with --ledger. To make one, use `protokol rehearse FOLDER` or `protokol init`.",
);
pub const V19: Explanation = pair(
    "The file of an attachment, a scan or a photograph, is not beside the ledger. Its digests are signed: the figures do \
     not depend on it, and no other file can take its place.",
    "Ask the commission for the file and hand the same submission in again: `protokol submit` adds what is missing. Any \
     copy will do, for its digests prove it.",
);
pub const V20: Explanation = pair(
    "The file in the place of an attachment is not the one that was signed: it was changed, cut or exchanged.",
    "Do not go by that file, and keep it as evidence. Ask the commission for the right one and hand the same submission \
     in again: `protokol submit` sets the wrong file aside.",
);
pub const V21: Explanation = pair(
    "A published tile, a file of hashes from which proofs are made, is not what the published events give. It was forged \
     or damaged.",
    "Take nothing from this copy, and keep it as evidence. Get the publication from another place and run `protokol verify` \
     on that; tell whoever serves this one.",
);
pub const V22: Explanation = pair(
    "A file that every published log of this size has is not there: something was left out or lost.",
    "Ask whoever serves it for the whole folder, or verify a copy from elsewhere. Do not take what is left for the whole.",
);
pub const V23: Explanation = pair(
    "A published bundle cannot be divided into its events: it was cut, lengthened or damaged.",
    "Get the publication from another place and run `protokol verify` on that; tell whoever serves this one.",
);
pub const V24: Explanation = pair(
    "The log has two histories: its signed checkpoints are not continuations of each other, or a witness has seen more of \
     it than is here. Either a copy of the log's key is in use, or an older state was brought back, or somebody cheats.",
    "Sign nothing more with this log's key, and keep everything: both states, receipts and evidence files. `protokol compare` \
     says what differs; `protokol restore` brings a ledger back from what was published.",
);
pub const V25: Explanation = pair(
    "The state of a witness, what it cosigned last of each log, is damaged, or is not the one that belongs to the mark beside \
     its key. With an older state it would cosign a second history in good faith.",
    "Put back the newest copy of the state and of the mark, both of one moment. If they are lost, make a new key and a new \
     name, and tell the logs and whoever trusts this witness.",
);
pub const V26: Explanation = pair(
    "What a log has published does not show that it grew from what this witness cosigned before: its files are wrong, or its \
     history was changed.",
    "Get the log's files from another place and check them again. If they say the same, the log has two histories: keep the \
     evidence and make it known.",
);
pub const V27: Explanation = pair(
    "A file that says it proves two histories of a log does not: its checkpoints agree, or its proof does not lead from one \
     to the other.",
    "Believe nothing of it. Whoever says that the log has two histories can show both: compare them with `protokol compare`, \
     which makes new evidence.",
);
