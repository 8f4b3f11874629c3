### Jurnal səhifələrinin və heç nə olmayan səhifələrin sözləri.

## Axtarış.

portal-search = Axtar
portal-search-for = Hadisə nömrəsi, məntəqə, heş və ya barmaq izi
portal-can-be-searched = Hadisə nömrəsi və ya bütöv heşi ilə, komissiya nömrəsi və ya adı ilə, jurnalın son vəziyyətləri barmaq izi ilə tapılır.
portal-several-found = Bu adda bir neçə şey var:
portal-nothing-named = “{ $asked }” adlı heç nə yoxdur.
portal-found-size = { $size } hadisə olanda jurnal

## Hadisələrin siyahıları.

portal-newest-first = Əvvəlcə ən yeni hadisələr. Jurnalın dolmuş hissəsi bir daha dəyişmir.
portal-event-says = Nə deyilir
portal-older = Daha köhnə
portal-newer = Daha yeni
portal-newest = Ən yenilər
portal-oldest = Ən köhnələr
portal-events-from-to = { $from }–{ $to } nömrəli hadisələr

## Bir hadisə.

portal-kind = Növ
portal-said-at = Deyilib, imzalayanların öz saatı ilə
portal-signers = İmzalayan açarlar
portal-log-itself = Jurnalın özü
portal-paper = Kimin sənədi
portal-raw-bytes = Xam baytlar
portal-download-bytes = İmzalanmış və heşlənmiş baytları endirin
portal-for-programs = Proqramların oxuduğu şəkildə
portal-withheld = Orada hələ açıqlanmayan rəqəmlər var.

## Heç nə olmayan yerdə.

portal-no-page = Belə səhifə yoxdur
portal-no-page-here = Bu seçkidə bu ünvanda heç nə yoxdur. Ünvan səhv yazılmış ola bilər və ya adlandırdığı şey hələ baş verməyib.
portal-to-results = Nəticələrə keç
portal-troubled = Səhifə hazırda hazırlana bilmir
