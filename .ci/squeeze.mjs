// What wasm-opt leaves: long names that only the Wasm and its glue use, and functions in an order that hides from Brotli
// what repeats in them.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];

const opt = (wasm, ...passes) =>
  execFileSync('wasm-opt', [...passes, ...features.map((name) => `--enable-${name}`), wasm, '-o', wasm], { encoding: 'utf8' });

/** Makes both files smaller. Throws when the glue isn't what it was: better no release than a broken one. */
export function squeeze(wasm, glue) {
  shortenNames(wasm, glue);
  leaveOut(glue);
  // A second round finds what the first one uncovered. The stack lies below the data: whatever would touch its last
  // kilobyte overflows it next. And hints of alignment change nothing but the size.
  opt(wasm, '-Oz', '--converge', '--low-memory-unused', '--dealign');
  groupAlike(wasm);
}

function shortenNames(wasm, glue) {
  const { imports, exports } = JSON.parse(opt(wasm, '--minify-imports-and-exports-and-modules'));
  let text = readFileSync(glue, 'utf8');
  const rename = (pattern, by) => {
    if (!pattern.test(text)) throw new Error(`the glue has no ${pattern}`);
    text = text.replaceAll(pattern, by);
  };
  for (const [, long, short] of imports) rename(new RegExp(`\\b${long}: function`, 'g'), `${short}: function`);
  const [module] = imports[0];
  rename(new RegExp(`"${module.replaceAll('.', '\\.')}": import0`, 'g'), '"a": import0');
  // What the glue doesn't call stays out of it.
  const used = exports.filter(([long]) => new RegExp(`\\bwasm\\.${long}\\b`).test(text));
  for (const [long, short] of used) rename(new RegExp(`\\bwasm\\.${long}\\b`, 'g'), `wasm.${short}`);
  writeFileSync(glue, text);
}

/** What the glue has for older browsers, for ways to begin that aren't ours, and for handles that nobody keeps. */
const NOT_OURS = [
  [/^if \(Symbol\.dispose\).*\n/m, ''],
  [/^if \(!\('encodeInto' in \w+\)\) \{\n[^]*?\n\}\n/m, ''],
  [/^ {4}numBytesDecoded \+=[^]*?\n {4}\}\n/m, ''],
  [/typeof FinalizationRegistry === 'undefined'/g, 'true'],
  [/^async function __wbg_load\([^]*__wbg_init as default \};\n$/m, ''],
];

/** Ours is always a response that was fetched by its hash; every type will do, the right one is faster. */
const BEGIN = `export async function begin(response) {
  const imports = __wbg_get_imports();
  const isNamed = response.headers.get('Content-Type') === 'application/wasm';
  const { instance, module } = isNamed
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  __wbg_finalize_init(instance, module);
}
`;

function leaveOut(glue) {
  let text = readFileSync(glue, 'utf8');
  for (const [part, instead] of NOT_OURS) {
    if (text.search(part) < 0) throw new Error(`the glue has no ${part}`);
    text = text.replace(part, instead);
  }
  writeFileSync(glue, `${text}\n${BEGIN}`);
}

/** Puts each function beside those most like it: 2 % less to load. Of some ways to see likeness, the best wins. */
function groupAlike(wasm) {
  const bytes = readFileSync(wasm);
  const { bodies, imported } = functions(bytes);
  const grouped = WAYS.map(([length, rarity]) => {
    const names = [];
    alike(bodies, length, rarity).forEach((body, place) => (names[body] = String(place).padStart(6, '0')));
    writeFileSync(wasm, Buffer.concat([bytes, nameSection(names, imported)]));
    opt(wasm, '--reorder-functions-by-name', '--strip-producers', '--strip-target-features');
    return readFileSync(wasm);
  });
  const sizes = grouped.map((one) => brotliCompressSync(one).length);
  writeFileSync(wasm, grouped[sizes.indexOf(Math.min(...sizes))]);
}

/** How many bytes a piece has, and how much more a rare one says. */
const WAYS = [[4, 0], [4, 0.5], [5, 0], [5, 0.5], [6, 0], [6, 0.5]];

/** A number as WebAssembly writes it (LEB128), and where the next thing begins. */
function numberAt(bytes, at) {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}

function encoded(number) {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
}

/** The bodies of the functions, and how many are imported: as many as the glue gives. */
function functions(bytes) {
  const bodies = [];
  let imported = 0;
  for (let at = 8; at < bytes.length; ) {
    const [length, start] = numberAt(bytes, at + 1);
    // Sections 2 and 10: imports, of which all are functions here, and code.
    if (bytes[at] === 2) [imported] = numberAt(bytes, start);
    if (bytes[at] === 10) {
      let [count, next] = numberAt(bytes, start);
      for (; count > 0; count -= 1) {
        const [size, body] = numberAt(bytes, next);
        bodies.push(bytes.subarray(body, (next = body + size)));
      }
    }
    at = start + length;
  }
  return { bodies, imported };
}

/** The bodies by number, each followed by the one left that shares most pieces of so many bytes with the last three. */
function alike(bodies, length, rarity) {
  const pieces = bodies.map((body) => {
    const found = new Set();
    for (let at = 0; at + length <= body.length; at += 1) found.add(body.readUIntBE(at, length));
    return found;
  });
  const seen = new Map();
  for (const found of pieces) for (const piece of found) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  // What stands everywhere says little; what stands once is shared with nobody.
  for (const found of pieces) for (const piece of found) if (seen.get(piece) === 1) found.delete(piece);
  const shared = (one, other) => {
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    let sum = 0;
    for (const piece of few) if (many.has(piece)) sum += (seen.get(piece) - 1) ** -rarity;
    return sum;
  };
  const likeness = (last, place) =>
    last.reduce((sum, one, age) => sum + shared(one, pieces[place]) / (age === 0 ? 1 : 2), 0) / Math.sqrt(bodies[place].length + 20);
  const left = new Set(bodies.keys());
  const order = [];
  let next = bodies.reduce((longest, body, place) => (body.length > bodies[longest].length ? place : longest), 0);
  while (next !== undefined) {
    left.delete(next);
    order.push(next);
    const last = order.slice(-3).reverse().map((place) => pieces[place]);
    next = undefined;
    let best = -1;
    for (const place of left) {
      const like = likeness(last, place);
      if (like > best) [best, next] = [like, place];
    }
  }
  return order;
}

/** A custom section that names the functions; wasm-opt sorts by it and leaves it out. */
function nameSection(names, imported) {
  const text = (word) => [...encoded(word.length), ...Buffer.from(word)];
  const entries = names.flatMap((name, place) => [...encoded(imported + place), ...text(name)]);
  const list = [...encoded(names.length), ...entries];
  const section = [...text('name'), 1, ...encoded(list.length), ...list];
  return Buffer.from([0, ...encoded(section.length), ...section]);
}
