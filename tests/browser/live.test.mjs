// A page that is looked at while papers come in: its numbers change in place, and nothing else moves.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { launch, visitor } from './kit/browser.mjs';
import { handIn } from './kit/elections.mjs';
import { served } from './kit/service.mjs';

/** How long a page may take to follow, in milliseconds. */
const FOLLOWS = 20_000;

const [browser, service] = [await launch(), await served('founded')];
after(async () => {
  await browser.close();
  await service.stop();
});

const size = (page) => page.locator('[data-live="as-of"]').innerText();
const main = (page) => page.locator('main').innerText();
/** Where on the screen the row stands that is read. */
const top = (page) => page.evaluate(() => Math.round(document.querySelector('main table tfoot').getBoundingClientRect().top));

test('numbers change in place, are announced, and a reader who pauses is left alone', async () => {
  const reader = await visitor(browser, service.url, { width: 360, height: 500 });
  const pausing = await visitor(browser, service.url, {});
  for (const { page } of [reader, pausing]) await page.goto(`${service.url}/en/`);
  await pausing.page.locator('.following button').click();
  const [before, paused] = [await size(reader.page), await main(pausing.page)];
  await reader.page.evaluate(() => {
    window.here = true;
    document.querySelector('main table tfoot').scrollIntoView();
  });
  const place = await top(reader.page);

  await handIn('founded', service.url);
  await reader.page.waitForFunction((old) => document.querySelector('[data-live="as-of"]').innerText !== old, before, {
    timeout: FOLLOWS,
  });
  assert.ok(await reader.page.evaluate(() => window.here), 'the page was not loaded again');
  assert.equal(await top(reader.page), place, 'what one reads stays where it is');
  const announced = reader.page.locator('[role="status"]', { hasText: /\d/ });
  await announced.waitFor({ timeout: FOLLOWS });

  // When everything is in, what is shown is what whoever comes now is shown.
  const fresh = await visitor(browser, service.url, { width: 360, height: 500 });
  await fresh.page.goto(`${service.url}/en/`);
  const newest = await main(fresh.page);
  await reader.page.waitForFunction((said) => document.querySelector('main').innerText === said, newest, { timeout: FOLLOWS });
  assert.equal(await main(pausing.page), paused, 'who paused sees what was there');
  await pausing.page.locator('.following button').click();
  await pausing.page.waitForFunction((old) => document.querySelector('main').innerText !== old, paused, { timeout: FOLLOWS });
  for (const { close } of [reader, pausing, fresh]) await close();
  assert.deepEqual([...reader.wrong, ...pausing.wrong, ...fresh.wrong], []);
});
