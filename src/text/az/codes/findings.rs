//! T, S, O, C, D: what does not add up, or is unusual. Nothing of it keeps a signed paper out of the ledger.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const T1: Explanation = pair(
    "Məntəqə əvvəlki saatdan az seçici barədə məlumat verib, və ya son fəallıq məlumatı protokoldakı seçici sayından \
     çoxdur.",
    "Rəqəmlərdən hansının düzgün olduğunu komissiyadan soruşun; `protokol show UNIT` onları göstərir. Səhv protokol \
     `protokol draft correction` ilə düzəldilir; məlumat göndərildiyi kimi qalır.",
);
pub const T2: Explanation = pair(
    "Məntəqə eyni saat üçün fərqli rəqəmlərlə iki fəallıq məlumatı göndərib.",
    "Hansının düzgün olduğunu və o birinin nə üçün göndərildiyini komissiyadan soruşun. Hər ikisi reyestrdə qalır.",
);
pub const S1: Explanation = pair(
    "Yuxarı komissiyanın ümumi protokolundakı rəqəm onun əsaslandığı protokolların cəminə bərabər deyil.",
    "Hansı rəqəmlərin fərqləndiyinə `protokol findings --code S1` ilə baxın. Səhv ümumi protokoldadırsa, yuxarı \
     komissiya onun yeni variantını tərtib edir: `protokol draft summary-correction`.",
);
pub const S2: Explanation = pair(
    "Ümumi protokolda vahidlərin və ya alınmış, əsas götürülmüş, baş tutmamış, ləğv edilmiş protokolların sayı yanlış \
     göstərilib; və ya o, həmin vaxt qüvvədə olanlardan başqa protokollar üzrə tərtib edilib.",
    "Rəqəmlərə `protokol findings --code S2` ilə baxın və yuxarı komissiyadan hansı protokolları əsas götürdüyünü \
     soruşun. O, ümumi protokolun yeni variantını tərtib edə bilər.",
);
pub const S3: Explanation = pair(
    "Yuxarıdakı ümumi protokol tərtib edildikdən sonra protokol düzəldilib və ya ləğv edilib. Ümumi protokol artıq son \
     rəqəmləri göstərmir.",
    "Yuxarı komissiya `protokol draft summary-correction` ilə yeni variant tərtib edənədək qüvvədə olan protokolları \
     sayan `protokol tally` əmrinə əsaslanın.",
);
pub const S4: Explanation = pair(
    "Ümumi protokol tərtib ediləndə hələ gözlənilən sənədləri əhatə edir, buna görə onu heç kim yenidən hesablaya \
     bilməz.",
    "Sənədlər daxil olandan sonra yenidən müqayisə edin: onun komissiyası o zaman `protokol draft summary-correction` \
     ilə yeni variant tərtib edir.",
);
pub const O1: Explanation = pair(
    "Qutular açılmazdan əvvəl imzalanmış rəqəm protokolda başqa cür göstərilib.",
    "Nə üçün dəyişdiyini komissiyadan soruşun; `protokol show UNIT` hər iki sənədi göstərir. Protokoldakı səhv \
     `protokol draft correction` ilə düzəldilir, bu irad isə əvvəlki variantda qalır.",
);
pub const O2: Explanation = pair(
    "Qutular açılmazdan əvvəl məlum olan rəqəmlər protokol daxil olanadək möhürlənməyib. Buna görə onların dəyişmədiyini \
     heç kim reyestr üzrə göstərə bilməz.",
    "Bunu sonradan əvəz etmək mümkün deyil. Açılışda iştirak edənlər öz qeydlərini protokolla müqayisə edə bilərlər.",
);
pub const C1: Explanation = pair(
    "Müşahidəçiyə verilmiş surətdə səslər qüvvədə olan protokoldakından fərqlidir.",
    "Hər rəqəmə `protokol findings --code C1` ilə baxın, surətin şəklini protokolun skan edilmiş nüsxəsi ilə tutuşdurun. \
     Səbəb oxu səhvi, sonrakı düzəliş və ya dəyişdirilmiş sənəd ola bilər: soruşun.",
);
pub const C2: Explanation = pair(
    "Müşahidəçiyə verilmiş surət qüvvədə olan protokoldan fərqlənir, lakin səslər üzrə yox.",
    "Hər rəqəmə `protokol findings --code C2` ilə baxın və surətin şəklini protokolun skan edilmiş nüsxəsi ilə müqayisə \
     edin.",
);
pub const D1: Explanation = pair(
    "Vahidin ilk protokolu və ya ümumi protokolu reyestrə təsis aktının müəyyən etdiyi müddətdən sonra daxil olub.",
    "Nə vaxt daxil olduğuna `protokol show UNIT` ilə baxın və səbəbini komissiyadan soruşun. Gecikmə heç bir rəqəmi \
     dəyişmir.",
);
pub const D2: Explanation = pair(
    "Vahidin protokolu və ya ümumi protokolu reyestrdə yoxdur, təsis aktının müəyyən etdiyi müddət isə bitib.",
    "Onu komissiyadan tələb edin. Daxil olanadək o, gözlənilən sayılır, bu isə sıfır deyil: heç bir cəmə daxil edilmir.",
);
