### Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
### stop.

## A draft as a whole. $kind, $found and $kinds are words of the file.

draft-election-unknown = bu növ qaralama ({ $kind }) seçkinin forması və bülleteni ilə oxunur
    .remedy = onun aid olduğu reyestri və ya dəsti göstərin
draft-kind-unknown = { $found } qaralama növü deyil
    .remedy = bunlardan birini yazın: { $kinds }
draft-other-ledger = bu qaralama başqa reyestr üçündür
    .remedy = onun hazırlandığı reyestri və ya dəsti götürün

## Copies of observers.

draft-refused-with-figures = verilməmiş surətin rəqəmləri olmur
    .remedy = boşaldın və ya copy = "handed" yazın
draft-handed-with-reason = verilmiş surət üçün səbəb yazılmır
    .remedy = boşaldın
draft-neither-handed-nor-refused = bu, nə handed, nə də refused sözüdür
    .remedy = ikisindən birini yazın

## Figures.

draft-item-of-count = bu bənd qutular açılmazdan əvvəl yox, sayma zamanı yazılır
    .remedy = sətri silin
draft-item-unknown = formada belə bənd yoxdur
    .remedy = onu silin və ya adını düzəldin
draft-contest-unknown = { $contest } seçki yarışı yoxdur
    .remedy = düzəldin
draft-not-on-ballot = bülletendə belə nömrə yoxdur
    .remedy = onu bülletendəki kimi, iki rəqəmlə yazın
draft-number-twice = bu nömrə iki dəfə yazılıb
    .remedy = birini silin

## Scans. $file and $name are names of files, $media is JPEG, PNG or PDF.

scan-unnamed = doldurulmayıb
    .remedy = skanın adını yazın və ya bu cədvəli silin
scans-named-alike = iki fərqli faylın adı eynidir: { $name }
    .remedy = birinin adını dəyişin və burada da belə yazın
scan-missing = { $file } faylı yoxdur
    .remedy = skanı qaralamanın yanında necə adlanırsa, elə yazın
scan-not-a-file = { $file } adi fayl deyil
    .remedy = skanın özünü göstərin: JPEG, PNG və ya PDF
scan-empty = { $file }: fayl boşdur
    .remedy = səhifəni yenidən skan edin və ya faylı hazırlandığı yerdən yenidən köçürün
scan-too-large = { $file }: faylın həcmi 20 MB həddini keçir
    .remedy = daha aşağı ayırdetmə ilə skan edin və ya səhifələri bir-bir əlavə edin
scan-of-unknown-kind = { $file }: ilk baytlarına görə fayl nə JPEG, nə PNG, nə də PDF növündəndir
    .remedy = skanı JPEG, PNG və ya PDF kimi saxlayın və həmin faylı göstərin
scan-named-otherwise = { $file }: ilk baytlarına görə faylın növü { $media } olsa da, adı başqa cür bitir
    .remedy = düzgün fayldırsa, adını elə dəyişin ki, sonu { $endings } olsun
scan-endings = { $one } və ya { $other }
