### What a proof of rows proves: sentences without a full stop, each for one line of the proof.

## What a contest came to in a unit and everything below it.

proof-papers = при размере { $size }: документов выборов { $contest } на территории { $unit } должно было быть { $expected }, с протоколом в силе { $in-force }, ожидалось { $awaited }, отменено { $annulled }, не состоялось { $failed }; из протоколов в силе исправлено { $corrected }
proof-item = при размере { $size } сумма пункта { $item } на территории { $unit } была { $sum }, выборы { $contest }
proof-votes = при размере { $size } сумма голосов за кандидата № { $candidate } на территории { $unit } была { $sum }, выборы { $contest }
proof-candidate-named = { $number } ({ $name })
proof-voters = при размере { $size } в списках территории { $unit } избирателей было { $voters }, выборы { $contest }, из них там, где нет действительного результата: { $without }
proof-turnout = при размере { $size }, на { $hour }, на территории { $unit } проголосовавших было { $voters }, выборы { $contest }, сообщивших участков: { $stations }
proof-code = при размере { $size } на территории { $unit } и ниже замечаний { $code } было { $count }, выборы { $contest }

## What stands behind it.

proof-recorded = при размере { $size } о территории { $unit } на выборах { $contest } были записаны события: { $events }
proof-nothing = при размере { $size } территория { $unit } на выборах { $contest } ничего не прислала
proof-summary = при размере { $size } территория { $unit } составила сводный протокол выборов { $contest }, события: { $events }
proof-no-summary = при размере { $size } территория { $unit } не составила сводного протокола выборов { $contest }
proof-copy = при размере { $size } наблюдатель { $observer } подал копию территории { $unit } на выборах { $contest }, события: { $events }
proof-no-copy = при размере { $size } наблюдатель { $observer } не подал копии территории { $unit } на выборах { $contest }
proof-copies = при размере { $size } копии территории { $unit } на выборах { $contest } подали эти наблюдатели и никто другой: { $observers }
proof-no-copies = при размере { $size } ни один наблюдатель не подал копии территории { $unit } на выборах { $contest }
proof-findings = при размере { $size } у территории { $unit } на выборах { $contest } были замечания: { $codes }
proof-no-findings = при размере { $size } у территории { $unit } на выборах { $contest } замечаний не было
proof-unit = при размере { $size } территория { $unit } была в реестре, события: { $events }
proof-no-unit = при размере { $size } территории { $unit } в реестре не было
proof-below = при размере { $size } территория { $unit } уровня { $tier } была ниже территории { $parent }
proof-children = при размере { $size } ниже территории { $parent } стояли эти территории, числом { $units }, и никакие другие: { $list }
proof-no-children = при размере { $size } ниже территории { $parent } не было ни одной территории
proof-candidate = при размере { $size } кандидат № { $candidate } выборов { $contest } был в реестре, события: { $events }
proof-no-candidate = при размере { $size } на выборах { $contest } никогда не было кандидата № { $number }
proof-row = при размере { $size } запись { $key } была такой: { $value }
proof-no-row = при размере { $size } записи { $key } не было
proof-rows = при размере { $size } записей, чей ключ начинается с { $prefix }, было { $rows }, и никаких других: { $list }
proof-no-rows = при размере { $size } не было ни одной записи, чей ключ начинается с { $prefix }

## Why a file proves nothing.

unproved-other-state = снимок относится к другому состоянию журнала, чем контрольная точка
unproved-misshapen = запись стоит не там, куда ведёт её ключ
unproved-other-root = у записей не тот корень, который подписал журнал
unproved-not-shown = файл не показывает того, что говорит эта строка: { $claim }
unproved-strange-event = ни одна запись в файле не называет события № { $sequence } таким, какое оно в файле

## Why evidence against a log's snapshot proves nothing.

not-proved-other-state = два снимка относятся к разным журналам или размерам
not-proved-not-a-log-key = указан ключ, который не принадлежит этому журналу: { $name }
not-proved-idle-key = указан ключ, который не подписал ни одного из двух снимков
not-proved-not-signed = снимок не подписан указанными ключами
not-proved-order = два снимка стоят не по порядку
not-proved-agree = два снимка говорят одно и то же
not-proved-entries = снимок имеет размер { $stated }, а событий в файле { $found }
not-proved-other-events = события в файле не те, к которым относится снимок
not-proved-other-key = по событиям в файле у журнала при этом размере другой ключ
not-proved-newer = часть событий создана более новой версией программы
not-proved-same-rows = из событий получаются те самые показатели, которые подписал журнал
not-proved-other-rows = записи в файле не те, к которым относится снимок
not-proved-no-event = то, что стоит в файле как событие { $sequence }, не из тех, что принимает журнал
not-proved-named = записи называют событие { $sequence }
not-proved-row-not-shown = записи, которая назвала бы событие { $sequence }, в файле нет

## What evidence against a log's snapshot means.

two-snapshots-rows = для размера { $size } журнал подписал корень записей { $one }, а ещё и корень { $other }
two-snapshots-roots = для размера { $size } журнал подписал корень событий { $one }, а ещё и корень { $other }
two-snapshots-meaning = ключ журнала подписал два ответа на один вопрос: его владелец показал разным людям разные цифры или потерял ключ
false-fold-rows = для размера { $size } журнал подписал корень записей { $stated }, а из его собственных событий, которых { $events }, получается { $recomputed }
false-fold-meaning = ключ журнала подписал показатели, которые не получаются из его событий: его владелец сказал неправду или потерял ключ
unnamed-event = событие { $sequence } есть в журнале ({ $kind }), а для размера { $size } журнал подписал записи, которые его не называют: { $row }
unnamed-meaning = ключ журнала подписал показатели без события, которое журнал принял: его владелец сказал неправду или потерял ключ. Не заменил ли журнал к тому времени этот ключ, файл не говорит: спросите у журнала это событие.
