### What an event says, on one line: unit, contest, and the key facts.

## One line an event. $because is a reason in brackets after a space, or nothing; $decided the words of event-decided after what stands before them, or nothing.

event-election-called = { $unit }: { $title }, { $day }, { $contests ->
        [one] { $contests } contest
       *[other] { $contests } contests
    }
event-rehearsal-called = { $unit }: { $title }, { $day }, { $contests ->
        [one] { $contests } contest
       *[other] { $contests } contests
    }, a rehearsal
event-contest-called = { $contest }: contest for { $place }, { $day }
event-whole-election = the whole election
event-log-key-rotated = the log's key changes{ $because }
event-commission-formed = { $unit }: { $tier } commission, { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, { $quorum } must sign
event-commission-formed-under = { $unit }: { $tier } commission under { $parent }, { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, { $quorum } must sign
event-member-replaced = { $unit }: seat { $seat } passes to { $name }, { $office }{ $because }
event-key-revoked = { $unit }: the key of seat { $seat } no longer counts{ $because }
event-nomination-approved = { $contest }: nomination of { $name } approved
event-nomination-approved-by = { $contest }: nomination of { $name } by { $by } approved
event-candidate-registered = { $contest }: candidate { $number }, { $name }
event-candidate-registered-by = { $contest }: candidate { $number }, { $name }, nominated by { $by }
event-candidate-withdrawn = { $contest }: candidate { $number } is off the ballot{ $because }
event-observer-accredited = { $scope }: { $observer } accredited, { $role } of { $organisation }
event-accreditation-withdrawn = { $observer }: accreditation withdrawn{ $because }
event-opening-sealed = { $paper }: { $figures ->
        [one] { $figures } figure
       *[other] { $figures } figures
    } sealed before the boxes are opened
event-turnout-reported = { $paper }: { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    } at { $hour }
event-protocol-submitted = { $paper }: { $facts }
event-protocol-corrected = { $paper }: correction, { $facts }{ $because }
event-protocol-annulled = { $paper }: protocol annulled{ $decided }{ $because }
event-voting-failed = { $paper }: the voting failed{ $decided }{ $because }
event-repeat-voting-called = { $paper }: voting again on { $day }{ $because }
event-summary-submitted = { $unit }, { $contest }: summary of { $used ->
        [one] { $used } protocol
       *[other] { $used } protocols
    } from { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }, { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }{ $left-out }
event-summary-corrected = { $unit }, { $contest }: corrected summary of { $used ->
        [one] { $used } protocol
       *[other] { $used } protocols
    } from { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }, { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }{ $left-out }{ $because }
event-copy-handed = { $paper }: observer's copy, { $figures }
event-copy-refused = { $paper }: an observer was refused a copy{ $because }
event-complaint-filed = complaint against event { $event }: { $subject }
event-complaint-decided = complaint { $complaint }: { $outcome }{ $decided }{ $because }
event-result-certified = { $contest }: result certified{ $decided }, { $elected }
event-result-certified-by = { $contest }: result certified by { $by }{ $decided }, { $elected }
event-ledger-closed = the ledger is closed{ $decided }

## What lines are put together from.

event-decided = {""} by decision { $reference }
event-facts-protocol = protocol, { $figures }
event-facts-dissents = { $members ->
        [one] { $members } member dissents
       *[other] { $members } members dissent
    }
event-facts-attachments = { $attachments ->
        [one] { $attachments } attachment
       *[other] { $attachments } attachments
    }
event-figures-voters = { $voters ->
        [one] { $voters } voter
       *[other] { $voters } voters
    }
event-figures-votes = { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    } for { $candidates ->
        [one] { $candidates } candidate
       *[other] { $candidates } candidates
    }
event-figures-invalid = { $invalid } invalid
event-left-out = , leaving out { $units }
event-nobody-elected = nobody elected
event-one-elected = candidate { $candidate } elected
event-some-elected = candidates { $candidates } elected

## A certified result in a tally, and what an act ends for ever, told before it is signed.

event-certified = Certified by { $by }{ $decided }: { $elected }
event-elected = elected { $candidates }
event-ends-contest = For ever: after this no paper, summary or candidate of { $contest } can change, and its result is not certified again.
event-ends-ledger = For ever: after this nothing at all can be added to the ledger.

## The page of a statement, which is read before it is signed: what stands before a value, without a full stop.

page-paper = Paper
page-reason = Reason
page-decision = Decision
page-contest = Contest
page-title = Title
page-held-in = Held in
page-whole-election = { event-whole-election }
page-polling-day = { heading-polling-day }
page-unit = { label-unit }
page-tier = Tier
page-above = { heading-above }
page-name = Name
page-clock = Clock
page-quorum = Must sign
page-members = { $quorum } of { $members ->
        [one] { $members } member
       *[other] { $members } members
    }
page-seat = Seat { $seat }
page-by = nominated by { $by }
page-key = Key
page-log-key-before = Log's key until now
page-log-key = Log's key
page-number = Number on the ballot
page-candidate = { label-candidate }
page-nominated-by = Nominated by
page-observer = Observer
page-organisation = Organisation
page-role = Role
page-scope = Accredited in
page-hour = Hour
page-voters = Voters by then
page-stations = Stations that reported
page-serial = { heading-form-serial }
page-completed = { heading-completed }
page-dissent = Dissenting opinion of seat { $seat }
page-attachment = Attachment
page-replaces = Replaces event
page-annuls = Annuls event
page-repeat-day = Voting again on
page-made-at = { heading-made-at }
page-units = { heading-units }
page-received = { heading-received }
page-basis = { heading-basis }
page-failed = { heading-failed }
page-annulled = { heading-annulled }
page-left-out = { heading-left-out }
page-root = Root over its protocols
page-against = Against event
page-subject = Subject
page-complaint = Complaint
page-outcome = Outcome
page-body = Certified by
page-elected = Elected
page-nobody = { heading-nobody }

## The page of a founding act. $units and $voters are shares, as 2/5.

page-election = Election
page-authority = Held by
page-law = Legal basis
page-rehearsal = Rehearsal
page-no-rehearsal = no, this is an election
page-is-rehearsal = yes: demonstration keys count, and it is no election
page-log = Log
page-rules = Rules version
page-continues = Continues
page-predecessor = { $log } from size { $size }, root { $root }
page-tier-of = Tier { $tier }
page-declared = { $quorum } of { $members ->
        [one] { $members } member
       *[other] { $members } members
    } must sign, { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }
page-deadline = Papers of { $tier }
page-hours = { $hours ->
        [one] within { $hours } hour
       *[other] within { $hours } hours
    }
page-item = Item { $item }
page-optional = may be missing
page-before-opening = before the boxes are opened
page-role-electorate = the voters on the lists
page-role-turnout = the voters who came
page-role-valid = the valid votes
page-role-invalid = the invalid papers
page-check = Check { $code }
page-turnout = Turnout is signed by
page-any-member = any member
page-chair-or-secretary = the chair or a secretary
page-by-quorum = the quorum
page-turnout-hours = Turnout is due at
page-published = Figures are told from
page-invalid-from = A contest is invalid
page-invalidity = where more than { $units } of the precincts with more than { $voters } of the voters have no valid result
page-complaints = Complaints
