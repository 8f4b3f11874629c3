### What the pages of the media centre say.

## The frame of every page.

page-skip-to-content = Skip to the content
page-pages = Pages
page-language = Language
page-rehearsal-banner = Rehearsal under demonstration keys. This is no election result.
page-check-it-yourself = Check it yourself
page-nobody-witnesses = no witnesses are named
page-pause = Pause updates
page-resume = Resume updates
page-as-of = As of checkpoint { $size } · { $time }
page-seen-by = seen by { $seen } of { $of } witnesses
page-updated = Updated as of checkpoint { $size }

## What pages are called.

page-results = Results
page-constituencies = Constituencies
page-turnout = Turnout
page-findings = What does not add up
page-arrivals = Arrivals
page-log = The log
page-data = Data and API
page-keys = Keys and witnesses
page-observers = Observers
page-candidates = Candidates
page-screen = Screen
page-embed = Embed
page-help = Help

## Results.

page-most-votes = Most votes so far
page-not-final = Sums of the protocols in force; the result is not certified yet.
page-nothing-yet = No protocol is in yet.
page-nobody = nobody
page-of-all-votes = Shares are of the votes for all candidates.
page-all-votes = All candidates
page-in-force = Protocols in force
page-awaited = Awaited
page-corrected = Corrected
page-annulled = Annulled
page-failed = Voting failed
page-late = Late
page-missing = Overdue
page-by-unit = By constituency
page-papers-of = Protocols
page-sums = Sums, item by item
page-reported = { $reported } of { $of } protocols in
page-share-of = { $votes } of { $of } votes
page-turnout-of = { $voters } of { $of } voters
page-certified = Certified by { $body } { $reference }
page-elected = Elected: { $names }

## Units.

page-unit = Unit
page-leading = Most votes
page-above = Above
page-no-figures-yet = There are no figures of this unit yet.

## A closed gate.

page-gate-closed = Figures are not told yet
page-gate-until = The law closes the publication of figures until { $until }. What is sealed can be checked already.
