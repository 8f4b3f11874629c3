// A paper on its way, and one that is in: its receipt, checked here, and the page that is printed.

import { button, el, save, square, terms } from './dom.js';
import * as queue from './queue.js';
import { sheet, signers } from './read.js';
import * as store from './store.js';

export async function onItsWay(desk, paper, head) {
  const { say } = desk;
  const shown = await desk.program.ask('read', { paper: paper.paper, now: Date.now() });
  const { problem } = paper;
  const isRefused = paper.state === 'refused';
  const next = paper.next > Date.now() && `${say('next-try')}: ${new Date(paper.next).toLocaleTimeString(desk.lang)}`;
  const told = problem && el('div', { class: 'wrong', role: isRefused ? 'alert' : null },
    problem.doubtful && el('p', {}, say('receipt-doubtful')), problem.owed && el('p', {}, say('scans-owed')),
    problem.says && el('p', {}, problem.code && el('strong', {}, `${problem.code} `), problem.says), problem.do && el('p', {}, problem.do));
  return el('div', {}, head,
    el('h2', {}, say(isRefused ? 'state-refused' : paper.state === 'sending' ? 'state-sending' : 'state-waiting')),
    !isRefused && el('p', { role: 'status' }, say('waiting')), next && el('p', { class: 'small' }, next), told,
    isRefused && paper.other && el('p', {}, say('another-in'), ' ', el('a', { href: new URL(paper.other, document.baseURI).href }, say('receipt'))),
    el('p', { class: 'actions' }, button(say('try-now'), () => queue.add(paper.id)),
      paper.receipt ? saving(desk, paper) : button(say('take-back'), () => queue.take(paper.id).then(desk.again), { class: 'quiet' })),
    sheet(desk, shown), signers(desk, shown.signers));
}

const saving = (desk, paper) => button(desk.say('save-receipt'),
  () => save(`${paper.unit ?? desk.open.unit}-${paper.kind}.tlog-proof`, paper.receipt, 'text/plain'), { class: 'quiet' });

export async function received(desk, paper, head) {
  const { say } = desk;
  const proved = await desk.program.ask('receipt', { receipt: paper.receipt, paper: paper.paper });
  const address = queue.service(`receipts/${proved.event}`).href;
  const [own, where] = await Promise.all([paper.receipt, address].map((text) => desk.program.bytes('square',
    new TextEncoder().encode(JSON.stringify({ text })))));
  const holds = proved.holds && proved.ours;
  return el('div', { class: 'received' }, head, el('h2', {}, say('receipt')),
    el('p', { class: holds ? 'good' : 'is-error' }, say(holds ? 'receipt-holds' : 'receipt-doubtful')),
    holds && proved.verdict !== 'verified' && el('p', {}, say('not-witnessed')),
    paper.problem?.scan && el('p', { class: 'is-error' }, `${paper.problem.scan}: ${paper.problem.code} ${paper.problem.says}`),
    !holds && proved.faults.map((fault) => el('p', { class: 'is-error' }, `${fault.code} ${fault.says}`)),
    el('p', { class: 'actions' }, button(say('print'), () => print()),
      saving(desk, paper),
      button(say('renew-receipt'), () => renew(desk, paper, proved), { class: 'quiet' })),
    sheet(desk, proved), el('h3', {}, say('signatures')), signers(desk, proved.signers),
    terms([
      [say('event'), el('code', {}, proved.event)], [say('place'), `${proved.sequence} ${say('of')} ${proved.size}`],
      [say('arrived'), proved.arrived], [say('fingerprint'), el('code', {}, proved.fingerprint)],
      [say('receipt-witnesses'), proved.witnesses.join(', ')],
    ]),
    el('div', { class: 'both' }, el('figure', {}, square(own, say('receipt')) ?? el('p', {}, say('receipt-too-long')),
      own && el('figcaption', {}, say('square-receipt'))),
    el('figure', {}, square(where, address), el('figcaption', {}, say('square-address'), ' ', el('code', {}, address)))));
}

/** The receipt under a newer checkpoint, which witnesses may have cosigned; kept only if it holds, and is of this paper. */
async function renew(desk, paper, proved) {
  const answer = await fetch(queue.service(`receipts/${proved.event}`), { cache: 'no-store' });
  if (!answer.ok) throw await answer.json().catch(() => ({ says: `HTTP ${answer.status}` }));
  const receipt = await answer.text();
  const newer = await desk.program.ask('receipt', { receipt, paper: paper.paper });
  if (!newer.holds || !newer.ours) throw { says: desk.say('receipt-doubtful') };
  await store.changeShown(paper, (it) => { it.receipt = receipt; });
  await desk.again();
}
