### What the pages of papers say.

## The figures, and what is found in them.

portal-by-nominator = Nominated by
portal-figures = Figures of the protocol
portal-severity = How grave

## Corrections, side by side.

portal-corrections = Corrections
portal-before = Before
portal-after = After
portal-when = When
portal-why = Why
portal-who = Signed by
portal-by-decision = By decision

## Observers' copies, complaints, annulments.

portal-copies = Observers' copies
portal-on-copy = On the copy
portal-on-protocol = On the protocol
portal-complaints = Complaints
portal-against = Against
portal-decided = Decided
portal-annulments = Annulments and repeat votings
portal-repeat-day = Day of the repeat voting

## The receipt.

portal-receipt = Receipt
portal-download-receipt = Download the receipt
portal-square-of-receipt = Square that holds the receipt, for a camera
portal-event = Event { $event }

## A commission's own summary.

portal-own-summary = The commission's own summary protocol
portal-stated = Stated
portal-recomputed = Recomputed
portal-same-sums = Every stated sum is the sum of the protocols that it was made from.
portal-other-sums = Some stated sums are not the sums of the protocols; they are marked below.
