### Слова страниц медиацентра.

## Рамка каждой страницы.

page-skip-to-content = Перейти к содержанию
page-pages = Страницы
page-language = Язык
page-rehearsal-banner = Репетиция с демонстрационными ключами. Это не результат выборов.
page-check-it-yourself = Проверьте сами
page-nobody-witnesses = свидетели не названы
page-pause = Остановить обновление
page-resume = Продолжить обновление
page-as-of = По контрольной точке { $size } · { $time }
page-seen-by = видели { $seen } из { $of } свидетелей
page-updated = Обновлено по контрольной точке { $size }

## Названия страниц.

page-results = Результаты
page-constituencies = Округа
page-turnout = Явка
page-findings = Что не сходится
page-arrivals = Поступление
page-log = Журнал
page-data = Данные и API
page-keys = Ключи и свидетели
page-observers = Наблюдатели
page-candidates = Кандидаты
page-screen = Экран
page-embed = Встраивание
page-help = Справка

## Результаты.

page-most-votes = Больше всего голосов на данный момент
page-not-final = Суммы действующих протоколов; результат ещё не утверждён.
page-nothing-yet = Ещё не поступило ни одного протокола.
page-nobody = никто
page-of-all-votes = Доли считаются от голосов за всех кандидатов.
page-all-votes = Все кандидаты
page-in-force = Действующие протоколы
page-awaited = Ожидаются
page-corrected = Исправлены
page-annulled = Аннулированы
page-failed = Голосование не состоялось
page-late = С опозданием
page-missing = Просрочены
page-by-unit = По округам
page-papers-of = Протоколы
page-sums = Суммы по строкам
page-reported = поступило { $reported } из { $of } протоколов
page-share-of = { $votes } из { $of } голосов
page-turnout-of = { $voters } из { $of } избирателей
page-certified = Утверждено: { $body } { $reference }
page-elected = Избран: { $names }

## Комиссии и участки.

page-unit = Комиссия
page-leading = Больше всего голосов
page-above = Вышестоящая
page-no-figures-yet = Данных этой комиссии ещё нет.

## Закрытая публикация.

page-gate-closed = Цифры ещё не публикуются
page-gate-until = Закон запрещает публиковать цифры до { $until }. То, что запечатано, уже можно проверить.
