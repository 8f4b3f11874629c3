### Drafts that do not say what a statement of their kind says: what is wrong, and what to do. Both are clauses without a full
### stop.

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
