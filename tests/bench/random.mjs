// Numbers that look random and are the same on every run: mulberry32.

/** A source of them. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const pick = (from) => from[below(from.length)];
  return {
    below,
    pick,
    /** True in so many of a hundred cases. */
    chance: (percent) => below(100) < percent,
    /** From so many to so many different things, in their own order. */
    some(from, least, most) {
      const places = new Set();
      for (let left = least + below(Math.min(most, from.length) + 1 - least); places.size < left; ) places.add(below(from.length));
      return from.filter((_, place) => places.has(place));
    },
  };
}
