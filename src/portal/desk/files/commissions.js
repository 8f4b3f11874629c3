// The commissions that slips came to: one table of fingerprints, one signature of each member over all of them, handing in,
// and what became of each.

import { bytes, button, el, failure, save } from './dom.js';
import { called, signed } from './enrolment.js';
import { stateName } from './home.js';
import { alone } from './program.js';
import * as queue from './queue.js';
import { signing } from './signing.js';
import * as store from './store.js';
import { packed } from './tar.js';

/** What is still to be signed: the table, the signatures, passing on, handing in. */
export async function toSign(desk, papers, kept) {
  const { say } = desk;
  if (papers.length === 0) return [];
  const { papers: looked } = await desk.program.ask('look_over', { papers: papers.map((one) => one.paper), now: Date.now() });
  const all = papers.map((paper, at) => ({ paper, looked: looked[at] }));
  const whole = all.filter((one) => one.looked.complete && !one.looked.refused);
  const said = desk.signedAll;
  desk.signedAll = null;
  return [
    el('section', {}, el('h2', {}, `${say('slips-whole')}: ${papers.length}`), el('p', {}, say('slips-look')), table(desk, all),
      otherwise(desk, papers, kept), refused(desk, all)),
    el('section', { class: 'signatures' }, el('h2', {}, say('signatures')), signers(desk, all), said && result(desk, said),
      whole.length > 0 && el('p', { class: 'good' }, `${say('slips-signed')}: ${whole.length} ${say('of')} ${papers.length}`)),
    whole.length > 0 && handIn(desk, whole),
    el('section', {}, el('h2', {}, say('sign-here')), el('p', {}, say('sign-how')),
      signing(desk, say('slips-have-looked'), say('slips-sign-all'), (file, passphrase) => sign(desk, papers, file, passphrase))),
    el('section', {}, el('h2', {}, say('pass-on')), el('p', {}, say('slips-pass-how')), el('p', { class: 'actions' },
      button(say('save-file'), () => save(`commissions-${desk.open.unit}.tar`,
        packed(papers.map((paper) => [called(paper, 'submission'), bytes(paper.paper)]))), { class: 'quiet' }))),
  ].filter(Boolean);
}

/** Every member of every commission, with the fingerprint that is compared. */
function table(desk, all) {
  const { say } = desk;
  const head = ['slips-seat', 'slips-name', 'slips-office', 'slips-nominator', 'fingerprint'];
  const member = (one) => el('tr', {}, el('td', { class: 'n' }, one.seat), el('td', {}, one.name), el('td', {}, one.office_says),
    el('td', {}, one.nominated_by), el('td', {}, el('code', {}, one.fingerprint)));
  const body = ({ paper, looked }) => el('tbody', {}, el('tr', {}, el('th', { scope: 'rowgroup', colspan: head.length },
    `${paper.unit} ${paper.name}`)), looked.members?.map(member));
  return el('div', { class: 'scroll looked', tabindex: 0, role: 'region', 'aria-label': say('slips-whole') }, el('table', {},
    el('thead', {}, el('tr', {}, head.map((name) => el('th', { scope: 'col' }, say(name))))), all.map(body)));
}

/** Papers that are signed, and of which the slips now say otherwise. */
function otherwise(desk, papers, kept) {
  const { say } = desk;
  const those = papers.filter((paper) => kept.sorted?.otherwise.includes(paper.unit));
  if (those.length === 0) return null;
  return el('div', {}, el('p', { class: 'is-warning' }, say('slips-otherwise')), el('ul', { class: 'cards' },
    those.map((paper) => el('li', {}, el('p', {}, `${paper.unit} ${paper.name}`), takeOut(desk, paper)))));
}

/** Papers that the ledger would refuse, by what is known of it. */
function refused(desk, all) {
  const { say } = desk;
  const those = all.filter(({ looked }) => looked.refused ?? looked.error);
  return those.length > 0 && el('ul', { class: 'cards' }, those.map(({ paper, looked }) =>
    failure((looked.refused ?? looked).error, `${say('unit')} ${paper.unit} ${paper.name}`, takeOut(desk, paper))));
}

const takeOut = (desk, paper) => button(desk.say('slips-take-out'), async () => {
  await store.dropPaper(paper.id, paper);
  await desk.again();
}, { class: 'quiet', 'aria-label': `${desk.say('slips-take-out')}: ${paper.unit}` });

/** Who has signed, and how many of the papers. */
function signers(desk, all) {
  const { say } = desk;
  const of = new Map();
  for (const one of all.flatMap(({ looked }) => looked.signers ?? [])) {
    const { count } = of.get(one.fingerprint) ?? { count: 0 };
    of.set(one.fingerprint, { ...one, count: count + 1 });
  }
  if (of.size === 0) return el('p', {}, say('nobody'));
  return el('ul', { class: 'signers' }, [...of.values()].map((one) => el('li', {}, one.seat !== null && `${one.seat}. `,
    one.name ?? '', one.office && `, ${one.office}`, ' ', el('code', {}, one.fingerprint), `: ${one.count} ${say('of')} ${all.length}`)));
}

/** Signs every paper that was shown, in a program of its own, which ends with it: nothing of the key is left in this page. */
async function sign(desk, papers, file, passphrase) {
  const key = await file.text();
  const asked = { papers: papers.map((one) => one.paper), now: Date.now(), file: file.name, key, passphrase };
  const answer = await alone(desk.open, desk.lang, (program) => program.ask('sign_all', asked));
  const wrong = await signed(desk, papers, answer);
  // A key that may sign none of them is the wrong key: that is told once, where it was chosen.
  if (answer.signed + answer.before === 0 && wrong.length > 0) throw wrong[0];
  desk.signedAll = { signed: answer.signed, before: answer.before, wrong };
  await desk.again();
  document.querySelector('.signatures')?.scrollIntoView({ block: 'center' });
}

function result(desk, { signed: now, before, wrong }) {
  const { say } = desk;
  return el('div', { role: 'status' }, el('p', {}, `${say('slips-signed-now')}: ${now}`,
    before > 0 && ` · ${say('slips-signed-before')}: ${before}`, wrong.length > 0 && ` · ${say('slips-not-signed')}: ${wrong.length}`),
  wrong.length > 0 && el('ul', { class: 'cards' }, wrong.map((one) => failure(one, `${say('unit')} ${one.unit}`))));
}

function handIn(desk, whole) {
  const { say } = desk;
  return el('section', {}, el('p', {}, say('hand-in-how')), el('p', { class: 'actions' }, button(say('hand-in'), async () => {
    await queue.addAll(whole.map(({ paper }) => paper.id));
    await desk.again();
    document.querySelector('.became')?.scrollIntoView({ block: 'start' });
  }, { class: 'main' })));
}

