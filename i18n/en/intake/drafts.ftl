### Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
### stop.

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
