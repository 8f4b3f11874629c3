// An officer's page: slips that members handed over are dropped here; who is missing, which slip is wrong, and the commissions
// that are whole.

import { toSign } from './commissions.js';
import { button, el, failure, field, sure, tell, terms, untell } from './dom.js';
import * as enrolment from './enrolment.js';
import { byUnit, outcome } from './outcome.js';
import * as store from './store.js';

/** How many files are taken at most: of the largest election there are fewer slips. */
const FILES_MAX = 100_000;
/** What a slip of a commission that is formed already is told under: of these there may be hundreds. */
const FORMED = 'R5';

export async function slips(desk, id) {
  const { say } = desk;
  const known = await desk.enter(id);
  if (!known) return null;
  let kept = await enrolment.kept(id);
  // What is said of a slip was said in another language.
  if (kept.sorted && kept.sorted.lang !== desk.lang) kept = await enrolment.sort(desk, kept);
  const own = known.units.find((one) => one.unit === desk.open.unit);
  const papers = (await store.enrolled(id)).sort(byUnit);
  const drawn = papers.filter((paper) => paper.state === 'drawn');
  const isEmpty = papers.length === 0 && kept.slips.length === 0 && !kept.units;
  const view = el('div', { class: 'slips' },
    el('p', { class: 'up' }, el('a', { href: `#/desks/${encodeURIComponent(id)}` }, `${say('home')}: ${own.unit}`)),
    el('h1', { tabindex: -1 }, say('slips')), el('p', {}, `${say('unit')} ${own.unit} ${own.name} · ${known.election}`),
    taking(desk, kept), kept.sorted && await wrong(desk, kept), kept.sorted && missing(desk, kept.sorted.missing));
  if (kept.sorted && papers.length === 0) view.append(el('p', {}, say('slips-none')));
  view.append(...await toSign(desk, drawn, kept), outcome(desk, id, papers, view));
  if (!isEmpty) view.append(el('p', { class: 'actions' }, drop(desk, id)));
  return view;
}

/** Takes files in, dropped or chosen, and shows the page anew. */
export async function take(desk, files) {
  desk.took = await enrolment.take(desk, files.slice(0, FILES_MAX));
  await desk.again();
  document.querySelector('.took')?.scrollIntoView({ block: 'nearest' });
}

function taking(desk, kept) {
  const { say } = desk;
  const status = el('p', { role: 'status', class: 'small' });
  const folder = el('input', { type: 'file', webkitdirectory: true });
  const files = el('input', { type: 'file', multiple: true });
  const zone = el('section', { class: 'zone' }, el('p', {}, say('slips-how')), field(say('slips-folder'), folder),
    field(say('slips-files'), files), status, took(desk),
    kept.slips.length > 0 && terms([[say('slips-here'), kept.slips.length]]),
    kept.slips.length > 0 && !kept.units && el('p', { class: 'is-warning' }, say('slips-no-units')));
  const given = async (control, some) => {
    untell(control);
    status.textContent = say('slips-working');
    try {
      await take(desk, await some);
    } catch (error) {
      tell(control, error);
    } finally {
      status.textContent = '';
    }
  };
  for (const input of [folder, files]) {
    input.addEventListener('change', () => {
      const chosen = [...input.files].map((file) => [file.webkitRelativePath || file.name, file]);
      input.value = '';
      if (chosen.length > 0) given(input, chosen);
    });
  }
  zone.addEventListener('dragover', (event) => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    // Both are gone once the event is over.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files].map((file) => [file.name, file]);
    given(files, entries.length > 0 ? within(entries) : plain);
  });
  return zone;
}

/** The files of what was dropped, whole folders among it: each by its path. */
async function within(entries) {
  const files = [];
  const fileOf = (entry) => new Promise((done, failed) => { entry.file(done, failed); });
  const some = (reader) => new Promise((done, failed) => { reader.readEntries(done, failed); });
  while (entries.length > 0 && files.length < FILES_MAX) {
    const entry = entries.pop();
    if (entry.isFile) {
      files.push([entry.fullPath.replace(/^\//, ''), await fileOf(entry)]);
    } else {
      const reader = entry.createReader();
      for (let more = await some(reader); more.length > 0; more = await some(reader)) entries.push(...more);
    }
  }
  return files;
}

/** What was done with the files that came last; told once. */
function took(desk) {
  const { say, took: last } = desk;
  desk.took = null;
  if (!last) return null;
  return el('div', { class: 'took', role: 'status' }, last.taken > 0 && el('p', { class: 'good' }, `${say('slips-taken')}: ${last.taken}`),
    last.aside.length > 0 && el('details', {}, el('summary', {}, `${say('slips-aside')}: ${last.aside.length}`),
      el('ul', {}, last.aside.map((path) => el('li', {}, el('code', {}, path))))),
    last.wrong.length > 0 && el('ul', { class: 'cards' }, last.wrong.map((one) => failure(one, `${say('unit')} ${one.unit ?? ''}`))));
}

/** Each slip that enrols nobody; those of commissions that are formed already apart, for there may be hundreds. */
async function wrong(desk, kept) {
  const { say } = desk;
  const all = kept.sorted.left_out.map(({ error }) => error);
  const takeOut = (file) => button(say('slips-take-out'), async () => {
    await enrolment.sort(desk, { ...kept, slips: kept.slips.filter(([path]) => path !== file) });
    await desk.again();
  }, { class: 'quiet', 'aria-label': `${say('slips-take-out')}: ${file}` });
  const where = ({ file, item, unit }) => [el('code', {}, file), item && [' · ', item], unit && ` · ${say('unit')} ${unit}`];
  const told = all.filter((error) => error.code !== FORMED);
  const formed = all.filter((error) => error.code === FORMED);
  return el('section', {},
    told.length > 0 && [el('h2', {}, `${say('slips-left-out')}: ${told.length}`),
      el('ul', { class: 'cards left-out' }, told.map((error) => failure(error, where(error), takeOut(error.file))))],
    formed.length > 0 && el('details', {}, el('summary', {}, `${say('slips-formed')}: ${formed.length}`),
      el('ul', {}, formed.map((error) => el('li', {}, where(error))))));
}

/** Who is missing: by seats where somebody came, and by name where nobody did. */
function missing(desk, all) {
  const { say } = desk;
  if (all.length === 0) return null;
  const some = all.filter((one) => one.seats.length < one.of);
  const nobody = all.filter((one) => one.seats.length === one.of);
  const rows = some.map((one) => el('tr', {}, el('th', { scope: 'row' }, `${one.unit} ${one.name}`),
    el('td', {}, one.seats.join(', '))));
  return el('section', { class: 'missing' }, el('h2', {}, `${say('slips-missing')}: ${all.length}`),
    some.length > 0 && el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('slips-missing') }, el('table', {},
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('unit')), el('th', { scope: 'col' }, say('slips-seats')))),
      el('tbody', {}, rows))),
    nobody.length > 0 && el('details', {}, el('summary', {}, `${say('slips-nobody')}: ${nobody.length}`),
      el('ul', {}, nobody.map((one) => el('li', {}, `${one.unit} ${one.name}`)))));
}

function drop(desk, id) {
  const { say } = desk;
  return button(say('slips-drop'), async () => {
    if (!(await sure(say('slips-drop-sure'), say('slips-drop'), say('back')))) return;
    await store.dropEnrolment(id);
    await desk.again();
  }, { class: 'quiet' });
}
