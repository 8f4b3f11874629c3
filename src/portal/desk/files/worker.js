// The program itself, compiled to WebAssembly, in a thread of its own. It has no way out: what it needs is given to it.

const started = fetch(new URL('desk.wasm.gz', self.location.href)).then(async (answer) => {
  if (!answer.ok) throw new Error(`desk.wasm.gz: ${answer.status}`);
  const plain = answer.body.pipeThrough(new DecompressionStream('gzip'));
  const { instance } = await WebAssembly.instantiate(await new Response(plain).arrayBuffer(), {});
  return instance.exports;
});

self.onmessage = async ({ data: { id, question, given } }) => {
  try {
    const program = await started;
    const name = new TextEncoder().encode(question);
    const place = program.reserve(name.length + given.length);
    const memory = new Uint8Array(program.memory.buffer, place, name.length + given.length);
    memory.set(name);
    memory.set(given, name.length);
    const at = program.ask(name.length);
    const answer = new Uint8Array(program.memory.buffer, at, program.answered()).slice();
    given.fill(0);
    self.postMessage({ id, answer }, [answer.buffer]);
  } catch (error) {
    // Whoever asked ends this thread: after a trap the program answers nothing right.
    self.postMessage({ id, failed: String(error) });
  }
};
