### What a person typed or named: arguments, keys, papers, files.

## Arguments that do not fit together, or that name nothing that is there.

usage-code-unknown = the code { $code } is not known here
    .remedy = built-in codes are of the families T, S, O, C, D, R, V and U; E and W codes are the election's own: name its ledger with --ledger
usage-server-recomputes = a server does not recompute an election
    .remedy = run `protokol witness URL --election` as often as you like: each run recomputes everything
usage-server-writes = a server hands cosignatures to whoever asks
    .remedy = leave --out away
usage-no-address = { $address } is no address to listen on
    .remedy = give one such as 127.0.0.1:7380
usage-only-server-listens = only a server listens
    .remedy = `protokol witness serve` is a server; to cosign once, leave --listen and whatever else is of a server away
usage-log-key-needed = writing to a ledger needs the log's key
    .remedy = give it with --log-key FILE; only a rehearsal keeps its own
usage-no-attachments = a { $kind } has no attachments
    .remedy = scans are attached to a protocol, a correction or a copy
usage-no-kind = there is no kind { $kind }
    .remedy = the kinds are: { $kinds }
usage-election-folder = an election folder needs a name
    .remedy = protokol draft election FOLDER
usage-founding-from-folder = a founding act is drafted from a folder
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-founding-names-key = a founding act names the log's key
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-event-is-a-hash = --event takes an event's hash
    .remedy = see { $show }
usage-founding-needs-key = founding a ledger needs the log's key
    .remedy = give the one whose public half stands in the founding act: --log-key FILE
usage-ledger-exists = { $ledger } exists already
    .remedy = choose another place with --ledger DIR; nothing was touched
usage-rehearsal-exists = { $ledger } exists already
    .remedy = go on with it by --continue, or choose another place with --ledger DIR; nothing was touched
usage-no-size-no-time = { $text } is no size and no time
    .remedy = give a size such as 20000, or a time such as 2018-10-29T01:00:00+04:00
usage-attachments-of-ledger = only a ledger has attachments beside it
    .remedy = name the ledger's folder: `protokol verify LEDGER --attachments`
usage-evidence-of-log = evidence is written of a ledger or a published log alone
    .remedy = leave --evidence out, or name the log itself
usage-proof-in-answer = the proof goes into an answer for a program, and --json is not given
    .remedy = add --json, or name a file: --proof FILE
usage-proof-of-data = a proof is of a table, a report or a list of events: the whole log, a receipt and a kit are checked as they are
    .remedy = name a form such as --format csv, or leave --proof away
usage-proof-of-nothing = no event is shown, so nothing can be proved
    .remedy = ask for other events, or leave --proof away
usage-proof-of-unit = a proof is of a unit or an event: a checkpoint is its own, and a page has a receipt
    .remedy = name a unit or an event; an event has a receipt too: { $receipt }
usage-no-fingerprint = { $text } is not a fingerprint
    .remedy = give the sixteen groups of four hex digits that { $show-checkpoint } prints, in quotes
usage-no-event-named = no event is named
    .remedy = name one with --receipt EVENT
usage-no-published-event = { $event } names no event of a published log
    .remedy = name it by its sequence, or by an older receipt: a published log is not searched for hashes
usage-cosignature-by-policy = a cosignature counts by a policy
    .remedy = name the policy that names the witness with --policy FILE
usage-no-enrolling-table = { $table } is no table that enrols
    .remedy = give members.csv, candidates.csv or observers.csv of an election folder
usage-no-code = there is no code { $code }
    .remedy = the form's codes are: { $codes }; the built-in ones: `protokol help`
usage-nothing-to-print = there is no protocol and no summary of this unit to print
    .remedy = name a precinct, or a unit whose commission has handed in a summary; see { $tally }
usage-no-election = the ledger holds no election
    .remedy = found one: { $init }
usage-only-schema-named = only a schema has a name
    .remedy = `protokol manual schema NAME`, or one folder
usage-no-schema = there is no schema { $schema }
    .remedy = the schemas are: { $schemas }
usage-no-table = { $format } is no table
    .remedy = --for-spreadsheets is for `--format csv`, `csv-long` and `openelections`
usage-no-licence = { $format } has no place for a licence
    .remedy = leave --licence away, or name a table, a data package or a database
usage-not-in-this-build = this build of the program cannot write { $format }
    .remedy = build it with `cargo build --release --features { $feature }`, or name another format
usage-one-receipt = --receipt names one file
    .remedy = a queue keeps each receipt beside its submission
usage-folder-signed-in-place = a folder is signed in place, and its papers are not compared with others
    .remedy = leave --second and --out away, or name one paper
usage-joined-unknown = without a kit or a ledger it cannot be known whose the signatures are: they are not written over the first copy
    .remedy = name a kit with --kit FILE or the ledger with --ledger DIR; or a new file with --out FILE
usage-plain-outside = { $address } is reached by other machines, and there is no certificate
    .remedy = Give --tls-certificate and --tls-key. Where a proxy that encrypts stands before this service, say so with --plain-http and --behind.
usage-tls = { $error }
    .remedy = Give a certificate with its key, both as PEM: --tls-certificate and --tls-key.
usage-no-block = { $block } is no block of addresses
    .remedy = Give one such as 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7.
usage-not-listening = cannot listen on { $address }: { $error }
    .remedy = choose another address with --listen, or end what uses it
usage-folder-not-read = the files cannot be read
    .remedy = check the folder
usage-too-many-units = { $units ->
        [one] { $units } unit
       *[other] { $units } units
    } of the lowest tier, and at most { $max } can be rehearsed
    .remedy = give a smaller number with --units N
usage-no-units = no unit of the lowest tier is listed, declared or wanted
    .remedy = say how many there are with --units N, or list them in units.csv
usage-no-room = there is no unit below which further units could be invented
    .remedy = list the units that the invented ones lie below in units.csv
usage-synthetic-origin = the log's name is too long to be marked as synthetic
    .remedy = check manifest.toml and units.csv

## A command line that the program's parser does not take. What is in backticks stands as it was typed, or as it is to be typed.

parser-argument-unknown = there is no argument { $argument } here
parser-argument-missing = missing: { $arguments }
parser-arguments-conflict = { $argument } cannot be given together with { $other }
parser-argument-twice = { $argument } is given more than once
parser-verb-unknown = there is no command { $verb }
parser-verb-missing = the command is missing
parser-value-missing = { $argument } needs a value
parser-value-unknown = { $value } is no value of { $argument }
parser-value-wrong = { $value } is no value of { $argument }: { $why }
parser-value-not-whole = { $argument } needs a whole number, and { $value } is none
parser-value-too-large = { $value } is too large for { $argument }
parser-values-miscounted = { $argument } has too many values, or too few
parser-no-language = { $value } is no language of this program, which speaks `en`, `az` and `ru`
parser-not-utf8 = an argument is not UTF-8
parser-equals = { $argument } needs an equals sign before its value
parser-other = { $why }
parser-known = possible is { $known }
parser-suggested = perhaps { $suggested } is meant
parser-usage = the command is written so: { $usage }
parser-help = --help says more

## Keys and passphrases.

key-ask-passphrase = Passphrase of { $file }:
key-ask-new-passphrase = New passphrase:
key-ask-again = The same again:
key-passphrases-differ = the two passphrases differ
    .remedy = run it again; nothing was written
key-passphrase-not-read = the passphrase cannot be read: { $error }
    .remedy = use --passphrase-file
key-passphrase-needed = a passphrase is needed
    .remedy = type it at a terminal, or give --passphrase-file FILE
key-passphrase-encoding = the passphrase in { $file } is written neither in UTF-8 nor, with its mark at the head, in UTF-16
    .remedy = save the file as UTF-8, or type the passphrase at a terminal
key-passphrase-file-empty = the first line of { $file } is empty, and the passphrase belongs there
    .remedy = write it there, or type it at a terminal
key-passphrase-invisible = the passphrase has a character that cannot be seen, { $code }: nobody could type it again
    .remedy = choose a passphrase of characters that can be seen; nothing was written
key-passphrase-weak = Whoever gets hold of the key file guesses this passphrase within a minute. Better make the key again, with a passphrase of five or more words that have nothing to do with each other.
key-no-empty-passphrase = a passphrase is needed
    .remedy = choose a passphrase and run it again
key-no-randomness = the system gives no random numbers: { $error }
    .remedy = make the key on another machine
key-answer-at-terminal = nothing was signed: the question was not answered with yes
    .remedy = answer at a terminal, or give --yes
key-type-yes = nothing was signed: the question was not answered with yes
    .remedy = run it again and type yes

## Papers that are drafted, signed and handed in, and other files that are not what they should be.

paper-scan-name = the name of { $file } is not UTF-8
    .remedy = rename the scan
paper-no-submissions = there is no .{ $extension } file in { $folder }
    .remedy = name the folder that holds them
paper-passed-over = { $file } is a submission, but is not handed in: its name does not end in .{ $extension }
paper-drafts-unsigned = { $drafts ->
        [one] { $drafts } draft is
       *[other] { $drafts } drafts are
    } not signed and not handed in, the first is { $first }: `protokol sign FOLDER --key FILE` signs them all
paper-not-yet-witnessed = Sealed, and not yet witnessed as the policy asks. The next command asks again; `protokol export --receipt RECEIPT` then gives a witnessed receipt.
paper-unread-table = { $file } is no table of an election folder and is not read
paper-misnamed-table = { $file } is not read: the file that is read is called { $name }, in exactly these letters
paper-semicolons = { $file } is read as a table with semicolons between its cells; commas belong there
paper-tabs = { $file } is read as a table with tabs between its cells; commas belong there
paper-not-a-statement = { $file }: { $error }
    .remedy = ask for the file again, or make a new draft
paper-too-long = { $file }: { $error }
    .remedy = shorten its texts, or attach them
paper-typings-differ = the two drafts differ at { $place }: { $one } and { $other }
    .remedy = look at the paper, correct the draft that is wrong, and sign again; nothing was signed
paper-no-copy = { $one } and { $other } are not copies of one submission: they do not say the same
    .remedy = join copies of one paper; nothing was written
paper-no-copy-of-draft = { $one } and { $other } say the same, but each was made from the draft by itself, at two times: the signatures of one do not count for the other
    .remedy = choose one of them, and let the others sign that file or copies of it; nothing was written
paper-changed-meanwhile = { $file } was changed meanwhile, and says something else than what was shown
    .remedy = look at it and sign it anew; nothing was written
paper-draft-changed = { $one } was changed after { $other } was made from it, and says something else
    .remedy = look at the paper. If the submission is wrong, put it aside and sign the draft anew; if the draft is, take it away
paper-nothing-to-sign = there is no draft and no submission in { $folder }
    .remedy = name the folder that holds them
paper-nothing-to-check = there is no draft in { $folder }
    .remedy = name the folder that holds them
paper-founding-alone = a founding act is read and signed by itself
    .remedy = name the file: { $sign }
paper-no-election = there is no ledger in { $place }, and no kit is named: a draft is read, checked and signed against its election
    .remedy = name the kit that the commission was given with --kit FILE, or the ledger with --ledger DIR
paper-no-figure = none
paper-ledger-or-kind = the ledger or kind
paper-receipt-not-read = { $file }: { $error }
    .remedy = give a receipt as it was made
paper-in-file = { $file }: { $says }
paper-note-complaint = complaint: { $subject }
paper-note-tier = { $tier }: { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, quorum { $quorum }
paper-note-seat = seat { $seat }: { $name }, { $office }, { $key }

## Files that cannot be read or written. $error is what the system says, in its own language.

file-exists = { $file } exists already
    .remedy = choose another name, or move it away first; nothing is ever written over
file-not-read = cannot read { $file }: { $error }
file-folder-not-read = cannot read the folder { $file }: { $error }
file-not-written = cannot write { $file }: { $error }
file-not-created = cannot create { $file }: { $error }
file-not-made = cannot make { $file }: { $error }
file-not-cut = cannot cut { $file }: { $error }
file-not-kept = cannot keep { $file }: { $error }
file-not-locked = cannot lock { $file }: { $error }
file-not-protected = cannot protect { $file }: { $error }
file-not-set-aside = cannot set aside { $file }: { $error }
system-not-found = there is no file or folder of this name
system-permission-denied = permission denied
system-already-exists = it exists already
system-is-a-folder = it is a folder
system-not-a-folder = a part of its name is no folder
system-read-only = nothing can be written on this disk
system-full = the disk is full
system-too-large = the file would be too large
system-address-in-use = another program uses the address
system-address-not-here = the address is not one of this machine
system-too-slow = it took too long
system-interrupted = it was interrupted
system-no-memory = there is no memory left
system-ends-early = the file ends too early
system-busy = another program uses it
system-name-unfit = no file can have this name
tar-neither-file-nor-folder = { $name } is neither a file nor a folder
tar-name-unfit = { $name } is no relative and plain name
tar-too-many-files = it holds more than { $max } files
tar-cut-off = it is cut off in { $name }
tar-twice = it holds { $name } twice
tar-in-file = { $name } is in a file
file-check-name = check the name; nothing was written
file-name-a-file = name a file, not a folder; nothing was written
file-name-a-folder = name a folder, not a file; nothing was written
file-other-name = choose another name; nothing is ever written over
file-make-readable = make it readable for you, and run it again; nothing was written
file-make-writable = make the place writable for you, or choose another one, and run it again
file-free-space = free some space and run it again; nothing that was acknowledged is lost
file-see-to-disk = see that the disk is sound, and run it again; nothing that was acknowledged is lost

## Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = unit { $name }
place-of-column = column { $name }
place-of-item = item { $name }

## Enrolment slips.

slips-of-units = slips are enrolled by units.csv, which lists the commissions, and not by { $table }
    .remedy = name the units.csv of the election folder: `protokol enrol election/units.csv --slips slips --out drafts`
slips-no-folder = there is no enrolment slip in { $folder }
    .remedy = put the members' slips there, whose names end in .slip
