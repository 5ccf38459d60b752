// The three browser engines, each by the WebDriver that its makers give along.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import { waitForServer } from 'selenium-webdriver/http/util.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';

/** Where `.ci/setup engines` puts what Debian doesn't have. */
const tools = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mantelwijzer/tools/bin');
const [chromium = 'chromium'] = [process.env.CHROMIUM, '/usr/bin/chromium'].filter((path) => path && existsSync(path));

/** `tell` says its version; `driver` is started with a port; `wishes` are what WebDriver calls capabilities. */
export const engines = [
  {
    name: 'Chromium',
    tell: [chromium, '--version'],
    driver: ['chromedriver'],
    wishes: {
      browserName: 'chrome',
      'goog:chromeOptions': { binary: chromium, args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] },
    },
  },
  {
    name: 'Firefox',
    tell: ['firefox-esr', '--version'],
    driver: [join(tools, 'geckodriver')],
    wishes: { browserName: 'firefox', 'moz:firefoxOptions': { binary: '/usr/bin/firefox-esr', args: ['-headless'] } },
  },
  {
    name: 'WebKitGTK',
    tell: ['dpkg-query', '--show', '--showformat=WebKitGTK ${Version}', 'webkit2gtk-driver'],
    // It has no way to go without a screen.
    driver: ['xvfb-run', '--auto-servernum', 'WebKitWebDriver'],
    wishes: { browserName: 'MiniBrowser' },
  },
];

/** What an engine says of its version, in one line. */
export const version = ({ tell: [program, ...options] }) => execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Starts an engine; resolves with its WebDriver and a way to stop. */
export async function start({ driver: [program, ...options], wishes }) {
  const port = await findFreePort('127.0.0.1');
  // In a group of its own, so that what it starts ends with it.
  const child = spawn(program, [...options, `--port=${port}`], { stdio: 'ignore', detached: true });
  const end = () => process.kill(-child.pid);
  try {
    await Promise.race([waitForServer(`http://127.0.0.1:${port}`, 20_000), new Promise((_, fail) => child.once('error', fail))]);
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wishes).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000 });
    const stop = async () => {
      await driver.quit();
      end();
    };
    return { driver, stop };
  } catch (problem) {
    if (child.pid) end();
    throw problem;
  }
}
