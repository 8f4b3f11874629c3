// Handing in: as often as it takes. Only one tab of a browser does it at a time; what is sent twice is in once.

import { bytes } from './dom.js';
import { opened } from './program.js';
import * as store from './store.js';

const LONGEST_SECONDS = 60;
const PATIENCE_MS = 60_000;
/** How many are on their way at once: an answer waits until its paper is sealed, and several are sealed together. */
const LANES = 4;
const ON_THE_WAY = ['waiting', 'sending'];
let timer = null;
/** Until when nothing is sent: the line is gone, or the service asked for it. */
let rest = 0;
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
  rest = 0;
  return run();
}

/** Puts papers of an enrolment into the queue, all of them or none. */
export async function addAll(ids) {
  await store.changeAll(ids, (paper) => { Object.assign(paper, { state: 'waiting', tries: 0, next: 0, problem: null }); });
  rest = 0;
  return run();
}

/** Takes a paper back out, as it was signed. */
export const take = (id) => store.change(id, (paper) => { paper.state = 'drawn'; });

/** Sends whatever is due, some at once; now, where the line has come back. */
export async function run(now = false) {
  if (now) rest = 0;
  await navigator.locks.request('protokol-desk-queue', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const left = (await due(now)).map((paper) => paper.id);
    const checking = new Checking();
    const lane = async () => {
      while (left.length > 0 && Date.now() >= rest) {
        const paper = await store.paper(left.shift());
        if (paper && ON_THE_WAY.includes(paper.state)) await send(paper, checking);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane)).finally(() => checking.end());
  });
  clearTimeout(timer);
  const waiting = await store.onTheirWay();
  if (waiting.length === 0) return;
  const next = Math.max(rest, Math.min(...waiting.map((paper) => paper.next || 0)));
  timer = setTimeout(run, Math.max(1000, next - Date.now()));
}

/** What was being sent when a tab was closed is due as well. */
async function due(now) {
  return (await store.onTheirWay()).filter((paper) => now || (paper.next || 0) <= Date.now());
}

/** Checks the receipts of a run: one program for each commission, which ends with the run. */
class Checking {
  constructor() {
    this.programs = new Map();
  }

  async check(paper, receipt) {
    const id = paper.desk ?? paper.enrolment;
    if (!this.programs.has(id)) this.programs.set(id, store.desk(id).then((desk) => opened(desk, language)));
    const program = await this.programs.get(id);
    return program.ask('receipt', { receipt, paper: paper.paper });
  }

  end() {
    for (const program of this.programs.values()) program.then((it) => it.end(), () => {});
  }
}

async function send(paper, checking) {
  await store.change(paper.id, (it) => { it.state = 'sending'; });
  const answer = await post(paper).catch((error) => ({ unreachable: error }));
  const became = await judged(paper, answer, checking).catch((error) => later(paper, { says: String(error.message || error) }));
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
async function judged(paper, answer, checking) {
  if (answer.unreachable) return pausing(later(paper, null));
  if (answer.status === 200 || answer.status === 201) {
    const receipt = await answer.text();
    const proved = await checking.check(paper, receipt).catch(() => null);
    if (!proved?.holds || !proved.ours) return later(paper, { doubtful: true, says: proved?.faults?.[0]?.says });
    const owed = answer.headers.get('protokol-scans-missing');
    const kept = { receipt, event: proved.event, sequence: proved.sequence, tries: 0 };
    const has = owed && (await store.scans(paper.id)).length > 0 && !paper.resent;
    return has ? { ...later(paper, { owed: true }), ...kept, resent: true } : { ...kept, state: 'in', problem: null };
  }
  const problem = await answer.json().catch(() => ({ says: `HTTP ${answer.status}` }));
  const wait = Number(answer.headers.get('retry-after'));
  if (wait > 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500) {
    return pausing(later(paper, problem, wait));
  }
  const other = /<([^>]*)>; *rel="alternate"/.exec(answer.headers.get('link') || '')?.[1] ?? null;
  return { state: 'refused', problem, other };
}

/** Of a paper that waits for the line, or because the service is busy: the others wait with it. */
function pausing(became) {
  rest = Math.max(rest, became.next);
  return became;
}

/** Tried again after a while: twice as long each time, up to a minute; not all machines at one moment. */
function later(paper, problem, seconds = 0) {
  const tries = (paper.tries || 0) + 1;
  const pause = seconds > 0 ? seconds : Math.min(LONGEST_SECONDS, 2 ** Math.min(tries, 6));
  const next = Date.now() + Math.round(1000 * pause * (1 + Math.random() / 4));
  return { state: 'waiting', tries, next, problem };
}
