### Yol boyu baş verənlər, terminaldakı şəxsin eşitdiyi kimi.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Bərpa olundu: möhürlənməmiş { $events } hadisə indi möhürləndi.
talk-torn = Bərpa olundu: { $file } faylında { $offset } nömrəli baytdan başlayan yarımçıq yazılış aside/ qovluğuna qoyuldu. O, heç vaxt təsdiqlənməmişdi.
talk-slot-rewritten = Bərpa olundu: möhürün zədələnmiş yarısı aside/ qovluğuna qoyuldu və yenidən yazıldı.
talk-published-quarantined = Bərpa olundu: published/checkpoint faylındakı nəzarət nöqtəsi deyildi. O, aside/ qovluğuna qoyuldu və nəzarət nöqtəsi yenidən dərc edildi.
talk-rebuilt = Daxili anbar jurnaldan yenidən quruldu.
talk-without-store = Daxili anbar yoxdur ({ $reason }); onun əvəzinə jurnal oxunur. Heç nə itməyib.

## What is worth telling and changes nothing.

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
