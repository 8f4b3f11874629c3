### Files of a log that are not what they should be: notes, keys, policies, receipts, proofs, evidence.

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = give a ledger's folder or a receipt
verify-not-evidence = { $file } is not evidence against a log: { $error }
    .remedy = get the file again from whoever made it; it is kept as it was written, byte for byte
verify-not-a-proof = { $file } is no proof: { $error }
    .remedy = get the file again from whoever made it; it is kept as it was written, byte for byte

## Bytes that are not a receipt: a clause without a full stop.

receipt-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and a receipt has at most { $limit }
receipt-not-utf8 = not UTF-8
receipt-header = the first line is not `{ $header }`
receipt-no-division = no empty line between the proof and the checkpoint
receipt-extra = the extra line is not base64 of 1 to { $limit } bytes
receipt-index = no index line with a decimal number in its one spelling
receipt-proof-line = proof line { $line } is not base64 of 32 bytes
receipt-proof-too-long = more than { $limit } proof lines
receipt-outside-tree = entry { $index } is not under a checkpoint of { $size }
receipt-checkpoint = the checkpoint: { $error }

## Trust files that cannot be read: clauses without a full stop. The four words that begin a line are the format's own.

policy-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and a trust file has at most { $limit }
policy-control-character = a control character that is neither tab nor newline
policy-unfinished = the line does not end with a newline
policy-keyword = a line begins with log, witness, group, quorum, numbers or #, and not with `{ $word }`
policy-form = the line must read: { $form }
policy-key = the key: { $error }
policy-log-key-kind = a log's key is of type 0x01, and not a witness's of type 0x04
policy-duplicate-log = this log's public key stands above already
policy-duplicate-witness = this witness's public key stands above already
policy-log-and-witness = this is the public key of a log and of a witness, and a log is no witness of itself
policy-name-taken = the name `{ $name }` is taken
policy-name-unknown = no witness or group `{ $name }` is defined above
policy-counted-twice = `{ $name }` is a member of a group already
policy-threshold = the threshold `{ $threshold }` is not any, all, or a number from 1 to { $members }
policy-second-quorum = a second quorum line
policy-no-quorum = the quorum line is missing
policy-second-numbers = a second numbers line
policy-no-recomputers = the numbers of { $name } can never be met: too few of its witnesses have a name that ends in { $ending }

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = a policy is in C2SP tlog-policy form; see keys/README.md

## Signed notes, checkpoints, keys and proofs that are not what they should be: clauses without a full stop.
## Notes, which are texts with signatures below.

note-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and a note has at most { $limit }
note-not-utf8 = not UTF-8
note-control-character = a control character that is not a newline
note-text-unfinished = the text does not end with a newline
note-no-division = no empty line between the text and its signatures
note-signatures-unfinished = the signature lines are missing or the last one does not end with a newline
note-signature-line = signature line { $line } is not an em dash, a name, and base64 of a key id and a signature
note-too-many-signatures = more than { $limit } signatures
note-forged = the signature of { $name } (key { $key }) is not that key's
note-no-known-signature = no signature of a known key
note-not-this-key = not this key's signature over this text
note-not-signature-lines = not 1 to { $limit } signature lines, each with its newline

## Checkpoints.

checkpoint-not-a-note = not a signed note: { $error }
checkpoint-lines = not three lines of origin, size and root
checkpoint-extension = extension lines below the root, which our logs do not have
checkpoint-origin = not an origin: a URL without scheme, of 1 to { $limit } printable ASCII characters, no space or plus
checkpoint-size = the size is not a decimal number in its one spelling
checkpoint-root = the root is not base64 of 32 bytes
checkpoint-empty-root = the size is 0, and the root is not that of the empty tree

## Keys by which logs and witnesses are known.

vkey-parts = a verifier key has three parts between plus signs: name+key id+key
vkey-name = not a key name: it must not be empty nor hold spaces, control characters or a plus sign
vkey-id-form = the key id is not eight lower-case hexadecimal digits
vkey-base64 = the key is not standard base64 of the right length, with its padding and nothing else
vkey-length = the key has { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } with its type byte, and not 33
vkey-kind = keys of type 0x{ $kind } are not supported: only 0x01 and 0x04, which are Ed25519
vkey-id = the key id is { $stated }, and this key's is { $computed }
vkey-not-admissible = not an admissible Ed25519 key: it must be a canonical, torsion-free point of full order

## Proofs from hashes, and the tiles that they are made from.

proof-beyond-tree = size { $asked } is beyond the tree, which has { $size } leaves
proof-outside-tree = leaf { $index } is not in a tree of { $size } leaves
proof-backwards = a tree of { $old ->
        [one] { $old } leaf
       *[other] { $old } leaves
    } does not grow into one of { $new }
proof-length = the proof has { $found ->
        [one] { $found } hash
       *[other] { $found } hashes
    }, and here it must have { $expected }
proof-too-long = the proof has { $found ->
        [one] { $found } hash
       *[other] { $found } hashes
    }, and at most { $limit } are allowed
proof-root = the proof does not lead to the root
proof-old-root = the proof does not lead to the old root

## Files that are no evidence against a log: clauses without a full stop.

evidence-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and such evidence has at most { $limit }
evidence-not-utf8 = { receipt-not-utf8 }
evidence-header = the first lines are not `{ $header }` and its remark
evidence-no-division = no empty line before the signed notes
evidence-keys = the log lines are not 1 to { $limit } verifier keys in ascending order
evidence-lengths = the two lines with lengths do not account for the bytes of the two notes
evidence-root = no root line with base64 of 32 bytes
evidence-proof-line = { receipt-proof-line }
evidence-proof-too-long = { receipt-proof-too-long }
evidence-checkpoint = a checkpoint: { $error }
evidence-snapshot = a snapshot: { $error }
evidence-entry = line { $line } is not base64 of an event
evidence-tree = { rows-proof-tree }

## Files that are no proof of rows, and notes that are no snapshot: clauses without a full stop.

rows-proof-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and a proof of rows has at most { $limit }
rows-proof-not-utf8 = { receipt-not-utf8 }
rows-proof-header = the first lines are not `{ $header }` and its remark
rows-proof-lengths = the lines snapshot and checkpoint do not account for the bytes of the two notes
rows-proof-grown = line { $line } is not base64 of a hash that shows how the log grew, or there are more than { $limit }
rows-proof-claim = line { $line } is not one of what is proved, in order, or there are not 1 to { $limit } of these
rows-proof-event = line { $line } is not an event in order: its sequence, and its bytes in base64
rows-proof-tree = line { $line } is no line of the tree over the rows
rows-proof-hash = a hash is not base64 of 32 bytes
rows-proof-snapshot = the snapshot: { $error }
rows-proof-checkpoint = the checkpoint: { $error }
snapshot-lines = it has not the five lines of a snapshot
snapshot-rows = the root of the rows is not base64 of 32 bytes
