// What a server says with each file: the one table out of which the build writes every sample in `deploy/`.
// Cross-Origin-Opener-Policy and -Embedder-Policy aren't needed: the widget uses no threads and no shared memory. A host
// page that sets them itself can still load us, by Cross-Origin-Resource-Policy.

/** Where a release lies on a server: in a folder per version, and what lies there never changes. */
export const root = '/mantel-wijzer/';

/** Of every answer, also 'not found': else a page can't tell a missing file from a forbidden one. */
export const always = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** By how a name ends; `packs` says that it gets smaller. Whatever isn't named here may not be in a release. */
export const types = {
  html: { type: 'text/html; charset=utf-8', packs: true },
  js: { type: 'text/javascript; charset=utf-8', packs: true },
  css: { type: 'text/css; charset=utf-8', packs: true },
  json: { type: 'application/json', packs: true },
  wasm: { type: 'application/wasm', packs: true },
  svg: { type: 'image/svg+xml', packs: true },
  txt: { type: 'text/plain; charset=utf-8', packs: true },
  xml: { type: 'application/xml', packs: true },
  png: { type: 'image/png' },
  webp: { type: 'image/webp' },
  woff2: { type: 'font/woff2' },
  tgz: { type: 'application/gzip' },
};

/** Of a file that lies in a folder of its version. */
export const forever = 'public, max-age=31536000, immutable';

/** Of pages: a rule below may have to change for all who have seen them. */
const short = 'public, max-age=300';

const nothing = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"];
const looks = [...nothing, "style-src 'self'", "img-src 'self'"];
const widget = [...looks, "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"];

/** Stands in a rule for the sites that may show a page in an iframe; whoever runs the server decides. */
export const frames = 'FRAMES';

/**
 * What whoever runs the server replaces by its address: nobody can ever hold this one. A sandbox without an origin is nobody to
 * WebKit: there 'self' lets nothing through.
 */
export const server = 'https://uw-server.invalid';

/** What a sample says of it. */
export const forSafari = `# In the rule of embed.html, put your own address in the place of ${server}: without it Safari shows phone numbers only.`;

/** Stand in the rule for the workbench for what the build knows: what its own script and its own style hash to. */
export const workbench = { script: 'WORKBENCH-SCRIPT', style: 'WORKBENCH-STYLE' };

/**
 * Our own pages, each with what it may do; the first that fits counts. `at` is a file, a folder (it ends with `/`), or the
 * end of a name (it begins with `.`). A page of which nobody thought may do nothing.
 */
export const pages = [
  { at: 'index.html', rules: [...widget, "frame-ancestors 'none'"] },
  { at: 'configurator.html', rules: [...widget, "frame-src 'self'", "frame-ancestors 'none'"] },
  { at: 'embed.html', rules: [...widget.map((rule) => rule.replace("'self'", `'self' ${server}`)), `frame-ancestors ${frames}`] },
  // Also where the frame has no scripts: then embed.html links here.
  { at: 'hulp/', rules: [...looks, `frame-ancestors ${frames}`] },
  // All it needs stands in the page itself; the build puts in the hash of its script and that of its style.
  { at: 'werkbank.html', rules: [...nothing, `script-src ${workbench.script} 'wasm-unsafe-eval'`, `style-src ${workbench.style}`, 'img-src data:', "frame-ancestors 'none'"] },
  ...['', '.fr', '.de', '.en'].map((tongue) => ({ at: `toegankelijkheid${tongue}.html`, rules: [...looks, "frame-ancestors 'none'"] })),
  { at: '.html', rules: [...nothing, "frame-ancestors 'none'"] },
].map(({ at, rules }) => ({ at, cache: short, policy: rules.join('; ') }));

const fits = (path, at) => (at.endsWith('/') ? path.startsWith(at) : at.startsWith('.') ? path.endsWith(at) : path === at);

/** The type of a file of the release by its path there. */
export function typeOf(path) {
  const found = types[path.split('.').at(-1)];
  if (!found) throw new Error(`${path}: hosts/deploy/table.mjs names no such type`);
  return found;
}

/** What is said of one file beside `always`. `FRAMES` still stands in it. */
export function headersOf(path) {
  const page = pages.find(({ at }) => fits(path, at));
  const headers = { 'Content-Type': typeOf(path).type, 'Cache-Control': page?.cache ?? forever };
  return page ? { ...headers, 'Content-Security-Policy': page.policy } : headers;
}

/** The same as a regular expression over the address, for servers that go by that. `ending` is what may still follow. */
export function expression(at, ending = '') {
  const plain = at.replace(/\./g, '\\.');
  const start = `^${root}[^/]+/`;
  if (at.endsWith('/')) return `${start}${plain}`;
  return at.startsWith('.') ? `${plain}${ending}$` : `${start}${plain}${ending}$`;
}
