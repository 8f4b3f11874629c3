### Что операция не смогла сделать и что предпринять.

## Чего не смогло хранилище реестра. $ledger есть его папка.

store-exists = { file-exists }
    .remedy = выберите другое место через --ledger или продолжите там репетицию через --continue
store-no-ledger = в { $place } нет реестра
    .remedy = укажите реестр через --ledger DIR или создайте его: { $rehearse }, { $init }
store-locked = { $ledger } занят процессом { $process } ({ $doing })
    .remedy = подождите, пока он закончит, или завершите этот процесс; читать он не мешает
store-lock-removed = реестр { $ledger } занят другим процессом, который больше ничем не назван: файл `lock` удалили, пока он писал
    .remedy = подождите, пока тот процесс закончит, или завершите его сами; удаление файлов не освобождает реестр и никогда не нужно
store-not-as-left = { $file } в { $ledger } не такой, каким его оставила эта программа: туда писал кто-то другой. Ничто из этой очереди не подтверждено
store-damaged = { $ledger } повреждён: { $fault }
    .remedy = запустите { $verify }, чтобы увидеть все неисправности, и { $compare } с опубликованным; не пишите в него: восстановите его из копии
store-cannot-be-told = нельзя сказать, верен ли { $ledger }: { $fault }
store-ahead = { $witness } заверил размер { $holds } этого журнала, а здесь его размер { $ours }
    .remedy = больше ничего не подписывайте ключом этого журнала и сохраните эту папку: либо вернули старое состояние, либо работает копия ключа. Сравните её с опубликованным: { $compare }. Исключайте свидетеля из политики, только если знаете, что он ошибается
store-other-history = { $witness } заверил другую историю этого журнала: эта не вырастает из размера { $from }
    .remedy = { store-ahead.remedy }
store-not-witnessed = ответило слишком мало свидетелей, а до их ответа журнал ничего не подписывает
    .remedy = ничего не подано: посмотрите, что сказано выше о каждом свидетеле, и выполните ту же команду ещё раз
store-restored = { $ledger }: { $what }
store-not-the-log-key = это не ключ журнала этого реестра
    .remedy = дайте ключ, открытая половина которого стоит в log.vkey
store-not-found = событие № { $sequence } не находится ни во встроенном хранилище, ни в журнале
    .remedy = { store-run-again.remedy }
store-run-again = прежняя запись не удалась; реестр нужно открыть заново
    .remedy = выполните ту же команду ещё раз: реестр читается с диска, и ничего из подтверждённого не потеряно
store-seal = контрольную точку нельзя опечатать
    .remedy = { store-run-again.remedy }
store-replica-taken = в реплике { $place } под именем { $name } стоят байты другой машины: продолжает она, а эта больше ничего не подписывает. Ничто из этой очереди не подтверждено
store-replica-silent = реплика { $place } не даёт ясного ответа о { $name }: { $why }. Ничто из этой очереди не подтверждено
store-replica-refused = реплика { $place } отказывает в { $name }: { $why }. Ничего не подписано
    .remedy = проверьте, что место существует, а то, что его открывает, верно и даёт право создавать и читать, а у Amazon и Google ещё и перечислять (docs/replica.md); затем выполните ту же команду снова
store-replica-unfit = при пробе реплика { $place } отдала одно имя двоим или не сохранила принятое
store-replica-other = в реплике { $place } другой журнал или другая история этого: { $name }
store-replica-lost = в реплике { $place } нет { $name }, а раньше было
store-replica-not-this = { $ledger } пишется с репликой { $noted }, а не с { $given }
store-replica-unnamed = { $ledger } пишется с репликой { $noted }, а её не спросили
address-not-there = { $place } нельзя открыть: { $why }
address-no-engine = хранилищ такого вида, как { $place }, эта программа не знает
address-not-plain = в адресе хранилища, { $scheme }://BUCKET/PREFIX, нет ни пользователя, ни пароля, ни запроса: чем оно открывается, задаётся в окружении
address-built-without = { $place } — объектное хранилище, а эта программа собрана без них: соберите её с --features replica
mirror-silent = зеркало { $place } не даёт ясного ответа о { $name }: { $why }
mirror-refused = зеркало { $place } отказывает в { $name }: { $why }
    .remedy = проверьте, что место существует и в нём есть свободный объём, а то, что его открывает, верно и даёт право создавать, перезаписывать и читать, а у Amazon и Google ещё и перечислять (docs/mirror.md); затем выполните ту же команду снова
mirror-no-mirror = в { $place } стоит { $name }, и ничто там не говорит, зеркало какого журнала это: чужой сайт не перезаписывается
    .remedy = назовите для зеркала пустое место или уберите то, что там стоит, если оно никому не нужно
mirror-garbled = { $name } на зеркале { $place } — не то, что подписал этот журнал
    .remedy = его кто-то или что-то изменило: посмотрите, кому туда можно писать. Уберите только этот файл и выполните ту же команду снова: он будет положен заново
mirror-other-key = на зеркале { $place } событий этого журнала: { $there }, но подписаны они не тем ключом, который был у журнала при прочитанном здесь размере { $here }: ничего не положено
    .remedy = если ключ журнала сменился, читайте журнал там, где он новее (--from). Если нет, это написал кто-то другой: уберите там log/checkpoint и выполните ту же команду снова
mirror-other = { $name } на зеркале { $place } стоит с другими байтами, а этот файл никогда не меняется: зеркало повреждено или изменено, оно другого журнала или сделано другой версией программы
    .remedy = сделайте то же в своей папке и сравните; если на зеркале не то, что должно быть, уберите этот файл там и выполните ту же команду снова
store-replica-needed = в { $ledger } реплика не записана и не названа: резервной машине нужно следовать за репликой
store-stands-by = эта машина в резерве: пишет другая, а эта следует за ней и отвечает читателям
    .remedy = подайте на той машине, которая пишет, или спросите снова через несколько секунд: та, что приняла запись, примет то же представление
takeover-nobody = с этим реестром никто не стоит в резерве
    .remedy = запустите службу: `protokol serve` пишет сразу, а с --standby следует за машиной, которая пишет
takeover-held = этот реестр сейчас занят другой командой: { $doing }
    .remedy = дождитесь, пока она закончит, и выполните ту же команду снова
takeover-not-done = резервная машина запись не приняла и остаётся в резерве
    .remedy = почему, сказано ею самой: в журнале службы или там, где её запустили. Когда это исправлено, выполните ту же команду снова
store-index-held = встроенное хранилище открыто другим процессом
    .remedy = { store-run-again.remedy }
store-index = встроенное хранилище: { $error }
    .remedy = { store-run-again.remedy }

## As a part of another sentence, where the place is told already or is not known.

store-damaged-alone = реестр повреждён, и его можно только читать

## What is wrong with the embedded store, or with what is read by way of it: a clause without a full stop.

index-no-thread = система не даёт ни одного потока
index-missing = события № { $sequence } нет
index-envelope = запись не та, что была
index-protocol = протокол события № { $sequence } не тот, который подписан
index-root = события не дают корня контрольной точки

## Чего не смогла операция программы, если это не относится к другому предмету.

## Files that are handed in, and places that are named.

service-witnessed = { $file }: { $error }
    .remedy = уберите файл и запустите ещё раз: свидетели сами скажут, что заверили; откат одного из них тогда останется незамеченным
service-witnessed-line = строка { $line }: это не размер и ключ свидетеля, каждый однажды и по порядку, над контрольной точкой
service-too-large = { $file } слишком велик для документа
    .remedy = проверьте имя
service-not-text = { $file } не является текстом в UTF-8
    .remedy = проверьте имя; если файл тот самый, сохраните его в UTF-8
service-log-vkey = { $file }: { $error }
    .remedy = восстановите файл: его ключ стоит в учредительном акте
service-other-log = в { $place } другой журнал или другое состояние этого
    .remedy = сравните их с помощью { $compare } и выберите другое место; ничего не записано
service-clock-behind = часы этой машины показывают { $clock }, а последнее событие реестра поступило позже, { $last }: ничего не опечатано
    .remedy = выставьте часы этой машины верно и выполните ту же команду снова. Если они и так верны, добавьте --clock-is-right: тогда о скачке узнает каждый, кто проверяет
service-clock-ahead = часы этой машины показывают { $clock }, то есть более чем через 92 дня после { $after }, последнего поступления или конца последнего дня голосования: ничего не опечатано
    .remedy = выставьте часы этой машины верно и выполните ту же команду снова. Если они и так верны, добавьте --clock-is-right: тогда о скачке узнает каждый, кто проверяет
service-clock-apart = часы этой машины показывают { $clock }, а её свидетели только что заверили в { $cosigned }: ничего не опечатано
    .remedy = выставьте часы этой машины верно и выполните ту же команду снова. Если они и так верны, добавьте --clock-is-right: тогда о скачке узнает каждый, кто проверяет
service-clock-founding = часы этой машины показывают { $clock }, а день голосования — { $day }: так далеко от него выборы не учреждают
    .remedy = выставьте часы этой машины верно и выполните ту же команду снова. Если они и так верны, добавьте --clock-is-right: тогда о скачке узнает каждый, кто проверяет
service-not-a-seal = { $file } не является печатью
    .remedy = дайте файл `seal` потерянного реестра или уберите --seal: тогда журнал больше ничего не подписывает
service-receipt-not-kept = это в реестре как событие № { $sequence }, а квитанция не записана: { $why }
    .remedy = освободите место или укажите другое через --receipt и выполните ту же команду снова: ничего не подаётся дважды, а квитанция будет записана; или получите её через `protokol export --receipt { $sequence } --out FILE`
service-defect = часть этой службы встретила собственную ошибку программы и завершилась
    .remedy = сообщите об этом там, откуда у вас программа, со строкой, в которой названо место. Затем запустите службу снова: ничего из подтверждённого не потеряно

## Founding.

service-not-a-founding-act = это не учредительный акт
    .remedy = составьте его с помощью { $draft-founding }
service-demonstration-log-key = это демонстрационный ключ журнала, который есть у каждого
    .remedy = создайте ключ с помощью { $keygen } и составьте учредительный акт с его открытой половиной
service-file-not-a-founding-act = { $file } не является учредительным актом
    .remedy = { service-not-a-founding-act.remedy }
service-file-demonstration-log-key = { $file } есть демонстрационный ключ журнала, который есть у каждого
    .remedy = { service-demonstration-log-key.remedy }

## Kits, with which a commission works without a ledger.

kit-not-a-kit = это не набор, или он обрезан либо повреждён
    .remedy = попросите новый набор: { $export-kit }
kit-fault = { $fault }
    .remedy = { kit-not-a-kit.remedy }
kit-not-taken = { $fault }
    .remedy = попросите комплект журнала, который названа политика, с соподписями, которых она требует
kit-not-signed = его контрольная точка подписана не его журналом
    .remedy = { kit-not-a-kit.remedy }
kit-no-founding-act = в нём нет учредительного акта
    .remedy = { kit-not-a-kit.remedy }

## Drafts that are filled in from the ledger.

draft-no-members = у верхней территории нет членов
    .remedy = добавьте членов верхней территории в members.csv
draft-long-name = имя журнала слишком длинное
    .remedy = сократите `origin` в manifest.toml
draft-not-a-name = { $name } не может быть именем журнала
    .remedy = исправьте `origin`
draft-not-a-key = { $key } не открытый ключ
    .remedy = дайте 64 шестнадцатеричные цифры, которые показала команда keygen
draft-no-checkpoint = в { $log } нет контрольной точки, которую можно прочитать
    .remedy = сначала проверьте его
draft-same-name = продолжаемый журнал уже называется { $name }
    .remedy = дайте новому журналу другой `origin` в manifest.toml
draft-no-unit = территории { $unit } нет
    .remedy = проверьте номер или попросите набор, в котором она есть
draft-no-contest = выборов { $contest } нет
    .remedy = назовите одни через --contest: { $contests }
draft-several-contests = выборов несколько
    .remedy = назовите одни через --contest: { $contests }
draft-summary-from-kit = черновик сводного протокола составляется по реестру
    .remedy = уберите --kit и укажите реестр через --ledger DIR: в наборе нет протоколов, которые можно сложить
draft-no-summary = у { $unit } нет сводного протокола по { $contest }
    .remedy = назовите территорию выше самого нижнего уровня
draft-nothing-to-correct = у { $unit } по { $contest } нет сводного протокола, который можно исправить
    .remedy = составьте первый: { $draft-summary }

## Numbers that are not proved.

proof-no-snapshot = журнал ничего не подписал о своих показателях при размере { $size }
    .remedy = любая команда, которая пишет, подписывает снимок со следующим событием; показатели без доказательства выводятся без --proof
proof-other-sizes = журнал ничего не подписал о своих показателях при размере { $size }
    .remedy = назовите через --at размер, для которого есть снимок: ближайшие { $near }
proof-false = журнал подписал при размере { $size } не те показатели, которые получаются из его событий
    .remedy = сохраните копию всего, подробнее скажет { $verify }
proof-too-much = запрошено больше, чем { $limit } строк одного доказательства
    .remedy = запросите одни выборы или территории одной части
proof-evidence-option = --evidence FILE запишет то, что изобличает журнал, в один файл, который может проверить кто угодно

## Look-ups. $units shows the units that there are.

query-empty = реестр пуст
    .remedy = сначала учредите его
query-no-unit = территории { $unit } нет
    .remedy = смотрите { $units } или сначала образуйте комиссию
query-nothing-of-this-name = { $name } в этом реестре не территория, не событие и не отпечаток
    .remedy = смотрите { $units }, а события через { $log }
query-no-contest = выборов { $contest } нет
    .remedy = есть такие: { $contests }
query-no-tier = уровня { $tier } нет
    .remedy = уровни такие: { $tiers }
query-no-paper = { $event } не является протоколом, который можно напечатать
    .remedy = укажите территорию или событие протокола либо сводного протокола; смотрите { $log }
query-no-event = нет события { $event }
    .remedy = смотрите { $log }
query-no-size = размера { $wanted } ещё нет
    .remedy = событий в реестре: { $size }

## Rehearsals.

rehearsal-no-founding-act = учредительный акт нельзя составить по этой папке
    .remedy = проверьте manifest.toml
rehearsal-other-folder = этот реестр репетировали не по этой папке
    .remedy = дайте папку, с которой он начат, или выберите другое место через --ledger DIR
rehearsal-too-long = заявление длиннее записи
    .remedy = сократите его тексты

## Квитанции, которые нельзя составить, прочитать или проверить.

receipt-no-key = квитанция или доказательство не говорит, чьему ключу доверять
    .remedy = дайте --policy FILE или реестр, из которого она, через --ledger DIR
receipt-other-ledger = файл из журнала { $theirs }, а { $ledger } из { $ours }
    .remedy = { receipt-no-key.remedy }
receipt-no-event = нет события № { $sequence }
    .remedy = событий в журнале: { $size }
receipt-broken = { $error }
    .remedy = запустите на нём { $verify } и получите квитанцию из другой копии
receipt-other-log = { $file } из журнала { $theirs }, а это { $ours }
    .remedy = укажите журнал, из которого квитанция
receipt-two-histories = того, что { $file } доказывает о событии № { $sequence }, нет в истории этого журнала: у журнала две истории
    .remedy = сохраните квитанцию и сравните этот журнал с другой копией: { $compare }; ничего не записано
receipt-not-grown = { $file } относится к размеру { $size } этого журнала, а здешний реестр размера { $ours } вырос не из него: у журнала две истории, или вернули старое состояние. Новая квитанция — в { $kept }
    .remedy = сохраните обе квитанции и больше ничего не подписывайте ключом этого журнала, пока не известна причина: { $compare } покажет различие

## What is wrong with a log that ought to prove an event: a clause without a full stop.

broken-no-checkpoint = нет контрольной точки, которую можно прочитать
broken-not-proved = его плитки не доказывают событие

## Два состояния журнала, которые не сравниваются.

comparison-not-a-state = { $file } не является ни опубликованным журналом, ни квитанцией, ни доказательством, ни снимком, ни контрольной точкой: { $error }
    .remedy = дайте реестр, опубликованную папку, её tar или URL, квитанцию либо подписанную контрольную точку
comparison-broken = { $place }: { $fault }
    .remedy = запустите на нём { $verify }, чтобы увидеть все неисправности, и сравните копию из другого места
comparison-no-key = две контрольные точки не говорят, чьему ключу доверять
    .remedy = дайте --policy FILE или одним из двух целый журнал (реестр, опубликованную папку, tar или URL)
comparison-not-the-logs = { $place }: контрольная точка размера { $size } подписана не ключом журнала
    .remedy = не полагайтесь на неё: возьмите контрольную точку у самого журнала или у свидетеля; если ключ журнала сменился, укажите целый журнал или дайте --policy
comparison-not-trusted = { $place }: контрольная точка размера { $size } не подписана журналом из политики
    .remedy = { comparison-not-the-logs.remedy }
comparison-no-entries = сказать нельзя: { $place } есть одна контрольная точка размера { $size }, она ничего не говорит о меньших размерах
    .remedy = принесите записи журнала до размера { $size }: его опубликованную папку, tar, URL или реестр
comparison-snapshot-alone = сказать нельзя: { $place } есть один снимок размера { $size }, он ничего не говорит о других размерах
    .remedy = дайте с обеих сторон доказательство или снимок одного размера либо сам журнал

## Журналы, на которые указали и которые нельзя прочитать: папки, файлы tar и серверы.

source-ledger = { $error }
    .remedy = запустите { $verify } на этом реестре
source-neither-log-nor-receipt = { $file } не является ни опубликованным журналом, ни квитанцией
    .remedy = дайте реестр, опубликованную папку, её tar или URL либо квитанцию
source-not-a-tar = { $file } не читается как tar: { $error }
    .remedy = возьмите его из другого места или попросите папку
source-no-log = { $place } не является опубликованным журналом
    .remedy = проверьте адрес: в опубликованном журнале `checkpoint`, `log.vkey` и `tile/` лежат прямо в нём
source-not-verified = { $place } не проходит проверку, поэтому ничего из него не показано: { $fault }
    .remedy = выполните `{ $command }`, чтобы увидеть все неисправности

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } не является URL http или https
    .remedy = дайте URL, по которому отдаётся `checkpoint`
http-unreachable = { $url } недоступен: { $why }
    .remedy = проверьте адрес и сеть и запустите ещё раз
answer-refused = там никто не отвечает
answer-broken-off = соединение оборвалось
answer-too-slow = вовремя ответа не было
answer-no-host = машина с таким именем не находится
answer-no-way = туда нет пути
answer-no-thread = система не даёт потока для запроса
http-status = { $url } отвечает статусом { $status }
    .remedy = { http-unreachable.remedy }
http-not-the-file = { $url } отдаёт не тот файл, который запрошен, а нечто иное, например страницу для людей
    .remedy = проверьте адрес: файлы журнала должны лежать под ним. Если адрес верен, спросите того, кто раздаёт, или возьмите журнал из другого места
http-too-long = { $url } отвечает длиннее, чем на { $limit } байт
    .remedy = { http-unreachable.remedy }

## A policy's file. $fault is one of the above.

policy-witness-address = { $address } не является адресом свидетеля
    .remedy = запишите адрес как http://… или https://…, по которому свидетель принимает add-checkpoint

## Proofs from hashes, and the tiles that they are made from.

tile-missing = { $tile }: файла нет
tile-malformed = { $tile }: { $error }
tile-length = байтов { $found }, а при { $width } хешах должно быть { $expected }
tile-bundle = это не записи числом { $width }, каждая после своей длины

## Свидетели: что мешает заверить и что не так с заверением.

witness-watches = свидетель должен знать, за кем наблюдает
    .remedy = дайте --policy FILE со строкой `log <vkey>` для каждого журнала под наблюдением
witness-name = { $name } не может быть именем свидетеля
    .remedy = дайте URL без схемы, например witness.example/w1: без пробелов и плюсов
witness-says-recomputed = имя, которое кончается на { $ending }, говорит, что выборы пересчитаны
    .remedy = пересчитайте их с --election или дайте другое имя и другой ключ
witness-does-not-say-recomputed = у того, кто пересчитывает выборы, имя кончается на { $ending }
    .remedy = дайте ему такое имя и ключ, который больше ничего не подписывает
witness-nothing-to-watch = политика не называет ни одного журнала
    .remedy = { witness-watches.remedy }
witness-log-key = это ключ журнала, за которым предстоит наблюдать
    .remedy = дайте свидетелю собственный ключ: { $keygen }
witness-no-checkpoint = в { $place } нет контрольной точки
    .remedy = дайте URL или папку, где лежит `checkpoint`
witness-not-a-checkpoint = контрольная точка в { $place } не читается: { $error }
    .remedy = проверьте адрес: это не журнал того вида, который знает программа
witness-not-verified = { $place } не проходит проверку: { $fault }
    .remedy = запустите на нём { $verify }, чтобы увидеть все неисправности; ничего не заверено
witness-not-signed = контрольная точка { $origin } размера { $size } не подписана журналом
    .remedy = проверьте, что политика называет ключ этого журнала и получена от того, кому вы доверяете
witness-shrunk = { $origin } показывает размер { $size }, а этот свидетель заверил размер { $before }: журнал не уменьшается; { $kept }
    .remedy = посмотрите ещё раз позже: кеш мог отстать. Если так и останется, сообщите об этом: вернули старое состояние
witness-unproved = рост от размера { $before } до { $size } нельзя проверить: { $flaw }
    .remedy = посмотрите ещё раз позже или возьмите файлы журнала из другого места

## A checkpoint that is not cosigned. $refusal is one of the refusals below, and what became of the evidence.

witness-refused-unproved = { $origin } размера { $size } не заверяется: { $refusal }
    .remedy = возьмите файлы журнала из другого места и запустите ещё раз. Если они говорят то же, у журнала две истории: обнародуйте сохранённый запрос
witness-refused-contradiction = { witness-refused-unproved }
    .remedy = сообщите об этом: тому, кто сравнит две контрольные точки, больше ничего не нужно
witness-refused = { witness-refused-unproved }
    .remedy = { witness-not-signed.remedy }
witness-refusal-kept = { $refusal }; { $kept }

## What became of evidence: a clause without a full stop.

evidence-kept = запрос сохранён в { $file } папки состояния
evidence-known = та же контрольная точка сохранена раньше, в { $file } папки состояния
evidence-full = он не сохранён: для новых улик об этом журнале нет места
evidence-lost = его не удалось сохранить: { $error }

## The state of a witness.

state-other-witness = { $file } принадлежит свидетелю { $found }, а даны ключ и имя { $given }
    .remedy = дайте ключ и имя, с которыми создано состояние, или другое --state
state-failed = прежняя запись не удалась; состояние нужно прочитать заново
    .remedy = проверьте, исправен ли диск, и запустите снова
state-damaged = { $file }: { $flaw }
    .remedy = верните самые новые копии состояния и отметки рядом с ключом, обе одного момента. Если они потеряны, создайте новый ключ и новое имя и сообщите журналам: этим ключом можно было бы снова заверить более старое дерево
state-older = состояние знает меньше, чем { $mark }: это старая копия или не та папка, что в прошлый раз
    .remedy = { state-damaged.remedy }
state-newer = состояние знает больше, чем { $mark }: им пользовались без этой отметки, или отметка старая копия
    .remedy = { state-damaged.remedy }
state-unmarked = состоянием пользовались, а { $mark } нет
    .remedy = { state-damaged.remedy }

## What is wrong with a file of a witness's state: a clause without a full stop.

state-flaw-mark = это не отметка свидетеля
state-flaw-keys = журнал подписывает слишком многими ключами
state-flaw-missing = файла нет, а состоянием пользовались
state-flaw-form = это не номер заверения над контрольной точкой
state-flaw-not-this-witness = заверение не этого свидетеля
state-flaw-twice = два файла выдают себя за один журнал или одно заверение

## Заверения: почему их не дают и что не так с данными.

## Why a checkpoint is not cosigned: a clause without a full stop.

cosigning-request = это не запрос: { $error }
cosigning-old-above-new = старый размер { $old } больше нового, { $new }
cosigning-unknown-origin = журнал { $origin } здесь не наблюдают
cosigning-not-signed = не подписано журналом: { $error }
cosigning-signed-twice = две подписи одного ключа журнала
cosigning-other-size = этот свидетель заверил размер { $stored }, а запрос начинается с { $old }
cosigning-surplus = хешей в доказательстве { $hashes }, а доказывать здесь нечего
cosigning-fork = размер { $size } заверен с другим корнем: у журнала две истории
cosigning-not-grown = не показано, что он вырос из заверенного размера { $size }: { $error }

## Bytes that are not a request for a cosignature: a clause without a full stop.

request-too-long = длина в байтах { $bytes }, а у запроса она не больше { $limit }
request-no-division = перед контрольной точкой нет пустой строки
request-old = первая строка не `old` с размером в единственно верном написании
request-hash = строка { $line } доказательства не является base64 от 32 байтов
request-too-many-hashes = строк доказательства больше { $limit }
request-checkpoint = контрольная точка: { $error }

## Cosignatures that were handed in and do not count. $file is where they stand.

cosignature-malformed = { $file }: { $error }
    .remedy = дайте файл, который записала команда { $witness }
cosignature-refused = { $file }: { $error }
    .remedy = пусть свидетель посмотрит на самую новую контрольную точку: его заверение относится к другой или ложно
cosignature-of-nobody = { $file }: ни одна строка не принадлежит свидетелю из политики
    .remedy = проверьте политику
cosignature-other-key = строка принадлежит { $found }, а не этому ключу { $expected }

## How a witness that was asked does not keep to the protocol: a clause without a full stop.

misbehaved-no-size = отвечает 409, не называя размера, который у него есть
misbehaved-unsteady = говорит, что у него размер { $size }, и не начинает с него
misbehaved-not-lines = отвечает 200, но присылает не строки подписей
misbehaved-not-its-key = отвечает 200 без заверения собственным ключом
misbehaved-cosignature = его заверение ложно: { $error }
misbehaved-no-proof = нет доказательства от размера { $size }, который, по его словам, у него есть

## Чего программа не переживает.

defect-no-thread = система не даёт программе ни одного потока
    .remedy = поднимите предел числа процессов (ulimit -u или предел контейнера либо службы) или завершите другие программы и выполните ту же команду ещё раз
defect-no-memory = система даёт программе { $granted } МиБ памяти, а нужно { $needed }: ничего не сделано
    .remedy = поднимите предел, например `ulimit -v { $limit }`, и выполните ту же команду снова; большому реестру нужно больше
defect-met = программа встретила собственную ошибку в { $place }, версия { $version }; на запрос ответа нет
    .remedy = сообщите эту строку там, откуда у вас программа, с введённой командой; если этим можно навредить другим, то как сказано в SECURITY.md. Ничего из подтверждённого не потеряно: каково состояние реестра, покажет { $verify }
