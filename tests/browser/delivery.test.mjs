// A release on real servers, by the samples it brings: right headers, compressed copies, hashes; and as an npm package.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { deliver } from '../../.ci/deliver.mjs';
import { integrity, list } from '../../.ci/files.mjs';
import { generator, version } from '../../.ci/version.mjs';
import { server } from '../../hosts/deploy/table.mjs';
import { start, until } from './browser.mjs';
import { ask, host, servers } from './hosting.mjs';
import { policy, serve } from './server.mjs';

const dist = process.env.MANTELWIJZER_DIST ?? 'dist';
const read = (...path) => readFileSync(join(dist, ...path), 'utf8');
const manifest = JSON.parse(read('manifest.json'));
const paths = [...manifest.files.map(({ path }) => path), 'manifest.json'];
const isHtml = (path) => path.endsWith('.html');
const isHelp = (path) => path.startsWith('hulp/');

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  tgz: 'application/gzip',
};
const always = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
const forever = 'public, max-age=31536000, immutable';

/** What a page may do, beside the nothing that each begins with. */
const runs = ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "style-src 'self'", "require-trusted-types-for 'script'"];
/** A name that nobody can hold: who forgets to replace it lets nobody in. */
assert.match(server, /^https:\/\/[a-z-]+\.invalid$/);

const policies = [
  ['index.html', [...runs, "frame-ancestors 'none'"]],
  ['embed.html', [`script-src 'self' ${server} 'wasm-unsafe-eval'`, `connect-src 'self' ${server}`, 'frame-ancestors *']],
  ['configurator.html', [...runs, "frame-ancestors 'none'"]],
  ['werkbank.html', ['img-src data:', "frame-ancestors 'none'"]],
  ['hulp/', ["style-src 'self'", 'frame-ancestors *']],
  ['', ["default-src 'none'", "frame-ancestors 'none'"]],
];

/** The question, and with which copy of the file it is answered: the first there is. */
const wishes = [
  ['gzip, deflate, br', ['br', 'gz']],
  ['br', ['br']],
  ['gzip', ['gz']],
  ['', []],
];

/** Sees that one file comes as it should. */
async function check(address, path) {
  for (const [wish, copies] of wishes) {
    const found = copies.find((copy) => existsSync(join(dist, `${path}.${copy}`)));
    const { status, headers, body } = await ask(address + path, wish ? { 'Accept-Encoding': wish } : {});
    const where = `${path} for '${wish}'`;
    assert.equal(status, 200, where);
    assert.equal(headers['content-encoding'], { br: 'br', gz: 'gzip' }[found], where);
    assert.ok(body.equals(readFileSync(join(dist, found ? `${path}.${found}` : path))), `${where}: the bytes`);
    assert.equal(headers['content-type'], types[path.split('.').at(-1)], where);
    for (const [name, value] of Object.entries(always)) assert.equal(headers[name], value, `${where}: ${name}`);
    if (found) assert.match(headers.vary, /accept-encoding/i, where);
    const policy = headers['content-security-policy'];
    if (!isHtml(path) && !isHelp(path)) {
      assert.equal(headers['cache-control'], forever, where);
      assert.equal(policy, undefined, where);
      continue;
    }
    assert.ok(Number(/^public, max-age=(\d+)$/.exec(headers['cache-control'])?.[1]) <= 3600, `${where}: short`);
    const [, rules] = policies.find(([at]) => path === at || (at.endsWith('/') && path.startsWith(at)) || at === '');
    for (const rule of ["default-src 'none'", ...rules]) assert.ok(policy.split('; ').includes(rule), `${where}: ${rule} in ${policy}`);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|FRAMES/, where);
  }
}

for (const kind of Object.keys(servers)) {
  describe(`a release on ${kind}`, () => {
    let server;
    before(async () => {
      server = await host(kind, dist, version);
    });
    after(() => server?.stop());

    test('comes file by file with the right headers, compressed where that is wanted', async () => {
      for (const path of paths) await check(server.address, path);
    });

    test('opens with its page', async () => {
      const { status, headers, body } = await ask(server.address, { 'Accept-Encoding': 'br' });
      assert.equal(status, 200);
      assert.match(headers['content-security-policy'], /^default-src 'none'/);
      assert.ok(body.equals(readFileSync(join(dist, 'index.html.br'))));
    });

    test('says so when a file is missing, to other sites too, and not for a year', async () => {
      for (const path of ['nothing.js', 'catalogue/xx.json', '../../etc/passwd', 'catalogue/']) {
        const { status, headers } = await ask(server.address + path);
        assert.ok([400, 403, 404].includes(status), `${path}: ${status}`);
        if (path.includes('..')) continue;
        for (const [name, value] of Object.entries(always)) assert.equal(headers[name], value, `${path}: ${name}`);
        assert.equal(headers['cache-control'], undefined, path);
      }
    });

    test('says what the file for other hosting says', async () => {
      const rules = headerRules(read('deploy/_headers'));
      for (const path of [...paths, '']) {
        const { headers } = await ask(server.address + path);
        const said = headersBy(rules, new URL(server.address + path).pathname);
        for (const name of ['content-type', 'cache-control', 'content-security-policy', ...Object.keys(always)])
          // A rule for a folder leaves the type of its files to the host.
          if (name !== 'content-type' || said[name]) assert.equal(said[name], headers[name], `${path}: ${name}`);
      }
    });
  });
}

/** `_headers` as Netlify and Cloudflare read it: all rules that fit count, and a header said twice is said doubly. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    assert.ok(line.length <= 2000, 'a line too long for Cloudflare');
    if (line.startsWith('/')) rules.push({ at: line, headers: [] });
    else if (line.startsWith('  ')) rules.at(-1).headers.push(/^ {2}([\w-]+): (.*)$/.exec(line).slice(1));
  }
  assert.ok(rules.length <= 100, `${rules.length} rules are too many for Cloudflare`);
  return rules;
}

function headersBy(rules, path) {
  const fits = ({ at }) => new RegExp(`^${at.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(path);
  const said = {};
  for (const [name, value] of rules.filter(fits).flatMap(({ headers }) => headers)) {
    const known = said[name.toLowerCase()];
    said[name.toLowerCase()] = known ? `${known}, ${value}` : value;
  }
  return said;
}

/** Waits for the first screen, then for the interview behind it, and sees that the console stayed empty. */
async function assertAlive({ seen, widget, close }) {
  await widget.locator('[data-screen="intro"]').waitFor();
  await widget.locator('[data-action="start"]').click();
  await widget.locator('[data-screen="question"]').waitFor();
  assert.deepEqual([seen.errors, seen.warnings], [[], []]);
  await close();
}

describe('a page elsewhere', () => {
  let work;
  let browser;
  let server;
  let everywhere;
  const stops = [];
  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'mantel-wijzer-test-'));
    browser = await start();
    everywhere = await host('nginx', dist, version);
    server = await host('nginx', dist, version, [['  default "*";', '  default "https://www.gemeente.be";']]);
  });
  after(async () => {
    for (const stop of stops) await stop();
    await server?.stop();
    await everywhere?.stop();
    await browser?.stop();
    rmSync(work, { recursive: true });
  });

  /** A site of these files, with these rules. */
  async function site(name, files, rules) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(work, name, path)), { recursive: true });
      writeFileSync(join(work, name, path), text);
    }
    return open(join(work, name), rules);
  }
  const open = async (folder, rules) => {
    const elsewhere = await serve(folder, 0, rules ? { rules } : {});
    stops.push(elsewhere.stop);
    return elsewhere.address;
  };
  const page = (body) => `<!doctype html><html lang="nl-BE"><meta charset="utf-8"><title>Zorg</title><body><main>${body}</main></body></html>`;

  test('needs the two lines of the snippet, and its rule', async () => {
    const placeholder = 'https://cdn.voorbeeld.be';
    const text = read('snippet.html').replaceAll(`${placeholder}/mantel-wijzer/${version}/`, server.address).replaceAll(placeholder, server.origin);
    const rule = /^ *(script-src .*)$/m.exec(text)[1];
    const lines = text.slice(text.indexOf('-->') + 4).trim().split('\n');
    assert.equal(lines.length, 2);
    const rules = ["default-src 'none'", rule, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"];
    const elsewhere = await site('snippet', { 'index.html': page(text) }, rules);
    await assertAlive(await browser.open({ at: elsewhere }));
    // With another hash nothing of it runs.
    const wrong = { 'index.html': page(text.replace(/sha384-./, (hash) => (hash.endsWith('A') ? 'sha384-B' : 'sha384-A'))) };
    const tampered = await site('tampered', wrong, rules);
    const { page: shown, seen, close } = await browser.open({ at: tampered, ready: false });
    assert.ok(await shown.getByText('Bel ons gerust').isVisible());
    assert.match(seen.errors.join(), /integrity/);
    await close();
  });

  test('may show the iframe only where that is allowed', async () => {
    const frame = 'sandbox="allow-scripts allow-popups allow-modals" title="Mantelwijzer"';
    const body = `<iframe ${frame} src="${everywhere.address}embed.html"></iframe>`;
    const rules = ["default-src 'none'", `frame-src ${everywhere.origin} ${server.origin}`];
    const allowed = await browser.open({ at: await site('framed', { 'index.html': page(body) }, rules), ready: false });
    const widget = allowed.page.frameLocator('iframe').locator('mantel-wijzer');
    await assertAlive({ ...allowed, widget });
    const forbidden = { 'index.html': page(body.replace(everywhere.address, server.address)) };
    const { seen, close } = await browser.open({ at: await site('forbidden', forbidden, rules), ready: false });
    await until(() => /frame-ancestors https:\/\/www\.gemeente\.be/.test(seen.errors.join()), 'a refusal in the console');
    await close();
  });

  test('is not needed: our own pages work, each under its own rules', async () => {
    await assertAlive(await browser.open({ at: `${server.address}index.html` }));
    const [help, other] = [paths.filter(isHelp), paths.filter((path) => !isHelp(path) && !path.endsWith('snippet.html'))].map((found) => found.filter(isHtml));
    // One of the static pages is as the next.
    for (const own of [...other, ...help.slice(0, 3)]) {
      const { page: shown, seen, close } = await browser.open({ at: server.address + own, ready: false });
      await shown.waitForLoadState('networkidle');
      assert.deepEqual(seen.errors, [], own);
      await close();
    }
  });

  /** Without pictures: else the browser asks for an icon of the site. */
  const bare = policy.filter((rule) => !rule.startsWith('img-src'));

  /** A project that has the package among its modules. */
  function project(name) {
    const at = join(work, name);
    mkdirSync(join(at, 'node_modules'), { recursive: true });
    const tarball = resolve(dist, 'npm', `mantel-wijzer-${version}.tgz`);
    execFileSync('tar', ['-xzf', tarball, '-C', join(at, 'node_modules'), '--transform', 's,^package,mantel-wijzer,']);
    return { at, made: join(at, 'node_modules/mantel-wijzer') };
  }

  const ways = [
    ['takes the module in', "import 'mantel-wijzer';", '.'],
    ['loads it', "import { load } from 'mantel-wijzer/load'; load('mantel-wijzer');", 'mantel-wijzer'],
  ];
  for (const [what, text, folder] of ways)
    test(`may come out of a bundler that ${what}`, async () => {
      const { at, made } = project(folder === '.' ? 'bundled' : 'loaded');
      writeFileSync(join(at, 'main.js'), text);
      const public_ = join(at, 'public');
      await build({ entryPoints: [join(at, 'main.js')], bundle: true, minify: true, format: 'esm', outfile: join(public_, 'bundle.js'), logLevel: 'error' });
      cpSync(join(made, 'dist'), join(public_, folder), { recursive: true });
      if (folder === '.') rmSync(join(public_, 'mantel-wijzer.js')); // it is in the bundle
      const body = '<mantel-wijzer></mantel-wijzer><script type="module" src="bundle.js"></script>';
      writeFileSync(join(public_, 'index.html'), page(body));
      await assertAlive(await browser.open({ at: await open(public_, bare) }));
    });

  test('finds in the package all it names, and no page of ours', () => {
    const { made } = project('package');
    const about = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8'));
    assert.deepEqual([about.name, about.version, about.license], ['mantel-wijzer', version, 'EUPL-1.2']);
    const named = [about.types, about.customElements, ...Object.values(about.exports).flatMap((found) => (typeof found === 'string' ? found : Object.values(found)))];
    for (const path of named.filter((path) => !path.includes('*'))) assert.ok(existsSync(join(made, path)), path);
    assert.ok(existsSync(join(made, 'README.md')));
    const inside = list(join(made, 'dist'));
    const own = JSON.parse(readFileSync(join(made, 'dist/manifest.json'), 'utf8'));
    assert.deepEqual(inside, [...own.files.map(({ path }) => path), 'manifest.json'].sort());
    for (const file of own.files) {
      assert.deepEqual(file, manifest.files.find(({ path }) => path === file.path));
      assert.equal(integrity(readFileSync(join(made, 'dist', file.path))), file.integrity, file.path);
    }
    assert.ok(inside.includes('mantel-wijzer.js') && inside.includes('catalogue/places.json'));
    assert.deepEqual(inside.filter((path) => /^(hulp|deploy|npm)\/|^index\.html|^host-page|\.(br|gz)$/.test(path)), []);
  });
});

describe('what a release says of itself', () => {
  test('is true: sizes and hashes of every file', () => {
    assert.deepEqual([manifest.format, manifest.version], [1, version]);
    const there = list(dist).filter((path) => path !== 'manifest.json' && !path.startsWith('deploy/'));
    assert.deepEqual(manifest.files.map(({ path }) => path), there);
    for (const { path, size, brotli, integrity: hash } of manifest.files) {
      const bytes = readFileSync(join(dist, path));
      const copy = join(dist, `${path}.br`);
      assert.deepEqual([size, hash], [bytes.length, integrity(bytes)], path);
      assert.equal(brotli, existsSync(copy) ? readFileSync(copy).length : size, path);
      assert.ok(brotli <= size, path);
      for (const [ending, unpack] of [['br', brotliDecompressSync], ['gz', gunzipSync]])
        if (existsSync(join(dist, `${path}.${ending}`))) assert.ok(unpack(readFileSync(join(dist, `${path}.${ending}`))).equals(bytes), `${path}.${ending}`);
    }
    for (const page of [read('index.html'), read('snippet.html')])
      assert.ok(page.includes(`integrity="${integrity(readFileSync(join(dist, 'mantel-wijzer.js')))}" crossorigin="anonymous"`));
  });

  /** How each kind of file names the version; of what has no way of its own the manifest tells. */
  const named = {
    html: (text, path) => text.includes(path.endsWith('snippet.html') ? `<!-- Mantelwijzer ${version}` : generator),
    js: (text) => text.endsWith(`//${version}\n`),
    css: (text, path) => text.endsWith(`/*${version}*/\n`) || byManifest.test(path),
    json: (text) => JSON.parse(text).version === version,
    wasm: (text) => text.endsWith(`version${version}`),
    svg: () => true,
    tgz: (text, path) => path.endsWith(`-${version}.tgz`),
  };
  const byManifest = /^(hulp\/.*|host-page)\.css$/;

  test('names the version in every file', () => {
    for (const path of paths) assert.ok(named[path.split('.').at(-1)](readFileSync(join(dist, path), 'latin1'), path), path);
  });

  test('comes out the same, byte for byte, whenever it is made', async () => {
    const again = mkdtempSync(join(tmpdir(), 'mantel-wijzer-test-'));
    cpSync(dist, again, { recursive: true });
    for (const path of list(again)) {
      utimesSync(join(again, path), 1, 1);
      chmodSync(join(again, path), 0o600);
    }
    const mask = process.umask(0o077);
    await deliver(again, version);
    process.umask(mask);
    for (const copies of [false, true]) {
      assert.deepEqual(list(again, copies), list(dist, copies));
      for (const path of list(again, copies)) assert.ok(readFileSync(join(again, path)).equals(readFileSync(join(dist, path))), path);
    }
    const page = '<script src="mantel-wijzer.js"></script>';
    for (const [begin, problem] of [['', /index\.html has no <meta/], ['<meta charset="utf-8">', /index\.html has to load/]]) {
      writeFileSync(join(again, 'index.html'), begin + page);
      await assert.rejects(deliver(again, version), problem);
    }
    rmSync(again, { recursive: true });
  });

  test('is what an object store is told', () => {
    const work = mkdtempSync(join(tmpdir(), 'mantel-wijzer-test-'));
    const log = join(work, 'log');
    writeFileSync(join(work, 'aws'), `#!/bin/bash\nprintf '%s\\n' "$@" >>${log}\necho >>${log}\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: `${work}:${process.env.PATH}` };
    for (const encoding of ['br', 'none']) {
      writeFileSync(log, '');
      execFileSync('bash', [join(dist, 'deploy/object-store.sh'), 's3://emmer'], { env: { ...env, ENCODING: encoding } });
      const copies = readFileSync(log, 'utf8').trim().split('\n\n').map((call) => call.split('\n'));
      const sent = copies.map((call) => call.at(-1).replace(`s3://emmer/mantel-wijzer/${version}/`, ''));
      assert.deepEqual([...sent].sort(), [...paths].sort());
      assert.ok(sent.slice(sent.findIndex(isHtml)).every(isHtml), 'pages come last');
      const rules = headerRules(read('deploy/_headers'));
      for (const [place, call] of copies.entries()) {
        const path = sent[place];
        const option = (name) => call[call.indexOf(name) + 1];
        const isPacked = encoding === 'br' && existsSync(join(dist, `${path}.br`));
        assert.equal(call.at(-2), isPacked ? `${path}.br` : path);
        assert.equal(call.includes('--content-encoding'), isPacked, path);
        assert.equal(option('--content-type'), types[path.split('.').at(-1)], path);
        assert.equal(option('--cache-control'), headersBy(rules, `/mantel-wijzer/${version}/${path}`)['cache-control'], path);
      }
    }
    rmSync(work, { recursive: true });
  });

  test('agrees with the element: attributes, events, custom properties, types', () => {
    const [element] = JSON.parse(read('custom-elements.json')).modules[0].declarations;
    const names = (list) => list.map(({ name }) => name).sort();
    const source = readFileSync('src/bin/widget/element.js', 'utf8');
    const observed = [.../observedAttributes = \[(.*?)\]/.exec(source)[1].matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
    assert.deepEqual(names(element.attributes), observed.sort());
    const styles = list('src/bin/widget/style').map((path) => readFileSync(join('src/bin/widget/style', path), 'utf8'));
    const tokens = styles.join().match(/(?<=var\()--mantel-wijzer-[a-z0-9-]+/g);
    assert.deepEqual(names(element.cssProperties), [...new Set(tokens)].sort());
    const declared = readFileSync('hosts/package/mantel-wijzer.d.ts', 'utf8');
    assert.deepEqual(names(element.events), declared.match(/(?<=^ {2}')mantel-wijzer:\w+(?=')/gm).sort());
    const codes = element.events.find(({ name }) => name.endsWith(':error')).type.text.match(/(?<=')[\w-]+(?=')/g);
    assert.deepEqual(codes.sort(), declared.match(/(?<=^ {2}\| ')[\w-]+(?=')/gm).sort());
    for (const { name } of [...element.attributes, ...element.members]) assert.ok(new RegExp(`['\\s]${name}['?(]`).test(declared), name);
  });
});
