// A page that shows and removes the widget all day long: its memory stays what it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './browser.mjs';
import { exposeMemory, scales } from './memory.mjs';

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.stop());

/** Puts a widget on the page, waits until it lives, now and then begins the interview, and takes it away. */
const comeAndGo = (page, times) =>
  page.evaluate(async (times) => {
    const told = (target, name) => new Promise((tell) => target.addEventListener(`mantel-wijzer:${name}`, tell, { once: true }));
    for (let time = 0; time < times; time += 1) {
      const widget = document.createElement('mantel-wijzer');
      widget.setAttribute('loading', 'eager');
      const ready = told(widget, 'ready');
      document.querySelector('main').append(widget);
      await ready;
      if (time % 10 === 0) {
        const started = told(widget, 'started');
        widget.shadowRoot.querySelector('[data-action="start"]').click();
        await started;
      }
      widget.remove();
      await new Promise((wait) => setTimeout(wait));
    }
  }, times);

test('after 1,000 comings and goings the memory is within 5 % of that after 50', { timeout: 120_000 }, async () => {
  const { page, seen, close } = await browser.open({ before: exposeMemory });
  const measure = await scales(page);
  await page.evaluate(() => document.querySelector('mantel-wijzer').remove());
  await comeAndGo(page, 50);
  const early = await measure();
  await comeAndGo(page, 950);
  const late = await measure();
  console.log(`after 50: ${JSON.stringify(early)}; after 1,000: ${JSON.stringify(late)}`);
  assert.ok(late.bytes <= early.bytes * 1.05, `${late.bytes} bytes after ${early.bytes}`);
  assert.ok(late.nodes <= early.nodes, `${late.nodes} nodes after ${early.nodes}`);
  assert.ok(late.listeners <= early.listeners, `${late.listeners} listeners after ${early.listeners}`);
  assert.deepEqual(seen.errors, []);
  await close();
});
