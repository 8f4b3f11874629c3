### What kinds of thing are called.


## What happened: kinds of event.

kind-election-called = seçki təyin edilib
kind-contest-called = seçki yarışı təyin edilib
kind-log-key-rotated = jurnalın açarı dəyişdirilib
kind-commission-formed = komissiya yaradılıb
kind-member-replaced = üzv əvəz edilib
kind-key-revoked = üzvün açarı geri götürülüb
kind-nomination-approved = namizədliyin irəli sürülməsi təsdiq edilib
kind-candidate-registered = namizəd qeydə alınıb
kind-candidate-withdrawn = namizəd bülletendən çıxarılıb
kind-observer-accredited = müşahidəçi akkreditasiya olunub
kind-accreditation-withdrawn = akkreditasiya geri götürülüb
kind-opening-sealed = açılış rəqəmləri möhürlənib
kind-turnout-reported = seçici fəallığı bildirilib
kind-protocol-submitted = protokol təqdim edilib
kind-protocol-corrected = protokol düzəldilib
kind-protocol-annulled = protokol ləğv edilib
kind-voting-failed = səsvermə baş tutmayıb
kind-repeat-voting-called = təkrar səsvermə təyin edilib
kind-summary-submitted = ümumi protokol təqdim edilib
kind-summary-corrected = ümumi protokol düzəldilib
kind-copy-filed = müşahidəçinin surəti təqdim edilib
kind-complaint-filed = şikayət verilib
kind-complaint-decided = şikayət üzrə qərar verilib
kind-result-certified = nəticə təsdiq edilib
kind-ledger-closed = reyestr bağlanıb

## Whose signatures make a statement of a kind, after “Have it signed by”.

signers-election-called = Mərkəzi Seçki Komissiyasının təsisçi üzvlərinin yetərsayı
signers-contest-called = Mərkəzi Seçki Komissiyasının yetərsayı
signers-log-key-rotated = Mərkəzi Seçki Komissiyasının yetərsayı, həmçinin jurnalın köhnə və yeni açarı
signers-commission-formed = yeni vahiddən yuxarıdakı komissiyanın yetərsayı
signers-member-replaced = bilavasitə yuxarıdakı komissiyanın yetərsayı; Mərkəzi Seçki Komissiyası bunu özü üçün özü edir
signers-observer-accredited = Mərkəzi Seçki Komissiyasının və ya öz ərazisi üçün onunla məntəqələr arasındakı komissiyanın yetərsayı
signers-opening-sealed = məntəqənin öz komissiyasının yetərsayı
signers-turnout-reported = məntəqənin öz komissiyasında təsis aktının fəallıq məlumatı üçün göstərdiyi şəxs
signers-protocol-corrected = məntəqənin öz komissiyasının və ya bilavasitə yuxarıdakı komissiyanın yetərsayı
signers-protocol-annulled = məntəqədən yuxarıdakı komissiyanın yetərsayı
signers-summary-submitted = ümumi protokolun aid olduğu komissiyanın yetərsayı
signers-copy-filed = akkreditasiya olunmuş bir müşahidəçi və ya nümayəndə, akkreditasiyasının açarı ilə
signers-complaint-decided = bir komissiyanın yetərsayı

## How far a paper is.

standing-awaited = gözlənilir
standing-opened = açılış möhürlənib
standing-reported = protokol qüvvədədir
standing-annulled = ləğv edilib
standing-failed = səsvermə baş tutmayıb

## A step in the history of a paper.

paper-step-opened = açılış bəndləri möhürlənib
paper-step-reported = protokol
paper-step-corrected = düzəliş
paper-step-annulled = ləğv edilib
paper-step-failed = səsvermə baş tutmayıb
paper-step-repeat-called = təkrar səsvermə təyin edilib

## How far a paper is, as a clause.

phase-awaited = hələ heç nə daxil olmayıb
phase-opened = açılış rəqəmləri möhürlənib, protokol daxil olmayıb
phase-reported = protokol qüvvədədir
phase-annulled = protokol ləğv edilib
phase-failed = səsvermə baş tutmayıb

## The verdict of a verification.

verdict-verified = TƏSDİQLƏNDİ
verdict-insufficient = KİFAYƏT DEYİL
verdict-unreadable = MÜƏYYƏN EDİLMƏDİ
verdict-failed = TƏSDİQLƏNMƏDİ

## How grave a finding is.

severity-error = uyğunsuzluq
severity-warning = qeyri-adi

## A member's office.

office-chair = sədr
office-deputy = sədr müavini
office-secretary = katib
office-member = üzv

## An observer's role.

role-international = beynəlxalq müşahidəçi
role-domestic = yerli müşahidəçi
role-agent = namizədin və ya partiyanın nümayəndəsi
role-media = kütləvi informasiya vasitəsi

## What was decided on a complaint.

outcome-upheld = təmin edilib
outcome-upheld-in-part = qismən təmin edilib
outcome-rejected = rədd edilib
outcome-not-heard = baxılmamış saxlanılıb
