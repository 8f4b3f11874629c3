// A commission: its papers on this machine, a new one, one that somebody brought.

import { base64, button, el, field, terms } from './dom.js';
import { bundled, join } from './enrolment.js';
import { takeIn } from './passing.js';
import { join as joinOne } from './read.js';
import { fetchKit, keep } from './start.js';
import * as store from './store.js';

const KINDS = ['opening', 'turnout', 'protocol', 'correction', 'copy', 'complaint'];
const STATES = {
  typed: 'state-typed', second: 'state-second', drawn: 'state-drawn', waiting: 'state-waiting', sending: 'state-sending',
  refused: 'state-refused', in: 'state-in',
};

export const kindName = (desk, kind) => desk.say(KINDS.includes(kind) ? kind : 'other-paper');
export const stateName = (desk, state) => desk.say(STATES[state]);

export async function home(desk, id) {
  const { say } = desk;
  const known = await desk.enter(id);
  if (!known) return null;
  const own = known.units.find((one) => one.unit === desk.open.unit);
  const papers = (await store.papers(id)).sort((a, b) => b.created - a.created);
  return el('div', {}, el('p', { class: 'up' }, el('a', { href: '#/' }, say('choose'))),
    el('h1', { tabindex: -1 }, `${say('unit')} ${own.unit} ${own.name}`),
    el('p', {}, known.election),
    own.lowest ? null : el('p', { class: 'actions' }, el('a', { class: 'button', href: slipsOf(id) }, say('slips'))),
    el('section', {}, el('h2', {}, say('new-paper')), maker(desk, known)),
    el('section', {}, el('h2', {}, say('papers-here')), papers.length === 0 ? el('p', {}, say('no-papers'))
      : el('ul', { class: 'cards' }, papers.map((paper) => card(desk, known, paper)))),
    el('section', {}, el('h2', {}, say('take-in')), takeIn(desk, (paper) => bring(desk, paper))),
    el('section', {}, el('h2', {}, say('members')), members(desk, own)),
    el('section', {}, el('h2', {}, say('ledger')), about(desk, known)));
}

function card(desk, known, paper) {
  const contest = known.contests.find((one) => one.id === paper.contest);
  const title = known.contests.length > 1 && contest ? `, ${contest.title}` : '';
  return el('li', { 'data-state': paper.state },
    el('a', { href: `#/papers/${paper.id}` }, el('strong', {}, kindName(desk, paper.kind)), title),
    el('p', { class: 'small' }, el('span', { class: 'state' }, stateName(desk, paper.state)), ' · ',
      new Date(paper.created).toLocaleString(desk.lang)));
}

function maker(desk, known) {
  const { say } = desk;
  const contest = el('select', {}, known.contests.map((one) => el('option', { value: one.id }, one.title || one.id)));
  const make = (kind) => button(say(kind), async () => {
    const id = crypto.randomUUID();
    const created = Date.now();
    await store.putPaper({
      id, desk: desk.open.id, kind, contest: contest.value || null, unit: desk.open.unit, state: 'typed', created,
      values: {}, lists: {}, second: {}, compared: false, paper: null, receipt: null, about: null,
    });
    desk.go(`#/papers/${id}`);
  }, { class: kind === 'protocol' ? null : 'quiet' });
  return el('div', {}, known.contests.length > 1 && field(say('contest'), contest),
    el('p', { class: 'actions' }, KINDS.map(make)));
}

/** Where the commissions below one are enrolled. */
const slipsOf = (id) => `#/slips/${encodeURIComponent(id)}`;

/** Keeps a paper that was drawn up elsewhere, or its signatures where it is here already; of many, on the page of the slips. */
export async function bring(desk, file) {
  const many = bundled(file);
  if (many) {
    desk.took = { aside: [], ...(await join(desk, many)) };
    return desk.go(slipsOf(desk.open.id));
  }
  const brought = await desk.program.ask('read', { paper: base64(file), now: Date.now() });
  const here = (await store.papers(desk.open.id)).find((paper) => paper.statement === brought.statement);
  if (here?.state === 'drawn') await joinOne(desk, here.id, file);
  if (here) return desk.go(`#/papers/${here.id}`);
  const id = crypto.randomUUID();
  const { kind, contest, unit, paper, statement } = brought;
  await store.putPaper({
    id, desk: desk.open.id, kind, contest, unit, state: 'drawn', created: Date.now(), brought: true, values: {},
    lists: {}, second: {}, compared: false, paper, statement, receipt: null, about: null,
  });
  return desk.go(`#/papers/${id}`);
}

function members(desk, own) {
  const { say } = desk;
  const rows = own.members.map((member) => el('tr', {}, el('td', { class: 'n' }, member.seat),
    el('th', { scope: 'row' }, member.name), el('td', {}, member.office), el('td', {}, el('code', {}, member.fingerprint))));
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('members') },
    el('table', {}, el('caption', {}, `${say('must-sign')}: ${own.quorum} ${say('of')} ${own.members.length}`),
      el('tbody', {}, rows)));
}

function about(desk, known) {
  const { say } = desk;
  const renew = button(say('renew-kit'), async () => {
    const { unit, policy } = desk.open;
    await keep(desk, unit, await fetchKit(desk, unit), policy);
    await desk.again();
    document.getElementById('ready').textContent = say('kit-renewed');
  }, { class: 'quiet' });
  const code = (value) => el('code', {}, value);
  return el('div', {}, terms([
    [say('ledger'), code(known.ledger)], [say('log-key'), code(known.log_key)],
    [say('checkpoint'), [`${known.size} · `, code(known.fingerprint)]],
  ]), el('p', {}, say(known.trust === 'policy' ? 'trust-policy' : 'trust-self')), el('p', { class: 'actions' }, renew));
}
