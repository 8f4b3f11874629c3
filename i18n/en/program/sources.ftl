### Logs that somebody points at and that cannot be read: folders, tars and servers.

source-ledger = { $error }
    .remedy = run { $verify } on the ledger
source-neither-log-nor-receipt = { $file } is neither a published log nor a receipt
    .remedy = give a ledger, a published folder, its tar or URL, or a receipt
source-not-a-tar = { $file } cannot be read as a tar: { $error }
    .remedy = get it from another place, or ask for the folder
source-no-log = { $place } is no published log
    .remedy = check the address: a published log has `checkpoint`, `log.vkey` and `tile/` directly in it

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } is not an http or https URL
    .remedy = give the URL under which `checkpoint` is served
http-unreachable = { $url } cannot be reached: { $why }
    .remedy = check the address and the network, and run it again
http-status = { $url } answers with status { $status }
    .remedy = { http-unreachable.remedy }
http-too-long = { $url } answers with more than { NUMBER($limit, useGrouping: "false") } bytes
    .remedy = { http-unreachable.remedy }
