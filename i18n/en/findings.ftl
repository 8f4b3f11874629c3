### Findings: what does not add up, and the figures that disagree.

## What a built-in finding says: a clause that figures may follow.

finding-t1 = The turnout reports do not fit
finding-t2 = Two turnout reports for one hour differ
finding-t3 = More voters are said to have voted than are on the lists
finding-t4 = More stations are counted than there are
finding-s1 = The summary is not the sum of its protocols
finding-s2-protocols = The summary names other protocols than those in force when it was made
finding-s2-counters = The summary's counters are not true
finding-s3 = Protocols below came in or changed after this summary was made
finding-s4 = The summary cannot be recomputed: papers that it covers were awaited
finding-s5 = The summary leaves out protocols that were in force; the candidates come in the same order with them
finding-s6 = The summary leaves out protocols that were in force, and with them the candidates come in another order
finding-o1 = Figures sealed at the opening were changed
finding-o2 = The opening figures were not sealed before the protocol came in
finding-c1 = An observer's copy shows other votes than the protocol
finding-c2 = An observer's copy differs from the protocol, though not in votes
finding-d1 = It arrived after its deadline
finding-d2 = It is missing, and its deadline is over
finding-l1 = The certified candidate does not lead the totals of the protocols in force
finding-l2 = The certified candidate does not lead the totals so far, and papers are still awaited

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
cell-t3 = { $item }: { $stated }, and { $expected } on the lists
cell-t4 = { $hour }: { $stated ->
        [one] { $stated } station
       *[other] { $stated } stations
    }, of { $expected }
cell-recomputed = { $item }: { $stated } stated, { $expected } recomputed
cell-s3 = { $item }: made before event { $expected }
cell-s4-unknown = { $stated ->
        [one] { $stated } protocol
       *[other] { $stated } protocols
    }, of how many is not known
cell-s4 = { $stated ->
        [one] { $stated } protocol
       *[other] { $stated } protocols
    } of { $expected }
cell-left-out = { $item }: votes left out { $expected }
cell-with-left-out = { $item }: { $stated } without them, { $expected } with them
cell-o1 = { $item }: { $expected } sealed, { $stated } on the protocol
cell-copy = { $item }: { $stated } on the copy, { $expected } on the protocol
cell-elected = { $item }, certified: { $stated }
cell-ahead = { $item }: { $expected }
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
