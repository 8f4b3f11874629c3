// The form, in the paper's order: keyboard first, the words under each figure, what is wrong beside it; and the second entry
// by another person, in which the figures of the first are hidden.

import { button, el, sure, tell, terms, untell } from './dom.js';
import { about } from './about.js';
import * as lists from './lists.js';
import * as store from './store.js';

const WAIT_MS = 150;
const ASKED = { figure: 'numeric', number: 'numeric' };
const TYPES = { moment: 'datetime-local', day: 'date', hour: 'text', event: 'text' };

/** The first entry. */
export async function form(desk, paper, head) {
  const { say } = desk;
  const asked = await fields(desk, paper);
  if (!asked) return about(desk, paper, head);
  const page = new Entry(desk, paper, asked, 'values');
  if (!page.single.some((one) => one.sort === 'figure')) {
    return page.view(head, say('type'), say('type-how'), [button(say('draw-up'), () => drawUp(desk, page)), drop(desk, paper)]);
  }
  const skip = button(say('without-second'), () => drawUp(desk, page), { class: 'quiet' });
  const next = paper.compared ? button(say('draw-up'), () => drawUp(desk, page))
    : button(say('to-second'), () => toSecond(desk, page));
  return page.view(head, say('type'), say('type-how'), [next, paper.compared ? null : skip, drop(desk, paper)]);
}

/** The second entry: figures alone, for only they are counted twice. */
export async function second(desk, paper, head) {
  const { say } = desk;
  const asked = await fields(desk, paper);
  const page = new Entry(desk, paper, asked, 'second');
  const compare = button(say('compare'), () => compareBoth(desk, page));
  const first = button(say('correct-first'), () => toFirst(desk, paper), { class: 'quiet' });
  return page.view(head, say('second'), say('second-how'), [compare, first]);
}

/** The fields of a paper, kept with it, so that what is typed fits them whatever kit comes later. */
async function fields(desk, paper) {
  if ((paper.kind === 'correction' || paper.kind === 'complaint') && !paper.about) return null;
  const asked = { kind: paper.kind, unit: paper.unit, contest: paper.contest, receipt: paper.about };
  const { fields: all } = await desk.program.ask('form', asked);
  if (!paper.started) {
    const { single, many } = lists.split(all);
    const values = Object.fromEntries(single.map((one) => [one.place, one.value]));
    Object.assign(paper, await store.changeShown(paper, (it) => { Object.assign(it, { values, lists: many, started: true }); }));
  }
  return all;
}

/** What was typed, in the order of the form. */
function typed(all, paper, which) {
  const { single } = lists.split(all);
  const value = (one) => (which === 'second' && one.sort === 'figure' ? paper.second[one.place] : paper.values[one.place]) ?? '';
  // A copy that was refused has a reason and no figures.
  const refused = paper.values.copy === 'refused';
  const kept = single.filter((one) => !(refused && one.sort === 'figure'));
  return [...kept.map((one) => [one.place, value(one)]), ...(refused ? [] : lists.typed(paper.lists))];
}

class Entry {
  constructor(desk, paper, all, which) {
    Object.assign(this, { desk, paper, all, which, rows: new Map(), tables: [], complete: false });
    this.single = lists.split(all).single;
  }

  view(head, title, how, actions) {
    const { say } = this.desk;
    this.summary = el('div', { class: 'summary', role: 'status' });
    this.same = this.which === 'values' && this.paper.compared && el('p', { class: 'good', role: 'status' }, say('same'));
    this.check = button(say('check'), () => this.checkAll());
    const groups = [['items', 'items'], ['votes', 'votes'], ['', 'rest']].map(([table, name]) => this.group(table, name));
    const page = el('div', { 'data-typing': 'yes' }, head, el('h2', {}, title), el('p', {}, how), this.same,
      terms(this.single.filter((one) => one.sort === 'fixed').map((one) => [one.label, one.value])),
      el('form', { class: 'entry', novalidate: true, onsubmit: (event) => { event.preventDefault(); this.checkAll(); } }, groups),
      this.which === 'values' && lists.editors(this.desk, this.paper, this.all, () => this.changed()),
      this.summary, el('p', { class: 'actions' }, this.check), el('p', { class: 'actions' }, actions));
    this.ask();
    return page;
  }

  group(table, name) {
    const isOf = (one) => (one.place.includes('/') ? one.place.split('/')[0] : '') === table
      || (table === '' && one.place.startsWith('decision/'));
    const shown = this.single.filter((one) => isOf(one) && one.sort !== 'fixed' && one.sort !== 'scan'
      && (this.which === 'values' || one.sort === 'figure'));
    if (shown.length === 0) return null;
    const made = el('fieldset', {}, el('legend', {}, this.desk.say(name)), shown.map((one) => this.row(one)));
    if (table !== '') this.tables.push(made);
    return made;
  }

  row(one) {
    const input = this.control(one);
    const id = input.id = `e-${one.place.replaceAll('/', '-')}`;
    const words = el('output', { class: 'in-words', id: `${id}-w`, for: id });
    const found = el('div', { class: 'beside', id: `${id}-f` });
    input.setAttribute('aria-describedby', `${id}-w ${id}-f`);
    if (one.sort !== 'digest') input.addEventListener('input', () => this.typing(one, input.value));
    input.addEventListener('keydown', (event) => this.onward(event, input));
    this.rows.set(one.place, { input, words, found });
    // The page's own fields need no example of how a value is written.
    const hint = one.hint && ['text', 'event'].includes(one.sort);
    return el('div', { class: `row ${one.sort}` }, el('label', { for: id }, one.label),
      hint ? el('p', { class: 'small' }, one.hint) : null, input, words, found);
  }

  control(one) {
    const value = (this.which === 'second' ? this.paper.second : this.paper.values)[one.place] ?? '';
    if (one.choices.length > 0) {
      const options = one.choices.map((choice) => el('option', { value: choice.value }, choice.label));
      const select = el('select', {}, one.choices.some((choice) => choice.value === value) ? null : el('option', { value: '' }), options);
      select.value = value;
      return select;
    }
    if (one.sort === 'long') return el('textarea', { rows: 3, value });
    if (one.sort === 'digest') return lists.digest(this.desk, (digest) => this.typing(one, digest));
    return el('input', {
      type: TYPES[one.sort] ?? 'text', inputmode: ASKED[one.sort], value: one.sort === 'moment' ? value.slice(0, 16) : value,
      autocomplete: 'off', spellcheck: one.sort === 'text' ? null : 'false', enterkeyhint: 'next',
    });
  }

  /** Every letter is kept before anything else is done with it. */
  async typing(one, value) {
    const { which, paper } = this;
    const { input } = this.rows.get(one.place);
    paper[which][one.place] = value;
    paper.compared = false;
    if (this.same) this.same.hidden = true;
    try {
      await store.changeShown(paper, (it) => {
        it[which][one.place] = value;
        it.compared = false;
      });
      untell(input);
    } catch (error) {
      tell(input, error);
    }
    this.changed();
  }

  changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  /** Enter goes on to the next field, and from the last one to the check. */
  onward(event, input) {
    if (event.key !== 'Enter' || event.ctrlKey || input.tagName === 'TEXTAREA') return;
    event.preventDefault();
    const inputs = [...this.rows.values()].map((row) => row.input).filter((one) => one.checkVisibility());
    const next = inputs[inputs.indexOf(input) + 1];
    if (next) next.focus();
    else this.checkAll();
    next?.select?.();
  }

  async ask() {
    const { desk, paper } = this;
    const asked = { kind: paper.kind, typed: typed(this.all, paper, this.which), now: Date.now() };
    this.told = await desk.program.ask('check', asked);
    this.tell();
    return this.told;
  }

  tell() {
    const { say } = this.desk;
    const { words, mistakes, findings, missing, refusals } = this.told;
    for (const [place, row] of this.rows) {
      // What is not filled in yet is told when somebody says that it is whole.
      const isTold = (one) => one.place === place && (this.complete || row.input.value !== '');
      const wrong = mistakes.filter(isTold).map((one) => line(say('wrong'), 'error', one.says, one.do));
      const lacks = this.complete && missing.includes(place) ? [line(say('wrong'), 'error', say('missing'))] : [];
      // In the second entry a finding would tell of figures that are hidden.
      const isOf = (one) => one.places.includes(place);
      // What is about several figures is told once, beside the last of them.
      const isLast = (one) => [...this.rows.keys()].filter((other) => one.places.includes(other)).at(-1) === place;
      const found = this.which === 'second' ? [] : findings.filter((one) => isOf(one) && isLast(one))
        .map((one) => line(say(one.severity === 'error' ? 'does-not-add-up' : 'unusual'), one.severity, `${one.code} ${one.says}`));
      row.words.textContent = words[place] ?? (row.input.type === 'file' ? this.paper.values[place] : '') ?? '';
      row.found.replaceChildren(...wrong, ...lacks, ...found);
      row.input.setAttribute('aria-invalid', wrong.length + lacks.length > 0);
      row.input.classList.toggle('involved', this.which === 'values' && findings.some(isOf));
    }
    // Who was refused a copy has no figures.
    for (const table of this.tables) table.hidden = this.paper.values.copy === 'refused';
    this.sum(findings, refusals, mistakes);
  }

  /** What there is to say of the whole, at the end of the form. */
  sum(findings, refusals, mistakes) {
    const { say } = this.desk;
    const isShown = (one) => !one.places.some((place) => this.rows.has(place));
    const parts = this.which === 'second' ? [] : findings.filter(isShown)
      .map((one) => line(say(one.severity === 'error' ? 'does-not-add-up' : 'unusual'), one.severity, `${one.code} ${one.says}`));
    parts.push(...mistakes.filter((one) => !this.rows.has(one.place)).map((one) => line(say('wrong'), 'error', one.says, one.do)));
    if (findings.length > 0 && this.which === 'values') parts.push(el('p', {}, say('count-again')));
    if (this.complete) {
      parts.push(...refusals.map((one) => line(say('refused'), 'error', `${one.code} ${one.says}`, one.do)));
      if (this.told.ready && findings.length === 0) parts.push(el('p', { class: 'good' }, say('all-good')));
    }
    this.summary.replaceChildren(...parts);
  }

  /** Says what is missing, too, and goes to the first field that is wrong. */
  async checkAll() {
    this.complete = true;
    clearTimeout(this.timer);
    const told = await this.ask();
    const wrong = [...this.rows.values()].find((row) => row.input.getAttribute('aria-invalid') === 'true');
    (wrong?.input ?? this.check).focus();
    return told.ready;
  }
}

const line = (word, severity, says, remedy) =>
  el('p', { class: `is-${severity}` }, el('strong', {}, `${word}: `), says, remedy && [/[.!?]$/.test(says) ? ' ' : '; ', el('span', {}, remedy)]);

async function toSecond(desk, page) {
  if (!(await page.checkAll())) return;
  await store.changeShown(page.paper, (it) => { it.state = 'second'; });
  await desk.again();
  document.querySelector('main input')?.focus();
}

async function toFirst(desk, paper) {
  await store.changeShown(paper, (it) => { it.state = 'typed'; });
  await desk.again();
}

async function compareBoth(desk, page) {
  const { say } = desk;
  const { paper, all } = page;
  if (!(await page.checkAll())) return;
  const both = { kind: paper.kind, first: typed(all, paper, 'values'), second: typed(all, paper, 'second') };
  const differences = await desk.program.ask('compare', both);
  if (differences.length > 0) return differ(desk, page, differences);
  await store.changeShown(paper, (it) => { Object.assign(it, { state: 'typed', compared: true }); });
  await desk.again();
}

/** Both typings side by side, only now, and only where they differ. */
function differ(desk, page, differences) {
  const { say } = desk;
  const label = (one) => page.single.find((field) => field.place === one.place)?.label ?? one.label;
  const correct = (one) => one.place && page.rows.has(one.place)
    && button(say('correct-second'), () => page.rows.get(one.place).input.focus(), { class: 'quiet' });
  const row = (one) => el('tr', {}, el('th', { scope: 'row' }, label(one), correct(one)), el('td', { class: 'n' }, one.first),
    el('td', { class: 'n' }, one.second));
  page.summary.replaceChildren(el('div', { class: 'wrong', role: 'alert' }, el('p', {}, el('strong', {}, say('differences'))),
    el('p', {}, say('differences-how'))), el('div', { class: 'scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('item')), el('th', { scope: 'col', class: 'n' }, say('first')),
      el('th', { scope: 'col', class: 'n' }, say('second')))), el('tbody', {}, differences.map(row)))),
  el('p', { class: 'actions' }, button(say('correct-first'), () => toFirst(desk, page.paper), { class: 'quiet' })));
}

async function drawUp(desk, page) {
  const { paper, all } = page;
  if (!(await page.checkAll())) return;
  const asked = { kind: paper.kind, typed: typed(all, paper, 'values'), now: Date.now() };
  const drawn = await desk.program.ask('draw_up', asked);
  await store.changeShown(paper, (it) => { Object.assign(it, { state: 'drawn', paper: drawn.paper, statement: drawn.statement }); });
  await desk.again();
  document.querySelector('main h1')?.focus();
}

/** Throws a paper away that nobody signed. */
export function drop(desk, paper) {
  const { say } = desk;
  return button(say('drop-paper'), async () => {
    if (!(await sure(say('drop-sure'), say('drop-paper'), say('back')))) return;
    await store.dropPaper(paper.id, paper);
    desk.go(`#/desks/${encodeURIComponent(paper.desk)}`);
  }, { class: 'quiet' });
}
