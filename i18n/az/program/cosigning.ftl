### Şahid imzaları: nə üçün verilmir və verilmiş imzada nə düzgün deyil.

## Why a checkpoint is not cosigned: a clause without a full stop.

cosigning-request = sorğu deyil: { $error }
cosigning-old-above-new = köhnə ölçü { $old } yenisindən, { $new }, böyükdür
cosigning-unknown-origin = burada { $origin } jurnalı izlənmir
cosigning-not-signed = jurnalla imzalanmayıb: { $error }
cosigning-signed-twice = jurnalın bir açarının iki imzası var
cosigning-other-size = bu şahid { $stored } ölçüsünü imzalayıb, sorğu isə { $old } ölçüsündən başlayır
cosigning-surplus = sübutda heşlərin sayı { $hashes }, burada isə sübut ediləsi heç nə yoxdur
cosigning-fork = { $size } ölçüsü başqa köklə imzalanıb: jurnalın iki tarixçəsi var
cosigning-not-grown = imzalanmış { $size } ölçüsündən böyüdüyü göstərilməyib: { $error }

## Bytes that are not a request for a cosignature: a clause without a full stop.

request-too-long = { $bytes } bayt, sorğuda isə ən çoxu { $limit } ola bilər
request-no-division = nəzarət nöqtəsindən əvvəl boş sətir yoxdur
request-old = birinci sətir `old` və yeganə düzgün yazılışda ölçü deyil
request-hash = sübutun { $line } nömrəli sətri 32 baytın base64 yazılışı deyil
request-too-many-hashes = sübut sətirlərinin sayı { $limit } həddini keçir
request-checkpoint = nəzarət nöqtəsi: { $error }

## Cosignatures that were handed in and do not count. $file is where they stand.

cosignature-malformed = { $file }: { $error }
    .remedy = { $witness } əmrinin yazdığı faylı verin
cosignature-refused = { $file }: { $error }
    .remedy = şahid ən yeni nəzarət nöqtəsinə baxsın: onun imzası başqasına aiddir və ya yanlışdır
cosignature-of-nobody = { $file }: heç bir sətir siyasətdəki şahidə aid deyil
    .remedy = siyasəti yoxlayın
cosignature-other-key = sətir { $found } adındandır, { $expected } adlı bu açarın deyil

## How a witness that was asked does not keep to the protocol: a clause without a full stop.

misbehaved-no-size = 409 cavabı verir, lakin saxladığı ölçünü bildirmir
misbehaved-unsteady = { $size } ölçüsünü saxladığını deyir, lakin oradan başlamır
misbehaved-not-lines = 200 cavabı verir, lakin imza sətirləri əvəzinə başqa şey göndərir
misbehaved-not-its-key = 200 cavabı verir, lakin öz açarının imzası yoxdur
misbehaved-cosignature = imzası yanlışdır: { $error }
misbehaved-no-proof = saxladığını dediyi { $size } ölçüsündən sübut yoxdur
