// The configurator: what a web editor chooses, the living widget beside it, and what to paste. Everything stays on this page:
// nothing is stored, nothing is sent, the address doesn't change. The build puts in PRESETS.
import { copies } from './copy.js';
import { looks, make } from './looks.js';
import { canFollow, policy, room, sheet, snippet } from './outcome.js';
import { place } from './place.js';
import { effective, preview, tame } from './preview.js';

const CALM = 200;
const languages = {
  nl: 'Nederlands', 'nl-BE': 'Nederlands (België)', 'nl-NL': 'Nederlands (Nederland)', 'nl-simple': 'Makkelijk Nederlands',
  fr: 'Frans', de: 'Duits', en: 'Engels', tr: 'Turks', ar: 'Arabisch',
};

const at = (id) => document.getElementById(id);
const form = at('choices');
const element = document.querySelector('mantel-wijzer');
const json = async (path) => (await fetch(path, { credentials: 'omit', referrerPolicy: 'no-referrer' })).json();
let telling;
const tell = (text) => {
  at('news').textContent = '';
  clearTimeout(telling);
  setTimeout(() => (at('news').textContent = text));
  telling = setTimeout(() => (at('news').textContent = ''), 8000);
};

/** A web address as it was typed; `https://` may be left out. Nothing if it is none. */
function address(text) {
  const whole = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(whole);
    return /^https?:$/.test(url.protocol) && url.hostname ? url : undefined;
  } catch {
    return undefined;
  }
}

/** A server of one's own may be called by one word; a place to send visitors to is never. */
const isPublic = ({ hostname }) => /[^.]\.[^.]/.test(hostname);

/** Says beside the field what is wrong with an address. */
function checked(id, isFit = () => true) {
  const text = at(id).value.trim();
  const found = text ? address(text) : undefined;
  const url = found && isFit(found) ? found : undefined;
  const isWrong = Boolean(text) && !url;
  at(id).toggleAttribute('aria-invalid', isWrong);
  at(`${id}-problem`).textContent = isWrong ? 'Dit is geen webadres. Een webadres ziet er zo uit: https://www.voorbeeld.be' : '';
  return url;
}

const folder = new URL('.', location.href);
let hashes = {};
let region = '';
let isLanguageChosen = false;
let chosen;

function read() {
  const data = new FormData(form);
  const files = checked('base') ?? folder;
  if (!files.pathname.endsWith('/')) files.pathname += '/';
  Object.assign(files, { search: '', hash: '' });
  const way = data.get('mode');
  return {
    ...appearance.read(),
    isFollowing: data.get('scheme') === 'follow',
    hashes,
    base: files.href,
    place: region,
    lang: data.get('lang'),
    others: data.getAll('others').filter((lang) => lang !== data.get('lang')),
    level: data.get('level'),
    loading: data.get('loading'),
    exit: checked('exit', isPublic)?.href ?? '',
    service: data.get('service').trim(),
    phone: /\d{3}/.test(data.get('phone').replace(/\D/g, '')) ? data.get('phone').trim() : '',
    mode: way === 'frame' && !data.get('resize') ? 'frame-alone' : way,
  };
}

/** Judges what is on the screen now. Where the example was led to a screen that lacks some colour, the last ones count. */
let last;
function judge() {
  last = effective(element) ?? (last && { ...last, ...chosen.own });
  const poor = last ? appearance.judge(last) : [];
  at('style-warning').hidden = poor.length === 0;
  at('style-warning').firstElementChild.textContent = `Let op: te weinig contrast bij ${poor.map((title) => `‘${title}’`).join(' en ')}. Niet iedereen kan dat lezen.`;
}

function update() {
  chosen = read();
  const isFrame = chosen.mode !== 'script';
  at('lines').textContent = snippet(chosen);
  at('policy').textContent = policy(chosen);
  at('style').textContent = [sheet(chosen), room].filter(Boolean).join('\n');
  at('style-block').hidden = isFrame;
  at('style-frame').hidden = !isFrame;
  at('resize-field').hidden = !isFrame;
  for (const box of form.querySelectorAll('[name="others"]')) box.disabled = box.value === chosen.lang;
  at('scheme-follow').disabled = !canFollow(chosen);
  at('scheme-stays').hidden = canFollow(chosen);
  preview(element, chosen);
  requestAnimationFrame(judge);
}

const other = (lang) => make('label', { class: 'option' }, make('input', { type: 'checkbox', name: 'others', value: lang }), ` ${languages[lang]}`);

let waiting;
const changed = () => {
  clearTimeout(waiting);
  waiting = setTimeout(update, CALM);
};

// Opened out of a folder, nothing beside this page can be read: the line that says so stays.
if (location.protocol !== 'file:') {
  at('stuck').remove();
  for (const part of document.querySelectorAll('[data-alive]')) part.hidden = false;
}
const appearance = looks({ presets: PRESETS, form, changed });
tame(element, tell);
copies(tell);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', changed);
at('lang').addEventListener('change', () => (isLanguageChosen = true));
element.addEventListener('mantel-wijzer:ready', judge);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', judge);
for (const button of document.querySelectorAll('[data-width]')) {
  button.addEventListener('click', () => {
    at('stage').dataset.width = button.dataset.width;
    for (const other of document.querySelectorAll('[data-width][aria-pressed]')) other.setAttribute('aria-pressed', String(other === button));
  });
}

try {
  at('base').value = folder.href;
  const [manifest, places] = await Promise.all([json('manifest.json'), json('catalogue/places.json')]);
  hashes = Object.fromEntries(manifest.files.map(({ path, integrity }) => [path, integrity]));
  const there = manifest.files.map(({ path }) => /^catalogue\/(.+)\.json$/.exec(path)?.[1]).filter((lang) => lang && lang !== 'places');
  const names = Object.keys(languages).filter((lang) => there.includes(lang));
  at('lang').append(...names.map((lang) => new Option(languages[lang], lang, lang === 'nl-BE', lang === 'nl-BE')));
  at('others').append(...names.filter((lang) => lang !== 'nl').map(other));
  const nearby = (id) => `nl-${id.slice(0, 2).toUpperCase()}`;
  place({
    input: at('place'),
    list: at('places'),
    news: at('place-news'),
    places,
    chosen: (id) => {
      region = id;
      // Whoever lives there speaks of 'Wmo', or of 'zorgkas'.
      if (id && !isLanguageChosen && there.includes(nearby(id))) at('lang').value = nearby(id);
      changed();
    },
  });
  update();
  document.documentElement.dataset.ready = '';
} catch (problem) {
  console.error('configurator:', problem);
  tell('De bestanden van deze versie zijn niet te lezen. Laad de pagina opnieuw.');
}
