// Every page of the site, one of each kind, in every language, light and dark, on a phone and on a desk.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { LANGS, WIDTHS, launch, visitor } from './kit/browser.mjs';
import { accessible, apart, coloured, narrow, reachable, told, whole } from './kit/checks.mjs';
import { ELECTIONS } from './kit/elections.mjs';
import { served } from './kit/service.mjs';
import { walk } from './kit/site.mjs';

/** Windows that a reader has who enlarges: 200 % of a screen of 1440, and 400 % of one of 1280 (WCAG 1.4.10). */
const ENLARGED = [720, 320];

const browser = await launch();
after(() => browser.close());

/** Opens a page as one visitor, looks, and tells what is wrong, with what the visitor noticed besides. */
async function visited(origin, path, options, look) {
  const { page, wrong, close } = await visitor(browser, origin, options);
  try {
    const answer = await page.goto(origin + path, { waitUntil: 'load' });
    if (answer.status() !== 200) wrong.push(`status ${answer.status()}`);
    wrong.push(...((await look(page)) ?? []));
  } finally {
    await close();
  }
  return wrong;
}

/** What stands in the tables of a page, also of a part that waits for its turn. */
const tables = async (page) => (await page.locator('main tbody').allTextContents()).map((text) => text.replaceAll(/\s+/g, ' '));

for (const election of ELECTIONS) {
  const service = await served(election);
  after(() => service.stop());
  const { kinds, dead } = await walk(`${service.url}/`);
  const named = process.env.PAGES?.split(',');

  describe(election, () => {
    test('no link leads nowhere', () => assert.deepEqual(dead, []));
    test('there are pages', () => assert.ok(kinds.length > 0));

    for (const { name, path } of kinds.filter(({ name }) => !named || named.includes(name))) {
      for (const lang of LANGS) {
        const at = `/${lang}/${path}`;
        const look = (options, how) => visited(service.url, at, { locale: lang, ...options }, how);

        test(`${name} in ${lang}: ${at}`, async () => {
          const wrong = [];
          let shown;
          for (const width of WIDTHS) {
            wrong.push(...await look({ width }, async (page) => {
              const found = [...await told(page, lang), ...await apart(page), ...await narrow(page), ...await whole(page)];
              found.push(...await accessible(page));
              await page.emulateMedia({ colorScheme: 'dark' });
              found.push(...(await coloured(page)).map((line) => `in the dark: ${line}`), ...await reachable(page));
              shown = await tables(page);
              return found.map((line) => `${width}: ${line}`);
            }));
          }
          wrong.push(...await look({ javaScriptEnabled: false }, async (page) => {
            assert.deepEqual(await tables(page), shown, 'the tables are the same without script');
            assert.ok(await page.locator('h1').isVisible(), 'the heading is there without script');
            const found = [];
            for (const width of ENLARGED) {
              await page.setViewportSize({ width, height: 900 });
              const here = [...await narrow(page), ...await whole(page)];
              found.push(...here.map((line) => `enlarged to ${width}: ${line}`));
            }
            return found;
          }));
          assert.deepEqual([...new Set(wrong)], []);
        });
      }
    }
  });
}
