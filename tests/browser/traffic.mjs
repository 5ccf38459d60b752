// A browser of which nothing escapes: all it asks for goes by a proxy that writes it down, and what it keeps lies in a folder.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { chromium } from 'playwright-core';
import { executablePath } from './browser.mjs';

const args = [
  '--disable-gpu', '--disable-quic',
  // What a proxy can't carry would pass by it.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Chromium asks its maker for news when it starts, and how to fill in the fields of a form: PRIVACY.md tells of the latter.
  '--disable-features=AutofillServerCommunication,AimEnabled,NetworkTimeServiceQuerying,OptimizationHints,PreconnectToSearch',
];
/** And these it asks for itself, whatever the page: who is signed in, whether there is a message, a dictionary. */
const itsOwn = ['accounts.google.com', 'android.clients.google.com', 'redirector.gvt1.com'].map((host) => `CONNECT ${host}:443`);

/** Whether an address is this machine: only there does a request arrive, the rest is written down and refused. */
const isHere = ({ protocol, hostname }) => protocol === 'http:' && hostname === '127.0.0.1';

/** A proxy that writes down all it is asked for, in order: `GET http://…`, and `CONNECT host:port` for TLS and websockets. */
async function proxy() {
  const asked = [];
  const write = ({ method, url }) => itsOwn.includes(`${method} ${url}`) || asked.push(`${method} ${url}`);
  const server = createServer((request, response) => {
    write(request);
    const url = URL.canParse(request.url) && new URL(request.url);
    if (!url || !isHere(url)) return response.writeHead(502).end();
    const { method, headers } = request;
    const onward = ask(url, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      pipeline(answer, response, () => {});
    });
    onward.once('error', () => response.destroy());
    pipeline(request, onward, () => {});
  });
  server.on('connect', (request, socket) => {
    write(request);
    socket.once('error', () => {}).end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  return { asked, address: `http://127.0.0.1:${server.address().port}`, stop };
}

const inFolder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile()).map(({ path, name }) => join(path, name));

/**
 * Starts such a browser, new and without a past. `asked` grows while it runs. To stop it tells in which files it left one of
 * these words.
 */
export async function record(options) {
  const { asked, address, stop } = await proxy();
  const folder = mkdtempSync(join(tmpdir(), 'mantel-wijzer-browser-'));
  // Without the rule for loopback the release, which a test has on this machine, would go past the proxy.
  const way = { server: address, bypass: '<-loopback>' };
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, proxy: way, chromiumSandbox: false, ...options });
  const end = async (words = []) => {
    await context.close();
    await stop();
    const forms = words.flatMap((word) => ['utf8', 'utf16le'].map((kind) => [word, Buffer.from(word, kind)]));
    const left = inFolder(folder).flatMap((file) => {
      const bytes = readFileSync(file);
      return forms.filter(([, form]) => bytes.includes(form)).map(([word]) => `${word} in ${file.slice(folder.length)}`);
    });
    rmSync(folder, { recursive: true });
    return [...new Set(left)];
  };
  let ended;
  return { asked, context, stop: (words) => (ended ??= end(words)) };
}
