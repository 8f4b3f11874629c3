//! V: verification. What is wrong with a ledger, or what cannot be proved of it.

use crate::text::Explanation;
use crate::text::codes::pair;

pub const V1: Explanation = pair(
    "Hadisələrin saxlandığı fayl, jurnal, göstərilən yerdə zədələnib.",
    "Bu reyestrə daha heç nə yazmayın və onu olduğu kimi saxlayın. Başqa nüsxəsini əldə edin və onu `protokol verify` \
     ilə yoxlayın.",
);
pub const V2: Explanation = pair(
    "Jurnalın imzaladığı nəzarət nöqtəsi, möhürdə və ya dərc edilən yerdə, burada olandan çox hadisəni əhatə edir: hadisələr \
     itib, silinib və ya köhnə nüsxə qaytarılıb.",
    "Qovluğu olduğu kimi saxlayın və tam nüsxəni dərc edəndən, güzgü serverdən və ya müşahidəçidən axtarın. Ona \
     əsaslanmazdan əvvəl `protokol verify` ilə yoxlayın.",
);
pub const V3: Explanation = pair(
    "Hadisələr arasındakı qeyd hadisə ola bilməz: uzunluğu və ya vaxtı qeyri-mümkündür.",
    "Reyestri dəyişdirilmiş hesab edin. Həmin yeri başqa nüsxə ilə müqayisə edin və reyestrin məsul şəxsindən bunun necə \
     baş verdiyini soruşun.",
);
pub const V4: Explanation = pair(
    "Hər hadisə özündən əvvəlkini göstərir, bu isə başqasını göstərir: nə isə dəyişdirilib, çıxarılıb və ya əlavə edilib.",
    "Bu yerin ətrafındakıları dəyişdirilmiş hesab edin. Başqa yerdən alınmış nüsxəni `protokol verify` ilə yoxlayın və \
     orada nə olduğuna baxın.",
);
pub const V5: Explanation = pair(
    "Hadisənin nömrəsi reyestrdəki yerinə uyğun deyil.",
    "Hadisələrin yeri dəyişdirilib, onlar çıxarılıb və ya əlavə edilib. Başqa nüsxədə həmin yerə `protokol verify` və \
     `protokol log` ilə baxın.",
);
pub const V6: Explanation = pair(
    "Hadisə, öz qeydinə görə, qarşısında duran hadisədən əvvəl daxil olub.",
    "Proqram bunu heç vaxt yazmır. Bunu hansı proqramın yazdığını reyestrin məsul şəxsindən soruşun və daxilolma \
     vaxtlarının heç birinə əsaslanmayın.",
);
pub const V7: Explanation = pair(
    "Hadisələr möhürdəki və ya dərc edilmiş nəzarət nöqtəsinin imzalandığı hadisələr deyil: ən azı biri sonradan dəyişdirilib \
     və ya jurnalın iki tarixçəsi var.",
    "Rəqəmlərdən istifadə etməyin. Bu qovluğu sübut kimi saxlayın və başqa yerdən `protokol verify` ilə təsdiqlənən \
     nüsxə alın.",
);
pub const V8: Explanation = pair(
    "Möhürdəki və ya dərc edilmiş nəzarət nöqtəsi təsis aktında göstərilən jurnal tərəfindən imzalanmayıb.",
    "Mənşəyi aydınlaşanadək reyestri saxta hesab edin. Komissiyadan nəzarət nöqtəsinin barmaq izini soruşun və --expect \
     ilə yoxlayın.",
);
pub const V9: Explanation = pair(
    "Möhür, yəni son imzalanmış nəzarət nöqtəsinin faylı, zədələnib və ya qismən yoxdur.",
    "Qovluğu olduğu kimi saxlayın və ona heç nə yazmayın. Reyestrin başqa nüsxəsini əldə edin və onu `protokol verify` \
     ilə yoxlayın.",
);
pub const V10: Explanation = pair(
    "Sonda hələ heç bir imzalanmış nəzarət nöqtəsinin əhatə etmədiyi hadisələr və ya yarımçıq yazılışın qalığı var. \
     Ondan əvvəlkilərə bunun təsiri yoxdur.",
    "Reyestrə yazılarkən bu öz-özünə keçir: bir dəqiqə gözləyin və yenidən yoxlayın. Qalarsa, reyestrin məsul şəxsinə \
     bildirin; o vaxtadək həmin hadisələrə əsaslanmayın.",
);
pub const V11: Explanation = pair(
    "Bu reyestrdə barmaq izini gözlədiyiniz nəzarət nöqtəsi heç vaxt olmayıb. Bu, başqa reyestr, əvvəlki vəziyyət və ya \
     tarixçəsi dəyişdirilmiş reyestrdir.",
    "Barmaq izini rəqəm-rəqəm yoxlayın. Düzgündürsə, əlinizdə iki fərqli tarixçənin sübutu var: hər ikisini saxlayın və \
     bu barədə məlumat verin.",
);
pub const V12: Explanation = pair(
    "Etibar faylında bu jurnal göstərilməyib və ya göstərilənlərdən birinin imzası yanlışdır.",
    "Siyasət faylının bu seçkiyə aid olduğunu və sizə etibar etdiyiniz şəxsdən gəldiyini yoxlayın.",
);
pub const V13: Explanation = pair(
    "Nəzarət nöqtəsini etibar faylında tələb olunandan az şahid imzalayıb. Reyestr əsl ola bilər; lakin buna hələ \
     zəmanət verilməyib.",
    "Şahidləri gözləyin və yenidən yoxlayın, yaxud nə üçün imzalamadıqlarını soruşun. Müsbət cavab almaq üçün tələb \
     olunan sayı azaltmayın.",
);
pub const V14: Explanation = pair(
    "Jurnalın yanında təsis aktının məzmununu təkrarlayan fayl yoxdur və ya başqa məzmundadır.",
    "Həmin fayla deyil, jurnaldakı təsis aktına əsaslanın. Faylı kimin dəyişdirdiyini reyestrin məsul şəxsindən soruşun.",
);
pub const V15: Explanation = pair(
    "Qəbz hadisənin imzalanmış nəzarət nöqtəsi altında olduğunu sübut etmir.",
    "Qəbzi yenidən istəyin: `protokol export --receipt EVENT`. O da təsdiqlənməzsə, hər ikisini saxlayın və şikayət edin.",
);
pub const V16: Explanation = pair(
    "Reyestri bağlayan hadisədən sonra hadisələr var. Bu, yolverilməzdir.",
    "Bağlanmadan sonra gələnləri saymayın. Bu nüsxəni saxlayın: o, yazmağın davam etdirildiyini sübut edir.",
);
pub const V17: Explanation = pair(
    "Cari sorğulara cavab verən baza jurnala uyğun gəlmir. Jurnal düzgündür.",
    "Yazan istənilən əmri icra edin: baza kənara qoyulur və jurnaldan yenidən qurulur. Təkrarlanarsa, diski yoxlatdırın.",
);
pub const V18: Explanation = pair(
    "Bu qovluqda reyestr yoxdur və ya reyestrdə bir hadisə də yoxdur.",
    "Reyestrin qovluğunu --ledger ilə göstərin. Yenisini yaratmaq üçün `protokol rehearse FOLDER` və ya `protokol init` \
     istifadə edin.",
);
pub const V19: Explanation = pair(
    "Əlavənin faylı, skan və ya şəkil, reyestrin yanında yoxdur. Onun heş qiymətləri imzalanıb: rəqəmlər ondan asılı deyil \
     və başqa fayl onun yerini tuta bilməz.",
    "Faylı komissiyadan istəyin və eyni təqdimatı yenidən verin: `protokol submit` çatışmayanı əlavə edir. İstənilən nüsxə \
     yararlıdır, çünki heş qiymətləri onu sübut edir.",
);
pub const V20: Explanation = pair(
    "Əlavənin yerindəki fayl imzalanmış fayl deyil: dəyişdirilib, kəsilib və ya başqası ilə əvəz edilib.",
    "Həmin fayla əsaslanmayın və onu sübut kimi saxlayın. Düzgün faylı komissiyadan istəyin və eyni təqdimatı yenidən verin: \
     `protokol submit` səhv faylı kənara qoyur.",
);
pub const V21: Explanation = pair(
    "Dərc edilmiş plitə, yəni sübutların qurulduğu heş faylı, dərc edilmiş hadisələrdən alınana uyğun gəlmir. O, \
     saxtalaşdırılıb və ya zədələnib.",
    "Bu nüsxədən heç nə götürməyin və onu sübut kimi saxlayın. Dərci başqa yerdən alın və `protokol verify` ilə yoxlayın; \
     bu nüsxəni paylayana bildirin.",
);
pub const V22: Explanation = pair(
    "Bu ölçüdə dərc edilmiş hər jurnalda olan fayl yoxdur: nə isə buraxılıb və ya itib.",
    "Paylayandan bütöv qovluğu istəyin və ya başqa yerdən alınmış nüsxəni yoxlayın. Qalanı bütöv saymayın.",
);
pub const V23: Explanation = pair(
    "Dərc edilmiş bağlama hadisələrə bölünmür: kəsilib, uzadılıb və ya zədələnib.",
    "Dərci başqa yerdən alın və `protokol verify` ilə yoxlayın; bu nüsxəni paylayana bildirin.",
);
pub const V24: Explanation = pair(
    "Jurnalın iki tarixçəsi var: imzalanmış nəzarət nöqtələri bir-birinin davamı deyil və ya şahid burada olandan artığını \
     görüb. Ya jurnalın açarının surəti işlədilir, ya köhnə vəziyyət qaytarılıb, ya da kimsə aldadır.",
    "Bu jurnalın açarı ilə daha heç nə imzalamayın və hər şeyi saxlayın: hər iki vəziyyəti, qəbzləri və sübut fayllarını. \
     `protokol compare` fərqi göstərir; `protokol restore` reyestri dərc edilmişdən bərpa edir.",
);
pub const V25: Explanation = pair(
    "Şahidin vəziyyəti, yəni hər jurnaldan sonuncu nəyi təsdiqlədiyi, zədələnib və ya açarının yanındakı nişana uyğun gələn \
     vəziyyət deyil. Köhnə vəziyyətlə o, ikinci tarixçəni vicdanla təsdiqləyərdi.",
    "Vəziyyətin və nişanın eyni ana aid ən yeni nüsxəsini geri qoyun. İtiblərsə, yeni açar və yeni ad yaradın və bunu \
     jurnallara və bu şahidə etibar edənlərə bildirin.",
);
pub const V26: Explanation = pair(
    "Jurnalın dərc etdikləri onun bu şahidin əvvəl təsdiqlədiyindən böyüdüyünü göstərmir: ya faylları səhvdir, ya da \
     tarixçəsi dəyişdirilib.",
    "Jurnalın fayllarını başqa yerdən alın və yenidən yoxlayın. Onlar da eyni şeyi deyirsə, jurnalın iki tarixçəsi var: \
     sübutu saxlayın və açıqlayın.",
);
pub const V27: Explanation = pair(
    "Jurnalın iki tarixçəsini sübut etməli olan fayl bunu sübut etmir: nəzarət nöqtələri bir-birinə zidd deyil və ya sübut \
     birindən o birinə aparmır.",
    "Ona inanmayın. Jurnalın iki tarixçəsi olduğunu deyən hər ikisini göstərə bilər: onları `protokol compare` ilə \
     tutuşdurun, o, yeni sübut hazırlayır.",
);
