### Enrolment slips that enrol nobody: what is wrong, and what an officer does about it. Both are clauses without a full
### stop. $file is the name of another slip.

## The file.

slip-too-long = the file has { $bytes } bytes, and a slip has at most { $limit }
    .remedy = look whether it is a slip at all; if it is, ask its member for one with a shorter name
slip-not-utf8 = the file is no text in UTF-8
    .remedy = ask its member to send the file itself, not what an editor made of it
slip-header = the file does not begin as an enrolment slip does
    .remedy = take it out of the folder, or ask its member for the file that `protokol keygen --slip` wrote
slip-newer = the slip was made by a newer version of the program, and what it says cannot be told
    .remedy = read it with a newer version, or ask its member for a slip made with this one
slip-comment = the second line is not the one that every slip has
    .remedy = ask its member for the file as it was made
slip-cut-short = the file ends before the line { $line } is whole
    .remedy = ask its member for the whole file
slip-line = the line { $line } is not where it belongs, or its value is not written as it must be
    .remedy = ask its member for the file as it was made, or for a new one: a slip is not mended by hand
slip-surplus = something stands behind the proof
    .remedy = ask its member for the file as it was made
slip-changed = the slip was changed on its way: { $change }
    .remedy = ask its member for the file as it was made

## Who it is of, and whose key.

slip-key = the key is none that could ever sign
    .remedy = ask its member to make a new key and a new slip
slip-no-proof = the proof is not the signature of this key over what the slip says: it was changed, or whoever made it does not have the secret key
    .remedy = do not enrol this key; ask its member, face to face, to make a new slip
slip-other-election = the slip is for the election { $found }, and this one is { $expected }
    .remedy = ask its member to make a slip for this election
slip-unit-unknown = there is no unit { $unit } in units.csv
    .remedy = ask its member for a slip with the right unit, or add the unit to the table
slip-unit-formed = the commission of { $unit } is formed already
    .remedy = if a seat passes to this member, draft member_replaced; else take the slip out of the folder
slip-other-unit = the commission of { $unit } is formed by that of { $parent }, and not from here
    .remedy = hand the slip to the officer of { $parent }
slip-top-unit = { $unit } is the top of the tree, whose commission founds the ledger
    .remedy = take the slip out of the folder
slip-demonstration-key = this is a demonstration key, which anybody can derive
    .remedy = ask its member to make a key of their own
slip-key-of-seat = the key is enrolled already, for seat { $seat } of { $unit }
    .remedy = ask its member to make a new key: a key belongs to one seat, once
slip-key-of-observer = the key is enrolled already, for the observer { $observer }
    .remedy = ask its member to make a new key
slip-key-of-log = the key is the log's own
    .remedy = ask its member to make a new key

## What two slips say.

slip-key-twice = the same key stands in { $file }, which says something else of it
    .remedy = ask both members which key is theirs; whoever shares a key makes a new one
slip-copy = the slip is a copy of { $file }, which counts
    .remedy = take one of the two out of the folder
slip-member-twice = the same member stands in { $file } with another key
    .remedy = ask the member which of the two keys is right, by its fingerprint, and take the other slip out
slip-seat-twice = seat { $seat } is asked for in { $file } too
    .remedy = find out whose seat it is, and ask the other member for a new slip
slip-seat-beyond = the commission has no seat { $found }: its seats are 1 to { $seats }
    .remedy = ask its member for a slip with the right seat, or without one
slip-office-twice = the commission has this office once ({ $office }), and it stands in { $file } too
    .remedy = find out whose office it is, and ask the other member for a new slip
slip-too-many = there are { $found } slips for the { $seats } seats of this commission
    .remedy = take out those who are not its members
slip-tier-unknown = the manifest has no tier { $tier }, which units.csv gives the unit
    .remedy = correct units.csv
