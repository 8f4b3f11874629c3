### Слова страниц протоколов.

## Цифры и что в них найдено.

portal-by-nominator = Кем выдвинут
portal-figures = Цифры протокола
portal-severity = Насколько серьёзно

## Исправления рядом.

portal-corrections = Исправления
portal-before = Было
portal-after = Стало
portal-when = Когда
portal-why = Почему
portal-who = Кто подписал
portal-by-decision = По решению

## Копии наблюдателей, жалобы, отмены.

portal-copies = Копии наблюдателей
portal-on-copy = В копии
portal-on-protocol = В протоколе
portal-complaints = Жалобы
portal-against = На что
portal-decided = Решение по жалобе
portal-annulments = Отмены и повторные голосования
portal-repeat-day = День повторного голосования

## Квитанция.

portal-receipt = Квитанция
portal-download-receipt = Скачать квитанцию
portal-square-of-receipt = Квадрат с квитанцией, для камеры
portal-event = Событие { $event }

## Сводный протокол самой комиссии.

portal-own-summary = Сводный протокол самой комиссии
portal-stated = Указано
portal-recomputed = Пересчитано
portal-same-sums = Каждая указанная сумма равна сумме протоколов, по которым она составлена.
portal-other-sums = Некоторые указанные суммы не равны суммам протоколов; они отмечены ниже.
