### Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
### clauses without a full stop.

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
