// The page that is read before a signature, made from the very bytes that are signed; signing, here or elsewhere.

import { base64, bytes, button, el, save, terms } from './dom.js';
import { drop } from './form.js';
import { squares, takeIn } from './passing.js';
import { alone } from './program.js';
import * as queue from './queue.js';
import { signing } from './signing.js';
import * as store from './store.js';

export async function read(desk, paper, head) {
  const { say } = desk;
  const shown = await desk.program.ask('read', { paper: paper.paper, now: Date.now() });
  const typedBy = paper.brought ? 'brought' : paper.compared ? 'was-compared' : 'was-not-compared';
  return el('div', {}, head, el('h2', {}, say('read')), el('p', {}, say('read-how')),
    sheet(desk, shown), el('p', { class: 'notice' }, say(typedBy)),
    shown.refused && el('p', { class: 'is-error' }, el('strong', {}, `${say('refused')}: `), shown.refused),
    signatures(desk, shown), onward(desk, paper, shown), signer(desk, paper), passing(desk, paper, shown),
    shown.signers.length === 0 && el('section', {}, el('p', { class: 'actions' }, !paper.brought && back(desk, paper), drop(desk, paper))));
}

/** All that is said, as the paper has it. */
export function sheet(desk, shown) {
  const { say } = desk;
  const { sheet: page, findings = [] } = shown;
  const rows = page.figures.map((one) => el('tr', {}, el('th', { scope: 'row' }, one.label),
    el('td', { class: 'n' }, one.figure), el('td', { class: 'in-words' }, one.words)));
  return el('div', { class: 'sheet' }, el('p', {}, el('strong', {}, page.says)),
    terms(page.rows.map((row) => [row.label, row.value])),
    rows.length > 0 && el('table', { class: 'counted' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('item')),
      el('th', { scope: 'col', class: 'n' }, say('figure')), el('th', { scope: 'col', class: 'in-words' }, say('in-words')))),
    el('tbody', {}, rows)),
    findings.map((one) => el('p', { class: `is-${one.severity}` },
      el('strong', {}, `${say(one.severity === 'error' ? 'does-not-add-up' : 'unusual')}: `), `${one.code} ${one.says}`)),
    page.ends && el('p', { class: 'is-error' }, page.ends),
    shown.statement && terms([[say('statement'), el('code', {}, shown.statement)]]));
}

export function signers(desk, list) {
  const who = (one) => [one.seat !== null && `${one.seat}. `, one.name ?? '', one.office && `, ${one.office}`];
  return el('ul', { class: 'signers' }, list.map((one) => el('li', {}, who(one), ' ', el('code', {}, one.fingerprint))));
}

function signatures(desk, shown) {
  const { say } = desk;
  const count = shown.needed === null ? say('unknown') : `${shown.signed ?? 0} ${say('of')} ${shown.needed}`;
  return el('section', { class: 'signatures' }, el('h2', {}, `${say('signatures')}: ${count}`),
    shown.signers.length > 0 ? signers(desk, shown.signers) : el('p', {}, say('nobody')),
    shown.complete && el('p', { class: 'good' }, say('complete')));
}

/** Handing in, where as many have signed as must, or where only the ledger can tell. */
function onward(desk, paper, shown) {
  const { say } = desk;
  if (!shown.complete && !(shown.needed === null && shown.signers.length > 0)) return null;
  return el('section', {}, el('p', {}, say('hand-in-how')), el('p', { class: 'actions' }, button(say('hand-in'), async () => {
    await queue.add(paper.id);
    await desk.again();
  }, { class: 'main' })));
}

function signer(desk, paper) {
  const { say } = desk;
  return el('section', {}, el('h2', {}, say('sign-here')), el('p', {}, say('sign-how')),
    signing(desk, say('have-read'), say('sign'), async (file, passphrase) => {
      const fresh = await sign(desk, paper, file, passphrase);
      await desk.again();
      if (!fresh) document.querySelector('.signatures')?.append(el('p', {}, say('signed-before')));
      document.querySelector('.signatures h2')?.scrollIntoView({ block: 'center' });
    }));
}

/** Signs in a program of its own, which ends with the signature: nothing of the key is left in this page. */
async function sign(desk, paper, file, passphrase) {
  const key = await file.text();
  const asked = { paper: paper.paper, now: Date.now(), file: file.name, key, passphrase };
  const signed = await alone(desk.open, desk.lang, (program) => program.ask('sign', asked));
  await join(desk, paper.id, bytes(signed.paper));
  return signed.fresh;
}

/** Takes signatures into a paper that is still to be signed; once more where somebody signed it meanwhile, in another tab. */
export async function join(desk, id, copy) {
  for (;;) {
    const before = await store.paper(id);
    if (before?.state !== 'drawn') throw store.stale();
    const joined = await desk.program.ask('join', { paper: before.paper, copy: base64(copy), now: Date.now() });
    if (await store.changeSame(before, (it) => { it.paper = joined.paper; })) return;
  }
}

function passing(desk, paper, shown) {
  const { say } = desk;
  const name = `${paper.unit ?? desk.open.unit}-${paper.kind}.submission`;
  const at = el('div', {});
  return el('section', {}, el('h2', {}, say('pass-on')), el('p', {}, say('pass-on-how')),
    el('p', { class: 'actions' },
      button(say('save-file'), () => save(name, bytes(shown.paper)), { class: 'quiet' }),
      button(say('show-squares'), async () => at.replaceChildren(await squares(desk, bytes(shown.paper))), { class: 'quiet' })),
    at, el('h3', {}, say('take-copy')), takeIn(desk, async (copy) => {
      await join(desk, paper.id, copy);
      await desk.again();
      document.querySelector('.signatures')?.append(el('p', { role: 'status' }, say('joined')));
    }));
}

function back(desk, paper) {
  return button(desk.say('change'), async () => {
    await store.changeShown(paper, (it) => { Object.assign(it, { state: 'typed', paper: null, statement: null }); });
    await desk.again();
  }, { class: 'quiet' });
}
