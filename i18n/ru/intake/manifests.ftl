### Manifests that contradict themselves, or their units: what is wrong, and what to do. Both are clauses without a full stop.

## The keys.

manifest-flaw = { $flaw }
    .remedy = исправьте: учредительный акт не должен противоречить сам себе
manifest-held-nowhere = состязание { $contest } проводится на территории { $unit }, а её нет в units.csv
    .remedy = добавьте территорию или исправьте состязание
manifest-tier-incomplete = у уровня { $tier } нет числа членов и кворума
    .remedy = добавьте его в раздел [commissions]
manifest-tier-unlisted = такого уровня нет
    .remedy = напишите один из перечисленных в tiers
manifest-item-unknown = в форме нет строки { $item }
    .remedy = определите её как [[item]] или исправьте её название

## What the rules would refuse.

manifest-tiers = { flaw-tiers }
manifest-quorum = { flaw-quorum }
manifest-contest-twice = { flaw-contest-twice }
manifest-form-size = { flaw-form-size }
manifest-item = строка { $item } определена дважды или носит занятое имя (votes, contest, unit, cand_…)
manifest-check-item = { flaw-check-item }
manifest-check-code = { flaw-check-code }
manifest-check-empty = { flaw-check-empty }
manifest-deadline = { flaw-deadline }
manifest-invalidity = { flaw-invalidity }
manifest-too-many = { flaw-too-many }
