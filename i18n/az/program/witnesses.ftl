### Şahidlər: imzalamağa nə mane olur və şahid imzasında nə düzgün deyil.

witness-watches = şahid kimi izlədiyini bilməlidir
    .remedy = izlənən hər jurnal üçün `log <vkey>` sətri olan --policy FILE verin
witness-name = { $name } şahid adı deyil
    .remedy = sxemsiz URL verin, məsələn, witness.example/w1: boşluqsuz və plyussuz
witness-says-recomputed = { $ending } ilə bitən ad seçkinin yenidən hesablandığını bildirir
    .remedy = onu --election ilə yenidən hesablayın və ya başqa ad və başqa açar verin
witness-does-not-say-recomputed = seçkini yenidən hesablayanın adı { $ending } ilə bitir
    .remedy = ona belə ad və başqa heç nə imzalamayan açar verin
witness-nothing-to-watch = siyasətdə heç bir jurnal göstərilməyib
    .remedy = { witness-watches.remedy }
witness-log-key = bu, izlənəcək jurnalın açarıdır
    .remedy = şahidə öz açarını verin: { $keygen }
witness-no-checkpoint = { $place } ünvanında nəzarət nöqtəsi yoxdur
    .remedy = `checkpoint` faylının olduğu URL-i və ya qovluğu göstərin
witness-not-a-checkpoint = { $place } ünvanındakı nəzarət nöqtəsi oxuna bilmir: { $error }
    .remedy = ünvanı yoxlayın: bu, proqramın tanıdığı növdən jurnal deyil
witness-not-verified = { $place } yoxlamadan keçmir: { $fault }
    .remedy = bütün nasazlıqları görmək üçün onun üzərində { $verify } işə salın; heç nə imzalanmayıb
witness-not-signed = { $origin } jurnalının { $size } ölçüsündəki nəzarət nöqtəsi jurnalla imzalanmayıb
    .remedy = siyasətdə bu jurnalın açarının göstərildiyini və siyasətin etibar etdiyiniz şəxsdən gəldiyini yoxlayın
witness-shrunk = { $origin } { $size } ölçüsünü göstərir, bu şahid isə { $before } ölçüsünü imzalayıb: jurnal kiçilmir; { $kept }
    .remedy = bir azdan yenidən baxın: keş geri qala bilər. Dəyişməzsə, bunu bildirin: köhnə vəziyyət qaytarılıb
witness-unproved = { $before } ölçüsündən { $size } ölçüsünə böyüməni yoxlamaq mümkün deyil: { $flaw }
    .remedy = bir azdan yenidən baxın və ya jurnalın fayllarını başqa yerdən alın

## A checkpoint that is not cosigned. $refusal is one of the refusals below, and what became of the evidence.

witness-refused-unproved = { $origin }, ölçü { $size }, imzalanmır: { $refusal }
    .remedy = jurnalın fayllarını başqa yerdən alın və yenidən işə salın. Onlar da eyni şeyi göstərərsə, jurnalın iki tarixçəsi var: saxlanmış sorğunu bildirin
witness-refused-contradiction = { witness-refused-unproved }
    .remedy = bunu bildirin: iki nəzarət nöqtəsini müqayisə edənə başqa heç nə lazım deyil
witness-refused = { witness-refused-unproved }
    .remedy = { witness-not-signed.remedy }
witness-refusal-kept = { $refusal }; { $kept }

## What became of evidence: a clause without a full stop.

evidence-kept = sorğu vəziyyət qovluğunda { $file } faylında saxlanılıb
evidence-known = eyni nəzarət nöqtəsi əvvəl vəziyyət qovluğunda { $file } faylında saxlanılıb
evidence-full = saxlanılmayıb: bu jurnal barədə daha çox sübut üçün yer yoxdur
evidence-lost = onu saxlamaq mümkün olmadı: { $error }

## The state of a witness.

state-other-witness = { $file } { $found } şahidinə aiddir, verilmiş açar və ad isə { $given }
    .remedy = vəziyyətin yaradıldığı açarı və adı və ya başqa --state verin
state-failed = əvvəlki yazılış alınmadı; vəziyyət yenidən oxunmalıdır
    .remedy = diskin saz olduğunu yoxlayın və yenidən işə salın
state-damaged = { $file }: { $flaw }
    .remedy = vəziyyətin və açarın yanındakı nişanın eyni ana aid ən yeni nüsxələrini geri qoyun. Onlar itibsə, yeni açar yaradın, yeni ad götürün və jurnallara bildirin: bu açarla daha köhnə ağac yenidən imzalana bilər
state-older = vəziyyət { $mark } nişanından az bilir: bu, köhnə nüsxədir və ya keçən dəfəkindən başqa qovluqdur
    .remedy = { state-damaged.remedy }
state-newer = vəziyyət { $mark } nişanından çox bilir: o, bu nişansız işlədilib və ya nişan köhnə nüsxədir
    .remedy = { state-damaged.remedy }
state-unmarked = vəziyyət işlədilib, { $mark } isə yoxdur
    .remedy = { state-damaged.remedy }

## What is wrong with a file of a witness's state: a clause without a full stop.

state-flaw-mark = şahid nişanı deyil
state-flaw-keys = jurnal həddən çox açarla imzalayır
state-flaw-missing = yoxdur, vəziyyət isə işlədilib
state-flaw-form = nəzarət nöqtəsindən yuxarıda şahid imzasının nömrəsi deyil
state-flaw-not-this-witness = imza bu şahidin deyil
state-flaw-twice = iki fayl özünü eyni jurnala və ya eyni imzaya aid göstərir
