// Handing in: as often as it takes. Only one tab of a browser does it at a time; what is sent twice is in once.

import { bytes } from './dom.js';
import { opened } from './program.js';
import * as store from './store.js';

const LONGEST_SECONDS = 60;
const PATIENCE_MS = 60_000;
/** A service gives whoever sends a scan over a slow line three minutes; then it is the one to break off. */
const SCAN_PATIENCE_MS = 200_000;
const ON_THE_WAY = ['waiting', 'sending'];
/**
 * Two lines, so that no paper waits for a scan. Papers go alone, and several at once: an answer waits until its paper is
 * sealed, and several are sealed together. Scans follow one by one, for one fills the line to the service.
 * `rest` is until when nothing is sent: the line is gone, or the service asked for it.
 */
const PAPERS = { lock: 'protokol-desk-queue', lanes: 4, isOf: (paper) => !paper.receipt, rest: 0 };
const SCANS = { lock: 'protokol-desk-scans', lanes: 1, isOf: (paper) => paper.receipt, rest: 0 };
let timer = null;
let language = 'en';

export const service = (path) => new URL(`../../v1/${path}`, document.baseURI);

/** Begins to look after the queue; whatever is waiting goes now. */
export function start(lang) {
  language = lang;
  addEventListener('online', () => run(true).catch(again));
  // What another tab puts into the queue is looked after here once that tab is closed.
  store.changes(() => { timer ??= setTimeout(tick, 1000); });
  run(true).catch(again);
}

/** Puts a paper into the queue. */
export const add = (id) => addAll([id]);

/** Puts papers into the queue that are drawn up, all of them or none, and begins to send; what is sent, or in, stays so. */
export async function addAll(ids) {
  await store.changeAll(ids, (paper) => {
    if (!paper.paper) throw store.stale();
    if (paper.state === 'sending' || paper.state === 'in') return false;
    return Object.assign(paper, { state: 'waiting', tries: 0, next: 0, problem: null });
  });
  PAPERS.rest = SCANS.rest = 0;
  run().catch(again);
}

/** Takes a paper back out, as it was signed. */
export const take = (id) => takeAll([id]);

/** Takes papers back out; those that have a receipt are in, whatever is still owed of them. */
export const takeAll = (ids) => store.changeAll(ids, (paper) => {
  const isOut = !paper.receipt && (paper.state === 'refused' || ON_THE_WAY.includes(paper.state));
  return isOut && Object.assign(paper, { state: 'drawn' });
});

/** Sends whatever is due, some at once; now, where the line has come back. */
export async function run(now = false) {
  if (now) PAPERS.rest = SCANS.rest = 0;
  await go(PAPERS, now);
  const scans = go(SCANS, now).then(arm);
  await arm();
  await scans;
}

/** Sends what is due in one line, unless another tab is at it. */
async function go(line, now) {
  await navigator.locks.request(line.lock, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    // What was being sent when a tab was closed is due as well.
    const due = (await store.onTheirWay()).filter((paper) => line.isOf(paper) && (now || (paper.next || 0) <= Date.now()));
    const left = due.map((paper) => paper.id);
    const checking = new Checking();
    const lane = async () => {
      while (left.length > 0 && Date.now() >= line.rest) {
        const paper = await store.paper(left.shift());
        const sent = paper && ON_THE_WAY.includes(paper.state) && line.isOf(paper) && await send(line, paper, checking);
        if (sent?.owed?.length > 0 && line === SCANS && sent.next === 0) left.push(sent.id);
      }
    };
    await Promise.all(Array.from({ length: line.lanes }, lane)).finally(() => checking.end());
  });
}

/** Comes back when the next paper is due. */
async function arm() {
  const waiting = await store.onTheirWay();
  clearTimeout(timer);
  timer = null;
  if (waiting.length === 0) return;
  const at = (paper) => Math.max(paper.next || 0, [PAPERS, SCANS].find((line) => line.isOf(paper)).rest);
  timer = setTimeout(tick, Math.max(1000, Math.min(...waiting.map(at)) - Date.now()));
}

function tick() {
  timer = null;
  run().catch(again);
}

/** What is kept cannot be read at this moment: it is tried again. */
function again() {
  timer ??= setTimeout(tick, 1000 * LONGEST_SECONDS);
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

/** Sends what is next of a paper: itself, and then each scan that is owed. Gives back what it became. */
async function send(line, paper, checking) {
  if (!(await store.changeSame(paper, (it) => { it.state = 'sending'; }))) return null;
  const scan = line === SCANS ? await next(paper) : null;
  const answer = line === SCANS && !scan ? null : await post(paper, scan).catch((error) => ({ unreachable: error }));
  const became = await judged(line, paper, scan, answer, checking)
    .catch((error) => later(paper, { says: String(error.message || error) }));
  return store.change(paper.id, (it) => {
    if (it.state === 'sending') return Object.assign(it, became);
    // It was taken back meanwhile. What is in is in for all that; else it stays taken back.
    if (it.receipt || !became.receipt) return false;
    return Object.assign(it, { paper: paper.paper, statement: paper.statement }, became);
  });
}

/** The scan that goes next. */
async function next(paper) {
  const [first] = await here(paper);
  return first && store.scan(paper.id, first);
}

/** The scans of a paper that are to be sent yet: those that it names, and that are on this machine. */
async function here(paper) {
  const kept = await store.scans(paper.id);
  const named = (paper.lists?.attachments ?? []).map((scan) => scan.blake3);
  return [...new Set(paper.owed ?? named)].filter((blake3) => named.includes(blake3) && kept.includes(blake3));
}

/** Hands in a paper alone, or with one scan: a service takes no more than one large one at a time. */
async function post(paper, scan) {
  const submission = new Blob([bytes(paper.paper)], { type: 'application/octet-stream' });
  const headers = { 'Accept-Language': language };
  let body = submission;
  if (scan) {
    body = new FormData();
    body.append('submission', submission, 'paper.submission');
    body.append('attachment', new Blob([scan.file]), scan.name);
  } else {
    headers['Content-Type'] = 'application/octet-stream';
  }
  const signal = AbortSignal.timeout(scan ? SCAN_PATIENCE_MS : PATIENCE_MS);
  return fetch(service('submissions'), { method: 'POST', headers, body, signal, cache: 'no-store' });
}

/** What becomes of a paper by an answer. Only a receipt that holds, and of this very paper, ends it. */
async function judged(line, paper, scan, answer, checking) {
  // No scan of it is on this machine any more.
  if (!answer) return { state: 'in', owed: [] };
  const isOwed = line === SCANS ? { owed: true } : null;
  if (answer.unreachable) return pausing(line, later(paper, isOwed));
  if (answer.status === 200 || answer.status === 201) {
    const receipt = await answer.text();
    const proved = await checking.check(paper, receipt).catch(() => null);
    if (!proved?.holds || !proved.ours) return later(paper, { ...isOwed, doubtful: true, says: proved?.faults?.[0]?.says });
    const lacks = (answer.headers.get('protokol-scans-missing') ?? '').split(',').map((digest) => digest.trim());
    const owed = (await here(paper)).filter((blake3) => blake3 !== scan?.blake3 && lacks.includes(blake3));
    return { receipt, event: proved.event, sequence: proved.sequence, ...owing(owed, paper.problem?.scan ? paper.problem : null) };
  }
  const problem = await answer.json().catch(() => null);
  const wait = Number(answer.headers.get('retry-after'));
  if (wait > 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500) {
    return pausing(line, later(paper, { says: `HTTP ${answer.status}`, ...problem, ...isOwed }, wait));
  }
  // Whoever refuses without a code is not the service: something on the way to it, which may be gone in a while.
  if (!problem?.code) return later(paper, { says: `HTTP ${answer.status}`, ...isOwed });
  // The paper is in, and only this scan is not taken.
  if (scan) return owing((await here(paper)).filter((blake3) => blake3 !== scan.blake3), { ...problem, scan: scan.name });
  const other = /<([^>]*)>; *rel="alternate"/.exec(answer.headers.get('link') || '')?.[1] ?? null;
  return { state: 'refused', problem, other };
}

/** Of a paper that is in, with scans that are still owed or without; `problem` is of one that was not taken. */
function owing(owed, problem) {
  const isWhole = owed.length === 0;
  return { state: isWhole ? 'in' : 'waiting', owed, tries: 0, next: 0, problem: isWhole ? problem : { ...problem, owed: true } };
}

/** Of a paper that waits for the line, or because the service is busy: the others of its line wait with it. */
function pausing(line, became) {
  line.rest = Math.max(line.rest, became.next);
  return became;
}

/** Tried again after a while: twice as long each time, up to a minute; not all machines at one moment. */
function later(paper, problem, seconds = 0) {
  const tries = (paper.tries || 0) + 1;
  const pause = seconds > 0 ? seconds : Math.min(LONGEST_SECONDS, 2 ** Math.min(tries, 6));
  const next = Date.now() + Math.round(1000 * pause * (1 + Math.random() / 4));
  return { state: 'waiting', tries, next, problem };
}
