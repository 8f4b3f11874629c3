### Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = correct it: the founding act must be consistent in itself
manifest-held-nowhere = the contest { $contest } is held in { $unit }, which is not in units.csv
    .remedy = add the unit, or correct the contest
manifest-tier-incomplete = the tier { $tier } has no members and quorum
    .remedy = add it under [commissions]
manifest-tier-unlisted = there is no such tier
    .remedy = write one of those that tiers lists
manifest-item-unknown = the form has no item { $item }
    .remedy = define it as an [[item]], or correct its name

## What the rules would refuse.

manifest-tiers = there must be 1 to { NUMBER($max, useGrouping: "false") } tiers, each named once
manifest-quorum = tier { $tier }: at least 1 and at most all of its 1 to { NUMBER($max, useGrouping: "false") } members must sign
manifest-contest-twice = contest { $contest } is named twice
manifest-form-size = a form has 1 to { NUMBER($items, useGrouping: "false") } items and at most { NUMBER($checks, useGrouping: "false") } checks
manifest-item = item { $item } is defined twice, or its name is reserved (votes, contest, unit, cand_…)
manifest-check-item = check { $check } names the item { $item }, which the form does not have
manifest-check-code = check { $check } is defined twice, or its code is built in ({ $letters } are)
manifest-check-empty = check { $check } compares an empty sum, or one of more than { NUMBER($items, useGrouping: "false") } terms
manifest-deadline = there is a deadline for { $tier }, which is no tier
manifest-invalidity = invalidity: a share is written as 2/5, with 0 < 2 <= 5
manifest-too-many = at most { NUMBER($items, useGrouping: "false") } contests, deadlines and turnout hours each, the hours ascending
