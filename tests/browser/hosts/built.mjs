// The examples that are built before they can be served: React by esbuild, Yew by cargo and wasm-bindgen.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { examples } from './site.mjs';

/** React in its outspoken mode: what it complains about lands on the console, and the test sees it. */
export const react = (outfile) =>
  build({
    entryPoints: [join(examples, 'react/main.jsx')],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'warning',
    outfile,
  });

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mantelwijzer/tools/bin');

/** As `.ci/build` does it: the same compiler, the same wasm-bindgen. */
export function yew(folder) {
  const mark = 'target/wasm-toolchain';
  const toolchain = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : 'default';
  const target = resolve(process.env.CARGO_TARGET_DIR ?? 'target');
  // Nobody debugs it: without that it is built sooner.
  const env = { ...process.env, CARGO_PROFILE_DEV_DEBUG: '0', CARGO_TARGET_DIR: target, PATH: `${cache}${delimiter}${process.env.PATH}` };
  if (toolchain !== 'default') env.RUSTUP_TOOLCHAIN = toolchain;
  const run = (program, ...words) => {
    try {
      execFileSync(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (problem) {
      throw new Error(`${program} failed (.ci/setup widget installs it): ${problem.stderr ?? problem.message}`);
    }
  };
  const wanted = ['--target', 'wasm32-unknown-unknown', '--example', 'yew-host', '--no-default-features', '--features', 'app'];
  run('cargo', 'build', '--quiet', '--locked', ...wanted);
  const made = join(target, 'wasm32-unknown-unknown/debug/examples/yew-host.wasm');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', folder, made);
}
