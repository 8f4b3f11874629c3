### What an operation could not do, and what to do about it.

## What a ledger's store could not do. $ledger is its folder.

store-exists = { file-exists }
    .remedy = choose another place with --ledger, or go on with a rehearsal there with --continue
store-no-ledger = there is no ledger in { $place }
    .remedy = name a ledger with --ledger DIR, or make one: { $rehearse }, { $init }
store-locked = { $ledger } is held by process { $process } ({ $doing })
    .remedy = wait until it has ended, or end that process; readers are not kept out
store-lock-removed = { $ledger } is held by another process, which nothing names any more: the file `lock` was removed while it wrote
    .remedy = wait until that process has ended, or end it yourself; deleting files does not free the ledger, and is never needed
store-not-as-left = { $file } in { $ledger } is not as this program left it: somebody else wrote there. Nothing of this turn is acknowledged
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
store-replica-taken = the replica { $place } has another writer's bytes under { $name }: another machine has gone on, and this one signs nothing more. Nothing of this turn is acknowledged
store-replica-silent = the replica { $place } gives no clear answer about { $name }: { $why }. Nothing of this turn is acknowledged
store-replica-refused = the replica { $place } refuses { $name }: { $why }. Nothing was signed
    .remedy = see that the bucket or folder is there, and that what opens it is right and may create and get, and on Amazon and Google list too (docs/replica.md); then run the same command again
store-replica-unfit = the replica { $place } let two have one name, or did not keep what it took, when it was tried
store-replica-other = the replica { $place } has another log, or another history of this one: { $name }
store-replica-lost = the replica { $place } lacks { $name }, which it once had
store-replica-not-this = { $ledger } is written with the replica { $noted }, and not with { $given }
store-replica-unnamed = { $ledger } is written with the replica { $noted }, which was not asked
address-not-there = { $place } cannot be opened: { $why }
address-no-engine = this program knows no store of the kind of { $place }
address-not-plain = the address of a store, { $scheme }://BUCKET/PREFIX, has no user, password or query: what opens the store is given in the environment
address-built-without = { $place } is an object store, and this program was built without those: build it with --features replica
mirror-silent = the mirror { $place } gives no clear answer about { $name }: { $why }
mirror-refused = the mirror { $place } refuses { $name }: { $why }
    .remedy = see that the bucket or folder is there and has room, and that what opens it is right and may create, write over and get, and on Amazon and Google list too (docs/mirror.md); then run the same command again
mirror-no-mirror = { $name } stands in { $place }, where nothing says which log this is a mirror of: another site is not written over
    .remedy = name an empty place for the mirror, or take away what stands there if nobody needs it
mirror-garbled = { $name } in the mirror { $place } is not what this log signed
    .remedy = somebody or something changed it: look who may write there. Take this one file away, and run the same command again: it is put anew
mirror-other-key = the mirror { $place } has { $there } events of this log under another key than the log had at { $here }, as far as it was read here: nothing was put
    .remedy = if the key of the log was changed, read the log where it is newest (--from). If it was not, somebody wrote this: take log/checkpoint away there, and run the same command again
mirror-other = { $name } stands in the mirror { $place } with other bytes, and is never changed: the mirror was damaged or changed, is of another log, or was made by another version of the program
    .remedy = make the same in a folder of your own and compare; if the mirror's is not what it should be, take it away there, and run the same command again
store-replica-needed = { $ledger } notes no replica, and none is named: whoever stands by follows one
store-stands-by = this machine stands by: another one writes, and this one follows it and answers readers
    .remedy = hand in at the machine that writes, or ask again in some seconds: one that took over takes the same submission
takeover-nobody = nobody stands by with this ledger
    .remedy = start the service: `protokol serve` writes at once, with --standby it follows the machine that writes
takeover-held = this ledger is held by another command at this moment: { $doing }
    .remedy = wait until it has ended, and run the same command again
takeover-not-done = whoever stands by here did not take over, and stands by as before
    .remedy = what it told says why: in the log of the service, or where it was started. Run the same command again once that is put right
store-index-held = another process has the embedded store open
    .remedy = { store-run-again.remedy }
store-index = the embedded store: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = the ledger is damaged and can only be read

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-no-thread = the system grants no thread
index-missing = event { $sequence } is not there
index-envelope = an envelope is not what it was
index-protocol = the protocol of event { $sequence } is not what was signed
index-root = the events do not give the root of the checkpoint

## What an operation of the program could not do, where no other subject has it.

## Files that are handed in, and places that are named.

service-witnessed = { $file }: { $error }
    .remedy = move the file away and run it again: the witnesses say themselves what they cosigned; that one of them was rolled back is then not noticed
service-witnessed-line = line { $line } is not a size and a witness's key, once each and in order, above a checkpoint
service-too-large = { $file } is too large for a paper
    .remedy = check the name
service-not-text = { $file } is not UTF-8 text
    .remedy = check the name; if it is the right file, save it as UTF-8
service-log-vkey = { $file }: { $error }
    .remedy = restore the file: its key stands in the founding act
service-other-log = { $place } holds another log, or another state of this one
    .remedy = compare them with { $compare }, and choose another place; nothing was written
service-clock-behind = this machine's clock says { $clock }, and the last event of the ledger arrived later, at { $last }: nothing was sealed
    .remedy = set this machine's clock right and run the same command again. If it is right as it is, add --clock-is-right: a jump is then told by whoever verifies
service-clock-ahead = this machine's clock says { $clock }, more than 92 days after { $after }, the last arrival or the end of the last polling day: nothing was sealed
    .remedy = set this machine's clock right and run the same command again. If it is right as it is, add --clock-is-right: a jump is then told by whoever verifies
service-clock-apart = this machine's clock says { $clock }, and its witnesses cosigned a moment ago at { $cosigned }: nothing was sealed
    .remedy = set this machine's clock right and run the same command again. If it is right as it is, add --clock-is-right: a jump is then told by whoever verifies
service-clock-founding = this machine's clock says { $clock }, and the polling day is { $day }: no election is founded so far from it
    .remedy = set this machine's clock right and run the same command again. If it is right as it is, add --clock-is-right: a jump is then told by whoever verifies
service-not-a-seal = { $file } is no seal
    .remedy = give the file `seal` of the lost ledger, or leave --seal away: the log then signs nothing more
service-receipt-not-kept = it is in the ledger as event { $sequence }, and its receipt is not written: { $why }
    .remedy = make room, or name another place with --receipt, and run the same command again: nothing is handed in twice, and the receipt is written; or fetch it with `protokol export --receipt { $sequence } --out FILE`
service-defect = a part of this service met a defect of the program's own and ended
    .remedy = report it where you have the program from, with the line that names the place. Then start the service again: nothing that was acknowledged is lost

## Founding.

service-not-a-founding-act = this is not a founding act
    .remedy = make one with { $draft-founding }
service-demonstration-log-key = this is the log's demonstration key, which anybody has
    .remedy = make a key with { $keygen }, and draft the founding act with its public half
service-file-not-a-founding-act = { $file } is not a founding act
    .remedy = { service-not-a-founding-act.remedy }
service-file-demonstration-log-key = { $file } is the log's demonstration key, which anybody has
    .remedy = { service-demonstration-log-key.remedy }

## Kits, with which a commission works without a ledger.

kit-not-a-kit = not a kit, or one that is cut off or damaged
    .remedy = ask for a new kit: { $export-kit }
kit-fault = { $fault }
    .remedy = { kit-not-a-kit.remedy }
kit-not-taken = { $fault }
    .remedy = ask for a kit of the log that the policy names, with the cosignatures that it asks for
kit-not-signed = its checkpoint is not signed by its log
    .remedy = { kit-not-a-kit.remedy }
kit-no-founding-act = there is no founding act in it
    .remedy = { kit-not-a-kit.remedy }

## Drafts that are filled in from the ledger.

draft-no-members = the top unit has no members
    .remedy = add the members of the top unit to members.csv
draft-long-name = the log's name is too long
    .remedy = shorten `origin` in manifest.toml
draft-not-a-name = { $name } cannot name a log
    .remedy = correct `origin`
draft-not-a-key = { $key } is no public key
    .remedy = give the 64 hex digits that keygen printed
draft-no-checkpoint = { $log } has no checkpoint that can be read
    .remedy = verify it first
draft-same-name = the log that is continued is called { $name } already
    .remedy = give the new log another `origin` in manifest.toml
draft-no-unit = there is no unit { $unit }
    .remedy = check the number, or ask for a kit that has it
draft-no-contest = there is no contest { $contest }
    .remedy = name one with --contest: { $contests }
draft-several-contests = there are several contests
    .remedy = name one with --contest: { $contests }
draft-summary-from-kit = a summary is drafted from the ledger
    .remedy = leave --kit out, and name the ledger with --ledger DIR: a kit has no protocols to sum
draft-no-summary = { $unit } has no summary in { $contest }
    .remedy = name a unit above the lowest tier
draft-nothing-to-correct = { $unit } has no summary in { $contest } to correct
    .remedy = make the first one: { $draft-summary }

## Numbers that are not proved.

proof-no-snapshot = the log has signed nothing about its numbers at size { $size }
    .remedy = any verb that writes signs a snapshot with its next event; numbers without a proof are shown without --proof
proof-other-sizes = the log has signed nothing about its numbers at size { $size }
    .remedy = name with --at a size that there is a snapshot of: the nearest are { $near }
proof-false = the log has signed other numbers at size { $size } than its events come to
    .remedy = keep a copy of everything, and let { $verify } tell more
proof-too-much = more is asked for than the { $limit } lines of one proof
    .remedy = ask for one contest, or for the units of one part
proof-evidence-option = --evidence FILE writes what convicts the log, in one file that anybody can verify

## Look-ups. $units shows the units that there are.

query-empty = the ledger is empty
    .remedy = found it first
query-no-unit = there is no unit { $unit }
    .remedy = see { $units }, or form the commission first
query-nothing-of-this-name = { $name } is no unit, event or fingerprint of this ledger
    .remedy = see { $units }, or the events with { $log }
query-no-contest = there is no contest { $contest }
    .remedy = the contests are: { $contests }
query-no-tier = there is no tier { $tier }
    .remedy = the tiers are: { $tiers }
query-no-paper = { $event } is no protocol that could be printed
    .remedy = name a unit, or the event of a protocol or a summary; see { $log }
query-no-event = there is no event { $event }
    .remedy = see { $log }
query-no-size = there is no size { $wanted } yet
    .remedy = the ledger has { $size ->
            [one] { $size } event
           *[other] { $size } events
        }

## Rehearsals.

rehearsal-no-founding-act = the founding act cannot be made from this folder
    .remedy = check manifest.toml
rehearsal-other-folder = this ledger was not rehearsed from this folder
    .remedy = give the folder it began with, or choose another place with --ledger DIR
rehearsal-too-long = a statement is longer than an entry
    .remedy = shorten its texts

## Receipts that cannot be made, read or checked.

receipt-no-key = a receipt or proof does not say whose key to trust
    .remedy = give --policy FILE, or the ledger that it is from with --ledger DIR
receipt-other-ledger = the file is of the log { $theirs }, and { $ledger } is of { $ours }
    .remedy = { receipt-no-key.remedy }
receipt-no-event = there is no event { $sequence }
    .remedy = the log has { $size ->
            [one] { $size } event
           *[other] { $size } events
        }
receipt-broken = { $error }
    .remedy = run { $verify } on it, and get the receipt from another copy
receipt-other-log = { $file } is of the log { $theirs }, and this is { $ours }
    .remedy = name the log that the receipt is of
receipt-two-histories = what { $file } proves of event { $sequence } is not in the history of this log: the log has two histories
    .remedy = keep the receipt, and compare this log with another copy: { $compare }; nothing was written
receipt-not-grown = { $file } is under size { $size } of this log, and the ledger here, of size { $ours }, did not grow from that: the log has two histories, or an older state was brought back. The new receipt is in { $kept }
    .remedy = keep both receipts, and sign nothing more with this log's key until it is known why: { $compare } says what differs

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = no checkpoint that can be read
broken-not-proved = its tiles do not prove the event

## Two states of a log that are not compared.

comparison-not-a-state = { $file } is neither a published log, a receipt, a proof, a snapshot nor a checkpoint: { $error }
    .remedy = give a ledger, a published folder, its tar or URL, a receipt, or a signed checkpoint
comparison-broken = { $place }: { $fault }
    .remedy = run { $verify } on it for every fault, and compare a copy from elsewhere
comparison-no-key = two checkpoints do not say whose key to trust
    .remedy = give --policy FILE, or a whole log (ledger, published folder, tar or URL) as one of the two
comparison-not-the-logs = { $place }: the checkpoint of size { $size } is not signed by the log's key
    .remedy = do not go by it: get the checkpoint from the log itself or from a witness; if the log's key has changed, name a whole log or give --policy
comparison-not-trusted = { $place }: the checkpoint of size { $size } is not signed by a log of the policy
    .remedy = { comparison-not-the-logs.remedy }
comparison-no-entries = it cannot be told: { $place } is a checkpoint of size { $size } alone, and says nothing of smaller sizes
    .remedy = bring the log's entries up to size { $size }: its published folder, tar, URL or ledger
comparison-snapshot-alone = it cannot be told: { $place } is a snapshot of size { $size } alone, and says nothing of other sizes
    .remedy = bring a snapshot or a proof of the same size on both sides, or the log itself

## Logs that somebody points at and that cannot be read: folders, tars and servers.

source-ledger = { $error }
    .remedy = run { $verify } on the ledger
source-neither-log-nor-receipt = { $file } is neither a published log nor a receipt
    .remedy = give a ledger, a published folder, its tar or URL, or a receipt
source-not-a-tar = { $file } cannot be read as a tar: { $error }
    .remedy = get it from another place, or ask for the folder
source-no-log = { $place } is no published log
    .remedy = check the address: a published log has `checkpoint`, `log.vkey` and `tile/` directly in it
source-not-verified = { $place } does not verify, so nothing that it says is shown: { $fault }
    .remedy = run `{ $command }` for every fault

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } is not an http or https URL
    .remedy = give the URL under which `checkpoint` is served
http-unreachable = { $url } cannot be reached: { $why }
    .remedy = check the address and the network, and run it again
answer-refused = nobody answers there
answer-broken-off = the connection broke off
answer-too-slow = there was no answer in time
answer-no-host = no machine is found under this name
answer-no-way = there is no way there
answer-no-thread = the system grants no thread to ask with
http-status = { $url } answers with status { $status }
    .remedy = { http-unreachable.remedy }
http-not-the-file = { $url } gives something else than the file that was asked for, such as a page for people
    .remedy = check the address: the files of the log must be under it. If they are, ask whoever serves it, or take the log from another place
http-too-long = { $url } answers with more than { $limit } bytes
    .remedy = { http-unreachable.remedy }

## A policy's file. $fault is one of the above.

policy-witness-address = { $address } is no address of a witness
    .remedy = write the address as http://… or https://…, under which the witness takes add-checkpoint

## Proofs from hashes, and the tiles that they are made from.

tile-missing = { $tile } is missing
tile-malformed = { $tile }: { $error }
tile-length = { $found } bytes, and { $width } hashes have { $expected }
tile-bundle = not { $width ->
        [one] { $width } entry
       *[other] { $width } entries
    }, each after its length

## Witnesses: what keeps one from cosigning, and what is wrong with a cosignature. "Cosigned" is what a witness does.

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

## Cosignatures: why none is given, and what is wrong with one that was.

## Why a checkpoint is not cosigned: a clause without a full stop.

cosigning-request = not a request: { $error }
cosigning-old-above-new = the old size { $old } is above the new one, { $new }
cosigning-unknown-origin = no log { $origin } is watched here
cosigning-not-signed = not signed by the log: { $error }
cosigning-signed-twice = two signatures of one key of the log
cosigning-other-size = this witness cosigned size { $stored }, and the request begins from { $old }
cosigning-surplus = { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    } of proof, and here there is nothing to prove
cosigning-fork = size { $size } was cosigned with another root: the log has two histories
cosigning-not-grown = not shown to have grown from size { $size }, which was cosigned: { $error }

## Bytes that are not a request for a cosignature: a clause without a full stop.

request-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and a request has at most { $limit }
request-no-division = no empty line before the checkpoint
request-old = the first line is not `old` and a size in its one spelling
request-hash = line { $line } of the proof is not base64 of 32 bytes
request-too-many-hashes = more than { $limit } lines of proof
request-checkpoint = the checkpoint: { $error }

## Cosignatures that were handed in and do not count. $file is where they stand.

cosignature-malformed = { $file }: { $error }
    .remedy = give the file that { $witness } wrote
cosignature-refused = { $file }: { $error }
    .remedy = let the witness look at the newest checkpoint: its cosignature is of another one, or false
cosignature-of-nobody = { $file }: no line is of a witness of the policy
    .remedy = check the policy
cosignature-other-key = the line is of { $found }, and not of this key of { $expected }

## How a witness that was asked does not keep to the protocol: a clause without a full stop.

misbehaved-no-size = it answers 409 without telling the size that it holds
misbehaved-unsteady = it says that it holds size { $size }, and does not begin from there
misbehaved-not-lines = it answers 200 with something else than signature lines
misbehaved-not-its-key = it answers 200 without a cosignature of its own key
misbehaved-cosignature = its cosignature is false: { $error }
misbehaved-no-proof = there is no proof from size { $size }, which it says it holds

## What the program does not survive.

defect-no-thread = the system grants the program no thread
    .remedy = raise the limit of processes (ulimit -u, or that of the container or service) or end other programs, and run the same command again
defect-no-memory = the system lets the program address { $granted } MiB, and it needs { $needed }: nothing was done
    .remedy = raise the limit, as by `ulimit -v { $limit }`, and run the same command again; a large ledger needs more
defect-met = the program met a defect of its own at { $place }, version { $version }; what was asked is not answered
    .remedy = report this line where you have the program from, with the command that you typed; if somebody could use it against others, as SECURITY.md says. Nothing that was acknowledged is lost: { $verify } tells how the ledger stands
