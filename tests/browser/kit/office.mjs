// An office that enrols: the commission of constituency 01, of whose five members three must sign, and the slips that the
// members of 167 precincts made with the program, each with a key of their own; and ten slips that are wrong in ten ways.

import { execFile } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { inThreeLanguages, runner } from './commission.mjs';
import { PROGRAM } from './elections.mjs';

export const PRECINCTS = 167;
export const MEMBERS = 6;
/** The passphrase of every key: how one opens is tried in the tests of the desk itself. */
export const PASSPHRASE = 'seven grey herons under the old bridge';
const ELECTION = 'example';
const OFFICES = ['chair', 'secretary', 'secretary', 'member', 'member', 'member'];
/** What a slip's key signs besides the slip, as docs/format.md has it. */
const CONTEXT = 'protokol enrolment slip signature v1\n';

export const precinct = (number) => `01.${String(number).padStart(3, '0')}`;

/** Founds the election of a number of precincts, and has their members make their slips. `forget` ends it. */
export async function office(precincts = PRECINCTS) {
  const folder = mkdtempSync(join(tmpdir(), 'protokol-office-'));
  const made = process.env.PROTOKOL_OFFICE && resolve(process.env.PROTOKOL_OFFICE);
  if (made && precincts === PRECINCTS) cpSync(made, folder, { recursive: true });
  else await found(folder, precincts);
  const read = (file) => readFileSync(join(folder, file));
  return {
    folder,
    ledger: join(folder, 'ledger'),
    run: runner(folder),
    read,
    told: ['--log-key', join(folder, 'log.key'), '--passphrase-file', join(folder, 'pass.txt')],
    key: (name) => join(folder, `${name}.key`),
    path: (file) => join(folder, file),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function found(folder, precincts) {
  const run = runner(folder);
  const write = (file, text) => writeFileSync(join(folder, file), text);
  write('pass.txt', `${PASSPHRASE}\n`);
  run('draft', 'election', 'election');
  write('election/manifest.toml', manifest(readFileSync(join(folder, 'election/manifest.toml'), 'utf8')));
  const units = Array.from({ length: precincts }, (_, at) => `${precinct(at + 1)},01,precinct,"School ${at + 1}, hall"`);
  write('election/units.csv', ['unit,parent,tier,name', 'C,,central,Central', '01,C,constituency,North', '02,C,constituency,South',
    ...units, '02.001,02,precinct,'].join('\n') + '\n');
  const keygen = (name, ...more) => JSON.parse(run('keygen', '--name', name, '--out', `${name}.key`, '--passphrase-file', 'pass.txt',
    '--json', ...more)).public_key;
  const log = keygen('log');
  const seats = (unit) => Array.from({ length: 5 }, (_, at) => `${unit},${at + 1},Member ${at + 1} of ${unit},member,,${keygen(`${unit}-${at + 1}`)}`);
  const table = (...rows) => ['unit,seat,name,office,nominated_by,public_key', ...rows.flat()].join('\n') + '\n';
  const sealed = ['--log-key', 'log.key', '--passphrase-file', 'pass.txt'];
  const signAll = (what, first = what) => [1, 2, 3].forEach((seat) =>
    run('sign', seat === 1 ? first : what, '--key', `C-${seat}.key`, '--passphrase-file', 'pass.txt', '--yes'));
  write('election/members.csv', table(seats('C')));
  run('draft', 'founding', '--from', 'election', '--log-key', log, '--out', 'founding.toml');
  signAll('founding.submission', 'founding.toml');
  run('init', 'founding.submission', ...sealed);
  write('election/members.csv', table(seats('01'), seats('02')));
  run('enrol', 'election/members.csv', '--out', 'middle');
  signAll('middle');
  run('submit', 'middle', ...sealed);
  mkdirSync(join(folder, 'slips'));
  mkdirSync(join(folder, 'keys'));
  const all = Array.from({ length: precincts * MEMBERS }, (_, at) => [precinct(1 + Math.floor(at / MEMBERS)), 1 + (at % MEMBERS)]);
  // Each on a machine of their own, in life; here as many at once as there are processors.
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let next = all.shift(); next; next = all.shift()) await slip(folder, `${next[0]}-${next[1]}`, member(...next));
  }));
}

/** A central commission, constituencies and precincts. */
function manifest(drafted) {
  const changed = inThreeLanguages(drafted)
    .replace('tiers       = ["central", "precinct"]', 'tiers       = ["central", "constituency", "precinct"]')
    .replace(/^central *= .*\nprecinct *= .*$/m, 'central = { members = 5, quorum = 3 }\nconstituency = { members = 5, quorum = 3 }\n'
      + `precinct = { members = ${MEMBERS}, quorum = 4 }`);
  if (!changed.includes(`members = ${MEMBERS}, quorum = 4`) || !changed.includes('"constituency", "precinct"')) throw new Error('the draft is written otherwise');
  return changed;
}

/** What a member says, as `keygen` is told it. */
const member = (unit, seat) => ({ name: `Member ${seat} of ${unit}`, unit, seat, office: OFFICES[seat - 1], election: ELECTION });

/** Has a member make a key and a slip. */
async function slip(folder, file, { name, unit, seat, office, election }) {
  await promisify(execFile)(PROGRAM, ['keygen', '--name', name, '--out', `keys/${file}.key`, '--passphrase-file', 'pass.txt',
    '--slip', `slips/${file}.slip`, '--election', election, '--unit', unit, '--office', office, '--seat', String(seat), '--quiet'],
  { cwd: folder });
}

/**
 * Ten slips that are wrong in ten ways, in the place of right ones: each its file, the code that it is told under, and its
 * text. Whoever has no key of another makes a key and a slip with the program; who has one signs with it.
 */
export async function tenWays({ folder, read }) {
  const good = (unit, seat) => String(read(`slips/${unit}-${seat}.slip`));
  const other = async (unit, seat, change) => {
    const file = `another-${unit}-${seat}`;
    await slip(folder, file, { ...member(unit, seat), ...change });
    const made = String(read(`slips/${file}.slip`));
    rmSync(join(folder, `slips/${file}.slip`));
    return made;
  };
  const under = (unit, seat, key, of) => resigned(good(unit, seat), read(key), good(...of).match(/^key .*$/m)?.[0]);
  const enrolled = String(read('election/members.csv')).match(/^02,3,.*,([0-9a-f]{64})$/m)[1];
  const whole = good('01.007', 4);
  return [
    ['01.001', 1, 'R33', good('01.001', 1).replace('name Member 1 of', 'name Somebody of')],
    ['01.002', 2, 'R10', await other('01.002', 2, { unit: '02.001' })],
    ['01.003', 3, 'R4', await other('01.003', 3, { unit: '01.O03' })],
    ['01.004', 2, 'R39', await other('01.004', 2, { name: 'Member 1 of 01.004' })],
    ['01.005', 5, 'R12', under('01.005', 5, 'keys/01.100-5.key', ['01.100', 5])],
    ['01.006', 6, 'R12', resigned(good('01.006', 6), read('02-3.key'), `key ${enrolled}`)],
    ['01.007', 4, 'U3', whole.slice(0, -40)],
    ['01.008', 1, 'R2', await other('01.008', 1, { election: 'example-2026' })],
    ['01.009', 3, 'R36', good('01.009', 3).replace('protokol.slip@v1', 'protokol.slip@v2')],
    ['01.010', 6, 'R13', await other('01.010', 6, { seat: 7 })],
  ].map(([unit, seat, code, text]) => ({ file: `slips/${unit}-${seat}.slip`, unit, seat, code, text }));
}

/** A slip as it would be under another key. */
function resigned(text, key, line) {
  const said = text.slice(0, text.lastIndexOf('proof ')).replace(/^key .*$/m, line);
  const proof = sign(null, Buffer.from(CONTEXT + said), createPrivateKey({ key, passphrase: PASSPHRASE }));
  return `${said}proof ${proof.toString('base64')}\n`;
}
