### What an operation of the program could not do, where no other subject has it.

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
service-not-a-seal = { $file } is no seal
    .remedy = give the file `seal` of the lost ledger, or leave --seal away: the log then signs nothing more

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

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = give a ledger's folder or a receipt
verify-not-evidence = { $file } is not evidence of a fork: { $error }
    .remedy = get the file again from whoever made it; it is kept as it was written, byte for byte

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
    .remedy = the ledger has { NUMBER($size, useGrouping: "false") } events

## Rehearsals.

rehearsal-no-founding-act = the founding act cannot be made from this folder
    .remedy = check manifest.toml
rehearsal-other-folder = this ledger was not rehearsed from this folder
    .remedy = give the folder it began with, or choose another place with --ledger DIR
rehearsal-too-long = a statement is longer than an entry
    .remedy = shorten its texts
