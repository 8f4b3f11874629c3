### The desk of a commission, in the browser: its page, its fields, and why it does not do what is asked.

## The page.

desk-title = The commission's desk
desk-skip = Skip to the paper
desk-language = Language
desk-no-script = The desk runs in your browser and needs JavaScript. Without it, use the program: protokol draft, check, sign, submit.
desk-rehearsal = Rehearsal: these are demonstration keys, and nothing here is a document of any body.
desk-loading = Getting ready …
desk-not-started = The desk could not start in this browser.
desk-online = The line is there.
desk-offline = No line. Everything but handing in goes on.
desk-saved = Kept on this machine.
desk-saved-for-now = Kept on this machine, but the browser may delete it when the disk is full. Save signed papers as files, too.
desk-not-saved = This browser keeps nothing: whatever is typed is lost with the tab.
desk-not-kept = This could not be kept on this machine: the disk is full, or the browser does not allow it. Make room before you go on.
desk-changed-elsewhere = This paper was changed in another tab. Nothing is done here; load the page again to see how the paper stands now.
desk-other-version = Another tab has another version of this desk open. Close its other tabs, and load this page again.
desk-ready-offline = This desk now works without the line, too.
desk-back = Back
desk-home = Papers of the commission

## Which commission.

desk-choose = Which commission?
desk-choose-how = The kit of a commission holds its form, its candidates and its members' keys. It is fetched once and kept on this machine.
desk-unit-number = Number of the commission
desk-fetch-kit = Fetch the kit
desk-kit-file = Or a kit from a file
desk-policy-file = Trust file (policy), if you were given one
desk-on-this-machine = Commissions on this machine
desk-open = Open
desk-forget = Remove from this machine
desk-forget-sure = Remove this commission and all that was typed for it from this machine?
desk-kit-not-fetched = The kit could not be fetched: there is no line, or no service answers.
desk-renew-kit = Fetch the kit again
desk-kit-renewed = The kit is the newest.

## The commission.

desk-unit = Commission
desk-contest = Contest
desk-ledger = Ledger
desk-checkpoint = State of the log that the kit was made at
desk-trust-policy = The log's key is that of your trust file.
desk-trust-self = The log's key is taken from the kit itself. Compare it with the one that was published on paper.
desk-log-key = Key of the log
desk-members = Members
desk-fingerprint = Fingerprint
desk-must-sign = Must sign
desk-new-paper = A new paper
desk-papers-here = Papers on this machine
desk-no-papers = None yet.
desk-take-in = Take in a paper that somebody brought
desk-opening = Figures before the boxes are opened
desk-turnout = Turnout by now
desk-protocol = Protocol of the count
desk-correction = Correction of a protocol
desk-copy = Observer's copy
desk-complaint = Complaint
desk-other-paper = Paper

## How far a paper is.

desk-state-typed = being typed
desk-state-second = second entry
desk-state-drawn = to be signed
desk-state-waiting = waiting for the line
desk-state-sending = being handed in
desk-state-refused = refused
desk-state-in = handed in

## Typing.

desk-type = Type the figures from the paper
desk-type-how = Enter goes on to the next field. What you type is kept at once.
desk-items = Items of the form
desk-votes = Votes
desk-rest = What else stands on the paper
desk-wrong = Wrong
desk-does-not-add-up = Does not add up
desk-unusual = Unusual
desk-missing = This figure is missing. If there were none, type 0.
desk-refused = The ledger would refuse it
desk-all-good = The paper is complete and every check holds.
desk-count-again = What does not add up stays on the paper for ever. Count again before anybody signs.
desk-check = Check the paper
desk-to-second = Second entry by another person
desk-without-second = Draw up without a second entry
desk-draw-up = Draw up for signing
desk-add = Add
desk-remove = Remove
desk-attach-scan = Attach a scan (JPEG, PNG, PDF)
desk-receipt-of = Receipt of the protocol that it is about
desk-receipt-of-how = The desk finds it among its own, or fetches it, or takes it from a file.
desk-fetch-receipt = Fetch the protocol in force
desk-drop-paper = Throw this paper away
desk-drop-sure = Throw away what was typed? Nobody signed it yet.

## The second entry.

desk-second = Second entry
desk-second-how = Another person types the same paper from the paper itself. The figures of the first entry are hidden.
desk-compare = Compare both entries
desk-differences = The two entries differ
desk-differences-how = Look at the paper, and put right whichever entry is wrong.
desk-first = First entry
desk-same = Both entries say the same.
desk-correct-first = Correct the first entry
desk-correct-second = Correct the second entry

## The page before a signature.

desk-read = Read before you sign
desk-read-how = This page is read from the very bytes that are signed, and not from what was typed.
desk-item = Item
desk-figure = In figures
desk-in-words = In words
desk-statement = Number of what is said
desk-was-compared = Two people typed it, and both entries say the same.
desk-was-not-compared = One person typed it. Hold it against the paper, figure by figure.
desk-brought = It was drawn up elsewhere. Hold it against the paper, figure by figure.
desk-signatures = Signatures
desk-of = of
desk-nobody = Nobody yet
desk-unknown = This kit cannot tell how many must sign.
desk-complete = As many have signed as must.
desk-change = Change what was typed
desk-sign-here = A member signs here
desk-sign-how = The key is opened in this browser, used once and forgotten. It is neither kept nor sent.
desk-key-file = Key file
desk-passphrase = Passphrase
desk-have-read = I have read the page above and hold it to be right
desk-sign = Sign
desk-signing = Opening the key …
desk-signed-before = This key had signed already.
desk-pass-on = A member signs on another machine
desk-pass-on-how = Give the paper on as a file, or show it to a camera. Take the signed copy in again below.
desk-save-file = Save as a file
desk-show-squares = Show to a camera
desk-square = Square
desk-next-square = Next square
desk-copy-text = Copy as text
desk-copied = Copied.
desk-take-copy = Take in a signed copy
desk-from-file = From a file
desk-from-text = Or paste the text
desk-from-camera = Or hold the square before the camera
desk-start-camera = Start the camera
desk-stop-camera = Stop the camera
desk-no-camera = This browser reads no squares. Use a file, or paste the text.
desk-parts-there = Parts read
desk-take = Take in
desk-joined = The signatures are taken in.

## Handing in.

desk-hand-in = Hand in
desk-hand-in-how = It is sent as often as it takes. Whoever sends twice hands in once.
desk-waiting = It waits and goes by itself as soon as the line is back.
desk-next-try = Next try
desk-try-now = Try now
desk-take-back = Take it back out of the queue
desk-another-in = Another paper is in force here.
desk-receipt-doubtful = The service answered with a receipt that does not hold. The paper is not taken for handed in; it is tried again.
desk-scans-owed = The paper is handed in. A scan that it names is still to be sent.

## The receipt.

desk-receipt = Receipt
desk-receipt-holds = This browser checked the receipt: the paper is in the log, under the log's signature.
desk-receipt-witnesses = Witnesses who cosigned
desk-not-witnessed = Witnesses have not cosigned yet. Fetch the receipt again later.
desk-event = Event
desk-place = Place in the log
desk-arrived = Arrived
desk-print = Print
desk-save-receipt = Save the receipt
desk-renew-receipt = Fetch the receipt again
desk-square-receipt = The receipt itself. Save the text that a camera reads, and check it: protokol verify FILE
desk-square-address = Where anybody gets the receipt
desk-receipt-too-long = The receipt is too long for a square. It is saved as a file.

## Enrolment.

desk-slips = Enrol commissions from slips
desk-slips-how = Drop the folder of the members' slips here, with the units.csv of the election folder. What other members signed is taken in here, too. Everything is kept on this machine.
desk-slips-folder = A folder of slips
desk-slips-files = Or single files: slips, units.csv, papers that others signed
desk-slips-here = Slips on this machine
desk-slips-no-units = units.csv is missing. It lists the commissions; drop it here, too.
desk-slips-working = Looking at every file …
desk-slips-aside = Files left aside: they are no slips, no units.csv and no signed papers
desk-slips-taken = Signed papers taken in
desk-slips-left-out = Slips that enrol nobody
desk-slips-take-out = Take out
desk-slips-formed = Slips of commissions that are formed already
desk-slips-missing = Commissions that are not whole
desk-slips-seats = Seats without a slip that counts
desk-slips-nobody = Nobody at all has come from
desk-slips-whole = Commissions to be signed
desk-slips-look = One look before signing: compare each fingerprint with the one on the member's slip. The table is read from the very bytes that are signed.
desk-slips-none = No commission is whole yet.
desk-slips-seat = Seat
desk-slips-name = Name
desk-slips-office = Office
desk-slips-nominator = Nominated by
desk-slips-otherwise = The slips now name other members than the paper that is signed. It stays as it was signed; take it out if the slips are right.
desk-slips-have-looked = I have looked over the fingerprints above
desk-slips-sign-all = Sign all
desk-slips-signed-now = Signed now
desk-slips-signed-before = Signed by this key before
desk-slips-not-signed = Not signed
desk-slips-signed = Signed by as many as must
desk-slips-pass-how = Save all of them as one file and carry it there. The member takes it in on this same page, signs, and saves it again. Unpacked, the file is a folder for protokol sign and protokol submit.
desk-slips-became = What became of them
desk-slips-state = State
desk-slips-why = Place in the log, or why not
desk-slips-receipts = Save all receipts
desk-slips-drop = Remove all of it from this machine
desk-slips-drop-sure = Remove the slips, the papers and their receipts from this machine? What is handed in stays in the log.

## The fields of a paper.

desk-field-unit = Commission
desk-field-contest = Contest
desk-field-voting = Voting
desk-field-serial = Series and number of the form
desk-field-completed = Completed at
desk-field-seat = Seat of the member who dissents
desk-field-opinion = Dissenting opinion
desk-field-replaces = Event that it replaces
desk-field-reason = Why
desk-field-reference = Number of the decision
desk-field-date = Day of the decision
desk-field-hour = As of which hour
desk-field-voters = Voters who had taken a paper
desk-field-stations = Precincts that had reported
desk-field-copy = The copy was
desk-handed = handed over
desk-refusal = refused
desk-field-against = Event that it is against
desk-field-subject = What it is about, in a line
desk-field-digest = Text of the complaint
desk-field-attachments = Scans
desk-field-dissent = Dissent

## Why it does not do what is asked.

desk-kit-damaged = This is no kit, or one that is cut off or damaged.
    .remedy = Fetch it again, or take the file from where it came from once more.
desk-kit-fault = The kit does not hold: { $fault }
    .remedy = Draw up nothing with it. Fetch it again; if it stays so, tell the commission above.
desk-kit-not-taken = Your trust file does not take this kit: { $fault }
    .remedy = Ask whoever gave you the trust file whether it is of this log.
desk-policy-unreadable = The trust file cannot be read: line { NUMBER($line, useGrouping: "false") }.
    .remedy = Get it again from whoever gave it to you, or go on without it.
desk-no-unit = This kit has no commission { $unit }.
    .remedy = Check the number, or fetch the kit of that commission.
desk-no-contest = It must be said in which contest the paper is.
    .remedy = Choose the contest.
desk-not-a-kind = The desk draws up no paper of the kind { $kind }.
    .remedy = Draw it up with the program, and bring the file here to be signed.
desk-passphrase-needed = The key file is sealed, and no passphrase was typed.
    .remedy = Type the passphrase of this key.
desk-not-that-paper = This is another paper: it does not say the same, or was drawn up at another time.
    .remedy = Sign copies of one paper: give on the file that the first one saved.
desk-not-a-receipt = This is no receipt.
    .remedy = Take the file whose name ends in .tlog-proof, unchanged.
desk-not-verified = The receipt does not hold: { $fault }
    .remedy = Do not go by it. Fetch the kit and the receipt again.
desk-not-that-kind = The receipt is of no protocol.
    .remedy = Take the receipt of the protocol that is to be corrected.
desk-not-a-part = This is no part of a paper, or one that was changed on its way.
    .remedy = Copy it again whole, a line a part, or use a file.
desk-too-long = The paper is too long to be handed in.
    .remedy = Shorten the texts in it, or attach fewer scans.
desk-forms-nothing = This paper forms no commission.
    .remedy = Take it in by itself, on the page of the commission.
