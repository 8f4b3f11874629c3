### Two states of a log, and the evidence of a fork: lines without a full stop.

## Headings and fixed lines.

compared-relation = Соотношение
compared-old = Старая
compared-new = Новая
compared-history = Истории
compared-evidence = Улика
compared-what-changed = Что изменилось
compared-what-is-gone = Чего нет в новой стороне
compared-before = Было
compared-after = Стало
compared-key-of-its-own = сам: ключ взят из показанного; чей он, не доказано
compared-made-by-newer = некоторые созданы более новой версией программы: что изменилось, скажет только она
compared-all-in-json = все перечислит --json
compared-meaning = ключ журнала подписал две истории: его владелец показал разным людям разные выборы или потерял ключ

## How the new side stands to the old one, in a word.

relation-equal = ОДНО И ТО ЖЕ
relation-continuation = ПРОДОЛЖЕНИЕ
relation-rollback = ОТКАТ
relation-fork = ДВЕ ИСТОРИИ
relation-contradiction = ПРОТИВОРЕЧИЕ
relation-unrelated = РАЗНЫЕ ЖУРНАЛЫ

## And what it means.

means-equal = это одно и то же состояние
means-continuation = новая сторона продолжает старую, прибавилось { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    }: ничто прежнее не изменено и не изъято
means-rollback = новая сторона есть прежнее состояние старой, без { $events ->
        [one] { $events } события
        [few] { $events } событий
       *[many] { $events } событий
    }: либо стороны названы в обратном порядке, либо журнал откатили
means-fork = журнал подписал две истории, и ни одна не продолжает другую
means-contradiction = журнал подписал два ответа о своих показателях при одном размере или показатели, которые не получаются из его событий
means-other-origin = это два разных журнала
means-other-key = два журнала носят одно имя, но основаны с разными ключами: какой имеется в виду, скажет только --policy

## Lines that tell of figures.

compared-state = размер { $size } · { $fingerprint }
compared-not-applied = не читаются или не должны были быть приняты: { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    }; какие именно, покажет { $command }
compared-two-roots = при размере { $size } журнал подписал { $one }, а в его другой истории там { $other }
compared-leads-to = { $hashes ->
        [one] { $hashes } хеш ведёт
        [few] { $hashes } хеша ведут
       *[many] { $hashes } хешей ведут
    } оттуда к контрольной точке размера { $size }, которую журнал тоже подписал
compared-first-difference = первым отличается событие № { $sequence }
compared-written = { $file }: { $command } объяснит её кому угодно, без реестра и без сервера

## Why evidence proves nothing.

no-fork-other-origin = две контрольные точки принадлежат разным журналам: { $old } и { $new }
no-fork-not-a-log-key = указан ключ, который не принадлежит этому журналу: { $name }
no-fork-idle-key = указан ключ, который не подписал ни одной контрольной точки
no-fork-not-signed = контрольная точка размера { $size } не подписана указанным ключом
no-fork-order = две контрольные точки стоят не по порядку
no-fork-agree = две контрольные точки не противоречат друг другу
no-fork-not-proved = доказательство не ведёт к новой контрольной точке
