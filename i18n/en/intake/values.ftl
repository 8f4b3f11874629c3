### Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
### what stands there, in quotes.

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
value-text-too-long = { NUMBER($bytes, useGrouping: "false") } bytes of text, and at most { NUMBER($max, useGrouping: "false") } are allowed
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
