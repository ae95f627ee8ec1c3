import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wantedStock, type Stock } from '../../../src/sandbox/pool/stock.ts';

const rules = { places: 2, spares: 8, forgetMs: 1000 };
const nothing = { size: 1, ready: 0, starting: 0, leased: 0, waiting: 0 };
const learner = (kind: string, wantedAt: number, more: Partial<Stock> = {}): Stock => ({
  kind,
  use: 'once',
  ...nothing,
  wantedAt,
  ...more,
});
const runner = (kind: string, wantedAt: number, leased = 0): Stock => ({
  ...learner(kind, wantedAt),
  use: 'lasting',
  leased,
});
const wanted = (stocks: Stock[], more: Partial<typeof rules> = {}, now = 1000) =>
  Object.fromEntries(wantedStock(stocks, { ...rules, ...more }, now));

describe('what is kept ready', () => {
  test('is one container for each place and one more, of a kind that serves one run', () => {
    expect(wanted([learner('a', 900)])).toEqual({ a: 3 });
  });

  test('is one runner for each place, those at work included', () => {
    expect(wanted([runner('r', 900)])).toEqual({ r: 2 });
    expect(wanted([runner('r', 900, 1)])).toEqual({ r: 1 });
    expect(wanted([runner('r', 900, 2)])).toEqual({ r: 0 });
  });

  test('has one of each kind before it has two of any, the latest wanted first', () => {
    const kinds = ['a', 'b', 'c'].map((kind, at) => learner(kind, 900 + at));
    expect(wanted(kinds, { spares: 4 })).toEqual({ a: 1, b: 1, c: 2 });
    expect(wanted(kinds, { spares: 2 })).toEqual({ a: 0, b: 1, c: 1 });
  });

  test('is one of what is used seldom, when the others have one', () => {
    const analyst = { ...learner('analyst', 999), use: 'seldom' as const };
    expect(wanted([analyst, learner('a', 900)])).toEqual({ analyst: 1, a: 3 });
    expect(wanted([analyst, learner('a', 900)], { spares: 1 })).toEqual({ analyst: 0, a: 1 });
  });

  test('is what there is room for: a large one takes the room of several', () => {
    const analyst = { ...runner('style', 999), size: 6 };
    expect(wanted([analyst, learner('a', 900)])).toEqual({ style: 1, a: 2 });
    expect(wanted([analyst, learner('a', 900)], { spares: 5 })).toEqual({ style: 0, a: 3 });
  });

  test('is nothing of what nobody has wanted for long, and nothing at all where nothing may wait', () => {
    expect(wanted([learner('a', 900), learner('b', 100)], {}, 1500)).toEqual({ a: 3, b: 0 });
    expect(wanted([learner('a', 900)], { spares: 0 })).toEqual({ a: 0 });
  });

  test('is never more than may wait, nor more of a kind than could be used', () => {
    const stock = fc.record({
      use: fc.constantFrom('lasting' as const, 'once' as const, 'seldom' as const),
      wantedAt: fc.integer({ min: 0, max: 2000 }),
      leased: fc.nat(4),
      size: fc.integer({ min: 1, max: 6 }),
    });
    const rule = fc.record({ places: fc.integer({ min: 1, max: 8 }), spares: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(stock, { maxLength: 12 }), rule, (made, { places, spares }) => {
        const stocks = made.map((each, at) => ({ ...nothing, ...each, kind: `k${at}` }));
        const counted = wantedStock(stocks, { places, spares, forgetMs: 1000 }, 2000);
        const counts = [...counted.values()];
        const room = stocks.reduce((sum, { kind, size }) => sum + size * (counted.get(kind) ?? 0), 0);
        expect(room).toBeLessThanOrEqual(spares);
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(places + 1);
      }),
    );
  });
});
