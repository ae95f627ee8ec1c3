import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePeers, OPEN_AT_MOST, RECENT_MS, RECIPROCAL_SHARE } from '../../../src/review/peers/choose.ts';
import type { PastRequest } from '../../../src/review/peers/request.ts';

const DAY = 24 * 60 * 60 * 1_000;
const now = Date.parse('2026-03-02T09:00:00Z');
const [ada, bo, chidi, dana] = [1, 2, 3, 4] as const;

const asked = (peer: number, author: number, more: Partial<PastRequest> = {}): PastRequest => ({
  pull: 900 + author,
  round: 1,
  author,
  peer,
  state: 'answered',
  askedAt: now - 10 * DAY,
  ...more,
});
const choose = (candidates: number[], past: PastRequest[], count = 1) =>
  choosePeers({ pull: 1, round: 1, author: ada, count, now }, candidates, past);

describe('whom to ask', () => {
  test('first who has the fewest open requests', () => {
    const past = [asked(bo, dana, { state: 'open' }), asked(chidi, dana), asked(chidi, 7)];
    expect(choose([bo, chidi], past)).toEqual([chidi]);
    expect(choose([bo, chidi], past, 2)).toEqual([chidi, bo]);
  });

  test('then who was asked least lately; what is long ago does not count', () => {
    const long = now - RECENT_MS - DAY;
    const past = [asked(bo, dana), asked(chidi, dana, { askedAt: long }), asked(chidi, 7, { askedAt: long })];
    expect(choose([bo, chidi], past)).toEqual([chidi]);
  });

  test('then as good as by lot, the same each time', () => {
    const candidates = [11, 12, 13, 14, 15];
    expect(choose(candidates, [], 2)).toEqual(choose(candidates.toReversed(), [], 2));
    const firsts = Array.from(
      { length: 50 },
      (_, pull) => choosePeers({ pull, round: 1, author: ada, count: 1, now }, candidates, [])[0],
    );
    expect(new Set(firsts)).toEqual(new Set(candidates));
  });

  test('nobody who was asked for the same pull request, whatever came of it', () => {
    for (const state of ['open', 'answered', 'replaced', 'withdrawn', 'refused'] as const)
      expect(choose([bo], [asked(bo, ada, { pull: 1, state })])).toEqual([]);
  });

  test('nobody who was asked for the author’s work the last time, but who was before that', () => {
    const last = asked(bo, ada, { pull: 8 });
    expect(choose([bo, chidi], [last])).toEqual([chidi]);
    expect(choose([bo], [last])).toEqual([]);
    expect(choose([bo], [last, asked(chidi, ada, { pull: 9, askedAt: now - DAY })])).toEqual([bo]);
    // Who did not answer has not reviewed anything.
    expect(choose([bo], [{ ...last, state: 'replaced' }])).toEqual([bo]);
  });

  test('nobody who has enough to look at', () => {
    const open = (count: number) =>
      Array.from({ length: count }, (_, at) => asked(bo, 70 + at, { state: 'open' }));
    expect(choose([bo], open(OPEN_AT_MOST - 1))).toEqual([bo]);
    expect(choose([bo], open(OPEN_AT_MOST))).toEqual([]);
  });

  test('one in four at most whose work the author has reviewed', () => {
    const reviewed = asked(ada, bo);
    expect(choose([bo], [reviewed])).toEqual([]);
    const others = [chidi, dana, 7].map((peer, at) => asked(peer, ada, { pull: 50 + at }));
    expect(choose([bo], [reviewed, ...others.slice(1)])).toEqual([]);
    expect(choose([bo], [reviewed, ...others])).toEqual([bo]);
  });

  test('is spread fairly over many rounds, without a pair twice in a row or too many that review each other', () => {
    const school = fc.record({
      people: fc.integer({ min: 6, max: 14 }),
      wanted: fc.integer({ min: 1, max: 3 }),
      seed: fc.integer({ min: 0, max: 1e6 }),
      answers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 20 }),
    });
    fc.assert(
      fc.property(school, ({ people, wanted, seed, answers }) => {
        const everybody = Array.from({ length: people }, (_, at) => at + 1);
        const past: PastRequest[] = [];
        const lastOf = new Map<number, number[]>();
        for (let round = 0; round < 12 * people; round += 1) {
          const at = now + round * 60_000;
          const author = everybody[(round * 7 + seed) % people] ?? 1;
          const candidates = everybody.filter((id) => id !== author);
          const chosen = choosePeers(
            { pull: 1000 + round, round: 1, author, count: wanted, now: at },
            candidates,
            past,
          );
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.length).toBeLessThanOrEqual(wanted);
          expect(chosen).not.toContain(author);
          for (const peer of lastOf.get(author) ?? []) expect(chosen).not.toContain(peer);
          const reviewed = new Set(past.filter((each) => each.peer === author).map((each) => each.author));
          const got = [...past.filter((each) => each.author === author).map(({ peer }) => peer), ...chosen];
          const before = got.length - chosen.length;
          chosen.forEach((peer, index) => {
            if (!reviewed.has(peer)) return;
            const upTo = got.slice(0, before + index + 1);
            const share = upTo.filter((id) => reviewed.has(id)).length / upTo.length;
            expect(share).toBeLessThanOrEqual(RECIPROCAL_SHARE);
          });
          for (const peer of chosen)
            past.push(asked(peer, author, { pull: 1000 + round, askedAt: at, state: 'open' }));
          if (chosen.length > 0) lastOf.set(author, chosen);
          // Some answer at once, some later; in the end everybody does.
          const late = answers[round % answers.length] ?? 0;
          past.forEach((each, index) => {
            if (each.state === 'open' && index <= past.length - 1 - late) each.state = 'answered';
          });
          const open = everybody.map(
            (id) => past.filter(({ peer, state }) => peer === id && state === 'open').length,
          );
          expect(Math.max(...open)).toBeLessThanOrEqual(OPEN_AT_MOST);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('gives each of those who may review anybody’s work as much of it as the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 14 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 9 }),
        (reviewers, wanted, authors) => {
          const candidates = Array.from({ length: reviewers }, (_, at) => at + 1);
          const past: PastRequest[] = [];
          for (let round = 0; round < 60; round += 1) {
            const author = 500 + (round % authors);
            const wish = { pull: 1000 + round, round: 1, author, count: wanted, now: now + round };
            const chosen = choosePeers(wish, candidates, past);
            expect(chosen).toHaveLength(wanted);
            for (const peer of chosen)
              past.push(asked(peer, author, { pull: 1000 + round, askedAt: now + round }));
            const loads = candidates.map((id) => past.filter(({ peer }) => peer === id).length);
            // A pair that would come twice in a row puts somebody off to one of the next turns.
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(wanted + 1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
