### Hazırlanan, imzalanan və təqdim edilən sənədlər, eləcə də olmalı olduğu kimi olmayan digər fayllar.

paper-scan-name = { $file } adı UTF-8 deyil
    .remedy = skanın adını dəyişin
paper-no-submissions = { $folder } qovluğunda .{ $extension } faylı yoxdur
    .remedy = onların olduğu qovluğu göstərin
paper-passed-over = { $file } təqdimatdır, lakin təqdim edilmir: adı .{ $extension } ilə bitmir
paper-not-yet-witnessed = Möhürləndi, lakin şahidlər hələ siyasətin tələb etdiyi kimi təsdiqləməyib. Növbəti əmr yenidən soruşur; sonra `protokol export --receipt RECEIPT` şahidlərin təsdiqlədiyi qəbzi verir.
paper-unread-table = { $file } seçki qovluğunun cədvəli deyil və oxunmur
paper-not-a-statement = { $file }: { $error }
    .remedy = faylı yenidən istəyin və ya yeni qaralama hazırlayın
paper-too-long = { $file }: { $error }
    .remedy = mətnlərini qısaldın və ya əlavə kimi verin
paper-typings-differ = iki qaralama { $place } yerində fərqlənir: { $one } və { $other }
    .remedy = sənədə baxın, səhv qaralamanı düzəldin və yenidən imzalayın; heç nə imzalanmayıb
paper-no-figure = yoxdur
paper-ledger-or-kind = reyestr və ya növ
paper-receipt-not-read = { $file }: { $error }
    .remedy = qəbzi hazırlandığı kimi verin
paper-in-file = { $file }: { $says }
paper-note-complaint = şikayət: { $subject }
paper-note-tier = { $tier }: { $members } üzv, yetərsay { $quorum }
paper-note-seat = yer № { $seat }: { $name }, { $office }, { $key }
