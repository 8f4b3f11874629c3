### What the columns of an exported table mean: its data dictionary. Each is a sentence.

column-contest = Голосование (выборы), по его обозначению.
column-contest-title = Название голосования на языке таблицы.
column-unit = Единица нижнего уровня, по её обозначению. Это текст: 01.010 не то же, что 1.01.
column-unit-name = Название единицы; пусто, если его нет.
column-parent-name = Название вышестоящей единицы, а без него её обозначение.
column-parent = Вышестоящая единица, по её обозначению.
column-item = Показатель формы, как в действующем протоколе; пусто, если такого нет.
column-votes = Голоса, как в действующем протоколе; пусто, если такого нет.
column-candidate = Имя кандидата под этим номером в бюллетене голосования, на языке таблицы.
column-candidate-number = Номер кандидата в бюллетене.
column-nominator = Кто выдвинул кандидата; пусто при самовыдвижении или если неизвестно.
column-office = Название голосования; в строках без кандидата то, что сосчитано: Registered Voters, Ballots Cast.
column-district = Единица, в которой проходит голосование; пусто, если это вся страна.
column-status = Состояние протокола: reported (в строке есть цифры), awaited, opened, annulled или failed (цифр нет).
column-voting = Которое по счёту голосование: 1 и на единицу больше за каждое повторное.
column-version = Какая версия протокола действует: 1, если его не исправляли.
column-sequence = Место в реестре того события, из которого взята строка.
column-event = Хеш этого события: его принимают show и export --receipt.
column-arrival = Когда это событие поступило, UTC.
column-form-serial = Серийный номер бумажного бланка.
column-completed-at = Когда комиссия составила протокол, UTC.
