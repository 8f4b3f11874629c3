### What stands over and beside the figures of a result.

## Headings and fixed lines.

label-rehearsal = репетиция
label-number = №
label-item = Пункт
label-candidate = Кандидат
label-votes = Голоса
label-share = Доля
label-unit = Территория
label-in-force = В силе
label-of = Из
label-checkpoint = { account-step-checkpoint }
label-event = Событие
label-fingerprint = Отпечаток
label-time = Время
label-trust = { account-step-trust }
label-try-next = Что дальше
label-reading-folder = чтение папки
label-inventing = вымышление данных
label-deriving-keys = вывод ключей
label-recording = запись
label-verifying = проверка
label-not-adding-up = Что не сходится
label-every-check-holds = ничего: все соотношения выполнены
label-error = ошибка
label-warning = внимание
label-unusual = необычно
label-refused = отказ
label-paper-is-complete = Документ полон, все контрольные соотношения выполнены.
label-count-again = Подписанный документ принимается как есть и навсегда сохраняет эти замечания. Пересчитайте, прежде чем подписать.
label-kit-has-no-sums = В наборе нет протоколов, поэтому суммы не сверялись. Проверьте черновик ещё раз там, где есть журнал, без --kit.
label-count-first = Пересчитайте, прежде чем подписать. Подписанный документ принимается как есть и навсегда сохраняет замечание.
label-sign-this = Подписать именно так, как показано?
label-sign-all = Подписать все эти документы точно так, как показано?
label-type-yes = Для подтверждения введите yes:
label-signed = Подписано
label-signed-before = Уже подписано этим ключом
label-sealed = опечатано
label-witnessed = засвидетельствовано
label-already = уже есть
label-this-folder = этой папке
label-copy-filed = копия наблюдателя подана
label-newcomers = подписано членами, зачисленными после заменённой версии
label-complaint-late = подана после истечения срока
label-complaint-open = решения нет
label-contest-invalid = больше, чем допускает закон: результат недействителен
label-contest-stands = не больше, чем допускает закон
label-cannot-be-read = не читается: повреждено или составлено более новой версией
label-trust-policy = политика: ключи из данной политики
label-trust-ledger = сам себе: ключ взят из реестра рядом; чей он, не доказано
label-consistent = НЕПРОТИВОРЕЧИВО, владелец не доказан

## Lines that tell of figures, without a full stop.

fact-turnout = Явка: { $share } избирателей в списках
fact-in-force = Протоколов в силе: { $protocols } из { $of }
fact-awaited = ожидается: { $papers }
fact-annulled = аннулировано: { $papers }
fact-failed = не состоялось: { $papers }
fact-corrected = исправлено: { $papers }
fact-late = с опозданием: { $papers }
fact-missing = срок истёк, не поступило: { $papers }
fact-hour = { $hour }  избирателей: { $voters }, сообщили участки: { $stations } из { $of }
fact-bulletin = { $hour }  по сообщению комиссии избирателей: { $voters }
fact-bulletin-of-stations = { $hour }  по сообщению комиссии избирателей: { $voters }, сообщили участки: { $stations }
fact-without-result = Без действительного результата участков: { $units } из { $units-of }, избирателей на них: { $voters } из { $voters-of }
fact-replaces = заменяет { $event }: { $reason }
fact-replaces-by-decision = заменяет { $event } по решению { $decision }: { $reason }
fact-changed = { $item }: { $before }, теперь { $after }
fact-copy-agreed = совпадает с событием № { $version }, действовавшим при подаче
fact-copy-differed = расходится с событием № { $version }, действовавшим при подаче ({ $code })
fact-copy-agrees = совпадает с событием № { $version }, которое в силе
fact-copy-differs = расходится с событием № { $version }, которое в силе ({ $code })
fact-copy-refused = в копии отказано: { $reason }
fact-complaint = жалоба на событие № { $against }: { $subject }
fact-complaint-decided = { $outcome } событием № { $event }: { $reason }
fact-cell = { $cell }: у { $unit } указано { $stated }, по её протоколам { $recomputed }
fact-at = При размере { $at } из { $of }
fact-findings = { $shown ->
        [one] { $shown } замечание
        [few] { $shown } замечания
       *[many] { $shown } замечаний
    } при размере { $size }
fact-rules = { $fingerprint }: контрольная точка, действующая сейчас
fact-below = в составе { $parent }
fact-formed-by = образована событием № { $event }
fact-commission = Комиссия из { $members ->
        [one] { $members } члена
        [few] { $members } членов
       *[many] { $members } членов
    }, подписать должны не менее { $quorum }
fact-until = до события № { $event }
fact-voting = голосование № { $voting }
fact-turnout-at = явка на { $hour }: { $voters }
fact-signatures = { $signatures ->
        [one] { $signatures } подпись
        [few] { $signatures } подписи
       *[many] { $signatures } подписей
    }
fact-accepted = { $paper }: событие № { $sequence } { $event }, квитанция { $receipt }
fact-accepted-alone = { $paper }: событие № { $sequence } { $event }, без квитанции
fact-owed = { $paper }: из сканов ({ $named }) ещё предстоит подать { $owed } ({ $names }): когда они будут под рукой, рядом с документом или в папке --attachments, выполните ту же команду без --without-attachments
fact-more = и ещё { $faults }
fact-next = Далее: { $command }
fact-ask-the-ledger = были ли подписавшие тогда членами комиссии, скажет только реестр: { $command }
fact-size-of = размер { $size }, источник { $origin }
fact-within = № { $sequence }: { $event }
fact-arrived = { $event }, поступило { $arrival }, проверено: { $signatures ->
        [one] { $signatures } подпись
        [few] { $signatures } подписи
       *[many] { $signatures } подписей
    }
fact-demands = Форма этих выборов требует: { $rule }
fact-seconds = { $name } { $whole },{ $tenths } с
