### Подписанные заметки, контрольные точки, ключи и доказательства, с которыми что-то не так: без точки в конце.

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
tile-missing = { $tile }: файла нет
tile-malformed = { $tile }: { $error }
tile-length = байтов { $found }, а при { $width } хешах должно быть { $expected }
tile-bundle = это не записи числом { $width }, каждая после своей длины
