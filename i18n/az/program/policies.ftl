### Oxuna bilməyən etibar faylları: nöqtəsiz cümlələr. Sətirləri başlayan dörd söz formatın özünündür.

policy-too-long = { $bytes } bayt, etibar faylında isə ən çoxu { $limit } ola bilər
policy-control-character = nə tabulyasiya, nə də sətir sonu olan idarəetmə simvolu var
policy-unfinished = sətir sətir sonu simvolu ilə bitmir
policy-keyword = sətir log, witness, group, quorum və ya # ilə başlayır, `{ $word }` ilə yox
policy-form = sətir belə olmalıdır: { $form }
policy-key = açar: { $error }
policy-log-key-kind = jurnalın açarı 0x01 növlüdür, şahidin 0x04 növlü açarı deyil
policy-duplicate-log = bu jurnalın açıq açarı yuxarıda artıq var
policy-duplicate-witness = bu şahidin açıq açarı yuxarıda artıq var
policy-name-taken = `{ $name }` adı artıq götürülüb
policy-name-unknown = yuxarıda `{ $name }` adlı şahid və ya qrup yoxdur
policy-counted-twice = `{ $name }` artıq qrupa daxildir
policy-threshold = `{ $threshold }` həddi any, all və ya 1 ilə { $members } arasında ədəd deyil
policy-second-quorum = ikinci quorum sətri
policy-no-quorum = quorum sətri yoxdur

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = siyasət C2SP tlog-policy formasında yazılır; bax: keys/README.md
policy-witness-address = { $address } şahidin ünvanı deyil
    .remedy = ünvanı http://… və ya https://… kimi yazın: şahid add-checkpoint sorğusunu orada qəbul edir
