### Что человек ввёл или назвал: аргументы, ключи, документы, файлы.

## Аргументы, которые не подходят друг к другу или не называют ничего существующего.

usage-code-unknown = код { $code } здесь неизвестен
    .remedy = встроенные коды относятся к семействам T, S, O, C, D, R, V и U; коды E и W у каждых выборов свои: назовите их реестр через --ledger
usage-server-recomputes = сервер не пересчитывает выборы
    .remedy = запускайте `protokol witness URL --election` сколько угодно: каждый запуск пересчитывает всё
usage-server-writes = сервер отдаёт свои подписи всякому, кто спросит
    .remedy = уберите --out
usage-no-address = { $address } не адрес, на котором можно слушать
    .remedy = дайте адрес вида 127.0.0.1:7380
usage-only-server-listens = слушает только сервер
    .remedy = сервер это `protokol witness serve`; чтобы заверить один раз, уберите --listen и всё остальное, что относится к серверу
usage-log-key-needed = чтобы писать в реестр, нужен ключ журнала
    .remedy = дайте его через --log-key FILE; свой ключ хранит только репетиция
usage-no-attachments = у { $kind } нет приложений
    .remedy = сканы прилагаются к протоколу, исправлению или копии
usage-no-kind = вида { $kind } нет
    .remedy = виды такие: { $kinds }
usage-election-folder = папке выборов нужно имя
    .remedy = protokol draft election FOLDER
usage-founding-from-folder = черновик учредительного акта составляется из папки
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-founding-names-key = учредительный акт называет ключ журнала
    .remedy = protokol draft founding --from FOLDER --log-key PUBLIC_KEY
usage-event-is-a-hash = --event принимает хеш события
    .remedy = смотрите { $show }
usage-founding-needs-key = чтобы учредить реестр, нужен ключ журнала
    .remedy = дайте тот, открытая половина которого указана в учредительном акте: --log-key FILE
usage-ledger-exists = { $ledger } уже есть
    .remedy = выберите другое место через --ledger DIR; ничего не тронуто
usage-rehearsal-exists = { $ledger } уже есть
    .remedy = продолжите его через --continue или выберите другое место через --ledger DIR; ничего не тронуто
usage-no-size-no-time = { $text } не размер и не время
    .remedy = дайте размер вида 20000 или время вида 2018-10-29T01:00:00+04:00
usage-attachments-of-ledger = приложения лежат только рядом с реестром
    .remedy = назовите папку реестра: `protokol verify LEDGER --attachments`
usage-evidence-of-log = улика записывается только о реестре или опубликованном журнале
    .remedy = уберите --evidence или назовите сам журнал
usage-proof-in-answer = доказательство помещается в ответ для программы, а --json не указан
    .remedy = добавьте --json или назовите файл: --proof FILE
usage-proof-of-data = доказательство даётся о таблице, отчёте или списке событий: весь журнал, квитанция и комплект проверяются сами
    .remedy = назовите формат, например --format csv, или уберите --proof
usage-proof-of-nothing = не показано ни одного события, и доказывать нечего
    .remedy = запросите другие события или уберите --proof
usage-proof-of-unit = доказательство даётся о территории или событии: контрольная точка доказывает себя сама, а у страницы есть квитанция
    .remedy = назовите территорию или событие; у события есть и квитанция: { $receipt }
usage-no-fingerprint = { $text } не отпечаток
    .remedy = дайте в кавычках шестнадцать групп по четыре шестнадцатеричные цифры, которые печатает { $show-checkpoint }
usage-no-event-named = событие не названо
    .remedy = назовите его через --receipt EVENT
usage-no-published-event = { $event } не называет события опубликованного журнала
    .remedy = назовите его по номеру или по прежней квитанции: в опубликованном журнале по хешам не ищут
usage-cosignature-by-policy = подпись свидетеля засчитывается по политике
    .remedy = назовите политику, в которой указан свидетель: --policy FILE
usage-no-enrolling-table = { $table } не таблица для внесения
    .remedy = дайте members.csv, candidates.csv или observers.csv из папки выборов
usage-no-code = кода { $code } нет
    .remedy = коды формы: { $codes }; встроенные: `protokol help`
usage-nothing-to-print = у этой территории нет ни протокола, ни сводного протокола для печати
    .remedy = назовите участок или территорию, чья комиссия подала сводный протокол; смотрите { $tally }
usage-no-election = в реестре нет выборов
    .remedy = учредите их: { $init }
usage-only-schema-named = имя бывает только у схемы
    .remedy = `protokol manual schema NAME` или одна папка
usage-no-schema = схемы { $schema } нет
    .remedy = схемы такие: { $schemas }
usage-no-table = { $format } не таблица
    .remedy = --for-spreadsheets служит для `--format csv`, `csv-long` и `openelections`
usage-no-licence = в { $format } нет места для лицензии
    .remedy = не указывайте --licence или назовите таблицу, пакет данных или базу данных
usage-not-in-this-build = эта сборка программы не умеет записывать { $format }
    .remedy = соберите её так: `cargo build --release --features { $feature }`, или назовите другой формат
usage-one-receipt = --receipt называет один файл
    .remedy = в очереди каждая квитанция хранится рядом со своим представлением
usage-folder-signed-in-place = документы папки подписываются на месте и с другими не сравниваются
    .remedy = уберите --second и --out или укажите один документ
usage-joined-unknown = без набора и реестра нельзя узнать, чьи это подписи: поверх первой копии они не пишутся
    .remedy = укажите набор через --kit FILE или реестр через --ledger DIR; или новый файл через --out FILE
usage-plain-outside = адрес { $address } доступен другим машинам, а сертификата нет
    .remedy = Укажите --tls-certificate и --tls-key. Если перед службой стоит прокси, который шифрует, сообщите это через --plain-http и --behind.
usage-tls = { $error }
    .remedy = Укажите сертификат и его ключ в PEM: --tls-certificate и --tls-key.
usage-no-block = { $block } не блок адресов
    .remedy = Укажите блок вида 10.0.0.0/8, 2001:db8::/32 или 192.0.2.7.
usage-not-listening = не удаётся слушать на { $address }: { $error }
    .remedy = выберите другой адрес через --listen или остановите то, что его занимает
usage-folder-not-read = файлы не читаются
    .remedy = проверьте папку
usage-too-many-units = территорий нижнего уровня { $units }, а отрепетировать можно не более { $max }
    .remedy = дайте меньшее число через --units N
usage-no-units = ни одна территория нижнего уровня не перечислена, не объявлена и не запрошена
    .remedy = скажите через --units N, сколько их, или перечислите их в units.csv
usage-no-room = нет территории, в составе которой можно выдумать новые
    .remedy = перечислите в units.csv территории, в составе которых лежат выдуманные
usage-synthetic-origin = имя журнала слишком длинное, чтобы пометить его как синтетический
    .remedy = проверьте manifest.toml и units.csv

## Командная строка, которую программа не принимает. В обратных кавычках — как было введено или как нужно ввести.

parser-argument-unknown = аргумента { $argument } здесь нет
parser-argument-missing = не хватает: { $arguments }
parser-arguments-conflict = { $argument } нельзя указать вместе с { $other }
parser-argument-twice = { $argument } указан больше одного раза
parser-verb-unknown = команды { $verb } нет
parser-verb-missing = не указана команда
parser-value-missing = для { $argument } нужно значение
parser-value-unknown = { $argument } не принимает значения { $value }
parser-value-wrong = { $argument } не принимает значения { $value }: { $why }
parser-value-not-whole = для { $argument } нужно целое число, а { $value } не целое число
parser-value-too-large = { $value } слишком велико для { $argument }
parser-values-miscounted = у { $argument } слишком много значений или слишком мало
parser-no-language = программа не говорит на языке { $value }; её языки: `en`, `az`, `ru`
parser-not-utf8 = один из аргументов не в UTF-8
parser-equals = между { $argument } и значением нужен знак равенства
parser-other = аргументы не разобраны: { $why }
parser-known = возможны { $known }
parser-suggested = возможно, имелось в виду { $suggested }
parser-usage = команда пишется так: { $usage }
parser-help = подробнее: --help

## Ключи и парольные фразы.

key-ask-passphrase = Парольная фраза для { $file }:
key-ask-new-passphrase = Новая парольная фраза:
key-ask-again = Ещё раз то же:
key-passphrases-differ = две парольные фразы различаются
    .remedy = запустите ещё раз; ничего не записано
key-passphrase-not-read = не удаётся прочитать парольную фразу: { $error }
    .remedy = используйте --passphrase-file
key-passphrase-needed = нужна парольная фраза
    .remedy = введите её в терминале или дайте --passphrase-file FILE
key-passphrase-encoding = парольная фраза в { $file } записана не в UTF-8 и не в UTF-16 с меткой в начале
    .remedy = сохраните файл в кодировке UTF-8 или введите фразу в терминале
key-passphrase-file-empty = первая строка { $file } пуста, а парольная фраза должна стоять там
    .remedy = запишите её туда или введите в терминале
key-passphrase-invisible = в парольной фразе есть невидимый знак { $code }: никто не сможет ввести её снова
    .remedy = выберите фразу из видимых знаков; ничего не записано
key-passphrase-weak = Тот, кто завладеет файлом ключа, подберёт эту парольную фразу за минуту. Лучше создать ключ заново, с фразой из пяти и более не связанных друг с другом слов.
key-no-empty-passphrase = нужна парольная фраза
    .remedy = выберите парольную фразу и запустите ещё раз
key-no-randomness = система не даёт случайных чисел: { $error }
    .remedy = создайте ключ на другой машине
key-answer-at-terminal = ничего не подписано: на вопрос не ответили yes
    .remedy = ответьте в терминале или дайте --yes
key-type-yes = ничего не подписано: на вопрос не ответили yes
    .remedy = запустите ещё раз и введите yes

## Документы, которые составляют, подписывают и подают, и другие файлы, которые не то, чем должны быть.

paper-scan-name = имя { $file } не в UTF-8
    .remedy = переименуйте скан
paper-no-submissions = в { $folder } нет файлов .{ $extension }
    .remedy = назовите папку, в которой они лежат
paper-passed-over = { $file } представление, но не подаётся: его имя не оканчивается на .{ $extension }
paper-drafts-unsigned = { $drafts ->
        [one] { $drafts } черновик не подписан и не подаётся
        [few] { $drafts } черновика не подписаны и не подаются
       *[many] { $drafts } черновиков не подписаны и не подаются
    }, первый из них { $first }: все их подписывает `protokol sign FOLDER --key FILE`
paper-not-yet-witnessed = Опечатано, но ещё не засвидетельствовано, как требует политика. Следующая команда спросит снова; затем `protokol export --receipt RECEIPT` даст засвидетельствованную квитанцию.
paper-unread-table = { $file } не таблица папки выборов и не читается
paper-misnamed-table = { $file } не читается: читается файл с именем { $name }, буква в букву
paper-semicolons = { $file } читается как таблица с точкой с запятой между ячейками; там должны стоять запятые
paper-tabs = { $file } читается как таблица с табуляцией между ячейками; там должны стоять запятые
paper-not-a-statement = { $file }: { $error }
    .remedy = попросите файл ещё раз или составьте новый черновик
paper-too-long = { $file }: { $error }
    .remedy = сократите его тексты или приложите их
paper-typings-differ = два черновика различаются в { $place }: { $one } и { $other }
    .remedy = посмотрите в документ, исправьте неверный черновик и подпишите снова; ничего не подписано
paper-no-copy = { $one } и { $other } не копии одного представления: они говорят не одно и то же
    .remedy = объединяйте копии одного документа; ничего не записано
paper-no-copy-of-draft = { $one } и { $other } говорят одно и то же, но каждый сделан из черновика отдельно, в разное время: подписи под одним не считаются для другого
    .remedy = выберите один из них, пусть остальные подпишут этот файл или его копии; ничего не записано
paper-changed-meanwhile = { $file } за это время изменён и говорит не то, что было показано
    .remedy = посмотрите в него и подпишите заново; ничего не записано
paper-draft-changed = { $one } изменён после того, как из него сделан { $other }, и говорит другое
    .remedy = посмотрите в документ. Если неверно представление, отложите его и подпишите черновик заново; если неверен черновик, уберите его
paper-nothing-to-sign = в { $folder } нет ни черновиков, ни представлений
    .remedy = укажите папку, в которой они лежат
paper-nothing-to-check = в { $folder } нет черновиков
    .remedy = укажите папку, в которой они лежат
paper-founding-alone = учредительный акт читают и подписывают отдельно
    .remedy = укажите файл: { $sign }
paper-no-election = в { $place } нет реестра, и набор не указан: черновик читают, проверяют и подписывают по его выборам
    .remedy = укажите набор, выданный комиссии, через --kit FILE или реестр через --ledger DIR
paper-no-figure = нет
paper-ledger-or-kind = реестр или вид
paper-receipt-not-read = { $file }: { $error }
    .remedy = дайте квитанцию такой, какой она была сделана
paper-in-file = { $file }: { $says }
paper-note-complaint = жалоба: { $subject }
paper-note-tier = { $tier }: членов { $members }, кворум { $quorum }
paper-note-seat = место № { $seat }: { $name }, { $office }, { $key }

## Файлы, которые не читаются или не записываются. $error — слова системы, на её языке.

file-exists = { $file } уже есть
    .remedy = выберите другое имя или сначала уберите его; ничто никогда не перезаписывается
file-not-read = не удаётся прочитать { $file }: { $error }
file-folder-not-read = не удаётся прочитать папку { $file }: { $error }
file-not-written = не удаётся записать { $file }: { $error }
file-not-created = не удаётся создать { $file }: { $error }
file-not-made = не удаётся сделать { $file }: { $error }
file-not-cut = не удаётся обрезать { $file }: { $error }
file-not-kept = не удаётся сохранить { $file }: { $error }
file-not-locked = не удаётся заблокировать { $file }: { $error }
file-not-protected = не удаётся защитить { $file }: { $error }
file-not-set-aside = не удаётся отложить в сторону { $file }: { $error }
system-not-found = файла или папки с таким именем нет
system-permission-denied = нет прав доступа
system-already-exists = уже существует
system-is-a-folder = это папка
system-not-a-folder = часть имени — не папка
system-read-only = на этот диск нельзя писать
system-full = диск заполнен
system-too-large = файл получился бы слишком большим
system-address-in-use = адрес занят другой программой
system-address-not-here = у этой машины нет такого адреса
system-too-slow = это длилось слишком долго
system-interrupted = операция прервана
system-no-memory = не осталось памяти
system-ends-early = файл кончается слишком рано
system-busy = им занята другая программа
system-name-unfit = файл не может так называться
tar-neither-file-nor-folder = { $name } — не файл и не папка
tar-name-unfit = { $name } — не относительное и простое имя
tar-too-many-files = файлов больше, чем { $max }
tar-cut-off = он обрывается в { $name }
tar-twice = { $name } в нём дважды
tar-in-file = { $name } лежит внутри файла
file-check-name = проверьте имя; ничего не записано
file-name-a-file = назовите файл, а не папку; ничего не записано
file-name-a-folder = назовите папку, а не файл; ничего не записано
file-other-name = выберите другое имя; ничто никогда не перезаписывается
file-make-readable = дайте себе право читать его и запустите ещё раз; ничего не записано
file-make-writable = дайте себе право писать в это место или выберите другое и запустите ещё раз
file-free-space = освободите место и запустите ещё раз; ничего из подтверждённого не потеряно
file-see-to-disk = проверьте, исправен ли диск, и запустите ещё раз; ничего из подтверждённого не потеряно

## Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = территория { $name }
place-of-column = столбец { $name }
place-of-item = поле { $name }

## Enrolment slips.

slips-of-units = листы зачисляют по units.csv, где перечислены комиссии, а не по { $table }
    .remedy = назовите units.csv из папки выборов: `protokol enrol election/units.csv --slips slips --out drafts`
slips-no-folder = в { $folder } нет листов зачисления
    .remedy = положите туда листы членов комиссий, их имена оканчиваются на .slip
