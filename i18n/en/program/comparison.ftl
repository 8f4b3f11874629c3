### Two states of a log that are not compared.

comparison-not-a-state = { $file } is neither a published log, a receipt nor a checkpoint: { $error }
    .remedy = give a ledger, a published folder, its tar or URL, a receipt, or a signed checkpoint
comparison-broken = { $place }: { $fault }
    .remedy = run { $verify } on it for every fault, and compare a copy from elsewhere
comparison-no-key = two checkpoints do not say whose key to trust
    .remedy = give --policy FILE, or a whole log (ledger, published folder, tar or URL) as one of the two
comparison-not-the-logs = { $place }: the checkpoint of size { $size } is not signed by the log's key
    .remedy = do not go by it: get the checkpoint from the log itself or from a witness; if the log's key has changed, name a whole log or give --policy
comparison-not-trusted = { $place }: the checkpoint of size { $size } is not signed by a log of the policy
    .remedy = { comparison-not-the-logs.remedy }
comparison-no-entries = it cannot be told: { $place } is a checkpoint of size { $size } alone, and says nothing of smaller sizes
    .remedy = bring the log's entries up to size { $size }: its published folder, tar, URL or ledger
