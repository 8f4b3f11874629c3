### Findings: what does not add up, and the figures that disagree.

## What a built-in finding says: a clause that figures may follow.

finding-t1 = The turnout reports do not fit
finding-t2 = Two turnout reports for one hour differ
finding-s1 = The summary is not the sum of its protocols
finding-s2-protocols = The summary names other protocols than those in force when it was made
finding-s2-counters = The summary's counters are not true
finding-s3 = A protocol below was changed after this summary was made
finding-s4 = The summary cannot be recomputed: papers that it covers were awaited
finding-o1 = Figures sealed at the opening were changed
finding-o2 = The opening figures were not sealed before the protocol came in
finding-c1 = An observer's copy shows other votes than the protocol
finding-c2 = An observer's copy differs from the protocol, though not in votes
finding-d1 = It arrived after its deadline
finding-d2 = It is missing, and its deadline is over

## A figure that disagrees: as stated, and as it should be.

cell-t1-before = { $stated ->
        [one] { $stated } voter
       *[other] { $stated } voters
    } at { $hour }, after { $expected } before
cell-t1-protocol = { $stated ->
        [one] { $stated } voter
       *[other] { $stated } voters
    } at { $hour }, and { $expected } on the protocol
cell-t2 = { $stated ->
        [one] { $stated } voter
       *[other] { $stated } voters
    } at { $hour }, and { $expected } in the report before
cell-recomputed = { $item }: { $stated } stated, { $expected } recomputed
cell-s3 = { $item }: made before event { $expected }
cell-s4-unknown = { $stated ->
        [one] { $stated } protocol
       *[other] { $stated } protocols
    }, of how many is not known
cell-s4 = { $stated } protocols of { $expected }
cell-o1 = { $item }: { $expected } sealed, { $stated } on the protocol
cell-copy = { $item }: { $stated } on the copy, { $expected } on the protocol
cell-other = { $item }: { $stated }, expected { $expected }

## The counters of a summary.

counter-units = units
counter-received = protocols received
counter-taken-as-basis = protocols taken as basis
counter-failed = failed
counter-annulled = annulled

## Words in the lists of figures.

finding-no-figure = no figure
finding-more = and { $more } more
finding-candidate = candidate { $number }
finding-votes = the candidates' votes
finding-check-fails = A check of the form does not hold
