// Runs test runners one after another and adds up what they count; the last line is `N passed, N failed`.
// A runner that ends badly without naming a failed test counts as one failure: so does one that ran nothing.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
const shared = process.env.MANTELWIJZER_SHARED ?? '../shared';
// Without a folder: all personas, and the examples of all partners.
const folders = [[], ...[join(shared, 'contract/scenarios')].filter((folder) => existsSync(folder)).map((folder) => [folder])];

const allBrowserTests = readdirSync('tests/browser').filter((name) => name.endsWith('.test.mjs')).map((name) => join('tests/browser', name));
/** Every screen in every language takes minutes: those have a command of their own. */
const isTable = (path) => path.includes('access-');
const inBrowser = (name, patience, tests) => ({
  name,
  command: ['node', '--test', '--test-reporter=spec', '--test-concurrency=2', `--test-timeout=${patience}`, ...tests],
  passed: /^ℹ pass (\d+)/gm,
  failed: /^ℹ (?:fail|cancelled) (\d+)/gm,
});

const runners = {
  cargo: [
    {
      name: 'library and command line',
      command: ['cargo', 'test', '--locked', '--no-fail-fast'],
      passed: /^test result: .*?(\d+) passed/gm,
      failed: /^test result: .*?(\d+) failed/gm,
    },
  ],
  lints: [
    {
      name: 'lints of the library and the command line',
      command: ['bash', '-c', 'cargo clippy --quiet --locked --all-targets -- -D warnings && echo 1 passed, 0 failed'],
      passed: /^(\d+) passed, \d+ failed$/gm,
      failed: /^\d+ passed, (\d+) failed$/gm,
    },
  ],
  scenarios: folders.map((folder) => ({
    name: ['scenarios', ...folder].join(' in '),
    command: ['bash', '.ci/catalogue', 'scenarios', ...folder],
    passed: /^(\d+) passed, \d+ failed$/gm,
    failed: /^\d+ passed, (\d+) failed$/gm,
  })),
  browser: [inBrowser('the widget in a browser', 300_000, allBrowserTests.filter((path) => !isTable(path)))],
  access: [inBrowser('every screen in every language', 600_000, allBrowserTests.filter(isTable))],
  engines: [inBrowser('the widget in three browser engines', 600_000, ['tests/engines/engines.test.mjs'])],
};

/** Runs a command, shows what it says, and keeps it. */
function run([program, ...options]) {
  return new Promise((resolve) => {
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 40 * 60_000 });
    let text = '';
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      from.on('data', (piece) => {
        to.write(piece);
        if (from === child.stdout) text += piece;
      });
    }
    child.once('error', (problem) => resolve({ ended: problem.message, text }));
    child.once('close', (status, signal) => resolve({ ended: signal ?? status, text }));
  });
}

const total = { passed: 0, failed: 0 };
const lines = [];
for (const runner of process.argv.slice(2).flatMap((wanted) => runners[wanted])) {
  console.log(`\n== ${runner.name}: ${runner.command.join(' ')}`);
  const start = Date.now();
  const { ended, text } = await run(runner.command);
  const passed = sum(text, runner.passed);
  let failed = sum(text, runner.failed);
  let note = '';
  if (failed === 0 && (ended !== 0 || passed === 0)) {
    failed = 1;
    note = ended === 0 ? ' (it ran nothing)' : ` (it ended with ${ended})`;
  }
  total.passed += passed;
  total.failed += failed;
  lines.push(`${runner.name}: ${passed} passed, ${failed} failed${note}, ${Math.round((Date.now() - start) / 1000)} s`);
}
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
