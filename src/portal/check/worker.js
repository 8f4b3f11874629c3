// Runs off the page's own thread. As a helper it says whose signatures hold in a bundle. As the clerk it reads what is to be
// checked, asks the verifier step by step, and shares the signatures out among the helpers.
'use strict';

/** The verifier: an instance of the program, and how it is asked. */
class Verifier {
  constructor(module) {
    this.exports = new WebAssembly.Instance(module, {}).exports;
  }

  ask(question, given) {
    const name = new TextEncoder().encode(question);
    const place = this.exports.reserve(name.length + given.length) >>> 0;
    const room = new Uint8Array(this.exports.memory.buffer, place, name.length + given.length);
    room.set(name);
    room.set(given, name.length);
    const answer = this.exports.ask(name.length) >>> 0;
    return new Uint8Array(this.exports.memory.buffer, answer, this.exports.answered() >>> 0).slice();
  }

  json(question, given) {
    return JSON.parse(new TextDecoder().decode(this.ask(question, given)));
  }
}

const utf8 = (text) => new TextEncoder().encode(text);

/** Files in one piece: each name, then its bytes, or that there is none. */
function parcel(items) {
  const parts = [];
  const put = (bytes) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes ? bytes.length : 0xffffffff, true);
    parts.push(length);
    if (bytes) parts.push(bytes);
  };
  for (const [name, bytes] of items) {
    put(utf8(name));
    put(bytes);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Why there is no answer: a sentence of the page, with what it is about. */
class Refused extends Error {
  constructor(code, sentence, ...about) {
    super(sentence);
    Object.assign(this, { code, sentence, about });
  }
}

const bytes = async (blob) => new Uint8Array(await blob.arrayBuffer());

// Where a log's files are had from: each answers `read(name, most)` with bytes, one more than `most` at the most, or null.

/** A folder: its files by name. */
const folder = (files) => ({
  served: false,
  async read(name, most) {
    const file = files.get(name);
    return file ? bytes(file.slice(0, most + 1)) : null;
  },
});

const BLOCK = 512;
/** How much of a tar is read at once. */
const STRETCH = 1 << 22;
/** More files than any log has. */
const FILES_MAX = 1 << 20;

/** A tar: what it holds is looked up once, and read where it lies. Plain files and folders alone are taken. */
async function tar(file, tell) {
  const bad = () => new Refused('U3', 'tar', file.name);
  const places = new Map();
  let [stretch, from] = [new Uint8Array(0), 0];
  const at = async (offset, length) => {
    if (offset < from || offset + length > from + stretch.length) {
      from = offset;
      stretch = await bytes(file.slice(offset, offset + Math.max(length, STRETCH)));
    }
    return stretch.subarray(offset - from, offset - from + length);
  };
  const text = (of, start, length) => new TextDecoder().decode(of.subarray(start, start + length)).split('\0')[0];
  let [offset, long] = [0, null];
  for (;;) {
    const head = await at(offset, BLOCK);
    if (head.length < BLOCK) throw bad();
    if (head.every((byte) => byte === 0)) break;
    const size = Number.parseInt(text(head, 124, 12).trim() || '0', 8);
    const sum = head.reduce((all, byte, place) => all + (place >= 148 && place < 156 ? 32 : byte), 0);
    if (text(head, 257, 5) !== 'ustar' || !(size >= 0) || sum !== Number.parseInt(text(head, 148, 8), 8)) throw bad();
    const type = String.fromCharCode(head[156]);
    const [body, next] = [offset + BLOCK, offset + BLOCK + Math.ceil(size / BLOCK) * BLOCK];
    if (next > file.size || places.size > FILES_MAX) throw bad();
    if (type === 'L' || type === 'x') {
      if (size > STRETCH) throw bad();
      const said = new TextDecoder().decode(await at(body, size));
      if (type === 'x' && said.includes('GNU.sparse.')) throw bad();
      long = (type === 'L' ? said.split('\0')[0] : /^\d+ path=(.*)$/m.exec(said)?.[1]) ?? long;
    } else if (type === '0' || type === '\0' || type === '5') {
      const prefix = text(head, 345, 155);
      const name = (long ?? (prefix ? `${prefix}/` : '') + text(head, 0, 100)).replace(/^\.\//, '');
      long = null;
      if (name.startsWith('/') || name.split('/').includes('..') || places.has(name)) throw bad();
      if (type !== '5') places.set(name, [body, size]);
      if (places.size % 1000 === 0) tell({ names: places.size });
    } else if (type !== 'g') {
      throw bad();
    }
    offset = next;
  }
  const root = rootOf(places.keys());
  return {
    served: false,
    async read(name, most) {
      const place = places.get(root + name);
      return place ? bytes(file.slice(place[0], place[0] + Math.min(place[1], most + 1))) : null;
    },
  };
}

/** The folder in which a log lies, among names: the shallowest that has a checkpoint, a key, or tiles. */
function rootOf(names) {
  const found = { checkpoint: [], 'log.vkey': [], tile: [] };
  for (const name of names) {
    const parts = name.split('/');
    const last = parts.at(-1);
    if (last === 'checkpoint' || last === 'log.vkey') found[last].push(parts.slice(0, -1));
    else if (parts.includes('tile')) found.tile.push(parts.slice(0, parts.indexOf('tile')));
  }
  for (const folders of Object.values(found)) {
    if (folders.length > 0) {
      const depth = folders.reduce((least, parts) => Math.min(least, parts.length), Infinity);
      return folders.find((parts) => parts.length === depth).map((part) => `${part}/`).join('');
    }
  }
  return '';
}

/** How often a server is asked that is busy, and how long the first pause is. */
const [TRIES, PAUSE] = [5, 250];

/** A log that somebody serves. Once it is ended, it gives nothing more, however slow its server is. */
function url(prefix) {
  const ending = new AbortController();
  return {
    served: true,
    end: () => ending.abort(),
    async read(name, most) {
      const address = prefix + name;
      for (let tries = 1, pause = PAUSE; ; tries += 1, pause *= 2) {
        let answer;
        try {
          answer = await fetch(address, { cache: 'no-store', credentials: 'omit', signal: ending.signal });
        } catch {
          throw new Refused('U2', 'unreachable', address);
        }
        if (answer.status === 404 || answer.status === 410) return null;
        if (answer.ok) return limited(answer, most + 1, address);
        const passing = [408, 425, 429, 500, 502, 503, 504].includes(answer.status);
        if (!passing || tries === TRIES) throw new Refused('U2', 'status', address, answer.status);
        await new Promise((done) => { setTimeout(done, pause); });
      }
    },
  };
}

/** The first bytes of an answer: whoever serves it can make it as long as they like. */
async function limited(answer, most, address) {
  const reader = answer.body.getReader();
  const parts = [];
  for (let length = 0; length < most;) {
    const { done, value } = await reader.read().catch(() => { throw new Refused('U2', 'unreachable', address); });
    if (done) return joined(parts, length);
    parts.push(value);
    length += value.length;
    if (length >= most) await reader.cancel();
  }
  return joined(parts, most);
}

function joined(parts, length) {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, length - at), at);
    at += Math.min(part.length, length - at);
  }
  return whole;
}

/** Bundles on their way through the helpers: as many as keep each busy, so that the memory is bounded. */
class Helpers {
  constructor(ports) {
    this.idle = [...ports];
    this.waiting = [];
  }

  /** The bundle, and the hashes of its entries whose signatures hold. Without helpers, none is vouched for. */
  async look(bundle) {
    const port = this.idle.pop() ?? await new Promise((take) => { this.waiting.push(take); });
    return new Promise((done) => {
      port.onmessage = ({ data }) => {
        const next = this.waiting.shift();
        if (next) next(port); else this.idle.push(port);
        done([data.bundle, data.hashes]);
      };
      port.postMessage(bundle, [bundle.buffer]);
    });
  }
}

/** What is asked of the verifier besides the files. */
const asked = (job, more) => ['asked', utf8(JSON.stringify({ ...job.asked, ...more }))];

/** Verifies a log: its files in their order, at most `ahead` bundles of them read before their turn. */
async function log(verifier, source, job, ports, tell) {
  const most = 1 << 20;
  const names = ['snapshot', 'checkpoint', 'log.vkey', 'manifest.toml', 'policy'];
  const totals = job.totals ? [['totals', await shown(job.totals)]] : [];
  const files = new Map();
  for (const name of names) files.set(name, await source.read(name, most));
  const beside = files.get('policy');
  files.delete('policy');
  const more = { served: source.served };
  if (!job.asked.policy && beside) Object.assign(more, { policy: new TextDecoder().decode(beside), policy_is_beside: true });
  const origin = new TextDecoder().decode(files.get('checkpoint') ?? new Uint8Array(0)).split('\n')[0];
  const seen = job.seen[origin];
  const opened = [asked(job, more), ...files, ['seen', seen ? utf8(seen) : null], ...totals];
  let reach = verifier.json('open', parcel(opened));
  if (reach.error) return reach;
  const helpers = new Helpers(ports);
  const ahead = 2 * ports.length;
  const read = async ({ names: all, most: longest }, of) => {
    const items = [];
    for (const name of all) items.push([name, await source.read(name, longest)]);
    const first = items.find(([, there]) => there);
    if (of !== 'bundles' || ports.length === 0 || !first) return items;
    const [bundle, hashes] = await helpers.look(first[1]);
    first[1] = bundle;
    return [...items, ['vouched', hashes]];
  };
  const begun = new Set();
  try {
    for (;;) {
      const wanted = verifier.json('wanted', utf8(JSON.stringify({ skip: 0, most: 256 })));
      if (wanted.error) return wanted;
      if (wanted.of === 'nothing') break;
      const under = [];
      const begin = () => {
        const file = wanted.files.shift();
        if (!file) return;
        // A failure is met when its turn comes.
        const reading = read(file, wanted.of).then((items) => ({ items }), (error) => ({ error })).finally(() => begun.delete(reading));
        begun.add(reading);
        under.push(reading);
      };
      for (let more = 0; more <= ahead; more += 1) begin();
      while (under.length > 0) {
        const { items, error } = await under.shift();
        if (error) throw error;
        begin();
        const now = verifier.json('take', parcel(items));
        if (now.error) return now;
        reach = now;
        tell({ reach });
        if (wanted.of === 'bundles' && reach.done === reach.events) break;
      }
    }
  } finally {
    // What was begun must be over before another check takes the same helpers.
    source.end?.();
    await Promise.all(begun);
  }
  return { ...verifier.json('conclude', new Uint8Array(0)), origin };
}

/** The totals that a service shows beside its log; null where nobody does. */
async function shown(address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    const kind = answer.headers.get('content-type') ?? '';
    return answer.ok && kind.includes('json') ? await limited(answer, 1 << 26, address) : null;
  } catch {
    return null;
  }
}

/** What a file is, by its first bytes. */
async function kind(file) {
  const head = await bytes(file.slice(0, BLOCK));
  const magic = new TextDecoder().decode(head.subarray(257, 262));
  return magic === 'ustar' ? 'tar' : 'file';
}

/** The longest file that proves something alone: evidence of a whole country's events. */
const FILE_MAX = 1 << 29;

async function check(verifier, job, ports, tell) {
  if (job.again) return verifier.json('told', parcel([asked(job)]));
  if (job.url) return log(verifier, url(job.url), job, ports, tell);
  if (job.folder) {
    const root = rootOf(job.folder.map(([name]) => name));
    const under = job.folder.filter(([name]) => name.startsWith(root));
    return log(verifier, folder(new Map(under.map(([name, file]) => [name.slice(root.length), file]))), job, ports, tell);
  }
  if (await kind(job.file) === 'tar') return log(verifier, await tar(job.file, tell), job, ports, tell);
  if (job.file.size > FILE_MAX) throw new Refused('U3', 'long', job.file.name);
  const given = await bytes(job.file);
  if (job.isTotals) return verifier.json('totals', parcel([asked(job), [job.file.name, given]]));
  return verifier.json('file', parcel([asked(job), [job.file.name, given]]));
}

onmessage = ({ data: first }) => {
  let verifier = new Verifier(first.module);
  if (first.port) {
    first.port.onmessage = ({ data: bundle }) => {
      let hashes = new Uint8Array(0);
      try {
        hashes = verifier.ask('look', bundle);
      } catch {
        // Nothing is said of it: the clerk looks for itself.
        verifier = new Verifier(first.module);
      }
      first.port.postMessage({ bundle, hashes }, [bundle.buffer]);
    };
    return;
  }
  onmessage = async ({ data: job }) => {
    const began = performance.now();
    const tell = (progress) => postMessage({ progress });
    let done;
    try {
      done = await check(verifier, job, first.ports, tell);
    } catch (error) {
      const sentence = error instanceof Refused ? error : new Refused('U22', 'trap', String(error));
      done = { refused: { code: sentence.code, sentence: sentence.sentence, about: sentence.about } };
      if (!(error instanceof Refused)) verifier = new Verifier(first.module);
    }
    postMessage({ done, seconds: (performance.now() - began) / 1000 });
  };
};
