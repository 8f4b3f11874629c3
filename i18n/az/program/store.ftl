### Reyestrin anbarının edə bilmədikləri. $ledger onun qovluğudur.

store-exists = { file-exists }
    .remedy = --ledger ilə başqa yer seçin və ya oradakı sınağı --continue ilə davam etdirin
store-no-ledger = { $place } qovluğunda reyestr yoxdur
    .remedy = reyestri --ledger DIR ilə göstərin və ya yaradın: { $rehearse }, { $init }
store-locked = { $ledger } proses { $process } tərəfindən tutulub ({ $doing })
    .remedy = bitməsini gözləyin və ya həmin prosesi dayandırın; oxuyanlara mane olunmur
store-damaged = { $ledger } zədələnib: { $fault }
    .remedy = bütün nasazlıqları görmək üçün { $verify }, dərc edilmişlə tutuşdurmaq üçün { $compare } işə salın; ora yazmayın: onu nüsxədən bərpa edin
store-cannot-be-told = { $ledger } barədə düzgün olub-olmadığını müəyyən etmək mümkün deyil: { $fault }
store-ahead = { $witness } bu jurnalın { $holds } ölçüsünü imzalayıb, burada isə ölçü { $ours }
    .remedy = bu jurnalın açarı ilə daha heç nə imzalamayın və bu qovluğu saxlayın: ya köhnə vəziyyət qaytarılıb, ya da açarın surəti işlədilir. Onu dərc edilmişlə müqayisə edin: { $compare }. Şahidi yalnız səhv etdiyini bilirsinizsə, siyasətdən çıxarın
store-other-history = { $witness } bu jurnalın başqa tarixçəsini imzalayıb: bu tarixçə { $from } ölçüsündən böyümür
    .remedy = { store-ahead.remedy }
store-not-witnessed = cavab verən şahidlər azdır, onlar cavab verməyincə jurnal heç nə imzalamır
    .remedy = heç nə təqdim edilmədi: yuxarıda hər şahid barədə deyilənə baxın və eyni əmri yenidən icra edin
store-restored = { $ledger }: { $what }
store-not-the-log-key = bu, reyestrin jurnalının açarı deyil
    .remedy = açıq yarısı log.vkey faylında olan açarı verin
store-not-found = № { $sequence } hadisəsi nə daxili anbarda, nə də jurnalda tapılır
    .remedy = { store-run-again.remedy }
store-run-again = əvvəlki yazılış alınmadı; reyestr yenidən açılmalıdır
    .remedy = eyni əmri yenidən icra edin: reyestr diskdən oxunur və təsdiqlənmiş heç nə itməyib
store-seal = nəzarət nöqtəsini möhürləmək mümkün deyil
    .remedy = { store-run-again.remedy }
store-index-held = daxili anbar başqa prosesdə açıqdır
    .remedy = { store-run-again.remedy }
store-index = daxili anbar: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = reyestr zədələnib və onu yalnız oxumaq olar

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-missing = № { $sequence } hadisəsi yoxdur
index-envelope = qeyd əvvəlki kimi deyil
index-protocol = № { $sequence } hadisəsinin protokolu imzalanan protokol deyil
index-root = hadisələrdən nəzarət nöqtəsinin kökü alınmır
