### Hər şey necə yoxlanılır: səhifənin sözləri.

checking-lead = Bu səhifələrdəki hər rəqəm imzalanmış sənədlərdən yenidən hesablanır. Onları göstərənə inanmağa ehtiyac yoxdur.
checking-in-browser = Bu brauzerdə
checking-in-browser-how = Diskdən və internetsiz də işləyən bir səhifə hər şeyi öz kompüterinizdə yenidən hesablayır: hər imzanı, hər qaydanı, hər cəmi. O, qəbzi, jurnalın qovluğunu, sübutu və ya jurnalın özünü qəbul edir.
checking-open-page = Yoxlayan səhifəni açın
checking-page-digest = Həmin səhifənin SHA-256 xülasəsi:
checking-page-digest-why = Səhifəni verən saxtasını da verə bilər. Xülasəsini komissiyanın asdığı kağızdakı ilə tutuşdurun və ya səhifəni inandığınız adamdan alın.
checking-by-eye = Gözlə
checking-by-eye-how = Səhifənin altındakı barmaq izini başqa adamın eyni nəzarət nöqtəsində, başqa xətdə və ya çapda gördüyü ilə tutuşdurun. Fərqlənirsə, sizə müxtəlif jurnallar göstərilib: hər ikisini saxlayın və xəbər verin.
checking-with-program = Proqramla
checking-with-program-how = Proqram dərc olunmuş jurnalı oxuyur, hər şeyi yenidən hesablayır və bir sözlə bitirir. Siyasət faylı kimin açarlarına və hansı şahidlərə inandığınızı deyir: onu bu saytı işlədəndən başqasından alın.
checking-with-others = Başqalarının proqramları ilə
checking-with-others-how = Jurnal digər şəffaflıq jurnalları kimi imzalanmış nəzarət nöqtələri olan C2SP lövhələri şəklində dərc olunur. Kənar adamların yazdığı proqramlar onu oxuyur və yoxlayır.
checking-log-is-at = Ünvanları:
checking-not-out-yet = Jurnal burada hələ dərc olunmayıb. O, qanunun rəqəmləri açıqlamağa icazə verdiyi vaxtdan sonrakı ilk hadisə ilə dərc olunacaq.
checking-proves = Bunun sübut etdiyi: hansı sənədlər, kim tərəfindən, hansı ardıcıllıqla imzalanıb və cəmlər məhz onların cəmidir.
checking-proves-not = Sübut etmədiyi: bülletenlərin vicdanla sayılması. Protokolları seçki məntəqəsində asılanlarla tutuşdurun.
checking-own-key = Jurnalın özünün göstərdiyi açarı. Kimin olduğuna əmin olmaq üçün onu başqa yerdən alın:
