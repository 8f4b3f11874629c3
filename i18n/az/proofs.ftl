### What a proof of rows proves: sentences without a full stop, each for one line of the proof.

## What a contest came to in a unit and everything below it.

proof-papers = ölçü { $size }: { $unit } vahidində { $contest } üzrə { $expected } sənəddən { $in-force } protokol qüvvədə idi, { $awaited } gözlənilirdi, { $annulled } ləğv edilmişdi, { $failed } baş tutmamışdı; qüvvədə olanlardan { $corrected } düzəldilmişdi
proof-item = ölçü { $size }: { $unit } vahidində { $contest } üzrə { $item } bəndinin cəmi { $sum } idi
proof-votes = ölçü { $size }: { $unit } vahidində { $contest } üzrə namizəd № { $candidate } cəmi { $sum } səs toplamışdı
proof-candidate-named = { $number } ({ $name })
proof-voters = ölçü { $size }: { $unit } vahidinin siyahılarında { $contest } üzrə { $voters } seçici vardı, onlardan { $without } seçici üçün etibarlı nəticə yox idi
proof-turnout = ölçü { $size }: { $stations } məntəqənin məlumatına görə { $unit } vahidində { $contest } üzrə saat { $hour } üçün { $voters } seçici səs vermişdi
proof-code = ölçü { $size }: { $unit } vahidində və ondan aşağıda { $contest } üzrə { $code } kodlu { $count } irad vardı

## What stands behind it.

proof-recorded = ölçü { $size }: { $unit } vahidi barədə { $contest } üzrə bu hadisələr yazılmışdı: { $events }
proof-nothing = ölçü { $size }: { $unit } vahidi { $contest } üzrə heç nə göndərməmişdi
proof-summary = ölçü { $size }: { $unit } vahidi { $contest } üzrə ümumi protokol tərtib etmişdi, hadisələr: { $events }
proof-no-summary = ölçü { $size }: { $unit } vahidi { $contest } üzrə ümumi protokol tərtib etməmişdi
proof-copy = ölçü { $size }: müşahidəçi { $observer } { $unit } vahidinin { $contest } üzrə surətini təqdim etmişdi, hadisələr: { $events }
proof-no-copy = ölçü { $size }: müşahidəçi { $observer } { $unit } vahidinin { $contest } üzrə surətini təqdim etməmişdi
proof-copies = ölçü { $size }: { $unit } vahidinin { $contest } üzrə surətlərini bu müşahidəçilər təqdim etmişdi, başqaları yox: { $observers }
proof-no-copies = ölçü { $size }: { $unit } vahidinin { $contest } üzrə surətini heç bir müşahidəçi təqdim etməmişdi
proof-findings = ölçü { $size }: { $unit } vahidinin { $contest } üzrə iradları bunlar idi: { $codes }
proof-no-findings = ölçü { $size }: { $unit } vahidinin { $contest } üzrə iradı yox idi
proof-unit = ölçü { $size }: reyestrdə { $unit } vahidi vardı, hadisələr: { $events }
proof-no-unit = ölçü { $size }: reyestrdə { $unit } vahidi yox idi
proof-below = ölçü { $size }: { $tier } səviyyəli { $unit } vahidi { $parent } vahidindən aşağıda idi
proof-children = ölçü { $size }: { $parent } vahidindən aşağıda bu { $units } vahid vardı, başqası yox: { $list }
proof-no-children = ölçü { $size }: { $parent } vahidindən aşağıda heç bir vahid yox idi
proof-candidate = ölçü { $size }: reyestrdə { $contest } üzrə namizəd № { $candidate } vardı, hadisələr: { $events }
proof-no-candidate = ölçü { $size }: { $contest } üzrə № { $number } olan namizəd heç vaxt olmamışdı
proof-row = ölçü { $size }: { $key } sətri belə idi: { $value }
proof-no-row = ölçü { $size }: { $key } sətri yox idi
proof-rows = ölçü { $size }: açarı { $prefix } ilə başlayan bu { $rows } sətir vardı, başqası yox: { $list }
proof-no-rows = ölçü { $size }: açarı { $prefix } ilə başlayan sətir yox idi

## Why a file proves nothing.

unproved-other-state = anlıq surət jurnalın nəzarət nöqtəsindəkindən başqa vəziyyətinə aiddir
unproved-misshapen = sətir öz açarının göstərdiyi yerdə deyil
unproved-other-root = sətirlərin kökü jurnalın imzaladığı kökdən fərqlidir
unproved-not-shown = fayl bu sətirdə deyiləni göstərmir: { $claim }
unproved-strange-event = fayldakı heç bir sətir № { $sequence } hadisəsini faylda olduğu kimi göstərmir

## Why evidence against a log's snapshot proves nothing.

not-proved-other-state = iki anlıq surət ayrı jurnallara və ya ayrı ölçülərə aiddir
not-proved-not-a-log-key = bu jurnalın olmayan açar göstərilib: { $name }
not-proved-idle-key = iki anlıq surətdən heç birini imzalamayan açar göstərilib
not-proved-not-signed = anlıq surət göstərilən açarlarla imzalanmayıb
not-proved-order = iki anlıq surətin sırası düzgün deyil
not-proved-agree = iki anlıq surət eyni şeyi deyir
not-proved-entries = anlıq surətin ölçüsü { $stated }, fayldakı hadisələrin sayı isə { $found }
not-proved-other-events = fayldakı hadisələr anlıq surətin aid olduğu hadisələr deyil
not-proved-other-key = fayldakı hadisələrə görə bu ölçüdə jurnalın açarı başqadır
not-proved-newer = hadisələrdən bəziləri proqramın daha yeni versiyası ilə yaradılıb
not-proved-same-rows = hadisələrdən məhz jurnalın imzaladığı rəqəmlər alınır
not-proved-other-rows = fayldakı sətirlər anlıq surətin aid olduğu sətirlər deyil
not-proved-no-event = faylda { $sequence } nömrəli hadisə yerində duran jurnalın qəbul etdiyi hadisə deyil
not-proved-named = sətirlər { $sequence } nömrəli hadisəni göstərir
not-proved-row-not-shown = { $sequence } nömrəli hadisəni göstərməli olan sətir faylda yoxdur

## What evidence against a log's snapshot means.

two-snapshots-rows = ölçü { $size }: jurnal sətirlərin bu kökünü imzalayıb: { $one }, bunu da: { $other }
two-snapshots-roots = ölçü { $size }: jurnal hadisələrin bu kökünü imzalayıb: { $one }, bunu da: { $other }
two-snapshots-meaning = jurnalın açarı bir suala iki cavab imzalayıb: açarın sahibi ayrı adamlara ayrı rəqəmlər deyib və ya açarı itirib
false-fold-rows = ölçü { $size }: jurnal sətirlərin bu kökünü imzalayıb: { $stated }, onun öz { $events } hadisəsindən isə bu alınır: { $recomputed }
false-fold-meaning = jurnalın açarı hadisələrindən alınmayan rəqəmləri imzalayıb: açarın sahibi yalan deyib və ya açarı itirib
unnamed-event = { $sequence } nömrəli hadisə jurnaldadır ({ $kind }), ölçü { $size }: jurnal isə onu göstərməyən sətirləri imzalayıb: { $row }
unnamed-meaning = jurnalın açarı jurnalın qəbul etdiyi hadisəni kənarda qoyan rəqəmləri imzalayıb: açarın sahibi yalan deyib və ya açarı itirib. Jurnalın o vaxt bu açarı artıq dəyişib-dəyişmədiyini fayl demir: bu hadisəni jurnaldan soruşun.
