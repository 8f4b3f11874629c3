// An officer's enrolment, as this machine keeps it: slips, the table of the units, what they come to, and a paper for each
// commission that is whole, with the signatures that it has.

import { base64, bytes } from './dom.js';
import { fetchKit, keep } from './start.js';
import * as store from './store.js';
import { isTar, unpacked } from './tar.js';

const UNITS = 'units.csv';
const SUBMISSION = '.submission';

/** What is kept of the enrolment by a commission. */
export const kept = async (id) => (await store.enrolment(id)) ?? { id, units: null, slips: [], sorted: null };

/** What a commission's paper is called where it is a file. */
export const called = (paper, ending) => `commission-${paper.unit}.${ending}`;

/**
 * Takes in files, each its path and the file: slips, units.csv, papers that others signed. A folder that is given again takes
 * the place of what was in it. Tells what was taken, and what was not.
 */
export async function take(desk, files) {
  const { slips, units, papers, aside } = await told(files);
  const id = desk.open.id;
  await newest(desk);
  if (slips.length > 0 || units) {
    const before = await kept(id);
    await sort(desk, { ...before, units: units ?? before.units, slips: merged(before.slips, slips) });
  }
  return { aside, ...(await join(desk, papers)) };
}

/** What each file is, by its name. */
async function told(files) {
  const found = { slips: [], units: null, papers: [], aside: [] };
  for (const [path, file] of files) {
    const name = path.split('/').at(-1);
    const read = async () => new Uint8Array(await file.arrayBuffer());
    if (name.endsWith('.slip')) found.slips.push([path, await read()]);
    else if (name === UNITS) found.units = await read();
    else if (name.endsWith(SUBMISSION)) found.papers.push(await read());
    else if (name.endsWith('.tar')) found.papers.push(...papersOf(await read()));
    else found.aside.push(path);
  }
  return found;
}

const papersOf = (tar) => unpacked(tar).filter(([name]) => name.endsWith(SUBMISSION)).map(([, paper]) => paper);

/** Whether a file that somebody brought holds papers of several commissions, and these; null where it is a paper alone. */
export const bundled = (file) => (isTar(file) ? papersOf(file) : null);

/** Slips with newer ones: those of the same folders go, and one that comes alone takes the place of its namesake. */
function merged(before, newer) {
  const folders = new Set(newer.filter(([path]) => path.includes('/')).map(([path]) => path.split('/')[0]));
  const all = new Map(before.filter(([path]) => !(path.includes('/') && folders.has(path.split('/')[0]))));
  for (const [path, slip] of newer) {
    const namesakes = [...all.keys()].filter((other) => other.endsWith(`/${path}`));
    all.set(namesakes.length === 1 ? namesakes[0] : path, slip);
  }
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The kit of the whole election, which says what is formed already; without the line, the one that is here. */
async function newest(desk) {
  const { id, unit, policy } = desk.open;
  const kit = await fetchKit(desk, null).catch(() => null);
  if (!kit) return;
  await keep(desk, unit, kit, policy);
  await desk.enter(id);
}

/** Sorts all slips anew. A paper that is there and says the same stays, and so does one that somebody signed, even meanwhile. */
export async function sort(desk, enrolment) {
  const { id, units, slips } = enrolment;
  if (!units || slips.length === 0) return store.putEnrolment({ ...enrolment, sorted: null });
  const answer = await desk.program.slips({ under: desk.open.unit, units, slips });
  const { papers: looked } = await desk.program.ask('look_over', { papers: answer.papers, now: Date.now() });
  const sorted = () => sortedInto(id, looked.map((one, at) => ({ one, paper: answer.papers[at] })));
  let otherwise = await sorted();
  while (!otherwise) otherwise = await sorted();
  const { left_out, missing } = answer;
  return store.putEnrolment({ ...enrolment, sorted: { lang: desk.lang, left_out, missing, otherwise } });
}

/** Puts papers beside those that are here; gives back which slips say otherwise, or null where somebody changed a paper meanwhile. */
async function sortedInto(id, drawn) {
  const here = new Map((await store.enrolled(id)).map((paper) => [paper.unit, paper]));
  const [changes, otherwise] = [[], []];
  for (const { one, paper } of drawn) {
    const before = here.get(one.unit);
    here.delete(one.unit);
    if (before && (before.state !== 'drawn' || before.says === says(one))) continue;
    if (before?.signed > 0) otherwise.push(one.unit);
    else changes.push({ before, after: { ...paperOf(id, one, paper), id: before?.id ?? crypto.randomUUID() } });
  }
  // What nobody signed, and what the slips no longer say.
  const gone = [...here.values()].filter((paper) => paper.state === 'drawn' && paper.signed === 0 && !paper.brought);
  const left = await store.putEnrolled(id, [...changes, ...gone.map((before) => ({ before, after: null }))]);
  return left.length === 0 ? otherwise : null;
}

/** Whom a paper enrols, to be compared with what slips say. */
const says = (looked) => JSON.stringify(looked.members.map(({ office_says, ...member }) => member));

/** A paper as it is kept beside others: not among those of the commission itself. */
const paperOf = (enrolment, looked, paper) => ({
  enrolment, kind: 'commission_formed', unit: looked.unit, name: looked.name, state: 'drawn', created: Date.now(), paper,
  statement: looked.statement, says: says(looked), signed: looked.signers.length, receipt: null,
});

/**
 * Takes papers in that others signed: the signatures, where the paper is here. Of hundreds that takes a while: those that were
 * signed or handed in meanwhile are taken in once more, as they stand by then.
 */
export async function join(desk, files) {
  const { id } = desk.open;
  const papers = files.map((file) => base64(file));
  const { papers: looked } = await desk.program.ask('look_over', { papers, now: Date.now() });
  const wrong = [];
  let left = looked.map((one, at) => ({ one, paper: papers[at] }));
  while (left.length > 0) {
    const here = new Map((await store.enrolled(id)).map((paper) => [paper.unit, paper]));
    const changes = [];
    for (const copy of left) {
      const before = here.get(copy.one.unit);
      try {
        const after = await joined(desk, before, copy);
        if (after) changes.push({ copy, before, after });
      } catch (error) {
        wrong.push({ unit: copy.one.unit, code: error.code, says: error.says ?? String(error.message), do: error.do });
      }
    }
    left = (await store.putEnrolled(id, changes)).map(({ copy }) => copy);
  }
  return { taken: looked.length - wrong.length, wrong };
}

/** What becomes of the paper that is here by a copy that somebody signed; null where it stays as it is. */
async function joined(desk, before, { one, paper }) {
  if (one.error) throw one.error;
  // A paper of this machine that nobody signed gives way to one that says the same; what the slips here say stands.
  const isSame = before && (before.brought || before.says === says(one));
  if (!before || (isSame && before.statement !== one.statement && before.state === 'drawn' && before.signed === 0)) {
    return { ...paperOf(desk.open.id, one, paper), brought: true, id: before?.id ?? crypto.randomUUID() };
  }
  if (before.state !== 'drawn' && before.statement === one.statement) return null;
  const whole = await desk.program.ask('join', { paper: before.paper, copy: paper, now: Date.now() });
  return { ...before, paper: whole.paper, signed: whole.signers.length };
}

/** Keeps what one key signed, whoever changed a paper meanwhile. Each of `shown` is as it was looked over. */
export async function signed(desk, shown, answer) {
  const left = new Map(answer.left_out.map(({ at, error }) => [at, error]));
  const copies = answer.papers.filter((_, at) => !left.has(at)).map(bytes);
  const { wrong } = await join(desk, copies);
  return [...[...left].map(([at, error]) => ({ unit: shown[at].unit, ...error })), ...wrong];
}
