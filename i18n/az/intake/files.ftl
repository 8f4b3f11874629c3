### Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

## A file as a whole.

format-missing = fayl yoxdur
    .remedy = o, hər seçki qovluğunda olur: əlavə edin
format-not-utf8 = mətn UTF-8 kodlaşdırmasında deyil
    .remedy = faylı UTF-8 kodlaşdırmasında yenidən saxlayın
format-byte-order-mark = faylın əvvəlində bayt sırası işarəsi (BOM) var
    .remedy = onu BOM olmadan, UTF-8 kimi saxlayın
format-carriage-return = sətir karetin qaytarılması işarəsi (CR) ilə bitir
    .remedy = faylı Unix sətir sonluqları (LF) ilə saxlayın

## Drafts and manifests. $why is said by a library, in English.

format-not-toml = bu, TOML deyil: { $why }
    .remedy = sətri düzəldin; mətnlər dırnaqda yazılır, rəqəmlər isə dırnaqsız və əvvəlində sıfır olmadan

## Tables. $columns are names.

format-not-csv = cədvəl oxunmur: { $why }
    .remedy = sətri düzəldin
format-empty = fayl boşdur
    .remedy = başlıq sətrini yazın: { $columns }
format-empty-line = sətir boşdur
    .remedy = onu silin
format-quote-inside = dırnaq işarəsi xananın içindədir
    .remedy = bütün xananı dırnağa alın, içindəki dırnaqları isə iki dəfə yazın
format-quote-open = dırnaq bağlanmayıb
    .remedy = onu xananın sonunda bağlayın
format-column-twice = bu sütun iki dəfə verilib
    .remedy = birini silin
format-column-unknown = bu sütun burada tanınmır
    .remedy = adını düzəldin və ya sütunu silin
format-column-missing = bu sütun yoxdur
    .remedy = əlavə edin; sənəddə rəqəm yoxdursa, xananı boş saxlayın
format-candidate-unknown = heç bir seçki yarışında bu nömrəli namizəd yoxdur
    .remedy = candidates.csv faylı ilə tutuşdurun
format-candidate-twice = bu namizədin iki sütunu var
    .remedy = birini silin
