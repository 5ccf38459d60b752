// WordPress as Debian packs it, with the plugin in it: own copy of its files, own database on a socket, own web server.
// Nothing of the system's is touched or left behind.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { examples, scratch } from './site.mjs';

const needed = {
  '/usr/share/wordpress/wp-load.php': 'wordpress',
  '/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css': 'wordpress-theme-twentytwentythree',
  '/usr/bin/php': 'php-cli',
  '/usr/sbin/mariadbd': 'mariadb-server-core',
  '/usr/bin/mariadb-install-db': 'mariadb-server-core',
};

export const person = { name: 'redacteur', password: 'alleen-voor-de-test' };

const wait = (time) => new Promise((done) => setTimeout(done, time));

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Its own group, so that its children end with it. */
function begin(program, words, env) {
  const child = spawn(program, words, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
  const ended = new Promise((done) => child.once('exit', done));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // What it keeps is thrown away, so it needn't be kept well.
  const kill = () => hasEnded() || process.kill(-child.pid, 'SIGKILL');
  return { kill, ended, hasEnded };
}

async function until(holds, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(50)) if (await holds()) return;
  throw new Error(`in vain: ${what}`);
}

const config = ({ address, socket, log }) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${log}');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
  define($name . '_KEY', 'only for this test');
  define($name . '_SALT', 'only for this test');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Starts it all. `posts` is from a name to what an editor wrote. */
export async function wordpress(posts) {
  const missing = [...new Set(Object.entries(needed).flatMap(([file, name]) => (existsSync(file) ? [] : [name])))];
  if (missing.length > 0) throw new Error(`Debian packages are missing: ${missing.join(' ')} (.ci/setup browser installs them)`);
  const { path: work, clear } = scratch();
  const running = [];
  const stop = async () => {
    running.forEach((job) => job.kill());
    await Promise.all(running.map((job) => job.ended));
    clear();
  };
  // A test that is broken off leaves nothing running either.
  const leave = () => {
    running.forEach((job) => job.kill());
    clear();
  };
  process.once('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    const [data, root, socket, log] = ['data', 'wordpress', 'socket', 'log'].map((name) => join(work, name));
    const own = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`, '--innodb-log-file-size=8M'];
    const made = promisify(execFile)('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db']);
    cpSync('/usr/share/wordpress', root, { recursive: true, dereference: true });
    cpSync(join(examples, 'wordpress/mantel-wijzer'), join(root, 'wp-content/plugins/mantel-wijzer'), { recursive: true });
    const address = `http://127.0.0.1:${await freePort()}`;
    writeFileSync(join(root, 'wp-config.php'), config({ address, socket, log }));
    await made;
    const light = ['--skip-networking', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0', `--socket=${socket}`, `--pid-file=${work}/pid`];
    const database = begin('/usr/sbin/mariadbd', [...own, ...light]);
    running.push(database);
    await until(() => existsSync(socket) || database.hasEnded(), 'the database');

    const quick = ['-d', 'opcache.enable_cli=1', '-d', 'mysqli.allow_local_infile=0'];
    const grumbled = () => (existsSync(log) ? readFileSync(log, 'utf8') : '').replaceAll(work, '').split('\n');
    const php = (words, input = '') => {
      const { status, stdout, stderr } = spawnSync('php', [...quick, ...words], { input, encoding: 'utf8' });
      if (status === 0) return stdout;
      throw new Error(`PHP failed: ${stderr}\n${grumbled().slice(-12).join('\n')}`);
    };
    /** Runs PHP inside this WordPress, and reads the JSON it prints. */
    const run = (code) => JSON.parse(php(['-r', `require '${root}/wp-load.php'; echo json_encode((function () { ${code} })());`]));
    const wishes = { root, socket, ...person, posts };
    const ids = JSON.parse(php([resolve('tests/browser/hosts/install.php')], JSON.stringify(wishes)));

    const server = begin('php', [...quick, '-S', new URL(address).host, '-t', root], { PHP_CLI_SERVER_WORKERS: '3' });
    running.push(server);
    await until(() => fetch(`${address}/readme.html`).then(({ ok }) => ok, server.hasEnded), 'the web server');
    const grumbles = () => grumbled().filter((line) => /mantel-?wijzer/i.test(line));
    return { address, ids, run, grumbles, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}
