### What stands over and beside the figures of a result.

## Headings and fixed lines.

label-rehearsal = rehearsal
label-number = No
label-item = Item
label-candidate = Candidate
label-votes = Votes
label-share = Share
label-unit = Unit
label-in-force = In force
label-of = Of
label-checkpoint = { account-step-checkpoint }
label-event = Event
label-fingerprint = Fingerprint
label-time = Time
label-trust = { account-step-trust }
label-try-next = Try next
label-reading-folder = reading the folder
label-inventing = inventing figures
label-deriving-keys = deriving keys
label-recording = recording
label-verifying = verifying
label-not-adding-up = What does not add up
label-every-check-holds = nothing: every check holds
label-error = error
label-warning = warning
label-unusual = unusual
label-refused = refused
label-paper-is-complete = The paper is complete and every check holds.
label-count-again = A signed paper is accepted as it is and carries these findings for ever. Count again before you sign.
label-kit-has-no-sums = A kit has no protocols, so the sums were not compared. Check the draft again where the ledger is, without --kit.
label-count-first = Count again before you sign. A signed paper is accepted as it is and carries the finding for ever.
label-sign-this = Sign this, exactly as shown?
label-sign-all = Sign all of these, exactly as shown?
label-type-yes = Type yes:
label-signed = Signed
label-signed-before = Signed before by this key
label-sealed = sealed
label-witnessed = witnessed
label-already = already
label-this-folder = this folder
label-copy-filed = an observer's copy filed
label-newcomers = signed by members who were enrolled after the version that it replaces
label-complaint-late = filed after its term
label-complaint-open = not decided
label-contest-invalid = more than the law allows: the contest is invalid
label-contest-stands = not more than the law allows
label-cannot-be-read = cannot be read: damaged, or made by a newer version
label-trust-policy = policy: keys from the policy given
label-trust-ledger = self: key taken from the ledger beside it; whose it is, is not proved
label-consistent = CONSISTENT, owner not proved

## Lines that tell of figures, without a full stop.

fact-turnout = Turnout { $share } of the voters on the lists
fact-in-force = Protocols in force: { $protocols } of { $of }
fact-awaited = { $papers } awaited
fact-annulled = { $papers } annulled
fact-failed = { $papers } failed
fact-corrected = { $papers } corrected
fact-late = { $papers } late
fact-missing = { $papers } missing after their deadline
fact-hour = { $hour }  { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    }, { $stations ->
        [one] { $stations } station
       *[other] { $stations } stations
    } of { $of } reporting
fact-bulletin = { $hour }  { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    } by its bulletin
fact-bulletin-of-stations = { $hour }  { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    } by its bulletin, { $stations ->
        [one] { $stations } station
       *[other] { $stations } stations
    } reporting
fact-without-result = Without a valid result: { $units } of { $units-of } precincts, with { $voters } of { $voters-of } voters
fact-replaces = replaces { $event }: { $reason }
fact-replaces-by-decision = replaces { $event } by decision { $decision }: { $reason }
fact-changed = { $item }: { $before }, now { $after }
fact-copy-agreed = agrees with event { $version }, in force when it was filed
fact-copy-differed = differs from event { $version }, in force when it was filed ({ $code })
fact-copy-agrees = agrees with event { $version }, in force
fact-copy-differs = differs from event { $version }, in force ({ $code })
fact-copy-refused = a copy was refused: { $reason }
fact-complaint = complaint against event { $against }: { $subject }
fact-complaint-decided = { $outcome } by event { $event }: { $reason }
fact-cell = { $cell }: { $unit } states { $stated }, its protocols give { $recomputed }
fact-at = At size { $at } of { $of }
fact-findings = { $shown ->
        [one] { $shown } finding
       *[other] { $shown } findings
    } at size { $size }
fact-rules = { $fingerprint } is the checkpoint that rules now
fact-below = below { $parent }
fact-formed-by = formed by event { $event }
fact-commission = Commission of { $members }, of whom { $quorum } must sign
fact-until = until event { $event }
fact-voting = voting { $voting }
fact-turnout-at = turnout at { $hour }: { $voters }
fact-signatures = { $signatures ->
        [one] { $signatures } signature
       *[other] { $signatures } signatures
    }
fact-accepted = { $paper } as event { $sequence } { $event }, receipt { $receipt }
fact-accepted-alone = { $paper } as event { $sequence } { $event }, without a receipt
fact-owed = { $named ->
        [one] The scan of { $paper } is
       *[other] Of the { $named } scans of { $paper } { $owed } are
    } still to be handed in ({ $names }): when they are at hand, beside it or in the folder of --attachments, run the same command without --without-attachments
fact-more = and { $faults } more
fact-next = Next: { $command }
fact-ask-the-ledger = whether the signers were members then, only the ledger tells: { $command }
fact-size-of = size { $size } of { $origin }
fact-within = { $sequence } of { $event }
fact-arrived = { $event }, arrived { $arrival }, { $signatures ->
        [one] 1 signature verifies
       *[other] { $signatures } signatures verify
    }
fact-demands = This election's form demands: { $rule }
fact-seconds = { $name } { $whole }.{ $tenths } s
