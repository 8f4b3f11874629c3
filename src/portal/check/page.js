// The page's own thread: what is dropped or typed becomes a job for the clerk, and what it answers is shown.
'use strict';

const find = (id) => document.getElementById(id);
const sentences = JSON.parse(find('sentences').textContent);
const KEPT = 'protokol.seen.';
const FILES_MAX = 1 << 18;
/** How a verdict is shown: a sign, and the word of the page. Colours come from the style, by the verdict's name. */
const SIGNS = { verified: '✓', convicting: '!', consistent: '≈', insufficient: '…', unreadable: '?', failed: '✗' };
const WORDS = { verified: 'yes', convicting: 'convicts', consistent: 'consistent', insufficient: 'insufficient', unreadable: 'unreadable', failed: 'no' };

let lang = 'en';
let last = null;
let workers = null;
let running = null;

const say = (name, ...about) => about.reduce((said, one, at) => said.replaceAll(`%${at + 1}`, one), sentences[lang][name]);

function element(name, { text, ...attributes } = {}, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  made.append(...inner);
  return made;
}

/** Words, and among them what is typed or named, between backticks. */
const coded = (said) => said.split('`').map((part, at) => (at % 2 ? element('code', { text: part }) : part));

// Languages.

function speak(chosen) {
  lang = chosen;
  document.documentElement.lang = lang;
  document.title = say('title');
  for (const said of document.querySelectorAll('[data-say]')) said.replaceChildren(...coded(say(said.dataset.say)));
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
  }
  keep('protokol.lang', lang);
  notePolicy();
  if (last) again();
}

// What this browser remembers. Where it may not, it does without.

function kept(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function keep(key, value) {
  try { localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ }
}

function seen() {
  const all = {};
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(KEPT)) all[key.slice(KEPT.length)] = localStorage.getItem(key);
    }
  } catch { /* a browser that keeps nothing */ }
  return all;
}

function forget() {
  for (const origin of Object.keys(seen())) localStorage.removeItem(KEPT + origin);
  tell('forgotten');
}

// Workers: one clerk, and a helper for every core. Whatever stops, stops with them.

async function program() {
  const packed = Uint8Array.from(atob(find('program').textContent.trim()), (sign) => sign.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}

function many() {
  const wished = Number(new URLSearchParams(location.search).get('workers'));
  const cores = navigator.hardwareConcurrency || 2;
  return Math.min(Math.max(wished || cores, 1), 64);
}

async function start() {
  const module = await program();
  const script = URL.createObjectURL(new Blob([find('worker').textContent], { type: 'text/javascript' }));
  const ports = [];
  const helpers = [];
  for (let at = 0; at < many(); at += 1) {
    const { port1, port2 } = new MessageChannel();
    const helper = new Worker(script);
    helper.postMessage({ module, port: port1 }, [port1]);
    helpers.push(helper);
    ports.push(port2);
  }
  const clerk = new Worker(script);
  clerk.postMessage({ module, ports }, ports);
  workers = { clerk, helpers };
}

function stop() {
  for (const worker of workers ? [workers.clerk, ...workers.helpers] : []) worker.terminate();
  workers = null;
  running = null;
}

/** Has a job done. A job that is under way is ended first. */
async function run(job, shown = true) {
  if (running) stop();
  const mine = {};
  running = mine;
  if (shown) begin();
  try {
    if (!workers) await start();
  } catch (error) {
    return ended(job, { refused: { code: 'U22', sentence: 'trap', about: [String(error)] } }, 0);
  }
  if (running !== mine) return undefined;
  const { clerk } = workers;
  // A helper that dies leaves the clerk waiting for it. Whoever dies when nothing is asked is made anew with the next job.
  const died = (event) => {
    event.preventDefault();
    const isMine = running === mine;
    stop();
    if (isMine) ended(job, { refused: { code: 'U22', sentence: 'trap', about: [event.message ?? ''] } }, 0);
  };
  for (const worker of [clerk, ...workers.helpers]) worker.onerror = died;
  clerk.onmessage = ({ data }) => {
    if (running !== mine) return;
    if (data.progress) return void progress(data.progress);
    running = null;
    ended(job, data.done, data.seconds);
  };
  clerk.postMessage(job);
  return undefined;
}

// Progress: told to the eye at once, and to the ear now and then.

let spoken = 0;

function begin() {
  find('result').hidden = false;
  find('verdict').replaceChildren();
  find('working').hidden = false;
  const bar = find('bar');
  bar.removeAttribute('aria-valuenow');
  find('fill').style.setProperty('--done', '0%');
  tell('working');
  spoken = performance.now();
}

function progress({ reach, names }) {
  if (names) return void (find('count').textContent = say('names', names));
  const share = reach.events > 0 ? Math.floor((100 * reach.done) / reach.events) : 0;
  find('bar').setAttribute('aria-valuenow', String(share));
  find('fill').style.setProperty('--done', `${share}%`);
  const count = say('reach', grouped(reach.done), grouped(reach.events), grouped(reach.signatures));
  find('count').textContent = count;
  if (performance.now() - spoken > 10000) {
    spoken = performance.now();
    find('status').textContent = count;
  }
  return undefined;
}

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

function tell(name, ...about) {
  find('status').textContent = say(name, ...about);
}

// Answers.

function ended(job, done, seconds) {
  find('working').hidden = true;
  if (job.again) done = { ...last.done, ...done };
  if (job.isTotals) done.origin = last.done.origin;
  last = { job: job.again ? last.job : job, done, seconds: job.again ? last.seconds : seconds };
  // An alarm is not overwritten by what raised it.
  if (done.seen && done.origin && done.view?.verdict !== 'failed') keep(KEPT + done.origin, done.seen);
  show(last);
}

/** The same answer in another language: a log is told again, whatever is quick is asked again. */
function again() {
  if (running) return;
  if (last.done.refused) show(last);
  else if (workers && last.done.origin && !last.done.error) run({ again: true, asked: { lang } }, false);
  else run({ ...last.job, asked: { ...last.job.asked, lang } }, false);
}

function show({ job, done, seconds }) {
  const card = find('verdict');
  const refusal = done.refused ?? done.error;
  const { told } = done;
  const sort = refusal ? 'unreadable' : sortOf(told);
  const word = say(sort === 'convicting' && told.trust === 'self' ? 'convictsKey' : WORDS[sort]);
  const heading = element('h3', { class: `answer ${sort}`, tabindex: '-1', id: 'answer' },
    element('span', { class: 'sign', 'aria-hidden': 'true', text: SIGNS[sort] }), ` ${word}`);
  card.replaceChildren(heading);
  if (refusal) card.append(refused(refusal));
  else card.append(...answered(told, done));
  if (seconds > 0) card.append(element('p', { class: 'small', id: 'took', text: say('took', seconds.toFixed(1), many()) }));
  tell('done', `${word}${told?.says ? `: ${told.says}` : ''}`);
  card.dataset.verdict = sort;
  card.dataset.code = refusal?.code ?? told?.faults?.map((fault) => fault.code).join(' ') ?? '';
  if (!job.again) heading.focus();
}

/** Which answer it is. Evidence that holds is no "yes": it is against a log. */
function sortOf({ verdict, trust, convicts }) {
  if (verdict !== 'verified') return verdict;
  if (convicts) return 'convicting';
  return trust === 'self' ? 'consistent' : verdict;
}

function refused({ code, sentence, about, says, do: remedy }) {
  const what = sentence ? say(`${sentence}`, ...about) : says;
  const then = sentence ? say(`${sentence}Do`) : remedy;
  return element('div', { class: 'fault' },
    element('p', {}, element('strong', { text: code }), ' ', ...coded(what)),
    element('p', {}, element('b', { text: `${say('toDo')} ` }), ...coded(then)));
}

function answered(told, done) {
  const shown = [element('p', { class: 'says', text: told.says })];
  if (told.fingerprint) shown.push(element('p', {}, element('code', { translate: 'no', text: told.fingerprint })));
  if (done.evidence) shown.push(save(done.evidence));
  if (told.faults.length > 0) {
    shown.push(element('h4', { text: say('wrong') }));
    for (const fault of told.faults) shown.push(refused(fault));
    if (told.untold > 0) shown.push(element('p', { text: say('untold', told.untold) }));
  }
  if (told.lines.length > 0) {
    shown.push(element('h4', { text: say('account') }));
    shown.push(element('dl', { class: 'account' }, ...told.lines.flatMap(line)));
  }
  if (done.seen && done.origin) shown.push(element('p', { class: 'small', text: say('remembered') }));
  return shown;
}

const line = ({ name, status, word, detail }) => [
  element('dt', { text: name }),
  element('dd', { class: status }, ...(word ? [element('strong', { text: word }), ' '] : []), detail),
];

function save({ name, text }) {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  return element('p', {}, element('a', { class: 'button', href, download: name, id: 'evidence', text: say('save', name) }));
}

// What is given.

/** The trust file that the reader brought. */
let policy = null;

function notePolicy() {
  find('policy-is').textContent = policy ? say('policyIs', policy.name) : say('policyNone');
}

function takePolicy(name, text) {
  policy = text.trim() ? { name, text } : null;
  notePolicy();
}

function ask(name) {
  const pasted = find('policy-text').value;
  return {
    lang,
    name,
    policy: policy?.text ?? (pasted.trim() ? pasted : null),
    expected: find('expected').value || null,
    key: servedKey,
    now: Math.floor(Date.now() / 1000),
  };
}

const isPolicy = (text) => /^(\s*(#.*)?\n)*(log|witness|group|quorum|numbers)\s/.test(text.slice(0, 4096));

/** Files that were dropped or chosen: trust files are put aside for the rest. What lies in a folder is of that folder. */
async function take(files) {
  const rest = [];
  for (const [name, file] of files) {
    const small = !name.includes('/') && files.length <= 3 && file.size <= 1 << 16;
    const text = small ? await file.text().catch(() => '') : '';
    if (isPolicy(text)) takePolicy(file.name, text);
    else rest.push([name, file]);
  }
  if (rest.length === 0) return last && !last.done.refused ? undefined : tell('policyTaken');
  if (files.length > FILES_MAX) return given({ code: 'U3', sentence: 'many', about: [FILES_MAX] });
  if (rest.length === 1 && !rest[0][0].includes('/')) {
    const [[, file]] = rest;
    const isTotals = file.name.endsWith('.json') && Boolean(workers && !running && last?.done.origin);
    return run({ file, isTotals, asked: ask(file.name), seen: seen() });
  }
  const folder = rest[0][0].split('/')[0];
  return run({ folder: rest, asked: ask(folder), seen: seen() });
}

const given = (refusal) => ended({}, { refused: refusal }, 0);

/** The files of what was dropped, whole folders among it: each by its path. */
async function dropped(items) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = [];
  const fileOf = (entry) => new Promise((done, failed) => { entry.file(done, failed); });
  const some = (reader) => new Promise((done, failed) => { reader.readEntries(done, failed); });
  while (entries.length > 0 && files.length <= FILES_MAX) {
    const entry = entries.pop();
    if (entry.isFile) {
      files.push([entry.fullPath.replace(/^\//, ''), await fileOf(entry)]);
    } else {
      const reader = entry.createReader();
      for (let more = await some(reader); more.length > 0; more = await some(reader)) entries.push(...more);
    }
    if (files.length % 500 === 499) find('count').textContent = say('names', files.length);
  }
  return files;
}

// The log that the page was served with.

let servedKey = null;

/** The address of the log beside this page, where it was served: in `log/` of a service, or in the same folder. */
async function beside() {
  if (!location.protocol.startsWith('http')) return;
  for (const where of ['./log/', './']) {
    const prefix = new URL(where, location.href).href;
    const answer = await fetch(`${prefix}log.vkey`, { cache: 'no-store' }).catch(() => null);
    const text = answer?.ok ? (await answer.text()).slice(0, 1000) : '';
    if (/^[^\s+]+\+[0-9a-f]{8}\+\S+\s*$/.test(text)) {
      servedKey = text;
      // A slow answer does not replace what the reader typed meanwhile.
      find('address').value ||= prefix;
      return;
    }
  }
}

function checkAddress(event) {
  event.preventDefault();
  const typed = find('address').value.trim();
  let prefix;
  try {
    prefix = new URL(typed, location.href);
    if (!['http:', 'https:'].includes(prefix.protocol) || prefix.search) throw new TypeError();
  } catch {
    return given({ code: 'U1', sentence: 'noAddress', about: [typed] });
  }
  const url = prefix.href.replace(/\/*$/, '/');
  const totals = url.endsWith('/log/') ? new URL('../v1/totals', url).href : null;
  return run({ url, totals, asked: ask(url), seen: seen() });
}

// What is pressed, dropped and typed.

const zone = find('zone');
zone.addEventListener('dragover', (event) => { event.preventDefault(); zone.classList.add('over'); });
zone.addEventListener('dragleave', () => zone.classList.remove('over'));
zone.addEventListener('drop', async (event) => {
  event.preventDefault();
  zone.classList.remove('over');
  // Both are gone once the event is over.
  const plain = [...event.dataTransfer.files].map((file) => [file.name, file]);
  const files = await dropped(event.dataTransfer.items).catch(() => []);
  await take(files.length > 0 ? files : plain);
});
/** What a field was given; the field is emptied, so that the same may be chosen again. */
function emptied({ target }) {
  const files = [...target.files];
  target.value = '';
  return files;
}
find('file').addEventListener('change', (event) => take(emptied(event).map((file) => [file.name, file])));
find('folder').addEventListener('change', (event) => {
  return take(emptied(event).map((file) => [file.webkitRelativePath || file.name, file]));
});
find('policy').addEventListener('change', async (event) => {
  const [file] = emptied(event);
  if (file) takePolicy(file.name, await file.slice(0, 1 << 16).text());
});
find('served').addEventListener('submit', checkAddress);
find('stop').addEventListener('click', () => { stop(); last = null; find('working').hidden = true; tell('stopped'); });
find('forget').addEventListener('click', forget);
for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => speak(button.dataset.lang));
}

const asked = new URLSearchParams(location.search).get('lang') ?? kept('protokol.lang');
const spoke = [asked, ...navigator.languages.map((tag) => tag.slice(0, 2))].find((one) => one in sentences);
speak(spoke ?? 'en');
document.documentElement.dataset.ready = 'true';
beside();
