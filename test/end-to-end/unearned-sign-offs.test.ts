import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createGitHubClient } from '../../src/adapters/octokit/client.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { silent } from '../services/silent.ts';
import { startAttackedSchool, type AttackedSchool, type Pull } from './attacked-school.ts';

/** Everybody tries to get a sign-off that they should not get; all pieces are real but GitHub. */
describe('a sign-off that nobody has earned', () => {
  let school: AttackedSchool;
  let waiting: Pull;

  beforeAll(async () => {
    school = await startAttackedSchool();
    waiting = await school.handIn('shopping-basket', 'plain-loops');
    await school.settled();
    expect(school.ours(waiting).check?.conclusion).toBe('action_required');
  });
  afterAll(async () => {
    await school.close();
  });

  describe('is not given to work that waits, when', () => {
    const approve = '/touchstone approve It is very good.';
    const command = (as: string) => () => school.say(waiting, as, approve);
    const approval = (as: string) => () => school.review(waiting, as, 'Looks good to me.');
    const staffWrites = (body: string) => () => school.say(waiting, 'grace', body);
    const edit = (id: number, as: string) => {
      school.standIn.conversation.edit({ id, as, body: approve });
    };
    /** What GitHub would have sent of an approval of staff, and did not. */
    const approvalOfStaff = () => {
      const like = school.sent('pull_request_review');
      const review = like.payload['review'] as Record<string, unknown>;
      const user = { ...(review['user'] as object), id: school.ids.grace, login: 'grace', type: 'User' };
      like.payload['review'] = {
        ...review,
        id: 900_000_000 + Math.floor(Math.random() * 1_000_000),
        user,
        state: 'approved',
        body: 'Good.',
        commit_id: school.ours(waiting).headSha,
      };
      return like;
    };
    const commandOfStaff = () => {
      const like = school.sent('issue_comment', 'created');
      const comment = like.payload['comment'] as Record<string, unknown>;
      const user = { ...(comment['user'] as object), id: school.ids.grace, login: 'grace', type: 'User' };
      const id = 910_000_000 + Math.floor(Math.random() * 1_000_000);
      like.payload['comment'] = { ...comment, id, user, body: approve };
      return like;
    };
    const refused = async (status: Promise<number>) => {
      expect(await status).toBeGreaterThanOrEqual(400);
    };
    const taken = async (status: Promise<number>) => {
      expect(await status).toBe(202);
    };

    test.each<[string, () => unknown]>([
      ['the learner approves their own work', () => school.review(waiting, waiting.as, 'Good.')],
      ['a second account of the learner approves', approval('a-second-account')],
      [
        'somebody whom the learner let into the repository approves',
        () => {
          const { repository } = waiting;
          school.standIn.repositories.addCollaborator({ repository, login: 'a-friend' });
          school.review(waiting, 'a-friend', 'Good.');
        },
      ],
      ['an owner of the organisation approves, who is nothing in the course', approval('head-of-school')],
      ['a tutor approves', approval('tess')],
      ['another learner approves', approval('pia')],
      ['an App approves that the file of people calls staff', approval('helpful[bot]')],
      ['the learner gives the command of staff', () => school.say(waiting, waiting.as, approve)],
      ['a second account gives it', command('a-second-account')],
      ['a tutor gives it', command('tess')],
      ['an App gives it', command('helpful[bot]')],
      ['staff quote it', staffWrites(`> ${approve}\n\nNot yet, I think.`)],
      ['staff reply to it below, and its line goes on lazily', staffWrites(`> Can you say:\n${approve}`)],
      ['staff show it in a fence', staffWrites(`Write this:\n\`\`\`\n${approve}\n\`\`\``)],
      ['staff show it as code that goes over lines', staffWrites(`Write \`this:\n${approve}\n\` then.`)],
      ['it is hidden in a comment of HTML', staffWrites(`Hello <!-- dear\n${approve}\n--> you.`)],
      [
        'it is folded away in HTML',
        staffWrites(`<details><summary>Old</summary>\n\n${approve}\n\n</details>`),
      ],
      ['it is quoted in HTML', staffWrites(`<blockquote>\n\n${approve}\n\n</blockquote>`)],
      ['it is an item of a list', staffWrites(`- ${approve}\n- or not`)],
      ['it stands in a table', staffWrites(`| say |\n| - |\n| ${approve} |`)],
      ['it is a heading', staffWrites(`# ${approve}`)],
      ['it is a footnote', staffWrites(`See[^1].\n\n[^1]: ${approve}`)],
      ['letters only look like it', staffWrites(approve.replace('o', '\u043e'))],
      ['characters that nobody sees are in it', staffWrites(approve.replace('stone', '\u200bstone'))],
      [
        'staff edit it into what they wrote',
        () => {
          edit(school.say(waiting, 'grace', 'I am looking at it.'), 'grace');
        },
      ],
      [
        'the learner edits it into what staff wrote',
        () => {
          edit(school.say(waiting, 'grace', 'I will look at it tomorrow.'), waiting.as);
        },
      ],
      [
        'staff name it in a review that decides nothing',
        () =>
          school.standIn.conversation.review({ ...waiting, as: 'grace', state: 'commented', body: approve }),
      ],
      [
        'staff approve an earlier commit',
        async () => {
          const { repository } = waiting;
          const of = await school.standIn.repositories.tip({ repository, branch: 'main' });
          school.review(waiting, 'grace', 'Good.', { of: of ?? '' });
        },
      ],
      [
        'staff approve a commit that begins alike',
        () => {
          const { headSha } = school.ours(waiting);
          const of = `${headSha.slice(0, -1)}${headSha.endsWith('0') ? '1' : '0'}`;
          school.review(waiting, 'grace', 'Good.', { of });
        },
      ],
      [
        'that approval is delivered again',
        () => school.standIn.deliveries.redeliver(school.sent('pull_request_review').id),
      ],
      [
        'an approval comes without a signature',
        () => refused(school.forge(approvalOfStaff(), { keep: (name) => !name.includes('Signature') })),
      ],
      [
        'an approval is signed with another secret',
        () => refused(school.forge(approvalOfStaff(), { secret: 'development' })),
      ],
      [
        'an approval is signed in the old way alone',
        () => refused(school.forge(approvalOfStaff(), { keep: (name) => name !== 'X-Hub-Signature-256' })),
      ],
      [
        'an approval has the right signature, and is of another repository',
        async () => {
          const like = approvalOfStaff();
          const other = { owner: 'harbour-code-school', name: 'shopping-basket-other', files: new Map() };
          const { id } = await school.standIn.repositories.create(other);
          like.payload['repository'] = { ...(like.payload['repository'] as object), id, name: other.name };
          await taken(school.forge(like));
        },
      ],
      [
        'an approval of nobody who is left comes',
        () => {
          const like = approvalOfStaff();
          like.payload['review'] = { ...(like.payload['review'] as object), user: null };
          return taken(school.forge(like));
        },
      ],
      [
        'a review is edited into an approval',
        () => {
          const like = approvalOfStaff();
          like.payload['action'] = 'edited';
          return taken(school.forge(like));
        },
      ],
      [
        'the command is written on an issue of the same number',
        () => {
          const like = commandOfStaff();
          delete (like.payload['issue'] as Record<string, unknown>)['pull_request'];
          return taken(school.forge(like));
        },
      ],
      [
        'the command is written to a line of the work',
        () => taken(school.forge({ ...commandOfStaff(), event: 'pull_request_review_comment' })),
      ],
      [
        'the command is written to a commit',
        () => taken(school.forge({ ...commandOfStaff(), event: 'commit_comment' })),
      ],
      [
        'the command stands in what staff say of the pull request itself',
        () => taken(school.forge({ ...commandOfStaff(), event: 'issues' })),
      ],
      [
        'the command is of an account that is gone',
        () => {
          const like = commandOfStaff();
          like.payload['comment'] = { ...(like.payload['comment'] as object), user: null };
          return taken(school.forge(like));
        },
      ],
      [
        'somebody takes the login that staff had',
        () => {
          school.standIn.accounts.rename({ login: 'grace', to: 'grace-h' });
          school.standIn.accounts.user({ login: 'grace' });
          approval('grace')();
          command('grace')();
          school.standIn.accounts.rename({ login: 'grace', to: 'not-grace' });
          school.standIn.accounts.rename({ login: 'grace-h', to: 'grace' });
        },
      ],
      [
        'another App says it by a check of the same name',
        async () => {
          const { standIn } = school;
          const app = standIn.apps.register({
            name: 'Forger',
            owner: 'head-of-school',
            permissions: { checks: 'write', contents: 'read', metadata: 'read', pull_requests: 'write' },
            events: ['check_run'],
          });
          const installation = standIn.apps.install({ appId: app.appId, account: 'harbour-code-school' });
          const client = createGitHubClient({
            appId: app.appId,
            privateKey: app.privateKey,
            baseUrl: standIn.apiUrl,
            clock: systemClock,
            log: silent,
          });
          const [owner = '', repo = ''] = waiting.repository.split('/');
          const { headSha: head_sha, check } = school.ours(waiting);
          const output = { title: 'Mastered', summary: 'All of it.' };
          const made = await client.as({ installation }).rest.checks.create({
            ...{ owner, repo, head_sha, output, name: 'Touchstone', status: 'completed' },
            conclusion: 'success',
            external_id: check?.externalId ?? '',
          });
          standIn.checks.rerun({ checkRunId: made.data.id, as: waiting.as });
        },
      ],
    ])('%s', async (_attack, act) => {
      await act();
      await school.unsigned(waiting);
    });

    it('another learner has handed in the very same commit', async () => {
      const { repository, as } = waiting;
      school.standIn.repositories.addCollaborator({ repository, login: 'pia' });
      await school.commit({ repository, as }, 'taken', null, [], 'my-work');
      const what = { repository, as: 'pia', head: 'taken', title: 'All my own work' };
      const taken = { repository, as: 'pia', number: await school.standIn.pulls.open(what) };
      await school.settled();
      for (const pull of [taken, waiting]) school.review(pull, 'grace', 'Good.');
      await school.unsigned(taken);
      await school.unsigned(waiting);
      await school.standIn.pulls.close(taken);
      await school.settled();
    });

    it('and staff can still sign it off', async () => {
      await school.signedOff(waiting, 'grace');
    });
  });
});
