// The table of the bench: what is measured, what it must be, and beside what. Each row gives its lines (the figures of each
// contender), and the values that the bar is about.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { before, firstQuestion } from './entrance.mjs';
import { brotli, mean, median, number, percentile, quartiles } from './figures.mjs';
import { screensOf } from './publicodes.mjs';
import { screens } from './screens.mjs';
import { caregivers, catalogue, everybody, logic, people, surveyAlone, today } from './site.mjs';
import { loading, matching } from './wasm.mjs';

const read = (path) => readFileSync(path);
const native = (name, ...paths) => JSON.parse(execFileSync(`target/bench/native/${name}`, paths, { maxBuffer: 1e9 }));

/** A contender's times, or other numbers. `ratio` is to ours. */
const line = (name, list, unit, ours) => {
  const [low, high] = quartiles(list);
  const ratio = ours && ours !== list && { ratio: median(list) / median(ours) };
  return { name, unit, median: median(list), low, high, p95: percentile(list, 95), mean: mean(list), count: list.length, ...ratio };
};
const one = (name, value, unit, ours) => ({ name, unit, median: value, ...(ours && { ratio: value / ours }) });

/** A bar that is met or not: what it is about, the value, the most or the least it may be. */
const atMost = (of, value, most, unit = '') => ({ of, value, unit, most, isMet: value <= most });
const atLeast = (of, value, least, unit = '') => ({ of, value, unit, least, isMet: value >= least });

const same = ({ compared, unknown, different }) => [
  atMost('other verdicts than a peer', different.length, 0),
  { of: `verdicts compared (${number(unknown)} more hang on a number inside an answer)`, value: compared, unit: '', least: 1, isMet: compared > 0 },
];

async function size() {
  const { files } = JSON.parse(read('dist/manifest.json'));
  const own = ['mantel-wijzer.js', 'mantel-wijzer_app.js', 'mantel-wijzer_bg.wasm'];
  const ours = files.filter(({ path }) => own.includes(path)).reduce((sum, file) => sum + file.brotli, 0);
  const peers = 'tests/bench/node_modules';
  const published = ['survey-core/survey.core.min.js', 'survey-js-ui/survey-js-ui.min.js', 'survey-core/survey-core.min.css'];
  const sizes = (paths) => paths.reduce((sum, path) => sum + brotli(read(path)), 0);
  const glue = transformSync(read('target/bench/hello/hello.js').toString(), { minify: true, format: 'esm' }).code;
  return {
    lines: [
      one('Mantelwijzer', ours / 1000, 'KB'),
      one('SurveyJS, as published', sizes(published.map((path) => `${peers}/${path}`)) / 1000, 'KB', ours / 1000),
      one('SurveyJS, bundled by esbuild', sizes(await surveyAlone()) / 1000, 'KB', ours / 1000),
      one('floor: Yew hello world with serde_json', (brotli(Buffer.from(glue)) + brotli(read('target/bench/hello/hello_bg.wasm'))) / 1000, 'KB', ours / 1000),
    ],
    bars: [atMost('Wasm + JS + CSS', ours / 1000, 100, 'KB')],
  };
}

async function quiet() {
  const seen = await before({ rounds: 5 });
  const names = { near: 'the tag in sight', far: 'the tag below the fold', host: 'the host page without the tag' };
  const lines = Object.entries(names).flatMap(([page, name]) => [
    line(`${name}: bytes`, seen[page].map(({ bytes }) => bytes / 1000), 'KB'),
    line(`${name}: longest task`, seen[page].map(({ longest }) => longest), 'ms'),
    line(`${name}: layout shift`, seen[page].map(({ shift }) => shift), ''),
  ]);
  const bars = ['near', 'far'].flatMap((page) => [
    atMost(`${names[page]}: bytes`, median(seen[page].map(({ bytes }) => bytes / 1000)), 8, 'KB'),
    atMost(`${names[page]}: long tasks`, median(seen[page].map(({ tasks }) => tasks)), median(seen.host.map(({ tasks }) => tasks))),
    atMost(`${names[page]}: layout shift`, Math.max(...seen[page].map(({ shift }) => shift)), 0),
  ]);
  return { lines, bars };
}

async function first() {
  const { near, survey, intro } = await firstQuestion({ rounds: 7 });
  return {
    lines: [line('Mantelwijzer', near, 'ms'), line('SurveyJS', survey, 'ms', near), line('Mantelwijzer, its first screen', intro, 'ms', near)],
    bars: [atMost('share of the time of SurveyJS', median(near) / median(survey), 0.5)],
  };
}

async function painted() {
  const times = await screens({ caregivers: 5 });
  const names = { large: 'Mantelwijzer, 2,000 offers', survey: 'SurveyJS, no offers', 'survey-large': 'SurveyJS, 2,000 offers on its last page' };
  const kinds = { screens: 'next screen', choices: 'a choice on the screen', results: 'the results' };
  const lines = Object.entries(kinds).flatMap(([kind, what]) =>
    Object.entries(names).flatMap(([name, who]) => {
      const list = times[name][kind] ?? [];
      return list.length > 0 ? [line(`${what}: ${who}`, list, 'ms', times.large[kind])] : [];
    }),
  );
  return { lines, bars: [atMost('95th percentile, next screen', percentile(times.large.screens, 95), 50, 'ms')] };
}

async function inBrowser() {
  const found = await matching({ caregivers: 10, rounds: 2 });
  const { times } = found;
  const names = ['ours', 'ours, rules alone', 'json-logic-js', 'json-rules-engine'];
  // The peers only work out rules. Ranking comes on top of that for us: both are shown.
  const faster = (own, peer) => atLeast(`${own}: times faster than ${peer}`, median(times[peer]) / median(times[own]), 20);
  const pairs = ['ours', 'ours, rules alone'].flatMap((own) => ['json-logic-js', 'json-rules-engine'].map((peer) => faster(own, peer)));
  return { lines: names.map((name) => line(name, times[name], 'ms', times.ours)), bars: [...pairs, ...same(found)] };
}

async function natively() {
  const found = native('matching', catalogue(10_000), logic(10_000), caregivers(50));
  const { times } = found;
  const names = ['ours', 'ours, rules alone', 'datalogic-rs'];
  const faster = atLeast('times faster than datalogic-rs', median(times['datalogic-rs']) / median(times.ours), 3);
  return { lines: names.map((name) => line(name, times[name], 'ms', times.ours)), bars: [faster, ...same(found)] };
}

async function growth() {
  const sizes = [1_000, 10_000, 100_000];
  const found = sizes.map((offers) => native('growth', catalogue(offers), caregivers(20)));
  const kinds = { loading: ['loading', 'ms'], matching: ['matching', 'ms'], interviews: ['a whole interview', 'ms'], kept: ['memory kept', 'bytes'], working: ['memory while matching', 'bytes'] };
  const cost = (at, kind) => median([found[at][kind]].flat());
  const times = (at, kind) => cost(at, kind) / cost(0, kind) / (sizes[at] / sizes[0]);
  const lines = Object.entries(kinds).flatMap(([kind, [name, unit]]) =>
    sizes.map((offers, at) => ({ ...line(`${name}, ${number(offers)} offers`, [found[at][kind]].flat(), unit), ratio: times(at, kind) })),
  );
  const bars = Object.entries(kinds).map(([kind, [name]]) => atMost(`times linear: ${name}`, times(2, kind), 1.15));
  return { lines, bars, ratio: 'times linear' };
}

async function bundles() {
  const { first, again } = await loading({ pages: 7, rounds: 15 });
  const lines = [
    line('ours: read and checked', first.ours, 'ms'),
    line('JSON.parse of the same files', first['JSON.parse'], 'ms', first.ours),
    line('ours, when the code is warm', again.ours, 'ms', first.ours),
    line('JSON.parse, the same', again['JSON.parse'], 'ms', first.ours),
  ];
  return { lines, bars: [atMost('median', median(first.ours), 60, 'ms')] };
}

const SAMPLE = 30;

async function questions() {
  const { path, scenarios } = everybody(1_000);
  const { of, screens, different } = native('questions', 'catalogue', path);
  const share = (list) => list.map((count) => (100 * count) / of);
  const random = screens.slice(0, -scenarios);
  const theirs = screensOf(people(SAMPLE), today);
  return {
    lines: [
      line('1,000 random caregivers: share of all screens', share(random), '%'),
      line(`${scenarios} scenarios`, share(screens.slice(-scenarios)), '%'),
      line(`the first ${SAMPLE} of those caregivers`, share(random.slice(0, SAMPLE)), '%'),
      line(`the same ${SAMPLE} in the order of publicodes`, share(theirs), '%', share(random.slice(0, SAMPLE))),
      one('the full interview', 100, '%'),
    ],
    bars: [
      atMost(`mean of all ${number(screens.length)} people, of ${of} screens`, mean(share(screens)), 50, '%'),
      atMost('people whose result differs from the full interview', different.length, 0),
      atMost(`mean of ${SAMPLE}, against ${number(mean(share(theirs)))} % by publicodes`, mean(share(random.slice(0, SAMPLE))), mean(share(theirs)), '%'),
    ],
  };
}

const slow = 'processor 4 times slower';
const train = `${slow}, 1.6 Mbit/s, 150 ms`;

/** In the order of the table. */
export const rows = [
  { id: 'size', what: 'Wasm + JS + CSS, Brotli 11', measure: size },
  { id: 'quiet', what: `before the visitor acts (${train})`, measure: quiet },
  { id: 'first', what: `first question usable (${train})`, measure: first },
  { id: 'screens', what: `answer to next screen painted, 2,000 offers (${slow})`, measure: painted },
  { id: 'matching', what: 'matching 10,000 offers for one caregiver, in the browser', measure: inBrowser },
  { id: 'native', what: 'the same, native', measure: natively },
  { id: 'growth', what: 'growth from 1,000 to 100,000 offers', measure: growth },
  { id: 'loading', what: `loading and checking 2,000 offers in the browser (${slow})`, measure: bundles },
  { id: 'questions', what: 'questions asked', measure: questions },
];
