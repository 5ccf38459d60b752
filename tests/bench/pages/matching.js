// The page on which matching is timed: our library as Wasm beside json-logic-js and json-rules-engine.
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import init, { load } from 'mantelwijzer-bench-wasm';

const get = async (path) => (await fetch(path)).text();
/** Milliseconds of one run: as many runs as the browser's coarse clock needs. */
async function timed(run) {
  for (let runs = 1; ; runs *= 2) {
    const start = performance.now();
    for (let count = 0; count < runs; count += 1) await run();
    const time = performance.now() - start;
    if (time > 20 || runs >= 64) return time / runs;
  }
}

window.measure = async ({ today, caregivers, rounds }) => {
  await init();
  const [bundle, places, rules] = await Promise.all(['bundle.json', 'places.json', 'rules.json'].map(get));
  const ours = load(bundle, places, today);
  const all = JSON.parse(rules);
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, conditions } of all) engine.addRule({ name: id, conditions, event: { type: id } });

  const times = {};
  const different = [];
  let compared = 0;
  let unknown = 0;
  for (const [number, { told, facts }] of caregivers.entries()) {
    const caregiver = ours.caregiver(JSON.stringify(told));
    const turns = {
      ours: () => ours.match_offers(caregiver),
      'ours, rules alone': () => ours.fitting(caregiver),
      'json-logic-js': () => all.filter(({ logic }) => jsonLogic.apply(logic, facts)).length,
      'json-rules-engine': () => engine.run(facts),
    };
    for (let round = 0; round < rounds; round += 1)
      for (const [name, run] of Object.entries(turns)) (times[name] ??= []).push(await timed(run));

    const signs = new Map(ours.verdicts(caregiver).trim().split('\n').map((line) => [line.slice(1), line[0]]));
    const { events } = await engine.run(facts);
    const met = new Set(events.map(({ type }) => type));
    for (const { id, logic } of all) {
      const sign = signs.get(id);
      if (sign === '?') unknown += 1;
      if (sign === '?') continue;
      compared += 1;
      for (const [peer, holds] of [['json-logic-js', Boolean(jsonLogic.apply(logic, facts))], ['json-rules-engine', met.has(id)]])
        if (holds !== (sign === '+')) different.push(`${peer}: ${id} for caregiver ${number}`);
    }
  }
  return { offers: all.length, times, compared, unknown, different: different.slice(0, 20) };
};
