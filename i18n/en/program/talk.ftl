### What happens on the way, as a person at a terminal hears it.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Recovered: { NUMBER($events, useGrouping: "false") } events that had not been sealed are sealed now.
talk-torn = Recovered: a write that did not end, in { $file } from byte { $offset }, was set aside in aside/. It was never acknowledged.
talk-slot-rewritten = Recovered: a damaged slot of the seal was set aside in aside/ and written again.
talk-published-quarantined = Recovered: what stood in published/checkpoint was no checkpoint. It was set aside in aside/, and published again.
talk-rebuilt = The embedded store was rebuilt from the journal.
talk-without-store = There is no embedded store ({ $reason }); the journal is read instead. Nothing is lost.

## What is worth telling and changes nothing.

talk-not-published = Not published: { $why }. Nothing is lost; the next command that writes makes up for it, once that is put right.
talk-policy-kept = The policy is kept in { $place }: later commands ask these witnesses.
talk-witness = Witness { $witness }: { $silence }.
talk-not-remembered = What the witnesses cosigned could not be kept: { $error }
talk-quorum-thin = The quorum is thin: { $heard } of { $all } cosigned, and without { $without } it is not met.

## Why a witness's cosignature is not there: a clause without a full stop.

silence-late = did not answer in time; the next command asks again
silence-rolled-back = says it holds size { $holds }, and has cosigned { $cosigned }: it was rolled back
silence-not-registered = does not watch this log: ask its keeper to register it

## What takes its time, beside a bar that shows how far it is: a word or two.

work-reading = reading
work-opening = opening
work-verifying = verifying
work-comparing = comparing
work-publishing = publishing
work-to-go = to go

## The phases of a rehearsal, in the same place.

phase-commissions = commissions
phase-candidates = candidates
phase-observers = observers
phase-turnout = turnout
phase-openings = opening items
phase-protocols = protocols
phase-copies = copies
phase-corrections = corrections
phase-decisions = decisions
phase-summaries = summaries
