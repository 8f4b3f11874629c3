### Scans and photographs: what they are, whether they are there, and why a submission waits for them.

attachment-line = { $name }, { $media }, { $bytes } bayt, BLAKE3 { $digest }
kept-there = yerindədir
kept-missing = yoxdur
kept-altered = imzalanmış fayl deyil
kept-elsewhere = skanlar jurnalla birlikdə dərc olunmur
attachment-missing = “{ $name }” skanı axtarılan qovluqda yoxdur: { $folder }. Heç nə təqdim edilmədi.
    .remedy = Onu ora qoyun və ya qovluğunu --attachments ilə göstərin. Hazırda əldə etmək mümkün deyilsə, rəqəmləri --without-attachments ilə, skanı isə sonra təqdim edin.
attachment-differs = “{ $name }” skanı imzalanmış fayl deyil, qovluq: { $folder }. Heç nə təqdim edilmədi.
    .remedy = Növü { $media }, həcmi { $bytes } bayt olan və SHA-256 qiyməti { $digest } ilə başlayan faylı tapın. İtibsə, mövcud faylla yeni qaralama hazırlayın və imzaladın.
