// The workbench's page: unpacks what lies in it, starts the Wasm, and does what only a page can: files, the focus, the keys.
// It makes no request and stores nothing. The build puts in CARD_STYLE: how the widget's cards look.
import { initSync, start } from 'mantelwijzer-workbench-wasm';

const at = (id) => document.getElementById(id);

/** What the build packed into the page. */
async function unpacked(id) {
  const bytes = Uint8Array.from(atob(at(id).textContent), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The last file that was on the desk: should all else break down, it isn't lost. */
let kept = { name: '', text: '', unsaved: false };
let page;
let crashed = false;

function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Whether to leave work that is nowhere else yet. */
const sure = () => !kept.unsaved || confirm('Uw werk is nog niet gedownload. Toch een ander bestand openen?');

/** A file is read as UTF-8; what isn't, as Windows writes. */
async function open(file) {
  const bytes = await file.arrayBuffer();
  if (!sure()) return;
  const decoded = (encoding) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  let text;
  tell('');
  try {
    text = decoded('utf-8');
  } catch {
    text = decoded('windows-1252');
    tell('Dit bestand was niet als UTF-8 bewaard. Kijk de letters met accenten na.');
  }
  safely(() => page.open(text));
}

const tell = (words) => {
  at('notice').textContent = words;
  at('notice').hidden = !words;
};

/** Where the focus was, and around it: when what had it is gone, the nearest that is left takes it. */
let trail = [];
document.addEventListener('focusin', ({ target }) => {
  trail = [];
  for (let place = target; place && place !== document.body; place = place.parentElement) trail.push(place);
});

function settle() {
  if (document.activeElement !== document.body || trail.length === 0) return;
  const left = trail.find((place) => place.isConnected && place.matches('[id][tabindex], input, select, textarea, button'));
  (left ?? at('title'))?.focus({ preventScroll: true });
}

/** Goes to the field for a place in the file, or to the nearest around it. */
function seek(pointer) {
  if (pointer === '#undone') return document.querySelector('[data-action="undo"]')?.focus();
  if (pointer === '#blank') return document.querySelector('.question:has(> option[value=""])')?.focus();
  if (pointer === '#panel') return at('panel')?.scrollIntoView({ block: 'nearest' }), at('panel')?.focus();
  if (pointer.startsWith('#')) return window.scrollTo(0, 0), at(pointer.slice(1))?.focus({ preventScroll: true });
  for (let place = pointer; place; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = at(`f${place}`) ?? at(`f${place}/nl`);
    if (found) return found.focus(), found.scrollIntoView({ block: 'center' });
  }
  at('title')?.focus();
}

/** The ground of the preview: behind a shadow root, in the widget's style. */
function shade(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets = [sheet];
  const ground = document.createElement('div');
  root.replaceChildren(ground);
  return ground;
}

const serve = (what, ...words) => {
  if (what === 'keep') kept = { name: words[0], text: words[1], unsaved: words[2] === 'yes' };
  else if (what === 'save') save(...words);
  else if (what === 'choose') at('file').click();
  else if (what === 'seek') seek(words[0]);
  else if (what === 'settle') settle();
  else if (what === 'sure') return sure();
  else if (what === 'shade') return shade(words[0]);
};

/** After one trap in the Wasm no later call can be trusted: the page says so, and hands over the last text. */
function crash(problem) {
  if (crashed) return;
  crashed = true;
  console.error(problem);
  at('crash').hidden = false;
  at('crash').focus();
}

function safely(act) {
  if (crashed || !page) return;
  try {
    act();
  } catch (problem) {
    crash(problem);
  }
}

const isTrap = (problem) => problem instanceof WebAssembly.RuntimeError || problem instanceof RangeError;
addEventListener('error', ({ error }) => isTrap(error) && crash(error));
addEventListener('unhandledrejection', ({ reason }) => isTrap(reason) && crash(reason));
addEventListener('beforeunload', (event) => kept.unsaved && event.preventDefault());

at('rescue').addEventListener('click', () => save(kept.name || 'partner.json', kept.text));
at('file').addEventListener('change', ({ target }) => {
  if (target.files[0]) open(target.files[0]);
  target.value = '';
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) open(file);
});
addEventListener('change', () => safely(() => page.settle()));
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const act = key === 's' ? 'save' : key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
  if (!act) return;
  event.preventDefault();
  safely(() => page[act]());
});

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

try {
  const [wasm, data] = await Promise.all([unpacked('wasm'), unpacked('catalogue')]);
  initSync({ module: wasm });
  const { questionnaire, regions, guide, wording, partners, personas } = JSON.parse(new TextDecoder().decode(data));
  const names = partners.map(([name]) => name);
  const texts = partners.map(([, text]) => text);
  page = start(at('workbench'), serve, today(), questionnaire, regions, guide, wording, names, texts, personas);
} catch (problem) {
  console.error(problem);
  tell('Deze pagina kan hier niet werken. Gebruik een nieuwere versie van uw browser, of een andere.');
}
at('loading').remove();
