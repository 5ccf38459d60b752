// Servers as partners run them, on a free port of this machine, with the samples of a release's `deploy/` as they are.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Replaces what whoever runs the server would replace, and sees that it was there. */
export function edited(text, changes) {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`not once in the sample: ${from}`);
    return text.replace(from, () => to);
  }, text);
}

const nginx = ({ work, site, port, sample, changes }) => {
  const own = [['listen 80;', `listen 127.0.0.1:${port};`], ['root /srv/www;', `root ${site};`]];
  writeFileSync(join(work, 'sample.conf'), edited(readFileSync(join(sample, 'nginx.conf'), 'utf8'), [...own, ...changes]));
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`);
  const main = [
    'load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;',
    'daemon off;',
    'master_process off;', // one process, and it stays whoever started it
    `pid ${work}/pid;`,
    `error_log ${work}/errors;`,
    'events {}',
    `http { ${rooms.join(' ')} include ${work}/sample.conf; }`,
  ];
  writeFileSync(join(work, 'main.conf'), main.join('\n'));
  return ['/usr/sbin/nginx', '-p', work, '-c', join(work, 'main.conf')];
};

const apache = ({ work, site, port, sample, changes }) => {
  writeFileSync(join(site, 'mantel-wijzer/.htaccess'), edited(readFileSync(join(sample, 'apache.htaccess'), 'utf8'), changes));
  const modules = ['mpm_event', 'authz_core', 'dir', 'env', 'mime', 'headers', 'rewrite'];
  const main = [
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    `ServerRoot ${work}`,
    'ServerName cdn.voorbeeld.be',
    `Listen 127.0.0.1:${port}`,
    `PidFile ${work}/pid`,
    `DefaultRuntimeDir ${work}`,
    `ErrorLog ${work}/errors`,
    'TypesConfig /etc/mime.types',
    `DocumentRoot ${site}`,
    `<Directory ${site}>`,
    '  Options FollowSymLinks',
    '  AllowOverride All',
    '  Require all granted',
    '</Directory>',
  ];
  writeFileSync(join(work, 'main.conf'), `${main.join('\n')}\n`);
  // One process, and it stays whoever started it.
  return ['/usr/sbin/apache2', '-X', '-f', join(work, 'main.conf')];
};

export const servers = { nginx, apache };

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Starts a server that has the release in a folder of its version. `changes` are those to its sample. */
export async function host(kind, release, version, changes = []) {
  const work = mkdtempSync(join(tmpdir(), 'mantel-wijzer-host-'));
  const site = join(work, 'site');
  mkdirSync(join(site, 'mantel-wijzer'), { recursive: true });
  symlinkSync(resolve(release), join(site, 'mantel-wijzer', version));
  writeFileSync(join(site, 'favicon.ico'), ''); // browsers ask every site for its icon
  const port = await freePort();
  const [program, ...options] = servers[kind]({ work, site, port, sample: join(release, 'deploy'), changes });
  if (!existsSync(program)) throw new Error(`${program} is missing: .ci/setup browser`);
  const child = spawn(program, options, { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(work, { recursive: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (await ask(origin).catch(() => false)) return { origin, address: `${origin}/mantel-wijzer/${version}/`, stop };
    if (child.exitCode !== null || tries > 100) {
      const said = readFileSync(join(work, 'errors'), 'utf8');
      await stop();
      throw new Error(`${kind} doesn't start: ${said}`);
    }
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** What a server answers, its bytes as they come over the line. */
export const ask = (address, headers = {}) =>
  new Promise((done, fail) => {
    const request = get(address, { headers, agent: false }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.once('error', fail);
      answer.once('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    request.once('error', fail);
  });
