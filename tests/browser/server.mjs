// Serves a folder on this machine only, as strictly as a careful host page would.
// Usage: node tests/browser/server.mjs FOLDER PORT
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** What a file is, by its ending. */
export const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** What the demo page may do: nothing but what the widget says it needs. */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Other pages may embed the widget.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

function find(folder, url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function answer({ folder, rules, rewrite, kinds }, request, response) {
  let file;
  try {
    file = find(folder, request.url);
  } catch {
    file = undefined; // an address that can't be decoded
  }
  if (!file || !['GET', 'HEAD'].includes(request.method)) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('not found\n');
    return;
  }
  const type = kinds[extname(file)] ?? 'application/octet-stream';
  const all = { ...headers, 'Content-Type': type };
  if (extname(file) === '.html') {
    response.writeHead(200, { ...all, 'Content-Security-Policy': rules.join('; ') });
    response.end(request.method === 'HEAD' ? '' : rewrite(readFileSync(file, 'utf8')));
    return;
  }
  response.writeHead(200, { ...all, 'Content-Length': statSync(file).size });
  if (request.method === 'HEAD') response.end();
  // A test that ends takes its files away, whoever is still reading them.
  else pipeline(createReadStream(file), response, () => {});
}

/**
 * Listens; port 0 takes a free one. Resolves with the address and a way to stop.
 * A test may serve the page with other rules, or other words, or name files otherwise than they are.
 */
export function serve(folder, port = 0, { rules = policy, rewrite = (page) => page, kinds = types } = {}) {
  const server = createServer((request, response) => answer({ folder, rules, rewrite, kinds }, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const stop = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
      resolve({ address: `http://127.0.0.1:${server.address().port}`, stop });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder = 'dist', port = '8080'] = process.argv;
  try {
    const { address } = await serve(folder, Number(port));
    console.log(address);
  } catch (problem) {
    const taken = problem.code === 'EADDRINUSE';
    console.error(taken ? `port ${port} is taken: try PORT=${Number(port) + 1} make serve` : problem.message);
    process.exitCode = 1;
  }
}
