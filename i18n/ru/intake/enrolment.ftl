### Units, candidates, members and observers that cannot be enrolled as a table says: what is wrong, and what to do. Both are
### clauses without a full stop.

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
