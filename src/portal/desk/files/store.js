// What this machine keeps: commissions with their kits, papers as they are typed and signed, scans. Never a key.
//
//   desks       id = LEDGER/UNIT       kit, policy, what they say
//   papers      id, desk               kind, state, typed, second, paper, receipt, tries
//               id, enrolment          of a commission that is enrolled: the same, in the place of a desk its officer's
//   enrolments  id = LEDGER/UNIT       units, slips, what they come to
//   scans       paper, blake3          the file

const NAME = 'protokol-desk';
const told = new BroadcastChannel(NAME);
let opened = null;

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
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** One transaction; done when what was written is written. */
async function within(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    let answer;
    const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    Promise.resolve(work(transaction, ask)).then((value) => { answer = value; }, reject);
    transaction.oncomplete = () => resolve(answer);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
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
export const scans = (paper) => by('scans', 'paper', paper);

export async function putDesk(desk) {
  await within(['desks'], 'readwrite', (t) => { t.objectStore('desks').put(desk); });
  told.postMessage(desk.id);
}

/** Keeps a paper whole. */
export async function putPaper(paper) {
  paper.changed = Date.now();
  await within(['papers'], 'readwrite', (t) => { t.objectStore('papers').put(paper); });
  told.postMessage(paper.id);
  return paper;
}

/** Changes a paper as it stands now, whoever changed it meanwhile; gives back what it became. */
export async function change(id, how) {
  const changed = await within(['papers'], 'readwrite', async (t, ask) => {
    const paper = await ask(t.objectStore('papers').get(id));
    if (!paper) return null;
    how(paper);
    paper.changed = Date.now();
    t.objectStore('papers').put(paper);
    return paper;
  });
  tell(changed ?? { id });
  return changed;
}

/** Whose page shows a paper: its own, or that of an enrolment. */
const tell = ({ id, enrolment }) => told.postMessage(enrolment ? `enrolment ${enrolment}` : id);

/** Changes papers of an enrolment, all of them or none. */
export async function changeAll(ids, how) {
  const changed = await within(['papers'], 'readwrite', async (t, ask) => {
    const papers = (await Promise.all(ids.map((id) => ask(t.objectStore('papers').get(id))))).filter(Boolean);
    for (const paper of papers) {
      how(paper);
      paper.changed = Date.now();
      t.objectStore('papers').put(paper);
    }
    return papers;
  });
  if (changed.length > 0) tell(changed[0]);
}

/** Keeps papers of an enrolment, and drops others. */
export async function putPapers(papers, dropped) {
  await within(['papers'], 'readwrite', (t) => {
    for (const paper of papers) t.objectStore('papers').put({ ...paper, changed: Date.now() });
    for (const id of dropped) t.objectStore('papers').delete(id);
  });
  if (papers.length > 0) tell(papers[0]);
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
  told.postMessage(`enrolment ${id}`);
}

export const putScan = (scan) => within(['scans'], 'readwrite', (t) => { t.objectStore('scans').put(scan); });

export async function dropPaper(id) {
  await within(['papers', 'scans'], 'readwrite', async (t, ask) => {
    t.objectStore('papers').delete(id);
    const keys = await ask(t.objectStore('scans').index('paper').getAllKeys(id));
    for (const key of keys) t.objectStore('scans').delete(key);
  });
  told.postMessage(id);
}

export async function dropDesk(id) {
  for (const paper of await papers(id)) await dropPaper(paper.id);
  await dropEnrolment(id);
  await within(['desks'], 'readwrite', (t) => { t.objectStore('desks').delete(id); });
  told.postMessage(id);
}

/** Calls back when something was changed, in another tab or by the queue here; what it gives back ends that. */
export function changes(hear) {
  const local = new BroadcastChannel(NAME);
  local.onmessage = (message) => hear(message.data);
  return () => local.close();
}

/** Whether the browser promises to keep it all. */
export async function lasting() {
  await open();
  return (await navigator.storage?.persist?.()) ?? false;
}
