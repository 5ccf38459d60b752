// `_headers`: for hosting that reads such a file, as Netlify and Cloudflare Pages do. They compress by themselves.
import { always, forSafari, frames, headersOf, root } from './table.mjs';

const folder = `${root}:version/`;
const block = (path, headers) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/** What all these say alike; else nothing can be said of their folder. */
function shared(all) {
  const [first, ...others] = all;
  const same = Object.entries(first).filter(([name, value]) => others.every((other) => other[name] === value));
  return Object.fromEntries(same);
}

/** The files at the top, each by itself, and those of each folder together. */
function grouped(paths) {
  const folders = new Map();
  for (const path of paths) {
    const [name] = path.split('/');
    folders.set(name, [...(folders.get(name) ?? []), path]);
  }
  return folders;
}

/** A rule per file at the top and per folder: there may be no more than a hundred, and no header twice for one file. */
function rules(paths) {
  return [...grouped(paths)].flatMap(([name, inside]) => {
    const headers = shared(inside.map(headersOf));
    if (inside[0] !== name) {
      if (!headers['Cache-Control']) throw new Error(`${name}/: one rule must do for the whole folder`);
      return [[`${name}/*`, headers]];
    }
    // Such hosting shortens the addresses of pages.
    const short = name === 'index.html' ? '' : name.replace(/\.html$/, '');
    return [...new Set([name, short])].map((path) => [path, headers]);
  });
}

/** The file `_headers` for a release with these files. */
export const headersFile = (paths) => `# Mantelwijzer. For a site of which the folder ${root} holds a folder per version; put this file at the top of the site.
# To let only some sites show the iframe, name them instead of the star behind 'frame-ancestors'.
${forSafari}
${block(`${folder}*`, always)}
${rules(paths).map(([path, headers]) => block(folder + path, headers)).join('\n')}`.replaceAll(frames, '*');
