### Müqayisə edilməyən iki jurnal vəziyyəti.

comparison-not-a-state = { $file } nə dərc edilmiş jurnaldır, nə qəbz, nə də nəzarət nöqtəsi: { $error }
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
