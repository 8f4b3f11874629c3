### Заверения: почему их не дают и что не так с данными.

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
