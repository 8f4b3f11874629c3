### What a proof of rows proves: sentences without a full stop, each for one line of the proof.

## What a contest came to in a unit and everything below it.

proof-papers = at size { $size } the papers of contest { $contest } in unit { $unit } were: { $expected } due, { $in-force } with a protocol in force, { $awaited } awaited, { $annulled } annulled, { $failed } failed; of those in force { $corrected } corrected
proof-item = at size { $size } the total of item { $item } in unit { $unit } was { $sum }, contest { $contest }
proof-votes = at size { $size } the total of candidate { $candidate } in unit { $unit } was { $sum }, contest { $contest }
proof-candidate-named = { $number } ({ $name })
proof-voters = at size { $size } the lists of unit { $unit } had { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    }, contest { $contest }, { $without } of them where no result is valid
proof-turnout = at size { $size }, by { $hour }, { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    } had voted in unit { $unit }, contest { $contest }, by the reports of { $stations ->
        [one] { $stations } station
       *[other] { $stations } stations
    }
proof-code = at size { $size } there { $count ->
        [one] was { $count } finding
       *[other] were { $count } findings
    } { $code } in unit { $unit } and below, contest { $contest }

## What stands behind it.

proof-recorded = at size { $size } these events were recorded of unit { $unit } in contest { $contest }: { $events }
proof-nothing = at size { $size } unit { $unit } had sent nothing in contest { $contest }
proof-summary = at size { $size } unit { $unit } had made a summary in contest { $contest }, events: { $events }
proof-no-summary = at size { $size } unit { $unit } had made no summary in contest { $contest }
proof-copy = at size { $size } observer { $observer } had filed a copy of unit { $unit } in contest { $contest }, events: { $events }
proof-no-copy = at size { $size } observer { $observer } had filed no copy of unit { $unit } in contest { $contest }
proof-copies = at size { $size } copies of unit { $unit } in contest { $contest } had been filed by these observers and no others: { $observers }
proof-no-copies = at size { $size } no observer had filed a copy of unit { $unit } in contest { $contest }
proof-findings = at size { $size } these were the findings of unit { $unit } in contest { $contest }: { $codes }
proof-no-findings = at size { $size } unit { $unit } had no finding in contest { $contest }
proof-unit = at size { $size } unit { $unit } stood in the ledger, events: { $events }
proof-no-unit = at size { $size } there was no unit { $unit }
proof-below = at size { $size } unit { $unit } of tier { $tier } was below unit { $parent }
proof-children = at size { $size } unit { $parent } had { $units ->
        [one] this { $units } unit
       *[other] these { $units } units
    } below it and no others: { $list }
proof-no-children = at size { $size } unit { $parent } had no units below it
proof-candidate = at size { $size } candidate { $candidate } of contest { $contest } stood in the ledger, events: { $events }
proof-no-candidate = at size { $size } contest { $contest } had never had a candidate { $number }
proof-row = at size { $size } the row { $key } was: { $value }
proof-no-row = at size { $size } there was no row { $key }
proof-rows = at size { $size } there { $rows ->
        [one] was this { $rows } row whose key begins
       *[other] were these { $rows } rows whose keys begin
    } with { $prefix }, and no others: { $list }
proof-no-rows = at size { $size } there was no row whose key begins with { $prefix }

## Why a file proves nothing.

unproved-other-state = the snapshot is of another state of the log than the checkpoint
unproved-misshapen = a row stands where its key does not lead
unproved-other-root = its rows have another root than the snapshot that the log signed
unproved-not-shown = it does not show what this line says: { $claim }
unproved-strange-event = no row in it names event { $sequence } as it stands in the file

## Why evidence against a log's snapshot proves nothing.

not-proved-other-state = the two snapshots are of different logs or sizes
not-proved-not-a-log-key = a key of { $name } is listed, which is no key of this log
not-proved-idle-key = a key is listed that signed neither snapshot
not-proved-not-signed = a snapshot is not signed by the keys listed
not-proved-order = the two snapshots stand in the wrong order
not-proved-agree = the two snapshots say the same
not-proved-entries = the snapshot is of size { $stated }, and the number of events in the file is { $found }
not-proved-other-events = the events in the file are not those that the snapshot is of
not-proved-other-key = by the events in the file, another key is the log's at this size
not-proved-newer = some of the events were made by a newer version of the program
not-proved-same-rows = the events come to the very numbers that the log signed
not-proved-other-rows = the rows in the file are not those that the snapshot is of
not-proved-no-event = what stands as event { $sequence } in the file is none that a log admits
not-proved-named = the rows name event { $sequence }
not-proved-row-not-shown = the row that would name event { $sequence } is not in the file

## What evidence against a log's snapshot means.

two-snapshots-rows = of size { $size } the log signed the rows { $one }, and also the rows { $other }
two-snapshots-roots = of size { $size } the log signed the root { $one } over the events, and also the root { $other }
two-snapshots-meaning = the log's key signed two answers to one question: whoever holds it told different people different numbers, or lost it
false-fold-rows = of size { $size } the log signed the rows { $stated }, and its own { $events ->
        [one] { $events } event comes
       *[other] { $events } events come
    } to { $recomputed }
false-fold-meaning = the log's key signed numbers that its events do not come to: whoever holds it told something false, or lost it
unnamed-event = event { $sequence } is in the log ({ $kind }), and of size { $size } the log signed rows that do not name it: { $row }
unnamed-meaning = the log's key signed numbers that leave out an event which the log took in: whoever holds it told something false, or lost it. The file does not say whether the log had replaced this key by then: ask it for the event.
