### Oxucunun öz brauzerindəki proqramların, proqramın öz sözlərindən başqa dedikləri. Oxuyanın qarşısında səhifə var, əmr sətri yox.

## Hökm niyə yoxdur.

browser-policy = etibar faylı, sətir { $line }: { $fault }
    .remedy = Etibar faylı C2SP tlog-policy formasında siyasətdir. Onu etibar etdiyiniz adamdan yenidən alın.
browser-no-fingerprint = { $text } barmaq izi deyil
    .remedy = Barmaq izində 64 onaltılıq rəqəm olur, aralarında boşluqla və ya boşluqsuz. Onu yenidən köçürün.
browser-neither = { $file } nə dərc edilmiş jurnaldır, nə qəbz, nə sübut, nə də dəlil
    .remedy = Dərc edilmiş jurnalın qovluğunu, onun tar arxivini, qəbzi, rəqəmlərin sübutunu və ya dəlili verin.
browser-no-key = qəbz və ya sübut kimin açarına etibar etməli olduğunu demir
    .remedy = Jurnalın etibar faylını əlavə edin; onu etibar etdiyiniz adamdan alın.
browser-other-log = fayl { $theirs } jurnalınındır, bu səhifənin verildiyi açar isə { $ours } jurnalının
    .remedy = { browser-no-key.remedy }
browser-no-log = { $place } dərc edilmiş jurnal deyil
    .remedy = Dərc edilmiş jurnalın içində birbaşa `checkpoint`, `log.vkey` və `tile/` olur: qovluğu və ya ünvanı yoxlayın.
browser-not-the-file = { $file } istənilən fayl deyil, məsələn, insanlar üçün səhifədir
    .remedy = Ünvanı yoxlayın: jurnalın faylları onun altında olmalıdır. Elədirsə, jurnalı başqa yerdən götürün.
browser-not-totals = { $file } içində oxuna bilən yekunlar yoxdur
    .remedy = `/v1/totals` cavabını və ya proqramın JSON yekunlarını verin.

## Etibar faylı kimindir.

browser-step-policy = Etibar faylı
browser-policy-beside = o, jurnalın yanında idi: onu jurnalı dərc edən yazıb, ona görə də şahidləri sübut edir, sahibini yox

## Bu brauzer jurnalı əvvəl necə görüb.

browser-step-seen = Əvvəl görülən
browser-seen-first = bu brauzer bu jurnalı əvvəl görməyib
browser-seen-same = keçən dəfəki vəziyyətdir, ölçüsü { $size }
browser-seen-grown = bu brauzerin son gördüyü vəziyyətdən böyüyüb, onun ölçüsü { $size } idi
browser-seen-older = jurnalın ölçüsü { $size }, bu brauzer isə onu { $seen } ölçüsündə görüb: keş geridə qala bilər, ya da köhnə vəziyyət qaytarılıb
browser-seen-fork = HƏYƏCAN: jurnal { $size } ölçüsündə imzaladığı və bu brauzerin gördüyü vəziyyətdən böyüməyib: onun iki tarixçəsi var. Dəlili saxlayın və hamıya bildirin
browser-seen-unknown = bu brauzerin { $size } ölçüsündə gördüyü bu jurnalla tutuşdurula bilmir: açarı və ya etibar faylı başqadır

## Səhifənin göstərdiyi.

browser-step-page = Göstərilən yekunlar
browser-page-agrees = { $figures ->
        [one] göstərilən { $figures } rəqəm bütün protokolların verdiyidir
       *[other] göstərilən { $figures } rəqəm bütün protokolların verdiyidir
    }
browser-page-differs = { $figures ->
        [one] göstərilən { $figures } rəqəm bütün protokolların verdiyi deyil
       *[other] göstərilən { $figures } rəqəm bütün protokolların verdiyi deyil
    }
browser-page-ahead = onlar { $page } ölçüsünə aiddir, oxunan jurnalın ölçüsü isə { $size }: bir azdan yenidən baxın
browser-page-other-history = onlar jurnalın başqa tarixçəsinə aiddir: { $size } ölçüsündə onun kökü başqadır
browser-page-withheld = onları əldə etmək olmadı, ona görə heç biri jurnalla tutuşdurulmayıb
browser-page-unreadable = onların yerinə verilən yekun kimi oxunmur, ona görə heç biri jurnalla tutuşdurulmayıb
browser-total-differs = seçki { $contest }, vahid { $unit }, { $item }: göstərilən { $stated }, bütün protokolların verdiyi { $recomputed }
browser-total-unknown = seçki { $contest }, vahid { $unit }: rəqəmlər göstərilir, jurnalda isə orada belə seçki yoxdur
browser-none = heç nə
