### Key files that cannot be opened, and why.

key-wrong-passphrase = { $file }: wrong passphrase
    .remedy = check the passphrase and try again
key-not-pem = { $file }: not a PEM file: it must hold one undamaged block between BEGIN and END lines
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
key-not-pkcs8 = { $file }: the PEM block `{ $label }` is not a well-formed PKCS#8 private key
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
key-not-ed25519 = { $file }: the key is not Ed25519 but { $algorithm }
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
key-halves-differ = { $file }: the public key in the file does not belong to the private key
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
key-encryption-unsupported = { $file }: encrypted with { $algorithm }, which is not read here: only PBES2 of AES-CBC with scrypt or PBKDF2-SHA2
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
key-cost-too-high = { $file }: { $algorithm } costs more than a key file may ask for: scrypt N = 2^17, r = 8, p = 1, or 10,000,000 rounds of PBKDF2
    .remedy = give an Ed25519 key as { $keygen } or `openssl genpkey` writes it
