// What this machine keeps: commissions with their kits, papers as they are typed and signed, scans. Never a key.
//
//   desks       id = LEDGER/UNIT       kit, policy, what they say
//   papers      id, desk               kind, state, typed, second, paper, receipt, tries
//               id, enrolment          of a commission that is enrolled: the same, in the place of a desk its officer's
//   enrolments  id = LEDGER/UNIT       units, slips, what they come to
//   scans       paper, blake3          the file

const NAME = 'protokol-desk';
const channel = new BroadcastChannel(NAME);
let opened = null;
let say = (name) => name;
let lost = () => {};

/** In whose words it tells what went wrong, and who hears that something could not be kept. */
export function tells(words, hear) {
  say = words;
  lost = hear;
}

/** What is told instead of the browser's own word, which is kept beside it. */
const told = (name, cause) => Object.assign(new Error(say(name), { cause }), { says: say(name) });

/** The paper is no longer what a page showed: another tab, or the queue, changed it. */
export const stale = () => told('changed-elsewhere');

function open() {
  opened ||= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 2);
    asked.onupgradeneeded = ({ oldVersion }) => {
      const { result: database, transaction } = asked;
      if (oldVersion < 1) {
        database.createObjectStore('desks', { keyPath: 'id' });
        database.createObjectStore('papers', { keyPath: 'id' }).createIndex('desk', 'desk');
        database.createObjectStore('scans', { keyPath: ['paper', 'blake3'] }).createIndex('paper', 'paper');
      }
      const papers = transaction.objectStore('papers');
      papers.createIndex('enrolment', 'enrolment');
      papers.createIndex('state', 'state');
      database.createObjectStore('enrolments', { keyPath: 'id' });
    };
    asked.onsuccess = () => {
      const { result: database } = asked;
      // A newer desk waits until this one lets go; whoever asks here afterwards is told so.
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      database.onclose = () => { opened = null; };
      opened = Promise.resolve(database);
      resolve(database);
    };
    // It is opened as soon as the other tabs are closed; until then whoever asks is told so.
    asked.onblocked = () => reject(told('other-version'));
    asked.onerror = () => {
      opened = null;
      reject(asked.error.name === 'VersionError' ? told('other-version', asked.error) : asked.error);
    };
  });
  return opened;
}

/** One transaction; done when what was written is written. */
async function within(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    let answer;
    let refused = null;
    const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    // Whoever refuses in the middle of it has written nothing.
    new Promise((done) => { done(work(transaction, ask)); }).then((value) => { answer = value; }, (error) => {
      refused = error;
      transaction.abort();
    });
    transaction.oncomplete = () => resolve(answer);
    transaction.onabort = () => {
      if (refused?.says || mode === 'readonly') return reject(refused ?? transaction.error);
      lost();
      return reject(told('not-kept', refused ?? transaction.error));
    };
  });
}

const get = (store, key) => within([store], 'readonly', (t, ask) => ask(t.objectStore(store).get(key)));
const all = (store) => within([store], 'readonly', (t, ask) => ask(t.objectStore(store).getAll()));
const by = (store, index, key) =>
  within([store], 'readonly', (t, ask) => ask(t.objectStore(store).index(index).getAll(key)));

export const desk = (id) => get('desks', id);
export const desks = () => all('desks');
export const paper = (id) => get('papers', id);
export const papers = (desk) => (desk ? by('papers', 'desk', desk) : all('papers'));
export const enrolled = (enrolment) => by('papers', 'enrolment', enrolment);
/** Papers that are on their way. */
export const onTheirWay = async () => (await Promise.all(['waiting', 'sending'].map((state) => by('papers', 'state', state)))).flat();
export const enrolment = (id) => get('enrolments', id);
/** The scans of a paper that are here, by their BLAKE3. */
export const scans = (paper) =>
  within(['scans'], 'readonly', (t, ask) => ask(t.objectStore('scans').index('paper').getAllKeys(paper)))
    .then((keys) => keys.map(([, blake3]) => blake3));
export const scan = (paper, blake3) => get('scans', [paper, blake3]);

export async function putDesk(desk) {
  await within(['desks'], 'readwrite', (t) => { t.objectStore('desks').put(desk); });
  channel.postMessage(desk.id);
}

/** Keeps a paper that is new. */
export async function putPaper(paper) {
  await within(['papers'], 'readwrite', (t) => { t.objectStore('papers').put({ ...paper, changed: Date.now() }); });
  channel.postMessage(paper.id);
}

/** Changes a paper as it stands now, whoever changed it meanwhile; gives back what it became. */
export async function change(id, how) {
  const [changed = null] = await changeAll([id], how);
  return changed;
}

/** Changes papers of one page together; gives back what they became, without those that `how` leaves alone with `false`. */
export async function changeAll(ids, how) {
  const changed = await within(['papers'], 'readwrite', async (t, ask) => {
    const papers = (await Promise.all(ids.map((id) => ask(t.objectStore('papers').get(id))))).filter(Boolean);
    return papers.filter((paper) => {
      if (how(paper) === false) return false;
      t.objectStore('papers').put(Object.assign(paper, { changed: Date.now() }));
      return true;
    });
  });
  if (changed.length > 0) tell(changed[0]);
  return changed;
}

/** Whether a paper is as far as it was, and says the same under the same signatures. */
const isSame = (one, other) => one?.id === other?.id && one?.state === other?.state && one?.paper === other?.paper;

/** Changes a paper only if it still stands as `before`; gives back what it became, or nothing. */
export const changeSame = (before, how) => change(before.id, (paper) => (isSame(paper, before) ? how(paper) : false));

/** Changes a paper that a page showed. A page that somebody overtook in another tab is told so, and changes nothing. */
export async function changeShown(before, how) {
  const changed = await changeSame(before, how);
  if (!changed) throw stale();
  return changed;
}

/** Whose page shows a paper: its own, or that of an enrolment. */
const tell = ({ id, enrolment }) => channel.postMessage(enrolment ? `enrolment ${enrolment}` : id);

/**
 * Changes papers of an enrolment: each of `all` is the paper `before`, if there is one, and what it became `after`, if it
 * stays. Gives back those of which somebody changed the paper meanwhile: there nothing is written.
 */
export async function putEnrolled(enrolment, all) {
  const left = await within(['papers'], 'readwrite', async (t, ask) => {
    const papers = t.objectStore('papers');
    const here = new Map((await ask(papers.index('enrolment').getAll(enrolment))).map((paper) => [paper.unit, paper]));
    return all.filter(({ before, after }) => {
      if (!isSame(here.get((before ?? after).unit), before)) return true;
      if (after) papers.put({ ...after, changed: Date.now() });
      else papers.delete(before.id);
      return false;
    });
  });
  channel.postMessage(`enrolment ${enrolment}`);
  return left;
}

/** Keeps the slips of an enrolment and what they come to. */
export async function putEnrolment(enrolment) {
  await within(['enrolments'], 'readwrite', (t) => { t.objectStore('enrolments').put(enrolment); });
  return enrolment;
}

/** Forgets an enrolment with its papers. */
export async function dropEnrolment(id) {
  await within(['papers', 'enrolments'], 'readwrite', async (t, ask) => {
    t.objectStore('enrolments').delete(id);
    const keys = await ask(t.objectStore('papers').index('enrolment').getAllKeys(id));
    for (const key of keys) t.objectStore('papers').delete(key);
  });
  channel.postMessage(`enrolment ${id}`);
}

export const putScan = (scan) => within(['scans'], 'readwrite', (t) => { t.objectStore('scans').put(scan); });
export const dropScan = (paper, blake3) => within(['scans'], 'readwrite', (t) => { t.objectStore('scans').delete([paper, blake3]); });

/** Drops a paper with its scans; one that a page showed, only if it still stands as it did. */
export async function dropPaper(id, shown = null) {
  await within(['papers', 'scans'], 'readwrite', async (t, ask) => {
    if (shown && !isSame(await ask(t.objectStore('papers').get(id)), shown)) throw stale();
    t.objectStore('papers').delete(id);
    const keys = await ask(t.objectStore('scans').index('paper').getAllKeys(id));
    for (const key of keys) t.objectStore('scans').delete(key);
  });
  channel.postMessage(id);
}

export async function dropDesk(id) {
  for (const paper of await papers(id)) await dropPaper(paper.id);
  await dropEnrolment(id);
  await within(['desks'], 'readwrite', (t) => { t.objectStore('desks').delete(id); });
  channel.postMessage(id);
}

/** Calls back when something was changed, in another tab or by the queue here; what it gives back ends that. */
export function changes(hear) {
  const local = new BroadcastChannel(NAME);
  local.onmessage = (message) => hear(message.data);
  return () => local.close();
}

/** Whether the browser promises to keep it all; one that promises nothing may delete it when its disk fills up. */
export async function lasting() {
  await open();
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
