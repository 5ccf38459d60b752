// Loads the widget from where its files were copied to. Nothing happens on import, so a server may import this too.

/**
 * `folder` is the address at which the package's folder `dist` is served; it may be relative to the page.
 * @param {string | URL} folder
 */
export async function load(folder) {
  const base = new URL(folder, document.baseURI);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  await import(/* webpackIgnore: true */ /* @vite-ignore */ new URL('mantel-wijzer.js', base).href);
}
