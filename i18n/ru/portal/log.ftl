### Слова страниц журнала и страниц там, где ничего нет.

## Поиск.

portal-search = Найти
portal-search-for = Номер события, участок, хеш или отпечаток
portal-can-be-searched = Событие находится по номеру или целому хешу, комиссия — по номеру или названию, недавнее состояние журнала — по отпечатку.
portal-several-found = Так называется несколько вещей:
portal-nothing-named = Ничто не называется «{ $asked }».
portal-found-size = Журнал, когда в нём было событий: { $size }

## Списки событий.

portal-newest-first = Сначала самые новые события. Заполненная часть журнала больше не меняется.
portal-event-says = О чём говорит
portal-older = Старше
portal-newer = Новее
portal-newest = Самые новые
portal-oldest = Самые старые
portal-events-from-to = События с { $from } по { $to }

## Одно событие.

portal-kind = Вид
portal-said-at = Сказано, по часам подписавших
portal-signers = Ключи подписавших
portal-log-itself = Сам журнал
portal-paper = Чей протокол
portal-raw-bytes = Исходные байты
portal-download-bytes = Скачать подписанные и захешированные байты
portal-for-programs = Как это читают программы
portal-withheld = В нём есть цифры, которые ещё не публикуются.

## Там, где ничего нет.

portal-no-page = Такой страницы нет
portal-no-page-here = На этих выборах по этому адресу ничего нет. Возможно, адрес написан с ошибкой или названного в нём ещё не было.
portal-to-results = К результатам
portal-troubled = Сейчас страницу показать нельзя
