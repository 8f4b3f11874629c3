### Слова страниц медиацентра.

## Рамка каждой страницы.

portal-skip-to-content = Перейти к содержанию
portal-all-pages = Все страницы
portal-pages = Страницы
portal-language = Язык
portal-rehearsal-banner = Репетиция с демонстрационными ключами. Это не результат выборов.
portal-check-it-yourself = Проверьте сами
portal-nobody-witnesses = свидетели не названы
portal-pause = Остановить обновление
portal-resume = Продолжить обновление
portal-to-the-desk = Рабочее место комиссии, для её членов
portal-as-of = По контрольной точке { $size }
portal-seen-by = видели свидетели: { $seen } из { $of }
portal-seen-up-to = до { $size } видели свидетели: { $seen } из { $of }
portal-updated = Обновлено по контрольной точке { $size }

## Названия страниц.

portal-results = Результаты
portal-turnout = Явка
portal-findings = Что не сходится
portal-arrivals = Поступление
portal-whom-to-call = Кому звонить
portal-log = Журнал
portal-data = Данные и API
portal-keys = Ключи и свидетели
portal-observers = Наблюдатели
portal-candidates = Кандидаты
portal-screen = Экран
portal-embed = Встраивание
portal-help = Справка

## Результаты.

portal-most-votes = Больше всего голосов на данный момент
portal-not-final = Суммы действующих протоколов; результат ещё не утверждён.
portal-nothing-yet = Ещё не поступило ни одного протокола.
portal-nobody = никто
portal-of-all-votes = Доли считаются от голосов за всех кандидатов.
portal-all-votes = Все кандидаты
portal-in-force = Действующие протоколы
portal-awaited = Ожидаются
portal-corrected = Исправлены
portal-annulled = Аннулированы
portal-failed = Голосование не состоялось
portal-late = С опозданием
portal-missing = Просрочены
portal-by-unit = По округам
portal-papers-of = Протоколы
portal-sums = Суммы по строкам
portal-reported = поступило протоколов: { $reported } из { $of }
portal-share-of = голосов: { $votes } из { $of }
portal-turnout-of = избирателей: { $voters } из { $of }
portal-certified = Утверждено: { $body } { $reference }
portal-elected = Избран: { $names }

## Комиссии и участки.

portal-unit = Комиссия
portal-leading = Больше всего голосов

## Закрытая публикация.

portal-gate-closed = Цифры ещё не публикуются
portal-gate-until = Закон запрещает публиковать цифры до { $until }. То, что запечатано, уже можно проверить.
