### What kinds of thing are called.


## What happened: kinds of event.

kind-election-called = election called
kind-contest-called = contest called
kind-log-key-rotated = log key changed
kind-commission-formed = commission formed
kind-member-replaced = member replaced
kind-key-revoked = member's key revoked
kind-nomination-approved = nomination approved
kind-candidate-registered = candidate registered
kind-candidate-withdrawn = candidate withdrawn
kind-observer-accredited = observer accredited
kind-accreditation-withdrawn = accreditation withdrawn
kind-opening-sealed = opening figures sealed
kind-turnout-reported = turnout reported
kind-protocol-submitted = protocol submitted
kind-protocol-corrected = protocol corrected
kind-protocol-annulled = protocol annulled
kind-voting-failed = voting failed
kind-repeat-voting-called = repeat voting called
kind-summary-submitted = summary submitted
kind-summary-corrected = summary corrected
kind-copy-filed = observer's copy filed
kind-complaint-filed = complaint filed
kind-complaint-decided = complaint decided
kind-result-certified = result certified
kind-ledger-closed = ledger closed

## Whose signatures make a statement of a kind, after “Have it signed by”.

signers-election-called = the quorum of the central commission's founding members
signers-contest-called = the quorum of the central commission
signers-log-key-rotated = the quorum of the central commission, and by the old and the new key of the log
signers-commission-formed = the quorum of the commission above the new unit
signers-member-replaced = the quorum of the commission directly above; the central commission does it for itself
signers-observer-accredited = the quorum of the central commission, or of one between it and the precincts, for its own territory
signers-opening-sealed = the quorum of the precinct's own commission
signers-turnout-reported = whom the founding act names for turnout reports, in the precinct's own commission
signers-protocol-corrected = the quorum of the precinct's own commission, or of the commission directly above it
signers-protocol-annulled = the quorum of a commission above the precinct
signers-summary-submitted = the quorum of the commission whose summary it is
signers-copy-filed = one accredited observer or agent, with the key of the accreditation
signers-complaint-decided = the quorum of one commission

## How far a paper is.

standing-awaited = awaited
standing-opened = opening sealed
standing-reported = protocol in force
standing-annulled = annulled
standing-failed = voting failed

## A step in the history of a paper.

paper-step-opened = opening items sealed
paper-step-reported = protocol
paper-step-corrected = correction
paper-step-annulled = annulled
paper-step-failed = voting failed
paper-step-repeat-called = repeat voting called

## How far a paper is, as a clause.

phase-awaited = nothing has come in yet
phase-opened = the opening figures are sealed and no protocol is in
phase-reported = a protocol is in force
phase-annulled = the protocol was annulled
phase-failed = the voting failed

## The verdict of a verification.

verdict-verified = VERIFIED
verdict-insufficient = INSUFFICIENT
verdict-unreadable = CANNOT TELL
verdict-failed = FAILED

## How grave a finding is.

severity-error = does not add up
severity-warning = unusual

## A member's office.

office-chair = chair
office-deputy = deputy chair
office-secretary = secretary
office-member = member

## An observer's role.

role-international = international observer
role-domestic = domestic observer
role-agent = agent of a candidate or party
role-media = media

## What was decided on a complaint.

outcome-upheld = upheld
outcome-upheld-in-part = upheld in part
outcome-rejected = rejected
outcome-not-heard = not heard
