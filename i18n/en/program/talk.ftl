### What happens on the way, and results of verbs.

## What happens on the way, as a person at a terminal hears it.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Recovered: { $events ->
        [one] 1 event that had not been sealed is
       *[other] { $events } events that had not been sealed are
    } sealed now.
talk-followed = Recovered: { $events ->
        [one] one event that only the replica had was verified and taken over.
       *[other] { $events } events that only the replica had were verified and taken over.
    }
talk-followed-another = If another machine wrote that, it loses its place with the first paper that comes in here. To follow it instead, end this and start: protokol serve --standby
talk-seal-made-again = Recovered: the replica lacked the checkpoint that is sealed here, though it had taken it. It has the same one again; find out who may delete there.
talk-torn = Recovered: a write that did not end, in { $file } from byte { $offset }, was set aside in aside/. It was never acknowledged.
talk-slot-rewritten = Recovered: a damaged slot of the seal was set aside in aside/ and written again.
talk-published-quarantined = Recovered: what stood in published/checkpoint was no checkpoint. It was set aside in aside/, and published again.
talk-published-falsely = a cosignature beside the published checkpoint is not of the witness that it names: it is left away
talk-rebuilt = The embedded store was rebuilt from the journal.
talk-passed-over = passed over, because nothing of this name belongs to the journal: { $files }
talk-copied-beside = this ledger is a copy of { $place }, which is still there: write to one of the two only, or the log will have two histories
talk-copied-from = this ledger was last written in { $place } and was brought here: if it is still written there, stop, or the log will have two histories
talk-without-store = There is no embedded store ({ $reason }); the journal is read instead. Nothing is lost.

## What is worth telling and changes nothing.

talk-asked-again = { $error }: asked again in { $seconds } s.
talk-no-snapshot = The log has signed no snapshot of this size: the figures are recomputed from the events, and cannot be proved one by one.
talk-store-rebuilt = The embedded store did not prove itself under what the log signed: it was set aside, and built again from the journal.
talk-store-unproved = The embedded store did not prove itself under what the log signed, and could not be built again: the journal is read instead.
talk-believed = Believed under the key { $key }, on the ledger's own word: only a trust policy from elsewhere proves whose it is (--policy).
talk-read-trusted = Verified at size { $size }, under the policy.
talk-read-consistent = Consistent at size { $size }; whose log it is, is not proved: that takes a trust policy from elsewhere (--policy).
talk-replica-unwitnessed = No witness is asked, and there is a replica: were it brought back to an older state, or copied and written elsewhere, nobody would notice. Name witnesses and a quorum: --policy POLICY.
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
work-handing-in = handing in
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

## What the program's verbs end with: names and lines of a result, and what comes next.

## Names, which stand in a column of their own.

result-name = Name
result-public-key = Public key
result-founded = Founded
result-restored = Restored
result-size = Size
result-level = Level
result-log = Log
result-published = Published
result-mirror = Mirror
result-files = Files
result-files-put = { $files }, of which { $put } say something new
result-replica = Replica
result-held-by = Held by
result-held = process { $process } ({ $doing })
result-at-size = size { $size }
result-nothing = nothing
result-cosigned = Cosigned
result-cosignature = Cosignature
result-numbers = Numbers
result-numbers-cosigned = recomputed and cosigned, in the second line of that file
result-numbers-none = not cosigned: the log shows no snapshot of this checkpoint
result-witness = Witness
result-key = Key
result-the-same = the same
result-watches = Watches
result-address = Address
result-pages = Pages
result-answers = Answers
result-totals = { account-step-totals }

## Lines of a result.

result-place = { $origin } in { $ledger }
result-goes-on = goes on: the seal says that nothing came after this
result-goes-on-with-replica = goes on, with the replica that it was restored from
result-log-unknown = signs nothing more here: it may have signed more than was published, and no whole seal says otherwise
result-events-lost = signs nothing more here: the seal covers { $size ->
        [one] { $size } event
       *[other] { $size } events
    }, so { $lost } are lost
result-seal-differs = signs nothing more here: the seal is of size { $size }, and does not say the same as what was published
result-first = { $origin } size { $size }, for the first time
result-again = { $origin } size { $size }, again, not grown
result-grown = { $origin } size { $size }, grown from { $before }
result-older-spelling = { $key }  (for programs that do not know type 04)
result-drafts = { $drafts ->
        [one] { $drafts } draft
       *[other] { $drafts } drafts
    } in { $place }
result-kit = a kit: the structure of the election at size { $size }, and none of its papers
result-written = { $file } written, { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }
result-signed = { $papers } signed in { $place }
result-written-at = { $file } written, at size { $size }

## What is told beside a result, on a line of its own.

said-mirror-ahead = The mirror { $place } has size { $there }, and what was read here has { $here }: nothing was put. Read the log where it is newest (--from).
said-mirror-overtaken = While pages were put there, another machine brought the mirror { $place } to size { $there }, and what was read here has { $here }: pages of this size can stand among its own. Let one process fill it, and read the log where it is newest (--from).
said-mirror-tried-again = { $why }. It is tried again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
said-next = Next: { $command }
said-described = What its columns mean, and the checkpoint that it came from: { $file }
said-members-sign = Next: members of the commission above sign all of them: { $command }
said-complete = { $needed } of { $needed } signatures that are needed: it is complete. Next: { $command }
said-incomplete = { $signed } of { $needed } signatures that are needed. Next, by another member: { $command }
said-quorum-unknown = Whether the quorum is met cannot be known here, nor how many must sign: name a kit with --kit FILE, or the ledger with --ledger DIR.
said-signed-apart = Without a kit or a ledger nothing of this can be checked, nor whether this key counts: { $file } stays as it is, and the signature goes into a copy, { $copy }, which `protokol sign --join` brings together with the others. It is for the ledger { $ledger }; items and candidates are shown by their numbers.
said-to-sign = { $ready } to sign, { $before } signed before by this key, { $left-out } left out.
said-signed-until = { $done } of { $of } are signed. Run the same command again: it goes on with the others.
said-folder-complete = { $complete } complete. Next: { $command }
said-folder-incomplete = Next, by another member: { $command }
said-fill-in = { $file } written. Fill it in, then: { $command }
said-election-written = An election to begin with is in { $place }. README.txt in it says what each file is. Try it out, as often as you like: { $command }
said-secret-key = The secret key is in { $file }. Keep the file and its passphrase apart; hand out the public key only.
said-slip = The enrolment slip is in { $file }. Hand it to the commission above, which enrols the key by it.
said-slip-page = The page to print is { $file }. Let the officer compare its fingerprint with you.
said-too-few-cosigned = Fewer witnesses have cosigned than the policy asks for: run it again when they are there.
said-published-from = Publishing begins with the first event after { $until }, as the founding act says.
said-not-restored = { $place } does not verify, and nothing was restored:
said-interrupted = Interrupted. Nothing acknowledged is lost: run the same command with --continue.
said-ends-with-control-c = Serving. Control-C ends it.
said-hand-in-again = Interrupted. What has a receipt is in: run the same command again.

## What a load came to.

load-handed-in = Handed in
load-counted = { $taken } new, { $already } in before, { $refused } refused
load-refused = Refused
load-asked-again = Asked again
load-again = { $busy } because the service was busy, { $closed } because it took nothing for a moment, { $gone } because nobody answered, { $early } because it may have been too early
load-receipts = Receipts
load-receipts-hold = { $receipts }, each of them proved, and all under one log of { $size } events
load-time = Time
load-rate = { $seconds } s, { $per-second } a second
load-latency = How long they took in microseconds, each from when it was due
load-phase = Phase
load-all = all
load-per-second = a second
load-longest = longest
load-machine = This machine
load-machine-allows = { $signatures } signatures checked and { $syncs } syncs of a file, each in a second and with nothing else to do

## What a witness that answers tells its operator.

serving-cosigned = Cosigned { $origin } at size { $size }.
serving-refused = REFUSED { $origin } at size { $size }: { $refusal }; { $kept }.
serving-failed = Nothing is cosigned any more: { $error }. Start the witness again.
serving-certificate-renewed = The certificate is new.
serving-certificate-unfit = The new certificate cannot be used, and the one before stays: { $error }
serving-restored = Restored from the replica, up to size { $size }: every event was verified.
serving-overtaken = { $why }. This machine stands by from now on: it follows the other and answers readers.
serving-took-over = This machine writes from now on, from size { $size }. Whoever wrote before loses with the first paper that comes in here.
serving-not-taken-over = Not taken over, and stands by as before: { $why }
serving-undone = It writes all the same, but this could not be done with it: { $why }
serving-ended = Ended.

## What keeps a verb from its result.

result-not-published = not published: { $why }
    .remedy = nothing is lost: put that right, and run it again

## The page of an enrolment slip.

slip-page-title = Enrolment slip of a commission's member
slip-page-name = Name
slip-page-office = Office
slip-page-seat = Seat
slip-page-nominated-by = Nominated by
slip-page-key = Public key
slip-page-hand = Hand this page and the file of the slip to the officer of the commission above.
slip-page-compare = The officer reads the fingerprint aloud from the table before signing; compare it with the one above.
slip-page-keep = The secret key stays with the member alone. Nobody may ask for it or for its passphrase.
slip-page-member = Date, signature of the member
slip-page-officer = Date, signature of the officer who compared the fingerprint
slip-page-held = The square holds the slip itself, with the proof: what a camera reads from it, saved as a text, is the file.

## What a folder of enrolment slips comes to. $units and $seats are lists.

slips-missing = { $unit }: of { $of } seats these have no slip that counts: { $seats }
slips-nobody = no slip that counts has come from: { $units }
slips-sorted = { $commissions ->
        [one] { $commissions } commission is
       *[other] { $commissions } commissions are
    } whole, { $left-out ->
        [one] { $left-out } slip is
       *[other] { $left-out } slips are
    } left out, { $missing ->
        [one] { $missing } commission is
       *[other] { $missing } commissions are
    } not whole.
