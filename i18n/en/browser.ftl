### What the programs in a reader's own browser say besides the program's own words. Who reads it has a page, and no command line.

## Why there is no verdict.

browser-policy = the trust file, line { $line }: { $fault }
    .remedy = A trust file is a policy in C2SP tlog-policy form. Take it again from somebody whom you trust.
browser-no-fingerprint = { $text } is no fingerprint
    .remedy = A fingerprint has 64 hexadecimal digits, with or without spaces between them. Copy it again.
browser-neither = { $file } is neither a published log nor a receipt, a proof or evidence
    .remedy = Give the folder of a published log, its tar, a receipt, a proof of numbers, or evidence.
browser-no-key = a receipt or proof does not say whose key to trust
    .remedy = Add the trust file of the log, from somebody whom you trust.
browser-other-log = the file is of the log { $theirs }, and the key that this page was served with is of { $ours }
    .remedy = { browser-no-key.remedy }
browser-no-log = { $place } is no published log
    .remedy = A published log has `checkpoint`, `log.vkey` and `tile/` directly in it: check the folder or the address.
browser-not-the-file = { $file } is something else than the file that was asked for, such as a page for people
    .remedy = Check the address: the files of the log must be under it. If they are, take the log from another place.
browser-not-totals = { $file } has no totals that can be read
    .remedy = Give what `/v1/totals` answers, or the program's tally as JSON.

## Whose trust file it is.

browser-step-policy = Trust file
browser-policy-beside = it lay beside the log: who publishes the log wrote it, so it proves the witnesses and not the owner

## What this browser saw of the log before.

browser-step-seen = Seen before
browser-seen-first = this browser has not seen this log before
browser-seen-same = the same state as last time, at size { $size }
browser-seen-grown = it grew from the state that this browser saw last, at size { $size }
browser-seen-older = the log is at size { $size }, and this browser has seen it at size { $seen }: a cache may be behind, or an older state was brought back
browser-seen-fork = ALARM: the log did not grow from what it signed at size { $size } and this browser saw: it has two histories. Keep the evidence, and make it known
browser-seen-unknown = what this browser saw at size { $size } cannot be held against this log: its key or its trust file is another one

## What a page shows.

browser-step-page = Shown totals
browser-page-agrees = { $figures ->
        [one] { $figures } figure that is shown is what all papers come to
       *[other] { $figures } figures that are shown are what all papers come to
    }
browser-page-differs = { $figures ->
        [one] { $figures } figure that is shown is not what all papers come to
       *[other] { $figures } figures that are shown are not what all papers come to
    }
browser-page-ahead = they are of size { $page }, and the log that was read has { $size }: look again in a while
browser-page-other-history = they are of another history of the log: at size { $size } it has another root
browser-page-withheld = they could not be had, so none was held against the log
browser-page-unreadable = what is given in their place cannot be read as totals, so none was held against the log
browser-total-differs = contest { $contest }, unit { $unit }, { $item }: shown is { $stated }, and all papers come to { $recomputed }
browser-total-unknown = contest { $contest }, unit { $unit }: figures are shown, and the log has no such contest there
browser-none = nothing
