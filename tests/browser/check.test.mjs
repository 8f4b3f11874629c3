// The page *check it yourself*, used as its reader uses it: served, and from a disk without a line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { LANGS, WIDTHS, launch, visitor } from './kit/browser.mjs';
import { accessible, narrow, reachable, whole } from './kit/checks.mjs';
import { PROGRAM, ledgerOf } from './kit/elections.mjs';
import { serve } from './kit/service.mjs';

const SCHEMES = ['light', 'dark'];

const ROOT = resolve(import.meta.dirname, '../..');
const run = (...words) => execFileSync(PROGRAM, words, { cwd: scratch, stdio: ['ignore', 'pipe', 'ignore'] });

let browser;
let scratch;
let synthetic;
/** The published log of the invented election, with the page beside it; and its trust file, as a reader brings it. */
let log;
let trust;

before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'check-'));
  synthetic = ledgerOf('synthetic');
  log = join(scratch, 'log');
  run('export', '--ledger', synthetic.ledger, '--out', log);
  trust = join(scratch, 'trust.policy');
  cpSync(join(log, 'policy'), trust);
});

after(async () => {
  await browser?.close();
  synthetic?.forget();
  rmSync(scratch, { recursive: true, force: true });
});

/** Somebody with the page from a disk, and no line. */
async function reader(options = {}) {
  const guest = await visitor(browser, 'null', { offline: true, ...options });
  await guest.page.goto(`${pathToFileURL(join(log, 'check.html'))}${options.asks ?? ''}`);
  await guest.page.waitForSelector('html[data-ready]');
  return guest;
}

/** Waits for the verdict that comes next: its sort, its codes, and all that is said. */
async function verdict(page, doing) {
  await page.evaluate(() => { document.getElementById('verdict').replaceChildren(); });
  await doing();
  await page.waitForSelector('#answer', { timeout: 600_000 });
  return page.evaluate(() => {
    const card = document.getElementById('verdict');
    const took = document.getElementById('took')?.textContent ?? '';
    return { sort: card.dataset.verdict, codes: card.dataset.code.split(' ').filter(Boolean), says: card.innerText, took };
  });
}

const give = (page, file) => verdict(page, () => page.setInputFiles('#file', file));
const giveFolder = (page, folder) => verdict(page, () => page.setInputFiles('#folder', folder));
const believe = (page, policy = trust) => page.setInputFiles('#policy', policy);

/** A copy of the log in which something was done. */
function tampered(name, how) {
  const copy = join(scratch, name);
  cpSync(log, copy, { recursive: true });
  const change = (file, to) => writeFileSync(join(copy, file), to(readFileSync(join(copy, file))));
  how(change, copy);
  return copy;
}

const bundles = () => readdirSync(join(log, 'tile/entries')).filter((name) => /^\d+$/.test(name)).map((name) => `tile/entries/${name}`);

function receipt() {
  const file = join(scratch, 'one.tlog-proof');
  rmSync(file, { force: true });
  run('export', '--ledger', synthetic.ledger, '--receipt', '9', '--out', file);
  return file;
}

test('a published log, from a disk and without a line', async () => {
  const { page, wrong, close } = await reader();
  await believe(page);
  const found = await giveFolder(page, log);
  assert.equal(found.sort, 'verified', found.says);
  assert.match(found.took, /^It took [\d.]+ seconds/);
  const said = JSON.parse(run('verify', log, '--policy', trust, '--json'));
  assert.ok(found.says.includes(said.fingerprint), found.says);
  await close();
  assert.deepEqual(wrong, []);
});

test('without a trust file of the reader, whose log it is, is not proved', async () => {
  const { page, close } = await reader();
  const found = await giveFolder(page, log);
  assert.equal(found.sort, 'consistent', found.says);
  assert.match(found.says, /Trust file\s+\w+ it lay beside the log/);
  await close();
});

test('the same in a tar; and one that is cut off, which is no answer about the log', async () => {
  const { page, close } = await reader();
  await believe(page);
  run('export', '--ledger', synthetic.ledger, '--out', join(scratch, 'log.tar'));
  assert.equal((await give(page, join(scratch, 'log.tar'))).sort, 'verified');
  const bytes = readFileSync(join(scratch, 'log.tar'));
  for (const part of [0.3, 0.9]) {
    writeFileSync(join(scratch, 'cut.tar'), bytes.subarray(0, bytes.length * part));
    const found = await give(page, join(scratch, 'cut.tar'));
    assert.deepEqual([found.sort, found.codes], ['unreadable', ['U3']], found.says);
  }
  await close();
});

/** Each crime against a published log, and the code under which its fault is named, the program's own. */
const CRIMES = {
  'a tampered tile': (change) => change('tile/0/000', (bytes) => { bytes[7] ^= 1; return bytes; }),
  'swapped bundles': (_, copy) => {
    const [one, other] = bundles();
    const was = readFileSync(join(copy, one));
    cpSync(join(copy, other), join(copy, one));
    writeFileSync(join(copy, other), was);
  },
  'a missing event': (change) => change(bundles()[0], (bytes) => {
    const length = 2 + bytes.readUInt16BE(0);
    return Buffer.concat([bytes.subarray(length)]);
  }),
  'a signature that is changed': (change) => change(bundles()[1], (bytes) => { bytes[bytes.length - 2] ^= 4; return bytes; }),
  'a false cosignature': (change) => change('checkpoint', (bytes) => {
    const witness = 'witness.example/w1';
    const line = Buffer.concat([Buffer.from('bb65a0b9', 'hex'), Buffer.from('000000005af00000', 'hex'), Buffer.alloc(64, 7)]).toString('base64');
    return Buffer.from(`${bytes}— ${witness} ${line}\n`);
  }),
};
const W1 = 'witness w1 witness.example/w1+bb65a0b9+BD+xiqqbqrjtePD2/na4fGaJep9vU8tO74YGug/wrsj3\n';

for (const [crime, commit] of Object.entries(CRIMES)) {
  test(`${crime} is named as the program names it`, async () => {
    const copy = tampered(crime.replaceAll(' ', '-'), commit);
    const policy = join(scratch, 'this.policy');
    const text = readFileSync(trust, 'utf8');
    writeFileSync(policy, crime.includes('cosignature') ? text.replace(/^quorum/m, `${W1}quorum`) : text);
    const { page, close } = await reader();
    await believe(page, policy);
    const found = await giveFolder(page, copy);
    let said;
    try { said = run('verify', copy, '--policy', policy, '--json'); } catch (error) { said = error.stdout; }
    const codes = JSON.parse(said).faults.map(({ code }) => code);
    assert.equal(found.sort, 'failed', found.says);
    assert.ok(codes.length > 0);
    assert.deepEqual(found.codes, codes.slice(0, 200));
    await close();
  });
}

test('a receipt, and one that was forged', async () => {
  const { page, close } = await reader();
  const file = receipt();
  const unknown = await give(page, file);
  assert.deepEqual([unknown.sort, unknown.codes], ['unreadable', ['U1']], unknown.says);
  await believe(page);
  assert.equal((await give(page, file)).sort, 'verified');
  const forged = join(scratch, 'forged.tlog-proof');
  writeFileSync(forged, readFileSync(file, 'utf8').replace(/^index 9$/m, 'index 8'));
  const found = await give(page, forged);
  assert.equal(found.sort, 'failed', found.says);
  assert.ok(found.codes.includes('V15'), found.says);
  await close();
});

test('a log that has two histories raises the alarm, and the evidence convicts it', async () => {
  const other = join(scratch, 'other');
  const folder = join(scratch, 'folder');
  cpSync(join(ROOT, 'docs/elections/azerbaijan-2024'), folder, { recursive: true });
  // Another founding act, under the same name and key.
  const manifest = join(folder, 'manifest.toml');
  const text = readFileSync(manifest, 'utf8');
  const moved = text.replace(/^(authority *= *")/m, '$1Another ');
  assert.notEqual(moved, text);
  writeFileSync(manifest, moved);
  run('rehearse', folder, '--ledger', other, '--quiet', '--synthetic', '42', '--units', '60');
  const { page, close } = await reader();
  await believe(page);
  const first = await giveFolder(page, log);
  assert.match(first.says, /has not seen this log before/);
  assert.match((await giveFolder(page, log)).says, /the same state as last time/);
  const found = await giveFolder(page, join(other, 'published'));
  assert.equal(found.sort, 'failed', found.says);
  assert.ok(found.codes.includes('V24') && found.says.includes('ALARM'), found.says);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#evidence')]);
  const evidence = join(scratch, 'fork.evidence');
  await saved.saveAs(evidence);
  assert.equal(JSON.parse(run('verify', evidence, '--policy', trust, '--json')).verdict, 'verified');
  const convicting = await give(page, evidence);
  assert.equal(convicting.sort, 'convicting', 'the page takes it too');
  assert.match(convicting.says, /proved against the log/);
  // What was seen first is kept: the alarm is raised again.
  assert.ok((await giveFolder(page, join(other, 'published'))).codes.includes('V24'));
  await close();
});

test('whatever else is dropped has an answer', async () => {
  const { page, wrong, close } = await reader();
  const wrongs = {
    empty: Buffer.alloc(0),
    noise: Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 251)),
    lengths: Buffer.alloc(4096, 0xff),
    'receipt-header-alone': Buffer.from('c2sp.org/tlog-proof@v1\n'),
  };
  for (const [name, bytes] of Object.entries(wrongs)) {
    writeFileSync(join(scratch, name), bytes);
    const found = await give(page, join(scratch, name));
    assert.deepEqual([found.sort, found.codes], ['unreadable', ['U3']], `${name}: ${found.says}`);
  }
  const names = await verdict(page, () => page.evaluate(() => {
    const files = Array.from({ length: 100_000 }, (_, at) => [`many/${at % 97}/${at}`, new File([''], String(at))]);
    return take(files);
  }));
  assert.deepEqual([names.sort, names.codes], ['unreadable', ['U3']], names.says);
  const huge = tampered('huge', (change) => change('checkpoint', (bytes) => {
    return Buffer.from(bytes.toString().replace(/\n\d+\n/, '\n18446744073709551615\n'));
  }));
  const found = await giveFolder(page, huge);
  assert.equal(found.sort, 'failed', found.says);
  await close();
  assert.deepEqual(wrong, []);
});

test('a verifier that stops has said nothing about the log', async () => {
  const { page, close } = await reader();
  const found = await verdict(page, async () => {
    await page.evaluate(() => {
      // A program that traps at once stands in the place of the verifier.
      const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 10, 2, 96, 1, 127, 1, 127, 96, 0, 1, 127, 3, 4, 3, 0, 0, 1, 5, 3, 1, 0, 1, 7, 37,
        4, 6, 109, 101, 109, 111, 114, 121, 2, 0, 7, 114, 101, 115, 101, 114, 118, 101, 0, 0, 3, 97, 115, 107, 0, 1, 8, 97, 110, 115,
        119, 101, 114, 101, 100, 0, 2, 10, 13, 3, 3, 0, 0, 11, 3, 0, 0, 11, 3, 0, 0, 11];
      window.program = () => WebAssembly.compile(new Uint8Array(trap));
      globalThis.program = window.program;
    });
    await page.setInputFiles('#file', trust.replace('trust.policy', 'one.tlog-proof'));
  });
  assert.deepEqual([found.sort, found.codes], ['unreadable', ['U22']], found.says);
  await close();
});

test('the log that a service shows, its totals, and one that it shows wrong', async () => {
  const service = await serve(synthetic.ledger);
  const { page, wrong, close } = await visitor(browser, service.url);
  try {
    const answer = await page.goto(`${service.url}/check.html`);
    assert.match(answer.headers()['content-security-policy'], /script-src 'sha256-.*wasm-unsafe-eval/);
    const said = execFileSync('sha256sum', ['-c', 'check.html.sha256'], { cwd: log }).toString();
    assert.match(said, /OK/);
    assert.equal(await (await fetch(`${service.url}/check.html.sha256`)).text(), readFileSync(join(log, 'check.html.sha256'), 'utf8'));
    await page.waitForFunction(() => document.getElementById('address').value.endsWith('/log/'));
    await believe(page);
    const check = () => verdict(page, () => page.click('#served button'));
    const right = await check();
    assert.equal(right.sort, 'verified', right.says);
    assert.match(right.says, /figures that are shown are what all papers come to/);
    let lie;
    await page.route('**/v1/totals', async (route) => {
      const totals = await (await route.fetch()).json();
      const [row] = totals.data;
      const [item, figure] = Object.entries(row.totals).find(([, figure]) => figure > 0);
      row.totals[item] = figure + 1000;
      lie = [row.id, row.unit, item, String(figure + 1000), String(figure)];
      await route.fulfill({ json: totals });
    });
    const found = await check();
    assert.equal(found.sort, 'failed', found.says);
    assert.deepEqual(found.codes, ['V33']);
    for (const part of lie) assert.ok(found.says.includes(part), `${part} in ${found.says}`);
    // The same in another language, without another check.
    await page.click('[data-lang=ru]');
    await page.waitForFunction(() => document.getElementById('verdict').innerText.includes('Нет'));
    for (const part of lie) assert.ok((await page.innerText('#verdict')).includes(part));
  } finally {
    await close();
    await service.stop();
  }
  assert.deepEqual(wrong, []);
});

/** The totals that a service shows of the ledger. */
async function totals() {
  const service = await serve(synthetic.ledger);
  try { return await (await fetch(`${service.url}/v1/totals`)).json(); } finally { await service.stop(); }
}

test('totals that are brought after a log never make its answer milder, in no language', async () => {
  const right = await totals();
  const wrong = structuredClone(right);
  wrong.data[0].totals[Object.keys(wrong.data[0].totals)[0]] += 1000;
  for (const [name, value] of Object.entries({ right, wrong })) writeFileSync(join(scratch, `${name}.json`), JSON.stringify(value));
  const { page, close } = await reader();
  await believe(page);
  await giveFolder(page, log);
  const differs = await give(page, join(scratch, 'wrong.json'));
  assert.deepEqual([differs.sort, differs.codes], ['failed', ['V33']], differs.says);
  const russian = await verdict(page, () => page.click('[data-lang=ru]'));
  assert.deepEqual([russian.sort, russian.codes], ['failed', ['V33']], russian.says);
  await verdict(page, () => page.click('[data-lang=en]'));
  writeFileSync(join(scratch, 'none.json'), '{}');
  assert.deepEqual((await give(page, join(scratch, 'none.json'))).codes, ['U3']);
  assert.deepEqual((await verdict(page, () => page.click('[data-lang=az]'))).codes, ['U3'], 'a refusal stays one');
  await page.click('[data-lang=en]');
  assert.equal((await give(page, join(scratch, 'right.json'))).sort, 'verified');
  const copy = tampered('forged-with-totals', CRIMES['a tampered tile']);
  assert.equal((await giveFolder(page, copy)).sort, 'failed');
  assert.equal((await give(page, join(scratch, 'right.json'))).sort, 'failed', 'the log is no better for it');
  await close();
});

test('a trust file in a folder that is dropped is the folder\'s, and not the reader\'s', async () => {
  const few = join(scratch, 'few');
  for (const name of ['checkpoint', 'log.vkey', 'policy']) cpSync(join(log, name), join(few, name));
  const { page, close } = await reader();
  await giveFolder(page, few);
  assert.match(await page.innerText('#policy-is'), /No trust file/);
  await give(page, [join(few, 'policy'), receipt()]);
  assert.match(await page.innerText('#policy-is'), /policy/, 'one that is given as a file is');
  await close();
});

/** Somebody at a service, beside whose log another server's is shown at `/other/log/`: `serves` says what of it is given. */
async function between(serves, doing) {
  const service = await serve(synthetic.ledger);
  const { page, close } = await visitor(browser, service.url);
  try {
    await page.route('**/other/**', (route) => serves(route, new URL(route.request().url()).pathname.replace('/other/log/', '')));
    await page.goto(`${service.url}/check.html?workers=2`);
    await page.waitForFunction(() => document.getElementById('address').value.endsWith('/log/'));
    await believe(page);
    await page.fill('#address', `${service.url}/other/log/`);
    await doing(page, service);
  } finally {
    await close();
    await service.stop();
  }
}

const isBundle = (name) => name.startsWith('tile/entries/');
const given = (route, name) => route.fulfill({ path: join(log, name) }).catch(() => route.fulfill({ status: 404 }));
const button = '#served button';

test('a check that ended badly leaves nothing behind for the next one', async () => {
  const held = [];
  const serves = (route, name) => {
    if (!isBundle(name)) return given(route, name);
    if (name === bundles()[0]) return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    return held.push(route.request().url());
  };
  await between(serves, async (page, service) => {
    const failed = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    const bad = await verdict(page, () => page.click(button));
    assert.deepEqual([bad.sort, bad.codes], ['unreadable', ['U16']], bad.says);
    assert.ok(held.length > 0);
    for (const url of held) assert.ok(failed.includes(url), `${url} is still asked for`);
    await page.fill('#address', `${service.url}/log/`);
    const good = await verdict(page, () => page.click(button));
    assert.equal(good.sort, 'verified', good.says);
  });
});

test('a helper that dies ends the check, and totals that are withheld have a line', async () => {
  const serves = (route, name) => (isBundle(name) ? undefined : given(route, name));
  await between(serves, async (page, service) => {
    const found = await verdict(page, async () => {
      const asked = page.waitForRequest('**/other/log/tile/entries/**');
      await page.click(button);
      await asked;
      // What it cannot make a verifier of: it throws, as one does whose memory ran out.
      await page.evaluate(() => workers.helpers[0].postMessage({ module: null }));
    });
    assert.deepEqual([found.sort, found.codes], ['unreadable', ['U22']], found.says);
    await page.route('**/v1/totals', (route) => route.fulfill({ status: 403 }));
    await page.fill('#address', `${service.url}/log/`);
    const next = await verdict(page, () => page.click(button));
    assert.equal(next.sort, 'verified', next.says);
    assert.match(next.says, /Shown totals\s+\w+ they could not be had/);
  });
});

test('a slow server does not replace the address that is typed', async () => {
  const service = await serve(synthetic.ledger);
  const { page, close } = await visitor(browser, service.url);
  try {
    let late;
    await page.route('**/log.vkey', (route) => { late = route; });
    await page.goto(`${service.url}/check.html`);
    await page.fill('#address', 'https://typed.example/log/');
    await late.fulfill({ path: join(log, 'log.vkey') });
    await page.waitForFunction(() => servedKey !== null);
    assert.equal(await page.inputValue('#address'), 'https://typed.example/log/');
  } finally {
    await close();
    await service.stop();
  }
});

for (const lang of LANGS) {
  test(`everybody can use it: ${lang}`, async () => {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const { page, wrong, close } = await reader({ width, colorScheme, asks: `?lang=${lang}` });
        const copy = tampered(`shown-${lang}-${width}-${colorScheme}`, CRIMES['a tampered tile']);
        if (colorScheme === 'light') assert.deepEqual(await reachable(page), [], `${lang} ${width}`);
        await giveFolder(page, copy);
        const at = `${lang} ${width} ${colorScheme}`;
        assert.equal(await page.getAttribute('html', 'lang'), lang);
        for (const check of [accessible, narrow, whole]) assert.deepEqual(await check(page), [], at);
        if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `check-${lang}-${width}-${colorScheme}.png`), fullPage: true });
        rmSync(copy, { recursive: true });
        await close();
        assert.deepEqual(wrong, [], at);
      }
    }
  });
}

test('all of georgia-2018, and how long it took', { skip: !process.env.PROTOKOL_LEDGER && 'SKIPPED: PROTOKOL_LEDGER names no ledger of it' }, async (t) => {
  const { page, wrong, close } = await reader();
  await believe(page, join(ROOT, 'keys/georgia-2018.policy'));
  const found = await giveFolder(page, join(process.env.PROTOKOL_LEDGER, 'published'));
  assert.equal(found.sort, 'verified', found.says);
  assert.match(found.says, /33.498 events/);
  t.diagnostic(found.took);
  await close();
  assert.deepEqual(wrong, []);
});
