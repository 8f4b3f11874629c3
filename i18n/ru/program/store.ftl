### Чего не смогло хранилище реестра. $ledger есть его папка.

store-exists = { file-exists }
    .remedy = выберите другое место через --ledger или продолжите там репетицию через --continue
store-no-ledger = в { $place } нет реестра
    .remedy = укажите реестр через --ledger DIR или создайте его: { $rehearse }, { $init }
store-locked = { $ledger } занят процессом { $process } ({ $doing })
    .remedy = подождите, пока он закончит, или завершите этот процесс; читать он не мешает
store-damaged = { $ledger } повреждён: { $fault }
    .remedy = запустите { $verify }, чтобы увидеть все неисправности, и { $compare } с опубликованным; не пишите в него: восстановите его из копии
store-cannot-be-told = нельзя сказать, верен ли { $ledger }: { $fault }
store-ahead = { $witness } заверил размер { $holds } этого журнала, а здесь его размер { $ours }
    .remedy = больше ничего не подписывайте ключом этого журнала и сохраните эту папку: либо вернули старое состояние, либо работает копия ключа. Сравните её с опубликованным: { $compare }. Исключайте свидетеля из политики, только если знаете, что он ошибается
store-other-history = { $witness } заверил другую историю этого журнала: эта не вырастает из размера { $from }
    .remedy = { store-ahead.remedy }
store-not-witnessed = ответило слишком мало свидетелей, а до их ответа журнал ничего не подписывает
    .remedy = ничего не подано: посмотрите, что сказано выше о каждом свидетеле, и выполните ту же команду ещё раз
store-restored = { $ledger }: { $what }
store-not-the-log-key = это не ключ журнала этого реестра
    .remedy = дайте ключ, открытая половина которого стоит в log.vkey
store-not-found = событие № { $sequence } не находится ни во встроенном хранилище, ни в журнале
    .remedy = { store-run-again.remedy }
store-run-again = прежняя запись не удалась; реестр нужно открыть заново
    .remedy = выполните ту же команду ещё раз: реестр читается с диска, и ничего из подтверждённого не потеряно
store-seal = контрольную точку нельзя опечатать
    .remedy = { store-run-again.remedy }
store-index-held = встроенное хранилище открыто другим процессом
    .remedy = { store-run-again.remedy }
store-index = встроенное хранилище: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = реестр повреждён, и его можно только читать

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-missing = события № { $sequence } нет
index-envelope = запись не та, что была
index-protocol = протокол события № { $sequence } не тот, который подписан
index-root = события не дают корня контрольной точки
