### Açarlar, şahidlər, müşahidəçilər və namizədlər səhifələrinin sözləri.

## Açarlar.

portal-log-key = Jurnalın açarı
portal-log-key-says = Jurnal nəzarət nöqtələrini bu açarla imzalayır və başqa heç nə ilə. C2SP açarları kimi yazılıb: ad, qısa barmaq izi, açar.
portal-key-in-force = Qüvvədə olan açar
portal-former-keys = Əvvəlki açarlar
portal-replaced-by = Əvəz edən hadisə
portal-short-print = Qısa barmaq izi
portal-key = Açar
portal-since = Qüvvədədir

## Şahidlər.

portal-witnesses = Şahidlər
portal-witness = Şahid
portal-cosigned = Birgə imzalayıb
portal-not-this-one = bu nəzarət nöqtəsini yox
portal-quorum-met = Bu nəzarət nöqtəsini siyasətin tələb etdiyi qədər şahid birgə imzalayıb.
portal-quorum-not-met = Bu nəzarət nöqtəsini hələ siyasətin tələb etdiyindən az şahid birgə imzalayıb.
portal-no-quorum = Jurnalı birgə imzalamalı olan şahidlər yoxdur, ona görə ikinci tarix sezilməyə bilər.
portal-policy = Siyasət
portal-policy-elsewhere = Bu surətə inanmayın. O, yoxlamalı olduğu saytdan gəlir: siyasəti şahiddən, qəzetdən və ya müşahidəçidən alın və tutuşdurun.

## Müşahidəçilər.

portal-observer = Müşahidəçi
portal-organisation = Təşkilat
portal-role = Qismində
portal-scope = Harada müşahidə edə bilər
portal-accredited = Akkreditə olunub
portal-withdrawn = Geri götürülüb
portal-no-observers = Hələ heç kim akkreditə olunmayıb.

## Kim gözlənilir və kimə zəng etməli.

portal-whom-to-call-says = Gəlməmiş sənədlər onları gözləyən yuxarı komissiyalar üzrə, hər sədrin komissiya yaradılanda yazılmış adı ilə. Jurnalda telefon nömrəsi yoxdur: onu öz siyahınızdan götürün.
portal-nobody-awaited = Heç kim gözlənilmir.
portal-chair = Sədr
portal-standing-now = Vəziyyət
portal-due-at = Son vaxt
portal-past-deadline = vaxtı keçib
portal-no-deadline = son vaxt yoxdur

## Namizədlər.

portal-nominated-by = İrəli sürən
portal-decree = Qərar
portal-registered = Qeydə alınıb
portal-nominations = Təsdiq edilmiş namizədliklər
portal-no-candidates = Hələ heç kim qeydə alınmayıb.
