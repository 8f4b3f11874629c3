### What the page of the data says.

data-lead = Everything on these pages can be had as data, under the same checkpoint. Name the fingerprint when you quote it.
data-files = Files
data-files-how = Each file names the checkpoint that it was made from. The same checkpoint gives the same bytes.
data-file-of = checkpoint { $size }; bytes: { $bytes }
data-files-command = Whoever has the ledger, or its published log, makes each of them with this command:
data-format = Form
data-what = What is in it
data-programs = Addresses for programs
data-programs-how = Questions are asked over HTTP, without a key and without registration. Each answer says of which checkpoint it is.
data-index = every address, with what it answers
data-description = the description of all of them (OpenAPI 3.1)
data-totals = what the contests come to
data-papers = every paper and how it stands
data-changes = what changed since a checkpoint, and a stream of it
data-published = the signed checkpoint of the log
data-licence = These pages say nothing of a licence: whoever holds the election does.
data-csv = a row for each paper that is due, with every item and candidate
data-csv-long = a row for each candidate and unit, in the columns of OpenElections
data-openelections = the seven columns of OpenElections alone
data-datapackage = every table in a folder, with a description of Frictionless Data
data-sqlite = every table in one SQLite file
data-parquet = the long table in typed columns, for data frames
data-nist = the results as NIST SP 1500-100 version 2, JSON
data-nist-log = every event as NIST SP 1500-101, JSON
data-ndjson = every event with all its fields, one JSON object a line
