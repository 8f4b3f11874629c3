// Every page as a person sees it: one image for each kind of page and width, its languages side by side.
//
//   node look.mjs FOLDER [ELECTION] [light|dark]

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { LANGS, WIDTHS, launch, visitor } from './kit/browser.mjs';
import { served } from './kit/service.mjs';
import { walk } from './kit/site.mjs';

/** How much of a long page is looked at, in pixels. */
const HEIGHT = 2600;

const [folder, election = 'synthetic', colorScheme = 'light'] = process.argv.slice(2);
if (!folder) throw new Error('usage: node look.mjs FOLDER [ELECTION] [light|dark]');
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const named = process.env.PAGES?.split(',');

const [service, browser] = [await served(election), await launch()];
try {
  const { kinds } = await walk(`${service.url}/`);
  for (const { name, path } of kinds.filter(({ name }) => !named || named.includes(name))) {
    for (const width of WIDTHS) {
      const { page, close } = await visitor(browser, service.url, { width, colorScheme });
      const shots = [];
      for (const lang of LANGS) {
        await page.goto(`${service.url}/${lang}/${path}`);
        const high = await page.evaluate(() => document.scrollingElement.scrollHeight);
        const clip = { x: 0, y: 0, width, height: Math.min(high, HEIGHT) };
        shots.push((await page.screenshot({ fullPage: true, clip })).toString('base64'));
      }
      await close();
      await side(shots, width, join(out, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${width}.png`));
    }
    console.log(`${name}: /${path}`);
  }
} finally {
  await browser.close();
  await service.stop();
}

/** Puts images side by side into one file. */
async function side(shots, width, file) {
  const context = await browser.newContext({ viewport: { width: (width + 16) * shots.length, height: 100 } });
  const page = await context.newPage();
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join('');
  await page.setContent(`<style>body{margin:0;display:flex;gap:16px;align-items:start;background:#999}</style>${images}`);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}
