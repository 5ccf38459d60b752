// The page on which loading is timed: reading and checking a bundle, beside `JSON.parse` of the same texts.
import init, { load } from 'mantelwijzer-bench-wasm';

const get = async (path) => (await fetch(path)).text();

window.measure = async ({ today, rounds }) => {
  await init();
  const [bundle, places] = await Promise.all(['bundle.json', 'places.json'].map(get));
  const turns = { ours: () => load(bundle, places, today).free(), 'JSON.parse': () => (JSON.parse(bundle), JSON.parse(places)) };
  const times = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(turns)) {
      const start = performance.now();
      run();
      (times[name] ??= []).push(performance.now() - start);
    }
  }
  return { times };
};
