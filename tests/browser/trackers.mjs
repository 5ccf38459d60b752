// A host page full of trackers: they listen to all that can be heard on a page, and write down what is commonly read.

/** Runs in the page before all else. `window.trackers` gives what was noted since it was last asked. */
function trackers() {
  const notes = { heard: new Set(), overheard: new Set(), measured: new Set(), used: new Set(), changed: new Set() };
  const who = (node) => {
    if (!node?.nodeName) return node?.constructor.name;
    const { nodeName, id, className, textContent, innerText, value, name, title, ariaLabel, href, src, dataset } = node;
    return { nodeName, id, className, textContent, innerText, value, name, title, ariaLabel, href, src, dataset: { ...dataset } };
  };
  const here = () => ({ address: location.href, of: document.title, from: document.referrer });
  const read = (event) => {
    const { type, target, relatedTarget, detail, key, code, data, inputType, message, reason, newURL, state, clipboardData, dataTransfer } = event;
    const nodes = [target, relatedTarget, document.activeElement].map(who);
    const carried = [clipboardData?.getData('text'), dataTransfer?.getData('text'), reason && String(reason)];
    return JSON.stringify({ type, detail, nodes, carried, key, code, data, inputType, message, newURL, state, ...here() });
  };
  // One event comes past four listeners, and reads the same at each.
  const known = new WeakMap();
  const hear = (event) => known.get(event) ?? known.set(event, read(event)).get(event);

  const ours = ['error', 'ready', 'restarted', 'results', 'started', 'step'].map((name) => `mantel-wijzer:${name}`);
  const types = new Set([
    'DOMActivate', 'DOMContentLoaded', 'beforeinput', 'compositionend', 'compositionstart', 'compositionupdate', 'focusin', 'focusout', 'input',
    'message', 'readystatechange', 'textInput', 'visibilitychange', ...ours,
  ]);
  for (const owner of [window, document, document.createElement('video'), document.createElement('input')])
    for (const name in owner) if (/^on[a-z]+$/.test(name)) types.add(name.slice(2));
  types.delete('unload'); // only to listen for it is a warning on the console
  for (const type of types)
    for (const place of [window, document]) {
      place.addEventListener(type, (event) => notes.heard.add(hear(event)));
      place.addEventListener(type, (event) => notes.overheard.add(hear(event)), true);
    }

  const note = (name, all) => notes.used.add(`${name}(${[...all].map(String).join(', ')})`);
  const tap = (owner, name) => {
    if (typeof owner?.[name] !== 'function') return;
    owner[name] = new Proxy(owner[name], {
      apply: (target, self, all) => (note(name, all), Reflect.apply(target, self, all)),
      construct: (target, all, made) => (note(name, all), Reflect.construct(target, all, made)),
    });
  };
  for (const [owner, ...names] of [
    [window, 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker', 'RTCPeerConnection', 'WebTransport'],
    [window, 'Notification', 'postMessage', 'open', 'print', 'alert', 'confirm', 'prompt'],
    [history, 'pushState', 'replaceState'], [Storage.prototype, 'setItem'], [indexedDB, 'open'], [window.caches, 'open'], [window.cookieStore, 'set'],
    [navigator, 'sendBeacon', 'share'], [navigator.clipboard, 'write', 'writeText'], [navigator.serviceWorker, 'register'], [document, 'execCommand'],
    [navigator.credentials, 'store'], [console, ...Object.keys(console)],
  ])
    for (const name of names) tap(owner, name);
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', { get: () => cookie.get.call(document), set: (text) => (note('cookie', [text]), cookie.set.call(document, text)) });

  new ReportingObserver((reports) => reports.forEach(({ body }) => note('report', [body?.message])), { buffered: true }).observe();
  const change = ({ type, target, attributeName }) => notes.changed.add(`${type} of ${target.nodeName} ${attributeName ?? ''}`);
  new MutationObserver((all) => all.forEach(change)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const measure = (entry) => {
    const nodes = [entry.target, entry.element, ...(entry.sources ?? []).map(({ node }) => node)].map(who);
    notes.measured.add(JSON.stringify({ ...entry.toJSON(), nodes }));
  };
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(measure));
  for (const type of PerformanceObserver.supportedEntryTypes) observer.observe({ type, buffered: true, durationThreshold: 16 });

  window.trackers = {
    /** What the page itself says, so that a listener may read it: no news. */
    own: () => [here(), [window, document, ...document.querySelectorAll('*')].map(who)],
    take() {
      const taken = Object.fromEntries(Object.entries(notes).map(([name, all]) => [name, [...all]]));
      Object.values(notes).forEach((all) => all.clear());
      return taken;
    },
  };
}

/** That page, with this in its body. Its own words are few: an answer among them wouldn't be noticed. */
export const hostPage = (body) => `<!doctype html>
<html lang="nl-BE">
  <head>
    <meta charset="utf-8">
    <title>Stad X</title>
    <link rel="icon" href="host-page.svg">
    <script>(${trackers})(); document.currentScript.remove()</script>
  </head>
  <body>${body}</body>
</html>`;
