// The last step of a release: what it takes to put it on a server and to trust it. Hashes, the ready snippet, header files
// for servers, an npm package, compressed copies. Same files in, same bytes out.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { apache } from '../hosts/deploy/apache.mjs';
import { headersFile } from '../hosts/deploy/headers-file.mjs';
import { nginx } from '../hosts/deploy/nginx.mjs';
import { store } from '../hosts/deploy/store.mjs';
import { root, typeOf, workbench } from '../hosts/deploy/table.mjs';
import { integrity, list, packed } from './files.mjs';
import { signedPage } from './version.mjs';

const MODULE = 'mantel-wijzer.js';
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Puts the version into every page, and into the list of what the element can do. */
function sign(folder, version) {
  // Snippets are no pages: they begin with their version.
  for (const path of list(folder).filter((path) => path.endsWith('.html') && !path.endsWith('snippet.html'))) {
    const at = join(folder, path);
    writeFileSync(at, signedPage(readFileSync(at, 'utf8'), path));
  }
  writeFileSync(join(folder, 'custom-elements.json'), json({ ...JSON.parse(readFileSync('hosts/custom-elements.json', 'utf8')), version }));
}

/** Puts the hash of the module into the demo page. */
function secure(folder) {
  const at = join(folder, 'index.html');
  const page = readFileSync(at, 'utf8');
  const tag = new RegExp(`<script type="module" src="${MODULE.replace('.', '\\.')}"[^>]*></script>`, 'g');
  if (page.match(tag)?.length !== 1) throw new Error(`index.html has to load ${MODULE} once`);
  writeFileSync(at, page.replace(tag, `<script type="module" src="${MODULE}" ${trust(folder)}></script>`));
}

const trust = (folder) => `integrity="${integrity(readFileSync(join(folder, MODULE)))}" crossorigin="anonymous"`;

/** What a web editor pastes. */
function snippet(folder, version) {
  const origin = 'https://cdn.voorbeeld.be';
  const address = `${origin}${root}${version}/`;
  return `<!-- Mantelwijzer ${version}. Vervang ${address} door het adres waar deze bestanden bij u staan (twee keer), en het telefoonnummer 00 000 00 00 (twee keer) door dat van uw dienst. De rest laat u staan.
     Heeft uw website een Content-Security-Policy? Voeg daar dit aan toe, met uw eigen adres. Staat er al een script-src of connect-src, zet het dan daarachter: een tweede telt niet.
     script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}
     Zet in uw stylesheet, dan houdt de pagina plaats vrij en verspringt er niets:
     @media (scripting: enabled) {
       mantel-wijzer:not(:defined) { display: flow-root; min-block-size: 84rem; animation: mantel-wijzer-room 0s 10s forwards; }
       @media (min-width: 48rem) { mantel-wijzer:not(:defined) { min-block-size: 53rem; } }
       @keyframes mantel-wijzer-room { to { min-block-size: 0; } }
     } -->
<mantel-wijzer lang="nl-BE"><p>Kunt u de vragen hier niet zien? Bel ons gerust: <a href="tel:+3200000000">00 000 00 00</a>. Bij direct gevaar: <a href="tel:112">112</a>. Of kijk zelf: <a href="${address}hulp/be/index.html">alle hulp op een rij</a>.</p></mantel-wijzer>
<script type="module" src="${address}${MODULE}" ${trust(folder)}></script>
`;
}

/** The samples for servers, all out of one table. */
function deploy(folder, version) {
  const paths = served(folder);
  const samples = {
    _headers: headersFile(paths),
    'nginx.conf': nginx(),
    'apache.htaccess': apache(),
    'object-store.sh': store(paths, version),
  };
  mkdirSync(join(folder, 'deploy'));
  const page = readFileSync(join(folder, 'werkbank.html'), 'utf8');
  const hash = (kind) => new RegExp(`${kind}-src ('sha256-[^']+')`).exec(page)[1];
  const known = (text) => text.replaceAll(workbench.script, hash('script')).replaceAll(workbench.style, hash('style'));
  for (const [name, text] of Object.entries(samples)) writeFileSync(join(folder, 'deploy', name), known(text));
  chmodSync(join(folder, 'deploy/object-store.sh'), 0o755);
}

/** What a server hands out: the samples are for who runs it. */
const served = (folder) => list(folder).filter((path) => !path.startsWith('deploy/'));

/** Of no use in a project with a bundler: static pages, the demo page, the workbench, and what belongs to a server of ours. */
const isPackaged = (path) => !/^(hulp|deploy|npm)\/|^(index\.html|host-page\..*|(embed-)?snippet\.html|werkbank\.html|manifest\.json)$/.test(path);

/** The npm package; `files` is what the manifest says of the release. */
function pack(folder, version, files) {
  const work = mkdtempSync(join(tmpdir(), 'mantel-wijzer-'));
  try {
    const at = (...path) => join(work, 'package', ...path);
    cpSync('hosts/package', at(), { recursive: true });
    const about = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    writeFileSync(at('package.json'), json({ ...about, version }));
    const own = files.filter(({ path }) => isPackaged(path));
    for (const { path } of own) {
      mkdirSync(dirname(at('dist', path)), { recursive: true });
      cpSync(join(folder, path), at('dist', path));
    }
    writeFileSync(at('dist/manifest.json'), json({ format: 1, version, files: own }));
    // npm makes every time the same, but leaves what this machine lets others do.
    for (const path of list(at())) chmodSync(at(path), 0o644);
    mkdirSync(join(folder, 'npm'));
    const quiet = ['--silent', '--offline', '--ignore-scripts', '--logs-max=0', '--cache', join(work, 'cache')];
    const made = execFileSync('npm', ['pack', ...quiet, '--pack-destination', work], { cwd: at(), encoding: 'utf8' }).trim();
    cpSync(join(work, made), join(folder, 'npm', made));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Static pages are many and small: a few per cent less isn't worth minutes. */
const quality = (path) => typeOf(path).packs && (path.startsWith('hulp/') ? 5 : 11);

/** A few at a time: each file being compressed takes megabytes. The order is that of the paths. */
async function describe(folder, paths) {
  const said = new Map();
  const waiting = paths.values();
  const lane = async () => {
    for (const path of waiting) said.set(path, await packed(folder, path, quality(path)));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return paths.map((path) => said.get(path));
}

/** Wants all other files of the release in the folder; may be called again. */
export async function deliver(folder, version) {
  for (const made of ['deploy', 'npm', 'manifest.json']) rmSync(join(folder, made), { recursive: true, force: true });
  for (const copy of list(folder, true)) rmSync(join(folder, copy));
  sign(folder, version);
  secure(folder);
  writeFileSync(join(folder, 'snippet.html'), snippet(folder, version));
  const files = await describe(folder, list(folder));
  pack(folder, version, files);
  files.push(...(await describe(folder, list(join(folder, 'npm')).map((name) => `npm/${name}`))));
  // Left out: itself, for a file can't hold its own hash; compressed copies, which a browser unpacks before it looks at the
  // hash; and deploy/, which is changed to fit a server.
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  writeFileSync(join(folder, 'manifest.json'), json({ format: 1, version, files }));
  await describe(folder, ['manifest.json']);
  deploy(folder, version);
}
