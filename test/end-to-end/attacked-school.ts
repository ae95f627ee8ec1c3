import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { learnerRows } from '../../src/adapters/postgres/learner-rows.ts';
import { connectPostgres } from '../../src/adapters/postgres/postgres.ts';
import { timeOf } from '../../src/adapters/postgres/session.ts';
import type { HookDelivery } from '../../src/standin/hooks/hooks.ts';
import { hookHeaders } from '../../src/standin/hooks/send.ts';
import { git, gitText } from '../../src/standin/git/git.ts';
import { silent } from '../services/silent.ts';
import { until } from '../services/until.ts';
import { reviewedCourse } from './reviewed-course.ts';
import { startSchoolDay } from './school.ts';

export interface Pull {
  repository: string;
  number: number;
  /** The learner who opened it. */
  as: string;
}

/** Who makes a commit: GitHub knows the account behind an address of its own alone. */
interface Commit {
  message?: string;
  author?: string;
  committer?: string;
}

/** A school day in which everybody tries to get a sign-off that they should not get. */
export async function startAttackedSchool() {
  const course = await reviewedCourse();
  const day = await startSchoolDay({ courseDir: course.courseDir });
  const { standIn, school } = day;
  const logins = ['grace', 'margaret', 'katherine', 'tess', 'pia', 'a-second-account', 'a-friend'] as const;
  const ids = Object.fromEntries(
    logins.map((login) => [login, standIn.accounts.user({ login }).id]),
  ) as Record<(typeof logins)[number], number>;
  const bot = standIn.apps.register({
    name: 'Helpful',
    owner: 'head-of-school',
    permissions: {},
    events: [],
  });
  const people = [
    { id: ids.grace, login: 'grace', roles: ['staff'], emails: ['Grace@harbour.example'] },
    { id: ids.margaret, login: 'margaret', roles: ['lead'] },
    { id: ids.tess, login: 'tess', roles: ['tutor'] },
    { id: ids.pia, login: 'pia', roles: ['learner'] },
    { id: bot.bot.id, login: 'helpful', roles: ['staff'] },
  ];
  await course.people([...people, { id: ids.katherine, login: 'katherine', roles: ['staff'] }]);
  const web = await day.start('serve');
  await day.start('worker');
  const connection = await connectPostgres(day.env['TOUCHSTONE_DATABASE_URL'] ?? '', silent);
  const learners = learnerRows({ ...connection, now: timeOf(undefined) });

  const rowsOf = (pull: Pull, columns: string, from = '') =>
    day.rows(
      `select ${columns} from pull_requests p ${from}
       where p.repo = '${pull.repository.split('/')[1] ?? ''}' and p.number = ${pull.number}`,
    );
  const signOffs = (pull: Pull) =>
    rowsOf(
      pull,
      's.says, s.by_id',
      'join submissions m on m.pull_request_id = p.id join sign_offs s on s.submission_id = m.id',
    );
  /** Nothing is on its way, nothing waits, nothing is being marked or said. */
  const settled = async () => {
    await standIn.deliveries.idle();
    await until(
      'everything is taken in and said',
      async () => {
        const [left] = await day.rows(
          `select (select count(*) from deliveries where state = 'waiting')
                + (select count(*) from runs where phase in ('queued', 'running', 'publishing')) as left`,
        );
        return Number(left?.['left']) === 0;
      },
      200_000,
    );
  };
  const ours = (pull: Pull) => {
    const { checks, comments, headSha } = standIn.look(pull);
    return {
      headSha,
      check: checks.find(({ appId }) => appId === school.app.appId) ?? null,
      comment:
        comments.find(({ appId, body }) => appId === school.app.appId && body.includes('report')) ?? null,
    };
  };
  /** The projects that a pull request's learner has mastered. */
  const mastered = async (pull: Pull) => {
    const [learner] = await rowsOf(pull, 'p.learner_id');
    const progress = await learners.progress(Number(learner?.['learner_id']));
    return progress.filter(({ decision }) => decision === 'mastered').map(({ project }) => project);
  };

  return {
    ...day,
    ids,
    bot,
    settled,
    ours,
    mastered,
    signOffs,
    review: (pull: Pull, as: string, body?: string, more: { of?: string } = {}) =>
      standIn.conversation.review({
        ...pull,
        as,
        state: 'approved',
        ...(body !== undefined && { body }),
        ...more,
      }),
    requestChanges: (pull: Pull, as: string, body: string) =>
      standIn.conversation.review({ ...pull, as, state: 'changes_requested', body }),
    say: (pull: Pull, as: string, body: string) => standIn.conversation.comment({ ...pull, as, body }),

    /** Nobody has signed anything off here: neither what GitHub shows nor what is kept says so. */
    async unsigned(pull: Pull) {
      await settled();
      const { check, comment } = ours(pull);
      expect(check?.status).toBe('completed');
      expect(check?.conclusion).not.toBe('success');
      expect(comment?.body).toMatch(/Not yet: |Awaiting review: /);
      const said = standIn.look(pull).comments.filter(({ appId }) => appId === school.app.appId);
      expect(said.filter(({ body }) => /Mastered: |signs it off/.test(body))).toEqual([]);
      expect((await signOffs(pull)).filter(({ says }) => says === 'mastered')).toEqual([]);
      expect(await mastered(pull)).not.toContain('shopping-basket');
    },

    /** An honest member of staff signs off, and everybody sees it. */
    async signedOff(pull: Pull, as: string) {
      standIn.conversation.review({ ...pull, as, state: 'approved', body: 'I have read all of it.' });
      await settled();
      expect(ours(pull).check?.conclusion).toBe('success');
      expect(ours(pull).comment?.body).toContain('signs it off');
      expect(await mastered(pull)).toContain('shopping-basket');
    },

    /** A delivery that GitHub did not send: `like` one that it sent, with something changed. Resolves to the answer's status. */
    async forge(
      like: Pick<HookDelivery, 'event' | 'payload'>,
      { secret = school.webhookSecret, keep }: { secret?: string; keep?: (name: string) => boolean } = {},
    ) {
      const body = JSON.stringify(like.payload);
      const url = `${web.url ?? ''}/api/github/webhooks`;
      const signed = { url, secret, appId: school.app.appId, guid: randomUUID(), event: like.event, body };
      const headers = Object.entries(hookHeaders(signed)).filter(([name]) => keep?.(name) ?? true);
      const answer = await fetch(url, { method: 'POST', headers: Object.fromEntries(headers), body });
      return answer.status;
    },
    /** What GitHub sent last of an event. */
    sent: (event: string, action?: string): HookDelivery => {
      const found = standIn.deliveries.log.findLast(
        (each) => each.event === event && (action === undefined || each.action === action),
      );
      if (found === undefined) throw new Error(`no ${event} was sent`);
      return structuredClone(found);
    },

    /** Commits a project's files on top of `onto` with git, and pushes them by force. Resolves to the commit's id. */
    async commit(
      { repository, as }: Pick<Pull, 'repository' | 'as'>,
      branch: string,
      files: ReadonlyMap<string, Uint8Array> | null,
      commits: readonly Commit[] = [{}],
      onto = 'main',
    ): Promise<string> {
      const dir = await mkdtemp(join(tmpdir(), 'touchstone-attack-'));
      const address = (login: string) =>
        `${String((ids as Partial<Record<string, number>>)[login] ?? 1)}+${login}@users.noreply.github.com`;
      try {
        await git(dir, ['clone', '--quiet', standIn.repositories.cloneUrl({ repository, as }), '.']);
        await git(dir, ['checkout', '--quiet', '-B', branch, `origin/${onto}`]);
        if (files !== null) await writeAll(dir, files);
        await git(dir, ['add', '--all', '--force', '.']);
        for (const { message = 'My work', author = as, committer = author } of commits) {
          await git(dir, ['commit', '--quiet', '--allow-empty', '-F', '-', '--cleanup=verbatim'], {
            input: message,
            env: {
              GIT_AUTHOR_NAME: author,
              GIT_AUTHOR_EMAIL: author.includes('@') ? author : address(author),
              GIT_COMMITTER_NAME: committer,
              GIT_COMMITTER_EMAIL: committer.includes('@') ? committer : address(committer),
            },
          });
        }
        await git(dir, ['push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`]);
        await standIn.deliveries.idle();
        return await gitText(dir, ['rev-parse', 'HEAD']);
      } finally {
        await rm(dir, { recursive: true, force: true });
      }
    },

    /** Somebody leaves the staff: the file of people is another, and nobody restarts anything. */
    async withoutKatherine() {
      await course.people(people);
    },

    close: async () => {
      await connection.close();
      await day.close();
      await course.remove();
    },
  };
}

async function writeAll(dir: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), content);
  }
}

export type AttackedSchool = Awaited<ReturnType<typeof startAttackedSchool>>;
