// What is measured, made ready under target/bench/: catalogues and their bundles, rules in the peers' words, and a site with
// a page for each contender, every file with its Brotli copy.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { list, packed } from '../../.ci/files.mjs';
import { caregiver, facts } from './caregivers.mjs';
import { write as writeCatalogue } from './offers.mjs';
import { folder as real, offersOf, scenarios } from './real.mjs';
import { conditions, jsonLogic, whole } from './rules.mjs';
import { lying, survey } from './survey.mjs';

export const made = 'target/bench/made';
export const site = join(made, 'site');
export const today = new Date().toISOString().slice(0, 10);
const json = (path, value) => writeFileSync(path, JSON.stringify(value));

/** A catalogue's folder of so many offers. */
export function catalogue(offers) {
  const folder = join(made, String(offers), 'catalogue');
  if (!existsSync(folder)) writeCatalogue(offers, folder);
  return folder;
}

/** Its bundle in Dutch and its places, as the `catalogue` command publishes them. */
function bundle(offers) {
  const out = join(made, String(offers), 'bundle');
  const words = ['.ci/catalogue', '--catalogue', catalogue(offers), 'bundle', '--out', out, '--today', today];
  execFileSync('bash', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  return { bundle: join(out, 'nl-BE.json'), places: join(out, 'places.json') };
}

/** A file with so many random caregivers: what they tell, and what the peers know of them. */
export function caregivers(count) {
  const path = join(made, `caregivers-${count}.json`);
  json(path, people(count));
  return path;
}
export const people = (count) => Array.from({ length: count }, (_, seed) => person(caregiver(seed)));
const person = (told) => ({ told, facts: facts(told) });

/** A file with random caregivers, and the people of all scenarios: how many, and where. */
export function everybody(count) {
  const path = join(made, 'everybody.json');
  const known = scenarios().map((told) => ({ told }));
  json(path, [...people(count), ...known]);
  return { path, scenarios: known.length };
}

/** A file with the rule of each offer in JsonLogic, by its id. */
export function logic(offers) {
  const path = join(made, String(offers), 'logic.json');
  json(path, Object.fromEntries(offersOf(catalogue(offers)).map((offer) => [offer.id, jsonLogic(whole(offer, today))])));
  return path;
}

async function script(entry, define = {}, into = site) {
  const values = Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]));
  const out = join(into, entry.split('/').at(-1));
  const wasm = resolve('target/bench/browser/mantelwijzer_bench.js');
  const alias = { 'mantelwijzer-bench-wasm': wasm };
  await build({ entryPoints: [entry], outfile: out, bundle: true, minify: true, format: 'esm', target: 'chrome111', legalComments: 'none', define: values, alias });
}

/** SurveyJS alone, bundled by what a page uses of it: for its size. */
export async function surveyAlone() {
  const out = join(made, 'survey-alone');
  mkdirSync(out, { recursive: true });
  await script('tests/bench/pages/survey.js', { FORM: { survey: {} } }, out);
  return ['survey.js', 'survey.css'].map((name) => join(out, name));
}

/** The demo page with something else, or nothing, where the tag is. */
function page(tag, head) {
  const html = readFileSync('dist/index.html', 'utf8');
  return html
    .replace(/^.*<script type="module".*\n/m, head ? `    ${head}\n` : '')
    .replace(/<mantel-wijzer[\s\S]*<\/mantel-wijzer>/, (whole) => (typeof tag === 'function' ? tag(whole) : tag));
}

const module = (path) => `<script type="module" src="${path}"></script>`;
const own = (attributes) => (tag) => tag.replace('<mantel-wijzer ', `<mantel-wijzer ${attributes} `);

/** The pages: `host` without the tag, `near`, `far` below the fold, `large` with 2,000 offers, and both again in SurveyJS. */
export async function pages() {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  cpSync('dist', site, { recursive: true, filter: (path) => !/dist\/(hulp|npm|deploy|werkbank)/.test(path) });
  const write = (name, text) => writeFileSync(join(site, name), text);
  write('host.html', page('', ''));
  write('near.html', page((tag) => tag, module('mantel-wijzer.js')));
  write('far.html', page((tag) => `<div class="far"></div>${tag}`, `<link rel="stylesheet" href="far.css">${module('mantel-wijzer.js')}`));
  write('far.css', '.far { block-size: 400vh }');
  write('large.html', page(own('catalogue="large/bundle.json"'), module('mantel-wijzer.js')));
  const form = (name) => page('<div id="survey"></div>', `<link rel="stylesheet" href="${name}/survey.css">${module(`${name}/survey.js`)}`);
  write('survey.html', form('survey'));
  write('survey-large.html', form('survey-large'));

  const offers = offersOf(real);
  await script('tests/bench/pages/survey.js', { FORM: { survey: survey(offers, today) } }, join(site, 'survey'));
  const many = survey(offersOf(catalogue(2_000)), today, { withOffers: true });
  await script('tests/bench/pages/survey.js', { FORM: { survey: many, around: lying() } }, join(site, 'survey-large'));
  place('large', bundle(2_000));
  await compress();
}

/** The page on which matching is timed, and that on which loading is. */
export async function workbenches() {
  const large = bundle(10_000);
  place('matching', large);
  const rules = offersOf(catalogue(10_000)).map((offer) => [offer.id, whole(offer, today)]);
  json(join(site, 'matching/rules.json'), rules.map(([id, rule]) => ({ id, logic: jsonLogic(rule), conditions: conditions(rule) })));
  place('loading', bundle(2_000));
  for (const name of ['matching', 'loading']) {
    await script(`tests/bench/pages/${name}.js`, {}, join(site, name));
    cpSync('target/bench/browser/mantelwijzer_bench_bg.wasm', join(site, name, 'mantelwijzer_bench_bg.wasm'));
    writeFileSync(join(site, name, 'index.html'), `<!doctype html><meta charset="utf-8"><title>${name}</title>${module(`${name}.js`)}`);
  }
}

function place(name, { bundle, places }) {
  mkdirSync(join(site, name), { recursive: true });
  cpSync(bundle, join(site, name, 'bundle.json'));
  cpSync(places, join(site, name, 'places.json'));
}

async function compress() {
  for (const path of list(site)) if (!existsSync(join(site, `${path}.br`))) await packed(site, path, 11);
}
