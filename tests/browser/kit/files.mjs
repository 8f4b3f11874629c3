// A file server that knows nothing of what it serves: a folder, below an address of its own.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves a folder: `site` is its address, below a path, and `stop` ends it. */
export async function files(folder, below = '/news/election-night/') {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://files').pathname);
    const inside = path.startsWith(below) ? normalize(path.slice(below.length)) : '..';
    let file = join(folder, inside);
    let found = inside.startsWith('..') ? undefined : statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory() && path.endsWith('/')) {
      file = join(file, 'index.html');
      found = statSync(file, { throwIfNoEntry: false });
    }
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, site: origin + below, stop: () => server.closeAllConnections() ?? server.close() };
}
