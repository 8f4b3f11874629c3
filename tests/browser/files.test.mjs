// The pages as files: a file server that knows nothing of them shows the same, with no program running.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

import { LANGS, launch, visitor } from './kit/browser.mjs';
import { exportSite } from './kit/elections.mjs';
import { files } from './kit/files.mjs';
import { served } from './kit/service.mjs';
import { walk } from './kit/site.mjs';

/** What a page says; what only a service offers besides, as a receipt of now, stands in no table and no heading. */
const shown = (page) => page.locator('main :is(h1, h2, tbody, .counters, .figure)').allInnerTexts();

const browser = await launch();
after(() => browser.close());

for (const election of ['synthetic', 'closed']) {
  const service = await served(election);
  const folder = mkdtempSync(join(tmpdir(), 'protokol-site-'));
  exportSite(service.ledger, folder);
  const { origin, site, stop } = await files(join(folder, 'site'));
  after(async () => {
    stop();
    rmSync(folder, { recursive: true });
    await service.stop();
  });
  const { kinds, dead } = await walk(site);

  describe(`${election}, as files`, () => {
    test('no link leads nowhere', () => assert.deepEqual(dead, []));
    test('there are pages', () => assert.ok(kinds.length > 0));

    for (const { name, path } of kinds) {
      test(`${name}: ${path}`, async () => {
        const [reader, other] = [await visitor(browser, origin), await visitor(browser, service.url)];
        for (const lang of LANGS) {
          await reader.page.goto(`${site}${lang}/${path}`);
          await other.page.goto(`${service.url}/${lang}/${path}`);
          const kept = await shown(reader.page);
          const live = (await shown(other.page)).filter((said) => kept.length > 0 && said);
          assert.deepEqual(kept.filter((said) => said && !live.includes(said)), [], `${lang}: what the service does not show`);
        }
        await reader.close();
        await other.close();
        assert.deepEqual(reader.wrong, []);
      });
    }
  });
}
