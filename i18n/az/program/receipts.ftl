### Hazırlana, oxuna və ya yoxlanıla bilməyən qəbzlər.

receipt-no-key = kimin açarına etibar etmək lazım olduğu qəbzdə göstərilmir
    .remedy = --policy FILE və ya qəbzin aid olduğu reyestri --ledger DIR ilə verin
receipt-other-ledger = qəbz { $theirs } jurnalına aiddir, { $ledger } isə { $ours } jurnalına
    .remedy = { receipt-no-key.remedy }
receipt-no-event = № { $sequence } hadisəsi yoxdur
    .remedy = jurnalda { $size } hadisə var
receipt-broken = { $error }
    .remedy = onun üzərində { $verify } işə salın və qəbzi başqa nüsxədən alın
receipt-other-log = { $file } { $theirs } jurnalına aiddir, bu isə { $ours } jurnalıdır
    .remedy = qəbzin aid olduğu jurnalı göstərin
receipt-two-histories = { $file } bu jurnaldakından başqa № { $sequence } hadisəsini sübut edir: jurnalın iki tarixçəsi var
    .remedy = qəbzi saxlayın və bu jurnalı başqa nüsxə ilə müqayisə edin: { $compare }; heç nə yazılmayıb

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = oxuna bilən nəzarət nöqtəsi yoxdur
broken-not-proved = plitələri hadisəni sübut etmir

## Bytes that are not a receipt: a clause without a full stop.

receipt-too-long = { $bytes } bayt, qəbzdə isə ən çoxu { $limit } ola bilər
receipt-not-utf8 = UTF-8 deyil
receipt-header = birinci sətir `{ $header }` deyil
receipt-no-division = sübutla nəzarət nöqtəsi arasında boş sətir yoxdur
receipt-extra = extra sətri uzunluğu 1 ilə { $limit } arasında olan base64 deyil
receipt-index = yeganə düzgün yazılışda onluq ədədli index sətri yoxdur
receipt-proof-line = { $line } nömrəli sübut sətri 32 baytın base64 yazılışı deyil
receipt-proof-too-long = sübut sətirlərinin sayı { $limit } həddini keçir
receipt-outside-tree = № { $index } yazısı ölçüsü { $size } olan nəzarət nöqtəsi altında deyil
receipt-checkpoint = nəzarət nöqtəsi: { $error }
