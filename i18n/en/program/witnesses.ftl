### Witnesses: what keeps one from cosigning, and what is wrong with a cosignature. "Cosigned" is what a witness does.

witness-watches = a witness must know whom it watches
    .remedy = give --policy FILE with a line `log <vkey>` for each log that is watched
witness-name = { $name } is no witness's name
    .remedy = give a URL without its scheme, such as witness.example/w1: no space and no plus
witness-says-recomputed = a name that ends in { $ending } says that an election was recomputed
    .remedy = recompute it with --election, or give another name and another key
witness-does-not-say-recomputed = who recomputes an election has a name that ends in { $ending }
    .remedy = give it such a name, and a key that signs nothing else
witness-nothing-to-watch = the policy names no log
    .remedy = { witness-watches.remedy }
witness-log-key = this is the key of a log that is to be watched
    .remedy = give the witness a key of its own: { $keygen }
witness-no-checkpoint = there is no checkpoint at { $place }
    .remedy = give the URL or the folder under which `checkpoint` is
witness-not-a-checkpoint = the checkpoint at { $place } cannot be read: { $error }
    .remedy = check the address: this is no log of this program's kind
witness-not-verified = { $place } does not verify: { $fault }
    .remedy = run { $verify } on it for every fault; nothing was cosigned
witness-not-signed = the checkpoint of { $origin } at size { $size } is not signed by the log
    .remedy = check that the policy names this log's key, and that it came from somebody you trust
witness-shrunk = { $origin } shows size { $size }, and this witness has cosigned size { $before }: a log does not shrink; { $kept }
    .remedy = look again in a while: a cache may be behind. If it stays so, make it known: an older state was brought back
witness-unproved = growth from size { $before } to { $size } cannot be checked: { $flaw }
    .remedy = look again in a while, or get the log's files from another place

## A checkpoint that is not cosigned. $refusal is one of the refusals below, and what became of the evidence.

witness-refused-unproved = { $origin } at size { $size } is not cosigned: { $refusal }
    .remedy = get the log's files from another place and run it again. If they say the same, the log has two histories: make the kept request known
witness-refused-contradiction = { witness-refused-unproved }
    .remedy = make it known: who compares the two checkpoints needs nothing else
witness-refused = { witness-refused-unproved }
    .remedy = { witness-not-signed.remedy }
witness-refusal-kept = { $refusal }; { $kept }

## What became of evidence: a clause without a full stop.

evidence-kept = the request is kept in { $file } of the state
evidence-known = the same checkpoint was kept before, in { $file } of the state
evidence-full = it is not kept: there is no room for more evidence of this log
evidence-lost = it could not be kept: { $error }

## The state of a witness.

state-other-witness = { $file } is of the witness { $found }, and the key and name are { $given }
    .remedy = give the key and the name that the state was made with, or another --state
state-failed = an earlier write failed; the state must be read again
    .remedy = see that the disk is sound, and start it again
state-damaged = { $file }: { $flaw }
    .remedy = put back the newest copy of the state and of the mark beside the key, both of one moment. If they are lost, make a new key and a new name, and tell the logs: with this key an older tree could be cosigned again
state-older = the state knows less than { $mark }: it is an older copy, or another folder than the last time
    .remedy = { state-damaged.remedy }
state-newer = the state knows more than { $mark }: it was used without this mark, or the mark is an older copy
    .remedy = { state-damaged.remedy }
state-unmarked = the state was used, and { $mark } is missing
    .remedy = { state-damaged.remedy }

## What is wrong with a file of a witness's state: a clause without a full stop.

state-flaw-mark = not a witness's mark
state-flaw-keys = the log signs with too many keys
state-flaw-missing = missing, and the state was used
state-flaw-form = not the number of a cosignature above a checkpoint
state-flaw-not-this-witness = the cosignature is not this witness's
state-flaw-twice = two files claim to be one log's, or one cosignature
