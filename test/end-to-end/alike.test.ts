import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparedDay, differences, type ComparedDay } from './compared-day.ts';
import { touchstone } from '../cli/run.ts';

interface Queue {
  alike: { numbers: number[]; kind: string; projects: string[]; members: { learner: string }[] }[];
}

const PULLS = 9;

/** Works are compared after everybody was told what came of theirs; all pieces are real but GitHub. */
describe('works that are alike', () => {
  let on: ComparedDay;
  let off: ComparedDay;

  beforeAll(async () => {
    on = await comparedDay(PULLS, 'on');
    off = await comparedDay(PULLS, 'off');
  }, 600_000);
  afterAll(async () => {
    for (const each of [on, off]) {
      expect(each.day.standIn.violations.list).toEqual([]);
      await each.close();
    }
  });

  const queue = async ({ day }: ComparedDay): Promise<Queue> => {
    const { out } = await touchstone(['queue', '--format', 'json'], day.env);
    return JSON.parse(out) as Queue;
  };

  it('are shown to staff', async () => {
    const { alike } = await queue(on);
    const pairs = alike.filter(({ kind }) => kind === 'pair');
    expect(pairs.map(({ projects }) => projects.join())).toEqual(
      expect.arrayContaining(['shopping-basket', 'reading-list', 'expense-report']),
    );
    const [basket] = pairs.filter(({ projects }) => projects.includes('shopping-basket'));
    expect(basket?.members.map(({ learner }) => learner).toSorted()).toEqual([
      'learner0-shop',
      'learner2-shop',
    ]);
    expect((await queue(off)).alike).toEqual([]);
  });

  it('are never heard of on GitHub: it is asked and told the same, word for word', () => {
    expect(on.requests.length).toBeGreaterThan(PULLS * 5);
    expect(differences(on.requests, off.requests)).toEqual([]);
    const told = on.pulls.map((pull) => JSON.stringify(on.day.standIn.look(pull))).join();
    expect(told).not.toMatch(/worth a talk|much in common|rare elsewhere|put aside/i);
  });

  it('are nothing to others: what is exported of somebody names nobody else, and erasing them ends it', async () => {
    const { alike } = await queue(on);
    const learners = alike.flatMap(({ members }) => members.map(({ learner }) => learner));
    const erased = await touchstone(['erase', 'learner0-shop', '--yes'], on.day.env);
    expect(erased.code).toBe(0);
    expect(learners).toContain('learner0-shop');
    const left = await queue(on);
    expect(left.alike.flatMap(({ members }) => members.map(({ learner }) => learner))).not.toContain(
      'learner0-shop',
    );
    const rows = await on.day.rows(
      `select * from similarity_works where learner_id not in (select learner_id from pull_requests)`,
    );
    expect(rows).toEqual([]);
  });
});
