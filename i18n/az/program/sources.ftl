### Göstərilən və oxuna bilməyən jurnallar: qovluqlar, tar faylları və serverlər.

source-ledger = { $error }
    .remedy = reyestr üzərində { $verify } işə salın
source-neither-log-nor-receipt = { $file } nə dərc edilmiş jurnaldır, nə də qəbz
    .remedy = reyestr, dərc edilmiş qovluq, onun tar faylını və ya URL ünvanını, yaxud qəbz verin
source-not-a-tar = { $file } tar kimi oxuna bilmir: { $error }
    .remedy = onu başqa yerdən alın və ya qovluğu istəyin
source-no-log = { $place } dərc edilmiş jurnal deyil
    .remedy = ünvanı yoxlayın: dərc edilmiş jurnalda `checkpoint`, `log.vkey` və `tile/` bilavasitə özündə olur

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } http və ya https URL deyil
    .remedy = `checkpoint` faylının verildiyi URL-i göstərin
http-unreachable = { $url } ilə əlaqə yoxdur: { $why }
    .remedy = ünvanı və şəbəkəni yoxlayın və yenidən işə salın
http-status = { $url } { $status } statusu ilə cavab verir
    .remedy = { http-unreachable.remedy }
http-too-long = { $url } { $limit } baytdan uzun cavab verir
    .remedy = { http-unreachable.remedy }
