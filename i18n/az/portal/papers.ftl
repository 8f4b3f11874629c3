### Sənəd səhifələrinin sözləri.

## Rəqəmlər və onlarda aşkar olunanlar.

portal-by-nominator = Namizədliyi irəli sürən
portal-figures = Protokolun rəqəmləri
portal-severity = Ciddiliyi

## Düzəlişlər, yan-yana.

portal-corrections = Düzəlişlər
portal-before = Əvvəl
portal-after = Sonra
portal-when = Nə vaxt
portal-why = Səbəb
portal-who = İmzalayanlar
portal-by-decision = Qərar

## Müşahidəçi surətləri, şikayətlər, ləğvlər.

portal-copies = Müşahidəçilərin surətləri
portal-on-copy = Surətdə
portal-on-protocol = Protokolda
portal-complaints = Şikayətlər
portal-against = Nədən şikayət edilir
portal-decided = Qəbul edilmiş qərar
portal-annulments = Ləğvlər və təkrar səsvermələr
portal-repeat-day = Təkrar səsvermə günü

## Qəbz.

portal-receipt = Qəbz
portal-download-receipt = Qəbzi endirin
portal-square-of-receipt = Kamera üçün qəbzi saxlayan kvadrat
portal-event = { $event } nömrəli hadisə

## Komissiyanın öz yekun protokolu.

portal-own-summary = Komissiyanın öz yekun protokolu
portal-stated = Göstərilib
portal-recomputed = Yenidən hesablanıb
portal-same-sums = Göstərilən hər cəm tərtib edildiyi protokolların cəminə bərabərdir.
portal-other-sums = Göstərilən bəzi cəmlər protokolların cəminə bərabər deyil; onlar aşağıda işarələnib.
