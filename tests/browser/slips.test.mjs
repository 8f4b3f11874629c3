// A thousand slips, ten of them wrong in ten ways, become the commissions of 167 precincts with four clicks and three signatures.
// A click is whatever is pressed on the pages of the desk, once it knows of which commission, and is no part of a signature; a
// signature is a key file, its passphrase, the tick that one has looked, and the button.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { LANGS, WIDTHS, launch, visitor } from './kit/browser.mjs';
import { accessible, apart, narrow, reachable, whole } from './kit/checks.mjs';
import { MEMBERS, PASSPHRASE, PRECINCTS, office, precinct, tenWays } from './kit/office.mjs';
import { serve } from './kit/service.mjs';

const PATIENCE_MS = 60_000;
/** What a line that is gone says by itself. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/;
const SIGNING = ['I have looked over the fingerprints above', 'Sign all'];

let browser;
let fresh;
let here;
let service;
let scratch;
let ways;

before(async () => {
  browser = await launch();
  here = await office();
  ways = await tenWays(here);
  fresh = here.path('fresh');
  cpSync(here.ledger, fresh, { recursive: true });
  scratch = mkdtempSync(join(tmpdir(), 'protokol-slips-files-'));
  service = await serve(here.ledger, here.told);
});
after(async () => {
  await browser?.close();
  await service?.stop();
  here?.forget();
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

const button = (page, name) => page.getByRole('button', { name, exact: true });
const heading = (page, name) => page.getByRole('heading', { name, exact: true });

/** A member's machine, and what was pressed on it. */
async function machine(options = {}, at = service) {
  const one = await visitor(browser, new URL(at.url).origin, { acceptDownloads: true, ...options });
  one.at = at;
  one.pressed = [];
  await one.page.context().exposeFunction('pressed', (what) => one.pressed.push(what));
  await one.page.context().addInitScript(() => {
    const name = (element) => (element.labels?.[0] ?? element).textContent.trim();
    const told = (event) => event.isTrusted && window.pressed(name(event.target.closest('a, button, input, summary') ?? event.target));
    document.addEventListener('click', told, true);
  });
  one.page.setDefaultTimeout(PATIENCE_MS);
  return one;
}

/** Opens the desk of the constituency's commission. */
async function open(one, lang = 'en') {
  const { page } = one;
  await page.goto(`${one.at.url}/desk/${lang}/`);
  await page.locator('main form input[type=text]').fill('01');
  await page.locator('main form button[type=submit]').click();
  await page.locator('main table').waitFor();
  one.pressed.length = 0;
}

/** Drops a folder where slips are dropped, as the system does it. */
async function drop(page, ...files) {
  // Asked in one breath: a page that is drawn again has another zone, and the old one has no place.
  const box = await page.locator('.zone').evaluate((element) => {
    element.scrollIntoView();
    const { x, y } = element.getBoundingClientRect();
    return { x, y };
  });
  const at = { x: box.x + 20, y: box.y + 10, data: { items: [], files, dragOperationsMask: 1 } };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, ...at });
  await session.detach();
}

async function sign(page, key, passphrase = PASSPHRASE) {
  await page.locator('main form input[type=file]').setInputFiles(key);
  await page.locator('main input[type=password]').fill(passphrase);
  await page.locator('#agreed').check();
  await page.locator('main form button[type=submit]').click();
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const file = join(scratch, `${Math.random()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return file;
}

/** Unpacks what the page saved, with the system's own tar. */
function unpack(tar) {
  const folder = mkdtempSync(join(scratch, 'tar-'));
  execFileSync('tar', ['-xf', tar, '-C', folder]);
  return folder;
}

/** A folder of slips as an officer has it, with the table of the units; wrong ones in the place of right ones. */
function folder(name, wrong, isOf = () => true) {
  const at = join(mkdtempSync(join(scratch, 'given-')), name);
  mkdirSync(join(at, 'slips'), { recursive: true });
  cpSync(here.path('election/units.csv'), join(at, 'units.csv'));
  for (const file of readdirSync(here.path('slips')).filter(isOf)) cpSync(here.path(`slips/${file}`), join(at, 'slips', file));
  for (const { file, text } of wrong) writeFileSync(join(at, file), text);
  return at;
}

/** The codes of the slips that are named, by file. */
const named = (page) => page.locator('.left-out li').evaluateAll((all) => Object.fromEntries(all.map((one) =>
  [one.querySelector('code').textContent, one.dataset.code]).sort()));

test('a thousand slips become 167 commissions by four clicks and three signatures, and ten are named', { timeout: 900_000 }, async () => {
  const pressed = [];
  const first = await machine();
  let { page } = first;
  await open(first);
  await page.getByRole('link', { name: 'Enrol commissions from slips' }).click();
  await heading(page, 'Enrol commissions from slips').waitFor();

  // Each of the ten is named, and of two that contradict each other the other one too; nothing else is.
  await drop(page, folder('given', ways));
  await heading(page, 'Slips that enrol nobody: 12').waitFor();
  const expected = [...ways.map(({ file, code }) => [file, code]), ['slips/01.004-1.slip', 'R39'], ['slips/01.100-5.slip', 'R12']];
  assert.deepEqual(await named(page), Object.fromEntries(expected.map(([file, code]) => [`given/${file}`, code]).sort()));
  await heading(page, 'Commissions that are not whole: 11').waitFor();
  await heading(page, 'Commissions to be signed: 156').waitFor();
  const short = await page.locator('.missing tbody tr').allInnerTexts();
  assert.deepEqual(short.map((row) => row.split(' ')[0]), [...Array.from({ length: 10 }, (_, at) => precinct(at + 1)), precinct(100)]);
  assert.match(short[0], /School 1, hall\s+1$/);

  // The tab is closed; another finds everything as it was.
  const address = page.url();
  await page.close();
  page = await first.page.context().newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await heading(page, 'Commissions to be signed: 156').waitFor();
  assert.equal((await page.locator('.left-out li').count()), 12);

  // The members send right ones, and the officer drops the ten files.
  await drop(page, ...ways.map(({ file }) => here.path(file)));
  await heading(page, `Commissions to be signed: ${PRECINCTS}`).waitFor();
  assert.equal(await page.locator('.left-out li').count(), 0);
  assert.equal(await page.locator('.missing').count(), 0);
  const prints = await page.locator('.looked code').allInnerTexts();
  assert.equal(new Set(prints).size, PRECINCTS * MEMBERS);

  // One look, one passphrase, one signature of the first member; the file goes to the second, and from there to the third.
  await sign(page, here.key('01-1'));
  await page.getByText(`Signed now: ${PRECINCTS}`).waitFor();
  let bundle = await saved(page, 'Save as a file');
  pressed.push(...first.pressed);
  const second = await machine({ width: 360 });
  await open(second);
  await second.page.getByLabel('From a file', { exact: true }).setInputFiles(bundle);
  await second.page.getByText(`Signed papers taken in: ${PRECINCTS}`).waitFor();
  assert.deepEqual(await second.page.locator('.looked code').allInnerTexts(), prints);
  await sign(second.page, here.key('01-2'));
  await second.page.getByText(`Signed now: ${PRECINCTS}`).waitFor();
  bundle = await saved(second.page, 'Save as a file');
  pressed.push(...second.pressed);
  await second.close();
  assert.deepEqual(second.wrong, []);

  // The same file, unpacked, is a folder of the program's.
  const unpacked = unpack(bundle);
  const signed = JSON.parse(here.run('sign', unpacked, '--key', '01-2.key', '--passphrase-file', 'pass.txt', '--yes', '--json'));
  assert.equal(signed.before, PRECINCTS);

  const third = await machine();
  await open(third);
  await third.page.getByLabel('From a file', { exact: true }).setInputFiles(bundle);
  await third.page.getByText(`Signed papers taken in: ${PRECINCTS}`).waitFor();
  await sign(third.page, here.key('01-3'));
  await third.page.getByText(`Signed by as many as must: ${PRECINCTS} of ${PRECINCTS}`).waitFor();

  // They wait for the line, whatever becomes of the tab; a tab is closed while they are handed in, and the next one goes on.
  const context = third.page.context();
  const enrolling = third.page.url();
  await context.setOffline(true);
  await button(third.page, 'Hand in').click();
  pressed.push(...third.pressed);
  await third.page.getByText(`waiting for the line: ${PRECINCTS}`).waitFor();
  let at = await context.newPage();
  await third.page.close();
  await context.setOffline(false);
  const again = async () => {
    at.setDefaultTimeout(300_000);
    await at.goto(enrolling);
    await at.locator('.became tr[data-state=in]').first().waitFor();
  };
  await again();
  await at.close();
  at = await context.newPage();
  await again();
  await at.getByText(`handed in: ${PRECINCTS} of ${PRECINCTS}`).waitFor();
  assert.equal(await at.locator('.became tr[data-state=in]').count(), PRECINCTS);
  const receipts = unpack(await saved(at, 'Save all receipts'));

  // Four clicks and three signatures.
  const [clicks, signatures] = [pressed.filter((what) => !SIGNING.includes(what)), pressed.filter((what) => SIGNING.includes(what))];
  assert.deepEqual(clicks, ['Enrol commissions from slips', 'Save as a file', 'Save as a file', 'Hand in']);
  assert.deepEqual(signatures, [...SIGNING, ...SIGNING, ...SIGNING]);

  // The log has them, as the program and the service say, with the keys of the slips.
  const asked = async (path) => (await fetch(`${service.url}/v1/${path}`)).json();
  const units = await asked('units?parent=01&limit=1000');
  assert.deepEqual(units.data.map((unit) => unit.unit), Array.from({ length: PRECINCTS }, (_, one) => precinct(one + 1)));
  const key = String(here.read('slips/01.167-6.slip')).match(/^key (.*)$/m)[1];
  assert.equal((await asked('units/01.167')).data.members[5].key, key);
  const verified = JSON.parse(here.run('verify', 'ledger', '--json'));
  assert.equal(verified.verdict, 'verified');
  assert.equal(readdirSync(receipts).length, PRECINCTS);
  writeFileSync(here.path('policy'), `log ${String(here.read('ledger/log.vkey')).trim()}\nquorum none\n`);
  for (const unit of ['01.001', '01.100', '01.167']) {
    const proved = JSON.parse(here.run('verify', join(receipts, `commission-${unit}.tlog-proof`), '--policy', 'policy', '--json'));
    assert.deepEqual([proved.verdict, proved.signatures], ['verified', 3]);
  }

  // Whoever drops the folder once more is told that these commissions are there, and signs nothing twice.
  await drop(page, folder('given', []));
  await page.getByText(`Slips of commissions that are formed already: ${PRECINCTS * MEMBERS}`).waitFor();
  await first.close();
  await third.close();
  assert.deepEqual([...first.wrong, ...third.wrong].filter((line) => !NO_LINE.test(line)), []);
});

test('a wrong passphrase and a key of others sign nothing; what the program signed is taken in; what is refused is named', { timeout: 600_000 }, async () => {
  const one = await machine();
  const { page } = one;
  // Two commissions of the constituency are awaited by a kit that was fetched before they were formed.
  await page.route('**/v1/kit', (route) => route.abort());
  await open(one);
  await page.getByRole('link', { name: 'Enrol commissions from slips' }).click();
  await drop(page, folder('given', [], (file) => /^01\.16[67]-/.test(file)));
  await heading(page, 'Commissions to be signed: 2').waitFor();
  await sign(page, here.key('01-1'), 'a wrong passphrase');
  await page.locator('.wrong').getByText('wrong passphrase').waitFor();
  await page.getByText('Nobody yet').waitFor();
  await sign(page, here.key('02-1'));
  await page.locator('.wrong strong').getByText(/^R\d+$/).waitFor();
  await page.getByText('Nobody yet').waitFor();
  await sign(page, here.key('01-4'));
  await page.getByText('Signed now: 2').waitFor();
  await sign(page, here.key('01-4'));
  await page.getByText('Signed by this key before: 2').waitFor();

  // Two others sign with the program; the folder is dropped as it is.
  const papers = unpack(await saved(page, 'Save as a file'));
  here.run('export', '--kit', '--unit', '01', '--out', 'kit.protokol');
  for (const seat of [2, 5]) here.run('sign', papers, '--key', `01-${seat}.key`, '--passphrase-file', 'pass.txt', '--yes', '--kit', 'kit.protokol');
  await drop(page, papers);
  await page.getByText('Signed by as many as must: 2 of 2').waitFor();
  await button(page, 'Hand in').click();
  await page.getByText('refused: 2').waitFor();
  for (const row of await page.locator('.became tbody tr').allInnerTexts()) assert.match(row, /R5/);
  await button(page, 'Take it back out of the queue').click();
  await page.getByText('refused: 2').waitFor({ state: 'detached' });
  await page.unroute('**/v1/kit');
  await drop(page, here.path('election'));
  await page.getByText('Files left aside').waitFor();
  await page.getByText('Slips of commissions that are formed already: 12').waitFor();
  assert.equal(await page.locator('[data-code=R5]').count(), 2);
  await one.close();
  assert.deepEqual(one.wrong.filter((line) => !NO_LINE.test(line)), []);
});

test('every view of the enrolment is accessible, narrow and whole, in every language and at both widths', { timeout: 900_000 }, async () => {
  const other = await serve(fresh, here.told);
  try {
    for (const [turn, [lang, width]] of LANGS.flatMap((lang) => WIDTHS.map((width) => [lang, width])).entries()) {
      const one = await machine({ width, colorScheme: turn % 2 === Math.floor(turn / 2) % 2 ? 'light' : 'dark' }, other);
      const { page } = one;
      const look = async (view) => {
        const wrong = [await accessible(page), await narrow(page), await whole(page), await apart(page)].flat();
        assert.deepEqual(wrong, [], `${view} in ${lang} at ${width}`);
        if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${view}-${lang}-${width}.png`), fullPage: true, caret: 'initial' });
      };
      // By a kit from before, three commissions are whole. One is formed by then, by whoever came before, and one has a key of
      // another constituency's member: the ledger says so.
      await page.route('**/v1/kit', (route) => route.abort());
      await open(one, lang);
      await look('office');
      await page.locator('a.button').click();
      await page.locator('.zone').waitFor();
      await look('slips');
      await drop(page, folder('given', ways, (file) => file.startsWith('01.150-') || file.startsWith(`${precinct(20 + turn)}-`)
        || /^01\.(00\d|010|100)-/.test(file)));
      await page.locator('.looked tbody').nth(1).waitFor();
      assert.equal(await page.locator('.left-out li').count(), 11);
      await page.reload();
      await page.locator('.looked tbody').nth(1).waitFor();
      await look('slips-sorted');
      assert.deepEqual(await reachable(page), []);
      await sign(page, here.key('01-1'), 'a wrong passphrase');
      await page.locator('.wrong').waitFor();
      await look('slips-wrong');
      for (const seat of [1, 2, 3]) {
        await sign(page, here.key(`01-${seat}`));
        await page.locator('.signers li').nth(seat - 1).waitFor();
      }
      await look('slips-signed');
      await page.locator('button.main').click();
      await page.locator('.became tr[data-state=in]').first().waitFor();
      await page.locator('.became progress').waitFor({ state: 'hidden' });
      assert.equal(await page.locator('.became tr[data-state=refused]').count(), turn === 0 ? 1 : 2);
      await look('slips-became');
      await one.close();
      assert.deepEqual(one.wrong.filter((line) => !NO_LINE.test(line)), []);
    }
  } finally {
    await other.stop();
  }
});
