### What is wrong in a manifest, a table or a draft, and what to do about it: clauses without a full stop.

## Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

## A file as a whole.

format-missing = the file is not there
    .remedy = every election folder has it: add it
format-not-utf8 = the text is not UTF-8
    .remedy = save the file again in the encoding UTF-8
format-byte-order-mark = the file begins with a byte order mark
    .remedy = save it as UTF-8 without BOM
format-carriage-return = the line ends with a carriage return
    .remedy = save the file with Unix line ends (LF)

## Drafts and manifests. $why is said by a library, in English.

format-not-toml = this is not TOML: { $why }
    .remedy = correct the line; texts stand in quotes, numbers do not and have no leading zeros
toml-key-twice = the key stands here a second time
toml-key-unfit = a key without quotes is made of Latin letters, digits, - and _ alone
toml-assignment-missing = there is no = behind the key
toml-value-unfit = what stands behind the = cannot be read: there is nothing, a text without quotes, or a number with something that is no digit
toml-text-open = a text has only one of its two quotes
toml-escape = behind a backslash stands what may not stand there
toml-character-unfit = a character stands there that cannot be seen
toml-leading-zero = a number begins with a zero
toml-number-unfit = the number cannot be read
toml-time-unfit = there is no such day or time, or it is written otherwise than 2026-10-29 and 08:00:00
toml-boolean-unfit = true and false are written so, in small letters
toml-bracket-open = a bracket is not closed
toml-comma-missing = a comma is missing
toml-beyond = behind the value stands something that does not belong there

## Tables. $columns are names.

format-not-csv = { $why }
    .remedy = correct the row
format-empty = the file is empty
    .remedy = write the header line: { $columns }
format-empty-line = the line is empty
    .remedy = remove it
format-quote-inside = a quote stands inside a cell
    .remedy = put the whole cell in quotes, and double those in it
format-quote-open = a quote is not closed
    .remedy = close it at the end of the cell
format-column-twice = this column stands here twice
    .remedy = remove one
format-column-unknown = this column is not known here
    .remedy = correct its name, or remove the column
format-column-unnamed = column { $place } has no name
    .remedy = remove it from every line, or give it its name; a spreadsheet writes such columns where a cell once was filled in
format-separators-mixed = the header has commas and other separators between its columns
    .remedy = write the table with commas alone
format-column-missing = this column is missing
    .remedy = add it; where the paper has no figure, leave the cell empty
format-candidate-unknown = no contest has a candidate with this number
    .remedy = compare candidates.csv
format-candidate-twice = this candidate has two columns
    .remedy = remove one

## Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
## what stands there, in quotes.

## Keys. $key and $known are names.

value-key-missing = { $key } is missing
    .remedy = add it
value-key-unknown = it is not known here
    .remedy = known here are: { $known }

## A value of another sort.

value-not-a-text = this is { $found }, and not a text
    .remedy = write it in quotes
value-not-a-table = this is { $found }, and not a table
    .remedy = write a table of keys and values
value-not-a-list = this is { $found }, and not a list
    .remedy = write it in square brackets
value-not-a-number = this is { $found }, and not a whole number
    .remedy = write the digits alone
value-not-true-or-false = this is { $found }, and not true or false
    .remedy = write true or false, without quotes
value-sort-text = a text
value-sort-whole-number = a whole number
value-sort-fraction = a number with a fraction
value-sort-true-or-false = true or false
value-sort-time = a date or time
value-sort-list = a list
value-sort-table = a table

## Numbers.

value-number-blank = it is not filled in
    .remedy = write the number
value-negative = { $found } is negative
    .remedy = write the figure of the paper: it is never below 0
value-signed = { $found } has a sign
    .remedy = write the digits alone
value-leading-zeros = { $found } has leading zeros
    .remedy = write it without them
value-too-large = { $found } is above { NUMBER($max, useGrouping: "false") }, the largest number possible here
    .remedy = compare the paper
value-not-whole = { $found } has a decimal point or separator
    .remedy = write a whole number, digits alone
value-not-digits = { $found } is not a whole number
    .remedy = write decimal digits alone, without spaces

## Texts.

value-text-blank = it is not filled in
    .remedy = write it between the quotes
value-text-too-long = { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    } of text, and at most { $max } are allowed
    .remedy = remove it: texts have one line, and no invisible characters
value-text-code-point = the code point { $code-point } is not allowed in a text
    .remedy = { value-text-too-long.remedy }
value-text-padded = a text may not begin or end with a space
    .remedy = { value-text-too-long.remedy }
value-not-a-language = not a language: two or three lower-case letters, as in en
    .remedy = write languages as in {"{"} en = "…", ka = "…" {"}"}
value-translation-blank = the text in { $language } is not filled in
    .remedy = { value-not-a-language.remedy }
value-translations-too-many = translations must be at most { $max }, each language once, in ascending order
    .remedy = remove some

## Values with a spelling of their own.

value-not-an-id = { $found } is not an id: 1 to { $max } of A-Z a-z 0-9 . _ -
    .remedy = write it in that form
value-not-an-instant = { $found } is not a time such as 2018-10-28T21:00:00+04:00
    .remedy = { value-not-an-id.remedy }
value-not-a-day = { $found } is not a day such as 2018-10-28
    .remedy = { value-not-an-id.remedy }
value-not-an-hour = { $found } is not a hour such as 17:00
    .remedy = { value-not-an-id.remedy }
value-not-an-offset = { $found } is not a difference to UTC such as +04:00
    .remedy = { value-not-an-id.remedy }
value-not-a-hash = { $found } is not 64 lower-case hexadecimal digits
    .remedy = { value-not-an-id.remedy }
value-not-a-colour = { $found } is not a colour
    .remedy = write it as #0b5394
value-not-a-key-name = { $found } is not a key name: it must not be empty nor hold spaces, control characters or a plus sign
    .remedy = { value-not-an-id.remedy }
value-word-of-two = { $found } is not known here
    .remedy = write { $one } or { $other }
value-word = { $found } is not known here
    .remedy = write one of { $known }
value-not-a-share = it is no share
    .remedy = write it as 2/5
value-not-a-comparison = { $found } is no comparison
    .remedy = write { $signs } or { $last }
value-not-a-multiple = { $found } is no multiple
    .remedy = write it as in "97 invalid"

## Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = the row has { $cells ->
        [one] { $cells } cell
       *[other] { $cells } cells
    }, and the header { $header }
    .remedy = add or remove cells; a cell that holds the separator stands in quotes
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
table-candidate-unknown = { $contest } has no candidate with this number
    .remedy = take the row out, or correct the number
table-colour-faint = the colour is nearly that of the paper, light or dark
    .remedy = choose one that is seen on white and on black
table-colour-twice = this candidate of { $contest } has a colour on line { NUMBER($line, useGrouping: "false") } already
    .remedy = remove one of the two
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
table-nothing-corrected = the correction has the figures that it would correct
    .remedy = write what is right, or remove the row
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

## Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
## clauses without a full stop.

## Units.

enrolment-tier-unknown = the manifest has no tier { $tier }
    .remedy = write one of its tiers
enrolment-unit-twice = the unit stands on line { NUMBER($line, useGrouping: "false") } already
    .remedy = give each unit its own number
enrolment-top-twice = { $unit } has no parent either
    .remedy = leave one unit at the top
enrolment-no-parent = the unit has no parent, and is not of the first tier
    .remedy = name the unit above it
enrolment-parent-unknown = there is no unit { $unit }
    .remedy = add it, or correct the parent
enrolment-circle = its parents go round in a circle
    .remedy = correct one of them, so that they lead to the top
enrolment-not-below-parent = its tier { $tier } is not below that of its parent
    .remedy = correct the tier or the parent
enrolment-no-top = there is no top unit
    .remedy = list the unit of the first tier, without a parent

## Candidates.

enrolment-number-zero = there is no number 0 on a ballot
    .remedy = numbers begin with 1
enrolment-number-taken = { $contest } has this number already
    .remedy = give each candidate one row
enrolment-no-name = the candidate has no name
    .remedy = add a column such as name_en, and fill it in
enrolment-names-too-many = translations must be at most { $max }, each language once, in ascending order
    .remedy = remove some columns

## Members.

enrolment-member-elsewhere = there is no such unit
    .remedy = correct it, or add it to units.csv
enrolment-seat = seat { $expected } is expected here, and this is seat { $found }
    .remedy = number the seats 1, 2, 3 … without a gap, each once
enrolment-members = the commission has { $found ->
        [one] { $found } member
       *[other] { $found } members
    } here, and { $expected } by the manifest
    .remedy = list every member
enrolment-key-twice = line { NUMBER($line, useGrouping: "false") } has the same key
    .remedy = give each member a key of their own
enrolment-member-key = not an admissible Ed25519 key: it must be a canonical, torsion-free point of full order
    .remedy = ask the member for the public key that keygen printed
enrolment-demonstration-key = this is a demonstration key, which anybody has
    .remedy = let the member make a key with keygen

## Observers.

enrolment-observer-twice = the observer stands here twice
    .remedy = give each observer one row
enrolment-observer-key-missing = the observer has no key
    .remedy = ask the observer for the public key that keygen printed
enrolment-observer-key = { enrolment-member-key }
    .remedy = { enrolment-observer-key-missing.remedy }

## Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = correct it: the founding act must be consistent in itself
manifest-held-nowhere = the contest { $contest } is held in { $unit }, which is not in units.csv
    .remedy = add the unit, or correct the contest
manifest-tier-incomplete = the tier { $tier } has no members and quorum
    .remedy = add it under [commissions]
manifest-tier-unlisted = there is no such tier
    .remedy = write one of those that tiers lists
manifest-item-unknown = the form has no item { $item }
    .remedy = define it as an [[item]], or correct its name

## What the rules would refuse.

manifest-tiers = { flaw-tiers }
manifest-tier-twice = { flaw-tier-twice }
manifest-quorum = tier { $tier }: at least 1 and at most all of its 1 to { $max } members must sign
manifest-contest-twice = contest { $contest } is named twice
manifest-items = { flaw-items }
manifest-checks = { flaw-checks }
manifest-item-twice = { flaw-item-twice }
manifest-item-reserved = { flaw-item-reserved }
manifest-check-item = check { $check } names the item { $item }, which the form does not have
manifest-check-twice = { flaw-check-twice }
manifest-check-built-in = { flaw-check-built-in }
manifest-check-empty = check { $check } compares an empty sum, or one of more than { $items } terms
manifest-deadline = there is a deadline for { $tier }, which is no tier
manifest-invalidity = invalidity: a share is written as 2/5, with 0 < 2 <= 5
manifest-too-many = { flaw-too-many }
manifest-hours = { flaw-hours }

## Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
## stop.

## A draft as a whole. $kind, $found and $kinds are words of the file.

draft-election-unknown = a draft of a { $kind } is read with the election's form and ballot
    .remedy = name the ledger or the kit that it is for
draft-kind-unknown = { $found } is no kind of draft
    .remedy = write one of { $kinds }
draft-other-ledger = this draft is for another ledger
    .remedy = take the ledger or kit that it was made for

## Copies of observers.

draft-refused-with-figures = a refused copy has no figures
    .remedy = empty it, or write copy = "handed"
draft-handed-with-reason = a copy that was handed over has no reason
    .remedy = empty it
draft-neither-handed-nor-refused = it is neither handed nor refused
    .remedy = write one of the two

## Figures.

draft-item-of-count = this item is written at the count, and not before the boxes are opened
    .remedy = remove the line
draft-item-unknown = the form has no such item
    .remedy = remove it, or correct its name
draft-contest-unknown = there is no contest { $contest }
    .remedy = correct it
draft-not-on-ballot = no such number is on the ballot
    .remedy = write it as on the ballot, with two digits
draft-number-twice = this number stands here twice
    .remedy = remove one

## Scans. $file and $name are names of files, $media is JPEG, PNG or PDF.

scan-unnamed = it is not filled in
    .remedy = name the scan, or remove this table
scans-named-alike = two different files are called { $name }
    .remedy = rename one of them, and name it so here
scan-missing = there is no file { $file }
    .remedy = name the scan as it lies beside the draft
scan-not-a-file = { $file } is no ordinary file
    .remedy = name the scan itself, a JPEG, PNG or PDF
scan-empty = { $file }: the file is empty
    .remedy = scan the page again, or copy the file again from where it was made
scan-too-large = { $file }: the file is larger than 20 MB
    .remedy = scan with fewer dots per inch, or attach its pages one by one
scan-of-unknown-kind = { $file }: by its first bytes the file is neither a JPEG nor a PNG nor a PDF
    .remedy = save the scan as JPEG, PNG or PDF, and name that file
scan-named-otherwise = { $file }: by its first bytes the file is a { $media }, and its name does not end so
    .remedy = rename it so that it ends in { $endings }, if it is the right file
scan-endings = { $one } or { $other }
