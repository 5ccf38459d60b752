// A browser on a slow phone: the processor four times slower, and where wanted the network of a train.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const args = ['--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const SLOWER = 4;
const TRAIN = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** Starts a browser and a server of a folder. */
export async function start(folder) {
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  return { open: (path, wishes) => open(browser, `${server.address}/${path}`, wishes), stop };
}

/** Opens a page in a context of its own. `watch` runs in it before all else; `received` are the bytes that came, by path. */
async function open(browser, url, { isSlow = true, isOnTrain = false, watch = () => {} } = {}) {
  const context = await browser.newContext({ locale: 'nl-BE', timezoneId: 'UTC', reducedMotion: 'reduce', viewport: { width: 412, height: 915 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (isOnTrain) await session.send('Network.emulateNetworkConditions', TRAIN);
  const paths = new Map();
  const received = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) => paths.set(requestId, new URL(response.url).pathname));
  // What came over the line, less the headers: those are the host's.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    received.set(path, (received.get(path) ?? 0) + encodedDataLength);
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(watch);
  await page.goto(url);
  return { page, received, errors, close: () => context.close() };
}
