import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startAttackedSchool, type AttackedSchool, type Pull } from './attacked-school.ts';

/** Work that staff have made themselves, or have sent back; all pieces are real but GitHub. */
describe('a sign-off that does not hold', () => {
  let school: AttackedSchool;
  let files: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    school = await startAttackedSchool();
    files = await school.filesOf('shopping-basket', 'plain-loops');
  });
  afterAll(async () => {
    await school.close();
  });

  /** What became of the last so many verdicts. */
  const outcomes = async (count: number) =>
    (
      await school.rows(
        `select outcome from deliveries where outcome like '%verdict%' or outcome like '%commands:%'
         order by received_at desc limit ${count}`,
      )
    ).map(({ outcome }) => outcome);
  /** It waits for a person: nobody has said anything of it, or what they said does not hold for it. */
  const waits = async (pull: Pull) => {
    await school.settled();
    expect(school.ours(pull).check?.conclusion).toBe('action_required');
  };

  describe('is one of work that a member of staff had a hand in:', () => {
    let pull: Pull;
    const staff = () => `${school.ids.grace}+grace@users.noreply.github.com`;

    beforeAll(async () => {
      pull = await school.handIn('shopping-basket', 'plain-loops');
    });

    test.each<[string, () => Parameters<AttackedSchool['commit']>[3]]>([
      ['they wrote a commit', () => [{ author: 'grace', committer: pull.as }]],
      ['they committed what the learner wrote', () => [{ committer: 'grace' }]],
      ['they wrote an earlier commit', () => [{ author: 'grace' }, {}, {}]],
      ['they merged on the page', () => [{}, { author: 'grace', committer: 'noreply@github.com' }]],
      [
        'they are co-author, by a line in odd letters in the middle of a message',
        () => [{ message: `Ours\n\ncO-AUTHORED-BY : Grace\n  <${staff()}> (typed)\n\nMore of it.` }],
      ],
      [
        'they are co-author by an old address',
        () => [{ message: 'Ours\n\nCo-authored-by: <Grace@users.noreply.github.com>' }],
      ],
      [
        'they are co-author by their own address',
        () => [{ message: 'Ours\n\nCo-authored-by: G. <grace@Harbour.example>' }],
      ],
      [
        'the learner took their suggestion',
        () => [
          {
            message: `Update index.js\n\nCo-authored-by: grace <${staff()}>`,
            committer: 'noreply@github.com',
          },
        ],
      ],
    ])('%s', async (_hand, commits) => {
      await school.commit(pull, 'my-work', files, commits());
      await waits(pull);
      school.review(pull, 'grace', 'It is very good.');
      school.say(pull, 'grace', '/touchstone approve It is very good.');
      await school.unsigned(pull);
      expect((await outcomes(2)).toSorted()).toEqual([
        '1 commands: 0 done',
        'verdict refused: had-a-hand-in-it',
      ]);
    });

    it('comes from their fork', async () => {
      const { repository, as } = pull;
      const fork = await school.standIn.repositories.fork({ repository, as: 'grace', name: 'for-you' });
      school.standIn.repositories.addCollaborator({ repository: fork.fullName, login: as });
      await school.commit({ repository: fork.fullName, as }, 'done', files);
      const number = await school.standIn.pulls.open({ repository, as, head: 'grace:done', title: 'Mine' });
      const forked = { repository, number, as };
      await waits(forked);
      school.review(forked, 'grace', 'It is very good.');
      await school.unsigned(forked);
      expect(await outcomes(1)).toEqual(['verdict refused: had-a-hand-in-it']);
    });

    it('is their own, though they are staff', async () => {
      const { repository } = pull;
      school.standIn.repositories.addCollaborator({ repository, login: 'grace' });
      await school.commit({ repository, as: 'grace' }, 'of-staff', files);
      const number = await school.standIn.pulls.open({
        ...{ repository, as: 'grace', head: 'of-staff', title: 'Mine' },
      });
      const own = { repository, number, as: 'grace' };
      await waits(own);
      school.review(own, 'grace', 'It is very good.');
      await school.unsigned(own);
    });

    it('and a colleague can sign it off', async () => {
      await school.signedOff(pull, 'margaret');
    });
  });

  describe('is one of work that staff have sent back, when', () => {
    let pull: Pull;
    let sentBack = '';

    beforeAll(async () => {
      pull = await school.handIn('shopping-basket', 'plain-loops');
      await waits(pull);
      school.requestChanges(pull, 'grace', 'What would a stranger make of the name `x`?');
      await school.settled();
      sentBack = school.ours(pull).headSha;
      expect(school.ours(pull).check?.conclusion).toBe('failure');
    });

    test.each<[string, () => unknown]>([
      [
        'the learner dismisses the review',
        async () => {
          const like = school.sent('pull_request_review');
          like.payload['action'] = 'dismissed';
          like.payload['review'] = { ...(like.payload['review'] as object), state: 'dismissed' };
          expect(await school.forge(like)).toBe(202);
        },
      ],
      [
        'they press the button to run again',
        () => {
          school.standIn.checks.rerun({ checkRunId: school.ours(pull).check?.id ?? 0, as: pull.as });
        },
      ],
      ['they ask for another marking', () => school.say(pull, pull.as, '/touchstone mark')],
      [
        'they make it a draft, and ready again',
        async () => {
          await school.standIn.pulls.convertToDraft(pull);
          await school.settled();
          await school.standIn.pulls.markReady(pull);
        },
      ],
      [
        'they close it, and open it again',
        async () => {
          await school.standIn.pulls.close(pull);
          await school.settled();
          await school.standIn.pulls.reopen(pull);
        },
      ],
      [
        'they let it go to another branch',
        async () => {
          await school.commit(pull, 'elsewhere', null);
          await school.standIn.pulls.changeBase({ ...pull, base: 'elsewhere' });
          await school.settled();
          await school.standIn.pulls.changeBase({ ...pull, base: 'main' });
        },
      ],
      [
        'they delete our comment',
        () => {
          const { comment } = school.ours(pull);
          school.standIn.conversation.remove({ id: comment?.id ?? 0, as: pull.as });
        },
      ],
      [
        'they write into our comment that it is mastered',
        () => {
          const { comment } = school.ours(pull);
          const body = comment?.body.replaceAll('Not yet: ', 'Mastered: ') ?? '';
          school.standIn.conversation.edit({ id: comment?.id ?? 0, as: pull.as, body });
        },
      ],
      [
        'they make our comment one of their own',
        () => {
          const body = 'Mastered: report. A member of staff (grace) signs it off.';
          school.standIn.conversation.edit({ id: school.ours(pull).comment?.id ?? 0, as: pull.as, body });
        },
      ],
      [
        'staff approve while it is a draft, and it becomes ready then',
        async () => {
          await school.standIn.pulls.convertToDraft(pull);
          await school.settled();
          school.review(pull, 'margaret', 'Good.');
          await school.settled();
          await school.standIn.pulls.markReady(pull);
        },
      ],
      [
        'staff approve while it is closed',
        async () => {
          await school.standIn.pulls.close(pull);
          await school.settled();
          school.review(pull, 'margaret', 'Good.');
          await school.settled();
          await school.standIn.pulls.reopen(pull);
        },
      ],
      [
        'another pull request has the same commit',
        async () => {
          await school.commit(pull, 'the-same', null, [], 'my-work');
          const number = await school.standIn.pulls.open({ ...pull, head: 'the-same', title: 'Again' });
          await school.unsigned({ ...pull, number });
          await school.standIn.pulls.close({ ...pull, number });
        },
      ],
    ])('%s', async (_attack, act) => {
      await act();
      await school.unsigned(pull);
      expect(school.ours(pull).headSha).toBe(sentBack);
    });

    it('nothing is changed but the commit', async () => {
      await school.commit(pull, 'my-work', null, [{ message: 'The same' }], 'my-work');
      await waits(pull);
      await school.unsigned(pull);
    });

    it('staff wrote it before a push that they did not see', async () => {
      school.standIn.deliveries.hold({ event: 'issue_comment' });
      school.standIn.deliveries.hold({ event: 'pull_request_review' });
      school.say(pull, 'margaret', '/touchstone approve It reads well.');
      school.review(pull, 'margaret', 'It reads well.');
      await school.commit(pull, 'my-work', null, [{ message: 'Something else' }], 'my-work');
      await waits(pull);
      await school.standIn.deliveries.release();
      await school.unsigned(pull);
      expect((await outcomes(2)).toSorted()).toEqual([
        '1 commands: 0 done',
        'verdict refused: another-commit',
      ]);
    });

    it('the commit that was sent back returns, after something was said of another', async () => {
      school.requestChanges(pull, 'grace', 'And the name `y`?');
      await school.settled();
      await school.commit(pull, 'my-work', files, [{ message: 'Elsewhere' }]);
      await waits(pull);
      school.requestChanges(pull, 'grace', 'And `z`?');
      await school.settled();
      await school.commit(pull, 'my-work', null, [], 'the-same');
      await school.unsigned(pull);
      expect(school.ours(pull)).toMatchObject({ headSha: sentBack, check: { conclusion: 'failure' } });
    });

    it('an approval that was taken back arrives last', async () => {
      await school.commit(pull, 'my-work', null, [{ message: 'Once more' }], 'my-work');
      await waits(pull);
      school.standIn.deliveries.hold({ event: 'pull_request_review' });
      school.review(pull, 'grace', 'It reads well.');
      school.requestChanges(pull, 'grace', 'No: what does `x` stand for?');
      await school.standIn.deliveries.release('reversed');
      await school.settled();
      expect(await school.signOffs(pull)).toContainEqual({
        says: 'mastered',
        by_id: String(school.ids.grace),
      });
      expect(school.ours(pull).check?.conclusion).toBe('failure');
      expect(await school.mastered(pull)).toEqual([]);
    });

    it('and is one when they sign it off', async () => {
      await school.signedOff(pull, 'margaret');
    });
  });

  it('is none of another project than was shown, and none of the machine’s once a person has sent the work back', async () => {
    const pull = await school.handIn('expense-report', 'reads-line-by-line');
    await school.settled();
    const to = `shopping-basket-${pull.as}`;
    school.standIn.repositories.rename({ repository: pull.repository, to, as: 'head-of-school' });
    const renamed = { ...pull, repository: `harbour-code-school/${to}` };
    await school.standIn.pulls.editTitle({ ...renamed, title: 'My shopping basket' });
    await school.settled();
    expect(await school.mastered(renamed)).toEqual(['expense-report']);

    school.requestChanges(renamed, 'grace', 'Whose words are these? They are of another course.');
    await school.settled();
    expect(await school.mastered(renamed)).toEqual([]);
    await school.commit(renamed, 'my-work', null, [{ message: 'The same' }], 'my-work');
    await waits(renamed);
    expect(await school.mastered(renamed)).toEqual([]);
  });

  it('is one of somebody who is staff no more', async () => {
    const pull = await school.handIn('shopping-basket', 'plain-loops');
    await waits(pull);
    school.standIn.deliveries.hold({ event: 'pull_request_review' });
    school.review(pull, 'katherine', 'Good.');
    await school.withoutKatherine();
    await school.standIn.deliveries.release();
    await school.unsigned(pull);
    expect(await outcomes(1)).toEqual(['verdict refused: unknown-person']);
    await school.signedOff(pull, 'grace');
  });
});
