// Serves a folder on this machine only, as a good host would: each file by its Brotli copy where there is one.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { types } from '../browser/server.mjs';

function answer(folder, request, response) {
  const file = join(folder, new URL(request.url, 'http://localhost').pathname);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const copy = `${file}.br`;
  const isPacked = existsSync(copy) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const sent = isPacked ? copy : file;
  response.writeHead(200, {
    'Cache-Control': 'no-store',
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(sent).size,
    ...(isPacked && { 'Content-Encoding': 'br' }),
  });
  pipeline(createReadStream(sent), response, () => {});
}

/** Listens on a free port; gives the address and a way to stop. Brotli over plain HTTP is for this machine's own names only. */
export async function serve(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
  const stop = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  return { address: `http://localhost:${server.address().port}`, stop };
}
