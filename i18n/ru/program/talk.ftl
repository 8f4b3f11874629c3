### Что происходит по пути, как это слышит человек за терминалом.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Восстановлено: { $events ->
        [one] { $events } событие, которое не было опечатано, теперь опечатано
        [few] { $events } события, которые не были опечатаны, теперь опечатаны
       *[many] { $events } событий, которые не были опечатаны, теперь опечатаны
    }.
talk-torn = Восстановлено: незаконченная запись в { $file } с байта { $offset } отложена в aside/. Её никогда не подтверждали.
talk-slot-rewritten = Восстановлено: повреждённая половина печати отложена в aside/ и записана заново.
talk-published-quarantined = Восстановлено: в published/checkpoint стояла не контрольная точка. Она отложена в aside/, и опубликовано заново.
talk-rebuilt = Встроенное хранилище построено заново по журналу.
talk-without-store = Встроенного хранилища нет ({ $reason }); вместо него читается журнал. Ничего не потеряно.

## What is worth telling and changes nothing.

talk-not-published = Не опубликовано: { $why }. Ничего не потеряно; когда это будет исправлено, следующая пишущая команда восполнит пропущенное.
talk-policy-kept = Политика сохранена в { $place }: следующие команды обращаются к этим свидетелям.
talk-witness = Свидетель { $witness }: { $silence }.
talk-not-remembered = Не удалось сохранить, что заверили свидетели: { $error }
talk-quorum-thin = Кворум на пределе: заверили { $heard } из { $all }, без { $without } его нет.

## Why a witness's cosignature is not there: a clause without a full stop.

silence-late = не ответил вовремя; следующая команда спросит снова
silence-rolled-back = говорит, что у него размер { $holds }, а заверил { $cosigned }: его откатили
silence-not-registered = не наблюдает за этим журналом: попросите его владельца зарегистрировать журнал

## What takes its time, beside a bar that shows how far it is: a word or two.

work-reading = чтение
work-opening = открытие
work-verifying = проверка
work-comparing = сравнение
work-publishing = публикация
work-to-go = осталось

## The phases of a rehearsal, in the same place.

phase-commissions = комиссии
phase-candidates = кандидаты
phase-observers = наблюдатели
phase-turnout = явка
phase-openings = открытие ящиков
phase-protocols = протоколы
phase-copies = копии
phase-corrections = исправления
phase-decisions = решения
phase-summaries = сводные
