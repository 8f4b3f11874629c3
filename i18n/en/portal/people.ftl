### What the pages of keys and witnesses, of observers and of candidates say.

## Keys.

portal-log-key = The log's key
portal-log-key-says = With this key the log signs its checkpoints, and with nothing else. It is written as C2SP keys are: name, short fingerprint, key.
portal-key-in-force = Key in force
portal-former-keys = Former keys
portal-replaced-by = Replaced by
portal-short-print = Short fingerprint
portal-key = Key
portal-since = In force since

## Witnesses.

portal-witnesses = Witnesses
portal-witness = Witness
portal-cosigned = Cosigned
portal-not-this-one = not this checkpoint
portal-quorum-met = As many witnesses as the policy asks for cosigned this checkpoint.
portal-quorum-not-met = Fewer witnesses than the policy asks for have cosigned this checkpoint so far.
portal-no-quorum = The log is shown without witnesses that must cosign it, so a second history could go unnoticed.
portal-policy = Policy
portal-policy-elsewhere = Do not believe this copy. It comes from the site that it is to check: get the policy from a witness, a newspaper or an observer, and compare.

## Observers.

portal-observer = Observer
portal-organisation = Organisation
portal-role = Role
portal-scope = May watch in
portal-accredited = Accredited
portal-withdrawn = Withdrawn
portal-no-observers = Nobody is accredited yet.

## Who is awaited, and whom to call.

portal-whom-to-call-says = Papers that have not come, by the commission above that waits for them, with the name of each chair as the commission was formed. No telephone number is in the log: take it from your own list.
portal-nobody-awaited = Nobody is awaited.
portal-chair = Chair
portal-standing-now = Standing
portal-due-at = Due
portal-past-deadline = past the deadline
portal-no-deadline = no deadline

## Candidates.

portal-nominated-by = Nominated by
portal-decree = Decision
portal-registered = Registered
portal-nominations = Nominations approved
portal-no-candidates = Nobody is registered yet.
