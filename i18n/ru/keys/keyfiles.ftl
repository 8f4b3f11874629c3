### Файлы ключей, которые не открываются, и почему.

key-wrong-passphrase = { $file }: неверная парольная фраза
    .remedy = проверьте парольную фразу и попробуйте ещё раз
key-not-pem = { $file }: не файл PEM: в нём должен быть один неповреждённый блок между строками BEGIN и END
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
key-not-pkcs8 = { $file }: блок PEM `{ $label }` не является правильным закрытым ключом PKCS#8
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
key-not-ed25519 = { $file }: ключ не Ed25519, а { $algorithm }
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
key-halves-differ = { $file }: открытый ключ в файле не от этого закрытого
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
key-encryption-unsupported = { $file }: зашифрован способом { $algorithm }, который здесь не читается: только PBES2 из AES-CBC со scrypt или PBKDF2-SHA2
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
key-cost-too-high = { $file }: { $algorithm } требует больше, чем может требовать файл ключа: scrypt N = 2^17, r = 8, p = 1 или 10 000 000 раундов PBKDF2
    .remedy = дайте ключ Ed25519 в том виде, в каком его пишет { $keygen } или `openssl genpkey`
