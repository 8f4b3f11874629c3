### Jurnalın olması lazım gələn kimi olmayan faylları: qeydlər, açarlar, siyasətlər, qəbzlər, sübutlar, dəlillər.

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = reyestrin qovluğunu və ya qəbzi verin
verify-not-evidence = { $file } jurnala qarşı sübut deyil: { $error }
    .remedy = faylı onu hazırlayandan yenidən alın; o, bayt-bayt yazıldığı kimi saxlanılır
verify-not-a-proof = { $file } sübut deyil: { $error }
    .remedy = faylı onu hazırlayandan yenidən alın; o, bayt-bayt yazıldığı kimi saxlanılır

## Bytes that are not a receipt: a clause without a full stop.

receipt-too-long = { $bytes } bayt, qəbzdə isə ən çoxu { $limit } ola bilər
receipt-not-utf8 = UTF-8 deyil
receipt-header = birinci sətir `{ $header }` deyil
receipt-no-division = sübutla nəzarət nöqtəsi arasında boş sətir yoxdur
receipt-extra = extra sətri uzunluğu 1 ilə { $limit } arasında olan base64 deyil
receipt-index = yeganə düzgün yazılışda onluq ədədli index sətri yoxdur
receipt-proof-line = { $line } nömrəli sübut sətri 32 baytın base64 yazılışı deyil
receipt-proof-too-long = sübut sətirlərinin sayı { $limit } həddini keçir
receipt-outside-tree = № { $index } yazısı ölçüsü { $size } olan nəzarət nöqtəsi altında deyil
receipt-checkpoint = nəzarət nöqtəsi: { $error }

## Oxuna bilməyən etibar faylları: nöqtəsiz cümlələr. Sətirləri başlayan dörd söz formatın özünündür.

policy-too-long = { $bytes } bayt, etibar faylında isə ən çoxu { $limit } ola bilər
policy-control-character = nə tabulyasiya, nə də sətir sonu olan idarəetmə simvolu var
policy-unfinished = sətir sətir sonu simvolu ilə bitmir
policy-keyword = sətir log, witness, group, quorum, numbers və ya # ilə başlayır, `{ $word }` ilə yox
policy-form = sətir belə olmalıdır: { $form }
policy-key = açar: { $error }
policy-log-key-kind = jurnalın açarı 0x01 növlüdür, şahidin 0x04 növlü açarı deyil
policy-duplicate-log = bu jurnalın açıq açarı yuxarıda artıq var
policy-duplicate-witness = bu şahidin açıq açarı yuxarıda artıq var
policy-log-and-witness = bu, həm jurnalın, həm də şahidin açıq açarıdır, jurnal isə öz-özünə şahid ola bilməz
policy-name-taken = `{ $name }` adı artıq götürülüb
policy-name-unknown = yuxarıda `{ $name }` adlı şahid və ya qrup yoxdur
policy-counted-twice = `{ $name }` artıq qrupa daxildir
policy-threshold = `{ $threshold }` həddi any, all və ya 1 ilə { $members } arasında ədəd deyil
policy-second-quorum = ikinci quorum sətri
policy-no-quorum = quorum sətri yoxdur
policy-second-numbers = ikinci numbers sətri
policy-no-recomputers = { $name } üzrə rəqəmlərin kvorumu heç vaxt yığılmaz: adı { $ending } ilə bitən şahidlərinin sayı çox azdır

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = siyasət C2SP tlog-policy formasında yazılır; bax: keys/README.md

## İmzalı qeydlər, nəzarət nöqtələri, açarlar və sübutlar, düzgün olmadıqda: nöqtəsiz cümlələr.
## Notes, which are texts with signatures below.

note-too-long = { $bytes } bayt, qeyddə isə ən çoxu { $limit } ola bilər
note-not-utf8 = UTF-8 deyil
note-control-character = sətir sonu olmayan idarəetmə simvolu var
note-text-unfinished = mətn sətir sonu ilə bitmir
note-no-division = mətnlə imzalar arasında boş sətir yoxdur
note-signatures-unfinished = imza sətirləri yoxdur və ya sonuncusu sətir sonu ilə bitmir
note-signature-line = { $line } nömrəli imza sətri tire, ad və açar nömrəsi ilə imzanın base64 yazılışı deyil
note-too-many-signatures = imzaların sayı { $limit } həddini keçir
note-forged = { $name } adından imza (açar { $key }) həmin açarın imzası deyil
note-no-known-signature = tanınan açarın imzası yoxdur
note-not-this-key = bu, həmin açarın bu mətn üzərində imzası deyil
note-not-signature-lines = hər biri sətir sonu ilə bitən imza sətirləri deyil (sayı 1 ilə { $limit } arasında)

## Checkpoints.

checkpoint-not-a-note = imzalı qeyd deyil: { $error }
checkpoint-lines = mənşə, ölçü və kökdən ibarət üç sətir deyil
checkpoint-extension = kökdən aşağıda əlavə sətirlər var, jurnallarımızda isə belə sətirlər olmur
checkpoint-origin = mənşə deyil: mənşə sxemsiz URL-dir: boşluqsuz və plyussuz, çap olunan ASCII simvolları, sayı 1 ilə { $limit } arasında
checkpoint-size = ölçü yeganə düzgün yazılışında onluq ədəd deyil
checkpoint-root = kök 32 baytın base64 yazılışı deyil
checkpoint-empty-root = ölçü 0-dır, kök isə boş ağacın kökü deyil

## Keys by which logs and witnesses are known.

vkey-parts = yoxlama açarı plyuslarla ayrılmış üç hissədən ibarətdir: ad+açar nömrəsi+açar
vkey-name = açar adı deyil: o, boş olmamalı, boşluq, idarəetmə simvolu və ya plyus daşımamalıdır
vkey-id-form = açar nömrəsi səkkiz kiçik onaltılıq rəqəm deyil
vkey-base64 = açar lazımi uzunluqda, doldurması ilə və artıq heç nəsiz standart base64 deyil
vkey-length = açar növ baytı ilə birlikdə 33 deyil, { $bytes } baytdır
vkey-kind = 0x{ $kind } növlü açarlar dəstəklənmir: yalnız 0x01 və 0x04, yəni Ed25519
vkey-id = açar nömrəsi { $stated } göstərilib, bu açarınkı isə { $computed }
vkey-not-admissible = yararlı Ed25519 açarı deyil: o, kanonik, burulmasız və tam tərtibli nöqtə olmalıdır

## Proofs from hashes, and the tiles that they are made from.

proof-beyond-tree = { $asked } ölçüsü ağacdan kənardadır, onun ölçüsü { $size }
proof-outside-tree = № { $index } yarpağı ölçüsü { $size } olan ağacda yoxdur
proof-backwards = ölçüsü { $old } olan ağac ölçüsü { $new } olan ağaca böyüyə bilməz
proof-length = sübutda heşlərin sayı { $found }, burada isə { $expected } olmalıdır
proof-too-long = sübutda heşlərin sayı { $found }, ən çoxu isə { $limit } ola bilər
proof-root = sübut kökə aparmır
proof-old-root = sübut köhnə kökə aparmır

## Haçalanmanın sübutu olmayan fayllar: nöqtəsiz cümləciklər.

evidence-too-long = { $bytes } bayt, belə sübutda isə ən çoxu { $limit } ola bilər
evidence-not-utf8 = { receipt-not-utf8 }
evidence-header = ilk sətirlər `{ $header }` və onun qeydi deyil
evidence-no-division = imzalı qeydlərdən əvvəl boş sətir yoxdur
evidence-keys = log sətirlərində artan sıra ilə 1-dən { $limit } sayınadək yoxlama açarı yoxdur
evidence-lengths = uzunluqları göstərən iki sətir iki imzalı qeydin baytlarına uyğun gəlmir
evidence-root = 32 baytın base64 yazılışı olan root sətri yoxdur
evidence-proof-line = { receipt-proof-line }
evidence-proof-too-long = { receipt-proof-too-long }
evidence-checkpoint = nəzarət nöqtəsi: { $error }
evidence-snapshot = anlıq surət: { $error }
evidence-entry = { $line } nömrəli sətir hadisənin base64 yazılışı deyil
evidence-tree = { rows-proof-tree }

## Files that are no proof of rows, and notes that are no snapshot: clauses without a full stop.

rows-proof-too-long = { $bytes } bayt, sətirlərin sübutunda isə ən çoxu { $limit } ola bilər
rows-proof-not-utf8 = { receipt-not-utf8 }
rows-proof-header = ilk sətirlər `{ $header }` və onun qeydi deyil
rows-proof-lengths = snapshot və checkpoint sətirləri iki imzalı qeydin baytlarına uyğun gəlmir
rows-proof-grown = { $line } nömrəli sətir jurnalın necə böyüdüyünü göstərən heşin base64 yazılışı deyil, yaxud belə sətirlər { $limit } sayından çoxdur
rows-proof-claim = { $line } nömrəli sətir sırası ilə nəyin sübut edildiyini demir, yaxud belə sətirlərin sayı 1-dən { $limit } sayınadək deyil
rows-proof-event = { $line } nömrəli sətir sırası ilə hadisə deyil: onun nömrəsi və base64 yazılışında baytları
rows-proof-tree = { $line } nömrəli sətir qiymətlər ağacının sətri deyil
rows-proof-hash = heş 32 baytın base64 yazılışı deyil
rows-proof-snapshot = anlıq surət: { $error }
rows-proof-checkpoint = nəzarət nöqtəsi: { $error }
snapshot-lines = anlıq surətin beş sətri yoxdur
snapshot-rows = sətirlərin kökü 32 baytın base64 yazılışı deyil
