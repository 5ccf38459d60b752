// What a web editor takes along, out of what they chose: the lines for the page, the style, the rule for the policy. Text only.
import { frame } from '../iframe/tag.js';

/** Some colours; the rest of the widget's colours follow from them. */
export const colours = ['ground', 'ink', 'main', 'button', 'on-main'];

const name = (look) => `--mantel-wijzer-${look}`;
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const written = (pairs) => pairs.map(([key, value]) => ` ${key}="${escape(value)}"`).join('');

/** The element's attributes, those that say what would be anyway left out. */
export function attributes({ lang, others = [], place, level, exit, loading }) {
  const languages = others.length > 0 ? [lang || 'nl', ...others].join(' ') : '';
  const all = { lang, languages, place, 'heading-level': level === '2' ? '' : level, 'exit-url': exit, loading: loading === 'lazy' ? '' : loading };
  return Object.entries(all).filter(([, value]) => value);
}

const isColoured = ({ own }) => colours.some((look) => own[look]);

/** Whether it can be dark for who has a dark screen: nobody has seen there what was chosen for a light one. */
export const canFollow = ({ preset, own }) => !preset && !isColoured({ own });

/** The custom properties. The widget is as its page is, mostly light; so that is said only where it has to be otherwise, or has to stay so. */
function style({ preset, own, isFollowing }) {
  const mine = Object.fromEntries(Object.entries(own).map(([look, value]) => [name(look), value]));
  const scheme = canFollow({ preset, own }) ? isFollowing && 'light dark' : 'light';
  return { ...preset?.properties, ...mine, ...(scheme && { [name('color-scheme')]: scheme }) };
}

/** The style sheet of what was chosen, or nothing. */
export function sheet(chosen) {
  const properties = Object.entries(style(chosen));
  if (properties.length === 0) return '';
  return ['mantel-wijzer {', ...properties.map(([key, value]) => `  ${key}: ${value};`), '}'].join('\n');
}

/** Keeps the widget's place until it is there, so that what stands below doesn't jump. As high as its first screen, and not for ever. */
export const room = `@media (scripting: enabled) {
  mantel-wijzer:not(:defined) { display: flow-root; min-block-size: 84rem; animation: mantel-wijzer-room 0s 10s forwards; }
  @media (min-width: 48rem) { mantel-wijzer:not(:defined) { min-block-size: 53rem; } }
  @keyframes mantel-wijzer-room { to { min-block-size: 0; } }
}`;

/** The number as a telephone wants it: digits, and a plus in front. */
const dialled = (phone) => phone.replace(/\(0\)/, '').replace(/(?!^\+)\D/g, '');

/** What visitors see when the widget doesn't come. */
function fallback({ service, phone, place }) {
  const link = (number) => `<a href="tel:${dialled(number)}">${escape(number)}</a>`;
  const call = phone ? `Bel ons gerust: ${service ? `${escape(service)}, ` : ''}${link(phone)}.` : 'Hulp is er wel.';
  const listen = { be: `Tele-Onthaal ${link('106')}`, nl: `De Luisterlijn ${link('088 0767 000')}` };
  const near = listen[place.slice(0, 2)] ?? `in België ${listen.be}, in Nederland ${listen.nl}`;
  return `<p>Kunt u de vragen hier niet zien? ${call} Praten met iemand, dag en nacht: ${near}. Bij direct gevaar: ${link('112')}.</p>`;
}

const script = (chosen, file, how) => `<script ${how ? `${how} ` : ''}src="${escape(chosen.base + file)}" integrity="${chosen.hashes[file]}" crossorigin="anonymous"${how ? '' : ' async'}></script>`;

/** In a frame the page's style doesn't reach: there the address says it. */
function query(chosen) {
  const isOwn = isColoured(chosen);
  const theme = chosen.preset && !isOwn ? [['theme', chosen.preset.name]] : [];
  const looks = Object.entries(style(chosen))
    .map(([key, value]) => [key.slice(name('').length), value])
    .filter(([look]) => theme.length === 0 || look in chosen.own);
  // When the frame is fetched is up to the frame's own attribute.
  return new URLSearchParams([...attributes({ ...chosen, loading: '' }), ...theme, ...looks]).toString();
}

/** The lines for the page. */
export function snippet(chosen) {
  if (chosen.mode === 'script') {
    return [`<mantel-wijzer${written(attributes(chosen))}>`, `  ${fallback(chosen)}`, '</mantel-wijzer>', script(chosen, 'mantel-wijzer.js', 'type="module"')].join('\n');
  }
  const said = query(chosen);
  const address = escape(`${chosen.base}embed.html${said && `?${said}`}`);
  const lines = [frame(address, { loading: chosen.loading }), fallback(chosen).replace('vragen hier', 'vragen hierboven')];
  return [...lines, ...(chosen.mode === 'frame' ? [script(chosen, 'embed.js')] : [])].join('\n');
}

/** What the page's policy has to allow. */
export function policy({ base, mode }) {
  const { origin } = new URL(base);
  const rules = {
    script: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    frame: `frame-src ${origin}; script-src ${origin}`,
    'frame-alone': `frame-src ${origin}`,
  };
  return rules[mode];
}
