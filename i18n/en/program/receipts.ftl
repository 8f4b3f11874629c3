### Receipts that cannot be made, read or checked.

receipt-no-key = a receipt does not say whose key to trust
    .remedy = give --policy FILE, or the ledger that it is from with --ledger DIR
receipt-other-ledger = the receipt is of the log { $theirs }, and { $ledger } is of { $ours }
    .remedy = { receipt-no-key.remedy }
receipt-no-event = there is no event { $sequence }
    .remedy = the log has { NUMBER($size, useGrouping: "false") } events
receipt-broken = { $error }
    .remedy = run { $verify } on it, and get the receipt from another copy
receipt-other-log = { $file } is of the log { $theirs }, and this is { $ours }
    .remedy = name the log that the receipt is of
receipt-two-histories = { $file } proves another event { $sequence } than this log has: the log has two histories
    .remedy = keep the receipt, and compare this log with another copy: { $compare }; nothing was written

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = no checkpoint that can be read
broken-not-proved = its tiles do not prove the event

## Bytes that are not a receipt: a clause without a full stop.

receipt-too-long = { NUMBER($bytes, useGrouping: "false") } bytes, and a receipt has at most { NUMBER($limit, useGrouping: "false") }
receipt-not-utf8 = not UTF-8
receipt-header = the first line is not `{ $header }`
receipt-no-division = no empty line between the proof and the checkpoint
receipt-extra = the extra line is not base64 of 1 to { NUMBER($limit, useGrouping: "false") } bytes
receipt-index = no index line with a decimal number in its one spelling
receipt-proof-line = proof line { $line } is not base64 of 32 bytes
receipt-proof-too-long = more than { $limit } proof lines
receipt-outside-tree = entry { $index } is not under a checkpoint of { $size }
receipt-checkpoint = the checkpoint: { $error }
