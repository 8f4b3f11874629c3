### Signed notes, checkpoints, keys and proofs that are not what they should be: clauses without a full stop.

## Notes, which are texts with signatures below.

note-too-long = { NUMBER($bytes, useGrouping: "false") } bytes, and a note has at most { NUMBER($limit, useGrouping: "false") }
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
vkey-length = the key has { NUMBER($bytes, useGrouping: "false") } bytes with its type byte, and not 33
vkey-kind = keys of type 0x{ $kind } are not supported: only 0x01 and 0x04, which are Ed25519
vkey-id = the key id is { $stated }, and this key's is { $computed }
vkey-not-admissible = not an admissible Ed25519 key: it must be a canonical, torsion-free point of full order

## Proofs from hashes, and the tiles that they are made from.

proof-beyond-tree = size { $asked } is beyond the tree, which has { $size } leaves
proof-outside-tree = leaf { $index } is not in a tree of { $size } leaves
proof-backwards = a tree of { $old } leaves does not grow into one of { $new }
proof-length = the proof has { $found } hashes, and here it must have { $expected }
proof-too-long = the proof has { $found } hashes, and at most { $limit } are allowed
proof-root = the proof does not lead to the root
proof-old-root = the proof does not lead to the old root
tile-missing = { $tile } is missing
tile-malformed = { $tile }: { $error }
tile-length = { NUMBER($found, useGrouping: "false") } bytes, and { $width } hashes have { NUMBER($expected, useGrouping: "false") }
tile-bundle = not { $width } entries, each after its length
