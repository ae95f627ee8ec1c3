import { describe, expect, test } from 'vitest';
import { planPeers, type PeerSituation } from '../../../src/review/peers/plan.ts';
import type { PeerRequest, RequestState } from '../../../src/review/peers/request.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-02T09:00:00Z');

const request = (id: number, state: RequestState, more: Partial<PeerRequest> = {}): PeerRequest => ({
  id,
  peer: id + 10,
  round: 1,
  state,
  askedAt: now - hour,
  ...more,
});
const plan = (requests: PeerRequest[], more: Partial<PeerSituation> = {}) =>
  planPeers({
    wanted: 2,
    work: 'ready',
    notYetAt: null,
    requests,
    mayStill: () => 'yes',
    again: false,
    ...more,
  });
const nothing = { withdraw: [], replace: [], renew: [], ask: 0, round: 1 };

describe('what becomes of requests to peers', () => {
  test('as many are asked as the rubric wants', () => {
    expect(plan([])).toEqual({ ...nothing, ask: 2 });
    expect(plan([request(1, 'open')])).toEqual({ ...nothing, ask: 1 });
    expect(plan([request(1, 'planned'), request(2, 'answered')])).toEqual(nothing);
    expect(plan([], { wanted: 0 })).toEqual(nothing);
  });

  test('nothing happens while the work is not ready; requests stay open', () => {
    expect(plan([], { work: 'not-ready' })).toEqual(nothing);
    const late = { mayStill: () => 'late' as const, work: 'not-ready' as const };
    expect(plan([request(1, 'open')], late)).toEqual(nothing);
  });

  test('who has not answered in time is replaced', () => {
    const requests = [request(1, 'open'), request(2, 'answered')];
    expect(plan(requests)).toEqual(nothing);
    expect(plan(requests, { mayStill: () => 'late' })).toEqual({ ...nothing, replace: [1], ask: 1 });
  });

  test('who goes on leave is replaced at once, who had a hand in the work is not to review it', () => {
    expect(
      plan([request(1, 'open'), request(2, 'open')], { mayStill: ({ id }) => (id === 1 ? 'away' : 'yes') }),
    ).toEqual({ ...nothing, replace: [1], ask: 1 });
    const involved = { mayStill: () => 'involved' as const };
    expect(plan([request(1, 'open'), request(2, 'answered')], involved)).toEqual({
      ...nothing,
      withdraw: [1],
      ask: 1,
    });
    expect(plan([request(1, 'open')], { ...involved, work: 'not-ready' })).toEqual({
      ...nothing,
      withdraw: [1],
    });
  });

  test('who cannot be asked there makes room for another', () => {
    expect(plan([request(1, 'refused'), request(2, 'open')])).toEqual({ ...nothing, ask: 1 });
  });

  test('after staff said ‘not yet’ those who have not answered are asked again, and nobody else', () => {
    const requests = [request(1, 'answered'), request(2, 'open', { askedAt: now - 60 * hour })];
    expect(plan(requests, { notYetAt: now - 2 * hour })).toEqual({ ...nothing, renew: [2] });
    // Once: from then on the time runs as at first.
    expect(plan([request(1, 'answered'), request(2, 'open')], { notYetAt: now - 2 * hour })).toEqual(nothing);
    expect(plan([request(1, 'answered'), request(2, 'answered')], { notYetAt: now - 2 * hour })).toEqual(
      nothing,
    );
  });

  test('another round has to be asked for, and waits for nobody who is looking', () => {
    const answered = [request(1, 'answered'), request(2, 'answered')];
    expect(plan(answered, { again: true })).toEqual({ ...nothing, ask: 2, round: 2 });
    expect(plan([request(1, 'answered'), request(2, 'open')], { again: true })).toEqual(nothing);
    expect(plan([], { again: true })).toEqual({ ...nothing, ask: 2 });
    const second = [...answered, request(3, 'open', { round: 2 })];
    expect(plan(second)).toEqual({ ...nothing, ask: 1, round: 2 });
  });

  test('not more than three are asked for a place', () => {
    const replaced = [1, 2, 3, 4, 5].map((id) => request(id, 'replaced'));
    expect(plan(replaced)).toEqual({ ...nothing, ask: 1 });
    expect(plan([...replaced, request(6, 'replaced')])).toEqual(nothing);
  });

  test('when it is over, nobody has to look any more', () => {
    const requests = [request(1, 'open'), request(2, 'planned'), request(3, 'answered')];
    expect(plan(requests, { work: 'over' })).toEqual({ ...nothing, withdraw: [1, 2] });
  });
});
