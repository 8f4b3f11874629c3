### Что неверно в манифесте, таблице или черновике и что с этим делать: части предложений без точки.

## Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

## A file as a whole.

format-missing = файла нет
    .remedy = он есть в каждой папке выборов: добавьте его
format-not-utf8 = текст не в кодировке UTF-8
    .remedy = сохраните файл ещё раз в кодировке UTF-8
format-byte-order-mark = файл начинается с метки порядка байтов (BOM)
    .remedy = сохраните его в UTF-8 без BOM
format-carriage-return = строка заканчивается возвратом каретки (CR)
    .remedy = сохраните файл с концами строк Unix (LF)

## Drafts and manifests. $why is said by a library, in English.

format-not-toml = это не TOML: { $why }
    .remedy = исправьте строку; тексты пишутся в кавычках, числа без кавычек и без нулей впереди
toml-key-twice = ключ стоит здесь второй раз
toml-key-unfit = ключ без кавычек состоит только из латинских букв, цифр, - и _
toml-assignment-missing = после ключа нет знака =
toml-value-unfit = то, что стоит после =, не читается: там ничего нет, текст без кавычек или число с чем-то, кроме цифр
toml-text-open = у текста только одна из двух кавычек
toml-escape = после обратной косой черты стоит то, чего там быть не может
toml-character-unfit = там стоит невидимый знак
toml-leading-zero = число начинается с нуля
toml-number-unfit = число не читается
toml-time-unfit = такого дня или времени нет, или оно записано не так, как 2026-10-29 и 08:00:00
toml-boolean-unfit = true и false пишутся именно так, строчными буквами
toml-bracket-open = скобка не закрыта
toml-comma-missing = не хватает запятой
toml-beyond = после значения стоит то, чему там не место

## Tables. $columns are names.

format-not-csv = таблица не читается: { $why }
    .remedy = исправьте строку
format-empty = файл пуст
    .remedy = напишите строку заголовка: { $columns }
format-empty-line = строка пуста
    .remedy = удалите её
format-quote-inside = кавычка стоит внутри ячейки
    .remedy = возьмите в кавычки всю ячейку, а кавычки в ней удвойте
format-quote-open = кавычка не закрыта
    .remedy = закройте её в конце ячейки
format-column-twice = этот столбец есть дважды
    .remedy = удалите один
format-column-unknown = этот столбец здесь неизвестен
    .remedy = исправьте его название или удалите столбец
format-column-unnamed = у столбца { $place } нет имени
    .remedy = удалите его из каждой строки или дайте ему имя; табличный редактор записывает такой столбец, если его ячейка когда-то была заполнена
format-separators-mixed = в заголовке между столбцами стоят и запятые, и другие разделители
    .remedy = запишите таблицу только с запятыми
format-column-missing = этого столбца нет
    .remedy = добавьте его; где в документе нет цифры, оставьте ячейку пустой
format-candidate-unknown = ни в одном состязании нет кандидата с этим номером
    .remedy = сличите с candidates.csv
format-candidate-twice = у этого кандидата два столбца
    .remedy = удалите один

## Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
## what stands there, in quotes.

## Keys. $key and $known are names.

value-key-missing = { $key } отсутствует
    .remedy = добавьте
value-key-unknown = здесь это неизвестно
    .remedy = здесь известны: { $known }

## A value of another sort.

value-not-a-text = здесь нужен текст, а стоит { $found }
    .remedy = напишите его в кавычках
value-not-a-table = здесь нужна таблица, а стоит { $found }
    .remedy = напишите таблицу из имён и значений
value-not-a-list = здесь нужен список, а стоит { $found }
    .remedy = напишите его в квадратных скобках
value-not-a-number = здесь нужно целое число, а стоит { $found }
    .remedy = напишите только цифры
value-not-true-or-false = здесь нужно true или false, а стоит { $found }
    .remedy = напишите true или false, без кавычек
value-sort-text = текст
value-sort-whole-number = целое число
value-sort-fraction = дробное число
value-sort-true-or-false = true или false
value-sort-time = дата или время
value-sort-list = список
value-sort-table = таблица

## Numbers.

value-number-blank = не заполнено
    .remedy = напишите число
value-negative = { $found } меньше нуля
    .remedy = впишите цифру из документа: она не бывает меньше 0
value-signed = { $found } со знаком
    .remedy = напишите только цифры
value-leading-zeros = { $found } с нулями впереди
    .remedy = напишите без них
value-too-large = { $found } больше, чем здесь возможно: не более { NUMBER($max, useGrouping: "false") }
    .remedy = сличите с документом
value-not-whole = { $found } с точкой или запятой
    .remedy = напишите целое число, только цифры
value-not-digits = { $found } не целое число
    .remedy = напишите только десятичные цифры, без пробелов

## Texts.

value-text-blank = не заполнено
    .remedy = напишите между кавычками
value-text-too-long = в тексте { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    }, а помещается не более { $max }
    .remedy = удалите лишнее: в тексте одна строка и нет невидимых знаков
value-text-code-point = знак { $code-point } в тексте недопустим
    .remedy = { value-text-too-long.remedy }
value-text-padded = текст не может начинаться или заканчиваться пробелом
    .remedy = { value-text-too-long.remedy }
value-not-a-language = это не язык: нужны две или три строчные буквы, например en
    .remedy = напишите языки так: {"{"} en = "…", ka = "…" {"}"}
value-translation-blank = текст на языке { $language } не заполнен
    .remedy = { value-not-a-language.remedy }
value-translations-too-many = переводов может быть не более { $max }, каждый язык один раз, по возрастанию
    .remedy = удалите часть из них

## Values with a spelling of their own.

value-not-an-id = { $found } не может быть именем: от 1 до { $max } знаков из A-Z a-z 0-9 . _ -
    .remedy = напишите в таком виде
value-not-an-instant = { $found } не время вида 2018-10-28T21:00:00+04:00
    .remedy = { value-not-an-id.remedy }
value-not-a-day = { $found } не день вида 2018-10-28
    .remedy = { value-not-an-id.remedy }
value-not-an-hour = { $found } не час вида 17:00
    .remedy = { value-not-an-id.remedy }
value-not-an-offset = { $found } не разница с UTC вида +04:00
    .remedy = { value-not-an-id.remedy }
value-not-a-hash = { $found } не 64 шестнадцатеричные цифры строчными буквами
    .remedy = { value-not-an-id.remedy }
value-not-a-colour = { $found } не цвет
    .remedy = напишите как #0b5394
value-not-a-key-name = { $found } не имя ключа: оно не пусто, без пробелов, управляющих знаков и плюса
    .remedy = { value-not-an-id.remedy }
value-word-of-two = { $found } здесь неизвестно
    .remedy = напишите { $one } или { $other }
value-word = { $found } здесь неизвестно
    .remedy = напишите одно из слов: { $known }
value-not-a-share = это не доля
    .remedy = напишите как 2/5
value-not-a-comparison = { $found } не знак сравнения
    .remedy = напишите { $signs } или { $last }
value-not-a-multiple = { $found } не множитель
    .remedy = напишите как "97 invalid"

## Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = в строке { $cells ->
        [one] { $cells } ячейка
        [few] { $cells } ячейки
       *[many] { $cells } ячеек
    }, а в заголовке { $header }
    .remedy = добавьте или удалите ячейки; ячейка, в которой стоит разделитель, пишется в кавычках
table-cell-empty = ячейка пуста
    .remedy = заполните её
table-contest-unknown = в манифесте нет состязания { $contest }
    .remedy = исправьте
table-unit-unknown = в units.csv нет территории { $unit }
    .remedy = добавьте её там или исправьте здесь
table-not-lowest = такой документ есть только у территорий самого нижнего уровня
    .remedy = суммы других территорий стоят в summaries.csv
table-lowest = у территории самого нижнего уровня нет сводного протокола
    .remedy = её цифры стоят в protocols.csv
table-held-elsewhere = на этой территории состязание не проводится
    .remedy = исправьте состязание или территорию

## Figures.

table-not-on-ballot = в состязании { $contest } нет кандидата с этим номером
    .remedy = очистите ячейку
table-candidate-unknown = в состязании { $contest } нет кандидата с этим номером
    .remedy = удалите строку или исправьте номер
table-colour-faint = цвет почти не отличается от бумаги, светлой или тёмной
    .remedy = выберите цвет, который виден на белом и на чёрном
table-colour-twice = этому кандидату в состязании { $contest } цвет уже дан в строке { NUMBER($line, useGrouping: "false") }
    .remedy = удалите одну из двух строк
table-votes-missing = у кандидата нет цифры
    .remedy = впишите её; где в документе ноль, поставьте 0
table-figure-missing = эта строка есть в каждом документе, а ячейка пуста
    .remedy = впишите цифру из документа

## Papers of each sort.

table-protocol-twice = протокол этой территории в состязании { $contest } уже стоит в строке { NUMBER($line, useGrouping: "false") }
    .remedy = удалите один из двух; новая версия пишется в corrections.csv
table-opening-twice = начальные данные этой территории в состязании { $contest } уже стоят в строке { NUMBER($line, useGrouping: "false") }
    .remedy = удалите одну из двух строк
table-summary-twice = сводный протокол этой территории в состязании { $contest } уже стоит в строке { NUMBER($line, useGrouping: "false") }
    .remedy = { table-opening-twice.remedy }
table-opening-with-votes = в начальных данных ещё нет голосов
    .remedy = уберите столбцы cand_NN
table-opening-of-count = эта строка относится к подсчёту и до вскрытия урн неизвестна
    .remedy = очистите ячейку
table-opening-incomplete = эта строка есть во всех начальных данных
    .remedy = впишите цифру из документа
table-opening-unfit = эти начальные данные не по форме
    .remedy = сличите с манифестом
table-nothing-to-correct = у этой территории нет протокола, который можно исправить
    .remedy = добавьте его в protocols.csv или удалите строку
table-nothing-corrected = в исправлении те же цифры, что и в исправляемом протоколе
    .remedy = впишите верные цифры или удалите строку
table-observer-unlisted = в observers.csv нет наблюдателя { $observer }
    .remedy = добавьте его там или исправьте здесь
table-observer-out-of-scope = по территории или роли в observers.csv наблюдатель { $observer } не может подать копию с этой территории
    .remedy = { table-observer-unlisted.remedy }

## Decisions. $status is how far the paper is.

table-annulment-untimely = { $status }
    .remedy = аннулировать можно только протокол, который в силе: удалите строку или исправьте территорию
table-failure-untimely = { $status }
    .remedy = голосование не состоялось там, где нет протокола; для протокола в силе напишите annul
table-repeat-untimely = { $status }
    .remedy = голосование повторяют, когда оно не состоялось или его протокол аннулирован: добавьте такую строку выше
table-status-awaited = у этой территории нет протокола, в том числе повторного голосования
table-status-reported = протокол этой территории в силе
table-status-annulled = протокол этой территории аннулирован строкой выше
table-status-failed = по строке выше голосование на этой территории не состоялось

## Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
## clauses without a full stop.

## Units.

enrolment-tier-unknown = в манифесте нет уровня { $tier }
    .remedy = напишите один из его уровней
enrolment-unit-twice = территория уже стоит в строке { NUMBER($line, useGrouping: "false") }
    .remedy = дайте каждой территории собственный номер
enrolment-top-twice = у территории { $unit } тоже нет вышестоящей
    .remedy = оставьте наверху одну территорию
enrolment-no-parent = у территории нет вышестоящей, а сама она не первого уровня
    .remedy = назовите территорию над ней
enrolment-parent-unknown = территории { $unit } нет
    .remedy = добавьте её или исправьте вышестоящую
enrolment-circle = вышестоящие территории идут по кругу
    .remedy = исправьте одну из них, чтобы они вели наверх
enrolment-not-below-parent = её уровень { $tier } не ниже уровня вышестоящей
    .remedy = исправьте уровень или вышестоящую территорию
enrolment-no-top = нет самой верхней территории
    .remedy = внесите территорию первого уровня, без вышестоящей

## Candidates.

enrolment-number-zero = номера 0 в бюллетене не бывает
    .remedy = номера начинаются с 1
enrolment-number-taken = в состязании { $contest } этот номер уже есть
    .remedy = дайте каждому кандидату одну строку
enrolment-no-name = у кандидата нет имени
    .remedy = добавьте столбец, например name_en, и заполните его
enrolment-names-too-many = переводов может быть не более { $max }, каждый язык один раз, по возрастанию
    .remedy = удалите часть столбцов

## Members.

enrolment-member-elsewhere = такой территории нет
    .remedy = исправьте её или добавьте в units.csv
enrolment-seat = здесь ожидается место № { $expected }, а это место № { $found }
    .remedy = пронумеруйте места 1, 2, 3 … без пропусков, каждое один раз
enrolment-members = в комиссии здесь { $found ->
        [one] { $found } член
        [few] { $found } члена
       *[many] { $found } членов
    }, а по манифесту { $expected }
    .remedy = перечислите всех членов
enrolment-key-twice = тот же ключ стоит в строке { NUMBER($line, useGrouping: "false") }
    .remedy = дайте каждому члену собственный ключ
enrolment-member-key = ключ Ed25519 негоден: нужна каноническая точка полного порядка, без кручения
    .remedy = попросите у члена открытый ключ, который показала команда keygen
enrolment-demonstration-key = это демонстрационный ключ, он есть у всех
    .remedy = пусть член создаст ключ командой keygen

## Observers.

enrolment-observer-twice = наблюдатель стоит здесь дважды
    .remedy = дайте каждому наблюдателю одну строку
enrolment-observer-key-missing = у наблюдателя нет ключа
    .remedy = попросите у наблюдателя открытый ключ, который показала команда keygen
enrolment-observer-key = { enrolment-member-key }
    .remedy = { enrolment-observer-key-missing.remedy }

## Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = исправьте: учредительный акт не должен противоречить сам себе
manifest-held-nowhere = состязание { $contest } проводится на территории { $unit }, а её нет в units.csv
    .remedy = добавьте территорию или исправьте состязание
manifest-tier-incomplete = у уровня { $tier } нет числа членов и кворума
    .remedy = добавьте его в раздел [commissions]
manifest-tier-unlisted = такого уровня нет
    .remedy = напишите один из перечисленных в tiers
manifest-item-unknown = в форме нет строки { $item }
    .remedy = определите её как [[item]] или исправьте её название

## What the rules would refuse.

manifest-tiers = { flaw-tiers }
manifest-tier-twice = { flaw-tier-twice }
manifest-quorum = { flaw-quorum }
manifest-contest-twice = { flaw-contest-twice }
manifest-items = { flaw-items }
manifest-checks = { flaw-checks }
manifest-item-twice = { flaw-item-twice }
manifest-item-reserved = { flaw-item-reserved }
manifest-check-item = { flaw-check-item }
manifest-check-twice = { flaw-check-twice }
manifest-check-built-in = { flaw-check-built-in }
manifest-check-empty = { flaw-check-empty }
manifest-deadline = { flaw-deadline }
manifest-invalidity = { flaw-invalidity }
manifest-too-many = { flaw-too-many }
manifest-hours = { flaw-hours }

## Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
## stop.

## A draft as a whole. $kind, $found and $kinds are words of the file.

draft-election-unknown = черновик вида { $kind } читается вместе с формой и бюллетенем выборов
    .remedy = укажите реестр или набор, для которого он составлен
draft-kind-unknown = { $found } не является видом черновика
    .remedy = напишите одно из слов: { $kinds }
draft-other-ledger = этот черновик для другого реестра
    .remedy = возьмите реестр или набор, для которого он составлен

## Copies of observers.

draft-refused-with-figures = у копии, в которой отказано, нет цифр
    .remedy = очистите или напишите copy = "handed"
draft-handed-with-reason = у выданной копии нет причины отказа
    .remedy = очистите
draft-neither-handed-nor-refused = это не handed и не refused
    .remedy = напишите одно из двух

## Figures.

draft-item-of-count = эта строка пишется при подсчёте, а не до вскрытия урн
    .remedy = удалите строку
draft-item-unknown = в форме нет такой строки
    .remedy = удалите её или исправьте её название
draft-contest-unknown = состязания { $contest } нет
    .remedy = исправьте
draft-not-on-ballot = в бюллетене нет такого номера
    .remedy = напишите его как в бюллетене, двумя цифрами
draft-number-twice = этот номер стоит здесь дважды
    .remedy = удалите один

## Scans. $file and $name are names of files, $media is JPEG, PNG or PDF.

scan-unnamed = не заполнено
    .remedy = назовите скан или удалите эту таблицу
scans-named-alike = два разных файла называются { $name }
    .remedy = переименуйте один из них и назовите его так и здесь
scan-missing = файла { $file } нет
    .remedy = назовите скан так, как он лежит рядом с черновиком
scan-not-a-file = { $file } не обычный файл
    .remedy = назовите сам скан: JPEG, PNG или PDF
scan-empty = { $file }: файл пуст
    .remedy = отсканируйте страницу снова или скопируйте файл снова оттуда, где он создан
scan-too-large = { $file }: файл больше 20 МБ
    .remedy = сканируйте с меньшим разрешением или приложите страницы по одной
scan-of-unknown-kind = { $file }: судя по первым байтам, это не JPEG, не PNG и не PDF
    .remedy = сохраните скан как JPEG, PNG или PDF и назовите этот файл
scan-named-otherwise = { $file }: судя по первым байтам, это { $media }, а имя заканчивается иначе
    .remedy = если файл тот, переименуйте его, чтобы имя заканчивалось на { $endings }
scan-endings = { $one } или { $other }
