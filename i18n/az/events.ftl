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
