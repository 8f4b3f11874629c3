### İmzalı qeydlər, nəzarət nöqtələri, açarlar və sübutlar, düzgün olmadıqda: nöqtəsiz cümlələr.

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
tile-missing = { $tile } yoxdur
tile-malformed = { $tile }: { $error }
tile-length = { $found } bayt, heş sayı { $width } olduqda isə { $expected } bayt olmalıdır
tile-bundle = hər biri uzunluğundan sonra gələn { $width } yazı deyil
