### Rows of tables that do not fit the election: what is wrong, and what to do. Both are clauses without a full stop.

## A row, and the election that it is of.

table-length = sətirdə { $cells } xana var, başlıqda isə { $header }
    .remedy = vergülləri əlavə edin və ya silin; içində vergül olan xana dırnaqda yazılır
table-cell-empty = xana boşdur
    .remedy = doldurun
table-contest-unknown = manifestdə { $contest } seçki yarışı yoxdur
    .remedy = düzəldin
table-unit-unknown = units.csv faylında { $unit } vahidi yoxdur
    .remedy = ora əlavə edin və ya burada düzəldin
table-not-lowest = belə sənəd yalnız ən aşağı pillənin vahidlərində olur
    .remedy = digər vahidlərin cəmləri summaries.csv faylındadır
table-lowest = ən aşağı pillənin vahidində ümumi protokol olmur
    .remedy = onun rəqəmləri protocols.csv faylındadır
table-held-elsewhere = seçki yarışı bu vahiddə keçirilmir
    .remedy = yarışı və ya vahidi düzəldin

## Figures.

table-not-on-ballot = { $contest } seçki yarışında bu nömrəli namizəd yoxdur
    .remedy = xananı boşaldın
table-votes-missing = namizədin rəqəmi yoxdur
    .remedy = yazın; sənəddə sıfırdırsa, 0 yazın
table-figure-missing = bu bənd hər sənəddə var, xana isə boşdur
    .remedy = sənəddəki rəqəmi yazın

## Papers of each sort.

table-protocol-twice = bu vahidin { $contest } yarışı üzrə protokolu artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = ikisindən birini silin; yeni variant corrections.csv faylına yazılır
table-opening-twice = bu vahidin { $contest } yarışı üzrə açılışı artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = ikisindən birini silin
table-summary-twice = bu vahidin { $contest } yarışı üzrə ümumi protokolu artıq { NUMBER($line, useGrouping: "false") } nömrəli sətirdə var
    .remedy = { table-opening-twice.remedy }
table-opening-with-votes = açılışda hələ səslər olmur
    .remedy = cand_NN sütunlarını çıxarın
table-opening-of-count = bu bənd saymaya aiddir və açılışda məlum olmur
    .remedy = xananı boşaldın
table-opening-incomplete = bu bənd hər açılışda var
    .remedy = sənəddəki rəqəmi yazın
table-opening-unfit = bu açılış formaya uyğun deyil
    .remedy = manifestlə tutuşdurun
table-nothing-to-correct = bu vahidin düzəldiləcək protokolu yoxdur
    .remedy = onu protocols.csv faylına əlavə edin və ya sətri silin
table-observer-unlisted = observers.csv faylında { $observer } müşahidəçisi yoxdur
    .remedy = ora əlavə edin və ya burada düzəldin
table-observer-out-of-scope = observers.csv faylındakı ərazisinə və ya roluna görə { $observer } bu vahidin surətini təqdim edə bilməz
    .remedy = { table-observer-unlisted.remedy }

## Decisions. $status is how far the paper is.

table-annulment-untimely = { $status }
    .remedy = yalnız qüvvədə olan protokol ləğv edilə bilər: sətri silin və ya vahidi düzəldin
table-failure-untimely = { $status }
    .remedy = səsvermə protokol olmayan yerdə baş tutmamış sayılır; qüvvədə olan protokol üçün annul yazın
table-repeat-untimely = { $status }
    .remedy = səsvermə baş tutmadıqdan və ya protokolu ləğv edildikdən sonra təkrarlanır: həmin sətri yuxarıda əlavə edin
table-status-awaited = bu vahidin nə protokolu, nə də təkrar səsverməsinin protokolu var
table-status-reported = vahidin qüvvədə olan protokolu var
table-status-annulled = bu vahidin protokolu yuxarıdakı sətirlə ləğv edilib
table-status-failed = yuxarıdakı sətrə görə bu vahiddə səsvermə baş tutmayıb
