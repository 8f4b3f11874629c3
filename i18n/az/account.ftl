### The account of a verification: which steps there were, how each ended, and what was found.

## The steps.

account-step-trust = Etibar
account-step-checkpoint = Nəzarət nöqtəsi
account-step-witnesses = Şahidlər
account-step-chain = Zəncir
account-step-clock = Saat
account-step-signatures = İmzalar
account-step-rules = Qaydalar
account-step-totals = Cəmlər
account-step-findings = İradlar
account-step-rows = Sətirlər
account-step-files = Fayllar
account-step-tiles = Plitələr
account-step-attachments = Əlavələr

## How a step ended.

account-status-ok = düzgün
account-status-failed = səhv
account-status-note = qeyd
account-status-skipped = baxılmayıb

## Whose word the checkpoint is taken on.

account-trust-policy = siyasət
account-trust-expected = gözlənən
account-trust-self-signed = özü

## What is told of each step: a clause without a full stop. $policy is the name of a file, or the words of account-the-policy; $place is a place, or the words of account-first.

account-the-policy = siyasət
account-by-policy-and-expected = { $policy } · gözlənilən barmaq izi bu ölçüyə aiddir: { $size }
account-policy-refuses = { $policy }: bu jurnal göstərilməyib və ya əsaslandığı imza təsdiqlənmir
account-nothing-for-policy = { $policy }: onunla tutuşdurmağa nəzarət nöqtəsi yoxdur
account-as-expected = gözlənilən barmaq izi bu ölçüyə aiddir: { $size }
account-grew-since-expected = gözlənilən barmaq izi bu ölçüyə aiddir: { $size }; sonrakılara yalnız reyestrin öz açarı zəmanət verir
account-never-as-expected = reyestrdə gözlədiyiniz nəzarət nöqtəsi heç vaxt olmayıb
account-expected-not-sought = gözlənilən barmaq izi axtarılmadı
account-own-word-consistent = açar reyestrin özündən götürülüb: ziddiyyət yoxdur, lakin açarın kimə məxsus olduğu sübut edilməyib
account-own-word = açar reyestrin özündən götürülüb: kimə məxsus olduğu sübut edilməyib
account-signed = ölçü { $size } · imzalayan { $key }
account-unsealed = möhürlənməmiş: ondan sonra { $events } hadisə
account-torn = ondan sonra yarımçıq yazılışdan { $bytes } bayt
account-seal-wrong = möhür təsdiqlənmir: { $place }
account-no-checkpoint = nəzarət nöqtəsi yoxdur
account-no-policy = siyasət verilməyib: əvvəlki möhürə geri qaytarma aşkar edilə bilməzdi
account-no-policy-but-expected = siyasət verilməyib: gözlənilən möhürdən sonrakı möhürə geri qaytarma aşkar edilə bilməzdi
account-log-not-trusted = soruşulmadı, çünki siyasət bu jurnala etibar etmir
account-no-witnesses = siyasətdə şahid yoxdur: əvvəlki möhürə geri qaytarma aşkar edilə bilməzdi
account-none-asked = siyasət şahid tələb etmir · imzalayan şahidlər: { $witnesses }
account-nobody-cosigned = siyasətin tələb etdiyindən az: heç bir şahid imzalamayıb
account-too-few = siyasətin tələb etdiyindən az · imzalayan şahidlər: { $witnesses }
account-cosigned = siyasətin tələb etdiyi qədər · imzalayan şahidlər: { $witnesses }
account-no-events = yoxdur
account-clock-jumped = { $jumps } dəfə sıçrayıb: № { $event } hadisəsi { $arrival } vaxtında, ondan əvvəl məlum olan hər şeydən { $days } gün sonra daxil olub ({ $code })
account-linked = { $events ->
        [1] 1 hadisə, birinci
        [one] { $events } hadisə, hər biri özündən əvvəlkini göstərir
       *[other] { $events } hadisə, hər biri özündən əvvəlkini göstərir
    }
account-broken = qırılıb: { $place }
account-signatures-hold = { $signatures } imzadan { $signatures } imza
account-signatures-wrong = { $events } hadisədə təsdiqlənmir: { $place }
account-signatures-unread = { $events } hadisədə yoxlamaq mümkün olmadı, qalanları təsdiqlənir
account-admissible = hər hadisə qəbul edildiyi anda yolverilən olub (qaydaların versiyası { $rules })
account-admissible-as-judged = qiymətləndirilə bilən hər hadisə qəbul edildiyi anda yolverilən olub (qaydaların versiyası { $rules })
account-inadmissible = { $events } hadisə qəbul edilməməli idi: { $place }
account-newer = müəyyən etmək olmur, buradan etibarən proqramın yeni versiyası ilə hazırlanıb: { $place }
account-no-founding = əsaslanmağa təsis aktı yoxdur
account-recomputed = hadisələr üzrə yenidən hesablanıb
account-recomputed-from-readable = oxuna bilən hadisələr üzrə yenidən hesablanıb
account-recomputed-without = sayıla bilməyən { $events } hadisə nəzərə alınmadan yenidən hesablanıb
account-cannot-recompute = proqramın bu versiyası ilə yenidən hesablana bilməz
account-no-findings = uyğunsuzluq və qeyri-adi hal yoxdur
account-rows-proved = hər rəqəm jurnalın { $size } ölçüsündə imzaladığı anlıq surətlə sübut edilə bilər
account-rows-proved-to = { $size } ölçüsünədək hər rəqəm jurnalın o vaxt imzaladığı anlıq surətlə sübut edilə bilər; sonrakılar üçün surət yoxdur
account-rows-too-few = siyasət bütün rəqəmləri yenidən hesablamış şahidlərdən anlıq surəti imzalayanlardan daha çoxunu tələb edir
account-no-snapshot = anlıq surət yoxdur: rəqəmləri tək-tək sübut etmək olmaz
account-rows-not-asked = anlıq surəti bu hadisələrlə tutuşdurmaq olmur
account-rows-wrong = hadisələrin verdiyi deyil: { $place }
account-errors = { $count } uyğunsuzluq
account-warnings = { $count } qeyri-adi hal
account-cells = { $count } ümumi protokol xanası göstərdiyi protokollardan fərqlənir
account-counters = { $count } ümumi protokolda say yanlışdır və ya başqa protokollar göstərilib
account-a-file-differs = biri yoxdur və ya təsis aktından fərqli məzmundadır
account-files-differ = yoxdur və ya təsis aktından fərqlidir: { $files }
account-passed-over = keçildi, çünki belə adlı heç nə jurnala aid deyil: { $files }
account-tiles = dərc edilib: { $tiles }, hər biri hadisələrdən yenidən hesablanıb
account-tiles-wrong = etibarlı deyil: { $place }
account-files-lacking = dərc edildiyi kimi əldə edilə bilmir: { $place }
account-attachments-not-asked = { $named } əlavə yoxlanmadı: --attachments
account-no-attachments = heç bir hadisədə göstərilməyib
account-attachments = { $named } əlavədən { $there }
account-attachments-and-others = { $named } əlavədən { $there } · bundan başqa, heç bir hadisədə göstərilməyən { $unnamed } fayl
account-attachments-wrong = { $told }: { $place }
account-attachments-altered = { $count } əlavə imzalanmış fayl deyil
account-attachments-missing = { $count } əlavə yoxdur

## Where something is wrong.

account-places = { $places } yerdə, { $place }
account-first = birincisi: { $place }
