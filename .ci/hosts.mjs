// What stands on the host's side, out of `hosts/` into a release: the frame's page with its scripts, the configurator, the presets.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policy, snippet } from '../hosts/configurator/outcome.js';
import { bundle } from './bundle.mjs';
import { integrity } from './files.mjs';
import { signed } from './version.mjs';

const write = (folder, name, text) => writeFileSync(join(folder, name), /\.(js|css)$/.test(name) ? signed(name, text) : text);

/** Puts the hash of each of a page's own files beside its address. */
function page(folder, from, to, version) {
  const trust = (tag, name) => `${tag} integrity="${integrity(readFileSync(join(folder, name)))}" crossorigin="anonymous"`;
  const text = readFileSync(from, 'utf8')
    .replaceAll('{VERSION}', version)
    .replace(/<script type="module" src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"/g, (tag, script, style) => trust(tag, script ?? style));
  write(folder, to, text);
}

/** What a web editor pastes whose site allows frames and nothing else: what the configurator gives who chose nothing. */
function embedSnippet(folder, version) {
  const base = `https://cdn.voorbeeld.be/mantel-wijzer/${version}/`;
  const hashes = { 'embed.js': integrity(readFileSync(join(folder, 'embed.js'))) };
  const chosen = { mode: 'frame', base, hashes, lang: 'nl-BE', place: '', loading: 'lazy', own: {} };
  const text = readFileSync('hosts/iframe/embed-snippet.html', 'utf8');
  const values = { VERSION: version, ADDRESS: base, POLICY: policy(chosen), LINES: snippet(chosen) };
  write(folder, 'embed-snippet.html', text.replace(/\{([A-Z]+)\}/g, (_, name) => values[name]));
}

/** Wants `mantel-wijzer.js` in the folder. */
export async function hosts(folder, { version }) {
  const from = 'hosts/presets';
  const names = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith('.css')).sort() : [];
  mkdirSync(join(folder, 'presets'), { recursive: true });
  const presets = names.map((file) => {
    const css = readFileSync(join(from, file), 'utf8');
    write(folder, join('presets', file), css);
    return { name: file.replace(/\.css$/, ''), css };
  });
  const THEMES = Object.fromEntries(presets.map(({ name }) => [name, integrity(readFileSync(join(folder, 'presets', `${name}.css`)))]));

  write(folder, 'embed.js', await bundle('hosts/iframe/embed.js'));
  write(folder, 'embed-page.js', await bundle('hosts/iframe/embed-page.js', { THEMES }));
  write(folder, 'embed.css', await bundle('hosts/iframe/embed.css'));
  page(folder, 'hosts/iframe/embed.html', 'embed.html', version);
  embedSnippet(folder, version);

  write(folder, 'configurator.js', await bundle('hosts/configurator/configurator.js', { PRESETS: presets }));
  write(folder, 'configurator.css', await bundle('hosts/configurator/configurator.css'));
  cpSync('hosts/configurator/configurator.svg', join(folder, 'configurator.svg'));
  page(folder, 'hosts/configurator/configurator.html', 'configurator.html', version);
  for (const name of readdirSync('hosts').filter((name) => name.startsWith('toegankelijkheid.'))) {
    write(folder, name, readFileSync(`hosts/${name}`, 'utf8').replaceAll('{VERSION}', version));
  }
}
