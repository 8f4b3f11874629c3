### The printed protocol.

## Headings and fixed lines.

heading-protocol = Protokol
heading-summary = Ümumi protokol
heading-no-document = Nümayiş açarları ilə hazırlanıb: heç bir orqanın sənədi deyil.
heading-above = Yuxarı komissiya
heading-polling-day = Səsvermə günü
heading-standing = Vəziyyəti
heading-not-in-force = artıq qüvvədə deyil: tarixçəyə baxın
heading-no-figures = Burada qüvvədə olan protokol yoxdur, ona görə rəqəmlər də yoxdur.
heading-form-serial = Blankın seriyası və nömrəsi
heading-completed = Tərtib edilib
heading-arrived = Reyestrə daxil olub
heading-item = Bənd
heading-figure = Rəqəmlə
heading-in-words = Sözlə
heading-not-on-paper = sənəddə yoxdur
heading-made-at = Tərtib olunarkən reyestrdəki hadisələrin sayı
heading-units = Seçki məntəqələrinin sayı
heading-received = Daxil olmuş protokollar
heading-basis = Əsas götürülmüş protokollar
heading-failed = Səsvermənin baş tutmadığı məntəqələr
heading-annulled = Protokolu ləğv edilmiş məntəqələr
heading-left-out = Nəzərə alınmamış protokollar
heading-not-signed = İmzalamayanlar
heading-nobody = heç kim
heading-dissent = Xüsusi rəylər
heading-history = Tarixçə
heading-attachments = Əlavələr
heading-sequence = Reyestrdəki sıra nömrəsi
heading-copy = Kağız surət. Əsas olan bu kağız deyil, reyestrdəki hadisədir.
heading-square-holds-receipt = Kvadrat kodda qəbz var. Onu istənilən kod oxuyucusu ilə oxuyun, mətni fayl kimi saxlayın və şəbəkəsiz yoxlayın: `protokol verify FILE --policy POLICY`.

## Lines that name something.

remark-signed-for = İmzalayanlar, komissiya { $unit }
remark-receipt-elsewhere = Qəbz kvadrat kod üçün çox uzundur: onu `protokol export --receipt { $event }` fayla yazır. Bu kodda hadisə və nəzarət nöqtəsinin barmaq izi var.
remark-check-page = check.html səhifəsi ilə özünüz yoxlayın. Onun SHA-256 cəmi belə başlayır: { $digest }
