### Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

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
format-column-missing = this column is missing
    .remedy = add it; where the paper has no figure, leave the cell empty
format-candidate-unknown = no contest has a candidate with this number
    .remedy = compare candidates.csv
format-candidate-twice = this candidate has two columns
    .remedy = remove one
