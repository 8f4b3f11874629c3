### Media mərkəzinin səhifələrinin sözləri.

## Hər səhifənin çərçivəsi.

portal-skip-to-content = Məzmuna keç
portal-all-pages = Bütün səhifələr
portal-pages = Səhifələr
portal-language = Dil
portal-rehearsal-banner = Nümayiş açarları ilə məşq. Bu, seçkinin nəticəsi deyil.
portal-check-it-yourself = Özünüz yoxlayın
portal-nobody-witnesses = şahid göstərilməyib
portal-pause = Yeniləməni dayandır
portal-resume = Yeniləməni davam etdir
portal-to-the-desk = Komissiyanın masası, üzvləri üçün
portal-as-of = { $size } hadisəlik nəzarət nöqtəsinə görə
portal-seen-by = { $of } şahiddən görən: { $seen }
portal-seen-up-to = { $of } şahiddən { $size } hadisəyədək görən: { $seen }
portal-updated = { $size } hadisəlik nəzarət nöqtəsinə görə yeniləndi

## Səhifələrin adları.

portal-results = Nəticələr
portal-turnout = Seçici fəallığı
portal-findings = Düz gəlməyənlər
portal-arrivals = Daxilolmalar
portal-whom-to-call = Kimə zəng etməli
portal-log = Jurnal
portal-data = Məlumatlar və API
portal-keys = Açarlar və şahidlər
portal-observers = Müşahidəçilər
portal-candidates = Namizədlər
portal-screen = Ekran
portal-embed = Yerləşdirmə
portal-help = Kömək

## Nəticələr.

portal-most-votes = Hələlik ən çox səs
portal-not-final = Qüvvədə olan protokolların cəmi; nəticə hələ təsdiq olunmayıb.
portal-nothing-yet = Hələ heç bir protokol daxil olmayıb.
portal-nobody = heç kim
portal-of-all-votes = Faizlər bütün namizədlərə verilmiş səslərdəndir.
portal-all-votes = Bütün namizədlər
portal-in-force = Qüvvədə olan protokollar
portal-awaited = Gözlənilir
portal-corrected = Düzəldilib
portal-annulled = Ləğv edilib
portal-failed = Səsvermə baş tutmayıb
portal-late = Gecikib
portal-missing = Vaxtı keçib
portal-by-unit = Dairələr üzrə
portal-papers-of = Protokollar
portal-sums = Bəndlər üzrə cəmlər
portal-reported = { $of } protokoldan daxil olub: { $reported }
portal-share-of = { $of } səsdən { $votes }
portal-turnout-of = { $of } seçicidən { $voters }
portal-certified = Təsdiq edib: { $body } { $reference }
portal-elected = Seçilib: { $names }

## Vahidlər.

portal-unit = Vahid
portal-leading = Ən çox səs

## Bağlı qapı.

portal-gate-closed = Rəqəmlər hələ açıqlanmır
portal-gate-until = Qanun rəqəmlərin dərcini { $until } vaxtınadək bağlayır. Möhürlənənləri indidən yoxlamaq olar.
