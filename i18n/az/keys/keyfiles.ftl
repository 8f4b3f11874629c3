### Açıla bilməyən açar faylları və bunun səbəbi.

key-wrong-passphrase = { $file }: parol səhvdir
    .remedy = parolu yoxlayın və yenidən cəhd edin
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
