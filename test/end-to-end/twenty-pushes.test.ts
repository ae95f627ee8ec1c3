import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAttackedSchool, type AttackedSchool } from './attacked-school.ts';

let school: AttackedSchool;
beforeAll(async () => {
  school = await startAttackedSchool();
});
afterAll(async () => {
  await school.close();
});

test('twenty pushes have one comment, and tell nobody anything more than once for each change', async () => {
  const pull = await school.handIn('shopping-basket', 'off-by-one');
  const bot = school.school.app.bot.login;
  const told = () => school.standIn.look(pull).notifications.filter(({ by }) => by === bot);
  /** What the check has said, each change of it once. */
  const states: string[] = [];
  const look = async () => {
    await school.settled();
    const now = school.ours(pull).check?.conclusion ?? '';
    if (states.at(-1) !== now) states.push(now);
  };
  /** So many pushes, one on top of the other, without waiting. */
  const push = async (example: string, count: number) => {
    const files = await school.filesOf('shopping-basket', example);
    for (let pushed = 0; pushed < count; pushed += 1)
      await school.commit(pull, 'my-work', files, [{ message: `${example} ${pushed}` }], 'my-work');
    await look();
  };
  await look();
  expect(told()).toEqual([{ to: pull.as, by: bot, why: 'comment' }]);

  await push('plain-loops', 7);
  school.requestChanges(pull, 'grace', `What is \`x\`? Ask @${pull.as}, or @tess.`);
  await look();
  await push('plain-loops', 1);
  await push('syntax-error', 4);
  await push('plain-loops', 5);
  school.say(pull, pull.as, '/touchstone mark');
  await look();
  school.review(pull, 'margaret', 'It reads well.');
  await look();
  await push('off-by-one', 3);

  expect(states).toEqual([
    'failure',
    'action_required',
    'failure',
    'action_required',
    'failure',
    'action_required',
    'success',
    'failure',
  ]);
  const { comments } = school.standIn.look(pull);
  expect(comments.filter(({ appId }) => appId === school.school.app.appId)).toHaveLength(1);
  // One comment that is edited, and mentions nobody: whatever changed, nobody was told of it a second time.
  expect(told()).toEqual([{ to: pull.as, by: bot, why: 'comment' }]);
});
