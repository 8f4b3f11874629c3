### What an event says, on one line: unit, contest, and the key facts.

## One line an event. $because is a reason in brackets after a space, or nothing; $decided the words of event-decided after what stands before them, or nothing.

event-election-called = { $unit }: { $title }, { $day }, { $contests } seçki yarışı
event-rehearsal-called = { $unit }: { $title }, { $day }, { $contests } seçki yarışı, sınaq
event-contest-called = { $contest }: seçki yarışı, ərazi: { $place }, { $day }
event-whole-election = bütün seçki
event-log-key-rotated = jurnalın açarı dəyişir{ $because }
event-commission-formed = { $unit }: { $tier } komissiyası, { $members } üzv, { $quorum } nəfər imzalamalıdır
event-commission-formed-under = { $unit }: { $tier } komissiyası, yuxarı vahid { $parent }, { $members } üzv, { $quorum } nəfər imzalamalıdır
event-member-replaced = { $unit }: { $seat } nömrəli yerin yeni sahibi: { $name }, { $office }{ $because }
event-key-revoked = { $unit }: { $seat } nömrəli yerin açarı artıq qüvvədə deyil{ $because }
event-nomination-approved = { $contest }: namizədliyin irəli sürülməsi təsdiq edilib: { $name }
event-nomination-approved-by = { $contest }: namizədliyin irəli sürülməsi təsdiq edilib: { $name }, irəli sürən: { $by }
event-candidate-registered = { $contest }: namizəd № { $number }, { $name }
event-candidate-registered-by = { $contest }: namizəd № { $number }, { $name }, irəli sürən: { $by }
event-candidate-withdrawn = { $contest }: namizəd № { $number } bülletendən çıxarılıb{ $because }
event-observer-accredited = { $scope }: { $observer } akkreditasiya olunub, { $role }, təşkilat: { $organisation }
event-accreditation-withdrawn = { $observer }: akkreditasiya geri götürülüb{ $because }
event-opening-sealed = { $paper }: qutular açılmazdan əvvəl { $figures } rəqəm möhürlənib
event-turnout-reported = { $paper }: saat { $hour }, { $voters } seçici
event-protocol-submitted = { $paper }: { $facts }
event-protocol-corrected = { $paper }: düzəliş, { $facts }{ $because }
event-protocol-annulled = { $paper }: protokol ləğv edilib{ $decided }{ $because }
event-voting-failed = { $paper }: səsvermə baş tutmayıb{ $decided }{ $because }
event-repeat-voting-called = { $paper }: təkrar səsvermə günü { $day }{ $because }
event-summary-submitted = { $unit }, { $contest }: ümumi protokol, { $units } vahiddən { $used } protokol, { $votes } səs{ $left-out }
event-summary-corrected = { $unit }, { $contest }: düzəldilmiş ümumi protokol, { $units } vahiddən { $used } protokol, { $votes } səs{ $left-out }{ $because }
event-copy-handed = { $paper }: müşahidəçinin surəti, { $figures }
event-copy-refused = { $paper }: müşahidəçiyə surət verilməyib{ $because }
event-complaint-filed = şikayət, hadisə { $event }: { $subject }
event-complaint-decided = şikayət { $complaint }: { $outcome }{ $decided }{ $because }
event-result-certified = { $contest }: nəticə təsdiq edilib{ $decided }, { $elected }
event-result-certified-by = { $contest }: nəticə təsdiq edilib, təsdiq edən: { $by }{ $decided }, { $elected }
event-ledger-closed = reyestr bağlanıb{ $decided }

## What lines are put together from.

event-decided = , qərar { $reference }
event-facts-protocol = protokol, { $figures }
event-facts-dissents = { $members } üzvün xüsusi rəyi
event-facts-attachments = { $attachments } əlavə
event-figures-voters = { $voters } seçici
event-figures-votes = { $candidates } namizədə { $votes } səs
event-figures-invalid = { $invalid } etibarsız
event-left-out = , nəzərə alınmayıb: { $units }
event-nobody-elected = heç kim seçilməyib
event-one-elected = namizəd № { $candidate } seçilib
event-some-elected = seçilmiş namizədlərin nömrələri: { $candidates }

## A certified result in a tally, and what an act ends for ever, told before it is signed.

event-certified = Nəticəni təsdiq edən: { $by }{ $decided }; { $elected }
event-elected = seçilib: { $candidates }
event-ends-contest = Həmişəlik: bundan sonra { $contest } üzrə heç bir sənəd, ümumi protokol və ya namizəd dəyişə bilməz, nəticə də yenidən təsdiq edilmir.
event-ends-ledger = Həmişəlik: bundan sonra reyestrə heç nə əlavə edilə bilməz.

## The page of a statement, which is read before it is signed: what stands before a value, without a full stop.

page-paper = Sənəd
page-reason = Səbəb
page-decision = Qərar
page-contest = Seçki yarışı
page-title = Adı
page-held-in = Keçirilir
page-whole-election = { event-whole-election }
page-polling-day = { heading-polling-day }
page-unit = { label-unit }
page-tier = Pillə
page-above = { heading-above }
page-name = Adlandırılır
page-clock = Saat qurşağı
page-quorum = İmzalamalıdır
page-members = { $members } üzvdən { $quorum } nəfər
page-seat = Yer { $seat }
page-by = irəli sürən: { $by }
page-key = Açar
page-log-key-before = Jurnalın indiyədək açarı
page-log-key = Jurnalın açarı
page-number = Bülletendəki nömrə
page-candidate = { label-candidate }
page-nominated-by = İrəli sürən
page-observer = Müşahidəçi
page-organisation = Təşkilat
page-role = Qismində
page-scope = Akkreditə olunduğu vahid
page-hour = Saat
page-voters = O vaxtadək seçicilər
page-stations = Məlumat vermiş məntəqələr
page-serial = { heading-form-serial }
page-completed = { heading-completed }
page-dissent = { $seat } nömrəli yerin xüsusi rəyi
page-attachment = Əlavə
page-replaces = Əvəz etdiyi hadisə
page-annuls = Ləğv etdiyi hadisə
page-repeat-day = Təkrar səsvermə günü
page-made-at = { heading-made-at }
page-units = { heading-units }
page-received = { heading-received }
page-basis = { heading-basis }
page-failed = { heading-failed }
page-annulled = { heading-annulled }
page-left-out = { heading-left-out }
page-root = Protokolları üzrə kök
page-against = Şikayət edilən hadisə
page-subject = Mövzu
page-complaint = Şikayət
page-outcome = Nəticə
page-body = Təsdiq edən
page-elected = Seçilib
page-nobody = { heading-nobody }

## The page of a founding act. $units and $voters are shares, as 2/5.

page-election = Seçki
page-authority = Keçirən
page-law = Hüquqi əsas
page-rehearsal = Məşq
page-no-rehearsal = xeyr, bu, seçkidir
page-is-rehearsal = bəli: nümayiş açarları sayılır və bu, seçki deyil
page-log = Jurnal
page-rules = Qaydaların versiyası
page-continues = Davam etdirdiyi
page-predecessor = { $log }, ölçü { $size }, kök { $root }
page-tier-of = Pillə { $tier }
page-declared = { $members } üzvdən { $quorum } nəfər imzalamalıdır, { $units } vahid
page-deadline = Sənədlərin müddəti, { $tier }
page-hours = { $hours } saat ərzində
page-item = Bənd { $item }
page-optional = olmaya bilər
page-before-opening = qutular açılanadək
page-role-electorate = siyahıdakı seçicilər
page-role-turnout = səsverməyə gələn seçicilər
page-role-valid = etibarlı səslər
page-role-invalid = etibarsız bülletenlər
page-check = Yoxlama { $code }
page-turnout = Fəallıq məlumatını imzalayır
page-any-member = istənilən üzv
page-chair-or-secretary = sədr və ya katib
page-by-quorum = yetərsay
page-turnout-hours = Fəallıq məlumatının saatları
page-published = Rəqəmlərin açıqlanması
page-invalid-from = Yarış etibarsız sayılır
page-invalidity = məntəqələrin { $units } hissəsindən çoxunda və seçicilərin { $voters } hissəsindən çoxu üçün etibarlı nəticə yoxdursa
page-complaints = Şikayətlər
