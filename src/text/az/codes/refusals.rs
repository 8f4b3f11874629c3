//! R: refusals. Nothing was written.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const R1: Explanation = pair(
    "Eyni bəyanat artıq reyestrdədir. Bəyanat, kim təqdim etsə də, bir dəfə qəbul olunur.",
    "Görüləsi iş qalmayıb. `protokol export --receipt EVENT` qəbzini yenidən verir.",
);
pub const R2: Explanation = pair(
    "O, başqa reyestr üçün, başqa təsis aktı ilə imzalanıb.",
    "--ledger ilə hansı reyestrin göstərildiyini yoxlayın. Düzgündürsə, onun üçün yeni qaralama hazırlayın və imzaladın.",
);
pub const R3: Explanation = pair(
    "Mərkəzi Seçki Komissiyası reyestri bağlayıb, ondan sonra heç nə gələ bilməz.",
    "İmzalanmış sənədi saxlayın. Mübahisə qalırsa, yuxarı komissiyaya və ya məhkəməyə müraciət edin.",
);
pub const R4: Explanation = pair(
    "Vahid və ya onun komissiyasındakı yer bu reyestrdə yoxdur.",
    "Yazılışını yoxlayın. Yeni vahidi ondan yuxarıdakı komissiya yaradır: `protokol draft commission`.",
);
pub const R5: Explanation = pair(
    "Bu adda vahid əvvəl yaradılıb.",
    "Yeni vahidə başqa ad verin. Mövcud vahidin üzvü `protokol draft replacement` ilə dəyişdirilir.",
);
pub const R6: Explanation = pair(
    "Seçki yarışı bu reyestrdə yoxdur.",
    "Yazılışını `protokol tally` ilə yoxlayın. Yenisini Mərkəzi Seçki Komissiyası təyin edir: `protokol draft contest`.",
);
pub const R7: Explanation = pair(
    "Seçki yarışı bu vahiddə keçirilmir, bu pillə belə sənəd tərtib etmir və ya bu adda yarış artıq var.",
    "Qaralamada vahidi və yarışı yoxlayın. Protokollar ən aşağı pillədən, ümumi protokollar ondan yuxarı pillələrdən \
     gəlir.",
);
pub const R8: Explanation = pair(
    "Bu reyestrə məlum olmayan açar istifadə edilib və ya göstərilib.",
    "Hər üzvün düzgün açar faylından istifadə etdiyini yoxlayın. Yeni açar yuxarı komissiyanın imzaladığı `protokol \
     draft replacement` ilə daxil edilir.",
);
pub const R9: Explanation = pair(
    "Əvvəl qüvvədə olmuş, sonra dəyişdirilmiş və ya geri götürülmüş açar istifadə edilib və ya göstərilib.",
    "Yeri hazırda tutan şəxs imzalasın. `protokol show UNIT` üzvlərin adını göstərir.",
);
pub const R10: Explanation = pair(
    "İmzalayanların bu vahid barədə bunu bildirmək səlahiyyəti yoxdur və ya onların hamısı bir komissiyadan deyil.",
    "Yalnız səlahiyyətli orqan imzalasın: öz sənədlərini məntəqə, ləğvi yuxarı komissiya, surəti müşahidəçi. Kimin \
     imzasının lazım olduğu imtinada göstərilir.",
);
pub const R11: Explanation = pair(
    "İmzalayan üzvlərin sayı komissiyanın yetərsayından azdır.",
    "Təqdimatı ötürün: hər növbəti üzv `protokol sign` ilə imza əlavə edir. Sonra yenidən təqdim edin.",
);
pub const R12: Explanation = pair(
    "Açar artıq üzvə, müşahidəçiyə və ya jurnala məxsusdur, yaxud qaralamada iki dəfə göstərilib.",
    "`protokol keygen` ilə yeni açar yaradın. Açar reyestrdə bir dəfə və bir yer üçün istifadə olunur.",
);
pub const R13: Explanation = pair(
    "Üzvlərin sayı, yerləri və ya yetərsay təsis aktının bu pillə üçün müəyyən etdiyi kimi deyil.",
    "Qaralamanı düzəldin: yerlər 1, 2, 3 kimi boşluqsuz nömrələnir. Pillənin tələbi imtinada göstərilir.",
);
pub const R14: Explanation = pair(
    "Vahid bu yerdə ola bilməz: pilləsi məlum deyil və ya yuxarı vahidin pilləsindən aşağı deyil.",
    "Qaralamada `tier` və `parent` qiymətlərini düzəldin. Yalnız Mərkəzi Seçki Komissiyasından yuxarıda vahid yoxdur.",
);
pub const R15: Explanation = pair(
    "Formanın tələb etdiyi rəqəm yoxdur və ya bəndlərin sayı formadakından fərqlidir.",
    "Rəqəmi sənəddən qaralamaya köçürün, sənəddə sıfırdırsa, 0 yazın. Yenidən imzalanmazdan əvvəl `protokol check` icra \
     edin.",
);
pub const R16: Explanation = pair(
    "Sayma rəqəmi qutular açılmazdan əvvəl yazılan açılış rəqəmləri arasındadır.",
    "Onu açılış qaralamasından çıxarın. Onun yeri protokoldadır.",
);
pub const R17: Explanation = pair(
    "Bülletendəki namizədin qarşısında rəqəm yoxdur.",
    "Namizədin səslərini sənəddən qaralamaya köçürün, səs yoxdursa, 0 yazın.",
);
pub const R18: Explanation = pair(
    "Bülletendə olmayan nömrənin qarşısında rəqəm var.",
    "Nömrələri bülletenlə tutuşdurun: `protokol tally --contest CONTEST`. Qaralamanı düzəldin və yenidən imzalayın.",
);
pub const R19: Explanation = pair(
    "Bu vahidin qüvvədə olan protokolu artıq var.",
    "Onu özünüzünkü ilə müqayisə edin: `protokol show UNIT`. Dəyişmək üçün `protokol draft correction` istifadə edin və \
     səbəbini göstərin.",
);
pub const R20: Explanation = pair(
    "Açılış rəqəmləri əvvəl möhürlənib və ya protokol artıq daxil olub.",
    "Nəyin möhürləndiyinə `protokol show UNIT` ilə baxın. Rəqəm səhvdirsə, düzgününü protokolda yazın; fərq görünən qalır.",
);
pub const R21: Explanation = pair(
    "Sənəd bu vahiddə hazırda açıq olan səsverməyə aid deyil.",
    "Qaralamada səsvermənin nömrəsini yoxlayın: adi səsvermə 1-dir, hər təkrar səsvermə bir əlavə edir.",
);
pub const R22: Explanation = pair(
    "O, qüvvədə olmayan variantı dəyişərdi və ya variant olduğu halda birinci olardı.",
    "Hansı variantın qüvvədə olduğuna `protokol show UNIT` ilə baxın. Onu göstərən yeni qaralama hazırlayın və imzaladın.",
);
pub const R23: Explanation = pair(
    "Vahidin sənədi bunun gələ biləcəyi mərhələdə deyil: məsələn, protokoldan əvvəl düzəliş və ya ləğvdən sonra protokol.",
    "Vəziyyətə `protokol show UNIT` ilə baxın. Ləğvdən və ya baş tutmamış səsvermədən sonra sənədlər yenidən qəbul \
     edilməzdən əvvəl təkrar səsvermə təyin olunur.",
);
pub const R24: Explanation = pair(
    "Nömrə bülletendə yoxdur, əvvəl verilib və ya bu yarışın sənədləri daxil olduğuna görə artıq dəyişə bilməz.",
    "Bülletenə `protokol tally --contest CONTEST` ilə baxın. Yeni namizəd heç vaxt istifadə edilməmiş nömrə alır.",
);
pub const R25: Explanation = pair(
    "Müşahidəçi məlum deyil, artıq akkreditasiya olunub, yaxud bu vahid üçün və ya buna imkan verən statusda akkreditasiya \
     olunmayıb.",
    "Kimin akkreditasiya olunduğuna `protokol log --kind ObserverAccredited` ilə baxın. Yeni akkreditasiya `protokol \
     draft observer` ilə hazırlanır.",
);
pub const R26: Explanation = pair(
    "O, bu reyestrdə olmayan, başqa növdən olan və ya barəsində artıq qərar verilmiş hadisəyə istinad edir.",
    "Hadisəni `protokol log` ilə tapın və onun 64 işarəsini qaralamaya yazın.",
);
pub const R27: Explanation = pair(
    "Əsl seçkidə üzvün açarı kimi nümayiş açarı göstərilib. Belə açarla hər kəs imzalaya bilər.",
    "Üzv `protokol keygen` ilə açar yaratsın. Nümayiş açarları yalnız sınaqlar üçündür.",
);
pub const R28: Explanation = pair(
    "Təsis aktı özünə ziddir, məsələn, formada olmayan bəndin yoxlamasını tələb edir.",
    "İmtinada göstərilən yerdə manifest.toml faylını düzəldin və aktı `protokol draft founding` ilə yenidən hazırlayın.",
);
pub const R29: Explanation = pair(
    "Reyestr təsis aktı ilə başlayır və onun yalnız bir təsis aktı olur.",
    "Yeni reyestri `protokol init` ilə ayrıca qovluqda təsis edin. Mövcud reyestrə təsis aktından başqa hər şey əlavə \
     oluna bilər.",
);
pub const R30: Explanation = pair(
    "Bəyanatın daxil etdiyi açar yararlı açıq açar deyil.",
    "Sahibi `protokol keygen` ilə başqasını yaratsın, onu qaralamaya yazın və yenidən imzaladın.",
);
pub const R31: Explanation = pair(
    "Ümumi protokola görə, o, reyestr indikindən böyük olanda tərtib edilib, yaxud həddən artıq vahidi kənarda qoyur.",
    "Onu bu reyestr üzrə `protokol draft summary` ilə yenidən tərtib edin.",
);
pub const R32: Explanation = pair(
    "Yarışın nəticəsi təsdiq edilib. Onun sənədləri və namizədləri artıq dəyişmir.",
    "İmzalanmış sənədi saxlayın və mübahisəli məsələ ilə nəticəni təsdiq etmiş orqana müraciət edin.",
);
pub const R33: Explanation = pair(
    "İmza bildirilənə uyğun gəlmir. Mətn və ya imza imzalandıqdan sonra dəyişdirilib.",
    "Təqdimatı imzalayandan yenidən alın və ya həmin üzv qaralamanı `protokol sign` ilə bir daha imzalasın.",
);
pub const R34: Explanation = pair(
    "Bir açar iki dəfə imzalayıb və ya imzaların sırası pozulub.",
    "Təqdimatı imzaları sıraya düzən `protokol sign` ilə yenidən hazırlayın.",
);
pub const R35: Explanation = pair(
    "Fayl təqdimat deyil və ya onun baytları zədələnib.",
    "`protokol sign` əmrinin yazdığı faylı verin; başqa yerdən göndərilibsə, onu tam şəkildə yenidən köçürün.",
);
pub const R36: Explanation = pair(
    "O, proqramın daha yeni versiyası ilə və ya daha yeni qaydalarla hazırlanıb. Bu versiya onun düzgün olub-olmadığını \
     deyə bilmir.",
    "Yeni versiyanı əldə edin və eyni əmri icra edin. O vaxtadək onu nə düzgün, nə də yanlış sayın.",
);
pub const R37: Explanation = pair(
    "Təqdimat reyestrin bir dəfəyə qəbul etdiyindən böyükdür; hədd 65 535 baytdır.",
    "Qaralamadakı mətnləri qısaldın; uzun sənədlər əlavə kimi təqdim olunur. Sonra yenidən imzalayın.",
);
pub const R38: Explanation = pair(
    "Jurnalın açarı bu jurnala aid deyil və ya onun dəyişdirilməsi həm köhnə, həm də yeni açarla imzalanmayıb.",
    "Açıq hissəsi log.vkey faylında olan açarı verin. Dəyişiklik `protokol sign` ilə hər iki açarla və Mərkəzi Seçki \
     Komissiyasının yetərsayı ilə imzalanır.",
);
pub const R39: Explanation = pair(
    "Artan sırada olmalı siyahının sırası pozulub, onda təkrar var və ya o, həddən artıq uzundur.",
    "Qaralamada qeydləri sıraya düzün, hər birini bir dəfə yazın və yenidən imzalayın. Siyahının adı imtinada göstərilir.",
);
