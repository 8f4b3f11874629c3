### The printed protocol.

## Headings and fixed lines.

heading-protocol = Protocol
heading-summary = Summary protocol
heading-no-document = Made under demonstration keys: no authority's document.
heading-above = Commission above
heading-polling-day = Polling day
heading-standing = Standing
heading-not-in-force = not in force any more: see the history
heading-no-figures = No protocol is in force here, so there are no figures.
heading-form-serial = Series and number of the form
heading-completed = Completed
heading-arrived = Arrived in the ledger
heading-item = Item
heading-figure = In figures
heading-in-words = In words
heading-not-on-paper = not on the paper
heading-made-at = Made when the ledger had so many events
heading-units = Precincts
heading-received = Protocols received
heading-basis = Protocols taken as the basis
heading-failed = Precincts where voting failed
heading-annulled = Precincts whose protocol was annulled
heading-left-out = Protocols left out
heading-not-signed = Did not sign
heading-nobody = nobody
heading-dissent = Dissenting opinions
heading-history = History
heading-attachments = Attachments
heading-sequence = Place in the ledger
heading-copy = A copy on paper. What counts is the event in the ledger, not this paper.
heading-square-holds-receipt = The square holds the receipt. Read it with any reader of such squares, save the text as a file, and check it without a network: `protokol verify FILE --policy POLICY`.

## Lines that name something.

remark-signed-for = Signed for the commission of { $unit }
remark-receipt-elsewhere = The receipt is too long for a square: `protokol export --receipt { $event }` writes it to a file. This square holds the event and the checkpoint's fingerprint.
remark-check-page = Check it yourself, with the page check.html. Its SHA-256 begins with { $digest }
