### Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = düzəldin: təsis aktı özünə zidd olmamalıdır
manifest-held-nowhere = { $contest } seçki yarışının keçirildiyi { $unit } vahidi units.csv faylında yoxdur
    .remedy = vahidi əlavə edin və ya yarışı düzəldin
manifest-tier-incomplete = { $tier } pilləsinin üzvlərinin sayı və yetərsayı göstərilməyib
    .remedy = onu [commissions] altında əlavə edin
manifest-tier-unlisted = belə pillə yoxdur
    .remedy = tiers siyahısındakılardan birini yazın
manifest-item-unknown = formada { $item } bəndi yoxdur
    .remedy = onu [[item]] kimi təyin edin və ya adını düzəldin

## What the rules would refuse.

manifest-tiers = { flaw-tiers }
manifest-quorum = { flaw-quorum }
manifest-contest-twice = { flaw-contest-twice }
manifest-form-size = { flaw-form-size }
manifest-item = { $item } bəndi iki dəfə təyin edilib və ya adı tutulub (votes, contest, unit, cand_…)
manifest-check-item = { flaw-check-item }
manifest-check-code = { flaw-check-code }
manifest-check-empty = { flaw-check-empty }
manifest-deadline = { flaw-deadline }
manifest-invalidity = { flaw-invalidity }
manifest-too-many = { flaw-too-many }
