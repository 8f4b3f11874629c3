### Oxuna və ya yazıla bilməyən fayllar. $error sistemin öz dilində dediyidir.

file-exists = { $file } artıq mövcuddur
    .remedy = başqa ad seçin və ya əvvəlcə onu başqa yerə köçürün; heç bir faylın üzərinə yazılmır
file-not-read = { $file } oxuna bilmir: { $error }
file-folder-not-read = { $file } qovluğu oxuna bilmir: { $error }
file-not-written = { $file } yazıla bilmir: { $error }
file-not-created = { $file } yaradıla bilmir: { $error }
file-not-made = { $file } hazırlana bilmir: { $error }
file-not-cut = { $file } qısaldıla bilmir: { $error }
file-not-kept = { $file } saxlanıla bilmir: { $error }
file-not-locked = { $file } kilidlənə bilmir: { $error }
file-not-protected = { $file } qoruna bilmir: { $error }
file-not-set-aside = { $file } kənara qoyula bilmir: { $error }
file-check-name = adı yoxlayın; heç nə yazılmayıb
file-name-a-file = qovluğun yox, faylın adını verin; heç nə yazılmayıb
file-name-a-folder = faylın yox, qovluğun adını verin; heç nə yazılmayıb
file-other-name = başqa ad seçin; heç bir faylın üzərinə yazılmır
file-make-readable = onu oxumaq hüququnu özünüzə verin və yenidən işə salın; heç nə yazılmayıb
file-make-writable = ora yazmaq hüququnu özünüzə verin və ya başqa yer seçin və yenidən işə salın
file-free-space = yer boşaldın və yenidən işə salın; təsdiqlənmiş heç nə itməyib
file-see-to-disk = diskin saz olduğunu yoxlayın və yenidən işə salın; təsdiqlənmiş heç nə itməyib
