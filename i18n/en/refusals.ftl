### Refusals: what is wrong, and what to do. $paper is a unit, a contest and a voting.

## By the rules. Nothing was written.

refusal-already = This was handed in before: it is event { $sequence } of this ledger.
    .remedy = Nothing is left to do. Its receipt: { $receipt }.
refusal-other-ledger = This was made for another ledger than this one.
    .remedy = Check which ledger --ledger names. If it is the right one, make a new draft for it with { $draft } and have that signed.
refusal-closed = The ledger is closed, and nothing follows its last event.
    .remedy = Keep the signed paper. What is still in dispute goes to the commission above or to a court.
refusal-unit-unknown = The unit { $unit } is not in this ledger.
    .remedy = Check how the unit is written. If that is right, the commission above must form it first: { $draft-commission }.
refusal-unit-exists = The unit { $unit } was formed before.
    .remedy = See who sits there with { $show }. To change a member, use { $draft-replacement }.
refusal-seat-unknown = { $unit }: there is no seat { $seat }, or the key that is named is not of that seat.
    .remedy = See the seats with { $show }, correct the draft and sign it again.
refusal-contest-unknown = The contest { $contest } is not in this ledger.
    .remedy = Check how the contest is written. A new one is called first, by the central commission: { $draft-contest }.
refusal-contest-exists = The contest { $contest } was called before.
    .remedy = Use it as it is, or give a further round a name of its own.
refusal-contest-elsewhere = { $unit }, { $contest }: this paper is not made here.
    .remedy = Check the unit and the contest. Precincts make protocols and the commissions above them summaries, each where the contest is held.
refusal-key-not-enrolled = The key { $key } belongs to no member or observer that this ledger knows.
    .remedy = Check that everybody signed with the right key file. A member with a new key comes in by { $draft-replacement }, signed by the commission above.
refusal-key-not-in-force = The key { $key } no longer counts: it was replaced, revoked or withdrawn.
    .remedy = Let the one who holds the seat now sign, or the key in force. { $show } names the members.
refusal-not-entitled = { $unit }: those who signed may not say this ({ $kind }).
    .remedy = Have it signed by { $signers }.
refusal-mixed-signers = Those who signed are not members of one commission, nor one observer.
    .remedy = Make the submission again from the draft with { $sign }, with keys of one commission only.
refusal-unsigned = Nobody has signed this.
    .remedy = Let the members sign it, one after the other, with { $sign }. Then submit it again.
refusal-quorum-not-met = { $unit }: { $signed } of the { $needed } signatures that the commission's quorum needs.
    .remedy = Collect { $more ->
        [one] { $more } more member's signature
       *[other] { $more } more members' signatures
    } with { $sign }, then submit again.
refusal-key-taken = The key { $key } is taken: a key serves one seat, once in a ledger.
    .remedy = Make a new key with { $keygen }, put it into the draft and sign that again.
refusal-not-as-manifest = A commission of the tier { $tier } has { $members } members, in seats 1 to { $members }, of whom { $quorum } must sign. This one has not.
    .remedy = Correct members, seats and quorum in the draft, run { $check } on it and sign it again.
refusal-misplaced = { $unit }: it cannot stand at this place, under this tier and this unit above.
    .remedy = Correct `tier` and `parent` in the draft: the tier is one of the founding act's and lower than that of the unit above. Only the central commission has none above.
refusal-shape = { $paper }: { $clause }.
refusal-summary-shape = { $unit }, { $contest }, summary: { $clause }.
refusal-reported = { $paper }: a protocol is in force already.
    .remedy = Compare it with yours: { $show }. To change it: { $draft-correction }.
refusal-opening-too-late = { $paper }: the opening figures were sealed before, or the protocol is in.
    .remedy = See what was sealed with { $show }. If a figure is wrong, write the right one on the protocol: the difference stays visible.
refusal-not-in-force = What this replaces is not the version in force. It is about event { $event }.
    .remedy = See what is in force with { $show }, make a new draft of a correction or annulment that names it, and have that signed.
refusal-ballot-fixed = { $contest }: number { $candidate } cannot be put on or taken off the ballot: it was given before, is 0, or papers of the contest are in.
    .remedy = See the ballot with { $tally-contest }. A new candidate takes a number that was never used, from 1; once papers are in, the ballot stays.
refusal-candidate-unknown = { $contest }: number { $candidate } is not on the ballot.
    .remedy = Compare the number with the ballot: { $tally-contest }.
refusal-observer-unknown = The observer { $observer } is not in this ledger.
    .remedy = Check how the observer is written: { $log-observers }.
refusal-observer-exists = The observer { $observer } is accredited already.
    .remedy = Nothing is left to do for this one. Give another observer another name.
refusal-out-of-scope = { $unit }: the accreditation of { $observer } does not reach this far.
    .remedy = An observer or agent accredited for this unit may file it; media may not. A new accreditation is made with { $draft-observer }.
refusal-event-unknown = Event { $event } is not in this ledger, is no complaint, or was decided before.
    .remedy = Look it up with { $log }, and write its 64 digits into the draft.
refusal-demonstration-key = { $unit }: the key of seat { $seat } is a demonstration key, and anybody can sign with it.
    .remedy = Let the member make a key with { $keygen } and put it into the draft. Demonstration keys are for rehearsals.
refusal-manifest = The founding act contradicts itself: { $flaw }.
    .remedy = Correct manifest.toml, make the act again with { $draft-founding } and have it signed again.
refusal-not-founded = A ledger begins with its founding act, and this is not one.
    .remedy = Found the ledger with { $init }, then submit this again.
refusal-founded-already = This ledger has its founding act, and there is only one.
    .remedy = For another election, found a ledger in another folder: { $init } with --ledger.
refusal-rules-unknown = It follows rules version { $rules }, and this program knows version { $known }: it cannot tell.
    .remedy = Get a newer version of the program and run the same command again.
refusal-commitment = The summary says that it was made at { $made-at ->
        [one] { $made-at } event
       *[other] { $made-at } events
    }, and the ledger has { $size }.
    .remedy = Make the summary again from this ledger with { $draft-summary }, and have it signed.
refusal-left-out = The summary leaves out more than { $max } units.
    .remedy = Wait until more protocols are in or decided on, then make it again with { $draft-summary }.
refusal-certified = { $contest }: the result is certified, and its papers and candidates no longer change.
    .remedy = Keep the signed paper. What is still in dispute goes to the body that certified the result.
refusal-log-key = The log's key is not right: it is not one of this log, or the change lacks the old or the new key's signature.
    .remedy = Check the key in the draft. A change is signed with { $sign } by the old key, the new key and the central commission's quorum, and handed in with --next-log-key FILE.
refusal-list-out-of-order = The list `{ $list }` is out of order, has an entry twice, or is too long.
    .remedy = Put the entries in ascending order, each once, and no more than { $max } attachments. Then sign the draft again.
refusal-reason-missing = No reason is given, and there must be one.
    .remedy = Write the reason into the draft, as a stranger would understand it, and sign it again.
refusal-unchanged = The correction changes nothing: it says what the version { $event } says already.
    .remedy = Change in the draft what is wrong. If nothing is wrong, nothing needs to be corrected.
refusal-body-missing = { $contest }: the certification does not say which body certified the result.
    .remedy = Write it into the draft as `body`: a court, or the commission.
refusal-elected-or-nobody = { $contest }: the certification must either name who is elected or say that nobody is.
    .remedy = Write ballot numbers into the draft as `elected`, or `nobody = true`, and not both.
refusal-earlier-voting = { $unit }, { $contest }: the paper is of voting { $voting }, and voting { $open } is the one that is open.
    .remedy = Papers of an earlier voting are no longer taken. For voting { $open }, make a new draft with { $draft }.
refusal-later-voting = { refusal-earlier-voting }
    .remedy = Correct the voting in the draft. A repeat voting is first called by a commission above: { $draft-repeat-voting }.
refusal-nothing-reported = { $paper }: { $phase }, and this cannot follow.
    .remedy = Only a protocol that is in can be corrected or annulled, and only a voting that failed or was annulled is repeated. See how it stands: { $show }.
refusal-still-reported = { refusal-nothing-reported }
    .remedy = A protocol in force is first annulled by a commission above: { $draft-annulment }.
refusal-voting-over = { refusal-nothing-reported }
    .remedy = Papers are taken again once a commission above calls a repeat voting: { $draft-repeat-voting }.

## How figures miss the shape of their paper: a clause without a full stop.

shape-item-count = it lists { $found ->
        [one] { $found } item
       *[other] { $found } items
    }, and the form has { $expected }
    .remedy = Make a new draft with { $draft }, which lists the form's items in order, and copy the figures over.
refusal-figures-missing = { $paper }: { $figures ->
        [one] { $figures } figure is
       *[other] { $figures } figures are
    } missing: { $names }.
    .remedy = Write each figure as it stands on the paper, and 0 where the paper says zero. Then { $check } the draft and sign it again.
shape-item-missing = the item { $key } is missing
    .remedy = Write the figure as it stands on the paper, and 0 where the paper says zero. Then { $check } the draft and sign it again.
shape-item-of-count = the item { $key } belongs to the count, and stands among the opening figures
    .remedy = Take it out of the opening draft: it comes later, with the protocol. Then sign the draft again.
shape-candidate-missing = candidate number { $number } ({ $key }) has no figure
    .remedy = Write the candidate's votes as they stand on the paper, and 0 where there are none. Then { $check } the draft and sign it again.
shape-candidate-unknown = there is a figure for number { $number } ({ $key }), which is not on the ballot
    .remedy = Compare the numbers with the ballot paper, correct the draft and sign it again.
shape-votes-unordered = the candidates' figures are not in ascending order of their numbers, each once
    .remedy = Make a new draft with { $draft }, which lists the candidates in order, and copy the votes over.

## How a founding act contradicts itself: a clause without a full stop.

flaw-tiers = there must be 1 to { $max } tiers
flaw-tier-twice = the tier { $tier } is named twice
flaw-quorum = a commission of the tier { $tier } has 1 to { $max } members, and 1 to all of them must sign
flaw-contest-twice = the contest { $contest } is named twice
flaw-items = a form has 1 to { $items } items
flaw-checks = a form has at most { $checks } checks
flaw-item-twice = the item { $item } is defined twice
flaw-item-reserved = no item may be called { $item }, for these are columns of the tables: { $names }, and those of candidates, such as cand_01
flaw-check-item = the check { $check } counts the item { $item }, which the form does not have
flaw-check-twice = the check { $check } is defined twice
flaw-check-built-in = the code of the check { $check } begins with a letter that is taken: { $letters }
flaw-check-empty = each side of the check { $check } must count 1 to { $items } things
flaw-deadline = there is a deadline for { $tier }, which is not one of the tiers
flaw-invalidity = each share under invalidity is written as 2/5: more than nothing, and at most all
flaw-too-many = there may be at most { $items } contests, deadlines and turnout hours each
flaw-hours = the turnout hours must ascend, each once

## Bytes that are not a submission.

submission-too-long = The submission has { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }, and at most { $limit } fit.
    .remedy = Shorten the texts in the draft, or hand in long ones as attachments. Then sign it again.
submission-layout = The bytes are not laid out as a submission.
    .remedy = Copy the file again, whole, from where it was signed. If that does not help, make it again from the draft with { $sign }.
submission-signature-order = One key signs twice, or the signatures are out of order.
    .remedy = Make the submission again from the draft with { $sign }, which puts them in order.
submission-signature = The signature of the key { $key } does not fit what is said: one of them was changed.
    .remedy = Get the submission again from whoever signed it, or let that member sign the draft again with { $sign }.
submission-key = The key { $key }, which it brings in, is not a sound public key.
    .remedy = Let its owner make a new one with { $keygen }. Put that into the draft and sign it again.
submission-not-a-file = This is not a submission: the file does not begin with the line `protokol submission v1`.
    .remedy = Give the file that { $sign } wrote. A draft is signed first, with { $sign }.
submission-newer = It was made by a newer version of the program (statement version { $version }, kind { $kind }): this one cannot tell what it says.
    .remedy = Get the newer version of the program and run the same command again.
submission-newer-choice = It was made by a newer version of the program (variant { $number } of { $choice }): this one cannot tell what it says.
    .remedy = { submission-newer.remedy }
submission-too-short = What is said is cut off before it begins.
    .remedy = { submission-layout.remedy }
submission-time = The signers' time is after the year 9999.
    .remedy = Set the clock of the machine that signs, make the submission again from the draft and sign it again.
submission-body-too-long = What is said has { $found ->
        [one] { $found } byte
       *[other] { $found } bytes
    }, and at most { $limit } fit.
    .remedy = { submission-layout.remedy }
submission-malformed = What is said cannot be read.
    .remedy = { submission-layout.remedy }
submission-trailing = What is said is followed by { $bytes ->
        [one] 1 byte that belongs
       *[other] { $bytes } bytes that belong
    } to nothing.
    .remedy = { submission-layout.remedy }
submission-not-canonical = What is said is not written in its one right form.
    .remedy = { submission-layout.remedy }

## Figures that are not told yet.

gate-closed = The figures of this election are published from { $until } on, and not before.
    .remedy = Wait until then. { $show-checkpoint } and { $verify } work at any time. A commission that must see the figures on its own machine adds --inside.

## Following a log.

follow-ahead = What comes after size { $after } was asked for, and this log has size { $size }.
    .remedy = A log never takes back what it told: either that size is of another log, or this one has lost what it had. Keep what you have, hold its fingerprint against this log's, and tell whoever runs the server.
follow-full = As many follow this log as may, of all or from this address.
    .remedy = Come again after the time that the answer names, or ask for what changed every few seconds: /v1/changes answers without being followed.

## The desk of a service.

desk-busy = As many submissions wait here as may.
    .remedy = Hand the same one in again in some seconds. A statement is taken once, however often it is handed in.
desk-closing = The service is being stopped and takes nothing any more.
    .remedy = Hand the same submission in again once the service is back. A statement is taken once, however often it is handed in.
desk-ended = Nothing is written any more since { $since }: { $why }
    .remedy = Reading goes on. Keep the submission, and tell the officer of the ledger, who must find the reason and start the service again.
desk-not-a-type = What was sent is of the type { $given }. A submission is sent as application/octet-stream, and with its scans as multipart/form-data.
    .remedy = Send the bytes of the submission's file with the header Content-Type: application/octet-stream.
desk-not-parts = What was sent as multipart/form-data cannot be divided into its parts.
    .remedy = Send the submission again with a program that makes such forms, as curl does with -F.
desk-no-submission = A form has the submission in one part of the name submission, and each scan in a part of the name attachment. What was sent has something else.
    .remedy = Send one submission with its scans: curl -F submission=@FILE -F attachment=@SCAN.
desk-broken-body = What was sent broke off before its end.
    .remedy = Send it again. A statement is taken once, however often it is handed in.
desk-too-large = What was sent is larger than anything that is taken here.
    .remedy = Send a submission with one scan, and then the same submission with the next: each is kept with it. A scan has 20 MB at the most.
desk-too-slow = What was sent did not come in the time that it has.
    .remedy = Send it again over a better connection, or the submission alone and its scans later, one at a time.
desk-too-often = Too much was asked here in a short time, from this address or with this key.
    .remedy = Come again after the time that the answer names. Nothing that was acknowledged is lost.
desk-full = The service has as much on its way as it may.
    .remedy = Come again after the time that the answer names. Nothing that was acknowledged is lost.

## Requests to a server that are not served.

unserved-path = There is nothing at { $path }.
    .remedy = /v1 lists what there is, and /v1/openapi.json says what each address takes.
unserved-method = This address is not asked by { $method }.
    .remedy = The header Allow names the methods. Everything is read by GET; a submission is handed in by POST to /v1/submissions.
unserved-query = The query is not understood: { $why }.
    .remedy = /v1/openapi.json says what each address takes. What is not known is refused rather than passed over.
unserved-code = No rule and no check of this election has the code { $code }.
    .remedy = /v1/codes lists the codes that are built in, and /v1/election the checks of the form.
