// Fetching: each file once for all elements, and held to its hash. A failure isn't kept, so that a second try is possible.
// FILES is the build's: the path of each file and its hash. Those of other languages than Dutch stand in `first.json`.

import { make } from './screens.js';

const PATIENCE = 60_000;

/** `code` is what the page's event and the console say. */
export const failure = (code, cause) => Object.assign(new Error(code), { code, cause });

/** A file of ours by its path, any other by its whole address. */
const address = (path) => new URL(path, import.meta.url);

/** The path of each file of ours, and its hash. */
export const hashes = FILES;

const kept = new Map();

function once(key, make) {
  if (!kept.has(key)) kept.set(key, make().catch((failure) => (kept.delete(key), Promise.reject(failure))));
  return kept.get(key);
}

async function get(path, what, url = address(path)) {
  const request = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE) };
  // Of a catalogue of the page's own no hash is known.
  const integrity = hashes[path] ?? '';
  const answer = await fetch(url, { ...request, integrity }).catch(async (cause) => {
    // A page that says 'not found' fails by its hash: then only a second look tells which it was.
    const look = integrity && (await fetch(url, { ...request, method: 'HEAD' }).catch(() => {}));
    throw failure(`${what}-${look?.ok === false ? 'missing' : 'blocked'}`, cause);
  });
  if (!answer.ok) throw failure(`${what}-missing`, answer.status);
  return answer;
}

/** A text of the catalogue. What has no hash may be another one at the next try. */
export const text = (path) => {
  const read = async () => {
    const answer = await get(path, 'catalogue');
    return answer.text().catch((cause) => {
      throw failure('catalogue-blocked', cause);
    });
  };
  return hashes[path] ? once(path, read) : read();
};

/** The first words of the other languages. From then on the hashes of their files are known. */
export const others = () =>
  once(others, async () => {
    const { files, ...words } = JSON.parse(await text('first.json'));
    Object.assign(hashes, files);
    return words;
  });

let tries = 0;

/**
 * A script of ours. What is preloaded with a hash is what `import` then takes. WebKit (its vendor is Apple) preloads without
 * minding the hash: there a fetch looks first. What failed at an address is never asked for again there, so a second try has
 * another address.
 */
async function script(path) {
  const url = address(path);
  if (tries) url.search = tries;
  const link = make('link', { rel: 'modulepreload', href: url, integrity: hashes[path], crossorigin: '' });
  try {
    if (link.relList.supports('modulepreload') && !/^A/.test(navigator.vendor)) {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        document.head.append(link);
      });
    } else {
      await get(path, 'app', url);
    }
    return await import(url);
  } catch (cause) {
    tries += 1;
    await get(path, 'app');
    throw failure('app-blocked', cause);
  } finally {
    link.remove();
  }
}

/** What runs the interview, for all elements. */
export const engine = () =>
  once(engine, async () => {
    const [app, wasm] = await Promise.all([script('mantel-wijzer_app.js'), get('mantel-wijzer_bg.wasm', 'wasm')]);
    await app.begin(wasm).catch((cause) => {
      throw failure('wasm-blocked', cause);
    });
    return app;
  });
