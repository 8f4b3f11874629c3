// The desk: which view is shown, under which address, and what is known on every view.

import { el, wrong } from './dom.js';
import { home } from './home.js';
import { start } from './start.js';
import { paper } from './paper.js';
import { Program } from './program.js';
import * as queue from './queue.js';
import { slips } from './slips.js';
import * as store from './store.js';

const main = document.getElementById('content');
const desk = {
  lang: document.documentElement.lang,
  words: {},
  /** A word of the page, in its language. */
  say: (name) => desk.words[name] ?? name,
  program: null,
  /** The commission that is open, and what its kit says. */
  open: null,
  known: null,
  /** Goes to another view. */
  go: (address) => { location.hash = address; },
  /** The view anew, without moving the page. */
  again: () => show(false),
};

/** Opens the kit of a commission, once. */
desk.enter = async (id) => {
  if (desk.open?.id === id && desk.known) return desk.known;
  const kept = await store.desk(id);
  if (!kept) return null;
  desk.known = await desk.program.open(kept);
  desk.open = kept;
  document.getElementById('rehearsal').hidden = !desk.known.rehearsal;
  return desk.known;
};

/** Forgets what is open, so that it is read again. */
desk.leave = () => { desk.open = desk.known = null; };

let shown = 0;
async function show(moves = true) {
  const turn = ++shown;
  const [, what, id] = location.hash.split('/').map(decodeURIComponent);
  let view;
  try {
    if (what === 'papers') view = await paper(desk, id);
    else if (what === 'desks') view = await home(desk, id);
    else if (what === 'slips') view = await slips(desk, id);
    view ??= await start(desk);
  } catch (error) {
    view = el('div', {}, el('h1', { tabindex: -1 }, desk.say('title')), wrong(error.says ? error : { says: String(error) }),
      el('p', {}, el('a', { href: '#/' }, desk.say('choose'))));
  }
  if (turn !== shown) return;
  // What still listens on the view before knows that it is gone.
  main.firstElementChild?.dispatchEvent(new Event('left'));
  main.replaceChildren(view);
  main.removeAttribute('aria-busy');
  const title = view.querySelector('h1');
  document.title = `${title?.textContent ?? ''} · ${desk.say('title')}`;
  if (moves) {
    scrollTo(0, 0);
    title?.focus({ preventScroll: true });
  }
}

function line() {
  const at = document.getElementById('line');
  at.textContent = desk.say(navigator.onLine ? 'online' : 'offline');
  at.classList.toggle('off', !navigator.onLine);
}

/** Whether somebody is at a field, or has filled one in. */
function busy() {
  const isFilled = (field) => {
    if (field.type === 'file') return field.files.length > 0;
    return field.type === 'checkbox' ? field.checked : field.value !== field.defaultValue;
  };
  const fields = [...main.querySelectorAll('input, textarea')];
  return main.firstElementChild?.dataset.typing || fields.some((field) => field === document.activeElement || isFilled(field));
}

/** A paper that another tab, or the queue, changed: shown anew, but not while somebody types. An enrolment tells itself. */
function changed(id) {
  const [, what, here] = location.hash.split('/').map(decodeURIComponent);
  if (what === 'slips' || id.startsWith('enrolment ')) return;
  if (!busy() && (here === undefined || here === id || desk.open?.id === here)) show(false);
}

async function begin() {
  desk.program = new Program(desk.lang);
  desk.words = await desk.program.ask('words');
  const kept = (name) => { document.getElementById('kept').textContent = desk.say(name); };
  store.tells(desk.say, () => kept('not-saved'));
  kept(await store.lasting().then((lasts) => (lasts ? 'saved' : 'saved-for-now'), () => 'not-saved'));
  addEventListener('hashchange', () => show());
  addEventListener('online', line);
  addEventListener('offline', line);
  line();
  store.changes(changed);
  const languages = document.querySelectorAll('.languages a');
  const follow = () => languages.forEach((link) => { link.hash = location.hash; });
  addEventListener('hashchange', follow);
  follow();
  await show(false);
  queue.start(desk.lang);
  if ('serviceWorker' in navigator) {
    await navigator.serviceWorker.register('../offline.js', { scope: '../' });
    await navigator.serviceWorker.ready;
    document.getElementById('ready').textContent = desk.say('ready-offline');
  }
}

begin().catch((error) => {
  main.removeAttribute('aria-busy');
  main.replaceChildren(el('h1', {}, main.dataset.failed), wrong({ says: String(error.message || error) }));
});
