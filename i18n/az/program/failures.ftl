### Əməliyyatın nə üçün alınmadığı və nə etmək lazım olduğu.

## Reyestrin anbarının edə bilmədikləri. $ledger onun qovluğudur.

store-exists = { file-exists }
    .remedy = --ledger ilə başqa yer seçin və ya oradakı sınağı --continue ilə davam etdirin
store-no-ledger = { $place } qovluğunda reyestr yoxdur
    .remedy = reyestri --ledger DIR ilə göstərin və ya yaradın: { $rehearse }, { $init }
store-locked = { $ledger } proses { $process } tərəfindən tutulub ({ $doing })
    .remedy = bitməsini gözləyin və ya həmin prosesi dayandırın; oxuyanlara mane olunmur
store-lock-removed = { $ledger } reyestrini başqa proses tutur, onu isə artıq heç nə adlandırmır: o yazarkən `lock` faylı silinib
    .remedy = həmin prosesin bitməsini gözləyin və ya özünüz dayandırın; faylları silmək reyestri azad etmir və heç vaxt lazım deyil
store-not-as-left = { $ledger } reyestrindəki { $file } bu proqramın qoyduğu kimi deyil: oraya başqası yazıb. Bu növbədən heç nə təsdiqlənmir
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
store-replica-taken = { $place } replikasında { $name } adı altında başqa yazanın baytları durur: davam edən odur, bu maşın isə daha heç nə imzalamır. Bu növbədən heç nə təsdiqlənmir
store-replica-silent = { $place } replikası { $name } haqqında aydın cavab vermir: { $why }. Bu növbədən heç nə təsdiqlənmir
store-replica-refused = { $place } replikası { $name } üçün imtina edir: { $why }. Heç nə imzalanmadı
    .remedy = yerin mövcud olduğunu və onu açanın düzgün olduğunu yoxlayın: yaratmaq və oxumaq hüququ, Amazon və Google-da həm də siyahı hüququ lazımdır (docs/replica.md); sonra həmin əmri yenidən icra edin
store-replica-unfit = sınaqda { $place } replikası bir adı iki yazana verdi və ya aldığını saxlamadı
store-replica-other = { $place } replikasında başqa jurnal və ya bu jurnalın başqa tarixçəsi var: { $name }
store-replica-lost = { $place } replikasında { $name } yoxdur, əvvəllər isə var idi
store-replica-not-this = { $ledger } reyestri { $noted } replikası ilə yazılır, { $given } ilə yox
store-replica-unnamed = { $ledger } reyestri { $noted } replikası ilə yazılır, ondan isə soruşulmayıb
address-not-there = { $place } açıla bilmir: { $why }
address-no-engine = bu proqram { $place } növündə anbar tanımır
address-not-plain = anbarın ünvanında, { $scheme }://BUCKET/PREFIX, istifadəçi, parol və sorğu olmur: anbarı açan məlumat mühit dəyişənlərində verilir
address-built-without = { $place } obyekt anbarıdır, bu proqram isə onlarsız qurulub: onu --features replica ilə qurun
mirror-silent = { $place } güzgüsü { $name } barədə aydın cavab vermir: { $why }
mirror-refused = { $place } güzgüsü { $name } üçün imtina edir: { $why }
    .remedy = yerin mövcud olduğunu, boş yer qaldığını və onu açanın düzgün olduğunu yoxlayın: yaratmaq, üzərinə yazmaq və oxumaq hüququ, Amazon və Google-da həm də siyahı hüququ lazımdır (docs/mirror.md); sonra həmin əmri yenidən icra edin
mirror-no-mirror = { $place } yerində { $name } durur, amma oranın hansı jurnalın güzgüsü olduğunu heç nə bildirmir: başqa saytın üzərinə yazılmır
    .remedy = güzgü üçün boş yer göstərin və ya orada duran heç kimə lazım deyilsə, onu götürün
mirror-garbled = { $place } güzgüsündəki { $name } bu jurnalın imzaladığı deyil
    .remedy = onu kimsə və ya nəsə dəyişib: ora kimin yaza bildiyinə baxın. Yalnız bu faylı götürün və həmin əmri yenidən icra edin: fayl yenidən qoyulacaq
mirror-other-key = { $place } güzgüsündə bu jurnalın { $there } hadisəsi var, amma onlar jurnalın burada oxunan { $here } hadisəlik halındakı açardan başqa açarla imzalanıb: heç nə qoyulmadı
    .remedy = jurnalın açarı dəyişdirilibsə, jurnalı ən yeni olduğu yerdən oxuyun (--from). Dəyişdirilməyibsə, bunu kimsə yazıb: oradakı log/checkpoint faylını götürün və həmin əmri yenidən icra edin
mirror-other = { $place } güzgüsündə { $name } başqa baytlarla durur və heç vaxt dəyişdirilmir: güzgü zədələnib və ya dəyişdirilib, başqa jurnalındır və ya proqramın başqa versiyası ilə hazırlanıb
    .remedy = eynisini öz qovluğunuzda hazırlayıb tutuşdurun; güzgüdəki olmalı olduğu kimi deyilsə, onu oradan götürün və eyni əmri yenidən icra edin
store-replica-needed = { $ledger } reyestrində replika qeyd olunmayıb və adı da çəkilməyib: ehtiyatda duran replikanı izləyir
store-stands-by = bu maşın ehtiyatdadır: başqası yazır, bu isə onu izləyir və oxuyanlara cavab verir
    .remedy = yazan maşına verin və ya bir neçə saniyədən sonra yenidən soruşun: yazmanı öz üzərinə götürən eyni təqdimatı qəbul edir
takeover-nobody = bu reyestrlə heç kim ehtiyatda durmur
    .remedy = xidməti işə salın: `protokol serve` dərhal yazır, --standby ilə isə yazan maşını izləyir
takeover-held = bu reyestri indi başqa əmr tutub: { $doing }
    .remedy = onun bitməsini gözləyin və eyni əmri yenidən icra edin
takeover-not-done = burada ehtiyatda duran yazmanı öz üzərinə götürmədi və əvvəlki kimi ehtiyatdadır
    .remedy = səbəbini özü deyib: xidmətin jurnalında və ya işə salındığı yerdə. Bu düzələndən sonra eyni əmri yenidən icra edin
store-index-held = daxili anbar başqa prosesdə açıqdır
    .remedy = { store-run-again.remedy }
store-index = daxili anbar: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = reyestr zədələnib və onu yalnız oxumaq olar

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-no-thread = sistem heç bir axın vermir
index-missing = № { $sequence } hadisəsi yoxdur
index-envelope = qeyd əvvəlki kimi deyil
index-protocol = № { $sequence } hadisəsinin protokolu imzalanan protokol deyil
index-root = hadisələrdən nəzarət nöqtəsinin kökü alınmır

## Proqramın əməliyyatlarının edə bilmədikləri, başqa mövzulara aid olmayanlar.

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
service-clock-behind = bu maşının saatı { $clock } göstərir, reyestrin sonuncu hadisəsi isə daha gec, { $last } vaxtında daxil olub: heç nə möhürlənmədi
    .remedy = bu maşının saatını düzəldin və eyni əmri yenidən icra edin. Saat elə düzgündürsə, --clock-is-right əlavə edin: onda sıçrayışı yoxlayan hər kəs görəcək
service-clock-ahead = bu maşının saatı { $clock } göstərir, bu isə sonuncu daxilolmadan və ya sonuncu səsvermə gününün bitməsindən ({ $after }) 92 gündən çox sonradır: heç nə möhürlənmədi
    .remedy = bu maşının saatını düzəldin və eyni əmri yenidən icra edin. Saat elə düzgündürsə, --clock-is-right əlavə edin: onda sıçrayışı yoxlayan hər kəs görəcək
service-clock-apart = bu maşının saatı { $clock } göstərir, şahidləri isə elə indicə { $cosigned } vaxtı ilə imzalayıb: heç nə möhürlənmədi
    .remedy = bu maşının saatını düzəldin və eyni əmri yenidən icra edin. Saat elə düzgündürsə, --clock-is-right əlavə edin: onda sıçrayışı yoxlayan hər kəs görəcək
service-clock-founding = bu maşının saatı { $clock } göstərir, səsvermə günü isə { $day }: seçki ondan bu qədər uzaq vaxtda təsis edilmir
    .remedy = bu maşının saatını düzəldin və eyni əmri yenidən icra edin. Saat elə düzgündürsə, --clock-is-right əlavə edin: onda sıçrayışı yoxlayan hər kəs görəcək
service-not-a-seal = { $file } möhür deyil
    .remedy = itirilmiş reyestrin `seal` faylını verin və ya --seal seçimini çıxarın: jurnal o zaman daha heç nə imzalamır
service-receipt-not-kept = o, reyestrdə № { $sequence } hadisəsidir, qəbzi isə yazılmayıb: { $why }
    .remedy = yer açın və ya --receipt ilə başqa yer göstərin və eyni əmri yenidən icra edin: heç nə iki dəfə təqdim edilmir, qəbz isə yazılır; yaxud onu `protokol export --receipt { $sequence } --out FILE` ilə alın
service-defect = bu xidmətin bir hissəsi proqramın öz qüsuruna rast gəlib dayandı
    .remedy = bunu proqramı götürdüyünüz yerə, yerin adı yazılan sətirlə birlikdə bildirin. Sonra xidməti yenidən işə salın: təsdiqlənmiş heç nə itməyib

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
kit-not-taken = { $fault }
    .remedy = siyasətin adını çəkdiyi jurnalın dəstini, onun tələb etdiyi birgə imzalarla istəyin
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

## Numbers that are not proved.

proof-no-snapshot = jurnal { $size } ölçüsündə rəqəmləri barədə heç nə imzalamayıb
    .remedy = yazan istənilən əmr növbəti hadisə ilə birlikdə anlıq surət imzalayır; sübutsuz rəqəmlər --proof olmadan göstərilir
proof-other-sizes = jurnal { $size } ölçüsündə rəqəmləri barədə heç nə imzalamayıb
    .remedy = --at ilə anlıq surəti olan ölçünü göstərin: ən yaxınları { $near }
proof-false = jurnal { $size } ölçüsündə hadisələrindən alınandan başqa rəqəmlər imzalayıb
    .remedy = hər şeyin surətini saxlayın, ətraflısını { $verify } göstərir
proof-too-much = bir sübutun { $limit } sətrindən çoxu istənilir
    .remedy = bir seçkini və ya bir hissənin vahidlərini istəyin
proof-evidence-option = --evidence FILE jurnalı ifşa edəni hər kəsin yoxlaya biləcəyi bir fayla yazır

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

## Hazırlana, oxuna və ya yoxlanıla bilməyən qəbzlər.

receipt-no-key = kimin açarına etibar etmək lazım olduğu qəbzdə və ya sübutda göstərilmir
    .remedy = --policy FILE və ya qəbzin aid olduğu reyestri --ledger DIR ilə verin
receipt-other-ledger = fayl { $theirs } jurnalına aiddir, { $ledger } isə { $ours } jurnalına
    .remedy = { receipt-no-key.remedy }
receipt-no-event = № { $sequence } hadisəsi yoxdur
    .remedy = jurnalda { $size } hadisə var
receipt-broken = { $error }
    .remedy = onun üzərində { $verify } işə salın və qəbzi başqa nüsxədən alın
receipt-other-log = { $file } { $theirs } jurnalına aiddir, bu isə { $ours } jurnalıdır
    .remedy = qəbzin aid olduğu jurnalı göstərin
receipt-two-histories = { $file } faylının № { $sequence } hadisəsi barədə sübut etdiyi bu jurnalın tarixçəsində yoxdur: jurnalın iki tarixçəsi var
    .remedy = qəbzi saxlayın və bu jurnalı başqa nüsxə ilə müqayisə edin: { $compare }; heç nə yazılmayıb
receipt-not-grown = { $file } bu jurnalın { $size } ölçüsünə aiddir, buradakı { $ours } ölçülü reyestr isə ondan böyüməyib: ya jurnalın iki tarixçəsi var, ya da köhnə vəziyyət qaytarılıb. Yeni qəbz buradadır: { $kept }
    .remedy = hər iki qəbzi saxlayın və səbəb bilinənədək bu jurnalın açarı ilə daha heç nə imzalamayın: { $compare } fərqi göstərir

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = oxuna bilən nəzarət nöqtəsi yoxdur
broken-not-proved = plitələri hadisəni sübut etmir

## Müqayisə edilməyən iki jurnal vəziyyəti.

comparison-not-a-state = { $file } nə dərc edilmiş jurnaldır, nə qəbz, nə sübut, nə anlıq surət, nə də nəzarət nöqtəsi: { $error }
    .remedy = reyestr, dərc edilmiş qovluq, onun tar faylını və ya URL ünvanını, qəbz, yaxud imzalanmış nəzarət nöqtəsi verin
comparison-broken = { $place }: { $fault }
    .remedy = bütün nasazlıqları görmək üçün onun üzərində { $verify } işə salın və başqa yerdən alınmış nüsxəni müqayisə edin
comparison-no-key = kimin açarına etibar etmək lazım olduğunu iki nəzarət nöqtəsi göstərmir
    .remedy = --policy FILE verin və ya ikisindən biri kimi bütöv jurnal (reyestr, dərc edilmiş qovluq, tar və ya URL) göstərin
comparison-not-the-logs = { $place }: ölçüsü { $size } olan nəzarət nöqtəsi jurnalın açarı ilə imzalanmayıb
    .remedy = ona əsaslanmayın: nəzarət nöqtəsini jurnalın özündən və ya şahiddən alın; jurnalın açarı dəyişibsə, bütöv jurnalı göstərin və ya --policy verin
comparison-not-trusted = { $place }: ölçüsü { $size } olan nəzarət nöqtəsi siyasətdəki jurnallardan biri ilə imzalanmayıb
    .remedy = { comparison-not-the-logs.remedy }
comparison-no-entries = müəyyən etmək mümkün deyil: { $place } ölçüsü { $size } olan tək nəzarət nöqtəsidir və kiçik ölçülər barədə heç nə demir
    .remedy = jurnalın { $size } ölçüsünədək yazılarını gətirin: dərc edilmiş qovluğunu, tar faylını, URL ünvanını və ya reyestri
comparison-snapshot-alone = müəyyən etmək mümkün deyil: { $place } ölçüsü { $size } olan tək anlıq surətdir və başqa ölçülər barədə heç nə demir
    .remedy = hər iki tərəf üçün eyni ölçünün sübutunu və ya anlıq surətini, yaxud jurnalın özünü verin

## Göstərilən və oxuna bilməyən jurnallar: qovluqlar, tar faylları və serverlər.

source-ledger = { $error }
    .remedy = reyestr üzərində { $verify } işə salın
source-neither-log-nor-receipt = { $file } nə dərc edilmiş jurnaldır, nə də qəbz
    .remedy = reyestr, dərc edilmiş qovluq, onun tar faylını və ya URL ünvanını, yaxud qəbz verin
source-not-a-tar = { $file } tar kimi oxuna bilmir: { $error }
    .remedy = onu başqa yerdən alın və ya qovluğu istəyin
source-no-log = { $place } dərc edilmiş jurnal deyil
    .remedy = ünvanı yoxlayın: dərc edilmiş jurnalda `checkpoint`, `log.vkey` və `tile/` bilavasitə özündə olur
source-not-verified = { $place } yoxlamadan keçmir, buna görə ondan heç nə göstərilmir: { $fault }
    .remedy = bütün nasazlıqları görmək üçün `{ $command }` icra edin

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } http və ya https URL deyil
    .remedy = `checkpoint` faylının verildiyi URL-i göstərin
http-unreachable = { $url } ilə əlaqə yoxdur: { $why }
    .remedy = ünvanı və şəbəkəni yoxlayın və yenidən işə salın
answer-refused = orada heç kim cavab vermir
answer-broken-off = əlaqə kəsildi
answer-too-slow = vaxtında cavab olmadı
answer-no-host = bu adda kompüter tapılmır
answer-no-way = oraya yol yoxdur
answer-no-thread = sistem soruşmaq üçün axın vermir
http-status = { $url } { $status } statusu ilə cavab verir
    .remedy = { http-unreachable.remedy }
http-not-the-file = { $url } soruşulan faylı deyil, başqa şey verir, məsələn, insanlar üçün səhifə
    .remedy = ünvanı yoxlayın: jurnalın faylları onun altında olmalıdır. Ünvan düzgündürsə, paylayandan soruşun və ya jurnalı başqa yerdən götürün
http-too-long = { $url } { $limit } baytdan uzun cavab verir
    .remedy = { http-unreachable.remedy }

## A policy's file. $fault is one of the above.

policy-witness-address = { $address } şahidin ünvanı deyil
    .remedy = ünvanı http://… və ya https://… kimi yazın: şahid add-checkpoint sorğusunu orada qəbul edir

## Proofs from hashes, and the tiles that they are made from.

tile-missing = { $tile } yoxdur
tile-malformed = { $tile }: { $error }
tile-length = { $found } bayt, heş sayı { $width } olduqda isə { $expected } bayt olmalıdır
tile-bundle = hər biri uzunluğundan sonra gələn { $width } yazı deyil

## Şahidlər: imzalamağa nə mane olur və şahid imzasında nə düzgün deyil.

witness-watches = şahid kimi izlədiyini bilməlidir
    .remedy = izlənən hər jurnal üçün `log <vkey>` sətri olan --policy FILE verin
witness-name = { $name } şahid adı deyil
    .remedy = sxemsiz URL verin, məsələn, witness.example/w1: boşluqsuz və plyussuz
witness-says-recomputed = { $ending } ilə bitən ad seçkinin yenidən hesablandığını bildirir
    .remedy = onu --election ilə yenidən hesablayın və ya başqa ad və başqa açar verin
witness-does-not-say-recomputed = seçkini yenidən hesablayanın adı { $ending } ilə bitir
    .remedy = ona belə ad və başqa heç nə imzalamayan açar verin
witness-nothing-to-watch = siyasətdə heç bir jurnal göstərilməyib
    .remedy = { witness-watches.remedy }
witness-log-key = bu, izlənəcək jurnalın açarıdır
    .remedy = şahidə öz açarını verin: { $keygen }
witness-no-checkpoint = { $place } ünvanında nəzarət nöqtəsi yoxdur
    .remedy = `checkpoint` faylının olduğu URL-i və ya qovluğu göstərin
witness-not-a-checkpoint = { $place } ünvanındakı nəzarət nöqtəsi oxuna bilmir: { $error }
    .remedy = ünvanı yoxlayın: bu, proqramın tanıdığı növdən jurnal deyil
witness-not-verified = { $place } yoxlamadan keçmir: { $fault }
    .remedy = bütün nasazlıqları görmək üçün onun üzərində { $verify } işə salın; heç nə imzalanmayıb
witness-not-signed = { $origin } jurnalının { $size } ölçüsündəki nəzarət nöqtəsi jurnalla imzalanmayıb
    .remedy = siyasətdə bu jurnalın açarının göstərildiyini və siyasətin etibar etdiyiniz şəxsdən gəldiyini yoxlayın
witness-shrunk = { $origin } { $size } ölçüsünü göstərir, bu şahid isə { $before } ölçüsünü imzalayıb: jurnal kiçilmir; { $kept }
    .remedy = bir azdan yenidən baxın: keş geri qala bilər. Dəyişməzsə, bunu bildirin: köhnə vəziyyət qaytarılıb
witness-unproved = { $before } ölçüsündən { $size } ölçüsünə böyüməni yoxlamaq mümkün deyil: { $flaw }
    .remedy = bir azdan yenidən baxın və ya jurnalın fayllarını başqa yerdən alın

## A checkpoint that is not cosigned. $refusal is one of the refusals below, and what became of the evidence.

witness-refused-unproved = { $origin }, ölçü { $size }, imzalanmır: { $refusal }
    .remedy = jurnalın fayllarını başqa yerdən alın və yenidən işə salın. Onlar da eyni şeyi göstərərsə, jurnalın iki tarixçəsi var: saxlanmış sorğunu bildirin
witness-refused-contradiction = { witness-refused-unproved }
    .remedy = bunu bildirin: iki nəzarət nöqtəsini müqayisə edənə başqa heç nə lazım deyil
witness-refused = { witness-refused-unproved }
    .remedy = { witness-not-signed.remedy }
witness-refusal-kept = { $refusal }; { $kept }

## What became of evidence: a clause without a full stop.

evidence-kept = sorğu vəziyyət qovluğunda { $file } faylında saxlanılıb
evidence-known = eyni nəzarət nöqtəsi əvvəl vəziyyət qovluğunda { $file } faylında saxlanılıb
evidence-full = saxlanılmayıb: bu jurnal barədə daha çox sübut üçün yer yoxdur
evidence-lost = onu saxlamaq mümkün olmadı: { $error }

## The state of a witness.

state-other-witness = { $file } { $found } şahidinə aiddir, verilmiş açar və ad isə { $given }
    .remedy = vəziyyətin yaradıldığı açarı və adı və ya başqa --state verin
state-failed = əvvəlki yazılış alınmadı; vəziyyət yenidən oxunmalıdır
    .remedy = diskin saz olduğunu yoxlayın və yenidən işə salın
state-damaged = { $file }: { $flaw }
    .remedy = vəziyyətin və açarın yanındakı nişanın eyni ana aid ən yeni nüsxələrini geri qoyun. Onlar itibsə, yeni açar yaradın, yeni ad götürün və jurnallara bildirin: bu açarla daha köhnə ağac yenidən imzalana bilər
state-older = vəziyyət { $mark } nişanından az bilir: bu, köhnə nüsxədir və ya keçən dəfəkindən başqa qovluqdur
    .remedy = { state-damaged.remedy }
state-newer = vəziyyət { $mark } nişanından çox bilir: o, bu nişansız işlədilib və ya nişan köhnə nüsxədir
    .remedy = { state-damaged.remedy }
state-unmarked = vəziyyət işlədilib, { $mark } isə yoxdur
    .remedy = { state-damaged.remedy }

## What is wrong with a file of a witness's state: a clause without a full stop.

state-flaw-mark = şahid nişanı deyil
state-flaw-keys = jurnal həddən çox açarla imzalayır
state-flaw-missing = yoxdur, vəziyyət isə işlədilib
state-flaw-form = nəzarət nöqtəsindən yuxarıda şahid imzasının nömrəsi deyil
state-flaw-not-this-witness = imza bu şahidin deyil
state-flaw-twice = iki fayl özünü eyni jurnala və ya eyni imzaya aid göstərir

## Şahid imzaları: nə üçün verilmir və verilmiş imzada nə düzgün deyil.

## Why a checkpoint is not cosigned: a clause without a full stop.

cosigning-request = sorğu deyil: { $error }
cosigning-old-above-new = köhnə ölçü { $old } yenisindən, { $new }, böyükdür
cosigning-unknown-origin = burada { $origin } jurnalı izlənmir
cosigning-not-signed = jurnalla imzalanmayıb: { $error }
cosigning-signed-twice = jurnalın bir açarının iki imzası var
cosigning-other-size = bu şahid { $stored } ölçüsünü imzalayıb, sorğu isə { $old } ölçüsündən başlayır
cosigning-surplus = sübutda heşlərin sayı { $hashes }, burada isə sübut ediləsi heç nə yoxdur
cosigning-fork = { $size } ölçüsü başqa köklə imzalanıb: jurnalın iki tarixçəsi var
cosigning-not-grown = imzalanmış { $size } ölçüsündən böyüdüyü göstərilməyib: { $error }

## Bytes that are not a request for a cosignature: a clause without a full stop.

request-too-long = { $bytes } bayt, sorğuda isə ən çoxu { $limit } ola bilər
request-no-division = nəzarət nöqtəsindən əvvəl boş sətir yoxdur
request-old = birinci sətir `old` və yeganə düzgün yazılışda ölçü deyil
request-hash = sübutun { $line } nömrəli sətri 32 baytın base64 yazılışı deyil
request-too-many-hashes = sübut sətirlərinin sayı { $limit } həddini keçir
request-checkpoint = nəzarət nöqtəsi: { $error }

## Cosignatures that were handed in and do not count. $file is where they stand.

cosignature-malformed = { $file }: { $error }
    .remedy = { $witness } əmrinin yazdığı faylı verin
cosignature-refused = { $file }: { $error }
    .remedy = şahid ən yeni nəzarət nöqtəsinə baxsın: onun imzası başqasına aiddir və ya yanlışdır
cosignature-of-nobody = { $file }: heç bir sətir siyasətdəki şahidə aid deyil
    .remedy = siyasəti yoxlayın
cosignature-other-key = sətir { $found } adındandır, { $expected } adlı bu açarın deyil

## How a witness that was asked does not keep to the protocol: a clause without a full stop.

misbehaved-no-size = 409 cavabı verir, lakin saxladığı ölçünü bildirmir
misbehaved-unsteady = { $size } ölçüsünü saxladığını deyir, lakin oradan başlamır
misbehaved-not-lines = 200 cavabı verir, lakin imza sətirləri əvəzinə başqa şey göndərir
misbehaved-not-its-key = 200 cavabı verir, lakin öz açarının imzası yoxdur
misbehaved-cosignature = imzası yanlışdır: { $error }
misbehaved-no-proof = saxladığını dediyi { $size } ölçüsündən sübut yoxdur

## Proqramın davam edə bilmədiyi hallar.

defect-no-thread = sistem proqrama heç bir axın vermir
    .remedy = proseslərin həddini qaldırın (ulimit -u, yaxud konteynerin və ya xidmətin həddi) və ya başqa proqramları dayandırın, sonra eyni əmri yenidən icra edin
defect-no-memory = sistem proqrama { $granted } MiB yaddaş verir, ona isə { $needed } MiB lazımdır: heç nə edilmədi
    .remedy = həddi artırın, məsələn, `ulimit -v { $limit }`, və eyni əmri yenidən icra edin; böyük reyestrə daha çox lazımdır
defect-met = proqram { $place } yerində öz qüsuruna rast gəldi, versiya { $version }; soruşulana cavab verilmir
    .remedy = bu sətri proqramı götürdüyünüz yerə, yazdığınız əmrlə birlikdə bildirin; başqalarına qarşı istifadə edilə bilərsə, SECURITY.md faylındakı kimi. Təsdiqlənmiş heç nə itməyib: reyestrin vəziyyətini { $verify } göstərir
