### The account of a verification: which steps there were, how each ended, and what was found.

## The steps.

account-step-trust = Доверие
account-step-checkpoint = Контрольная точка
account-step-witnesses = Свидетели
account-step-chain = Цепочка
account-step-clock = Часы
account-step-signatures = Подписи
account-step-rules = Правила
account-step-totals = Итоги
account-step-findings = Замечания
account-step-rows = Строки
account-step-files = Файлы
account-step-tiles = Плитки
account-step-attachments = Приложения

## How a step ended.

account-status-ok = верно
account-status-failed = неверно
account-status-note = к сведению
account-status-skipped = пропущено

## Whose word the checkpoint is taken on.

account-trust-policy = политика
account-trust-expected = ожидаемый
account-trust-self-signed = сам себе

## What is told of each step: a clause without a full stop. $policy is the name of a file, or the words of account-the-policy; $place is a place, or the words of account-first.

account-the-policy = политика
account-by-policy-and-expected = { $policy } · ожидаемый отпечаток относится к размеру { $size }
account-policy-refuses = { $policy }: этот журнал не назван, или подпись, на которую она опирается, неверна
account-nothing-for-policy = { $policy }: нет контрольной точки, чтобы сверить с ней
account-as-expected = ожидаемый отпечаток относится к размеру { $size }
account-grew-since-expected = ожидаемый отпечаток относится к размеру { $size }; за последующее ручается только ключ самого реестра
account-never-as-expected = в реестре никогда не было ожидаемой контрольной точки
account-expected-not-sought = ожидаемый отпечаток не искали
account-own-word-consistent = ключ взят из самого реестра: противоречий нет, но чей это ключ, не доказано
account-own-word = ключ взят из самого реестра: чей это ключ, не доказано
account-signed = размер { $size } · подписано { $key }
account-unsealed = не опечатано: ещё { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    }
account-torn = после неё { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    } прерванной записи
account-seal-wrong = печать неверна: { $place }
account-no-checkpoint = контрольной точки нет
account-no-policy = политика не дана: откат к более старой печати был бы незаметен
account-no-policy-but-expected = политика не дана: откат к печати после ожидаемой был бы незаметен
account-log-not-trusted = не проверялись, так как политика не доверяет журналу
account-no-witnesses = в политике их нет: откат к более старой печати был бы незаметен
account-none-asked = политика их не требует · заверили { $witnesses }
account-nobody-cosigned = меньше, чем требует политика: никто не заверил
account-too-few = меньше, чем требует политика · заверили { $witnesses }
account-cosigned = сколько требует политика · заверили { $witnesses }
account-no-events = их нет
account-clock-jumped = { $jumps ->
        [one] скакнули { $jumps } раз
        [few] скакнули { $jumps } раза
       *[many] скакнули { $jumps } раз
    }: событие № { $event } поступило { $arrival }, через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } после всего, что было известно до него ({ $code })
account-linked = { $events ->
        [1] 1 событие, первое
        [one] { $events } событие, каждое называет предыдущее
        [few] { $events } события, каждое называет предыдущее
       *[many] { $events } событий, каждое называет предыдущее
    }
account-broken = нарушена: { $place }
account-signatures-hold = { $signatures ->
        [one] { $signatures } подпись
        [few] { $signatures } подписи
       *[many] { $signatures } подписей
    } из { $signatures }
account-signatures-wrong = неверны в { $events ->
        [one] { $events } событии
        [few] { $events } событиях
       *[many] { $events } событиях
    }: { $place }
account-signatures-unread = в { $events ->
        [one] { $events } событии
        [few] { $events } событиях
       *[many] { $events } событиях
    } проверить не удалось, остальные верны
account-admissible = каждое событие было допустимо при принятии (версия правил { $rules })
account-admissible-as-judged = каждое событие, о котором можно судить, было допустимо при принятии (версия правил { $rules })
account-inadmissible = { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    } нельзя было принимать: { $place }
account-newer = судить нельзя, отсюда составлено более новой версией программы: { $place }
account-no-founding = нет учредительного акта, по которому судить
account-recomputed = пересчитаны по событиям
account-recomputed-from-readable = пересчитаны по тем событиям, которые удалось прочитать
account-recomputed-without = пересчитаны без { $events ->
        [one] { $events } события
        [few] { $events } событий
       *[many] { $events } событий
    }, которые нельзя учесть
account-cannot-recompute = эта версия программы не может их пересчитать
account-no-findings = всё сходится, ничего необычного
account-rows-proved = каждую цифру можно доказать по снимку, который журнал подписал при размере { $size }
account-rows-proved-to = каждую цифру до размера { $size } можно доказать по снимку, который журнал подписал тогда; для более поздних снимка нет
account-rows-too-few = политика требует, чтобы снимок заверило больше свидетелей, пересчитавших все цифры, чем заверило
account-no-snapshot = снимка нет: цифры нельзя доказать по одной
account-rows-not-asked = сличить снимок с этими событиями нельзя
account-rows-wrong = события дают другое: { $place }
account-errors = { $count ->
        [one] { $count } несоответствие
        [few] { $count } несоответствия
       *[many] { $count } несоответствий
    }
account-warnings = { $count ->
        [one] { $count } необычный случай
        [few] { $count } необычных случая
       *[many] { $count } необычных случаев
    }
account-cells = { $count ->
        [one] { $count } ячейка сводного протокола расходится с названными в нём протоколами
        [few] { $count } ячейки сводных протоколов расходятся с названными в них протоколами
       *[many] { $count } ячеек сводных протоколов расходятся с названными в них протоколами
    }
account-counters = { $count ->
        [one] { $count } сводный протокол с неверными счётчиками или иными протоколами
        [few] { $count } сводных протокола с неверными счётчиками или иными протоколами
       *[many] { $count } сводных протоколов с неверными счётчиками или иными протоколами
    }
account-a-file-differs = одного нет, или он говорит не то, что учредительный акт
account-files-differ = нет или говорят не то, что учредительный акт: { $files }
account-passed-over = пропущено, так как ничто с таким именем не относится к журналу: { $files }
account-tiles = опубликовано: { $tiles }, каждая пересчитана из событий
account-tiles-wrong = полагаться нельзя: { $place }
account-files-lacking = не получить в том виде, в каком опубликовано: { $place }
account-attachments-not-asked = { $named ->
        [one] { $named } приложение
        [few] { $named } приложения
       *[many] { $named } приложений
    } не проверялось: --attachments
account-no-attachments = ни одно событие их не называет
account-attachments = { $there } из { $named }
account-attachments-and-others = { $there } из { $named } · кроме того, { $unnamed ->
        [one] { $unnamed } файл, которого не называет ни одно событие
        [few] { $unnamed } файла, которых не называет ни одно событие
       *[many] { $unnamed } файлов, которых не называет ни одно событие
    }
account-attachments-wrong = { $told }; { $place }
account-attachments-altered = не те, что подписаны: { $count }
account-attachments-missing = отсутствуют: { $count }

## Where something is wrong.

account-places = в { $places ->
        [one] { $places } месте
        [few] { $places } местах
       *[many] { $places } местах
    }, { $place }
account-first = первое: { $place }
