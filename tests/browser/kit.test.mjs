// Each check, shown to fail on a page that was made up to break it, and to be silent about one that is right.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import { launch, visitor } from './kit/browser.mjs';
import { accessible, apart, narrow, reachable, told, whole } from './kit/checks.mjs';
import { walk } from './kit/site.mjs';

const FINGERPRINT = '77bc e754 9978 395d';
const page = (main, head = '') => `<!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="viewport"
  content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main><h1>A page</h1>${main}
  <p><code>${FINGERPRINT}</code></p></main></body></html>`;

/** What the folder on the web has: an address, and its page. */
const PAGES = new Map();
const server = createServer((request, response) => {
  const html = PAGES.get(request.url);
  response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
after(async () => {
  await browser.close();
  server.close();
});

async function wrongOf(html, check, options = { width: 360 }) {
  PAGES.set('/page', html);
  const { page, wrong, close } = await visitor(browser, origin, options);
  await page.goto(`${origin}/page`);
  const found = await check(page);
  await close();
  return [...wrong, ...found];
}

const RIGHT = page('<p>Some words of it, and <a href="/page">a link</a>.</p><button>Do it</button>');
const CHECKS = { accessible, narrow, whole, apart, reachable, told: (page) => told(page, 'en') };

for (const [name, check] of Object.entries(CHECKS)) {
  test(`${name} has nothing to say of a page that is right`, async () => assert.deepEqual(await wrongOf(RIGHT, check), []));
}

const styled = (rule, main) => page(main, `<style>${rule}</style>`);
const BREAKS = [
  ['an image without words', accessible, page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'), 'axe image-alt'],
  ['grey on grey', accessible, styled('p { color: #888; background: #999 }', '<p>Hardly seen</p>'), 'axe color-contrast'],
  ['a page wider than the phone', narrow, styled('p { width: 500px }', '<p>Wide</p>'), 'the page is'],
  ['a text that is cut', whole, styled('p { width: 3em; overflow: hidden; white-space: nowrap }', '<p>Cut in the middle</p>'), 'cut by'],
  ['a text that spills', whole, styled('p { width: 3em }', '<p>Nagorno-Karabakhskaya</p>'), 'spills out'],
  ['a word broken anywhere', whole, styled('p { width: 4em; word-break: break-all }', '<p>Constituency</p>'), 'broken inside'],
  ['two labels on each other', whole, page('<svg role="img" aria-label="x" width="200" height="40"><text x="5" y="20">First</text><text x="20" y="20">Second</text></svg>'), 'on each other'],
  ['a label out of its chart', whole, page('<svg role="img" aria-label="x" width="60" height="40"><text x="5" y="20">Much too long for it</text></svg>'), 'out of its chart'],
  ['a style in the page', apart, page('<p style="color: red">Red</p>'), 'inline: <p style'],
  ['a script in the page', apart, page('<script>1</script>'), 'inline: <script>'],
  ['a handler in the page', apart, page('<p onclick="1">Click</p>'), 'inline: <p onclick'],
  ['no focus to be seen', reachable, styled('a { outline: none !important }', '<a href="/page">A link</a>'), 'one does not see'],
  ['an order of its own', reachable, page('<a href="/page">A</a><a href="/page" tabindex="3">B</a>'), 'Tab leads to'],
  ['a trap', reachable, page('<button id="b">A</button><a href="/page">B</a><script>b.onblur = () => b.focus()</script>'), 'Tab leads to'],
  ['a bar over the focus', reachable, styled('div { position: fixed; inset: 0; background: white }', '<a href="/page">A</a><div></div>'), 'the focus is hidden'],
  ['another language', told, page('').replace('lang="en"', 'lang="ru"'), 'the page says that it is in ru'],
  ['no fingerprint', told, page('').replace(FINGERPRINT, ''), 'no fingerprint'],
];
for (const [name, check, html, says] of BREAKS) {
  test(`${check.name} finds ${name}`, async () => {
    const found = await wrongOf(html, (page) => check(page, 'en'));
    assert.ok(found.some((line) => line.startsWith(says) || line.includes(says)), `${says}: ${JSON.stringify(found)}`);
  });
}

const NOTICES = [
  ['a script that fails', page('<script>nobody.here()</script>'), 'script error: nobody is not defined'],
  ['an error on the console', page('<script>console.error("oh")</script>'), 'console error: oh'],
  ['a request to another origin', page('<img alt="" src="http://127.0.0.1:9/x.png">'), 'request to another origin'],
  ['a cookie', page('<script>document.cookie = "a=1"</script>'), 'cookie: a'],
];
for (const [name, html, says] of NOTICES) {
  test(`a visitor notices ${name}`, async () => {
    PAGES.set('/page', html);
    const { page, wrong, close } = await visitor(browser, origin);
    await page.goto(`${origin}/page`);
    await close();
    assert.ok(wrong.some((line) => line.startsWith(says)), JSON.stringify(wrong));
  });
}

test('a walk finds one page of every kind, and what leads nowhere', async () => {
  const link = (to) => `<a href="${to}">x</a>`;
  PAGES.set('/en/', page(link('../en/units/') + link('/az/') + link('/en/gone/')));
  PAGES.set('/en/units/', page(['a', 'b', 'c'].map((unit) => link(`${unit}/`)).join('')));
  PAGES.set('/en/units/a/', page('<table></table>'));
  PAGES.set('/en/units/b/', page('<table></table>'));
  PAGES.set('/en/units/c/', page('<table></table><p class="late"></p>'));
  const { kinds, dead } = await walk(`${origin}/`);
  assert.deepEqual(kinds.map(({ name, path }) => [name, path]), [
    ['first page', ''],
    ['units', 'units/'],
    ['units/*', 'units/a/'],
    ['units/* (2)', 'units/c/'],
  ]);
  assert.deepEqual(dead, ['en/ leads to en/gone/: 404']);
});
