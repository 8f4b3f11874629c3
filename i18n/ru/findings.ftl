### Findings: what does not add up, and the figures that disagree.

## What a built-in finding says: a clause that figures may follow.

finding-t1 = Сообщения о явке не согласуются
finding-t2 = Два сообщения о явке за один час различаются
finding-t3 = Проголосовавших указано больше, чем избирателей в списках
finding-t4 = Участков указано больше, чем их есть
finding-s1 = Сводный протокол не равен сумме своих протоколов
finding-s2-protocols = В сводном протоколе названы не те протоколы, которые были в силе при его составлении
finding-s2-counters = Счётчики сводного протокола неверны
finding-s3 = Нижестоящие протоколы поступили или изменены после составления этого сводного протокола
finding-s4 = Сводный протокол нельзя пересчитать: охваченные им документы ещё ожидались
finding-s5 = Сводный протокол не учитывает действовавшие протоколы; порядок кандидатов с ними не меняется
finding-s6 = Сводный протокол не учитывает действовавшие протоколы, а с ними порядок кандидатов другой
finding-o1 = Данные, опечатанные при открытии, изменены
finding-o2 = Начальные данные не были опечатаны до поступления протокола
finding-c1 = В копии наблюдателя голоса иные, чем в протоколе
finding-c2 = Копия наблюдателя отличается от протокола, но не в голосах
finding-d1 = Документ поступил позже срока
finding-d2 = Документа нет, а срок истёк
finding-l1 = Утверждённый кандидат не лидирует в сумме протоколов в силе
finding-l2 = Утверждённый кандидат пока не лидирует, а документы ещё ожидаются

## A figure that disagrees: as stated, and as it should be.

cell-t1-before = избирателей на { $hour }: { $stated }, ранее { $expected }
cell-t1-protocol = избирателей на { $hour }: { $stated }, в протоколе { $expected }
cell-t2 = избирателей на { $hour }: { $stated }, в предыдущем сообщении { $expected }
cell-t3 = { $item }: { $stated }, в списках { $expected }
cell-t4 = на { $hour }: участков { $stated }, всего их { $expected }
cell-recomputed = { $item }: указано { $stated }, пересчитано { $expected }
cell-s3 = { $item }: составлен до события № { $expected }
cell-s4-unknown = протоколов { $stated }, из скольких, неизвестно
cell-s4 = протоколов { $stated } из { $expected }
cell-left-out = { $item }: не учтено голосов { $expected }
cell-with-left-out = { $item }: без них { $stated }, с ними { $expected }
cell-o1 = { $item }: опечатано { $expected }, в протоколе { $stated }
cell-copy = { $item }: в копии { $stated }, в протоколе { $expected }
cell-elected = { $item }, утверждён: { $stated }
cell-ahead = голоса, { $item }: { $expected }
cell-other = { $item }: { $stated }, ожидалось { $expected }

## The counters of a summary.

counter-units = территории
counter-received = полученные протоколы
counter-taken-as-basis = протоколы, принятые за основу
counter-failed = несостоявшиеся голосования
counter-annulled = аннулированные протоколы

## Words in the lists of figures.

finding-no-figure = нет цифры
finding-more = и ещё { $more }
finding-candidate = кандидат № { $number }
finding-votes = голоса за кандидатов
finding-check-fails = Контрольное соотношение формы не выполнено
