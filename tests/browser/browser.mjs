// A browser, the demo page, and eyes on what happens there.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

/** The browser that Debian has, or another one. */
export const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const args = ['--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts a browser and a server, and gives a way to open pages. */
export async function start() {
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  const server = await serve('dist');
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  return { address: server.address, open: (options) => open(browser, server.address, options), stop };
}

/**
 * Opens the demo page in a context of its own. `before` may arrange things on the page first.
 * `seen` gathers events, requests, console errors and warnings.
 */
async function open(browser, address, { at = address, before = () => {}, ready = true, ...context } = {}) {
  const own = await browser.newContext({ locale: 'nl-BE', timezoneId: 'UTC', reducedMotion: 'reduce', ...context });
  own.setDefaultTimeout(15_000);
  const page = await own.newPage();
  const seen = { told: [], requests: [], errors: [], warnings: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
    if (message.type() === 'warning') seen.warnings.push(message.text());
  });
  await page.exposeFunction('tellTest', (name, detail) => seen.told.push({ name, ...detail }));
  await page.addInitScript(() => {
    for (const name of ['ready', 'started', 'step', 'results', 'restarted', 'error'])
      document.addEventListener(`mantel-wijzer:${name}`, (event) => window.tellTest(name, event.detail));
  });
  await before(page);
  await page.goto(at);
  if (ready) await until(() => seen.told.some(({ name }) => name === 'ready'), 'the event ready', 15_000);
  return { page, seen, widget: page.locator('mantel-wijzer').first(), close: () => own.close() };
}

/** The screen that is shown now. */
export const screen = (widget) => widget.locator('[data-screen]').getAttribute('data-screen');

/** Waits until this is true. */
export async function until(holds, what, patience = 5000) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((wait) => setTimeout(wait, 25)))
    if (await holds()) return;
  throw new Error(`in vain: ${what}`);
}

/** What the command `catalogue` says, as data. */
export function catalogue(...words) {
  const text = execFileSync('bash', ['.ci/catalogue', ...words], { encoding: 'utf8', maxBuffer: 1e9 });
  return JSON.parse(text);
}
