### Media mərkəzinin səhifələrinin sözləri.

## Hər səhifənin çərçivəsi.

page-skip-to-content = Məzmuna keç
page-pages = Səhifələr
page-language = Dil
page-rehearsal-banner = Nümayiş açarları ilə məşq. Bu, seçkinin nəticəsi deyil.
page-check-it-yourself = Özünüz yoxlayın
page-nobody-witnesses = şahid göstərilməyib
page-pause = Yeniləməni dayandır
page-resume = Yeniləməni davam etdir
page-as-of = { $size } hadisəlik nəzarət nöqtəsinə görə · { $time }
page-seen-by = { $of } şahiddən { $seen }-i görüb
page-updated = { $size } hadisəlik nəzarət nöqtəsinə görə yeniləndi

## Səhifələrin adları.

page-results = Nəticələr
page-constituencies = Dairələr
page-turnout = Seçici fəallığı
page-findings = Düz gəlməyənlər
page-arrivals = Daxilolmalar
page-log = Jurnal
page-data = Məlumatlar və API
page-keys = Açarlar və şahidlər
page-observers = Müşahidəçilər
page-candidates = Namizədlər
page-screen = Ekran
page-embed = Yerləşdirmə
page-help = Kömək

## Nəticələr.

page-most-votes = Hələlik ən çox səs
page-not-final = Qüvvədə olan protokolların cəmi; nəticə hələ təsdiq olunmayıb.
page-nothing-yet = Hələ heç bir protokol daxil olmayıb.
page-nobody = heç kim
page-of-all-votes = Faizlər bütün namizədlərə verilmiş səslərdəndir.
page-all-votes = Bütün namizədlər
page-in-force = Qüvvədə olan protokollar
page-awaited = Gözlənilir
page-corrected = Düzəldilib
page-annulled = Ləğv edilib
page-failed = Səsvermə baş tutmayıb
page-late = Gecikib
page-missing = Vaxtı keçib
page-by-unit = Dairələr üzrə
page-papers-of = Protokollar
page-sums = Bəndlər üzrə cəmlər
page-reported = { $of } protokoldan { $reported }-i daxil olub
page-share-of = { $of } səsdən { $votes }
page-turnout-of = { $of } seçicidən { $voters }
page-certified = Təsdiq edib: { $body } { $reference }
page-elected = Seçilib: { $names }

## Vahidlər.

page-unit = Vahid
page-leading = Ən çox səs
page-above = Yuxarı
page-no-figures-yet = Bu vahidin hələ rəqəmləri yoxdur.

## Bağlı qapı.

page-gate-closed = Rəqəmlər hələ açıqlanmır
page-gate-until = Qanun rəqəmlərin dərcini { $until } vaxtınadək bağlayır. Möhürlənənləri indidən yoxlamaq olar.
