### What an event says, on one line: unit, contest, and the key facts.

## One line an event. $because is a reason in brackets after a space, or nothing; $decided the words of event-decided after what stands before them, or nothing.

event-election-called = { $unit }: { $title }, { $day }, { $contests ->
        [one] { $contests } состязание
        [few] { $contests } состязания
       *[many] { $contests } состязаний
    }
event-rehearsal-called = { $unit }: { $title }, { $day }, { $contests ->
        [one] { $contests } состязание
        [few] { $contests } состязания
       *[many] { $contests } состязаний
    }, репетиция
event-contest-called = { $contest }: состязание, территория: { $place }, { $day }
event-whole-election = все выборы
event-log-key-rotated = ключ журнала меняется{ $because }
event-commission-formed = { $unit }: комиссия уровня { $tier }, { $members ->
        [one] { $members } член
        [few] { $members } члена
       *[many] { $members } членов
    }, подписать должны не менее { $quorum }
event-commission-formed-under = { $unit }: комиссия уровня { $tier } в составе { $parent }, { $members ->
        [one] { $members } член
        [few] { $members } члена
       *[many] { $members } членов
    }, подписать должны не менее { $quorum }
event-member-replaced = { $unit }: место № { $seat } переходит: { $name }, { $office }{ $because }
event-key-revoked = { $unit }: ключ места № { $seat } больше не действует{ $because }
event-nomination-approved = { $contest }: выдвижение утверждено: { $name }
event-nomination-approved-by = { $contest }: выдвижение утверждено: { $name }, выдвинут: { $by }
event-candidate-registered = { $contest }: кандидат № { $number }, { $name }
event-candidate-registered-by = { $contest }: кандидат № { $number }, { $name }, выдвинут: { $by }
event-candidate-withdrawn = { $contest }: кандидат № { $number } исключён из бюллетеня{ $because }
event-observer-accredited = { $scope }: { $observer }, аккредитация: { $role }, организация: { $organisation }
event-accreditation-withdrawn = { $observer }: аккредитация отозвана{ $because }
event-opening-sealed = { $paper }: { $figures ->
        [one] { $figures } цифра опечатана
        [few] { $figures } цифры опечатаны
       *[many] { $figures } цифр опечатано
    } до вскрытия ящиков
event-turnout-reported = { $paper }: { $voters ->
        [one] { $voters } избиратель
        [few] { $voters } избирателя
       *[many] { $voters } избирателей
    } на { $hour }
event-protocol-submitted = { $paper }: { $facts }
event-protocol-corrected = { $paper }: исправление, { $facts }{ $because }
event-protocol-annulled = { $paper }: протокол аннулирован{ $decided }{ $because }
event-voting-failed = { $paper }: голосование не состоялось{ $decided }{ $because }
event-repeat-voting-called = { $paper }: повторное голосование { $day }{ $because }
event-summary-submitted = { $unit }, { $contest }: сводный протокол по { $used ->
        [one] { $used } протоколу
        [few] { $used } протоколам
       *[many] { $used } протоколам
    } из { $units ->
        [one] { $units } территории
        [few] { $units } территорий
       *[many] { $units } территорий
    }, { $votes ->
        [one] { $votes } голос
        [few] { $votes } голоса
       *[many] { $votes } голосов
    }{ $left-out }
event-summary-corrected = { $unit }, { $contest }: исправленный сводный протокол по { $used ->
        [one] { $used } протоколу
        [few] { $used } протоколам
       *[many] { $used } протоколам
    } из { $units ->
        [one] { $units } территории
        [few] { $units } территорий
       *[many] { $units } территорий
    }, { $votes ->
        [one] { $votes } голос
        [few] { $votes } голоса
       *[many] { $votes } голосов
    }{ $left-out }{ $because }
event-copy-handed = { $paper }: копия наблюдателя, { $figures }
event-copy-refused = { $paper }: наблюдателю отказали в копии{ $because }
event-complaint-filed = жалоба на событие { $event }: { $subject }
event-complaint-decided = жалоба { $complaint }: { $outcome }{ $decided }{ $because }
event-result-certified = { $contest }: результат утверждён{ $decided }, { $elected }
event-result-certified-by = { $contest }: результат утверждён, утвердил: { $by }{ $decided }, { $elected }
event-ledger-closed = реестр закрыт{ $decided }

## What lines are put together from.

event-decided = , решение { $reference }
event-facts-protocol = протокол, { $figures }
event-facts-dissents = { $members ->
        [one] { $members } особое мнение
        [few] { $members } особых мнения
       *[many] { $members } особых мнений
    }
event-facts-attachments = { $attachments ->
        [one] { $attachments } приложение
        [few] { $attachments } приложения
       *[many] { $attachments } приложений
    }
event-figures-voters = { $voters ->
        [one] { $voters } избиратель
        [few] { $voters } избирателя
       *[many] { $voters } избирателей
    }
event-figures-votes = { $votes ->
        [one] { $votes } голос
        [few] { $votes } голоса
       *[many] { $votes } голосов
    } за { $candidates ->
        [one] { $candidates } кандидата
        [few] { $candidates } кандидатов
       *[many] { $candidates } кандидатов
    }
event-figures-invalid = недействительных { $invalid }
event-left-out = , не учтены: { $units }
event-nobody-elected = никто не избран
event-one-elected = избран кандидат № { $candidate }
event-some-elected = избраны кандидаты № { $candidates }

## A certified result in a tally, and what an act ends for ever, told before it is signed.

event-certified = Результат утвердил: { $by }{ $decided }; { $elected }
event-elected = избраны: { $candidates }
event-ends-contest = Навсегда: после этого ни один документ, сводный протокол или кандидат состязания { $contest } не изменится, и результат не утверждается заново.
event-ends-ledger = Навсегда: после этого в реестр больше ничего нельзя внести.

## The page of a statement, which is read before it is signed: what stands before a value, without a full stop.

page-paper = Документ
page-reason = Причина
page-decision = Решение
page-contest = Состязание
page-title = Название
page-held-in = Проводится
page-whole-election = { event-whole-election }
page-polling-day = { heading-polling-day }
page-unit = { label-unit }
page-tier = Уровень
page-above = { heading-above }
page-name = Именуется
page-clock = Часовой пояс
page-quorum = Должны подписать
page-members = { $quorum } из { $members ->
        [one] { $members } члена
        [few] { $members } членов
       *[many] { $members } членов
    }
page-seat = Место { $seat }
page-by = выдвинут: { $by }
page-key = Ключ
page-log-key-before = Ключ журнала до сих пор
page-log-key = Ключ журнала
page-number = Номер в бюллетене
page-candidate = { label-candidate }
page-nominated-by = Кем выдвинут
page-observer = Наблюдатель
page-organisation = Организация
page-role = В качестве
page-scope = Аккредитован на территории
page-hour = Час
page-voters = Избирателей к этому часу
page-stations = Сообщивших участков
page-serial = { heading-form-serial }
page-completed = { heading-completed }
page-dissent = Особое мнение, место { $seat }
page-attachment = Приложение
page-replaces = Заменяет событие
page-annuls = Аннулирует событие
page-repeat-day = День повторного голосования
page-made-at = { heading-made-at }
page-units = { heading-units }
page-received = { heading-received }
page-basis = { heading-basis }
page-failed = { heading-failed }
page-annulled = { heading-annulled }
page-left-out = { heading-left-out }
page-root = Корень по её протоколам
page-against = На событие
page-subject = Предмет
page-complaint = Жалоба
page-outcome = Итог
page-body = Кем утверждён
page-elected = Избраны
page-nobody = { heading-nobody }

## The page of a founding act. $units and $voters are shares, as 2/5.

page-election = Голосование
page-authority = Организатор
page-law = Правовое основание
page-rehearsal = Репетиция
page-no-rehearsal = нет, это выборы
page-is-rehearsal = да: демонстрационные ключи считаются, и это не выборы
page-log = Журнал
page-rules = Версия правил
page-continues = Продолжает
page-predecessor = { $log } с размера { $size }, корень { $root }
page-tier-of = Уровень { $tier }
page-declared = подписать должны { $quorum } из { $members ->
        [one] { $members } члена
        [few] { $members } членов
       *[many] { $members } членов
    }, территорий: { $units }
page-deadline = Срок документов, { $tier }
page-hours = { $hours ->
        [one] в течение { $hours } часа
        [few] в течение { $hours } часов
       *[many] в течение { $hours } часов
    }
page-item = Строка { $item }
page-optional = может отсутствовать
page-before-opening = до вскрытия ящиков
page-role-electorate = избиратели по спискам
page-role-turnout = пришедшие избиратели
page-role-valid = действительные голоса
page-role-invalid = недействительные бюллетени
page-check = Проверка { $code }
page-turnout = Явку подписывает
page-any-member = любой член
page-chair-or-secretary = председатель или секретарь
page-by-quorum = кворум
page-turnout-hours = Часы сообщений о явке
page-published = Цифры сообщаются с
page-invalid-from = Состязание недействительно
page-invalidity = если без действительного результата более { $units } участков с более чем { $voters } избирателей
page-complaints = Жалобы
