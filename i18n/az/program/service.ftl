### Proqramın əməliyyatlarının edə bilmədikləri, başqa mövzulara aid olmayanlar.

## Files that are handed in, and places that are named.

service-witnessed = { $file }: { $error }
    .remedy = faylı başqa yerə köçürün və yenidən işə salın: şahidlər nəyi imzaladıqlarını özləri bildirirlər; onlardan birinin geri qaytarıldığı o zaman aşkar olunmur
service-witnessed-line = { $line } nömrəli sətir nəzarət nöqtəsindən yuxarıda sıra ilə və bir dəfə yazılmış ölçü və şahid açarı deyil
service-too-large = { $file } sənəd üçün çox böyükdür
    .remedy = adı yoxlayın
service-not-text = { $file } UTF-8 mətni deyil
    .remedy = adı yoxlayın; düzgün fayldırsa, onu UTF-8 kimi saxlayın
service-log-vkey = { $file }: { $error }
    .remedy = faylı bərpa edin: onun açarı təsis aktında göstərilib
service-other-log = { $place } başqa jurnalı və ya bu jurnalın başqa vəziyyətini saxlayır
    .remedy = onları { $compare } ilə müqayisə edin və başqa yer seçin; heç nə yazılmayıb
service-not-a-seal = { $file } möhür deyil
    .remedy = itirilmiş reyestrin `seal` faylını verin və ya --seal seçimini çıxarın: jurnal o zaman daha heç nə imzalamır

## Founding.

service-not-a-founding-act = bu, təsis aktı deyil
    .remedy = onu { $draft-founding } ilə hazırlayın
service-demonstration-log-key = bu, jurnalın nümayiş açarıdır və hər kəsdə var
    .remedy = { $keygen } ilə açar yaradın və təsis aktını onun açıq yarısı ilə hazırlayın
service-file-not-a-founding-act = { $file } təsis aktı deyil
    .remedy = { service-not-a-founding-act.remedy }
service-file-demonstration-log-key = { $file } jurnalın nümayiş açarıdır və hər kəsdə var
    .remedy = { service-demonstration-log-key.remedy }

## Kits, with which a commission works without a ledger.

kit-not-a-kit = dəst deyil, ya da kəsilmiş və ya zədələnmiş dəstdir
    .remedy = yeni dəst istəyin: { $export-kit }
kit-fault = { $fault }
    .remedy = { kit-not-a-kit.remedy }
kit-not-signed = onun nəzarət nöqtəsi öz jurnalı ilə imzalanmayıb
    .remedy = { kit-not-a-kit.remedy }
kit-no-founding-act = onda təsis aktı yoxdur
    .remedy = { kit-not-a-kit.remedy }

## Drafts that are filled in from the ledger.

draft-no-members = ən yuxarı vahidin üzvləri yoxdur
    .remedy = ən yuxarı vahidin üzvlərini members.csv faylına əlavə edin
draft-long-name = jurnalın adı çox uzundur
    .remedy = manifest.toml faylında `origin` qiymətini qısaldın
draft-not-a-name = { $name } jurnalın adı ola bilməz
    .remedy = `origin` qiymətini düzəldin
draft-not-a-key = { $key } açıq açar deyil
    .remedy = keygen əmrinin göstərdiyi 64 onaltılıq rəqəmi verin
draft-no-checkpoint = { $log } daxilində oxuna bilən nəzarət nöqtəsi yoxdur
    .remedy = əvvəlcə onu yoxlayın
draft-same-name = davam etdirilən jurnal artıq { $name } adlanır
    .remedy = manifest.toml faylında yeni jurnala başqa `origin` verin
draft-no-unit = { $unit } vahidi yoxdur
    .remedy = nömrəni yoxlayın və ya həmin vahid olan dəst istəyin
draft-no-contest = { $contest } seçki yarışı yoxdur
    .remedy = birini --contest ilə göstərin: { $contests }
draft-several-contests = bir neçə seçki yarışı var
    .remedy = birini --contest ilə göstərin: { $contests }
draft-summary-from-kit = ümumi protokolun qaralaması reyestrdən hazırlanır
    .remedy = --kit seçimini çıxarın və reyestri --ledger DIR ilə göstərin: dəstdə toplanacaq protokollar yoxdur
draft-no-summary = { $unit } vahidinin { $contest } üzrə ümumi protokolu olmur
    .remedy = ən aşağı pillədən yuxarıdakı vahidi göstərin
draft-nothing-to-correct = { $unit } vahidinin { $contest } üzrə düzəldiləcək ümumi protokolu yoxdur
    .remedy = birincisini tərtib edin: { $draft-summary }

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = reyestrin qovluğunu və ya qəbzi verin
verify-not-evidence = { $file } haçalanmanın sübutu deyil: { $error }
    .remedy = faylı onu hazırlayandan yenidən alın; o, bayt-bayt yazıldığı kimi saxlanılır

## Look-ups. $units shows the units that there are.

query-empty = reyestr boşdur
    .remedy = əvvəlcə onu təsis edin
query-no-unit = { $unit } vahidi yoxdur
    .remedy = bax: { $units }, və ya əvvəlcə komissiyanı yaradın
query-nothing-of-this-name = { $name } bu reyestrdə nə vahiddir, nə hadisə, nə də barmaq izi
    .remedy = vahidlər üçün bax: { $units }, hadisələr üçün { $log }
query-no-contest = { $contest } seçki yarışı yoxdur
    .remedy = yarışlar bunlardır: { $contests }
query-no-tier = { $tier } pilləsi yoxdur
    .remedy = pillələr bunlardır: { $tiers }
query-no-paper = { $event } çap oluna bilən protokol deyil
    .remedy = vahidi və ya protokolun, yaxud ümumi protokolun hadisəsini göstərin; bax: { $log }
query-no-event = { $event } hadisəsi yoxdur
    .remedy = bax: { $log }
query-no-size = hələ { $wanted } ölçüsü yoxdur
    .remedy = reyestrdə { $size } hadisə var

## Rehearsals.

rehearsal-no-founding-act = təsis aktını bu qovluqdan hazırlamaq mümkün deyil
    .remedy = manifest.toml faylını yoxlayın
rehearsal-other-folder = bu reyestrin sınağı bu qovluqdan aparılmayıb
    .remedy = sınağın başladığı qovluğu verin və ya --ledger DIR ilə başqa yer seçin
rehearsal-too-long = bəyanat yazıdan uzundur
    .remedy = onun mətnlərini qısaldın
