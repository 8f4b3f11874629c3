// Which commission: one that is on this machine, or the kit of another.

import { button, el, field, sure, tell, untell } from './dom.js';
import { Program } from './program.js';
import { service } from './queue.js';
import * as store from './store.js';

export async function start(desk) {
  const { say } = desk;
  document.getElementById('rehearsal').hidden = true;
  const known = (await store.desks()).sort((a, b) => a.unit.localeCompare(b.unit));
  return el('div', {}, el('h1', { tabindex: -1 }, say('choose')),
    known.length > 0 && el('section', {}, el('h2', {}, say('on-this-machine')),
      el('ul', { class: 'cards' }, known.map((one) => card(desk, one)))),
    el('section', {}, el('h2', {}, say('fetch-kit')), el('p', {}, say('choose-how')), chooser(desk)));
}

function card(desk, one) {
  const { say } = desk;
  const forget = button(say('forget'), async () => {
    if (!(await sure(say('forget-sure'), say('forget'), say('back')))) return;
    await store.dropDesk(one.id);
    desk.leave();
    desk.again();
  }, { class: 'quiet' });
  return el('li', {}, el('a', { href: `#/desks/${encodeURIComponent(one.id)}` }, el('strong', {}, `${one.unit} ${one.name}`)),
    el('p', { class: 'small' }, one.election, ' · ', el('code', {}, one.ledger.slice(0, 16))), forget);
}

function chooser(desk) {
  const { say } = desk;
  const unit = el('input', { type: 'text', required: true, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const file = el('input', { type: 'file' });
  const policy = el('input', { type: 'file' });
  const go = el('button', { type: 'submit' }, say('fetch-kit'));
  const form = el('form', {}, field(say('unit-number'), unit), field(say('kit-file'), file),
    field(say('policy-file'), policy), el('p', { class: 'actions' }, go));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    untell(go);
    try {
      const brought = file.files[0];
      const kit = brought ? await brought.arrayBuffer() : await fetchKit(desk, unit.value.trim());
      const id = await keep(desk, unit.value.trim(), kit, policy.files[0] ? await policy.files[0].text() : null);
      desk.go(`#/desks/${encodeURIComponent(id)}`);
    } catch (error) {
      tell(go, error);
    } finally {
      go.disabled = false;
    }
  });
  return form;
}

/** The kit of a commission, from the service whose page this is; without one, of the whole election. */
export async function fetchKit(desk, unit) {
  const address = service('kit');
  if (unit) address.searchParams.set('unit', unit);
  const answer = await fetch(address, { headers: { 'Accept-Language': desk.lang }, cache: 'no-store' }).catch(() => null);
  if (!answer) throw { says: desk.say('kit-not-fetched') };
  if (answer.ok) return answer.arrayBuffer();
  throw await answer.json().catch(() => ({ says: `${desk.say('kit-not-fetched')} (HTTP ${answer.status})` }));
}

/** Keeps a kit that holds, and for which commission. */
export async function keep(desk, unit, kit, policy) {
  const program = new Program(desk.lang);
  try {
    const known = await program.open({ kit, policy });
    const own = known.units.find((one) => one.unit === unit);
    if (!own) throw { says: `${desk.say('unit-number')}: ${known.units.map((one) => one.unit).join(', ')}` };
    const id = `${known.ledger}/${unit}`;
    const { ledger, election, rehearsal } = known;
    await store.putDesk({ id, ledger, unit, name: own.name, election, rehearsal, kit, policy, fetched: Date.now() });
    desk.leave();
    return id;
  } finally {
    program.end();
  }
}
