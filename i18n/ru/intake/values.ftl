### Values that are not written as their sort is: what is wrong, and what to do. Both are clauses without a full stop. $found is
### what stands there, in quotes.

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
