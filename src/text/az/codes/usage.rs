//! U: usage and input.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const U1: Explanation =
    pair("Əmr proqramın başa düşdüyü şəkildə verilməyib.", "Əmrə --help əlavə edin: o, iki nümunə ilə başlayır.");
pub const U2: Explanation = pair(
    "Sistem proqrama faylı oxumağa və ya yazmağa imkan vermədi.",
    "Faylın adını, boş yeri və qovluğa hüquqlarınızı yoxlayın, sonra əmri təkrar icra edin. Təsdiq edilmiş heç nə \
     itməyib.",
);
pub const U3: Explanation = pair(
    "Fayl burada tələb olunan növdən deyil və ya yarımçıqdır.",
    "Düzgün fayl olduğunu yoxlayın və onu hazırlandığı yerdən yenidən köçürün. Məlumatda oxunuşun dayandığı yer \
     göstərilir.",
);
pub const U4: Explanation = pair(
    "Fayldakı sətir və ya qiymət səhvdir. Onunla bağlı heç nə yazılmadı.",
    "Məlumatda göstərilən sətrə və sütuna keçin, qiyməti düzəldin və əmri təkrar icra edin.",
);
pub const U5: Explanation = pair(
    "Bu adda fayl və ya qovluq artıq var, proqram isə heç nəyin üstünə yazmır.",
    "Başqa ad seçin və ya köhnəni özünüz başqa yerə keçirin.",
);
pub const U6: Explanation = pair(
    "Parol açar faylını açmır və ya soruşula bilmədi. Heç nə imzalanmadı.",
    "Yenidən yazın; klaviaturanın dilinə və böyük hərf rejiminə diqqət edin. Terminal yoxdursa, --passphrase-file verin. \
     Parol itibsə, yuxarı komissiya yeni açarı qəbul etsin.",
);
pub const U7: Explanation = pair(
    "Bu reyestrə başqa proses yazır, yazan isə yalnız bir ola bilər.",
    "Onun bitməsini gözləyin və ya özünüz dayandırın. Oxumaq bütün bu müddətdə mümkündür.",
);
pub const U8: Explanation = pair(
    "Suala təsdiq cavabı verilmədi, ona görə heç nə edilmədi.",
    "Əmri təkrar icra edin və rəqəmlər düzgündürsə, yes yazın. Terminal yoxdursa, --yes verin.",
);
pub const U9: Explanation = pair(
    "Soruşulan bu reyestrdə yoxdur.",
    "Yazılışını və --ledger ilə hansı reyestrin göstərildiyini yoxlayın. `protokol log` hadisələri, `protokol show UNIT` \
     vahidi göstərir.",
);
pub const U10: Explanation = pair(
    "Təqdimatda göstərilən skan qovluqda yoxdur. Heç nə təqdim edilmədi.",
    "Skanı məlumatda göstərilən adla təqdimatın yanına qoyun və ya qovluğunu --attachments ilə göstərin. Hazırda əldə etmək \
     mümkün deyilsə, rəqəmləri --without-attachments ilə, skanı isə sonra təqdim edin.",
);
pub const U11: Explanation = pair(
    "Skanın adı altında olan fayl imzalanmış fayl deyil. Heç nə təqdim edilmədi.",
    "Birinci üzv imzalayanda olduğu şəkildə faylı tapın. İtibsə, mövcud faylla yeni qaralama hazırlayın və imzaladın.",
);
pub const U12: Explanation = pair(
    "Rəqəmlərin nə vaxt dərc olunacağını təsis aktı müəyyən edir, həmin an isə hələ gəlməyib. Reyestr ondan əvvəl rəqəm vermir.",
    "O vaxtadək gözləyin. `protokol show checkpoint` və `protokol verify` istənilən vaxt işləyir. Rəqəmləri öz kompüterində \
     görməli olan komissiya --inside əlavə etsin.",
);
pub const U13: Explanation = pair(
    "Bu reyestr dərc edilmişdən bərpa olunub. Jurnalının ondan sonra nə imzaladığı bilinmir, buna görə burada daha heç nə \
     imzalamır: özü ilə ziddiyyətə düşə bilərdi.",
    "Onu istədiyiniz kimi oxuyun. Davam etmək üçün bu jurnalın son vəziyyətini göstərən davamçı təsis edin: `protokol draft \
     founding --succeeds LEDGER --from FOLDER --log-key KEY`. Köhnə möhür bütöv qalıbsa, --seal FILE ilə yenidən bərpa edin.",
);
