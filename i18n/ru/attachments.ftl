### Scans and photographs: what they are, whether they are there, and why a submission waits for them.

attachment-line = { $name }, { $media }, { $bytes ->
        [one] { $bytes } байт
        [few] { $bytes } байта
       *[many] { $bytes } байт
    }, BLAKE3 { $digest }
kept-there = на месте
kept-missing = отсутствует
kept-altered = не тот файл, который подписан
kept-elsewhere = сканы вместе с журналом не публикуются
attachment-missing = Скана «{ $name }» нет в { $folder }. Ничего не подано.
    .remedy = Положите его туда или укажите его папку через --attachments. Если сейчас его не получить, подайте цифры с --without-attachments, а скан позже.
attachment-differs = Скан «{ $name }» в { $folder } не тот файл, который подписан. Ничего не подано.
    .remedy = Найдите { $media } из { $bytes ->
        [one] { $bytes } байта
        [few] { $bytes } байтов
       *[many] { $bytes } байтов
    }, SHA-256 которого начинается с { $digest }. Если он утерян, составьте новый черновик с тем файлом, который есть, и дайте его подписать.
