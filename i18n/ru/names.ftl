### What kinds of thing are called.


## What happened: kinds of event.

kind-election-called = выборы назначены
kind-contest-called = состязание назначено
kind-log-key-rotated = ключ журнала заменён
kind-commission-formed = комиссия образована
kind-member-replaced = член комиссии заменён
kind-key-revoked = ключ члена комиссии отозван
kind-nomination-approved = выдвижение утверждено
kind-candidate-registered = кандидат зарегистрирован
kind-candidate-withdrawn = кандидат выбыл
kind-observer-accredited = наблюдатель аккредитован
kind-accreditation-withdrawn = аккредитация отозвана
kind-opening-sealed = начальные данные опечатаны
kind-turnout-reported = явка сообщена
kind-protocol-submitted = протокол подан
kind-protocol-corrected = протокол исправлен
kind-protocol-annulled = протокол аннулирован
kind-voting-failed = голосование не состоялось
kind-repeat-voting-called = повторное голосование назначено
kind-summary-submitted = сводный протокол подан
kind-summary-corrected = сводный протокол исправлен
kind-copy-filed = копия наблюдателя подана
kind-complaint-filed = жалоба подана
kind-complaint-decided = решение по жалобе принято
kind-result-certified = результат утверждён
kind-ledger-closed = реестр закрыт

## Whose signatures make a statement of a kind, after “Have it signed by”.

signers-election-called = кворум членов-учредителей центральной комиссии
signers-contest-called = кворум центральной комиссии
signers-log-key-rotated = кворум центральной комиссии, а также старый и новый ключ журнала
signers-commission-formed = кворум комиссии, стоящей над новой территорией
signers-member-replaced = кворум непосредственно вышестоящей комиссии; центральная делает это для себя сама
signers-observer-accredited = кворум центральной комиссии или, для своей территории, комиссии между ней и участками
signers-opening-sealed = кворум самой участковой комиссии
signers-turnout-reported = тот член участковой комиссии, кого учредительный акт назвал для сообщений о явке
signers-protocol-corrected = кворум самой участковой комиссии или непосредственно вышестоящей
signers-protocol-annulled = кворум комиссии, стоящей над участком
signers-summary-submitted = кворум комиссии, чей это сводный протокол
signers-copy-filed = один аккредитованный наблюдатель или доверенное лицо, ключом своей аккредитации
signers-complaint-decided = кворум одной комиссии

## How far a paper is.

standing-awaited = ожидается
standing-opened = начальные данные опечатаны
standing-reported = протокол в силе
standing-annulled = аннулирован
standing-failed = голосование не состоялось

## A step in the history of a paper.

paper-step-opened = начальные данные опечатаны
paper-step-reported = протокол
paper-step-corrected = исправление
paper-step-annulled = аннулирование
paper-step-failed = голосование не состоялось
paper-step-repeat-called = повторное голосование назначено

## How far a paper is, as a clause.

phase-awaited = ещё ничего не поступило
phase-opened = начальные данные опечатаны, протокола нет
phase-reported = протокол в силе
phase-annulled = протокол аннулирован
phase-failed = голосование не состоялось

## The verdict of a verification.

verdict-verified = ПОДТВЕРЖДЕНО
verdict-insufficient = НЕДОСТАТОЧНО
verdict-unreadable = СУДИТЬ НЕЛЬЗЯ
verdict-failed = НЕ ПОДТВЕРЖДЕНО

## How grave a finding is.

severity-error = не сходится
severity-warning = необычно

## A member's office.

office-chair = председатель
office-deputy = заместитель председателя
office-secretary = секретарь
office-member = член

## An observer's role.

role-international = международный наблюдатель
role-domestic = местный наблюдатель
role-agent = доверенное лицо кандидата или партии
role-media = средство массовой информации

## What was decided on a complaint.

outcome-upheld = удовлетворена
outcome-upheld-in-part = удовлетворена частично
outcome-rejected = отклонена
outcome-not-heard = оставлена без рассмотрения
