// The catalogue as partners wrote it, for whoever varies, translates or answers it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const folder = 'catalogue';
const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

export const questions = read('questionnaire.json').questions;
export const question = new Map(questions.map((one) => [one.id, one]));

const places = read('regions.json');
export const regions = [...places.regions, ...places.municipalities];
export const municipalities = places.municipalities;

const byId = new Map(regions.flatMap((region) => [...(region.replaces ?? []), region.id].map((id) => [id, region])));

/** The region with this id, or the one that replaced it. */
export const region = (id) => byId.get(id);

/** A region and all that lie around it, nearest first. */
export const around = (id) => (id ? [region(id).id, ...around(region(id).in)] : []);

/** Every offer of a catalogue's folder. */
export const offersOf = (folder) =>
  readdirSync(join(folder, 'partners'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, 'partners', name), 'utf8')).offers);

/** The answers of every scenario: ours, and those of the contract where they are at hand. */
export function scenarios() {
  const shared = join(process.env.MANTELWIJZER_SHARED ?? '../shared', 'contract/scenarios');
  return [join(folder, 'personas'), shared].flatMap((at) => {
    try {
      return readdirSync(at).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(at, name), 'utf8')).answers);
    } catch {
      return []; // a clone by itself has no shared folder
    }
  });
}
