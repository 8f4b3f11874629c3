### Документы, которые составляют, подписывают и подают, и другие файлы, которые не то, чем должны быть.

paper-scan-name = имя { $file } не в UTF-8
    .remedy = переименуйте скан
paper-no-submissions = в { $folder } нет файлов .{ $extension }
    .remedy = назовите папку, в которой они лежат
paper-passed-over = { $file } представление, но не подаётся: его имя не оканчивается на .{ $extension }
paper-not-yet-witnessed = Опечатано, но ещё не засвидетельствовано, как требует политика. Следующая команда спросит снова; затем `protokol export --receipt RECEIPT` даст засвидетельствованную квитанцию.
paper-unread-table = { $file } не таблица папки выборов и не читается
paper-not-a-statement = { $file }: { $error }
    .remedy = попросите файл ещё раз или составьте новый черновик
paper-too-long = { $file }: { $error }
    .remedy = сократите его тексты или приложите их
paper-typings-differ = два черновика различаются в { $place }: { $one } и { $other }
    .remedy = посмотрите в документ, исправьте неверный черновик и подпишите снова; ничего не подписано
paper-no-figure = нет
paper-ledger-or-kind = реестр или вид
paper-receipt-not-read = { $file }: { $error }
    .remedy = дайте квитанцию такой, какой она была сделана
paper-in-file = { $file }: { $says }
paper-note-complaint = жалоба: { $subject }
paper-note-tier = { $tier }: членов { $members }, кворум { $quorum }
paper-note-seat = место № { $seat }: { $name }, { $office }, { $key }
