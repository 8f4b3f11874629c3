### Журналы, на которые указали и которые нельзя прочитать: папки, файлы tar и серверы.

source-ledger = { $error }
    .remedy = запустите { $verify } на этом реестре
source-neither-log-nor-receipt = { $file } не является ни опубликованным журналом, ни квитанцией
    .remedy = дайте реестр, опубликованную папку, её tar или URL либо квитанцию
source-not-a-tar = { $file } не читается как tar: { $error }
    .remedy = возьмите его из другого места или попросите папку
source-no-log = { $place } не является опубликованным журналом
    .remedy = проверьте адрес: в опубликованном журнале `checkpoint`, `log.vkey` и `tile/` лежат прямо в нём

## Servers that do not give what they are asked for. $why is what the network says, in its own language.

http-not-a-url = { $url } не является URL http или https
    .remedy = дайте URL, по которому отдаётся `checkpoint`
http-unreachable = { $url } недоступен: { $why }
    .remedy = проверьте адрес и сеть и запустите ещё раз
http-status = { $url } отвечает статусом { $status }
    .remedy = { http-unreachable.remedy }
http-too-long = { $url } отвечает длиннее, чем на { $limit } байт
    .remedy = { http-unreachable.remedy }
