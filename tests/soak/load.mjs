// How many visits the sample of nginx serves on this machine, and what a visit weighs. Wants wrk and nginx.
// Usage: node tests/soak/load.mjs SECONDS
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, host } from '../browser/hosting.mjs';

const seconds = Number(process.argv[2] ?? 30);
const { version } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));

/** What visitors ask for: all load the module; whoever comes near loads the rest. */
const visits = {
  'only the page': ['mantel-wijzer.js'],
  'an interview': ['mantel-wijzer.js', 'mantel-wijzer_app.js', 'mantel-wijzer_bg.wasm', 'catalogue/nl-BE.json', 'catalogue/places.json'],
};

/** Asks for these in turn, as browsers do, and counts what isn't answered well. */
const script = (paths) => `
local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], { ["Accept-Encoding"] = "gzip, deflate, br" })
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"microseconds":%d,"bytes":%d,"errors":%d,"p99":%d}\\n', summary.requests, summary.duration,
    summary.bytes, errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(99)))
end
`;

function wrk(words) {
  return new Promise((done, fail) => {
    const child = spawn('wrk', words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (piece) => (text += piece));
    child.once('error', fail);
    child.once('close', (status) => (status === 0 ? done(text) : fail(new Error(`wrk ended with ${status}`))));
  });
}

const work = mkdtempSync(join(tmpdir(), 'mantel-wijzer-load-'));
const server = await host('nginx', 'dist', version);
const rows = [];
try {
  for (const [name, files] of Object.entries(visits)) {
    const paths = files.map((file) => new URL(file, server.address).pathname);
    let weight = 0;
    for (const path of paths) weight += (await ask(server.origin + path, { 'Accept-Encoding': 'br' })).body.length;
    const lua = join(work, 'visits.lua');
    writeFileSync(lua, script(paths));
    const said = await wrk(['--threads', '1', '--connections', '32', '--duration', `${seconds}s`, '--script', lua, server.origin]);
    const { requests, microseconds, errors, p99 } = JSON.parse(said.trim().split('\n').at(-1));
    const perSecond = requests / (microseconds / 1e6);
    rows.push({ name, files: files.length, bytesPerVisit: weight, requestsPerSecond: perSecond, visitsPerSecond: perSecond / files.length, errors, p99ms: p99 / 1000 });
  }
} finally {
  await server.stop();
  rmSync(work, { recursive: true });
}
mkdirSync('target/soak', { recursive: true });
writeFileSync('target/soak/load.json', JSON.stringify({ seconds, rows }, null, 2));
console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Math.round(value * 10) / 10 : value]))));
process.exitCode = rows.some(({ errors }) => errors > 0) ? 1 : 0;
