### What the columns of an exported table mean: its data dictionary. Each is a sentence.

column-contest = The contest, by its id.
column-contest-title = The contest's title, in the language of the table.
column-unit = The unit of the lowest tier, by its id. It is a text: 01.010 is not 1.01.
column-unit-name = The unit's name, empty where it has none.
column-parent-name = The name of the unit above, or its id where it has none.
column-parent = The unit above, by its id.
column-item = A figure of the form, as on the protocol in force; empty where none is.
column-votes = Votes, as on the protocol in force; empty where none is.
column-candidate = The name of the candidate with this number on the ballot of the contest, in the language of the table.
column-candidate-number = The candidate's number on the ballot.
column-nominator = Who nominated the candidate; empty where nobody else did, or it is not known.
column-office = The contest's title; in rows without a candidate, what is counted: Registered Voters, Ballots Cast.
column-district = The unit in which the contest is held; empty where it is the whole country.
column-status = How the paper stands: reported (the row has figures), awaited, opened, annulled or failed (it has none).
column-voting = Which voting: 1, and one more for each repeat.
column-version = Which version of the protocol is in force: 1 unless it was corrected.
column-sequence = The place in the ledger of the event that the row came from.
column-event = The hash of that event: what show and export --receipt take.
column-arrival = When that event arrived, UTC.
column-form-serial = The serial number on the paper form.
column-completed-at = When the paper was completed, by its commission, UTC.
column-any-unit = A unit of any tier, by its id. It is a text: 01.010 is not 1.01.
column-tier = The unit's tier, as the founding act calls it.
column-polling-day = The day on which people vote, by the clocks of the election's country.
column-item-key = An item of the form, by its key.
column-item-label = What the paper calls the item, in the language of the table.
column-item-role = What the item counts: electorate, turnout, valid or invalid; empty where it is none of these.

### What the rows of an exported table are. Each is a sentence.

table-whole = The results of an election as its ledger has them: what commissions signed, paper by paper.
table-units = A row for each unit of every tier.
table-contests = A row for each contest that was called.
table-candidates = A row for each candidate on a ballot.
table-items = A row for each item of the form.
table-papers = A row for each paper that is due, and how it stands.
table-figures = A row for each item of each protocol in force.
table-votes = A row for each candidate of each protocol in force.
table-protocols = A row for each paper that is due, with every item and candidate as a column.
table-results = A row for each candidate and unit, in the columns of OpenElections.
