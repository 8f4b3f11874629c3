### Faults of a ledger or a receipt: what is wrong, and where.

## Where a fault is.

place-event-of-unit = event { $sequence } ({ $unit })
place-event = event { $sequence }
place-unit = unit { $unit }
place-byte = { $file } at byte { $offset }

## What is wrong: a clause without a full stop, put behind a place.

fault-frame-sequence = this batch of events claims another first event than it holds
fault-missing = events are missing: the checkpoint covers { $sealed }, and { $found } are there
fault-envelope-length = a record of { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } is too short or too long to be an event
fault-envelope-arrival = its arrival is after the year 9999
fault-link-previous = it does not name the event before it: one of them was changed, or one between them is gone
fault-link-sequence = it calls itself event { $claimed }, which is not its place
fault-link-arrival = it arrived at { $arrival }, which is earlier than the event before it
fault-closed = it was added after the ledger had been closed
fault-rules-unknown = it follows rules version { $rules }, which this program does not know: it cannot tell
fault-inadmissible = it should not have been let in. { $refusal }
fault-root = the checkpoint of size { $size } was signed over other events than these: signed { $sealed }, recomputed { $recomputed }
fault-no-checkpoint = there is no checkpoint that can be read
fault-seal-length = the seal has { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } instead of { $expected }
fault-slot = the { $half } half of the seal is damaged
fault-published-not-the-logs = the published checkpoint is not signed by this ledger's log
fault-snapshot-not-the-logs = the newest snapshot in the ledger is not signed by this ledger's log
fault-published-snapshot-not-the-logs = the published snapshot is not signed by this ledger's log
fault-snapshot-root = the snapshot of size { $size } was signed over other events than these: signed { $stated }, recomputed { $recomputed }
fault-snapshot-rows = the log signed other numbers at size { $size } than its events give: rows signed { $stated }, recomputed { $recomputed }
fault-row-differs = the log signed numbers at size { $size } that contradict each other: row { $row } says { $stated }, and from the rows beside it comes { $follows }
fault-row-nothing = nothing
fault-slot-not-the-logs = the checkpoint in the { $half } half of the seal is not signed by this ledger's log
fault-unsealed = { $events ->
        [one] { $events } event at the end is
       *[other] { $events } events at the end are
    } not yet under a signed checkpoint
fault-torn = { $bytes ->
        [one] 1 byte after the last checkpoint is
       *[other] { $bytes } bytes after the last checkpoint are
    } the rest of an interrupted write
fault-not-expected = the ledger never had the checkpoint that you expect, { $expected }
fault-other-checkpoint = the receipt is under another checkpoint than the one that you expect, { $expected }
fault-not-trusted = the policy does not name this log, or a signature that it relies on does not hold
fault-quorum-not-met = fewer witnesses have cosigned than the policy asks for
fault-numbers-quorum-not-met = fewer witnesses have computed the numbers than the policy asks for
fault-file-differs = the file is missing, or says something else than the founding act
fault-inclusion = the proof does not lead from the event to the checkpoint
fault-nothing = there is no event at all
fault-attachment-missing = the attachment “{ $name }” is missing
fault-tile-forged = this tile is not what the events give: it was forged or damaged
fault-file-missing = this file of the published log is not there, or not yet
fault-changed = { $change }; mail, FTP and office programs do that to texts, and nobody need have altered it
fault-tile-format = this bundle cannot be divided into its events
fault-unproved = the proof does not show what it says: { $why }
fault-proof-not-the-logs = the snapshot is not signed by the key that signed the checkpoint
fault-attachment-altered = the attachment “{ $name }” is not the file that was signed: its length or its digests differ

## Batches of events in the journal.

frame-incomplete = the journal breaks off in the middle of a batch of events
frame-magic = no batch of events begins here, and one should
frame-range = this batch of events has an impossible length or number of events
frame-checksum = the bytes of this batch of events were changed after they were written
frame-layout = this batch cannot be divided into its events

## The halves of the seal.

half-first = first
half-second = second

## What a program changed on the way of a text: clauses without a full stop.

change-utf16 = it was written anew in UTF-16 on its way here
change-byte-order-mark = a byte order mark was put before it on its way here
change-line-ends = its line ends were changed on its way here
change-last-line-end = the end of its last line was changed on its way here
change-dash = the em dash before a signature was lost or changed on its way here
