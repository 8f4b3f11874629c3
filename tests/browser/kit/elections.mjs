// The elections whose pages are looked at: each a ledger that the program itself makes, in a folder of its own.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The program under test: PROTOKOL, or the development build. */
export const PROGRAM = resolve(ROOT, process.env.PROTOKOL ?? 'target/debug/protokol');

const folder = (name) => join(ROOT, 'docs/elections', name);
const SMALL = ['--synthetic', '42', '--units', '60'];

/** How the ledger of each election is made at a path, in a scratch folder. */
const MAKES = {
  // As published, real figures: what was rehearsed already, where PROTOKOL_LEDGER says where.
  'georgia-2018': (at) => {
    if (process.env.PROTOKOL_LEDGER) cpSync(resolve(process.env.PROTOKOL_LEDGER), at, { recursive: true });
    else rehearse(folder('georgia-2018'), at);
  },
  // Invented figures, in three tiers.
  synthetic: (at) => rehearse(folder('azerbaijan-2024'), at, ...SMALL),
  // The same, and its figures may not be shown yet.
  closed: (at, scratch) => rehearse(gated(scratch), at, ...SMALL),
  // Founded, and nothing recorded yet.
  founded: (at) => rehearse(folder('azerbaijan-2024'), at, ...SMALL, '--found'),
};

/** The names of all elections; those that ELECTIONS names, where it does. */
export const ELECTIONS = (process.env.ELECTIONS?.split(',') ?? Object.keys(MAKES)).map((name) => {
  if (!(name in MAKES)) throw new Error(`no election is called ${name}: ${Object.keys(MAKES).join(', ')}`);
  return name;
});

/** A fresh ledger of an election. Whoever asked calls `forget` when it is no longer needed. */
export function ledgerOf(name) {
  const scratch = mkdtempSync(join(tmpdir(), 'protokol-browser-'));
  const ledger = join(scratch, 'ledger');
  MAKES[name](ledger, scratch);
  return { ledger, forget: () => rmSync(scratch, { recursive: true, force: true }) };
}

/** Hands in everything that the election `founded` has still to come, as fast as it is taken. */
export function handIn(name, url) {
  if (name !== 'founded') throw new Error(`${name} has all its papers already`);
  const told = ['rehearse', folder('azerbaijan-2024'), '--quiet', ...SMALL, '--to', url];
  const program = spawn(PROGRAM, told, { stdio: ['ignore', 'ignore', 'inherit'] });
  return once(program, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`handing in ended with ${code}`);
  });
}

/** Writes every page of a ledger as a file, into the folder `site` of a folder that is there. */
export function exportSite(ledger, folder) {
  const told = ['export', '--ledger', ledger, '--site', join(folder, 'site'), '--quiet'];
  execFileSync(PROGRAM, told, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function rehearse(election, ledger, ...more) {
  const told = ['rehearse', election, '--ledger', ledger, '--quiet', ...more];
  execFileSync(PROGRAM, told, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A copy of an election folder, whose figures may be shown from a day on that has not come. */
function gated(scratch) {
  const copy = join(scratch, 'folder');
  cpSync(folder('azerbaijan-2024'), copy, { recursive: true });
  const manifest = join(copy, 'manifest.toml');
  const text = readFileSync(manifest, 'utf8');
  const moved = text.replace(/^(publish_not_before *= *)"[^"]*"/m, '$1"2090-01-01T00:00:00+04:00"');
  if (moved === text) throw new Error(`${manifest} has no publish_not_before to move`);
  writeFileSync(manifest, moved);
  return copy;
}
