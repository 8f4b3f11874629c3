### Файлы доверия, которые нельзя прочитать: без точки в конце. Четыре слова, с которых начинаются строки, принадлежат формату.

policy-too-long = длина в байтах { $bytes }, а у файла доверия она не больше { $limit }
policy-control-character = управляющий символ, который не табуляция и не конец строки
policy-unfinished = строка не заканчивается концом строки
policy-keyword = строка начинается с log, witness, group, quorum или #, а не с `{ $word }`
policy-form = строка должна выглядеть так: { $form }
policy-key = ключ: { $error }
policy-log-key-kind = ключ журнала имеет тип 0x01, а не тип 0x04, как у свидетеля
policy-duplicate-log = открытый ключ этого журнала уже стоит выше
policy-duplicate-witness = открытый ключ этого свидетеля уже стоит выше
policy-name-taken = имя `{ $name }` занято
policy-name-unknown = выше нет ни свидетеля, ни группы с именем `{ $name }`
policy-counted-twice = `{ $name }` уже входит в группу
policy-threshold = порог `{ $threshold }` не any, не all и не число от 1 до { $members }
policy-second-quorum = вторая строка quorum
policy-no-quorum = нет строки quorum

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = политика пишется в форме C2SP tlog-policy; см. keys/README.md
policy-witness-address = { $address } не является адресом свидетеля
    .remedy = запишите адрес как http://… или https://…, по которому свидетель принимает add-checkpoint
