import { expect, test } from 'vitest';
import { appeal } from '../../../src/intake/commands/handlers/appeal.ts';
import { requestReview } from '../../../src/intake/commands/handlers/request-review.ts';
import { approve, requestChanges } from '../../../src/intake/commands/handlers/verdict.ts';
import type { Call } from '../../../src/intake/commands/call.ts';
import { pullRequest } from '../pulls.ts';

/** What a re-check comes to is no matter of anybody's say: where something were asked or kept, this would throw. */
const nothing = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`${String(name)} was used`);
    },
  },
) as never;
const state = pullRequest({ recheck: 3, byApp: true });
const call: Call = {
  pull: state.pull,
  comment: { id: 1, by: { id: 8, login: 'grace', type: 'User' }, body: '', createdAt: 0 },
  state,
  whose: new Set(['learner', 'staff']),
  deliveryId: 'd',
  place: 1,
};
const deps = { appeals: nothing, signOffs: nothing, reader: nothing, roster: nothing, peerWork: nothing };

test('there is nothing to ask a person or peers for, and nothing to decide, and that is said', async () => {
  expect(await appeal(deps)({ name: 'appeal', why: 'It is right.' }, call)).toEqual({
    done: false,
    replies: [{ kind: 'no-appeal', because: 'recheck' }],
  });
  const refused = { done: false, replies: [{ kind: 'refused', refusal: 'recheck' }] };
  expect(await approve(deps)({ name: 'approve', why: null }, call)).toEqual(refused);
  expect(await requestChanges(deps)({ name: 'request-changes', why: 'Because.' }, call)).toEqual(refused);
  expect(await requestReview(deps)({ name: 'request-review' }, call)).toEqual({
    done: false,
    replies: [{ kind: 'no-peers', because: 'recheck' }],
  });
});
