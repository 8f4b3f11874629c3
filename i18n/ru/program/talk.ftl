### Что происходит по ходу, и результаты команд.

## Что происходит по пути, как это слышит человек за терминалом.

## What recovery found and did when a ledger was opened to write.

talk-sealed = Восстановлено: { $events ->
        [one] { $events } событие, которое не было опечатано, теперь опечатано
        [few] { $events } события, которые не были опечатаны, теперь опечатаны
       *[many] { $events } событий, которые не были опечатаны, теперь опечатаны
    }.
talk-followed = Восстановлено: { $events ->
        [one] { $events } событие, которое было только в реплике, проверено и внесено.
        [few] { $events } события, которые были только в реплике, проверены и внесены.
       *[many] { $events } событий, которые были только в реплике, проверены и внесены.
    }
talk-followed-another = Если это записала другая машина, она теряет место с первым документом, принятым здесь. Чтобы следовать за ней, остановите это и запустите: protokol serve --standby
talk-seal-made-again = Восстановлено: в реплике не было контрольной точки, опечатанной здесь, хотя она её принимала. Теперь там снова та же; выясните, кто может там удалять.
talk-torn = Восстановлено: незаконченная запись в { $file } с байта { $offset } отложена в aside/. Её никогда не подтверждали.
talk-slot-rewritten = Восстановлено: повреждённая половина печати отложена в aside/ и записана заново.
talk-published-quarantined = Восстановлено: в published/checkpoint стояла не контрольная точка. Она отложена в aside/, и опубликовано заново.
talk-published-falsely = заверение рядом с опубликованной контрольной точкой сделано не тем свидетелем, который в нём назван: оно отброшено
talk-rebuilt = Встроенное хранилище построено заново по журналу.
talk-passed-over = пропущено, так как ничто с таким именем не относится к журналу: { $files }
talk-copied-beside = этот реестр — копия { $place }, который всё ещё на месте: пишите только в один из двух, иначе у журнала будет две истории
talk-copied-from = в этот реестр в последний раз писали в { $place }, и его перенесли сюда: если там всё ещё пишут, остановитесь, иначе у журнала будет две истории
talk-without-store = Встроенного хранилища нет ({ $reason }); вместо него читается журнал. Ничего не потеряно.

## What is worth telling and changes nothing.

talk-asked-again = { $error }: новый запрос через { $seconds } с.
talk-no-snapshot = При этом размере журнал не подписал снимка: цифры пересчитаны из событий, и доказать их по одной нельзя.
talk-store-rebuilt = Встроенное хранилище не сошлось с тем, что подписал журнал: оно отложено в сторону и построено заново из событий.
talk-store-unproved = Встроенное хранилище не сошлось с тем, что подписал журнал, и построить его заново не удалось: вместо него читаются сами события.
talk-believed = Принято по ключу { $key }, на слово самого реестра: чей он, доказывает только политика доверия из другого источника (--policy).
talk-read-trusted = Проверено при размере { $size } по политике.
talk-read-consistent = Согласовано при размере { $size }; чей это журнал, не доказано: для этого нужна политика доверия из другого источника (--policy).
talk-replica-unwitnessed = Есть реплика, а свидетелей никто не спрашивает: если реплику вернут в прежнее состояние или её копию станут писать в другом месте, этого никто не заметит. Назовите свидетелей и кворум: --policy POLICY.
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
work-handing-in = подача
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

## Чем кончаются команды программы: имена и строки результата и что дальше.

## Names, which stand in a column of their own.

result-name = Имя
result-public-key = Открытый ключ
result-founded = Учреждён
result-restored = Восстановлен
result-size = Размер
result-level = Уровень
result-log = Журнал
result-published = Опубликовано
result-mirror = Зеркало
result-files = Файлы
result-files-put = { $files }, из них говорят новое: { $put }
result-replica = Реплика
result-held-by = Занят
result-held = процессом { $process } ({ $doing })
result-at-size = размер { $size }
result-nothing = ничего
result-cosigned = Заверено
result-cosignature = Заверение
result-numbers = Цифры
result-numbers-cosigned = пересчитаны и заверены, во второй строке этого файла
result-numbers-none = не заверены: журнал не показывает снимка этой контрольной точки
result-witness = Свидетель
result-key = Ключ
result-the-same = он же
result-watches = Наблюдает
result-address = Адрес
result-pages = Страницы
result-answers = Ответы
result-totals = { account-step-totals }

## Lines of a result.

result-place = { $origin } в { $ledger }
result-goes-on = продолжается: печать говорит, что после этого ничего не было
result-goes-on-with-replica = продолжается, с репликой, из которой восстановлен
result-log-unknown = больше ничего здесь не подписывает: он мог подписать больше опубликованного, и целой печати, которая говорит иное, нет
result-events-lost = больше ничего здесь не подписывает: событий под печатью { $size }, значит, потеряно { $lost }
result-seal-differs = больше ничего здесь не подписывает: печать размера { $size } говорит не то, что опубликовано
result-first = { $origin }, размер { $size }, впервые
result-again = { $origin }, размер { $size }, снова, не вырос
result-grown = { $origin }, размер { $size }, был { $before }
result-older-spelling = { $key }  (для программ, которые не знают типа 04)
result-drafts = черновиков в { $place }: { $drafts }
result-signed = Подписано документов: { $papers }, в { $place }
result-kit = комплект: устройство выборов при размере { $size }, без протоколов
result-written = записано: { $file }, { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    }
result-written-at = записано: { $file }, размер { $size }

## What is told beside a result, on a line of its own.

said-mirror-ahead = На зеркале { $place } размер { $there }, а у прочитанного здесь { $here }: ничего не положено. Читайте журнал там, где он новее (--from).
said-mirror-overtaken = Пока сюда выкладывались страницы, другая машина довела зеркало { $place } до размера { $there }, а прочитанное здесь имеет размер { $here }: среди её страниц могут остаться страницы этого размера. Пусть зеркало заполняет один процесс; читайте журнал там, где он новее всего (--from).
said-mirror-tried-again = { $why }. Следующая попытка через { $seconds } с.
said-next = Далее: { $command }
said-described = Что означают столбцы и из какой контрольной точки таблица: { $file }
said-members-sign = Далее: члены вышестоящей комиссии подписывают все: { $command }
said-complete = Есть { $needed } из { $needed } нужных подписей: документ готов. Далее: { $command }
said-incomplete = Есть { $signed } из { $needed } нужных подписей. Далее, другим членом комиссии: { $command }
said-quorum-unknown = Есть ли кворум и сколько членов должны подписать, здесь узнать нельзя: укажите набор через --kit FILE или реестр через --ledger DIR.
said-signed-apart = Без набора и реестра здесь ничего нельзя проверить, в том числе считается ли этот ключ: { $file } остаётся как есть, а подпись идёт в копию { $copy }, которую с остальными соединит `protokol sign --join`. Это для реестра { $ledger }; пункты и кандидаты показаны номерами.
said-to-sign = К подписанию: { $ready }, подписано этим ключом раньше: { $before }, оставлено в стороне: { $left-out }.
said-signed-until = Подписано { $done } из { $of }. Выполните ту же команду снова: она продолжит с остальными.
said-folder-complete = Готово: { $complete }. Далее: { $command }
said-folder-incomplete = Далее, другим членом комиссии: { $command }
said-fill-in = записано: { $file }. Заполните, затем: { $command }
said-election-written = Выборы, с которых можно начать, лежат в { $place }. README.txt в ней объясняет каждый файл. Пробуйте сколько угодно: { $command }
said-secret-key = Секретный ключ в { $file }. Храните файл и его пароль от него отдельно; раздавайте только открытый ключ.
said-slip = Лист зачисления в { $file }. Передайте его вышестоящей комиссии: по нему зачисляют ключ.
said-slip-page = Страница для печати: { $file }. Пусть ответственный сверит отпечаток вместе с вами.
said-too-few-cosigned = Заверило меньше свидетелей, чем требует политика: запустите ещё раз, когда они будут доступны.
said-published-from = Публикация, как говорит учредительный акт, начнётся с первого события после { $until }.
said-not-restored = { $place } не проходит проверку, ничего не восстановлено:
said-interrupted = Прервано. Ничего из подтверждённого не потеряно: выполните ту же команду с --continue.
said-ends-with-control-c = Сервис работает. Ctrl-C завершает его.
said-hand-in-again = Прервано. То, на что есть квитанция, уже в журнале: выполните ту же команду ещё раз.

## What a load came to.

load-handed-in = Подано
load-counted = новых { $taken }, уже было { $already }, отклонено { $refused }
load-refused = Отклонено
load-asked-again = Спрошено снова
load-again = { $busy }, потому что сервис был занят, { $closed }, потому что он некоторое время ничего не принимал, { $gone }, потому что никто не ответил, { $early }, потому что могло быть слишком рано
load-receipts = Квитанции
load-receipts-hold = { $receipts }, каждая доказана, и все относятся к одному журналу из { $size } событий
load-time = Время
load-rate = { $seconds } с, { $per-second } в секунду
load-latency = Сколько это заняло в микросекундах, для каждого с момента, когда ему был срок
load-phase = Этап
load-all = все
load-per-second = в секунду
load-longest = дольше всего
load-machine = Эта машина
load-machine-allows = { $signatures } проверок подписи и { $syncs } записей файла на диск в секунду, каждое без другой работы

## What a witness that answers tells its operator.

serving-cosigned = Заверено: { $origin }, размер { $size }.
serving-refused = ОТКАЗАНО: { $origin }, размер { $size }: { $refusal }; { $kept }.
serving-failed = Больше ничего не заверяется: { $error }. Запустите свидетеля снова.
serving-certificate-renewed = Сертификат обновлён.
serving-certificate-unfit = Новый сертификат непригоден, остаётся прежний: { $error }
serving-restored = Восстановлено из реплики до размера { $size }: проверено каждое событие.
serving-overtaken = { $why }. С этого момента эта машина в резерве: она следует за другой и отвечает читателям.
serving-took-over = С этого момента пишет эта машина, с размера { $size }. Та, что писала раньше, теряет место с первым документом, принятым здесь.
serving-not-taken-over = Запись не принята, машина остаётся в резерве: { $why }
serving-undone = Машина всё равно пишет, но при этом не удалось: { $why }
serving-ended = Завершено.

## What keeps a verb from its result.

result-not-published = не опубликовано: { $why }
    .remedy = ничего не потеряно: исправьте это и запустите ещё раз

## The page of an enrolment slip.

slip-page-title = Лист зачисления члена комиссии
slip-page-name = Имя
slip-page-office = Должность
slip-page-seat = Место
slip-page-nominated-by = Кем выдвинут
slip-page-key = Открытый ключ
slip-page-hand = Передайте эту страницу и файл листа ответственному вышестоящей комиссии.
slip-page-compare = Перед подписью ответственный читает отпечаток из таблицы вслух; сверьте его с тем, что выше.
slip-page-keep = Секретный ключ остаётся только у члена комиссии. Никто не вправе просить ни его, ни пароль от него.
slip-page-member = Дата, подпись члена комиссии
slip-page-officer = Дата, подпись ответственного, сверившего отпечаток
slip-page-held = В квадрате сам лист с доказательством: если сохранить прочитанное камерой как текст, получится файл.

## What a folder of enrolment slips comes to. $units and $seats are lists.

slips-missing = { $unit }: из мест ({ $of }) нет засчитанного листа для этих: { $seats }
slips-nobody = ни одного засчитанного листа не пришло: { $units }
slips-sorted = Комиссий в полном составе: { $commissions }, отложено листов: { $left-out }, комиссий неполных: { $missing }.
