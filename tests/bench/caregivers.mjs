// Random caregivers who can answer every question, and what is then known of them.
import { random } from './random.mjs';
import { around, municipalities, question, questions } from './real.mjs';

/** What a caregiver tells, as in an answers file. Most live near the one they care for and want a few things. */
export function caregiver(seed) {
  const chance = random(1_000_003 * (seed + 1));
  const told = Object.fromEntries(questions.map((asked) => [asked.id, answer(asked, chance)]));
  if (chance.chance(80)) told['recipient-place'] = told['carer-place'];
  const needs = question.get('needs').options.map(({ id }) => id);
  const dice = chance.below(10);
  told.needs = dice === 0 ? [] : chance.some(needs, 1, dice === 1 ? needs.length : 4);
  return told;
}

function answer({ kind, options }, chance) {
  if (kind === 'place') return chance.pick(municipalities).id;
  if (kind !== 'multi') return chance.pick(options).id;
  const chosen = chance.some(options.filter(({ alone }) => !alone).map(({ id }) => id), 0, 2);
  const none = options.find(({ alone }) => alone);
  return chosen.length === 0 && none ? [none.id] : chosen;
}

/** The same for the peers: a number for an age, and for a place every region it lies in. */
export const facts = (told) =>
  Object.fromEntries(
    Object.entries(told).map(([id, given]) => {
      const { kind, options } = question.get(id);
      if (kind === 'place') return [id, around(given)];
      if (kind === 'range') return [id, options.find((option) => option.id === given).from];
      return [id, given];
    }),
  );
