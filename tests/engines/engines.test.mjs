// The journey, embedding and faults in three browser engines, all by the same words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { embedding } from './embedding.mjs';
import { engines, start, version } from './engines.mjs';
import { faults } from './faults.mjs';
import { journey } from './journey.mjs';
import { host } from './releases.mjs';
import { visitor } from './visitor.mjs';

console.log(engines.map(version).join('\n'));

for (const engine of engines)
  describe(engine.name, () => {
    let browser;
    before(async () => {
      browser = await start(engine);
    });
    after(() => browser?.stop());

    for (const [kind, cases] of Object.entries({ journey, embedding, faults }))
      describe(kind, () => {
        for (const [name, release, act] of cases)
          test(name, async (t) => {
            const site = await host(t, release);
            await browser.driver.get(`${site.address}/`);
            const visit = visitor(browser.driver, site);
            await act(visit, t);
            if (kind !== 'faults') assert.deepEqual((await visit.heard()).wrong, []);
          });
      });
  });
