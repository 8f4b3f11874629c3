### Чего не смогла операция программы, если это не относится к другому предмету.

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
service-not-a-seal = { $file } не является печатью
    .remedy = дайте файл `seal` потерянного реестра или уберите --seal: тогда журнал больше ничего не подписывает

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

## Files to verify.

verify-not-a-receipt = { $file }: { $error }
    .remedy = дайте папку реестра или квитанцию
verify-not-evidence = { $file } не доказательство раздвоения: { $error }
    .remedy = получите файл заново у того, кто его сделал; он хранится байт в байт, как был записан

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
