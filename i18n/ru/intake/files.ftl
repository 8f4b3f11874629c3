### Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

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
format-column-missing = этого столбца нет
    .remedy = добавьте его; где в документе нет цифры, оставьте ячейку пустой
format-candidate-unknown = ни в одном состязании нет кандидата с этим номером
    .remedy = сличите с candidates.csv
format-candidate-twice = у этого кандидата два столбца
    .remedy = удалите один
