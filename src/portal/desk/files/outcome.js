// What became of the commissions that were handed in: how many are in, and each that is not, with its code. It goes on telling
// until the page is left, and nothing moves while it does.

import { button, el, save } from './dom.js';
import { called } from './enrolment.js';
import { stateName } from './home.js';
import * as queue from './queue.js';
import * as store from './store.js';
import { packed } from './tar.js';

/** How often it is looked what has become of hundreds of papers. */
const REST_MS = 1000;

/** The part of a page, `view`, that tells it. */
export function outcome(desk, id, papers, view) {
  const told = new Told(desk);
  told.tell(papers);
  let timer = null;
  const end = store.changes((what) => {
    if (what !== `enrolment ${id}` || timer) return;
    timer = setTimeout(async () => {
      timer = null;
      told.tell(await store.enrolled(id));
    }, REST_MS);
  });
  view.addEventListener('left', () => {
    clearTimeout(timer);
    end();
  });
  return told.section;
}

class Told {
  constructor(desk) {
    const { say } = desk;
    this.desk = desk;
    this.status = el('p', { role: 'status' });
    this.progress = el('progress', { 'aria-label': say('state-in') });
    this.again = button(say('try-now'), () => queue.addAll(this.left.map((paper) => paper.id)));
    this.back = button(say('take-back'), () => this.takeBack(), { class: 'quiet' });
    this.receipts = button(say('slips-receipts'), () => this.saveReceipts(), { class: 'quiet' });
    this.rows = el('tbody', {});
    const head = ['unit', 'slips-state', 'slips-why'].map((name) => el('th', { scope: 'col' }, say(name)));
    this.section = el('section', { class: 'became' }, el('h2', {}, say('slips-became')), this.status, this.progress,
      el('p', { class: 'actions' }, this.again, this.back, this.receipts),
      el('div', { class: 'scroll looked', tabindex: 0, role: 'region', 'aria-label': say('slips-became') },
        el('table', {}, el('thead', {}, el('tr', {}, head)), this.rows)));
  }

  tell(all) {
    const { say } = this.desk;
    const of = (...states) => all.filter((paper) => states.includes(paper.state)).sort(byUnit);
    const [refused, waiting] = [of('refused'), of('waiting', 'sending')];
    this.taken = of('in');
    this.left = [...refused, ...waiting];
    const sent = [...this.left, ...this.taken];
    this.section.hidden = sent.length === 0;
    this.status.textContent = [
      `${say('state-in')}: ${this.taken.length} ${say('of')} ${sent.length}`,
      refused.length > 0 && `${say('state-refused')}: ${refused.length}`,
      waiting.length > 0 && `${say('state-waiting')}: ${waiting.length}`,
    ].filter(Boolean).join(' · ');
    Object.assign(this.progress, { max: sent.length || 1, value: sent.length - waiting.length, hidden: waiting.length === 0 });
    this.again.hidden = this.back.hidden = this.left.length === 0;
    this.receipts.hidden = this.taken.length === 0;
    this.rows.replaceChildren(...sent.map((paper) => row(this.desk, paper)));
  }

  /** Takes back what is not on its way at this moment, as it was signed. */
  async takeBack() {
    const still = this.left.filter((paper) => paper.state !== 'sending').map((paper) => paper.id);
    await queue.takeAll(still);
    await this.desk.again();
  }

  saveReceipts() {
    const receipt = (paper) => [called(paper, 'tlog-proof'), new TextEncoder().encode(paper.receipt)];
    save(`receipts-${this.desk.open.unit}.tar`, packed(this.taken.map(receipt)));
  }
}

/** In the order in which people count: 9 before 10. */
export const byUnit = (one, other) => one.unit.localeCompare(other.unit, undefined, { numeric: true });

function row(desk, paper) {
  const { problem } = paper;
  const why = paper.state === 'in' ? `${desk.say('place')}: ${paper.sequence}` : problem
    && [problem.doubtful && `${desk.say('receipt-doubtful')} `, problem.code && [el('strong', {}, problem.code), ' '], problem.says,
      problem.do && el('span', { class: 'remedy' }, problem.do)];
  return el('tr', { 'data-state': paper.state, 'data-unit': paper.unit }, el('th', { scope: 'row' }, `${paper.unit} ${paper.name}`),
    el('td', {}, el('span', { class: 'state' }, stateName(desk, paper.state))), el('td', {}, why));
}
