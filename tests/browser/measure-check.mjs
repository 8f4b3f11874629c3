// How long the page's verifier works on a published log, in seconds of processor time, so that whatever else the machine does is
// left out: alone on one thread, and shared between helpers and the clerk.  node measure-check.mjs PUBLISHED POLICY

import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

import { asked, file, verifier } from './kit/verifier.mjs';

const [published, policyFile] = process.argv.slice(2);
const kit = await verifier();
const policy = await readFile(policyFile, 'utf8');

async function files(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...await files(path));
    else found.push([`log/${relative(published, path)}`, file(entry.name, await readFile(path))]);
  }
  return found;
}

const folder = await files(published);

/** Runs something, and says how many seconds the processor worked for it. */
async function worked(what) {
  const before = process.cpuUsage();
  const done = await what();
  return [process.cpuUsage(before).user / 1e6, done];
}

/** A helper in the same thread, whose work is counted apart. */
let helping = 0;
function helper() {
  const mine = kit.fresh();
  const port = { onmessage: null, postMessage(bundle) {
    const before = process.cpuUsage();
    const hashes = mine.ask('look', bundle);
    helping += process.cpuUsage(before).user / 1e6;
    setTimeout(() => port.onmessage({ data: { bundle, hashes } }));
  } };
  return port;
}

const job = () => ({ folder, seen: {}, asked: asked('log', { policy }) });
const [alone, one] = await worked(() => kit.check(kit.fresh(), job(), [], () => {}));
const clerk = kit.fresh();
const [both, two] = await worked(() => kit.check(clerk, job(), [helper()], () => {}));
const mb = (bytes) => (bytes / 1e6).toFixed(1);
const memory = clerk.exports.memory.buffer.byteLength;
console.log(`${one.told.says}, ${two.told.says}: ${one.view.events} events, ${one.view.signatures} signatures`);
console.log(`one thread ${alone.toFixed(1)} s; helpers ${helping.toFixed(1)} s and the clerk ${(both - helping).toFixed(1)} s, in ${mb(memory)} MB`);
const page = await readFile(join(published, 'check.html')).catch(() => null);
if (page) console.log(`check.html ${mb(page.length)} MB, ${mb(gzipSync(page).length)} MB under gzip`);
