### Cosignatures: why none is given, and what is wrong with one that was.

## Why a checkpoint is not cosigned: a clause without a full stop.

cosigning-request = not a request: { $error }
cosigning-old-above-new = the old size { $old } is above the new one, { $new }
cosigning-unknown-origin = no log { $origin } is watched here
cosigning-not-signed = not signed by the log: { $error }
cosigning-signed-twice = two signatures of one key of the log
cosigning-other-size = this witness cosigned size { $stored }, and the request begins from { $old }
cosigning-surplus = { $hashes } hashes of proof, and here there is nothing to prove
cosigning-fork = size { $size } was cosigned with another root: the log has two histories
cosigning-not-grown = not shown to have grown from size { $size }, which was cosigned: { $error }

## Bytes that are not a request for a cosignature: a clause without a full stop.

request-too-long = { NUMBER($bytes, useGrouping: "false") } bytes, and a request has at most { NUMBER($limit, useGrouping: "false") }
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
