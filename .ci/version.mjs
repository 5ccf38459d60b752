// The version of a release, and how a file names it in the way of its kind.
import { appendFileSync, readFileSync } from 'node:fs';

export const [, version] = /^version = "(.+)"/m.exec(readFileSync('Cargo.toml', 'utf8'));

/** A script or a style with its version behind it: as short as can be, for some have to stay small. */
export const signed = (name, text) => `${text.trimEnd()}${name.endsWith('.css') ? `/*${version}*/` : `//${version}`}\n`;

/** What a page says of its version, in its head. */
export const generator = `<meta name="generator" content="Mantelwijzer ${version}">`;

/** A page with its version; it may have it already. */
export function signedPage(text, path) {
  const begin = '<meta charset="utf-8">';
  if (!text.includes(begin)) throw new Error(`${path} has no ${begin}`);
  return text.includes(generator) ? text : text.replace(begin, begin + generator);
}

/** Adds a custom section `version` to a Wasm. */
export function signWasm(path) {
  const [name, value] = ['version', version].map((text) => Buffer.from(text));
  appendFileSync(path, Buffer.from([0, 1 + name.length + value.length, name.length, ...name, ...value]));
}
