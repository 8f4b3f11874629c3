// The screenshots of the README, of the real program over a real election: docs/screenshots/*.png.
//
//   node screenshots.mjs

import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { launch, visitor } from './kit/browser.mjs';
import { served } from './kit/service.mjs';

/** A picture of the README is no larger, in bytes. */
const LARGEST = 150_000;

/** What is shown: the name of the file, the page, and how it is looked at. */
const SHOTS = [
  { file: 'results', path: 'en/', width: 1120, height: 840 },
  { file: 'protocol', path: 'en/contests/round-2/01.001/', width: 1120, height: 840 },
  { file: 'check', path: 'en/check/', width: 1120, height: 700 },
  { file: 'phone', path: 'ru/', width: 360, height: 760, colorScheme: 'dark' },
];

const out = resolve(import.meta.dirname, '../../docs/screenshots');
mkdirSync(out, { recursive: true });
const [service, browser] = [await served('georgia-2018'), await launch()];
try {
  for (const { file, path, ...options } of SHOTS) {
    const { page, wrong, close } = await visitor(browser, service.url, options);
    const answer = await page.goto(`${service.url}/${path}`);
    const to = join(out, `${file}.png`);
    await page.screenshot({ path: to });
    await close();
    const { size } = statSync(to);
    if (answer.status() !== 200) wrong.push(`status ${answer.status()}`);
    if (size > LARGEST) wrong.push(`${size} bytes are more than ${LARGEST}`);
    console.log(`docs/screenshots/${file}.png  ${size} bytes  /${path}`);
    if (wrong.length) {
      console.error(wrong.join('\n'));
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await service.stop();
}
