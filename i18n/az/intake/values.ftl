### Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
### what stands there, in quotes.

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
