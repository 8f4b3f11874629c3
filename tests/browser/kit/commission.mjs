// An election with a commission of six members, of whom four must sign: every key sealed under a passphrase of its own, as
// `keygen` makes it; a ledger that is served under its own key; and the program, which has the last word.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PROGRAM } from './elections.mjs';

/** The commission whose papers the tests write. */
export const UNIT = '01';
const LANGUAGES = ['en', 'az', 'ru'];

/** Runs the program in a folder, and gives back what it says. */
export function runner(folder) {
  return (...told) => execFileSync(PROGRAM, told, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Founds the election. Whoever asked calls `forget` when it is no longer needed. */
export function founded() {
  const folder = mkdtempSync(join(tmpdir(), 'protokol-desk-'));
  const run = runner(folder);
  const write = (file, text) => writeFileSync(join(folder, file), text);
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  run('draft', 'election', 'election');
  write('election/manifest.toml', inThreeLanguages(read('election/manifest.toml'))
    .replace(/^polling_day .*/gm, `polling_day = ${new Date().toISOString().slice(0, 10)}`)
    .replace('precinct = { members = 3, quorum = 2 }', 'precinct = { members = 6, quorum = 4 }'));
  const key = (name) => {
    write(`${name}.txt`, `seven grey herons of ${name}\n`);
    return JSON.parse(run('keygen', '--name', name, '--out', `${name}.key`, '--passphrase-file', `${name}.txt`, '--json')).public_key;
  };
  const member = (unit, seat) => `${unit},${seat},Member ${seat} of ${unit},${['chair', 'secretary'][seat - 1] ?? 'member'},,${key(`${unit}-${seat}`)}`;
  const commission = (unit, members) => Array.from({ length: members }, (_, at) => member(unit, at + 1));
  const log = key('log');
  const header = read('election/members.csv').trim();
  const [central, ...precincts] = [commission('C', 3), commission('01', 6), commission('02', 6)];
  write('election/members.csv', [header, ...central].join('\n') + '\n');
  const sign = (paper, ...names) => names.forEach((name) => run('sign', paper, '--key', `${name}.key`, '--passphrase-file', `${name}.txt`, '--yes'));
  run('draft', 'founding', '--from', 'election', '--log-key', log, '--out', 'founding.toml');
  sign('founding.toml', 'C-1');
  sign('founding.submission', 'C-2');
  run('init', 'founding.submission', '--log-key', 'log.key', '--passphrase-file', 'log.txt');
  write('election/members.csv', [header, ...precincts.flat()].join('\n') + '\n');
  const observer = key('watcher');
  write('election/observers.csv', `observer,organisation,role,scope,public_key\nwatcher,Watch of Nowhere,domestic,C,${observer}\n`);
  mkdirSync(join(folder, 'drafts'));
  for (const table of ['members', 'candidates', 'observers']) run('enrol', `election/${table}.csv`, '--out', 'drafts');
  sign('drafts', 'C-1', 'C-2');
  run('submit', 'drafts', '--log-key', 'log.key', '--passphrase-file', 'log.txt');
  return {
    folder,
    ledger: join(folder, 'ledger'),
    run,
    read,
    write,
    /** What `serve` is told besides. */
    told: ['--log-key', join(folder, 'log.key'), '--passphrase-file', join(folder, 'log.txt')],
    /** A member's key file, and its passphrase. */
    key: (name) => ({ file: join(folder, `${name}.key`), passphrase: `seven grey herons of ${name}` }),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Labels in one language alone, said in all three. */
export function inThreeLanguages(manifest) {
  return manifest.replace(/\{ en = ("[^"]*") \}/g, (_, says) => `{ ${LANGUAGES.map((lang) => `${lang} = ${says}`).join(', ')} }`);
}
