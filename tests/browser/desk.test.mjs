// A commission's whole evening at the desk: four members on four machines, the line pulled out in the middle, a tab closed, a
// wrong figure, a wrong passphrase, handed in twice. It ends with a receipt that the program accepts.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { LANGS, WIDTHS, launch, visitor } from './kit/browser.mjs';
import { accessible, apart, narrow, reachable, whole } from './kit/checks.mjs';
import { UNIT, founded } from './kit/commission.mjs';
import { serve } from './kit/service.mjs';

/** A paper that adds up, in the order of the form. */
const FIGURES = [
  ['Voters on the list', 900], ['Ballot papers received', 700], ['Ballot papers issued to voters', 181],
  ['Ballot papers not used', 519], ['Invalid papers in the box', 4], ['Valid papers in the box', 177],
  ['01 First candidate', 100], ['02 Second candidate', 77],
];
/** What a line that is gone says by itself. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to load resource/;
const PATIENCE_MS = 20_000;

let browser;
let election;
let service;
let scratch;

before(async () => {
  browser = await launch();
  election = founded();
  scratch = mkdtempSync(join(tmpdir(), 'protokol-desk-files-'));
  service = await serve(election.ledger, election.told);
});
after(async () => {
  await browser?.close();
  await service?.stop();
  election?.forget();
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

/** A machine of a member, at the desk in a language. */
async function machine(options = {}) {
  const one = await visitor(browser, new URL(service.url).origin, { acceptDownloads: true, ...options });
  one.page.setDefaultTimeout(PATIENCE_MS);
  return one;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, label) => page.getByLabel(label, { exact: true });

async function open(page, lang = 'en') {
  await page.goto(`${service.url}/desk/${lang}/`);
  await field(page, 'Number of the commission').fill(UNIT);
  await button(page, 'Fetch the kit').click();
  await page.getByRole('heading', { name: `Commission ${UNIT}` }).waitFor();
}

/** Types figures by the keyboard alone: Enter goes on to the next. */
async function type(page, figures) {
  await field(page, figures[0][0]).focus();
  for (const [label, figure] of figures) {
    await page.waitForFunction((id) => document.activeElement?.labels?.[0]?.textContent === id, label);
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
}

async function sign(page, name, passphrase) {
  const key = election.key(name);
  await field(page, 'Key file').setInputFiles(key.file);
  await field(page, 'Passphrase').fill(passphrase ?? key.passphrase);
  await page.getByLabel('I have read the page above').check();
  await button(page, 'Sign').click();
}

const signed = (page, count) => page.getByRole('heading', { name: `Signatures: ${count} of 4` }).waitFor();

/** What a click has the browser save. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const file = join(scratch, `${Math.random()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return file;
}

const newPaper = async (page, kind) => {
  await button(page, kind).click();
  await page.getByRole('heading', { name: kind }).waitFor();
};

test('a whole evening ends with a receipt that the program accepts', { timeout: 300_000 }, async () => {
  const chair = await machine();
  let { page } = chair;
  await open(page);
  await page.getByText('This desk now works without the line, too.').waitFor();

  // Before the boxes are opened: four members sign on one machine, one after the other, and it goes in at once.
  await newPaper(page, 'Figures before the boxes are opened');
  await type(page, [FIGURES[0], FIGURES[1], FIGURES[3]]);
  await button(page, 'Draw up without a second entry').click();
  for (const seat of [1, 2, 3, 4]) {
    await sign(page, `${UNIT}-${seat}`);
    await signed(page, seat);
  }
  await button(page, 'Hand in').click();
  await page.getByText('This browser checked the receipt').waitFor();
  await page.getByRole('link', { name: 'Papers of the commission' }).click();

  // The protocol, with a wrong figure: it is told beside its item, and Enter on the last field says what is wrong.
  await newPaper(page, 'Protocol of the count');
  const address = page.url();
  await type(page, [...FIGURES.slice(0, 7), ['02 Second candidate', 78]]);
  await page.getByText('The votes do not sum to the valid papers').waitFor();
  assert.equal(await page.locator('#e-items-issued-w').textContent(), 'one hundred eighty-one');

  // The tab is closed in the middle of it; another finds everything as it was, and the line is gone meanwhile.
  await page.close();
  await chair.page.context().setOffline(true);
  page = await chair.page.context().newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByText('No line.').waitFor();
  assert.equal(await field(page, '02 Second candidate').inputValue(), '78');

  // Another person types the figures a second time, and does not see the first ones.
  await button(page, 'Second entry by another person').click();
  await page.getByRole('heading', { name: 'Second entry' }).waitFor();
  assert.equal(await field(page, '02 Second candidate').inputValue(), '');
  assert.ok(!(await page.locator('main').innerText()).includes('78'), 'the first entry is hidden');
  await type(page, FIGURES);
  await button(page, 'Compare both entries').click();
  await page.getByText('The two entries differ').waitFor();
  const differs = page.locator('main table tbody tr').last();
  assert.match(await differs.locator('th').innerText(), /Second candidate/);
  assert.deepEqual(await differs.locator('td').allInnerTexts(), ['78', '77']);
  await button(page, 'Correct the first entry').last().click();
  await page.getByRole('heading', { name: 'Type the figures from the paper' }).waitFor();
  await field(page, '02 Second candidate').fill('77');
  await button(page, 'Second entry by another person').click();
  await page.getByRole('heading', { name: 'Second entry' }).waitFor();
  await button(page, 'Compare both entries').click();
  await page.getByText('Both entries say the same.').waitFor();
  await button(page, 'Draw up for signing').click();
  await page.getByText('Two people typed it').waitFor();
  await signed(page, 0);

  // The chair signs; with a wrong passphrase first, and a key of another commission.
  await sign(page, `${UNIT}-1`, 'a wrong passphrase');
  await page.getByText('wrong passphrase').waitFor();
  assert.equal(await field(page, 'Passphrase').inputValue(), '', 'what was typed stays in no field');
  await sign(page, 'C-1');
  await page.locator('.wrong strong').getByText(/^R\d+$/).waitFor();
  await signed(page, 0);
  await sign(page, `${UNIT}-1`);
  await signed(page, 1);
  const paper = await saved(page, 'Save as a file');

  // Three others, each on a machine of their own, in languages of their own. What they sign comes back: as a file, or as text.
  const copies = [];
  for (const [seat, lang] of [[2, 'az'], [3, 'ru'], [4, 'en']]) {
    const other = await machine({ width: 360 });
    await open(other.page);
    await other.page.getByLabel('From a file', { exact: true }).setInputFiles(paper);
    await signed(other.page, 1);
    await other.page.getByText('It was drawn up elsewhere').waitFor();
    await other.page.locator(`.languages a[lang=${lang}]`).click();
    await other.page.locator(`html[lang=${lang}]`).waitFor();
    await other.page.locator('.sheet').waitFor();
    await other.page.locator('.languages a[lang=en]').click();
    await other.page.locator('html[lang=en]').waitFor();
    await sign(other.page, `${UNIT}-${seat}`);
    await signed(other.page, 2);
    if (seat === 3) {
      await button(other.page, 'Show to a camera').click();
      copies.push({ text: await other.page.locator('textarea[readonly]').inputValue() });
      await other.page.locator('.squares svg').waitFor();
    } else {
      copies.push({ file: await saved(other.page, 'Save as a file') });
    }
    await other.close();
    assert.deepEqual(other.wrong, []);
  }
  for (const [at, { file, text }] of copies.entries()) {
    if (file) {
      await page.getByLabel('From a file', { exact: true }).setInputFiles(file);
    } else {
      await page.getByLabel('Or paste the text').last().fill(text);
      await button(page, 'Take in').last().click();
    }
    await signed(page, at + 2);
  }
  await page.getByText('As many have signed as must.').waitFor();
  const whole = await saved(page, 'Save as a file');

  // It waits for the line, whatever becomes of the tab, and goes by itself when the line is back.
  await button(page, 'Hand in').click();
  await page.getByRole('heading', { name: 'waiting for the line' }).waitFor();
  await page.close();
  page = await chair.page.context().newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByRole('heading', { name: 'waiting for the line' }).waitFor();
  await chair.page.context().setOffline(false);
  await page.getByText('This browser checked the receipt').waitFor();
  assert.equal(await page.locator('svg.square').count(), 2);
  const receipt = await saved(page, 'Save the receipt');

  // Somebody else hands the same paper in once more: it is in once, and the receipt is of the same event.
  const again = await machine();
  await open(again.page);
  await again.page.getByLabel('From a file', { exact: true }).setInputFiles(whole);
  await signed(again.page, 4);
  await button(again.page, 'Hand in').click();
  await again.page.getByText('This browser checked the receipt').waitFor();
  const second = await saved(again.page, 'Save the receipt');
  await again.close();
  assert.deepEqual(again.wrong, []);

  // The program accepts both, under a trust file from elsewhere; they prove one event.
  election.write('policy', `log ${election.read('ledger/log.vkey').trim()}\nquorum none\n`);
  const proved = [receipt, second].map((file) => {
    const named = join(election.folder, `${file === receipt ? 'first' : 'second'}.tlog-proof`);
    writeFileSync(named, readFileSync(file));
    return JSON.parse(election.run('verify', named, '--policy', 'policy', '--json'));
  });
  assert.deepEqual(proved.map((one) => [one.verdict, one.signatures]), [['verified', 4], ['verified', 4]]);
  assert.equal(proved[0].event, proved[1].event);
  assert.equal(proved[0].event, (await page.locator('.received code').allInnerTexts()).find((text) => /^[0-9a-f]{64}$/.test(text)));

  await chair.close();
  assert.deepEqual(chair.wrong.filter((line) => !NO_LINE.test(line)), []);
});

test('a correction is filled in from the receipt, an observer files a copy, a complaint and the turnout go in', { timeout: 200_000 }, async () => {
  const one = await machine({ width: 360 });
  const { page } = one;
  await open(page);
  const handIn = async (names) => {
    for (const [at, name] of names.entries()) {
      await sign(page, name);
      await page.getByRole('heading', { name: `Signatures: ${at + 1} of ${names.length}` }).waitFor();
    }
    await button(page, 'Hand in').click();
    await page.getByText('This browser checked the receipt').waitFor();
    await page.getByRole('link', { name: 'Papers of the commission' }).click();
  };

  await newPaper(page, 'Turnout by now');
  await field(page, 'As of which hour').selectOption('12:00');
  await field(page, 'Voters who had taken a paper').fill('55');
  await page.getByText('fifty-five').waitFor();
  await button(page, 'Draw up without a second entry').click();
  await handIn([`${UNIT}-1`]);

  await newPaper(page, 'Correction of a protocol');
  await button(page, 'Fetch the protocol in force').click();
  assert.equal(await field(page, 'Valid papers in the box').inputValue(), '177');
  await field(page, '02 Second candidate').fill('76');
  await field(page, 'Valid papers in the box').fill('176');
  await field(page, 'Why').fill('one paper was counted twice');
  await field(page, 'Number of the decision').fill('7');
  await button(page, 'Draw up without a second entry').click();
  await handIn([1, 2, 3, 4].map((seat) => `${UNIT}-${seat}`));

  await newPaper(page, "Observer's copy");
  for (const [label, figure] of FIGURES) await field(page, label).fill(String(figure));
  await button(page, 'Draw up without a second entry').click();
  await handIn(['watcher']);

  await newPaper(page, 'Complaint');
  await button(page, 'Fetch the protocol in force').click();
  await field(page, 'What it is about, in a line').fill('the figures of the copy differ');
  await field(page, 'Text of the complaint').setInputFiles({ name: 'complaint.txt', mimeType: 'text/plain', buffer: Buffer.from('a complaint') });
  await page.waitForTimeout(300);
  await button(page, 'Draw up for signing').click();
  await handIn(['watcher']);

  const kinds = election.run('log', '--json').trim().split('\n').map((line) => JSON.parse(line).kind);
  for (const kind of ['TurnoutReported', 'ProtocolCorrected', 'CopyFiled', 'ComplaintFiled']) assert.ok(kinds.includes(kind), kind);

  // Of a paper that is refused, the ledger's own words stand on the page.
  await newPaper(page, 'Protocol of the count');
  for (const [label, figure] of FIGURES) await field(page, label).fill(String(figure));
  await button(page, 'Draw up without a second entry').click();
  for (const seat of [1, 2, 3, 4]) {
    await sign(page, `${UNIT}-${seat}`);
    await signed(page, seat);
  }
  await button(page, 'Hand in').click();
  await page.getByRole('heading', { name: 'refused' }).waitFor();
  await page.getByText('Another paper is in force here.').waitFor();
  await one.close();
  assert.deepEqual(one.wrong.filter((line) => !/409/.test(line)), []);
});

test('every view of the desk is accessible, narrow and whole, in every language and at both widths', { timeout: 300_000 }, async () => {
  for (const lang of LANGS) {
    for (const width of WIDTHS) {
      const one = await machine({ width, colorScheme: width === WIDTHS[0] ? 'light' : 'dark' });
      const { page } = one;
      const look = async (view) => {
        const wrong = [await accessible(page), await narrow(page), await whole(page), await apart(page)].flat();
        assert.deepEqual(wrong, [], `${view} in ${lang} at ${width}`);
        if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${view}-${lang}-${width}.png`), fullPage: true, caret: 'initial' });
      };
      await page.goto(`${service.url}/desk/${lang}/`);
      const first = page.locator('main form input[type=text]');
      await first.waitFor();
      await look('start');
      assert.deepEqual(await reachable(page), []);
      await first.fill('02');
      await page.locator('main form button[type=submit]').click();
      await page.locator('main table').waitFor();
      await look('commission');
      await page.locator('main section').first().getByRole('button').nth(2).click();
      const figures = page.locator('.row.figure input');
      await figures.first().waitFor();
      await figures.first().fill('1391');
      await figures.nth(1).fill('12a');
      await page.locator('.beside .is-error').first().waitFor();
      await look('form');
      // A page that is opened at this address begins at its top.
      await page.reload();
      await page.locator('.beside .is-error').first().waitFor();
      assert.deepEqual(await reachable(page), []);
      for (const [at, [, figure]] of FIGURES.entries()) await figures.nth(at).fill(String(figure));
      await page.locator('.actions button.quiet').nth(0).click();
      await page.locator('.sheet').waitFor();
      await look('read');

      // A turnout report is signed by one, and so is in with one signature.
      await page.locator('.up a').click();
      await page.locator('main section').first().getByRole('button').nth(1).click();
      await page.locator('#e-as_of').selectOption('12:00');
      await page.locator('#e-voters').fill('1391');
      await page.locator('.actions button').nth(1).click();
      await page.waitForFunction(() => document.querySelectorAll('.row').length === document.querySelectorAll('.row.figure').length);
      await look('second');
      await page.locator('#e-voters').fill('1319');
      await page.locator('[data-typing] > .actions').last().getByRole('button').first().click();
      await page.locator('.summary table').waitFor();
      await look('differences');
      await page.locator('#e-voters').fill('1391');
      await page.locator('[data-typing] > .actions').last().getByRole('button').first().click();
      await page.locator('main .good').first().waitFor();
      await page.locator('[data-typing] > .actions').last().getByRole('button').first().click();
      await page.locator('main input[type=password]').waitFor();
      const key = election.key('02-1');
      await page.locator('main form input[type=file]').setInputFiles(key.file);
      await page.locator('main input[type=password]').fill(key.passphrase);
      await page.locator('#agreed').check();
      await page.locator('main form button').click();
      await page.locator('button.main').click();
      await page.locator('.received svg.square').first().waitFor();
      await look('received');
      await one.close();
      assert.deepEqual(one.wrong, []);
    }
  }
});
