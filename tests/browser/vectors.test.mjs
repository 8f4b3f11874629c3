// The verifier of the page *check it yourself* against the program: one verdict, one code, one set of words, on every frozen
// vector that either can read, and on logs that were tampered with.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { asked, file, ROOT, verifier } from './kit/verifier.mjs';

const PROGRAM = resolve(fileURLToPath(ROOT), process.env.PROTOKOL ?? 'target/debug/protokol');
const ELECTION = fileURLToPath(new URL('docs/elections/georgia-2018', ROOT));
const VECTORS = fileURLToPath(new URL('tests/vectors/', ROOT));
/** What the program ends with, and the verdict of the page for that. */
const EXITS = { 0: 'verified', 1: 'failed', 3: 'unreadable', 4: 'insufficient', 7: 'unreadable', 2: 'unreadable' };

let kit;
let scratch;

before(async () => {
  kit = await verifier();
  scratch = await mkdtemp(join(tmpdir(), 'check-'));
});
after(() => rm(scratch, { recursive: true }));

/** What the program answers, and how it ends. */
function program(...words) {
  return new Promise((done) => {
    execFile(PROGRAM, [...words, '--json'], { cwd: scratch, maxBuffer: 1 << 28 }, (error, out) => {
      done({ exit: error?.code ?? 0, said: JSON.parse(out) });
    });
  });
}

/** What the page answers: its verdict, and the same value that the program writes. */
async function page(job) {
  const done = await kit.check(kit.fresh(), { seen: {}, ...job }, [], () => {}).catch((error) => ({ error }));
  return JSON.parse(JSON.stringify({ ...done, verdict: done.error ? 'unreadable' : done.view.verdict }));
}

/** The bytes of a vector, and the code in its first line. */
async function vector(path) {
  const bytes = await readFile(path);
  const end = bytes.indexOf(10);
  return { code: bytes.subarray(2, end).toString(), bytes: bytes.subarray(end + 1) };
}

const KEY = 'tiny.example/2026/rehearsal+0e3f5030+AWs/fyFVEeI1H1vzQ/KzGlaepPcdONVsWaA9fijt/RQJ';
const WITNESS = 'witness.example/w1+bb65a0b9+BD+xiqqbqrjtePD2/na4fGaJep9vU8tO74YGug/wrsj3';
let trust;
let good;

async function prepare() {
  if (good) return;
  trust = `log ${KEY}\nwitness w1 ${WITNESS}\nquorum none\n`;
  good = (await vector(join(VECTORS, 'bad/receipt/crlf.tlog-proof'))).bytes.toString().replaceAll('\r\n', '\n');
  await writeFile(join(scratch, 'trust.policy'), trust);
  await writeFile(join(scratch, 'good.tlog-proof'), good);
}

/** Both are asked about one file, and must say the same. */
async function same(name, bytes, policy = trust) {
  await writeFile(join(scratch, name), bytes);
  await writeFile(join(scratch, 'this.policy'), policy);
  const theirs = await program('verify', name, '--policy', 'this.policy');
  const ours = await page({ file: file(name, bytes), asked: asked(name, { policy }) });
  assert.equal(ours.verdict, EXITS[theirs.exit], `${name}: exit ${theirs.exit}, ${JSON.stringify(ours).slice(0, 300)}`);
  if (theirs.said.error) {
    assert.equal(ours.error?.code, theirs.said.error.code, name);
    // The place of a file that is not the one that was asked about is told in the page's own words.
    if (!['U3'].includes(theirs.said.error.code) || name.endsWith('evidence') || name.endsWith('tlog-proof')) return theirs;
  } else {
    assert.deepEqual(ours.view, theirs.said, name);
  }
  return theirs;
}

test('a receipt that is right is right to both', async () => {
  await prepare();
  assert.equal((await same('good.tlog-proof', Buffer.from(good))).exit, 0);
});

for (const sort of ['receipt', 'fork', 'note', 'checkpoint']) {
  test(`every bad ${sort} has the same verdict and code`, async () => {
    await prepare();
    let read = 0;
    for (const crime of await readdir(join(VECTORS, 'bad', sort))) {
      if (crime === 'sentences.txt') continue;
      const { bytes } = await vector(join(VECTORS, 'bad', sort, crime));
      const inReceipt = Buffer.concat([Buffer.from(`${good.split('\n\n')[0]}\n\n`), bytes]);
      const given = ['note', 'checkpoint'].includes(sort) ? inReceipt : bytes;
      await same(`${crime.split('.')[0]}.${sort === 'fork' ? 'evidence' : 'tlog-proof'}`, given);
      read += 1;
    }
    assert.ok(read > 15, `${read} vectors`);
  });
}

test('every bad policy is refused under the same code', async () => {
  await prepare();
  for (const crime of await readdir(join(VECTORS, 'bad/policy'))) {
    const { bytes } = await vector(join(VECTORS, 'bad/policy', crime));
    const theirs = await (async () => {
      await writeFile(join(scratch, 'bad.policy'), bytes);
      return program('verify', 'good.tlog-proof', '--policy', 'bad.policy');
    })();
    // A page is handed text; an empty one is no trust file at all.
    if (bytes.length === 0 || bytes.toString().trim() === '') continue;
    const ours = await page({ file: file('good.tlog-proof', good), asked: asked('good', { policy: bytes.toString() }) });
    assert.equal(ours.error?.code, theirs.said.error.code, crime);
  }
});

test('a cosignature of the year 2100 does not count to either', async () => {
  await prepare();
  const { bytes } = await vector(join(VECTORS, 'clock/cosignature-of-the-year-2100.checkpoint'));
  const given = Buffer.concat([Buffer.from(`${good.split('\n\n')[0]}\n\n`), bytes]);
  const theirs = await same('future.tlog-proof', given, trust.replace('quorum none', 'quorum w1'));
  assert.equal(theirs.exit, 4);
});

// Whole logs. A small invented election is recorded; each tampering is put to both.

/** Every file below a folder, as the page hands a dropped one over. */
async function files(folder, below = folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...await files(path, below));
    else found.push([`log/${relative(below, path).split(sep).join('/')}`, file(entry.name, await readFile(path))]);
  }
  return found;
}

async function first(folder) {
  const all = (await files(folder)).map(([name]) => name.slice(4));
  return { bundle: all.find((name) => name.startsWith('tile/entries/')), tile: all.find((name) => /^tile\/0\//.test(name)), all };
}

const flip = (at) => (bytes) => {
  const changed = Buffer.from(bytes);
  changed[at < 0 ? changed.length + at : at] ^= 1;
  return changed;
};

/** Each way to tamper with a published log: its name, and what is done to its folder. */
const TAMPERED = {
  'nothing at all': async () => {},
  'a tile with another hash': async (log) => change(log, (await first(log)).tile, flip(5)),
  'a tile that is cut short': async (log) => change(log, (await first(log)).tile, (bytes) => bytes.subarray(0, -3)),
  'a tile that is gone': async (log) => rm(join(log, (await first(log)).tile)),
  'a bundle with another signature': async (log) => change(log, (await first(log)).bundle, flip(-3)),
  'a bundle that is cut short': async (log) => change(log, (await first(log)).bundle, (bytes) => bytes.subarray(0, -9)),
  'a bundle that is gone': async (log) => rm(join(log, (await first(log)).bundle)),
  'two bundles that changed places': async (log) => {
    const { all } = await first(log);
    const [one, other] = all.filter((name) => name.startsWith('tile/entries/')).map((name) => join(log, name));
    const [was, is] = await Promise.all([readFile(one), readFile(other)]);
    await writeFile(one, is);
    await writeFile(other, was);
  },
  'an event that is left out': async (log) => change(log, (await first(log)).bundle, (bytes) => {
    return Buffer.concat([bytes.subarray(2 + bytes.readUInt16BE(0))]);
  }),
  'another key': async (log) => change(log, 'log.vkey', flip(-5)),
  'another manifest': async (log) => change(log, 'manifest.toml', flip(40)),
  'a checkpoint with another root': async (log) => change(log, 'checkpoint', (bytes) => {
    const lines = bytes.toString().split('\n');
    lines[2] = `A${lines[2].slice(1)}`;
    return Buffer.from(lines.join('\n'));
  }),
  'a checkpoint with other line ends': async (log) => change(log, 'checkpoint', (bytes) => {
    return Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
  }),
  'a checkpoint of 2^63 events': async (log) => change(log, 'checkpoint', (bytes) => {
    const lines = bytes.toString().split('\n');
    lines[1] = '9223372036854775808';
    return Buffer.from(lines.join('\n'));
  }),
  'no checkpoint': async (log) => rm(join(log, 'checkpoint')),
  'another snapshot': async (log) => change(log, 'snapshot', flip(60)),
  'no snapshot': async (log) => rm(join(log, 'snapshot')),
  'neither checkpoint nor key': async (log) => Promise.all(['checkpoint', 'log.vkey'].map((name) => rm(join(log, name)))),
};

async function change(log, name, how) {
  const path = join(log, name);
  await writeFile(path, how(await readFile(path)));
}

let recorded;

async function record() {
  if (recorded) return;
  const ledger = join(scratch, 'recorded');
  const done = await program('rehearse', ELECTION, '--synthetic', '7', '--units', '60', '--ledger', ledger).catch(() => null);
  assert.ok(done && (await stat(join(ledger, 'published/checkpoint')).catch(() => null)), JSON.stringify(done));
  recorded = join(ledger, 'published');
  const size = Number((await readFile(join(recorded, 'checkpoint'), 'utf8')).split('\n')[1]);
  assert.ok(size > 600, `several bundles: ${size} events`);
}

for (const [crime, commit] of Object.entries(TAMPERED)) {
  test(`a published log with ${crime}`, async () => {
    await record();
    const log = join(scratch, 'tampered');
    await rm(log, { recursive: true, force: true });
    await cp(recorded, log, { recursive: true });
    await commit(log);
    const theirs = await program('verify', log);
    // The page would believe the policy beside the log, and say so; the program is asked without one.
    const folder = (await files(log)).filter(([name]) => name !== 'log/policy');
    const ours = await page({ folder, asked: asked('log') });
    assert.equal(ours.verdict, EXITS[theirs.exit], `${JSON.stringify(ours.told ?? ours.error).slice(0, 400)}`);
    if (theirs.said.error) assert.equal(ours.error.code, theirs.said.error.code);
    else assert.deepEqual(ours.view, theirs.said);
  });
}
