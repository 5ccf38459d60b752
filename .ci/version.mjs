// The version of a release, and how a file names it in the way of its kind.
import { appendFileSync, readFileSync } from 'node:fs';

export const [, version] = /^version = "(.+)"/m.exec(readFileSync('Cargo.toml', 'utf8'));

/** A script or a style with its version behind it: as short as can be, for some have to stay small. */
export const signed = (name, text) => `${text.trimEnd()}${name.endsWith('.css') ? `/*${version}*/` : `//${version}`}\n`;

/** A page with its version in the head. */
export const signedPage = (text) =>
  text.includes(`Mantelwijzer ${version}`) ? text : text.replace('<meta charset="utf-8">', `$&<meta name="generator" content="Mantelwijzer ${version}">`);

/** Adds a custom section `version` to a Wasm. */
export function signWasm(path) {
  const [name, value] = ['version', version].map((text) => Buffer.from(text));
  appendFileSync(path, Buffer.from([0, 1 + name.length + value.length, name.length, ...name, ...value]));
}
