// Asks the program, which answers in JSON. What it refuses is thrown, with its code, what is wrong, and what to do.

/** What the program refuses. */
export class Refused extends Error {
  constructor(error) {
    super(error.says);
    Object.assign(this, error);
  }
}

const text = (value) => new TextEncoder().encode(value);

/** Files in one piece, as the program takes them: each length, name and bytes. */
function parcel(files) {
  const parts = [];
  const put = (given) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, given === null ? 0xffffffff : given.length, true);
    parts.push(length);
    if (given !== null) parts.push(given);
  };
  for (const [name, given] of files) {
    put(text(name));
    put(given);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

export class Program {
  constructor(lang) {
    this.lang = lang;
    this.asked = new Map();
    this.next = 1;
    /** The kit that is open. */
    this.kit = null;
    this.begin();
  }

  begin() {
    this.worker = new Worker(new URL('worker.js', import.meta.url));
    this.worker.onerror = (event) => this.failed(event.message || 'worker');
    this.worker.onmessage = ({ data: { id, answer, failed } }) => {
      if (failed) return this.failed(failed);
      const { resolve, reject } = this.asked.get(id) ?? {};
      if (!resolve) return null;
      this.asked.delete(id);
      const told = JSON.parse(new TextDecoder().decode(answer));
      return told?.error?.code ? reject(new Refused(told.error)) : resolve(told);
    };
  }

  /** After a fault nothing in its memory is sure: another takes its place, with the same kit, and only the questions are lost. */
  failed(why) {
    const [lost, kit] = [[...this.asked.values()], this.kit];
    if (lost.length === 0) return;
    this.end();
    this.asked.clear();
    this.kit = null;
    this.begin();
    if (kit) this.open(kit).catch(() => {});
    for (const { reject } of lost) reject(new Error(why));
  }

  bytes(question, given) {
    return new Promise((resolve, reject) => {
      const id = this.next++;
      this.asked.set(id, { resolve, reject });
      this.worker.postMessage({ id, question, given }, [given.buffer]);
    });
  }

  /** Asks with values, in the language of the page. */
  ask(question, given = {}) {
    return this.bytes(question, text(JSON.stringify({ lang: this.lang, ...given })));
  }

  /** Opens a kit, under a policy where there is one. */
  async open({ kit, policy }) {
    const files = [['lang', text(this.lang)], ['kit', new Uint8Array(kit.slice(0))]];
    if (policy) files.push(['policy', text(policy)]);
    const known = await this.bytes('open', parcel(files));
    this.kit = { kit, policy };
    return known;
  }

  /** Sorts slips, each its name and bytes, by the table of the units, for the commission that forms theirs. */
  slips({ under, units, slips }) {
    const asked = [['lang', text(this.lang)], ['now', text(String(Date.now()))], ['under', text(under)], ['units.csv', units]];
    return this.bytes('slips', parcel([...asked, ...slips.map(([name, slip]) => [`slip:${name}`, slip])]));
  }

  /** What stands of a scan in a paper. */
  scan(name, file) {
    return this.bytes('scan', parcel([['lang', text(this.lang)], [name, new Uint8Array(file)]]));
  }

  /** Ends the program; all that it had in memory is gone. */
  end() {
    this.worker.terminate();
  }
}

/** A program of one's own with a kit, to be ended by whoever asked. */
export async function opened(desk, lang) {
  const program = new Program(lang);
  try {
    await program.open(desk);
    return program;
  } catch (error) {
    program.end();
    throw error;
  }
}

/** Does one thing with a program of its own, which then ends: signing, and whatever the queue does. */
export async function alone(desk, lang, work) {
  const program = await opened(desk, lang);
  try {
    return await work(program);
  } finally {
    program.end();
  }
}
