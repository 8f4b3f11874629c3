// What goes wrong around a desk: two tabs at one paper, a tab that is closed, something in the way to the service, scans that are
// too large together, a disk that is full, another version of the desk, a fault of the program.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, visitor } from './kit/browser.mjs';
import { founded } from './kit/commission.mjs';
import { PASSPHRASE, office } from './kit/office.mjs';
import { serve } from './kit/service.mjs';

const MIB = 1024 * 1024;
const PATIENCE_MS = 30_000;
const SUBMISSIONS = '**/v1/submissions';
const FIGURES = [
  ['Voters on the list', 900], ['Ballot papers received', 700], ['Ballot papers issued to voters', 181],
  ['Ballot papers not used', 519], ['Invalid papers in the box', 4], ['Valid papers in the box', 177],
  ['01 First candidate', 100], ['02 Second candidate', 77],
];
const OVERTAKEN = 'This paper was changed in another tab.';
const RECEIVED = 'This browser checked the receipt';

let browser;
let election;
let service;
let scratch;

before(async () => {
  browser = await launch();
  election = founded();
  scratch = mkdtempSync(join(tmpdir(), 'protokol-tabs-files-'));
  service = await serve(election.ledger, election.told);
});
after(async () => {
  await browser?.close();
  await service?.stop();
  election?.forget();
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, label) => page.getByLabel(label, { exact: true });
const heading = (page, name) => page.getByRole('heading', { name, exact: true });

/** A machine, and further tabs of its browser. */
async function machine(options = {}, at = service) {
  const one = await visitor(browser, new URL(at.url).origin, options);
  const context = one.page.context();
  context.setDefaultTimeout(PATIENCE_MS);
  // What takes long can be held, so that others do something meanwhile.
  await context.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    window.held = [];
    Worker.prototype.postMessage = function (message, ...more) {
      const send = () => post.call(this, message, ...more);
      if (message.question !== window.holds) return send();
      window.holds = null;
      return window.held.push(send);
    };
  });
  const tab = async (address) => {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('main h1').waitFor();
    return page;
  };
  return { ...one, context, tab };
}

/** Has a tab hold the next question of a name; what it gives back waits until it is asked, and lets it go. */
async function hold(page, question) {
  await page.evaluate((name) => { window.holds = name; }, question);
  const isHeld = () => page.waitForFunction(() => window.held.length > 0);
  return { isHeld, go: () => page.evaluate(() => window.held.pop()()) };
}

async function open(page, unit, at = service) {
  await page.goto(`${at.url}/desk/en/`);
  await field(page, 'Number of the commission').fill(unit);
  await button(page, 'Fetch the kit').click();
  await page.getByRole('heading', { name: `Commission ${unit}` }).waitFor();
}

async function sign(page, { file, passphrase }, agreed = 'I have read the page above', name = 'Sign') {
  await field(page, 'Key file').setInputFiles(file);
  await field(page, 'Passphrase').fill(passphrase);
  await page.getByLabel(agreed).check();
  await button(page, name).click();
}

const signed = (page, count, of) => page.getByRole('heading', { name: `Signatures: ${count} of ${of}` }).waitFor();

/** Begins a paper on the page of the commission, and types figures. */
async function begin(page, kind, figures = FIGURES) {
  await button(page, kind).click();
  await heading(page, kind).waitFor();
  for (const [label, figure] of figures) await field(page, label).fill(String(figure));
}

/** A report of turnout, which one signature completes. */
async function turnout(page, unit, hour) {
  await begin(page, 'Turnout by now', []);
  await field(page, 'As of which hour').selectOption(hour);
  await field(page, 'Voters who had taken a paper').fill('55');
  await page.getByText('fifty-five').waitFor();
  await button(page, 'Draw up without a second entry').click();
  await sign(page, election.key(`${unit}-1`));
  await button(page, 'Hand in').waitFor();
}

/** The papers that a browser keeps. */
const kept = (page) => page.evaluate(() => new Promise((done, failed) => {
  const asked = indexedDB.open('protokol-desk');
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction('papers').objectStore('papers').getAll();
    all.onsuccess = () => { asked.result.close(); done(all.result); };
  };
}));

test('scans that are too large together follow their paper one by one; one that was taken away stays', { timeout: 180_000 }, async () => {
  const { page, close } = await machine();
  await open(page, '01');
  await begin(page, "Observer's copy");
  const scan = (name, bytes, last) => {
    const file = join(scratch, name);
    writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(bytes, last)]));
    return file;
  };
  const input = page.getByLabel('Attach a scan (JPEG, PNG, PDF)');
  await input.setInputFiles([scan('one.jpg', 12 * MIB, 1), scan('two.jpg', 12 * MIB, 2), scan('wrong.jpg', 1000, 3)]);
  await page.getByText('wrong.jpg').waitFor();
  await button(page, 'Remove').last().click();
  await page.getByText('wrong.jpg').waitFor({ state: 'detached' });
  await button(page, 'Draw up without a second entry').click();
  await sign(page, election.key('watcher'));
  const sent = [];
  page.on('request', (request) => request.url().endsWith('/v1/submissions') && sent.push(request.headers()['content-type'].split(';')[0]));
  await button(page, 'Hand in').click();
  await page.getByText(RECEIVED).waitFor({ timeout: 120_000 });
  assert.deepEqual(sent, ['application/octet-stream', 'multipart/form-data', 'multipart/form-data']);
  assert.equal(readdirSync(join(election.ledger, 'attachments')).length, 2);
  await close();
});

test('a tab that was overtaken changes nothing of a paper, and says so', { timeout: 180_000 }, async () => {
  const { page, tab, close } = await machine();
  await open(page, '01');
  await begin(page, 'Protocol of the count');
  const typing = await tab(page.url());
  assert.equal(await field(typing, '02 Second candidate').inputValue(), '77');
  await button(page, 'Draw up without a second entry').click();
  await signed(page, 0, 4);
  const reading = await tab(page.url());
  await reading.getByLabel('I have read the page above').check();
  await sign(page, election.key('01-1'));
  await signed(page, 1, 4);
  const before = await kept(page);

  await button(typing, 'Draw up without a second entry').click();
  await typing.getByText(OVERTAKEN).waitFor();
  await field(typing, '02 Second candidate').fill('78');
  await typing.locator('.row', { has: field(typing, '02 Second candidate') }).getByText(OVERTAKEN).waitFor();
  await button(typing, 'Second entry by another person').click();
  await button(typing, 'Throw this paper away').click();
  await button(typing, 'Throw this paper away').last().click();
  await typing.locator('dialog').waitFor({ state: 'detached' });
  await button(reading, 'Change what was typed').click();
  await reading.getByText(OVERTAKEN).waitFor();
  await button(reading, 'Throw this paper away').click();
  await button(reading, 'Throw this paper away').last().click();
  await reading.locator('.wrong').getByText(OVERTAKEN).first().waitFor();
  assert.deepEqual(await kept(page), before);

  // Two members sign at once, in two tabs: both signatures are there.
  await reading.reload();
  const { isHeld, go } = await hold(page, 'join');
  await sign(page, election.key('01-2'));
  await isHeld();
  await sign(reading, election.key('01-3'));
  await signed(reading, 2, 4);
  await go();
  await signed(page, 3, 4);
  await close();
});

test('a paper that is taken back while it is sent stays back, unless it got in', { timeout: 180_000 }, async () => {
  const { page, context, close } = await machine();
  await open(page, '01');
  await turnout(page, '01', '12:00');
  let arrived;
  await context.route(SUBMISSIONS, (route) => arrived(route));
  const sending = async () => {
    const route = new Promise((came) => { arrived = came; });
    await button(page, 'Hand in').click();
    return route;
  };
  const takeBack = async () => {
    await button(page, 'Take it back out of the queue').click();
    await heading(page, 'Read before you sign').waitFor();
  };
  const broken = await sending();
  await takeBack();
  const failed = page.waitForEvent('requestfailed');
  await broken.abort();
  await failed;
  await page.waitForTimeout(500);
  assert.deepEqual((await kept(page)).map((paper) => paper.state), ['drawn']);

  const whole = await sending();
  await takeBack();
  await whole.continue();
  await page.getByText(RECEIVED).waitFor();
  await close();
});

test('what something on the way answers refuses nothing, and another tab goes on with the queue', { timeout: 180_000 }, async () => {
  const { page, context, tab, close } = await machine();
  await open(page, '02');
  const home = page.url();
  const other = await tab(home);
  await other.waitForTimeout(500);
  await turnout(page, '02', '12:00');
  await context.route(SUBMISSIONS, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }));
  await button(page, 'Hand in').click();
  await heading(page, 'waiting for the line').waitFor();
  await page.getByText('HTTP 404').waitFor();
  await page.close();
  await context.unroute(SUBMISSIONS);
  await other.locator('.cards li[data-state=in]').waitFor();
  await close();
});

test('the page says whether it is kept for good, for now, or not at all', { timeout: 180_000 }, async () => {
  for (const [lasts, says] of [[true, 'Kept on this machine.'], [false, 'Kept on this machine, but the browser may delete it when the disk is full.']]) {
    const { page, context, close } = await machine();
    await context.addInitScript((answer) => { StorageManager.prototype.persist = async () => answer; }, lasts);
    await page.goto(`${service.url}/desk/en/`);
    await page.locator('#kept').getByText(says).waitFor();
    await close();
  }

  const { page, close } = await machine();
  await open(page, '02');
  await begin(page, 'Turnout by now', []);
  await page.evaluate(() => {
    // What a browser does where the disk is full: it takes the order, and does not carry it out.
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await field(page, 'Voters who had taken a paper').fill('56');
  await page.locator('.row .wrong').getByText('This could not be kept on this machine').waitFor();
  await page.locator('#kept').getByText('This browser keeps nothing').waitFor();
  await close();
});

test('a desk lets go of what it keeps for a newer one, and says which tabs are to be closed', { timeout: 180_000 }, async () => {
  const { page, tab, context, close } = await machine();
  const database = (at, version) => at.evaluate((wanted) => new Promise((done) => {
    const asked = indexedDB.open('protokol-desk', wanted);
    asked.onupgradeneeded = () => {};
    asked.onblocked = () => done('blocked');
    asked.onsuccess = () => { window.database = asked.result; done('open'); };
  }), version);
  await open(page, '02');
  const newer = await tab(`${service.url}/desk/en/`);
  assert.equal(await database(newer, 3), 'open');
  await button(page, 'Turnout by now').click();
  await page.locator('.wrong').getByText('Another tab has another version of this desk open.').waitFor();
  await close();

  const again = await machine();
  // An older desk that does not let go.
  await again.page.goto(`${service.url}/desk/en/`);
  await again.page.locator('main h1').waitFor();
  const old = await again.context.newPage();
  await old.goto(`${service.url}/v1/status`);
  await again.page.close();
  await old.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('protokol-desk').onsuccess = done; }));
  assert.equal(await database(old, 1), 'open');
  const fresh = await again.tab(`${service.url}/desk/en/`);
  await fresh.locator('.wrong').getByText('Another tab has another version of this desk open.').waitFor();
  await again.close();
});

test('after a fault of the program the page goes on with another one', { timeout: 180_000 }, async () => {
  const { page, context, close } = await machine({ serviceWorkers: 'block' });
  // A program that faults once it reads a certain figure, and answers nothing any more.
  await context.route('**/worker.js', async (route) => {
    const answer = await route.fetch();
    const faulty = `const real = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = (await real(...given)).instance;
        let broken = false;
        let at = 0;
        const reserve = (length) => at = exports.reserve(length);
        const ask = (length) => {
          const read = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, at, 4096));
          broken ||= read.includes('"13131"');
          if (broken) throw new WebAssembly.RuntimeError('unreachable');
          return exports.ask(length);
        };
        return { instance: { exports: { ...exports, memory: exports.memory, reserve, ask } } };
      };\n`;
    await route.fulfill({ response: answer, body: faulty + await answer.text() });
  });
  await open(page, '02');
  await begin(page, 'Turnout by now', []);
  const voters = field(page, 'Voters who had taken a paper');
  const fault = context.waitForEvent('weberror');
  await voters.fill('13131');
  assert.match((await fault).error().message, /unreachable/);
  await voters.fill('55');
  await page.getByText('fifty-five').waitFor();
  await close();
});

test('signatures of two tabs are joined, and a receipt stays, whatever another tab is at', { timeout: 300_000 }, async () => {
  const here = await office(2);
  const served = await serve(here.ledger, here.told);
  try {
    const { page, tab, close } = await machine({}, served);
    const signAll = (at, seat) => sign(at, { file: here.key(`01-${seat}`), passphrase: PASSPHRASE }, 'I have looked over the fingerprints above', 'Sign all');
    await open(page, '01', served);
    await page.getByRole('link', { name: 'Enrol commissions from slips' }).click();
    const slips = readdirSync(here.path('slips')).map((name) => here.path(`slips/${name}`));
    await page.getByLabel('Or single files').setInputFiles([here.path('election/units.csv'), ...slips]);
    await heading(page, 'Commissions to be signed: 2').waitFor();
    const other = await tab(page.url());
    await heading(other, 'Commissions to be signed: 2').waitFor();

    // One tab is at it while another signs all.
    let held = await hold(other, 'join');
    await signAll(other, 1);
    await held.isHeld();
    await signAll(page, 2);
    await page.getByText('Signed now: 2').waitFor();
    await held.go();
    await other.getByText('Signed now: 2').waitFor();
    assert.equal(await other.locator('.signers li').count(), 2);

    // One tab is at it while another signs and hands in.
    held = await hold(other, 'join');
    await signAll(other, 4);
    await held.isHeld();
    await page.reload();
    await signAll(page, 3);
    await page.getByText('Signed by as many as must: 2 of 2').waitFor();
    await button(page, 'Hand in').click();
    await page.getByText('handed in: 2 of 2').waitFor();
    await held.go();
    await other.getByText('handed in: 2 of 2').waitFor();
    const papers = await kept(page);
    assert.deepEqual(papers.map((paper) => [paper.state, paper.receipt !== null]), [['in', true], ['in', true]]);
    await close();
  } finally {
    await served.stop();
    here.forget();
  }
});
