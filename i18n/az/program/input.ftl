### İnsanın yazdığı və ya göstərdiyi: arqumentlər, açarlar, sənədlər, fayllar.

## Bir-birinə uyğun gəlməyən və ya mövcud olmayanı göstərən arqumentlər.

usage-code-unknown = { $code } kodu burada məlum deyil
    .remedy = daxili kodlar T, S, O, C, D, R, V və U qruplarındandır; E və W kodları seçkinin özünə məxsusdur: onun reyestrini --ledger ilə göstərin
usage-server-recomputes = server seçkini yenidən hesablamır
    .remedy = `protokol witness URL --election` əmrini istədiyiniz qədər icra edin: hər icra hər şeyi yenidən hesablayır
usage-server-writes = server təsdiqlərini soruşan hər kəsə verir
    .remedy = --out arqumentini çıxarın
usage-no-address = { $address } dinlənilə bilən ünvan deyil
    .remedy = 127.0.0.1:7380 kimi ünvan verin
usage-only-server-listens = yalnız server dinləyir
    .remedy = `protokol witness serve --listen ADDR` serverdir; bir dəfə təsdiqləmək üçün --listen arqumentini çıxarın
usage-log-key-needed = reyestrə yazmaq üçün jurnalın açarı lazımdır
    .remedy = onu --log-key FILE ilə verin; öz açarını yalnız sınaq saxlayır
usage-no-attachments = { $kind } sənədinə əlavə olmur
    .remedy = skan protokola, düzəlişə və ya surətə əlavə edilir
usage-no-kind = { $kind } növü yoxdur
    .remedy = növlər bunlardır: { $kinds }
usage-founding-from-folder = təsis aktının qaralaması qovluqdan hazırlanır
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-founding-names-key = təsis aktında jurnalın açarı göstərilir
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-event-is-a-hash = --event hadisənin heşini qəbul edir
    .remedy = baxın: { $show }
usage-founding-needs-key = reyestri təsis etmək üçün jurnalın açarı lazımdır
    .remedy = açıq yarısı təsis aktında göstərilən açarı verin: --log-key FILE
usage-ledger-exists = { $ledger } artıq mövcuddur
    .remedy = --ledger DIR ilə başqa yer seçin; heç nəyə toxunulmayıb
usage-rehearsal-exists = { $ledger } artıq mövcuddur
    .remedy = onu --continue ilə davam etdirin və ya --ledger DIR ilə başqa yer seçin; heç nəyə toxunulmayıb
usage-no-size-no-time = { $text } nə ölçüdür, nə də vaxt
    .remedy = 20000 kimi ölçü və ya 2018-10-29T01:00:00+04:00 kimi vaxt verin
usage-attachments-of-ledger = əlavələr yalnız reyestrin yanında olur
    .remedy = reyestrin qovluğunu göstərin: `protokol verify LEDGER --attachments`
usage-no-fingerprint = { $text } barmaq izi deyil
    .remedy = { $show-checkpoint } əmrinin göstərdiyi dörd onaltılıq rəqəmdən ibarət on altı qrupu dırnaq içində verin
usage-no-event-named = hadisə göstərilməyib
    .remedy = birini --receipt EVENT ilə göstərin
usage-no-published-event = { $event } dərc edilmiş jurnalın hadisəsini göstərmir
    .remedy = onu sıra nömrəsi və ya əvvəlki qəbzi ilə göstərin: dərc edilmiş jurnalda heş üzrə axtarış aparılmır
usage-cosignature-by-policy = şahidin təsdiqi siyasətə görə sayılır
    .remedy = şahidin göstərildiyi siyasəti --policy FILE ilə verin
usage-no-enrolling-table = { $table } qeydiyyat cədvəli deyil
    .remedy = seçki qovluğundan members.csv, candidates.csv və ya observers.csv verin
usage-no-code = { $code } kodu yoxdur
    .remedy = formanın kodları: { $codes }; daxili kodlar: `protokol help`
usage-nothing-to-print = bu vahidin çap ediləsi protokolu və ya ümumi protokolu yoxdur
    .remedy = məntəqəni və ya komissiyası ümumi protokol təqdim etmiş vahidi göstərin; baxın: { $tally }
usage-no-election = reyestrdə seçki yoxdur
    .remedy = seçkini təsis edin: { $init }
usage-only-schema-named = yalnız sxemin adı olur
    .remedy = `protokol manual schema NAME` və ya bir qovluq
usage-no-schema = { $schema } sxemi yoxdur
    .remedy = sxemlər bunlardır: { $schemas }
usage-one-receipt = --receipt bir fayl göstərir
    .remedy = növbədə hər qəbz öz təqdimatının yanında saxlanılır
usage-folder-signed-in-place = qovluqdakı sənədlər öz yerində imzalanır və başqaları ilə müqayisə edilmir
    .remedy = --second və --out yazmayın və ya bir sənəd göstərin
usage-not-listening = { $address } ünvanını dinləmək olmur: { $error }
    .remedy = --listen ilə başqa ünvan seçin və ya onu istifadə edəni dayandırın
usage-folder-not-read = faylları oxumaq olmur
    .remedy = qovluğu yoxlayın
usage-too-many-units = ən aşağı pillədə { $units } vahid var, sınaqdan isə ən çoxu { $max } vahid keçirilə bilər
    .remedy = --units N ilə daha kiçik say verin
usage-no-units = ən aşağı pillədə heç bir vahid sadalanmayıb, elan edilməyib və ya tələb olunmayıb
    .remedy = --units N ilə sayını deyin və ya onları units.csv faylında sadalayın
usage-no-room = altında yeni vahidlər uydurula bilən vahid yoxdur
    .remedy = uydurulanların tabe olduğu vahidləri units.csv faylında sadalayın
usage-synthetic-origin = jurnalın adı sintetik kimi işarələnmək üçün çox uzundur
    .remedy = manifest.toml və units.csv fayllarını yoxlayın

## Proqramın qəbul etmədiyi əmr sətri. Tərs dırnaqdakı yazıldığı və ya yazılmalı olduğu kimidir.

parser-argument-unknown = burada { $argument } arqumenti yoxdur
parser-argument-missing = çatışmır: { $arguments }
parser-arguments-conflict = { $argument } və { $other } birlikdə verilə bilməz
parser-argument-twice = { $argument } bir dəfədən çox verilib
parser-verb-unknown = { $verb } əmri yoxdur
parser-verb-missing = əmr göstərilməyib
parser-value-missing = { $argument } üçün qiymət lazımdır
parser-value-unknown = { $value } yazılıb, lakin { $argument } belə qiymət almır
parser-value-wrong = { $value } yazılıb, lakin { $argument } belə qiymət almır: { $why }
parser-value-not-whole = { $argument } üçün tam ədəd lazımdır, { $value } isə tam ədəd deyil
parser-value-too-large = { $argument } üçün { $value } çox böyükdür
parser-values-miscounted = { $argument } üçün qiymətlər çoxdur və ya azdır
parser-no-language = proqram { $value } dilində danışmır, onun dilləri: `en`, `az`, `ru`
parser-not-utf8 = arqumentlərdən biri UTF-8 deyil
parser-equals = { $argument } ilə qiyməti arasında bərabər işarəsi olmalıdır
parser-other = arqumentlər oxunmadı: { $why }
parser-known = mümkün qiymətlər: { $known }
parser-suggested = bəlkə nəzərdə tutulan: { $suggested }
parser-usage = əmr belə yazılır: { $usage }
parser-help = ətraflı: --help

## Açarlar və parollar.

key-ask-passphrase = { $file } parolu:
key-ask-new-passphrase = Yeni parol:
key-ask-again = Eyni parol yenidən:
key-passphrases-differ = iki parol fərqlidir
    .remedy = yenidən icra edin; heç nə yazılmayıb
key-passphrase-not-read = parol oxuna bilmir: { $error }
    .remedy = --passphrase-file istifadə edin
key-passphrase-needed = parol lazımdır
    .remedy = onu terminalda yazın və ya --passphrase-file FILE verin
key-passphrase-encoding = { $file } faylındakı parol nə UTF-8, nə də başında işarəsi olan UTF-16 ilə yazılıb
    .remedy = faylı UTF-8 kimi yadda saxlayın və ya parolu terminalda yazın
key-passphrase-file-empty = { $file } faylının birinci sətri boşdur, parol isə orada olmalıdır
    .remedy = onu orada və ya terminalda yazın
key-passphrase-invisible = parolda görünməyən işarə var: { $code }; onu heç kim yenidən yaza bilməz
    .remedy = yalnız görünən işarələrdən ibarət parol seçin; heç nə yazılmadı
key-passphrase-weak = Açar faylını ələ keçirən bu parolu bir dəqiqəyə tapar. Açarı yenidən, bir-biri ilə əlaqəsi olmayan ən azı beş sözdən ibarət parolla yaratmaq daha yaxşıdır.
key-wrong-passphrase = { $file }: parol səhvdir
    .remedy = parolu yoxlayın və yenidən icra edin
key-not-pem = { $file }: PEM faylı deyil: BEGIN və END sətirləri arasında bir zədəsiz blok olmalıdır
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-not-pkcs8 = { $file }: `{ $label }` PEM bloku düzgün qurulmuş PKCS#8 məxfi açarı deyil
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-not-ed25519 = { $file }: açar Ed25519 deyil, { $algorithm } açarıdır
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-halves-differ = { $file }: fayldakı açıq açar məxfi açara aid deyil
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-encryption-unsupported = { $file }: { $algorithm } ilə şifrələnib, burada isə yalnız scrypt və ya PBKDF2-SHA2 ilə AES-CBC (PBES2) oxunur
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-cost-too-high = { $file }: { $algorithm } açar faylının tələb edə biləcəyindən bahadır: scrypt N = 2^17, r = 8, p = 1 və ya PBKDF2 üçün 10 000 000 dövr
    .remedy = { $keygen } və ya `openssl genpkey` əmrinin yazdığı kimi Ed25519 açarı verin
key-no-empty-passphrase = parol lazımdır
    .remedy = parol seçin və yenidən icra edin
key-no-randomness = sistem təsadüfi ədədlər vermir: { $error }
    .remedy = açarı başqa kompüterdə yaradın
key-answer-at-terminal = heç nə imzalanmadı: suala yes cavabı verilmədi
    .remedy = terminalda cavab verin və ya --yes verin
key-type-yes = heç nə imzalanmadı: suala yes cavabı verilmədi
    .remedy = yenidən icra edin və yes yazın

## Hazırlanan, imzalanan və təqdim edilən sənədlər, eləcə də olmalı olduğu kimi olmayan digər fayllar.

paper-scan-name = { $file } adı UTF-8 deyil
    .remedy = skanın adını dəyişin
paper-no-submissions = { $folder } qovluğunda .{ $extension } faylı yoxdur
    .remedy = onların olduğu qovluğu göstərin
paper-passed-over = { $file } təqdimatdır, lakin təqdim edilmir: adı .{ $extension } ilə bitmir
paper-drafts-unsigned = { $drafts } qaralama imzalanmayıb və təqdim edilmir, birincisi { $first }: hamısını `protokol sign FOLDER --key FILE` imzalayır
paper-not-yet-witnessed = Möhürləndi, lakin şahidlər hələ siyasətin tələb etdiyi kimi təsdiqləməyib. Növbəti əmr yenidən soruşur; sonra `protokol export --receipt RECEIPT` şahidlərin təsdiqlədiyi qəbzi verir.
paper-unread-table = { $file } seçki qovluğunun cədvəli deyil və oxunmur
paper-misnamed-table = { $file } oxunmur: oxunan faylın adı məhz { $name } olmalıdır, eyni hərflərlə
paper-semicolons = { $file } xanaları nöqtəli vergüllə ayrılmış cədvəl kimi oxunur; orada vergül olmalıdır
paper-tabs = { $file } xanaları tabulyasiya ilə ayrılmış cədvəl kimi oxunur; orada vergül olmalıdır
paper-not-a-statement = { $file }: { $error }
    .remedy = faylı yenidən istəyin və ya yeni qaralama hazırlayın
paper-too-long = { $file }: { $error }
    .remedy = mətnlərini qısaldın və ya əlavə kimi verin
paper-typings-differ = iki qaralama { $place } yerində fərqlənir: { $one } və { $other }
    .remedy = sənədə baxın, səhv qaralamanı düzəldin və yenidən imzalayın; heç nə imzalanmayıb
paper-no-copy = { $one } və { $other } bir təqdimatın nüsxələri deyil: eyni şeyi demirlər
    .remedy = bir sənədin nüsxələrini birləşdirin; heç nə yazılmayıb
paper-no-copy-of-draft = { $one } və { $other } eyni şeyi deyir, lakin hər biri qaralamadan ayrıca, başqa vaxtda hazırlanıb: birinin imzaları digəri üçün sayılmır
    .remedy = birini seçin, digər üzvlər həmin faylı və ya onun nüsxələrini imzalasın; heç nə yazılmayıb
paper-draft-changed = { $one } ondan { $other } hazırlandıqdan sonra dəyişdirilib və başqa şey deyir
    .remedy = sənədə baxın. Təqdimat səhvdirsə, onu kənara qoyub qaralamanı yenidən imzalayın; qaralama səhvdirsə, onu götürün
paper-nothing-to-sign = { $folder } qovluğunda nə qaralama, nə təqdimat var
    .remedy = onların olduğu qovluğu göstərin
paper-nothing-to-check = { $folder } qovluğunda qaralama yoxdur
    .remedy = onların olduğu qovluğu göstərin
paper-founding-alone = təsis aktı ayrıca oxunur və imzalanır
    .remedy = faylı göstərin: { $sign }
paper-no-figure = yoxdur
paper-ledger-or-kind = reyestr və ya növ
paper-receipt-not-read = { $file }: { $error }
    .remedy = qəbzi hazırlandığı kimi verin
paper-in-file = { $file }: { $says }
paper-note-complaint = şikayət: { $subject }
paper-note-tier = { $tier }: { $members } üzv, yetərsay { $quorum }
paper-note-seat = yer № { $seat }: { $name }, { $office }, { $key }

## Oxuna və ya yazıla bilməyən fayllar. $error sistemin öz dilində dediyidir.

file-exists = { $file } artıq mövcuddur
    .remedy = başqa ad seçin və ya əvvəlcə onu başqa yerə köçürün; heç bir faylın üzərinə yazılmır
file-not-read = { $file } oxuna bilmir: { $error }
file-folder-not-read = { $file } qovluğu oxuna bilmir: { $error }
file-not-written = { $file } yazıla bilmir: { $error }
file-not-created = { $file } yaradıla bilmir: { $error }
file-not-made = { $file } hazırlana bilmir: { $error }
file-not-cut = { $file } qısaldıla bilmir: { $error }
file-not-kept = { $file } saxlanıla bilmir: { $error }
file-not-locked = { $file } kilidlənə bilmir: { $error }
file-not-protected = { $file } qoruna bilmir: { $error }
file-not-set-aside = { $file } kənara qoyula bilmir: { $error }
file-check-name = adı yoxlayın; heç nə yazılmayıb
file-name-a-file = qovluğun yox, faylın adını verin; heç nə yazılmayıb
file-name-a-folder = faylın yox, qovluğun adını verin; heç nə yazılmayıb
file-other-name = başqa ad seçin; heç bir faylın üzərinə yazılmır
file-make-readable = onu oxumaq hüququnu özünüzə verin və yenidən işə salın; heç nə yazılmayıb
file-make-writable = ora yazmaq hüququnu özünüzə verin və ya başqa yer seçin və yenidən işə salın
file-free-space = yer boşaldın və yenidən işə salın; təsdiqlənmiş heç nə itməyib
file-see-to-disk = diskin saz olduğunu yoxlayın və yenidən işə salın; təsdiqlənmiş heç nə itməyib

## Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = vahid { $name }
place-of-column = sütun { $name }
place-of-item = bənd { $name }
