### Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = the row has { NUMBER($cells, useGrouping: "false") } cells, and the header { NUMBER($header, useGrouping: "false") }
    .remedy = add or remove commas; a cell with a comma stands in quotes
table-cell-empty = the cell is empty
    .remedy = fill it in
table-contest-unknown = the manifest has no contest { $contest }
    .remedy = correct it
table-unit-unknown = units.csv has no unit { $unit }
    .remedy = add it there, or correct it here
table-not-lowest = only units of the lowest tier have such a paper
    .remedy = sums of other units stand in summaries.csv
table-lowest = a unit of the lowest tier has no summary
    .remedy = its figures stand in protocols.csv
table-held-elsewhere = the contest is not held in this unit
    .remedy = correct the contest or the unit

## Figures.

table-not-on-ballot = { $contest } has no candidate with this number
    .remedy = empty the cell
table-votes-missing = the candidate has no figure
    .remedy = write it; 0 if the paper says so
table-figure-missing = every paper has this item, and the cell is empty
    .remedy = write the figure of the paper

## Papers of each sort.

table-protocol-twice = the protocol of this unit in { $contest } stands on line { NUMBER($line, useGrouping: "false") } already
    .remedy = remove one of the two; a new version stands in corrections.csv
table-opening-twice = the opening of this unit in { $contest } stands on line { NUMBER($line, useGrouping: "false") } already
    .remedy = remove one of the two
table-summary-twice = the summary of this unit in { $contest } stands on line { NUMBER($line, useGrouping: "false") } already
    .remedy = { table-opening-twice.remedy }
table-opening-with-votes = an opening has no votes yet
    .remedy = leave out the columns cand_NN
table-opening-of-count = this item is of the count, and not known at the opening
    .remedy = empty the cell
table-opening-incomplete = every opening has this item
    .remedy = write the figure of the paper
table-opening-unfit = this is no opening of the form
    .remedy = compare the manifest
table-nothing-to-correct = there is no protocol of this unit to correct
    .remedy = add it to protocols.csv, or remove the row
table-observer-unlisted = observers.csv has no observer { $observer }
    .remedy = add it there, or correct it here
table-observer-out-of-scope = { $observer } may file no copy of this unit by its scope or role in observers.csv
    .remedy = { table-observer-unlisted.remedy }

## Decisions. $status is how far the paper is.

table-annulment-untimely = { $status }
    .remedy = only a protocol that is in force can be annulled: remove the row, or correct the unit
table-failure-untimely = { $status }
    .remedy = a voting fails where there is no protocol; write annul for one that is in force
table-repeat-untimely = { $status }
    .remedy = a voting is repeated after it failed or its protocol was annulled: add that row above
table-status-awaited = there is no protocol of this unit, nor one of its repeat voting
table-status-reported = the unit has a protocol in force
table-status-annulled = the protocol of this unit is annulled by a row above
table-status-failed = the voting of this unit failed by a row above
