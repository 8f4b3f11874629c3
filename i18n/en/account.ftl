### The account of a verification: which steps there were, how each ended, and what was found.

## The steps.

account-step-trust = Trust
account-step-checkpoint = Checkpoint
account-step-witnesses = Witnesses
account-step-chain = Chain
account-step-clock = Clock
account-step-signatures = Signatures
account-step-rules = Rules
account-step-totals = Totals
account-step-findings = Findings
account-step-rows = Rows
account-step-files = Files
account-step-tiles = Tiles
account-step-attachments = Attachments

## How a step ended.

account-status-ok = ok
account-status-failed = failed
account-status-note = note
account-status-skipped = skipped

## Whose word the checkpoint is taken on.

account-trust-policy = policy
account-trust-expected = expected
account-trust-self-signed = self

## What is told of each step: a clause without a full stop. $policy is the name of a file, or the words of account-the-policy; $place is a place, or the words of account-first.

account-the-policy = the policy
account-by-policy-and-expected = { $policy } · the expected fingerprint is that of size { $size }
account-policy-refuses = { $policy } does not name this log, or a signature that it relies on does not hold
account-nothing-for-policy = { $policy }: there is no checkpoint to hold against it
account-as-expected = the expected fingerprint is that of size { $size }
account-grew-since-expected = the expected fingerprint is that of size { $size }; for what came after, only the key in the ledger itself stands
account-never-as-expected = the ledger never had the checkpoint that you expect
account-expected-not-sought = the expected fingerprint was not looked for
account-own-word-consistent = key taken from the ledger itself: consistent, but whose is not proved
account-own-word = key taken from the ledger itself: whose is not proved
account-signed = size { $size } · signed by { $key }
account-unsealed = unsealed: { $events ->
        [one] { $events } event
       *[other] { $events } events
    } after it
account-torn = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } of an interrupted write after it
account-seal-wrong = the seal does not hold: { $place }
account-no-checkpoint = there is no checkpoint
account-no-policy = no policy was given: a rollback to an older seal could not be noticed
account-no-policy-but-expected = no policy was given: a rollback to a seal after the expected one could not be noticed
account-log-not-trusted = not asked, because the policy does not trust the log
account-no-witnesses = none in the policy: a rollback to an older seal could not be noticed
account-none-asked = none asked for by the policy · cosigned by { $witnesses }
account-nobody-cosigned = fewer than the policy asks for: nobody has cosigned
account-too-few = fewer than the policy asks for · cosigned by { $witnesses }
account-cosigned = as many as the policy asks for · cosigned by { $witnesses }
account-no-events = there are none
account-clock-jumped = { $jumps ->
        [one] jumped once
       *[other] jumped { $jumps } times
    }: event { $event } arrived at { $arrival }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after all that was known before it ({ $code })
account-linked = { $events ->
        [1] 1 event, the first
        [one] { $events } event, each naming the one before it
       *[other] { $events } events, each naming the one before it
    }
account-broken = broken: { $place }
account-signatures-hold = { $signatures } of { $signatures }
account-signatures-wrong = in { $events ->
        [one] { $events } event
       *[other] { $events } events
    } they do not hold: { $place }
account-signatures-unread = in { $events ->
        [one] { $events } event
       *[other] { $events } events
    } they could not be checked, the others hold
account-admissible = every event was admissible when accepted (rules version { $rules })
account-admissible-as-judged = every event that could be judged was admissible when accepted (rules version { $rules })
account-inadmissible = { $events ->
        [one] { $events } event
       *[other] { $events } events
    } should not have been let in: { $place }
account-newer = cannot tell, made by a newer version of the program from here on: { $place }
account-no-founding = there is no founding act to go by
account-recomputed = recomputed from the events
account-recomputed-from-readable = recomputed from the events that could be read
account-recomputed-without = recomputed without { $events ->
        [one] { $events } event
       *[other] { $events } events
    } that cannot count
account-cannot-recompute = cannot be recomputed by this version of the program
account-no-findings = nothing that does not add up, and nothing unusual
account-rows-proved = every number can be proved under the snapshot that the log signed at size { $size }
account-rows-proved-to = every number up to size { $size } can be proved under the snapshot that the log signed then; what came after it has none
account-rows-too-few = the policy asks for more witnesses who computed every number than have cosigned the snapshot
account-no-snapshot = no snapshot: numbers cannot be proved one by one
account-rows-not-asked = the snapshot cannot be held against these events
account-rows-wrong = not what the events give: { $place }
account-errors = { $count ->
        [one] { $count } does not add up
       *[other] { $count } do not add up
    }
account-warnings = { $count } unusual
account-cells = { $count ->
        [one] { $count } summary cell differs from the protocols it names
       *[other] { $count } summary cells differ from the protocols they name
    }
account-counters = { $count ->
        [one] { $count } summary has untrue counters or names other protocols
       *[other] { $count } summaries have untrue counters or name other protocols
    }
account-a-file-differs = one is missing, or says something else than the founding act
account-files-differ = missing, or saying something else than the founding act: { $files }
account-passed-over = passed over, because nothing of this name belongs to the journal: { $files }
account-tiles = { $tiles ->
        [one] { $tiles } tile
       *[other] { $tiles } tiles
    } published, each recomputed from the events
account-tiles-wrong = not to be relied on: { $place }
account-files-lacking = cannot be had as they were published: { $place }
account-attachments-not-asked = { $named ->
        [one] { $named } attachment was
       *[other] { $named } attachments were
    } not asked for: --attachments
account-no-attachments = no event names any
account-attachments = { $there } of { $named }
account-attachments-and-others = { $there } of { $named } · besides { $unnamed ->
        [one] { $unnamed } file that no event names
       *[other] { $unnamed } files that no event names
    }
account-attachments-wrong = { $told }: { $place }
account-attachments-altered = { $count } not what was signed
account-attachments-missing = { $count } missing

## Where something is wrong.

account-places = in { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, { $place }
account-first = the first is { $place }
