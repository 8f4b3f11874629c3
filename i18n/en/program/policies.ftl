### Trust files that cannot be read: clauses without a full stop. The four words that begin a line are the format's own.

policy-too-long = { NUMBER($bytes, useGrouping: "false") } bytes, and a trust file has at most { NUMBER($limit, useGrouping: "false") }
policy-control-character = a control character that is neither tab nor newline
policy-unfinished = the line does not end with a newline
policy-keyword = a line begins with log, witness, group, quorum or #, and not with `{ $word }`
policy-form = the line must read: { $form }
policy-key = the key: { $error }
policy-log-key-kind = a log's key is of type 0x01, and not a witness's of type 0x04
policy-duplicate-log = this log's public key stands above already
policy-duplicate-witness = this witness's public key stands above already
policy-name-taken = the name `{ $name }` is taken
policy-name-unknown = no witness or group `{ $name }` is defined above
policy-counted-twice = `{ $name }` is a member of a group already
policy-threshold = the threshold `{ $threshold }` is not any, all, or a number from 1 to { $members }
policy-second-quorum = a second quorum line
policy-no-quorum = the quorum line is missing

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = a policy is in C2SP tlog-policy form; see keys/README.md
policy-witness-address = { $address } is no address of a witness
    .remedy = write the address as http://… or https://…, under which the witness takes add-checkpoint
