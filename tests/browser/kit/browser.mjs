// Debian's Chromium, and visitors who write down whatever a page should not do.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The widths at which every page is looked at: a phone, and a screen on a desk. */
export const WIDTHS = [360, 1440];
/** The languages of every page. */
export const LANGS = ['en', 'az', 'ru'];

/** Starts the browser: CHROMIUM, or Debian's. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS, chromiumSandbox: false });
}

/**
 * Somebody who visits one site: `page`, and in `wrong` what happened that must not, a line each: an error on the console
 * or in a script, a request to another origin, a cookie. `options` are those of a context; `width` is short for its
 * viewport.
 */
export async function visitor(browser, origin, { width = 1440, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const wrong = [];
  const elsewhere = (address) => {
    const url = new URL(address);
    return !['data:', 'blob:'].includes(url.protocol) && url.origin !== origin;
  };
  context.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) wrong.push(`console ${said.type()}: ${said.text()}`);
  });
  context.on('weberror', (error) => wrong.push(`script error: ${error.error().message}`));
  context.on('request', (request) => {
    if (elsewhere(request.url())) wrong.push(`request to another origin: ${request.url()}`);
  });
  const page = await context.newPage();
  return {
    page,
    wrong,
    close: async () => {
      const cookies = await context.cookies();
      await context.close();
      wrong.push(...cookies.map((cookie) => `cookie: ${cookie.name}`));
    },
  };
}
