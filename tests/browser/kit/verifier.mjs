// The page's own verifier and worker, in Node: the very files that the page is made of.

import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { gunzipSync } from 'node:zlib';

export const ROOT = new URL('../../../', import.meta.url);
const read = (path) => readFile(new URL(path, ROOT));

/** What the page's worker defines, with the verifier's program. `CHECK_WASM` names another one than the one that is kept. */
export async function verifier() {
  const kept = process.env.CHECK_WASM ? readFile(process.env.CHECK_WASM) : read('src/portal/assets/check.wasm.gz').then(gunzipSync);
  const [packed, source] = await Promise.all([kept, read('src/portal/check/worker.js')]);
  const context = {
    WebAssembly, TextEncoder, TextDecoder, Uint8Array, DataView, Map, Number, Error, Promise, JSON, performance, setTimeout,
    fetch, AbortController, console,
  };
  vm.createContext(context);
  const names = '{ Verifier, parcel, check, tar, rootOf, folder, Refused, utf8 }';
  const kit = vm.runInContext(`${source}\n;(${names})`, context);
  const module = new WebAssembly.Module(packed);
  return { ...kit, module, fresh: () => new kit.Verifier(module) };
}

/** A file as the page hands it over. */
export const file = (name, bytes) => Object.assign(new Blob([bytes]), { name });

/** What the page asks with, in English. */
export const asked = (name, more = {}) => ({ lang: 'en', name, now: Math.floor(Date.now() / 1000), ...more });
