### Gedişatda baş verənlər və əmrlərin nəticələri.

## Yol boyu baş verənlər, terminaldakı şəxsin eşitdiyi kimi.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Bərpa olundu: möhürlənməmiş { $events } hadisə indi möhürləndi.
talk-followed = Bərpa olundu: yalnız replikada olan { $events } hadisə yoxlanıb götürüldü.
talk-followed-another = Bunu başqa maşın yazıbsa, o, burada qəbul edilən ilk sənədlə yerini itirir. Əvəzində onu izləmək üçün bunu dayandırıb belə başladın: protokol serve --standby
talk-seal-made-again = Bərpa: replikada burada möhürlənmiş nəzarət nöqtəsi yox idi, halbuki onu qəbul etmişdi. İndi orada yenə həmin nöqtə var; kimin orada silə bildiyini öyrənin.
talk-torn = Bərpa olundu: { $file } faylında { $offset } nömrəli baytdan başlayan yarımçıq yazılış aside/ qovluğuna qoyuldu. O, heç vaxt təsdiqlənməmişdi.
talk-slot-rewritten = Bərpa olundu: möhürün zədələnmiş yarısı aside/ qovluğuna qoyuldu və yenidən yazıldı.
talk-published-quarantined = Bərpa olundu: published/checkpoint faylındakı nəzarət nöqtəsi deyildi. O, aside/ qovluğuna qoyuldu və nəzarət nöqtəsi yenidən dərc edildi.
talk-published-falsely = dərc edilmiş nəzarət nöqtəsinin yanındakı imzalardan biri adını çəkdiyi şahidin deyil: o buraxılır
talk-rebuilt = Daxili anbar jurnaldan yenidən quruldu.
talk-passed-over = keçildi, çünki belə adlı heç nə jurnala aid deyil: { $files }
talk-copied-beside = bu reyestr { $place } reyestrinin surətidir və o hələ də yerindədir: ikisindən yalnız birinə yazın, yoxsa jurnalın iki tarixçəsi olar
talk-copied-from = bu reyestr sonuncu dəfə { $place } qovluğunda yazılıb və buraya gətirilib: orada hələ də yazılırsa, dayanın, yoxsa jurnalın iki tarixçəsi olar
talk-without-store = Daxili anbar yoxdur ({ $reason }); onun əvəzinə jurnal oxunur. Heç nə itməyib.

## What is worth telling and changes nothing.

talk-asked-again = { $error }: { $seconds } saniyədən sonra yenidən soruşulur.
talk-no-snapshot = Bu ölçüdə jurnal anlıq surət imzalamayıb: rəqəmlər hadisələrdən yenidən hesablanıb və tək-tək sübut edilə bilməz.
talk-store-rebuilt = Daxili anbar jurnalın imzaladığına uyğun gəlmədi: kənara qoyuldu və hadisələrdən yenidən quruldu.
talk-store-unproved = Daxili anbar jurnalın imzaladığına uyğun gəlmədi və yenidən qurula bilmədi: onun əvəzinə hadisələrin özü oxunur.
talk-believed = Reyestrin öz sözünə görə { $key } açarı ilə qəbul olundu: kimə məxsus olduğunu yalnız başqa mənbədən etibar siyasəti sübut edir (--policy).
talk-read-trusted = { $size } ölçüsündə siyasətə görə yoxlanıldı.
talk-read-consistent = { $size } ölçüsündə uyğundur; jurnalın kimə məxsus olduğu sübut olunmayıb: bunun üçün başqa mənbədən etibar siyasəti lazımdır (--policy).
talk-replica-unwitnessed = Replika var, şahidlərdən isə heç biri soruşulmur: replika köhnə vəziyyətinə qaytarılsa və ya surəti çıxarılıb başqa yerdə yazılsa, bunu heç kim görməz. Şahidləri və kvorumu göstərin: --policy POLICY.
talk-not-published = Dərc edilmədi: { $why }. Heç nə itməyib; bu düzəldilən kimi yazan növbəti əmr onu tamamlayacaq.
talk-policy-kept = Siyasət { $place } faylında saxlanılır: sonrakı əmrlər bu şahidlərdən soruşacaq.
talk-witness = Şahid { $witness }: { $silence }.
talk-not-remembered = Şahidlərin nəyi imzaladığını saxlamaq mümkün olmadı: { $error }
talk-quorum-thin = Yetərsay çətinliklə təmin olunub: { $all } şahiddən { $heard } imzalayıb, { $without } olmasa, yetərsay çatmır.

## Why a witness's cosignature is not there: a clause without a full stop.

silence-late = vaxtında cavab vermədi; növbəti əmr yenidən soruşacaq
silence-rolled-back = { $holds } ölçüsünü saxladığını deyir, halbuki { $cosigned } ölçüsünü imzalayıb: geri qaytarılıb
silence-not-registered = bu jurnalı izləmir: onu qeydə almağı şahidin sahibindən xahiş edin

## What takes its time, beside a bar that shows how far it is: a word or two.

work-reading = oxunur
work-opening = açılır
work-verifying = yoxlanılır
work-comparing = müqayisə
work-publishing = dərc edilir
work-handing-in = təqdim edilir
work-to-go = qalıb

## The phases of a rehearsal, in the same place.

phase-commissions = komissiyalar
phase-candidates = namizədlər
phase-observers = müşahidəçilər
phase-turnout = fəallıq
phase-openings = açılış
phase-protocols = protokollar
phase-copies = surətlər
phase-corrections = düzəlişlər
phase-decisions = qərarlar
phase-summaries = ümumi

## Proqramın əmrlərinin nəticələri: adlar, sətirlər və növbəti addım.

## Names, which stand in a column of their own.

result-name = Ad
result-public-key = Açıq açar
result-founded = Təsis edilib
result-restored = Bərpa edilib
result-size = Ölçü
result-level = Səviyyə
result-log = Jurnal
result-published = Dərc olunub
result-mirror = Güzgü
result-files = Fayllar
result-files-put = { $files }, onlardan yeni söz deyən: { $put }
result-replica = Replika
result-held-by = Tutan
result-held = { $process } nömrəli proses ({ $doing })
result-at-size = ölçü { $size }
result-nothing = heç nə
result-cosigned = İmzalanıb
result-cosignature = Şahid imzası
result-numbers = Rəqəmlər
result-numbers-cosigned = yenidən hesablanıb və imzalanıb, həmin faylın ikinci sətrində
result-numbers-none = imzalanmayıb: jurnal bu nəzarət nöqtəsinin anlıq surətini göstərmir
result-witness = Şahid
result-key = Açar
result-the-same = həmin açar
result-watches = İzləyir
result-address = Ünvan
result-pages = Səhifələr
result-answers = Cavablar
result-totals = { account-step-totals }

## Lines of a result.

result-place = { $origin }, yer { $ledger }
result-goes-on = davam edir: möhür bundan sonra heç nə gəlmədiyini göstərir
result-goes-on-with-replica = bərpa olunduğu replika ilə davam edir
result-log-unknown = burada daha heç nə imzalamır: dərc ediləndən çoxunu imzalamış ola bilər, bunu təkzib edən bütöv möhür isə yoxdur
result-events-lost = burada daha heç nə imzalamır: möhür { $size } hadisəni əhatə edir, deməli, { $lost } hadisə itib
result-seal-differs = burada daha heç nə imzalamır: möhürün ölçüsü { $size }, o isə dərc edilmişlə eyni şeyi göstərmir
result-first = { $origin }, ölçü { $size }, ilk dəfə
result-again = { $origin }, ölçü { $size }, təkrar, böyüməyib
result-grown = { $origin }, ölçü { $size }, əvvəlki { $before }
result-older-spelling = { $key }  (04 növünü tanımayan proqramlar üçün)
result-drafts = { $place } qovluğunda { $drafts } qaralama
result-signed = { $place } qovluğunda { $papers } sənəd imzalandı
result-kit = dəst: { $size } ölçüsündə seçkinin quruluşu, protokolsuz
result-written = { $file } yazıldı, { $bytes } bayt
result-written-at = { $file } yazıldı, ölçü { $size }

## What is told beside a result, on a line of its own.

said-mirror-ahead = { $place } güzgüsünün ölçüsü { $there }, burada oxunanın ölçüsü isə { $here }: heç nə qoyulmadı. Jurnalı ən yeni olduğu yerdən oxuyun (--from).
said-mirror-overtaken = Səhifələr qoyulan zaman başqa maşın { $place } güzgüsünü { $there } ölçüsünə çatdırdı, burada oxunanın ölçüsü isə { $here }: onun səhifələri arasında bu ölçünün səhifələri qala bilər. Güzgünü bir proses doldursun, jurnalı isə ən yeni olduğu yerdən oxuyun (--from).
said-mirror-tried-again = { $why }. { $seconds } saniyədən sonra yenidən cəhd edilir.
said-next = Növbəti: { $command }
said-described = Sütunların mənası və cədvəlin götürüldüyü nəzarət nöqtəsi: { $file }
said-members-sign = Növbəti: yuxarı komissiyanın üzvləri hamısını imzalayır: { $command }
said-complete = Lazım olan { $needed } imzadan { $needed } var: sənəd tamdır. Növbəti: { $command }
said-incomplete = Lazım olan { $needed } imzadan { $signed } var. Növbəti, başqa üzv tərəfindən: { $command }
said-quorum-unknown = Kvorumun olub-olmadığı və neçə üzvün imzalamalı olduğu burada bilinmir: --kit FILE ilə dəsti və ya --ledger DIR ilə reyestri göstərin.
said-signed-apart = Dəst və ya reyestr olmadan bunun heç nəyini, o cümlədən bu açarın sayılıb-sayılmadığını yoxlamaq olmur: { $file } olduğu kimi qalır, imza isə { $copy } nüsxəsinə yazılır; onu digərləri ilə `protokol sign --join` birləşdirir. Bu, { $ledger } reyestri üçündür; bəndlər və namizədlər nömrələri ilə göstərilir.
said-to-sign = İmzalanacaq: { $ready }, bu açarla əvvəl imzalanıb: { $before }, kənarda qalıb: { $left-out }.
said-signed-until = { $of } sənəddən { $done } imzalanıb. Eyni əmri yenidən icra edin: o, qalanları ilə davam edir.
said-folder-complete = Tam olan sənədlər: { $complete }. Növbəti: { $command }
said-folder-incomplete = Növbəti, başqa üzv tərəfindən: { $command }
said-fill-in = { $file } yazıldı. Onu doldurun, sonra: { $command }
said-election-written = Başlamaq üçün seçki { $place } qovluğundadır. Oradakı README.txt hər faylı izah edir. İstədiyiniz qədər sınayın: { $command }
said-secret-key = Gizli açar { $file } faylındadır. Faylı və parolunu ayrı saxlayın; yalnız açıq açarı paylayın.
said-slip = Üzvlük vərəqəsi { $file } faylındadır. Onu yuxarı komissiyaya verin: açar onunla qeydə alınır.
said-slip-page = Çap üçün səhifə: { $file }. Məsul şəxs barmaq izini sizinlə tutuşdursun.
said-too-few-cosigned = Siyasətin tələb etdiyindən az şahid imzalayıb: onlar əlçatan olanda yenidən işə salın.
said-published-from = Dərc təsis aktına görə { $until } anından sonrakı ilk hadisə ilə başlayır.
said-not-restored = { $place } yoxlamadan keçmir, heç nə bərpa edilmədi:
said-interrupted = Dayandırıldı. Təsdiqlənmiş heç nə itməyib: eyni əmri --continue ilə icra edin.
said-ends-with-control-c = Xidmət işləyir. Ctrl-C onu bitirir.
said-hand-in-again = Dayandırıldı. Qəbzi olan artıq jurnaldadır: eyni əmri yenidən icra edin.

## What a load came to.

load-handed-in = Təhvil verildi
load-counted = { $taken } yeni, { $already } əvvəldən var idi, { $refused } rədd edildi
load-refused = Rədd edildi
load-asked-again = Təkrar soruşuldu
load-again = { $busy } xidmət məşğul olduğu üçün, { $closed } bir müddət heç nə qəbul etmədiyi üçün, { $gone } heç kim cavab vermədiyi üçün, { $early } hələ tez ola biləcəyi üçün
load-receipts = Qəbzlər
load-receipts-hold = { $receipts }, hər biri sübut olunub və hamısı { $size } hadisəlik bir jurnala aiddir
load-time = Vaxt
load-rate = { $seconds } s, saniyədə { $per-second }
load-latency = Mikrosaniyə ilə nə qədər çəkdi, hər biri növbəsi çatdığı andan
load-phase = Mərhələ
load-all = hamısı
load-per-second = saniyədə
load-longest = ən uzunu
load-machine = Bu maşın
load-machine-allows = saniyədə { $signatures } imza yoxlaması və { $syncs } fayl sinxronlaması, hər biri başqa iş olmadan

## What a witness that answers tells its operator.

serving-cosigned = İmzalandı: { $origin }, ölçü { $size }.
serving-refused = İMTİNA: { $origin }, ölçü { $size }: { $refusal }; { $kept }.
serving-failed = Daha heç nə imzalanmır: { $error }. Şahidi yenidən işə salın.
serving-certificate-renewed = Sertifikat yenidir.
serving-certificate-unfit = Yeni sertifikat yararsızdır, əvvəlki qalır: { $error }
serving-restored = Replikadan { $size } ölçüsünə qədər bərpa olundu: hər hadisə yoxlanıldı.
serving-overtaken = { $why }. Bundan sonra bu maşın ehtiyatdadır: o birini izləyir və oxuyanlara cavab verir.
serving-took-over = Bundan sonra bu maşın yazır, { $size } ölçüsündən. Əvvəl yazan burada qəbul edilən ilk sənədlə yerini itirir.
serving-not-taken-over = Yazma götürülmədi, maşın əvvəlki kimi ehtiyatdadır: { $why }
serving-undone = Maşın yenə də yazır, amma bununla birgə bu alınmadı: { $why }
serving-ended = Bitdi.

## What keeps a verb from its result.

result-not-published = dərc edilmədi: { $why }
    .remedy = heç nə itməyib: bunu düzəldin və yenidən işə salın

## The page of an enrolment slip.

slip-page-title = Komissiya üzvünün üzvlük vərəqəsi
slip-page-name = Ad
slip-page-office = Vəzifə
slip-page-seat = Yer
slip-page-nominated-by = Kim irəli sürüb
slip-page-key = Açıq açar
slip-page-hand = Bu səhifəni və vərəqənin faylını yuxarı komissiyanın məsul şəxsinə verin.
slip-page-compare = Məsul şəxs imzadan əvvəl cədvəldəki barmaq izini ucadan oxuyur; onu yuxarıdakı ilə tutuşdurun.
slip-page-keep = Gizli açar yalnız üzvün özündə qalır. Onu və ya parolunu heç kim istəyə bilməz.
slip-page-member = Tarix, üzvün imzası
slip-page-officer = Tarix, barmaq izini tutuşduran məsul şəxsin imzası
slip-page-held = Kvadratda sübutla birlikdə vərəqənin özü var: kameranın oxuduğu mətn saxlanılsa, fayl alınır.

## What a folder of enrolment slips comes to. $units and $seats are lists.

slips-missing = { $unit }: { $of } yerdən bunlar üçün sayılan vərəqə yoxdur: { $seats }
slips-nobody = sayılan heç bir vərəqə gəlməyib: { $units }
slips-sorted = { $commissions } komissiya tamdır, { $left-out } vərəqə kənarda qalıb, { $missing } komissiya tam deyil.
