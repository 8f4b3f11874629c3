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
