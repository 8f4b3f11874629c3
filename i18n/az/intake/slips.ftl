### Heç kimi qeydə almayan üzvlük vərəqələri: nə səhvdir və məsul şəxs nə etməlidir. Hər ikisi nöqtəsiz cümlə hissəsidir.
### $file başqa vərəqənin adıdır.

## Fayl.

slip-too-long = faylın həcmi { $bytes } baytdır, vərəqə isə ən çoxu { $limit } bayt ola bilər
    .remedy = bunun vərəqə olub-olmadığına baxın; vərəqədirsə, üzvdən adı daha qısa yazılmış vərəqə istəyin
slip-not-utf8 = fayl UTF-8 mətni deyil
    .remedy = üzvdən redaktorda saxlanmış surəti yox, faylın özünü göndərməsini xahiş edin
slip-header = fayl üzvlük vərəqəsi kimi başlamır
    .remedy = onu qovluqdan çıxarın və ya üzvdən `protokol keygen --slip` əmrinin yazdığı faylı istəyin
slip-newer = vərəqə proqramın daha yeni versiyası ilə hazırlanıb və nə dediyi bilinmir
    .remedy = onu yeni versiya ilə oxuyun və ya üzvdən bu versiya ilə hazırlanmış vərəqə istəyin
slip-comment = ikinci sətir hər vərəqədə olan sətir deyil
    .remedy = üzvdən faylı hazırlandığı kimi istəyin
slip-cut-short = fayl { $line } sətri bütöv olmadan bitir
    .remedy = üzvdən faylın tamamını istəyin
slip-line = { $line } sətri öz yerində deyil və ya dəyəri lazım olduğu kimi yazılmayıb
    .remedy = üzvdən faylı hazırlandığı kimi və ya yeni vərəqə istəyin: vərəqə əl ilə düzəldilmir
slip-surplus = sübutdan sonra nəsə yazılıb
    .remedy = üzvdən faylı hazırlandığı kimi istəyin
slip-changed = vərəqə yolda dəyişib: { $change }
    .remedy = üzvdən faylı hazırlandığı kimi istəyin

## Vərəqə kimindir və açar kimindir.

slip-key = bu açarla heç vaxt imzalamaq mümkün deyil
    .remedy = üzvdən yeni açar və yeni vərəqə hazırlamasını xahiş edin
slip-no-proof = sübut bu açarın vərəqədə deyilənlərə qoyduğu imza deyil: vərəqə dəyişdirilib və ya onu hazırlayanda gizli açar yoxdur
    .remedy = bu açarı qeydə almayın; üzvlə üz-üzə görüşüb yeni vərəqə istəyin
slip-other-election = vərəqə { $found } seçkisi üçündür, bu seçki isə { $expected } seçkisidir
    .remedy = üzvdən bu seçki üçün vərəqə istəyin
slip-unit-unknown = units.csv faylında { $unit } vahidi yoxdur
    .remedy = üzvdən vahidi düzgün yazılmış vərəqə istəyin və ya vahidi cədvələ əlavə edin
slip-unit-formed = { $unit } komissiyası artıq yaradılıb
    .remedy = bu üzvə yer keçirsə, member_replaced qaralaması hazırlayın; keçmirsə, vərəqəni qovluqdan çıxarın
slip-other-unit = { $unit } komissiyasını buradan yox, { $parent } komissiyası yaradır
    .remedy = vərəqəni { $parent } komissiyasının məsul şəxsinə verin
slip-top-unit = { $unit } ən yuxarı vahiddir, reyestri onun komissiyası təsis edir
    .remedy = vərəqəni qovluqdan çıxarın
slip-demonstration-key = bu nümayiş açarıdır, onu hər kəs hesablaya bilər
    .remedy = üzvdən öz açarını hazırlamasını xahiş edin
slip-key-of-seat = açar artıq qeydə alınıb: { $unit }, { $seat } nömrəli yer
    .remedy = üzvdən yeni açar hazırlamasını xahiş edin: açar bir yerə, bir dəfə aid olur
slip-key-of-observer = açar artıq { $observer } müşahidəçisi üçün qeydə alınıb
    .remedy = üzvdən yeni açar hazırlamasını xahiş edin
slip-key-of-log = bu, jurnalın öz açarıdır
    .remedy = üzvdən yeni açar hazırlamasını xahiş edin

## İki vərəqə bir-birinə uyğun gəlmir.

slip-key-twice = eyni açar { $file } faylında da var, orada onun haqqında başqa söz yazılıb
    .remedy = hər iki üzvdən hansı açarın özününkü olduğunu soruşun; ortaq açarı olan yenisini hazırlasın
slip-copy = vərəqə { $file } faylının surətidir, o isə sayılır
    .remedy = ikisindən birini qovluqdan çıxarın
slip-member-twice = həmin üzv başqa açarla { $file } faylında da var
    .remedy = üzvdən barmaq izinə görə hansı açarın düzgün olduğunu soruşun və o biri vərəqəni çıxarın
slip-seat-twice = { $seat } nömrəli yer { $file } faylında da istənilir
    .remedy = yerin kimin olduğunu öyrənin və o biri üzvdən yeni vərəqə istəyin
slip-seat-beyond = komissiyada { $found } nömrəli yer yoxdur; yerlər: 1–{ $seats }
    .remedy = üzvdən yeri düzgün yazılmış və ya yersiz vərəqə istəyin
slip-office-twice = komissiyada bu vəzifə birdir ({ $office }), o isə { $file } faylında da var
    .remedy = vəzifənin kimin olduğunu öyrənin və o biri üzvdən yeni vərəqə istəyin
slip-too-many = bu komissiyanın { $seats } yeri üçün { $found } vərəqə var
    .remedy = komissiyanın üzvü olmayanların vərəqələrini çıxarın
slip-tier-unknown = units.csv vahidə { $tier } pilləsini verir, manifestdə isə belə pillə yoxdur
    .remedy = units.csv faylını düzəldin
