### Слова страниц о ключах и свидетелях, наблюдателях и кандидатах.

## Ключи.

portal-log-key = Ключ журнала
portal-log-key-says = Этим ключом журнал подписывает контрольные точки, и ничем другим. Он записан, как все ключи C2SP: имя, короткий отпечаток, ключ.
portal-key-in-force = Действующий ключ
portal-former-keys = Прежние ключи
portal-replaced-by = Чем заменён
portal-short-print = Короткий отпечаток
portal-key = Ключ
portal-since = Действует с

## Свидетели.

portal-witnesses = Свидетели
portal-witness = Свидетель
portal-cosigned = Подпись
portal-not-this-one = не под этой контрольной точкой
portal-quorum-met = Эту контрольную точку подписало столько свидетелей, сколько требует политика.
portal-quorum-not-met = Эту контрольную точку пока подписало меньше свидетелей, чем требует политика.
portal-no-quorum = Свидетелей, которые обязаны подписать журнал, не названо, поэтому вторая история могла бы остаться незамеченной.
portal-policy = Политика
portal-policy-elsewhere = Не верьте этой копии. Она с того самого сайта, который ею проверяют: возьмите политику у свидетеля, в газете или у наблюдателя и сравните.

## Наблюдатели.

portal-observer = Наблюдатель
portal-organisation = Организация
portal-role = В качестве кого
portal-scope = Где может наблюдать
portal-accredited = Аккредитован
portal-withdrawn = Аккредитация отозвана
portal-no-observers = Пока никто не аккредитован.

## Кого ждут и кому звонить.

portal-whom-to-call-says = Бумаги, которые не пришли, по вышестоящим комиссиям, которые их ждут, с именем каждого председателя, как оно записано при образовании комиссии. Номеров телефона в журнале нет: возьмите их из своего списка.
portal-nobody-awaited = Никого не ждут.
portal-chair = Председатель
portal-standing-now = Состояние
portal-due-at = Срок
portal-past-deadline = срок прошёл
portal-no-deadline = срока нет

## Кандидаты.

portal-nominated-by = Кем выдвинут
portal-decree = Решение
portal-registered = Зарегистрирован
portal-nominations = Одобренные выдвижения
portal-no-candidates = Пока никто не зарегистрирован.
