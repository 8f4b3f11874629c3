### Məlumatlar səhifəsinin sözləri.

data-lead = Bu səhifələrdəki hər şeyi eyni nəzarət nöqtəsinə görə məlumat kimi götürmək olar. İstinad edəndə barmaq izini göstərin.
data-files = Fayllar
data-files-how = Hər fayl hansı nəzarət nöqtəsindən düzəldildiyini deyir. Eyni nəzarət nöqtəsi eyni baytları verir.
data-file-of = { $size } hadisəlik nəzarət nöqtəsi; bayt: { $bytes }
data-files-command = Reyestri və ya dərc olunmuş jurnalı olan hər kəs onları bu əmrlə düzəldir:
data-format = Forma
data-what = İçindəkilər
data-programs = Proqramlar üçün ünvanlar
data-programs-how = Suallar HTTP ilə, açarsız və qeydiyyatsız verilir. Hər cavab hansı nəzarət nöqtəsinə aid olduğunu deyir.
data-index = bütün ünvanlar və cavabları
data-description = hamısının təsviri (OpenAPI 3.1)
data-totals = səsvermələrin yekunları
data-papers = hər sənəd və vəziyyəti
data-changes = bir nəzarət nöqtəsindən sonra dəyişənlər və onların axını
data-published = jurnalın imzalanmış nəzarət nöqtəsi
data-licence = Bu səhifələr lisenziya barədə heç nə demir: onu seçkini keçirən deyir.
data-csv = gözlənilən hər sənəd üçün bir sətir, bütün bəndlər və namizədlərlə
data-csv-long = hər namizəd və vahid üçün bir sətir, OpenElections sütunlarında
data-openelections = yalnız OpenElections-un yeddi sütunu
data-datapackage = bütün cədvəllər bir qovluqda, Frictionless Data təsviri ilə
data-sqlite = bütün cədvəllər bir SQLite faylında
data-parquet = uzun cədvəl tipli sütunlarda, data-freymlər üçün
data-nist = nəticələr NIST SP 1500-100 versiya 2 formasında, JSON
data-nist-log = hər hadisə NIST SP 1500-101 formasında, JSON
data-ndjson = hər hadisə bütün sahələri ilə, sətirdə bir JSON obyekti
