// The built program, serving a ledger on a port of the system's choice.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { PROGRAM, ledgerOf } from './elections.mjs';

/** Serves a ledger, and is told more besides: its address, and `stop`, which waits until the program has ended. */
export async function serve(ledger, more = [], listen = '127.0.0.1:0') {
  const told = ['serve', '--ledger', ledger, '--listen', listen, '--quiet', ...more];
  const program = spawn(PROGRAM, told, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(program, 'exit');
  const address = new Promise((found) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const url = line.match(/http:\/\/[\d.:]+/);
      if (url) found(url[0]);
    });
  });
  const url = await Promise.race([address, ended.then(([code]) => Promise.reject(new Error(`it ended with ${code}`)))]);
  return {
    url,
    stop: async () => {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** An election, made and served. */
export async function served(name) {
  const { ledger, forget } = ledgerOf(name);
  try {
    const service = await serve(ledger);
    return { url: service.url, ledger, stop: () => service.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}
