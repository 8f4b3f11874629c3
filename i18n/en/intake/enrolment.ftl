### Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
### clauses without a full stop.

## Units.

enrolment-tier-unknown = the manifest has no tier { $tier }
    .remedy = write one of its tiers
enrolment-unit-twice = the unit stands on line { NUMBER($line, useGrouping: "false") } already
    .remedy = give each unit its own number
enrolment-top-twice = { $unit } has no parent either
    .remedy = leave one unit at the top
enrolment-no-parent = the unit has no parent, and is not of the first tier
    .remedy = name the unit above it
enrolment-parent-unknown = there is no unit { $unit }
    .remedy = add it, or correct the parent
enrolment-circle = its parents go round in a circle
    .remedy = correct one of them, so that they lead to the top
enrolment-not-below-parent = its tier { $tier } is not below that of its parent
    .remedy = correct the tier or the parent
enrolment-no-top = there is no top unit
    .remedy = list the unit of the first tier, without a parent

## Candidates.

enrolment-number-zero = there is no number 0 on a ballot
    .remedy = numbers begin with 1
enrolment-number-taken = { $contest } has this number already
    .remedy = give each candidate one row
enrolment-no-name = the candidate has no name
    .remedy = add a column such as name_en, and fill it in
enrolment-names-too-many = translations must be at most { $max }, each language once, in ascending order
    .remedy = remove some columns

## Members.

enrolment-member-elsewhere = there is no such unit
    .remedy = correct it, or add it to units.csv
enrolment-seat = seat { $expected } is expected here, and this is seat { $found }
    .remedy = number the seats 1, 2, 3 … without a gap, each once
enrolment-members = the commission has { NUMBER($found, useGrouping: "false") } members here, and { NUMBER($expected, useGrouping: "false") } by the manifest
    .remedy = list every member
enrolment-key-twice = line { NUMBER($line, useGrouping: "false") } has the same key
    .remedy = give each member a key of their own
enrolment-member-key = not an admissible Ed25519 key: it must be a canonical, torsion-free point of full order
    .remedy = ask the member for the public key that keygen printed
enrolment-demonstration-key = this is a demonstration key, which anybody has
    .remedy = let the member make a key with keygen

## Observers.

enrolment-observer-twice = the observer stands here twice
    .remedy = give each observer one row
enrolment-observer-key-missing = the observer has no key
    .remedy = ask the observer for the public key that keygen printed
enrolment-observer-key = { enrolment-member-key }
    .remedy = { enrolment-observer-key-missing.remedy }
