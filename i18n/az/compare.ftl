### Two states of a log, and the evidence of a fork: lines without a full stop.

## Headings and fixed lines.

compared-relation = Münasibət
compared-old = Köhnə
compared-new = Yeni
compared-history = Tarixçələr
compared-evidence = Sübut
compared-what-changed = Nə dəyişib
compared-what-is-gone = Yeni tərəfdə nə yoxdur
compared-before = Əvvəl
compared-after = Sonra
compared-key-of-its-own = özü: açar göstərilənin özündən götürülüb, kimə məxsus olduğu sübut edilməyib
compared-made-by-newer = bəziləri proqramın daha yeni versiyası ilə yaradılıb: nəyin dəyişdiyini yalnız o göstərə bilər
compared-all-in-json = hamısını --json göstərir
compared-meaning = jurnalın açarı iki tarixçəni imzalayıb: açarın sahibi müxtəlif insanlara müxtəlif seçkilər göstərib və ya açarı itirib

## How the new side stands to the old one, in a word.

relation-equal = EYNİDİR
relation-continuation = DAVAMIDIR
relation-rollback = GERİ QAYTARILIB
relation-fork = İKİ TARİXÇƏ
relation-contradiction = ZİDDİYYƏT
relation-unrelated = AYRI JURNALLAR

## And what it means.

means-equal = hər ikisi eyni vəziyyətdir
means-continuation = yeni tərəf köhnənin davamıdır, { $events } hadisə əlavə olunub: əvvəlkilərdən heç nə dəyişdirilməyib və çıxarılmayıb
means-rollback = yeni tərəf köhnənin əvvəlki vəziyyətidir, { $events } hadisə yoxdur: ya tərəflər tərsinə göstərilib, ya da jurnal geri qaytarılıb
means-fork = jurnal iki tarixçəni imzalayıb və heç biri o birinin davamı deyil
means-contradiction = jurnal eyni ölçüdə rəqəmləri barədə iki cavab imzalayıb, yaxud hadisələrindən alınmayan rəqəmləri
means-other-origin = bunlar iki ayrı jurnaldır
means-other-key = iki jurnal eyni adı daşıyır, lakin ayrı açarlarla təsis edilib: hansının nəzərdə tutulduğunu yalnız --policy göstərə bilər

## Lines that tell of figures.

compared-state = ölçü { $size } · { $fingerprint }
compared-not-applied = { $events } hadisə oxunmur və ya qəbul edilməməli idi: hansılar olduğunu { $command } göstərir
compared-two-roots = ölçü { $size }: jurnal bunu imzalayıb: { $one }, o biri tarixçəsində isə budur: { $other }
compared-leads-to = { $hashes } heş oradan ölçüsü { $size } olan nəzarət nöqtəsinə aparır, onu da jurnal imzalayıb
compared-first-difference = fərqlənən ilk hadisə: № { $sequence }
compared-written = { $file }: { $command } onu hər kəsə reyestrsiz və serversiz izah edir

## Why evidence proves nothing.

no-fork-other-origin = iki nəzarət nöqtəsi ayrı jurnallara aiddir: { $old } və { $new }
no-fork-not-a-log-key = bu jurnalın olmayan açar göstərilib: { $name }
no-fork-idle-key = heç bir nəzarət nöqtəsini imzalamayan açar göstərilib
no-fork-not-signed = ölçüsü { $size } olan nəzarət nöqtəsi göstərilən açarlarla imzalanmayıb
no-fork-order = iki nəzarət nöqtəsinin sırası düzgün deyil
no-fork-agree = iki nəzarət nöqtəsi bir-birinə zidd deyil
no-fork-not-proved = sübut yeni nəzarət nöqtəsinə aparmır
