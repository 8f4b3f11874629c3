### Faults of a ledger or a receipt: what is wrong, and where.

## Where a fault is.

place-event-of-unit = событие № { $sequence } ({ $unit })
place-event = событие № { $sequence }
place-unit = территория { $unit }
place-byte = { $file }, байт { $offset }

## What is wrong: a clause without a full stop, put behind a place.

fault-frame-sequence = эта группа событий называет первым не то событие, которое в ней первое
fault-missing = событий не хватает: печать охватывает { $sealed }, есть { $found }
fault-envelope-length = запись из { $bytes ->
        [one] { $bytes } байта
        [few] { $bytes } байтов
       *[many] { $bytes } байтов
    } слишком коротка или длинна для события
fault-envelope-arrival = время его поступления позже 9999 года
fault-link-previous = не называет предыдущего события: одно из них изменено, или между ними чего-то нет
fault-link-sequence = называет себя событием № { $claimed }, а это не его место
fault-link-arrival = поступило { $arrival }, раньше предыдущего события
fault-closed = добавлено после закрытия реестра
fault-rules-unknown = следует версии правил { $rules }, которой эта программа не знает: судить нельзя
fault-inadmissible = его нельзя было принимать. { $refusal }
fault-root = печать размера { $size } подписана не над этими событиями: в печати { $sealed }, пересчитано { $recomputed }
fault-no-checkpoint = в печати нет контрольной точки, которую можно прочитать
fault-seal-length = длина печати { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    } вместо { $expected }
fault-slot = { $half } половина печати повреждена
fault-published-not-the-logs = опубликованная контрольная точка подписана не журналом этого реестра
fault-snapshot-not-the-logs = последний снимок в реестре подписан не журналом этого реестра
fault-published-snapshot-not-the-logs = опубликованный снимок подписан не журналом этого реестра
fault-snapshot-root = снимок размера { $size } подписан не над этими событиями: в снимке { $stated }, пересчитано { $recomputed }
fault-snapshot-rows = при размере { $size } журнал подписал не те цифры, которые дают его события: строки в снимке { $stated }, пересчитано { $recomputed }
fault-row-differs = при размере { $size } журнал подписал цифры, которые противоречат друг другу: в строке { $row } стоит { $stated }, а из строк рядом с ней следует { $follows }
fault-row-nothing = ничего
fault-slot-not-the-logs = { $half } половина печати: контрольная точка подписана не журналом этого реестра
fault-unsealed = ещё не под подписанной контрольной точкой: { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    } в конце
fault-torn = остаток прерванной записи после последней контрольной точки: { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    }
fault-not-expected = в реестре никогда не было ожидаемой контрольной точки { $expected }
fault-other-checkpoint = квитанция относится не к ожидаемой контрольной точке { $expected }, а к другой
fault-not-trusted = политика не называет этого журнала, или подпись, на которую она опирается, неверна
fault-quorum-not-met = заверило меньше свидетелей, чем требует политика
fault-numbers-quorum-not-met = цифры пересчитало меньше свидетелей, чем требует политика
fault-file-differs = файла нет, или он говорит не то, что учредительный акт
fault-inclusion = доказательство не ведёт от события к контрольной точке
fault-nothing = нет ни одного события
fault-attachment-missing = приложения «{ $name }» нет
fault-tile-forged = эта плитка не соответствует событиям: её подделали или повредили
fault-file-missing = этого файла опубликованного журнала нет или ещё нет
fault-changed = { $change }; так поступают с текстами почтовые, FTP- и офисные программы, и никто не обязательно его изменял
fault-tile-format = эту связку нельзя разделить на события
fault-unproved = доказательство не показывает того, что в нём сказано: { $why }
fault-proof-not-the-logs = снимок не подписан ключом, которым подписана контрольная точка
fault-attachment-altered = приложение «{ $name }» не тот файл, который подписан: расходится длина или хеш

## Batches of events in the journal.

frame-incomplete = журнал обрывается посреди группы событий
frame-magic = здесь должна начинаться группа событий, но не начинается
frame-range = у этой группы событий невозможная длина или число событий
frame-checksum = байты этой группы событий изменены после записи
frame-layout = эту группу нельзя разделить на события

## The halves of the seal.

half-first = первая
half-second = вторая

## Что программа изменила в тексте по дороге: без точки в конце.

change-utf16 = по дороге он записан заново в UTF-16
change-byte-order-mark = по дороге перед ним поставлена метка порядка байтов (BOM)
change-line-ends = по дороге изменены концы его строк
change-last-line-end = по дороге изменён конец его последней строки
change-dash = по дороге потеряно или изменено длинное тире перед подписью
