### Свидетели: что мешает заверить и что не так с заверением.

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
