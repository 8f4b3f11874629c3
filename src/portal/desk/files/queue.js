// Handing in: as often as it takes. Only one tab of a browser does it at a time; what is sent twice is in once.

import { bytes } from './dom.js';
import { alone } from './program.js';
import * as store from './store.js';

const LONGEST_SECONDS = 60;
const PATIENCE_MS = 60_000;
let timer = null;
let language = 'en';

export const service = (path) => new URL(`../../v1/${path}`, document.baseURI);

/** Begins to look after the queue; whatever is waiting goes now. */
export function start(lang) {
  language = lang;
  addEventListener('online', () => run(true));
  run(true);
}

/** Puts a paper into the queue. */
export async function add(id) {
  await store.change(id, (paper) => { Object.assign(paper, { state: 'waiting', tries: 0, next: 0, problem: null }); });
  return run();
}

/** Takes a paper back out, as it was signed. */
export const take = (id) => store.change(id, (paper) => { paper.state = 'drawn'; });

/** Sends whatever is due; at once where the line has come back. */
export async function run(now = false) {
  await navigator.locks.request('protokol-desk-queue', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const { id } of await due(now)) {
      const paper = await store.paper(id);
      if (paper && ['waiting', 'sending'].includes(paper.state)) await send(paper);
    }
  });
  clearTimeout(timer);
  const waiting = (await store.papers()).filter((paper) => ['waiting', 'sending'].includes(paper.state));
  if (waiting.length === 0) return;
  const next = Math.min(...waiting.map((paper) => paper.next || 0));
  timer = setTimeout(run, Math.max(1000, next - Date.now()));
}

/** What was being sent when a tab was closed is due as well. */
async function due(now) {
  const waiting = (await store.papers()).filter((paper) => ['waiting', 'sending'].includes(paper.state));
  return waiting.filter((paper) => now || (paper.next || 0) <= Date.now());
}

async function send(paper) {
  await store.change(paper.id, (it) => { it.state = 'sending'; });
  const answer = await post(paper).catch((error) => ({ unreachable: error }));
  const became = await judged(paper, answer).catch((error) => later(paper, { says: String(error.message || error) }));
  await store.change(paper.id, (it) => { Object.assign(it, became); });
}

/** A submission with the scans that are here. */
async function post(paper) {
  const scans = await store.scans(paper.id);
  const submission = new Blob([bytes(paper.paper)], { type: 'application/octet-stream' });
  let body = submission;
  const headers = { 'Accept-Language': language };
  if (scans.length > 0) {
    body = new FormData();
    body.append('submission', submission, 'paper.submission');
    for (const { name, file } of scans) body.append('attachment', new Blob([file]), name);
  } else {
    headers['Content-Type'] = 'application/octet-stream';
  }
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return fetch(service('submissions'), { method: 'POST', headers, body, signal, cache: 'no-store' });
}

/** What becomes of a paper by an answer. Only a receipt that holds, and of this very paper, ends it. */
async function judged(paper, answer) {
  if (answer.unreachable) return later(paper, null);
  if (answer.status === 200 || answer.status === 201) {
    const receipt = await answer.text();
    const desk = await store.desk(paper.desk);
    const proved = await alone(desk, language, (program) =>
      program.ask('receipt', { receipt, paper: paper.paper })).catch(() => null);
    if (!proved?.holds || !proved.ours) return later(paper, { doubtful: true, says: proved?.faults?.[0]?.says });
    const owed = answer.headers.get('protokol-scans-missing');
    const kept = { receipt, event: proved.event, tries: 0 };
    const has = owed && (await store.scans(paper.id)).length > 0 && !paper.resent;
    return has ? { ...later(paper, { owed: true }), ...kept, resent: true } : { ...kept, state: 'in', problem: null };
  }
  const problem = await answer.json().catch(() => ({ says: `HTTP ${answer.status}` }));
  const wait = Number(answer.headers.get('retry-after'));
  if (wait > 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500) {
    return later(paper, problem, wait);
  }
  const other = /<([^>]*)>; *rel="alternate"/.exec(answer.headers.get('link') || '')?.[1] ?? null;
  return { state: 'refused', problem, other };
}

/** Tried again after a while: twice as long each time, up to a minute; not all machines at one moment. */
function later(paper, problem, seconds = 0) {
  const tries = (paper.tries || 0) + 1;
  const pause = seconds > 0 ? seconds : Math.min(LONGEST_SECONDS, 2 ** Math.min(tries, 6));
  const next = Date.now() + Math.round(1000 * pause * (1 + Math.random() / 4));
  return { state: 'waiting', tries, next, problem };
}
