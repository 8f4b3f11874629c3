### Papers that are drafted, signed and handed in, and other files that are not what they should be.

paper-scan-name = the name of { $file } is not UTF-8
    .remedy = rename the scan
paper-no-submissions = there is no .{ $extension } file in { $folder }
    .remedy = name the folder that holds them
paper-passed-over = { $file } is a submission, but is not handed in: its name does not end in .{ $extension }
paper-not-yet-witnessed = Sealed, and not yet witnessed as the policy asks. The next command asks again; `protokol export --receipt RECEIPT` then gives a witnessed receipt.
paper-unread-table = { $file } is no table of an election folder and is not read
paper-not-a-statement = { $file }: { $error }
    .remedy = ask for the file again, or make a new draft
paper-too-long = { $file }: { $error }
    .remedy = shorten its texts, or attach them
paper-typings-differ = the two drafts differ at { $place }: { $one } and { $other }
    .remedy = look at the paper, correct the draft that is wrong, and sign again; nothing was signed
paper-no-figure = none
paper-ledger-or-kind = the ledger or kind
paper-receipt-not-read = { $file }: { $error }
    .remedy = give a receipt as it was made
paper-in-file = { $file }: { $says }
paper-note-complaint = complaint: { $subject }
paper-note-tier = { $tier }: { $members } members, quorum { $quorum }
paper-note-seat = seat { $seat }: { $name }, { $office }, { $key }
