### Файлы журнала, с которыми что-то не так: заметки, ключи, политики, квитанции, доказательства, улики.

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = дайте папку реестра или квитанцию
verify-not-evidence = { $file } не улика против журнала: { $error }
    .remedy = получите файл заново у того, кто его сделал; он хранится байт в байт, как был записан
verify-not-a-proof = { $file } не доказательство: { $error }
    .remedy = получите файл заново у того, кто его сделал; он хранится байт в байт, как был записан

## Bytes that are not a receipt: a clause without a full stop.

receipt-too-long = длина в байтах { $bytes }, а у квитанции она не больше { $limit }
receipt-not-utf8 = не UTF-8
receipt-header = первая строка не `{ $header }`
receipt-no-division = между доказательством и контрольной точкой нет пустой строки
receipt-extra = строка extra не является base64 длиной от 1 до { $limit } байт
receipt-index = нет строки index с десятичным числом в единственно верном написании
receipt-proof-line = строка доказательства { $line } не является base64 от 32 байтов
receipt-proof-too-long = строк доказательства больше { $limit }
receipt-outside-tree = записи № { $index } нет под контрольной точкой размера { $size }
receipt-checkpoint = контрольная точка: { $error }

## Файлы доверия, которые нельзя прочитать: без точки в конце. Четыре слова, с которых начинаются строки, принадлежат формату.

policy-too-long = длина в байтах { $bytes }, а у файла доверия она не больше { $limit }
policy-control-character = управляющий символ, который не табуляция и не конец строки
policy-unfinished = строка не заканчивается концом строки
policy-keyword = строка начинается с log, witness, group, quorum, numbers или #, а не с `{ $word }`
policy-form = строка должна выглядеть так: { $form }
policy-key = ключ: { $error }
policy-log-key-kind = ключ журнала имеет тип 0x01, а не тип 0x04, как у свидетеля
policy-duplicate-log = открытый ключ этого журнала уже стоит выше
policy-duplicate-witness = открытый ключ этого свидетеля уже стоит выше
policy-log-and-witness = это открытый ключ и журнала, и свидетеля, а журнал не может быть свидетелем самому себе
policy-name-taken = имя `{ $name }` занято
policy-name-unknown = выше нет ни свидетеля, ни группы с именем `{ $name }`
policy-counted-twice = `{ $name }` уже входит в группу
policy-threshold = порог `{ $threshold }` не any, не all и не число от 1 до { $members }
policy-second-quorum = вторая строка quorum
policy-no-quorum = нет строки quorum
policy-second-numbers = вторая строка numbers
policy-no-recomputers = кворум { $name } по цифрам никогда не наберётся: слишком мало его свидетелей носят имя, которое заканчивается на { $ending }

## A policy's file. $fault is one of the above.

policy-unreadable = { $fault }
    .remedy = политика пишется в форме C2SP tlog-policy; см. keys/README.md

## Подписанные заметки, контрольные точки, ключи и доказательства, с которыми что-то не так: без точки в конце.
## Notes, which are texts with signatures below.

note-too-long = длина в байтах { $bytes }, а у заметки она не больше { $limit }
note-not-utf8 = не UTF-8
note-control-character = управляющий символ, который не конец строки
note-text-unfinished = текст не заканчивается концом строки
note-no-division = между текстом и подписями нет пустой строки
note-signatures-unfinished = строк подписей нет, или последняя не заканчивается концом строки
note-signature-line = строка подписи { $line } не состоит из тире, имени и base64 номера ключа с подписью
note-too-many-signatures = подписей больше { $limit }
note-forged = подпись { $name } (ключ { $key }) сделана не этим ключом
note-no-known-signature = нет подписи ни одного известного ключа
note-not-this-key = это не подпись этого ключа под этим текстом
note-not-signature-lines = это не строки подписей числом от 1 до { $limit }, каждая с концом строки

## Checkpoints.

checkpoint-not-a-note = это не подписанная заметка: { $error }
checkpoint-lines = это не три строки: источник, размер и корень
checkpoint-extension = ниже корня стоят дополнительные строки, которых в наших журналах не бывает
checkpoint-origin = это не источник: источник есть URL без схемы, от 1 до { $limit } печатных символов ASCII, без пробелов и плюсов
checkpoint-size = размер не записан десятичным числом единственно верным образом
checkpoint-root = корень не является base64 от 32 байтов
checkpoint-empty-root = размер равен 0, а корень не такой, как у пустого дерева

## Keys by which logs and witnesses are known.

vkey-parts = ключ проверки состоит из трёх частей через плюс: имя+номер ключа+ключ
vkey-name = это не имя ключа: оно не бывает пустым и не содержит пробелов, управляющих символов и плюса
vkey-id-form = номер ключа не состоит из восьми строчных шестнадцатеричных цифр
vkey-base64 = ключ не записан стандартным base64 нужной длины, с дополнением и без лишнего
vkey-length = в ключе вместе с байтом типа байтов { $bytes }, а не 33
vkey-kind = ключи типа 0x{ $kind } не поддерживаются: только 0x01 и 0x04, то есть Ed25519
vkey-id = номер ключа указан { $stated }, а у этого ключа он { $computed }
vkey-not-admissible = это негодный ключ Ed25519: он должен быть канонической точкой полного порядка без кручения

## Proofs from hashes, and the tiles that they are made from.

proof-beyond-tree = размер { $asked } больше дерева, размер которого { $size }
proof-outside-tree = листа № { $index } нет в дереве размера { $size }
proof-backwards = дерево размера { $old } не вырастает в дерево размера { $new }
proof-length = хешей в доказательстве { $found }, а здесь их должно быть { $expected }
proof-too-long = хешей в доказательстве { $found }, а допускается не больше { $limit }
proof-root = доказательство не ведёт к корню
proof-old-root = доказательство не ведёт к старому корню

## Файлы, которые не доказательство раздвоения: части предложений без точки.

evidence-too-long = длина в байтах { $bytes }, а у такой улики она не больше { $limit }
evidence-not-utf8 = { receipt-not-utf8 }
evidence-header = первые строки не `{ $header }` и примечание к ней
evidence-no-division = перед подписанными записями нет пустой строки
evidence-keys = в строках log не от 1 до { $limit } ключей проверки по возрастанию
evidence-lengths = две строки с длинами не соответствуют байтам двух подписанных записей
evidence-root = нет строки root с base64 от 32 байтов
evidence-proof-line = { receipt-proof-line }
evidence-proof-too-long = { receipt-proof-too-long }
evidence-checkpoint = контрольная точка: { $error }
evidence-snapshot = снимок: { $error }
evidence-entry = строка { $line } не base64 события
evidence-tree = { rows-proof-tree }

## Files that are no proof of rows, and notes that are no snapshot: clauses without a full stop.

rows-proof-too-long = длина в байтах { $bytes }, а у доказательства записей она не больше { $limit }
rows-proof-not-utf8 = { receipt-not-utf8 }
rows-proof-header = первые строки не `{ $header }` и примечание к ней
rows-proof-lengths = строки snapshot и checkpoint не соответствуют байтам двух подписанных записей
rows-proof-grown = строка { $line } не base64 хеша, который показывает рост журнала, или таких строк больше { $limit }
rows-proof-claim = строка { $line } не говорит по порядку, что доказано, или таких строк не от 1 до { $limit }
rows-proof-event = строка { $line } не событие по порядку: его номер и байты в base64
rows-proof-tree = строка { $line } не строка дерева записей
rows-proof-hash = хеш не base64 от 32 байтов
rows-proof-snapshot = снимок: { $error }
rows-proof-checkpoint = контрольная точка: { $error }
snapshot-lines = нет пяти строк снимка
snapshot-rows = корень записей не base64 от 32 байтов
