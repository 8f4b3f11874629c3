### What a ledger's store could not do. $ledger is its folder.

store-exists = { file-exists }
    .remedy = choose another place with --ledger, or go on with a rehearsal there with --continue
store-no-ledger = there is no ledger in { $place }
    .remedy = name a ledger with --ledger DIR, or make one: { $rehearse }, { $init }
store-locked = { $ledger } is held by process { $process } ({ $doing })
    .remedy = wait until it has ended, or end that process; readers are not kept out
store-damaged = { $ledger } is damaged: { $fault }
    .remedy = run { $verify } for every fault, and { $compare } with what was published; do not write to it: restore it from a copy
store-cannot-be-told = { $ledger } cannot be told right from wrong: { $fault }
store-ahead = { $witness } has cosigned size { $holds } of this log, and here it has { $ours }
    .remedy = sign nothing more with this log's key, and keep this folder: either an older state was brought back, or a copy of the key is in use. Compare it with what was published: { $compare }. Only if you know that the witness is wrong, take it out of the policy
store-other-history = { $witness } has cosigned another history of this log: this one does not grow from size { $from }
    .remedy = { store-ahead.remedy }
store-not-witnessed = too few witnesses have answered, and before they do the log signs nothing
    .remedy = nothing was handed in: see what is told of each witness above, and run the same command again
store-restored = { $ledger }: { $what }
store-not-the-log-key = this is not the key of the ledger's log
    .remedy = give the key whose public half stands in log.vkey
store-not-found = event { $sequence } is found neither in the embedded store nor in the journal
    .remedy = { store-run-again.remedy }
store-run-again = an earlier write failed; the ledger must be opened again
    .remedy = run the same command again: the ledger is read from its disk and nothing acknowledged is lost
store-seal = the checkpoint cannot be sealed
    .remedy = { store-run-again.remedy }
store-index-held = another process has the embedded store open
    .remedy = { store-run-again.remedy }
store-index = the embedded store: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = the ledger is damaged and can only be read

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-missing = event { $sequence } is not there
index-envelope = an envelope is not what it was
index-protocol = the protocol of event { $sequence } is not what was signed
index-root = the events do not give the root of the checkpoint
