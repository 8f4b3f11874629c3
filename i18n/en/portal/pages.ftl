### What the pages of the media centre say.

## The frame of every page.

portal-skip-to-content = Skip to the content
portal-all-pages = All pages
portal-pages = Pages
portal-language = Language
portal-rehearsal-banner = Rehearsal under demonstration keys. This is no election result.
portal-check-it-yourself = Check it yourself
portal-nobody-witnesses = no witnesses are named
portal-pause = Pause updates
portal-resume = Resume updates
portal-to-the-desk = The commission's desk, for its members
portal-as-of = As of checkpoint { $size }
portal-seen-by = seen by { $seen } of { $of } witnesses
portal-seen-up-to = seen up to { $size } by { $seen } of { $of } witnesses
portal-updated = Updated as of checkpoint { $size }

## What pages are called.

portal-results = Results
portal-turnout = Turnout
portal-findings = What does not add up
portal-arrivals = Arrivals
portal-whom-to-call = Whom to call
portal-log = The log
portal-data = Data and API
portal-keys = Keys and witnesses
portal-observers = Observers
portal-candidates = Candidates
portal-screen = Screen
portal-embed = Embed
portal-help = Help

## Results.

portal-most-votes = Most votes so far
portal-not-final = Sums of the protocols in force; the result is not certified yet.
portal-nothing-yet = No protocol is in yet.
portal-nobody = nobody
portal-of-all-votes = Shares are of the votes for all candidates.
portal-all-votes = All candidates
portal-in-force = Protocols in force
portal-awaited = Awaited
portal-corrected = Corrected
portal-annulled = Annulled
portal-failed = Voting failed
portal-late = Late
portal-missing = Overdue
portal-by-unit = By constituency
portal-papers-of = Protocols
portal-sums = Sums, item by item
portal-reported = { $reported } of { $of } protocols in
portal-share-of = { $votes } of { $of } votes
portal-turnout-of = { $voters } of { $of } voters
portal-certified = Certified by { $body } { $reference }
portal-elected = Elected: { $names }

## Units.

portal-unit = Unit
portal-leading = Most votes

## A closed gate.

portal-gate-closed = Figures are not told yet
portal-gate-until = The law closes the publication of figures until { $until }. What is sealed can be checked already.
