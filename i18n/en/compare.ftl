### Two states of a log, and the evidence of a fork: lines without a full stop.

## Headings and fixed lines.

compared-relation = Relation
compared-old = Old
compared-new = New
compared-history = Histories
compared-evidence = Evidence
compared-what-changed = What changed
compared-what-is-gone = What the new one does not have
compared-before = Before
compared-after = After
compared-key-of-its-own = self: key taken from what is shown; whose it is, is not proved
compared-made-by-newer = some were made by a newer version of the program: what changed cannot be told without it
compared-all-in-json = --json tells all of them
compared-meaning = the log's key signed two histories: whoever holds it showed different people different elections, or lost it

## How the new side stands to the old one, in a word.

relation-equal = EQUAL
relation-continuation = CONTINUATION
relation-rollback = ROLLED BACK
relation-fork = FORK
relation-contradiction = CONTRADICTION
relation-unrelated = UNRELATED

## And what it means.

means-equal = both are the same state
means-continuation = the new one is the old one, grown by { $events ->
        [one] { $events } event
       *[other] { $events } events
    }: nothing that stood was changed or taken out
means-rollback = the new one is an earlier state of the old one, without { $events ->
        [one] { $events } event
       *[other] { $events } events
    }: the two are named the wrong way round, or the log was set back
means-fork = the log signed two histories, and neither grew from the other
means-contradiction = the log signed two answers to what its numbers are at one size, or one that its events do not come to
means-other-origin = they are of two different logs
means-other-key = two logs go by one name and were founded with different keys: which is meant, only --policy can say

## Lines that tell of figures.

compared-state = size { $size } · { $fingerprint }
compared-not-applied = { $events ->
        [one] { $events } event
       *[other] { $events } events
    } cannot be read or should not have been let in: { $command } tells which
compared-two-roots = at size { $size } the log signed { $one }, and its other history has { $other }
compared-leads-to = a proof of { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    } leads from there to the checkpoint of size { $size }, which the log signed too
compared-first-difference = event { $sequence } is the first that differs
compared-written = { $file }: { $command } explains it to anybody, without a ledger and without a server

## Why evidence proves nothing.

no-fork-other-origin = the two checkpoints are of different logs, { $old } and { $new }
no-fork-not-a-log-key = a key of { $name } is listed, which is no key of this log
no-fork-idle-key = a key is listed that signed neither checkpoint
no-fork-not-signed = the checkpoint of size { $size } is not signed by a key that is listed
no-fork-order = the two checkpoints are not in order
no-fork-agree = the two checkpoints do not contradict each other
no-fork-not-proved = the proof does not lead to the newer checkpoint
