### Слова страниц о найденном и о кодах.

portal-code = Код
portal-how-many = Сколько
portal-meaning = Что это значит
portal-by-contest = По выборам
portal-what-was-found = Что найдено
portal-what-to-do = Что делать
portal-checks-of-form = Проверки бланка этих выборов
portal-built-in-codes = Коды программы
portal-findings-are = Противоречия и необычное в протоколах в том виде, в каком они подписаны. Здесь ничего не исправляют: протокол меняет только подписанное исправление, а первая версия остаётся.
portal-list-of-them = Где найдено
portal-previous = Предыдущая часть
portal-next = Следующая часть
portal-part-of = Часть { $part } из { $of }
