### Manifestdə, cədvəldə və ya qaralamada nəyin səhv olduğu və nə etmək lazım olduğu: nöqtəsiz cümləciklər.

## Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

## A file as a whole.

format-missing = fayl yoxdur
    .remedy = o, hər seçki qovluğunda olur: əlavə edin
format-not-utf8 = mətn UTF-8 kodlaşdırmasında deyil
    .remedy = faylı UTF-8 kodlaşdırmasında yenidən saxlayın
format-byte-order-mark = faylın əvvəlində bayt sırası işarəsi (BOM) var
    .remedy = onu BOM olmadan, UTF-8 kimi saxlayın
format-carriage-return = sətir karetin qaytarılması işarəsi (CR) ilə bitir
    .remedy = faylı Unix sətir sonluqları (LF) ilə saxlayın

## Drafts and manifests. $why is said by a library, in English.

format-not-toml = bu, TOML deyil: { $why }
    .remedy = sətri düzəldin; mətnlər dırnaqda yazılır, rəqəmlər isə dırnaqsız və əvvəlində sıfır olmadan
toml-key-twice = açar burada ikinci dəfə yazılıb
toml-key-unfit = dırnaqsız açar yalnız latın hərflərindən, rəqəmlərdən, - və _ işarələrindən ibarətdir
toml-assignment-missing = açardan sonra = yoxdur
toml-value-unfit = = işarəsindən sonrakı oxunmur: orada heç nə yoxdur, dırnaqsız mətn və ya rəqəm olmayan işarəli say var
toml-text-open = mətnin iki dırnağından yalnız biri var
toml-escape = tərs kəsrdən sonra orada ola bilməyən işarə var
toml-character-unfit = orada görünməyən işarə var
toml-leading-zero = say sıfırla başlayır
toml-number-unfit = say oxunmur
toml-time-unfit = belə gün və ya vaxt yoxdur, yaxud 2026-10-29 və 08:00:00 kimi yazılmayıb
toml-boolean-unfit = true və false məhz belə, kiçik hərflərlə yazılır
toml-bracket-open = mötərizə bağlanmayıb
toml-comma-missing = vergül çatmır
toml-beyond = dəyərdən sonra oraya aid olmayan bir şey var

## Tables. $columns are names.

format-not-csv = cədvəl oxunmur: { $why }
    .remedy = sətri düzəldin
format-empty = fayl boşdur
    .remedy = başlıq sətrini yazın: { $columns }
format-empty-line = sətir boşdur
    .remedy = onu silin
format-quote-inside = dırnaq işarəsi xananın içindədir
    .remedy = bütün xananı dırnağa alın, içindəki dırnaqları isə iki dəfə yazın
format-quote-open = dırnaq bağlanmayıb
    .remedy = onu xananın sonunda bağlayın
format-column-twice = bu sütun iki dəfə verilib
    .remedy = birini silin
format-column-unknown = bu sütun burada tanınmır
    .remedy = adını düzəldin və ya sütunu silin
format-column-unnamed = { $place } nömrəli sütunun adı yoxdur
    .remedy = onu hər sətirdən silin və ya sütuna ad verin; cədvəl proqramı xanası nə vaxtsa doldurulmuş sütunu belə yazır
format-separators-mixed = başlıqda sütunların arasında həm vergül, həm də başqa ayırıcı var
    .remedy = cədvəli yalnız vergüllə yazın
format-column-missing = bu sütun yoxdur
    .remedy = əlavə edin; sənəddə rəqəm yoxdursa, xananı boş saxlayın
format-candidate-unknown = heç bir seçki yarışında bu nömrəli namizəd yoxdur
    .remedy = candidates.csv faylı ilə tutuşdurun
format-candidate-twice = bu namizədin iki sütunu var
    .remedy = birini silin

## Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
## what stands there, in quotes.

## Keys. $key and $known are names.

value-key-missing = { $key } yoxdur
    .remedy = əlavə edin
value-key-unknown = burada tanınmır
    .remedy = burada tanınanlar: { $known }

## A value of another sort.

value-not-a-text = burada mətn olmalıdır, yazılan isə: { $found }
    .remedy = dırnaqda yazın
value-not-a-table = burada cədvəl olmalıdır, yazılan isə: { $found }
    .remedy = adlardan və qiymətlərdən ibarət cədvəl yazın
value-not-a-list = burada siyahı olmalıdır, yazılan isə: { $found }
    .remedy = kvadrat mötərizədə yazın
value-not-a-number = burada tam ədəd olmalıdır, yazılan isə: { $found }
    .remedy = yalnız rəqəmləri yazın
value-not-true-or-false = burada true və ya false olmalıdır, yazılan isə: { $found }
    .remedy = dırnaqsız true və ya false yazın
value-sort-text = mətn
value-sort-whole-number = tam ədəd
value-sort-fraction = kəsr ədəd
value-sort-true-or-false = true və ya false
value-sort-time = tarix və ya vaxt
value-sort-list = siyahı
value-sort-table = cədvəl

## Numbers.

value-number-blank = doldurulmayıb
    .remedy = ədədi yazın
value-negative = { $found } mənfidir
    .remedy = sənəddəki rəqəmi yazın: o, heç vaxt 0-dan kiçik olmur
value-signed = { $found } işarə ilə yazılıb
    .remedy = yalnız rəqəmləri yazın
value-leading-zeros = { $found } sıfırla başlayır
    .remedy = əvvəldəki sıfırlar olmadan yazın
value-too-large = { $found } burada mümkün olan ən böyük ədəddən böyükdür: { NUMBER($max, useGrouping: "false") }
    .remedy = sənədlə tutuşdurun
value-not-whole = { $found } nöqtə və ya vergüllə yazılıb
    .remedy = tam ədədi yalnız rəqəmlərlə yazın
value-not-digits = { $found } tam ədəd deyil
    .remedy = yalnız onluq rəqəmləri, boşluqsuz yazın

## Texts.

value-text-blank = doldurulmayıb
    .remedy = dırnaqların arasına yazın
value-text-too-long = mətn { $bytes } baytdır, hədd isə { $max } baytdır
    .remedy = artığını silin: mətn bir sətirdən ibarətdir və görünməyən işarəsi olmur
value-text-code-point = mətndə bu işarəyə yol verilmir: { $code-point }
    .remedy = { value-text-too-long.remedy }
value-text-padded = mətn boşluqla başlaya və ya bitə bilməz
    .remedy = { value-text-too-long.remedy }
value-not-a-language = bu, dil deyil: iki və ya üç kiçik hərf olur, məsələn en
    .remedy = dilləri belə yazın: {"{"} en = "…", ka = "…" {"}"}
value-translation-blank = bu dildə mətn doldurulmayıb: { $language }
    .remedy = { value-not-a-language.remedy }
value-translations-too-many = tərcümələrin sayı ən çoxu { $max } olur, hər dil bir dəfə, artan sırada yazılır
    .remedy = bir qismini silin

## Values with a spelling of their own.

value-not-an-id = { $found } ad deyil: uzunluğu 1 ilə { $max } arasında, işarələri isə A-Z a-z 0-9 . _ - olur
    .remedy = bu şəkildə yazın
value-not-an-instant = { $found } 2018-10-28T21:00:00+04:00 kimi yazılmış vaxt deyil
    .remedy = { value-not-an-id.remedy }
value-not-a-day = { $found } 2018-10-28 kimi yazılmış gün deyil
    .remedy = { value-not-an-id.remedy }
value-not-an-hour = { $found } 17:00 kimi yazılmış saat deyil
    .remedy = { value-not-an-id.remedy }
value-not-an-offset = { $found } UTC ilə +04:00 kimi yazılmış fərq deyil
    .remedy = { value-not-an-id.remedy }
value-not-a-hash = { $found } kiçik hərflə yazılmış 64 onaltılıq işarə deyil
    .remedy = { value-not-an-id.remedy }
value-not-a-colour = { $found } rəng deyil
    .remedy = #0b5394 kimi yazın
value-not-a-key-name = { $found } açar adı deyil: o, boş olmamalı, içində boşluq, idarəedici işarə və üstəgəl olmamalıdır
    .remedy = { value-not-an-id.remedy }
value-word-of-two = { $found } burada tanınmır
    .remedy = { $one } və ya { $other } yazın
value-word = { $found } burada tanınmır
    .remedy = bunlardan birini yazın: { $known }
value-not-a-share = bu, pay deyil
    .remedy = 2/5 kimi yazın
value-not-a-comparison = { $found } müqayisə işarəsi deyil
    .remedy = { $signs } və ya { $last } yazın
value-not-a-multiple = { $found } vuruq deyil
    .remedy = "97 invalid" kimi yazın

## Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = sətirdə { $cells } xana var, başlıqda isə { $header }
    .remedy = xanaları əlavə edin və ya silin; içində ayırıcı olan xana dırnaqda yazılır
table-cell-empty = xana boşdur
    .remedy = doldurun
table-contest-unknown = manifestdə { $contest } seçki yarışı yoxdur
    .remedy = düzəldin
table-unit-unknown = units.csv faylında { $unit } vahidi yoxdur
    .remedy = ora əlavə edin və ya burada düzəldin
table-not-lowest = belə sənəd yalnız ən aşağı pillənin vahidlərində olur
    .remedy = digər vahidlərin cəmləri summaries.csv faylındadır
table-lowest = ən aşağı pillənin vahidində ümumi protokol olmur
    .remedy = onun rəqəmləri protocols.csv faylındadır
table-held-elsewhere = seçki yarışı bu vahiddə keçirilmir
    .remedy = yarışı və ya vahidi düzəldin

## Figures.

table-not-on-ballot = { $contest } seçki yarışında bu nömrəli namizəd yoxdur
    .remedy = xananı boşaldın
table-candidate-unknown = { $contest } seçki yarışında bu nömrəli namizəd yoxdur
    .remedy = sətri çıxarın və ya nömrəni düzəldin
table-colour-faint = rəng açıq və ya tünd kağızın rəngindən demək olar ki, fərqlənmir
    .remedy = ağ və qara üzərində görünən rəng seçin
table-colour-twice = { $contest } yarışının bu namizədinə { NUMBER($line, useGrouping: "false") } nömrəli sətirdə artıq rəng verilib
    .remedy = ikisindən birini silin
table-votes-missing = namizədin rəqəmi yoxdur
    .remedy = yazın; sənəddə sıfırdırsa, 0 yazın
table-figure-missing = bu bənd hər sənəddə var, xana isə boşdur
    .remedy = sənəddəki rəqəmi yazın

## Papers of each sort.

table-protocol-twice = bu vahidin { $contest } yarışı üzrə protokolu artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = ikisindən birini silin; yeni variant corrections.csv faylına yazılır
table-opening-twice = bu vahidin { $contest } yarışı üzrə açılışı artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = ikisindən birini silin
table-summary-twice = bu vahidin { $contest } yarışı üzrə ümumi protokolu artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = { table-opening-twice.remedy }
table-opening-with-votes = açılışda hələ səslər olmur
    .remedy = cand_NN sütunlarını çıxarın
table-opening-of-count = bu bənd saymaya aiddir və açılışda məlum olmur
    .remedy = xananı boşaldın
table-opening-incomplete = bu bənd hər açılışda var
    .remedy = sənəddəki rəqəmi yazın
table-opening-unfit = bu açılış formaya uyğun deyil
    .remedy = manifestlə tutuşdurun
table-nothing-to-correct = bu vahidin düzəldiləcək protokolu yoxdur
    .remedy = onu protocols.csv faylına əlavə edin və ya sətri silin
table-nothing-corrected = düzəlişdəki rəqəmlər düzəldiləcək rəqəmlərin eynidir
    .remedy = düzgün rəqəmləri yazın və ya sətri silin
table-observer-unlisted = observers.csv faylında { $observer } müşahidəçisi yoxdur
    .remedy = ora əlavə edin və ya burada düzəldin
table-observer-out-of-scope = observers.csv faylındakı ərazisinə və ya roluna görə { $observer } bu vahidin surətini təqdim edə bilməz
    .remedy = { table-observer-unlisted.remedy }

## Decisions. $status is how far the paper is.

table-annulment-untimely = { $status }
    .remedy = yalnız qüvvədə olan protokol ləğv edilə bilər: sətri silin və ya vahidi düzəldin
table-failure-untimely = { $status }
    .remedy = səsvermə protokol olmayan yerdə baş tutmamış sayılır; qüvvədə olan protokol üçün annul yazın
table-repeat-untimely = { $status }
    .remedy = səsvermə baş tutmadıqdan və ya protokolu ləğv edildikdən sonra təkrarlanır: həmin sətri yuxarıda əlavə edin
table-status-awaited = bu vahidin nə protokolu, nə də təkrar səsverməsinin protokolu var
table-status-reported = vahidin qüvvədə olan protokolu var
table-status-annulled = bu vahidin protokolu yuxarıdakı sətirlə ləğv edilib
table-status-failed = yuxarıdakı sətrə görə bu vahiddə səsvermə baş tutmayıb

## Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
## clauses without a full stop.

## Units.

enrolment-tier-unknown = manifestdə { $tier } pilləsi yoxdur
    .remedy = onun pillələrindən birini yazın
enrolment-unit-twice = vahid artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = hər vahidə öz nömrəsini verin
enrolment-top-twice = { $unit } vahidinin də yuxarı vahidi yoxdur
    .remedy = ən yuxarıda bir vahid saxlayın
enrolment-no-parent = vahidin yuxarı vahidi yoxdur, özü isə birinci pillədən deyil
    .remedy = ondan yuxarıdakı vahidi göstərin
enrolment-parent-unknown = { $unit } vahidi yoxdur
    .remedy = onu əlavə edin və ya yuxarı vahidi düzəldin
enrolment-circle = yuxarı vahidləri dairəvi olaraq bir-birini göstərir
    .remedy = onlardan birini elə düzəldin ki, ən yuxarı vahidə aparsın
enrolment-not-below-parent = onun { $tier } pilləsi yuxarı vahidin pilləsindən aşağı deyil
    .remedy = pilləni və ya yuxarı vahidi düzəldin
enrolment-no-top = ən yuxarı vahid yoxdur
    .remedy = birinci pillənin vahidini yuxarı vahid göstərmədən siyahıya yazın

## Candidates.

enrolment-number-zero = bülletendə 0 nömrəsi olmur
    .remedy = nömrələr 1-dən başlayır
enrolment-number-taken = { $contest } seçki yarışında bu nömrə artıq verilib
    .remedy = hər namizədə bir sətir ayırın
enrolment-no-name = namizədin adı yoxdur
    .remedy = name_en kimi bir sütun əlavə edin və doldurun
enrolment-names-too-many = tərcümələrin sayı ən çoxu { $max } olur, hər dil bir dəfə, artan sırada yazılır
    .remedy = bəzi sütunları silin

## Members.

enrolment-member-elsewhere = belə vahid yoxdur
    .remedy = onu düzəldin və ya units.csv faylına əlavə edin
enrolment-seat = burada { $expected } nömrəli yer gözlənilir, bu isə { $found } nömrəli yerdir
    .remedy = yerləri 1, 2, 3 … kimi, boşluq qoymadan, hər birini bir dəfə nömrələyin
enrolment-members = komissiyada burada { $found } üzv var, manifestə görə isə { $expected }
    .remedy = bütün üzvləri siyahıya yazın
enrolment-key-twice = { NUMBER($line, useGrouping: "false") } nömrəli sətirdə eyni açar var
    .remedy = hər üzvə öz açarını verin
enrolment-member-key = yararlı Ed25519 açarı deyil: kanonik, burulmasız və tam tərtibli nöqtə olmalıdır
    .remedy = keygen əmrinin göstərdiyi açıq açarı üzvdən istəyin
enrolment-demonstration-key = bu, hər kəsdə olan nümayiş açarıdır
    .remedy = üzv keygen ilə açar yaratsın

## Observers.

enrolment-observer-twice = müşahidəçi iki dəfə yazılıb
    .remedy = hər müşahidəçiyə bir sətir ayırın
enrolment-observer-key-missing = müşahidəçinin açarı yoxdur
    .remedy = keygen əmrinin göstərdiyi açıq açarı müşahidəçidən istəyin
enrolment-observer-key = { enrolment-member-key }
    .remedy = { enrolment-observer-key-missing.remedy }

## Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = düzəldin: təsis aktı özünə zidd olmamalıdır
manifest-held-nowhere = { $contest } seçki yarışının keçirildiyi { $unit } vahidi units.csv faylında yoxdur
    .remedy = vahidi əlavə edin və ya yarışı düzəldin
manifest-tier-incomplete = { $tier } pilləsinin üzvlərinin sayı və yetərsayı göstərilməyib
    .remedy = onu [commissions] altında əlavə edin
manifest-tier-unlisted = belə pillə yoxdur
    .remedy = tiers siyahısındakılardan birini yazın
manifest-item-unknown = formada { $item } bəndi yoxdur
    .remedy = onu [[item]] kimi təyin edin və ya adını düzəldin

## What the rules would refuse.

manifest-tiers = { flaw-tiers }
manifest-tier-twice = { flaw-tier-twice }
manifest-quorum = { flaw-quorum }
manifest-contest-twice = { flaw-contest-twice }
manifest-items = { flaw-items }
manifest-checks = { flaw-checks }
manifest-item-twice = { flaw-item-twice }
manifest-item-reserved = { flaw-item-reserved }
manifest-check-item = { flaw-check-item }
manifest-check-twice = { flaw-check-twice }
manifest-check-built-in = { flaw-check-built-in }
manifest-check-empty = { flaw-check-empty }
manifest-deadline = { flaw-deadline }
manifest-invalidity = { flaw-invalidity }
manifest-too-many = { flaw-too-many }
manifest-hours = { flaw-hours }

## Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
## stop.

## A draft as a whole. $kind, $found and $kinds are words of the file.

draft-election-unknown = bu növ qaralama ({ $kind }) seçkinin forması və bülleteni ilə oxunur
    .remedy = onun aid olduğu reyestri və ya dəsti göstərin
draft-kind-unknown = { $found } qaralama növü deyil
    .remedy = bunlardan birini yazın: { $kinds }
draft-other-ledger = bu qaralama başqa reyestr üçündür
    .remedy = onun hazırlandığı reyestri və ya dəsti götürün

## Copies of observers.

draft-refused-with-figures = verilməmiş surətin rəqəmləri olmur
    .remedy = boşaldın və ya copy = "handed" yazın
draft-handed-with-reason = verilmiş surət üçün səbəb yazılmır
    .remedy = boşaldın
draft-neither-handed-nor-refused = bu, nə handed, nə də refused sözüdür
    .remedy = ikisindən birini yazın

## Figures.

draft-item-of-count = bu bənd qutular açılmazdan əvvəl yox, sayma zamanı yazılır
    .remedy = sətri silin
draft-item-unknown = formada belə bənd yoxdur
    .remedy = onu silin və ya adını düzəldin
draft-contest-unknown = { $contest } seçki yarışı yoxdur
    .remedy = düzəldin
draft-not-on-ballot = bülletendə belə nömrə yoxdur
    .remedy = onu bülletendəki kimi, iki rəqəmlə yazın
draft-number-twice = bu nömrə iki dəfə yazılıb
    .remedy = birini silin

## Scans. $file and $name are names of files, $media is JPEG, PNG or PDF.

scan-unnamed = doldurulmayıb
    .remedy = skanın adını yazın və ya bu cədvəli silin
scans-named-alike = iki fərqli faylın adı eynidir: { $name }
    .remedy = birinin adını dəyişin və burada da belə yazın
scan-missing = { $file } faylı yoxdur
    .remedy = skanı qaralamanın yanında necə adlanırsa, elə yazın
scan-not-a-file = { $file } adi fayl deyil
    .remedy = skanın özünü göstərin: JPEG, PNG və ya PDF
scan-empty = { $file }: fayl boşdur
    .remedy = səhifəni yenidən skan edin və ya faylı hazırlandığı yerdən yenidən köçürün
scan-too-large = { $file }: faylın həcmi 20 MB həddini keçir
    .remedy = daha aşağı ayırdetmə ilə skan edin və ya səhifələri bir-bir əlavə edin
scan-of-unknown-kind = { $file }: ilk baytlarına görə fayl nə JPEG, nə PNG, nə də PDF növündəndir
    .remedy = skanı JPEG, PNG və ya PDF kimi saxlayın və həmin faylı göstərin
scan-named-otherwise = { $file }: ilk baytlarına görə faylın növü { $media } olsa da, adı başqa cür bitir
    .remedy = düzgün fayldırsa, adını elə dəyişin ki, sonu { $endings } olsun
scan-endings = { $one } və ya { $other }
