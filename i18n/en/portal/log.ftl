### What the pages of the log say, and those that stand where nothing is.

## Search.

portal-search = Search
portal-search-for = Event number, unit, hash or fingerprint
portal-can-be-searched = An event is found by its number or its whole hash, a unit by its number or its name, a late state of the log by its fingerprint.
portal-several-found = Several things have this name:
portal-nothing-named = Nothing is called “{ $asked }”.
portal-found-size = The log when it had { $size } events

## Lists of events.

portal-newest-first = Newest events first. A part of the log never changes once it is full.
portal-event-says = What it says
portal-older = Older
portal-newer = Newer
portal-newest = Newest
portal-oldest = Oldest
portal-events-from-to = Events { $from } to { $to }

## One event.

portal-kind = Kind
portal-said-at = Said, by the signers' own clock
portal-signers = Keys that signed
portal-log-itself = The log itself
portal-paper = Whose paper
portal-raw-bytes = Raw bytes
portal-download-bytes = Download the bytes that were signed and hashed
portal-for-programs = As programs read it
portal-withheld = What it says holds figures, which are not told yet.

## Where nothing is.

portal-no-page = There is no such page
portal-no-page-here = Nothing of this election has this address. It may be misspelt, or what it names did not happen yet.
portal-to-results = To the results
portal-troubled = The page cannot be made now
