### Files that are not in their format: what is wrong, and what to do. Both are clauses without a full stop.

## A file as a whole.

file-missing = файла нет
    .remedy = он есть в каждой папке выборов: добавьте его
file-not-utf8 = текст не в кодировке UTF-8
    .remedy = сохраните файл ещё раз в кодировке UTF-8
file-byte-order-mark = файл начинается с метки порядка байтов (BOM)
    .remedy = сохраните его в UTF-8 без BOM
file-carriage-return = строка заканчивается возвратом каретки (CR)
    .remedy = сохраните файл с концами строк Unix (LF)

## Drafts and manifests. $why is said by a library, in English.

file-not-toml = это не TOML: { $why }
    .remedy = исправьте строку; тексты пишутся в кавычках, числа без кавычек и без нулей впереди

## Tables. $columns are names.

file-not-csv = таблица не читается: { $why }
    .remedy = исправьте строку
file-empty = файл пуст
    .remedy = напишите строку заголовка: { $columns }
file-empty-line = строка пуста
    .remedy = удалите её
file-quote-inside = кавычка стоит внутри ячейки
    .remedy = возьмите в кавычки всю ячейку, а кавычки в ней удвойте
file-quote-open = кавычка не закрыта
    .remedy = закройте её в конце ячейки
file-column-twice = этот столбец есть дважды
    .remedy = удалите один
file-column-unknown = этот столбец здесь неизвестен
    .remedy = исправьте его название или удалите столбец
file-column-missing = этого столбца нет
    .remedy = добавьте его; где в документе нет цифры, оставьте ячейку пустой
file-candidate-unknown = ни в одном состязании нет кандидата с этим номером
    .remedy = сличите с candidates.csv
file-candidate-twice = у этого кандидата два столбца
    .remedy = удалите один
