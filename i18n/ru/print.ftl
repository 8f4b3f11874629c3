### The printed protocol.

## Headings and fixed lines.

heading-protocol = Протокол
heading-summary = Сводный протокол
heading-no-document = Составлено под демонстрационными ключами: это не документ какого-либо органа.
heading-above = Вышестоящая комиссия
heading-polling-day = День голосования
heading-standing = Состояние
heading-not-in-force = больше не действует: см. историю
heading-no-figures = Протокола в силе здесь нет, поэтому нет и цифр.
heading-form-serial = Серия и номер бланка
heading-completed = Составлен
heading-arrived = Поступил в реестр
heading-item = Пункт
heading-figure = Цифрами
heading-in-words = Прописью
heading-not-on-paper = в документе нет
heading-made-at = Событий в реестре при составлении
heading-units = Избирательных участков
heading-received = Поступило протоколов
heading-basis = Взято за основу протоколов
heading-failed = Участков, где голосование не состоялось
heading-annulled = Участков, где протокол аннулирован
heading-left-out = Неучтённые протоколы
heading-not-signed = Не подписали
heading-nobody = никто
heading-dissent = Особые мнения
heading-history = История
heading-attachments = Приложения
heading-sequence = Место в реестре
heading-copy = Копия на бумаге. Силу имеет событие в реестре, а не эта бумага.
heading-square-holds-receipt = В квадратном коде квитанция. Прочтите его любым считывателем таких кодов, сохраните текст как файл и проверьте без сети: `protokol verify FILE --policy POLICY`.

## Lines that name something.

remark-signed-for = Подписали, комиссия { $unit }
remark-receipt-elsewhere = Квитанция слишком длинна для квадратного кода: `protokol export --receipt { $event }` запишет её в файл. В этом коде событие и отпечаток контрольной точки.
remark-check-page = Проверьте сами страницей check.html. Её SHA-256 начинается с { $digest }
