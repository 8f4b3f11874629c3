### Квитанции, которые нельзя составить, прочитать или проверить.

receipt-no-key = квитанция не говорит, чьему ключу доверять
    .remedy = дайте --policy FILE или реестр, из которого она, через --ledger DIR
receipt-other-ledger = квитанция из журнала { $theirs }, а { $ledger } из { $ours }
    .remedy = { receipt-no-key.remedy }
receipt-no-event = нет события № { $sequence }
    .remedy = событий в журнале: { $size }
receipt-broken = { $error }
    .remedy = запустите на нём { $verify } и получите квитанцию из другой копии
receipt-other-log = { $file } из журнала { $theirs }, а это { $ours }
    .remedy = укажите журнал, из которого квитанция
receipt-two-histories = { $file } доказывает не то событие № { $sequence }, которое в этом журнале: у журнала две истории
    .remedy = сохраните квитанцию и сравните этот журнал с другой копией: { $compare }; ничего не записано

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = нет контрольной точки, которую можно прочитать
broken-not-proved = его плитки не доказывают событие

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
