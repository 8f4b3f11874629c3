// The protocol that a correction or a complaint is about: by its receipt, from this machine, from the service, or a file.

import { button, el, field, tell } from './dom.js';
import { service } from './queue.js';
import * as store from './store.js';

export async function about(desk, paper, head) {
  const { say } = desk;
  const own = (await store.papers(paper.desk)).filter((one) => one.receipt && one.contest === paper.contest
    && (one.kind === 'protocol' || one.kind === 'correction'));
  const newest = own.sort((a, b) => b.changed - a.changed)[0];
  const file = el('input', { type: 'file' });
  file.addEventListener('change', async () => {
    try {
      await take(desk, paper, await file.files[0].text());
    } catch (error) {
      tell(file, error);
    }
  });
  return el('div', {}, head, el('h2', {}, say('receipt-of')), el('p', {}, say('receipt-of-how')),
    newest && el('p', { class: 'actions' }, button(`${say('on-this-machine')}: ${new Date(newest.changed).toLocaleString(desk.lang)}`,
      () => take(desk, paper, newest.receipt))),
    el('p', { class: 'actions' }, button(say('fetch-receipt'), async () => take(desk, paper, await inForce(desk, paper)), { class: newest && 'quiet' })),
    field(say('from-file'), file));
}

/** Takes a receipt that holds; the form is filled in from it. */
async function take(desk, paper, receipt) {
  const { kind, unit, contest } = paper;
  await desk.program.ask('form', { kind, unit, contest, receipt });
  await store.changeShown(paper, (it) => { it.about = receipt; });
  await desk.again();
}

/** The receipt of the protocol in force, as the service has it. */
async function inForce(desk, paper) {
  const told = async (path) => {
    const answer = await fetch(service(path), { headers: { 'Accept-Language': desk.lang }, cache: 'no-store' }).catch(() => null);
    if (!answer) throw { says: desk.say('offline') };
    if (answer.ok) return answer;
    throw await answer.json().catch(() => ({ says: `HTTP ${answer.status}` }));
  };
  const place = `papers/${encodeURIComponent(paper.contest)}/${encodeURIComponent(paper.unit)}`;
  const { data } = await (await told(place)).json();
  if (!data.in_force) throw { says: desk.say('no-papers') };
  return (await told(`receipts/${data.in_force}`)).text();
}
