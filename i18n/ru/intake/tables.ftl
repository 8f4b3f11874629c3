### Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = в строке { $cells ->
        [one] { $cells } ячейка
        [few] { $cells } ячейки
       *[many] { $cells } ячеек
    }, а в заголовке { $header }
    .remedy = добавьте или удалите запятые; ячейка с запятой стоит в кавычках
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
