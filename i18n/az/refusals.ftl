### Refusals: what is wrong, and what to do. $paper is a unit, a contest and a voting.

## By the rules. Nothing was written.

refusal-already = Bu, əvvəl təqdim edilib: bu reyestrin { $sequence } nömrəli hadisəsidir.
    .remedy = Görüləsi iş qalmayıb. Qəbzi: { $receipt }.
refusal-other-ledger = Bu, başqa reyestr üçün hazırlanıb.
    .remedy = --ledger ilə hansı reyestrin göstərildiyini yoxlayın. Düzgündürsə, onun üçün { $draft } ilə yeni qaralama hazırlayın və imzaladın.
refusal-closed = Reyestr bağlanıb, son hadisəsindən sonra heç nə gəlmir.
    .remedy = İmzalanmış sənədi saxlayın. Mübahisə qalırsa, yuxarı komissiyaya və ya məhkəməyə müraciət edin.
refusal-unit-unknown = Vahid { $unit } bu reyestrdə yoxdur.
    .remedy = Vahidin yazılışını yoxlayın. Düzgündürsə, onu əvvəlcə yuxarı komissiya yaratmalıdır: { $draft-commission }.
refusal-unit-exists = Vahid { $unit } əvvəl yaradılıb.
    .remedy = Tərkibinə { $show } ilə baxın. Üzvü dəyişmək üçün { $draft-replacement } istifadə edin.
refusal-seat-unknown = { $unit }: { $seat } nömrəli yer yoxdur və ya göstərilən açar həmin yerin açarı deyil.
    .remedy = Yerlərə { $show } ilə baxın, qaralamanı düzəldin və yenidən imzalayın.
refusal-contest-unknown = Seçki yarışı { $contest } bu reyestrdə yoxdur.
    .remedy = Yarışın yazılışını yoxlayın. Yenisini əvvəlcə Mərkəzi Seçki Komissiyası təyin edir: { $draft-contest }.
refusal-contest-exists = Seçki yarışı { $contest } əvvəl təyin edilib.
    .remedy = Onu olduğu kimi istifadə edin və ya növbəti tura öz adını verin.
refusal-contest-elsewhere = { $unit }, { $contest }: bu sənəd burada tərtib edilmir.
    .remedy = Vahidi və yarışı yoxlayın. Yarış keçirilən yerdə məntəqələr protokol, yuxarı komissiyalar ümumi protokol tərtib edir.
refusal-key-not-enrolled = Açar bu reyestrə məlum olan heç bir üzvə və ya müşahidəçiyə məxsus deyil: { $key }.
    .remedy = Hamının düzgün açar faylı ilə imzaladığını yoxlayın. Yeni açarlı üzv yuxarı komissiyanın imzaladığı { $draft-replacement } ilə daxil edilir.
refusal-key-not-in-force = Açar artıq qüvvədə deyil, o, əvəz edilib və ya geri götürülüb: { $key }.
    .remedy = Yeri hazırda tutan şəxs və ya qüvvədə olan açar imzalasın. { $show } üzvlərin adını göstərir.
refusal-not-entitled = { $unit }: imzalayanların bunu bildirmək səlahiyyəti yoxdur ({ $kind }).
    .remedy = Bunun imzalanması tələb olunur: { $signers }.
refusal-mixed-signers = İmzalayanlar nə bir komissiyanın üzvləri, nə də bir müşahidəçidir.
    .remedy = Təqdimatı qaralamadan { $sign } ilə, yalnız bir komissiyanın açarları ilə yenidən hazırlayın.
refusal-unsigned = Bunu heç kim imzalamayıb.
    .remedy = Üzvlər bir-birinin ardınca { $sign } ilə imzalasın. Sonra yenidən təqdim edin.
refusal-quorum-not-met = { $unit }: komissiyanın yetərsayı üçün lazım olan { $needed } imzadan { $signed } imza var.
    .remedy = { $sign } ilə üzvlərdən daha { $more } imza toplayın, sonra yenidən təqdim edin.
refusal-key-taken = Açar tutulub, açar reyestrdə bir dəfə və bir yer üçün istifadə olunur: { $key }.
    .remedy = { $keygen } ilə yeni açar yaradın, onu qaralamaya yazın və qaralamanı yenidən imzalayın.
refusal-not-as-manifest = { $tier } pilləsinin komissiyasında 1-dən başlayaraq nömrələnmiş yerlərdə { $members } üzv olur, onlardan { $quorum } nəfər imzalamalıdır. Burada belə deyil.
    .remedy = Qaralamada üzvləri, yerləri və yetərsayı düzəldin, { $check } icra edin və yenidən imzalayın.
refusal-misplaced = { $unit }: bu yerdə, bu pillədə və bu yuxarı vahidin altında ola bilməz.
    .remedy = Qaralamada `tier` və `parent` qiymətlərini düzəldin: pillə təsis aktının pillələrindən biridir və yuxarı vahidin pilləsindən aşağıdır. Yalnız Mərkəzi Seçki Komissiyasından yuxarıda vahid yoxdur.
refusal-shape = { $paper }: { $clause }.
refusal-summary-shape = { $unit }, { $contest }, ümumi protokol: { $clause }.
refusal-reported = { $paper }: qüvvədə olan protokol artıq var.
    .remedy = Onu özünüzünkü ilə müqayisə edin: { $show }. Dəyişmək üçün: { $draft-correction }.
refusal-opening-too-late = { $paper }: açılış rəqəmləri əvvəl möhürlənib və ya protokol daxil olub.
    .remedy = Nəyin möhürləndiyinə { $show } ilə baxın. Rəqəm səhvdirsə, düzgününü protokolda yazın: fərq görünən qalır.
refusal-not-in-force = Əvəz edilən variant qüvvədə olan variant deyil. Söhbət bu hadisədən gedir: { $event }.
    .remedy = Nəyin qüvvədə olduğuna { $show } ilə baxın, onu göstərən yeni düzəliş və ya ləğv qaralaması hazırlayın və imzaladın.
refusal-ballot-fixed = { $contest }: { $candidate } nömrəsi bülletenə daxil edilə və ya ondan çıxarıla bilməz: o, əvvəl verilib, 0-dır və ya bu yarışın sənədləri daxil olub.
    .remedy = Bülletenə { $tally-contest } ilə baxın. Yeni namizəd 1-dən başlayaraq heç vaxt istifadə edilməmiş nömrə alır; sənədlər daxil olandan sonra bülleten dəyişmir.
refusal-candidate-unknown = { $contest }: { $candidate } nömrəsi bülletendə yoxdur.
    .remedy = Nömrəni bülletenlə tutuşdurun: { $tally-contest }.
refusal-observer-unknown = Müşahidəçi { $observer } bu reyestrdə yoxdur.
    .remedy = Müşahidəçinin yazılışını yoxlayın: { $log-observers }.
refusal-observer-exists = Müşahidəçi { $observer } artıq akkreditasiya olunub.
    .remedy = Onun üçün görüləsi iş qalmayıb. Başqa müşahidəçiyə başqa ad verin.
refusal-out-of-scope = { $unit }: { $observer } adlı müşahidəçinin akkreditasiyası bu vahidi əhatə etmir.
    .remedy = Bunu bu vahid üçün akkreditasiya olunmuş müşahidəçi və ya nümayəndə təqdim edə bilər; kütləvi informasiya vasitəsi yox. Yeni akkreditasiya { $draft-observer } ilə hazırlanır.
refusal-event-unknown = Hadisə bu reyestrdə yoxdur, şikayət deyil və ya barəsində qərar verilib: { $event }.
    .remedy = Onu { $log } ilə tapın və 64 işarəsini qaralamaya yazın.
refusal-demonstration-key = { $unit }: { $seat } nömrəli yerin açarı nümayiş açarıdır, onunla hər kəs imzalaya bilər.
    .remedy = Üzv { $keygen } ilə açar yaratsın və onu qaralamaya yazsın. Nümayiş açarları sınaqlar üçündür.
refusal-manifest = Təsis aktı özünə ziddir: { $flaw }.
    .remedy = manifest.toml faylını düzəldin, aktı { $draft-founding } ilə yenidən hazırlayın və yenidən imzaladın.
refusal-not-founded = Reyestr təsis aktı ilə başlayır, bu isə təsis aktı deyil.
    .remedy = Reyestri { $init } ilə təsis edin, sonra bunu yenidən təqdim edin.
refusal-founded-already = Bu reyestrin təsis aktı var və o, yeganədir.
    .remedy = Başqa seçki üçün başqa qovluqda reyestr təsis edin: { $init } və --ledger.
refusal-rules-unknown = Qaydaların { $rules } nömrəli versiyasına tabedir, bu proqram isə { $known } nömrəli versiyanı tanıyır: müəyyən edə bilmir.
    .remedy = Proqramın daha yeni versiyasını əldə edin və eyni əmri yenidən icra edin.
refusal-commitment = Ümumi protokola görə, o, { $made-at } hadisə olanda tərtib edilib, reyestrdə isə { $size } hadisə var.
    .remedy = Ümumi protokolu bu reyestr üzrə { $draft-summary } ilə yenidən tərtib edin və imzaladın.
refusal-left-out = Ümumi protokolun kənarda qoyduğu vahidlərin sayı həddi keçir: ən çoxu { $max }.
    .remedy = Daha çox protokol daxil olanadək və ya barəsində qərar verilənədək gözləyin, sonra onu { $draft-summary } ilə yenidən tərtib edin.
refusal-certified = { $contest }: nəticə təsdiq edilib, sənədləri və namizədləri artıq dəyişmir.
    .remedy = İmzalanmış sənədi saxlayın. Mübahisə qalırsa, nəticəni təsdiq etmiş orqana müraciət edin.
refusal-log-key = Jurnalın açarı düzgün deyil: o, bu jurnala aid deyil və ya dəyişiklikdə köhnə, yaxud yeni açarın imzası yoxdur.
    .remedy = Qaralamada açarı yoxlayın. Dəyişiklik { $sign } ilə köhnə açarla, yeni açarla və Mərkəzi Seçki Komissiyasının yetərsayı ilə imzalanır və --next-log-key FILE ilə təqdim olunur.
refusal-list-out-of-order = `{ $list }` siyahısının sırası pozulub, onda təkrar var və ya o, həddən artıq uzundur.
    .remedy = Qeydləri artan sırada, hər birini bir dəfə yazın, əlavələrin sayı isə { $max } həddini keçməsin. Sonra qaralamanı yenidən imzalayın.
refusal-reason-missing = Səbəb göstərilməyib, halbuki göstərilməlidir.
    .remedy = Qaralamada səbəbi kənar adamın da başa düşəcəyi kimi yazın və yenidən imzalayın.
refusal-unchanged = Düzəliş heç nəyi dəyişmir: onda { $event } variantında olanlar təkrar olunur.
    .remedy = Qaralamada səhv olanı dəyişin. Səhv yoxdursa, düzəlişə ehtiyac yoxdur.
refusal-body-missing = { $contest }: nəticəni hansı orqanın təsdiq etdiyi göstərilməyib.
    .remedy = Onu qaralamada `body` kimi yazın: məhkəmə və ya komissiya.
refusal-elected-or-nobody = { $contest }: təsdiqdə ya seçilənlər göstərilməli, ya da heç kimin seçilmədiyi bildirilməlidir.
    .remedy = Qaralamada ya bülleten nömrələrini `elected` kimi, ya da `nobody = true` yazın, hər ikisini yox.
refusal-earlier-voting = { $unit }, { $contest }: sənəd səsvermə № { $voting } üzrədir, açıq olan isə səsvermə № { $open }.
    .remedy = Əvvəlki səsvermənin sənədləri artıq qəbul edilmir. Səsvermə № { $open } üçün { $draft } ilə yeni qaralama hazırlayın.
refusal-later-voting = { refusal-earlier-voting }
    .remedy = Qaralamada səsvermənin nömrəsini düzəldin. Təkrar səsverməni əvvəlcə yuxarı komissiya təyin edir: { $draft-repeat-voting }.
refusal-nothing-reported = { $paper }: { $phase }, ona görə bu, ardınca gələ bilməz.
    .remedy = Yalnız daxil olmuş protokol düzəldilə və ya ləğv edilə bilər, yalnız baş tutmamış və ya ləğv edilmiş səsvermə təkrarlanır. Vəziyyətə baxın: { $show }.
refusal-still-reported = { refusal-nothing-reported }
    .remedy = Qüvvədə olan protokolu əvvəlcə yuxarı komissiya ləğv edir: { $draft-annulment }.
refusal-voting-over = { refusal-nothing-reported }
    .remedy = Yuxarı komissiya təkrar səsvermə təyin edəndən sonra sənədlər yenidən qəbul olunur: { $draft-repeat-voting }.

## How figures miss the shape of their paper: a clause without a full stop.

shape-item-count = sənəddə { $found } bənd var, formada isə { $expected }
    .remedy = Formanın bəndlərini sıra ilə verən { $draft } ilə yeni qaralama hazırlayın və rəqəmləri ora köçürün.
refusal-figures-missing = { $paper }: { $figures } rəqəm yoxdur: { $names }.
    .remedy = Hər rəqəmi sənəddə olduğu kimi yazın, sənəddə sıfırdırsa, 0 yazın. Sonra qaralamanı { $check } ilə yoxlayın və yenidən imzalayın.
shape-item-missing = bu bənd yoxdur: { $key }
    .remedy = Rəqəmi sənəddə olduğu kimi yazın, sənəddə sıfırdırsa, 0 yazın. Sonra qaralamanı { $check } ilə yoxlayın və yenidən imzalayın.
shape-item-of-count = bu bənd saymaya aiddir, lakin açılış rəqəmləri arasındadır: { $key }
    .remedy = Onu açılış qaralamasından çıxarın: o, sonra, protokolla gəlir. Sonra qaralamanı yenidən imzalayın.
shape-candidate-missing = { $number } nömrəli namizədin ({ $key }) rəqəmi yoxdur
    .remedy = Namizədin səslərini sənəddə olduğu kimi yazın, səs yoxdursa, 0 yazın. Sonra qaralamanı { $check } ilə yoxlayın və yenidən imzalayın.
shape-candidate-unknown = { $number } nömrəsinin ({ $key }) qarşısında rəqəm var, lakin o, bülletendə yoxdur
    .remedy = Nömrələri bülletenlə tutuşdurun, qaralamanı düzəldin və yenidən imzalayın.
shape-votes-unordered = namizədlərin rəqəmləri nömrələrinin artan sırası ilə, hər biri bir dəfə olmaqla verilməyib
    .remedy = Namizədləri sıra ilə verən { $draft } ilə yeni qaralama hazırlayın və səsləri ora köçürün.

## How a founding act contradicts itself: a clause without a full stop.

flaw-tiers = pillələrin sayı 1 ilə { $max } arasında olmalıdır
flaw-tier-twice = { $tier } pilləsi iki dəfə göstərilib
flaw-quorum = { $tier } pilləsinin komissiyasında üzvlərin sayı 1 ilə { $max } arasında olur və onlardan ən azı biri, ən çoxu hamısı imzalamalıdır
flaw-contest-twice = { $contest } seçki yarışı iki dəfə göstərilib
flaw-items = formada bəndlərin sayı 1 ilə { $items } arasında olur
flaw-checks = formada yoxlamaların sayı ən çoxu { $checks } olur
flaw-item-twice = { $item } bəndi iki dəfə təyin edilib
flaw-item-reserved = heç bir bənd { $item } adlana bilməz, çünki cədvəl sütunları belə adlanır: { $names } və namizədlərin sütunları, məsələn cand_01
flaw-check-item = { $check } yoxlaması formada olmayan { $item } bəndini sayır
flaw-check-twice = { $check } yoxlaması iki dəfə təyin edilib
flaw-check-built-in = { $check } yoxlamasının kodu tutulmuş hərflə başlayır: { $letters }
flaw-check-empty = { $check } yoxlamasının hər tərəfində 1 ilə { $items } arasında göstərici olmalıdır
flaw-deadline = { $tier } üçün müddət göstərilib, lakin belə pillə yoxdur
flaw-invalidity = invalidity bölməsindəki hər pay 2/5 kimi yazılır: sıfırdan çox və ən çoxu tam
flaw-too-many = seçki yarışları, müddətlər və fəallıq saatlarının hər birindən ən çoxu { $items } ola bilər
flaw-hours = fəallıq saatları artan sırada, hər biri bir dəfə yazılmalıdır

## Bytes that are not a submission.

submission-too-long = Təqdimat { $bytes } baytdır, hədd isə { $limit } baytdır.
    .remedy = Qaralamadakı mətnləri qısaldın və ya uzunlarını əlavə kimi təqdim edin. Sonra yenidən imzalayın.
submission-layout = Baytların quruluşu təqdimata uyğun deyil.
    .remedy = Faylı imzalandığı yerdən tam şəkildə yenidən köçürün. Kömək etməzsə, onu qaralamadan { $sign } ilə yenidən hazırlayın.
submission-signature-order = Bir açar iki dəfə imzalayıb və ya imzaların sırası pozulub.
    .remedy = Təqdimatı qaralamadan imzaları sıraya düzən { $sign } ilə yenidən hazırlayın.
submission-signature = Açarın imzası bildirilənə uyğun gəlmir, onlardan biri dəyişdirilib: { $key }.
    .remedy = Təqdimatı imzalayandan yenidən alın və ya həmin üzv qaralamanı { $sign } ilə yenidən imzalasın.
submission-key = Daxil edilən açar yararlı açıq açar deyil: { $key }.
    .remedy = Sahibi { $keygen } ilə yenisini yaratsın. Onu qaralamaya yazın və yenidən imzalayın.
submission-not-a-file = Bu, təqdimat deyil: fayl `protokol submission v1` sətri ilə başlamır.
    .remedy = { $sign } əmrinin yazdığı faylı verin. Qaralama əvvəlcə { $sign } ilə imzalanır.
submission-newer = Proqramın daha yeni versiyası ilə hazırlanıb (bəyanatın versiyası { $version }, növü { $kind }): bu versiya onun məzmununu müəyyən edə bilmir.
    .remedy = Proqramın yeni versiyasını əldə edin və eyni əmri yenidən icra edin.
submission-newer-choice = Proqramın daha yeni versiyası ilə hazırlanıb ({ $choice } üçün { $number } nömrəli variant): bu versiya onun məzmununu müəyyən edə bilmir.
    .remedy = { submission-newer.remedy }
submission-too-short = Bildirilən hələ başlamadan kəsilib.
    .remedy = { submission-layout.remedy }
submission-time = İmzalayanların vaxtı 9999-cu ildən sonradır.
    .remedy = İmzalayan maşının saatını düzəldin, təqdimatı qaralamadan yenidən hazırlayın və yenidən imzalayın.
submission-body-too-long = Bildirilən { $found } baytdır, hədd isə { $limit } baytdır.
    .remedy = { submission-layout.remedy }
submission-malformed = Bildirilən oxunmur.
    .remedy = { submission-layout.remedy }
submission-trailing = Bildiriləndən sonra heç nəyə aid olmayan { $bytes } bayt var.
    .remedy = { submission-layout.remedy }
submission-not-canonical = Bildirilən yeganə düzgün şəkildə yazılmayıb.
    .remedy = { submission-layout.remedy }

## Figures that are not told yet.

gate-closed = Bu seçkinin rəqəmləri bu andan etibarən dərc olunur, əvvəl yox: { $until }.
    .remedy = O vaxtadək gözləyin. { $show-checkpoint } və { $verify } istənilən vaxt işləyir. Rəqəmləri öz kompüterində görməli olan komissiya --inside əlavə etsin.

## Jurnalın izlənməsi.

follow-ahead = { $after } ölçüsündən sonra gələnlər soruşulub, bu jurnalın ölçüsü isə { $size }.
    .remedy = Jurnal bildirdiyini heç vaxt geri götürmür: ya bu ölçü başqa jurnala aiddir, ya da bu jurnal onda olanı itirib. Sizdə olanı saxlayın, onun barmaq izini bu jurnalın barmaq izi ilə tutuşdurun və serveri idarə edənə bildirin.
follow-full = Bu jurnalı, hamı birlikdə və ya bu ünvandan, izləyə biləcək qədər izləyən var.
    .remedy = Cavabda göstərilən vaxtdan sonra yenidən gəlin və ya bir neçə saniyədən bir nəyin dəyişdiyini soruşun: /v1/changes izləmədən də cavab verir.

## Xidmətin qəbul masası.

desk-busy = Burada gözləyə biləcək qədər təqdimat artıq gözləyir.
    .remedy = Eyni təqdimatı bir neçə saniyədən sonra yenidən verin. Bəyanat neçə dəfə verilsə də, bir dəfə qəbul olunur.
desk-closing = Xidmət dayandırılır və daha heç nə qəbul etmir.
    .remedy = Xidmət qayıdanda eyni təqdimatı yenidən verin. Bəyanat neçə dəfə verilsə də, bir dəfə qəbul olunur.
desk-ended = Bu andan daha heç nə yazılmır: { $since }. Səbəb: { $why }
    .remedy = Oxumaq mümkündür. Təqdimatı saxlayın və reyestrin məsul şəxsinə xəbər verin: o, səbəbi tapıb xidməti yenidən başlatmalıdır.
desk-not-a-type = Göndərilənin növü belədir: { $given }. Təqdimat application/octet-stream kimi, skanları ilə birlikdə isə multipart/form-data kimi göndərilir.
    .remedy = Təqdimat faylının baytlarını Content-Type: application/octet-stream başlığı ilə göndərin.
desk-not-parts = multipart/form-data kimi göndəriləni hissələrə bölmək mümkün deyil.
    .remedy = Təqdimatı belə formaları düzəldən proqramla yenidən göndərin, məsələn, curl bunu -F ilə edir.
desk-no-submission = Formada təqdimat submission adlı bir hissədə, hər skan isə attachment adlı hissədə olur. Göndəriləndə başqa şey var.
    .remedy = Bir təqdimatı skanları ilə göndərin: curl -F submission=@FILE -F attachment=@SCAN.
desk-broken-body = Göndərilən sonuna çatmadan kəsilib.
    .remedy = Yenidən göndərin. Bəyanat neçə dəfə verilsə də, bir dəfə qəbul olunur.
desk-too-large = Göndərilən burada qəbul olunan hər şeydən böyükdür.
    .remedy = Təqdimatı bir skanla, sonra eyni təqdimatı növbəti skanla göndərin: hər biri onunla saxlanır. Bir skan ən çox 20 MB ola bilər.
desk-too-slow = Göndərilən ona verilən müddətdə gəlib çatmadı.
    .remedy = Daha yaxşı bağlantı ilə yenidən göndərin, yaxud təqdimatı ayrıca, skanlarını isə sonra bir-bir göndərin.
desk-too-often = Bu ünvandan və ya bu açarla qısa müddətdə həddən çox sorğu gəlib.
    .remedy = Cavabın göstərdiyi müddətdən sonra yenidən gəlin. Təsdiqlənmiş heç nə itməyib.
desk-full = Xidmətdə eyni vaxtda yolda ola biləcək qədər göndəriş var.
    .remedy = Cavabın göstərdiyi müddətdən sonra yenidən gəlin. Təsdiqlənmiş heç nə itməyib.

## Serverə göndərilən, lakin yerinə yetirilməyən sorğular.

unserved-path = { $path } ünvanında heç nə yoxdur.
    .remedy = Nə olduğunu /v1 sadalayır, hər ünvanın nə qəbul etdiyini /v1/openapi.json deyir.
unserved-method = Bu ünvana { $method } ilə müraciət edilmir.
    .remedy = Üsulları Allow başlığı göstərir. Hər şey GET ilə oxunur; təqdimat POST ilə /v1/submissions ünvanına verilir.
unserved-query = Sorğu anlaşılmır: { $why }.
    .remedy = Hər ünvanın nə qəbul etdiyini /v1/openapi.json deyir. Naməlum olan nəzərdən qaçırılmır, rədd edilir.
unserved-code = Bu seçkinin heç bir qaydasının və heç bir yoxlamasının { $code } kodu yoxdur.
    .remedy = Daxili kodları /v1/codes, blankın yoxlamalarını /v1/election sadalayır.
