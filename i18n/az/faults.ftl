### Faults of a ledger or a receipt: what is wrong, and where.

## Where a fault is.

place-event-of-unit = hadisə № { $sequence } ({ $unit })
place-event = hadisə № { $sequence }
place-unit = vahid { $unit }
place-byte = { $file }, bayt { $offset }

## What is wrong: a clause without a full stop, put behind a place.

fault-frame-sequence = bu hadisə toplusunda göstərilən ilk hadisə əslində olan ilk hadisədən fərqlidir
fault-missing = hadisələr çatışmır: möhür { $sealed } hadisəni əhatə edir, mövcud olan { $found }
fault-envelope-length = { $bytes } baytlıq qeyd hadisə olmaq üçün çox qısa və ya çox uzundur
fault-envelope-arrival = daxilolma vaxtı 9999-cu ildən sonradır
fault-link-previous = özündən əvvəlki hadisəni göstərmir: onlardan biri dəyişdirilib və ya aralarındakı hadisə yoxdur
fault-link-sequence = özünü hadisə № { $claimed } kimi göstərir, bu isə onun yeri deyil
fault-link-arrival = daxilolma vaxtı { $arrival }, bu isə özündən əvvəlki hadisədən tezdir
fault-closed = reyestr bağlandıqdan sonra əlavə edilib
fault-rules-unknown = qaydaların { $rules } nömrəli versiyasına tabedir, proqram onu tanımır və müəyyən edə bilmir
fault-inadmissible = qəbul edilməməli idi. { $refusal }
fault-root = ölçüsü { $size } olan möhür bunlardan başqa hadisələr üzərində imzalanıb: möhürdə { $sealed }, yenidən hesablanıb { $recomputed }
fault-no-checkpoint = möhürdə oxuna bilən nəzarət nöqtəsi yoxdur
fault-seal-length = möhür { $expected } bayt əvəzinə { $bytes } baytdır
fault-slot = möhürün { $half } yarısı zədələnib
fault-published-not-the-logs = dərc edilmiş nəzarət nöqtəsi bu reyestrin jurnalı ilə imzalanmayıb
fault-snapshot-not-the-logs = reyestrdəki ən yeni anlıq surət bu reyestrin jurnalı ilə imzalanmayıb
fault-published-snapshot-not-the-logs = dərc edilmiş anlıq surət bu reyestrin jurnalı ilə imzalanmayıb
fault-snapshot-root = ölçüsü { $size } olan anlıq surət bunlardan başqa hadisələr üzərində imzalanıb: surətdə { $stated }, yenidən hesablanıb { $recomputed }
fault-snapshot-rows = { $size } ölçüsündə jurnal öz hadisələrinin verdiyindən başqa rəqəmlər imzalayıb: surətdəki sətirlər { $stated }, yenidən hesablanıb { $recomputed }
fault-row-differs = { $size } ölçüsündə jurnal bir-birinə zidd rəqəmlər imzalayıb: { $row } sətrində yazılıb: { $stated }, yanındakı sətirlərdən isə alınır: { $follows }
fault-row-nothing = heç nə
fault-slot-not-the-logs = möhürün { $half } yarısındakı nəzarət nöqtəsi bu reyestrin jurnalı ilə imzalanmayıb
fault-unsealed = sondakı { $events } hadisə hələ imzalanmış nəzarət nöqtəsi altında deyil
fault-torn = son nəzarət nöqtəsindən sonrakı { $bytes } bayt yarımçıq yazılışın qalığıdır
fault-not-expected = reyestrdə gözlədiyiniz nəzarət nöqtəsi heç vaxt olmayıb: { $expected }
fault-other-checkpoint = qəbz başqa nəzarət nöqtəsinə aiddir, gözlədiyiniz isə budur: { $expected }
fault-not-trusted = siyasətdə bu jurnal göstərilməyib və ya əsaslandığı imza təsdiqlənmir
fault-quorum-not-met = siyasətin tələb etdiyindən az şahid imzalayıb
fault-numbers-quorum-not-met = rəqəmləri siyasətin tələb etdiyindən az şahid yenidən hesablayıb
fault-file-differs = fayl yoxdur və ya təsis aktından fərqli məzmundadır
fault-inclusion = sübut hadisədən nəzarət nöqtəsinə aparmır
fault-nothing = bir hadisə də yoxdur
fault-attachment-missing = “{ $name }” əlavəsi yoxdur
fault-tile-forged = bu plitə hadisələrdən alınana uyğun gəlmir: saxtalaşdırılıb və ya zədələnib
fault-file-missing = dərc edilmiş jurnalın bu faylı yoxdur və ya hələ yoxdur
fault-changed = { $change }; poçt, FTP və ofis proqramları mətnlərlə belə edir, onu kiminsə qəsdən dəyişdirməsi şərt deyil
fault-tile-format = bu bağlama hadisələrə bölünmür
fault-unproved = sübut deyiləni göstərmir: { $why }
fault-proof-not-the-logs = anlıq surət nəzarət nöqtəsini imzalayan açarla imzalanmayıb
fault-attachment-altered = “{ $name }” əlavəsi imzalanmış fayl deyil: uzunluğu və ya heş qiymətləri fərqlidir

## Batches of events in the journal.

frame-incomplete = jurnal hadisə toplusunun ortasında kəsilir
frame-magic = burada hadisə toplusu başlamalıdır, lakin başlamır
frame-range = bu hadisə toplusunun uzunluğu və ya hadisə sayı qeyri-mümkündür
frame-checksum = bu hadisə toplusunun baytları yazıldıqdan sonra dəyişdirilib
frame-layout = bu toplunu hadisələrə bölmək mümkün deyil

## The halves of the seal.

half-first = birinci
half-second = ikinci

## Proqramın mətndə yolda nəyi dəyişdirdiyi: nöqtəsiz cümlələr.

change-utf16 = yolda UTF-16 kodlaşdırmasında yenidən yazılıb
change-byte-order-mark = yolda əvvəlinə bayt sırası nişanı (BOM) qoyulub
change-line-ends = yolda sətir sonları dəyişdirilib
change-last-line-end = yolda son sətrin sonu dəyişdirilib
change-dash = yolda imzadan əvvəlki uzun tire itib və ya dəyişdirilib
